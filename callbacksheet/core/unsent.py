"""R18, never silently: a row whose reminder failed, or may have, says so until somebody works it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from callbacksheet.core.callback import Callback
from callbacksheet.core.message import Kind
from callbacksheet.core.model import Code, NextSource
from callbacksheet.core.outbox import OUTBOX, About, Entry, Fate, Mark, read_outbox, utc_minute
from callbacksheet.core.state import State


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is not sure of one reminder: whom it was for, of what, and how the row stood then."""

    code: Code
    about: About


Doubts: TypeAlias = Mapping[str, tuple[Doubt, ...]]
"""By row key."""


def doubts_in(state: State | None) -> Doubts:
    """The rows somebody was not told of, or perhaps not: whatever address failed, while another one of theirs
    had the message nothing is said.
    """
    if state is None or not any(memo.kind == OUTBOX for memo in state.memos):
        return {}
    by_mark: defaultdict[Mark, list[Entry]] = defaultdict(list)
    stood: dict[Mark, About] = {}
    for entry in read_outbox(state).values():
        for about in entry.about:
            by_mark[about.mark].append(entry)
            stood[about.mark] = about
    found: defaultdict[str, list[Doubt]] = defaultdict(list)
    for mark, entries in by_mark.items():
        code = _code(entries)
        if code:
            found[mark.row].append(Doubt(code, stood[mark]))
    return {row: tuple(doubts) for row, doubts in found.items()}


def _code(entries: Iterable[Entry]) -> Code | None:
    fates = {entry.fate for entry in entries}
    if fates & {Fate.SENT, Fate.CLAIMED}:
        return None
    if Fate.HOLD in fates:
        return Code.REMINDER_UNKNOWN
    return Code.REMINDER_UNSENT if any(entry.given_up for entry in entries) else None


def with_reminders_told(callback: Callback, doubts: Doubts) -> Callback:
    """The row told of each person whose reminder of its present time is in doubt."""
    for doubt in doubts.get(callback.key, ()) if callback.open else ():
        mark = doubt.about.mark
        if minute_of(mark.kind, callback) == mark.minute and doubt.about.stood in ("", stood(callback)):
            callback = callback.tell(doubt.code, mark.to)
    return callback


def stood(callback: Callback) -> str:
    """How a row stands, as far as working it changes that; its next time is told apart by the mark's minute."""
    return f"{callback.status.value}|{callback.attempts}"


def due_since(callback: Callback) -> datetime | None:
    """When the row fell due; where the tool moved it on within that day, its window being missed, when it first did."""
    at, first = callback.next_at, callback.facts.moved_from
    if at is None or first is None or callback.next_source is NextSource.PERSON:
        return at
    first = first.astimezone(at.tzinfo)
    return first if first.date() == at.date() else at


def minute_of(kind: Kind, callback: Callback) -> datetime | None:
    """The minute in UTC for which a row is told something of a kind."""
    if kind is Kind.PROMISE:
        at = callback.promise_at
    elif kind is Kind.HANDED_OVER:
        at = callback.facts.handed_at
    else:
        at = due_since(callback)
    return utc_minute(at) if at else None
