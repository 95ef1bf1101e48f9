"""What waits on a sheet that others type in: rows just begun are only noted, whole rows merge once they stand still.

A row is settled when two successive looks show it complete and unchanged. The base that a run leaves behind is the
first of the two looks, so nothing more need be remembered. Rows move when a person asks, or the sheet is quiet.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from callbacksheet.core.callback import PLACE, Callback, Row
from callbacksheet.core.cells import text_of
from callbacksheet.core.hours import before, later
from callbacksheet.core.model import Column, Formula
from callbacksheet.core.shop import Sort
from callbacksheet.core.state import Facts, State

_NOT_COPIED = (Column.CALLS, Column.UPDATED, Column.CHECK)
QUIET_MINUTES = 10
"""How long nobody may have typed anything before the tool moves rows of its own accord."""


def begun(row: Row) -> bool:
    """Whether somebody may still be at this row: seen for the first time, or half typed and just typed in.

    A row that does not bear its own key yet is only noted too, also where people have sorted without the hidden
    column: nothing but the key tells whether a write met its row.
    """
    return not row.incoming and (not is_known(row) or (row.retyped and not complete(row)))


def is_known(row: Row) -> bool:
    """Whether the row was seen before, and bears its own key in the sheet."""
    key = dict(row.standing).get(PLACE[Column.ID], row.cell(Column.ID))
    return row.base is not None and (isinstance(key, Formula) or text_of(key) == row.key)


def complete(row: Row) -> bool:
    """Somebody to ring, and why."""
    return bool((row.text(Column.NAME) or row.text(Column.PHONE)) and row.text(Column.REASON))


def settled(callback: Callback) -> bool:
    """Whether the row may be merged: complete and as it was left, or just brought by the tool itself.

    One that the last batch left amiss is put right first, so that it is whole in the sheet until the merge holds.
    """
    row = callback.row
    return row.incoming or (row.base is not None and not row.retyped and not row.standing and complete(row))


def only_noted(callback: Callback) -> Callback:
    """The row as it stands, with its key: all else waits until nobody is at it any more.

    A row copied from another does not bring that one's stamp along; of the tool's own columns what is remembered
    counts, whatever stands there.
    """
    row = callback.row
    cells = list(row.cells)
    cells[PLACE[Column.ID]] = callback.key
    if row.base:
        for column in _NOT_COPIED:
            cells[PLACE[column]] = row.base.cells[PLACE[column]]
    copied = row.base is None and row.changed
    if copied:
        for column in _NOT_COPIED:
            cells[PLACE[column]] = None
    why = (*((c, "the row is a new one") for c in _NOT_COPIED), *(one for one in callback.whys if one[0] is Column.ID))
    known, read = row.base.facts if row.base else None, callback.facts
    facts = known or Facts(first_seen=read.first_seen, calls=1 if copied else read.calls)
    before_it = facts.by_before if facts.unstamped else row.base.cells[PLACE[Column.BY]] if row.base else None
    facts = facts.but(
        touched_at=read.touched_at,
        unstamped=row.changed,
        by_before=before_it if row.changed and isinstance(before_it, str) else "",
    )
    return callback.but(cells=tuple(cells), whys=why, facts=facts)


def taken_up(callback: Callback) -> Callback:
    """A row that was only noted so far, now that it has its stamp."""
    if not callback.facts.unstamped:
        return callback
    return callback.remember(unstamped=False, by_before="")


def may_move(sort: Sort, callbacks: Iterable[Callback], now: datetime, *, background: bool) -> bool:
    """Whether rows may change places now."""
    if sort is Sort.NEVER or (background and sort is Sort.TRIAGE):
        return False
    return not background or is_quiet(callbacks, now)


def is_quiet(callbacks: Iterable[Callback], now: datetime) -> bool:
    """Whether nobody has typed for some minutes, as far as anybody noticed."""
    return _quiet((callback.facts.touched_at for callback in callbacks), now)


def quiet_since(state: State | None, now: datetime) -> bool:
    """The same, of what is remembered of the rows."""
    return state is not None and _quiet((base.facts.touched_at for base in state.base), now)


def _quiet(moments: Iterable[datetime | None], now: datetime) -> bool:
    touched = [moment for moment in moments if moment]
    return not touched or not before(now, later(max(touched), QUIET_MINUTES))
