"""R7 and R10 in words: what staff type as status, urgency and final messages, in five languages.

The notation is that of ``cues``. Tables hold roots, not whole cells: "called 2x no answer" is read in parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from callbacksheet.core.model import Language, Status, Urgency

EN, UK, RU, ID, ES = Language.EN, Language.UK, Language.RU, Language.ID, Language.ES
NEW, SCHEDULED, WAITING, DONE = Status.NEW, Status.SCHEDULED, Status.WAITING, Status.DONE


class Says(StrEnum):
    """What one phrase in a status says. ``ANSWER`` says something only when negated: "didn't pick up"."""

    CLOSED = "closed"
    SPOKE = "spoke"
    CALLED_BACK = "called_back"
    TRIED = "tried"
    ANSWER = "answer"
    WAITING = "waiting"
    AGREED = "agreed"
    CALL = "call"
    AGAIN = "again"
    MOMENT = "moment"
    NEW = "new"
    REOPENED = "reopened"


BARE: Mapping[Status, str] = {
    Status.NEW: """
        [new|open|todo|to do|fresh]; [новий|нова|нове|нові|відкрито|відкритий|відкрита];
        [новый|новая|новое|новые|открыто|открыт|открыта]; [baru|buka|terbuka|belum|blm]; [not yet|
        not yet called]; [ще ні|поки ні]; [еще нет|пока нет];
        [todavia no|aun no];
        [nuevo|nueva|nuevos|abierto|abierta|por hacer]
    """,
    Status.SCHEDULED: """
        [scheduled|sched|planned|agreed];
        [заплановано|запланований|запланована|домовлено|домовились|домовилися|узгоджено];
        [запланировано|запланирован|запланирована|договорились|согласовано|назначено];
        [dijadwalkan|terjadwal|sepakat|sudah dijadwalkan];
        [agendado|agendada|programado|programada|acordado|planificado]
    """,
    Status.WAITING: """
        [waiting|pending|wait|on hold|in progress]; [очікує|очікування|очікуємо|чекаємо|чекає|в
        очікуванні|в роботі|в процесі]; [ожидает|ожидание|ожидаем|ждем|ждет|в ожидании|в работе|в
        процессе]; [menunggu|tunggu|nunggu|proses|diproses|sedang diproses]; [en
        espera|espera|esperando|pendiente|en proceso|en curso]
    """,
    Status.DONE: """
        [done|close|closed|complete|completed|finished|all done|ok|okay];
        [готово|закрито|закрив|закрила|зроблено|виконано|завершено|закінчено|ок];
        [готово|закрыто|закрыт|закрыла|закрыл|сделано|выполнено|выполнен|завершено|завершен|закончено|ок];
        [selesai|sudah
        selesai|beres|sudah|kelar|tutup|ditutup|ok|oke|sudah beres|sudah ditutup];
        [hecho|hecha|listo|lista|cerrado|cerrada|completado|completada|terminado|terminada|finalizado|
        finalizada|completo]
    """,
}
"""Whole cells that say no more than the bare status word; whatever else was typed is kept as prose."""

TICKS = frozenset("✓✔✅☑")

DOUBTS = """
    almost nearly half partly partially mostly maybe perhaps probably possibly likely seems
    майже частково наполовину може можливо мабуть здається ніби наче
    почти частично наполовину может возможно вроде кажется наверное похоже
    hampir sebagian setengah mungkin kayaknya sepertinya
    casi parcialmente quizas quiza talvez probablemente parece creo medio
"""
NEGATIONS = """
    not no never isnt wasnt arent werent didnt doesnt dont cant cannot couldnt wont wouldnt havent hasnt
    hadnt aint
    without nobody unable failed non nor neither
    не ні без немає нема ніхто неможливо ніколи
    не нет ни без никто нельзя никогда нету
    tidak tdk tak belum blm blum bukan gak ga gk nggak ngga ngak enggak engga jangan tanpa
    no sin nunca jamas tampoco ni nadie
"""
NOT_YET = """
    will should must need needs needed want wants trying going if when once until till before unless
    could might would
    awaiting ready hopefully
    треба потрібно потрібен буде будемо буду якщо коли можна хоче планує збирається просить поки чекаємо
    чекаю має
    надо нужно нужен нужна будет будем буду если когда должен должна можно хочет планирует собирается
    просит пока
    ждем жду осталось
    perlu harus akan mau ingin kalau jika bila setelah sebelum minta menunggu tunggu nunggu butuh hendak
    falta faltan debe deberia quiere cuando hasta pendiente espera esperando necesita queda quedan antes
    hay tiene voy vamos va
"""
"""Words of what is still to come: "will close", "надо закрыть", "falta cerrar" are not Done."""

JUST_BEFORE = "to be por para"
"""The same, directly before the cue only: "to close", "por cerrar"."""

STATUS_CUES: Mapping[Says, str] = {
    Says.CLOSED: """
        done; closed; close; closing;; clsd; закрыто; закрыта; закрыт; закрыты; закрито; закрита;
        закритий; закриті; complete; completed; completes;; finished;; finaliz*; finalis*; resolved;
        solved; sorted; fixed; handled; settled; [taken|took]
        care; dealt with; wrapped up; booked; bookd; bkd; rebooked; confirmed; purchased; bought; paid;
        refunded; reimbursed; refund [issued|sent|done|given|processed|made]; sold; enrolled; cancel;
        cancels; canceled; cancelled; canceling; cancelling;
        cancellation; [gave|given|giving|give] up; declined; refused; rejected; not interested;
        uninterested; lost interest; no interest; no longer
        [needed|needs|need|interested|wants|want|required|wanted|relevant]; [not|isnt|wasnt] needed; no
        need; [doesnt|does not|didnt|did not|dont|do not] [need|want]; changed [her|his|their|] mind;
        [went|gone|going] [elsewhere|with someone else|with another]; found
        [someone|somebody|somewhere|another]; nothing [needed|further|else needed|to do]; no further
        action; no action [needed|required]; nfa; all [set|good]; [no|not] [call|callback|call back]
        [needed|required|necessary]; [do not|dont] [call*|contact|ring|phone]; dnc; duplicate; dup; dupe;
        spam; robocall*; telemarket*; solicitation;;; archived; stop calling; stopped calling;
        [appt|appointment|visit] [scheduled|made|set|booked|confirmed|moved|changed|rescheduled];
        [scheduled|rescheduled|moved|changed|made] [an|the|her|his|their|] [appt|appointment|visit];
        question answered; answered [the|her|his|their|all] [question|questions]; issue
        [closed|fixed|gone];

        готово;;;; закрив; закрила; закрили; закриваю; закриваємо; зроблен*; [виконано|виконана|виконаний|
        завершено|завершена|завершений|закінчено|закінчена|вирішено|вирішена|вирішений|вирішені|оформлено|
        оформлена|підтверджено|підтверджена]; [питання|проблему|все] [вирішили|вирішила|вирішив];
        зробив; зробила; зробили;; виконав; виконала; виконали;; завершив; завершила;
        завершили;; закінчив; закінчила;;;;; вирішилось;
        владнан*; врегульован*;; оформив; оформила; оформили; записан*; записав; записала;
        записали; записалась; записалася; записався; записались; заброньован*; забронювала; забронював;
        забронювали; оплачен*; оплатив; оплатила; оплатили; продан*; скасован*; скасував; скасувала;
        скасували; відмін*; відмов*; передумав; передумала; передумали; неактуальн*; не актуальн*; не
        цікав*; не зацікавл*; не потрібн*; більше не [потрібн*|треба|цікав*|актуальн*|дзвонити|дзвонимо];
        вже не [треба|потрібн*|актуальн*]; не треба; не дзвонити; не телефонувати; дубль; дублікат; спам;
        здались; здалися; припинили; повернули [гроші|кошти]; кошти повернен*; питання
        [закрит*|знято|вирішен*];; підтвердила; підтвердив; перезаписав; перезаписала;
        перезаписали;;;; закрыл; закрыла; закрыли;; закрываю; закрываем; закр; вып;
        сделан*; [выполнено|выполнена|выполнен|завершено|завершена|завершен|закончено|закончена|закончен|
        оформлено|оформлена|оформлен|подтверждено|подтверждена|подтвержден]; [вопрос|проблему|
        все] [решили|решила|решил]; сделал;
        сделала; сделали;; выполнил; выполнила; выполнили;; завершил; завершила;
        завершили;; закончил; закончила; решен; решена; решено; решены;;;;
        решилось; разобрались; улажен*; урегулирован*;; оформил; оформила; оформили; записан*;
        записал; записала; записали; записалась; записался; записались; забронирован*; забронировал;
        забронировала; забронировали; оплачен*; оплатил; оплатила; оплатили; продан*; отменен*; отменил;
        отменила; отменили; отмена; отказ; отказал*; отказано; передумал; передумала; передумали;
        неактуальн*; не актуальн*; не интерес*; не [нужно|нужен|нужна|надо]; больше не
        [нужно|нужен|нужна|надо|звонить|звоним|интерес*|актуальн*]; уже не
        [нужно|надо|нужен|нужна|актуальн*]; не звонить; дубль; дубликат; спам; сдались; прекратили;;
        вернули [деньги|средства]; деньги возвращены; вопрос [закрыт*|снят*|решен*];;
        подтвердил; подтвердила; перезаписал; перезаписала; перезаписали; возврат [оформлен*|сделан*];

        selesai; beres; tuntas; tutup; ditutup; kelar; ya pago; pago [hecho|recibido|realizado]; deal;
        rampung; sudah
        [booking|book|dibooking|pesan|dipesan|daftar|terdaftar|oke|ok|bayar|dibayar|lunas|close|tutup];
        [dibooking|terbooking|booked]; batal; dibatalkan; membatalkan; cancel;
        [tidak|tdk|gak|ga|nggak|ngga] [jadi|minat|berminat|tertarik|perlu|butuh|usah]; tidak [perlu|usah]
        [ditelepon|telepon|dihubungi]; lunas; dibayar; direfund; refund [selesai|beres|sudah]; menolak;
        menyerah; dikonfirmasi; terkonfirmasi; duplikat; dobel; jangan
        [ditelepon|dihubungi|telepon|hubungi]; berhenti [menelepon|telepon]; teratasi; terselesaikan;
        diselesaikan;;

        hecho; hecha; listo; lista; cerrad*; cierro;;; cerramos; cerre; cerro;;
        cerrando;; completad*;; terminad*;; finalizad*; finalizo; resuelt*;
        resolvi*; solucionad*; soluciono; atendid*; reservad*; reservo; reserve; reservamos; cita
        [dada|hecha|confirmada|agendada|reservada|programada|cambiada|asignada]; [agendo|agendamos|agende]
        cita; [dio|di|dimos|tiene] cita; confirmad*; confirmo; cancelad*; cancelo; cancela; anulad*; ya no
        [quiere|necesita|le interesa|interesa|hace falta]; no [le|les|]
        [interesa|interesado|interesada|interesan]; no [quiere|necesita] [nada|mas|cita|llamada]; no hace
        falta; desistio; desiste; se rindio; nos rendimos; rendirse; pagad*;; reembolsad*; devuelto
        el dinero; rechazad*; rechazo; spam; duplicad*; no llamar; no volver a llamar; no llamar mas;
        descartad*; archivad*; vendid*; arreglad*; solventad*; gestionad*; tramitad*
    """,
    Says.SPOKE: """
        answered; answers; spoke; spoken; talked; reached; got [through|thru|hold|her|him|them]; connected;
        replied; responded; picked up; helped; informed; advised; explained; chatted; discussed; відповів;
        відповіла; відповіли; додзвонив*; додзвонил*; поговорив; поговорила; поговорили; розмовляв;
        розмовляла;
        розмовляли; поспілкув*; звязал*; звязав*; [взяв|взяла|взяли|підняв|підняла] [слухавку|трубку];
        проконсультув*; пояснив; пояснила; пояснили; ответил; ответила; ответили; дозвонил*; дозвон;
        поговорил;
        поговорила; поговорили; переговорил*; разговаривал*; пообщал*; связал*; созвонил*;
        [взял|взяла|взяли|поднял|подняла] трубку; проконсультир*; объяснил; объяснила; объяснили; dijawab;
        diangkat; menjawab; jawab; angkat; bicara; berbicara; ngobrol; tersambung; terhubung; dibantu;
        dijelaskan; contesto; contestó; contestado; contestada; contestaron; respondio; respondido;
        respondieron; hablado; hable; hablo; hablamos; hablaron; atendio; atendieron; contactad*;
        contactamos; localizad*; localizo; informad*; explicad*; comunique
    """,
    Says.CALLED_BACK: """
        called [him|her|them|client|customer|] back; rang [him|her|them|] back; phoned [him|her|them|]
        back; rung back; cbd; [returned|returning] [the|her|his|their|] call; call returned; contacted;
        callback [made|completed]; передзвонив; передзвонила; передзвонили; передзвонено; перетелефонував;
        перетелефонувала; перетелефонували; перезвонил; перезвонила; перезвонили; перезвонено; обзвонил*;
        обзвонен*; [sudah|sdh|udah|telah]
        [ditelepon|ditelpon|ditelp|telepon|telpon|telp|dihubungi|hubungi|dikontak|dikabari|dicall|call]
        [balik|kembali|]; [ditelepon|ditelpon|dihubungi] [balik|kembali]; llamada devuelta; devuelta [la|]
        llamada; [devolvi|devolvimos|devolvio] [la|] llamada; llamad* de vuelta; ya
        [llamado|llamada|llame|llamamos|se llamo]; se le llamo; llamado; llamada [hecha|realizada]
    """,
    Says.TRIED: """
        called; calling; rang; ringing; dialed; dialled; phoned; tried; try; tries; attempt*; twice;
        thrice; [2|3|4|5|6] [x|times]; x [2|3|4|5|6]; reached out;
        chasing; chased; дзвонив; дзвонила; дзвонили; подзвонив; подзвонила; подзвонили; телефонував;
        телефонувала; телефонували; набирав; набирала; набирали; спроба; спроби; двічі; тричі; [2|3|4|
        5] [рази|разів]; спроб; зателефонував;
        зателефонувала; зателефонували; дзвінок; звонил; звонила; звонили; позвонил; позвонила; позвонили;
        набирал; набирала; набирали; набрал; набрала; попытка; попытки; дважды; трижды; [2|3|4|5] [раза|
        раз]; попыток; пробовал; пробовала;
        пробовали; прозвон*; ditelepon; ditelpon; ditelp; menelepon;;; telp; dihubungi;
        dicoba; coba; mencoba; [2|3|4|5|dua|tiga] [kali|x]; percobaan; panggilan; llame; llamamos; [2|3|4|
        5|dos|tres] veces; llamo; llamando; intent*; probe;
        probamos; llamada; llamadas
    """,
    Says.ANSWER: """
        answer; answering; reply; replying; respond; responding; response; pick; picking; pickup; reach;
        contact; connect; luck; get [through|thru|hold|her|him|them]; home; speak; talk; resolve; solve;
        book;
        fix; handle; responsive; закрыть; закрити; cerrar; completo; готов; готова; готовий; відповід*;
        бере; беруть; брав; брала; взяв; взяла; взяли; піднімає; підняв; підняла; знімає; зняв; зняла;
        можу; вдалося; вирішити; записатися; вдалось; отвеча*; ответ; ответа; ответит; берет; берут; брал;
        брала; взял; взяла;
        взяли; поднимает; поднял; подняла; снимает; снял; сняла; могу; удалось; смог; смогла; решить;
        записаться; доступ*;
        доступн*; respon; merespon; merespons; jawaban; balas; dibalas; membalas; nyambung; sambung;
        aktif; bisa; ada; kejawab; keangkat; booking; contesta; contestan; contestar; responde; responden;
        responder; respuesta; atiende; atender; coge; cogen; cogio; agarra; descuelga; descolgo; localiza;
        localizar; logro; pude; disponible; esta; estaba; resolver; terminar; finalizar; solucionar;
        hablar; reservar; habla
    """,
    Says.WAITING: """
        waiting; wait; waits; awaiting; pending; [toko|kantor|salon|klinik|warung] [sudah|lagi|masih|
        ] tutup; pend; hold; [in|work in] [progress|process]; processing;
        working; ongoing; parked; postponed; deferred; snoozed; follow up; following up; followup;
        thinking; considering; deciding; undecided; answered by [machine|vm|voicemail]; [machine|
        voicemail|vm] [answered|picked up]; answering machine; [wrong|other|another] person answered;
        someone else [answered|picked up]; escalated; transferred; forwarded; passed to; [will|
        ll|to] call [us|me|in];
        [will|ll] call [himself|herself|themselves]; [client|customer|caller|she|he|they] to call;
        [he|she|they|client|customer|hell|shell|theyll] will call; lvm; l m; v m; l v m; n ans*; lm; lmtc;
        lmtcb; lmom; vm; vms; vmail;
        voicemail*; voice mail*; [voice|text] message*; message; messages; messaged; mssg; msg; msgs;
        left; leave [msg|message|vm|voicemail]; text; texts; texted; sms*; email; emailed; emails;
        whatsapp*; sent; no
        [ans*|answer*|asnwer|answr|reply|replies|response|pick*|pickup|luck|joy|dice|contact|
        connection|anser];
        noans*; noanswer; not [answer*|respond*|reply*|reach*|pick*|home|in|there|available|avail|around];
        ; unanswered; [nobody|no one|none] [home|there|in]; unreachable; unavailable; unresponsive; dna;
        na [x|again|twice]; busy;
        engaged; occupied; wrong [number|num|no|person|#|]; wrng; disconnected; [not|out of|not in]
        service; invalid number; bad number; number [invalid|wrong|disconnected|dead|off]; dead line; rang
        out; rings out; hung up; hangs up; [cut|call] [off|dropped|cut]; dropped; call rejected;
        mailbox [full|]; out of
        office; ooo; [on|in] [vacation|holiday|a meeting|meeting|leave]; away; phone off; switched off; no
        signal; driving; [office|shop|store|business|clinic|company|they|theyre] [was|is|were|are|]
        closed; [was|were] closed; fully booked; incomplete; unfinished; unresolved; unconfirmed; undone;
        not sure; unsure; call [back|] later; later; tbc;

        очік*; чека*; в очікуванні; [в|у] роботі; [в|у] процесі; в обробці; на паузі; на утриманні;
        відкладен*; думає; передан*; передав; передала; передали; [сам|сама|самі] [передзвон*|зателефон*|
        подзвон*|набер*]; передзвонить [сам|сама]; подумає; думають; уточнює; уточнюємо; не
        [відпов*|додзвон*|бере*|берут*|взяв|взяла|взяли|підні*|підня*|знім*|доступн*|на місці|в мережі|на
        звязку]; [немає|нема|без] [відповіді|звязку|на місці]; недодзвон*; недоступ*;; тиша;
        не туди потрапил*;
        мовчить; гудки; зайнят*; поза зоною; вимкнен*; скинув; скинула; скинули; скидає; збив; збила;
        автовідповідач*; голосов*; залишив; залишила; залишили; залишен*; повідомлення; повідомив; смс;
        написав; написала; написали; надіслав; надіслала; надіслали; надіслано; відправив; відправила;
        відправили; відправлено; лист; вайбер; вотсап; телеграм; не той номер;
        [невірний|неправильний|чужий|неіснуючий] номер; номер [невірний|неправильний|не існує|не
        обслуговується]; помил*; обірвал*; пізніше; невирішен*; незавершен*; незакрит*; нерозв*; за
        кермом; на нараді; у відпустці; хворіє;

        ожида*; ждет; ждем; жду; ждут; в ожидании; в работе; в процессе; в обработке; на паузе; на
        удержании; отложен*; отложил*; думает; передан*; передал; передала; передали; [сам|сама|
        сами] [перезвон*|позвон*|набер*]; перезвонит [сам|сама]; подумает; думают; уточняет; уточняем; не
        [отвеч*|ответ*|дозвон*|бер*|взял|взяла|взяли|подним*|подня*|сним*|снял|сняла|доступ*|на месте|в
        сети|на связи]; [нет|без] [ответа|связи|на месте|доступа]; недозвон*; недоступ*;; тишина;
        молчит; молчание; гудки; занят*; вне зоны; выключен*; ндз; н о; н отв*; не туда попал*; нбт;
        сбросил*; сбрасыва*; сброс;
        автоответчик*; голосов*; оставил*; оставлен*; сообщение; сообщения; сообщений; смс; написал;
        написала; написали; отправил; отправила; отправили; отправлен*; выслал*; послал*; письмо; вотсап;
        ватсап; вайбер; телеграм; не тот номер; [неверный|неправильный|чужой|несуществующий] номер; номер
        [неверный|неправильный|не существует|не обслуживается]; ошиб*; ошиблись; оборвал*; прервал*;
        позже; попозже; нерешен*; не решен*; незаверш*; незакрыт*; за рулем; на совещании; в отпуске;
        болеет;

        menunggu; tunggu; nunggu; ditunggu; pending; [sedang|masih|dalam]
        [proses|diproses|dikerjakan|ditangani|berlangsung]; proses; diproses; ditunda; diteruskan;
        akan [telepon|menelepon|menghubungi] [sendiri|lagi|kembali|balik]; tunda; pikir*;
        mikir*; dipikir*; [tidak|tdk|tak|gak|ga|gk|g|nggak|ngga|enggak|engga|belum|blm]
        [diangkat*|angkat|dijawab|jawab|menjawab|ada jawaban|ada
        respon*|respon*|merespon*|aktif|tersambung|terhubung|nyambung|bisa dihubungi|dapat dihubungi|ada
        di tempat|di tempat|ada|bales|balas|dibalas]; nada sibuk; sibuk; ditolak; direject; reject;
        dimatikan; mati; salah [nomor|nomer|sambung|orang|no]; nomor [salah|mati|tidak aktif|tidak
        terdaftar]; [tinggal|tinggalkan|ninggalin|meninggalkan|titip|kirim|dikirim|dikirimi|terkirim]
        [pesan|vm|voicemail|wa|sms|chat|email|]; pesan*; wa; chat; di wa;; di luar
        [jangkauan|kota]; luar jangkauan; terputus; putus; nanti; rapat; meeting; nyetir; libur; cuti;
        sakit;

        espera; lista de espera; pte; pdte; ppte; esperando; en espera; pendiente*; en [proceso|curso|
        tramite|gestion|
        pausa]; aplazad*;
        pospuest*; pensando; pensandolo; no esta [hech*|list*|resuelt*|cerrad*|terminad*|complet*|
        confirmad*|reservad*|agendad*|pagad*]; derivad*; transferid*; [llamara|llamaran|llama] [el|ella|
        ellos] [mismo|misma|]; nos [llama|llamara]; lo [piensa|pensara]; pensarlo; no
        [contest*|respond*|atiend*|atendi*|coge*|cogi*|descuelg*|descolg*|localiza*|disponible|esta|estaba|hay
        nadie|agarr*|dio respuesta|tomo]; sin [respuesta|contestar|contestacion|exito|responder]; no hay
        [respuesta|contestacion|nadie];; ocupad*; comunica; comunicando; buzon; contestador*;
        mensaje*; recado*; deje; dejo; dejado; dejada; dejamos; enviad*; envie; envio; mandad*; mande;
        mando; escrib*; escrito; correo; apagad*; fuera de [cobertura|servicio|linea|oficina]; numero
        [equivocado|incorrecto|erroneo|malo|no existe|inexistente]; equivocad*; incorrect*; no existe;
        colgo; cuelga; colgaron; se corto; cortad*; mas tarde; luego; reunion; vacaciones; manejando;
        conduciendo; inconcluso
    """,
    Says.AGREED: """
        scheduled; sched; schedule; scheduling; sheduled; schedualed; reschedul*; resched; agreed; agree;
        arranged; arrange; planned; plan; [set|set up] for; [call|callback|call back|time|phone call]
        [set|booked|scheduled|arranged|agreed|confirmed|fixed]; [booked|confirmed|set up|made|fixed]
        [a|the|] [call|callback|call back|phone call]; slot; запланован*; заплануйте; запланував;
        запланувала; запланували; призначен*; призначив; призначила; призначили; домовил*; домовлен*;
        узгоджен*; узгодил*; погоджен*; погодил*; перенес*; перенос; заплан*; [дзвінок|дзвінку]
        [записан*|призначен*]; запланирован*; запланировал*; назначен*; назначил*; договорил*; договорен*;
        согласован*; согласовал*; условил*; перенес*; перенос; dijadwal*; terjadwal*; jadwal; jadwalkan;
        sepakat; disepakati; direncanakan; janjian; setuju; janji [telepon|telpon]; reschedul*; agendad*;
        agendar; agendo; programad*; programo; planificad*; planead*; acordad*; acordamos; quedamos;
        quedo; pactad*; reprogramad*; reagendad*; concertad*; llamada
        [agendada|programada|acordada|concertada|reservada]; pospuesta para
    """,
    Says.CALL: """
        call; call [back|bk|him|her|them]; callback; callbk; cb; ring [back|him|her|them]; ring; recall;
        [do not|dont] [call|ring|phone] [back|] [before|until|till|after|at|on|in|today|now|yet|this];
        phone back; phone; [needs|need] [a|to|] [call|callback|call back]; to [call|be called|ring|phone];
        передзвон*; передзвін; перетелефонувати; зателефонувати; подзвонити; дзвонити; телефонувати;
        набрати; [не|не треба|не потрібно] [дзвонити|телефонувати|передзвонювати] [до|після|раніше|
        пізніше|сьогодні|в|у|з|вранці|вдень|ввечері]; перезвон*; позвонить; звонить; обзвонить; набрать;
        [не|не надо|не нужно] [звонить|перезванивать] [до|после|раньше|позже|сегодня|в|с|утром|днем|
        вечером]; созвон;
        [telepon|telpon|telp|hubungi|call|kontak] [kembali|balik|ulang]; hubungi; jangan [telepon|telpon|
        hubungi|ditelepon|dihubungi] [sebelum|setelah|hari|jam|dulu|sekarang|pagi|siang|malam];
        minta [ditelepon|
        ditelpon|ditelp|dihubungi|telepon|telp|dikontak] [lagi|kembali|balik|]; telepon; telpon; llamar;
        [devolver|regresar] [la|] llamada; llamale; llamarle; llamarla; no llamar [antes|despues|hasta|
        hoy|por|en|ahora|entre]; rellamar; volver a llamar
    """,
    Says.AGAIN: """
        again; retry; try again; call again; redial; [ще раз|знову|повторно]; [еще
        раз|снова|повторно|опять]; lagi; [telepon|telpon|telp|hubungi|call|coba] [lagi]; [de nuevo|otra
        vez|nuevamente|vuelve a llamar|llamar de nuevo|volver a intentar]
    """,
    Says.MOMENT: """
        tomorrow; tmrw; tmr; tomrw; today; tonight; mon; monday; tue; tues; tuesday; wed; wednesday; thu;
        thur; thurs; thursday; fri; friday; sat; saturday; sun; sunday; morning; afternoon; [after|at|by|
        near] [close|closing|closing time]; closing time; close to; [once|after] [she|he|they|shes|hes|
        theyre|] [is|are|gets|] [done|finished]; evening; noon;
        am; pm; next week; weekend; завтра; сьогодні; післязавтра; понеділ*; вівтор*; серед*; четвер*;
        пʼятниц*; пятниц*; субот*; неділ*; тижн*; вранці; ввечері; ранку; обід*; вечор*; сегодня;
        послезавтра; понедельник*; вторник*; среду; четверг*; пятниц*; суббот*; воскресен*; недел*; утром;
        вечером; днем; обед*; besok; lusa; hari ini; senin; selasa; rabu; kamis; jumat; sabtu; minggu;
        pagi; siang; sore; malam; jam; pukul; manana; hoy; pasado manana; lunes; martes; miercoles;
        jueves; viernes; sabado; domingo; tarde; noche; semana; mediodia
    """,
    Says.NEW: """
        new; open; todo; to do; to be done; fresh; untouched; unworked; unassigned; uncontacted; unopened;
        received; logged; inbox; incoming; missed; missed call; just in; [ready|ok|okay] to call; [listo|
        lista] para llamar; queued; in queue;
        [not|havent|hasnt|didnt|never] [called|contacted|started|worked|touched|opened|assigned|begun|yet
        called|been called|call|rung|phoned];; unstarted; [not|no] [called|callback|call] back;
        not [yet|] [been|] [called|contacted|worked|started]; no [callback|call back|call] [yet|made]; no
        action [yet|taken]; [нов|нова|нове|новий|нові|новому]; відкрит*; не
        [дзвонив|дзвонила|дзвонили|телефонував|телефонувала|телефонували|опрацьован*|оброблен*|початий|
        почато|передзвонили|передзвонив|передзвонила|набирали|набирала|розпочат*|взято];
        необроблен*; неопрацьован*; [в|у] черзі; створен*; отримано; надійш*; пропущен*;; новый;
        новая; новое; новые; новую; открыт*; не
        [звонил*|обработан*|начат*|перезвонил*|перезвонен*|набирал*|прозвон*|взято|обзвон*]; необработан*;
        в очереди; создан*; получен*; поступил*; пропущен*;;; baru; buka; terbuka;;; [belum|blm]
        [ditelepon*|ditelpon*|ditelp*|dihubungi*|diproses|dikerjakan|ditangani|dicoba|dimulai|
        ditindaklanjuti|telepon|telp|hubungi|ada
        tindakan|di telepon|di telp|difollow up]; masuk; antre; antri; antrian; [tidak|tdk]
        [ditelepon|dihubungi]; terlewat; nuevo; nueva; nuevos; abierto; abierta; por
        [llamar|hacer|contactar|atender|gestionar]; sin
        [llamar|atender|contactar|empezar|gestionar|iniciar|procesar|devolver]; no
        [llamad*|atendid*|contactad*|iniciad*|empezad*|procesad*|gestionad*]; recibido; recibida; perdida;
        en cola;;
    """,
    Says.REOPENED: """
        reopen; reopened; re open; re opened; reopening; відкрито [знову|повторно|заново];
        [знову|повторно|заново] відкрит*; перевідкрит*; открыто [снова|заново|повторно];
        [снова|заново|повторно] открыт*; переоткрыт*; dibuka [lagi|kembali]; buka [lagi|kembali];
        reabiert*; reabrir; abierto de nuevo
    """,
}

FINAL_MESSAGES = """
    [final|last|closing|goodbye|farewell] [short|courtesy|polite|third|3rd|] [vm|vmail|voicemail|voice
    mail|voice message|message|msg|mssg|text|text message|sms|email|e mail|whatsapp|wa|note|notice|vm
    message]; [vm|voicemail|message|msg|text|sms|email] final; last and final
    [message|vm|msg|voicemail];
    [останнє|останню|останній|останньою|фінальне|фінальну|фінальний|прощальне|завершальне|заключне]
    [голосове|текстове|смс|] [повідомлення|смс|голосове|лист|гс|войс|повідомленням|месидж|повідомл];
    [повідомлення|смс|голосове] [фінальне|останнє]; фінальна смс; остання смс;
    [последнее|последнюю|последний|финальное|финальную|финальный|прощальное|заключительное|итоговое]
    [голосовое|текстовое|смс|] [сообщение|смс|голосовое|письмо|гс|войс|сообщ|месседж|сообщением];
    [сообщение|смс|голосовое] [финальное|последнее]; финальная смс; последняя смс;
    [pesan|vm|voicemail|pesan suara|sms|wa|whatsapp|email|chat|msg]
    [terakhir|penutup|final|akhir|pamungkas]; final [pesan|wa];
    [ultimo|ultima] [mensaje|buzon|recado|aviso|sms|correo|whatsapp|email|mensaje de voz|mensaje en el
    buzon|nota de voz|wasap|wsp]; [mensaje|buzon|recado|aviso|sms|correo|whatsapp|email|mensaje de voz]
    [final|de despedida|de cierre|ultimo];
"""
"""R10: phrases that record the message after which nobody rings any more."""

NO_ANSWER = """
    no [answer|ans|reply|response|pickup]; не [отвечает|ответил|ответила|дозвонились|відповідає|відповів|
    відповіла];
    нет ответа; немає відповіді; [tidak|tdk|gak|ga|nggak] [diangkat|dijawab|ada jawaban]; no [contesta|
    contesto|responde];
    sin respuesta
"""
NO_ANSWER_YET = """
    [if|when|in case] [still|] no [answer|ans|reply|response|pickup]; если не [ответит|отвечает|
    дозвонимся|возьмет];
    якщо не [відповість|відповідає|додзвонимось|візьме]; [kalau|jika|bila] [tidak|tdk|gak|ga] [diangkat|
    dijawab|ada jawaban];
    [si|cuando] no [contesta|responde|hay respuesta]
"""

NOT_A_RECORD = """
    due pending needed required todo tomorrow later next from yet still unless if before leave send
    write need needs
    should must will to clients callers customers received got said says was planned
    треба потрібно завтра пізніше від ще клієнта клієнтки надіслати залишити відправити очікує якщо
    немає нема заплановано
    надо нужно завтра позже от еще клиента клиентки отправить оставить послать ожидает если нет
    запланировано
    perlu harus besok nanti dari masih akan pelanggan
    pendiente falta manana luego del aun todavia enviar dejar debe cliente toca queda
"""
"""Words beside such a phrase that make it a plan, a wish, or the caller's own message."""

URGENCY_WORDS: Mapping[Language, Mapping[Urgency, str]] = {
    EN: {Urgency.HIGH: "High", Urgency.NORMAL: "", Urgency.LOW: "Low"},
    UK: {Urgency.HIGH: "Висока", Urgency.NORMAL: "", Urgency.LOW: "Низька"},
    RU: {Urgency.HIGH: "Высокая", Urgency.NORMAL: "", Urgency.LOW: "Низкая"},
    ID: {Urgency.HIGH: "Tinggi", Urgency.NORMAL: "", Urgency.LOW: "Rendah"},
    ES: {Urgency.HIGH: "Alta", Urgency.NORMAL: "", Urgency.LOW: "Baja"},
}
"""What the tool writes in the Urgency column; Normal is the empty cell."""

URGENCY_CUES: Mapping[Urgency, str] = {
    Urgency.HIGH: """
        high; highest; hi; hgh; urgent; urgently; urgnt; urg; asap; a s a p; critical; crit; emergency;
        important; top; rush; immediate; immediately; now; right away; p 1; prio 1; vip; hot; red;;
        висок*; терміново; термінова; терміновий; термінове; важлив*; негайно; критичн*; якнайшвидше;
        горить; аварійн*; екстрен*; невідкладн*; терм; высок*; срочно; срочная; срочный; срочное; важно;
        важный; важная; важное; критич*; немедленно; как можно скорее; горит; экстренн*; неотложн*; срочн;
        tinggi; penting; mendesak; segera; darurat; urgen; gawat; kritis; secepatnya; buru buru; urgensi
        tinggi; alta; alto; urgente; urge; importante; critic*; inmediat*; emergencia; cuanto antes;
        maxima; prioritari*
    """,
    Urgency.NORMAL: """
        normal; medium; med; mid; average; standard; regular; ordinary; routine; none; usual; moderate; p
        2; prio 2; звичайн*; середн*; нормальн*; стандарт*; обычн*; средн*; biasa; sedang; standar; media;
        medio; intermedi*; estandar; corriente; ninguna
    """,
    Urgency.LOW: """
        low; lowest; lo; minor; trivial; whenever; no [rush|hurry]; not
        [urgent|important|critical|pressing]; non urgent; nonurgent; can wait; anytime; p 3; prio 3;
        unimportant; no urgency; низьк*; не
        [терміново|термінова|терміновий|важливо|поспішає|горить|спішно|критично]; нетермінов*; неважлив*;
        без поспіху; може зачекати; почекає; коли завгодно; не до спіху; низк*; не
        [срочно|срочная|срочный|важно|спешит|горит|критично|к спеху]; несрочн*; неважн*; без спешки; может
        подождать; подождет; терпит; когда угодно; rendah; [tidak|tdk|gak|ga|nggak|kurang]
        [mendesak|penting|urgent|urgen|buru buru|darurat]; santai; bisa nanti; bisa menunggu; baja; bajo;
        no [urgente|urge|importante|es urgente|corre prisa|hay prisa]; sin [prisa|urgencia]; puede
        esperar; minima; cuando pueda
    """,
}

URGENCY_MARKS: Mapping[Urgency, str] = {Urgency.HIGH: "!❗‼⚠🔥🔴🚨", Urgency.NORMAL: "🟡", Urgency.LOW: "🟢"}
"""Cells of nothing but such marks."""

URGENT_YES = frozenset({"yes", "y", "true", "x", "так", "да", "ya", "si", "v"})
URGENT_NO = frozenset({"no", "n", "false", "ні", "нет", "tidak"})
"""Whole cells under a header like "Urgent?"."""
