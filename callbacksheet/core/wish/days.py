"""R9.2, days: weekdays, "next Tuesday", dates in the configured order, weeks and their ends, parts of days."""

from __future__ import annotations

from dataclasses import replace

from callbacksheet.core.shop import DateOrder
from callbacksheet.core.wish.grammar import Made, Manner, rule
from callbacksheet.core.wish.lexicon.table import Number
from callbacksheet.core.wish.parts import EARLIER, LATER, MIDDLE
from callbacksheet.core.wish.spec import (
    Among,
    Date,
    NthWeekday,
    Offset,
    Part,
    Period,
    Pick,
    Stretch,
    Third,
    Until,
    Weekday,
)  # fmt: skip
from callbacksheet.core.wish.written_dates import as_day, number_in, pair_date, year_behind

_ROMANCE = ("es", "fr", "it", "pt")
""""Martes 3" is a date more often than an hour there."""

_THIRDS = {
    "E": Third.END,
    "b": Third.START,
    "M": Third.MIDDLE,
    "R": Third.REST,
    "e": Third.START,
    "l": Third.REST,
    "λ": Third.REST,
}


def _day_of_month(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "the 24th", "el 17", "tanggal 28": the next such day."""
    day = number_in(values[-1])
    return as_day(Date(day)) if day is not None and 1 <= day <= 31 else None


def _digits_of_month(values: list[object], letters: str, manner: Manner) -> Made:
    number = values[-1]
    return _day_of_month(values, letters, manner) if isinstance(number, Number) and number.digits in (1, 2) else None


def _digits_case(values: list[object], letters: str, manner: Manner) -> Made:
    """ "28'inde"."""
    return _digits_of_month(values[:1], letters, manner)


def _day_of_month_case(values: list[object], letters: str, manner: Manner) -> Made:
    """ "25-го числа"."""
    return _day_of_month(values[:1], letters, manner)


def _nth_weekday(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "the first Friday of next month"."""
    nth = -1 if "ł" in letters else values[letters.index("o")]
    weekday, month = values[letters.index("w")], values[0 if letters[0] == "σ" else -1]
    if not isinstance(nth, int) or not (nth == -1 or 1 <= nth <= 5) or not isinstance(weekday, int):
        return None
    if isinstance(month, Stretch):
        return ("D", [NthWeekday(nth, weekday, month.ahead)]) if month.period is Period.MONTH else None
    if isinstance(month, int):
        return "D", [NthWeekday(nth, weekday, 0, month)]
    return ("D", [NthWeekday(nth, weekday, 0)]) if month == "month" else None


def _dotted_day(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "15." alone, in the languages that write ordinals so."""
    number = values[0]
    if manner.order_known and manner.order is DateOrder.MDY:
        return None
    if isinstance(number, Number) and number.dot and 13 <= number.value <= 31:
        return "D", [Date(number.value)]
    return None


def _weekday_date(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "Tuesday 19th": that date, on that weekday."""
    weekday, day = values[0], number_in(values[-1])
    small = isinstance(values[-1], Number) and values[-1].value <= 12
    if day is None or not 1 <= day <= 31 or (small and letters[-1] == "n"):
        return None
    assert isinstance(weekday, int)
    return "D", [Date(day, weekday=weekday)]


def _weekday_date_time(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "friday 23 at 4", "samedi 16 à 18h": a time follows, so the number is a date."""
    number = next(v for v, letter in zip(values, letters, strict=True) if letter in "no")
    day = number_in(number)
    weekday = values[0]
    if day is None or not 13 <= day <= 31 or not isinstance(weekday, int):
        return None
    at = letters.index("n")
    return "D" + letters[at + 1 :], [Date(day, weekday=weekday), *values[at + 1 :]]


def _weekday(values: list[object], letters: str, manner: Manner) -> Made:
    weekday = values[letters.index("w")]
    assert isinstance(weekday, int)
    nearest = manner.words.next_is_nearest
    if "x" in letters:
        how = values[letters.index("x")]
        if how == "coming":
            return "D", [Weekday(weekday, Pick.NEXT, nearest_next=True)]
        pick = Pick.AFTER_NEXT if how == "after next" else Pick.NEXT
        return "D", [Weekday(weekday, pick, nearest_next=nearest, contested=manner.words.next_is_contested)]
    return "D", [Weekday(weekday, Pick.THIS if "t" in letters else Pick.NEAREST)]


def _numbered_weekday(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "3ª feira": Portuguese counts Monday the second day."""
    day = number_in(values[0])
    return ("w", [day - 2]) if day is not None and 2 <= day <= 6 else None


def _ahead_of(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "nächste Arbeitswoche"."""
    week = next(v for v in values if isinstance(v, Stretch))
    return "σ", [replace(week, ahead=1) if "x" in letters and not week.ahead else week]


def _weekday_of_week(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "Wednesday of next week", "next week, on Friday"."""
    weekday = next((v.weekday for v in values if isinstance(v, Weekday)), None)
    week = next(v for v in values if isinstance(v, Stretch))
    if week.period not in (Period.WEEK, Period.WORK_WEEK) or weekday is None or week.third is not Third.ALL:
        return None
    picks = (Pick.THIS_WEEK, Pick.NEXT_WEEK, Pick.WEEK_AFTER)
    return "D", [Weekday(weekday, picks[min(week.ahead, 2)])]


def _day_of_that_month(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "the 20th of this month"."""
    day = next(number_in(v) for v, k in zip(values, letters, strict=True) if k in "no")
    month = values[-1]
    if not isinstance(month, Stretch) or month.period is not Period.MONTH or day is None or not 1 <= day <= 31:
        return None
    return "D", [Date(day, months=month.ahead + 1)]


def _weekend(values: list[object], letters: str, _manner: Manner) -> Made:
    ahead = 1 if "x" in letters and "coming" not in values else 0
    return "σ", [Stretch(Period.WEEKEND, ahead)]


def _third_of(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "end of next week", "beginning of March", "rest of the day"."""
    third = _THIRDS[letters[0] if letters[0] in _THIRDS else letters[-1]]
    last = next(v for v, k in zip(values, letters, strict=True) if k in "σumDtr" and k != "t")
    if isinstance(last, Stretch):
        return "σ", [replace(last, third=third)]
    if last == "week":
        return "σ", [Stretch(Period.WEEK, third=third)]
    if last == "month":
        return "σ", [Stretch(Period.MONTH, third=third)]
    if "m" in letters and isinstance(last, int):
        return "σ", [Stretch(Period.MONTH, third=third, month=last)]
    if last == "day" or (isinstance(last, Offset) and last.days == 0) or last == 0:
        if third is Third.REST:
            return ("D", [Offset(0)]) if letters[0] == "R" else ("D¿", [Offset(0), "later"])
        return "p", [{Third.END: Part.END_OF_DAY, Third.START: Part.MORNING, Third.MIDDLE: Part.MIDDAY}[third]]
    return None


def _part_of_part(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "early evening", "fin d'après-midi", "sabah erken"."""
    part = values[letters.index("p")]
    assert isinstance(part, Part)
    marks = [k for k in letters if k in "eblEMλ"]
    moved = MIDDLE if marks[0] == "M" else EARLIER if marks[0] in "eb" else LATER
    part = moved.get(part, part)
    if "t" in letters:
        return "tp", ["this", part]
    day = next((k for k in letters if k in "rw"), None)
    return (day + "p", [values[letters.index(day)], part]) if day else ("p", [part])


def _this_part(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "this evening": today's."""
    return "Dp", [Offset(0), values[letters.index("p")]]


def _next_part(values: list[object], letters: str, _manner: Manner) -> Made:
    return "Dp", [Offset(1), values[letters.index("p")]]


def _relative(values: list[object], _letters: str, _manner: Manner) -> Made:
    offset = values[0]
    assert isinstance(offset, int)
    return "D", [Offset(offset)]


def _tomorrow(_values: list[object], _letters: str, _manner: Manner) -> Made:
    return "r", [1]


def _weekdays(_values: list[object], _letters: str, _manner: Manner) -> Made:
    return "D", [Among(frozenset(range(5)))]


def _in_the_week(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "in settimana" alone: this week, or any weekday."""
    return ("D¿", [Among(frozenset(range(5))), "this week"]) if values[0] == "in_the_week" else None


def _day_range(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "Monday to Friday", "сегодня-завтра"."""
    days = [v for v, k in zip(values, letters, strict=True) if k == "D"]
    if any(isinstance(d, (Until, Among, Stretch)) for d in days):
        return None
    first, last = days
    if isinstance(first, Weekday) and isinstance(last, Weekday) and first.pick is last.pick is Pick.NEAREST:
        among = frozenset((first.weekday + i) % 7 for i in range((last.weekday - first.weekday) % 7 + 1))
        if len(among) > 1:
            return "D", [Until(first, last)]
    if letters[0] in "Bι" and isinstance(first, Offset):
        return "D¿", [Until(first, last), "is the last day in?"]  # type: ignore[arg-type]
    if isinstance(first, Weekday) and first.pick is Pick.NEXT and isinstance(last, Weekday):
        return "D¿", [Until(first, last), "which week"]
    return "D", [Until(first, last)]  # type: ignore[arg-type]


def _as_day(values: list[object], _letters: str, _manner: Manner) -> Made:
    return "D", [values[0]]


DAYS = (
    rule("u(?=w)", lambda v, _k, _m: ("O", v) if v[0] == "day" else None),
    rule("[O]*[oł][,]?w[gδO]*(?:σ|m|u)|[O]*[gδ]?σ[gδ]?[oł]w", _nth_weekday),
    rule(r"w[,]?[Oυ]*o|w[,]?O+n|wn(?![hkuaJcp-])", _weekday_date),
    rule("wn(?=[@αj~B])", _weekday_date_time),
    rule("(?<=[wrpDtelλbEM])[,]?\\$", lambda _v, _k, _m: ("p", [Part.MORNING])),
    rule("[υi]?O?\\$(?=t)|t\\$", lambda _v, _k, _m: ("Dp", [Offset(0), Part.MORNING])),
    rule("\\$\\$", lambda _v, _k, _m: ("rp", [1, Part.MORNING])),
    rule("\\$", _tomorrow),
    rule("[EbMRelλ][gδOiαFυ~]*t?[gδ]?(?:[σum]|r(?!p))|[σ][elλ]", _third_of),
    rule("[nod]a?-?ß", _numbered_weekday),
    rule("[xt]?W[xt]?", _weekend),
    rule("[elbEMλ][gδOiα@υ,F~-]*[trw]?[gδO]?p|p[gδiO@αF]*[elλbE](?![σumr])", _part_of_part),
    rule("tp|pt", _this_part),
    rule("(?<!w)xp|px(?!w)", _next_part),
    rule("r", _relative),
    rule("[xt]?wx|[Oυ]*[xt]w|wt|w", _weekday),
    rule("^s$", _in_the_week),
    rule("s", _weekdays),
    rule("[O]*[xt]σ|σ[xt]", _ahead_of),
    rule("σ[,gδiυOα@ι]*D|D[,gδiιυOα@Q]*σ", _weekday_of_week),
    rule("[O]*[no][gδ]*O?σ", _day_of_that_month),
    rule("σ", _as_day),
    rule("[tO]*Oo(?![hkua?])|(?<=[FδT><v])o(?![hkuam])", _day_of_month),
    rule("nö", _digits_case),
    rule("oö", _day_of_month_case),
    rule("[tO]*On(?![hkuaJn%]|[PVωQ2-]n)", _digits_of_month),
    rule("υo", _day_of_month),
    rule("D[,]?n(?![hkuacJ-])", year_behind),
)
"""Days by name."""

DAY_RANGES = (
    rule("[FδBι]?D[T2α&-][Oυ]*D", lambda v, k, m: None if "&" in k and k[0] not in "Bι" else _day_range(v, k, m)),
)

LAST_DAYS = (
    rule("^t$", lambda _v, _k, m: ("N", ["now"]) if m.words.language == "pt" else None),
    rule("d(?![hka])", pair_date),
    rule("^o$", lambda v, _k, _m: ("D¿", [Date(v[0]), "an ordinal alone"])),  # type: ignore[arg-type]
    rule("(?:^|(?<=[,;|@OD]))o(?=$|[,;|@τcpGT-])", _day_of_month),
    rule("^n$", _dotted_day),
    rule("(?<=D)n$", lambda v, _k, m: ("n¿", [v[0], "a date perhaps"]) if m.words.language in _ROMANCE else None),
)
"""What is a date when nothing else was made of it."""
