"""The words of the walk on screen, in the five languages. ``{0}``, ``{1}`` are filled in order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from callbacksheet.core.model import Language

EN, UK, RU, ID, ES = Language.EN, Language.UK, Language.RU, Language.ID, Language.ES
_LANGUAGES = (EN, UK, RU, ID, ES)

_KEYS = """
booked        | booked          | записано         | записали         | dipesan          | reservado
answered      | answered        | відповіли        | ответили         | terjawab         | respondido
spoke         | spoke, again    | ще раз           | ещё раз          | telepon lagi     | volver a llamar
voicemail     | voicemail       | голосова пошта   | голос. почта     | pesan suara      | buzón de voz
no_answer     | no answer       | без відповіді    | нет ответа       | tak diangkat     | no contesta
busy          | busy            | зайнято          | занято           | sibuk            | ocupado
message       | message sent    | повідомлення     | сообщение        | pesan dikirim    | mensaje
wrong_number  | wrong number    | не той номер     | не тот номер     | salah nomor      | nº equivocado
hand_over     | hand over       | передати         | передать         | serahkan         | pasar a otro
not_now       | not now         | не зараз         | не сейчас        | nanti            | ahora no
close         | close           | закрити          | закрыть          | tutup            | cerrar
note          | keep a note     | нотатка          | заметка          | catatan          | apuntar
edit          | edit            | змінити          | изменить         | ubah             | editar
undo          | undo            | скасувати        | отменить         | batalkan         | deshacer
history       | history         | історія          | история          | riwayat          | historial
changes       | what changed    | що змінено       | что изменено     | perubahan        | cambios
help          | help            | довідка          | справка          | bantuan          | ayuda
quit          | quit            | вийти            | выйти            | selesai          | salir
back          | back            | назад            | назад            | kembali          | volver
more          | more            | ще               | ещё              | lagi             | más
on            | go on           | далі             | дальше           | lanjut           | seguir
yes           | record it       | записати         | записать         | catat            | anotar
no            | leave it out    | не записувати    | не записывать    | lewati           | dejarlo
"""

_LABELS = """
label.wish    | Wish      | Бажання   | Просили   | Keinginan | Pide
label.why     | Why now   | Чому      | Почему    | Mengapa   | Por qué
label.promise | Promise   | Обіцянка  | Обещано   | Janji     | Promesa
label.tried   | Tried     | Спроби    | Попытки   | Upaya     | Intentos
label.notes   | Notes     | Нотатки   | Заметки   | Catatan   | Notas
label.outcome | Outcome   | Підсумок  | Итог      | Hasil     | Resultado
label.also    | Also      | Також     | Ещё       | Juga      | Además
label.check   | Check     | Увага     | Внимание  | Periksa   | Revisar
label.say     | Say       | Скажіть   | Скажите   | Katakan   | Di
label.leave   | Voicemail | Пошта     | Почта     | Pesan     | Buzón
label.ask     | Ask       | Спитайте  | Спросите  | Tanyakan  | Pregunta
label.offer   | Offer     | Час       | Время     | Tawarkan  | Ofrece
field.name    | name      | ім’я      | имя       | nama      | nombre
field.phone   | phone     | телефон   | телефон   | telepon   | teléfono
field.reason  | reason    | причина   | причина   | alasan    | motivo
field.best_time | best time | зручний час | удобное время | waktu terbaik | mejor hora
field.urgency | urgency   | терміновість | срочность | urgensi  | urgencia
field.notes   | notes     | нотатки   | заметки   | catatan   | notas
"""

_SENTENCES: Mapping[str, Mapping[Language, str]] = {
    "clock.left": {
        EN: "{0} min left",
        UK: "ще {0} хв",
        RU: "ещё {0} мин",
        ID: "{0} menit lagi",
        ES: "quedan {0} min",
    },
    "clock.last": {
        EN: "the last minute",
        UK: "остання хвилина",
        RU: "последняя минута",
        ID: "menit terakhir",
        ES: "último minuto",
    },
    "clock.over": {
        EN: "time: the last caller",
        UK: "час вийшов: останній дзвінок",
        RU: "время вышло: последний звонок",
        ID: "waktu habis: penelepon terakhir",
        ES: "hora: última llamada",
    },
    "bar.place": {EN: "{0} of {1}", UK: "{0} з {1}", RU: "{0} из {1}", ID: "{0} dari {1}", ES: "{0} de {1}"},
    "bar.writing": {EN: "recording …", UK: "записую …", RU: "записываю …", ID: "mencatat …", ES: "anotando …"},
    "card.no_number": {
        EN: "no number to dial",
        UK: "немає номера",
        RU: "нет номера",
        ID: "tidak ada nomor",
        ES: "sin número",
    },
    "card.no_name": {EN: "no name", UK: "без імені", RU: "без имени", ID: "tanpa nama", ES: "sin nombre"},
    "card.calls": {
        EN: "rang {0} times",
        UK: "дзвонили {0} рази",
        RU: "звонили {0} раза",
        ID: "menelepon {0} kali",
        ES: "llamó {0} veces",
    },
    "card.owner": {EN: "owner {0}", UK: "відповідає {0}", RU: "отвечает {0}", ID: "pemilik {0}", ES: "a cargo {0}"},
    "card.high": {EN: "urgent", UK: "терміново", RU: "срочно", ID: "mendesak", ES: "urgente"},
    "card.low": {EN: "not urgent", UK: "не терміново", RU: "не срочно", ID: "tidak mendesak", ES: "no urge"},
    "card.said": {
        EN: "“{0}”, said {1}",
        UK: "«{0}», сказано {1}",
        RU: "«{0}», сказано {1}",
        ID: "“{0}”, {1}",
        ES: "«{0}», dicho {1}",
    },
    "card.called": {EN: "called {0}", UK: "дзвінок {0}", RU: "звонок {0}", ID: "menelepon {0}", ES: "llamó {0}"},
    "card.none_said": {
        EN: "no time was wished",
        UK: "часу не назвали",
        RU: "времени не назвали",
        ID: "tidak menyebut waktu",
        ES: "no dijo hora",
    },
    "card.tries": {EN: "{0} of {1}", UK: "{0} з {1}", RU: "{0} из {1}", ID: "{0} dari {1}", ES: "{0} de {1}"},
    "card.not_tried": {EN: "not yet", UK: "ще ні", RU: "ещё нет", ID: "belum", ES: "aún no"},
    "card.before": {
        EN: "{0} before this tool",
        UK: "{0} раніше",
        RU: "{0} ранее",
        ID: "{0} sebelumnya",
        ES: "{0} antes",
    },
    "card.more": {
        EN: "… ({0} shows all)",
        UK: "… ({0}: усе)",
        RU: "… ({0}: всё)",
        ID: "… ({0}: semua)",
        ES: "… ({0}: todo)",
    },
    "why.due": {
        EN: "due {0}, {1} ago",
        UK: "на {0}, {1} тому",
        RU: "на {0}, {1} назад",
        ID: "jatuh tempo {0}, {1} lalu",
        ES: "tocaba {0}, hace {1}",
    },
    "why.now": {
        EN: "due now, {0}",
        UK: "саме зараз, {0}",
        RU: "сейчас, {0}",
        ID: "sekarang, {0}",
        ES: "toca ahora, {0}",
    },
    "why.early": {
        EN: "not due before {0}, in {1}",
        UK: "не раніше {0}, через {1}",
        RU: "не раньше {0}, через {1}",
        ID: "belum sebelum {0}, {1} lagi",
        ES: "no antes de {0}, en {1}",
    },
    "why.person": {
        EN: "a time that was agreed",
        UK: "домовлений час",
        RU: "время, о котором договорились",
        ID: "waktu yang disepakati",
        ES: "hora acordada",
    },
    "why.wish": {
        EN: "the caller’s wish, {0}",
        UK: "бажання: {0}",
        RU: "просьба: {0}",
        ID: "keinginan: {0}",
        ES: "lo que pidió: {0}",
    },
    "why.policy": {
        EN: "the next open moment",
        UK: "найближчий робочий час",
        RU: "ближайшее рабочее время",
        ID: "waktu buka terdekat",
        ES: "el primer momento abierto",
    },
    "why.missed": {
        EN: "The wished time has passed: call once, leave a short message, agree a new time.",
        UK: "Бажаний час минув: зателефонуйте раз, лишіть коротке повідомлення, домовтеся про новий час.",
        RU: "Время прошло: позвоните раз, оставьте короткое сообщение, договоритесь о новом времени.",
        ID: "Waktunya sudah lewat: telepon sekali, tinggalkan pesan singkat, sepakati waktu baru.",
        ES: "La hora pedida pasó: llama una vez, deja un mensaje corto, acuerda otra hora.",
    },
    "promise.by": {EN: "by {0}", UK: "до {0}", RU: "до {0}", ID: "sebelum {0}", ES: "antes de {0}"},
    "promise.late": {
        EN: "by {0}: {1} late",
        UK: "до {0}: запізнення {1}",
        RU: "до {0}: опоздание {1}",
        ID: "sebelum {0}: terlambat {1}",
        ES: "antes de {0}: {1} tarde",
    },
    "wait.next": {
        EN: "Nobody is due now. Next: {0}, {1}. This goes on by itself.",
        UK: "Зараз нікого. Далі: {0}, {1}. Продовжу сам.",
        RU: "Сейчас никого. Далее: {0}, {1}. Продолжу сам.",
        ID: "Belum ada sekarang. Berikutnya: {0}, {1}. Berlanjut sendiri.",
        ES: "Nadie por ahora. Sigue: {0}, {1}. Continúa solo.",
    },
    "wait.claim": {
        EN: "One moment: making sure that nobody else rings {0} …",
        UK: "Хвилинку: перевіряю, чи ніхто інший не дзвонить {0} …",
        RU: "Минуту: проверяю, не звонит ли кто-то другой {0} …",
        ID: "Sebentar: memastikan tidak ada orang lain yang menelepon {0} …",
        ES: "Un momento: compruebo que nadie más llame a {0} …",
    },
    "ask.booked": {
        EN: "Booked for when, with whom?",
        UK: "На коли і до кого записано?",
        RU: "На когда и к кому записали?",
        ID: "Dipesan untuk kapan, dengan siapa?",
        ES: "¿Para cuándo y con quién?",
    },
    "ask.answered": {
        EN: "What came of it?",
        UK: "Чим завершилося?",
        RU: "Чем закончилось?",
        ID: "Apa hasilnya?",
        ES: "¿En qué quedó?",
    },
    "ask.close": {
        EN: "Closed because?",
        UK: "Чому закрито?",
        RU: "Почему закрыто?",
        ID: "Ditutup karena?",
        ES: "¿Por qué se cierra?",
    },
    "ask.next": {
        EN: "Next try?",
        UK: "Наступна спроба?",
        RU: "Следующая попытка?",
        ID: "Coba lagi kapan?",
        ES: "¿Próximo intento?",
    },
    "ask.again": {
        EN: "Call again when?",
        UK: "Коли передзвонити?",
        RU: "Когда перезвонить?",
        ID: "Telepon lagi kapan?",
        ES: "¿Cuándo llamar?",
    },
    "ask.later": {EN: "When then?", UK: "Тоді коли?", RU: "Тогда когда?", ID: "Kapan?", ES: "¿Cuándo entonces?"},
    "ask.wrong": {
        EN: "The right number, or the next try?",
        UK: "Правильний номер або наступна спроба?",
        RU: "Верный номер или следующая попытка?",
        ID: "Nomor yang benar, atau coba lagi kapan?",
        ES: "¿El número correcto, o próximo intento?",
    },
    "ask.final": {
        EN: "Try {0} of {1}. Was it the final message? Enter closes; or the next try:",
        UK: "Спроба {0} з {1}. Це останнє повідомлення? Enter закриває; або наступна спроба:",
        RU: "Попытка {0} из {1}. Это последнее сообщение? Enter закрывает; или следующая попытка:",
        ID: "Upaya {0} dari {1}. Pesan terakhir? Enter menutup; atau coba lagi:",
        ES: "Intento {0} de {1}. ¿Último mensaje? Enter cierra; o próximo intento:",
    },
    "ask.to": {
        EN: "To whom, and why? ({0})",
        UK: "Кому і чому? ({0})",
        RU: "Кому и почему? ({0})",
        ID: "Kepada siapa, dan mengapa? ({0})",
        ES: "¿A quién y por qué? ({0})",
    },
    "ask.why": {EN: "Why {0}?", UK: "Чому {0}?", RU: "Почему {0}?", ID: "Mengapa {0}?", ES: "¿Por qué {0}?"},
    "ask.note": {
        EN: "Half a sentence (another number, what was promised):",
        UK: "Пів речення (інший номер, що обіцяно):",
        RU: "Полфразы (другой номер, что обещано):",
        ID: "Setengah kalimat (nomor lain, apa yang dijanjikan):",
        ES: "Media frase (otro número, qué se prometió):",
    },
    "ask.field": {EN: "Which field?", UK: "Яке поле?", RU: "Какое поле?", ID: "Kolom mana?", ES: "¿Qué campo?"},
    "ask.value": {EN: "The {0} now:", UK: "{0}:", RU: "{0}:", ID: "{0}:", ES: "{0}:"},
    "again.time": {
        EN: "“{0}” is no time. Say: tomorrow 17:15, Mon 10:00, in an hour.",
        UK: "«{0}» – не час. Скажіть: завтра 17:15, пн 10:00, через годину.",
        RU: "«{0}» – не время. Скажите: завтра 17:15, пн 10:00, через час.",
        ID: "“{0}” bukan waktu. Tulis: besok 17:15, Senin 10:00, sejam lagi.",
        ES: "«{0}» no es hora. Di: mañana 17:15, lunes 10:00, en una hora.",
    },
    "again.unsure": {
        EN: "“{0}” may mean {1}. Enter takes that; or say it anew.",
        UK: "«{0}» може означати {1}. Enter погоджує; або скажіть інакше.",
        RU: "«{0}» может значить {1}. Enter соглашается; или скажите иначе.",
        ID: "“{0}” mungkin {1}. Enter menerima; atau tulis lagi.",
        ES: "«{0}» puede ser {1}. Enter lo acepta; o dilo de nuevo.",
    },
    "again.past": {
        EN: "{1} has passed. When then?",
        UK: "{1} вже минуло. Тоді коли?",
        RU: "{1} уже прошло. Тогда когда?",
        ID: "{1} sudah lewat. Kapan?",
        ES: "{1} ya pasó. ¿Cuándo?",
    },
    "again.words": {
        EN: "A few words are needed: a closed row says what came of it.",
        UK: "Потрібно кілька слів: закритий рядок каже, чим завершилося.",
        RU: "Нужно несколько слов: закрытая строка говорит, чем кончилось.",
        ID: "Perlu beberapa kata: baris yang ditutup menyebut hasilnya.",
        ES: "Hacen falta unas palabras: una fila cerrada dice en qué quedó.",
    },
    "again.person": {
        EN: "Nobody has the initials “{0}”. Known: {1}.",
        UK: "Немає людини «{0}». Відомі: {1}.",
        RU: "Нет человека «{0}». Известны: {1}.",
        ID: "Tidak ada inisial “{0}”. Dikenal: {1}.",
        ES: "Nadie tiene las iniciales «{0}». Conocidas: {1}.",
    },
    "again.number": {
        EN: "“{0}” is no number that can be rung.",
        UK: "На «{0}» не зателефонувати.",
        RU: "По «{0}» не позвонить.",
        ID: "“{0}” bukan nomor yang bisa ditelepon.",
        ES: "A «{0}» no se puede llamar.",
    },
    "again.urgency": {
        EN: "“{0}” is no urgency: High, Low, or nothing.",
        UK: "«{0}» не терміновість: High, Low або нічого.",
        RU: "«{0}» не срочность: High, Low или ничего.",
        ID: "“{0}” bukan urgensi: High, Low, atau kosong.",
        ES: "«{0}» no es urgencia: High, Low o nada.",
    },
    "again.changed": {
        EN: "The row was changed while you typed (see above). Enter once more records yours.",
        UK: "Рядок змінили, поки ви писали (див. вище). Enter ще раз запише ваше.",
        RU: "Строку изменили, пока вы писали (см. выше). Enter ещё раз запишет ваше.",
        ID: "Baris diubah saat Anda mengetik (lihat atas). Enter sekali lagi mencatat.",
        ES: "Cambiaron la fila mientras escribías (arriba). Enter otra vez lo anota.",
    },
    "told.done": {
        EN: "{0}: {1}. Done.",
        UK: "{0}: {1}. Закрито.",
        RU: "{0}: {1}. Закрыто.",
        ID: "{0}: {1}. Selesai.",
        ES: "{0}: {1}. Hecho.",
    },
    "told.next": {
        EN: "{0}: {1}. Next {2}.",
        UK: "{0}: {1}. Далі {2}.",
        RU: "{0}: {1}. Далее {2}.",
        ID: "{0}: {1}. Berikutnya {2}.",
        ES: "{0}: {1}. Próximo {2}.",
    },
    "told.only": {EN: "{0}: {1}.", UK: "{0}: {1}.", RU: "{0}: {1}.", ID: "{0}: {1}.", ES: "{0}: {1}."},
    "told.closed_then": {
        EN: "That is outside business hours.",
        UK: "Це поза робочим часом.",
        RU: "Это вне рабочего времени.",
        ID: "Itu di luar jam kerja.",
        ES: "Es fuera de horario.",
    },
    "told.undone": {
        EN: "Taken back: {0}, {1}.",
        UK: "Скасовано: {0}, {1}.",
        RU: "Отменено: {0}, {1}.",
        ID: "Dibatalkan: {0}, {1}.",
        ES: "Deshecho: {0}, {1}.",
    },
    "told.formula": {
        EN: "{0}: a formula stands in {1}, and formulas are never written over. Nothing was recorded. "
        "Type a value there instead of the formula, then do it again.",
        UK: "{0}: у «{1}» стоїть формула, а формули ніколи не переписуються. Нічого не записано. "
        "Введіть там значення замість формули й зробіть це ще раз.",
        RU: "{0}: в «{1}» стоит формула, а формулы никогда не переписываются. Ничего не записано. "
        "Введите там значение вместо формулы и сделайте это ещё раз.",
        ID: "{0}: ada rumus di {1}, dan rumus tidak pernah ditimpa. Tidak ada yang dicatat. "
        "Ketik nilai di sana sebagai ganti rumus, lalu ulangi.",
        ES: "{0}: hay una fórmula en {1}, y las fórmulas nunca se sobrescriben. No se anotó nada. "
        "Escriba allí un valor en lugar de la fórmula y hágalo de nuevo.",
    },
    "told.nothing_to_undo": {
        EN: "Nothing was done in this walk that could be taken back.",
        UK: "Скасовувати нічого.",
        RU: "Отменять нечего.",
        ID: "Belum ada yang bisa dibatalkan.",
        ES: "No hay nada que deshacer.",
    },
    "told.no_key": {
        EN: "“{0}” does nothing here; ? shows the keys.",
        UK: "«{0}» тут нічого не робить; ? покаже клавіші.",
        RU: "«{0}» здесь ничего не делает; ? покажет клавиши.",
        ID: "“{0}” tidak berarti di sini; ? menampilkan tombol.",
        ES: "«{0}» no hace nada aquí; ? muestra las teclas.",
    },
    "told.taken": {
        EN: "{0} is ringing {1}.",
        UK: "{0} вже дзвонить {1}.",
        RU: "{0} уже звонит {1}.",
        ID: "{0} sedang menelepon {1}.",
        ES: "{0} está llamando a {1}.",
    },
    "told.nobody_to_hand": {
        EN: "Nobody else is configured to hand a caller to.",
        UK: "Нема кому передати: людей не налаштовано.",
        RU: "Некому передать: люди не настроены.",
        ID: "Tidak ada orang lain untuk diserahi.",
        ES: "No hay nadie más configurado a quien pasarlo.",
    },
    "changed.by": {
        EN: "{0} changed this row meanwhile.",
        UK: "{0}: рядок тим часом змінено.",
        RU: "{0}: строка тем временем изменена.",
        ID: "{0} mengubah baris ini sementara itu.",
        ES: "{0} cambió esta fila mientras tanto.",
    },
    "changed.somebody": {EN: "Somebody", UK: "Хтось", RU: "Кто-то", ID: "Seseorang", ES: "Alguien"},
    "changed.empty": {EN: "nothing", UK: "порожньо", RU: "пусто", ID: "kosong", ES: "vacío"},
    "changed.gone": {
        EN: "This row is gone from the sheet: deleted, or merged into another.",
        UK: "Цього рядка вже нема в таблиці: видалено або об’єднано.",
        RU: "Этой строки больше нет в таблице: удалена или объединена.",
        ID: "Baris ini sudah tidak ada: dihapus atau digabung.",
        ES: "Esta fila ya no está: borrada o unida a otra.",
    },
    "changed.on": {
        EN: "Enter: the next caller; or a key, for the row as it stands now.",
        UK: "Enter: далі; або клавіша для рядка, яким він є тепер.",
        RU: "Enter: дальше; или клавиша для строки, какова она теперь.",
        ID: "Enter: berikutnya; atau tombol, untuk baris seperti sekarang.",
        ES: "Enter: siguiente; o una tecla, para la fila como está ahora.",
    },
    "doubt.not_recorded": {
        EN: "Your “{0}” of {1} was left out, nothing was overwritten. Record it all the same?",
        UK: "Ваше «{0}» о {1} не записано, нічого не перезаписано. Усе ж записати?",
        RU: "Ваше «{0}» в {1} не записано, ничего не перезаписано. Всё равно записать?",
        ID: "“{0}” Anda pukul {1} belum dicatat, tidak ada yang ditimpa. Tetap catat?",
        ES: "Tu «{0}» de las {1} no se anotó, nada se sobrescribió. ¿Anotarlo igual?",
    },
    "end.time": {EN: "Time.", UK: "Час вийшов.", RU: "Время вышло.", ID: "Waktu habis.", ES: "Hora."},
    "end.list": {
        EN: "All called.",
        UK: "Усіх обдзвонено.",
        RU: "Всех обзвонили.",
        ID: "Semua sudah.",
        ES: "Lista terminada.",
    },
    "end.quit": {EN: "Stopped.", UK: "Зупинено.", RU: "Остановлено.", ID: "Berhenti.", ES: "Detenido."},
    "end.called": {EN: "{0} called", UK: "дзвінків {0}", RU: "звонков {0}", ID: "{0} ditelepon", ES: "{0} llamados"},
    "end.done": {EN: "{0} done", UK: "закрито {0}", RU: "закрыто {0}", ID: "{0} selesai", ES: "{0} hechos"},
    "end.waiting": {EN: "{0} waiting", UK: "чекають {0}", RU: "ждут {0}", ID: "{0} menunggu", ES: "{0} en espera"},
    "end.handed": {
        EN: "{0} handed over",
        UK: "передано {0}",
        RU: "передано {0}",
        ID: "{0} diserahkan",
        ES: "{0} pasados",
    },
    "end.later": {EN: "{0} put off", UK: "відкладено {0}", RU: "отложено {0}", ID: "{0} ditunda", ES: "{0} aplazados"},
    "end.left": {EN: "{0} left", UK: "лишилось {0}", RU: "осталось {0}", ID: "{0} tersisa", ES: "quedan {0}"},
    "end.left_for": {
        EN: "{0} left for {1}",
        UK: "лишилось {0} на {1}",
        RU: "осталось {0} на {1}",
        ID: "{0} tersisa untuk {1}",
        ES: "quedan {0} para {1}",
    },
    "trouble": {
        EN: "{0} What you do is kept on this machine ({1} so far) and goes in by itself.",
        UK: "{0} Ваші дії збережено на цьому комп’ютері ({1}), їх запишуть самі.",
        RU: "{0} Ваши действия сохранены на этом компьютере ({1}) и запишутся сами.",
        ID: "{0} Tindakan Anda disimpan di komputer ini ({1}) dan akan dicatat sendiri.",
        ES: "{0} Lo que haces se guarda en este equipo ({1}) y se anotará solo.",
    },
    "trouble.disk": {
        EN: "This machine’s disk did not take the last action ({0}); it goes to the sheet alone.",
        UK: "Диск не прийняв останню дію ({0}); вона йде лише в таблицю.",
        RU: "Диск не принял последнее действие ({0}); оно идёт только в таблицу.",
        ID: "Disk tidak menerima tindakan terakhir ({0}); hanya ke lembar.",
        ES: "El disco no aceptó lo último ({0}); va solo a la hoja.",
    },
    "start.tidied": {
        EN: "Tidied: {0} cells in {1} rows; t shows them.",
        UK: "Впорядковано: клітинок {0}, рядків {1}; t покаже.",
        RU: "Приведено в порядок: ячеек {0}, строк {1}; t покажет.",
        ID: "Dirapikan: {0} sel di {1} baris; t menampilkan.",
        ES: "Ordenado: {0} celdas en {1} filas; t las muestra.",
    },
    "start.recovered": {
        EN: "{0} from a walk that was cut off stood here and is in the sheet now.",
        UK: "З перерваного обходу записано дій: {0}.",
        RU: "Из прерванного обхода записано действий: {0}.",
        ID: "{0} dari sesi yang terputus kini tercatat.",
        ES: "{0} de un recorrido cortado ya está en la hoja.",
    },
    "end.recorded": {
        EN: "All of it stands in the sheet.",
        UK: "Усе записано в таблицю.",
        RU: "Всё записано в таблицу.",
        ID: "Semuanya tercatat di lembar.",
        ES: "Todo está en la hoja.",
    },
    "end.kept": {
        EN: "Not in the sheet yet: {0}. It is kept on this machine; the next `callbacksheet triage` brings it in.",
        UK: "Ще не в таблиці: {0}. Збережено на цьому комп’ютері; наступний `callbacksheet triage` запише.",
        RU: "Ещё не в таблице: {0}. Сохранено на этом компьютере; следующий `callbacksheet triage` запишет.",
        ID: "Belum di lembar: {0}. Disimpan di komputer ini; `callbacksheet triage` berikutnya mencatatnya.",
        ES: "Aún no está en la hoja: {0}. Se guarda en este equipo; el próximo `callbacksheet triage` lo anota.",
    },
    "end.doubt": {
        EN: "Left out, since the row was changed meanwhile: {0} {1}. The next `callbacksheet triage` asks again.",
        UK: "Не записано, бо рядок тим часом змінили: {0} {1}. Наступний `callbacksheet triage` спитає.",
        RU: "Не записано, так как строку изменили: {0} {1}. Следующий `callbacksheet triage` спросит.",
        ID: "Belum dicatat karena baris diubah: {0} {1}. `callbacksheet triage` berikutnya bertanya lagi.",
        ES: "Quedó fuera, pues la fila cambió: {0} {1}. El próximo `callbacksheet triage` pregunta otra vez.",
    },
    "end.recording": {EN: "Recording …", UK: "Записую …", RU: "Записываю …", ID: "Mencatat …", ES: "Anotando …"},
    "day.yesterday": {EN: "yesterday", UK: "учора", RU: "вчера", ID: "kemarin", ES: "ayer"},
    "day.today": {EN: "today", UK: "сьогодні", RU: "сегодня", ID: "hari ini", ES: "hoy"},
    "day.tomorrow": {EN: "tomorrow", UK: "завтра", RU: "завтра", ID: "besok", ES: "mañana"},
    "length.min": {EN: "{0} min", UK: "{0} хв", RU: "{0} мин", ID: "{0} menit", ES: "{0} min"},
    "length.hours": {EN: "{0} h", UK: "{0} год", RU: "{0} ч", ID: "{0} jam", ES: "{0} h"},
    "length.days": {EN: "{0} days", UK: "{0} дн.", RU: "{0} дн.", ID: "{0} hari", ES: "{0} días"},
}

HELP: Mapping[str, Mapping[Language, str]] = {
    "booked": {
        EN: "They want it and it is set. The row is Done; your words are its outcome.",
        UK: "Записано. Рядок закрито; ваші слова стануть підсумком.",
        RU: "Записали. Строка закрыта; ваши слова станут итогом.",
        ID: "Sudah dipesan. Baris selesai; kata Anda jadi hasilnya.",
        ES: "Queda reservado. La fila se cierra; tus palabras son su resultado.",
    },
    "answered": {
        EN: "The matter is settled. The row is Done.",
        UK: "Питання вирішено. Рядок закрито.",
        RU: "Вопрос решён. Строка закрыта.",
        ID: "Urusan selesai. Baris ditutup.",
        ES: "El asunto está resuelto. La fila se cierra.",
    },
    "spoke": {
        EN: "You spoke and agreed to speak again: when?",
        UK: "Поговорили й домовилися ще раз: коли?",
        RU: "Поговорили и договорились ещё раз: когда?",
        ID: "Sudah bicara dan akan bicara lagi: kapan?",
        ES: "Hablaron y quedaron en hablar otra vez: ¿cuándo?",
    },
    "voicemail": {
        EN: "You left a word. After the last try it is the final one, and closes.",
        UK: "Лишили повідомлення. Після останньої спроби воно останнє, і рядок закрито.",
        RU: "Оставили сообщение. После последней попытки оно последнее, и строка закрыта.",
        ID: "Pesan suara ditinggalkan. Setelah upaya terakhir, itu yang terakhir dan menutup.",
        ES: "Dejaste mensaje. Tras el último intento es el final, y cierra.",
    },
    "no_answer": {
        EN: "It rang, nobody answered. Next try: Enter takes the proposal.",
        UK: "Ніхто не відповів. Наступна спроба: Enter погоджує.",
        RU: "Никто не ответил. Следующая попытка: Enter соглашается.",
        ID: "Tidak diangkat. Coba lagi: Enter menerima usul.",
        ES: "Nadie contestó. Próximo intento: Enter acepta.",
    },
    "busy": {
        EN: "Engaged. Soon again.",
        UK: "Зайнято. Скоро ще раз.",
        RU: "Занято. Скоро ещё раз.",
        ID: "Sibuk. Sebentar lagi.",
        ES: "Comunica. Pronto otra vez.",
    },
    "message": {
        EN: "You sent a text or a mail.",
        UK: "Надіслали смс чи лист.",
        RU: "Отправили смс или письмо.",
        ID: "Pesan atau surel terkirim.",
        ES: "Mandaste un mensaje o correo.",
    },
    "wrong_number": {
        EN: "Not them. Type the right number and ring it now, or when to try again.",
        UK: "Не вони. Введіть правильний номер або час спроби.",
        RU: "Не они. Введите верный номер или время попытки.",
        ID: "Bukan mereka. Ketik nomor yang benar, atau kapan coba lagi.",
        ES: "No son ellos. Escribe el número correcto, o cuándo intentar.",
    },
    "hand_over": {
        EN: "To a colleague: initials and why, like “JL knows her color”.",
        UK: "Колезі: ініціали й чому.",
        RU: "Коллеге: инициалы и почему.",
        ID: "Ke rekan: inisial dan alasannya.",
        ES: "A un colega: iniciales y por qué.",
    },
    "not_now": {
        EN: "Not a try: another time for this caller.",
        UK: "Не спроба: інший час.",
        RU: "Не попытка: другое время.",
        ID: "Bukan upaya: waktu lain.",
        ES: "No es intento: otra hora.",
    },
    "close": {
        EN: "Done without a call; says why.",
        UK: "Закрити без дзвінка; чому.",
        RU: "Закрыть без звонка; почему.",
        ID: "Selesai tanpa telepon; alasannya.",
        ES: "Cerrar sin llamar; por qué.",
    },
    "note": {
        EN: "Half a sentence for the notes, any time in the call.",
        UK: "Пів речення в нотатки, будь-коли.",
        RU: "Полфразы в заметки, в любой момент.",
        ID: "Setengah kalimat untuk catatan.",
        ES: "Media frase para las notas.",
    },
    "edit": {
        EN: "Correct a field of the row.",
        UK: "Виправити поле.",
        RU: "Исправить поле.",
        ID: "Perbaiki satu kolom.",
        ES: "Corregir un campo.",
    },
    "undo": {
        EN: "Take back the last action, and again the one before.",
        UK: "Скасувати останню дію, потім попередню.",
        RU: "Отменить последнее действие, потом предыдущее.",
        ID: "Batalkan tindakan terakhir, lalu sebelumnya.",
        ES: "Deshacer lo último, y luego lo anterior.",
    },
    "changes": {
        EN: "What tidying changed before the walk.",
        UK: "Що змінило впорядкування.",
        RU: "Что изменило упорядочение.",
        ID: "Yang diubah saat dirapikan.",
        ES: "Lo que cambió al ordenar.",
    },
    "history": {
        EN: "All notes and changes of this row.",
        UK: "Усі нотатки й зміни рядка.",
        RU: "Все заметки и изменения строки.",
        ID: "Semua catatan dan perubahan baris.",
        ES: "Todas las notas y cambios de la fila.",
    },
    "quit": {
        EN: "Stop; everything done is recorded.",
        UK: "Зупинити; усе записано.",
        RU: "Остановить; всё записано.",
        ID: "Berhenti; semua tercatat.",
        ES: "Parar; todo queda anotado.",
    },
    "times": {
        EN: "Times: “tomorrow 17:15”, “Mon 10:00”, “in an hour”, “after 5”; “; …” adds a note.",
        UK: "Час: «завтра 17:15», «пн 10:00», «через годину»; «; …» додає нотатку.",
        RU: "Время: «завтра 17:15», «пн 10:00», «через час»; «; …» добавит заметку.",
        ID: "Waktu: “besok 17:15”, “Senin 10:00”; “; …” menambah catatan.",
        ES: "Horas: «mañana 17:15», «lunes 10:00»; «; …» añade una nota.",
    },
}
"""What each key does, a line each."""

_WEEKDAYS: Mapping[Language, tuple[str, ...]] = {
    EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    UK: ("пн", "вт", "ср", "чт", "пт", "сб", "нд"),
    RU: ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    ID: ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
    ES: ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
}
_MONTHS: Mapping[Language, tuple[str, ...]] = {
    EN: ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    UK: ("січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру"),
    RU: ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    ID: ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    ES: ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
}
_NEAR_DAYS = {-1: "day.yesterday", 0: "day.today", 1: "day.tomorrow"}


def _table(text: str) -> dict[str, dict[Language, str]]:
    rows = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return {name: dict(zip(_LANGUAGES, words, strict=True)) for name, *words in rows}


WORDS: Mapping[str, Mapping[Language, str]] = {**_table(_KEYS), **_table(_LABELS), **_SENTENCES}


def say(name: str, language: Language, *filling: object) -> str:
    """The word or sentence of this name."""
    return WORDS[name][language].format(*filling)


def when(at: datetime, now: datetime, language: Language) -> str:
    """ "today 13:30", "tomorrow 09:00", "Mon 09:00"; the date with it where a weekday would not be clear."""
    days = (at.date() - now.date()).days
    if days in _NEAR_DAYS:
        return f"{say(_NEAR_DAYS[days], language)} {at:%H:%M}"
    weekday = _WEEKDAYS[language][at.weekday()]
    if 0 < days < 7:
        return f"{weekday} {at:%H:%M}"
    year = "" if at.year == now.year else f" {at.year}"
    return f"{weekday} {at.day} {_MONTHS[language][at.month - 1]}{year} {at:%H:%M}"


def day(at: datetime, language: Language) -> str:
    """ "Fri 8 May"."""
    return f"{_WEEKDAYS[language][at.weekday()]} {at.day} {_MONTHS[language][at.month - 1]}"


def length(minutes: int, language: Language) -> str:
    """ "10 min", "2 h 10 min", "3 days"."""
    hours, rest = divmod(max(minutes, 0), 60)
    if hours >= 48:
        return say("length.days", language, hours // 24)
    parts = [say("length.hours", language, hours)] if hours else []
    parts += [say("length.min", language, rest)] if rest or not hours else []
    return " ".join(parts)
