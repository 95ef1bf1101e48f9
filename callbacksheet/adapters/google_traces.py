"""Where a number or a name still stands in a Google spreadsheet, whichever tab it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from callbacksheet.adapters.google_door import Json, Spreadsheet
from callbacksheet.adapters.google_names import OWN_TABS, OWN_TITLES
from callbacksheet.adapters.traces import MEMORY, digits_pattern
from callbacksheet.core.forget import says
from callbacksheet.core.layout import address

_CELLS = "sheets(properties(sheetId,title),data(startRow,startColumn,rowData(values(formattedValue,note))))"


def traces_on(spreadsheet: Spreadsheet, number: str, names: Collection[str]) -> tuple[str, ...]:
    """The places, as "Archive!B7"; what stands on the tool's own tabs in one word. One look at every tab."""
    answer = spreadsheet.look([], _CELLS)
    return tuple(dict.fromkeys(place for sheet in answer.get("sheets", ()) for place in _on(sheet, number, names)))


def _on(sheet: Json, number: str, names: Collection[str]) -> Iterator[str]:
    digits = digits_pattern(number)
    title = str(sheet["properties"].get("title", ""))
    own = title in OWN_TITLES or sheet["properties"].get("sheetId") in OWN_TABS.values()
    for row, column, text in _texts(sheet):
        if digits.search(text) or says(text, names):
            yield MEMORY if own else f"{title}!{address(row, column)}"


def _texts(sheet: Json) -> Iterator[tuple[int, int, str]]:
    for grid in sheet.get("data", ()):
        for row, line in enumerate(grid.get("rowData", ()), grid.get("startRow", 0)):
            for column, cell in enumerate(line.get("values", ()), grid.get("startColumn", 0)):
                text = f"{cell.get('formattedValue', '')}\n{cell.get('note', '')}".strip()
                if text:
                    yield row, column, text
