"""How one changed cell is asked for: compared with what was read wherever a person's text could be lost."""

from __future__ import annotations

import pytest

from callbacksheet.core.batch import Put, Swap
from callbacksheet.core.history import Change
from callbacksheet.core.layout import Layout, find_layout
from callbacksheet.core.model import CellValue, Column, Language
from callbacksheet.core.plan import cell_request
from callbacksheet.core.snapshot import Tab
from tests.desk import HEADERS, cells

PLACE = 4


def _layout() -> Layout:
    return find_layout(Tab("Callbacks", (tuple(cells(HEADERS)),)), Language.EN)


def _request(column: Column, before: CellValue, after: CellValue, *, fixed: bool = False, fill: bool = False) -> object:
    layout = _layout()
    number = frozenset({(PLACE, layout.index(column))}) if fixed else frozenset()
    return cell_request(Change("CB-7F3K", PLACE + 1, column.value, before, after, "why"), layout, number, fill=fill)


@pytest.mark.parametrize("column", [Column.RECEIVED, Column.PHONE, Column.NOTES])
def test_a_number_in_a_cell_of_the_desks_is_never_written_over_by_its_place(column: Column) -> None:
    assert isinstance(_request(column, 4155550131, None, fixed=True), Swap)


def test_a_number_in_a_shared_cell_is_written_over_by_its_place_since_the_next_look_puts_typing_back() -> None:
    assert isinstance(_request(Column.ATTEMPTS, 2, "3", fixed=True), Put)


@pytest.mark.parametrize("column", [Column.NAME, Column.STATUS])
def test_a_text_is_compared(column: Column) -> None:
    assert isinstance(_request(column, "was", "is"), Swap)


def test_an_empty_cell_of_the_desks_is_compared_where_the_sheet_finds_empty_cells() -> None:
    assert isinstance(_request(Column.RECEIVED, None, "11:20", fill=True), Swap)
    assert isinstance(_request(Column.RECEIVED, None, "11:20"), Put)


def test_the_tools_own_cells_are_written_by_their_place_but_the_key() -> None:
    assert isinstance(_request(Column.CHECK, "was", "is"), Put)
    assert isinstance(_request(Column.ID, "CB-7F3K", "CB-9QRT"), Swap)
