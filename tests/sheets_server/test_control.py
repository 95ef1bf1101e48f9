"""The control desk: what a person with curl can do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.accounts import DEFAULT_EMAIL
from tests.sheets_server.files import File
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.visitor import Visitor, visiting

SHEET = "/v4/spreadsheets/calls"


def test_the_desk_tells_what_there_is(server: SheetsServer, file: File) -> None:
    anybody = Visitor(server.url)
    told = anybody.get("/control").json
    anybody.connection.close()
    assert told["spreadsheets"][0]["spreadsheetId"] == "calls"
    assert told["spreadsheets"][0]["shared_with"][DEFAULT_EMAIL] == "writer"
    assert "rename_tab" in told["deeds"]
    assert all(told["doors"].values())


def test_a_fault_is_ordered_and_called_off(visitor: Visitor) -> None:
    order = {"kind": "503", "on": "read", "times": 5, "retry_after": 3}
    assert visitor.post("/control/faults", order).json["times"] == 5
    got = visitor.get(SHEET)
    assert (got.status, got.headers["Retry-After"]) == (503, "3")
    assert visitor.get("/control").json["faults"][0]["times"] == 4
    visitor.ask("DELETE", "/control/faults")
    assert visitor.get(SHEET).status == 200


def test_a_person_edits_at_once_by_deed_or_by_requests(file: File, visitor: Visitor) -> None:
    visitor.post("/control/edit", {"spreadsheetId": "calls", "do": "type_in", "at": "A1", "text": "12"})
    grow = {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 2}}
    visitor.post("/control/edit", {"spreadsheetId": "calls", "requests": [grow]})
    assert (file.book.values_get("A1")["values"], file.book.pages.tab(0).rows) == ([["12"]], 1002)


def test_what_the_owner_protects_is_protected_from_who_asked_before(visitor: Visitor) -> None:
    write = f"{SHEET}/values/Callbacks!A1:clear"
    assert visitor.post(write, {}).status == 200
    only = {"range": {"sheetId": 0}, "editors": {"users": ["boss@example.com"]}}
    visitor.post(
        "/control/edit", {"spreadsheetId": "calls", "requests": [{"addProtectedRange": {"protectedRange": only}}]}
    )
    assert "protected" in visitor.post(write, {}).message


def test_a_person_edits_when_the_time_comes(file: File, visitor: Visitor) -> None:
    deed = {"spreadsheetId": "calls", "do": "rename_tab", "tab": "Callbacks", "to": "Calls", "before": "write"}
    visitor.post("/control/edit", deed)
    assert visitor.get(f"{SHEET}/values/Callbacks!A1").status == 200
    assert visitor.post(f"{SHEET}/values/Callbacks!A1:clear", {}).message == "Unable to parse range: Callbacks!A1"


def test_a_deed_that_cannot_be_done_says_why_and_changes_nothing(file: File, visitor: Visitor) -> None:
    before = file.book.revision
    got = visitor.post("/control/edit", {"spreadsheetId": "calls", "do": "delete_tab", "tab": "Nowhere"})
    assert (got.status, got.message, file.book.revision) == (400, "there is no tab 'Nowhere' here", before)


def test_a_spreadsheet_is_made_shared_and_unshared(server: SheetsServer, visitor: Visitor) -> None:
    server.key()
    made = visitor.post("/control/spreadsheets", {"title": "Desk"}).json
    assert visitor.get(f"/v4/spreadsheets/{made['spreadsheetId']}").json["properties"]["title"] == "Desk"
    with visiting(server, "mary@example.com") as mary:
        told = []
        for door in ("share", "unshare"):
            visitor.post(f"/control/{door}", {"spreadsheetId": "calls", "email": "mary@example.com"})
            told.append(mary.get(SHEET).status)
    assert told == [200, 403]


def test_a_token_and_a_key_are_handed_out_and_taken_back(server: SheetsServer, file: File) -> None:
    visitor = Visitor(server.url)
    visitor.token = visitor.post("/control/token", {}).json["access_token"]
    assert visitor.get(SHEET).status == 200
    key = visitor.post("/control/key", {}).json
    assert (key["client_email"], key["token_uri"]) == (DEFAULT_EMAIL, f"{server.url}/token")
    visitor.post("/control/revoke", {"email": DEFAULT_EMAIL})
    assert server.accounts.keys == {}
    visitor.connection.close()


def test_the_clock_and_the_quota_obey(server: SheetsServer, visitor: Visitor) -> None:
    visitor.post("/control/quota", {"on": True})
    assert [visitor.get(SHEET).status for _ in range(61)][-1] == 429
    visitor.post("/control/clock", {"forward": 60, "skew": 1})
    assert (visitor.get(SHEET).status, server.accounts.skew) == (200, 1.0)


def test_the_log_is_read_and_begun_anew(visitor: Visitor) -> None:
    visitor.get(SHEET)
    told = visitor.get("/control/log").json
    (entry,) = told["requests"]
    assert (told["read"], told["write"], entry["kind"], entry["status"]) == (1, 0, "sheets.spreadsheets.get", 200)
    visitor.ask("DELETE", "/control/log")
    assert visitor.get("/control/log").json["requests"] == []


@pytest.mark.parametrize(
    ("verb", "path", "body", "code"),
    [
        ("GET", "/control/nowhere", None, 404),
        ("POST", "/control/faults", {"kind": "504"}, 400),
        ("POST", "/control/faults", {"kind": "503", "offen": 3}, 400),
        ("POST", "/control/faults", [], 400),
        ("POST", "/control/faults", "{", 400),
        ("POST", "/control/share", {"spreadsheetId": "nothing", "email": "x"}, 404),
        ("POST", "/control/edit", {"spreadsheetId": "calls", "do": "fly"}, 400),
        ("POST", "/control/edit", {"spreadsheetId": "calls", "do": "type_in", "wher": "A1"}, 400),
    ],
)
def test_what_the_desk_does_not_understand_it_refuses(
    visitor: Visitor, verb: str, path: str, body: Any, code: int
) -> None:
    got = visitor.ask(verb, path, body)
    assert (got.status, "error" in got.json) == (code, True)


def test_a_deed_that_nobody_does_is_refused_with_those_that_there_are(visitor: Visitor) -> None:
    got = visitor.ask("POST", "/control/edit", {"spreadsheetId": "calls", "do": "fly"})
    assert "'fly' is nothing that people do here; there are clear, delete_rows," in got.json["error"]
