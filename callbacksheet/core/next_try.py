"""R10's policy, the next try: soon after busy, the next callback block after no answer, another day after a message.

The caller's wish goes first where its window can still be met. A proposal is inside hours and never in the past.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from callbacksheet.core.callback import Callback
from callbacksheet.core.deeds import Tried, read_try
from callbacksheet.core.hours import before, blocks_on, callable_at, later, moment, next_open_day
from callbacksheet.core.model import Window
from callbacksheet.core.shop import Shop
from callbacksheet.core.wish import Wish, meet_again

_REST = {
    Tried.BUSY: 30,
    Tried.NO_ANSWER: 120,
    Tried.WRONG_NUMBER: 120,
    Tried.SPOKE: 120,
    Tried.VOICEMAIL: 240,
    Tried.MESSAGE: 240,
}
"""Minutes for which the caller is left in peace after an attempt."""
_FARTHEST_BLOCK = 14


def propose(callback: Callback, tried: Tried, now: datetime, shop: Shop) -> datetime:
    """When to try this caller next, after an attempt made now. Rounded up to five minutes, in the shop's zone."""
    rested = _rounded(later(now, _REST[tried]))
    if wished := _within(callback.window, rested, shop):
        return wished
    at = _wished_again(callback, rested, shop) or _next_block(rested, shop) or callable_at(rested, shop)
    latest = _last_day(callback, now, shop)
    if at.date() <= latest or not before(rested, moment(shop.zone, latest + timedelta(days=1), 0)):
        return at
    sooner = callable_at(rested, shop)
    return sooner if sooner.date() <= latest else at


def _rounded(at: datetime) -> datetime:
    return later(at, -at.minute % 5)


def _within(window: Window | None, at: datetime, shop: Shop) -> datetime | None:
    """The first open moment from ``at`` on that is still inside the window, or is the very minute that it names."""
    if window is None:
        return None
    first = callable_at(at if before(window.start, at) else window.start, shop)
    return first if before(first, window.end) or first == window.start else None


def _wished_again(callback: Callback, rested: datetime, shop: Shop) -> datetime | None:
    """The wished time of day on another day."""
    again = meet_again(callback.wish, rested, shop) if isinstance(callback.wish, Wish) else None
    return _within(again, rested, shop)


def _next_block(rested: datetime, shop: Shop) -> datetime | None:
    for days in range(_FARTHEST_BLOCK if shop.blocks else 0):
        for block in blocks_on(shop, rested.date() + timedelta(days=days)):
            start = callable_at(block.start, shop)
            if not before(start, rested):
                return start
    return None


def _last_day(callback: Callback, now: datetime, shop: Shop) -> date:
    """The last business day on which the tries of the policy are to be made."""
    tries = [read_try(text) for text in callback.facts.tries]
    first = tries[0].at.astimezone(shop.zone).date() if tries else now.date()
    day = first
    for _ in range(shop.attempts_within_days - 1):
        day = next_open_day(day + timedelta(days=1), shop.hours)
    return day
