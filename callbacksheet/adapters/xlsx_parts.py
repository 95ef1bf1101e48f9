"""The parts of a workbook beside the team's tab: styles, the tool's hidden tabs, the order of computing."""

from __future__ import annotations

import re

from callbacksheet.adapters.xlsx_book import Book, DataTab
from callbacksheet.adapters.xlsx_frame import filter_name
from callbacksheet.adapters.xlsx_hidden import (
    HISTORY_TAB,
    STATE_TAB,
    history_part,
    state_part,
    with_more_history,
)
from callbacksheet.adapters.xlsx_xml import BrokenPart, Patch, parse, quoted
from callbacksheet.core.batch import Batch
from callbacksheet.core.snapshot import Area

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HAS_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_BEFORE_CALC = (
    *("fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "workbookProtection"),
    *("bookViews", "sheets", "functionGroups", "externalReferences", "definedNames"),
)


def write_styles(book: Book) -> None:
    """Add the number formats that new values need."""
    data, part = book.styles.result(), book.styles_part
    if data is None:
        return
    if part is None:
        part = "xl/styles.xml"
        book.package.relate(book.part, "styles", f"/{part}")
        book.package.declare(part, _STYLES_TYPE)
    book.package.replace(part, data)


def recalculate(book: Book, tab: DataTab) -> None:
    """Have formulas computed afresh when the book is next opened: what they look at has changed."""
    if not any(_HAS_FORMULA.search(book.package.part(listing.part)) for listing in book.tabs):
        return
    root, patch = parse(book.package.part(book.part)), Patch(book.package.part(book.part))
    held = root.child("calcPr")
    if held is not None:
        patch.set(held, fullCalcOnLoad="1")
    else:
        place = max(node.end for node in root.children if node.name in _BEFORE_CALC)
        patch.replace(place, place, f'<{root.prefix}calcPr fullCalcOnLoad="1"/>'.encode())
    book.package.replace(book.part, patch.result())
    if _HAS_FORMULA.search(tab.frame.content):
        _drop_calculation_order(book)


def _drop_calculation_order(book: Book) -> None:
    """The order of computing names cells; whoever opens the book makes it anew."""
    for relation in book.package.relations(book.part):
        if relation.kind == "calcChain":
            book.package.unrelate(book.part, relation)
            book.package.undeclare(relation.target)
            book.package.drop(relation.target)


def rename_filter(book: Book, tab: DataTab, area: Area) -> None:
    """Keep the hidden name of a filter's range in step with the filter."""
    patch = Patch(book.package.part(book.part))
    for name in parse(book.package.part(book.part)).all("definedName"):
        here = name.get("localSheetId") == str(tab.listing.place)
        if here and name.get("name") == "_xlnm._FilterDatabase":
            reference = quoted(filter_name(tab.listing.title, area))
            patch.replace(name.inner, name.inner_end, reference.encode())
    book.package.replace(book.part, patch.result())


def write_hidden_tabs(book: Book, batch: Batch) -> None:
    """The state anew; the history with more rows at its end, what stood there untouched."""
    _write_hidden(book, STATE_TAB, state_part(batch.state))
    history = book.hidden(HISTORY_TAB)
    if history is None or batch.rewrites_history:
        _write_hidden(book, HISTORY_TAB, history_part(batch.history))
    elif batch.history:
        book.package.replace(history.part, with_more_history(book.package.part(history.part), batch.history))


def _write_hidden(book: Book, title: str, data: bytes) -> None:
    held = book.hidden(title)
    if held is not None:
        book.package.replace(held.part, data)
        return
    names = {name.casefold() for name in book.package.names}
    number = next(n for n in range(1, len(names) + 2) if f"xl/worksheets/sheet{n}.xml" not in names)
    part = f"xl/worksheets/sheet{number}.xml"
    book.package.replace(part, data)
    book.package.declare(part, _SHEET_TYPE)
    _list_tab(book, title, book.package.relate(book.part, "worksheet", f"/{part}"))


def _list_tab(book: Book, title: str, relation: str) -> None:
    root, patch = parse(book.package.part(book.part)), Patch(book.package.part(book.part))
    sheets = root.child("sheets")
    if sheets is None:
        raise BrokenPart("it lists no tabs")
    next_id = max(int(node.get("sheetId", "0")) for node in sheets.children) + 1
    element = (
        f'<{root.prefix}sheet xmlns:r="{_RELATIONS}" name="{quoted(title)}" sheetId="{next_id}" '
        f'state="hidden" r:id="{relation}"/>'
    )
    patch.append(sheets, element.encode())
    book.package.replace(book.part, patch.result())
