"""R9.3, what a reading is met with, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from callbacksheet.core.model import Span
from callbacksheet.core.shop import Dayparts, Shop
from callbacksheet.core.wish.parts import PLAIN_DAYPARTS

PLAIN_HOURS = Span(420, 1260)
"""07:00-21:00: the day of a reader without a shop."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a reading is met with. ``strict``: a person typed it, so days and hours stand as typed."""

    zone: ZoneInfo
    dayparts: Dayparts
    shop: Shop | None
    strict: bool = False

    def spans(self, on: date) -> tuple[Span, ...]:
        """The hours of one day; plain reading hours without a shop."""
        return (PLAIN_HOURS,) if self.shop is None else self.shop.hours.spans(on)

    def is_open(self, on: date) -> bool:
        return self.strict or self.shop is None or bool(self.shop.hours.spans(on))


def plain_ground(zone: ZoneInfo) -> Ground:
    """No shop: whole days, the common parts of the day."""
    return Ground(zone, PLAIN_DAYPARTS, None)


def shop_ground(shop: Shop, *, strict: bool = False) -> Ground:
    return Ground(shop.zone, shop.dayparts, shop, strict)


@dataclass(frozen=True, slots=True)
class Met:
    """A window found. ``instant``: a moment was meant; ``open_end``: no end said; ``closed``: the day that was shut."""

    start: datetime
    end: datetime
    instant: bool = False
    open_end: bool = False
    closed: date | None = None
    doubt: bool = False
