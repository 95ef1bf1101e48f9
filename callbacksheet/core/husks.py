"""Rows that people have emptied: nothing stands there any more but what the tool had given of itself."""

from __future__ import annotations

from collections.abc import Collection

from callbacksheet.core.callback import PLACE, Row
from callbacksheet.core.cells import looks_same, text_of
from callbacksheet.core.layout import Layout
from callbacksheet.core.model import DESK_COLUMNS, SHARED_COLUMNS, TOOL_COLUMNS, CellValue, Column, NextSource, Status
from callbacksheet.core.owners import shift_owner
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Tab
from callbacksheet.core.state import Base, Facts
from callbacksheet.core.words import status_word

_TOLD = DESK_COLUMNS - {Column.RECEIVED}
_ALWAYS = (*sorted(TOOL_COLUMNS), Column.BY)
"""Columns whose content makes no row a callback."""
_GIVEN = (Column.RECEIVED, Column.STATUS, Column.NEXT_CALLBACK, Column.OWNER)
"""Columns in which the tool fills in of itself what people leave empty."""


def is_emptied(row: Row, known: Base, shop: Shop) -> bool:
    """Whether people have taken out all that told this call, and what is left is what the tool had filled in.

    A status, a time or an owner that may be somebody's keeps the row: nothing typed is ever taken for the tool's.
    """
    if row.extras or any(row.cells[PLACE[column]] is not None for column in _TOLD):
        return False
    if not known.extras and all(known.cells[PLACE[column]] is None for column in _TOLD):
        return False
    typed = SHARED_COLUMNS - {*_GIVEN, Column.BY}
    return all(row.cells[PLACE[column]] is None for column in typed) and all(
        row.cells[PLACE[column]] is None or _is_given(column, row.cells[PLACE[column]], known, shop)
        for column in _GIVEN
    )


def _is_given(column: Column, value: CellValue, known: Base, shop: Shop) -> bool:
    """Whether the tool has filled this in, and would again."""
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
            return facts.next_source not in ("", NextSource.PERSON.value)
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
