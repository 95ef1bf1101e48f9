"""R8, open moments: ``callable_at(t)`` is t inside business hours, else the next opening.

All arithmetic is on the clock of the shop's zone and stays correct when that clock is put forward or back:
durations are added in UTC, and a wall time that a spring change skips becomes the first one that exists.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from callbacksheet.core.model import Span, Window
from callbacksheet.core.shop import Hours, Shop

FARTHEST_OPENING = 400
"""Days looked ahead for an opening; a shop closed for longer is treated as always open."""


@lru_cache(maxsize=8192)
def moment(zone: ZoneInfo, on: date, minutes: int) -> datetime:
    """The wall-clock moment ``minutes`` after local midnight of ``on``; 1440 is the next midnight."""
    days, rest = divmod(minutes, 1440)
    naive = datetime.combine(on + timedelta(days=days), datetime.min.time()) + timedelta(minutes=rest)
    return settle_wall_time(naive.replace(tzinfo=zone))


def settle_wall_time(at: datetime) -> datetime:
    """The same moment as a wall time that exists (a time skipped in spring moves past the gap)."""
    return at.astimezone(UTC).astimezone(at.tzinfo)


def later(at: datetime, minutes: int) -> datetime:
    """``minutes`` of real time after ``at``, on the same zone's clock."""
    return (at.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(at.tzinfo)


def before(first: datetime, second: datetime) -> bool:
    """Whether ``first`` is really earlier, also within the hour that autumn repeats."""
    if first.tzinfo is not second.tzinfo:
        return first < second
    ahead, behind = first.utcoffset(), second.utcoffset()
    if ahead is None or behind is None or ahead == behind:
        return first < second
    return first - ahead < second - behind


def open_windows(shop: Shop, on: date) -> tuple[Window, ...]:
    """The shop's open spans of one local date as moments."""
    return tuple(span_on(shop.zone, on, span) for span in shop.hours.spans(on))


@lru_cache(maxsize=4096)
def span_on(zone: ZoneInfo, on: date, span: Span) -> Window:
    """A span of the day as a window of one date."""
    return Window(moment(zone, on, span.start), moment(zone, on, span.end))


def blocks_on(shop: Shop, on: date) -> tuple[Window, ...]:
    """The callback blocks of one local date, without those that lie wholly outside its hours."""
    hours = open_windows(shop, on)
    blocks = (span_on(shop.zone, on, span) for span in shop.blocks)
    return tuple(b for b in blocks if any(before(b.start, w.end) and before(w.start, b.end) for w in hours))


def is_open(at: datetime, shop: Shop) -> bool:
    """Whether the shop is open at this moment."""
    return any(w.start <= at < w.end for w in open_windows(shop, at.astimezone(shop.zone).date()))


def callable_at(at: datetime, shop: Shop) -> datetime:
    """``at`` itself inside business hours, else the next opening."""
    at = at.astimezone(shop.zone)
    for days in range(FARTHEST_OPENING):
        for window in open_windows(shop, at.date() + timedelta(days=days)):
            if before(at, window.end):
                return at if not before(at, window.start) else window.start
    return at


def next_open_day(on: date, hours: Hours) -> date:
    """``on`` if the shop opens at all that date, else the next date it does."""
    for days in range(FARTHEST_OPENING):
        if hours.spans(on + timedelta(days=days)):
            return on + timedelta(days=days)
    return on
