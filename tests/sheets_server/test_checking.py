"""Every request and every answer is held against Google's own documents."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.sheets_server.book import Book
from tests.sheets_server.files import File
from tests.sheets_server.server import running
from tests.sheets_server.service import OwnFaultError
from tests.sheets_server.visitor import Got, Visitor, visiting

UPDATE = "/v4/spreadsheets/calls:batchUpdate"
VALUES = "/v4/spreadsheets/calls/values/A1?valueInputOption=RAW"
TYPES = "type.googleapis.com/google.apps.sheets.v4"
REFUSED = [
    (
        {"requests": [{"addShet": {}}]},
        "Invalid JSON payload received. Unknown name \"addShet\" at 'requests[0]': Cannot find field.",
    ),
    (
        {"requests": [{"addSheet": {"properties": {"titel": "Calls"}}}]},
        "Invalid JSON payload received. Unknown name \"titel\" at 'requests[0].add_sheet.properties': Cannot find",
    ),
    (
        {"wants": []},
        'Invalid JSON payload received. Unknown name "wants": Cannot find field.',
    ),
    (
        {"requests": [{"updateCells": {"range": {"sheetId": "first"}}}]},
        "Invalid value at 'requests[0].update_cells.range.sheet_id' (TYPE_INT32), \"first\"",
    ),
    (
        {"requests": [{"addSheet": {"properties": {"hidden": "yes"}}}]},
        "Invalid value at 'requests[0].add_sheet.properties.hidden' (TYPE_BOOL), \"yes\"",
    ),
    (
        {"requests": [{"addSheet": {"properties": {"title": 7}}}]},
        "Invalid value at 'requests[0].add_sheet.properties.title' (TYPE_STRING), 7",
    ),
    (
        {"requests": [{"appendDimension": {"dimension": "LINES", "length": 1}}]},
        f"Invalid value at 'requests[0].append_dimension.dimension' ({TYPES}.Dimension), \"LINES\"",
    ),
    (
        {"requests": [{"addSheet": {}, "deleteSheet": {"sheetId": 0}}]},
        "Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'deleteSheet'",
    ),
    (
        {"requests": [[{"addSheet": {}}]]},
        "Invalid JSON payload received. Unknown name \"requests[0]\"",
    ),
    ([], 'Invalid JSON payload received. Unknown name "": Root element must be a message.'),
    ({"requests": []}, "Must specify at least one request."),
    ("{requests", "Invalid JSON payload received. Unexpected token.\n{requests\n^"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), REFUSED, ids=[words[-40:] for _, words in REFUSED])
def test_a_request_that_google_does_not_know_is_refused_in_googles_words(
    visitor: Visitor, file: File, body: Any, words: str
) -> None:
    before = file.book.revision
    got = visitor.post(UPDATE, body)
    assert (got.status, got.json["error"]["status"]) == (400, "INVALID_ARGUMENT")
    assert got.message.startswith(words)
    assert file.book.revision == before


def test_everything_that_is_wrong_is_listed_at_once(visitor: Visitor) -> None:
    got = visitor.post(UPDATE, {"requests": [{"addShet": {}}, {"deleteSheet": {"sheetId": None, "id": 3}}]})
    (details,) = got.json["error"]["details"]
    assert [violation["field"] for violation in details["fieldViolations"]] == [
        "requests[0]",
        "requests[1].delete_sheet",
    ]
    assert got.message.splitlines() == [violation["description"] for violation in details["fieldViolations"]]


def test_values_that_are_no_rows_are_refused_as_google_recorded_it(visitor: Visitor) -> None:
    got = visitor.ask("PUT", VALUES, {"values": "X", "majorDimension": None})
    words = "Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), \"X\""
    assert got.json["error"] == {
        "code": 400,
        "message": words,
        "status": "INVALID_ARGUMENT",
        "details": [
            {
                "@type": "type.googleapis.com/google.rpc.BadRequest",
                "fieldViolations": [{"field": "data.values", "description": words}],
            }
        ],
    }


def test_null_is_as_good_as_not_said(visitor: Visitor, file: File) -> None:
    got = visitor.ask("PUT", VALUES, {"values": [["Dana", None]], "majorDimension": None, "range": None})
    assert got.status == 200
    assert file.book.values_get("A1:B1")["values"] == [["Dana"]]


@pytest.mark.parametrize("told", ["False", "true", "TRUE", "0"])
def test_yes_and_no_in_a_query_are_read_in_any_case(visitor: Visitor, told: str) -> None:
    got = visitor.get(f"/v4/spreadsheets/calls?includeGridData={told}")
    assert ("data" in got.json["sheets"][0]) == (told.lower() == "true")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("includeGridData=maybe", "Invalid value at 'include_grid_data' (TYPE_BOOL), \"maybe\""),
        ("data=1", "Invalid JSON payload received. Unknown name \"data\": Cannot bind query parameter. Field 'data'"),
        ("alt=xml", "Invalid value at 'alt'"),
    ],
)
def test_a_query_that_google_does_not_know_is_refused(visitor: Visitor, query: str, words: str) -> None:
    got = visitor.get(f"/v4/spreadsheets/calls?{query}")
    assert (got.status, got.message[: len(words)]) == (400, words)


def test_drive_overlooks_a_parameter_that_it_does_not_know(visitor: Visitor) -> None:
    got = visitor.get("/drive/v3/files/calls?includeItemsFromAllDrives=True&fields=id,name")
    assert got.json == {"id": "calls", "name": "Callbacks"}


@pytest.mark.parametrize(
    ("mask", "path"),
    [("sheets.titel", "sheets.titel"), ("sheets(properties(title,sheetID))", "sheets.properties.sheetID")],
)
def test_a_field_mask_that_names_what_is_not_there_is_refused(visitor: Visitor, mask: str, path: str) -> None:
    got = visitor.get(f"/v4/spreadsheets/calls?fields={mask}")
    violation = got.json["error"]["details"][0]["fieldViolations"][0]
    assert got.status == 400
    assert violation == {
        "field": path,
        "description": f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'.",
    }


def test_drive_says_so_of_a_field_mask_in_its_own_form(visitor: Visitor) -> None:
    got = visitor.get("/drive/v3/files/calls?fields=titel")
    (error,) = got.json["error"]["errors"]
    assert (got.status, error["reason"], error["message"]) == (400, "invalidParameter", "Invalid field selection titel")


class Misquoting(Book):
    """A book with a bug: what it answers is not what Google's document allows."""

    def __init__(self, book: Book, told: dict[str, Any]) -> None:
        super().__init__(book.pages)
        self.told = told

    def get(self, *_: object, **__: object) -> dict[str, Any]:
        return self.told


@pytest.mark.parametrize(
    "told",
    [
        {"spreadsheetID": "calls"},
        {"sheets": {}},
        {"sheets": [{"properties": {"sheetId": "0"}}]},
        {"sheets": [{"properties": {"title": None}}]},
        {"sheets": [{"properties": {"sheetType": "GRIT"}}]},
    ],
    ids=json.dumps,
)
def test_an_answer_that_google_would_not_give_is_the_servers_own_fault_and_fails_the_test(told: dict[str, Any]) -> None:
    def ask() -> Got:
        with running() as server, visiting(server) as visitor:
            file = server.spreadsheet(spreadsheet_id="calls")
            file.book = Misquoting(file.book, told)
            got = visitor.get("/v4/spreadsheets/calls")
            assert got.status == 500
            return got

    with pytest.raises(OwnFaultError, match=r"spreadsheets\.get"):
        ask()


def test_a_bug_behind_a_request_fails_the_test_too() -> None:
    def ask() -> None:
        with running() as server, visiting(server) as visitor:
            file = server.spreadsheet(spreadsheet_id="calls")
            file.book.pages.tabs = None  # type: ignore[assignment]  # the bug
            assert visitor.get("/v4/spreadsheets/calls").status == 500

    with pytest.raises(OwnFaultError, match="Traceback"):
        ask()


def test_an_answer_that_is_refused_is_no_fault_of_the_server(visitor: Visitor) -> None:
    assert visitor.get("/v4/spreadsheets/calls/values/Nowhere!A1").status == 400


def test_a_known_request_that_is_not_served_says_so(visitor: Visitor) -> None:
    got = visitor.post("/v4/spreadsheets/calls:getByDataFilter", {})
    assert (got.status, got.json["error"]["status"]) == (501, "UNIMPLEMENTED")
