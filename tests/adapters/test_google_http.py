"""One Google spreadsheet over real HTTP: looks are tried again with patience, changes are sent once."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest

from callbacksheet.adapters.google_door import NoSuchRangeError, a1_of
from callbacksheet.adapters.google_faults import Account
from callbacksheet.adapters.google_http import HttpSpreadsheet, Patience, SheetsClient
from callbacksheet.errors import (
    BadRequestError,
    FenceTakenError,
    LostError,
    NotSentError,
    SetupError,
    UnavailableError,
)
from tests.adapters.google_desk import HURRIED, TITLES, Way, renamed, way_to
from tests.sheets_server.server import SheetsServer

PASSING = ("429", "500", "502", "503", "drop", "truncated", "hang")


def fault(kind: str) -> str:
    """The server's name of it."""
    return "quota" if kind == "429" else kind


@pytest.fixture
def way(server: SheetsServer, tmp_path: Path) -> Iterator[Way]:
    with way_to(server, tmp_path) as made:
        yield made


class TestALook:
    def test_is_one_request_with_a_field_mask_compact_and_packed(self, way: Way) -> None:
        assert way.look() == ["Sheet1"]
        entry = way.server.log.entries[-1]
        asked = parse_qs(urlsplit(entry.target).query)
        assert asked == {"fields": [TITLES], "prettyPrint": ["false"]}
        assert (way.spreadsheet.reads, way.asked("get")) == (1, 1)
        response = way.client.request("get", f"https://sheets.googleapis.com/v4/spreadsheets/{way.file.id}")
        assert response.headers["Content-Encoding"] == "gzip"

    @pytest.mark.parametrize("kind", PASSING)
    def test_is_tried_again_while_google_is_unwell(self, way: Way, kind: str) -> None:
        way.server.fail(fault(kind), on="read", times=2, seconds=1)
        assert way.look() == ["Sheet1"]
        assert (way.spreadsheet.reads, way.asked("get")) == (3, 3)

    @pytest.mark.parametrize("kind", PASSING)
    def test_is_given_up_in_the_end_and_says_that_nothing_was_changed(self, way: Way, kind: str) -> None:
        way.server.fail(fault(kind), on="read", times=99, seconds=1)
        with pytest.raises(UnavailableError, match=r"Nothing was changed\.$") as told:
            way.look()
        assert told.value.exit_code == 8
        assert told.value.next
        assert way.asked("get") == way.spreadsheet.reads <= Patience().tries

    @pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
    def test_waits_a_random_part_of_a_doubling_time(self, server: SheetsServer, tmp_path: Path, part: float) -> None:
        with way_to(server, tmp_path, part=part) as way:
            server.fail("503", on="read", times=4)
            way.look()
            assert way.weather.slept == [part * longest for longest in (1, 2, 4, 8)]

    def test_waits_longer_when_the_quota_is_used_up_since_it_comes_back_by_the_minute(self, way: Way) -> None:
        way.server.fail("quota", on="read", times=3)
        way.look()
        assert way.weather.slept == [2, 4, 8]

    def test_waits_at_least_as_long_as_google_asks_for(self, way: Way) -> None:
        way.server.fail("503", on="read", retry_after=7)
        way.server.fail("503", on="read", retry_after="Wed, 21 Oct 2026 07:28:00 GMT")
        way.look()
        assert way.weather.slept == [7, 1]

    def test_never_waits_past_its_deadline(self, way: Way) -> None:
        way.server.fail("503", on="read", times=99, retry_after=25)
        with pytest.raises(UnavailableError):
            way.look()
        assert way.weather.slept == [25, 25]
        assert sum(way.weather.slept) < HURRIED.deadline

    def test_that_google_refuses_is_not_tried_again(self, way: Way) -> None:
        way.server.drive.files[way.file.id].shares.clear()
        with pytest.raises(SetupError):
            way.look()
        assert (way.weather.slept, way.asked("get")) == ([], 1)

    def test_names_the_range_that_is_not_there(self, way: Way) -> None:
        with pytest.raises(NoSuchRangeError) as told:
            way.spreadsheet.look([a1_of("Calls, old")], TITLES)
        assert told.value.range == "'Calls, old'"
        assert told.value.exit_code == 7

    def test_counts_what_it_cost_the_quota_over_all_tries(self, way: Way) -> None:
        way.server.fail("500", on="read", times=2)
        way.look()
        way.look()
        assert way.spreadsheet.reads == way.server.log.reads == 4

    def test_with_a_token_that_is_no_longer_good_gets_another_by_itself(self, way: Way) -> None:
        way.look()
        way.server.accounts.expire(way.spreadsheet.account.address)
        assert way.look() == ["Sheet1"]


class TestAChange:
    def test_is_one_request_in_utf_8_and_answers_with_what_stands_there_now(self, way: Way) -> None:
        answer = way.spreadsheet.change([renamed("Звонки")], ["'Звонки'"], f"updatedSpreadsheet({TITLES})")
        assert answer["updatedSpreadsheet"]["sheets"][0]["properties"]["title"] == "Звонки"
        body = way.server.log.entries[-1].body
        assert "Звонки".encode() in body
        assert b": " not in body
        assert json.loads(body)["includeSpreadsheetInResponse"] is True
        assert (way.spreadsheet.writes, way.asked("batchUpdate")) == (1, 1)

    @pytest.mark.parametrize(
        ("kind", "applied"),
        [
            ("500", False),
            ("500-after", True),
            ("502", False),
            ("503", False),
            ("hang", False),
            ("hang-after", True),
            ("drop", False),
            ("drop-after", True),
            ("late", False),
            ("truncated", True),
        ],
    )
    def test_whose_answer_is_lost_is_never_sent_again(self, way: Way, kind: str, applied: bool) -> None:
        way.server.fail(kind, on="write", seconds=1)
        with pytest.raises(LostError, match="nobody can tell yet whether it was written") as told:
            way.change()
        assert told.value.exit_code == 8
        assert way.asked("batchUpdate") == way.spreadsheet.writes == 1
        assert way.weather.slept == []
        assert (way.titles == ["Calls"]) is applied

    def test_beyond_the_quota_was_certainly_not_applied_and_is_not_sent_again(self, way: Way) -> None:
        way.server.fail("quota", on="write")
        with pytest.raises(NotSentError, match="quota for this minute is used up") as told:
            way.change()
        assert "tried again" not in str(told.value)
        assert (way.asked("batchUpdate"), way.titles, way.weather.slept) == (1, ["Sheet1"], [])

    def test_that_is_refused_names_the_request_and_changes_nothing(self, way: Way) -> None:
        with pytest.raises(BadRequestError) as told:
            way.spreadsheet.change([renamed("Calls"), renamed("Never", 999)])
        assert (told.value.index, told.value.kind) == (1, "updateSheetProperties")
        assert "999" in told.value.words
        assert way.titles == ["Sheet1"]

    def test_with_a_fence_that_is_taken_is_refused_as_such(self, way: Way) -> None:
        named = {"namedRangeId": "cbs_e7", "name": "cbs_e7", "range": {"sheetId": 0, "endRowIndex": 1}}
        fence = {"addNamedRange": {"namedRange": named}}
        way.spreadsheet.change([fence])
        with pytest.raises(FenceTakenError) as told:
            way.spreadsheet.change([fence, renamed("Calls")])
        assert told.value.exit_code == 9
        assert way.titles == ["Sheet1"]

    def test_with_a_range_to_answer_that_was_renamed_away_changes_nothing(self, way: Way) -> None:
        with pytest.raises(NoSuchRangeError):
            way.spreadsheet.change([renamed("Calls")], ["Gone"], f"updatedSpreadsheet({TITLES})")
        assert way.titles == ["Sheet1"]


class TestASignInServiceThatIsUnwell:
    @pytest.fixture(autouse=True)
    def _in_no_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """google-auth sleeps by itself between its tries, and nothing else can be given to it."""
        monkeypatch.setattr("google.auth._exponential_backoff.time", SimpleNamespace(sleep=lambda seconds: None))

    @pytest.mark.parametrize("kind", ["500", "429", "502", "503"])
    def test_is_told_as_such_after_a_few_tries(self, way: Way, kind: str) -> None:
        way.server.fail(fault(kind), on="token", times=99)
        with pytest.raises(
            UnavailableError, match=r"^Google's sign-in service answered .* Nothing was changed\.$"
        ) as told:
            way.look()
        assert told.value.exit_code == 8
        assert told.value.next.startswith("Run again in a minute or two.")
        assert [entry.kind for entry in way.server.log.entries] in (["token"], ["token"] * 3)

    @pytest.mark.parametrize("kind", ["500", "502"])
    def test_lets_no_change_out(self, way: Way, kind: str) -> None:
        way.server.fail(fault(kind), on="token", times=99)
        with pytest.raises(NotSentError, match="Google's sign-in service answered"):
            way.change()
        assert way.asked("batchUpdate") == 0


class TestTheNetwork:
    def test_a_machine_without_a_way_to_google_is_told_so_soon(self, server: SheetsServer, tmp_path: Path) -> None:
        with way_to(server, tmp_path) as way:
            way.look()
            server.stop()
            with pytest.raises(UnavailableError, match="cannot be reached from this machine") as told:
                way.look()
            assert told.value.exit_code == 8
            assert way.spreadsheet.reads == 1 + Patience().unreachable
            with pytest.raises(NotSentError, match="cannot be reached from this machine"):
                way.change()

    def test_a_machine_that_cannot_even_sign_in_is_told_the_same(self, server: SheetsServer, tmp_path: Path) -> None:
        with way_to(server, tmp_path) as way:
            server.stop()
            with pytest.raises(UnavailableError, match="cannot be reached from this machine"):
                way.look()

    @pytest.mark.parametrize("base", ["http://sheets.example.com", "http://10.0.0.7:80", "ftp://127.0.0.1", "x"])
    def test_a_token_goes_only_to_https_or_to_this_machine(self, base: str) -> None:
        from google.auth.credentials import AnonymousCredentials

        with pytest.raises(SetupError, match="must be https"):
            SheetsClient(AnonymousCredentials(), base=base)  # type: ignore[no-untyped-call]

    def test_a_proxy_of_the_environment_is_passed_by_for_this_machine(
        self, way: Way, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        assert way.look() == ["Sheet1"]


def test_the_log_holds_no_token_no_key_and_no_number_in_full(way: Way, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="callbacksheet")
    way.look()
    cell = {"userEnteredValue": {"stringValue": "+1 415-555-0142"}}
    row = {"updateCells": {"start": {"sheetId": 0}, "rows": [{"values": [cell]}], "fields": "userEnteredValue"}}
    way.spreadsheet.change([row])
    with pytest.raises(BadRequestError):
        way.spreadsheet.change([renamed("+1 415-555-0142", 7)])
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert "POST" in said
    assert "200" in said
    for secret in ("ya29", "Bearer", "0142", "555", "PRIVATE KEY", way.file.id):
        assert secret not in said


def test_a_refusal_repeats_no_number_that_stands_in_a_cell() -> None:
    from callbacksheet.adapters.google_faults import complaint_of, fault_of

    body = {"error": {"code": 400, "message": "Invalid requests[3].updateCells: bad text +1 415-555-0142 (Dana)"}}
    told = fault_of(complaint_of(400, body), Account("", "x"))
    assert "415" not in str(told)
    assert "42" in str(told)


def test_every_request_has_a_time_limit(server: SheetsServer, tmp_path: Path) -> None:
    """gspread's own default is to wait for ever."""
    with way_to(server, tmp_path) as way:
        assert way.client.timeout is not None
        HttpSpreadsheet(way.client, way.spreadsheet.account).look([], TITLES)
        assert way.client.timeout == (5.0, Patience().look)
