"""Everything known of one caller: rows, lists and the latest of the history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.entries import entry_of, issues_of
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.past import keys_absorbed, line_entries, lines_page
from callbacksheet.cli.queue_page import queue_table, told_table
from callbacksheet.cli.rows import called, find_rows, no_such_row
from callbacksheet.cli.saying import count, listed
from callbacksheet.core.callback import Callback
from callbacksheet.core.merge import caller_of
from callbacksheet.core.model import Column, Phone
from callbacksheet.core.phones import parse_phone
from callbacksheet.core.plan import Plan, plan_tidy
from callbacksheet.core.shop import Blocked, Contact, Shop
from callbacksheet.core.snapshot import HistoryRow
from callbacksheet.errors import UsageError
from callbacksheet.runs import past

LATEST = 10
"""Lines of the history that are shown."""


@dataclass(frozen=True, slots=True)
class _Caller:
    """One caller: the rows with their positions, the number, and what the configured lists say of it."""

    rows: tuple[tuple[int, Callback], ...]
    phone: str
    contact: Contact | None
    blocked: Blocked | None


def known_of(context: Context, text: str) -> Result:
    """Raises UsageError where nobody is meant, or more than one caller is."""
    desk = open_desk(context, look_only=True)
    with context.working(f"Reading {desk.name}"):
        told = past.history(desk.sheet)
        plan = plan_tidy(told.snapshot, replace(desk.run, forced=True), desk.shop)
    caller = _caller(text, plan, desk.shop)
    callbacks = [callback for _, callback in caller.rows]
    lines = _lines(told.lines, callbacks)
    data: dict[str, Json] = {
        "phone": caller.phone or None,
        "contact": {"name": caller.contact.name, "owner": caller.contact.owner} if caller.contact else None,
        "blocked": {"reason": caller.blocked.reason} if caller.blocked else None,
        "callbacks": [entry_of(callback, plan, desk.now, desk.shop) for callback in callbacks],
        "history": line_entries(lines),
    }
    return Result(data, _page(caller, lines, desk), issues_of(plan, desk.shop, callbacks))


def _caller(text: str, plan: Plan, shop: Shop) -> _Caller:
    typed = parse_phone(text, shop.region)
    found = find_rows(text, plan.queue, shop)
    callers = {caller_of(callback) or callback.key: callback for callback in found}
    phones = {callback.phone.e164 for callback in found if callback.phone}
    if isinstance(typed, Phone):
        phones = {typed.e164}
    elif not found:
        raise no_such_row(text)
    elif len(callers) > 1:
        raise UsageError(
            f"“{text}” can be any of {len(callers)} callers: {'; '.join(map(called, callers.values()))}.",
            "Give the number, or the key of a row.",
        )
    meant = {callback.key for callback in found}
    rows = [(n, c) for n, c in enumerate(plan.queue, 1) if c.key in meant or (c.phone and c.phone.e164 in phones)]
    phone = next(iter(phones), "")
    return _Caller(
        tuple(rows),
        phone,
        next((contact for contact in shop.contacts if contact.phone == phone), None),
        next((blocked for blocked in shop.blacklist if blocked.phone == phone), None),
    )


def _lines(lines: Iterable[HistoryRow], callbacks: list[Callback]) -> tuple[HistoryRow, ...]:
    """The latest lines of these rows and of the rows merged into them."""
    every = tuple(lines)
    keys = {callback.key for callback in callbacks}
    keys |= keys_absorbed(every, keys)
    kept = [line for line in every if line.key in keys and line.column not in (Column.ID, Column.CALLS, Column.CHECK)]
    return tuple(kept[-LATEST:])


def _page(caller: _Caller, lines: tuple[HistoryRow, ...], desk: Desk) -> Page:
    callbacks = [callback for _, callback in caller.rows]
    page: Page = (Line(_head(caller, callbacks), Tone.STRONG), *_lists(caller))
    if caller.rows:
        page = (*page, queue_table(caller.rows, desk.now, desk.shop))
        page = (*page, *(Line(f"{c.key}: {_said(c)}", indent=2) for c in callbacks if _said(c)))
        page = (*page, *told_table(callbacks, desk.shop))
    return (*page, Line("What was changed last:"), *lines_page(lines, desk)) if lines else page


def _head(caller: _Caller, callbacks: list[Callback]) -> str:
    names = list(dict.fromkeys(c.name for c in callbacks if c.name))
    if caller.contact and caller.contact.name:
        names = names or [caller.contact.name]
    someone = listed([*names, *([caller.phone] if caller.phone else [])]) or "No name and no number"
    if not callbacks:
        return f"{someone}: no row in the tab."
    waiting = sum(callback.open for callback in callbacks)
    return f"{someone}: {count(len(callbacks), 'row')}, {waiting} open."


def _lists(caller: _Caller) -> Page:
    lines = []
    if caller.contact:
        owner = f", {caller.contact.owner} answers for it" if caller.contact.owner else ""
        lines.append(Line(f"A known contact{owner}.", indent=2))
    if caller.blocked:
        reason = caller.blocked.reason or "without a reason, so it is not obeyed"
        lines.append(Line(f"On the blacklist: {reason}.", Tone.WARN, indent=2))
    return tuple(lines)


def _said(callback: Callback) -> str:
    parts = (callback.outcome, callback.notes)
    return "; ".join(part for part in parts if part)
