"""One tab: a grid of cells and what lies over it.

Rows are tuples without trailing emptiness, and the list of rows ends with the last that holds anything: a copy of a
tab is a copy of one list, and rows are shared between a tab, its copies and its past.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tests.sheets_server.a1 import MOST_COLUMNS, Area, Box, written, written_open
from tests.sheets_server.cells import EMPTY, Cell, kept
from tests.sheets_server.errors import ApiError
from tests.sheets_server.lines import (
    COLUMNS,
    PLAIN,
    ROWS,
    Carry,
    Line,
    Lines,
    carried_all,
    carry_delete,
    carry_insert,
    carry_move,
    line_at,
)

Row = tuple[Cell | None, ...]


class Overlay(NamedTuple):
    """Something that lies over ranges of a tab: a merge, a protection, a filter view, a conditional format …"""

    areas: tuple[Area, ...]
    body: dict[str, Any]  # the rest of its resource, never changed in place


class Tab:
    __slots__ = ("columns", "grid", "hidden", "id", "lines", "metadata", "overlays", "properties", "rows", "title")

    def __init__(self, tab_id: int, title: str, rows: int = 1000, columns: int = 26) -> None:
        self.id = tab_id
        self.title = title
        self.hidden = False
        self.rows = rows
        self.columns = columns
        self.grid: list[Row] = []
        self.lines: dict[str, Lines] = {ROWS: [], COLUMNS: []}
        self.overlays: dict[str, tuple[Overlay, ...]] = {}  # by their name in the Sheet resource
        self.properties: dict[str, Any] = {}  # tab colour and grid properties beyond the two counts
        self.metadata: tuple[dict[str, Any], ...] = ()

    def copy(self) -> Tab:
        other = Tab.__new__(Tab)
        other.id, other.title, other.hidden = self.id, self.title, self.hidden
        other.rows, other.columns = self.rows, self.columns
        other.grid = self.grid.copy()
        other.lines = {name: lines.copy() for name, lines in self.lines.items()}
        other.overlays = self.overlays.copy()
        other.properties = self.properties
        other.metadata = self.metadata
        return other

    # looking

    def cell(self, row: int, column: int) -> Cell | None:
        if row >= len(self.grid):
            return None
        cells = self.grid[row]
        return cells[column] if column < len(cells) else None

    def row(self, row: int) -> Row:
        return self.grid[row] if row < len(self.grid) else ()

    def filled(self, box: Box) -> Iterator[tuple[int, int, Cell]]:
        """Each cell of the box that holds anything, a row at a time."""
        for row in range(box.top, min(box.bottom, len(self.grid))):
            for column, cell in enumerate(self.grid[row][box.left : box.right], box.left):
                if cell is not None:
                    yield row, column, cell

    def box(self, area: Area) -> Box:
        """The cells of a range. One that starts past the grid is refused; one that only ends there is cut to it."""
        top, bottom, left, right = area.box(self.rows, self.columns)
        if top >= self.rows or left >= self.columns:
            raise self.past_grid(written_open(self.title, area))
        return Box(top, min(bottom, self.rows), left, min(right, self.columns))

    def past_grid(self, place: str | Box) -> ApiError:
        text = place if isinstance(place, str) else written(self.title, place)
        return ApiError(f"Range ({text}) exceeds grid limits. Max rows: {self.rows}, max columns: {self.columns}")

    def line(self, dimension: str, index: int) -> Line:
        return line_at(self.lines[dimension], index)

    def over(self, kind: str) -> tuple[Overlay, ...]:
        return self.overlays.get(kind, ())

    def length(self, dimension: str) -> int:
        return self.rows if dimension == ROWS else self.columns

    # cells

    def put(self, row: int, column: int, cell: Cell | None) -> None:
        """Set one cell; a bare one is stored as none. The place must be within the grid."""
        if cell is not None:
            cell = kept(cell)
        grid = self.grid
        if row >= len(grid):
            if cell is None:
                return
            grid.extend([()] * (row + 1 - len(grid)))
        cells = grid[row]
        if column < len(cells):
            changed = (*cells[:column], cell, *cells[column + 1 :])
            grid[row] = changed if cell is not None else trimmed(changed)
        elif cell is not None:
            grid[row] = cells + (None,) * (column - len(cells)) + (cell,)
        if cell is None and row == len(grid) - 1:
            self.trim()

    def put_row(self, row: int, column: int, cells: Sequence[Cell | None]) -> None:
        """Set neighbouring cells of a row at once. They must be kept ones: no bare cells."""
        if row >= len(self.grid):
            self.grid.extend([()] * (row + 1 - len(self.grid)))
        before = self.grid[row]
        if column or len(before) > len(cells):
            head = before[:column]
            if len(head) < column:
                head += (None,) * (column - len(head))
            cells = (*head, *cells, *before[column + len(cells) :])
        self.grid[row] = trimmed(tuple(cells))
        if row == len(self.grid) - 1:
            self.trim()

    def trim(self) -> None:
        grid = self.grid
        while grid and not grid[-1]:
            grid.pop()

    def cut_out(self, box: Box) -> list[Row]:
        """The cells of a box as full rows, padded with None: for copying."""
        width = box.right - box.left
        blank: Row = (None,) * width
        rows = [row[box.left : box.right] for row in self.grid[box.top : box.bottom]]
        taken = [row if len(row) == width else row + blank[len(row) :] for row in rows]
        return taken + [blank] * (box.bottom - box.top - len(taken))

    # rows and columns

    def insert(self, dimension: str, at: int, count: int, *, like: Line = PLAIN, dress: Row | None = None) -> None:
        """Put empty rows or columns in, looking like `like`; `dress` gives new rows the formats of a neighbour."""
        if dimension == ROWS:
            if at < len(self.grid) or dress:
                self.grid.extend([()] * (at - len(self.grid)))
                self.grid[at:at] = [dress or ()] * count
            self.rows += count
        else:
            if self.columns + count > MOST_COLUMNS:
                raise ApiError(f"This action would increase the number of columns above the limit of {MOST_COLUMNS}.")
            gap: Row = (None,) * count
            self.grid = [row[:at] + gap + row[at:] if at < len(row) else row for row in self.grid]
            self.columns += count
        lines = self.lines[dimension]
        if at < len(lines) or like != PLAIN:
            lines.extend([PLAIN] * (at - len(lines)))
            lines[at:at] = [like] * count
        self.carry(dimension, carry_insert(at, count))

    def append(self, dimension: str, count: int) -> None:
        if dimension == COLUMNS and self.columns + count > MOST_COLUMNS:
            raise ApiError(f"This action would increase the number of columns above the limit of {MOST_COLUMNS}.")
        if dimension == ROWS:
            self.rows += count
        else:
            self.columns += count

    def delete(self, dimension: str, start: int, end: int) -> None:
        if dimension == ROWS:
            del self.grid[start:end]
            self.rows -= end - start
        else:
            self.grid = [trimmed(row[:start] + row[end:]) if start < len(row) else row for row in self.grid]
            self.columns -= end - start
        self.trim()
        del self.lines[dimension][start:end]
        self.carry(dimension, carry_delete(start, end))

    def move(self, dimension: str, start: int, end: int, to: int) -> None:
        """Move rows or columns; `to` is counted before the move. Within the block itself nothing happens."""
        if start <= to <= end:
            return
        if dimension == ROWS:
            reach = max(end, to)
            if start < len(self.grid) or to < len(self.grid):
                self.grid.extend([()] * (reach - len(self.grid)))
                shift(self.grid, start, end, to)
                self.trim()
        else:
            self.grid = [moved_cells(row, start, end, to) for row in self.grid]
        lines = self.lines[dimension]
        if start < len(lines) or to < len(lines):
            lines.extend([PLAIN] * (max(end, to) - len(lines)))
            shift(lines, start, end, to)
        self.carry(dimension, carry_move(start, end, to))

    def carry(self, dimension: str, carry: Carry) -> None:
        """Take merges, protections, filters and the like along when rows or columns change places."""
        for kind, overlays in self.overlays.items():
            moved = []
            for overlay in overlays:
                areas = carried_all(overlay.areas, dimension, carry)
                if areas and not (kind == "merges" and single(areas[0])):
                    moved.append(overlay if areas == overlay.areas else overlay._replace(areas=areas))
            self.overlays[kind] = tuple(moved)


def single(area: Area) -> bool:
    """One cell: no longer a merge."""
    return bool(
        area.bottom is not None
        and area.right is not None
        and area.bottom - (area.top or 0) == 1
        and area.right - (area.left or 0) == 1
    )


def shift(items: list[Any], start: int, end: int, to: int) -> None:
    """Move a stretch of a list, in place; `to` is counted before the move."""
    block = items[start:end]
    del items[start:end]
    to = to - len(block) if to > start else to
    items[to:to] = block


def moved_cells(row: Row, start: int, end: int, to: int) -> Row:
    if start >= len(row) and to >= len(row):
        return row
    cells = list(row) + [None] * (max(end, to) - len(row))
    shift(cells, start, end, to)
    return trimmed(tuple(cells))


def trimmed(cells: Row) -> Row:
    length = len(cells)
    while length and cells[length - 1] is None:
        length -= 1
    return cells if length == len(cells) else cells[:length]


def over_cell(cell: Cell | None) -> Cell:
    return EMPTY if cell is None else cell
