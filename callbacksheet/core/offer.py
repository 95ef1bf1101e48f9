"""What to offer a caller without a time in mind: two windows of two hours, inside hours, where the list is shortest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from callbacksheet.core.callback import Callback
from callbacksheet.core.hours import before, later, next_open_day, open_windows
from callbacksheet.core.model import Window
from callbacksheet.core.shop import Shop

_LENGTH = 120
_OPEN_DAYS = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """A window to offer, and how many callbacks stand in it already."""

    window: Window
    load: int


def offers(queue: Sequence[Callback], now: datetime, shop: Shop) -> tuple[Offer, ...]:
    """Two windows of the next two open days that do not overlap, the sooner first; fewer where hours leave no more."""
    found = sorted(_all(queue, now, shop), key=lambda offer: (offer.load, offer.window.start))
    if not found:
        return ()
    first = found[0]
    second = next((offer for offer in found[1:] if _apart(offer.window, first.window)), None)
    chosen = (first, second) if second else (first,)
    return tuple(sorted(chosen, key=lambda offer: offer.window.start))


def _all(queue: Sequence[Callback], now: datetime, shop: Shop) -> Iterator[Offer]:
    for window in _windows(now, shop):
        inside = (c for c in queue if c.open and c.next_at and window.start <= c.next_at < window.end)
        yield Offer(window, sum(1 for _ in inside))


def _windows(now: datetime, shop: Shop) -> Iterator[Window]:
    """Every two hours from a full hour on that lie wholly inside one open span, later than now."""
    day = next_open_day(now.date(), shop.hours)
    for _ in range(_OPEN_DAYS):
        for span in open_windows(shop, day):
            start = span.start if before(now, span.start) else later(now, 60 - now.minute)
            start = later(start, -start.minute % 60)
            while not before(span.end, later(start, _LENGTH)):
                yield Window(start, later(start, _LENGTH))
                start = later(start, 60)
        day = next_open_day(day + timedelta(days=1), shop.hours)


def _apart(one: Window, other: Window) -> bool:
    return not (before(one.start, other.end) and before(other.start, one.end))
