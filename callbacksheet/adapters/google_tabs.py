"""The tabs of a spreadsheet, without a single cell: what setting up and ``doctor`` look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from callbacksheet.adapters.google_door import Json
from callbacksheet.adapters.google_names import MARK, OWN_TABS, OWN_TITLES

TABS = (
    "properties(title,locale,timeZone),"
    "sheets(properties(sheetId,title,index,hidden,sheetType,gridProperties),"
    "developerMetadata(metadataKey,metadataValue))"
)
"""The field mask of the list of tabs, without a single cell."""


@dataclass(frozen=True, slots=True)
class TabOf:
    """A tab as the list of tabs has it. ``marked``: the tool set it up once, whatever it is called now."""

    id: int
    title: str
    hidden: bool
    marked: bool
    rows: int
    columns: int

    @property
    def own(self) -> bool:
        """Whether it is one of the tool's own."""
        return self.title in OWN_TITLES or self.id in OWN_TABS.values()


def tabs_of(answer: Json) -> tuple[TabOf, ...]:
    """The spreadsheet's tabs of cells, in their order, from an answer with ``TABS``."""
    return tuple(_tab(sheet) for sheet in answer.get("sheets", ()) if _of_cells(sheet))


def _of_cells(sheet: Json) -> bool:
    return bool(sheet["properties"].get("sheetType", "GRID") == "GRID")


def _tab(sheet: Json) -> TabOf:
    properties = sheet["properties"]
    grid: Mapping[str, int] = properties.get("gridProperties", {})
    sheet_id = int(properties.get("sheetId", 0))
    marks = [one.get("metadataValue") for one in sheet.get("developerMetadata", ()) if one.get("metadataKey") == MARK]
    return TabOf(
        sheet_id,
        str(properties.get("title", "")),
        bool(properties.get("hidden")),
        str(sheet_id) in marks,
        int(grid.get("rowCount", 0)),
        int(grid.get("columnCount", 0)),
    )
