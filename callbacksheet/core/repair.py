"""A column that somebody sorted without the others, put back as it was: each value to the caller it belongs to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from callbacksheet.core.callback import PLACE, Row
from callbacksheet.core.cells import shown
from callbacksheet.core.history import Change
from callbacksheet.core.identity import Identified, identify
from callbacksheet.core.model import Column
from callbacksheet.core.refusals import holds_formulas, shifted_columns
from callbacksheet.core.state import State

WHY = "the column had been sorted without the others"


def identify_repaired(
    rows: Sequence[Row], state: State | None, spent: int = 0, emptied: Collection[str] = ()
) -> tuple[Identified, tuple[Change, ...]]:
    """The rows as they stood before the sort, who they are then, and the cells that change for it.

    A text typed since, that was on no row before, stays where it was typed. A row is known only by what it holds with
    its own values back; where it is another caller's even then, it gets nothing of the one who stood there.
    """
    known = identify(rows, state, spent, emptied)
    back = _changes_back(known)
    while back:
        known = identify([_put_back(row, back.get(row.place, {})) for row in rows], state, spent, emptied)
        strangers = _strangers(known, back)
        if not strangers:
            break
        back = {place: changes for place, changes in back.items() if place not in strangers}
    else:
        known = identify(rows, state, spent, emptied)
    return known, tuple(change for changes in back.values() for change in changes.values())


def _changes_back(known: Identified) -> dict[int, dict[Column, Change]]:
    """What is to be put back, by the row's place."""
    back: dict[int, dict[Column, Change]] = {}
    for column, moved in shifted_columns(known.claims):
        if holds_formulas(column, moved):
            continue
        values = {shown(base.cells[PLACE[column]]) for _, base in moved}
        for row, base in moved:
            now, was = row.cell(column), base.cells[PLACE[column]]
            if shown(now) in values:
                change = Change(base.key, row.place + 1, column.value, now, was, WHY)
                back.setdefault(row.place, {})[column] = change
    return back


def _strangers(known: Identified, back: Mapping[int, Mapping[Column, Change]]) -> Collection[int]:
    """The places of rows that are another's than whose values they would get."""
    return {row.place for row in known.rows for change in back.get(row.place, {}).values() if change.key != row.key}


def _put_back(row: Row, changes: Mapping[Column, Change]) -> Row:
    if not changes:
        return row
    cells, standing = list(row.cells), dict(row.standing)
    for column, change in changes.items():
        standing.setdefault(PLACE[column], change.before)
        cells[PLACE[column]] = change.after
    return replace(row, cells=tuple(cells), standing=tuple(sorted(standing.items(), key=lambda one: one[0])))
