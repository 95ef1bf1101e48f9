"""R9.2, a time of day in minutes: which half of the day a bare hour means, and where a range ends."""

from __future__ import annotations

from callbacksheet.core.model import Span
from callbacksheet.core.wish.ground import PLAIN_HOURS, Ground
from callbacksheet.core.wish.parts import span_of
from callbacksheet.core.wish.spec import (
    Clock,
    Part,
    TimeOfDay,
    Way,
)  # fmt: skip

_DAY, _HALF = 1440, 720


def either_half(clock: Clock | None) -> bool:
    """Typed as "3:30": nearly always the afternoon at a desk, but without one a 24-hour clock may be meant."""
    return clock is not None and clock.digital and not clock.fixed and 60 <= clock.minute < 420


def minutes_of(time: TimeOfDay, spans: tuple[Span, ...], since: int, ground: Ground) -> tuple[int, int]:
    opening, closing = spans[0].start, spans[-1].end
    part = None if time.part is None else span_of(time.part, ground.dayparts, opening, closing)
    match time.way:
        case Way.PART if part is not None:
            return part.start, part.end
        case Way.AFTER:
            start = part.end if part else _pick(time.start, spans, since, ground)
            return min(start, _DAY - 1), _DAY
        case Way.BEFORE:
            end = part.start if part else _pick(time.end, spans, since, ground)
            if time.part is Part.END_OF_DAY:
                end = closing if ground.shop is not None else _DAY
            first = opening if ground.shop is not None and opening < end else 0
            return first, end
        case Way.BETWEEN:
            return _between(time.start, time.end, spans, since, ground)
        case _:
            at = _pick(time.start, spans, since, ground)
            return at, at + 1


def _pick(clock: Clock | None, spans: tuple[Span, ...], since: int, ground: Ground) -> int:
    """Am or pm of a bare hour: the one in business hours, else pm for 1-7 and 12, am for 8-11."""
    if clock is None:
        return 0
    if clock.fixed or (clock.full and clock.minute >= 360):
        return clock.minute
    early = clock.minute % _HALF
    options = [m for m in (early, early + _HALF) if any(s.start <= m < s.end for s in spans) or _closing(m, ground)]
    if len(options) == 2:
        return options[0] if options[0] >= since else options[1] if options[1] >= since else options[0]
    if options:
        return options[0]
    return early if early >= 480 else early + _HALF


def _closing(minute: int, ground: Ground) -> bool:
    """Without a shop the day's last hour counts as within."""
    return ground.shop is None and minute == PLAIN_HOURS.end


def _between(
    start: Clock | None, end: Clock | None, spans: tuple[Span, ...], since: int, ground: Ground
) -> tuple[int, int]:
    """ "9 to 5pm" starts in the morning, "5 to 6pm" does not; "8am until 6" ends in the evening."""
    assert start is not None
    assert end is not None
    if start.fixed and end.fixed:
        return _forward(start.minute, end.minute)
    literal = start.full or end.full
    if literal and start.minute < end.minute:
        return start.minute, end.minute
    if end.fixed:
        early = start.minute % _HALF
        return _forward(min((early, early + _HALF), key=lambda m: (end.minute - m - 1) % _DAY), end.minute)
    early = end.minute % _HALF
    ends = (early, early + _HALF, early + _DAY, early + _DAY + _HALF)
    first = start.minute if start.fixed else _pick(start, spans, 0, ground)
    last = next(m for m in ends if m > first)
    if start.fixed or last > since:
        return first, last
    first = _pick(start, spans, since, ground)
    return first, next(m for m in ends if m > first)


def _forward(start: int, end: int) -> tuple[int, int]:
    return (start, end) if end > start else (start, end + _DAY)
