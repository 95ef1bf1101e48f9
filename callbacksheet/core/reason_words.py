"""R4's shipped reasons: for each label and language the phrases that, as the *whole* text, mean it.

Phrases are parted by ";"; ``[a|b|]`` stands for one of the words, or none. A phrase is here only if it says
nothing beyond its label: "reschedule my color" is a reason of its own. Accents and case do not matter.
"""

from __future__ import annotations

from collections.abc import Mapping

from callbacksheet.core.model import Language

EN, UK, RU, ID, ES = Language.EN, Language.UK, Language.RU, Language.ID, Language.ES

REASONS: Mapping[str, Mapping[Language, str]] = {
    "reschedule": {
        EN: """
            [needs to|need to|wants to|want to|would like to|asks to|asking to|to|pls|please|]
            [reschedule|resched|re schedule|reshedule] [appt|appointment|booking|visit|it|];
            [reschedule|resched|rescheduling] [request|req|pls|please];
            [rescheduling|reschedules|rebooking|rebook|re book|rsched]; [needs to|need to|wants to|want
            to|would like to|to|pls|please|] rebook [appt|appointment|]; [needs to|need to|wants to|want
            to|would like to|to|pls|please|] [change|move|shift|postpone|push back]
            [the|her|his|their|my|an|] [appt|appts|appointment|appointments|booking|visit];
            [change|move|changing|moving] [appt|appointment|booking] [time|date|day|to another day];
            [change of|another] [appt|appointment] [time|date]; [appt|appointment|booking]
            [change|move|reschedule]
        """,
        UK: """
            перенос; перенесення; [хоче|треба|потрібно|просить|прохання|] [перенести|перезаписати]
            [запис|візит|прийом|зустріч|час|дату|]; [перенос|перенесення|зміна]
            [запису|візиту|прийому|зустрічі|часу запису|дати запису]; [хоче|треба|потрібно|просить|]
            [перезаписатися|перезаписатись]; перезапис; перезапис на інший час; [змінити|поміняти]
            [запис|час запису|дату запису|час візиту|дату візиту]
        """,
        RU: """
            перенос; [хочет|нужно|надо|просит|просьба|] [перенести|перезаписать]
            [запись|визит|прием|встречу|время|дату|]; [перенос|перенесение|изменение]
            [записи|визита|приема|встречи|времени записи|даты записи]; [хочет|нужно|надо|просит|]
            перезаписаться; перезапись; перезапись на другое время; [изменить|поменять|сменить]
            [запись|время записи|дату записи|время визита|дату визита]
        """,
        ID: """
            [mau|ingin|minta|perlu|] [tunda|ubah|ganti|pindah|geser|reschedule|undur|menunda|mengubah]
            [janji|jadwal|booking|janji temu|appointment|jadwal janji];
            [perubahan|penundaan|pindah|ganti] [jadwal|janji|jadwal janji]; jadwal ulang; penjadwalan
            ulang; [mau|ingin|minta|] reschedule; ganti [hari|jam] [booking|janji]
        """,
        ES: """
            [quiere|necesita|desea|pide|para|]
            [cambiar|mover|aplazar|reprogramar|posponer|modificar|reagendar] [la|su|mi|una|]
            [cita|reserva|hora|turno]; [quiere|necesita|desea|pide|para|] [reprogramar|reagendar];
            reprogramacion [de cita|de la cita|]; [cambio|aplazamiento|modificacion] de
            [cita|hora|turno|reserva|fecha de cita]; reagendamiento; [cambiar|mover] [fecha|hora|dia] de
            [cita|la cita]
        """,
    },
    "book": {
        EN: """
            [booking|bookings|book|to book|new booking|booking request|booking inquiry|booking enquiry];
            [needs to|need to|wants to|want to|would like to|to|] book; [needs to|need to|wants to|want
            to|would like to|to|needs|wants|need|want|pls|please|] [book|make|schedule|set up|get|]
            [an|a|] [new|first|] [appt|appointment]; [appt|appointment] [request|booking|req];
            [appts|appointments|new appts]; book [in|her in|him in|them in]
        """,
        UK: """
            запис; новий запис; [хоче|треба|потрібно|просить|хотіла б|хотів би|]
            [записатися|записатись]; [записатися|записатись|запис] на
            [прийом|візит|консультацію|процедуру|послугу]; бронювання; [хоче|] [забронювати|бронь];
            бронь
        """,
        RU: """
            запись; новая запись; [хочет|нужно|надо|просит|хотела бы|хотел бы|] записаться;
            [записаться|запись] на [прием|визит|консультацию|процедуру|услугу]; бронь; бронирование;
            [хочет|] забронировать
        """,
        ID: """
            [mau|ingin|minta|perlu|] [buat|bikin|membuat|] [janji|janji temu|janji
            baru|appointment|reservasi|booking]; [mau|ingin|minta|] [memesan|pesan|booking]
            [tempat|jadwal]; pemesanan [tempat|jadwal]; daftar [janji|]; bikin jadwal; buat jadwal
        """,
        ES: """
            [quiere|necesita|desea|pide|para|] [pedir|reservar|sacar|agendar|concertar|hacer|solicitar|]
            [una|] [nueva|] [cita|reserva|hora|turno|cita nueva]; [quiere|necesita|desea|para|]
            [reservar|agendar]; solicitud de cita; reservacion; agendamiento
        """,
    },
    "invoice": {
        EN: """
            [the|her|his|their|my|an|] [invoice|inv|invoices|bill|billing|billing issue|invoice issue];
            [invoice|inv|bill|billing]
            [q|qs|qn|question|questions|query|queries|inquiry|enquiry|problem];
            [question|questions|q|query|asking|ask|asks|] [about|re|on|regarding|over]
            [the|her|his|their|my|an|] [invoice|inv|bill|billing]
        """,
        UK: """
            рахунок; рахунки; рахунок фактура; [питання|запитання|запит] [по|щодо|про|за|з
            приводу|стосовно] [рахунку|рахунок|рахунком|рахунка|рахунках|рахунку фактури];
            [щодо|про|по|з приводу] [рахунку|рахунок]; фактура; інвойс; питання по інвойсу; питання по
            оплаті рахунку
        """,
        RU: """
            счет; счета; счет фактура; [вопрос|вопросы|запрос] [по|о|про|насчет|касательно|с]
            [счету|счете|счет|счета|счетам|счетом|счет фактуре]; [по|о|про|насчет]
            [счету|счете|счет|счета]; инвойс; вопрос по инвойсу; вопрос по оплате счета
        """,
        ID: """
            [pertanyaan|tanya|bertanya|soal|tentang|masalah|] [soal|tentang|mengenai|terkait|]
            [invoice|tagihan|faktur|nota tagihan]
        """,
        ES: """
            [la|su|mi|] [factura|facturas|facturacion];
            [pregunta|duda|consulta|preguntas|dudas|problema] [sobre|de|con|por|acerca de]
            [la|su|mi|una|] [factura|facturacion|facturas]; [sobre|por] [la|su|mi|una|] factura; recibo
        """,
    },
    "quote": {
        EN: """
            [needs|need|wants|want|would like|asks for|asking for|] [a|an|] [new|]
            [quote|quotation|estimate|price quote|price estimate|cost estimate];
            [quote|quotation|estimate|price|pricing]
            [request|req|inquiry|enquiry|question|q|query|info|please|pls]; [price|prices|pricing|price
            list|pricelist|cost|costs|rates|how much|how much is it|quotes|estimates];
            [asking|asks|question|q] [about|re] [the|] [price|prices|pricing|cost|costs]; [request|req]
            for quote; needs [price|pricing]
        """,
        UK: """
            [кошторис|ціна|ціни|прайс|вартість|розрахунок|прорахунок|розрахунок вартості|прорахунок
            вартості|прайс лист|скільки коштує|скільки це коштує];
            [потрібен|треба|потрібний|хоче|просить|запит на]
            [розрахунок|прорахунок|кошторис|прайс|розрахунок вартості]; [питання|запитання]
            [по|щодо|про] [ціні|ціну|ціни|вартості|вартість|прайсу]; [потрібна|треба] [ціна|вартість];
            комерційна пропозиція; [дізнатися|дізнатись|уточнити] [ціну|ціни|вартість]
        """,
        RU: """
            [расчет|просчет|смета|цена|цены|прайс|стоимость|расчет стоимости|просчет стоимости|прайс
            лист|сколько стоит|сколько это стоит|кп|коммерческое предложение];
            [нужен|надо|нужно|хочет|просит|запрос на] [расчет|просчет|прайс|расчет стоимости|кп]; нужна
            [смета|цена]; [вопрос|вопросы] [по|о|про|насчет]
            [цене|цену|ценам|цены|стоимости|стоимость|прайсу]; [узнать|уточнить] [цену|цены|стоимость]
        """,
        ID: """
            [butuh|minta|perlu|mau|ingin|] [penawaran|penawaran harga|estimasi|estimasi harga|estimasi
            biaya|quotation]; [tanya|pertanyaan|minta|cek|info|] [soal|tentang|] [harga|biaya|daftar
            harga|tarif]; berapa [harganya|biayanya]
        """,
        ES: """
            [quiere|necesita|pide|solicita|desea|para|] [un|] [nuevo|]
            [presupuesto|cotizacion|cotizar|estimado]; una cotizacion; necesita una cotizacion;
            [solicitud|peticion] de [presupuesto|cotizacion|precio|precios]; [pregunta|consulta|pregunta
            por|pregunta sobre|duda de|informacion de|] [el|los|]
            [precio|precios|tarifa|tarifas|costo|coste]; [cuanto cuesta|cuanto vale|cuanto es]
        """,
    },
    "order_status": {
        EN: """
            [wheres|where is|where s] [my|her|his|their|the|] order; [order|delivery]
            [status|tracking|question|q|update|status q|status question|query|inquiry];
            [status|tracking] of [the|her|his|their|my|an|] order; [tracking|track order|order track];
            [question|asking|asks|q] [about|re|on] [the|her|his|their|my|an|] [order|order status];
            [when will|when does] [my|her|his|their|the] order [arrive|come|ship]; [check|checking|check
            on|checking on] [the|her|his|their|my|] [order|order status]; wismo
        """,
        UK: """
            [статус|стан] [замовлення|заказу|мого замовлення|посилки|доставки]; де [моє|її|його|їх|]
            [замовлення|посилка]; [питання|запитання] [по|щодо|про] [замовленню|замовлення|статусу
            замовлення|доставці|доставку]; [відстежити|відстеження] [замовлення|посилку|посилки]; коли
            [буде|прийде|приїде] замовлення
        """,
        RU: """
            [статус|состояние] [заказа|моего заказа|посылки|доставки]; где [мой|ее|его|их|моя|]
            [заказ|посылка]; [вопрос|вопросы] [по|о|про|насчет] [заказу|заказе|заказ|статусу
            заказа|доставке|доставку]; [отследить|отслеживание] [заказ|заказа|посылку|посылки]; когда
            [будет|придет|приедет] заказ
        """,
        ID: """
            [cek|tanya|status|pertanyaan] [status|soal|] [pesanan|order|pengiriman|paket]; [di
            mana|dimana|mana] [pesanan|pesanannya|pesanan saya|order|paket|paket saya]; lacak
            [pesanan|paket]; kapan [pesanan|paket|pesanannya] [sampai|datang|dikirim]
        """,
        ES: """
            [estado|seguimiento|estatus|status] [del|de|de su|de mi] [pedido|envio|paquete|orden];
            [donde esta|donde va] [mi|su|el|] [pedido|envio|paquete|orden]; [pregunta|duda|consulta]
            [sobre|de|por|del|sobre el|por el|por su|sobre su] [pedido|envio|estado del pedido]; cuando
            llega [el|mi|su] [pedido|paquete]
        """,
    },
    "refund": {
        EN: """
            [needs|need|wants|want|would like|asks for|asking for|asking about|asks about|]
            [a|the|her|his|their|my|] [refund|return|refunds|money back]; [refund|return]
            [question|q|request|req|query|inquiry|enquiry|issue|please|pls|status]; returns;
            [question|q|query] [about|re|on] [a|the|] [refund|return]; [request|req] for refund;
            [to|wants to|want to|would like to] return; [return|returning] [an|the|] item
        """,
        UK: """
            [питання|запит|запитання|хоче|просить|] [по|щодо|на|про|] [повернення|поверненню|повернення
            грошей|повернення коштів|повернення товару]; [хоче|треба|потрібно|] повернути
            [гроші|кошти|товар|замовлення]; рефанд
        """,
        RU: """
            [вопрос|запрос|хочет|просит|нужен|] [по|о|на|про|насчет|] [возврат|возврату|возврате|возврат
            денег|возврат средств|возврат товара]; [хочет|нужно|надо|] вернуть
            [деньги|средства|товар|заказ]; рефанд
        """,
        ID: """
            [minta|mau|ingin|tanya|pertanyaan|perlu|] [soal|tentang|] [refund|pengembalian|pengembalian
            dana|pengembalian uang|pengembalian barang|retur]; [uang|dana] kembali; [minta|] uang
            kembali; kembalikan [uang|dana|barang]
        """,
        ES: """
            [quiere|pide|solicita|necesita|desea|] [una|un|la|el|] [devolucion|reembolso|devolucion de
            dinero|devolucion del dinero]; [pregunta|consulta|duda|solicitud] [sobre|de|por]
            [una|un|la|el|su|] [devolucion|reembolso]; [quiere|para|] [devolver|que le devuelvan el
            dinero]; devoluciones
        """,
    },
}
"""Label -> language -> phrases. The label itself, in words ("order status"), always means it too."""

UNKNOWN_WORDS: Mapping[Language, str] = {
    EN: """
        [unknown|unknown reason|reason unknown|unclear|not clear|unsure|not sure|unspecified|not
        specified] [ask first|ask|ask her|ask him|ask them|need to ask|]; [dont know|do not know|didnt
        know|dunno|idk|no idea|no clue] [ask first|ask|ask her|ask him|ask them|need to ask|];
        [didnt|did not|wouldnt|would not|doesnt|wont] [say|tell|specify|mention] [why|reason|what|] [ask
        first|ask|ask her|ask him|ask them|need to ask|]; [he|she|they|caller|client|customer]
        [didnt|did not|wouldnt] say [why|]; [no|none|none given|not given|not stated|not said|not
        told|no info|not provided|no details|n a|na|tbd|tba|tbc]; [no reason|no reason given|reason not
        given|no reason stated|no message|just call back|ask|ask first|ask why]; [could
        not|couldnt|cant|cannot] [hear|understand|make out|tell]; blank; undefined; something
    """,
    UK: """
        [невідомо|невідома|невідома причина|причина невідома|незрозуміло|не зрозуміло|неясно|не ясно]
        [спитати спочатку|спочатку спитати|запитати спочатку|спочатку
        запитати|уточнити|запитати|спитати|]; не
        [знаю|знаємо|знає|вказано|вказана|вказала|вказав|уточнено|уточнила|уточнив] [спитати
        спочатку|спочатку спитати|запитати спочатку|спочатку запитати|уточнити|запитати|спитати|]; не
        [сказав|сказала|сказали|сказано|пояснив|пояснила|пояснили|повідомив|повідомила|каже] [спитати
        спочатку|спочатку спитати|запитати спочатку|спочатку запитати|уточнити|запитати|спитати|]; [без
        причини|немає причини|немає|нема|немає даних|причину не вказано|причина не вказана|не
        розібрати|не розібрала]; [спитати спочатку|спочатку спитати|запитати спочатку|спочатку
        запитати|спитати|запитати]; хз; не почула; не почув
    """,
    RU: """
        [неизвестно|неизвестна|неизвестная причина|причина неизвестна|непонятно|не понятно|неясно|не
        ясно] [спросить сначала|сначала спросить|уточнить|спросить|]; не
        [знаю|знаем|знает|указано|указана|указал|указала|уточнил|уточнила|уточнено] [спросить
        сначала|сначала спросить|уточнить|спросить|]; не
        [сказал|сказала|сказали|сказано|объяснил|объяснила|объяснили|сообщил|сообщила|говорит] [спросить
        сначала|сначала спросить|уточнить|спросить|]; [без причины|нет причины|нет|нет данных|причина не
        указана|не разобрать|не разобрала|не разобрал|не расслышала]; [спросить сначала|сначала
        спросить|спросить|уточнить]; хз; не расслышал
    """,
    ID: """
        [tidak|tdk|gak|ga|nggak|ngga|enggak|kurang|belum|blm]
        [jelas|tahu|tau|diketahui|disebut|disebutkan|bilang|ada] [tanya dulu|tanyakan dulu|tanya|];
        [tidak|tdk|gak|ga|nggak|belum|blm] [menyebutkan|sebut|ada] [alasan|keterangan]; [tanpa|tidak
        ada] [alasan|keterangan]; [alasan|keperluan] [tidak|tdk|belum]
        [jelas|disebut|disebutkan|diketahui]; tanya [dulu|]; tanyakan dulu; entah
    """,
    ES: """
        [desconocido|desconocida|motivo desconocido|no claro|no esta claro|poco claro|sin especificar]
        [preguntar antes|preguntar primero|primero preguntar|preguntar|]; no [se|sabe|sabemos|lo se|se
        sabe|lo sabe] [preguntar antes|preguntar primero|primero preguntar|preguntar|]; no [dijo|dice|lo
        dijo|quiso decir|quiere decir|lo dice|especifica|especifico|indica|indico|consta] [preguntar
        antes|preguntar primero|primero preguntar|preguntar|]; [sin motivo|sin razon|sin asunto|sin
        datos|ninguno|ninguna|nada|no aplica|ni idea|no dijo por que|no dijo el motivo]; [preguntar
        antes|preguntar primero|primero preguntar|preguntar]; no se [oye|oyo|entiende|entendio]
    """,
}
"""The phrases that say nobody knows what the call is about."""

UNKNOWN_SHOWN: Mapping[Language, str] = {
    EN: "unknown – ask first",
    UK: "невідомо – спочатку запитати",
    RU: "неизвестно – сначала спросить",
    ID: "tidak jelas – tanya dulu",
    ES: "no se sabe – preguntar primero",
}

NUMBER_WORDS = frozenset(
    {"no", "nr", "num", "number", "numbers", "nbr", "ref", "reference", "id", "n"}
    | {"nomor", "nomer", "numero", "номер", "ном", "номера", "номером"}
)
"""Words between an alias and its number that carry nothing: "invoice no. 2207", "счёт № 2207"."""
