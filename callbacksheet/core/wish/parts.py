"""R9.2, parts of the day: where each lies, and which half of the day an hour said with one is in."""

from __future__ import annotations

from functools import lru_cache

from callbacksheet.core.model import Span
from callbacksheet.core.shop import Dayparts
from callbacksheet.core.wish.spec import Part

PLAIN_DAYPARTS = Dayparts(
    morning=Span(540, 720),
    midday=Span(720, 840),
    afternoon=Span(810, 1080),
    evening=Span(1080, 1260),
    night=Span(1200, 1440),
)
"""What parts of the day mean where no shop says: the hours nearly everybody counts to them, within 07:00-21:00."""

AGREED = frozenset(
    {
        Part.MORNING,
        Part.AFTERNOON,
        Part.LONG_AFTERNOON,
        Part.EVENING,
        Part.LONG_EVENING,
        Part.AFTER_WORK,
        Part.WORK_HOURS,
    }
)
"""Parts that everybody places alike; of the others ("late afternoon", "lunchtime") only a shop can be sure."""

_NOON, _MIDNIGHT = 720, 1440

MORNINGS = frozenset({Part.DAWN, Part.FIRST_THING, Part.EARLY_MORNING, Part.MORNING, Part.LATE_MORNING})
_NIGHTS = frozenset({Part.NIGHT, Part.LONG_EVENING, Part.EARLY_NIGHT, Part.LATE_NIGHT, Part.SMALL_HOURS})
_MIDDAYS = frozenset({Part.MIDDAY, Part.DAYTIME})

EARLIER = {
    Part.MORNING: Part.EARLY_MORNING, Part.AFTERNOON: Part.EARLY_AFTERNOON, Part.LONG_AFTERNOON: Part.EARLY_AFTERNOON,
    Part.EVENING: Part.EARLY_EVENING, Part.NIGHT: Part.EARLY_NIGHT, Part.LONG_EVENING: Part.EARLY_NIGHT,
    Part.DAYTIME: Part.MORNING, Part.MIDDAY: Part.MIDDAY,
}  # fmt: skip
LATER = {
    Part.MORNING: Part.LATE_MORNING, Part.AFTERNOON: Part.LATE_AFTERNOON, Part.LONG_AFTERNOON: Part.DUSK,
    Part.EVENING: Part.LATE_EVENING, Part.NIGHT: Part.LATE_NIGHT, Part.LONG_EVENING: Part.LATE_NIGHT,
    Part.DAYTIME: Part.LATE_AFTERNOON, Part.MIDDAY: Part.MIDDAY,
}  # fmt: skip

MIDDLE = {
    Part.MORNING: Part.LATE_MORNING, Part.AFTERNOON: Part.MID_AFTERNOON, Part.LONG_AFTERNOON: Part.LATE_AFTERNOON,
    Part.DAYTIME: Part.MIDDAY,
}  # fmt: skip


def span_of(part: Part, dayparts: Dayparts, opening: int, closing: int) -> Span:
    """Where a part of the day lies, in minutes, for a day with these hours."""
    return _spans(dayparts, opening, closing, plain=dayparts is PLAIN_DAYPARTS)[part]


@lru_cache(maxsize=256)
def _spans(d: Dayparts, opening: int, closing: int, *, plain: bool) -> dict[Part, Span]:
    third = (d.afternoon.start + 30) // 60 * 60 + 60
    return {
        Part.DAWN: Span(300, 420),
        Part.FIRST_THING: Span(min(opening, _NOON - 60), _NOON),
        Part.EARLY_MORNING: Span(min(480, d.morning.start), 600),
        Part.MORNING: Span(max(d.morning.start, min(opening, d.morning.end - 1)), d.morning.end),
        Part.LATE_MORNING: Span(600, _NOON),
        Part.MIDDAY: d.midday,
        Part.DAYTIME: Span(max(540, opening), max(1020, d.afternoon.end)),
        Part.EARLY_AFTERNOON: Span(_NOON, third - 60),
        Part.AFTER_LUNCH: Span(780, 1020) if plain else d.afternoon,
        Part.AFTERNOON: d.afternoon,
        Part.MID_AFTERNOON: Span(840, 960),
        Part.LATE_AFTERNOON: Span(900, d.afternoon.end),
        Part.LONG_AFTERNOON: Span(960, 1140) if plain else d.afternoon,
        Part.DUSK: Span(1080, 1170) if plain else Span(1020, 1140),
        Part.END_OF_DAY: Span(max(closing - 60, 0), closing),
        Part.AFTER_SCHOOL: Span(900, 1140),
        Part.AFTER_WORK: Span(1020, 1260),
        Part.EARLY_EVENING: Span(min(1080, d.evening.start), 1140),
        Part.EVENING: d.evening,
        Part.LATE_EVENING: Span(1140, 1260),
        Part.LONG_EVENING: d.night if plain else d.evening,
        Part.EARLY_NIGHT: Span(1200, 1320),
        Part.NIGHT: d.night,
        Part.LATE_NIGHT: Span(1320, 1440),
        Part.SMALL_HOURS: Span(0, 240),
        Part.WORK_HOURS: Span(opening, closing),
    }


def in_part(minute: int, part: Part) -> int:
    """The minute of the day that an hour said with a part means: "8" in the evening is 20:00, "1" at night 01:00."""
    if minute >= _NOON + 60:
        return minute
    hour, past_noon = minute // 60, minute % _NOON
    if part in MORNINGS:
        return minute
    if part in _MIDDAYS:
        return minute if hour >= 9 else minute + _NOON
    if part in _NIGHTS:
        return past_noon + (_MIDNIGHT if hour == 12 else 0 if hour <= 5 else _NOON)
    if part is Part.WORK_HOURS:
        return minute if hour >= 8 else minute + _NOON
    if part in (Part.EVENING, Part.LATE_EVENING) and hour == 12:
        return past_noon + _MIDNIGHT
    return past_noon + _NOON
