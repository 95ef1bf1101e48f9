"""Requests of a batch about whole rows and columns: insert, delete, move, hide, group."""

from __future__ import annotations

from typing import Any

from tests.sheets_server.a1 import Area, Box
from tests.sheets_server.cells import Cell, kept
from tests.sheets_server.errors import ApiError
from tests.sheets_server.lines import COLUMNS, ROWS, Line, set_line
from tests.sheets_server.on_cells import Ask, Reply, required_mask
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import formatted, group
from tests.sheets_server.tab import Overlay, Row, Tab

LETTER_WIDTH = 8.484375
PADDING = 3
"""Pixels of a letter and beside the text, from the one recorded answer: 1,024 times A is 8,691 wide."""


class Span:
    """The rows or columns a request names, within the grid."""

    def __init__(self, pages: Pages, ask: Ask | None, *, bounded: bool = False) -> None:
        ask = ask or {}
        self.tab: Tab = pages.edit(ask.get("sheetId"))
        self.dimension: str = ask.get("dimension") or ""
        if self.dimension not in {ROWS, COLUMNS}:
            raise ApiError("No dimension specified.")
        length = self.tab.length(self.dimension)
        if bounded and ask.get("endIndex") is None:
            raise ApiError("Both startIndex and endIndex must be specified.")
        self.start: int = ask.get("startIndex") or 0
        self.end: int = length if ask.get("endIndex") is None else ask["endIndex"]
        if self.start < 0 or self.end <= self.start:
            raise ApiError(f"endIndex ({self.end}) must be after startIndex ({self.start})")

    def within(self) -> Span:
        """The same, refused when it reaches past the grid."""
        length = self.tab.length(self.dimension)
        if self.end > length:
            raise ApiError(f"range.endIndex[{self.end}] is after last {self.noun} in grid[{length}]")
        return self

    @property
    def noun(self) -> str:
        return "row" if self.dimension == ROWS else "column"

    @property
    def box(self) -> Box:
        whole = Box(0, self.tab.rows, 0, self.tab.columns)
        if self.dimension == ROWS:
            return whole._replace(top=self.start, bottom=self.end)
        return whole._replace(left=self.start, right=self.end)


def insert_dimension(pages: Pages, ask: Ask) -> Reply:
    """New rows or columns, with the looks of the neighbour before or after."""
    span = Span(pages, ask.get("range"), bounded=True)
    tab, before = span.tab, bool(ask.get("inheritFromBefore"))
    if before and span.start == 0:
        raise ApiError("inheritFromBefore cannot be true when startIndex is 0.")
    length = tab.length(span.dimension)
    if span.start > length:
        raise ApiError(f"range.startIndex is larger than current grid size ({length})")
    if span.start == length and not before:
        raise ApiError(f"range.startIndex must be less than the grid size ({length}) if inheritFromBefore is false.")
    neighbour = span.start - 1 if before else span.start
    like = tab.line(span.dimension, neighbour)
    pages.insert(
        tab,
        span.dimension,
        span.start,
        span.end - span.start,
        like=Line(size=like.size),
        dress=dressed(tab.row(neighbour)) if span.dimension == ROWS else None,
    )
    return None


def dressed(row: Row) -> Row | None:
    """Only the looks and rules of a row, for one inserted beside it."""
    if not any(cell is not None and (cell.format or cell.rule) for cell in row):
        return None
    return tuple(kept(Cell(None, cell.format, "", cell.rule)) if cell is not None else None for cell in row)


def append_dimension(pages: Pages, ask: Ask) -> Reply:
    tab = pages.edit(ask.get("sheetId"))
    length = ask.get("length") or 0
    if length <= 0:
        raise ApiError("length must be greater than 0.")
    tab.append(_dimension(ask), length)
    pages.check_size()
    return None


def _dimension(ask: Ask) -> str:
    if ask.get("dimension") not in {ROWS, COLUMNS}:
        raise ApiError("No dimension specified.")
    return str(ask["dimension"])


def delete_dimension(pages: Pages, ask: Ask) -> Reply:
    span = Span(pages, ask.get("range"))
    length = span.tab.length(span.dimension)
    if span.end > length:
        raise ApiError(
            f"Cannot delete a {span.noun} that doesn't exist. "
            f"Tried to delete {span.noun} index {max(span.start, length)} but there are only {length} {span.noun}s."
        )
    if span.end - span.start >= length:
        raise ApiError(f"You can't delete all the {span.noun}s on the sheet.")
    frozen = _frozen(span.tab, span.dimension)
    if frozen and span.start <= frozen and span.end == length:
        raise ApiError(f"Sorry, it is not possible to delete all non-frozen {span.noun}s.")
    pages.guard(span.tab, span.box)
    pages.delete(span.tab, span.dimension, span.start, span.end)
    return None


def _frozen(tab: Tab, dimension: str) -> int:
    name = "frozenRowCount" if dimension == ROWS else "frozenColumnCount"
    return int(tab.properties.get("gridProperties", {}).get(name, 0))


def move_dimension(pages: Pages, ask: Ask) -> Reply:
    """Rows or columns go elsewhere with all that is theirs; the destination is counted before the move."""
    span = Span(pages, ask.get("source")).within()
    to = ask.get("destinationIndex") or 0
    if not 0 <= to <= span.tab.length(span.dimension):
        raise ApiError(f"destinationIndex[{to}] is after last {span.noun} in grid[{span.tab.length(span.dimension)}]")
    pages.guard(span.tab, span.box)
    _check_movable(pages, span, to)
    pages.move(span.tab, span.dimension, span.start, span.end, to)
    return None


def _check_movable(pages: Pages, span: Span, to: int) -> None:
    switches, tab = pages.switches, span.tab
    if switches.move_refused_by_filter and tab.over("basicFilter"):
        raise ApiError("You can't move rows or columns while a filter is on.")
    if switches.move_refused_by_table and tab.over("tables"):
        raise ApiError("You can't move rows or columns of a table.")
    if switches.move_refused_by_merge and any(_crossed(span, to, overlay) for overlay in tab.over("merges")):
        raise ApiError(
            f"Sorry, it is not possible to move a {span.noun} to a position that crosses a merged cell. "
            "Please unmerge and try again."
        )


def _crossed(span: Span, to: int, overlay: Overlay) -> bool:
    """A merge of several of these rows (or columns) is among those moved, or would be parted by them."""
    box = overlay.areas[0].box(span.tab.rows, span.tab.columns)
    start, end = (box.top, box.bottom) if span.dimension == ROWS else (box.left, box.right)
    return end - start > 1 and ((start < span.end and span.start < end) or start < to < end)


# properties of rows and columns


def update_dimension_properties(pages: Pages, ask: Ask) -> Reply:
    span = Span(pages, ask.get("range")).within()
    mask = required_mask(ask)
    given = ask.get("properties") or {}
    names = ("hiddenByUser", "pixelSize") if "*" in mask else tuple(mask)
    for index in range(span.start, span.end):
        line = span.tab.line(span.dimension, index)
        if "hiddenByUser" in names:
            line = line._replace(hidden=bool(given.get("hiddenByUser")))
        if "pixelSize" in names:
            line = line._replace(size=given.get("pixelSize") or 0)
        set_line(span.tab.lines[span.dimension], index, line)
    return None


def auto_resize(pages: Pages, ask: Ask) -> Reply:
    """As wide as the longest line of text in a column; rows go back to their usual height."""
    span = Span(pages, ask.get("dimensions")).within()
    for index in range(span.start, span.end):
        size = _text_width(pages, span.tab, index) if span.dimension == COLUMNS else 0
        line = span.tab.line(span.dimension, index)
        set_line(span.tab.lines[span.dimension], index, line._replace(size=size))
    return None


def _text_width(pages: Pages, tab: Tab, column: int) -> int:
    cells = [cell for _, _, cell in tab.filled(Box(0, tab.rows, column, column + 1))]
    texts = [formatted(pages.value(tab, cell), cell) for cell in cells if cell.entered is not None]
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return round(longest * LETTER_WIDTH) + PADDING if longest else 0


# groups


def add_group(pages: Pages, ask: Ask) -> Reply:
    """Group rows or columns; over one that is there already, a level deeper."""
    span = Span(pages, ask.get("range")).within()
    kind, control = _group_names(span.dimension)
    area = _lines_area(span)
    inner, outer = (span.start, span.end), []
    for overlay in span.tab.over(kind):
        start, end = _ends(overlay.areas[0])
        if start <= inner[0] and inner[1] <= end:
            outer.append(overlay)
    groups = [*span.tab.over(kind), Overlay((area,), {"depth": len(outer) + 1})]
    span.tab.overlays[kind] = tuple(sorted(groups, key=lambda each: (_ends(each.areas[0])[0], each.body["depth"])))
    grid = {**span.tab.properties.get("gridProperties", {}), control: True}
    span.tab.properties = {**span.tab.properties, "gridProperties": grid}
    return {"addDimensionGroup": _groups(span.tab, kind)}


def delete_group(pages: Pages, ask: Ask) -> Reply:
    """Take the deepest group off the range."""
    span = Span(pages, ask.get("range")).within()
    kind, _ = _group_names(span.dimension)
    wanted = [each for each in span.tab.over(kind) if _ends(each.areas[0]) == (span.start, span.end)]
    if not wanted:
        raise ApiError("The range does not match a group.")
    deepest = max(wanted, key=lambda each: int(each.body["depth"]))
    span.tab.overlays[kind] = tuple(each for each in span.tab.over(kind) if each is not deepest)
    return {"deleteDimensionGroup": _groups(span.tab, kind)}


def _groups(tab: Tab, kind: str) -> dict[str, Any]:
    groups = [group(overlay) for overlay in tab.over(kind)]
    return {"dimensionGroups": groups} if groups else {}


def _group_names(dimension: str) -> tuple[str, str]:
    return ("rowGroups", "rowGroupControlAfter") if dimension == ROWS else ("columnGroups", "columnGroupControlAfter")


def _lines_area(span: Span) -> Area:
    if span.dimension == ROWS:
        return Area(span.tab.id, span.start, span.end)
    return Area(span.tab.id, None, None, span.start, span.end)


def _ends(area: Area) -> tuple[int, int]:
    first, last = (area.top, area.bottom) if area.bottom is not None else (area.left, area.right)
    return first or 0, last or 0
