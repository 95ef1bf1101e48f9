"""The basic filter: which rows it hides. Google works that out when the filter is set, not as cells change."""

from __future__ import annotations

from typing import Any

from tests.sheets_server.cells import EMPTY
from tests.sheets_server.lines import ROWS, set_line
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import formatted
from tests.sheets_server.rules import fits
from tests.sheets_server.tab import Tab


def with_both_spellings(body: dict[str, Any]) -> dict[str, Any]:
    """Criteria by column, the old way and the new: a sheet answers both."""
    if "filterSpecs" in body:
        criteria = {
            str(spec.get("columnIndex", 0)): spec["filterCriteria"]
            for spec in body["filterSpecs"]
            if "filterCriteria" in spec
        }
    elif "criteria" in body:
        criteria = dict(body["criteria"])
    else:
        return body
    specs = [
        {**({"columnIndex": int(column)} if int(column) else {}), "filterCriteria": part}
        for column, part in criteria.items()
    ]
    return {**body, "criteria": criteria, "filterSpecs": specs}


def apply_filter(pages: Pages, tab: Tab) -> None:
    """Mark the rows the tab's filter hides; its first row is the header and always shown."""
    filters = tab.over("basicFilter")
    box = filters[0].areas[0].box(tab.rows, tab.columns) if filters else None
    criteria = filters[0].body.get("criteria", {}) if filters else {}
    for row in range(max(len(tab.grid), len(tab.lines[ROWS]))):
        hides = bool(criteria) and box is not None and box.top < row < box.bottom
        hidden = hides and not all(_shows(pages, tab, row, int(column), part) for column, part in criteria.items())
        line = tab.line(ROWS, row)
        if line.filtered != hidden:
            set_line(tab.lines[ROWS], row, line._replace(filtered=hidden))


def _shows(pages: Pages, tab: Tab, row: int, column: int, criteria: dict[str, Any]) -> bool:
    cell = tab.cell(row, column)
    text = formatted(pages.value(tab, cell), cell)
    if text in criteria.get("hiddenValues", ()):
        return False
    condition = criteria.get("condition")
    return condition is None or fits(cell or EMPTY, condition)
