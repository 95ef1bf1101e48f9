"""R12 and R14: whose row it is, whom we do not ring, and what was promised."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from callbacksheet.core.callback import Callback, joined
from callbacksheet.core.hours import before, is_open, moment, next_open_day, open_windows
from callbacksheet.core.model import Code, Column, Status
from callbacksheet.core.parse import with_status_given
from callbacksheet.core.shop import Shop
from callbacksheet.core.wish import Wish, WishKind

_BLOCKED = {"en": "blocked", "uk": "заблоковано", "ru": "заблокировано", "id": "diblokir", "es": "bloqueado"}


def with_blacklist(callback: Callback, shop: Shop) -> Callback:
    """R12: a listed number with a reason leaves the open queue visibly; without one the list is not obeyed."""
    if callback.phone is None:
        return callback
    listed = next((one for one in shop.blacklist if one.phone == callback.phone.e164), None)
    if listed is None:
        return callback
    if not listed.reason:
        return callback.tell(Code.BLACKLIST_NEEDS_REASON)
    callback = callback.tell(Code.BLOCKED, listed.reason)
    if not callback.open:
        return callback
    why = f"the number is on the blacklist: {listed.reason}"
    outcome = joined(callback.outcome, f"{_BLOCKED[shop.language]}: {listed.reason}")
    callback = callback.write(Column.OUTCOME, outcome, why, outcome=outcome)
    return with_status_given(callback, Status.DONE, why, shop)


def with_owner(callback: Callback, shop: Shop) -> Callback:
    """R14: an open row without an owner gets the number's person, else the shift's, else the head."""
    if not callback.open or callback.owner:
        return callback
    owner, why = _owner(callback, shop)
    return callback.write(Column.OWNER, owner, why, owner=owner) if owner else callback


def _owner(callback: Callback, shop: Shop) -> tuple[str, str]:
    for contact in shop.contacts:
        if callback.phone and contact.phone == callback.phone.e164 and contact.owner:
            return contact.owner, f"{contact.name or 'this number'} is theirs"
    if callback.next_at and (on_shift := shift_owner(callback.next_at, shop)):
        return on_shift, "on shift at that time"
    return shop.head, "nobody is on shift then: the head"


def shift_owner(at: datetime, shop: Shop) -> str:
    """Who is on shift at that moment; "" for nobody."""
    local = at.astimezone(shop.zone)
    minute = local.hour * 60 + local.minute
    return next((s.owner for s in shop.shifts[local.weekday()] if s.span.start <= minute < s.span.end), "")


def with_promise(callback: Callback, shop: Shop) -> Callback:
    """R14: a New row that came outside hours and names no time is promised a call the next business day."""
    if shop.promise_by is None or callback.status is not Status.NEW or is_open(callback.received_at, shop):
        return callback
    if isinstance(callback.wish, Wish) and callback.wish.kind is WishKind.TIMED:
        return callback
    minutes = shop.promise_by.hour * 60 + shop.promise_by.minute
    return callback.but(promise_at=moment(shop.zone, _day_that_opens_after(callback.received_at, shop), minutes))


def _day_that_opens_after(call: datetime, shop: Shop) -> date:
    """The first business day whose opening is still ahead: tomorrow's for a call in today's lunch break."""
    today = open_windows(shop, call.date())
    ahead = bool(today) and before(call, today[0].start)
    return call.date() if ahead else next_open_day(call.date() + timedelta(days=1), shop.hours)
