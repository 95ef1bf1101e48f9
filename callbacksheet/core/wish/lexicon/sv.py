"""The time words of Swedish."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="sv",
    weekdays=(
        "måndag, måndagen, måndagar, måndags, mån, må",
        "tisdag, tisdagen, tisdagar, tisdags, tis, ti",
        "onsdag, onsdagen, onsdagar, onsdags, ons",
        "torsdag, torsdagen, torsdagar, torsdags, tor, tors",
        "fredag, fredagen, fredagar, fredags, fre",
        "lördag, lördagen, lördagar, lördags, lör",
        "söndag, söndagen, söndagar, söndags, sön",
    ),
    months=(
        "januari, jan",
        "februari, feb",
        "mars, mar",
        "april, apr",
        "maj",
        "juni, jun",
        "juli, jul",
        "augusti, aug",
        "september, sep, sept",
        "oktober, okt",
        "november, nov",
        "december, dec",
    ),
    days={
        0: "idag, i dag, dagens, i dag redan, denna dag, under dagen idag, min dag",
        1: (
            "imorgon, i morgon, imorron, i morron, imorn, nästa dag, dagen efter, följande dag, "
            "nästkommande dag, morgondagen"
        ),
        2: "i övermorgon, övermorgon, iövermorgon, dagen efter imorgon",
        -1: "igår, i går",
        -2: "i förrgår",
    },
    numbers={
        0: "noll",
        1: "ett",
        2: "två",
        3: "tre",
        4: "fyra",
        5: "fem",
        6: "sex",
        7: "sju",
        8: "åtta",
        9: "nio",
        10: "tio",
        11: "elva",
        12: "tolv",
        13: "tretton",
        14: "fjorton",
        15: "femton",
        16: "sexton",
        17: "sjutton",
        18: "arton",
        19: "nitton",
        20: "tjugo",
        21: "tjugoett, tjugoen",
        22: "tjugotvå",
        23: "tjugotre",
        24: "tjugofyra",
        25: "tjugofem",
        30: "trettio",
        35: "trettiofem",
        40: "fyrtio",
        45: "fyrtiofem",
        50: "femtio",
        55: "femtiofem",
    },
    vague={
        2: "par, ett par",
        3: "några, några få, nån",
    },
    ordinals={
        1: "första",
        2: "andra",
        3: "tredje",
        4: "fjärde",
        5: "femte",
        6: "sjätte",
        7: "sjunde",
        8: "åttonde",
        9: "nionde",
        10: "tionde",
        11: "elfte",
        12: "tolfte",
        13: "trettonde",
        14: "fjortonde",
        15: "femtonde",
        16: "sextonde",
        17: "sjuttonde",
        18: "artonde",
        19: "nittonde",
        20: "tjugonde",
        21: "tjugoförsta",
        22: "tjugoandra",
        30: "trettionde",
        31: "trettioförsta",
    },
    parts={
        Part.FIRST_THING: ("direkt på morgonen, det första på morgonen, så fort ni öppnar, vid öppning, när ni öppnar"),
        Part.EARLY_MORNING: (
            "tidigt på morgonen, tidig morgon, tidig förmiddag, tidigt på förmiddagen, morgonen tidigt"
        ),
        Part.MORNING: (
            "morgon, morgonen, morgnar, på morgonen, förmiddag, förmiddagen, på förmiddagen, fm, f.m., "
            "förmiddagar, på morgnarna, förmiddagstid, innan lunch, före lunch, mornar, på förmiddagarna"
        ),
        Part.LATE_MORNING: ("sen förmiddag, sent på förmiddagen, sen morgon, mitt på förmiddagen, sent på morgonen"),
        Part.MIDDAY: (
            "lunch, lunchtid, vid lunch, lunchen, på lunchen, vid lunchtid, lunchrast, på lunchrasten, "
            "mitt på dagen, middagstid, över lunch, runt lunch, kring lunch"
        ),
        Part.EARLY_AFTERNOON: "tidig eftermiddag, tidigt på eftermiddagen",
        Part.AFTERNOON: (
            "eftermiddag, eftermiddagen, på eftermiddagen, em, e.m., efter lunch, eftermiddagar, "
            "efter lunchen, på eftermiddagarna, eftermiddagstid"
        ),
        Part.MID_AFTERNOON: "mitt på eftermiddagen",
        Part.LATE_AFTERNOON: "sen eftermiddag, sent på eftermiddagen, framåt kvällen, mot kvällen",
        Part.END_OF_DAY: (
            "slutet av dagen, i slutet av dagen, innan ni stänger, dagens slut, innan stängning, "
            "slutet på dagen, vid stängning"
        ),
        Part.AFTER_WORK: "efter jobbet, efter arbetet, efter arbetstid, efter jobb, efter kontorstid",
        Part.AFTER_SCHOOL: "efter skolan, efter skoltid",
        Part.EARLY_EVENING: "tidig kväll, tidigt på kvällen",
        Part.EVENING: ("kväll, kvällen, kvällar, på kvällen, kvällstid, på kvällarna, efter middagen, aftonen, middag"),
        Part.LATE_EVENING: "sen kväll, sent på kvällen",
        Part.NIGHT: "natt, natten, på natten, nattetid, nätter",
        Part.LATE_NIGHT: "sent på natten, sen natt",
        Part.WORK_HOURS: (
            "kontorstid, under kontorstid, arbetstid, på kontorstid, under arbetstid, på arbetstid, öppettider"
        ),
        Part.DAYTIME: "dagtid, under dagen, på dagen, på dagtid",
    },
    day_parts={
        (0, Part.MORNING): "i morse, imorse, nu på morgonen",
        (0, Part.AFTERNOON): "i eftermiddag, nu i eftermiddag, ieftermiddag",
        (0, Part.EVENING): "ikväll, i kväll, i afton",
        (0, Part.NIGHT): "inatt, i natt",
        (1, Part.MORNING): "imorgon bitti, i morgon bitti, imorgon förmiddag, i morgon förmiddag, imorgon fm",
        (0, Part.LATE_MORNING): "i förmiddag",
    },
    clocks={
        1440: "midnatt",
    },
    units={
        "minute": "minut, minuter, min, minuterna",
        "hour": "timme, timmar, tim, timma, timmarna",
        "day": "dag, dagar, dagarna, dygn",
        "week": "vecka, veckor, veckan, veckorna, v",
        "month": "månad, månader, månaden, mån",
        "business_day": "arbetsdag, arbetsdagar, vardagar, arbetsdagarna",
        "second": "sekunder, sekund",
    },
    spans={
        30: "halvtimme, en halvtimme, halv timme, en halv timme, halvtimma",
        15: "kvart, en kvart, kvarten",
        45: "trekvart, tre kvart, en trekvart",
        90: "en och en halv timme, en och en halv timma, halvannan timme, 1, 5 timme",
    },
    roles={
        "am": "am",
        "pm": "pm",
        "oclock": "prick, blankt",
        "article": "en, ett",
        "the": "den, på den, på",
        "at": "klockan, kl, vid, klockan är, @, vid kl, vid klockan, klocka",
        "about": (
            "ungefär, omkring, runt, cirka, ca, kring, ungefär vid, typ, strax, exakt, vid cirka, runt kl, ungefär kl"
        ),
        "of": "av, i",
        "from": "från, fr o m, mellan från, från och med, från kl, fr, från klockan",
        "after_past": "efter",
        "after": "senare än, först efter, efter kl, efter klockan, bara efter, helst efter",
        "since": "från och med, tidigast, inte före, inte innan, tidigast kl, fr.o.m.",
        "after_post": "eller senare, och framåt, och senare, eller efter, tidigast, framåt, och uppåt",
        "past": "över",
        "before": (
            "före, innan, senast, inte efter, tidigare än, inte senare än, före kl, innan kl, senast kl, "
            "innan klockan, helst före, helst innan"
        ),
        "before_post": "senast, eller tidigare, som senast",
        "until": "till, tills, fram till, till och med, t o m, till kl, till klockan, fram till kl, t.o.m.",
        "to_hour": "i",
        "between": "mellan, mellan kl, mellan klockan, emellan",
        "and": "och, o",
        "or": "eller, annars, alternativt, eller annars",
        "not": "inte, ej, aldrig, ring inte, inga, icke, inte tillgänglig",
        "busy": "upptagen, på jobbet, jobbar, i möte, möte, sover, arbetar, på möte, på lektion, på skift",
        "except": "utom, förutom, men inte, bortsett från, undantaget, inte på, dock ej, ej på",
        "next": "nästa, nästkommande, följande",
        "coming": "kommande, nu på, nu",
        "this": "denna, den här, detta, i denna",
        "early": "tidigt, tidig, tidigare",
        "late": "sent, sen, senare",
        "mid": "mitten av, i mitten av, mitt i",
        "end": "slutet av, slutet på, i slutet av, i slutet på",
        "start": "början av, början på, i början av, i början på",
        "rest": "resten av, återstoden av",
        "half": "en halv",
        "half_to": "halv",
        "quarter": "kvart, en kvart",
        "in": "om, om ca, om cirka, om ungefär",
        "within": "inom, de närmaste, under de närmaste, inom de närmaste, på mindre än",
        "from_now": "från nu, senare, framåt i tiden, räknat från nu",
        "more": "till, ytterligare",
        "weekend": "helg, helgen, helger, helgerna, i helgen, på helgen, på helger, på helgerna",
        "weekdays": ("vardagar, på vardagar, vardag, måndag till fredag, veckodagar, mån-fre, i veckan på vardagar"),
        "work_week": "arbetsvecka, arbetsveckan",
        "end_of_month": "månadsskiftet, slutet av månaden, i slutet av månaden",
        "same_time": "samma tid, vid samma tid, samma klockslag, vid den här tiden",
        "asap": (
            "så snart som möjligt, snarast, så fort som möjligt, omgående, brådskande, akut, asap, genast, "
            "direkt, med en gång, så snabbt som möjligt, snarast möjligt, fortast möjligt, omedelbart, "
            "snabbt, så snart ni kan"
        ),
        "anytime": (
            "när som helst, spelar ingen roll, hela dagen, alltid, valfri tid, ingen preferens, "
            "närsomhelst, när ni kan, när ni vill, flexibel, när det passar, vilken tid som helst, "
            "dygnet runt, oavsett tid"
        ),
        "any_day": "varje dag, alla dagar, vilken dag som helst, varje, alla, dagligen",
        "now": "nu, just nu, för tillfället, nu direkt, precis nu",
        "call": (
            "ringa, ring, ringa upp, ring upp, samtal, återuppringning, kontakta, nås, nå, anträffbar, "
            "kontakt, ringer, ringas, telefon, ring tillbaka, ringa tillbaka, återkoppla, ledig, "
            "tillgänglig, störa, uppringd, bli uppringd, prova, söka"
        ),
        "number_of": (
            "order, faktura, nummer, nr, rum, tel, mobil, ärende, anknytning, ankn, lägenhet, lgh, "
            "ordernummer, kod, version, offert, fakturanummer, kundnummer, våning, port, bokning"
        ),
        "counted": (
            "personer, person, kronor, kr, år, gånger, gång, st, procent, barn, vuxna, gäster, kg, km, "
            "stjärnor, studenter, platser, nätter bokade"
        ),
        "noise": (
            "tack, snälla, gärna, helst, vill, önskar, kund, kunden, ber, bad, är, ska, skulle, vara, "
            "honom, henne, mig, oss, han, hon, jag, vi, bara, om möjligt, om det går, möjligt, kan, går, "
            "bra, bäst, passar, hej, god morgon, god kväll, god natt, god eftermiddag, ha en bra dag, "
            "trevlig helg, också, för, att, med, på, det, tid, bästa, vid, och, sedan, då, de, ok, enligt, "
            "tillbaka, upp, mot, i, under, återkom, själv, någon gång, kanske"
        ),
        "told": (
            "ringde, ringt, har ringt, pratade, missat samtal, svarade inte, svarar inte, försökte, lämnade "
            "meddelande, skrev"
        ),
        "last": "förra, senaste, i förrgår",
        "appointment": "bokning, bokad, boka om, flytta, leverans, tid hos, besök",
    },
    compounds=True,
    next_is_contested=True,
)
