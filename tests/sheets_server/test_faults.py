"""What goes wrong on demand goes wrong in the way it was asked to, and nothing else does."""

from __future__ import annotations

import json
import time
from http.client import IncompleteRead, RemoteDisconnected

import pytest

from tests.sheets_server.faults import Kind
from tests.sheets_server.files import File
from tests.sheets_server.hands import filter_on, hide_rows, rename_tab, shrink, type_in
from tests.sheets_server.server import SheetsServer, running
from tests.sheets_server.visitor import Got, Visitor, visiting

SHEET = "/v4/spreadsheets/calls"
A1 = f"{SHEET}/values/Callbacks!A1"


def write(visitor: Visitor, text: str = "Dana") -> Got:
    return visitor.ask("PUT", f"{A1}?valueInputOption=RAW", {"values": [[text]]})


def standing(file: File) -> str:
    """What stands in A1."""
    rows = file.book.values_get("A1").get("values", [[""]])
    return str(rows[0][0])


@pytest.mark.parametrize(
    ("kind", "code", "status"),
    [
        (Kind.QUOTA, 429, "RESOURCE_EXHAUSTED"),
        (Kind.ERROR, 500, "INTERNAL"),
        (Kind.UNAVAILABLE, 503, "UNAVAILABLE"),
        (Kind.DISABLED, 403, "PERMISSION_DENIED"),
    ],
)
def test_a_refusal_in_json_comes_once_and_applies_nothing(
    server: SheetsServer, file: File, visitor: Visitor, kind: Kind, code: int, status: str
) -> None:
    server.fail(kind)
    got = write(visitor)
    assert (got.status, got.json["error"]["code"], got.json["error"]["status"]) == (code, code, status)
    assert (standing(file), "Retry-After" in got.headers) == ("", False)
    assert (write(visitor).status, standing(file)) == (200, "Dana")
    assert [entry.fault for entry in server.log.entries] == [str(kind), ""]


def test_a_refusal_for_want_of_quota_names_the_quota(server: SheetsServer, visitor: Visitor) -> None:
    server.fail("quota", retry_after=7)
    got = visitor.get(SHEET)
    assert "'Read requests' and limit 'Read requests per minute per user'" in got.message
    assert got.json["error"]["details"][0]["metadata"]["quota_metric"] == "sheets.googleapis.com/read_requests"
    assert got.headers["Retry-After"] == "7"


def test_a_bad_gateway_is_a_page_and_no_json(server: SheetsServer, file: File, visitor: Visitor) -> None:
    server.fail("502")
    got = write(visitor)
    assert (got.status, got.headers["Content-Type"], standing(file)) == (502, "text/html; charset=UTF-8", "")
    assert b"<title>Error 502 (Server Error)!!1</title>" in got.body


def test_a_connection_dropped_before_leaves_no_trace_and_one_dropped_after_does(
    server: SheetsServer, file: File, visitor: Visitor
) -> None:
    for kind, stands in (("drop", ""), ("drop-after", "Dana")):
        server.fail(kind)
        with pytest.raises(RemoteDisconnected):
            write(visitor)
        assert standing(file) == stands
        visitor.connection.close()


def test_an_error_may_come_after_all_was_applied(server: SheetsServer, file: File, visitor: Visitor) -> None:
    server.fail("500-after")
    assert (write(visitor).status, standing(file)) == (500, "Dana")


@pytest.mark.parametrize(("kind", "stands"), [("hang", ""), ("hang-after", "Dana")])
def test_a_hang_is_silence_until_its_time_is_over(
    server: SheetsServer, file: File, visitor: Visitor, kind: str, stands: str
) -> None:
    server.fail(kind, seconds=0.3)
    began = time.monotonic()
    with pytest.raises(RemoteDisconnected):
        write(visitor)
    assert time.monotonic() - began >= 0.3
    assert standing(file) == stands


def test_nothing_hangs_when_the_server_stops() -> None:
    began = time.monotonic()
    with running() as server, visiting(server) as visitor:
        server.spreadsheet(spreadsheet_id="calls")
        server.fail("hang", seconds=60)
        visitor.connection.request("GET", SHEET, headers={"Authorization": f"Bearer {visitor.token}"})
        time.sleep(0.1)
    assert time.monotonic() - began < 10


def test_an_answer_cut_in_the_middle_was_applied(server: SheetsServer, file: File, visitor: Visitor) -> None:
    server.fail("truncated")
    with pytest.raises(IncompleteRead) as cut:
        write(visitor)
    assert standing(file) == "Dana"
    with pytest.raises(json.JSONDecodeError):
        json.loads(cut.value.partial)


def test_a_request_that_lands_late_is_applied_when_the_courier_comes(
    server: SheetsServer, file: File, visitor: Visitor
) -> None:
    server.fail("late")
    with pytest.raises(RemoteDisconnected):
        write(visitor, "late")
    visitor.connection.close()
    write(visitor, "early")
    assert standing(file) == "early"
    assert (server.deliver(), standing(file), server.deliver()) == (1, "late", 0)


def test_a_request_may_be_delivered_twice(server: SheetsServer, file: File, visitor: Visitor) -> None:
    server.fail("twice")
    assert (write(visitor).status, standing(file)) == (200, "Dana")
    write(visitor, "Mary")
    assert (server.deliver(), standing(file)) == (1, "Dana")


def test_a_late_request_that_is_refused_by_then_changes_nothing(
    server: SheetsServer, file: File, visitor: Visitor
) -> None:
    server.fail("late")
    with pytest.raises(RemoteDisconnected):
        write(visitor)
    server.edit("calls", lambda book: rename_tab(book, tab="Callbacks", to="Calls"))
    assert (server.deliver(), standing(file)) == (0, "")


def test_a_stale_read_shows_how_things_stood_when_it_was_ordered(
    server: SheetsServer, file: File, visitor: Visitor
) -> None:
    write(visitor, "before")
    server.fail("stale", on="read")
    write(visitor, "after")
    assert [visitor.get(A1).json["values"][0][0] for _ in range(2)] == ["before", "after"]


def test_a_fault_meets_only_the_requests_it_is_meant_for(server: SheetsServer, file: File, visitor: Visitor) -> None:
    server.fail("503", on="write", skip=1, times=2)
    told = [write(visitor).status, visitor.get(SHEET).status, *(write(visitor).status for _ in range(3))]
    assert told == [200, 200, 503, 503, 200]


def test_a_fault_may_wait_for_one_kind_of_request(server: SheetsServer, file: File, visitor: Visitor) -> None:
    server.fail("503", on="spreadsheets.batchUpdate")
    assert write(visitor).status == 200
    body = {"requests": [{"appendDimension": {"dimension": "ROWS", "length": 1}}]}
    assert [visitor.post(f"{SHEET}:batchUpdate", body).status for _ in range(2)] == [503, 200]


def test_faults_come_one_after_another_in_the_order_given(server: SheetsServer, visitor: Visitor) -> None:
    for kind in ("503", "quota", "500"):
        server.fail(kind)
    assert [visitor.get(SHEET).status for _ in range(4)] == [503, 429, 500, 200]


def test_the_token_may_fail_on_its_own(server: SheetsServer, visitor: Visitor) -> None:
    server.fail("503", on="token")
    assert visitor.get(SHEET).status == 200
    assert [visitor.ask("POST", "/token", "").status for _ in range(2)] == [503, 400]


def test_what_was_ordered_can_be_called_off(server: SheetsServer, visitor: Visitor) -> None:
    server.fail("503", times=100)
    server.faults.clear()
    assert visitor.get(SHEET).status == 200


def test_somebody_types_between_a_read_and_a_write(server: SheetsServer, file: File, visitor: Visitor) -> None:
    server.faults.before(lambda: server.edit("calls", lambda book: type_in(book, at="A1", text="Mary")), on="write")
    assert "values" not in visitor.get(A1).json
    got = visitor.post(f"{A1}:clear", {})
    assert (got.status, standing(file), file.book.revision) == (200, "", 3)


def test_somebody_types_after_a_write_and_before_its_answer(server: SheetsServer, file: File, visitor: Visitor) -> None:
    server.faults.after(lambda: server.edit("calls", lambda book: type_in(book, at="A1", text="Mary")), skip=1)
    assert [(write(visitor).status, standing(file)) for _ in range(3)] == [
        (200, "Dana"),
        (200, "Mary"),
        (200, "Dana"),
    ]


def test_people_rename_shrink_filter_and_hide(server: SheetsServer, file: File, visitor: Visitor) -> None:
    visitor.ask("PUT", f"{A1}?valueInputOption=RAW", {"values": [["Status"], ["New"], ["Done"], ["New"]]})
    server.edit("calls", lambda book: rename_tab(book, tab="Callbacks", to="Calls"))
    server.edit("calls", lambda book: shrink(book, tab="Calls", rows=3))
    server.edit("calls", lambda book: filter_on(book, tab="Calls", hide=["Done"]))
    server.edit("calls", lambda book: hide_rows(book, tab="Calls", row=2))
    got = visitor.get(f"{SHEET}?fields=sheets(properties(title,gridProperties),basicFilter,data(rowMetadata,rowData))")
    (sheet,) = got.json["sheets"]
    assert (sheet["properties"]["title"], sheet["properties"]["gridProperties"]["rowCount"]) == ("Calls", 3)
    assert sheet["basicFilter"]["filterSpecs"][0]["filterCriteria"] == {"hiddenValues": ["Done"]}
    lines = sheet["data"][0]["rowMetadata"]
    assert [line.get("hiddenByUser", False) for line in lines] == [False, True, False]
    assert [line.get("hiddenByFilter", False) for line in lines] == [False, False, True]
    assert write(visitor).message == "Unable to parse range: Callbacks!A1"


def test_two_writes_at_once_are_applied_one_after_the_other(server: SheetsServer, file: File) -> None:
    from concurrent.futures import ThreadPoolExecutor

    body = {"requests": [{"appendDimension": {"dimension": "ROWS", "length": 1}}]}

    def widen(_: int) -> int:
        with visiting(server) as somebody:
            return sum(somebody.post(f"{SHEET}:batchUpdate", body).status == 200 for _ in range(10))

    with ThreadPoolExecutor(8) as people:
        assert sum(people.map(widen, range(8))) == 80
    assert file.book.pages.tab(0).rows == 1080
