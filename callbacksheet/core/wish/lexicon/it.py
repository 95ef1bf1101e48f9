"""The time words of Italian."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="it",
    weekdays=(
        "lunedì, lunedi, lun",
        "martedì, martedi, mar, mart",
        "mercoledì, mercoledi, mer, merc",
        "giovedì, giovedi, gio, giov",
        "venerdì, venerdi, ven, vener",
        "sabato, sabati, sab",
        "domenica, domeniche, dom",
    ),
    months=(
        "gennaio, gen, genn",
        "febbraio, feb, febb",
        "marzo, mar",
        "aprile, apr",
        "maggio, mag, magg",
        "giugno, giu",
        "luglio, lug",
        "agosto, ago, ag",
        "settembre, set, sett",
        "ottobre, ott",
        "novembre, nov",
        "dicembre, dic",
    ),
    days={
        0: (
            "oggi, in giornata, quest'oggi, oggi stesso, in data odierna, di oggi, nella giornata di oggi, "
            "questo giorno"
        ),
        1: (
            "domani, dom ani, il giorno dopo, giorno successivo, giorno dopo, il giorno seguente, "
            "giorno seguente, indomani, domani stesso, dmn"
        ),
        2: "dopodomani, dopo domani, dopo-domani, il giorno dopo domani",
        -1: "ieri",
        -2: "l'altro ieri",
    },
    numbers={
        0: "zero",
        1: "una, un, uno",
        2: "due",
        3: "tre",
        4: "quattro",
        5: "cinque",
        6: "sei",
        7: "sette",
        8: "otto",
        9: "nove",
        10: "dieci",
        11: "undici",
        12: "dodici",
        13: "tredici",
        14: "quattordici",
        15: "quindici",
        16: "sedici",
        17: "diciassette",
        18: "diciotto",
        19: "diciannove",
        20: "venti",
        21: "ventuno",
        22: "ventidue",
        23: "ventitré",
        24: "ventiquattro",
        25: "venticinque",
        26: "ventisei",
        27: "ventisette",
        28: "ventotto",
        29: "ventinove",
        30: "trenta",
        31: "trentuno",
        32: "trentadue",
        33: "trentatré",
        34: "trentaquattro",
        35: "trentacinque",
        36: "trentasei",
        37: "trentasette",
        38: "trentotto",
        39: "trentanove",
        40: "quaranta",
        41: "quarantuno",
        42: "quarantadue",
        43: "quarantatré",
        44: "quarantaquattro",
        45: "quarantacinque",
        46: "quarantasei",
        47: "quarantasette",
        48: "quarantotto",
        49: "quarantanove",
        50: "cinquanta",
        51: "cinquantuno",
        52: "cinquantadue",
        53: "cinquantatré",
        54: "cinquantaquattro",
        55: "cinquantacinque",
        56: "cinquantasei",
        57: "cinquantasette",
        58: "cinquantotto",
        59: "cinquantanove",
    },
    vague={
        2: "un paio di, paio di, un paio d",
        3: "alcuni, alcune, qualche, pochi, poche",
    },
    ordinals={
        1: "primo, prima del mese",
    },
    parts={
        Part.FIRST_THING: (
            "prima mattina all'apertura, all'apertura, appena aprite, appena aprono, in apertura, "
            "a inizio giornata, prime ore del mattino"
        ),
        Part.DAWN: "all'alba, alba",
        Part.EARLY_MORNING: (
            "di prima mattina, prima mattina, in prima mattinata, prima mattinata, mattina presto, "
            "la mattina presto, di mattina presto, presto la mattina, nella prima mattinata, "
            "di buon mattino, al mattino presto, mattino presto, presto al mattino, presto di mattina, "
            "di primo mattino, in prima mattina, inizio mattinata, a inizio mattinata, del mattino presto"
        ),
        Part.MORNING: (
            "mattina, mattine, mattino, mattinata, la mattina, di mattina, al mattino, in mattinata, "
            "della mattina, del mattino, nella mattinata, nella mattina, mattinate, matt, per la mattina, "
            "il mattino, nel mattino, ogni mattina"
        ),
        Part.LATE_MORNING: (
            "tarda mattinata, in tarda mattinata, tarda mattina, a metà mattina, metà mattina, "
            "metà mattinata, a metà mattinata, nella tarda mattinata, fine mattinata, a fine mattinata, "
            "mattina tardi, tardi la mattina, di tarda mattina"
        ),
        Part.MIDDAY: (
            "pranzo, a pranzo, ora di pranzo, all'ora di pranzo, pausa pranzo, in pausa pranzo, "
            "durante il pranzo, metà giornata, a metà giornata, verso pranzo, durante la pausa pranzo, "
            "per pranzo, ora pranzo, nella pausa pranzo"
        ),
        Part.EARLY_AFTERNOON: (
            "primo pomeriggio, nel primo pomeriggio, di primo pomeriggio, pomeriggio presto, "
            "prime ore del pomeriggio, inizio pomeriggio, a inizio pomeriggio, presto nel pomeriggio, "
            "presto di pomeriggio"
        ),
        Part.AFTERNOON: (
            "pomeriggio, pomeriggi, il pomeriggio, nel pomeriggio, di pomeriggio, del pomeriggio, pome, "
            "pom, dopo pranzo, dopopranzo, pomer, al pomeriggio, pomerig, durante il pomeriggio, "
            "ogni pomeriggio, dopo mangiato"
        ),
        Part.MID_AFTERNOON: "metà pomeriggio, a metà pomeriggio, nel mezzo del pomeriggio",
        Part.LATE_AFTERNOON: (
            "tardo pomeriggio, nel tardo pomeriggio, fine pomeriggio, a fine pomeriggio, pomeriggio tardi, "
            "tardi nel pomeriggio, di tardo pomeriggio"
        ),
        Part.END_OF_DAY: (
            "fine giornata, a fine giornata, alla fine della giornata, in chiusura, prima della chiusura, "
            "fine della giornata"
        ),
        Part.AFTER_SCHOOL: "dopo la scuola, dopo scuola",
        Part.AFTER_WORK: (
            "dopo il lavoro, dopo lavoro, all'uscita dal lavoro, uscita dal lavoro, dopo l'ufficio, "
            "dopo l'orario d'ufficio"
        ),
        Part.EARLY_EVENING: (
            "prima serata, in prima serata, sera presto, di prima sera, di sera presto, inizio serata, "
            "a inizio serata, nella prima serata, presto la sera, presto di sera"
        ),
        Part.EVENING: (
            "sera, sere, serata, la sera, di sera, della sera, in serata, nella sera, alla sera, "
            "nella serata, serale, orario serale, in orario serale, cena, a cena, ora di cena, dopo cena, "
            "all'ora di cena, ogni sera, serate"
        ),
        Part.LATE_EVENING: (
            "tarda serata, in tarda serata, sera tardi, la sera tardi, tardi la sera, a tarda sera, "
            "di sera tardi, fine serata, a fine serata, nella tarda serata"
        ),
        Part.SMALL_HOURS: "notte fonda",
        Part.NIGHT: ("notte, notti, la notte, di notte, della notte, nella notte, nottata, in nottata, nella nottata"),
        Part.LATE_NIGHT: (
            "tarda notte, a tarda notte, tarda nottata, in tarda nottata, notte tardi, a notte fonda, "
            "di notte tardi, nella tarda notte"
        ),
        Part.EARLY_NIGHT: "prima notte, notte presto, nella prima nottata",
        Part.WORK_HOURS: (
            "orario d'ufficio, in orario d'ufficio, orario di lavoro, orari d'ufficio, orario lavorativo, "
            "in orario di ufficio, orario ufficio, orario di ufficio, in orario lavorativo"
        ),
        Part.DAYTIME: "durante il giorno, di giorno, nella giornata",
    },
    day_parts={
        (0, Part.MORNING): ("stamattina, stamane, stamani, questa mattina, sta mattina, questa mattinata, sta mane"),
        (0, Part.AFTERNOON): "oggi pomeriggio, questo pomeriggio, sto pomeriggio",
        (0, Part.EVENING): "stasera, questa sera, sta sera, questa serata, sera stessa",
        (0, Part.NIGHT): "stanotte, questa notte, sta notte",
        (1, Part.MORNING): "domattina, domani mattina, domani mattino",
    },
    clocks={
        720: "mezzogiorno, mezzodì, mezzo giorno",
        1440: "mezzanotte, mezza notte",
    },
    units={
        "minute": "minuto, minuti, min, minutini, minutino",
        "day": "giorno, giorni, giornata, gg, g",
        "week": "settimana, settimane, sett",
        "month": "mese, mesi",
        "business_day": "giorno lavorativo, giorni lavorativi, giorni feriali, giorno feriale",
        "second": "secondi, secondo sec",
    },
    spans={
        30: "mezz'ora, mezzora, una mezz'ora, mezz'oretta, mezza ora, una mezzora, una mezz'oretta",
        15: "un quarto d'ora, quarto d'ora, quarto d'oretta",
        45: "tre quarti d'ora",
        90: "un'ora e mezza, ora e mezza, un'ora e mezzo",
        60: "un'oretta, un'ora, 1 ora, una oretta, oretta",
        150: "due ore e mezza",
    },
    roles={
        "am": "am, a m",
        "pm": "pm, p m",
        "hour": "ora, ore, h, hr",
        "oclock": "in punto, precise",
        "the": "il, l, giorno, il giorno, lo, del giorno",
        "at": "alle, alle ore, all, alla, le, ore, a, ad, per le, per l, le ore, h, @, allo, dall ore",
        "about": (
            "verso, verso le, verso l, circa, attorno alle, intorno alle, più o meno, più o meno alle, "
            "circa alle, sulle, approssimativamente, indicativamente, intorno all, circa le, verso le ore, "
            "più o meno a, circa verso, esattamente, intorno a"
        ),
        "of": "di, del, della, dell, nel, nella, delle, dei",
        "from": "dalle, da, dalla, dall, dalle ore, a partire dalle, a partire da, a partire dal, dai",
        "after": (
            "dopo, dopo le, dopo la, dopo l, dopo il, passate le, oltre le, successivamente alle, dopo le ore, "
            "solo dopo le, più tardi delle, più tardi di, oltre"
        ),
        "since": "non prima delle, non prima di, non prima dell",
        "after_post": "in poi, in avanti, o più tardi, o dopo, e oltre, minimo, e dopo, in su",
        "before": (
            "prima di, prima delle, prima della, prima dell, prima del, prima, entro, entro le, entro l, "
            "entro la, entro il, non dopo le, non oltre le, non più tardi delle, al più tardi alle, "
            "prima delle ore, entro le ore, non dopo, non oltre"
        ),
        "before_post": "al più tardi, al massimo, o prima, massimo, max",
        "until": (
            "fino alle, fino a, fino al, fino all, sino alle, fino alla, alle, all, alla, al, a, "
            "fino alle ore, fin alle, finché non sono le, sino a, finno alle"
        ),
        "between": "tra, fra, tra le, fra le, tra l, tra la, fra la, fra l",
        "and": "e, ed, e le, e l, e la",
        "or": "o, oppure, o anche, o altrimenti, altrimenti, se no, o alle, o le, ovvero, in alternativa",
        "not": "non, mai, no, né, non chiamare, non disponibile, nessun",
        "busy": (
            "occupato, occupata, al lavoro, lavora, in riunione, riunione, dorme, impegnato, impegnata, "
            "fuori, a lezione, a lavoro"
        ),
        "except": (
            "tranne, eccetto, escluso, esclusa, esclusi, ma non, salvo, a parte, fuorché, tranne il, "
            "tranne la, eccetto il"
        ),
        "next": (
            "prossimo, prossima, prossimi, prossime, che viene, successivo, successiva, successivi, "
            "successive, seguente, seguenti, entrante, prox"
        ),
        "coming": "questo prossimo, questa prossima",
        "this": "questo, questa, questi, queste, quest, corrente, sto, sta, di questa",
        "early": "presto, prima parte, prima parte di",
        "late": "tardi, tarda, tardo, più tardi",
        "mid": "metà, a metà, metà di, metà della",
        "end": (
            "fine, fine di, a fine, alla fine di, alla fine della, fine della, alla fine del, la fine di, "
            "la fine del, la fine della, fine del, a fine di"
        ),
        "start": (
            "inizio, inizio di, all'inizio di, inizio della, all'inizio della, a inizio, l'inizio di, "
            "primi di, ai primi di, all'inizio del, inizio del"
        ),
        "rest": ("resto di, resto del, il resto del, resto della, il resto della, resto, resto della mia, il resto di"),
        "half": "mezza, mezzo",
        "quarter": "quarto, un quarto",
        "three_quarters": "tre quarti",
        "minus": "meno",
        "to_hour": "alle, prima delle, minuti alle",
        "past": "dopo le, minuti dopo le",
        "in": "tra, fra, in, tra circa, fra circa, entro circa",
        "within": (
            "entro, nei prossimi, nelle prossime, entro i prossimi, entro le prossime, in meno di, "
            "nell'arco di, nel giro di"
        ),
        "from_now": ("da adesso, da ora, dopo, più tardi, a partire da adesso, a partire da ora, da oggi in avanti"),
        "more": "altri, altre, ancora",
        "weekend": (
            "weekend, week-end, fine settimana, finesettimana, fine-settimana, nel weekend, "
            "nel fine settimana, il fine settimana"
        ),
        "weekdays": (
            "durante la settimana, giorni feriali, feriali, giorni lavorativi, nei giorni feriali, da lunedì a "
            "venerdì, dal lunedì al venerdì, infrasettimanale, lun-ven"
        ),
        "work_week": "settimana lavorativa",
        "end_of_month": "fine mese, a fine mese",
        "end_of_week": "fine della settimana",
        "same_time": "stessa ora, alla stessa ora, la stessa ora, allo stesso orario, stesso orario",
        "asap": (
            "appena possibile, il prima possibile, al più presto, quanto prima, urgente, urgentemente, "
            "subito, asap, immediatamente, prima possibile, con urgenza, non appena possibile, "
            "il più presto possibile, prontamente, velocemente"
        ),
        "anytime": (
            "quando volete, in qualsiasi momento, a qualsiasi ora, qualsiasi ora, sempre, tutto il giorno, "
            "indifferente, quando potete, quando vuole, quando può, in ogni momento, a qualunque ora, "
            "qualunque ora, è indifferente, nessuna preferenza, non importa, quando possibile, "
            "quando capita, tutta la giornata, flessibile, a piacere, quando vi è comodo"
        ),
        "any_day": "ogni giorno, tutti i giorni, qualsiasi giorno, qualunque giorno, ogni, tutti i, tutte le",
        "now": "adesso, ora, in questo momento, proprio ora, subito adesso, al momento, in questo istante",
        "call": (
            "chiamare, richiamare, chiamata, richiamo, telefonare, ricontattare, contattare, chiami, richiamate, "
            "richiamarla, richiamarlo, chiamatemi, chiamami, chiamarla, chiamarlo, sentire, sentirci, risentire, "
            "ritelefonare, disponibile, libero, libera, disturbare, reperibile, chiama, provare, sentirsi, essere "
            "richiamato, essere richiamata, essere chiamato, riprovare"
        ),
        "number_of": (
            "ordine, fattura, numero, n°, nr, num, camera, interno, int, tel, telefono, cell, cellulare, "
            "stanza, piano, pratica, rif, riferimento, codice, versione, preventivo, scala, n, taglia, "
            "civico, costa, scontrino"
        ),
        "counted": (
            "persone, persona, euro, anni, anno, volte, volta, pezzi, bambini, adulti, clienti, notti, kg, "
            "km, posti, stelle, studenti, camere, scatole, pacchi, per cento"
        ),
        "noise": (
            "per favore, per piacere, perfavore, grazie, se possibile, meglio, preferibilmente, preferisce, "
            "preferirebbe, di preferenza, cliente, chiede, richiede, vorrebbe, vuole, è, sarà, essere, lo, "
            "la, li, gli, i, mi, ci, si, solo, soltanto, che, buongiorno, buonasera, buona giornata, "
            "buonanotte, buona serata, buon pomeriggio, signor, signora, sig, orario, anche, forse, può, "
            "possiamo, per, con, con urgenza se, di, un, una, sono, da, e, poi, magari, ok, va bene, ha, "
            "detto, chiesto, nel, in, al, ma, fare, qualcosa, se, ideale, comodo, nell"
        ),
        "told": (
            "ha chiamato, chiamato, hanno chiamato, ho chiamato, abbiamo chiamato, ha telefonato, telefonato, ha "
            "richiamato, ha lasciato un messaggio, lasciato messaggio, ha parlato, parlato, chiamata persa, non "
            "ha risposto, non risponde, provato, scritto, chiamava"
        ),
        "last": "scorso, scorsa, scorsi, passato, passata",
        "appointment": (
            "appuntamento, prenotazione, visita, riunione del, spostare, spostato, cambiare, rimandare, consegna, "
            "fattura del"
        ),
        "from_date": "dal",
        "in_the_week": "in settimana",
    },
    next_is_contested=True,
    and_adds_minutes=True,
)
