"""The time words of Dutch."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="nl",
    weekdays=(
        "maandag, maandags, ma",
        "dinsdag, dinsdags, di, dins",
        "woensdag, woensdags, wo, woe",
        "donderdag, donderdags, do, dond",
        "vrijdag, vrijdags, vr, op vrij, vrij om",
        "zaterdag, zaterdags, za, zat",
        "zondag, zondags, zo, zond",
    ),
    months=(
        "januari, jan",
        "februari, feb",
        "maart, mrt",
        "april, apr",
        "mei",
        "juni, jun",
        "juli, jul",
        "augustus, aug",
        "september, sep, sept",
        "oktober, okt",
        "november, nov",
        "december, dec",
    ),
    days={
        0: "vandaag, vndg, vandaag nog, op deze dag, heden, deze dag, de dag zelf",
        1: "de volgende dag, volgende dag, de dag erna, de dag erop, de dag daarna, dag erna",
        2: "overmorgen, de dag na morgen, dag na morgen",
        -1: "gisteren",
        -2: "eergisteren",
    },
    numbers={
        0: "nul",
        1: "één, eentje, enen",
        2: "twee, tweeën",
        3: "drie, drieën",
        4: "vier, vieren",
        5: "vijf, vijven",
        6: "zes, zessen",
        7: "zeven, zevenen",
        8: "acht, achten",
        9: "negen, negenen",
        10: "tien, tienen",
        11: "elf, elven",
        12: "twaalf, twaalven",
        13: "dertien",
        14: "veertien",
        15: "vijftien",
        16: "zestien",
        17: "zeventien",
        18: "achttien",
        19: "negentien",
        20: "twintig",
        21: "eenentwintig",
        22: "tweeëntwintig",
        23: "drieëntwintig",
        24: "vierentwintig",
        25: "vijfentwintig",
        30: "dertig",
        35: "vijfendertig",
        40: "veertig",
        45: "vijfenveertig",
        50: "vijftig",
        55: "vijfenvijftig",
    },
    vague={
        2: "paar, een paar, een paar uur nog",
        3: "enkele, enige, een aantal",
    },
    ordinals={
        1: "eerste",
        2: "tweede",
        3: "derde",
        4: "vierde",
        5: "vijfde",
        6: "zesde",
        7: "zevende",
        8: "achtste",
        9: "negende",
        10: "tiende",
        11: "elfde",
        12: "twaalfde",
        13: "dertiende",
        14: "veertiende",
        15: "vijftiende",
        16: "zestiende",
        17: "zeventiende",
        18: "achttiende",
        19: "negentiende",
        20: "twintigste",
        21: "eenentwintigste",
        22: "tweeëntwintigste",
        23: "drieëntwintigste",
        24: "vierentwintigste",
        25: "vijfentwintigste",
        30: "dertigste",
        31: "eenendertigste",
    },
    parts={
        Part.FIRST_THING: (
            "meteen 's ochtends, als eerste, bij opening, zodra jullie open zijn, direct 's ochtends, "
            "meteen in de ochtend, gelijk 's ochtends"
        ),
        Part.EARLY_MORNING: (
            "vroege ochtend, in de vroege ochtend, 's ochtends vroeg, vroeg in de ochtend, "
            "'s morgens vroeg, ochtends vroeg, vroeg in de morgen, 's ochtends in de vroegte, "
            "begin van de ochtend"
        ),
        Part.MORNING: (
            "ochtend, ochtenden, 's ochtends, 's morgens, ochtends, morgens, in de ochtend, voormiddag, "
            "in de voormiddag, de ochtend, 's voormiddags, smorgens, sochtends, vm, in de morgen, "
            "van de ochtend, s ochtends, s morgens, in de ochtenduren, vroeg op de dag, begin van de dag"
        ),
        Part.LATE_MORNING: (
            "late ochtend, in de late ochtend, eind van de ochtend, einde van de ochtend, einde ochtend, "
            "laat in de ochtend, halverwege de ochtend, eind ochtend, midden in de ochtend"
        ),
        Part.MIDDAY: (
            "lunch, lunchtijd, lunchpauze, in de lunchpauze, tijdens de lunch, tussen de middag, "
            "rond de lunch, met de lunch, middagpauze, rond het middaguur, tijdens lunchtijd, in de pauze, "
            "lunchuur"
        ),
        Part.EARLY_AFTERNOON: (
            "vroege middag, begin van de middag, in het begin van de middag, vroeg in de middag, "
            "begin middag, vroege namiddag"
        ),
        Part.AFTERNOON: (
            "middag, middagen, 's middags, middags, in de middag, namiddag, in de namiddag, 's namiddags, "
            "nm, na de lunch, na de middag, smiddags, na het middageten, de middag, s middags, na lunch, "
            "in de middaguren, de namiddag, na de lunchpauze"
        ),
        Part.MID_AFTERNOON: "midden in de middag, halverwege de middag, midden van de middag",
        Part.LATE_AFTERNOON: (
            "late middag, einde van de middag, eind van de middag, eind middag, laat in de middag, "
            "einde middag, aan het eind van de middag, late namiddag"
        ),
        Part.END_OF_DAY: (
            "einde van de dag, eind van de dag, aan het eind van de dag, aan het einde van de dag, "
            "einde dag, eind van de werkdag, einde werkdag, voor sluitingstijd, sluitingstijd"
        ),
        Part.AFTER_WORK: "na het werk, na werktijd, na mijn werk, na kantoortijd, na werk, na kantooruren",
        Part.AFTER_SCHOOL: "na school, na schooltijd, na de les",
        Part.EARLY_EVENING: (
            "vroege avond, in de vroege avond, begin van de avond, vroeg in de avond, begin avond, "
            "vooravond, avondeten, rond het avondeten, etenstijd"
        ),
        Part.EVENING: (
            "avond, avonden, 's avonds, avonds, in de avond, savonds, s avonds, de avond, in de avonduren, "
            "na het eten, na het avondeten"
        ),
        Part.LATE_EVENING: (
            "late avond, laat op de avond, laat in de avond, 's avonds laat, eind van de avond, "
            "einde van de avond, in de late avond"
        ),
        Part.NIGHT: "nacht, 's nachts, nachts, in de nacht, snachts, s nachts, de nacht",
        Part.LATE_NIGHT: "late nacht, laat in de nacht, 's nachts laat, diep in de nacht, in de late nacht",
        Part.EARLY_NIGHT: "vroege nacht, begin van de nacht, vroeg in de nacht, in de vroege nacht",
        Part.WORK_HOURS: (
            "kantooruren, tijdens kantooruren, kantoortijd, tijdens kantoortijd, werktijd, openingstijden, "
            "tijdens kantoortijden, binnen kantoortijden, binnen kantooruren, werkuren, tijdens werktijd, "
            "tijdens de werkuren"
        ),
        Part.DAYTIME: "overdag, in de loop van de dag, gedurende de dag, door de dag heen",
    },
    day_parts={
        (0, Part.MORNING): "vanochtend, vanmorgen, deze ochtend, deze morgen, van ochtend",
        (0, Part.AFTERNOON): "vanmiddag, deze middag, deze namiddag, van middag",
        (0, Part.EVENING): "vanavond, deze avond, van avond",
        (0, Part.NIGHT): "vannacht, deze nacht",
        (1, Part.MORNING): (
            "morgenochtend, morgenvroeg, morgen vroeg, morgen ochtend, morgen voormiddag, morgen in de ochtend"
        ),
        (1, Part.AFTERNOON): "morgenmiddag, morgen middag, morgennamiddag",
        (1, Part.EVENING): "morgenavond, morgen avond",
    },
    clocks={
        720: "12 uur 's middags, twaalf uur 's middags, het middaguur",
        1440: "middernacht",
    },
    units={
        "minute": "minuut, minuten, min, minuutjes, minuutje",
        "day": "dag, dagen",
        "week": "week, weken, weekje",
        "month": "maand, maanden, mnd",
        "business_day": "werkdag, werkdagen",
        "second": "seconde, seconden, sec",
    },
    spans={
        30: "half uur, een half uur, halfuur, half uurtje, een halfuur, een half uurtje, halfuurtje",
        15: "kwartier, een kwartier, kwartiertje",
        45: "drie kwartier, driekwartier, drie kwart uur",
        90: "anderhalf uur, een anderhalf uur",
        60: "een uur, uurtje, een uurtje, 1 uur",
        150: "twee en een half uur, tweeënhalf uur",
    },
    roles={
        "am": "am, a m",
        "pm": "pm, p m",
        "hour": "uur, u, uren, h, uurtje",
        "oclock": "uur precies, uur stipt, precies",
        "article": "een, 'n",
        "the": "de, op de, het, op",
        "at": "om, @, omstreeks om, te, tegen om",
        "about": (
            "rond, omstreeks, ongeveer, circa, ca, zo rond, rondom, tegen, om en nabij, om circa, "
            "om ongeveer, stipt, exact, om en bij, plusminus"
        ),
        "of": "van, van de, in de, der",
        "from": "van, vanaf, gerekend vanaf, sinds, met ingang van, beginnend, startend om",
        "after": "na, pas na, later dan, liefst na, het liefst na, alleen na",
        "since": (
            "vanaf, niet voor, op zijn vroegst, op z'n vroegst, op zijn vroegst om, vanaf ongeveer, pas vanaf, "
            "niet eerder dan, vroegst, ten vroegste, vanaf circa"
        ),
        "after_post": "of later, en later, of erna, op zijn vroegst, en daarna, op z'n vroegst",
        "past": "over, na",
        "before_to": "voor, vóór",
        "before": (
            "uiterlijk, op zijn laatst, op z'n laatst, niet na, eerder dan, niet later dan, ten laatste, "
            "liefst voor, het liefst voor, alleen voor, uiterlijk om"
        ),
        "before_post": "uiterlijk, of eerder, op zijn laatst, maximaal",
        "until": "tot, tot aan, tot ongeveer, tot uiterlijk",
        "between": "tussen, tussen de",
        "and": "en",
        "or": "of, ofwel, of anders, anders",
        "not": "niet, geen, nooit, niet bellen, niet bereikbaar, niet beschikbaar, niet op",
        "busy": (
            "bezet, druk, werkt, werk, in vergadering, vergadering, in een vergadering, aan het werk, "
            "slaapt, in gesprek, op school, onderweg, in bespreking, werken"
        ),
        "except": ("behalve, uitgezonderd, maar niet, met uitzondering van, op na, uitgezonderd op, behalve op"),
        "next": "volgende, volgend",
        "coming": "komende, eerstvolgende, aankomend, aankomende, aanstaande, aanstaand, komend, a s",
        "after_next": "overvolgende, na volgende",
        "this": "deze, dit, die, huidige",
        "early": "vroeg, vroege, vroeger, vroeg op, vroeg in",
        "late": "laat, late, later, laat op, later op, later op de, later in, laat in",
        "mid": "midden, halverwege, midden van, midden in, medio",
        "end": (
            "einde, eind, einde van, eind van, aan het eind van, aan het einde van, einde van de, "
            "eind van de, het einde van"
        ),
        "start": "begin, begin van, in het begin van, aan het begin van, begin van de",
        "rest": "rest, rest van, de rest van, de rest van de, resterende, rest van de",
        "half": "een half, een halve",
        "half_to": "half",
        "quarter": "kwart, kwartier, een kwart, een kwartier",
        "in": "in, over, over ongeveer, binnen ongeveer, over circa",
        "within": "binnen, binnen de, in de komende, gedurende de komende, binnen de volgende, in minder dan",
        "from_now": "vanaf nu, later, daarna, gerekend vanaf nu, vanaf dit moment",
        "from_now_doubt": "in de toekomst",
        "more": "nog, meer",
        "weekend": "weekend, weekeinde, in het weekend, weekends, weekenden",
        "weekdays": (
            "doordeweeks, door de weeks, werkdagen, op werkdagen, weekdagen, op weekdagen, door de week, "
            "doordeweekse dagen, ma-vr, maandag tot en met vrijdag, maandag t/m vrijdag"
        ),
        "work_week": "werkweek",
        "end_of_month": "eind van de maand, einde van de maand, einde maand, eind maand",
        "same_time": (
            "zelfde tijd, dezelfde tijd, op dezelfde tijd, zelfde tijdstip, rond dezelfde tijd, hetzelfde tijdstip"
        ),
        "tomorrow_or_morning": "morgen, mrgn, morge",
        "asap": (
            "zo snel mogelijk, zsm, z.s.m., z s m, dringend, spoed, direct, meteen, onmiddellijk, asap, "
            "met spoed, zo spoedig mogelijk, urgent, gelijk, spoedig, snel, per direct, z.s.m"
        ),
        "anytime": (
            "altijd, maakt niet uit, de hele dag, hele dag, wanneer dan ook, op elk moment, elk moment, "
            "ieder moment, wanneer het uitkomt, geen voorkeur, flexibel, hele dag door, wanneer u wilt, "
            "wanneer je wilt, wanneer mogelijk, wanneer jullie kunnen, maakt me niet uit, op ieder moment, "
            "te allen tijde"
        ),
        "any_day": "elke dag, iedere dag, dagelijks, elke, iedere, alle dagen, ieder",
        "now": "nu, op dit moment, op het moment, zojuist, momenteel, nu direct, net",
        "call": (
            "bellen, terugbellen, bel, terug bellen, telefoneren, contact, bereikbaar, belt, te bereiken, "
            "beschikbaar, proberen, opbellen, bel terug, nabellen, terugbelverzoek, bellen naar, vrij, storen, "
            "contacteren, bereiken, belafspraak, teruggebeld worden, spreken, gebeld worden, teruggebeld wil "
            "worden, gebeld wil worden"
        ),
        "number_of": (
            "bestelling, factuur, nummer, nr, kamer, order, tel, telefoon, mobiel, huisnummer, toestel, "
            "dossier, ref, referentie, code, versie, offerte, gsm, klantnummer, ordernummer, etage, "
            "verdieping, zaal, bon, pakket"
        ),
        "counted": (
            "procent, mensen, personen, persoon, euro, jaar, keer, stuks, kinderen, volwassenen, studenten, "
            "sterren, nachten, kg, km, gasten, dozen, munten, graden, hotel, plaatsen"
        ),
        "noise": (
            "alsjeblieft, alstublieft, aub, svp, graag, bedankt, dank, dank je, liefst, het liefst, "
            "voorkeur, bij voorkeur, beste, wil, wenst, klant, klanten, vraagt, gevraagd, verzoek, "
            "verzoekt, is, zal, zijn, hij, zij, ze, ik, we, hem, haar, mij, me, alleen, dan, even, weer, "
            "ook, voor, naar, mogelijk, indien mogelijk, als het kan, goedemorgen, goedemiddag, "
            "goedenavond, goedendag, mevrouw, meneer, mevr, dhr, te, het, kan, kunnen, zou, worden, terug, "
            "er, maar, vanwege, of zo, tijd, gewoon, met, stipt, prettige dag, fijne dag, fijne avond, "
            "fijn weekend, op, met spoed graag, misschien, eventueel, s, wel, daar"
        ),
        "told": (
            "gebeld, belde, teruggebeld, heeft gebeld, gesproken, gemist, gemiste oproep, niet opgenomen, neemt "
            "niet op, nam niet op, voicemail ingesproken, ingesproken, bericht achtergelaten, geprobeerd, "
            "geschreven, gemaild"
        ),
        "last": "vorige, afgelopen, laatste, voorbije, verleden",
        "appointment": "afspraak, boeking, reservering, verzetten, verplaatsen, levering, factuur van",
        "through": "tot en met, t/m, tm",
    },
    compounds=True,
    verb_last=True,
    next_is_contested=True,
)
