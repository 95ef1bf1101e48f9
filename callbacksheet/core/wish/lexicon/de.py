"""The time words of German."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="de",
    weekdays=(
        "montag, montags, montagen, mo",
        "dienstag, dienstags, dienstagen, di",
        "mittwoch, mittwochs, mi",
        "donnerstag, donnerstags, do",
        "freitag, freitags, fr",
        "samstag, samstags, sonnabend, sonnabends, sa",
        "sonntag, sonntags, so",
    ),
    months=(
        "januar, jan, jänner, jaenner",
        "februar, feb, feber",
        "märz, mär, maerz, mrz",
        "april, apr",
        "mai",
        "juni, jun, juno",
        "juli, jul, julei",
        "august, aug",
        "september, sep, sept",
        "oktober, okt",
        "november, nov",
        "dezember, dez",
    ),
    days={
        0: (
            "heute, heut, heutige, heutigen, heutiger, am heutigen tag, am selben tag, diesen tag, "
            "dieser tag, zu dieser zeit"
        ),
        2: "übermorgen, uebermorgen",
        3: "überübermorgen",
        -1: "gestern",
        -2: "vorgestern",
        1: (
            "am nächsten tag, nächster tag, nächsten tag, am folgetag, morgigen tag, morgige, morgigen, "
            "am folgenden tag"
        ),
    },
    numbers={
        0: "null",
        1: "eins",
        2: "zwei, zwo, zweien",
        3: "drei, dreien",
        4: "vier, viere",
        5: "fünf, fuenf",
        6: "sechs",
        7: "sieben",
        8: "acht",
        9: "neun",
        10: "zehn",
        11: "elf",
        12: "zwölf, zwoelf",
        13: "dreizehn",
        14: "vierzehn",
        15: "fünfzehn, fuenfzehn",
        16: "sechzehn",
        17: "siebzehn",
        18: "achtzehn",
        19: "neunzehn",
        20: "zwanzig",
        21: "einundzwanzig",
        22: "zweiundzwanzig",
        23: "dreiundzwanzig",
        24: "vierundzwanzig",
        25: "fünfundzwanzig",
        30: "dreißig, dreissig",
        35: "fünfunddreißig",
        40: "vierzig",
        45: "fünfundvierzig",
        50: "fünfzig",
        55: "fünfundfünfzig",
        31: "einunddreißig",
        32: "zweiunddreißig",
        33: "dreiunddreißig",
        34: "vierunddreißig",
        36: "sechsunddreißig",
        37: "siebenunddreißig",
        38: "achtunddreißig",
        39: "neununddreißig",
        41: "einundvierzig",
        42: "zweiundvierzig",
        43: "dreiundvierzig",
        44: "vierundvierzig",
        46: "sechsundvierzig",
        47: "siebenundvierzig",
        48: "achtundvierzig",
        49: "neunundvierzig",
        51: "einundfünfzig",
        52: "zweiundfünfzig",
        53: "dreiundfünfzig",
        54: "vierundfünfzig",
        56: "sechsundfünfzig",
        57: "siebenundfünfzig",
        58: "achtundfünfzig",
        59: "neunundfünfzig",
        26: "sechsundzwanzig",
        27: "siebenundzwanzig",
        28: "achtundzwanzig",
        29: "neunundzwanzig",
    },
    vague={
        2: "paar, ein paar, einigen, einige, beiden, beide, wenigen, wenige, ein paaren",
    },
    ordinals={
        1: "erster, ersten, erste",
        2: "zweiter, zweiten, zweite",
        3: "dritter, dritten, dritte",
        4: "vierter, vierten, vierte",
        5: "fünfter, fünften, fünfte",
        6: "sechster, sechsten, sechste",
        7: "siebter, siebten, siebte",
        8: "achter, achten, achte",
        9: "neunter, neunten, neunte",
        10: "zehnter, zehnten, zehnte",
        11: "elfter, elften, elfte",
        12: "zwölfter, zwölften, zwölfte",
        15: "fünfzehnter, fünfzehnten, fünfzehnte",
        20: "zwanzigster, zwanzigsten, zwanzigste",
        13: "dreizehnter, dreizehnten, dreizehnte",
        14: "vierzehnter, vierzehnten, vierzehnte",
        16: "sechzehnter, sechzehnten, sechzehnte",
        17: "siebzehnter, siebzehnten, siebzehnte",
        18: "achtzehnter, achtzehnten, achtzehnte",
        19: "neunzehnter, neunzehnten, neunzehnte",
        21: "einundzwanzigster, einundzwanzigsten, einundzwanzigste",
        22: "zweiundzwanzigster, zweiundzwanzigsten, zweiundzwanzigste",
        23: "dreiundzwanzigster, dreiundzwanzigsten, dreiundzwanzigste",
        24: "vierundzwanzigster, vierundzwanzigsten, vierundzwanzigste",
        25: "fünfundzwanzigster, fünfundzwanzigsten, fünfundzwanzigste",
        26: "sechsundzwanzigster, sechsundzwanzigsten, sechsundzwanzigste",
        27: "siebenundzwanzigster, siebenundzwanzigsten, siebenundzwanzigste",
        28: "achtundzwanzigster, achtundzwanzigsten, achtundzwanzigste",
        29: "neunundzwanzigster, neunundzwanzigsten, neunundzwanzigste",
        30: "dreißigster, dreißigsten, dreißigste",
        31: "einunddreißigster, einunddreißigsten, einunddreißigste",
    },
    parts={
        Part.FIRST_THING: (
            "gleich früh, gleich morgens, als erstes, gleich zu beginn, bei öffnung, zur öffnung, "
            "gleich morgens früh, sofort morgens, ganz früh"
        ),
        Part.EARLY_MORNING: (
            "frühmorgens, früh morgens, am frühen morgen, frühen morgen, früher morgen, früh am morgen, "
            "in der früh, in der frühe, in aller frühe, morgens früh"
        ),
        Part.MORNING: (
            "am morgen, morgens, früh, frueh, vormittag, vormittags, am vormittag, vormittage, vormittagen, "
            "den vormittag, am vorm, vorm, vm, vormittgs, in der ersten tageshälfte, vor dem mittag, "
            "vor dem mittagessen, des morgens, in den morgenstunden, morgenstunden, matin"
        ),
        Part.LATE_MORNING: (
            "am späten vormittag, später vormittag, spätvormittag, spätvormittags, späten vormittag, "
            "am späteren vormittag"
        ),
        Part.MIDDAY: (
            "mittag, mittags, am mittag, mittagszeit, zur mittagszeit, um die mittagszeit, "
            "in der mittagspause, mittagspause, über mittag, zu mittag, mittagessen, beim mittagessen, "
            "um mittag, zum mittagessen"
        ),
        Part.EARLY_AFTERNOON: "am frühen nachmittag, früher nachmittag, frühen nachmittag, früher nachm",
        Part.AFTERNOON: (
            "nachmittag, nachmittags, am nachmittag, nachmittage, nachm, nm, nach dem mittag, "
            "nach dem mittagessen, nach mittag, nach der mittagspause, in der zweiten tageshälfte, "
            "nachmittgs, des nachmittags, den nachmittag, nach dem essen"
        ),
        Part.LATE_AFTERNOON: (
            "am späten nachmittag, später nachmittag, spätnachmittag, spätnachmittags, späten nachmittag, "
            "am späteren nachmittag, gegen abend"
        ),
        Part.END_OF_DAY: (
            "am ende des tages, ende des tages, tagesende, zum feierabend, vor feierabend, "
            "kurz vor feierabend, vor ladenschluss, gegen ende des tages, geschäftsschluss, "
            "vor geschäftsschluss, ende des arbeitstages"
        ),
        Part.AFTER_SCHOOL: "nach der schule, nach schulschluss",
        Part.AFTER_WORK: (
            "nach der arbeit, nach feierabend, feierabend, nach arbeitsende, nach büroschluss, nach dienstschluss"
        ),
        Part.EARLY_EVENING: "am frühen abend, früher abend, frühen abend, vorabend",
        Part.EVENING: (
            "abend, abends, am abend, abende, des abends, abendessen, abendstunden, in den abendstunden, zum abendessen"
        ),
        Part.LATE_EVENING: ("am späten abend, später abend, späten abend, spätabends, spät abends, spät am abend"),
        Part.NIGHT: "nacht, nachts, in der nacht, zu nacht, des nachts",
        Part.WORK_HOURS: (
            "geschäftszeiten, bürozeiten, während der geschäftszeiten, zu den geschäftszeiten, "
            "während der bürozeiten, arbeitszeit, zu bürozeiten, während der arbeitszeit, öffnungszeiten, "
            "zu geschäftszeiten, in der arbeitszeit"
        ),
        Part.DAYTIME: "tagsüber, tagsueber, im laufe des tages, im lauf des tages, während des tages",
    },
    day_parts={
        (0, Part.MORNING): "heute morgen, diesen morgen, heute früh, heute vormittag, heut früh",
        (1, Part.MORNING): "morgen früh, morgen frueh, morgen vormittag, morgen morgen, morgen in der früh",
        (0, Part.NIGHT): "heute nacht, heut nacht",
        (0, Part.EVENING): "heute abend, heut abend, heutabend, heute am abend",
    },
    clocks={
        1440: "mitternacht, mitternachts, um mitternacht",
        720: "zwölf uhr mittags, 12 uhr mittags, 12 uhr mittag",
    },
    units={
        "minute": "minute, minuten, min, mins, minütchen",
        "hour": "stunde, stunden, std, stdn, stündchen, h std",
        "day": "tag, tage, tagen, tages, tg, tags",
        "week": "woche, wochen, wo, wochn",
        "month": "monat, monate, monaten, mon",
        "business_day": "arbeitstag, arbeitstage, arbeitstagen, werktag, werktage, werktagen",
        "second": "sekunde, sekunden, sek",
    },
    spans={
        30: (
            "halbe stunde, halben stunde, einer halben stunde, eine halbe stunde, ner halben stunde, "
            "halbstunde, halbes stündchen"
        ),
        15: "viertelstunde, viertel stunde, einer viertelstunde, eine viertelstunde",
        45: "dreiviertelstunde, dreiviertel stunde, einer dreiviertelstunde",
        90: "anderthalb stunden, eineinhalb stunden, ein einhalb stunden, einer stunde und einer halben",
        150: "zweieinhalb stunden",
        210: "dreieinhalb stunden",
    },
    roles={
        "am": "am uhr",
        "pm": "pm",
        "hour_mark": "h",
        "oclock": "uhr, uhrn, uhr genau, uhr pünktlich",
        "article": "ein, eine, einer, einem, einen, eines, ner, ne",
        "the": "der, die, das, den, dem, des, zum, am",
        "on_or_am": "am",
        "at": "um, @, auf, so um, uhr um, zu um",
        "about": (
            "gegen, circa, ca, zirka, ungefähr, etwa, rund um, rund, so gegen, so circa, so ca, so, "
            "in etwa, um circa, um etwa, um die, gegen ca, punkt, genau, pünktlich, etwa um, ca um, "
            "so etwa, so ungefähr"
        ),
        "of": "von, des, vom, in der",
        "from": "von, vom, beginnend, beginnend um, zwischen von",
        "after": "erst nach, nur nach, später als, am besten nach, frühestens nach, nachdem",
        "since": (
            "ab, ab ca, nicht vor, erst ab, nur ab, frühestens, frühestens um, frühstens, ab dem, ab der, ab um, "
            "am besten ab, frühestens ab, seit"
        ),
        "after_past": "nach",
        "after_post": "frühestens, frühstens, oder später, aufwärts, und später, oder danach, ab",
        "before_to": "vor",
        "before": (
            "bis spätestens, spätestens, spätestens um, spätestens bis, nicht nach, früher als, "
            "nicht später als, am besten vor, nur bis, nur vor, bis max, bis maximal"
        ),
        "before_post": "spätestens, oder früher, maximal",
        "until": "bis, -bis, bis um, bis ca, bis zum, bis zur",
        "between": "zwischen, zw",
        "and": "und, u",
        "or": "oder, bzw, beziehungsweise, od, ansonsten, sonst, oder aber, oder sonst, alternativ",
        "not": (
            "nicht, nie, kein, keine, keinen, niemals, nicht anrufen, bitte nicht, nicht am, "
            "nicht erreichbar, nicht verfügbar"
        ),
        "busy": (
            "beschäftigt, besetzt, in der arbeit, auf der arbeit, arbeitet, arbeite, in besprechung, in einer "
            "besprechung, meeting, unterwegs, schläft, im meeting, bei der arbeit, im unterricht, auf schicht, "
            "arbeiten, im termin, in einem termin"
        ),
        "except": (
            "außer, ausser, ausgenommen, bis auf, aber nicht, nur nicht, außer am, mit ausnahme von, außerhalb, "
            "außerhalb der, ausserhalb der"
        ),
        "next": (
            "nächste, nächsten, nächster, nächstes, naechste, naechsten, folgenden, folgende, "
            "darauffolgenden, nä, nächst"
        ),
        "coming": "kommenden, kommende, kommender, kommendes, diesen kommenden, den kommenden",
        "after_next": ("übernächste, übernächsten, übernächster, nach dem nächsten, uebernaechste, uebernaechsten"),
        "this": "diese, diesen, dieser, dieses, diesem, dies",
        "early": "früh am, frühen, früher, früh, frühe",
        "late": "spät am, späten, später, spät, späte, später am",
        "mid": "mitte, mitte der, mitte des, mitten",
        "end": "ende, ende der, ende des, am ende der, am ende des, gegen ende der, gegen ende",
        "start": (
            "anfang, anfang der, anfang des, beginn, beginn der, zu beginn der, zu beginn des, "
            "am anfang der, am anfang des, zum beginn"
        ),
        "rest": "rest, rest der, rest des, restliche, restlichen, den rest der, den rest des",
        "half": "halben, einhalb",
        "half_to": "halb, hallb",
        "three_quarter_to": "dreiviertel",
        "quarter": "viertel",
        "in": "in, in so, binnen so, in ca, in etwa, in zirka, in ungefähr",
        "within": (
            "innerhalb, innerhalb von, innerhalb der, binnen, in den nächsten, in den kommenden, "
            "in der nächsten, während der nächsten, innerhalb der nächsten, in weniger als"
        ),
        "from_now": "ab jetzt, später, danach, von jetzt an, nach jetzt, ab sofort gerechnet, ab heute",
        "more": "weiteren, noch",
        "weekend": "wochenende, am wochenende, wochenenden, wochenends, an wochenenden",
        "weekdays": (
            "werktags, wochentags, unter der woche, an werktagen, an wochentagen, in der woche, mo-fr, "
            "montag bis freitag, mo bis fr, unter woche, jeden werktag"
        ),
        "work_week": "arbeitswoche",
        "end_of_month": "monatsende, ende des monats, zum monatsende",
        "same_time": (
            "gleiche zeit, zur gleichen zeit, um dieselbe zeit, gleiche uhrzeit, um die gleiche zeit, "
            "zur selben zeit, selbe zeit, um diese zeit"
        ),
        "tomorrow_or_morning": "morgen, mrgn, morgn",
        "asap": (
            "so bald wie möglich, sobald wie möglich, so schnell wie möglich, schnellstmöglich, umgehend, "
            "sofort, dringend, asap, baldmöglichst, möglichst bald, eilig, eilt, so früh wie möglich, "
            "unverzüglich, möglichst schnell, bald, schnellstens, sehr dringend, schnell, gleich"
        ),
        "anytime": (
            "jederzeit, egal, egal wann, immer, wann auch immer, beliebig, ganztags, den ganzen tag, "
            "ganzen tag, zeitlich flexibel, flexibel, keine präferenz, wann es passt, wenn es passt, "
            "rund um die uhr, irgendwann, nach belieben, zu jeder zeit, wenn möglich irgendwann, ist egal"
        ),
        "any_day": "jeden tag, täglich, jeden, jeder, an jedem tag, egal welcher tag",
        "now": "jetzt, im moment, momentan, aktuell, aktuelle, aktuellen, gerade jetzt, sofort jetzt, grade",
        "call": (
            "anrufen, rückruf, zurückrufen, ruf, rufen, anruf, anrufe, telefonieren, melden, telefonisch, "
            "erreichbar, zu erreichen, erreichen, kontaktieren, rückrufe, rückrufbitte, rr, rückmeldung, "
            "anzurufen, zurückzurufen, zurück, versuchen, sprechen, stören, verfügbar, rufe, telefonat, callback, "
            "anrufe bitte, zurueckrufen, rueckruf, angerufen werden, zurückgerufen werden, angerufen zu werden, "
            "zurückgerufen zu werden, nochmal, nochmals, erneut, probieren"
        ),
        "number_of": (
            "rechnung, nummer, nr, auftrag, bestellung, zimmer, raum, tel, telefon, handy, mobil, "
            "durchwahl, dw, hausnummer, wohnung, version, kundennummer, rechnungsnummer, auftragsnummer, "
            "kdnr, kw, kalenderwoche, etage, stock, ticket, fall, akte, position, pos, plz, artikel"
        ),
        "counted": (
            "prozent, leute, personen, person, euro, kunden, jahre, jahr, stück, mal, kg, km, sterne, "
            "kinder, erwachsene, nächte, cent, eur, gäste, plätze, angebot, hotel, grad, jahren"
        ),
        "noise": (
            "bitte, bittet, danke, vielen dank, mfg, lg, gerne, gern, am besten, besten, besser, lieber, möchte, "
            "kunde, kundin, wünscht, wünscht sich, will, hat, ist, wäre, wird, sein, es, geht, kann, können, er, "
            "sie, ich, wir, ihn, ihr, ihm, uns, mich, nur, dann, wieder, noch, mal, doch, auch, wegen, für, mit, "
            "zeit, uhrzeit, herr, frau, passt, möglich, falls, wenn möglich, wenn, optimal, ideal, vorzugsweise, "
            "bevorzugt, hallo, guten morgen, guten tag, guten abend, gute nacht, moin, servus, im, an, da, ab und "
            "zu, gebeten, erbeten, um rückruf, sagte, sagt, evtl, eventuell, vielleicht, so, wohl, war, schönen "
            "tag, schönen abend, zurück, in, kundschaft, bittet um, braucht, schon, jetzt gleich, sobald, steht, "
            "zur verfügung"
        ),
        "told": (
            "angerufen, rief an, rief, hat angerufen, gesprochen, telefoniert, nicht erreicht, niemanden "
            "erreicht, verpasst, verpasster anruf, versucht, hinterlassen, nachricht hinterlassen, abgenommen, "
            "gemeldet, geschrieben, probiert, wurde angerufen, hatte angerufen"
        ),
        "last": "letzten, letzte, letzter, letztes, vorigen, vorige, voriger, vergangenen, vergangene, vergangener",
        "appointment": (
            "termin, termine, terminverschiebung, verschieben, buchung, reservierung, besprechungstermin, "
            "lieferung, rechnung vom, verlegen, umbuchen"
        ),
        "zone": "ortszeit, mez, mesz, gmt, utc",
    },
    compounds=True,
    verb_last=True,
    next_is_nearest=True,
)
