"""The time words of Spanish, of Spain and the Americas."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="es",
    weekdays=(
        "lunes, lun, lu",
        "martes, mar, mart, ma",
        "miércoles, mié, mier, miercoles, mierc",
        "jueves, jue, juev, ju",
        "viernes, vie, vier, viern, vi",
        "sábado, sábados, sáb, sab, sa",
        "domingo, domingos, dom, do",
    ),
    months=(
        "enero, ene",
        "febrero, feb",
        "marzo, mzo",
        "abril, abr",
        "mayo",
        "junio, jun",
        "julio, jul",
        "agosto, ago",
        "septiembre, setiembre, sep, sept, set",
        "octubre, oct",
        "noviembre, nov",
        "diciembre, dic",
    ),
    days={
        0: "hoy, hoy mismo, el día de hoy, día de hoy, hoy dia, en el día, durante el día de hoy",
        1: (
            "mañana, mñn, mañana mismo, el día siguiente, día siguiente, al día siguiente, "
            "el día de mañana, el próximo día"
        ),
        2: "pasado mañana, el día después de mañana, el día despues de mañana, día después de mañana, pasado",
        -1: "ayer",
        -2: "anteayer",
    },
    numbers={
        0: "cero, zero",
        1: "una, uno",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        11: "once",
        12: "doce",
        13: "trece",
        14: "catorce",
        15: "quince",
        16: "dieciséis, diez y seis",
        17: "diecisiete, diez y siete",
        18: "dieciocho, diez y ocho",
        19: "diecinueve, diez y nueve",
        20: "veinte",
        21: "veintiuno, veintiuna, veintiún",
        22: "veintidós",
        23: "veintitrés",
        24: "veinticuatro",
        25: "veinticinco",
        26: "veintiséis",
        27: "veintisiete",
        28: "veintiocho",
        29: "veintinueve",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
    },
    vague={
        2: "un par de, par de, un par",
        3: "unos pocos, unas pocas, unos, unas, algunos, algunas, pocos, pocas",
    },
    ordinals={
        1: "primero, primer",
    },
    parts={
        Part.FIRST_THING: (
            "a primera hora, primera hora, a primera hora de la mañana, primera hora de la mañana, "
            "al abrir, cuando abran, primerito, lo primero de la mañana"
        ),
        Part.DAWN: (
            "madrugada, de la madrugada, por la madrugada, en la madrugada, esta madrugada, "
            "de esta madrugada, de madrugada"
        ),
        Part.EARLY_MORNING: (
            "temprano, bien temprano, temprano en la mañana, temprano por la mañana, tempranito, "
            "primeras horas de la mañana, a primeras horas de la mañana, por la mañana temprano, "
            "la mañana temprano"
        ),
        Part.MORNING: (
            "por la mañana, por las mañanas, de la mañana, en la mañana, en las mañanas, la mañana, las mañanas, "
            "de mañanas, por la mñn, a la mañana, durante la mañana, turno mañana, turno de mañana, horario de "
            "mañana, am de la mañana, de la mñn, mañanas, x la mañana, x las mañanas, en horario de mañana, solo "
            "mañanas, antes de comer, antes del almuerzo, antes de almorzar, antes de la comida"
        ),
        Part.LATE_MORNING: (
            "a media mañana, últimas horas de la mañana, a últimas horas de la mañana, "
            "última hora de la mañana, a última hora de la mañana, final de la mañana"
        ),
        Part.MIDDAY: (
            "a mediodía, al mediodía, del mediodía, a la hora de comer, hora de comer, "
            "a la hora de la comida, hora de la comida, hora del almuerzo, a la hora del almuerzo, "
            "a la hora de almorzar, almuerzo, en el almuerzo, al medio día, del medio día, "
            "durante el almuerzo, en la comida"
        ),
        Part.EARLY_AFTERNOON: (
            "primeras horas de la tarde, a primeras horas de la tarde, a primera hora de la tarde, "
            "primera hora de la tarde, temprano en la tarde, temprano por la tarde, temprano esta tarde, "
            "principio de la tarde"
        ),
        Part.AFTER_LUNCH: (
            "después de comer, después de la comida, después de almorzar, después del almuerzo, "
            "luego de comer, pasado mediodía, pasado el mediodía, después del mediodía, luego del almuerzo, "
            "tras la comida, después de medio día, después de mediodía, después del medio día, sobremesa, "
            "el pasado mediodía"
        ),
        Part.LONG_AFTERNOON: (
            "por la tarde, por las tardes, de la tarde, en la tarde, en las tardes, la tarde, las tardes, "
            "a la tarde, durante la tarde, tarde, tardes, turno de tarde, horario de tarde, x la tarde, "
            "x las tardes, solo tardes, en horario de tarde"
        ),
        Part.DUSK: (
            "última hora de la tarde, a última hora de la tarde, últimas horas de la tarde, "
            "a últimas horas de la tarde, final de la tarde, al final de la tarde, tarde en la tarde, "
            "a media tarde, media tarde, más tarde en la tarde, más tarde esta tarde, tardecita"
        ),
        Part.END_OF_DAY: (
            "última hora, a última hora, final del día, al final del día, fin del día, fin de la jornada, "
            "final de la jornada, al cierre, antes de cerrar, antes del cierre"
        ),
        Part.AFTER_SCHOOL: "después del colegio, después de la escuela, después de clase, después de clases",
        Part.AFTER_WORK: (
            "después del trabajo, después de trabajar, al salir del trabajo, luego del trabajo, saliendo del trabajo"
        ),
        Part.LONG_EVENING: (
            "por la noche, por las noches, de la noche, en la noche, en las noches, la noche, las noches, "
            "a la noche, noche, noches, anochecer, al anochecer, x la noche, hora de cenar, "
            "después de cenar, después de la cena, nochecita"
        ),
        Part.EARLY_NIGHT: (
            "primeras horas de la noche, a primeras horas de la noche, a primera hora de la noche, temprano en la noche"
        ),
        Part.LATE_NIGHT: (
            "altas horas de la noche, a altas horas de la noche, últimas horas de la noche, "
            "a últimas horas de la noche, última hora de la noche, a última hora de la noche, "
            "tarde en la noche, tarde por la noche"
        ),
        Part.WORK_HOURS: (
            "horas laborales, horario laboral, en horario laboral, horas de oficina, horario de oficina, "
            "en horario de oficina, horario comercial, en horario comercial, horas de trabajo, "
            "horario de trabajo"
        ),
        Part.DAYTIME: "durante el día, de día",
    },
    day_parts={
        (0, Part.MORNING): ("esta mañana, esta misma mañana, de esta mañana, hoy en la mañana, hoy por la mañana"),
        (0, Part.LONG_AFTERNOON): ("esta tarde, de esta tarde, esta misma tarde, hoy en la tarde, hoy por la tarde"),
        (0, Part.LONG_EVENING): ("esta noche, de esta noche, esta misma noche, hoy en la noche, hoy por la noche"),
        (0, Part.AFTERNOON): "este mediodía, este pasado mediodía",
        (1, Part.MORNING): (
            "mañana por la mañana, mañana en la mañana, mañana a la mañana, mañana temprano, "
            "mañana de mañana, mañana x la mañana, mañana a primera hora de la mañana"
        ),
        (1, Part.LONG_EVENING): "noche de mañana",
    },
    clocks={
        720: "mediodía, medio día, el mediodía",
        1440: "medianoche, media noche, la medianoche",
    },
    units={
        "minute": "minuto, minutos, min, mins, minutito, minutitos",
        "day": "día, días, dias, dia",
        "week": "semana, semanas, sem",
        "month": "mes, meses",
        "business_day": ("día hábil, días hábiles, día laborable, días laborables, día laboral, días laborales"),
        "second": "segundo, segundos",
        "fortnight": "quincena, quincenas",
    },
    spans={
        30: "media hora, media horita, una media hora",
        15: "un cuarto de hora, cuarto de hora",
        45: "tres cuartos de hora",
        90: "hora y media, una hora y media",
        60: "una hora, una horita, 1 hora, 1 h",
        150: "dos horas y media",
    },
    roles={
        "am": "am, a m",
        "pm": "pm, p m",
        "hour": "hora, horas, hrs, hs, h, hr",
        "oclock": "en punto, hrs en punto, horas en punto",
        "article": "un",
        "the": "el, el día, del, del día, día",
        "at": (
            "a, a las, a la, al las, las, la, @, a eso de las, a eso de la, para las, para la, ala, alas, tipo, de las"
        ),
        "about": (
            "alrededor de, alrededor de las, aproximadamente, aprox, más o menos, cerca de, cerca de las, "
            "sobre, sobre las, sobre la, hacia, hacia las, hacia la, eso de las, eso de la, como a las, "
            "como a la, en torno a las, en torno a, tipo, cosa de, a partir de ahora como"
        ),
        "of": "de, del, de la, en la, a la, de este, de el",
        "from": "de, desde, desde las, desde la, de las, de la, desde el, a contar de, a contar desde",
        "after": (
            "después de, después de las, después de la, luego de, luego de las, después, pasadas, pasadas las, "
            "pasada, pasada la, tras, tras las, más tarde de, más tarde de las, posterior a, posterior a las, "
            "pasando"
        ),
        "since": (
            "a partir de, a partir de las, a partir de la, a partir del, no antes de, no antes de las, no antes "
            "de la, no antes, apartir de las, apartir de, de las"
        ),
        "after_post": "en adelante, o después, o más tarde, y después, para adelante, como mínimo, o mas",
        "before": (
            "antes de, antes de las, antes de la, antes del, antes, no después de, no más tarde de, "
            "no más tarde de las, no después de las, como máximo a, como muy tarde a las, como tarde, "
            "tan tarde como, como muy tarde, para antes de las, previo a, previo a las, a más tardar, "
            "a más tardar a"
        ),
        "before_post": "como máximo, como muy tarde, a más tardar, o antes, como tarde",
        "until": "a, hasta, hasta las, hasta la, hasta el, a las, a la, al, hasta eso de las",
        "between": "entre, entre las, entre la, entre el",
        "and": "y, e, y las, y la, y el",
        "or": "o, u, o bien, o si no, o sino, si no, sino, o también",
        "not": "no, nunca, jamás, ni, tampoco",
        "busy": (
            "ocupado, ocupada, trabajo, trabaja, trabajando, en reunión, reunión, no puede, no disponible, "
            "durmiendo, duerme, fuera, en clase, no está"
        ),
        "except": (
            "excepto, menos, salvo, pero no, que no sea, exceptuando, a excepción de, menos el, menos los, "
            "excepto el, excepto los, fuera de, fuera del"
        ),
        "next": (
            "próximo, próxima, próximos, próximas, que viene, siguiente, siguientes, que entra, proximo, "
            "proxima, el próximo, la próxima, el que viene, la que viene, del próximo"
        ),
        "coming": "este próximo, esta próxima",
        "this": "este, esta, de este, de esta, éste, ésta, mismo, misma",
        "early": "temprano",
        "late": "tarde en, más tarde en, más tarde de este, más tarde, más tarde de esta",
        "mid": "mediados de, a mediados de, mitad de",
        "end": (
            "finales de, a finales de, final de, final del, fin de, fines de, a fines de, al final de, "
            "final de la, al final de la"
        ),
        "start": (
            "principios de, a principios de, principio de, inicios de, a inicios de, comienzos de, "
            "al principio de, a principios de la"
        ),
        "rest": (
            "resto de, resto del, el resto de, el resto del, resto de la, el resto de la, lo que queda de, "
            "lo que queda del"
        ),
        "half": "media",
        "three_quarters": "tres cuartos",
        "quarter": "cuarto, un cuarto",
        "minus": "menos",
        "to_hour": "para, para las, para la",
        "in_doubt": "dentro de, dentro de unas, dentro de unos",
        "in": "en, de aquí a, de acá a, al cabo de, en unos, en unas, en torno a",
        "within": (
            "en menos de, en los próximos, en las próximas, durante las próximas, durante los próximos, "
            "en el plazo de, antes de que pasen, dentro de los próximos, dentro de las próximas"
        ),
        "from_now": (
            "a partir de ahora, a partir de hoy, desde ahora, después, más tarde, luego, a partir de este momento"
        ),
        "more": "más, otros, otras",
        "weekend": "fin de semana, fines de semana, finde, findes, el fin de semana, los fines de semana",
        "weekdays": (
            "entre semana, días de semana, días laborables, días hábiles, de lunes a viernes, "
            "los días de semana, lunes a viernes, días entre semana"
        ),
        "work_week": "semana laboral",
        "end_of_month": "fin de mes, final de mes, a fin de mes, finales de mes, a finales de mes",
        "end_of_week": "final de semana",
        "same_time": ("a la misma hora, misma hora, la misma hora, a esta hora, a esta misma hora, mismo horario"),
        "asap": (
            "lo antes posible, cuanto antes, lo más pronto posible, urgente, urgentemente, de inmediato, "
            "inmediatamente, asap, ya mismo, tan pronto como sea posible, a la brevedad, "
            "a la mayor brevedad, lo más rápido posible, enseguida, en cuanto pueda, en cuanto puedan, "
            "lo antes que se pueda, pronto"
        ),
        "anytime": (
            "cualquier hora, a cualquier hora, cualquier momento, en cualquier momento, cuando sea, "
            "cuando quiera, cuando quieran, cuando pueda, cuando puedan, todo el día, me da igual, "
            "da igual, indiferente, es indiferente, sin preferencia, le da igual, a la hora que sea, "
            "cuando se pueda, a cualquier hora del día, flexible, sin horario, horario libre, cuando gusten"
        ),
        "any_day": ("cualquier día, todos los días, cada día, los días, diario, todos los, todas las, cualquier"),
        "now": "ahora, ahora mismo, ya, en este momento, en este instante, justo ahora, ahorita, al momento",
        "call": (
            "llamar, llamarle, llamarla, llamarlo, llámame, llame, llamen, llámeme, llámenme, llamada, llamadas, "
            "llama, contactar, telefonear, devolver, devolverle, probar, intentar, marcar, marcarle, hablar, le "
            "llamen, volver a llamar, disponible, libre, molestar, escribir, contesta, contactarle, comunicarse, "
            "llaman, insistir, localizar, rellamar, ser llamado, ser llamada, intentar de nuevo"
        ),
        "number_of": (
            "pedido, factura, número, núm, nro, n, habitación, piso, puerta, ref, referencia, tel, "
            "teléfono, móvil, celular, cel, whatsapp, ext, extensión, sala, código, expediente, semana, "
            "ssn, cuenta, talla, orden, caso, opción, anexo, interno"
        ),
        "counted": (
            "personas, persona, euros, dólares, pesos, años, niños, adultos, estrellas, veces, vez, euro, "
            "soles, clientes, unidades, plazas, cajas, kilos, km, noches, huéspedes, estudiantes, alumnos, "
            "cuotas, por ciento"
        ),
        "noise": (
            "por favor, porfavor, porfa, pf, xfa, x favor, gracias, favor, mejor, prefiere, preferible, "
            "preferiblemente, preferencia, si puede ser, si es posible, puede ser, solo, sólo, solamente, "
            "únicamente, que, me, le, les, lo, su, se, los, las, por, para, con, cliente, clienta, pide, pidió, "
            "dice, dijo, quiere, es, está, estará, sería, hora, horario, señor, señora, sr, sra, día, si, mi, al, "
            "llamarme, hola, buenas, buenos días, buen día, buenos dias, buenas tardes, buenas noches, lindo día, "
            "y, siempre, casi, quizás, quizá, tal vez, podría, puede, puedo, podemos, abogada, abogado, también, "
            "justo, en, x, el, la, un, bien, feliz día, buena semana, buena tarde, buena noche, un buen día"
        ),
        "told": (
            "llamó, llamo ayer, ha llamado, han llamado, llamaron, llamamos, hemos llamado, dejó mensaje, dejó un "
            "mensaje, dejé mensaje, hablé, habló, hablamos, hablaron, no contestó, no contesta, no respondió, no "
            "responde, llamada perdida, ya llamó, ya llamamos, intenté, intentamos, escribió, colgó, vino, lunes "
            "pasado, pasado lunes, martes pasado, pasado martes, miércoles pasado, pasado miércoles, jueves "
            "pasado, pasado jueves, viernes pasado, pasado viernes, sábado pasado, pasado sábado, domingo pasado, "
            "pasado domingo, semana pasada, mes pasado, la semana pasada, el mes pasado, año pasado"
        ),
        "last": "",
        "appointment": (
            "cita, citas, turno, reserva, reunión, cambiar, cambiar cita, mover, reprogramar, aplazar, entrega, "
            "pedido del, factura del"
        ),
        "zone": "hora local, hora de méxico, hora de españa, hora peninsular, hora canaria",
    },
    and_adds_minutes=True,
)
