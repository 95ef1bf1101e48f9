"""Rows that people have emptied: nothing stands there any more but what the tool had given of itself."""

from __future__ import annotations

from collections.abc import Collection

from callbacksheet.core.callback import PLACE, Callback, Row
from callbacksheet.core.cells import looks_same, text_of
from callbacksheet.core.layout import Layout
from callbacksheet.core.model import (
    DESK_COLUMNS,
    SHARED_COLUMNS,
    TOOL_COLUMNS,
    CellValue,
    Column,
    Formula,
    NextSource,
    Status,
)
from callbacksheet.core.nextcall import is_given_next
from callbacksheet.core.owners import shift_owner
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Tab
from callbacksheet.core.state import Base, Facts
from callbacksheet.core.words import status_word

_ALWAYS = (*sorted(TOOL_COLUMNS), Column.BY)
"""Columns whose content makes no row a callback."""
_GIVEN = (Column.RECEIVED, Column.STATUS, Column.NEXT_CALLBACK, Column.OWNER)
"""Columns in which the tool fills in of itself what people leave empty."""
_TOLD = DESK_COLUMNS - {*_GIVEN}
_TYPED = SHARED_COLUMNS - {*_GIVEN, Column.BY}


def with_emptied(callback: Callback) -> Callback:
    """Whether people have taken out what told this call is remembered: they may do so cell by cell, over some runs."""
    base = callback.row.base
    emptied = base is not None and not _tells(callback.row) and (base.facts.emptied or _tells(base))
    return callback if callback.facts.emptied == emptied else callback.remember(emptied=emptied)


def is_emptied(row: Row, known: Base, shop: Shop, *, shared: bool) -> bool:
    """Whether people have taken out all that told this call, and what is left is what the tool would fill in.

    A status, a time or an owner that the tool would not have given keeps the row, and so does any formula. On a sheet
    that others type in it is so once two looks have shown it: somebody may be about to type another name. In a workbook
    a row that one run has kept stays with the next, unless people have taken more out of it.
    """
    if _tells(row) or any(isinstance(value, Formula) for value in row.cells):
        return False
    if not (known.facts.emptied if shared else _was_taken_out(row, known)):
        return False
    if any(row.cells[PLACE[column]] is not None for column in _TYPED):
        return False
    stand = ((column, row.cells[PLACE[column]]) for column in _GIVEN)
    return all(value is None or _is_given(column, value, known, shop) for column, value in stand)


def _tells(one: Row | Base) -> bool:
    """Whether anything stands there that tells a call: beside when it came, which the tool fills in too."""
    return bool(one.extras) or any(one.cells[PLACE[column]] is not None for column in _TOLD)


def _was_taken_out(row: Row, known: Base) -> bool:
    """Whether people have taken out what told the call since the last run, or the last of it after that had shown."""
    places = (PLACE[column] for column in DESK_COLUMNS | SHARED_COLUMNS)
    changed = not all(looks_same(row.cells[place], known.cells[place]) for place in places)
    return _tells(known) or (known.facts.emptied and changed)


def _is_given(column: Column, value: CellValue, known: Base, shop: Shop) -> bool:
    """Whether it is as the tool left it, and what the tool would fill in there."""
    facts = known.facts
    if not looks_same(value, known.cells[PLACE[column]]):
        return False
    match column:
        case Column.RECEIVED:
            return facts.first_seen is not None and looks_same(value, facts.first_seen.replace(tzinfo=None))
        case Column.STATUS:
            given = (Status.NEW, Status.SCHEDULED) if facts.next_source == NextSource.WISH.value else (Status.NEW,)
            return text_of(value) in {status_word(status, shop.language) for status in given}
        case Column.NEXT_CALLBACK:
            return is_given_next(value, facts)
        case _:
            return text_of(value) in _owners_given(facts, shop)


def _owners_given(facts: Facts, shop: Shop) -> set[str]:
    return {shop.head, shift_owner(facts.next_at, shop) if facts.next_at else ""}


def husks(
    tab: Tab, layout: Layout, callbacks: Collection[int], emptied: Collection[int] = ()
) -> tuple[tuple[int, int], ...]:
    """Cells of ours on rows that hold nothing of people's: (row, column) to clear; on those that people have
    ``emptied`` also what the tool had filled in.
    """
    always, given = _places(layout, _ALWAYS), _places(layout, _GIVEN)
    rows = (place for place in range(layout.header_row + 1, len(tab.rows)) if place not in callbacks)
    return tuple(
        (place, column)
        for place in rows
        for column in (*always, *(given if place in emptied else ()))
        if text_of(tab.cell(place, column))
    )


def _places(layout: Layout, columns: Collection[Column]) -> list[int]:
    return [layout.index(column) for column in columns if column not in layout.added]
