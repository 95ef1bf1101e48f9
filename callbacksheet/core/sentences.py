"""R15 in words: for every code one plain sentence in five languages, what is wrong and what to do.

``{0}``, ``{1}`` are the issue's details in order; a part in ``[ ]`` is left out where its detail is missing.
``PLACES`` names them. The sentences stand in *Check* cells: short, and for people who never see a terminal.
"""

from __future__ import annotations

from collections.abc import Mapping

from callbacksheet.core.model import Code, Language

EN, UK, RU, ID, ES = Language.EN, Language.UK, Language.RU, Language.ID, Language.ES

PLACES: Mapping[Code, tuple[str, ...]] = {
    Code.BAD_PHONE: ("number as typed",),
    Code.NO_PHONE: (),
    Code.NO_NAME: (),
    Code.NAME_CONFLICT: ("other names",),
    Code.POSSIBLE_DUPLICATE: ("key of the other row", "what is alike"),
    Code.NO_REASON: (),
    Code.REPEAT_OF_OPEN: ("key of the older row", "its day"),
    Code.NOTES_TOO_LONG: ("key of the older row",),
    Code.REOPENED: (),
    Code.UNPARSED_RECEIVED: ("text",),
    Code.UNPARSED_STATUS: ("text",),
    Code.UNPARSED_URGENCY: ("text",),
    Code.UNPARSED_ATTEMPTS: ("text",),
    Code.UNPARSED_NEXT: ("text",),
    Code.UNPARSED_WISH: ("text",),
    Code.UNSURE_WISH: ("text",),
    Code.UNSURE_NEXT: ("text",),
    Code.CLOSED_DAY: ("the day asked for",),
    Code.MISSED_WINDOW: ("the wish",),
    Code.OUTSIDE_HOURS: ("the wish",),
    Code.NEEDS_NEXT_TIME: (),
    Code.FINAL_MESSAGE_DUE: ("attempts made",),
    Code.DONE_NO_OUTCOME: (),
    Code.OVERDUE: ("time that has passed",),
    Code.ZOMBIE: (),
    Code.BLOCKED: ("why",),
    Code.BLACKLIST_NEEDS_REASON: (),
    Code.ESCALATE: ("the word that says so",),
    Code.SENSITIVE: ("kind",),
    Code.FORMULA: ("column",),
    Code.LEFT_ALONE: ("column",),
    Code.WHO_CHANGED: ("columns",),
    Code.REMINDER_UNKNOWN: ("who was to be told",),
    Code.REMINDER_UNSENT: ("who could not be reached",),
    Code.DISPLACED: ("whose row stood here before",),
}
"""What the details of each code are; the last place takes all that are left."""

SENTENCES: Mapping[Code, Mapping[Language, str]] = {
    Code.BAD_PHONE: {
        EN: "The phone number[ “{0}”] cannot be rung as typed: check it and correct it.",
        UK: "За номером[ «{0}»] у такому вигляді не зателефонувати: перевірте й виправте його.",
        RU: "По номеру[ «{0}»] в таком виде не позвонить: проверьте и исправьте его.",
        ID: "Nomor telepon[ “{0}”] ini tidak bisa dihubungi: periksa lalu perbaiki.",
        ES: "Al teléfono[ «{0}»] no se puede llamar tal como está escrito: compruébalo y corrígelo.",
    },
    Code.NO_PHONE: {
        EN: "There is no phone number: find one, or nobody can ring back.",
        UK: "Немає номера телефону: знайдіть його, інакше ніхто не зможе передзвонити.",
        RU: "Нет номера телефона: найдите его, иначе никто не сможет перезвонить.",
        ID: "Tidak ada nomor telepon: carilah, tanpa itu tidak ada yang bisa menelepon balik.",
        ES: "Falta el teléfono: búscalo, sin él nadie puede devolver la llamada.",
    },
    Code.NO_NAME: {
        EN: "There is no name: ask for it on the next call.",
        UK: "Немає імені: запитайте під час наступного дзвінка.",
        RU: "Нет имени: спросите при следующем звонке.",
        ID: "Tidak ada nama: tanyakan saat menelepon berikutnya.",
        ES: "Falta el nombre: pregúntalo en la próxima llamada.",
    },
    Code.NAME_CONFLICT: {
        EN: "The same number also called under another name[ ({0})]: ask who it is.",
        UK: "З цього номера дзвонили і під іншим ім'ям[ ({0})]: уточніть, хто це.",
        RU: "С этого номера звонили и под другим именем[ ({0})]: уточните, кто это.",
        ID: "Nomor yang sama juga menelepon dengan nama lain[ ({0})]: tanyakan siapa orangnya.",
        ES: "El mismo número también llamó con otro nombre[ ({0})]: pregunta quién es.",
    },
    Code.POSSIBLE_DUPLICATE: {
        EN: "This may be the same caller as in row {0}[ ({1})]: compare the two, nothing was merged.",
        UK: "Можливо, це той самий клієнт, що в рядку {0}[ ({1})]: порівняйте, нічого не об'єднано.",
        RU: "Возможно, это тот же клиент, что в строке {0}[ ({1})]: сравните, ничего не объединено.",
        ID: "Mungkin ini penelepon yang sama dengan baris {0}[ ({1})]: bandingkan, tidak ada yang digabung.",
        ES: "Puede ser la misma persona que en la fila {0}[ ({1})]: compáralas, no se ha unido nada.",
    },
    Code.NO_REASON: {
        EN: "The reason is unknown: ask first what the call is about.",
        UK: "Причина невідома: спочатку запитайте, з якого питання дзвонили.",
        RU: "Причина неизвестна: сначала спросите, по какому вопросу звонили.",
        ID: "Alasannya belum jelas: tanya dulu keperluannya.",
        ES: "No se sabe el motivo: pregunta primero para qué llamó.",
    },
    Code.REPEAT_OF_OPEN: {
        EN: "The same caller's earlier call about this is still open: row {0}[, {1}]; settle both in one call.",
        UK: "Попередній дзвінок клієнта з цього питання ще відкритий: рядок {0}[, {1}]; вирішіть обидва разом.",
        RU: "Прежний звонок клиента по этому вопросу ещё открыт: строка {0}[, {1}]; решите оба разом.",
        ID: "Telepon sebelumnya soal ini masih terbuka: baris {0}[, {1}]; selesaikan keduanya sekaligus.",
        ES: "Sigue abierta su llamada anterior por lo mismo: fila {0}[, {1}]; resuelve las dos de una vez.",
    },
    Code.NOTES_TOO_LONG: {
        EN: "Not merged with the caller's earlier call[, row {0}]: no cell can hold the notes of both; shorten them.",
        UK: "Не об'єднано з попереднім дзвінком[, рядок {0}]: нотатки обох не вмістить одна клітинка; скоротіть їх.",
        RU: "Не объединено с прежним звонком[, строка {0}]: заметки обоих не вместит одна ячейка; сократите их.",
        ID: "Tidak digabung dengan telepon sebelumnya[, baris {0}]: catatan keduanya tak muat di satu sel; persingkat.",
        ES: "No se ha unido con su llamada anterior[, fila {0}]: una celda no admite las notas de ambas; acórtalas.",
    },
    Code.REOPENED: {
        EN: "The caller rang again after Done, so the row is open again: ring back.",
        UK: "Клієнт дзвонив знову вже після закриття, тож рядок знову відкритий: передзвоніть.",
        RU: "Клиент звонил снова уже после закрытия, поэтому строка снова открыта: перезвоните.",
        ID: "Penelepon menelepon lagi setelah selesai, jadi baris ini dibuka lagi: telepon balik.",
        ES: "Volvió a llamar después de cerrarse, así que la fila está abierta de nuevo: devuelve la llamada.",
    },
    Code.UNPARSED_RECEIVED: {
        EN: "The time of the call[ “{0}”] cannot be read: type a date and a time, like 2026-05-08 13:30.",
        UK: "Не вдається прочитати час дзвінка[ «{0}»]: впишіть дату й час, як-от 2026-05-08 13:30.",
        RU: "Не удаётся прочитать время звонка[ «{0}»]: впишите дату и время, например 2026-05-08 13:30.",
        ID: "Waktu telepon[ “{0}”] tidak terbaca: tulis tanggal dan jam, misalnya 2026-05-08 13:30.",
        ES: "No se entiende la hora de la llamada[ «{0}»]: escribe fecha y hora, por ejemplo 2026-05-08 13:30.",
    },
    Code.UNPARSED_STATUS: {
        EN: "The status[ “{0}”] cannot be read: choose New, Scheduled, Waiting or Done.",
        UK: "Не вдається прочитати статус[ «{0}»]: оберіть Новий, Заплановано, Очікує або Готово.",
        RU: "Не удаётся прочитать статус[ «{0}»]: выберите Новый, Запланировано, Ожидает или Готово.",
        ID: "Status[ “{0}”] tidak terbaca: pilih Baru, Dijadwalkan, Menunggu, atau Selesai.",
        ES: "No se entiende el estado[ «{0}»]: elige Nuevo, Agendado, En espera o Hecho.",
    },
    Code.UNPARSED_URGENCY: {
        EN: "The urgency[ “{0}”] cannot be read: choose High or Low, or leave the cell empty.",
        UK: "Не вдається прочитати терміновість[ «{0}»]: оберіть Висока чи Низька або залиште порожньою.",
        RU: "Не удаётся прочитать срочность[ «{0}»]: выберите Высокая или Низкая либо оставьте пустой.",
        ID: "Urgensi[ “{0}”] tidak terbaca: pilih Tinggi atau Rendah, atau kosongkan.",
        ES: "No se entiende la urgencia[ «{0}»]: elige Alta o Baja, o déjala vacía.",
    },
    Code.UNPARSED_ATTEMPTS: {
        EN: "The attempts[ “{0}”] cannot be read: type how many there were, as a number.",
        UK: "Не вдається прочитати спроби[ «{0}»]: впишіть їхню кількість числом.",
        RU: "Не удаётся прочитать попытки[ «{0}»]: впишите их количество числом.",
        ID: "Jumlah percobaan[ “{0}”] tidak terbaca: tulis dengan angka.",
        ES: "No se entienden los intentos[ «{0}»]: escribe cuántos fueron, con un número.",
    },
    Code.UNPARSED_NEXT: {
        EN: "The next callback[ “{0}”] cannot be read: type a day and a time, like “tomorrow 17:15”.",
        UK: "Не вдається прочитати наступний дзвінок[ «{0}»]: впишіть день і час, як-от «завтра 17:15».",
        RU: "Не удаётся прочитать следующий звонок[ «{0}»]: впишите день и время, например «завтра 17:15».",
        ID: "Telepon berikutnya[ “{0}”] tidak terbaca: tulis hari dan jam, misalnya “besok 17:15”.",
        ES: "No se entiende la próxima llamada[ «{0}»]: escribe día y hora, por ejemplo «mañana 17:15».",
    },
    Code.UNPARSED_WISH: {
        EN: "The best time[ “{0}”] cannot be read: ask the caller, or type it like “after 5” or “Tue 10-12”.",
        UK: "Не вдається прочитати зручний час[ «{0}»]: уточніть або впишіть, як-от «після 17» чи «вт 10-12».",
        RU: "Не удаётся прочитать удобное время[ «{0}»]: уточните или впишите, например «после 17» или «вт 10-12».",
        ID: "Waktu terbaik[ “{0}”] tidak terbaca: tanyakan, atau tulis misalnya “setelah jam 5” atau “Selasa 10-12”.",
        ES: "No se entiende la mejor hora[ «{0}»]: pregúntala o escribe, por ejemplo, «después de las 5».",
    },
    Code.UNSURE_WISH: {
        EN: "The best time[ “{0}”] can be read in more than one way: check the next callback, or type it more exactly.",
        UK: "Зручний час[ «{0}»] можна зрозуміти по-різному: перевірте наступний дзвінок або впишіть точніше.",
        RU: "Удобное время[ «{0}»] можно понять по-разному: проверьте следующий звонок или впишите точнее.",
        ID: "Waktu terbaik[ “{0}”] bisa berarti lain: periksa telepon berikutnya, atau tulis lebih jelas.",
        ES: "La mejor hora[ «{0}»] se puede entender de varias formas: revisa la próxima llamada o escríbela mejor.",
    },
    Code.UNSURE_NEXT: {
        EN: "The next callback[ “{0}”] can be read in more than one way: type the day and the time.",
        UK: "Наступний дзвінок[ «{0}»] можна зрозуміти по-різному: впишіть день і час.",
        RU: "Следующий звонок[ «{0}»] можно понять по-разному: впишите день и время.",
        ID: "Telepon berikutnya[ “{0}”] bisa berarti lain: tulis hari dan jamnya.",
        ES: "La próxima llamada[ «{0}»] se puede entender de varias formas: escribe el día y la hora.",
    },
    Code.CLOSED_DAY: {
        EN: "The day asked for[ ({0})] is a closed day: the call is moved to the next open one, say so if it matters.",
        UK: "У бажаний день[ ({0})] зачинено: дзвінок перенесено на наступний робочий, за потреби попередьте.",
        RU: "В желаемый день[ ({0})] закрыто: звонок перенесён на следующий рабочий, при необходимости предупредите.",
        ID: "Hari yang diminta[ ({0})] tutup: telepon dipindah ke hari buka berikutnya, kabari bila perlu.",
        ES: "El día pedido[ ({0})] está cerrado: la llamada pasa al siguiente día abierto, avisa si importa.",
    },
    Code.MISSED_WINDOW: {
        EN: "The time asked for[ (“{0}”)] has passed: ring once at the time shown, leave a message, agree another.",
        UK: "Бажаний час[ («{0}»)] минув: зателефонуйте у вказаний час, лишіть повідомлення, домовтеся про новий.",
        RU: "Желаемое время[ («{0}»)] прошло: позвоните в указанное время, оставьте сообщение, договоритесь о новом.",
        ID: "Waktu yang diminta[ (“{0}”)] sudah lewat: telepon sesuai jadwal, tinggalkan pesan, sepakati waktu baru.",
        ES: "Ya pasó la hora pedida[ («{0}»)]: llama una vez a la hora indicada, deja un mensaje breve y acuerda otra.",
    },
    Code.OUTSIDE_HOURS: {
        EN: "The time asked for[ (“{0}”)] is outside our hours: ring at the time shown and agree another.",
        UK: "Бажаний час[ («{0}»)] поза робочими годинами: зателефонуйте у вказаний час і домовтеся про інший.",
        RU: "Желаемое время[ («{0}»)] вне рабочих часов: позвоните в указанное время и договоритесь о другом.",
        ID: "Waktu yang diminta[ (“{0}”)] di luar jam buka: telepon pada waktu yang tertera dan sepakati waktu lain.",
        ES: "La hora pedida[ («{0}»)] está fuera del horario: llama a la hora indicada y acuerda otra.",
    },
    Code.NEEDS_NEXT_TIME: {
        EN: "Tried, but no next time was set: type when to try again in Next callback.",
        UK: "Спроба була, але наступний час не вказано: впишіть у «Наступний дзвінок», коли спробувати ще.",
        RU: "Попытка была, но следующее время не указано: впишите в «Следующий звонок», когда попробовать ещё.",
        ID: "Sudah dicoba, tetapi waktu berikutnya belum ada: tulis di Telepon berikutnya kapan mencoba lagi.",
        ES: "Ya se intentó, pero no hay próxima hora: escribe en Próxima llamada cuándo volver a intentarlo.",
    },
    Code.FINAL_MESSAGE_DUE: {
        EN: "All attempts are used up[ ({0})]: leave a final message, note it, and close the row.",
        UK: "Усі спроби вичерпано[ ({0})]: залиште останнє повідомлення, запишіть це й закрийте рядок.",
        RU: "Все попытки исчерпаны[ ({0})]: оставьте последнее сообщение, запишите это и закройте строку.",
        ID: "Semua percobaan sudah habis[ ({0})]: tinggalkan pesan terakhir, catat, lalu tutup baris ini.",
        ES: "Se agotaron los intentos[ ({0})]: deja un mensaje final, anótalo y cierra la fila.",
    },
    Code.DONE_NO_OUTCOME: {
        EN: "Done, but nothing says what came of it: write a word or two in Outcome.",
        UK: "Закрито, але не сказано, чим закінчилося: впишіть кілька слів у «Результат».",
        RU: "Закрыто, но не сказано, чем закончилось: впишите пару слов в «Итог».",
        ID: "Sudah selesai, tetapi hasilnya tidak dicatat: tulis satu dua kata di Hasil.",
        ES: "Está hecho, pero no dice cómo acabó: escribe una o dos palabras en Resultado.",
    },
    Code.OVERDUE: {
        EN: "The callback is overdue[ since {0}]: ring now, or set a new time.",
        UK: "Дзвінок прострочено[ з {0}]: зателефонуйте зараз або призначте новий час.",
        RU: "Звонок просрочен[ с {0}]: позвоните сейчас или назначьте новое время.",
        ID: "Telepon balik ini terlambat[ sejak {0}]: telepon sekarang, atau tentukan waktu baru.",
        ES: "La llamada está atrasada[ desde {0}]: llama ahora o fija otra hora.",
    },
    Code.ZOMBIE: {
        EN: "Nothing has happened here for two days: ring today, or close the row with an outcome.",
        UK: "Тут уже два дні нічого не відбувається: зателефонуйте сьогодні або закрийте рядок із результатом.",
        RU: "Здесь уже два дня ничего не происходит: позвоните сегодня или закройте строку с итогом.",
        ID: "Sudah dua hari tidak ada tindakan di sini: telepon hari ini, atau tutup baris dengan hasilnya.",
        ES: "Aquí no pasa nada desde hace dos días: llama hoy o cierra la fila con un resultado.",
    },
    Code.BLOCKED: {
        EN: "This number is on the blocked list[ ({0})]: do not ring back.",
        UK: "Цей номер у списку заблокованих[ ({0})]: не передзвонюйте.",
        RU: "Этот номер в списке заблокированных[ ({0})]: не перезванивайте.",
        ID: "Nomor ini ada di daftar blokir[ ({0})]: jangan telepon balik.",
        ES: "Este número está en la lista de bloqueados[ ({0})]: no devuelvas la llamada.",
    },
    Code.BLACKLIST_NEEDS_REASON: {
        EN: "This number is on the blocked list without a reason, so it stays open: add the reason, or ring back.",
        UK: "Номер у списку заблокованих без причини, тому рядок відкритий: додайте причину або передзвоніть.",
        RU: "Номер в списке заблокированных без причины, поэтому строка открыта: добавьте причину или перезвоните.",
        ID: "Nomor ini diblokir tanpa alasan, jadi tetap terbuka: tambahkan alasannya, atau telepon balik.",
        ES: "El número está bloqueado sin motivo, por eso sigue abierto: añade el motivo o devuelve la llamada.",
    },
    Code.ESCALATE: {
        EN: "The caller is upset or asks for somebody in charge[ (“{0}”)]: hand it to the manager first.",
        UK: "Клієнт незадоволений або просить керівника[ («{0}»)]: спершу передайте керівникові.",
        RU: "Клиент недоволен или просит руководителя[ («{0}»)]: сначала передайте руководителю.",
        ID: "Penelepon kesal atau meminta atasan[ (“{0}”)]: serahkan dulu kepada atasan.",
        ES: "Está molesto o pide hablar con un responsable[ («{0}»)]: pásalo primero al encargado.",
    },
    Code.SENSITIVE: {
        EN: "There is something private here[ ({0})]: remove it from the sheet and keep it where it belongs.",
        UK: "Тут є особисті дані[ ({0})]: приберіть їх з таблиці й зберігайте там, де належить.",
        RU: "Здесь есть личные данные[ ({0})]: уберите их из таблицы и храните там, где положено.",
        ID: "Ada data pribadi di sini[ ({0})]: hapus dari lembar ini dan simpan di tempat yang semestinya.",
        ES: "Aquí hay datos privados[ ({0})]: quítalos de la hoja y guárdalos donde corresponde.",
    },
    Code.FORMULA: {
        EN: "[{0}: ]this cell holds a formula, so it is left alone: type the value itself.",
        UK: "[{0}: ]у клітинці формула, тому її не змінено: впишіть саме значення.",
        RU: "[{0}: ]в ячейке формула, поэтому она не изменена: впишите само значение.",
        ID: "[{0}: ]sel ini berisi rumus, jadi dibiarkan: ketik nilainya langsung.",
        ES: "[{0}: ]la celda tiene una fórmula y no se toca: escribe el valor directamente.",
    },
    Code.LEFT_ALONE: {
        EN: "[{0}: ]put right twice and changed back each time, so it is left: find out who or what does that.",
        UK: "[{0}: ]двічі виправлено й щоразу змінено назад, тож лишено: з'ясуйте, хто чи що це робить.",
        RU: "[{0}: ]дважды исправлено и каждый раз изменено обратно, поэтому оставлено: выясните, кто это делает.",
        ID: "[{0}: ]dua kali dirapikan dan selalu dikembalikan, jadi dibiarkan: cari tahu siapa yang mengubahnya.",
        ES: "[{0}: ]se corrigió dos veces y se volvió a cambiar, así que se deja: averigua quién o qué lo cambia.",
    },
    Code.WHO_CHANGED: {
        EN: "Somebody changed this row[ ({0})] without initials: type yours in By.",
        UK: "Хтось змінив цей рядок[ ({0})] без ініціалів: впишіть свої в «Хто змінив».",
        RU: "Кто-то изменил эту строку[ ({0})] без инициалов: впишите свои в «Кто изменил».",
        ID: "Baris ini diubah[ ({0})] tanpa inisial: tulis inisial Anda di Oleh.",
        ES: "Alguien cambió esta fila[ ({0})] sin iniciales: escribe las tuyas en Por.",
    },
    Code.REMINDER_UNKNOWN: {
        EN: "Nobody can say whether the reminder[ to {0}] went out: ring anyway, or tell them yourself.",
        UK: "Невідомо, чи дійшло нагадування[ для {0}]: зателефонуйте все одно або скажіть самі.",
        RU: "Неизвестно, дошло ли напоминание[ для {0}]: позвоните всё равно или скажите сами.",
        ID: "Tidak pasti apakah pengingat[ untuk {0}] terkirim: tetap telepon, atau sampaikan sendiri.",
        ES: "No se sabe si llegó el aviso[ a {0}]: llama igualmente o díselo tú.",
    },
    Code.REMINDER_UNSENT: {
        EN: "The reminder[ to {0}] could not be delivered: ring now, or tell them yourself.",
        UK: "Нагадування[ для {0}] не вдалося доставити: зателефонуйте зараз або скажіть самі.",
        RU: "Напоминание[ для {0}] не удалось доставить: позвоните сейчас или скажите сами.",
        ID: "Pengingat[ untuk {0}] gagal terkirim: telepon sekarang, atau sampaikan sendiri.",
        ES: "No se pudo entregar el aviso[ a {0}]: llama ahora o díselo tú.",
    },
    Code.DISPLACED: {
        EN: "Rows had just moved when somebody typed here: look whether that was meant for {0}.",
        UK: "Рядки щойно змінили місця, коли тут писали: перевірте, чи це не призначалося для {0}.",
        RU: "Строки только что сменили места, когда здесь писали: проверьте, не предназначалось ли это для {0}.",
        ID: "Baris baru saja berpindah saat seseorang mengetik di sini: periksa apakah itu untuk {0}.",
        ES: "Las filas acababan de moverse cuando alguien escribió aquí: mira si era para {0}.",
    },
}

ANOTHER_ROW = "another row"
"""In place of the name of a caller whom nobody can name any more."""
ANOTHER_ROWS: Mapping[Language, str] = {
    EN: ANOTHER_ROW,
    UK: "іншого рядка",
    RU: "другой строки",
    ID: "baris lain",
    ES: "otra fila",
}

KINDS: Mapping[str, Mapping[Language, str]] = {
    "card number": {
        EN: "card number",
        UK: "номер картки",
        RU: "номер карты",
        ID: "nomor kartu",
        ES: "número de tarjeta",
    },
    "bank account": {
        EN: "bank account",
        UK: "банківський рахунок",
        RU: "банковский счёт",
        ID: "rekening bank",
        ES: "cuenta bancaria",
    },
    "national id": {
        EN: "identity number",
        UK: "ідентифікаційний номер",
        RU: "номер документа",
        ID: "nomor identitas",
        ES: "número de identidad",
    },
    "passport": {EN: "passport", UK: "паспорт", RU: "паспорт", ID: "paspor", ES: "pasaporte"},
    "health": {EN: "health", UK: "здоров'я", RU: "здоровье", ID: "kesehatan", ES: "salud"},
}
"""The kinds of private things, as ``sensitive_kind`` names them, in the words of the desk."""
