"""Requests of a batch about whole tabs and the spreadsheet itself."""

from __future__ import annotations

from typing import Any

from tests.sheets_server.a1 import MOST_COLUMNS, Area
from tests.sheets_server.colours import normal_format
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import Mask
from tests.sheets_server.on_cells import Ask, Reply, required_mask
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import sheet_properties, tab_index
from tests.sheets_server.tab import Overlay, Tab

LONGEST_TITLE = 100
LOOKS: Mask = {name: {} for name in ("hidden", "rightToLeft", "tabColor", "tabColorStyle", "gridProperties")}
GRID_FLAGS = ("frozenRowCount", "frozenColumnCount", "hideGridlines", "rowGroupControlAfter", "columnGroupControlAfter")


def add_sheet(pages: Pages, ask: Ask) -> Reply:
    """A new tab at the end, or where it is asked for; its id and title must be new."""
    given = ask.get("properties") or {}
    grid = given.get("gridProperties") or {}
    tab_id = given.get("sheetId")
    if tab_id is not None:
        _check_new_id(pages, tab_id)
    tab = Tab(
        fresh_tab_id(pages) if tab_id is None else tab_id,
        given.get("title") or fresh_title(pages),
        grid.get("rowCount") or 1000,
        grid.get("columnCount") or 26,
    )
    check_title(pages, tab.title, tab.id)
    pages.add_tab(tab, given.get("index"))
    _apply(pages, tab, given, LOOKS)
    _check_columns(tab.columns)
    pages.check_size()
    return {"addSheet": {"properties": sheet_properties(tab, tab_index(pages, tab.id))}}


def _check_new_id(pages: Pages, tab_id: int) -> None:
    if tab_id in pages.tabs:
        raise ApiError(f"Sheet with id {tab_id} already exists.")
    if tab_id < 0:
        raise ApiError("Sheet id must be non-negative.")


def fresh_tab_id(pages: Pages) -> int:
    tab_id = pages.new_id()
    return tab_id if tab_id not in pages.tabs else fresh_tab_id(pages)


def fresh_title(pages: Pages) -> str:
    number = len(pages.tabs) + 1
    while pages.titled(f"Sheet{number}"):
        number += 1
    return f"Sheet{number}"


def check_title(pages: Pages, title: str, tab_id: int) -> None:
    other = pages.titled(title)
    if other is not None and other.id != tab_id:
        raise ApiError(f'A sheet with the name "{title}" already exists. Please enter another name.')
    if not title:
        raise ApiError("Sheet name cannot be empty.")
    if len(title) > LONGEST_TITLE:
        raise ApiError(f"The sheet name cannot be greater than {LONGEST_TITLE} characters.")


def _check_columns(columns: int) -> None:
    if columns > MOST_COLUMNS:
        raise ApiError(f"This action would increase the number of columns above the limit of {MOST_COLUMNS}.")


def delete_sheet(pages: Pages, ask: Ask) -> Reply:
    tab = _existing(pages, ask.get("sheetId"))
    if len(pages.tabs) == 1:
        raise ApiError("You can't remove all the sheets in a document.")
    if all(other.hidden for other in pages.tabs.values() if other.id != tab.id):
        raise ApiError("You can't remove all the visible sheets in a document.")
    pages.drop_tab(tab.id)
    return None


def _existing(pages: Pages, tab_id: int | None) -> Tab:
    tab = pages.tabs.get(tab_id or 0)
    if tab is None:
        raise ApiError(f"No sheet with id: {tab_id or 0}")
    return tab


def duplicate_sheet(pages: Pages, ask: Ask) -> Reply:
    """A copy of a tab beside or where asked, with ids of its own for what needs one."""
    source = _existing(pages, ask.get("sourceSheetId"))
    if ask.get("newSheetId") is not None:
        _check_new_id(pages, ask["newSheetId"])
    tab_id = fresh_tab_id(pages) if ask.get("newSheetId") is None else ask["newSheetId"]
    title = ask.get("newSheetName") or copy_title(pages, source.title)
    tab = copied_tab(pages, source, tab_id, title)
    check_title(pages, title, tab_id)
    pages.add_tab(tab, ask.get("insertSheetIndex") or 0)
    pages.check_size()
    return {"duplicateSheet": {"properties": sheet_properties(tab, tab_index(pages, tab.id))}}


def copy_title(pages: Pages, title: str) -> str:
    copy, number = f"Copy of {title}", 1
    while pages.titled(copy):
        number += 1
        copy = f"Copy of {title} {number}"
    return copy


OWN_IDS = {"filterViewId"}


def copied_tab(pages: Pages, source: Tab, tab_id: int, title: str) -> Tab:
    tab = source.copy()
    tab.id, tab.title, tab.hidden = tab_id, title, False
    tab.overlays.pop("protectedRanges", None)  # a copy is nobody's yet
    for kind, overlays in tab.overlays.items():
        tab.overlays[kind] = tuple(_copied_overlay(pages, overlay, tab_id) for overlay in overlays)
    return tab


def _copied_overlay(pages: Pages, overlay: Overlay, tab_id: int) -> Overlay:
    body = {name: pages.new_id() if name in OWN_IDS else part for name, part in overlay.body.items()}
    if "tableId" in body:
        body["tableId"] = str(pages.new_id())
    areas: tuple[Area, ...] = tuple(area._replace(tab_id=tab_id) for area in overlay.areas)
    return Overlay(areas, body)


def update_sheet_properties(pages: Pages, ask: Ask) -> Reply:
    given = ask.get("properties") or {}
    _existing(pages, given.get("sheetId"))
    mask = required_mask(ask)
    tab = pages.edit(given.get("sheetId"))
    if "*" in mask:
        mask = {name: {} for name in ("title", "index", *LOOKS)}
        if "index" not in given:
            del mask["index"]
    for name in mask:
        if name not in {"title", "index", "hidden", "rightToLeft", "tabColor", "tabColorStyle", "gridProperties"}:
            raise ApiError(f"Invalid field: {name}")
    _apply(pages, tab, given, mask)
    if "index" in mask:
        _reorder(pages, tab, given.get("index") or 0)
    return None


def _apply(pages: Pages, tab: Tab, given: Ask, mask: Mask) -> None:
    if "title" in mask:
        check_title(pages, given.get("title") or "", tab.id)
        tab.title = given["title"]
    if "hidden" in mask:
        tab.hidden = bool(given.get("hidden"))
        if all(other.hidden for other in pages.tabs.values()):
            raise ApiError("You can't hide all the sheets in a document.")
    properties = dict(tab.properties)
    if "rightToLeft" in mask:
        _set(properties, "rightToLeft", given.get("rightToLeft"))
    if "tabColor" in mask or "tabColorStyle" in mask:
        _colour(properties, given)
    tab.properties = properties
    if "gridProperties" in mask:
        _apply_grid(pages, tab, given.get("gridProperties") or {}, mask["gridProperties"])


def _set(properties: dict[str, Any], name: str, part: Any) -> None:
    if part:
        properties[name] = part
    else:
        properties.pop(name, None)


def _colour(properties: dict[str, Any], given: Ask) -> None:
    """Either spelling sets both; a style without a colour takes the colour off."""
    named = {name: given[name] for name in ("tabColor", "tabColorStyle") if given.get(name)}
    if named.get("tabColorStyle", {"rgbColor": {}}).get("rgbColor", {}) is None:
        named = {}
    for name in ("tabColor", "tabColorStyle"):
        properties.pop(name, None)
    properties.update(normal_format(named))


def _apply_grid(pages: Pages, tab: Tab, given: Ask, mask: Mask) -> None:
    names = set(mask) if mask and "*" not in mask else set(given)
    rows = given.get("rowCount") or 0 if "rowCount" in names else tab.rows
    columns = given.get("columnCount") or 0 if "columnCount" in names else tab.columns
    if rows < 1 or columns < 1:
        raise ApiError("You can't delete all the rows on the sheet." if rows < 1 else NO_COLUMNS_LEFT)
    _check_columns(columns)
    grid = dict(tab.properties.get("gridProperties", {}))
    for name in GRID_FLAGS:
        if name in names:
            _set(grid, name, given.get(name))
    if grid.get("frozenRowCount", 0) >= rows and rows < tab.rows:
        raise ApiError("Sorry, it is not possible to delete all non-frozen rows.")
    if (rows, columns) != (tab.rows, tab.columns):
        _resize(pages, tab, rows, columns)
    ordered = {name: grid[name] for name in GRID_FLAGS if name in grid}
    properties = {**tab.properties, "gridProperties": ordered}
    if not ordered:
        del properties["gridProperties"]
    tab.properties = properties


NO_COLUMNS_LEFT = "You can't delete all the columns on the sheet."


def _resize(pages: Pages, tab: Tab, rows: int, columns: int) -> None:
    """Cutting a grid deletes its last rows and columns, with all that refers to them."""
    if columns < tab.columns:
        pages.delete(tab, "COLUMNS", columns, tab.columns)
    if rows < tab.rows:
        pages.delete(tab, "ROWS", rows, tab.rows)
    tab.rows, tab.columns = rows, columns
    pages.check_size()


def _reorder(pages: Pages, tab: Tab, index: int) -> None:
    """The index is counted before the move: the tab goes in front of the one that is there now."""
    order = list(pages.tabs.values())
    now = order.index(tab)
    if index in (now, now + 1):
        return
    order.insert(min(index, len(order)), tab)
    del order[now if now < index else now + 1]
    pages.tabs = {each.id: each for each in order}


def update_spreadsheet_properties(pages: Pages, ask: Ask) -> Reply:
    mask, given = required_mask(ask), ask.get("properties") or {}
    names = tuple(given) if "*" in mask else tuple(mask)
    for name in names:
        if name not in {"title", "locale", "timeZone", "autoRecalc", "iterativeCalculationSettings", "defaultFormat"}:
            raise ApiError(f"Invalid field: {name}")
    if "title" in names and not given.get("title"):
        raise ApiError("Spreadsheet title cannot be empty.")
    pages.properties = {**pages.properties, **{name: given[name] for name in names if given.get(name)}}
    return None
