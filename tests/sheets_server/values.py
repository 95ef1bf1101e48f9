"""Reading and writing plain values: the `spreadsheets.values` half of the API.

Counts are of cells, rows and columns really touched (`null` touches nothing); the range in the answer is the
rectangle the input would fill. Trailing empty cells and rows are never answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tests.sheets_server.a1 import Area, Box, written
from tests.sheets_server.cells import EMPTY, Cell, Entered, kept, number_format, plain_number
from tests.sheets_server.errors import ApiError
from tests.sheets_server.formulas import ErrorValue
from tests.sheets_server.lines import ROWS
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import formatted, readable_box
from tests.sheets_server.rules import check_rule
from tests.sheets_server.shown import is_moment
from tests.sheets_server.tab import Tab
from tests.sheets_server.typed import read_typed, shaped

Matrix = Sequence[Sequence[Any]]


class Render(NamedTuple):
    values: str = "FORMATTED_VALUE"
    moments: str = "SERIAL_NUMBER"


class Written(NamedTuple):
    """What one write touched."""

    tab: Tab
    box: Box
    places: frozenset[tuple[int, int]]


# reading


def value_range(pages: Pages, text: str, major: str, render: Render) -> dict[str, Any]:
    tab, area = pages.find(text)
    return box_values(pages, tab, readable_box(pages, tab, area), major, render)


def box_values(pages: Pages, tab: Tab, box: Box, major: str, render: Render) -> dict[str, Any]:
    """A ValueRange: without any values at all, it has no `values`."""
    rows = [
        [rendered(pages, tab, cell, render) for cell in tab.grid[row][box.left : box.right]]
        for row in range(box.top, min(box.bottom, len(tab.grid)))
    ]
    if major == "COLUMNS":
        rows = turned(rows, "")
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    answer = {"range": written(tab.title, box), "majorDimension": "COLUMNS" if major == "COLUMNS" else "ROWS"}
    return {**answer, "values": rows} if rows else answer


def rendered(pages: Pages, tab: Tab, cell: Cell | None, render: Render) -> Any:
    """One value as the reader asked for it; an empty cell is an empty text."""
    if cell is None or cell.entered is None:
        return ""
    if render.values == "FORMULA":
        return str(cell.entered) if isinstance(cell.entered, str) else cell.entered
    value = pages.value(tab, cell)
    if render.values == "FORMATTED_VALUE":
        return formatted(value, cell)
    if isinstance(value, ErrorValue):
        return value.look
    if isinstance(value, bool | str):
        return value
    if render.moments == "FORMATTED_STRING" and is_moment(number_format(cell)):
        return formatted(value, cell)
    return plain_number(value or 0)


def turned(rows: Sequence[Sequence[Any]], blank: Any) -> list[list[Any]]:
    """Rows as columns; short ones are filled up."""
    width = max((len(row) for row in rows), default=0)
    return [[row[column] if column < len(row) else blank for row in rows] for column in range(width)]


# writing


def write(pages: Pages, text: str, body: dict[str, Any], input_option: str) -> Written:
    """Put values at the top left of a range. More than the range holds is refused, unless it names one cell."""
    tab, area = pages.find(text)
    rows = matrix(body)
    box = _written_box(tab, area, rows)
    return put_values(pages, tab, box, rows, input_option)


def matrix(body: dict[str, Any]) -> Matrix:
    rows: Matrix = body.get("values") or []
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, dict | list):
                kind = "struct_value" if isinstance(value, dict) else "list_value"
                raise ApiError(f"Invalid values[{number}][{place}]: {kind} {{\n}}\n")
    return turned(rows, None) if body.get("majorDimension") == "COLUMNS" else rows


def _written_box(tab: Tab, area: Area, rows: Matrix) -> Box:
    """The rectangle the values fill. Unlike ranges of a batch, one that reaches past the grid is refused."""
    whole = area.box(tab.rows, tab.columns)
    if whole.bottom > tab.rows or whole.right > tab.columns:
        raise tab.past_grid(whole)
    height, width = max(len(rows), 1), max((len(row) for row in rows), default=0) or 1
    box = Box(whole.top, whole.top + height, whole.left, whole.left + width)
    one_cell = whole.bottom - whole.top == 1 and whole.right - whole.left == 1
    if not one_cell and not whole.holds(box):
        raise _outside(tab, whole, box)
    if box.bottom > tab.rows or box.right > tab.columns:
        raise tab.past_grid(box)
    return box


def _outside(tab: Tab, asked: Box, box: Box) -> ApiError:
    _, _, last = written("", Box(asked.bottom, asked.bottom + 1, asked.right, asked.right + 1)).rpartition("!")
    letters = last.rstrip("0123456789")
    place = f"row [{asked.bottom + 1}]" if box.bottom > asked.bottom else f"column [{letters}]"
    return ApiError(f"Requested writing within range [{written(tab.title, asked)}], but tried writing to {place}")


def put_values(pages: Pages, tab: Tab, box: Box, rows: Matrix, input_option: str) -> Written:
    pages.guard(tab, box)
    tab = pages.edit(tab.id)
    today = pages.today()
    touched = set()
    for row, values in enumerate(rows, box.top):
        line = tab.row(row)[box.left : box.left + len(values)]
        cells = [*line, *[None] * (len(values) - len(line))]
        for place, value in enumerate(values):
            if value is None:
                continue
            cell = typed_over(pages, cells[place], value, input_option, today)
            if pages.switches.strict_rules_reject:
                check_rule(cell, row, box.left + place)
            cells[place] = kept(cell)
            touched.add((row, box.left + place))
        tab.put_row(row, box.left, cells)
    return Written(tab, box, frozenset(touched))


def typed_over(pages: Pages, before: Cell | None, value: Any, input_option: str, today: Any) -> Cell:
    """The cell after a value was written over it, as is or as if typed."""
    entered: Entered
    if input_option == "USER_ENTERED" and isinstance(value, str):
        typed = read_typed(value, before, today)
        entered, shape = typed.entered, shaped(before, typed)
    else:
        entered, shape = (plain_number(value) if isinstance(value, float) else value), None
        entered = None if entered == "" else entered
    pages.check_text(entered)
    cell = (before or EMPTY).holding(entered, pages.taint)
    return cell.looking(shape) if shape is not None else cell


# answers


def update_answer(pages: Pages, done: Written) -> dict[str, Any]:
    """An UpdateValuesResponse; counts of zero are left out."""
    counts = {
        "updatedRows": len({row for row, _ in done.places}),
        "updatedColumns": len({column for _, column in done.places}),
        "updatedCells": len(done.places),
    }
    answer: dict[str, Any] = {
        "spreadsheetId": pages.spreadsheet_id,
        "updatedRange": written(done.tab.title, done.box),
    }
    answer.update((name, count) for name, count in counts.items() if count)
    return answer


def totals(done: Iterable[Written]) -> dict[str, int]:
    """Distinct rows, columns and cells over all ranges of a batch, tab by tab."""
    cells = {(each.tab.id, row, column) for each in done for row, column in each.places}
    counts = {
        "totalUpdatedRows": len({(tab, row) for tab, row, _ in cells}),
        "totalUpdatedColumns": len({(tab, column) for tab, _, column in cells}),
        "totalUpdatedCells": len(cells),
        "totalUpdatedSheets": len({tab for tab, _, _ in cells}),
    }
    return {name: count for name, count in counts.items() if count}


# appending


def append(
    pages: Pages, text: str, body: dict[str, Any], input_option: str, insert_option: str
) -> tuple[str | None, Written]:
    """Write below the last table the range touches; where it touches none, at the start of the range."""
    tab, area = pages.find(text)
    asked = tab.box(area)
    rows = matrix(body)
    table = last_table(tab, asked)
    top, left = (table.bottom, table.left) if table else (asked.top, asked.left)
    width = max((len(row) for row in rows), default=0) or 1
    box = Box(top, top + max(len(rows), 1), left, left + width)
    tab = pages.edit(tab.id)
    if insert_option == "INSERT_ROWS" and rows:
        pages.insert(tab, ROWS, box.top, len(rows))
    tab.rows, tab.columns = max(tab.rows, box.bottom), max(tab.columns, box.right)
    pages.check_size()
    return (written(tab.title, table) if table else None), put_values(pages, tab, box, rows, input_option)


def last_table(tab: Tab, asked: Box) -> Box | None:
    touched = [table for table in tables(tab) if table.overlaps(asked)]
    return max(touched, key=lambda table: (table.bottom, table.right), default=None)


def tables(tab: Tab) -> list[Box]:
    """Islands of filled cells, corners touching, as rectangles: rectangles that overlap are one."""
    whole = Box(0, tab.rows, 0, tab.columns)
    left = {(row, column) for row, column, cell in tab.filled(whole) if cell.entered is not None}
    found = []
    while left:
        found.append(_island(left))
    merged = True
    while merged:
        merged = False
        for one in found:
            other = next((each for each in found if each is not one and each.overlaps(one)), None)
            if other is not None:
                found = [each for each in found if each is not one and each is not other]
                found.append(
                    Box(
                        min(one.top, other.top),
                        max(one.bottom, other.bottom),
                        min(one.left, other.left),
                        max(one.right, other.right),
                    )
                )
                merged = True
                break
    return found


def _island(left: set[tuple[int, int]]) -> Box:
    """Take one island out of the cells that are left."""
    start = left.pop()
    waiting = [start]
    top = bottom = start[0]
    west = east = start[1]
    while waiting:
        row, column = waiting.pop()
        top, bottom, west, east = min(top, row), max(bottom, row), min(west, column), max(east, column)
        for near in [(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)]:
            if near in left:
                left.remove(near)
                waiting.append(near)
    return Box(top, bottom + 1, west, east + 1)


# clearing


def clear(pages: Pages, text: str) -> str:
    """Empty the cells of a range; looks, notes and rules stay. Answers the range really cleared."""
    tab, area = pages.find(text)
    box = area.box(tab.rows, tab.columns)
    if box.top >= tab.rows or box.left >= tab.columns:
        raise tab.past_grid(box)
    box = Box(box.top, min(box.bottom, tab.rows), box.left, min(box.right, tab.columns))
    pages.guard(tab, box)
    tab = pages.edit(tab.id)
    for row, column, cell in list(tab.filled(box)):
        if cell.entered is not None:
            tab.put(row, column, cell.holding(None))
    return written(tab.title, box)
