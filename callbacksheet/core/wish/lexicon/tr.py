"""The time words of Turkish, whose endings say from, to and at."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="tr",
    weekdays=(
        "pazartesi, pazartesi günü, pazartesiye, pazartesileri, pzt, pazartesi gününe, pazartesiden",
        "salı, salı günü, salıya, salıları, sal, salı gününe, salıdan",
        "çarşamba, çarşamba günü, çarşambaya, çarşambaları, çar, çrş, çarşamba gününe, çarşambadan",
        "perşembe, perşembe günü, perşembeye, perşembeleri, per, prş, perşembe gününe, perşembeden",
        "cuma, cuma günü, cumaya, cumaları, cum, cuma gününe, cumadan, cuması",
        "cumartesi, cumartesi günü, cumartesiye, cumartesileri, cmt, cts, cumartesi gününe, cumartesiden",
        "pazar, pazar günü, pazara, pazarları, paz, pazar gününe, pazardan",
    ),
    months=(
        "ocak, ocakta, oca, ocağa",
        "şubat, şubatta, şub, şubata",
        "mart, martta, mar, marta",
        "nisan, nisanda, nis, nisana",
        "mayıs, mayısta, may, mayısa",
        "haziran, haziranda, haz, hazirana",
        "temmuz, temmuzda, tem, temmuza",
        "ağustos, ağustosta, ağu, ağustosa",
        "eylül, eylülde, eyl, eylüle",
        "ekim, ekimde, eki, ekime",
        "kasım, kasımda, kas, kasıma",
        "aralık, aralıkta, ara, aralığa",
    ),
    days={
        0: "bugün, bugünkü, bugünün, bu gün, bugüne, bugünden, o gün",
        1: "yarın, yarınki, yarına, yarının, ertesi gün, sonraki gün, bir sonraki gün, yarın günü, yrn",
        2: (
            "öbür gün, öbürsü gün, yarından sonra, yarından sonraki gün, yarından sonraki, "
            "ertesi günün ertesi, yarından sonraki günden, yarından sonraki güne"
        ),
        -1: "dün",
    },
    numbers={
        0: "sıfır",
        1: "bir",
        2: "iki",
        3: "üç",
        4: "dört, dörd",
        5: "beş",
        6: "altı",
        7: "yedi",
        8: "sekiz",
        9: "dokuz",
        10: "on",
        11: "on bir, onbir",
        12: "on iki, oniki",
        13: "on üç, onüç",
        14: "on dört, ondört",
        15: "on beş, onbeş",
        16: "on altı, onaltı",
        17: "on yedi, onyedi",
        18: "on sekiz, onsekiz",
        19: "on dokuz, ondokuz",
        20: "yirmi",
        21: "yirmi bir",
        22: "yirmi iki",
        23: "yirmi üç",
        30: "otuz",
        40: "kırk",
        50: "elli",
    },
    vague={
        3: "birkaç, birkac, bir kaç",
        2: "bir iki, bir çift, 1-2",
    },
    ordinals={
        1: "birinci, biri, ilk",
        2: "ikinci",
        3: "üçüncü",
        15: "on beşi",
        22: "yirmi ikisi",
        20: "yirmisi",
        10: "onu",
    },
    parts={
        Part.FIRST_THING: (
            "sabah ilk iş, ilk iş, açılışta, açılır açılmaz, sabah ilk iş olarak, sabah ilk saatlerde, mesai başında"
        ),
        Part.EARLY_MORNING: (
            "sabah erken, sabah erkenden, erken sabah, sabahın erken saatleri, sabah erken saatlerde, "
            "sabahın erken saatlerinde, sabahı erkenden, sabah erken saatte, sabahı erken saatte, "
            "sabah saat erken"
        ),
        Part.DAWN: "sabaha karşı, şafakta",
        Part.MORNING: (
            "sabah, sabahı, sabahleyin, sabahları, sabahki, sabaha, sabahtan, öğleden önce, öğleden evvel, "
            "sabah saatleri, sabah saatlerinde, sabah vakti, sabahın"
        ),
        Part.LATE_MORNING: (
            "kuşluk, sabah geç, sabah geç saatte, sabah ortası, öğleye doğru, sabahı geç saatte, geç sabah, "
            "sabah geç saatlerde, sabahın geç saatleri"
        ),
        Part.MIDDAY: (
            "öğle, öğlen, öğle arası, öğle arasında, öğle vakti, öğle yemeği, öğle yemeğinde, "
            "öğle yemeği vakti, öğle saatleri, öğle saatlerinde, öğlenleri, öğle tatili, öğle tatilinde, "
            "öğle yemeği arası, öğle yemeği vaktinde"
        ),
        Part.EARLY_AFTERNOON: (
            "öğleden sonra erken, öğleden sonra erken saatte, öğleden sonra erken saatlerde, erken öğleden sonra"
        ),
        Part.AFTERNOON: (
            "öğleden sonra, öğleden sonraki, öğleden sonraları, öğlenden sonra, öğle yemeğinden sonra, "
            "öğle arasından sonra, yemekten sonra, ö.s., ös, öğleden sonraya, öğlen sonrası, öğle sonrası, "
            "öğleden sonra saat"
        ),
        Part.LATE_AFTERNOON: (
            "ikindi, ikindi vakti, akşamüstü, akşam üstü, akşamüzeri, öğleden sonra geç, akşama doğru, "
            "öğleden sonra geç saatte, ikindiden sonra, akşam üzeri, öğleden sonra geç saatlerde"
        ),
        Part.END_OF_DAY: (
            "gün sonu, gün sonunda, gün sonuna, günün sonunda, mesai bitimi, mesai bitiminde, "
            "kapanıştan önce, günün sonuna, mesai sonu, mesai sonunda, iş çıkışı"
        ),
        Part.AFTER_WORK: (
            "iş çıkışından sonra, işten sonra, mesaiden sonra, mesai sonrası, mesai saatinden sonra, iş sonrası"
        ),
        Part.AFTER_SCHOOL: "okuldan sonra, okul çıkışı, dersten sonra",
        Part.EARLY_EVENING: (
            "akşam erken, akşamı erken saatte, akşam erken saatte, erken akşam, akşamın erken saatleri, "
            "akşam erken saatlerde"
        ),
        Part.EVENING: (
            "akşam, akşamı, akşamleyin, akşamları, akşama, akşamki, akşamdan, akşam saatleri, "
            "akşam saatlerinde, akşam vakti, akşam yemeği, akşam yemeğinden sonra"
        ),
        Part.LATE_EVENING: "akşam geç, akşam geç saatte, akşam geç saatlerde, geç akşam, akşamı geç saatte",
        Part.EARLY_NIGHT: "gecesi erken saatte, gece erken saatte, gece erken",
        Part.NIGHT: "gece, gecesi, geceleri, geceleyin, geceye, geceki",
        Part.LATE_NIGHT: "gece geç, gece geç saatte, gecesi geç saatte, gece geç saatlerde, geç gece",
        Part.WORK_HOURS: (
            "mesai saatleri, mesai saatlerinde, iş saatleri, iş saatlerinde, mesai saatleri içinde, "
            "çalışma saatleri, çalışma saatlerinde, iş saatleri içinde, mesai içinde, mesai saati içinde"
        ),
        Part.DAYTIME: "gündüz, gündüzleri, gündüz vakti, gün boyu",
    },
    day_parts={
        (0, Part.MORNING): "bu sabah, bu sabahki",
        (0, Part.EVENING): "bu akşam, bu akşamki, bu akşama",
        (0, Part.NIGHT): "bu gece, bu geceki",
        (0, Part.AFTERNOON): "bu öğleden sonra, bu öğleden sonraki",
        (0, Part.MIDDAY): "bu öğle, bu öğlen",
    },
    clocks={
        1440: "bu gece yarısı, gece yarısı, geceyarısı",
        720: "tam öğle, öğlen 12, öğle 12",
    },
    units={
        "minute": "dakika, dakikaya, dk, dakikada, dakikalık, dakka, dakikalığına",
        "day": "gün, güne, günde, günlük",
        "week": "hafta, haftada, haftalık, haftaki, haftanın",
        "month": "ay, aya, ayda, ayın",
        "business_day": "iş günü, iş gününde, iş gününe",
        "second": "saniye, saniyede, sn",
    },
    spans={
        30: "yarım saat, yarım saate, yarim saat",
        15: "çeyrek saat, on beş dakika",
        45: "kırk beş dakika, üç çeyrek saat",
        90: "bir buçuk saat, bir buçuk saate",
        60: "bir saat, 1 saat, bir saate",
    },
    roles={
        "am": "am",
        "pm": "pm",
        "hour": "saat, saatte, saate, saati, saatleri, saatlerinde, sa",
        "at": "saat, saati, saatte, saat tam, tam saat",
        "oclock": "sularında, sularına, suları, gibi",
        "about": (
            "civarı, civarında, yaklaşık, yaklaşık olarak, takriben, aşağı yukarı, tam, tamı tamına, "
            "saat gibi, yaklaşık saat"
        ),
        "of": "nin, nın, nun, nün",
        "from_case": "den, dan, ten, tan",
        "to_case": "e, a, ye, ya, na, ne",
        "day_case": "inde, ında, unda, ünde, sinde, sında, si, sı, i, ı",
        "other_case": "de, da, te, ta, deki, daki, teki, taki, u, ü, yi, yu, yı, in, ın, un, ün",
        "from": "itibaren, den itibaren, dan itibaren, ten itibaren, tan itibaren, başlayarak",
        "after_post": (
            "sonra, sonrası, sonraya, sonrasında, den sonra, dan sonra, ten sonra, tan sonra, itibaren, "
            "ve sonrası, veya sonrası, sonrasına, den itibaren, dan itibaren, ten itibaren, tan itibaren, "
            "den sonrası, dan sonrası, ten sonrası, den geç, geç"
        ),
        "before_post": (
            "önce, öncesi, evvel, öncesinde, den önce, dan önce, ten önce, tan önce, den evvel, dan evvel, "
            "ten evvel, tan evvel, kadar, e kadar, a kadar, ye kadar, ya kadar, dek, e dek, a dek, ye dek, "
            "ya dek, değin, önceye, na kadar, ne kadar, ına kadar, ine kadar"
        ),
        "since": "en erken, en erken saat",
        "before": "en geç, en geç saat",
        "until": "ile, ila, ve",
        "between": "arada",
        "between_post": "arası, arasında, arasına, aralığı, aralığında",
        "and": "ve, ile, veya da",
        "or": "veya, ya da, yahut, veyahut, yoksa, olmazsa, olmadı",
        "not": (
            "değil, hayır, asla, aramayın, aramayınız, arama, aranmasın, uygun değil, müsait değil, olmasın, istemiyor"
        ),
        "busy": "meşgul, toplantıda, çalışıyor, işte, dolu, derste, uyuyor, toplantı",
        "except_post": "hariç, dışında, haricinde, den başka, dan başka",
        "next": "gelecek, önümüzdeki, ertesi, haftaya, gelecekteki, öteki, bir sonraki, öbür",
        "coming": "en yakın, yaklaşan, sonraki",
        "this": "bu, şu, mevcut",
        "early": "erken, erkenden, erken saatte, erken saatlerde",
        "late": "geç, geç saatte, geç saatlerde",
        "mid": "ortası, ortasında",
        "end": "sonu, sonunda, sonuna",
        "start": "başı, başında, başlangıcı",
        "rest": "kalanı, geri kalanı, geri kalanında",
        "half": "buçuk, buçukta, bucuk, buçuğa, buçuktan",
        "quarter": "çeyrek",
        "past_post": "geçe, geçiyor",
        "to_hour_post": "kala, var",
        "from_now_doubt": "içinde, içerisinde, içindeki, içerisindeki",
        "from_now": ("sonra, sonraya, sonrasına, şu andan itibaren, şu andan sonra, sonrasında, den sonra, dan sonra"),
        "in": "şu andan itibaren, bugünden itibaren",
        "more": "daha",
        "weekend": "hafta sonu, haftasonu, hafta sonları, haftasonları, hafta sonuna",
        "weekdays": "hafta içi, haftaiçi, hafta içleri, iş günleri, hafta arası, iş günlerinde",
        "work_week": "çalışma haftası",
        "end_of_month": "ay sonu, ayın sonu, ay sonunda, ayın sonunda",
        "end_of_week": "haftanın sonu, haftanın sonunda",
        "same_time": "aynı saat, aynı saatte, aynı saatlerde, bu saatte, aynı vakitte, bu saatlerde",
        "asap": (
            "en kısa sürede, en kısa zamanda, acil, acilen, hemen, derhal, asap, bir an önce, "
            "mümkün olduğunca çabuk, mümkün olan en kısa sürede, çok acil, en yakın zamanda, ivedi, "
            "ivedilikle, çabuk, en kısa sürede lütfen"
        ),
        "anytime": (
            "her zaman, ne zaman olursa, fark etmez, farketmez, herhangi bir zaman, istediğiniz zaman, "
            "istediğiniz saatte, tüm gün, bütün gün, ne zaman isterseniz, müsait olduğunuzda, "
            "herhangi bir saatte, uygun olduğunuzda, saat fark etmez, her saat, günün her saati, "
            "uygun zamanda, müsait olunca, gün boyunca fark etmez"
        ),
        "any_day": "her gün, hergün, herhangi bir gün, her",
        "now": "şimdi, şu an, şu anda, hemen şimdi, şuan, şu andaki, şuanda",
        "call": (
            "arayın, aramak, aransın, arama, ara, aranacak, geri arama, geri arayın, telefon edin, ulaşın, "
            "ulaşılabilir, arayabilirsiniz, aranmak, arasın, geri aransın, geri aranmak, geri dönüş, dönüş, "
            "iletişim, müsait, uygun, aranabilir, arayalım, geri ara, arayınız, görüşme, ararsanız, "
            "arar mısınız, aranmasını"
        ),
        "number_of": (
            "sipariş, fatura, numara, no, nolu, numaralı, oda, tel, telefon, cep, dahili, daire, kat, kod, "
            "sürüm, dosya, teklif, takip"
        ),
        "counted": (
            "kişi, tl, lira, kez, adet, yaşında, yüzde, misafir, çocuk, yetişkin, yıldız, kilo, km, kg, "
            "defa, öğrenci, euro, dolar, bin"
        ),
        "noise": (
            "lütfen, rica, teşekkürler, teşekkür, sağolun, istiyor, istedi, ister, tercihen, tercih, "
            "tercih ediyor, müşteri, olur, olsun, olabilir, ise, iyi olur, daha iyi, bey, hanım, beni, onu, "
            "bizi, kendisi, eğer, mümkünse, sadece, yalnız, yalnızca, günü, gün, zaman, için, da, de, ki, "
            "iyi günler, günaydın, iyi akşamlar, iyi geceler, merhaba, selam, rica etti, söyledi, en, "
            "kendisini, uygunsa, tekrar, geri, bir, saatinde, vakti, o, olarak, diye, dedi, tarihinde, "
            "tarihi, günler"
        ),
        "told": (
            "aradı, aradım, aradık, aramıştı, aradılar, görüştü, görüştük, görüştüm, konuştu, konuştuk, cevapsız, "
            "cevapsız arama, cevap vermedi, açmadı, ulaşılamadı, mesaj bıraktı, not bıraktı, yazdı"
        ),
        "last": "geçen, geçtiğimiz, evvelki",
        "appointment": "randevu, randevusu, rezervasyon, ertele, ertelemek, değiştir, teslimat",
    },
    next_is_contested=True,
    verb_last=True,
    case_endings=(
        ("den", "from_case"),
        ("dan", "from_case"),
        ("ten", "from_case"),
        ("tan", "from_case"),
        ("e", "to_case"),
        ("a", "to_case"),
        ("ye", "to_case"),
        ("ya", "to_case"),
        ("de", "other_case"),
        ("da", "other_case"),
        ("te", "other_case"),
        ("ta", "other_case"),
        ("yi", "other_case"),
        ("i", "other_case"),
        ("u", "other_case"),
        ("ü", "other_case"),
        ("ı", "other_case"),
    ),
)
