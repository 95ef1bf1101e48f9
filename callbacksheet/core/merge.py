"""R2, R5, R6: rows equal in caller, day and reason become one row, and nothing said is lost.

The earliest call's row survives; what the others said joins it, and they leave the tab whole into the history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from callbacksheet.core.attempts import final_messages
from callbacksheet.core.callback import Callback, joined
from callbacksheet.core.keys import number_of
from callbacksheet.core.model import Code, Column, Formula, NextSource, Status
from callbacksheet.core.nextcall import typed_next, with_typed_next
from callbacksheet.core.parse import read_callback, with_status_given
from callbacksheet.core.shop import RepeatCalls, Shop
from callbacksheet.core.text import bare, fold
from callbacksheet.core.words import urgency_word

_ALSO = {
    "en": "also: {0}",
    "uk": "також: {0}",
    "ru": "также: {0}",
    "id": "juga: {0}",
    "es": "también: {0}",
}

CLEARLY_DIFFERENT = 80
"""Of 100, the likeness below which two names of one number are two people."""


@dataclass(frozen=True, slots=True)
class Merge:
    """One survivor and the rows that went into it, in the order of their calls."""

    survivor: Callback
    absorbed: tuple[Callback, ...]


def caller_of(callback: Callback) -> str | None:
    """R2, who called: the number, or the name where no digit was typed; None is nobody else's duplicate."""
    if callback.phone:
        return callback.phone.identity
    if callback.told(Code.BAD_PHONE) or any(c.isdigit() for c in callback.phone_text):
        return None
    name = fold(callback.name).replace(" ", "")
    return f"name:{name}" if name else None


def merge_rows(
    callbacks: Sequence[Callback], mergeable: Sequence[Callback], now: datetime, shop: Shop
) -> tuple[list[Callback], list[Merge]]:
    """One row per caller, day and reason among the ``mergeable``. Returns the rows that stay, and the merges made."""
    merged: dict[str, Callback] = {}
    gone: set[str] = set()
    merges: list[Merge] = []
    for group in _groups(mergeable, shop):
        if merge := _merged(group, now, shop):
            merged[merge.survivor.key] = merge.survivor
            gone |= {one.key for one in merge.absorbed}
            merges.append(merge)
    return [merged.get(one.key, one) for one in callbacks if one.key not in gone], merges


def _groups(callbacks: Sequence[Callback], shop: Shop) -> list[list[Callback]]:
    by_day: defaultdict[tuple[str, str, date], list[Callback]] = defaultdict(list)
    for callback in callbacks:
        if caller := caller_of(callback):
            by_day[caller, callback.reason_key, callback.received_at.date()].append(callback)
    groups = [sorted(group, key=call_order) for group in by_day.values()]
    return _joined_while_open(groups) if shop.repeat_calls is RepeatCalls.WHILE_OPEN else groups


def call_order(callback: Callback) -> tuple[float, int]:
    """By the call, then by when the row was first seen; never by place, which a tidy changes."""
    return callback.received_at.timestamp(), number_of(callback.key)


def _joined_while_open(groups: list[list[Callback]]) -> list[list[Callback]]:
    """`repeat_calls = "while-open"`: a later day's call joins the open row of the same caller and reason."""
    chains: defaultdict[tuple[str | None, str], list[list[Callback]]] = defaultdict(list)
    for group in sorted(groups, key=lambda g: call_order(g[0])):
        chain = chains[caller_of(group[0]), group[0].reason_key]
        if chain and chain[-1][-1].open:
            chain[-1].extend(group)
        else:
            chain.append(group)
    return [group for chain in chains.values() for group in chain]


def _merged(group: list[Callback], now: datetime, shop: Shop) -> Merge | None:
    """These as one row. Where what one says would have to go into a formula, which is never touched, rows with a
    formula stay as they are, and the others become one beside them.
    """
    return _into_one(group, now, shop) or _into_one([one for one in group if not _has_formula(one)], now, shop)


def _has_formula(callback: Callback) -> bool:
    return any(isinstance(cell, Formula) for cell in callback.row.cells)


def _into_one(group: list[Callback], now: datetime, shop: Shop) -> Merge | None:
    """None where there is nothing to merge, or the row that stays cannot hold what the others say."""
    if len(group) < 2:
        return None
    home = next((one for one in group if not one.row.incoming), group[0])
    others = [one for one in group if one is not home]
    survivor = _absorb(group, home, others, now, shop)
    if survivor.told(Code.FORMULA):
        return None
    return Merge(_read_again(survivor, now, shop), tuple(others))


def _absorb(group: list[Callback], home: Callback, others: list[Callback], now: datetime, shop: Shop) -> Callback:
    """The row with all that these say, told where a formula stands in the way of it."""
    first = group[0]
    why = _why(home, others)
    survivor = home.settled(Code.FORMULA).but(absorbed=tuple(one.row for one in others))
    if home is not first:
        survivor = survivor.write(Column.RECEIVED, first.cell(Column.RECEIVED), why, received_at=first.received_at)
    survivor = survivor.remember(
        calls=sum(one.facts.calls for one in group),
        last_call=max(one.last_call for one in group),
        touched_at=max((one.facts.touched_at for one in group if one.facts.touched_at), default=None),
    )
    survivor = _with_caller(survivor, others, why, shop)
    survivor = _with_wish(survivor, group, why)
    survivor = _with_words(survivor, others, why, shop)
    survivor = _with_phone(survivor, others, why, shop)
    urgency = min(one.urgency for one in group)
    if urgency is not home.urgency:
        word = urgency_word(urgency, shop.language) or None
        survivor = survivor.write(Column.URGENCY, word, why, urgency=urgency)
    if owner := next((one.owner for one in reversed(group) if one.owner), ""):
        survivor = survivor.write(Column.OWNER, owner, why, owner=owner)
    if by := next((one.row.text(Column.BY) for one in reversed(group) if one.row.text(Column.BY)), ""):
        survivor = survivor.write(Column.BY, by, why)
    survivor = _with_attempts(survivor, group, why)
    return _with_status(survivor, group, why, now, shop)


def _read_again(survivor: Callback, now: datetime, shop: Shop) -> Callback:
    """What the merged cells mean and lack, as the next run will see them."""
    read = read_callback(replace(survivor.row, cells=survivor.cells), now, shop)
    return read.but(
        row=survivor.row,
        facts=survivor.facts,
        absorbed=survivor.absorbed,
        received_at=survivor.received_at,
        whys=(*survivor.whys, *read.whys),
    )


def _why(home: Callback, others: list[Callback]) -> str:
    one_day = all(one.received_at.date() == home.received_at.date() for one in others)
    same = "same caller, day and reason" if one_day else "same caller and reason, and still open"
    typed = [str(one.row.place + 1) for one in others if not one.row.incoming]
    if not typed:
        return f"{same}: the new call joined this row"
    rows = ", ".join(typed[:5]) + ("…" if len(typed) > 5 else "")
    return f"{same}: {'row' if len(typed) == 1 else 'rows'} {rows} joined this one"


def _with_caller(survivor: Callback, others: list[Callback], why: str, shop: Shop) -> Callback:
    for other in others:
        if not other.name:
            continue
        if not survivor.name:
            survivor = survivor.write(Column.NAME, other.name, why, name=other.name)
        elif clearly_different(survivor.name, other.name):
            notes = joined(survivor.notes, _ALSO[shop.language].format(other.name))
            survivor = survivor.write(Column.NOTES, notes, why, notes=notes)
            survivor = survivor.remember(conflict=(survivor.name, other.name))
        elif other.facts.conflict:
            survivor = survivor.remember(conflict=other.facts.conflict)
    return survivor


def clearly_different(name: str, other: str) -> bool:
    """Whether two names of one number look like two people: not one inside the other, nor a typing slip.

    "Dana" and "Dana K." are one, so are "Дана" and "Dana"; "Dana" and "Oleh" are two.
    """
    return likeness(name, other) < CLEARLY_DIFFERENT


def likeness(name: str, other: str) -> float:
    """How alike two names are, of 100, whatever the script; one name inside the other is 100."""
    from rapidfuzz import fuzz

    (parts, one), (others, two) = _latin(name), _latin(other)
    if parts <= others or others <= parts:
        return 100.0
    return fuzz.ratio(one, two)


@lru_cache(maxsize=65_536)
def _latin(name: str) -> tuple[frozenset[str], str]:
    """The parts of a name in Latin letters, and the same in one line, in order."""
    import anyascii

    parts = bare(anyascii.anyascii(fold(name))).split()
    return frozenset(parts), " ".join(sorted(parts))


def _with_wish(survivor: Callback, group: list[Callback], why: str) -> Callback:
    """The latest wish counts, from the call that gave it."""
    giver = next((one for one in reversed(group) if one.wish_text), None)
    if giver is None:
        return survivor
    call = giver.facts.wish_call or giver.received_at
    if giver.key == survivor.key:
        return survivor.remember(wish_call=call) if giver is not group[0] else survivor
    typed = giver.row.cell(Column.BEST_TIME)
    return survivor.write(Column.BEST_TIME, typed, why, wish_text=giver.wish_text).remember(wish_call=call)


def _with_words(survivor: Callback, others: list[Callback], why: str, shop: Shop) -> Callback:
    """Every note and outcome, and every other wording of the reason."""
    notes, outcome, also = survivor.notes, survivor.outcome, _ALSO[shop.language]
    for other in others:
        if other.reason and fold(other.reason) != fold(survivor.reason):
            notes = joined(notes, also.format(other.reason) if survivor.reason else other.reason)
        notes = joined(notes, other.notes)
        if other.told(Code.UNPARSED_STATUS):
            notes = joined(notes, other.row.text(Column.STATUS))
        outcome = joined(outcome, other.outcome)
    survivor = survivor.write(Column.NOTES, notes or None, why, notes=notes) if notes != survivor.notes else survivor
    if outcome != survivor.outcome:
        survivor = survivor.write(Column.OUTCOME, outcome, why, outcome=outcome)
    return survivor


def _with_phone(survivor: Callback, others: list[Callback], why: str, shop: Shop) -> Callback:
    """Words beside the same number ("(mum)") that the survivor's cell does not have."""
    notes = survivor.notes
    for other in others:
        if other.phone and survivor.phone and other.phone.cell != survivor.phone.cell:
            notes = joined(notes, _ALSO[shop.language].format(other.phone.cell))
    return survivor.write(Column.NOTES, notes, why, notes=notes) if notes != survivor.notes else survivor


def _with_attempts(survivor: Callback, group: list[Callback], why: str) -> Callback:
    attempts = sum(one.attempts for one in group)
    if attempts == survivor.attempts:
        return survivor
    return survivor.write(Column.ATTEMPTS, attempts, why, attempts=attempts)


def _with_status(survivor: Callback, group: list[Callback], why: str, now: datetime, shop: Shop) -> Callback:
    """R6, or R5 where they rang again after Done: then only what came since counts."""
    last_done = max((n for n, one in enumerate(group) if not one.open), default=-1)
    since = group
    if last_done >= 0 and group[-1].open:
        since = group[last_done + 1 :]
        before = sum(one.attempts for one in group[: last_done + 1])
        finals = sum(final_messages(one) for one in group[: last_done + 1])
        survivor = survivor.remember(reopened=True, attempts_before=before, finals_before=finals)
        why = "they called again after this was done: reopened"
    status = _strongest(since)
    if status is not survivor.status or not survivor.told(Code.UNPARSED_STATUS):
        survivor = with_status_given(survivor, status, why, shop)
    return _with_next(survivor, since, why, now, shop)


def _strongest(group: list[Callback]) -> Status:
    if not group[-1].open:
        return Status.DONE
    return next(s for s in (Status.WAITING, Status.SCHEDULED, Status.NEW) if any(one.status is s for one in group))


def _with_next(survivor: Callback, since: list[Callback], why: str, now: datetime, shop: Shop) -> Callback:
    """The latest next time that a person typed, its relative words counted on its own row.

    Else a time the tool gave stays while it holds good, so that ringing again makes no row less overdue.
    """
    giver = next((one for one in reversed(since) if typed_next(one)), None)
    if giver is None and any(one.key == survivor.key for one in since):
        return survivor
    if giver is None:
        survivor = survivor.write(Column.NEXT_CALLBACK, None, why)
        return survivor.remember(next_at=None, next_source="", next_basis="", next_codes=(), moved=False)
    giver = with_typed_next(giver, now, shop)
    survivor = survivor.write(Column.NEXT_CALLBACK, giver.cell(Column.NEXT_CALLBACK), why)
    return survivor.remember(
        next_at=giver.facts.next_at,
        next_source=NextSource.PERSON.value,
        next_basis="",
        next_codes=(),
        moved=False,
    )
