"""R9, what a wish says, in no language: times of day, days, and how they go together.

A reader fills these in; ``resolve`` meets them with a call, a shop and its hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Part(StrEnum):
    """A named part of the day. The shop's dayparts say where the plain ones lie."""

    DAWN = "dawn"
    FIRST_THING = "first thing"
    EARLY_MORNING = "early morning"
    MORNING = "morning"
    LATE_MORNING = "late morning"
    MIDDAY = "midday"
    DAYTIME = "daytime"
    EARLY_AFTERNOON = "early afternoon"
    AFTER_LUNCH = "after lunch"
    AFTERNOON = "afternoon"
    MID_AFTERNOON = "mid afternoon"
    LATE_AFTERNOON = "late afternoon"
    LONG_AFTERNOON = "afternoon to evening"
    DUSK = "end of the long afternoon"
    END_OF_DAY = "end of day"
    AFTER_SCHOOL = "after school"
    AFTER_WORK = "after work"
    EARLY_EVENING = "early evening"
    EVENING = "evening"
    LATE_EVENING = "late evening"
    LONG_EVENING = "evening to night"
    EARLY_NIGHT = "early night"
    NIGHT = "night"
    LATE_NIGHT = "late night"
    SMALL_HOURS = "small hours"
    WORK_HOURS = "business hours"


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as said. ``fixed``: am or pm is known; else ``minute`` is the reading before noon (12:30 stays 750).

    ``full``: said on a 24-hour clock (15:30, 09:00). ``weak``: a bare number that only its place makes a time.
    ``digital``: typed with a colon.
    """

    minute: int
    fixed: bool = False
    full: bool = False
    weak: bool = False
    digital: bool = False


class Way(StrEnum):
    """How a clock time bounds a window."""

    AT = "at"
    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    PART = "part"


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """When in a day. BETWEEN has both ends; PART a part, and perhaps bounds within it."""

    way: Way
    start: Clock | None = None
    end: Clock | None = None
    part: Part | None = None


class Pick(StrEnum):
    """Which of the days that fit."""

    NEAREST = "nearest"
    THIS = "this"
    NEXT = "next"
    AFTER_NEXT = "after next"
    THIS_WEEK = "this week"
    NEXT_WEEK = "next week"
    WEEK_AFTER = "the week after next"


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days from the day of the call, or from another day that was said."""

    days: int
    base: Day | None = None
    working: bool = False
    months: int = 0
    weekday: int | None = None
    """The weekday that was named with it; the two may disagree."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, Monday 0. ``contested``: its language has no agreed "next"."""

    weekday: int
    pick: Pick = Pick.NEAREST
    nearest_next: bool = False
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date; without a year the next such date, without a month the next such day.

    ``months``: 1 is this month's, 2 next month's, 0 the next that comes. ``swap``: day and
    month may be the other way round, nobody said.
    """

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    months: int = 0
    swap: bool = False


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """ "The first Friday of next month": ``ahead`` of the present month, or in a named one; -1 is the last."""

    nth: int
    weekday: int
    ahead: int
    month: int | None = None


class Period(StrEnum):
    WEEK = "week"
    WEEKEND = "weekend"
    WORK_WEEK = "work week"
    MONTH = "month"


class Third(StrEnum):
    """Which end of a period."""

    ALL = "all"
    START = "start"
    MIDDLE = "middle"
    END = "end"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A week, weekend or month, ``ahead`` of the present one."""

    period: Period
    ahead: int = 0
    third: Third = Third.ALL
    month: int | None = None


@dataclass(frozen=True, slots=True)
class NextDays:
    """The next ``days`` days, not counting the day of the call."""

    days: int
    working: bool = False


@dataclass(frozen=True, slots=True)
class Among:
    """Any day whose weekday is among these: the first one that comes."""

    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class AllBut:
    """Any day but those."""

    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Until:
    """From one day to another, both counted in."""

    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class ByDay:
    """From now to that day: to its start where ``inclusive`` is not set."""

    last: Day
    inclusive: bool


@dataclass(frozen=True, slots=True)
class FromDay:
    """From that day on."""

    first: Day


Day: TypeAlias = Offset | Weekday | Date | NthWeekday | Stretch | NextDays | Among | AllBut | Until | ByDay | FromDay


@dataclass(frozen=True, slots=True)
class Ahead:
    """A length of time from the call: at its end, or ``within`` it."""

    minutes: int
    within: bool = False


@dataclass(frozen=True, slots=True)
class InDay:
    """A day, a time of day, or both: what most wishes are."""

    day: Day | None = None
    time: TimeOfDay | None = None


@dataclass(frozen=True, slots=True)
class Across:
    """From a time on one day to a time on another."""

    first: InDay
    last: InDay


@dataclass(frozen=True, slots=True)
class SameTime:
    """The clock time of the call, on another day."""

    day: Day


class Soon(StrEnum):
    ASAP = "asap"
    ANYTIME = "anytime"
    NOW = "now"


Said: TypeAlias = InDay | Ahead | Across | SameTime | Soon


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says: alternatives in the caller's order, and whether that is beyond doubt."""

    said: tuple[Said, ...]
    sure: bool
    language: str = ""
