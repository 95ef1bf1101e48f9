"""R15 in words: who has to be asked for, who is angry, and what is about health, in five languages (see ``cues``)."""

from __future__ import annotations

ESCALATION_WORDS = """
    manager; managers; mgr; supervisor*; [your|the|his|her] boss; speak to [the|an|] owner; [the|
    person] in charge; higher up; someone higher; head office;
    angry; furious; livid; irate; [is|was|very|so|really|quite|pretty|getting|shes|hes] mad;
    mad [at|about] [us|me|the|her|his|it|price|bill]; annoyed; upset; frustrated; fuming; outraged;
    outrageous; shouting;
    yelling; screaming; swearing;
    rude; threat*; complain*; unhappy; not [happy|satisfied|pleased]; dissatisfied; disappointed;
    displeased; unacceptable; disgusted;
    escalat*; lawyer*; attorney*; [will|to|gonna|may|might] sue; sues us; suing; lawsuit; legal action;
    trading standards; bad review;
    negative review; [one|1] star;
    ombudsman; report you; report us; disgrace*; fed up; pissed*;

    менеджер*; керівник*; керівництв*; начальник*; начальниц*; начальств*; [директора|директору|
    директором]; потрібен директор; старш* адміністратор*; скарг*; скаржит*; скаржив*; скаржил*; поскарж*;
    претензі*;
    злий; зла клієнтка; злиться; зляться; розлючен*; розгніван*; обурен*; обурю*; незадовол*; невдовол*;
    роздратован*; гнівн*; сердит*; кричить; кричав; кричала; кричали; лається; лаялась; лаялася;
    скандал*; адвокат*; юрист*; [в|у|до] суд; [в|у|до] суду; погрож*; поганий відгук; негативний відгук;
    захист споживачів; хамств*; хамит*; дуже засмуч*; не задовол*; лютує; істерик*;

    менеджера; менеджер; менеджеру; менеджером; руководител*; руководств*; начальник*; начальниц*;
    начальств*; [директора|директору|директором]; [нужен|нужна|нужно|позвать|где] директор; управляющ*;
    старш* администратор*; старш* менеджер*;
    жалоб*; жалует*; жалова*; пожалова*; пожалует*; претензи*; зол; злой; злая; злится; злятся; разозл*;
    рассерж*; сердит*; сердится; возмущ*; недовол*; негоду*; раздраж*; гневн*; в ярости; в бешенстве;
    взбешен*;
    кричит; кричал; кричала; орет; орал; орала; ругается; ругалась; ругался; скандал*; адвокат*; юрист*;
    в суд; судом; роспотребнадзор*; угрож*; плохой отзыв; негативный отзыв; хамств*; хамит*; истерик*;
    расстроен*; прокуратур*;

    manajer*; atasan; pimpinan; [minta|cari|dengan|ke|sama|bicara] [bos|boss|manager]; spv; kepala [toko|
    cabang]; penanggung jawab; marah*; ngamuk; mengamuk; emosi; kesal; jengkel; kecewa; komplain*;
    komplen*; complain; protes*;
    keluhan; mengeluh; tidak [puas|senang|terima]; geram; murka; pengacara; somasi; tuntut; menuntut;
    jalur hukum; lapor polisi; dilaporkan; ancam*; mengancam; bentak*; membentak; teriak*; berteriak;
    ulasan buruk; viralkan;

    gerente*; gerencia; encargad*; jefe; jefa; jefes; supervisora; [con|al] [el|la|] [director|directora];
    [quiere|pide] director; [un|su|con|una] superior; [hablar con|con] [el|la] [dueno|duena|responsable];
    enfadad*; enojad*; furios*; molesto; molesta; molestos; molestas; muy molest*; indignad*;
    cabread*; enfurecid*; alterad*; irritad*; disgustad*; descontent*; insatisfech*; no [esta|
    estan] [content*|satisfech*]; queja; quejas; quejar*; quejo; se queja; quejand*; reclamacion*;
    reclama; reclamo; reclamando; reclamos; hoja de reclamaciones; denunci*; abogad*; demandar*; demanda;
    demandara;
    grita; gritando; gritos; grito; insult*; amenaz*; mala resena; mal comentario; consumidor; inaceptable
"""
"""Phrases that say a caller wants somebody in charge, or is angry. Negated ones ("not angry") say nothing."""

NOT_ESCALATION = """
    [account|project|case|property|store|office|product|sales|relationship|facility|facilities|site|
    building|hr|marketing|event] [manager|managers];
    [thank|thanks] manager; no complaint*; жалоб нет; скарг немає; претензий нет; претензій немає;
    не скарж*; claims manager;
    general manager of
"""
"""Longer phrases with such a word in them that say nothing of the kind."""

HEALTH_WORDS = """
    diagnos*; hiv; aids; hepatitis; cancer; tumor*; tumour*; oncolog*; chemo*; radiotherapy; pregnan*;
    miscarriage; abortion; ivf; fertility; infertil*; contracepti*; [an|has|have] [std|sti]; chlamydia;
    herpes; gonorrh*; syphilis;
    depress*; anxiety disorder; bipolar; schizo*; psychiatr*; psychosis; suicid*; self harm;
    eating disorder; anorexi*; bulimi*; overdose; addict*; rehab; alcoholic; methadone; diabet*; insulin;
    epilep*; seizure*; asthma*;
    heart [attack|disease|condition|surgery]; stroke; blood [test|pressure|results|work]; medication*;
    medicine*; prescription*; antidepressant*; antibiotic*; surgery; post op; biopsy; mri; x ray; xray;
    ct scan; ultrasound; mammogram; colonoscopy;
    allerg*; disabilit*; dementia; alzheimer*; parkinson*; covid*; coronavirus; tested positive;
    medical [condition|history|record*|results]; symptom*; menopaus*; psoriasis; eczema; lupus; lymphoma;
    leukemia; leukaemia; dialysis; transplant; wheelchair;

    діагноз*; віл; снід; гепатит*;
    рак [груди|грудей|шкіри|крові|легень|легенів|молочної|простати|шлунка|матки];
    [хворіє на|хвора на|хворий на|у неї|у нього|діагноз] рак; раку; пухлин*; онколог*; хіміотерап*;
    вагітн*; викид*; аборт*; безплід*;
    контрацепц*; сифіліс; герпес; хламіді*; депресі*; тривожний розлад; біполярн*; шизофрен*; психіатр*;
    суїцид*; самогубств*; наркоман*; алкоголі*;
    діабет*; інсулін*; епілепс*; астма*; інфаркт*; інсульт*; тиск високий; гіпертоні*; аналіз крові;
    аналізи; ліки; рецепт на; антибіотик*; антидепресант*; операці*; біопсі*; мрт; рентген*; узд; алергі*;
    інвалід*; деменці*; ковід*; хвороб*; захворюван*; симптом*;

    диагноз*; вич; спид; гепатит*; рак [груди|кожи|крови|легких|молочной|простаты|желудка|матки];
    [у нее|у него|диагноз|болеет|лечит] рак; раком; опухол*; онколог*; химиотерап*; беремен*; выкидыш;
    аборт*;
    бесплод*; контрацеп*; сифилис; герпес; хламиди*; депресс*; тревожное расстройство; биполярн*;
    шизофрен*; психиатр*; суицид*; самоубийств*; наркоман*; алкоголи*;
    диабет*; инсулин*; эпилепс*; астма*; инфаркт*; инсульт*; гипертони*; высокое давление; анализ крови;
    анализы; лекарств*; рецепт на; антибиотик*; антидепрессант*; после операции; операция на; биопси*;
    мрт; рентген*; узи; аллерги*; инвалид*; деменци*; ковид*; болезн*; заболеван*; симптом*; диализ;

    diagnosis; hiv; aids; hepatitis; kanker; tumor*; kemoterapi; hamil; kehamilan; keguguran; aborsi;
    bayi tabung; mandul; kb suntik; sipilis; herpes; depresi; bipolar; skizofrenia; psikiater; bunuh diri;
    kecanduan; narkoba; diabetes; kencing manis; insulin; epilepsi; asma;
    serangan jantung; sakit jantung; stroke; darah tinggi; hipertensi; tes darah; obat; resep dokter;
    antibiotik; operasi; biopsi; rontgen; usg; mri; alergi; disabilitas; demensia; covid*; penyakit;
    gejala; riwayat medis; rekam medis; tbc paru; gagal ginjal; cuci darah;

    diagnostic*; vih; sida; hepatitis; cancer; tumor*; oncolog*; quimio*; radioterapia; embaraz*; aborto;
    fecundacion; fiv; infertil*; anticoncept*; sifilis; herpes; clamidia; depresi*; ansiedad; trastorno;
    bipolar; esquizofren*; psiquiatr*; suicid*; anorexia; bulimia; adiccion*; drogodepend*; alcoholismo;
    diabet*; insulina; epilep*; asma; asmatic*; infarto; ictus; derrame cerebral; hipertens*;
    tension alta; analisis de sangre; analitica; medicament*; medicacion; receta medica; antibiotic*;
    antidepresiv*; cirugia; operacion de; operado de; operada de; biopsia; resonancia; radiografia;
    ecografia; mamografia; alergi*; discapacidad; demencia; covid*; enfermedad*; sintoma*;
    historial medico
"""
"""What belongs in a medical record, not in a sheet that everybody on shift reads."""

TAX_NUMBER_WORDS = """
    рнокпп; іпн; інн; ідентифікаційний код; ідентифікаційний номер; податковий номер; код платника; tax id;
    taxpayer id; rnokpp; ipn; ид код; инн; налоговый номер; ідентифікаційний; ідент код
"""
"""Words before a Ukrainian tax number, whose ten digits alone look like anybody's phone number."""

NIK_WORDS = "nik; ktp; nomor ktp"
SNILS_WORDS = "снилс; snils; пенсионное страхование"
SSN_WORDS = "ssn; ss no; ss number; social security; social; itin"
NUMBERED_THINGS = """
    order*; invoice*; ref; tracking; phone; tel; call; замовлен*; заказ*; накладн*; ттн; телефон*; тел;
    дзвон*; звон*;
    рахун*; счет*; договор*; номер; трек*
"""
"""Words that make ten bare digits something other than an identity number."""
