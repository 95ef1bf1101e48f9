"""R9, from a reduced line to what was said: days and times put together, alternatives apart, doubt counted.

A doubtful reading is never passed off as a sure one: every way of doubt is listed in ``_doubt``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from callbacksheet.core.wish.clocks import clock_of
from callbacksheet.core.wish.lexicon.table import Number
from callbacksheet.core.wish.lexing import Line
from callbacksheet.core.wish.parts import in_part
from callbacksheet.core.wish.spec import (
    AllBut,
    Among,
    Clock,
    Date,
    Day,
    InDay,
    Offset,
    Part,
    Said,
    SameTime,
    Soon,
    TimeOfDay,
    Way,
    Weekday,
)  # fmt: skip

_SPLIT = re.compile("[|;]")
_CLAUSES = re.compile("[,|;]")
_NOT = re.compile("[!X]")
_TIMED = re.compile("[DτpcnG]")
_WITH_ALTERNATIVES = frozenset(",&/")


@dataclass(slots=True)
class Found:
    """One alternative while it is being put together."""

    day: Day | None = None
    time: TimeOfDay | None = None
    whole: Said | None = None
    doubt: bool = False

    @property
    def empty(self) -> bool:
        return self.day is None and self.time is None and self.whole is None


def compose(line: Line) -> tuple[tuple[Said, ...], bool]:
    """What was said, and whether anything is in doubt; () where nothing was."""
    found: list[Found] = []
    doubt = "¿" in line.letters
    if "¬" in line.letters or _unread_not(line.letters):
        return (), True
    start = 0
    breaks = [m.start() for m in _SPLIT.finditer(line.letters)] + [len(line.letters)]
    for stop in breaks:
        each = _segment(line.letters[start:stop], line.values[start:stop])
        if found and each and line.letters[start - 1 : start] == ";":
            _join_sentences(found, each)
        else:
            found.extend(each)
        start = stop + 1
    _share(found)
    said = tuple(dict.fromkeys(_said(f) for f in found if not f.empty))
    return said, doubt or any(f.doubt for f in found) or (len(said) > 1 and Soon.ANYTIME in said)


def _unread_not(letters: str) -> bool:
    """Whether a "not" or "except" stays beside a day or time it was not understood with: never passed over."""
    return any(_NOT.search(clause) and _TIMED.search(clause) for clause in _CLAUSES.split(letters))


def _join_sentences(found: list[Found], each: list[Found]) -> None:
    """ "Tomorrow. After 5." is one wish; otherwise the second sentence is another way."""
    last, first = found[-1], each[0]
    complete = (last.day and first.day) or (last.time and first.time) or last.whole or first.whole
    if complete:
        found.extend(each)
        return
    last.day, last.time = last.day or first.day, last.time or first.time
    found.extend(each[1:])


def _segment(letters: str, values: list[object]) -> list[Found]:
    """One stretch of text without "or": usually one day and one time, in either order."""
    found = [Found()]
    joint = ""
    for place, (letter, value) in enumerate(zip(letters, values, strict=True)):
        if letter == "D":
            _add_day(found, value, joint)
        elif letter == "n" and not _number_is_hour(value, letters, place):
            found[-1].doubt = found[-1].doubt or (isinstance(value, Number) and value.value <= 31)
        elif letter in "τcdpn":
            _add_time(found, letter, value, letters, place, joint)
        elif letter in "GZYN=":
            _add_whole(found, letter, value)
        elif letter in _WITH_ALTERNATIVES:
            joint = letter
            continue
        joint = joint if letter in "@O~αjυi" else ""
    return [f for f in found if not f.empty]


def _add_day(found: list[Found], day: object, joint: str) -> None:
    last = found[-1]
    if last.day is None:
        last.day = day  # type: ignore[assignment]
        return
    if (isinstance(day, AllBut) and isinstance(last.day, Among)) or isinstance(last.day, AllBut):
        last.doubt = last.doubt or not isinstance(day, AllBut)
        if isinstance(day, AllBut) and isinstance(last.day, AllBut):
            last.day = AllBut((*last.day.days, *day.days))
        elif isinstance(last.day, Among) and isinstance(day, AllBut):
            out = {getattr(d, "weekday", -1) for d in day.days}
            last.day = Among(last.day.weekdays - out)
        return
    if isinstance(day, AllBut):
        last.doubt = True
        return
    if joint == "," and isinstance(last.day, (Weekday, Date)) and isinstance(day, (Weekday, Date)):
        agreed = _agreed(last.day, day)
        if agreed is not None:
            last.day = agreed  # "Friday, 15 May" is one day
            return
    if joint or last.time is not None:
        found.append(Found(day=day))  # type: ignore[arg-type]
        return
    agreed = _agreed(last.day, day)
    if agreed is None:
        last.doubt = True
    else:
        last.day = agreed


def _agreed(one: object, two: object) -> Day | None:
    """Two days that may be one: "Friday, 15 May", "today Tuesday", "in 3 days on Friday"."""
    for day, other in ((one, two), (two, one)):
        weekday = getattr(other, "weekday", None)
        if weekday is not None and not hasattr(day, "weekdays"):
            if isinstance(day, Date) and day.weekday is None:
                return replace(day, weekday=weekday)
            if isinstance(day, Offset) and isinstance(other, Weekday) and 0 <= day.days <= 3:
                return replace(day, weekday=weekday)
    return one if one == two else None  # type: ignore[return-value]


def _add_time(found: list[Found], letter: str, value: object, letters: str, _place: int, joint: str) -> None:
    last = found[-1]
    time = _time_of(letter, value)
    if time is None:
        return
    if letters.strip(",@~") == "n" and isinstance(value, Number) and value.value > 12:
        last.doubt = True
    if last.time is None:
        last.time = time
        return
    both = _together(last.time, time)
    if Way.BETWEEN in (last.time.way, time.way) and Part.MIDDAY in (last.time.part, time.part):
        last.doubt = True  # "from 1 to 2 lunch": the hour to call, or the hour not to
    if both is not None:
        last.time = both
    elif joint:
        found.append(Found(time=time))
    else:
        last.doubt = True


def _time_of(letter: str, value: object) -> TimeOfDay | None:
    if letter == "τ":
        return value if isinstance(value, TimeOfDay) else None
    if letter == "p":
        return TimeOfDay(Way.PART, part=value) if isinstance(value, Part) else None
    clock = clock_of(value)
    return None if clock is None else TimeOfDay(Way.AT, start=clock)


def _number_is_hour(value: object, letters: str, place: int) -> bool:
    """A bare number is an hour alone, or beside a day or a part of one; not beside words nobody knows."""
    if not isinstance(value, Number) or (value.digits == 3 and not _by_day_or_part(letters, place)):
        return False
    if letters.strip(",@~ðä") == "n":
        return 0 < value.value <= 24 or (value.digits == 4 and value.value % 5 == 0)
    return _by_day_or_part(letters, place)


def _by_day_or_part(letters: str, place: int) -> bool:
    before, after = letters[:place].rstrip(",@~Ogδðä"), letters[place + 1 :].lstrip(",@~Ogδðäk")
    return before[-1:] in ("D", "p") or (after[:1] in ("D", "p") and before[-1:] != "?")


def _together(one: TimeOfDay, two: TimeOfDay) -> TimeOfDay | None:
    """A part of the day with a clock time or range in it settles am or pm; a range beats the part around it."""
    part = one.part if one.way is Way.PART else two.part if two.way is Way.PART else None
    other = two if one.way is Way.PART else one
    if part is None or other.way is Way.PART or other.part is not None:
        return None
    return replace(other, start=_settled(other.start, part), end=_settled(other.end, part))


def _settled(clock: Clock | None, part: Part) -> Clock | None:
    if clock is None or clock.fixed:
        return clock
    return Clock(in_part(clock.minute, part), fixed=True)


def _add_whole(found: list[Found], letter: str, value: object) -> None:
    last = found[-1]
    if letter == "G":
        last.whole = last.whole or value  # type: ignore[assignment]
    elif letter == "Z":
        last.whole = last.whole or Soon.ASAP
    elif letter == "Y":
        last.whole = last.whole or Soon.ANYTIME
    elif letter == "N":
        last.whole = last.whole or Soon.NOW
    else:
        last.whole = SameTime(Offset(0))


def _share(found: list[Found]) -> None:
    """ "Monday or Tuesday after 3" shares the time; "tomorrow at 3 or at 5" the day."""
    for before, each in pairwise(found):
        if each.day is None and each.time and before.day and before.time and each.whole is None:
            each.day = before.day
    for before, each in zip(found[-2::-1], found[:0:-1], strict=False):
        if before.time is None and before.day and each.time and each.day and before.whole is None:
            before.time = each.time


def _said(found: Found) -> Said:
    if isinstance(found.whole, SameTime):
        return SameTime(found.day or Offset(0))
    if found.whole is Soon.ANYTIME and not (found.day is None and found.time is None):
        return InDay(found.day, found.time)
    if found.whole in (Soon.ASAP, Soon.NOW) and found.time is not None:
        return InDay(found.day, found.time)
    if found.whole is not None:
        return found.whole
    return InDay(found.day, found.time)
