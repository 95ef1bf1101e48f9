"""A spreadsheet as JSON, for a file the server can be started from again."""

from __future__ import annotations

from typing import Any

from tests.sheets_server.a1 import Area
from tests.sheets_server.cells import Cell, entered_from, extended
from tests.sheets_server.lines import Line
from tests.sheets_server.pages import Named, Pages
from tests.sheets_server.switches import Switches
from tests.sheets_server.tab import Overlay, Tab

FORMAT = 1


def to_json(pages: Pages) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "spreadsheetId": pages.spreadsheet_id,
        "user": pages.user,
        "properties": pages.properties,
        "drawn": pages.drawn,
        "formulas": pages.formulas,
        "metadata": list(pages.metadata),
        "named": [[name_id, named.name, named.area] for name_id, named in pages.named.items()],
        "tabs": [_tab(tab) for tab in pages.tabs.values()],
    }


def from_json(kept: dict[str, Any], switches: Switches) -> Pages:
    if kept.get("format") != FORMAT:
        raise ValueError("this is not a spreadsheet saved by this version of the test server")
    pages = Pages(kept["spreadsheetId"], kept["properties"], switches, kept["user"])
    pages.drawn, pages.formulas = kept["drawn"], kept["formulas"]
    pages.metadata = tuple(kept["metadata"])
    pages.named = {name_id: Named(name, Area(*area) if area else None) for name_id, name, area in kept["named"]}
    pages.tabs = {tab.id: tab for tab in map(_read_tab, kept["tabs"])}
    return pages


def _tab(tab: Tab) -> dict[str, Any]:
    return {
        "id": tab.id,
        "title": tab.title,
        "hidden": tab.hidden,
        "rows": tab.rows,
        "columns": tab.columns,
        "properties": tab.properties,
        "metadata": list(tab.metadata),
        "grid": [[_cell(cell) for cell in row] for row in tab.grid],
        "lines": {name: [[*line[:3], list(line.metadata)] for line in lines] for name, lines in tab.lines.items()},
        "overlays": {
            kind: [[list(overlay.areas), overlay.body] for overlay in overlays]
            for kind, overlays in tab.overlays.items()
        },
    }


def _read_tab(kept: dict[str, Any]) -> Tab:
    tab = Tab(kept["id"], kept["title"], kept["rows"], kept["columns"])
    tab.hidden, tab.properties, tab.metadata = kept["hidden"], kept["properties"], tuple(kept["metadata"])
    tab.grid = [tuple(_read_cell(cell) for cell in row) for row in kept["grid"]]
    tab.lines = {
        name: [Line(hidden, filtered, size, tuple(metadata)) for hidden, filtered, size, metadata in lines]
        for name, lines in kept["lines"].items()
    }
    tab.overlays = {
        kind: tuple(Overlay(tuple(Area(*area) for area in areas), body) for areas, body in overlays)
        for kind, overlays in kept["overlays"].items()
    }
    return tab


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    parts = {"format": cell.format, "note": cell.note, "rule": cell.rule, "runs": cell.runs}
    kept = {name: part for name, part in parts.items() if part}
    return {"value": extended(cell.entered), **kept} if cell.entered is not None else kept


def _read_cell(kept: dict[str, Any] | None) -> Cell | None:
    if kept is None:
        return None
    entered = entered_from(kept.get("value"))
    return Cell(entered, kept.get("format"), kept.get("note", ""), kept.get("rule"), kept.get("runs"))
