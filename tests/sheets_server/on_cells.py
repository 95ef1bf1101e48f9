"""Requests of a batch that write cells: values, formats, notes and rules, and copies of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from tests.sheets_server.a1 import Area, Box
from tests.sheets_server.cells import EMPTY, Cell, Formula, entered_from, kept
from tests.sheets_server.colours import normal_format
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import Mask, parsed
from tests.sheets_server.formulas import ErrorValue, rewritten
from tests.sheets_server.pages import MOST_CHARACTERS, Pages
from tests.sheets_server.rules import check_rule
from tests.sheets_server.tab import Overlay, Tab

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
    formula = (data.get("userEnteredValue") or {}).get("formulaValue") if "userEnteredValue" in mask else None
    clears = not any(data.get(name) for name in mask) and "*" not in mask
    bottom = min(box.bottom, len(tab.grid)) if clears else box.bottom
    for row in range(box.top, bottom):
        cells = []
        before = tab.row(row)
        for column in range(box.left, box.right):
            cell = write((before[column] if column < len(before) else None) or EMPTY, data)
            if formula is not None:
                cell = cell.holding(shifted(Formula(formula), row - box.top, column - box.left), pages.taint)
            cells.append(kept(checked(pages, cell, row, column)))
        tab.put_row(row, box.left, cells)
    return None


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


# copies


def copy_paste(pages: Pages, ask: Ask) -> Reply:
    """Copy cells, repeated to fill a destination that is a multiple of the source, else at its top left."""
    source_tab, source = pages.place(ask.get("source"))
    tab, asked = pages.place(ask.get("destination"))
    taken = source_tab.cut_out(source)
    if source.empty:
        return None
    if ask.get("pasteOrientation") == "TRANSPOSE":
        taken = [list(column) for column in zip(*taken, strict=True)]
    target = _filled_up(asked, len(taken), len(taken[0]))
    if target.bottom > tab.rows or target.right > tab.columns:
        raise tab.past_grid(target)
    pages.guard(tab, target)
    kind = ask.get("pasteType") or "PASTE_NORMAL"
    for row in range(target.top, target.bottom):
        cells = taken[(row - target.top) % len(taken)]
        origin = source.top + (row - target.top) % len(taken)
        line = [cells[column % len(cells)] for column in range(target.right - target.left)]
        before = tab.row(row)[target.left : target.right]
        if kind != "PASTE_NORMAL" or pages.formulas:
            line = [
                pasted(
                    pages,
                    source_tab,
                    cell,
                    before[place] if place < len(before) else None,
                    kind,
                    row - origin,
                    target.left + place - source.left - place % len(cells),
                )
                for place, cell in enumerate(line)
            ]
        tab.put_row(row, target.left, line)
    if kind == "PASTE_NORMAL":
        copy_merges(source_tab, source, tab, target)
    return None


def _filled_up(asked: Box, height: int, width: int) -> Box:
    tall, wide = asked.bottom - asked.top, asked.right - asked.left
    down = tall if tall % height == 0 else height
    across = wide if wide % width == 0 else width
    return Box(asked.top, asked.top + down, asked.left, asked.left + across)


def pasted(
    pages: Pages, tab: Tab, cell: Cell | None, before: Cell | None, kind: str, down: int, right: int
) -> Cell | None:
    """The cell that stands at the destination afterwards."""
    source, under = cell or EMPTY, before or EMPTY
    match kind:
        case "PASTE_VALUES":
            value = pages.value(tab, source)
            return kept(under.holding(value.look if isinstance(value, ErrorValue) else value, source.taint))
        case "PASTE_FORMULA":
            return kept(under.holding(shifted(source.entered, down, right), source.taint))
        case "PASTE_FORMAT":
            return kept(under.looking(source.format))
        case "PASTE_DATA_VALIDATION":
            return kept(under.ruled(source.rule))
        case "PASTE_CONDITIONAL_FORMATTING":
            return before
    if cell is None:
        return None
    if kind == "PASTE_NO_BORDERS" and cell.format and "borders" in cell.format:
        looks = {name: part for name, part in cell.format.items() if name != "borders"}
        cell = cell.looking(looks or None)
    if isinstance(cell.entered, Formula):
        return Cell(shifted(cell.entered, down, right), cell.format, cell.note, cell.rule, cell.runs, cell.taint)
    return cell


def shifted(entered: Any, down: int, right: int) -> Any:
    """A formula as it reads that many cells away; anything else as it is."""
    if not isinstance(entered, Formula) or not (down or right):
        return entered
    return Formula(rewritten(entered, lambda _title, row, column: (row + down, column + right), copied=True))


def cut_paste(pages: Pages, ask: Ask) -> Reply:
    """Move cells somewhere else; what stood there is replaced, the source is left bare."""
    source_tab, source = pages.place(ask.get("source"))
    to = ask.get("destination") or {}
    tab = pages.edit(to.get("sheetId"))
    top, left = to.get("rowIndex") or 0, to.get("columnIndex") or 0
    target = Box(top, top + source.bottom - source.top, left, left + source.right - source.left)
    if target.bottom > tab.rows or target.right > tab.columns:
        raise tab.past_grid(target)
    pages.guard(source_tab, source)
    pages.guard(tab, target)
    kind = ask.get("pasteType") or "PASTE_NORMAL"
    taken = source_tab.cut_out(source)
    if kind == "PASTE_NORMAL":
        copy_merges(source_tab, source, tab, target)
        drop_merges(source_tab, source)
    for row in range(source.top, min(source.bottom, len(source_tab.grid))):
        source_tab.put_row(row, source.left, [None] * (source.right - source.left))
    for row, cells in enumerate(taken, target.top):
        before = tab.row(row)[target.left : target.right]
        line = [
            pasted(pages, source_tab, cell, before[place] if place < len(before) else None, kind, 0, 0)
            for place, cell in enumerate(cells)
        ]
        tab.put_row(row, target.left, line)
    return None


# merges


def merge_cells(pages: Pages, ask: Ask) -> Reply:
    """Make one cell of many: all of the range, or each row or column of it; only the first value stays."""
    tab, box = _mergeable(pages, ask)
    drop_merges(tab, box)
    if box.empty:
        return None
    for part in merged_parts(box, ask.get("mergeType") or "MERGE_ALL"):
        add_merge(tab, part)
    return None


def _mergeable(pages: Pages, ask: Ask) -> tuple[Tab, Box]:
    """The range, which must not cut through a merge that is there."""
    tab, box = pages.place(ask.get("range"))
    pages.guard(tab, box)
    for overlay in tab.over("merges"):
        covered = overlay.areas[0].box(tab.rows, tab.columns)
        if covered.overlaps(box) and not box.holds(covered):
            raise ApiError("You must select all cells in a merged range to merge or unmerge them.")
    return tab, box


def merged_parts(box: Box, kind: str) -> Iterator[Box]:
    if kind == "MERGE_ROWS":
        yield from (box._replace(top=row, bottom=row + 1) for row in range(box.top, box.bottom))
    elif kind == "MERGE_COLUMNS":
        yield from (box._replace(left=column, right=column + 1) for column in range(box.left, box.right))
    else:
        yield box


def add_merge(tab: Tab, box: Box) -> None:
    """Every cell but the first loses its value."""
    for row, column, cell in list(tab.filled(box)):
        if (row, column) != (box.top, box.left) and cell.entered is not None:
            tab.put(row, column, cell.holding(None))
    tab.overlays["merges"] = (*tab.over("merges"), Overlay((Area(tab.id, *box),), {}))


def unmerge_cells(pages: Pages, ask: Ask) -> Reply:
    tab, box = _mergeable(pages, ask)
    drop_merges(tab, box)
    return None


def drop_merges(tab: Tab, box: Box) -> None:
    if tab.over("merges"):
        tab.overlays["merges"] = tuple(
            overlay for overlay in tab.over("merges") if not overlay.areas[0].box(tab.rows, tab.columns).overlaps(box)
        )


def copy_merges(source_tab: Tab, source: Box, tab: Tab, target: Box) -> None:
    """Merges go along with a copy, and those at the destination go."""
    if not source_tab.over("merges") and not tab.over("merges"):
        return
    down, right = target.top - source.top, target.left - source.left
    copies = []
    for overlay in source_tab.over("merges"):
        box = overlay.areas[0].box(source_tab.rows, source_tab.columns)
        if source.holds(box):
            moved = Box(box.top + down, box.bottom + down, box.left + right, box.right + right)
            copies.append(Overlay((Area(tab.id, *moved),), {}))
    drop_merges(tab, target)
    tab.overlays["merges"] = (*tab.over("merges"), *copies)
