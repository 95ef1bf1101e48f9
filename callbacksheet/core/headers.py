"""The names of the tab's columns: how the tool writes them, and how teams do, in five languages.

A *strong* name can only mean its column, so two of them in one header row are a clash. A *weak* one ("date",
"who", "comment") means its column only where no better name does, else it is one of the team's own columns.
Names are compared ``plain``: without case, accents, spaces doubled, underscores and punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from callbacksheet.core.model import Column, Language
from callbacksheet.core.text import plain

COLUMNS = tuple(Column)

_WORDS: Mapping[Language, str] = {
    Language.EN: (
        "Received; Name; Phone; Reason; Best time; Urgency; Status; Next callback; Owner; Attempts;"
        "Outcome; Notes; Calls; Updated; By; Check; ID"
    ),
    Language.UK: (
        "Надійшло; Ім'я; Телефон; Причина; Зручний час; Терміновість; Статус; Наступний дзвінок;"
        "Відповідальний; Спроби; Результат; Нотатки; Дзвінки; Оновлено; Хто змінив; Перевірка; ID"
    ),
    Language.RU: (
        "Поступил; Имя; Телефон; Причина; Удобное время; Срочность; Статус; Следующий звонок;"
        "Ответственный; Попытки; Итог; Заметки; Звонки; Обновлено; Кто изменил; Проверка; ID"
    ),
    Language.ID: (
        "Diterima; Nama; Telepon; Alasan; Waktu terbaik; Urgensi; Status; Telepon berikutnya;"
        "Penanggung jawab; Percobaan; Hasil; Catatan; Panggilan; Diperbarui; Oleh; Periksa; ID"
    ),
    Language.ES: (
        "Recibido; Nombre; Teléfono; Motivo; Mejor hora; Urgencia; Estado; Próxima llamada;"
        "Responsable; Intentos; Resultado; Notas; Llamadas; Actualizado; Por; Revisar; ID"
    ),
}

_NAMES: Mapping[Column, str] = {
    Column.RECEIVED: """
        received; received at; received on; date received; time received; received date; received time;
        call received; call date; call time; date of call; time of call; called at; called on; call at;
        date and time; date time; datetime; date called; time called; timestamp; time stamp; ~logged;
        ~logged at; ~created; ~created at; ~created on; ~date created; ~came in; missed at; missed call
        at; ~missed call; missed call time; missed call date; ~call in; rang at; ~rang; ~in at; ~date
        added; ~added; ~added on; ~arrived; date of request; request date; date time of call; call date
        time; надійшло; надійшов; надійшла; отримано; дата дзвінка; час дзвінка; дата і час; дата та
        час; дата час; дата й час; коли дзвонили; коли дзвонив; коли подзвонив; коли зателефонував; дата
        надходження; дата звернення; час звернення; дата заявки; дата і час дзвінка; дата та час
        дзвінка; дата створення; ~створено; ~прийнято; дата отримання; пропущений дзвінок; дата виклику;
        дата запиту; дзвонив о; час надходження; поступил; поступило; получен; получено; дата звонка;
        время звонка; дата и время; дата время; когда звонили; когда звонил; когда позвонил; когда
        позвонили; дата обращения; время обращения; дата поступления; время поступления; дата и время
        звонка; дата создания; ~создано; ~создан; ~принято; ~принят; пропущенный звонок; дата
        пропущенного; дата запроса; дата вызова; дата получения; поступила; diterima; tanggal telepon;
        jam telepon; waktu telepon; tanggal dan jam; tanggal jam; tanggal waktu; waktu masuk; tanggal
        masuk; jam masuk; tgl masuk; tgl telepon; tgl jam; tanggal panggilan; waktu panggilan; jam
        panggilan; waktu diterima; tanggal diterima; tanggal dan waktu; ~masuk; panggilan masuk; telepon
        masuk; ~dibuat; tgl diterima; jam diterima; tanggal menelepon; waktu menelepon; tanggal
        permintaan; recibido; recibida; recibido el; fecha y hora; fecha hora; fecha de llamada; fecha
        de la llamada; fecha llamada; hora de llamada; hora de la llamada; hora llamada; llamo a las;
        ~llamo; fecha de recepcion; ~recepcion; fecha recepcion; ~entrada; fecha de entrada; fecha
        entrada; ~llamada recibida; ~creado; fecha de creacion; llamada perdida; fecha y hora de
        llamada; fecha y hora de la llamada; ~registrado; fecha de registro; fecha de solicitud; cuando
        llamo; hora de entrada; fecha recibido; fecha de recibido; recd; call recd; recd at; when
        called; when did they call; when they called; dia y hora; call in time; ~voicemail time; дата и
        время обращения; waktu telepon masuk; jam telepon masuk; дата та час звернення; дата і час
        звернення; hora y fecha; jam dan tanggal; call logged; дата звонка клиента
    """,
    Column.NAME: """
        name; ~names; full name; client; client name; clients name; customer; customer name; customers
        name; caller; caller name; callers name; patient; patient name; ~guest; guest name; contact
        name; ~contact person; ~person; who called; name of caller; name of client; name of customer;
        ~lead; ~lead name; client full name; ~callers; ~student; student name; ~parent name; ~tenant;
        ~pet owner; member name; your name; nombre y apellido; ім'я; ім'я клієнта; піб; піб клієнта;
        п.і.б.; прізвище та ім'я; прізвище ім'я; прізвище і ім'я; ім'я та прізвище; ім'я прізвище; ім'я
        і прізвище; клієнт; клієнтка; клієнт піб; пацієнт; піб пацієнта; ім'я пацієнта; абонент;
        замовник; покупець; хто дзвонив; хто телефонував; хто подзвонив; ~контактна особа; ~гість; як
        звати; заявник; ~дзвонив; ~звати; имя; имя клиента; фио; ф.и.о.; фио клиента; клиент; клиентка;
        имя фамилия; имя и фамилия; фамилия имя; фамилия и имя; фамилия имя отчество; пациент; фио
        пациента; имя пациента; абонент имя; заказчик; покупатель; кто звонил; кто позвонил; ~контактное
        лицо; ~гость; как зовут; заявитель; ~звонил; звонивший; ~зовут; клиент фио; имя звонившего;
        nama; nama lengkap; nama pelanggan; nama klien; nama pasien; nama penelepon; nama customer;
        pelanggan; klien; pasien; penelepon; nama tamu; ~tamu; nama konsumen; konsumen; nama pembeli;
        nama kontak; nama pemanggil; pemanggil; nombre; nombre completo; nombre del cliente; nombre
        cliente; nombre de cliente; cliente; clienta; paciente; nombre del paciente; nombre paciente;
        ~nombres; nombre y apellidos; nombres y apellidos; quien llamo; quien llama; ~persona; ~persona
        de contacto; ~interesado; huesped; nombre del contacto; llamante; solicitante; first and last
        name; last first; last name first name; name first last; имя звонящего; nombre del llamante; имя
        контакта; ім'я контакту; contact full name
    """,
    Column.PHONE: """
        phone; phones; phone number; phone no; phone nr; phone num; phone numbers; tel; tel no; tel
        number; telephone; telephone number; telephone no; mobile; mobile number; mobile phone; mobile
        no; cell; cell phone; cellphone; cell number; callers number; caller number; ~caller id;
        callback number; call back number; number to call; client phone; customer phone; patient phone;
        contact number; contact no; contact phone; ph; ph no; phn; ~msisdn; fone; number called from;
        cell no; client number; customer number; your phone; best number; caller phone; tlf; телефон;
        телефони; номер телефону; телефон клієнта; тел; тел номер; моб; мобільний; моб телефон; моб тел;
        номер тел; контактний телефон; контактний номер; номер клієнта; мобільний телефон; мобільний
        номер; номер абонента; номер мобільного; телефон для зв'язку; № телефону; № тел; тел клієнта;
        телефон пацієнта; телефоны; номер телефона; телефон клиента; мобильный; мобильный телефон;
        контактный телефон; контактный номер; номер клиента; мобильный номер; номер мобильного; телефон
        для связи; сотовый; сотовый телефон; № телефона; тел клиента; телефон пациента; номер
        звонившего; telepon; no telepon; nomor telepon; no hp; nomor hp; hp; no telp; telp; nomor telp;
        no tlp; tlp; nomer hp; nomer telepon; nomor handphone; no handphone; handphone; ponsel; nomor
        ponsel; ~no wa; ~nomor wa; ~nomer wa; ~wa; ~no whatsapp; ~nomor whatsapp; ~whatsapp; ~whatsapp
        number; no kontak; nomor kontak; nomor pelanggan; kontak hp; telefon; telpon; no telpon; nomor
        telpon; ~hp wa; no hp wa; telepon pelanggan; telepon hp; telefono; telefonos; numero de
        telefono; num telefono; n telefono; nº telefono; no telefono; tfno; tlfno; telf; movil; telefono
        movil; numero de movil; numero movil; celular; numero de celular; numero celular; telefono
        celular; telefono de contacto; telefono cliente; telefono del cliente; numero de contacto; cel;
        tel cel; num de telefono; tel contacto; tel movil; numero telefonico; ~telefono fijo; ~numero de
        whatsapp; phone nbr; callback phone; callback no; cb number; cb phone; phone or whatsapp; phone
        whatsapp; конт телефон; контакт телефон; no de telefono; nro de telefono; nro telefono; phone to
        call; best phone; contact tel; return number; number called; tel mobile; phone mobile; tel hp;
        no telp hp; telefono whatsapp; celular whatsapp; телефон whatsapp
    """,
    Column.REASON: """
        reason; reasons; reason for call; reason for calling; reason of call; call reason; about;
        subject; issue; ~topic; purpose; purpose of call; why; why called; ~request; ~inquiry; ~enquiry;
        call about; what about; regarding; ~matter; ~query; ~need; ~needs; ~wants; ~what for; ~service;
        ~service requested; ~service needed; reason for callback; ~concern; reason for contact; call
        purpose; what they want; what do they want; callback reason; nature of call; ~reason for visit;
        what is it about; причина; причина дзвінка; причина звернення; тема; тема дзвінка; питання;
        ~запит; мета дзвінка; ~мета; щодо чого; про що; з якого питання; чого хоче; що хоче; що
        потрібно; суть; суть питання; запитання; причина виклику; тема звернення; ~звернення; привід;
        ~послуга; що хотів; що хотіли; з приводу чого; навіщо дзвонив; причина звонка; причина
        обращения; тема звонка; вопрос; ~запрос; цель звонка; ~цель; о чем; по какому вопросу; что
        хочет; что нужно; суть вопроса; тема обращения; ~обращение; повод; повод звонка; ~услуга; что
        хотел; что хотели; зачем; зачем звонил; по поводу; суть обращения; причина вызова; alasan;
        alasan telepon; alasan menelepon; alasan panggilan; keperluan; tujuan; tujuan telepon; perihal;
        topik; masalah; ~kebutuhan; ~pertanyaan; ~permintaan; ~soal; ~hal; maksud; tentang; subjek;
        ~keluhan; ~layanan; maksud tujuan; motivo; motivos; motivo de la llamada; motivo de llamada;
        motivo llamada; asunto; tema; consulta; razon; razon de la llamada; razon de llamada;
        ~solicitud; ~peticion; que quiere; que necesita; ~objeto; ~necesidad; por que; por que llama;
        por que llamo; ~servicio; ~causa; motivo de contacto; motivo del contacto; motivo de la
        consulta; reason for the call; reason of calling; about what; по какому поводу; з приводу; суть
        звернення; alasan menelpon; para que; para que llama; why calling; why they called; причина
        звонка клиента; reason notes; ~re; reason subject; reason details; keperluan perihal; тема
        звонка клиента; чего хочет; що турбує; что случилось; motivo consulta
    """,
    Column.BEST_TIME: """
        best time; best times; best time to call; best time to call back; best time to reach; best time
        to contact; preferred time; preferred times; preferred callback time; preferred call time;
        ~prefers; ~preferred; time preference; time preferred; when to call; when to ring; convenient
        time; ~convenient; good time; ~availability; ~available; available at; when available; call
        when; ~wish; callers wish; time wish; wished time; wants call at; requested time; best callback
        time; best call time; callback window; call window; time window; best time for call; when is
        best; best to call; best time for callback; preferred time to call; best hours; ~reachable; when
        free; free at; зручний час; зручний час для дзвінка; бажаний час; бажаний час дзвінка; коли
        зручно; коли дзвонити; коли краще; коли подзвонити; коли телефонувати; кращий час; найкращий
        час; час для дзвінка; час для зв'язку; ~зручно; ~побажання; коли зателефонувати; ~доступність;
        бажаний час для дзвінка; зручний час дзвінка; коли краще дзвонити; коли набрати; побажання щодо
        часу; о котрій зручно; удобное время; удобное время для звонка; удобное время звонка; желаемое
        время; желаемое время звонка; когда удобно; когда звонить; когда лучше; когда позвонить; лучшее
        время; лучшее время для звонка; время для звонка; время для связи; ~удобно; ~пожелание;
        ~пожелания; пожелание по времени; ~доступность; когда лучше звонить; когда набрать;
        предпочтительное время; удобное время связи; waktu terbaik; waktu terbaik menelepon; waktu
        terbaik untuk menelepon; jam terbaik; waktu yang baik; waktu luang; kapan bisa ditelepon; bisa
        dihubungi; waktu dihubungi; jam dihubungi; kapan ditelepon; waktu yang diinginkan; preferensi
        waktu; permintaan waktu; waktu nyaman; waktu yang nyaman; bisa ditelepon; kapan dihubungi; kapan
        bisa dihubungi; waktu bisa dihubungi; jam bisa dihubungi; jam luang; ingin ditelepon; waktu
        favorit; jam yang cocok; waktu yang cocok; waktu cocok; jam enak dihubungi; waktu untuk
        dihubungi; mejor hora; mejor horario; mejor momento; mejor hora para llamar; hora preferida;
        horario preferido; ~horario; cuando llamar; cuando prefiere; hora deseada; preferencia horaria;
        ~preferencia; ~disponibilidad; ~disponible; hora conveniente; horario conveniente; mejor hora de
        contacto; mejor tiempo; hora para llamar; horario de contacto; horario para llamar; mejor
        momento para llamar; franja horaria; cuando le viene bien; hora sugerida; ~prefiere; mejor hora
        para contactar; mejor hora llamada; mejor hora de llamada; horario disponible; horario deseado;
        call back when; when to call back; good time to call; callback preference; ~call me; когда
        перезвонить удобно; когда удобно перезвонить; когда лучше перезвонить; во сколько звонить; во
        сколько удобно; коли краще передзвонити; коли зручно передзвонити; о котрій телефонувати; jam
        yang diinginkan; waktu yang tepat; a que hora llamar; hora para llamarle; cuando llamarle; best
        time to ring; time to ring; удобное время для связи;
        зручний час для зв'язку; час зручний; удобный час; preferred day;
        best day; wants call
    """,
    Column.URGENCY: """
        urgency; priority; prio; urgent; ~importance; urgency level; priority level; ~severity; how
        urgent; is urgent; ~rush; терміновість; терміново; пріоритет; ~важливість; строковість;
        срочність; ступінь терміновості; пріоритетність; срочность; срочно; приоритет; ~важность;
        приоритетность; степень срочности; urgensi; prioritas; penting; ~kepentingan; tingkat urgensi;
        mendesak; tingkat kepentingan; ~darurat; urgencia; prioridad; urgente; ~importancia; nivel de
        urgencia; nivel de prioridad
    """,
    Column.STATUS: """
        status; ~state; call status; callback status; ~stage; ~progress; current status; status of call;
        ~done; ~lead status; статус; ~стан; статус дзвінка; статус заявки; ~етап; статус звернення; стан
        дзвінка; поточний статус; ~стадія; статус звонка; ~состояние; ~этап; статус обращения; текущий
        статус; ~стадия; статус клиента; status panggilan; status telepon; ~keadaan; ~kondisi; ~tahap;
        ~tahapan; status saat ini; estado; estatus; estado de la llamada; estado de llamada; estado
        llamada; ~situacion; ~etapa; ~fase; estado actual; estado del contacto
    """,
    Column.NEXT_CALLBACK: """
        next callback; next call back; next call; next call at; next call time; next call date; next
        callback time; next callback date; next callback at; next attempt; next try; next contact; next
        contact date; ~next time; ~next date; ~next action; ~next action date; ~next step date; call
        back at; callback at; call back on; callback on; ~call again; call again at; call next; callback
        date; call back date; callback due; ~due; ~due at; ~due date; ~due time; ~follow up date;
        ~follow up at; ~follow up on; ~followup date; ~follow up time; ~scheduled for; ~scheduled at;
        ~scheduled time; scheduled callback; ~scheduled; callback scheduled; callback scheduled for;
        retry at; next ring; ring back at; ring again; call due; next follow up; next followup; callback
        date and time; ~planned call; ~remind at; ~reminder; try again at; ~recall date; наступний
        дзвінок; наступна спроба; наступний контакт; передзвонити; коли передзвонити; перетелефонувати;
        дата передзвону; час передзвону; передзвонити о; передзвонити в; наступний передзвін;
        запланований дзвінок; ~заплановано на; дата наступного дзвінка; час наступного дзвінка;
        ~зателефонувати; ~подзвонити; дзвонити далі; ~наступний раз; ~термін; ~дедлайн; ~нагадати;
        ~нагадування; зворотний дзвінок; дата і час передзвону; набрати ще раз; ~запланований час;
        следующий звонок; следующая попытка; следующий контакт; перезвонить; когда перезвонить;
        перезвонить в; перезвон; перезвонить когда; дата перезвона; время перезвона; дата следующего
        звонка; время следующего звонка; ~запланирован на; запланированный звонок; ~запланировано на;
        ~позвонить; ~следующий раз; ~срок; ~дедлайн звонка; ~напомнить; ~напоминание; обратный звонок;
        дата и время перезвона; след звонок; набрать еще раз; ~запланированное время; telepon
        berikutnya; panggilan berikutnya; telepon kembali; telepon lagi; hubungi kembali; hubungi lagi;
        jadwal telepon; jadwal telepon kembali; jadwal panggilan; jadwal callback; ~tindak lanjut;
        ~tanggal tindak lanjut; waktu telepon kembali; telepon balik; jadwal berikutnya; kontak
        berikutnya; follow up berikutnya; percobaan berikutnya; telepon ulang; panggil kembali; jadwal
        follow up; tanggal follow up; kapan ditelepon lagi; jadwal telepon berikutnya; telp lagi; telp
        kembali; ~tenggat; ~pengingat; jadwal hubungi; proxima llamada; siguiente llamada; proximo
        contacto; siguiente contacto; proximo intento; siguiente intento; volver a llamar; llamar de
        nuevo; devolver llamada; devolver la llamada; rellamada; rellamar; fecha de rellamada; fecha
        proxima llamada; fecha de proxima llamada; fecha de la proxima llamada; hora proxima llamada;
        ~seguimiento; ~fecha de seguimiento; ~fecha seguimiento; programado para; programada para;
        agendado para; llamar el; llamar a las; ~proxima vez; ~proxima gestion; ~recordatorio;
        ~vencimiento; llamada programada; hora de la proxima llamada; prox llamada; next cb; cb date; cb
        time; next f u; ~f u; ~f u date; call again on; call again by; наст дзвінок; jadwal telepon
        ulang; след созвон; дата следующего контакта; дата наступного контакту; fecha proximo contacto;
        fecha de proximo contacto; next call when; next touch; дата звонка следующего; когда звонить
        снова; коли дзвонити знову; kapan telepon lagi
    """,
    Column.OWNER: """
        owner; assigned; assigned to; assignee; responsible; responsible person; ~agent; ~rep; ~staff;
        ~staff member; handler; handled by; in charge; assigned agent; ~employee; ~operator; ~sales rep;
        ~consultant; ~stylist; ~case owner; ~lead owner; person responsible; who calls; who will call;
        who calls back; assigned staff; ~receptionist; callback owner; відповідальний; відповідальна;
        відповідальна особа; виконавець; ~менеджер; призначено; призначений; ~співробітник; ~працівник;
        ~оператор; ~адміністратор; закріплено за; хто відповідає; хто дзвонить; хто передзвонить;
        ~майстер; хто передзвонює; ответственный; ответственная; ответственное лицо; исполнитель;
        назначен; назначено; ~сотрудник; ~работник; ~администратор; закреплен за; закреплено за; кто
        отвечает; кто звонит; кто перезвонит; кто перезванивает; ~куратор; ~мастер; penanggung jawab;
        pj; pic; petugas; ditugaskan; ditugaskan ke; ditugaskan kepada; ~staf; ~pegawai; ~karyawan;
        ~agen; yang menangani; ditangani oleh; ditangani; ~pemilik; ~admin; penanggungjawab; petugas
        yang menelepon; yang menelepon balik; responsable; encargado; encargada; asignado; asignado a;
        asignada a; asignada; ~agente; ~empleado; ~empleada; a cargo; a cargo de; ~gestor; ~gestora;
        ~propietario; ~operador; ~operadora; ~comercial; atendido por; persona asignada; ~asesor;
        ~asesora; persona responsable; quien llama de vuelta; ~dueno; whos calling; whos calling back;
        отв; відп; ~cs; ~csr; отв лицо; відп особа; ответств; відповід; assigned rep; responsible staff
    """,
    Column.ATTEMPTS: """
        attempts; attempt; tries; try; no of attempts; number of attempts; attempts made; call attempts;
        times tried; times called back; attempt count; tried; callback attempts; attempts so far; num
        attempts; try count; times tried so far; спроби; спроба; кількість спроб; спроб; к сть спроб;
        кіл ть спроб; число спроб; скільки спроб; спроби додзвону; попытки; попытка; количество попыток;
        попыток; кол во попыток; число попыток; сколько попыток; попытки дозвона; percobaan; jumlah
        percobaan; upaya; jumlah upaya; kali coba; sudah dicoba; berapa kali dicoba; dicoba; intentos;
        intento; numero de intentos; num intentos; n intentos; nº de intentos; cantidad de intentos; no
        de intentos; nº intentos; intentos realizados; intentos de llamada; of tries; of attempts; jml
        percobaan; n o de intentos; nro de intentos; nro intentos; attempts max 3; call tries; tries so
        far
    """,
    Column.OUTCOME: """
        outcome; outcomes; result; results; call result; call outcome; ~resolution; resolved as;
        disposition; ~what happened; end result; final result; callback outcome; callback result;
        outcome of call; result of call; ~conclusion; ~solution; результат; підсумок; результат дзвінка;
        результати; чим закінчилось; чим завершилось; підсумки; ~рішення; ~наслідок; итог; итоги;
        результат звонка; результаты; исход; чем закончилось; чем кончилось; ~решение; итог звонка;
        исход звонка; hasil; hasil telepon; hasil panggilan; hasil akhir; ~kesimpulan; ~penyelesaian;
        hasil tindak lanjut; hasil follow up; ~solusi; resultado; resultados; resultado de la llamada;
        resultado de llamada; resultado llamada; desenlace; ~resolucion; ~que paso; resultado final;
        ~solucion
    """,
    Column.NOTES: """
        notes; note; call notes; remarks; remark; ~memo; additional notes; ~other notes; notes comments;
        comments notes; ~internal notes; ~staff notes; notes for staff; ~additional info; ~additional
        information; ~extra info; ~annotations; нотатки; нотатка; примітки; примітка; замітки; замітка;
        ~зауваження; ~додатково; ~додаткова інформація; ~інше; ~пояснення; заметки; заметка; примечания;
        примечание; пометки; пометка; ~дополнительно; ~дополнительная информация; ~прочее; ~пояснения;
        catatan; keterangan; catatan tambahan; ket; catatan lain; ~memo internal; ~info tambahan;
        keterangan tambahan; notas; nota; observaciones; observacion; anotaciones; apuntes; notas
        adicionales; ~informacion adicional; obs; ~otras notas; прим; прим ка; нот; notes from call;
        заметки по звонку; нотатки дзвінка; catatan telepon; notas de la llamada
    """,
    Column.CALLS: """
        calls; call count; number of calls; no of calls; times called; how many calls; calls received;
        repeat calls; calls count; num calls; nr of calls; дзвінки; кількість дзвінків; дзвінків; число
        дзвінків; скільки дзвінків; скільки разів дзвонив; скільки разів дзвонили; звонки; количество
        звонков; звонков; число звонков; сколько звонков; сколько раз звонил; сколько раз звонили; кол
        во звонков; panggilan; jumlah panggilan; jumlah telepon; berapa kali telepon; banyak panggilan;
        berapa kali menelepon; llamadas; numero de llamadas; num llamadas; cantidad de llamadas; veces
        que llamo; n llamadas; nº de llamadas; nº llamadas
    """,
    Column.UPDATED: """
        updated; updated at; updated on; last updated; last update; last change; last changed; ~changed;
        ~changed at; modified; modified at; last modified; date updated; last edit; last edited;
        ~edited; edited at; update time; date modified; оновлено; останнє оновлення; ~змінено; остання
        зміна; дата зміни; дата оновлення; востаннє змінено; час оновлення; час зміни; обновлено;
        последнее обновление; ~изменено; последнее изменение; дата изменения; дата обновления; время
        изменения; время обновления; ~обновление; ~изменен; обновлен; diperbarui; terakhir diperbarui;
        terakhir diubah; ~diubah; tanggal update; update terakhir; pembaruan; diupdate; perubahan
        terakhir; terakhir update; tanggal diperbarui; waktu update; actualizado; actualizada; ultima
        actualizacion; actualizacion; ~modificado; ultima modificacion; ultimo cambio; fecha de
        actualizacion; fecha actualizacion; fecha de modificacion; ~cambiado; actualizado el
    """,
    Column.BY: """
        by; initials; staff initials; changed by; updated by; modified by; edited by; last changed by;
        last edited by; ~entered by; ~logged by; written by; ~done by; your initials; ~signed;
        ~signature; ~init; inits; ~recorded by; ~added by; typed by; noted by; хто змінив; ким змінено;
        ініціали; хто записав; хто вніс; ~ким; ~записав; ~записала; ~змінив; ~підпис; хто оновив; хто
        заповнив; ~вніс; ~внесла; кто изменил; кем изменено; инициалы; кто записал; кто внес; ~кем;
        ~записал; записала имя; ~изменил; ~подпись; кто обновил; кто заполнил; ~внес; oleh; inisial;
        diubah oleh; diperbarui oleh; dicatat oleh; ~paraf; pencatat; diisi oleh; yang mencatat; ditulis
        oleh; diinput oleh; por; iniciales; modificado por; actualizado por; cambiado por; registrado
        por; anotado por; ~firma; apuntado por; escrito por; ~hecho por; ~taken by; ~принял; ~приняла;
        ~прийняв; ~прийняла; ~диспетчер; ~принял звонок; ~прийняв дзвінок; ~atendio; ~diterima oleh;
        edit by
    """,
    Column.CHECK: """
        check; ~checks; ~flags; ~flag; to check; ~please check; check this; ~warnings; ~problems; sheet
        check; what is missing; перевірка; перевірити; зауваги; ~попередження; що перевірити; чого
        бракує; ~проблеми; проверка; проверить; ~предупреждения; что проверить; чего не хватает;
        ~проблемы; periksa; pemeriksaan; ~cek; perlu dicek; ~peringatan; yang perlu dicek; perlu
        diperiksa; pengecekan; revisar; revision; comprobar; comprobacion; ~avisos; verificar;
        verificacion; por revisar
    """,
    Column.ID: """
        id; ~key; row id; ~row key; callback id; cb id; ~row code; callback key; ~record id; ид; ~код
        рядка; ~код строки; айди; ~ключ; ~clave; ~kunci; kode baris; id fila; codigo de fila; id baris;
        ід
    """,
}
"""Names that can mean one column only, parted by ";". Those after "~" are weak: not always meant so."""

_SHARED: Mapping[str, str] = {
    "date; day; дата; день; tanggal; tgl; hari; fecha; dia": "received",
    "when; коли; когда; kapan; cuando": "received best_time",
    "time; час; время; hora; jam; waktu; pukul": "received",
    "incoming; in; дзвінок; звонок; llamada": "received",
    "contact; contacts; контакт; контакти; контакты; kontak; contacto; contactos": "name phone",
    "who; кто; хто; quien; siapa": "name by",
    "first name; имя отчество; nama depan; last name; surname; фамилия; прізвище; apellido; apellidos;"
    " nama belakang": "name",
    "company; firm; business; organization; компанія; компания; організація; организация; фірма; фирма;"
    " perusahaan; empresa; compania": "name",
    "number; номер; nomor; nomer; numero; num; home phone; work phone; office phone; other phone;"
    " second phone; phone 2; mobile 2; viber; telegram; вайбер; телеграм; вотсап; ватсап": "phone",
    "what; details; question; description; message; category; type; type of call; call type;"
    " що; деталі; опис; повідомлення; категорія; тип; тип дзвінка; что; детали; описание; сообщение;"
    " категория; тип звонка; detail; deskripsi; pesan; kategori; jenis; que; detalle; detalles; descripcion; mensaje;"
    " categoria; tipo; tipo de llamada": "reason",
    "callback time; call back time; callback when; time to call; hora de devolucion; waktu callback;"
    " время перезвонить; час передзвонити": "next_callback best_time",
    "callback; call back; follow up; followup; follow ups; to call; next; next step; наступний; наступна дія;"
    " далі; следующий; следующее действие; дальше; berikutnya; selanjutnya; siguiente; proximo; proxima;"
    " devolucion": "next_callback",
    "manager; user; worker; team; team member; менеджеры; команда; tim; equipo; usuario": "owner",
    "comments; comment; comentarios; comentario; komentar; коментарі; коментар; комментарии; комментарий;"
    " info; information; інфо; інформація; инфо; информация; informasi; informacion; other; otros;"
    " lain lain": "notes",
    "count; times; разів; раз; kali; veces": "attempts calls",
    "важливо; важно; importante": "urgency",  # a bare "level" is as often a pupil's or a lift's
    "answer; action; reply; response; відповідь; дія; ответ; действие; jawaban; tindakan; respuesta; accion": "outcome",
}
"""Weak names that many teams use for one thing or another -> what they may mean, the likeliest first.

The earlier name is the better one: of "Date" and "Time", where no better name is there, "Date" is Received.
"""

_LONGEST_NAME = 80
_BRACKETED = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_PARTED = re.compile(r"[/|\n\\;]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Heading:
    """What one header says: the columns it may mean, likeliest first, and how weakly (0 is strong)."""

    columns: tuple[Column, ...]
    weakness: int = 0


def header_word(column: Column, language: Language) -> str:
    """The name the tool writes into the header of a new column."""
    return header_words(language)[column]


@lru_cache(maxsize=8)
def header_words(language: Language) -> Mapping[Column, str]:
    """Every column's name in one language, in the order of a new tab."""
    return dict(zip(COLUMNS, _listed(_WORDS[language]), strict=True))


@lru_cache(maxsize=16_384)
def read_heading(text: str) -> Heading | None:
    """The meaning of a header's text, or None: it is a column of the team's own.

    "Phone (work)" and "Телефон / Phone" are read too, as weaker names than a bare "Phone".
    """
    if not text or len(text) > _LONGEST_NAME:
        return None
    names = _names()
    if heading := names.get(plain(text.replace("#", " number "))) or names.get(plain(text)):
        return heading
    if (outside := _BRACKETED.sub(" ", text)) != text and (heading := names.get(plain(outside))):
        return Heading(heading.columns, heading.weakness + 1)
    return _agreed(text, names)


def is_column_name(text: str) -> bool:
    """Whether the text is a known name of some column, as a whole; quick, for looking through data rows."""
    return plain(text) in _names()


def _agreed(text: str, names: Mapping[str, Heading]) -> Heading | None:
    """A header said twice ("Имя / Name") means what both its parts mean; "Name / Phone" means neither."""
    parts = [plain(part) for part in _PARTED.split(text)]
    read = [names.get(part) for part in parts if part]
    if len(read) < 2 or any(heading is None for heading in read):
        return None
    common = [c for c in COLUMNS if all(heading is not None and c in heading.columns for heading in read)]
    return Heading((common[0],), 1) if common else None


@lru_cache(maxsize=1)
def _names() -> Mapping[str, Heading]:
    """Every known name, plain -> its meaning."""
    weak = {plain(name): Heading(columns, 3 + rank) for rank, (columns, name) in enumerate(shared_names())}
    own = {plain(name): Heading((column,), 2) for column, name in weak_names()}
    strong = {plain(name): Heading((column,)) for column, name in strong_names()}
    return {**weak, **own, **strong}


def strong_names() -> Iterator[tuple[Column, str]]:
    """(column, name) of every strong name that ships, those the tool writes among them."""
    for language in Language:
        yield from header_words(language).items()
    for column, phrases in _NAMES.items():
        yield from ((column, name) for name in _listed(phrases) if not name.startswith("~"))


def weak_names() -> Iterator[tuple[Column, str]]:
    """(column, name) of every weak name that can mean one column only."""
    for column, phrases in _NAMES.items():
        yield from ((column, name[1:]) for name in _listed(phrases) if name.startswith("~"))


def shared_names() -> Iterator[tuple[tuple[Column, ...], str]]:
    """(columns, name) of the weakest names, better ones first."""
    for phrases, meant in _SHARED.items():
        columns = tuple(Column(word) for word in meant.split())
        yield from ((columns, name) for name in _listed(phrases))


def _listed(phrases: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in phrases.split(";") if phrase.strip()]
