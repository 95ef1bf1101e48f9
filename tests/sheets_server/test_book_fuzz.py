"""Requests nobody would write, made from Google's own shapes: refused or done, never a crash, never a wrong answer."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.batch import KINDS
from tests.sheets_server.book import Book
from tests.sheets_server.discovery import document
from tests.sheets_server.errors import ApiError
from tests.sheets_server.sample import book_of, fits

SHAPES = document("sheets.v4").schemas._shapes
NUMBERS = st.sampled_from([0, 0, 0, 1, 2, 3, 5, 999, 1000, 1001, -1])
TEXTS = st.sampled_from(["a", "b", "", "Sheet1", "=A1+1", "2-4", "one", "n", "ROWS", "COLUMNS", "(", "$1"])
MASKS = "* userEnteredValue note userEnteredFormat.textFormat title hidden range name hiddenByUser gridProperties index"
LIKELY: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("sheetId", "sourceSheetId"), st.sampled_from([0, 0, 0, 0, 1, 9])),
    **dict.fromkeys(("startIndex", "startRowIndex", "startColumnIndex", "rowIndex"), st.integers(0, 4)),
    **dict.fromkeys(("endIndex", "endRowIndex", "endColumnIndex", "destinationIndex"), st.integers(1, 9)),
    "dimension": st.sampled_from(["ROWS", "COLUMNS"]),
    "fields": st.sampled_from(MASKS.split()),
    "namedRangeId": st.sampled_from(["n", "m"]),
    "protectedRangeId": st.sampled_from([5, 6]),
    "shiftDimension": st.just("ROWS"),
}
DEEPEST = 5


@cache
def shaped(name: str, depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Any object of a shape: each field may be absent."""
    fields = SHAPES[name].get("properties", {})
    made = {field: valued(field, spec, depth + 1) for field, spec in fields.items()}
    return st.fixed_dictionaries({}, optional={field: some for field, some in made.items() if some is not None})


def valued(field: str, spec: dict[str, Any], depth: int) -> st.SearchStrategy[Any] | None:
    if field in LIKELY:
        return LIKELY[field]
    if "$ref" in spec:
        return shaped(spec["$ref"], depth) if depth < DEEPEST else None
    if "enum" in spec:
        return st.sampled_from(spec["enum"])
    match spec.get("type"):
        case "integer":
            return NUMBERS
        case "number":
            return st.sampled_from([0, 1, 0.5, 43831, -2.5])
        case "boolean":
            return st.booleans()
        case "string":
            return TEXTS
        case "array":
            inner = valued(field, spec["items"], depth)
            return None if inner is None else st.lists(inner, max_size=2)
        case _:
            return None


def request_of(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    name = SHAPES["Request"]["properties"][kind]["$ref"]
    return shaped(name).map(lambda ask: {kind: ask})


def desk() -> Book:
    """A little of everything to trip over."""
    book = book_of([["h", "i"], ["a", 1], ["b", 2], ["a", 1]])
    book.staff_set(0, 4, 0, "=B2+1")
    book.staff_set(0, 0, 5, "2020-01-01")
    requests = [
        {"addNamedRange": {"namedRange": {"namedRangeId": "n", "name": "one", "range": {"endRowIndex": 3}}}},
        {"addSheet": {"properties": {"sheetId": 1, "title": "b", "gridProperties": {"rowCount": 3, "columnCount": 2}}}},
        {"mergeCells": {"range": {"startRowIndex": 6, "endRowIndex": 8, "startColumnIndex": 1, "endColumnIndex": 3}}},
        {"addProtectedRange": {"protectedRange": {"protectedRangeId": 5, "range": {}, "warningOnly": True}}},
        {"setBasicFilter": {"filter": {"range": {"endRowIndex": 4}, "criteria": {"0": {"hiddenValues": ["a"]}}}}},
        {"addDimensionGroup": {"range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 3}}},
    ]
    book.batch_update({"requests": requests})
    return book


@given(st.lists(st.sampled_from(sorted(KINDS)).flatmap(request_of), min_size=1, max_size=3))
def test_any_request_is_refused_or_done_and_the_sheet_stays_sound(requests: list[dict[str, Any]]) -> None:
    book = desk()
    before = book.revision
    body = {"requests": requests, "includeSpreadsheetInResponse": True}
    try:
        fits("BatchUpdateSpreadsheetResponse", book.batch_update(body), "answer")
    except ApiError:
        assert book.revision == before
    fits("Spreadsheet", book.get(fields="sheets.data.rowData"), "answer")
    assert Book.from_json(book.to_json()).get() == book.get()
    for tab in book.pages.tabs.values():
        assert len(tab.grid) <= tab.rows
        assert all(len(row) <= tab.columns for row in tab.grid)
