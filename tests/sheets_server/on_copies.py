"""Requests of a batch that copy and cut cells, and those that make one cell of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.sheets_server.a1 import Area, Box
from tests.sheets_server.cells import EMPTY, Cell, Formula, kept
from tests.sheets_server.errors import ApiError
from tests.sheets_server.formulas import ErrorValue
from tests.sheets_server.on_cells import Ask, Reply, shifted
from tests.sheets_server.pages import Pages
from tests.sheets_server.tab import Overlay, Tab


def copy_paste(pages: Pages, ask: Ask) -> Reply:
    """Copy cells, repeated to fill a destination that is a multiple of the source, else at its top left."""
    source_tab, source = pages.place(ask.get("source"))
    tab, asked = pages.place(ask.get("destination"))
    taken = source_tab.cut_out(source)
    if source.empty:
        return None
    if ask.get("pasteOrientation") == "TRANSPOSE":
        taken = list(zip(*taken, strict=True))
    target = _filled_up(asked, len(taken), len(taken[0]))
    if target.bottom > tab.rows or target.right > tab.columns:
        raise tab.past_grid(target)
    pages.guard(tab, target)
    kind = ask.get("pasteType") or "PASTE_NORMAL"
    width = len(taken[0])
    for row in range(target.top, target.bottom):
        origin = (row - target.top) % len(taken)
        line: Sequence[Cell | None] = taken[origin] * ((target.right - target.left) // width)
        if kind != "PASTE_NORMAL" or pages.formulas:
            down, right = row - source.top - origin, target.left - source.left
            line = [
                pasted(pages, source_tab, cell, tab.cell(row, column), kind, down, right + place - place % width)
                for place, (column, cell) in enumerate(enumerate(line, target.left))
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
            if type(value) is type(under.entered) and value == under.entered and source.taint is under.taint:
                return before  # as it stands there: most of a copy made again and again
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
