"""What people do to the sheet while the tool is at work, each deed by a name: for the control desk and for tests.

Rows are counted from 1 and columns from 0, tabs go by title, as somebody would say it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.sheets_server.book import Book
from tests.sheets_server.errors import ApiError


def type_in(book: Book, *, at: str, text: str) -> None:
    """Type into one cell (``Callbacks!B4``), as the browser reads it: dates and numbers become such."""
    book.values_update(at, {"values": [[text]]}, value_input_option="USER_ENTERED")


def rename_tab(book: Book, *, tab: str, to: str) -> None:
    _properties(book, tab, {"title": to}, "title")


def shrink(book: Book, *, tab: str, rows: int, columns: int | None = None) -> None:
    """Cut the grid down; what stood beyond is gone."""
    size = {"rowCount": rows} | ({"columnCount": columns} if columns else {})
    _properties(book, tab, {"gridProperties": size}, ",".join(f"gridProperties.{name}" for name in size))


def delete_tab(book: Book, *, tab: str) -> None:
    _do(book, {"deleteSheet": {"sheetId": sheet_id(book, tab)}})


def insert_rows(book: Book, *, tab: str, row: int, count: int = 1) -> None:
    """New empty rows above this row."""
    _do(book, {"insertDimension": {"range": _rows(book, tab, row, count), "inheritFromBefore": row > 1}})


def delete_rows(book: Book, *, tab: str, row: int, count: int = 1) -> None:
    _do(book, {"deleteDimension": {"range": _rows(book, tab, row, count)}})


def move_rows(book: Book, *, tab: str, row: int, to: int, count: int = 1) -> None:
    """Drag rows so that they stand above row ``to`` of before."""
    _do(book, {"moveDimension": {"source": _rows(book, tab, row, count), "destinationIndex": to - 1}})


def hide_rows(book: Book, *, tab: str, row: int, count: int = 1) -> None:
    change = {"range": _rows(book, tab, row, count), "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    _do(book, {"updateDimensionProperties": change})


def filter_on(book: Book, *, tab: str, column: int = 0, hide: list[str] | None = None) -> None:
    """Switch the tab's filter on, with some values of one column hidden."""
    spec = {"columnIndex": column, "filterCriteria": {"hiddenValues": hide or []}}
    filtered: dict[str, Any] = {"range": {"sheetId": sheet_id(book, tab)}}
    if hide:
        filtered["filterSpecs"] = [spec]
    _do(book, {"setBasicFilter": {"filter": filtered}})


def sort(book: Book, *, tab: str, column: int, first_row: int = 2, descending: bool = False) -> None:
    """Sort everything below the header by one column."""
    order = "DESCENDING" if descending else "ASCENDING"
    where = {"sheetId": sheet_id(book, tab), "startRowIndex": first_row - 1}
    _do(book, {"sortRange": {"range": where, "sortSpecs": [{"dimensionIndex": column, "sortOrder": order}]}})


def clear(book: Book, *, at: str) -> None:
    """Empty a range; looks and notes stay."""
    book.values_clear(at)


DEEDS: dict[str, Callable[..., None]] = {
    deed.__name__: deed
    for deed in (
        type_in, rename_tab, shrink, delete_tab, insert_rows, delete_rows, move_rows, hide_rows, filter_on, sort, clear,
    )
}  # fmt: skip


def sheet_id(book: Book, tab: str) -> int:
    """The id behind a tab's title."""
    found = book.tab_id(tab)
    if found is None:
        raise ApiError(f"there is no tab {tab!r} here")
    return found


def _properties(book: Book, tab: str, properties: dict[str, Any], fields: str) -> None:
    named = {"sheetId": sheet_id(book, tab), **properties}
    _do(book, {"updateSheetProperties": {"properties": named, "fields": fields}})


def _rows(book: Book, tab: str, row: int, count: int) -> dict[str, Any]:
    return {"sheetId": sheet_id(book, tab), "dimension": "ROWS", "startIndex": row - 1, "endIndex": row - 1 + count}


def _do(book: Book, request: dict[str, Any]) -> None:
    book.batch_update({"requests": [request]})
