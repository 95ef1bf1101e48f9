"""The Spreadsheet resource: what `spreadsheets.get` answers, and what a batch answers when asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.sheets_server.a1 import Area, Box, grid_range_of
from tests.sheets_server.cells import Cell, Formula, extended, number_format, plain_number
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import EVERYTHING, Wanted
from tests.sheets_server.formulas import ErrorValue
from tests.sheets_server.lines import COLUMNS, ROWS, Line
from tests.sheets_server.pages import Pages
from tests.sheets_server.shown import shown
from tests.sheets_server.tab import Overlay, Row, Tab

WHITE = {"red": 1, "green": 1, "blue": 1}
DEFAULT_FORMAT: dict[str, Any] = {
    "backgroundColor": WHITE,
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": {
        "foregroundColor": {},
        "fontFamily": "arial,sans,sans-serif",
        "fontSize": 10,
        "bold": False,
        "italic": False,
        "strikethrough": False,
        "underline": False,
        "foregroundColorStyle": {"rgbColor": {}},
    },
    "backgroundColorStyle": {"rgbColor": WHITE},
}
THEME = {
    "primaryFontFamily": "Arial",
    "themeColors": [
        {"colorType": "TEXT", "color": {"rgbColor": {}}},
        {"colorType": "BACKGROUND", "color": {"rgbColor": WHITE}},
        {"colorType": "ACCENT1", "color": {"rgbColor": {"red": 0.25882354, "green": 0.52156866, "blue": 0.95686275}}},
        {"colorType": "ACCENT2", "color": {"rgbColor": {"red": 0.91764706, "green": 0.2627451, "blue": 0.20784314}}},
        {"colorType": "ACCENT3", "color": {"rgbColor": {"red": 0.9843137, "green": 0.7372549, "blue": 0.015686275}}},
        {"colorType": "ACCENT4", "color": {"rgbColor": {"red": 0.20392157, "green": 0.65882355, "blue": 0.3254902}}},
        {"colorType": "ACCENT5", "color": {"rgbColor": {"red": 1, "green": 0.42745098, "blue": 0.003921569}}},
        {"colorType": "ACCENT6", "color": {"rgbColor": {"red": 0.27450982, "green": 0.7411765, "blue": 0.7764706}}},
        {"colorType": "LINK", "color": {"rgbColor": {"red": 0.06666667, "green": 0.33333334, "blue": 0.8}}},
    ],
}
USUAL_SIZE = {ROWS: 21, COLUMNS: 100}


def new_properties(title: str) -> dict[str, Any]:
    return {
        "title": title,
        "locale": "en_US",
        "autoRecalc": "ON_CHANGE",
        "timeZone": "Etc/GMT",
        "defaultFormat": DEFAULT_FORMAT,
        "spreadsheetTheme": THEME,
    }


def spreadsheet(pages: Pages, ranges: Sequence[str], want: Wanted) -> dict[str, Any]:
    """The whole resource. Ranges narrow it to their tabs, and the grid data to their cells."""
    asked: dict[int, list[Area]] = {}
    for text in ranges:
        tab, area = pages.find(text)
        asked.setdefault(tab.id, []).append(area)
    answer: dict[str, Any] = {
        "spreadsheetId": pages.spreadsheet_id,
        "properties": pages.properties,
        "sheets": [
            sheet(pages, tab, index, asked.get(tab.id, ()), want)
            for index, tab in enumerate(pages.tabs.values())
            if not ranges or tab.id in asked
        ],
    }
    names = [named_range(name_id, named) for name_id, named in pages.named.items() if named.area is not None]
    if names:
        answer["namedRanges"] = names
    answer["spreadsheetUrl"] = f"https://docs.google.com/spreadsheets/d/{pages.spreadsheet_id}/edit"
    if pages.metadata:
        place = {"locationType": "SPREADSHEET", "spreadsheet": True}
        answer["developerMetadata"] = [located(each, place) for each in pages.metadata]
    return answer


def named_range(name_id: str, named: Any) -> dict[str, Any]:
    return {"namedRangeId": name_id, "name": named.name, "range": grid_range_of(named.area)}


def sheet(pages: Pages, tab: Tab, index: int, areas: Sequence[Area] = (), want: Wanted = EVERYTHING) -> dict[str, Any]:
    answer: dict[str, Any] = {"properties": sheet_properties(tab, index)}
    boxes = [readable_box(pages, tab, area) for area in areas or [Area(tab.id)]]
    if want.grid:
        answer["data"] = [grid_data(pages, tab, box, want) for box in boxes]
    for kind, render in OVERLAYS.items():
        overlays = touching(tab, kind, boxes) if kind == "merges" else tab.over(kind)
        if overlays:
            rendered = [render(pages, overlay) for overlay in overlays]
            answer[kind] = rendered[0] if kind == "basicFilter" else rendered
    if tab.metadata:
        place = {"locationType": "SHEET", "sheetId": tab.id}
        answer["developerMetadata"] = [located(each, place) for each in tab.metadata]
    return answer


def touching(tab: Tab, kind: str, boxes: Sequence[Box]) -> list[Overlay]:
    """What lies over cells that were asked for: a ranged answer tells only of these merges."""
    return [
        overlay
        for overlay in tab.over(kind)
        if any(overlay.areas[0].box(tab.rows, tab.columns).overlaps(box) for box in boxes)
    ]


def sheet_properties(tab: Tab, index: int) -> dict[str, Any]:
    own = tab.properties
    answer = {
        "sheetId": tab.id,
        "title": tab.title,
        "index": index,
        "sheetType": "GRID",
        "gridProperties": {"rowCount": tab.rows, "columnCount": tab.columns, **own.get("gridProperties", {})},
    }
    if tab.hidden:
        answer["hidden"] = True
    answer.update((name, own[name]) for name in ("tabColor", "rightToLeft", "tabColorStyle") if name in own)
    return answer


def readable_box(pages: Pages, tab: Tab, area: Area) -> Box:
    """The cells a reader gets: cut to the grid, or refused beyond it, as the switch says."""
    box = area.box(tab.rows, tab.columns)
    if box.top >= tab.rows or box.left >= tab.columns:
        raise tab.past_grid(box)
    if box.bottom > tab.rows or box.right > tab.columns:
        if not pages.switches.reads_past_grid_clipped:
            raise tab.past_grid(box)
        box = Box(box.top, min(box.bottom, tab.rows), box.left, min(box.right, tab.columns))
    return box


def grid_data(pages: Pages, tab: Tab, box: Box, want: Wanted) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    if box.top:
        answer["startRow"] = box.top
    if box.left:
        answer["startColumn"] = box.left
    rows = _row_data(pages, tab, box, want.cells)
    if rows:
        answer["rowData"] = rows
    if want.lines:
        answer["rowMetadata"] = _lines(tab, ROWS, box.top, box.bottom)
        answer["columnMetadata"] = _lines(tab, COLUMNS, box.left, box.right)
    return answer


def _row_data(pages: Pages, tab: Tab, box: Box, parts: frozenset[str] | None) -> list[dict[str, Any]]:
    """The rows down to the last that holds anything; a row that stands there many times is made once."""
    keeps = pages.switches.unasked_cells_answered
    made: dict[Row, dict[str, Any]] = {}
    rows = []
    for whole in tab.grid[box.top : box.bottom]:
        cells = whole[box.left : box.right]
        row = made.get(cells)
        if row is None:
            told = [cell_data(pages, tab, cell, parts) for cell in cells]
            while told and (told[-1] is NO_CELL or not (keeps or told[-1])):
                told.pop()
            row = made[cells] = {"values": told} if told else {}
        rows.append(row)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _lines(tab: Tab, dimension: str, start: int, end: int) -> list[dict[str, Any]]:
    usual = {"pixelSize": USUAL_SIZE[dimension]}
    kept = enumerate(tab.lines[dimension][start:end], start)
    own = [dimension_properties(tab, dimension, index, line) for index, line in kept]
    return own + [usual] * (end - start - len(own))


def dimension_properties(tab: Tab, dimension: str, index: int, line: Line) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    if line.filtered:
        answer["hiddenByFilter"] = True
    if line.hidden:
        answer["hiddenByUser"] = True
    answer["pixelSize"] = line.size or USUAL_SIZE[dimension]
    if line.metadata:
        answer["developerMetadata"] = [located(each, line_location(tab, dimension, index)) for each in line.metadata]
    return answer


def line_location(tab: Tab, dimension: str, index: int) -> dict[str, Any]:
    span: dict[str, Any] = {"sheetId": tab.id} if tab.id else {}
    span.update(dimension=dimension, startIndex=index, endIndex=index + 1)
    return {"locationType": "ROW" if dimension == ROWS else "COLUMN", "dimensionRange": span}


def located(metadata: dict[str, Any], location: dict[str, Any]) -> dict[str, Any]:
    """Developer metadata as answered: where it hangs now is not kept with it, since it moves."""
    kept = dict(metadata)
    visibility = kept.pop("visibility")
    return {**kept, "location": location, "visibility": visibility}


NO_CELL: dict[str, Any] = {}
ALL_PARTS = frozenset(
    [
        "userEnteredValue",
        "effectiveValue",
        "formattedValue",
        "userEnteredFormat",
        "effectiveFormat",
        "note",
        "textFormatRuns",
        "chipRuns",
        "dataValidation",
    ]
)


def cell_data(pages: Pages, tab: Tab, cell: Cell | None, parts: frozenset[str] | None) -> dict[str, Any]:
    """A cell's CellData, or the parts of it that are asked for. Shared between answers: for reading only."""
    if cell is None:
        return NO_CELL
    if cell.known is not None and cell.known[0] is parts:
        return cell.known[1]
    answer = _cell_data(pages, tab, cell, parts or ALL_PARTS)
    if not isinstance(cell.entered, Formula):
        cell.known = (parts, answer)
    return answer


def _cell_data(pages: Pages, tab: Tab, cell: Cell, parts: frozenset[str]) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    if cell.entered is not None:
        value = pages.value(tab, cell)
        if "userEnteredValue" in parts:
            answer["userEnteredValue"] = extended(cell.entered)
        if "effectiveValue" in parts:
            answer["effectiveValue"] = effective(value)
        if "formattedValue" in parts:
            answer["formattedValue"] = formatted(value, cell)
    if cell.format and "userEnteredFormat" in parts:
        answer["userEnteredFormat"] = cell.format
    if "effectiveFormat" in parts and (cell.format or cell.entered is not None):
        answer["effectiveFormat"] = laid_over(DEFAULT_FORMAT, cell.format) if cell.format else DEFAULT_FORMAT
    if cell.note and "note" in parts:
        answer["note"] = cell.note
    if cell.runs:
        answer.update((name, part) for name, part in cell.runs.items() if name in parts)
    if cell.rule and "dataValidation" in parts:
        answer["dataValidation"] = cell.rule
    return answer


def effective(value: object) -> dict[str, Any]:
    if isinstance(value, ErrorValue):
        error = {"type": value.kind}
        if value.why:
            error["message"] = value.why
        return {"errorValue": error}
    return extended(plain_number(value) if isinstance(value, float) else value)


def formatted(value: object, cell: Cell | None) -> str:
    return value.look if isinstance(value, ErrorValue) else shown(value, number_format(cell))


def laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """One format over another, part by part."""
    answer = {**under, **over}
    for name in ("textFormat", "padding"):
        if name in over and name in under:
            answer[name] = {**under[name], **over[name]}
    return answer


def _merge(_pages: Pages, overlay: Overlay) -> dict[str, Any]:
    return grid_range_of(overlay.areas[0])


def _protection(pages: Pages, overlay: Overlay) -> dict[str, Any]:
    return protection(pages, overlay, with_editors=True)


def protection(pages: Pages, overlay: Overlay, *, with_editors: bool) -> dict[str, Any]:
    """A protected range. The answer to its creation lists no editors; the next read does."""
    body = overlay.body
    answer: dict[str, Any] = {"protectedRangeId": body["protectedRangeId"], "range": grid_range_of(overlay.areas[0])}
    answer.update((name, body[name]) for name in ("namedRangeId", "description", "warningOnly") if body.get(name))
    editors = body.get("editors", {})
    if body.get("warningOnly") or pages.user in editors.get("users", ()):
        answer["requestingUserCanEdit"] = True
    if body.get("unprotectedRanges"):
        answer["unprotectedRanges"] = body["unprotectedRanges"]
    answer["editors"] = editors if with_editors else {}
    return answer


def _conditional(_pages: Pages, overlay: Overlay) -> dict[str, Any]:
    return {"ranges": [grid_range_of(area) for area in overlay.areas], **overlay.body}


def _ranged(_pages: Pages, overlay: Overlay) -> dict[str, Any]:
    """An id and a title first, then the range, then the rest, as Google orders them."""
    body = overlay.body
    first: dict[str, Any] = {name: body[name] for name in ("filterViewId", "tableId", "title", "name") if name in body}
    rest = {name: part for name, part in body.items() if name not in first}
    return {**first, "range": grid_range_of(overlay.areas[0]), **rest}


def _group(_pages: Pages, overlay: Overlay) -> dict[str, Any]:
    return group(overlay)


def group(overlay: Overlay) -> dict[str, Any]:
    tab_id, top, bottom, left, right = overlay.areas[0]
    dimension, start, end = (ROWS, top, bottom) if bottom is not None else (COLUMNS, left, right)
    span: dict[str, Any] = {"sheetId": tab_id} if tab_id else {}
    span.update(dimension=dimension, startIndex=start or 0, endIndex=end)
    return {"range": span, **overlay.body}


OVERLAYS = {
    "merges": _merge,
    "conditionalFormats": _conditional,
    "filterViews": _ranged,
    "protectedRanges": _protection,
    "basicFilter": _ranged,
    "rowGroups": _group,
    "columnGroups": _group,
    "tables": _ranged,
}


def tab_index(pages: Pages, tab_id: int) -> int:
    for index, known in enumerate(pages.tabs):
        if known == tab_id:
            return index
    raise ApiError(f"No sheet with id: {tab_id}")
