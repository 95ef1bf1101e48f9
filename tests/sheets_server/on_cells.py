"""Requests of a batch that write cells: values, formats, notes and rules."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import partial
from typing import Any

from tests.sheets_server.a1 import Box
from tests.sheets_server.cells import EMPTY, Cell, Formula, entered_from, kept
from tests.sheets_server.colours import normal_format
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import Mask, parsed
from tests.sheets_server.formulas import rewritten
from tests.sheets_server.pages import MOST_CHARACTERS, Pages
from tests.sheets_server.rules import check_rule
from tests.sheets_server.tab import Row, Tab

Ask = dict[str, Any]
Reply = dict[str, Any] | None
Writer = Callable[[Cell, Ask], Cell]
"""Lays the parts of a CellData that a mask names over a cell."""


def update_cells(pages: Pages, ask: Ask) -> Reply:
    """Rows of CellData at a place; with a range, what the rows do not cover is cleared of the named fields."""
    mask = required_mask(ask)
    rows = ask.get("rows") or []
    tab, box = _target(pages, ask)
    pages.guard(tab, box)
    if "range" not in ask:
        box = Box(box.top, box.top + len(rows), box.left, box.right)
        if box.bottom > tab.rows:
            raise _beyond("row", tab.rows)
    elif len(rows) > box.bottom - box.top:
        raise _beyond("row", box.bottom)
    write = writer(pages, mask)
    for place, row in enumerate(range(box.top, box.bottom)):
        values = (rows[place].get("values") or []) if place < len(rows) else []
        if len(values) > box.right - box.left:
            raise _beyond("column", box.right)
        if "range" in ask and len(values) < box.right - box.left:
            values = [*values, *[{}] * (_reach(tab, row, box) - len(values))]
        write_row(pages, tab, row, box.left, values, write)
    return None


def _target(pages: Pages, ask: Ask) -> tuple[Tab, Box]:
    if ask.get("range") is not None:
        return pages.place(ask["range"])
    start = ask.get("start") or {}
    tab = pages.edit(start.get("sheetId"))
    row, column = start.get("rowIndex") or 0, start.get("columnIndex") or 0
    if row >= tab.rows or column >= tab.columns:
        raise tab.past_grid(Box(row, row + 1, column, column + 1))
    return tab, Box(row, tab.rows, column, tab.columns)


def _reach(tab: Tab, row: int, box: Box) -> int:
    """How many cells from the left of the box hold anything: emptiness beyond them needs no clearing."""
    return max(0, min(len(tab.row(row)), box.right) - box.left)


def _beyond(side: str, end: int) -> ApiError:
    return ApiError(f"Attempting to write {side}: {end}, beyond the last requested {side} of: {end - 1}")


def write_row(pages: Pages, tab: Tab, row: int, left: int, values: Sequence[Ask], write: Writer) -> None:
    if len(values) == 1:
        tab.put(row, left, checked(pages, write(tab.cell(row, left) or EMPTY, values[0]), row, left))
        return
    if not values:
        return
    before = tab.row(row)[left : left + len(values)]
    before += (None,) * (len(values) - len(before))
    cells = [
        kept(checked(pages, write(cell or EMPTY, value), row, column))
        for column, (cell, value) in enumerate(zip(before, values, strict=True), left)
    ]
    tab.put_row(row, left, cells)


def checked(pages: Pages, cell: Cell, row: int, column: int) -> Cell:
    if pages.switches.strict_rules_reject:
        check_rule(cell, row, column)
    return cell


def append_cells(pages: Pages, ask: Ask) -> Reply:
    """Rows below the last one that holds a value; the grid grows when it must."""
    tab = pages.edit(ask.get("sheetId"))
    rows = ask.get("rows") or []
    top = _rows_with_values(tab)
    width = max((len(row.get("values") or ()) for row in rows), default=0)
    if width > tab.columns:
        raise _beyond("column", tab.columns)
    pages.guard(tab, Box(top, top + len(rows), 0, max(width, 1)))
    tab.rows = max(tab.rows, top + len(rows))
    pages.check_size()
    write = writer(pages, required_mask(ask))
    for row, each in enumerate(rows, top):
        write_row(pages, tab, row, 0, each.get("values") or [], write)
    return None


def _rows_with_values(tab: Tab) -> int:
    """How many rows there are down to the last that holds a value."""
    row = len(tab.grid)
    while row and not any(cell is not None and cell.entered is not None for cell in tab.grid[row - 1]):
        row -= 1
    return row


def repeat_cell(pages: Pages, ask: Ask) -> Reply:
    """One cell over a whole range; a formula's relative references shift from the first."""
    tab, box = pages.place(ask.get("range"))
    pages.guard(tab, box)
    mask, data = required_mask(ask), ask.get("cell") or {}
    write = writer(pages, mask)
    clears = not any(data.get(name) for name in mask) and "*" not in mask
    if clears:
        box = box._replace(bottom=min(box.bottom, len(tab.grid)))
    change_cells(pages, tab, box, lambda cell: write(cell, data))
    formula = (data.get("userEnteredValue") or {}).get("formulaValue")
    if formula is not None and ("userEnteredValue" in mask or "*" in mask):
        for row, column, cell in list(tab.filled(box)):
            entered = shifted(Formula(formula), row - box.top, column - box.left)
            tab.put(row, column, Cell(entered, cell.format, cell.note, cell.rule, cell.runs, pages.taint))
    return None


def change_cells(
    pages: Pages, tab: Tab, box: Box, change: Callable[[Cell], Cell], *, rows: Container[int] = ()
) -> None:
    """Put each cell of a box through a change, but for the rows left out.

    What was the same cell, or the same row, is so afterwards: a column formatted to its end costs one cell.
    """
    made: dict[Row, Row] = {}
    changed: dict[Cell, Cell | None] = {}
    for row in range(box.top, box.bottom):
        if row in rows:
            continue
        before = tab.row(row)[box.left : box.right]
        after = made.get(before)
        if after is None:
            full = before + (None,) * (box.right - box.left - len(before))
            for column, cell in enumerate(full, box.left):
                if (cell or EMPTY) not in changed:
                    changed[cell or EMPTY] = kept(checked(pages, change(cell or EMPTY), row, column))
            after = made[before] = tuple(changed[cell or EMPTY] for cell in full)
        tab.put_row(row, box.left, after)


# fields of a cell


def required_mask(ask: Ask) -> Mask:
    if not ask.get("fields"):
        raise ApiError("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
    return parsed(ask["fields"])


WRITABLE = ("userEnteredValue", "userEnteredFormat", "note", "dataValidation", "textFormatRuns", "chipRuns")
READ_ONLY = {"effectiveValue", "formattedValue", "effectiveFormat", "hyperlink"}


def writer(pages: Pages, mask: Mask) -> Writer:
    """What writes exactly the named fields; a field named but not given is cleared."""
    if "*" in mask:
        mask = {name: {} for name in WRITABLE}
    for name in mask:
        if name not in WRITABLE and name not in READ_ONLY:
            raise ApiError(f"Invalid field: {name}")
    if list(mask) == ["userEnteredValue"]:
        return partial(_valued, pages)
    return lambda cell, data: _laid(pages, cell, data, mask)


def _valued(pages: Pages, cell: Cell, data: Ask) -> Cell:
    value = data.get("userEnteredValue")
    entered = value.get("stringValue") if value else None
    if entered is None or len(entered) > MOST_CHARACTERS:  # text, by far the most usual, needs no more looking at
        entered = entered_from(value)
        pages.check_text(entered)
    return Cell(entered or (None if entered == "" else entered), cell.format, cell.note, cell.rule, None, pages.taint)


def _laid(pages: Pages, cell: Cell, data: Ask, mask: Mask) -> Cell:
    if "userEnteredValue" in mask:
        cell = _valued(pages, cell, data)
    if "userEnteredFormat" in mask:
        cell = cell.looking(masked_format(cell.format, data.get("userEnteredFormat"), mask["userEnteredFormat"]))
    if "note" in mask:
        cell = cell.noting(data.get("note") or "")
    if "dataValidation" in mask:
        cell = cell.ruled(data.get("dataValidation"))
    runs = [name for name in ("textFormatRuns", "chipRuns") if name in mask]
    if runs:
        kept_runs = {name: part for name, part in (cell.runs or {}).items() if name not in runs}
        kept_runs.update((name, data[name]) for name in runs if data.get(name))
        cell = Cell(cell.entered, cell.format, cell.note, cell.rule, kept_runs or None, cell.taint)
    return cell


def masked_format(before: Ask | None, given: Ask | None, mask: Mask) -> Ask | None:
    """A format after the named parts of it were set; `userEnteredFormat` alone replaces all of it."""
    given = normal_format(given or {})
    if not mask or "*" in mask:
        return given or None
    after = dict(before or {})
    for name, below in mask.items():
        for twin in (name, f"{name}Style") if name.endswith("Color") else (name,):
            part = given.get(twin)
            if below and isinstance(part, dict | None):
                part = masked_format(after.get(twin), part, below)
            if part is None or part == {}:
                after.pop(twin, None)
            else:
                after[twin] = part
    styles = {name: part for name, part in after.items() if name.endswith("Style")}
    return {**{name: part for name, part in after.items() if name not in styles}, **styles} or None


def shifted(entered: Any, down: int, right: int) -> Any:
    """A formula as it reads that many cells away; anything else as it is."""
    if not isinstance(entered, Formula) or not (down or right):
        return entered
    return Formula(rewritten(entered, lambda _title, row, column: (row + down, column + right), copied=True))
