"""Quotas are counted as Google counts them."""

from __future__ import annotations

import pytest

from tests.sheets_server.files import File
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.visitor import Visitor, visiting

SHEET = "/v4/spreadsheets/calls"
CLEAR = f"{SHEET}/values/A1:clear"


@pytest.fixture
def counted(server: SheetsServer) -> SheetsServer:
    """Quotas on, at the first second of a minute that does not end."""
    server.quota.on = True
    server.clock.read = lambda: 1_780_000_020.0
    return server


def test_the_sixty_first_read_in_a_minute_is_one_too_many_and_the_next_minute_is_new(
    counted: SheetsServer, visitor: Visitor
) -> None:
    assert [visitor.get(SHEET).status for _ in range(61)] == [200] * 60 + [429]
    counted.clock.forward(59)
    assert visitor.get(SHEET).status == 429
    counted.clock.forward(1)
    assert visitor.get(SHEET).status == 200


def test_reads_and_writes_are_counted_apart(counted: SheetsServer, visitor: Visitor) -> None:
    assert [visitor.post(CLEAR, {}).status for _ in range(61)] == [200] * 60 + [429]
    got = visitor.post(CLEAR, {})
    assert "'Write requests' and limit 'Write requests per minute per user'" in got.message
    assert visitor.get(SHEET).status == 200


def test_a_batch_is_one_request_however_much_is_in_it(counted: SheetsServer, visitor: Visitor) -> None:
    body = {"requests": [{"appendDimension": {"dimension": "ROWS", "length": 1}}] * 100}
    assert visitor.post(f"{SHEET}:batchUpdate", body).status == 200
    assert counted.quota.left("callbacksheet@throwaway.iam.gserviceaccount.com", read=False) == 59


def test_what_is_refused_is_counted_too(counted: SheetsServer, visitor: Visitor) -> None:
    assert [visitor.get(f"{SHEET}/values/Nowhere!A1").status for _ in range(60)] == [400] * 60
    assert visitor.get(SHEET).status == 429


def test_each_user_has_a_minute_of_their_own_and_the_project_has_five(counted: SheetsServer, file: File) -> None:
    told = []
    for number in range(6):
        file.share(f"person{number}@example.com")
        with visiting(counted, f"person{number}@example.com") as person:
            told += [person.get(SHEET) for _ in range(60)]
    assert [got.status for got in told] == [200] * 300 + [429] * 60
    assert "limit 'Read requests per minute'" in told[-1].message


def test_drive_and_tokens_do_not_count(counted: SheetsServer, visitor: Visitor) -> None:
    for _ in range(70):
        assert visitor.get("/drive/v3/files/calls").status == 200
    assert (visitor.get(SHEET).status, counted.log.reads) == (200, 1)


def test_quotas_that_are_off_are_counted_and_refuse_nothing(server: SheetsServer, visitor: Visitor) -> None:
    assert {visitor.get(SHEET).status for _ in range(70)} == {200}
    assert server.log.reads == 70
