"""Requests of a batch that look at what stands in cells: find and replace, sort, drop duplicates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tests.sheets_server.a1 import Box, area_of, written
from tests.sheets_server.cells import Cell, Entered, Formula
from tests.sheets_server.errors import ApiError
from tests.sheets_server.lines import ROWS, Line, set_line
from tests.sheets_server.on_cells import Ask, Reply, checked, shifted
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import formatted
from tests.sheets_server.shown import general
from tests.sheets_server.switches import FindMatches, MixedSort
from tests.sheets_server.tab import Row, Tab
from tests.sheets_server.typed import read_typed, shaped

# find and replace

Replaced = tuple[str, int]
"""The text afterwards, and how often something was found in it."""


def find_replace(pages: Pages, ask: Ask) -> Reply:
    """Replace text wherever it is found in the scope; the answer counts cells, rows, tabs and occurrences."""
    if not ask.get("find"):
        raise ApiError("Must specify a non-empty value to find.")
    replace = _replacer(ask)
    done = [
        (tab_id, *change) for tab_id, box in _scope(pages, ask) for change in _changes(pages, tab_id, box, replace, ask)
    ]
    if not done:
        return {"findReplace": without_zeros(pages, NOTHING_FOUND)}
    for tab_id, row, column, cell, _ in done:
        tab = pages.edit(tab_id)
        pages.guard(tab, Box(row, row + 1, column, column + 1))
        tab.put(row, column, checked(pages, cell, row, column))
    formulas = sum(isinstance(cell.entered, Formula) for _, _, _, cell, _ in done)
    counts = {
        "valuesChanged": len(done) - formulas,
        "formulasChanged": formulas,
        "rowsChanged": len({change[:2] for change in done}),
        "sheetsChanged": len({change[0] for change in done}),
        "occurrencesChanged": sum(change[4] for change in done),
    }
    return {"findReplace": without_zeros(pages, counts)}


NOTHING_FOUND = dict.fromkeys(
    ("valuesChanged", "formulasChanged", "rowsChanged", "sheetsChanged", "occurrencesChanged"), 0
)


def without_zeros(pages: Pages, counts: dict[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count or not pages.switches.zero_counts_omitted}


def _scope(pages: Pages, ask: Ask) -> list[tuple[int, Box]]:
    scopes = [name for name in ("range", "sheetId") if ask.get(name) is not None]
    if ask.get("allSheets"):
        scopes.append("allSheets")
    if len(scopes) != 1:
        raise ApiError("Must specify exactly one of range, sheetId or allSheets.")
    if scopes == ["range"]:
        area = area_of(ask["range"])
        return [(area.tab_id, pages.tab(area.tab_id).box(area))]
    tabs = list(pages.tabs.values()) if scopes == ["allSheets"] else [pages.tab(ask["sheetId"])]
    return [(tab.id, Box(0, tab.rows, 0, tab.columns)) for tab in tabs]


def _changes(
    pages: Pages, tab_id: int, box: Box, replace: Callable[[str], Replaced], ask: Ask
) -> Iterator[tuple[int, int, Cell, int]]:
    tab = pages.tabs[tab_id]
    for row, column, cell in _every(tab, box) if pages.switches.find_matches_empty_cell else tab.filled(box):
        text = _findable(pages, cell, ask)
        if text is None:
            continue
        after, found = replace(text)
        if found:
            yield row, column, _replaced(pages, cell, after), found


def _every(tab: Tab, box: Box) -> Iterator[tuple[int, int, Cell]]:
    for row in range(box.top, box.bottom):
        for column in range(box.left, box.right):
            yield row, column, tab.cell(row, column) or Cell()


def _findable(pages: Pages, cell: Cell, ask: Ask) -> str | None:
    """The text a cell is searched by, or None when it is not searched at all."""
    entered = cell.entered
    if isinstance(entered, Formula):
        return str(entered) if ask.get("includeFormulas") else None
    if isinstance(entered, str):
        return entered
    if entered is None:
        return "" if pages.switches.find_matches_empty_cell else None
    match pages.switches.find_matches:
        case FindMatches.TEXT_ONLY:
            return None
        case FindMatches.STORED:
            return str(entered).upper() if isinstance(entered, bool) else general(entered)
        case FindMatches.FORMATTED:
            return formatted(entered, cell)


def _replaced(pages: Pages, cell: Cell, text: str) -> Cell:
    entered: Entered = text or None
    if isinstance(cell.entered, Formula):
        entered = Formula(text) if text.startswith("=") else text
    elif pages.switches.replacement_parsed:
        typed = read_typed(text, cell, pages.today())
        pages.check_text(typed.entered)
        return cell.holding(typed.entered, _passed_on(pages, cell)).looking(shaped(cell, typed))
    pages.check_text(entered)
    return cell.holding(entered, _passed_on(pages, cell))


def _passed_on(pages: Pages, cell: Cell) -> object:
    """A replacement by a writer without a mark stays marked by what it replaced."""
    return cell.taint if pages.taint is None else pages.taint


def _replacer(ask: Ask) -> Callable[[str], Replaced]:
    find, replacement = ask["find"], ask.get("replacement") or ""
    whole, case = ask.get("matchEntireCell"), ask.get("matchCase")
    if not ask.get("searchByRegex"):
        if whole:
            return _whole_text(find, replacement, case=bool(case))
        pattern = re.compile(re.escape(find), 0 if case else re.IGNORECASE)
        return lambda text: pattern.subn(lambda _found: replacement, text)
    try:
        pattern = re.compile(re.sub(r"\(\?<(?![=!])", "(?P<", find), 0 if case else re.IGNORECASE)
    except re.error:
        raise ApiError(f"Invalid regular expression: {find}") from None
    template = JAVA_REPLACEMENT.sub(_python_group, replacement)
    if whole:
        return lambda text: (found.expand(template), 1) if (found := pattern.fullmatch(text)) else (text, 0)
    return lambda text: pattern.subn(template, text)


def _whole_text(find: str, replacement: str, *, case: bool) -> Callable[[str], Replaced]:
    if case:
        return lambda text: (replacement, 1) if text == find else (text, 0)
    folded = find.casefold()
    return lambda text: (replacement, 1) if text.casefold() == folded else (text, 0)


JAVA_REPLACEMENT = re.compile(r"\\(.)|\$(\d)|\$\{(\w+)\}", re.DOTALL)


def _python_group(found: re.Match[str]) -> str:
    """Java writes a group as `$1` or `${name}` and a literal as `\\$`; Python writes `\\g<1>`."""
    if found[1] is not None:
        return found[1].replace("\\", "\\\\")
    return f"\\g<{found[2] or found[3]}>"


# duplicates


def delete_duplicates(pages: Pages, ask: Ask) -> Reply:
    """Drop rows of a range that repeat an earlier one in the compared columns; the first stays.

    Only cells within the range close up; letter case, looks and formulas do not tell rows apart.
    """
    tab, box = pages.place(ask.get("range"))
    pages.guard(tab, box)
    columns = _compared(ask, box)
    seen: set[tuple[object, ...]] = set()
    stay = []
    for row in range(box.top, box.bottom):
        cells = tab.row(row)
        key = tuple(_sameness(pages, tab, cells[column] if column < len(cells) else None) for column in columns)
        if key not in seen:
            seen.add(key)
            stay.append(row)
    removed = box.bottom - box.top - len(stay)
    if removed:
        _close_up(tab, box, stay)
    return {"deleteDuplicates": without_zeros(pages, {"duplicatesRemovedCount": removed})}


def _compared(ask: Ask, box: Box) -> list[int]:
    columns: list[int] = []
    for span in ask.get("comparisonColumns") or ():
        if span.get("dimension", "COLUMNS") != "COLUMNS":
            raise ApiError("comparisonColumns must be columns.")
        columns += range(span.get("startIndex") or 0, span.get("endIndex") or box.right)
    if any(not box.left <= column < box.right for column in columns):
        raise ApiError("comparisonColumns must be within the range.")
    return columns or list(range(box.left, box.right))


def _sameness(pages: Pages, tab: Tab, cell: Cell | None) -> object:
    value = pages.value(tab, cell)
    if isinstance(value, str):
        return value.casefold()
    return (type(value) is bool, value)


def _close_up(tab: Tab, box: Box, stay: list[int]) -> None:
    taken = tab.cut_out(box)
    blank: Row = (None,) * (box.right - box.left)
    for place, row in enumerate(range(box.top, min(box.bottom, len(tab.grid)))):
        tab.put_row(row, box.left, taken[stay[place] - box.top] if place < len(stay) else blank)


# sorting


class Sortable(NamedTuple):
    row: int
    cells: Row
    line: Line


def sort_range(pages: Pages, ask: Ask) -> Reply:
    """Sort the rows of a range by its columns, later specs breaking ties; cells outside stay where they are."""
    tab, box = pages.place(ask.get("range"))
    pages.guard(tab, box)
    given = ask.get("sortSpecs") or ()
    specs = [(spec.get("dimensionIndex") or 0, spec.get("sortOrder") == "DESCENDING") for spec in given]
    if not specs:
        raise ApiError("Must specify at least one sort spec.")
    for overlay in tab.over("merges"):
        covered = overlay.areas[0].box(tab.rows, tab.columns)
        if covered.overlaps(box) and covered.bottom - covered.top > 1:
            _, _, where = written(tab.title, covered).rpartition("!")
            raise ApiError(f"You can't sort a range containing vertical merges. There is a vertical merge at {where}")
    sort_rows(pages, tab, box, specs)
    return None


def sort_rows(pages: Pages, tab: Tab, box: Box, specs: list[tuple[int, bool]]) -> None:
    """Which line a row's cells go to is decided here; formulas that move keep pointing at their own row."""
    bottom = min(box.bottom, len(tab.grid))
    rows = [
        Sortable(row, cells, tab.line(ROWS, row))
        for row, cells in zip(
            range(box.top, bottom), tab.cut_out(box._replace(bottom=max(bottom, box.top))), strict=True
        )
    ]
    if not pages.switches.sort_moves_hidden_rows:
        rows = [each for each in rows if not (each.line.hidden or each.line.filtered)]
    places = [each.row for each in rows]
    ordered = rows
    for column, descending in reversed(specs):
        ordered = _ordered(pages, tab, ordered, column - box.left, descending=descending)
    for place, each in zip(places, ordered, strict=True):
        down = place - each.row
        cells = tuple(_carried(cell, down) for cell in each.cells) if pages.formulas and down else each.cells
        tab.put_row(place, box.left, cells)
        _carry_line(pages, tab, place, each)


def _carried(cell: Cell | None, down: int) -> Cell | None:
    if cell is None or not isinstance(cell.entered, Formula):
        return cell
    return Cell(shifted(cell.entered, down, 0), cell.format, cell.note, cell.rule, cell.runs, cell.taint)


def _carry_line(pages: Pages, tab: Tab, place: int, each: Sortable) -> None:
    """Whether metadata goes along with the cells of a sorted row; hiding and height stay where they are."""
    if pages.switches.metadata_follows_sort:
        line = tab.line(ROWS, place)
        set_line(tab.lines[ROWS], place, line._replace(metadata=each.line.metadata))


def _ordered(pages: Pages, tab: Tab, rows: list[Sortable], place: int, *, descending: bool) -> list[Sortable]:
    ranks = [(rank(pages, tab, each.cells[place] if 0 <= place < len(each.cells) else None), each) for each in rows]
    filled = sorted((pair for pair in ranks if pair[0] is not None), key=_rank_of, reverse=descending)
    blank = [each for found, each in ranks if found is None]
    inner = [each for _, each in filled]
    if descending and not pages.switches.blanks_last_both_ways:
        return blank + inner
    return inner + blank


Ranked = tuple[Any, Sortable]


def _rank_of(pair: Ranked) -> Any:
    return pair[0]


def rank(pages: Pages, tab: Tab, cell: Cell | None) -> tuple[int, Any] | None:
    """Where a value sorts among others; None for nothing there."""
    value = pages.value(tab, cell)
    if value is None or value == "":
        return None
    text_first = pages.switches.mixed_sort is MixedSort.TEXT_NUMBERS_BOOLEANS
    if isinstance(value, bool):
        return 2, value
    if isinstance(value, int | float):
        return (1 if text_first else 0), value
    if isinstance(value, str):
        return (0 if text_first else 1), (value.casefold(), value)
    return 3, value.look
