"""Small spreadsheets for the server's own tests, and short ways to say a range."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.a1 import column_of, corners_of
from tests.sheets_server.book import Book
from tests.sheets_server.discovery import document
from tests.sheets_server.errors import ApiError
from tests.sheets_server.switches import Switches
from tests.sheets_server.validate import Side

Rows = list[list[Any]]


def book_of(rows: Rows | None = None, switches: Switches | None = None, *, typed: bool = False) -> Book:
    """A spreadsheet whose Sheet1 holds these values from A1."""
    book = Book.new("book", "Desk", switches)
    if rows:
        book.values_update("A1", {"values": rows}, value_input_option="USER_ENTERED" if typed else "RAW")
    return book


def on(corners: str, tab_id: int = 0) -> dict[str, Any]:
    """`on("A1:B2")` as a GridRange."""
    found = corners_of(corners)
    assert found is not None
    names = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")
    return {"sheetId": tab_id, **{name: edge for name, edge in zip(names, found, strict=True) if edge is not None}}


def rows_of(first: int, last: int, tab_id: int = 0) -> dict[str, Any]:
    """Rows as people count them, `first` to `last`."""
    return {"sheetId": tab_id, "dimension": "ROWS", "startIndex": first - 1, "endIndex": last}


def columns_of(first: str, last: str, tab_id: int = 0) -> dict[str, Any]:
    return {"sheetId": tab_id, "dimension": "COLUMNS", "startIndex": column_of(first), "endIndex": column_of(last) + 1}


def batch(book: Book, *requests: dict[str, Any]) -> list[dict[str, Any]]:
    """The replies to a batch of requests; the batch, and the whole spreadsheet after it, fit Google's documents."""
    body = {"requests": list(requests), "includeSpreadsheetInResponse": True}
    fits("BatchUpdateSpreadsheetRequest", body, "request")
    answer = book.batch_update(body)
    fits("BatchUpdateSpreadsheetResponse", answer, "answer")
    fits("Spreadsheet", book.get(fields="sheets.data.rowData"), "answer")
    replies: list[dict[str, Any]] = answer["replies"]
    return replies


def fits(shape: str, said: object, side: Side) -> None:
    faults = document("sheets.v4").schemas.faults(shape, said, side)
    assert not faults, [fault.sentence() for fault in faults]


def values(book: Book, at: str = "Sheet1", render: str = "FORMATTED_VALUE") -> Rows:
    found: Rows = book.values_get(at, value_render_option=render).get("values", [])
    return found


def column(book: Book, letter: str = "A") -> list[Any]:
    return [row[0] if row else "" for row in values(book, f"{letter}:{letter}")]


def refused(book: Book, *requests: dict[str, Any]) -> str:
    """What the refusal of a batch says; and that it changed nothing."""
    before = (book.to_json(), book.revision)
    with pytest.raises(ApiError) as caught:
        book.batch_update({"requests": list(requests)})
    assert (book.to_json(), book.revision) == before
    return caught.value.message


def text_cells(*texts: str) -> list[dict[str, Any]]:
    """CellData of plain text, side by side."""
    return [{"userEnteredValue": {"stringValue": text}} for text in texts]
