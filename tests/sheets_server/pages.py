"""Everything in one spreadsheet at one moment: tabs, names, properties.

A fork shares every tab with its origin until it writes to one. A batch works on a fork and the fork replaces the
origin only when every request of it went well: nothing half-done is ever seen, and it costs almost nothing.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from tests.sheets_server import a1
from tests.sheets_server.a1 import Area, Box, area_of
from tests.sheets_server.cells import Cell, Formula
from tests.sheets_server.errors import ApiError
from tests.sheets_server.formulas import ErrorValue, Value, rewritten, worked_out
from tests.sheets_server.lines import ROWS, Carry, carried, carry_delete, carry_insert, carry_move
from tests.sheets_server.switches import Switches
from tests.sheets_server.tab import Tab

MOST_CELLS = 10_000_000
MOST_CHARACTERS = 50_000


class Named(NamedTuple):
    """A named range. Without an area it is lost: its tab or rows are gone, and it is listed no more."""

    name: str
    area: Area | None


class Pages:
    def __init__(self, spreadsheet_id: str, properties: dict[str, Any], switches: Switches, user: str) -> None:
        self.spreadsheet_id = spreadsheet_id
        self.properties = properties
        self.switches = switches
        self.user = user
        self.clock: Callable[[], datetime] = _utc_now
        self.tabs: dict[int, Tab] = {}  # in the order people see
        self.named: dict[str, Named] = {}
        self.metadata: tuple[dict[str, Any], ...] = ()
        self.drawn = 0  # how many ids were made up so far
        self.formulas = False  # whether any formula was ever entered: without one, none need rewriting
        self.taint: object = None  # given to every cell this fork's writer enters
        self._mine: set[int] = set()

    def fork(self, taint: object = None) -> Pages:
        other = Pages.__new__(Pages)
        other.__dict__.update(self.__dict__)
        other.tabs = self.tabs.copy()
        other.named = self.named.copy()
        other.taint = taint
        other._mine = set()
        return other

    # tabs

    def tab(self, tab_id: int | None) -> Tab:
        """A tab to read."""
        tab = self.tabs.get(tab_id or 0)
        if tab is None:
            raise ApiError(f"No grid with id: {tab_id or 0}")
        return tab

    def edit(self, tab_id: int | None) -> Tab:
        """A tab to write: this fork's own copy of it."""
        tab_id = tab_id or 0
        if tab_id in self._mine:
            return self.tabs[tab_id]
        tab = self.tab(tab_id).copy()
        self.tabs[tab_id] = tab
        self._mine.add(tab_id)
        return tab

    def place(self, grid_range: dict[str, Any] | None) -> tuple[Tab, Box]:
        """The tab, ready to write, and the cells of a GridRange, within the grid."""
        area = area_of(grid_range or {})
        tab = self.edit(area.tab_id)
        return tab, tab.box(area)

    def area(self, grid_range: dict[str, Any] | None) -> Area:
        """A GridRange to keep: within the grid today, its open edges left open."""
        area = area_of(grid_range or {})
        self.tab(area.tab_id).box(area)
        return area

    def add_tab(self, tab: Tab, index: int | None = None) -> None:
        self._mine.add(tab.id)
        order = list(self.tabs.values())
        order.insert(len(order) if index is None else index, tab)
        self.tabs = {each.id: each for each in order}

    def titled(self, title: str) -> Tab | None:
        folded = title.casefold()
        return next((tab for tab in self.tabs.values() if tab.title.casefold() == folded), None)

    def drop_tab(self, tab_id: int) -> None:
        del self.tabs[tab_id]
        self._mine.discard(tab_id)
        for name_id, named in self.named.items():
            if named.area is not None and named.area.tab_id == tab_id:
                self.named[name_id] = named._replace(area=None)

    def new_id(self) -> int:
        """An id nobody chose; the same ones in the same order for the same spreadsheet id."""
        self.drawn += 1
        return zlib.crc32(f"{self.spreadsheet_id} {self.drawn}".encode()) & 0x7FFFFFFF or 1

    def check_size(self) -> None:
        if sum(tab.rows * tab.columns for tab in self.tabs.values()) > MOST_CELLS:
            raise ApiError(
                f"This action would increase the number of cells in the workbook above the limit of {MOST_CELLS} cells."
            )

    def today(self) -> date:
        return self.clock().date()

    # references

    def find(self, text: str) -> tuple[Tab, Area]:
        """What a range in A1 notation, a tab title or a named range stands for."""
        title, corners = a1.split(text)
        if title is None:
            return self._bare(text, corners or "")
        tab = self.titled(title)
        if tab is None:
            raise _unreadable(text)
        if corners is None:
            return tab, Area(tab.id)
        found = a1.corners_of(corners)
        if found is not None:
            return tab, Area(tab.id, *found)
        named = self.by_name(corners)
        if named is None:
            raise _unreadable(text)
        return named

    def _bare(self, text: str, corners: str) -> tuple[Tab, Area]:
        found = a1.corners_of(corners)
        if found is not None:
            first = next(iter(self.tabs.values()))
            return first, Area(first.id, *found)
        named = self.by_name(corners)
        if named is not None:
            return named
        tab = self.titled(corners)
        if tab is None:
            raise _unreadable(text)
        return tab, Area(tab.id)

    def by_name(self, name: str) -> tuple[Tab, Area] | None:
        for named in self.named.values():
            if named.area is not None and named.name.casefold() == name.casefold():
                return self.tabs[named.area.tab_id], named.area
        return None

    # cells

    def value(self, tab: Tab, cell: Cell | None) -> Value | ErrorValue:
        """What a cell amounts to: a formula worked out, anything else as entered."""
        if cell is None:
            return None
        entered = cell.entered
        return self._worked_out(tab, entered, ()) if isinstance(entered, Formula) else entered

    def _worked_out(self, tab: Tab, formula: Formula, above: tuple[Formula, ...]) -> Value | ErrorValue:
        if len(above) > 50:
            raise RecursionError

        def look(title: str | None, row: int, column: int) -> Value:
            other = tab if title is None else self.titled(title)
            cell = other.cell(row, column) if other is not None else None
            if cell is None or other is None:
                return None
            if not isinstance(cell.entered, Formula):
                return cell.entered
            value = self._worked_out(other, cell.entered, (*above, formula))
            return value.look if isinstance(value, ErrorValue) else value

        return worked_out(formula, look)

    def check_text(self, entered: object) -> None:
        if isinstance(entered, str) and len(entered) > MOST_CHARACTERS:
            raise ApiError(
                f"Your input contains more than the maximum of {MOST_CHARACTERS} characters in a single cell."
            )
        if isinstance(entered, Formula):
            self.formulas = True

    def guard(self, tab: Tab, box: Box) -> None:
        """Refuse to write where somebody protected cells from this writer."""
        for overlay in tab.over("protectedRanges"):
            body = overlay.body
            if body.get("warningOnly") or self.user in body.get("editors", {}).get("users", ()):
                continue
            free = [area_of(each).box(tab.rows, tab.columns) for each in body.get("unprotectedRanges", ())]
            covered = overlay.areas[0].box(tab.rows, tab.columns)
            if covered.overlaps(box) and not any(each.holds(box) for each in free):
                raise ApiError(
                    self.switches.protected_message,
                    code=self.switches.protected_code,
                    status="PERMISSION_DENIED" if self.switches.protected_code == 403 else "INVALID_ARGUMENT",
                )

    # rows and columns that change places, with all that refers to them

    def insert(self, tab: Tab, dimension: str, at: int, count: int, **looks: Any) -> None:
        tab.insert(dimension, at, count, **looks)
        self.check_size()
        self._follow(tab, dimension, carry_insert(at, count))

    def delete(self, tab: Tab, dimension: str, start: int, end: int) -> None:
        tab.delete(dimension, start, end)
        self._follow(tab, dimension, carry_delete(start, end))

    def move(self, tab: Tab, dimension: str, start: int, end: int, to: int) -> None:
        tab.move(dimension, start, end, to)
        if not start <= to <= end:
            self._follow(tab, dimension, carry_move(start, end, to))

    def _follow(self, tab: Tab, dimension: str, carry: Carry) -> None:
        for name_id, named in self.named.items():
            if named.area is not None and named.area.tab_id == tab.id:
                area = carried(named.area, dimension, carry)
                if area != named.area:
                    self.named[name_id] = named._replace(area=area)
        if self.formulas:
            self._follow_formulas(tab, dimension, carry)

    def _follow_formulas(self, changed: Tab, dimension: str, carry: Carry) -> None:
        for tab_id in list(self.tabs):

            def place(title: str | None, row: int, column: int, home: int = tab_id) -> tuple[int, int] | None:
                if (changed.id != home) if title is None else (changed.title.casefold() != title.casefold()):
                    return row, column
                index = row if dimension == ROWS else column
                after = carry(index, index + 1)
                if after is None:
                    return None
                return (after[0], column) if dimension == ROWS else (row, after[0])

            self.rewrite_formulas(tab_id, place)

    def rewrite_formulas(self, tab_id: int, place: Callable[[str | None, int, int], tuple[int, int] | None]) -> None:
        tab = self.tabs[tab_id]
        changes = []
        for row, column, cell in tab.filled(Box(0, tab.rows, 0, tab.columns)):
            if isinstance(cell.entered, Formula):
                formula = Formula(rewritten(cell.entered, place))
                if formula != cell.entered:
                    changes.append((row, column, cell.holding(formula, cell.taint)))
        if changes:
            tab = self.edit(tab_id)
            for row, column, cell in changes:
                tab.put(row, column, cell)


def _unreadable(text: str) -> ApiError:
    return ApiError(f"Unable to parse range: {text}")


def _utc_now() -> datetime:
    return datetime.now(UTC)
