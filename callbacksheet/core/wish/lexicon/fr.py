"""The time words of French."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="fr",
    weekdays=(
        "lundi, lundis, lun",
        "mardi, mardis, mar",
        "mercredi, mercredis, mer, merc",
        "jeudi, jeudis, jeu",
        "vendredi, vendredis, ven, vend",
        "samedi, samedis, sam",
        "dimanche, dimanches, dim",
    ),
    months=(
        "janvier, janv, jan",
        "février, févr, fév, fevrier",
        "mars",
        "avril, avr",
        "mai",
        "juin",
        "juillet, juil, jul",
        "août, aout",
        "septembre, sep",
        "octobre, oct",
        "novembre, nov",
        "décembre, déc, dec",
    ),
    days={
        0: ("aujourd'hui, auj, aujourdhui, ajd, ce jour, le jour même, dans la journée, ce jour même, en journée"),
        1: ("demain, lendemain, le lendemain, dmain, dem, le jour suivant, jour suivant, le jour d'après, demin"),
        2: "après-demain, après demain, apres demain, surlendemain, le surlendemain, ap demain",
        -1: "hier",
        -2: "avant-hier, avant hier",
    },
    numbers={
        0: "zéro",
        1: "une, un",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        11: "onze",
        12: "douze",
        13: "treize",
        14: "quatorze",
        15: "quinze",
        16: "seize",
        17: "dix-sept",
        18: "dix-huit",
        19: "dix-neuf",
        20: "vingt",
        21: "vingt et un, vingt et une",
        30: "trente",
        40: "quarante",
        50: "cinquante",
    },
    vague={
        3: "quelques, quelque, plusieurs",
        2: "une paire de, deux ou trois, couple de",
    },
    ordinals={
        1: "premier, première",
    },
    parts={
        Part.FIRST_THING: (
            "à la première heure, première heure, dès l'ouverture, à l'ouverture, dès la première heure, "
            "dès votre ouverture"
        ),
        Part.EARLY_MORNING: (
            "tôt le matin, le matin tôt, tôt dans la matinée, début de matinée, en début de matinée, "
            "début matinée, début matin, au début de la matinée, tôt ce matin, de bon matin, "
            "de bonne heure, très tôt le matin, le matin très tôt, tôt matin, début de journée, "
            "en début de journée, au début de la journée, début de la journée, tôt dans la journée, "
            "le matin de bonne heure, au petit matin, tôt en matinée"
        ),
        Part.MORNING: (
            "matin, matins, matinée, matinées, le matin, du matin, au matin, dans la matinée, en matinée, "
            "de matin, du mat, mat, la matinée, dans le matin, dès le matin, dès la matinée, les matins"
        ),
        Part.LATE_MORNING: (
            "fin de matinée, en fin de matinée, fin matinée, fin matin, tard dans la matinée, "
            "milieu de matinée, en milieu de matinée, au milieu de la matinée, milieu du matin, "
            "tard le matin, tard matinée, tard matin, à la fin de la matinée"
        ),
        Part.MIDDAY: (
            "déjeuner, au déjeuner, heure du déjeuner, à l'heure du déjeuner, pendant le déjeuner, "
            "pause déjeuner, pendant la pause déjeuner, au moment de déjeuner, à la pause déjeuner, "
            "entre midi et deux, entre midi et 2, le midi, ce midi, mi-journée, mi journée, "
            "milieu de journée, en milieu de journée, au milieu de la journée, milieu de la journée, "
            "milieu de jour, heure de midi, heure de table, à l'heure du midi"
        ),
        Part.EARLY_AFTERNOON: (
            "début d'après-midi, en début d'après-midi, début après-midi, au début de l'après-midi, "
            "tôt dans l'après-midi, début d'aprem, tôt d'après-midi, tôt après-midi, tôt l'après-midi, "
            "début aprem"
        ),
        Part.AFTERNOON: (
            "après-midi, après midi, aprem, aprèm, l'après-midi, dans l'après-midi, de l'après-midi, "
            "d'après-midi, cet après-midi même, après-midis, les après-midi, ap-midi, après le déjeuner, "
            "après déjeuner, après manger, apm, am de l'après-midi, a-m, l'aprem, l'après midi, "
            "dans l'après midi, d'apres midi"
        ),
        Part.MID_AFTERNOON: (
            "milieu d'après-midi, en milieu d'après-midi, au milieu de l'après-midi, milieu d'apres midi, "
            "milieu d'aprem"
        ),
        Part.LATE_AFTERNOON: (
            "fin d'après-midi, en fin d'après-midi, fin après-midi, à la fin de l'après-midi, "
            "tard dans l'après-midi, fin d'aprem, en fin d'aprem, fin aprem, tard l'après-midi, "
            "tard après-midi, tard d'après-midi"
        ),
        Part.END_OF_DAY: (
            "fin de journée, en fin de journée, à la fin de la journée, fin de la journée, fin journée, "
            "avant la fermeture, à la fermeture"
        ),
        Part.AFTER_WORK: (
            "après le travail, après le boulot, après le taf, après mon travail, à la sortie du travail, "
            "après son travail, sortie du travail, après travail"
        ),
        Part.AFTER_SCHOOL: "après l'école, à la sortie de l'école, sortie d'école, après les cours",
        Part.EARLY_EVENING: (
            "début de soirée, en début de soirée, au début de la soirée, tôt dans la soirée, début soirée, "
            "tôt soirée, tôt soir, tôt le soir"
        ),
        Part.EVENING: (
            "soir, soirs, soirée, soirées, le soir, du soir, dans la soirée, en soirée, la soirée, "
            "les soirs, dîner, au dîner, du soirée, dans le soirée, plus tard dans la soirée"
        ),
        Part.LATE_EVENING: (
            "fin de soirée, en fin de soirée, tard le soir, fin soirée, tard dans la soirée, tard soirée, tard soir"
        ),
        Part.EARLY_NIGHT: "début de nuit, début nuit, tôt dans la nuit, tôt nuit, tôt la nuit, tôt le nuit",
        Part.NIGHT: "nuit, la nuit, dans la nuit, de nuit, nuits, de la nuit",
        Part.LATE_NIGHT: (
            "fin de nuit, fin nuit, tard dans la nuit, tard la nuit, tard nuit, le fin de nuit, dans le fin de nuit"
        ),
        Part.WORK_HOURS: (
            "heures de bureau, aux heures de bureau, pendant les heures de bureau, heures ouvrables, "
            "aux heures ouvrables, horaires de bureau, heures d'ouverture, aux horaires d'ouverture, "
            "horaires de travail, heures de travail"
        ),
        Part.DAYTIME: "la journée, journée, en pleine journée, pendant la journée",
    },
    day_parts={
        (0, Part.MORNING): "ce matin, cette matinée, ce matin même",
        (0, Part.AFTERNOON): "cet après-midi, cet aprem, cette après-midi, tantôt, cet apres midi, ct aprem",
        (0, Part.EVENING): "ce soir, cette soirée, ce soir même, en soirée ce jour",
        (0, Part.NIGHT): "cette nuit",
    },
    clocks={
        720: "midi",
        1440: "minuit",
    },
    units={
        "minute": "minute, minutes, min, mins, mn",
        "day": "jour, jours, j",
        "week": "semaine, semaines, sem",
        "month": "mois",
        "business_day": "jour ouvrable, jours ouvrables, jour ouvré, jours ouvrés",
        "second": "seconde, secondes",
        "fortnight": "quinzaine, quinzaine de jours",
    },
    spans={
        30: "demi-heure, une demi-heure, demi heure, une demi heure, 1/2 heure, petite demi-heure",
        15: "quart d'heure, un quart d'heure, petit quart d'heure",
        45: "trois quarts d'heure, 3 quarts d'heure, 3/4 d'heure, trois quart d'heure",
        90: "une heure et demie, heure et demie, 1 heure et demie",
        150: "deux heures et demie",
    },
    roles={
        "am": "am, a m",
        "pm": "pm, p m, p",
        "hour": "heure, heures, h, hr, hrs, heures pile",
        "oclock": "pile, précises",
        "article": "quelque heure",
        "the": "le, jour, sur la, sur le, au jour, sur",
        "at": "à, a, vers les, dès environ, pour, à partir environ, à la",
        "about": (
            "vers, environ, aux environs de, aux alentours de, autour de, à peu près, peu près, "
            "plus ou moins, approximativement, env, plutôt vers, aux alentours, à environ, plutôt, "
            "exactement, pile poil, vers environ"
        ),
        "of": "de, d, de la, dans la, dans le, dans l, des",
        "from": "de, depuis, depuis le, à compter de, à compter du, à dater de",
        "after": (
            "après, plus tard que, seulement après, après les, au-delà de, au delà de, uniquement après, ap, "
            "plutôt après, de préférence après"
        ),
        "since": (
            "à partir de, à partir du, dès, à partir d, pas avant, passé, dès le, à partir, a partir, dés, pas "
            "avant les"
        ),
        "after_post": "et plus, ou plus tard, au plus tôt, minimum, passé, passées, passés",
        "before": (
            "avant, pas après, au plus tard à, pas plus tard que, plus tôt que, avant le, avant les, uniquement "
            "avant, plutôt avant, de préférence avant"
        ),
        "before_post": "au plus tard, ou avant, maximum, max, grand maximum, dernier délai",
        "until": "jusqu'à, jusqu'au, à, a, au, jusque, jusqu'en, et jusqu'à, jusqu'aux, jusqu a, jusqu",
        "between": "entre",
        "and": "et",
        "or": "ou, ou bien, sinon, ou alors, ou encore, soit",
        "not": "pas, ne pas, jamais, ni, non, sauf pas, aucun",
        "busy": (
            "occupé, occupée, au travail, travaille, en réunion, réunion, indisponible, pas disponible, "
            "pas dispo, absent, absente, en rendez-vous, dort, au boulot, en cours, pris, prise"
        ),
        "except": ("sauf, excepté, hormis, hors, mais pas, à l'exception de, à l'exception du, sauf le, sauf les"),
        "next": (
            "prochain, prochaine, prochains, prochaines, suivant, suivante, suivants, suivantes, qui suit, "
            "qui vient, d'après, proch, à venir"
        ),
        "coming": "ce prochain",
        "after_next": "en huit jours de plus",
        "this": "ce, cet, cette, ces, courant, en cours de",
        "early": (
            "tôt, tôt dans, très tôt, tôt dans la, début, début de, en début de, en début d, au début de, "
            "au début d, plus tôt"
        ),
        "late": (
            "tard, fin, fin de, fin d, en fin de, en fin d, tard dans la, tard dans, plus tard, "
            "plus tard dans la, un peu plus tard dans la, plus tard dans, plus tard en"
        ),
        "mid": "milieu, milieu de, en milieu de, au milieu de, milieu d, en milieu d, mi, courant",
        "end": (
            "fin, fin de, en fin de, à la fin de, à la fin du, fin du, la fin de, à la fin de la, "
            "fin de la, la fin du, d'ici la fin de, d'ici la fin du"
        ),
        "start": (
            "début, début de, en début de, au début de, au début du, début du, au début de la, début de la, le début de"
        ),
        "rest": "reste de, reste du, le reste de, le reste de la, le reste du, reste de la",
        "half": "demie, demi",
        "quarter": "quart, un quart, le quart",
        "minus": "moins, moins le, moins un",
        "three_quarters": "trois quarts, 3 quarts, trois quart",
        "in": "dans, en, dans environ, dans à peu près, sous",
        "within": (
            "dans les, d'ici les, dans moins de, dans les prochaines, dans les prochains, en moins de, sous les, "
            "pendant les, au cours des, sous moins de, avant"
        ),
        "from_now": "plus tard, après, à partir de maintenant, d'ici là, à compter de maintenant",
        "more": "encore, autres",
        "weekend": "week-end, weekend, week-ends, weekends, le week-end, fin de semaine, wk",
        "weekdays": (
            "jours de semaine, jours ouvrables, jours ouvrés, en jours ouvrés, les jours de semaine, du lundi au "
            "vendredi, lundi au vendredi, jour de semaine"
        ),
        "work_week": "semaine de travail, dans la semaine même",
        "end_of_month": "fin de mois, fin du mois, fin mois",
        "end_of_week": "fin de la semaine",
        "same_time": "même heure, à la même heure, la même heure, à cette heure-ci",
        "past_post": "passé de, passées de, et",
        "asap": (
            "dès que possible, au plus vite, le plus tôt possible, le plus vite possible, asap, urgent, "
            "en urgence, immédiatement, tout de suite, rapidement, au plus tôt possible, très urgent, "
            "dans les plus brefs délais, vite, sans délai, le plus rapidement possible, rapido"
        ),
        "anytime": (
            "n'importe quand, à n'importe quelle heure, n'importe quelle heure, quand vous voulez, "
            "peu importe, toute la journée, à tout moment, à toute heure, indifférent, quand vous pouvez, "
            "pas de préférence, sans préférence, quand possible, à votre convenance, tout le temps, "
            "flexible, tte la journée, dans la journée peu importe, quand tu veux, quand tu peux"
        ),
        "any_day": "tous les jours, n'importe quel jour, chaque jour, tous les, toutes les, chaque",
        "now": "maintenant, en ce moment, tout à l'heure même, à l'instant, actuellement, là maintenant, mtn",
        "call": (
            "appeler, rappeler, rappelez, rappel, appel, appels, rappelle, appelez, téléphoner, contacter, "
            "joindre, joignable, disponible, dispo, recontacter, rappels, appeller, rapeler, rappler, tel à, "
            "libre, déranger, m'appeler, essayer, retéléphoner, appelle, parler, être rappelé, être rappelée, "
            "être appelé, être appelée, être contacté"
        ),
        "number_of": (
            "commande, facture, numéro, n°, no, num, chambre, porte, poste, tél, tel, téléphone, portable, "
            "mobile, bureau, étage, bâtiment, dossier, réf, référence, devis, version, code, ligne, taille, "
            "appartement, appt, cde, client n"
        ),
        "counted": (
            "personnes, personne, euros, euro, ans, an, fois, pièces, enfants, adultes, étoiles, étudiants, "
            "clients, nuits, places, kg, km, cartons, minutes de retard, pour cent, pourcent, colis, lots, "
            "boîtes, unités"
        ),
        "noise": (
            "s'il vous plaît, svp, stp, s il vous plait, merci, si possible, plutôt, de préférence, "
            "préférence, préfère, préférerait, mieux, merci de, prière de, veuillez, client, cliente, "
            "demande, souhaite, souhaiterait, voudrait, veut, est, sera, être, lui, le, la, les, il, elle, "
            "je, nous, vous, me, m, l, son, sa, on, mr, mme, m., monsieur, madame, au, pour, par, "
            "uniquement, seulement, bonjour, bonsoir, bonne journée, bonne soirée, bonne nuit, "
            "bonne semaine, toujours, absolument, à nouveau, aussi, peut, peut-être, idéalement, idéal, ok, "
            "horaire, moment, que, qu, si, c, en, dans, y, puis, là, avec, car, heure locale, n, ne, s, "
            "plaît, plait, rdv"
        ),
        "by_in": "d'ici, d'ici le, d'ici à, d'ici la",
        "told": (
            "a appelé, appelé, a téléphoné, a rappelé, ont appelé, avons appelé, ai appelé, a laissé un message, "
            "laissé un message, message laissé, a parlé, parlé, appel manqué, appels manqués, pas répondu, n'a "
            "pas répondu, ne répond pas, injoignable, essayé, a essayé, tenté, écrit, venu"
        ),
        "last": "dernier, dernière, passé, passée",
        "appointment": (
            "rdv, rendez-vous, réservation, réunion le, déplacer, reporter, changer, décaler, livraison, facture du"
        ),
        "of_date": "du",
        "in_the_week": "en semaine",
    },
    next_is_contested=True,
)
