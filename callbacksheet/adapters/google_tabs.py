"""The tabs of a spreadsheet, without a single cell: what setting up and ``doctor`` look at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from callbacksheet.adapters.google_door import Json
from callbacksheet.adapters.google_look import Grid, area_of, bears_mark, grid_of
from callbacksheet.adapters.google_names import OWN_TABS, OWN_TITLES
from callbacksheet.core.snapshot import Area

TABS = (
    "properties(title,locale,timeZone),"
    "sheets(properties(sheetId,title,index,hidden,sheetType,gridProperties),"
    "developerMetadata(metadataKey,metadataValue),"
    "protectedRanges(range,warningOnly,requestingUserCanEdit,unprotectedRanges))"
)
"""The field mask of the list of tabs, without a single cell."""


@dataclass(frozen=True, slots=True)
class TabOf:
    """A tab as the list of tabs has it. ``marked``: the tool set it up once, whatever it is called now.

    ``closed`` are the areas in which this account may not write, each with those in it that are left open.
    """

    id: int
    title: str
    hidden: bool
    marked: bool
    rows: int
    columns: int
    closed: tuple[tuple[Area, tuple[Area, ...]], ...] = ()

    def closed_from(self, row: int) -> Area | None:
        """What the account may not write to from this row on; None where it may write everywhere."""
        for area, free in self.closed:
            below = replace(area, top=max(area.top, row))
            if below.top <= below.bottom and not any(_holds(one, below) for one in free):
                return below
        return None

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
    grid = grid_of(sheet)
    return TabOf(
        grid.id,
        grid.title,
        bool(sheet["properties"].get("hidden")),
        bears_mark(sheet),
        grid.rows,
        grid.columns,
        tuple(_closed(one, grid) for one in sheet.get("protectedRanges", ()) if _is_closed(one)),
    )


def _is_closed(protected: Json) -> bool:
    return not (protected.get("warningOnly") or protected.get("requestingUserCanEdit"))


def _closed(protected: Json, grid: Grid) -> tuple[Area, tuple[Area, ...]]:
    free = tuple(area_of(one, grid) for one in protected.get("unprotectedRanges", ()))
    return area_of(protected.get("range", {}), grid), free


def _holds(area: Area, other: Area) -> bool:
    return (
        area.top <= other.top and area.left <= other.left and area.bottom >= other.bottom and area.right >= other.right
    )
