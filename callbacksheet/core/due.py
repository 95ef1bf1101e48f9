"""R11 and R18, as time passes: due, overdue, and rows that everybody has forgotten."""

from __future__ import annotations

from datetime import datetime

from callbacksheet.core.callback import Callback
from callbacksheet.core.hours import before, later
from callbacksheet.core.model import Code
from callbacksheet.core.wish import Wish, WishKind

ZOMBIE_AFTER = 48 * 60
"""Minutes."""


def is_due(callback: Callback, now: datetime) -> bool:
    return callback.open and callback.next_at is not None and not before(now, callback.next_at)


def is_overdue(callback: Callback, now: datetime) -> bool:
    return callback.open and callback.next_at is not None and before(callback.next_at, now)


def is_zombie(callback: Callback, now: datetime) -> bool:
    """Open, nothing done by a person for 48 hours, and no time ahead that a person or the caller set."""
    if not callback.open or before(now, later(last_activity(callback), ZOMBIE_AFTER)):
        return False
    if callback.typed_next_at:
        return before(callback.typed_next_at, now)
    return not (isinstance(callback.wish, Wish) and callback.wish.kind is WishKind.TIMED)


def last_activity(callback: Callback) -> datetime:
    """The latest of its calls and a person's edits; the tool's own changes never count."""
    touched = callback.facts.touched_at
    return max(callback.last_call, touched) if touched else callback.last_call


def with_time_told(callback: Callback, now: datetime) -> Callback:
    if callback.next_at and is_overdue(callback, now):
        callback = callback.tell(Code.OVERDUE, callback.next_at.strftime("%Y-%m-%d %H:%M"))
    if is_zombie(callback, now):
        callback = callback.tell(Code.ZOMBIE)
    return callback
