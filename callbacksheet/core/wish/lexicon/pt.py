"""The time words of Portuguese, of Brazil and Portugal."""

from __future__ import annotations

from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Part

LEXICON = Lexicon(
    language="pt",
    weekdays=(
        "segunda-feira, segunda, segundas, segundas-feiras, seg, 2ª feira, 2a feira, 2a-feira, 2ª",
        "terça-feira, terça, terças, ter, 3ª feira, 3a feira, terças-feiras",
        "quarta-feira, quarta, quartas, qua, 4ª feira, 4a feira, quartas-feiras",
        "quinta-feira, quinta, quintas, qui, 5ª feira, 5a feira, quintas-feiras",
        "sexta-feira, sexta, sextas, sex, 6ª feira, 6a feira, sextas-feiras",
        "sábado, sábados, sáb",
        "domingo, domingos, dom",
    ),
    months=(
        "janeiro, jan",
        "fevereiro, fev",
        "março, mar",
        "abril, abr",
        "maio, mai",
        "junho, jun",
        "julho, jul",
        "agosto, ago",
        "setembro, set",
        "outubro, out",
        "novembro, nov",
        "dezembro",
    ),
    days={
        0: "hoje, hj, hoje mesmo, dia de hoje, no dia de hoje, ainda hoje",
        1: "amanhã, amanha, amnh, amanhã mesmo, dia seguinte, no dia seguinte, próximo dia, dia de amanhã",
        2: "depois de amanhã, depois de amanha, depois d'amanhã",
        -1: "ontem",
        -2: "anteontem",
    },
    numbers={
        0: "zero",
        1: "uma, um",
        2: "dois, duas",
        3: "três",
        4: "quatro",
        5: "cinco",
        6: "seis",
        7: "sete",
        8: "oito",
        9: "nove",
        10: "dez",
        11: "onze",
        12: "doze",
        13: "treze",
        14: "catorze, quatorze",
        15: "quinze",
        16: "dezesseis, dezasseis",
        17: "dezessete, dezassete",
        18: "dezoito",
        19: "dezenove, dezanove",
        20: "vinte",
        30: "trinta",
        40: "quarenta",
        50: "cinquenta",
    },
    vague={
        2: "um par de, par de, umas duas",
        3: "alguns, algumas, poucos, poucas, uns, umas",
    },
    ordinals={
        1: "primeiro, 1o, 1º",
    },
    parts={
        Part.FIRST_THING: (
            "primeira hora, na primeira hora, logo cedo, logo pela manhã, assim que abrir, "
            "logo na abertura, na abertura, primeira hora da manhã, bem cedo, logo de manhã, "
            "primeiro horário, no primeiro horário, assim que abrirem"
        ),
        Part.DAWN: "madrugada, de madrugada, da madrugada, na madrugada",
        Part.EARLY_MORNING: (
            "de manhã cedo, manhã cedo, início da manhã, no início da manhã, cedo, de manhãzinha, "
            "manhãzinha, cedinho, começo da manhã, no começo da manhã, cedo pela manhã"
        ),
        Part.MORNING: (
            "manhã, manha, manhãs, de manhã, da manhã, pela manhã, na manhã, na parte da manhã, "
            "parte da manhã, no período da manhã, período da manhã, manhas, às manhãs, a manhã, "
            "período matutino, no turno da manhã, durante a manhã, pelas manhãs, antes do almoço, "
            "só de manhã, de manha, da manha, pela manha, a manha"
        ),
        Part.LATE_MORNING: (
            "fim da manhã, no fim da manhã, final da manhã, no final da manhã, meio da manhã, no meio da manhã"
        ),
        Part.MIDDAY: (
            "almoço, no almoço, hora do almoço, na hora do almoço, horário de almoço, no horário de almoço, "
            "horário do almoço, no horário do almoço, durante o almoço, hora de almoço, à hora de almoço, "
            "à hora do almoço"
        ),
        Part.EARLY_AFTERNOON: (
            "início da tarde, no início da tarde, começo da tarde, no começo da tarde, princípio da tarde"
        ),
        Part.AFTERNOON: (
            "depois do almoço, após o almoço, após almoço, depois de almoçar, logo após o almoço, "
            "depois do horário de almoço, pós almoço, logo depois do almoço"
        ),
        Part.LONG_AFTERNOON: (
            "tarde, tardes, à tarde, a tarde, de tarde, da tarde, pela tarde, na tarde, na parte da tarde, "
            "parte da tarde, no período da tarde, período da tarde, às tardes, período vespertino, "
            "no turno da tarde, durante a tarde, pelas tardes, só à tarde"
        ),
        Part.DUSK: (
            "fim da tarde, no fim da tarde, final da tarde, no final da tarde, tardinha, à tardinha, "
            "de tardinha, finalzinho da tarde, fim de tarde, no fim de tarde, meio da tarde, "
            "no meio da tarde, final de tarde"
        ),
        Part.END_OF_DAY: (
            "fim do dia, no fim do dia, final do dia, no final do dia, fim do expediente, "
            "final do expediente, no final do expediente, no fim do expediente, antes de fechar, "
            "fim de expediente"
        ),
        Part.AFTER_WORK: (
            "depois do trabalho, após o trabalho, depois do serviço, depois do expediente, "
            "após o expediente, saindo do trabalho"
        ),
        Part.AFTER_SCHOOL: "depois da escola, depois da aula, após a aula, depois das aulas",
        Part.EARLY_NIGHT: "início da noite, no início da noite, começo da noite, no começo da noite",
        Part.LONG_EVENING: (
            "noite, noites, à noite, a noite, de noite, da noite, pela noite, na noite, na parte da noite, "
            "período da noite, no período da noite, às noites, período noturno, anoitecer, durante a noite, "
            "noitinha, jantar, depois do jantar, após o jantar"
        ),
        Part.LATE_NIGHT: "fim da noite, no fim da noite, final da noite, tarde da noite, no final da noite",
        Part.WORK_HOURS: (
            "horário comercial, em horário comercial, no horário comercial, horas de trabalho, "
            "horário de expediente, no expediente, durante o expediente, horário de trabalho"
        ),
        Part.DAYTIME: "durante o dia, de dia, ao longo do dia",
    },
    day_parts={
        (0, Part.MORNING): "esta manhã, hoje de manhã, hoje cedo, hoje pela manhã, nesta manhã, essa manhã",
        (0, Part.LONG_AFTERNOON): (
            "esta tarde, hoje à tarde, hoje de tarde, desta tarde, essa tarde, nesta tarde, hoje a tarde"
        ),
        (0, Part.LONG_EVENING): (
            "esta noite, hoje à noite, hoje de noite, desta noite, essa noite, nesta noite, logo à noite, hoje a noite"
        ),
        (1, Part.MORNING): "amanhã cedo, amanhã de manhã, amanhã pela manhã",
    },
    clocks={
        720: "meio-dia, meio dia, meiodia",
        1440: "meia-noite, meia noite, meianoite",
    },
    units={
        "minute": "minuto, minutos, min, mins, minutinhos",
        "day": "dia, dias",
        "week": "semana, semanas, sem",
        "month": "mês, meses",
        "business_day": "dia útil, dias úteis",
        "second": "segundos, segundo",
        "fortnight": "quinzena",
    },
    spans={
        30: "meia hora, meia horinha, 1/2 hora",
        15: "um quarto de hora, quarto de hora",
        45: "três quartos de hora",
        90: "uma hora e meia, hora e meia, 1 hora e meia",
        60: "uma hora, uma horinha, 1 hora",
        150: "duas horas e meia",
    },
    roles={
        "am": "am, a m",
        "pm": "pm, p m",
        "hour": "hora, horas, h, hs, hrs, hr",
        "oclock": "em ponto, certinho",
        "the": "o, dia, no dia, o dia, do dia, dia de, esse dia, este dia o, neste dia, no",
        "at": "às, as, à, à 1, a, para as, pras, ás, pelas, @, lá pelas, na, ao, aos, para a",
        "about": (
            "por volta de, por volta das, por volta da, cerca de, cerca das, aproximadamente, "
            "mais ou menos, umas, uns, em torno de, em torno das, aprox, lá pelas, perto de, perto das, "
            "lá para as, tipo, +-, pelas, exatamente"
        ),
        "of": "de, do, da, na, das, no, dos",
        "from": "de, das, desde, desde as, a contar de, da, do, de as, começando às",
        "after": (
            "depois de, depois das, depois da, após, após as, após às, após a, só depois das, só depois de, "
            "passadas as, passando das, mais tarde que, depois do, só após, somente após, depois, apos as, apos"
        ),
        "since": "a partir de, a partir das, a partir da, a partir do, não antes de, não antes das, desde às",
        "after_post": "em diante, ou depois, ou mais tarde, pra frente, para frente, adiante, no mínimo",
        "past": "depois das, depois da, depois de, passadas das",
        "before": (
            "antes de, antes das, antes da, antes do, antes, até no máximo, no máximo até, "
            "até no máximo às, não depois de, não depois das, não depois da, o mais tardar, no mais tardar, "
            "não passar das, antes de as"
        ),
        "before_post": "no máximo, no mais tardar, ou antes",
        "until": ("até, até as, até às, até a, até à, até o, até ao, às, as, a, ao, ateh, ateh a, ateh as, à, até aos"),
        "to_hour": "para, para as, pra, pras, para a, para o",
        "between": "entre, entre as, entre às, entre a, entre o",
        "and": "e, e as, e às, e a",
        "or": "ou, ou então, ou senão, senão, se não, caso contrário",
        "not": "não, nunca, nem, jamais, não ligar, não posso, não pode, nao",
        "busy": (
            "ocupado, ocupada, trabalhando, no trabalho, trabalha, em reunião, reunião, dormindo, em aula, "
            "na aula, indisponível, não disponível, fora"
        ),
        "except": (
            "exceto, menos, salvo, mas não, fora, tirando, com exceção de, a não ser, menos na, menos no, "
            "exceto na, exceto no"
        ),
        "next": (
            "próximo, próxima, próximos, próximas, que vem, seguinte, seguintes, q vem, proximo, proxima, "
            "vindouro, que entra, prox"
        ),
        "coming": "esse próximo, essa próxima, agora que vem",
        "this": "este, esta, esse, essa, neste, nesta, nesse, nessa, deste, desta, dessa, desse, agora",
        "early": "cedo, mais cedo, início da",
        "late": "tarde da, mais tarde",
        "mid": "meados de, meio da, em meados de, meio do",
        "end": (
            "fim de, final de, fim da, final da, fim do, final do, no fim da, no final da, no fim do, "
            "no final do, finais de"
        ),
        "start": (
            "início de, início da, começo de, começo da, princípio de, início do, começo do, no início da, "
            "no começo da, no início do, inícios de"
        ),
        "rest": "resto de, resto do, resto da, o resto do, o resto da, restante do, restante da",
        "half": "meia, meio",
        "quarter": "quarto, um quarto",
        "minus": "menos",
        "in": "em, daqui a, daqui, dentro em, daqui uns, em cerca de, daqui a cerca de, em uns",
        "in_doubt": "dentro de",
        "within": ("nos próximos, nas próximas, em menos de, no prazo de, dentro dos próximos, dentro das próximas"),
        "from_now": "depois, mais tarde, a partir de agora, a partir deste momento",
        "from_now_doubt": "no futuro",
        "more": "mais, outros, outras",
        "weekend": (
            "fim de semana, final de semana, fds, finde, fins de semana, finais de semana, "
            "no fim de semana, no final de semana, fim-de-semana"
        ),
        "weekdays": (
            "durante a semana, dias de semana, dias úteis, em dias úteis, dia de semana, "
            "de segunda a sexta, segunda a sexta, seg a sex, nos dias úteis, nos dias de semana"
        ),
        "work_week": "semana de trabalho",
        "end_of_month": "fim do mês, final do mês, fim de mês, no fim do mês",
        "end_of_week": "fim da semana, final da semana",
        "same_time": "mesma hora, à mesma hora, na mesma hora, mesmo horário, no mesmo horário, a esta hora",
        "asap": (
            "o mais rápido possível, o quanto antes, assim que possível, urgente, com urgência, "
            "imediatamente, asap, já mesmo, o mais breve possível, logo que possível, quanto antes, "
            "assim que puder, o mais cedo possível, logo, urgentemente, de imediato, rápido, "
            "assim que puderem"
        ),
        "anytime": (
            "qualquer hora, a qualquer hora, qualquer momento, a qualquer momento, quando puder, "
            "quando quiser, quando puderem, tanto faz, o dia todo, sempre, indiferente, sem preferência, "
            "em qualquer horário, qualquer horário, dia todo, o dia inteiro, quando der, flexível, "
            "quando possível, quando quiserem"
        ),
        "any_day": "todos os dias, qualquer dia, cada dia, todo dia, todas as, todos os, qualquer",
        "now": (
            "agora, agora mesmo, já, ja, neste momento, neste instante, nesse instante, nesse momento, "
            "no momento, imediato"
        ),
        "call": (
            "ligar, retornar, retorno, ligação, telefonar, contatar, contactar, ligue, me ligue, "
            "ligar de volta, chamar, falar, liga, ligarem, entrar em contato, contato, retornem, retorne, "
            "ligação de volta, ligam, disponível, livre, incomodar, devolver chamada, telefonema, liguem, "
            "tentar, rediscar"
        ),
        "number_of": (
            "pedido, fatura, número, núm, nº, nr, n, quarto número, sala, tel, telefone, celular, cel, "
            "ramal, apto, apartamento, bloco, ref, código, versão, protocolo, nota, andar, whatsapp, "
            "contrato, orçamento, conta"
        ),
        "counted": (
            "pessoas, pessoa, reais, euros, anos, ano, vezes, vez, crianças, adultos, peças, unidades, "
            "minutos de atraso, kg, km, clientes, noites, estrelas, caixas, alunos, diárias, por cento, us, "
            "dos"
        ),
        "noise": (
            "por favor, pf, pfv, favor, obrigado, obrigada, se possível, se der, de preferência, "
            "preferência, prefere, preferencialmente, melhor, cliente, pede, pediu, quer, gostaria, é, "
            "será, estar, estará, o, a, os, lhe, me, ele, ela, eu, nós, só, somente, apenas, que, bom dia, "
            "boa tarde, boa noite, boa semana, tenha um bom dia, senhor, senhora, sr, sra, também, talvez, "
            "pode, podemos, para, pra, pro, com, horário, hora, por, em, um, uma, vai, dia, disse, "
            "até logo, até mais, de, está, estou, ok, feira, seria, vou, pela, na, gentileza, ao, das, do, "
            "da"
        ),
        "weekday_number": "feira, feiras",
        "told": (
            "ligou, ligaram, liguei, ligamos, telefonou, telefonaram, retornou, deixou recado, deixou mensagem, "
            "falou, falei, falamos, chamada perdida, não atendeu, não atende, não respondeu, tentei, tentou, "
            "tentamos, escreveu"
        ),
        "last": "passada, passado",
        "appointment": "consulta, agendamento, marcação, reserva, remarcar, mudar, adiar, entrega, fatura de",
    },
    next_is_contested=True,
    and_adds_minutes=True,
)
