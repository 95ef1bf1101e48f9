"""What people do in the browser, straight on the spreadsheet: nothing is validated as a request, nobody is refused.

Typing goes through the same reading as Google's own, unless told otherwise. Each call is one change. `taint` is the
simulation's mark on what was typed: it travels with the cell through moves, sorts and copies, a text replaced within
the cell keeps it, and no answer shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from tests.sheets_server.a1 import Area, Box
from tests.sheets_server.cells import EMPTY, Cell, Entered
from tests.sheets_server.filters import apply_filter, with_both_spellings
from tests.sheets_server.lines import COLUMNS, ROWS, set_line
from tests.sheets_server.on_cells import shifted
from tests.sheets_server.on_copies import add_merge, drop_merges
from tests.sheets_server.on_tabs import check_title, fresh_tab_id
from tests.sheets_server.on_text import sort_rows
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import formatted
from tests.sheets_server.tab import Overlay, Tab
from tests.sheets_server.values import typed_over


class StaffHands:
    pages: Pages
    revision: int

    def change(self, taint: object = None) -> AbstractContextManager[Pages]:
        raise NotImplementedError

    # looking, for the test's own eyes

    def tab(self, tab_id: int) -> Tab:
        """The tab as it is: `tab.grid` holds rows of cells, for reading only."""
        return self.pages.tab(tab_id)

    def tab_id(self, title: str) -> int | None:
        found = self.pages.titled(title)
        return None if found is None else found.id

    def cell(self, tab_id: int, row: int, column: int) -> Cell:
        return self.pages.tab(tab_id).cell(row, column) or EMPTY

    def text(self, tab_id: int, row: int, column: int) -> str:
        """The cell as a person sees it."""

        cell = self.cell(tab_id, row, column)
        return formatted(self.pages.value(self.pages.tab(tab_id), cell), cell)

    # typing

    def staff_set(
        self, tab_id: int, row: int, column: int, value: Entered, taint: object = None, *, typed: bool = True
    ) -> None:
        """Type into a cell (`typed=False`: paste it as it is); the grid grows to hold it, as a paste would."""
        with self.change(taint) as pages:
            tab = pages.edit(tab_id)
            tab.rows, tab.columns = max(tab.rows, row + 1), max(tab.columns, column + 1)
            option = "USER_ENTERED" if typed else "RAW"
            given = "" if value is None else value
            tab.put(row, column, typed_over(pages, tab.cell(row, column), given, option, pages.today()))

    def staff_put(self, tab_id: int, row: int, column: int, cells: Sequence[Cell | None]) -> None:
        """Put ready cells side by side, with whatever looks, notes and taints they carry."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            tab.rows, tab.columns = max(tab.rows, row + 1), max(tab.columns, column + len(cells))
            for place, cell in enumerate(cells, column):
                tab.put(row, place, cell)

    def staff_clear(self, tab_id: int, box: Box) -> None:
        """Press Delete on a selection: values go, looks stay."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            for row, column, cell in list(tab.filled(box)):
                tab.put(row, column, cell.holding(None))

    # rows and columns

    def staff_insert_rows(self, tab_id: int, at: int, count: int = 1) -> None:
        with self.change() as pages:
            pages.insert(pages.edit(tab_id), ROWS, at, count)

    def staff_delete_rows(self, tab_id: int, start: int, count: int = 1) -> None:
        with self.change() as pages:
            pages.delete(pages.edit(tab_id), ROWS, start, start + count)

    def staff_move_rows(self, tab_id: int, start: int, count: int, to: int) -> None:
        """Drag rows; `to` is counted before the move."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            pages.move(tab, ROWS, start, start + count, to)

    def staff_insert_columns(self, tab_id: int, at: int, count: int = 1) -> None:
        with self.change() as pages:
            pages.insert(pages.edit(tab_id), COLUMNS, at, count)

    def staff_delete_columns(self, tab_id: int, start: int, count: int = 1) -> None:
        with self.change() as pages:
            pages.delete(pages.edit(tab_id), COLUMNS, start, start + count)

    def staff_move_columns(self, tab_id: int, start: int, count: int, to: int) -> None:
        with self.change() as pages:
            pages.move(pages.edit(tab_id), COLUMNS, start, start + count, to)

    def staff_sort(self, tab_id: int, box: Box, by: Sequence[tuple[int, bool]]) -> None:
        """Sort a selection by (column, descending) pairs; a selection of some columns tears rows apart."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            sort_rows(pages, tab, box, list(by))

    def staff_copy_rows(self, tab_id: int, start: int, count: int, to: int) -> None:
        """Copy whole rows over others: values, looks and taints are the same in both places."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            tab.rows = max(tab.rows, to + count)
            for row, cells in enumerate(tab.cut_out(Box(start, start + count, 0, tab.columns)), to):
                down = row - (start + row - to)
                tab.put_row(row, 0, [_copied(cell, down) for cell in cells])

    def staff_cut_rows(
        self, tab_id: int, start: int, count: int, to: int, *, left: int = 0, right: int | None = None
    ) -> None:
        """Cut cells of some rows and paste them over others; columns outside the selection stay behind."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            box = Box(start, start + count, left, tab.columns if right is None else right)
            taken = tab.cut_out(box)
            tab.rows = max(tab.rows, to + count)
            for row in range(box.top, min(box.bottom, len(tab.grid))):
                tab.put_row(row, box.left, [None] * (box.right - box.left))
            for row, cells in enumerate(taken, to):
                tab.put_row(row, box.left, cells)

    def hide_rows(self, tab_id: int, start: int, count: int = 1, *, hidden: bool = True) -> None:
        self._hide(tab_id, ROWS, start, count, hidden=hidden)

    def hide_columns(self, tab_id: int, start: int, count: int = 1, *, hidden: bool = True) -> None:
        self._hide(tab_id, COLUMNS, start, count, hidden=hidden)

    def _hide(self, tab_id: int, dimension: str, start: int, count: int, *, hidden: bool) -> None:
        with self.change() as pages:
            tab = pages.edit(tab_id)
            for index in range(start, start + count):
                set_line(tab.lines[dimension], index, tab.line(dimension, index)._replace(hidden=hidden))

    def resize(self, tab_id: int, rows: int, columns: int) -> None:
        """Delete the last rows or columns, or add some at the end."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            if rows < tab.rows:
                pages.delete(tab, ROWS, rows, tab.rows)
            if columns < tab.columns:
                pages.delete(tab, COLUMNS, columns, tab.columns)
            tab.rows, tab.columns = rows, columns

    # tabs

    def staff_add_tab(self, title: str, rows: int = 1000, columns: int = 26) -> int:
        with self.change() as pages:
            tab = Tab(fresh_tab_id(pages), title, rows, columns)
            check_title(pages, title, tab.id)
            pages.add_tab(tab)
        return tab.id

    def staff_delete_tab(self, tab_id: int) -> None:
        with self.change() as pages:
            pages.tab(tab_id)
            pages.drop_tab(tab_id)

    def staff_rename_tab(self, tab_id: int, title: str) -> None:
        with self.change() as pages:
            check_title(pages, title, tab_id)
            pages.edit(tab_id).title = title

    def staff_hide_tab(self, tab_id: int, *, hidden: bool = True) -> None:
        with self.change() as pages:
            pages.edit(tab_id).hidden = hidden

    # what lies over the grid

    def set_basic_filter(self, tab_id: int, box: Box, criteria: dict[int, dict[str, Any]] | None = None) -> None:
        """Put the shared filter on; criteria as the API has them, e.g. `{6: {"hiddenValues": ["Done"]}}`."""
        body = {"criteria": {str(column): part for column, part in criteria.items()}} if criteria else {}
        with self.change() as pages:
            tab = pages.edit(tab_id)
            tab.overlays["basicFilter"] = (Overlay((Area(tab_id, *box),), with_both_spellings(body)),)
            apply_filter(pages, tab)

    def clear_basic_filter(self, tab_id: int) -> None:
        with self.change() as pages:
            tab = pages.edit(tab_id)
            tab.overlays.pop("basicFilter", None)
            apply_filter(pages, tab)

    def merge(self, tab_id: int, box: Box) -> None:
        with self.change() as pages:
            tab = pages.edit(tab_id)
            drop_merges(tab, box)
            add_merge(tab, box)

    def unmerge(self, tab_id: int, box: Box) -> None:
        with self.change() as pages:
            drop_merges(pages.edit(tab_id), box)

    def make_table(self, tab_id: int, box: Box, name: str) -> None:
        """Format > Convert to table."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            body = {"tableId": str(pages.new_id()), "name": name}
            tab.overlays["tables"] = (*tab.over("tables"), Overlay((Area(tab_id, *box),), body))

    def protect(self, tab_id: int, box: Box | None = None, editors: Sequence[str] = ()) -> None:
        """A person locks a range (or the whole tab) for everybody but these editors."""
        with self.change() as pages:
            tab = pages.edit(tab_id)
            body = {"protectedRangeId": pages.new_id(), "editors": {"users": list(editors)}}
            area = Area(tab_id, *box) if box else Area(tab_id)
            tab.overlays["protectedRanges"] = (*tab.over("protectedRanges"), Overlay((area,), body))


def _copied(cell: Cell | None, down: int) -> Cell | None:
    if cell is None:
        return None
    return Cell(shifted(cell.entered, down, 0), cell.format, cell.note, cell.rule, cell.runs, cell.taint)
