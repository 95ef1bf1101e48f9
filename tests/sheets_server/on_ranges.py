"""Requests of a batch about what lies over a range: names, protections, filters, rules, conditional formats."""

from __future__ import annotations

import re
from typing import Any

from tests.sheets_server.a1 import CELL, ROW_COLUMN_STYLE, Area, area_of
from tests.sheets_server.colours import normal_format
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import EVERYTHING
from tests.sheets_server.filters import apply_filter, with_both_spellings
from tests.sheets_server.lines import COLUMNS, ROWS, set_line
from tests.sheets_server.on_cells import Ask, Reply, change_cells, required_mask
from tests.sheets_server.on_lines import Span
from tests.sheets_server.pages import Named, Pages
from tests.sheets_server.resource import line_location, located, named_range, protection, sheet
from tests.sheets_server.tab import Overlay, Tab

NO_GRID = EVERYTHING._replace(grid=False)

# named ranges


def add_named_range(pages: Pages, ask: Ask) -> Reply:
    """A name for a range. An id or a name that is taken is refused: this is what makes it a lock."""
    given = ask.get("namedRange") or {}
    name_id = given.get("namedRangeId") or str(pages.new_id())
    name = given.get("name") or ""
    check_name(name)
    if name_id in pages.named and _blocks(pages, pages.named[name_id]):
        raise ApiError(f"Cannot add named range with ID: {name_id}, a named range with that ID already exists.")
    _check_free(pages, name, name_id)
    area = pages.area(given.get("range"))
    pages.named[name_id] = Named(name, area)
    return {"addNamedRange": {"namedRange": named_range(name_id, pages.named[name_id])}}


NAME = re.compile(r"[^\W\d]\w{0,249}\Z")


def check_name(name: str) -> None:
    """Letters, digits and underscores, no digit first, nothing that reads as a cell or as true or false."""
    looks_like_a_cell = CELL.match(name) or ROW_COLUMN_STYLE.match(name)
    if not NAME.match(name) or looks_like_a_cell or name.lower() in {"true", "false"}:
        raise ApiError(f"Invalid named range name: {name}")


def _blocks(pages: Pages, named: Named) -> bool:
    return named.area is not None or pages.switches.lost_named_range_blocks


def _check_free(pages: Pages, name: str, name_id: str) -> None:
    for other_id, other in pages.named.items():
        if other_id != name_id and other.name.casefold() == name.casefold() and _blocks(pages, other):
            raise ApiError(f"Cannot add named range with name: {name}, a named range with that name already exists.")


def update_named_range(pages: Pages, ask: Ask) -> Reply:
    given, mask = ask.get("namedRange") or {}, required_mask(ask)
    name_id = given.get("namedRangeId") or ""
    named = _named(pages, name_id)
    if "name" in mask or "*" in mask:
        check_name(given.get("name") or "")
        _check_free(pages, given["name"], name_id)
        named = named._replace(name=given["name"])
    if "range" in mask or "*" in mask:
        named = named._replace(area=pages.area(given.get("range")))
    pages.named[name_id] = named
    return None


def delete_named_range(pages: Pages, ask: Ask) -> Reply:
    name_id = ask.get("namedRangeId") or ""
    if name_id not in pages.named and not pages.switches.absent_named_range_refused:
        return None
    _named(pages, name_id)
    del pages.named[name_id]
    return None


def _named(pages: Pages, name_id: str) -> Named:
    if name_id not in pages.named:
        raise ApiError(f"No named range with id: {name_id}")
    return pages.named[name_id]


# protected ranges


def add_protected_range(pages: Pages, ask: Ask) -> Reply:
    """Protect a range or a whole tab. Whoever asks may always edit it."""
    given = ask.get("protectedRange") or {}
    body = _protected_body(pages, given)
    area = _protected_area(pages, given)
    tab = pages.edit(area.tab_id)
    ids = {each.body["protectedRangeId"] for other in pages.tabs.values() for each in other.over("protectedRanges")}
    if body["protectedRangeId"] in ids:
        raise ApiError(f"Protected range with id {body['protectedRangeId']} already exists.")
    if area == Area(tab.id) and any(each.areas[0] == area for each in tab.over("protectedRanges")):
        raise ApiError(f'Sheet "{tab.title}" already has sheet protection.')
    overlay = Overlay((area,), body)
    tab.overlays["protectedRanges"] = (*tab.over("protectedRanges"), overlay)
    return {"addProtectedRange": {"protectedRange": protection(pages, overlay, with_editors=False)}}


def _protected_body(pages: Pages, given: Ask) -> dict[str, Any]:
    users = [str(user) for user in (given.get("editors") or {}).get("users") or ()]
    if given.get("warningOnly") and users:
        raise ApiError("ProtectedRange is warningOnly. Editors cannot be set on it.")
    body: dict[str, Any] = {"protectedRangeId": given.get("protectedRangeId") or pages.new_id()}
    for name in ("namedRangeId", "description", "warningOnly", "unprotectedRanges"):
        if given.get(name):
            body[name] = given[name]
    body["editors"] = {"users": [*users, *([] if pages.user in users else [pages.user])]}
    return body


def _protected_area(pages: Pages, given: Ask) -> Area:
    name_id = given.get("namedRangeId")
    if name_id:
        area = _named(pages, name_id).area
        if area is None:
            raise ApiError(f"No named range with id: {name_id}")
        return area
    return pages.area(given.get("range"))


def update_protected_range(pages: Pages, ask: Ask) -> Reply:
    given, mask = ask.get("protectedRange") or {}, required_mask(ask)
    tab, overlay = _with_id(
        pages, "protectedRanges", "protectedRangeId", given.get("protectedRangeId"), "protected range"
    )
    names = set(given) if "*" in mask else set(mask)
    body = {name: part for name, part in overlay.body.items() if name not in names or name == "protectedRangeId"}
    body.update((name, given[name]) for name in names if given.get(name) and name not in {"range", "protectedRangeId"})
    if "editors" in names:
        users = list((given.get("editors") or {}).get("users") or ())
        body["editors"] = {"users": [*users, *([] if pages.user in users else [pages.user])]}
    if body.get("warningOnly") and "editors" in names and (given.get("editors") or {}).get("users"):
        raise ApiError("ProtectedRange is warningOnly. Editors cannot be set on it.")
    areas = (pages.area(given.get("range")),) if "range" in names else overlay.areas
    _swap(tab, "protectedRanges", overlay, Overlay(areas, body))
    return None


def delete_protected_range(pages: Pages, ask: Ask) -> Reply:
    tab, overlay = _with_id(
        pages, "protectedRanges", "protectedRangeId", ask.get("protectedRangeId"), "protected range"
    )
    _swap(tab, "protectedRanges", overlay, None)
    return None


def _with_id(pages: Pages, kind: str, id_name: str, wanted: object, noun: str) -> tuple[Tab, Overlay]:
    """The overlay with this id, on whichever tab it lies."""
    for tab in pages.tabs.values():
        for overlay in tab.over(kind):
            if overlay.body.get(id_name) == wanted:
                return pages.edit(tab.id), overlay
    raise ApiError(f"No {noun} with id: {wanted or 0}")


def _swap(tab: Tab, kind: str, old: Overlay, new: Overlay | None) -> None:
    """Put another in an overlay's place, or nothing."""
    kept = [new if overlay is old else overlay for overlay in tab.over(kind)]
    tab.overlays[kind] = tuple(overlay for overlay in kept if overlay is not None)


# filters


def set_basic_filter(pages: Pages, ask: Ask) -> Reply:
    """The one filter everybody shares; it hides rows for all, as they stand now."""
    given = ask.get("filter") or {}
    area = area_of(given.get("range") or {})
    tab = pages.edit(area.tab_id)
    box = tab.box(area)
    body = with_both_spellings({name: part for name, part in given.items() if name != "range" and part})
    tab.overlays["basicFilter"] = (Overlay((Area(tab.id, *box),), body),)
    apply_filter(pages, tab)
    return None


def clear_basic_filter(pages: Pages, ask: Ask) -> Reply:
    tab = pages.edit(ask.get("sheetId"))
    tab.overlays.pop("basicFilter", None)
    apply_filter(pages, tab)
    return None


def add_filter_view(pages: Pages, ask: Ask) -> Reply:
    """A way of looking at the tab that hides nothing from anybody else."""
    given = ask.get("filter") or {}
    view_id = given.get("filterViewId") or pages.new_id()
    taken = {view.body["filterViewId"] for tab in pages.tabs.values() for view in tab.over("filterViews")}
    if view_id in taken:
        raise ApiError(f"Filter view with id {view_id} already exists.")
    area = area_of(given.get("range") or {})
    tab = pages.edit(area.tab_id)
    area = Area(tab.id, *tab.box(area))
    title = given.get("title") or f"Filter {len(tab.over('filterViews')) + 1}"
    rest = {name: part for name, part in given.items() if name not in {"range", "title", "filterViewId"} and part}
    overlay = Overlay((area,), {"filterViewId": view_id, "title": title, **with_both_spellings(rest)})
    tab.overlays["filterViews"] = (*tab.over("filterViews"), overlay)
    return {"addFilterView": {"filter": sheet(pages, tab, 0, want=NO_GRID)["filterViews"][-1]}}


def delete_filter_view(pages: Pages, ask: Ask) -> Reply:
    tab, overlay = _with_id(pages, "filterViews", "filterViewId", ask.get("filterId"), "filter view")
    _swap(tab, "filterViews", overlay, None)
    return None


# validation and conditional formats


def set_data_validation(pages: Pages, ask: Ask) -> Reply:
    """A rule for each cell of a range, or none; rows a filter hides are left out unless they are asked for."""
    tab, box = pages.place(ask.get("range"))
    pages.guard(tab, box)
    rule = ask.get("rule")
    rule = {name: part for name, part in rule.items() if part} if rule else None
    if rule is None:
        box = box._replace(bottom=min(box.bottom, len(tab.grid)))
    hidden = () if ask.get("filteredRowsIncluded") else filtered_rows(tab)
    change_cells(pages, tab, box, lambda cell: cell.ruled(rule), rows=hidden)
    return None


def filtered_rows(tab: Tab) -> set[int]:
    return {row for row, line in enumerate(tab.lines[ROWS]) if line.filtered}


def add_conditional_format(pages: Pages, ask: Ask) -> Reply:
    given = ask.get("rule") or {}
    areas = tuple(pages.area(each) for each in given.get("ranges") or ())
    if not areas:
        raise ApiError("ConditionalFormatRule must have at least one range.")
    if len({area.tab_id for area in areas}) > 1:
        raise ApiError("All the ranges of a ConditionalFormatRule must be on the same grid.")
    tab = pages.edit(areas[0].tab_id)
    rules = list(tab.over("conditionalFormats"))
    index = ask.get("index") or 0
    if not 0 <= index <= len(rules):
        raise ApiError(f"No conditional format at index: {index}")
    rules.insert(index, Overlay(areas, _rule_body(given)))
    tab.overlays["conditionalFormats"] = tuple(rules)
    return None


def _rule_body(given: Ask) -> dict[str, Any]:
    body = {name: part for name, part in given.items() if name != "ranges" and part}
    if "booleanRule" in body:
        rule = dict(body["booleanRule"])
        rule["format"] = normal_format(rule.get("format") or {})
        body["booleanRule"] = rule
    return body


def delete_conditional_format(pages: Pages, ask: Ask) -> Reply:
    tab = pages.edit(ask.get("sheetId"))
    rules, index = list(tab.over("conditionalFormats")), ask.get("index") or 0
    if not 0 <= index < len(rules):
        raise ApiError(f"No conditional format on sheet: {tab.id} at index: {index}")
    gone = sheet(pages, tab, 0, want=NO_GRID)["conditionalFormats"][index]
    del rules[index]
    tab.overlays["conditionalFormats"] = tuple(rules)
    return {"deleteConditionalFormatRule": {"rule": gone}}


# developer metadata


def create_metadata(pages: Pages, ask: Ask) -> Reply:
    """A note for programs on a row, a column, a tab or the spreadsheet."""
    given = ask.get("developerMetadata") or {}
    if not given.get("metadataKey") or not given.get("visibility"):
        raise ApiError("Developer metadata must have a key and a visibility.")
    metadata_id = given.get("metadataId") or pages.new_id()
    if metadata_id in {each["metadataId"] for each in all_metadata(pages)}:
        raise ApiError(
            f"Cannot add developer metadata with ID [{metadata_id}] "
            "because developer metadata with that ID already exists."
        )
    made = {"metadataId": metadata_id, "metadataKey": given["metadataKey"]}
    if given.get("metadataValue"):
        made["metadataValue"] = given["metadataValue"]
    made["visibility"] = given["visibility"]
    location = _attach(pages, given.get("location") or {}, made)
    return {"createDeveloperMetadata": {"developerMetadata": located(made, location)}}


def delete_metadata(pages: Pages, ask: Ask) -> Reply:
    """Notes on tabs, found by their key and value; other ways to look for them are not known here."""
    wanted = (ask.get("dataFilter") or {}).get("developerMetadataLookup") or {}
    if not wanted or not wanted.keys() <= {"metadataKey", "metadataValue"}:
        raise ApiError("Only developer metadata lookups by key and value are supported here.")
    gone = []
    for tab in [tab for tab in pages.tabs.values() if tab.metadata]:
        found = [each for each in tab.metadata if wanted.items() <= each.items()]
        if found:
            place = {"locationType": "SHEET", "sheetId": tab.id}
            gone += [located(each, place) for each in found]
            pages.edit(tab.id).metadata = tuple(each for each in tab.metadata if each not in found)
    return {"deleteDeveloperMetadata": {"deletedDeveloperMetadata": gone}}


def all_metadata(pages: Pages) -> list[dict[str, Any]]:
    found = list(pages.metadata)
    for tab in pages.tabs.values():
        found += tab.metadata
        for lines in tab.lines.values():
            found += [each for line in lines for each in line.metadata]
    return found


def _attach(pages: Pages, location: Ask, made: dict[str, Any]) -> dict[str, Any]:
    """Hang it where it belongs and answer the place. On a row it moves and dies with that row."""
    if location.get("dimensionRange"):
        span = Span(pages, location["dimensionRange"], bounded=True).within()
        if span.end - span.start != 1 or span.dimension not in {ROWS, COLUMNS}:
            raise ApiError("Developer metadata can only be on a single row or column.")
        line = span.tab.line(span.dimension, span.start)
        set_line(span.tab.lines[span.dimension], span.start, line._replace(metadata=(*line.metadata, made)))
        return line_location(span.tab, span.dimension, span.start)
    if location.get("spreadsheet"):
        pages.metadata = (*pages.metadata, made)
        return {"locationType": "SPREADSHEET", "spreadsheet": True}
    if location.get("sheetId") is None:
        raise ApiError("Developer metadata must have a location.")
    tab = pages.edit(location["sheetId"])
    tab.metadata = (*tab.metadata, made)
    return {"locationType": "SHEET", "sheetId": tab.id}
