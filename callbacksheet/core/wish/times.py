"""R9.2, times of day: "after T", "before T", "A-B", parts of the day, and what "not" and "except" make of them."""

from __future__ import annotations

from dataclasses import replace

from callbacksheet.core.wish.clocks import clock_of, perhaps_date
from callbacksheet.core.wish.grammar import Made, Manner, rule
from callbacksheet.core.wish.lexicon.table import Number
from callbacksheet.core.wish.parts import in_part
from callbacksheet.core.wish.spec import (
    Across,
    AllBut,
    Among,
    ByDay,
    Clock,
    Date,
    FromDay,
    InDay,
    Offset,
    Part,
    Period,
    Pick,
    Stretch,
    Third,
    TimeOfDay,
    Until,
    Way,
    Weekday,
)  # fmt: skip
from callbacksheet.core.wish.written_dates import in_order

_MARKS = "@αjO~υ"
_OPEN_HOURS = (6, 24)


def _ends(values: list[object], letters: str) -> list[tuple[object, str]]:
    return [(v, k) for v, k in zip(values, letters, strict=True) if k in "ncd"]


def _range(values: list[object], letters: str, manner: Manner) -> Made:
    """Two clock times and what joins them; two bare numbers may be a date instead ("2-15")."""
    (first, one), (second, two) = _ends(values, letters)
    if isinstance(first, Number) and isinstance(second, Number) and letters.lstrip(_MARKS)[0] in "nc":
        date = _date_instead(first, second, manner) if "-" in letters else None
        if date is not None:
            return "D", [date]
    start, end = clock_of(first), clock_of(second)
    if start is None or end is None or start == end:
        return None
    if one == two == "n":
        return "τ", [TimeOfDay(Way.BETWEEN, start, end)]
    start, end = replace(start, weak=False), replace(end, weak=False)
    made = TimeOfDay(Way.BETWEEN, start, end)
    if start.full and not end.fixed and not end.full and end.minute < start.minute:
        return "τ¿", [made, "two kinds of clock"]  # "13:00 to 4"
    if start.fixed and end.fixed and end.minute < start.minute:
        return "τ¿", [made, "overnight"]
    return "τ", [made]


def _date_instead(first: Number, second: Number, manner: Manner) -> Date | None:
    """ "15-2" cannot well be hours; "9-17" can."""
    if first.digits > 2 or second.digits > 2:
        return None
    a, b = first.value, second.value
    if max(a, b) <= 12 or (_OPEN_HOURS[0] <= a < b <= _OPEN_HOURS[1]) or (a > 12 and b > 12 and max(a, b) <= 24):
        return None
    return in_order(a, b, "-", manner.order)


def _bounded(way: Way) -> object:
    def act(values: list[object], letters: str, _manner: Manner) -> Made:
        value, letter = next((v, k) for v, k in zip(values, letters, strict=True) if k in "ncdp")
        if letter == "p":
            assert isinstance(value, Part)
            return "τ", [TimeOfDay(way, part=value)]
        clock = clock_of(value)
        if clock is None:
            return None
        made = TimeOfDay(way, start=clock) if way is Way.AFTER else TimeOfDay(way, end=clock)
        return ("τ¿", [made, "a date perhaps"]) if perhaps_date(value) else ("τ", [made])

    return act


_after = _bounded(Way.AFTER)
_before = _bounded(Way.BEFORE)


def _across(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "from 2pm till tomorrow 4:30pm"."""
    joints = [i for i, k in enumerate(letters) if k in "T2-" and i]
    joint = joints[0] if joints else letters.index("α", 1)
    if joint == 0 or letters[joint + 1 :] == "":
        return None
    first, last = (_side(values[a:b], letters[a:b]) for a, b in ((0, joint), (joint + 1, len(letters))))
    if first is None or last is None or last.time is None or (first.day is None and first.time is None):
        return None
    if last.day is None or (first.day is None and letters[-1] == "D"):
        return None
    return "G", [Across(InDay(first.day or Offset(0), first.time), last)]


def _side(values: list[object], letters: str) -> InDay | None:
    day = next((v for v, k in zip(values, letters, strict=True) if k == "D"), None)
    said = next((v for v, k in zip(values, letters, strict=True) if k in "ncd"), None)
    clock = None if said is None else clock_of(said)
    if said is not None and clock is None:
        return None
    return InDay(day, None if clock is None else TimeOfDay(Way.AT, start=clock))  # type: ignore[arg-type]


def _day_at(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "15 a las 8:00": a number that cannot begin a range up to that time is the day of the month."""
    number, clock = values[0], values[-1]
    if not isinstance(number, Number) or not isinstance(clock, Clock) or not 13 <= number.value <= 31:
        return None
    if "α" in letters and clock.minute >= number.value * 60:
        return None
    return "Dc", [Date(number.value), clock]


def _part_hour(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "... ile sabah 8": the part before an hour settles it."""
    clock = clock_of(next(v for v, k in zip(values, letters, strict=True) if k in "nc"))
    if clock is None or clock.fixed or not isinstance(values[0], Part):
        return None
    return "c", [Clock(in_part(clock.minute, values[0]), fixed=True)]


def _by_then(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "before Tuesday at 12"."""
    last = _side(values, letters)
    return None if last is None or last.time is None else ("G", [Across(InDay(), last)])


def _by_part(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "by tomorrow morning"."""
    day, part = values[letters.index("D")], values[-1]
    if not isinstance(part, Part):
        return None
    said = Across(InDay(), InDay(day, TimeOfDay(Way.PART, part=part)))  # type: ignore[arg-type]
    return ("G¿", [said, "its start or its end"]) if letters[0] == "T" else ("G", [said])


def _until_then(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "between now and eight"."""
    last = _side(values, letters)
    return None if last is None or last.time is None else ("G", [Across(InDay(), last)])


def _by_day(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "before Friday", "until tomorrow"."""
    day = values[-1]
    if isinstance(day, (Among, ByDay, FromDay)):
        return None
    today = isinstance(day, Offset) and day.days == 0
    today = today or (isinstance(day, Stretch) and day.third is Third.END)
    return "D", [ByDay(day, inclusive=today)]  # type: ignore[arg-type]


def _from_day(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "from Thursday", "after Thursday"."""
    day = values[-1]
    if isinstance(day, (Among, ByDay, FromDay, Until)):
        return None
    if letters[0] in "VP" or values[0] == "after":
        return "D", [FromDay(Offset(1, base=_last_of(day)))]  # type: ignore[arg-type]
    return "D", [FromDay(day)]  # type: ignore[arg-type]


def _day_onwards(values: list[object], _letters: str, manner: Manner) -> Made:
    """ "Monday onwards"; "cumadan sonra" is after Friday."""
    day = values[0]
    if isinstance(day, (Among, ByDay, FromDay, Until)):
        return None
    if manner.words.language == "tr":
        if isinstance(day, Stretch):
            return None
        return _from_day(["after", day], "VD", manner)
    return "D", [FromDay(day)]  # type: ignore[arg-type]


def _last_of(day: object) -> object:
    """ "After next week" is after its last day, "after the weekend" on Monday."""
    if isinstance(day, Stretch) and day.third is Third.ALL and day.period is not Period.MONTH:
        return Weekday(6, (Pick.THIS_WEEK, Pick.NEXT_WEEK, Pick.WEEK_AFTER)[min(day.ahead, 2)])
    return day


def _not_until(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "out until Thursday" is from Thursday on; "not after Friday" up to it."""
    day = values[-1]
    if isinstance(day, ByDay):
        return "D", [FromDay(Offset(1, base=day.last) if day.inclusive else day.last)]
    if isinstance(day, FromDay):
        before = day.first
        if isinstance(before, Offset) and before.days == 1 and before.base is not None:
            before = before.base  # "not after Friday": Friday is still in
        return "D", [ByDay(before, inclusive=True)]
    return None


def _between_parts(values: list[object], _letters: str, _manner: Manner) -> Made:
    """Two bounds are one window: "after 2 but before 5"."""
    first, second = (v for v in values if isinstance(v, TimeOfDay))
    if {first.way, second.way} != {Way.AFTER, Way.BEFORE} or first.part or second.part:
        return None
    start = first.start or second.start
    end = first.end or second.end
    return "τ", [TimeOfDay(Way.BETWEEN, start, end)]


def flipped(time: TimeOfDay) -> TimeOfDay | None:
    """What remains when a time is ruled out: "not after 8" is before 8. None where too much is left to say."""
    match time.way:
        case Way.AFTER:
            return TimeOfDay(Way.BEFORE, end=time.start, part=time.part)
        case Way.BEFORE:
            return TimeOfDay(Way.AFTER, start=time.end, part=time.part)
        case Way.PART if time.part in _LATE_PARTS:
            return TimeOfDay(Way.BEFORE, part=time.part)
        case Way.PART if time.part is not None:
            return TimeOfDay(Way.AFTER, part=time.part)
        case _:
            return None


_LATE_PARTS = frozenset(
    {Part.EVENING, Part.NIGHT, Part.LATE_EVENING, Part.LONG_EVENING, Part.LATE_NIGHT, Part.END_OF_DAY,
     Part.AFTER_WORK, Part.LATE_AFTERNOON,
     Part.AFTERNOON, Part.AFTER_LUNCH, Part.LONG_AFTERNOON, Part.EARLY_EVENING, Part.EARLY_NIGHT}
)  # fmt: skip


def _not_time(values: list[object], _letters: str, _manner: Manner) -> Made:
    time = next(v for v in values if isinstance(v, TimeOfDay))
    made = flipped(time)
    return ("τ", [made]) if made is not None else ("¬", ["not"])


def _neither(values: list[object], _letters: str, _manner: Manner) -> Made:
    """ "not before 10 or after 4" leaves what is between."""
    first, second = (v for v in values if isinstance(v, TimeOfDay))
    if (first.way, second.way) == (Way.BEFORE, Way.AFTER) and first.end and second.start:
        return "τ", [TimeOfDay(Way.BETWEEN, first.end, second.start)]
    return None


def _not_part(values: list[object], _letters: str, _manner: Manner) -> Made:
    part = next(v for v in values if isinstance(v, Part))
    made = flipped(TimeOfDay(Way.PART, part=part))
    return "τ¿", [made, "not a part"]


def _not_clock(_values: list[object], _letters: str, _manner: Manner) -> Made:
    return "¬", ["not"]


def _not_days(values: list[object], letters: str, _manner: Manner) -> Made:
    """ "any time but Thursday", "крім вихідних"."""
    days = tuple(v for v, k in zip(values, letters, strict=True) if k == "D")
    return "D", [AllBut(days)]  # type: ignore[arg-type]


def _not_those_days(values: list[object], letters: str, _manner: Manner) -> Made:
    made = _not_days(values, letters, _manner)
    return None if made is None else ("D¿", [*made[1], "trailing not"])


_X = f"[{_MARKS}]*[ncd][kh]?"

_DX = f"D[,{_MARKS}gδ]*{_X}"
_XD = f"{_X}[gδO,]*D"

TIMES = (
    rule("(?<![FδBιndc])n[@αj]+c(?![T2])", _day_at),
    rule(f"(?<=[cna])[)](?=[{_MARKS}]*[nc])", lambda v, _k, _m: ("|>", ["or", v[0]])),
    rule(f"(?<=[cna])[(](?=[{_MARKS}]*[nc])", lambda v, _k, _m: ("|<", ["or", v[0]])),
    rule("(?<=[T2α-])p[@αj]*[nc]k?", _part_hour),
    rule(f"[FδBι>]?(?:{_DX}|{_XD}|{_X}|D)[T2α-](?:[{_MARKS}]*{_DX}|{_X}[gδO]*D)", _across),
    rule(f"{_X}ƒ,?{_X}ð?k?[(]?", _range),
    rule(f"{_X}ð[(]", _before),  # type: ignore[arg-type]
    rule("[ƒð]?D[(]|Dð[(]", lambda v, k, m: _by_day([v[k.index("D")]], "D", m)),
    rule(f"[<vT(][O]*D[,{_MARKS}]*{_X}", _by_then),
    rule(f"[<vT][O]*D[,{_MARKS}i]*p", _by_part),
    rule(f"[FBιδ]N[T2α&-]{_X}", _until_then),
    rule(f"[FδBι>T]?{_X}[T2α-]+{_X}", _range),
    rule(f"[Bι]{_X}[&,T2α-]{_X}", _range),
    rule(f"[FδBι]{_X}v{_X}", _range),
    rule("c/c", _range),
    rule(f"{_X}ƒ?\\)", _after),  # type: ignore[arg-type]
    rule(f"{_X}ƒ?\\((?![{_MARKS}]*[ncd])", _before),  # type: ignore[arg-type]
    rule(f"Dƒ?\\)(?![{_MARKS}]*[ncd])", _day_onwards),
    rule(f"[>VFP]{_X}", _after),  # type: ignore[arg-type]
    rule(f"δ[{_MARKS}]*c", _after),  # type: ignore[arg-type]
    rule(f"[<vT(]{_X}", _before),  # type: ignore[arg-type]
    rule(f"\\){_X}", _after),  # type: ignore[arg-type]
    rule(f"[>V][{_MARKS}gδ]*p|p\\)", _after),  # type: ignore[arg-type]
    rule(f"[<vT][{_MARKS}gδ]*p|p\\(", _before),  # type: ignore[arg-type]
    rule("τ[,&X]*τ", _between_parts),
    rule("[!X][z@iO]*τ[|]+[z@iO]*τ", _neither),
    rule("[!X](?=[z@iOαυgτp]*[|&][^!X,;]*[τcpn])", lambda v, _k, _m: ("¿!", ["or", v[0]])),
    rule("[!XS][z@iO~,]*τ", _not_time),
    rule("τ[,]?[z]?!z?(?![τcnpD@iO])", _not_time),
    rule("τ[,&]*τ", _between_parts),
    rule("!(?=[z@iOαυg]*D[,@iO]*[pτc])|^X(?=[z@iOαυg]*D[,@iO]*[pτc])", lambda v, _k, _m: ("¿!", ["of a day", v[0]])),
    rule("[!XS][z@iOαυ]*p|p,?z?!z?(?![τcnpD@iO])", _not_part),
    rule("[!XS][z@iOαυ]*c", _not_clock),
    rule("[!XS][z@iOαυg]*D(?:[,&|@iO]*D)*", _not_days),
    rule("D,?ξ", _not_days),
    rule("D[z,]?!(?![τcnpD@iO])", _not_those_days),
    rule("[<v(][Oυ]*D(?!τ)", _by_day),
    rule("T[Oυα]*D", _by_day),
    rule("[>VFP)][Oυ]*D(?![T2-])", _from_day),
    rule("[!X][z@iO]*D", _not_until),
)
"""Windows within a day, and what is ruled out."""
