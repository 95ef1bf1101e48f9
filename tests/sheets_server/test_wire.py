"""What goes over the wire, and how."""

from __future__ import annotations

import gzip
import json
import socket
from urllib.parse import quote, urlsplit

import pytest

from tests.sheets_server.files import File
from tests.sheets_server.server import SheetsServer, running
from tests.sheets_server.visitor import Visitor, visiting

SHEET = "/v4/spreadsheets/calls"


def test_a_connection_is_kept_from_request_to_request(visitor: Visitor) -> None:
    visitor.get(SHEET)
    first = visitor.connection.sock.getsockname()
    for _ in range(3):
        assert visitor.get(SHEET).status == 200
    visitor.ask("DELETE", "/drive/v3/files/nothing")
    assert visitor.connection.sock.getsockname() == first


def test_a_client_that_wants_the_connection_ended_gets_its_end(visitor: Visitor) -> None:
    assert visitor.ask("GET", SHEET, Connection="close").status == 200
    assert visitor.get(SHEET).status == 200


def test_headers_and_body_of_an_answer_leave_together(server: SheetsServer, file: File) -> None:
    token = server.accounts.token("callbacksheet@throwaway.iam.gserviceaccount.com", ["x"])
    host = urlsplit(server.url)
    assert host.hostname
    assert host.port
    with socket.create_connection((host.hostname, host.port), timeout=5) as wire:
        wire.sendall(f"GET {SHEET} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
        head, _, body = wire.recv(65_536).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 403 Forbidden")
    assert json.loads(body)["error"]["code"] == 403


def test_a_client_that_asks_before_it_sends_is_told_to_go_on(server: SheetsServer, file: File) -> None:
    host = urlsplit(server.url)
    assert host.hostname
    assert host.port
    with socket.create_connection((host.hostname, host.port), timeout=5) as wire:
        wire.sendall(b"POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\nExpect: 100-continue\r\n\r\n")
        assert wire.recv(65_536).startswith(b"HTTP/1.1 100 Continue")
        wire.sendall(b"grant_type=x")
        assert wire.recv(65_536).startswith(b"HTTP/1.1 400 Bad Request")


def test_an_answer_is_packed_for_who_can_read_it(visitor: Visitor) -> None:
    plain = visitor.get(SHEET)
    packed = visitor.ask("GET", SHEET, **{"Accept-Encoding": "gzip, deflate"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 3


def test_json_is_spread_out_unless_asked_for_less(visitor: Visitor) -> None:
    spread, dense = visitor.get(SHEET), visitor.get(f"{SHEET}?prettyPrint=false")
    assert spread.body.startswith(b'{\n  "spreadsheetId": "calls",\n')
    assert spread.body.endswith(b"\n}\n")
    assert dense.body.startswith(b'{"spreadsheetId":"calls",')
    assert b"\n" not in dense.body
    assert spread.headers["Content-Type"] == "application/json; charset=UTF-8"


def test_a_refusal_is_dense_too_when_asked(visitor: Visitor) -> None:
    assert b"\n" not in visitor.get(f"{SHEET}/values/Nowhere!A1?prettyPrint=false").body


@pytest.mark.parametrize("title", ["Callbacks & co", "a/b", "it's", "8:30", "100%", "Перезвонить", "a+b", "🌵"])
def test_a_path_is_split_before_it_is_decoded(visitor: Visitor, title: str) -> None:
    change = {"updateSheetProperties": {"properties": {"title": title}, "fields": "title"}}
    assert visitor.post(f"{SHEET}:batchUpdate", {"requests": [change]}).status == 200
    quoted = title.replace("'", "''")
    where = quote(f"'{quoted}'!A1:B2", safe="")
    put = visitor.ask("PUT", f"{SHEET}/values/{where}?valueInputOption=RAW", {"values": [["Dana", "5550142"]]})
    assert put.json["updatedCells"] == 2
    assert visitor.get(f"{SHEET}/values/{where}").json["values"] == [["Dana", "5550142"]]
    assert visitor.post(f"{SHEET}/values/{where}:clear", {}).json["clearedRange"].endswith("!A1:B2")
    assert "values" not in visitor.get(f"{SHEET}/values/{where}").json


def test_a_plus_in_a_query_is_a_space(visitor: Visitor) -> None:
    visitor.post("/control/spreadsheets", {"title": "Front desk"})
    got = visitor.get('/drive/v3/files?q=name+=+"Front+desk"')
    assert [file["name"] for file in got.json["files"]] == ["Front desk"]


@pytest.mark.parametrize("path", ["/", "/v4/spreadsheets/a/b", "/v5/spreadsheets/calls", "/favicon.ico"])
def test_an_address_that_is_not_googles_is_a_page_that_says_so(visitor: Visitor, path: str) -> None:
    got = visitor.get(path)
    assert (got.status, got.headers["Content-Type"]) == (404, "text/html; charset=UTF-8")
    assert b"not found on this server" in got.body


def test_the_log_weighs_each_request_and_each_answer(server: SheetsServer, visitor: Visitor) -> None:
    packed = visitor.ask("GET", SHEET, **{"Accept-Encoding": "gzip"})
    visitor.post(f"{SHEET}/values:batchClear", {"ranges": ["A1"]})
    read, write = server.log.entries
    assert (read.kind, read.status, write.kind) == (
        "sheets.spreadsheets.get", 200, "sheets.spreadsheets.values.batchClear",
    )  # fmt: skip
    assert len(packed.body) < read.answer_bytes < len(packed.body) + 400
    assert write.sent_bytes > len(write.body) > 0
    assert (server.log.reads, server.log.writes) == (1, 1)


def test_the_server_stops_while_connections_are_kept() -> None:
    with running() as server, visiting(server) as visitor:
        assert visitor.get(SHEET).status == 404
    with pytest.raises(OSError, match=r"."):
        visitor.get(SHEET)
