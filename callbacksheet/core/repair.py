"""A column that somebody sorted without the others, put back as it was: each value to the caller it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from callbacksheet.core.callback import PLACE, Row
from callbacksheet.core.cells import shown
from callbacksheet.core.history import Change
from callbacksheet.core.identity import Identified, differs
from callbacksheet.core.model import Column, Formula
from callbacksheet.core.refusals import shifted_columns

WHY = "the column had been sorted without the others"


def with_columns_put_back(known: Identified) -> tuple[Identified, tuple[Change, ...]]:
    """The rows as they stood before the sort, and the cells that change for it.

    A text typed since, that was on no row before, stays where it was typed.
    """
    back: dict[str, dict[Column, Change]] = {}
    for column, moved in shifted_columns(known.claims):
        values = {shown(base.cells[PLACE[column]]) for _, base in moved}
        for row, base in moved:
            now, was = row.cell(column), base.cells[PLACE[column]]
            if shown(now) in values and not isinstance(now, Formula):
                back.setdefault(base.key, {})[column] = Change(base.key, row.place + 1, column.value, now, was, WHY)
    rows = tuple(_put_back(row, back.get(row.key, {})) for row in known.rows)
    by_place = {row.place: row for row in rows}
    claims = tuple((by_place.get(row.place, row), base) for row, base in known.claims)
    changes = tuple(change for of_row in back.values() for change in of_row.values())
    return replace(known, rows=rows, claims=claims), changes


def _put_back(row: Row, changes: Mapping[Column, Change]) -> Row:
    if not changes:
        return row
    cells, standing = list(row.cells), dict(row.standing)
    for column, change in changes.items():
        standing.setdefault(PLACE[column], change.before)
        cells[PLACE[column]] = change.after
    row = replace(row, cells=tuple(cells), standing=tuple(sorted(standing.items(), key=lambda one: one[0])))
    retyped = row.base is None or differs(row, row.base)
    return replace(row, retyped=retyped, changed=retyped or (row.base is not None and row.base.facts.unstamped))
