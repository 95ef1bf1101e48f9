"""As much of Drive as gspread needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import gspread
import pytest
from gspread.utils import ExportFormat

from tests.sheets_server.accounts import DEFAULT_EMAIL
from tests.sheets_server.files import File
from tests.sheets_server.hands import type_in
from tests.sheets_server.server import OWNER, SheetsServer
from tests.sheets_server.visitor import Visitor, gspread_at, visiting

FILE = "/drive/v3/files/calls"


@pytest.fixture
def client(server: SheetsServer, file: File, tmp_path: Path) -> Iterator[gspread.Client]:
    with gspread_at(server.url, server.credentials(tmp_path / "key.json")) as led:
        yield led


def test_gspread_makes_a_spreadsheet_finds_it_by_name_and_deletes_it(client: gspread.Client) -> None:
    made = client.create('The "late" shift')
    assert made.sheet1.title == "Sheet1"
    assert client.open("Callbacks").id == "calls"
    client.del_spreadsheet(made.id)
    with pytest.raises(gspread.SpreadsheetNotFound):
        client.open_by_key(made.id)


def test_a_list_has_what_is_shared_and_the_newest_first(server: SheetsServer, client: gspread.Client) -> None:
    server.spreadsheet("Somebody else's", shared_with="")
    server.clock.forward(60)
    client.create("Newer")
    assert [each["name"] for each in client.list_spreadsheet_files()] == ["Newer", "Callbacks"]


def test_a_long_list_comes_in_pages(server: SheetsServer, visitor: Visitor) -> None:
    for number in range(4):
        server.spreadsheet(f"Team {number}")
    first = visitor.get("/drive/v3/files?pageSize=3").json
    rest = visitor.get(f"/drive/v3/files?pageSize=3&pageToken={first['nextPageToken']}").json
    assert (len(first["files"]), len(rest["files"]), "nextPageToken" in rest) == (3, 2, False)
    assert {each["id"] for each in first["files"]}.isdisjoint(each["id"] for each in rest["files"])


def test_a_question_that_this_drive_cannot_answer_is_refused(visitor: Visitor) -> None:
    got = visitor.get("/drive/v3/files?q=fullText+contains+'Dana'")
    assert (got.status, got.json["error"]["errors"][0]["location"]) == (400, "q")


def test_a_copy_has_the_tabs_and_none_of_the_people(server: SheetsServer, file: File, client: gspread.Client) -> None:
    type_in(file.book, at="A1", text="Dana")
    copied = client.copy("calls", title="Second desk", copy_permissions=False)
    copied.worksheet("Callbacks").update([["Mary"]], "A1")
    assert (file.book.values_get("A1")["values"], copied.title) == ([["Dana"]], "Second desk")
    assert list(server.drive.files[copied.id].shares) == [DEFAULT_EMAIL]


def test_sharing_lets_somebody_in_and_out_again(file: File, client: gspread.Client, server: SheetsServer) -> None:
    sheet = client.open_by_key("calls")
    sheet.share("mary@example.com", "user", "reader")
    with visiting(server, "mary@example.com") as mary:
        assert mary.get("/v4/spreadsheets/calls").status == 200
        assert {each["emailAddress"]: each["role"] for each in sheet.list_permissions()} == {
            OWNER: "owner",
            DEFAULT_EMAIL: "writer",
            "mary@example.com": "reader",
        }
        sheet.remove_permissions("mary@example.com")
        assert mary.get("/v4/spreadsheets/calls").status == 403


def test_ownership_passes_on(file: File, server: SheetsServer) -> None:
    with visiting(server, OWNER) as owner:
        made = owner.post(f"{FILE}/permissions", {"type": "user", "role": "writer", "emailAddress": "dk@example.com"})
        owner.ask("PATCH", f"{FILE}/permissions/{made.json['id']}?transferOwnership=true", {"role": "owner"})
    assert (file.owner, file.shares[OWNER]["role"]) == ("dk@example.com", "writer")


def test_drive_does_not_tell_strangers_that_a_file_exists(server: SheetsServer, file: File) -> None:
    with visiting(server, "stranger@example.com") as stranger:
        got = stranger.get(FILE)
    assert (got.status, got.message) == (404, "File not found: calls.")
    assert got.json["error"]["errors"][0]["reason"] == "notFound"


@pytest.mark.parametrize("verb", ["DELETE", "PATCH"])
def test_who_may_only_read_changes_nothing(server: SheetsServer, file: File, verb: str) -> None:
    file.share("mary@example.com", "reader")
    with visiting(server, "mary@example.com") as mary:
        got = mary.ask(verb, FILE, {"name": "Mine"} if verb == "PATCH" else None)
    assert (got.status, got.json["error"]["errors"][0]["reason"]) == (403, "insufficientFilePermissions")
    assert (file.id in server.drive.files, file.name) == (True, "Callbacks")


def test_version_and_date_of_a_file_tell_of_every_change(server: SheetsServer, file: File, visitor: Visitor) -> None:
    def told() -> tuple[int, str]:
        got = visitor.get(f"{FILE}?fields=version,modifiedTime").json
        return int(got["version"]), got["modifiedTime"]

    before = told()
    server.clock.forward(5)
    assert told() == before
    visitor.post("/v4/spreadsheets/calls/values/A1:clear", {})
    by_request = told()
    server.edit("calls", lambda book: type_in(book, at="A1", text="Dana"))
    by_hand = told()
    assert before[0] < by_request[0] < by_hand[0]
    assert before[1] < by_request[1] <= by_hand[1]


def test_a_request_that_was_refused_is_no_change(file: File, visitor: Visitor) -> None:
    before = file.version
    visitor.post("/v4/spreadsheets/calls/values/Nowhere!A1:clear", {})
    assert file.version == before


def test_a_rename_shows_in_the_spreadsheet(file: File, visitor: Visitor) -> None:
    assert visitor.ask("PATCH", FILE, {"name": "Front desk"}).json["name"] == "Front desk"
    assert visitor.get("/v4/spreadsheets/calls").json["properties"]["title"] == "Front desk"


def test_comments_are_kept_and_listed(visitor: Visitor) -> None:
    visitor.post(f"{FILE}/comments?fields=id", {"content": "Ring her back"})
    got = visitor.get(f"{FILE}/comments?fields=comments/content")
    assert got.json == {"comments": [{"content": "Ring her back"}]}


def test_a_table_goes_out_and_comes_in(file: File, client: gspread.Client) -> None:
    client.import_csv("calls", 'Name,Phone\nDana,5550142\n"Kim, Jo",\n')
    sheet = client.open_by_key("calls")
    assert sheet.sheet1.title == "Callbacks"
    assert sheet.sheet1.get_all_values() == [["Name", "Phone"], ["Dana", "5550142"], ["Kim, Jo", ""]]
    assert client.export("calls", ExportFormat.CSV) == b'Name,Phone\r\nDana,5550142\r\n"Kim, Jo",'
    with pytest.raises(gspread.exceptions.APIError, match="conversion is not supported"):
        client.export("calls", ExportFormat.PDF)


def test_a_spreadsheet_made_through_sheets_has_the_tabs_described(visitor: Visitor) -> None:
    wanted = {
        "properties": {"title": "Desk", "locale": "de_DE"},
        "sheets": [
            {"properties": {"title": "Calls", "gridProperties": {"rowCount": 5, "columnCount": 3}}},
            {"properties": {"title": "Old"}},
        ],
    }
    made = visitor.post("/v4/spreadsheets", wanted).json
    assert (made["properties"]["title"], made["properties"]["locale"]) == ("Desk", "de_DE")
    assert [sheet["properties"]["title"] for sheet in made["sheets"]] == ["Calls", "Old"]
    assert made["sheets"][0]["properties"]["gridProperties"] == {"rowCount": 5, "columnCount": 3}
    assert visitor.get(f"/v4/spreadsheets/{made['spreadsheetId']}").json == made
