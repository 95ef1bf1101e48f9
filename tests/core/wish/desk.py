"""The desk of these tests: a shop open Monday to Friday 09:00-18:00, and a call on Tuesday 5 May 2026 at 11:20."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from callbacksheet.core.model import Issue
from callbacksheet.core.shop import DateOrder, Shop
from callbacksheet.core.wish import Wish, parse_wish

ZONE = ZoneInfo("Europe/Warsaw")
SHOP = Shop(zone=ZONE, date_order=DateOrder.DMY)
CALL = datetime(2026, 5, 5, 11, 20, tzinfo=ZONE)
REFUSED = "unreadable"


def windows(wish: Wish) -> str:
    """Its windows, first one first: "5 May 17:00-24:00 | 6 May 09:00-12:00"; a minute is shown by its start."""
    return " | ".join(_window(w.start, w.end) for w in wish.windows)


def _window(start: datetime, end: datetime) -> str:
    shown = f"{start.day} {start:%b %H:%M}"
    if (end - start).total_seconds() == 60:
        return shown
    if (end - start).days == 0 and f"{end:%H:%M}" == "00:00":
        return f"{shown}-24:00"
    return f"{shown}-{end:%H:%M}" if end.date() == start.date() else f"{shown} - {end.day} {end:%b %H:%M}"


def read(text: str, call: datetime = CALL, now: datetime | None = None, shop: Shop = SHOP) -> str:
    """How the desk reads a wish, in one line: its kind or windows, and a question mark where it is not sure."""
    wish = parse_wish(text, call, now or call, shop)
    if isinstance(wish, Issue):
        return REFUSED
    said = windows(wish) or wish.kind.value
    return said if wish.sure else f"{said} ?"
