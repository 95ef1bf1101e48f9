"""Finding the team's tab and the tool's own in one look, and again after somebody renamed them.

The configuration names the tab by its title, so the first look asks for titles. Where one is gone, the spreadsheet's
list of tabs tells which tab carries the tool's mark; from then on tabs are asked for by their ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from callbacksheet.adapters.google_door import Json, NoSuchRangeError, Spreadsheet, a1_of
from callbacksheet.adapters.google_names import MARK, OWN_TABS, OWN_TITLES, STATE_TITLE
from callbacksheet.core.text import fold
from callbacksheet.errors import LayoutError

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


def look_for(spreadsheet: Spreadsheet, title: str, own: Sequence[str], fields: str) -> Json:
    """The tab of this title ("" is the marked one, else the first in sight) and the ``own`` tabs, as far as they are.

    One request where nothing was renamed; two before the first set-up; three after somebody renamed a tab.
    ``own`` begins with the state tab. Raises LayoutError where there is no such tab.
    """
    if title:
        try:
            return spreadsheet.look([a1_of(title), *map(a1_of, own)], fields)
        except NoSuchRangeError as missing:
            if own and _names(missing, STATE_TITLE) and not _names(missing, title):
                return spreadsheet.look([a1_of(title)], fields)
    tabs = tabs_of(spreadsheet.look([], TABS))
    team = team_tab(tabs, title)
    standing = {tab.title: tab.id for tab in tabs if tab.own} | {t: i for t, i in OWN_TABS.items() if _there(tabs, i)}
    return spreadsheet.look([team.id, *(standing[one] for one in own if one in standing)], fields)


def _there(tabs: Sequence[TabOf], sheet_id: int) -> bool:
    return any(tab.id == sheet_id for tab in tabs)


def _names(missing: NoSuchRangeError, title: str) -> bool:
    return missing.range.rpartition("!")[0].strip("'") == title or missing.range.strip("'") == title


def team_tab(tabs: Sequence[TabOf], title: str) -> TabOf:
    """The team's tab: of that title, else the one the tool marked once, else (no title) the first in sight."""
    teams = [tab for tab in tabs if not tab.own]
    named = [tab for tab in teams if title and fold(tab.title) == fold(title)]
    marked = [tab for tab in teams if tab.marked]
    in_sight = [tab for tab in teams if not tab.hidden and not title]
    found = [*named, *(marked if len(marked) == 1 else []), *in_sight]
    if found:
        return found[0]
    seen = ", ".join(f'"{tab.title}"' for tab in teams if not tab.hidden) or "none in sight"
    raise LayoutError(
        f'The spreadsheet has no tab "{title}". Nothing was changed.',
        f"Its tabs are: {seen}. Correct `tab` under [sheet], or bring the tab back (File, Version history).",
    )
