"""R9, when to ring next: a person's time wins; else the wish, counted from its call; else the next open moment.

A time the tool gave stays until what it was reckoned from changes, and is moved once when its window is missed.
"""

from __future__ import annotations

from datetime import date, datetime, time

from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import text_of
from callbacksheet.core.hours import callable_at, is_open, moment, settle_wall_time
from callbacksheet.core.model import (
    CellValue,
    Code,
    Column,
    Formula,
    Issue,
    NextSource,
    Status,
    Urgency,
    Window,
)
from callbacksheet.core.shop import Shop
from callbacksheet.core.state import Facts
from callbacksheet.core.wish import Wish, WishKind, meet_again, parse_next, parse_wish
from callbacksheet.core.words import status_word

_PASSED = "the wished time has passed: call once then and agree a new time"


def typed_next(callback: Callback) -> bool:
    """Whether the Next callback cell holds something a person put there."""
    value = callback.cell(Column.NEXT_CALLBACK)
    return value is not None and bool(text_of(value)) and not is_given_next(value, callback.facts)


def is_given_next(value: CellValue, facts: Facts) -> bool:
    """Whether the time in a Next callback cell is the one that the tool gave of itself."""
    by_tool = facts.next_source not in ("", NextSource.PERSON.value)
    return by_tool and _naive(value) == _naive_of(facts.next_at)


def _naive(value: CellValue) -> CellValue:
    """The cell's minute, since a sheet may give seconds or a bare date back."""
    if isinstance(value, datetime):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, date):
        return datetime.combine(value, time())
    return value


def _naive_of(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=None, second=0, microsecond=0) if at else None


def with_wish(callback: Callback, now: datetime, shop: Shop) -> Callback:
    """The wish read, and told of where it is doubtful or cannot be read."""
    if not callback.wish_text:
        return callback
    call = callback.facts.wish_call or callback.received_at
    wish = parse_wish(callback.wish_text, call, max(now, call), shop)
    callback = callback.but(wish=wish)
    if isinstance(wish, Issue):
        return callback.tell(wish.code, *wish.details) if callback.open else callback
    window = wish.windows[0] if wish.windows else None
    callback = callback.but(window=window)
    return callback if wish.sure or not callback.open else callback.tell(Code.UNSURE_WISH, callback.wish_text)


def with_typed_next(callback: Callback, now: datetime, shop: Shop) -> Callback:
    """R9.1: what a person typed as the next time, made readable where it can be read, else told and kept."""
    if not typed_next(callback):
        return callback
    value = callback.cell(Column.NEXT_CALLBACK)
    if isinstance(value, Formula):
        value = value.shown
    since = _since(callback)
    match value:
        case datetime() if not _a_bare_date(value, shop):
            return _person_says(callback, settle_wall_time(value.replace(tzinfo=shop.zone)))
        case date():
            at = _opening(date(value.year, value.month, value.day), shop)
            why = "a day means its opening"
            return _person_says(callback.write(Column.NEXT_CALLBACK, at.replace(tzinfo=None), why), at)
        case time():
            value = value.strftime("%H:%M")
    text = text_of(value)
    reading = parse_next(text, since, now, shop)
    if isinstance(reading, Issue):
        return callback.tell(Code.UNPARSED_NEXT, text)
    if not reading.sure:
        callback = callback.tell(Code.UNSURE_NEXT, text)
    if reading.kind is not WishKind.TIMED:
        return callback.tell(Code.UNPARSED_NEXT, text)
    at = reading.windows[0].start
    naive = at.replace(tzinfo=None)
    if not reading.sure:
        return callback.but(typed_next_at=at)
    return _person_says(callback.write(Column.NEXT_CALLBACK, naive, f"“{text}” read as a time"), at)


def _person_says(callback: Callback, at: datetime) -> Callback:
    callback = callback.but(typed_next_at=at)
    return callback.remember(
        next_at=at,
        next_source=NextSource.PERSON.value,
        next_basis="",
        next_codes=(),
        window_end=None,
        moved=False,
        moved_from=None,
    )


def _a_bare_date(value: datetime, shop: Shop) -> bool:
    """Midnight is how sheets hold a day without a time, unless the shop is open then."""
    return value.time() == time() and not is_open(value.replace(tzinfo=shop.zone), shop)


def _opening(on: date, shop: Shop) -> datetime:
    spans = shop.hours.spans(on)
    return moment(shop.zone, on, spans[0].start if spans else 0)


def _since(callback: Callback) -> datetime:
    """When a person last changed the row: relative words in the next time count from then."""
    return max(callback.last_call, callback.facts.touched_at or callback.last_call)


def with_status_from_time(callback: Callback, shop: Shop) -> Callback:
    """R7: tried is Waiting, a time or a readable wish is Scheduled."""
    if callback.status is not Status.NEW:
        return callback
    status, why = _status_from_time(callback)
    if callback.told(Code.UNPARSED_STATUS):
        return callback.but(status=status)  # what was typed stays until a person chooses
    return callback.write(Column.STATUS, status_word(status, shop.language), why, status=status)


def _status_from_time(callback: Callback) -> tuple[Status, str]:
    if callback.attempts > callback.facts.attempts_before:
        return Status.WAITING, f"{callback.attempts} attempts were made"
    if callback.typed_next_at:
        return Status.SCHEDULED, "a next time is set"
    if _names_window(callback):
        return Status.SCHEDULED, "the caller named a time"
    return Status.NEW, "nobody has worked it yet"


def _names_window(callback: Callback) -> bool:
    return isinstance(callback.wish, Wish) and callback.wish.kind is WishKind.TIMED


def with_next(callback: Callback, now: datetime, shop: Shop) -> Callback:
    """An open row's next time; Done rows keep what they hold."""
    if not callback.open:
        return callback.but(next_at=callback.typed_next_at)
    if callback.typed_next_at:
        return callback.but(next_at=callback.typed_next_at, next_source=NextSource.PERSON)
    callback = _kept(callback, now, shop) or _reckoned(callback, now, shop)
    callback = _on_call(callback, now, shop)
    for code in callback.facts.next_codes:
        of_wish = code in (Code.MISSED_WINDOW, Code.OUTSIDE_HOURS)
        callback = callback.tell(Code(code), *((callback.wish_text,) if of_wish else ()))
    return _written(callback)


def _basis(callback: Callback) -> str:
    """All that a tool-given time depends on; while it is the same the time stays."""
    tried = f"{callback.attempts}" if callback.status is Status.WAITING else ""
    call = callback.facts.wish_call or callback.received_at
    return f"{callback.wish_text}|{call:%Y-%m-%d %H:%M}|{tried}"


def _kept(callback: Callback, now: datetime, shop: Shop) -> Callback | None:
    """The time given before, or that time moved once past its missed window; None when it must be reckoned."""
    facts = callback.facts
    if facts.next_at is None or facts.next_basis != _basis(callback):
        return None
    if not facts.moved and facts.window_end and now >= facts.window_end:
        kept = (code for code in facts.next_codes if code != Code.OUTSIDE_HOURS)
        codes = tuple(dict.fromkeys((*kept, Code.MISSED_WINDOW.value)))
        callback = _give(callback, callable_at(now, shop), NextSource(facts.next_source), codes, _PASSED)
        return callback.remember(moved=True, moved_from=facts.next_at)
    return callback.but(next_at=facts.next_at, next_source=NextSource(facts.next_source))


def _reckoned(callback: Callback, now: datetime, shop: Shop) -> Callback:
    callback = callback.remember(moved=False, moved_from=None, window_end=None, next_basis=_basis(callback))
    if callback.status is Status.WAITING:
        return _next_try(callback, now, shop)
    if not isinstance(callback.wish, Wish) or callback.window is None:
        why = "no time was wished" if not isinstance(callback.wish, Issue) else "nobody can read the wish"
        return _give(callback, callable_at(now, shop), NextSource.POLICY, (), f"{why}: the next open moment")
    return _by_wish(callback, callback.wish, callback.window, now, shop)


def _by_wish(callback: Callback, wish: Wish, window: Window, now: datetime, shop: Shop) -> Callback:
    """R9.4: the start of the window, or now within it; past it, call once now."""
    codes = tuple(code.value for code in wish.flags)
    if now >= window.end and not _point(window):
        return _missed(callback, codes, now, shop)
    if _point(window) and now > window.start:
        return _missed(callback, codes, now, shop)
    at = callable_at(max(window.start, now), shop)
    if at >= window.end and not (_point(window) and at == window.start):
        codes = (*codes, Code.OUTSIDE_HOURS.value)
    callback = _give(callback, at, NextSource.WISH, codes, wish.why)
    return callback.remember(window_end=window.end)


def _point(window: Window) -> bool:
    return window.start == window.end


def _missed(callback: Callback, codes: tuple[str, ...], now: datetime, shop: Shop) -> Callback:
    codes = (*codes, Code.MISSED_WINDOW.value)
    return _give(callback, callable_at(now, shop), NextSource.WISH, codes, _PASSED).remember(moved=True)


def _next_try(callback: Callback, now: datetime, shop: Shop) -> Callback:
    """R9.7: tried, and no person gave the next time: the same time of day again, else the next open moment."""
    codes = (Code.NEEDS_NEXT_TIME.value,)
    if callback.window and now < callback.window.end:
        at = callable_at(max(callback.window.start, now), shop)
        return _give(callback, at, NextSource.WISH, codes, "tried already: the wished time is still ahead")
    if isinstance(callback.wish, Wish) and (again := meet_again(callback.wish, now, shop)):
        at = callable_at(max(again.start, now), shop)
        callback = callback.but(window=again)
        return _give(callback, at, NextSource.WISH, codes, "tried already: the wished time of day again")
    return _give(callback, callable_at(now, shop), NextSource.POLICY, codes, "tried already: the next open moment")


def _on_call(callback: Callback, now: datetime, shop: Shop) -> Callback:
    """R9.6: urgent and outside hours is due now, for the person on call."""
    if not shop.on_call or callback.urgency is not Urgency.HIGH or is_open(now, shop):
        return callback
    if callback.next_at and callback.next_at > now:
        callback = _give(callback, now, NextSource.POLICY, (), "urgent and outside hours: due now").remember(moved=True)
    if not callback.owner:
        callback = callback.write(Column.OWNER, shop.on_call, "urgent and outside hours: on call", owner=shop.on_call)
    return callback


def _give(callback: Callback, at: datetime, source: NextSource, codes: tuple[str, ...], why: str) -> Callback:
    callback = callback.but(next_at=at, next_source=source)
    callback = callback.remember(next_at=at, next_source=source.value, next_codes=codes)
    if typed_words(callback):
        return callback
    return callback.write(Column.NEXT_CALLBACK, at.replace(tzinfo=None), why)


def typed_words(callback: Callback) -> bool:
    """Whether the cell holds words of a person that nobody could read: they stay."""
    return callback.told(Code.UNPARSED_NEXT)


def _written(callback: Callback) -> Callback:
    """The kept time stands in its cell, also after somebody emptied it."""
    if typed_words(callback) or callback.next_at is None:
        return callback
    return callback.write(Column.NEXT_CALLBACK, callback.next_at.replace(tzinfo=None), "the time reckoned before")
