"""R10's policy, the next try: soon after busy, the next callback block after no answer, another day after a message.

The caller's wish goes first where its window can still be met. A proposal is inside hours and never in the past.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from callbacksheet.core.callback import Callback
from callbacksheet.core.deeds import Tried, read_try
from callbacksheet.core.hours import before, callable_at, later, moment, next_open_day, span_on
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
    if tried is Tried.BUSY and (wished := _within(callback.window, rested)):
        return wished
    at = _by_wish(callback, rested, shop) or _next_block(rested, shop) or callable_at(rested, shop)
    latest = _last_day(callback, now, shop)
    if at.date() <= latest or not before(rested, moment(shop.zone, latest + timedelta(days=1), 0)):
        return at
    sooner = callable_at(rested, shop)
    return sooner if sooner.date() <= latest else at


def _rounded(at: datetime) -> datetime:
    return later(at, -at.minute % 5)


def _within(window: Window | None, at: datetime) -> datetime | None:
    """``at`` or the start of the window, where that is still inside it."""
    if window is None:
        return None
    start = at if before(window.start, at) else window.start
    return start if before(start, window.end) else None


def _by_wish(callback: Callback, rested: datetime, shop: Shop) -> datetime | None:
    wished = _within(callback.window, rested)
    if wished is None and isinstance(callback.wish, Wish) and (again := meet_again(callback.wish, rested, shop)):
        wished = _within(again, rested)
    return callable_at(wished, shop) if wished else None


def _next_block(rested: datetime, shop: Shop) -> datetime | None:
    for days in range(_FARTHEST_BLOCK if shop.blocks else 0):
        on = rested.date() + timedelta(days=days)
        for span in shop.blocks if shop.hours.spans(on) else ():
            block = span_on(shop.zone, on, span)
            if not before(block.start, rested):
                return block.start
    return None


def _last_day(callback: Callback, now: datetime, shop: Shop) -> date:
    """The last business day on which the tries of the policy are to be made."""
    tries = [read_try(text) for text in callback.facts.tries]
    first = tries[0].at.astimezone(shop.zone).date() if tries else now.date()
    day = first
    for _ in range(shop.attempts_within_days - 1):
        day = next_open_day(day + timedelta(days=1), shop.hours)
    return day
