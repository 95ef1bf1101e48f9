"""R9.2, lengths of time counted from the call: "in an hour", "через 2 часа", "2 gün sonra", "within 3 days"."""

from __future__ import annotations

from dataclasses import dataclass

from callbacksheet.core.wish.clocks import clock_of
from callbacksheet.core.wish.grammar import Made, Manner, rule
from callbacksheet.core.wish.lexicon.table import Number
from callbacksheet.core.wish.lexing import Guess
from callbacksheet.core.wish.spec import (
    Ahead,
    ByDay,
    Clock,
    Day,
    NextDays,
    Offset,
    Part,
    Period,
    Pick,
    Stretch,
    TimeOfDay,
    Until,
    Way,
    Weekday,
)  # fmt: skip

_MINUTES = {"minute": 1.0, "hour": 60.0, "second": 1 / 60}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "business_day": 1}
_MOST_DAYS = 400
_DAY_MINUTES = 1440
_FORTNIGHTS = {"fr": 15, "it": 15, "es": 15, "pt": 15, "de": 8}
""""Quinze jours" are two weeks, "acht Tage" one: a day more or less nobody can tell."""


@dataclass(frozen=True, slots=True)
class Length:
    """So long: the minutes, days and months that were said. ``working``: the days are business days."""

    minutes: float = 0
    days: int = 0
    months: int = 0
    working: bool = False

    def __add__(self, other: Length) -> Length:
        return Length(
            self.minutes + other.minutes,
            self.days + other.days,
            self.months + other.months,
            self.working or other.working,
        )


def length(count: float, unit: object) -> Length | None:
    """So many of a unit, if that is a length a wish can mean."""
    name = "hour" if unit in ("hour", "hour_mark", "at") or not isinstance(unit, str) else unit
    if count < 0 or count > 10_000:
        return None
    if name in _MINUTES:
        return Length(minutes=count * _MINUTES[name])
    if name in _DAYS:
        days = count * _DAYS[name]
        if days != int(days):
            return Length(minutes=days * _DAY_MINUTES)
        return Length(days=int(days), working=name == "business_day") if days <= _MOST_DAYS else None
    if name == "month" and count == int(count) and count <= 12:
        return Length(months=int(count))
    return None


def _of(count: float | None, unit: object) -> Made:
    made = None if count is None else length(count, unit)
    return None if made is None else ("J", [made])


def _count(value: object) -> float | None:
    if isinstance(value, Number):
        return float(value.value)
    if isinstance(value, Guess):
        if value.mark == "/":
            return value.first / value.second if value.second and value.first < value.second <= 4 else None
        return float(f"{value.first}.{value.typed.split(value.mark)[1]}")
    return None


def _clock_long(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "dans 1h30": an hour and a half."""
    clock = values[0]
    long = isinstance(clock, Clock) and clock.digital and clock.minute < 480
    return ("J", [Length(minutes=float(clock.minute))]) if long else None  # type: ignore[attr-defined]


def _inverted(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "минут через 20": about twenty minutes."""
    unit = "day" if isinstance(values[0], Part) else values[0]
    made = _of(_count(values[2]), unit) if manner.words.language in ("ru", "uk") else None
    return None if made is None else ("iJ", [values[1], *made[1]])


def _span(values: list[object], _letters: str, _manner: Manner) -> Made:
    return "J", [Length(minutes=float(values[-1]))]  # type: ignore[arg-type]


def _counted(values: list[object], _letters: str, manner: Manner) -> Made:
    value = values[0]
    made = _of(_count(value), values[-1])
    fortnight = _FORTNIGHTS.get(manner.words.language) == _count(value) and values[-1] == "day"
    return ("J¿", [*made[1], "two weeks perhaps"]) if made is not None and fortnight else made


def _counted_and_half(values: list[object], _letters: str, _manner: Manner) -> Made:
    count = _count(values[0])
    return _of(None if count is None else count + 0.5, values[-1])


def _half_behind(values: list[object], _letters: str, _manner: Manner) -> Made:
    count = _count(values[0])
    return _of(None if count is None else count + 0.5, values[1])


def _half_of(values: list[object], _letters: str, _manner: Manner) -> Made:
    return _of(0.5, values[-1])


def _one(values: list[object], _letters: str, _manner: Manner) -> Made:
    return _of(1, values[-1])


def _sum(values: list[object], _letters: str, _manner: Manner) -> Made:
    total = Length()
    for value in values:
        if isinstance(value, Length):
            total = total + value
    return "J", [total]


def _by_then_in(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "d'ici une heure": within it."""
    if values[0] != "by_in" or not isinstance(values[1], Number) or values[1].digits:
        return None
    made = _of(_count(values[1]), "hour")
    return None if made is None else ("I" + made[0], [values[0], *made[1]])


def _day_over(_values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "через день": the next day, or every other one; nobody can be sure."""
    return "D¿", [Offset(1), "every other day"]


LENGTHS = (
    rule("(?<=n)ŝ", lambda _v, _k, _m: ("u", ["business_day"])),
    rule("ŝ", lambda v, _k, _m: ("s", [v[0]])),
    rule("<n[hkj]", _by_then_in),
    rule("[!X]<(?=[iιω][~xOA]*(?:n|u|h|L|q))", lambda _v, _k, _m: ("¿", ["not sooner"])),
    rule("[uhπ]in(?![uhkj:])", _inverted),
    rule("iπ", _day_over),
    rule("(?<=[nAxR])ü|ü(?=x)|(?<=[tEbM])ü(?!n)|(?<=R[gδ])ü|(?<=[EbM][gδ])ü(?!n)", lambda v, _k, _m: ("u", [v[0]])),
    rule("ü", lambda v, _k, _m: ("O", [v[0]])),
    rule("A?L", _span),
    rule("(?<=[iιω+])A?q(?![nPVQ2v])", lambda _v, _k, _m: ("J", [Length(minutes=15.0)])),
    rule("n[&F]?A?[HK]A?[uhj]", _counted_and_half),
    rule("[hj]iL", lambda v, _k, _m: ("iJ", [v[1], Length(minutes=float(v[2]))])),  # type: ignore[arg-type]
    rule("(?<=[iιωI+F])A?H[gδ]?[uhj]", _half_of),
    rule("du|(?<=[iιωI+x])d[hkj]|d[hj](?=[f)λ])", _counted),
    rule("dh", lambda v, k, m: None if clock_of(v[0]) is not None else _counted(v, k, m)),
    rule("(?<=[iω])c(?=$|[,;|])", _clock_long),
    rule("(?<=[iιωI+])n[uhj]&A?H", _half_behind),
    rule("A[uh]", _one),
    rule("n[,]?u", _counted),
    rule("(?<![@αj><VTvF(])nπ", lambda v, _k, _m: _of(_count(v[0]), "day")),
    rule("(?<=[iιωI+x])[~A]*n[hkj](?!n?[^uhJ]?c)", lambda v, _k, _m: _of(_count(v[-2]), v[-1])),
    rule("n[hkj](?=[f)λ])", _counted),
    rule("n[hkj](?=[,&]?J)", _counted),
    rule("(?<=J)[,&]?n[hj]", lambda v, _k, _m: _of(_count(v[-2]), v[-1])),
    rule("(?<=[iι])[uh](?![nhcx])", _one),
    rule("(?<!n)u(?=[fλ])", _one),
    rule("(?<!d)(?<!n)j(?=[f)λ])", _one),
    rule("n'", lambda v, _k, _m: _of(_count(v[0]), "minute")),
    rule("(?<=J)[,&]?n[hj]", lambda v, _k, _m: _of(_count(v[-2]), v[-1])),
    rule("J(?:[,&]?&?J)+", _sum),
)
"""Lengths, wherever they stand."""


def ahead_of(span: Length, *, within: bool = False, base: Day | None = None) -> Made:
    """That long from the call: a moment where minutes were said, else a day."""
    if span.minutes and not span.months:
        total = max(1, round(span.minutes + span.days * _DAY_MINUTES))
        return "G", [Ahead(total, within=within)]
    day = Offset(span.days, base, working=span.working, months=span.months)
    if within:
        return "D", [ByDay(day, inclusive=False)]
    return "D", [day]


def _ahead(values: list[object], _letters: str, _manner: Manner) -> Made:
    span = next(v for v in values if isinstance(v, Length))
    return ahead_of(span)


def _within(values: list[object], _letters: str, _manner: Manner) -> Made:
    span = next(v for v in values if isinstance(v, Length))
    return ahead_of(span, within=True)


def _today_in(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "heute in einer Woche"."""
    offset, span = values[0], values[-1]
    if not isinstance(offset, int) or not isinstance(span, Length) or span.minutes or span.months:
        return None
    return "D", [Offset(offset + span.days, working=span.working)]


def _within_one(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "within the hour", "в течение недели", "in der nächsten Stunde"; "in der nächsten Woche" is next week."""
    unit = values[-1]
    if unit in ("hour", "at"):
        return "G", [Ahead(60, within=True)]
    if unit in ("week", "month") and manner.words.language in ("de", "nl"):
        return "σ", [Stretch(Period.WEEK if unit == "week" else Period.MONTH, 1)]
    if unit in ("week", "month") and manner.words.language in ("ru", "uk", "pl"):
        return "D", [ByDay(Offset(7) if unit == "week" else Offset(0, months=1), inclusive=False)]
    return ("D¿", [NextDays(3), "a few"]) if unit == "day" else None


def _next_lengths(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "the next three days", "próximas 3 horas", "3 prochains jours"."""
    if letters[-1] in "uhj":
        made = _of(_count(values[letters.index("n")]), values[-1])
        values = [] if made is None else made[1]
    span = next((v for v in values if isinstance(v, Length)), Length())
    if span.minutes:
        return ahead_of(span, within=True)
    return ("D", [NextDays(span.days, span.working)]) if span.days else None


def _next_unit(values: list[object], letters: str, manner: Manner) -> Made:
    """ "next week", "la semana que viene", "the next hour"."""
    unit = next(v for v, letter in zip(values, letters, strict=True) if letter in "uhj")
    if "j" in letters and manner.words.language != "tr":
        return None
    pick = next(v for v, letter in zip(values, letters, strict=True) if letter == "x")
    steps = 2 if pick == "after next" else 1
    if unit == "week":
        return "σ", [Stretch(Period.WEEK, steps)]
    if unit == "month":
        return "σ", [Stretch(Period.MONTH, steps)]
    if unit == "day":
        return ("D¿", [NextDays(3), "a few"]) if pick == "coming" else ("D", [Offset(steps)])
    if unit in ("hour", "at"):
        return "G¿", [Ahead(60, within=True), "one hour or more"]
    return None


def _this_unit(values: list[object], letters: str, _manner: Manner) -> Made:
    unit = next(v for v, letter in zip(values, letters, strict=True) if letter in "uh")
    if unit == "week":
        return "σ", [Stretch(Period.WEEK)]
    if unit == "month":
        return "σ", [Stretch(Period.MONTH)]
    return ("D", [Offset(0)]) if unit == "day" else None


def _from_day(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "3 days from Tuesday", "a week after tomorrow", "Tuesday plus a week"."""
    span = next(v for v in values if isinstance(v, Length))
    base = values[letters.index("D")]
    return ahead_of(span, base=base) if span.days and not span.minutes else None  # type: ignore[arg-type]


def _week_on(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "Friday week" is a week after Friday, in English."""
    day, unit = values
    if manner.words.language != "en" or unit != "week" or not isinstance(day, (Weekday, Offset)):
        return None
    return "D", [Offset(7, base=day)]


def _in_eight(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "lundi en huit" is a week after Monday, "en quinze" two."""
    weeks = {8: 7, 15: 14}.get(values[-1].value if isinstance(values[-1], Number) else 0)
    if manner.words.language != "fr" or weeks is None:
        return None
    return "D", [Offset(weeks, base=values[0])]  # type: ignore[arg-type]


def _from_clock(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "15 minutes from 1pm"."""
    span = next(v for v in values if isinstance(v, Length))
    clock = next(v for v in values if isinstance(v, Clock))
    minute = clock.minute + round(span.minutes)
    if span.days or span.months or minute > _DAY_MINUTES:
        return None
    return "c", [Clock(minute, clock.fixed, clock.full)]


def _weekdays_on(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "two Mondays from now"."""
    count, weekday = values[0], values[1]
    if not isinstance(count, Number) or not 0 < count.value < 9 or not isinstance(weekday, int):
        return None
    return "D", [Offset(7 * (count.value - 1), base=Weekday(weekday, Pick.NEXT, nearest_next=True))]


def _for_length(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "for 3 hours from 10 am"."""
    span = next(v for v in values if isinstance(v, Length))
    start = clock_of(values[-1])
    if start is None or not span.minutes or span.days:
        return None
    end = start.minute + round(span.minutes)
    if start.fixed:
        return "τ", [TimeOfDay(Way.BETWEEN, start, Clock(end, fixed=True))]
    half = Clock((end - 1) % 720 + 1 if end > 779 else end)
    return "τ", [TimeOfDay(Way.BETWEEN, start, half)]


def _for_days(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "for 3 days from today"."""
    span = next(v for v in values if isinstance(v, Length))
    pick = Pick.NEXT if "x" in letters else Pick.NEAREST
    day: Day = Offset(values[-1]) if letters[-1] == "r" else Weekday(values[-1], pick)  # type: ignore[arg-type]
    return ("D", [Until(day, Offset(span.days - 1, base=day))]) if span.days and not span.minutes else None


def _in_bare(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "in 15": minutes, in English."""
    count = _count(values[-1])
    if manner.words.language != "en" or count is None or not 5 <= count <= 90:
        return None
    return "G", [Ahead(round(count))]


AHEAD = (
    rule("[I<T][xgδO~A]*J(?!>)", _within),
    rule("r[iιω]J", _today_in),
    rule("I[xO]*[uh](?!n)", _within_one),
    rule("[>V]J(?![DrwcnO])", _ahead),
    rule("[Nf]\\+?J", _ahead),
    rule("(?<![wrD])[+][~xO]*J|(?<!w)[iιω][~xOA]*Jf?\\)?", _ahead),
    rule("[OA]*xJ|[OA]*nx[uhj]|Jx", _next_lengths),
    rule("φJ[FfδV>g,@]+[nc](?![uh])", _for_length),
    rule("φJ[FfδV>g,]+x?[rw]", _for_days),
    rule("J[FfδV>g][O]*c", _from_clock),
    rule("J[f)λ]|J>(?![DrwcnO])", _ahead),
    rule("i[~]*n$", _in_bare),
    rule("[Oυiα]*x~?[gδ]?[uhj]|[O]*u[gδ]?x", _next_unit),
    rule("[FBιδ]N[T2α&-]J[fλ)]?", _within),
    rule("nw[fλ)]+", _weekdays_on),
    rule("[Oυi]*t[uh]|[O]*ut", _this_unit),
)
"""What those lengths mean, counted from the call."""

FROM_DAY = (
    rule("Du$", _week_on),
    rule("D[iιω]n$", _in_eight),
    rule("J[FfδV>gω)]*[gδF]?[Oυ]*D", _from_day),
    rule("D[iιω+F)]+J", _from_day),
)
"""The same, counted from a day that was said."""
