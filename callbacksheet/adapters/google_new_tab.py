"""How a tab is made ready on Google: headers, plain text, drop-downs, colours, views, and the tool's hidden tabs.

Everything here is a request of one ``batchUpdate`` and is done once, at init or adoption. Formulas of colours and
views need no argument separator, which is a comma or a semicolon depending on the spreadsheet's country.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from callbacksheet.adapters.google_door import Json
from callbacksheet.adapters.google_names import (
    DUE_NOW,
    HISTORY_TITLE,
    MARK,
    NEXT_UP,
    OWN_TABS,
    OWN_TITLES,
)
from callbacksheet.adapters.widths import width_of
from callbacksheet.core.layout import address
from callbacksheet.core.model import Column

Choices = Mapping[Column, tuple[str, ...]]

TEXT = {"numberFormat": {"type": "TEXT"}}
"""What keeps "2-4" from becoming 4 February, and lets a cell be compared and swapped exactly."""

_HEADER_LOOK = {
    "textFormat": {"bold": True},
    "backgroundColor": {"red": 0.91, "green": 0.933, "blue": 0.957},
    "verticalAlignment": "MIDDLE",
}
_RED = {"red": 0.973, "green": 0.827, "blue": 0.812}
_AMBER = {"red": 0.988, "green": 0.937, "blue": 0.78}
_GREY = {"red": 0.541, "green": 0.541, "blue": 0.541}
NEW_ROWS = 1000
"""How many rows a new tab has."""
_PIXELS_A_LETTER = 7
_OWN_ROWS, _OWN_COLUMNS = 100, 3


def clock_of(zone: str) -> Json:
    """The spreadsheet's own time zone, by which Google reckons colours and views."""
    return {"updateSpreadsheetProperties": {"properties": {"timeZone": zone}, "fields": "timeZone"}}


def new_tab(
    sheet_id: int, title: str, headers: Mapping[Column, str], choices: Choices, *, fresh: bool = False
) -> list[Json]:
    """An empty tab (``fresh``: one that is added) made the team's callback tab, in the headers' order.

    Its dressing and the tool's own tabs come with its adoption.
    """
    columns = {column: place for place, column in enumerate(headers)}
    cells = [{"userEnteredValue": {"stringValue": header}} for header in headers.values()]
    every = {"sheetId": sheet_id, "startRowIndex": 1, "endColumnIndex": len(columns)}
    added = [{"addSheet": {"properties": {"sheetId": sheet_id, "title": title}}}] if fresh else []
    return [
        *added,
        _properties(sheet_id, {"title": title, "gridProperties": {"frozenRowCount": 1, "columnCount": len(columns)}}),
        {"updateCells": {"start": {"sheetId": sheet_id}, "rows": [{"values": cells}], "fields": "userEnteredValue"}},
        _look({"sheetId": sheet_id, "endRowIndex": 1, "endColumnIndex": len(columns)}, _HEADER_LOOK),
        _look(every, {**TEXT, "verticalAlignment": "TOP", "wrapStrategy": "CLIP"}),
        *(_width(sheet_id, place, column) for column, place in columns.items()),
        *column_dressing(sheet_id, 0, columns, choices),
    ]


def as_it_will_stand(sheet_id: int, title: str, headers: Mapping[Column, str], rows: int) -> Json:
    """What a look at such a tab answers, so that its adoption can ride in the same change."""
    cells = [{"userEnteredValue": {"stringValue": header}} for header in headers.values()]
    grid = {"rowCount": rows, "columnCount": len(headers)}
    properties = {"sheetId": sheet_id, "title": title, "gridProperties": grid}
    return {"sheets": [{"properties": properties, "data": [{"rowData": [{"values": cells}]}]}]}


def column_dressing(sheet_id: int, header_row: int, columns: Mapping[Column, int], choices: Choices) -> list[Json]:
    """Columns that the tool adds: plain text, their drop-downs (which forbid nothing), the ID hidden."""
    requests: list[Json] = []
    for column, place in columns.items():
        cells = {**_across(sheet_id, place, place + 1), "startRowIndex": header_row + 1}
        requests.append(_look(cells, TEXT))
        if choices.get(column):
            requests.append(_drop_down(cells, choices[column]))
        if column is Column.ID:
            requests.append(_hidden(sheet_id, place))
    return requests


def tab_dressing(sheet_id: int, header_row: int, columns: Mapping[Column, int], choices: Choices) -> list[Json]:
    """What goes over the whole tab: the header's warning, colours, and the two filter views."""
    header = {"sheetId": sheet_id, "startRowIndex": header_row, "endRowIndex": header_row + 1}
    return [
        _warning(header, "callbacksheet: header"),
        *_colours(sheet_id, header_row, columns, choices),
        *_views(sheet_id, header_row, columns, choices),
    ]


def marked(sheet_id: int, others: Sequence[int] = ()) -> list[Json]:
    """The tab's mark, with its own id as the value: a copy of the tab carries one that is not its own.

    ``others`` are tabs that bore it so far.
    """
    lookups = [{"metadataKey": MARK, "metadataValue": str(other)} for other in others]
    gone = [{"deleteDeveloperMetadata": {"dataFilter": {"developerMetadataLookup": lookup}}} for lookup in lookups]
    made = {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataKey": MARK,
                "metadataValue": str(sheet_id),
                "location": {"sheetId": sheet_id},
                "visibility": "DOCUMENT",
            }
        }
    }
    return [*gone, made]


def tool_tabs(missing: Collection[str] = OWN_TITLES) -> list[Json]:
    """The tool's own tabs that are not there yet, hidden, with a warning for who would edit them.

    They are not made plain text: nothing is typed there, and each cell's format would come with every look.
    """
    requests: list[Json] = []
    for title in OWN_TITLES:
        if title in missing:
            requests += _tool_tab(title)
    return requests


def _tool_tab(title: str) -> list[Json]:
    sheet_id = OWN_TABS[title]
    columns = 9 if title == HISTORY_TITLE else _OWN_COLUMNS
    properties = {
        "sheetId": sheet_id,
        "title": title,
        "hidden": True,
        "gridProperties": {"rowCount": _OWN_ROWS, "columnCount": columns},
    }
    return [
        {"addSheet": {"properties": properties}},
        _warning({"sheetId": sheet_id}, "callbacksheet: what the tool remembers"),
    ]


def _properties(sheet_id: int, properties: Json) -> Json:
    grid = [f"gridProperties.{name}" for name in properties.get("gridProperties", {})]
    fields = [name for name in properties if name != "gridProperties"]
    changed = {"sheetId": sheet_id, **properties}
    return {"updateSheetProperties": {"properties": changed, "fields": ",".join([*fields, *grid])}}


def _look(cells: Json, look: Json) -> Json:
    fields = ",".join(f"userEnteredFormat.{name}" for name in look)
    return {"repeatCell": {"range": cells, "cell": {"userEnteredFormat": look}, "fields": fields}}


def _width(sheet_id: int, place: int, column: Column) -> Json:
    pixels = width_of(column) * _PIXELS_A_LETTER + 6
    return _dimension(sheet_id, place, {"pixelSize": pixels})


def _hidden(sheet_id: int, place: int) -> Json:
    return _dimension(sheet_id, place, {"hiddenByUser": True})


def _dimension(sheet_id: int, place: int, properties: Json) -> Json:
    where = {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": place, "endIndex": place + 1}
    return {
        "updateDimensionProperties": {"range": where, "properties": properties, "fields": ",".join(properties)},
    }


def _across(sheet_id: int, start: int, end: int) -> Json:
    return {"sheetId": sheet_id, "startColumnIndex": start, "endColumnIndex": end}


def _drop_down(cells: Json, words: Sequence[str]) -> Json:
    condition = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": word} for word in words]}
    rule = {"condition": condition, "showCustomUi": True, "strict": False}
    return {"setDataValidation": {"range": cells, "rule": rule, "filteredRowsIncluded": True}}


def _warning(cells: Json, description: str) -> Json:
    return {"addProtectedRange": {"protectedRange": {"range": cells, "description": description, "warningOnly": True}}}


def _colours(sheet_id: int, header_row: int, columns: Mapping[Column, int], choices: Choices) -> list[Json]:
    """Overdue red, due today amber, done grey."""
    words = choices.get(Column.STATUS)
    if not words or not {Column.STATUS, Column.NEXT_CALLBACK} <= columns.keys():
        return []
    first = header_row + 2
    at, done = _cell(columns[Column.NEXT_CALLBACK], first), f'{_cell(columns[Column.STATUS], first)}="{words[-1]}"'
    waits = f'(NOT({done}))*({at}<>"")'
    place = columns[Column.NEXT_CALLBACK]
    due = {**_across(sheet_id, place, place + 1), "startRowIndex": header_row + 1}
    rows = {**_across(sheet_id, 0, max(columns.values()) + 1), "startRowIndex": header_row + 1}
    rules: list[tuple[Json, str, Json]] = [
        (due, f"={waits}*(VALUE({at})<NOW())", {"backgroundColor": _RED}),
        (due, f"={waits}*(INT(VALUE({at}))=TODAY())", {"backgroundColor": _AMBER}),
        (rows, f"={done}", {"textFormat": {"foregroundColor": _GREY}}),
    ]
    return [_colour(index, *rule) for index, rule in enumerate(rules)]


def _colour(index: int, cells: Json, formula: str, look: Json) -> Json:
    rule = {"ranges": [cells], "booleanRule": {"condition": _formula(formula), "format": look}}
    return {"addConditionalFormatRule": {"rule": rule, "index": index}}


def _views(sheet_id: int, header_row: int, columns: Mapping[Column, int], choices: Choices) -> list[Json]:
    """For each who opens one, the open rows by next callback; nobody else's view changes.

    Rows of one minute stay as the tab has them, the urgent one first: by its letters Low would come before nothing.
    """
    words = choices.get(Column.STATUS)
    if not words or not {Column.STATUS, Column.NEXT_CALLBACK} <= columns.keys():
        return []
    place = columns[Column.NEXT_CALLBACK]
    at = _cell(place, header_row + 2)
    not_done = {"columnIndex": columns[Column.STATUS], "filterCriteria": {"hiddenValues": [words[-1]]}}
    is_due = {"columnIndex": place, "filterCriteria": {"condition": _formula(f'=({at}<>"")*(VALUE({at})<=NOW())')}}
    cells = {**_across(sheet_id, 0, max(columns.values()) + 1), "startRowIndex": header_row}
    return [
        _view(NEXT_UP, cells, place, [not_done]),
        _view(DUE_NOW, cells, place, [not_done, is_due]),
    ]


def _view(title: str, cells: Json, by: int, filters: Sequence[Json]) -> Json:
    sorts = [{"dimensionIndex": by, "sortOrder": "ASCENDING"}]
    view = {"title": title, "range": cells, "sortSpecs": sorts, "filterSpecs": list(filters)}
    return {"addFilterView": {"filter": view}}


def _formula(text: str) -> Json:
    return {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": text}]}


def _cell(place: int, row: int) -> str:
    """A cell of a column, whichever row a rule is at: ``$H2``."""
    return f"${address(row - 1, place)}"
