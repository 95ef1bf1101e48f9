"""The server as a process of its own, as somebody starts it in a terminal."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.sheets_server.accounts import DEFAULT_EMAIL
from tests.sheets_server.visitor import Visitor, gspread_at

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


def started(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.sheets_server", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@contextmanager
def by_hand(*arguments: str, ending: signal.Signals = signal.SIGTERM) -> Iterator[str]:
    """The server's address; when the block ends it is told to stop, and must stop well."""
    process = started("--port", "0", *arguments)
    try:
        assert process.stdout
        line = process.stdout.readline()
        assert line.startswith("listening on http://127.0.0.1:"), process.communicate(timeout=20)
        yield line.removeprefix("listening on ").strip()
        process.send_signal(ending)
        rest, complaints = process.communicate(timeout=20)
        assert (process.returncode, rest, complaints) == (0, "", "")
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def test_gspread_makes_a_spreadsheet_and_a_restart_finds_it(tmp_path: Path) -> None:
    state, key = tmp_path / "state.json", tmp_path / "key.json"
    options = ("--state", str(state), "--credentials-out", str(key))
    with by_hand(*options) as url, gspread_at(url, key) as client:
        made = client.create("Callbacks")
        made.sheet1.update([["Name"], ["Dana"]], "A1")
        made.share("mary@example.com", "user", "reader")
    first_key = json.loads(key.read_text(encoding="utf-8"))
    with by_hand(*options, ending=signal.SIGINT) as url, gspread_at(url, key) as client:
        again = client.open("Callbacks")
        assert (again.id, again.sheet1.get_all_values()) == (made.id, [["Name"], ["Dana"]])
        assert {each["emailAddress"] for each in again.list_permissions()} == {DEFAULT_EMAIL, "mary@example.com"}
    second_key = json.loads(key.read_text(encoding="utf-8"))
    assert second_key["private_key"] == first_key["private_key"]
    assert second_key["token_uri"] != first_key["token_uri"]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".new"] == []


def test_a_key_from_before_is_good_without_writing_it_again(tmp_path: Path) -> None:
    state, key = tmp_path / "state.json", tmp_path / "key.json"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with by_hand("--state", str(state), "--credentials-out", str(key), "--spreadsheet", "calls", "--port", port):
        pass
    with by_hand("--state", str(state), "--port", port) as url, gspread_at(url, key) as client:
        assert client.open_by_key("calls").title == "Callbacks"


def test_without_a_state_file_all_is_gone_and_a_spreadsheet_can_be_asked_for() -> None:
    with by_hand("--spreadsheet", "calls", "--title", "Front desk", "--quota") as url:
        visitor = Visitor(url)
        told = visitor.get("/control").json
        visitor.connection.close()
    assert [(each["spreadsheetId"], each["title"]) for each in told["spreadsheets"]] == [("calls", "Front desk")]
    assert told["quota"] is True


@pytest.mark.parametrize("trouble", ["port", "key", "state", "switch"])
def test_a_start_that_cannot_be_says_why_and_touches_nothing(tmp_path: Path, trouble: str) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"project_id": "salon"}', encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        options = {
            "port": ("--port", port),
            "key": ("--port", "0", "--credentials-out", str(other)),
            "state": ("--port", "0", "--state", str(other)),
            "switch": ("--port", "0", "--switch", "guess=true"),
        }
        out, complaint = (process := started(*options[trouble])).communicate(timeout=20)
    assert (process.returncode, out) == (1, "")
    assert complaint.startswith("The test server did not start: ")
    assert other.read_text(encoding="utf-8") == '{"project_id": "salon"}'


def test_a_start_without_googles_documents_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "googleapiclient.py").touch()  # found first, and has no documents
    process = started("--port", "0", PYTHONPATH=str(tmp_path))
    out, complaint = process.communicate(timeout=20)
    assert (process.returncode, out) == (1, "")
    assert complaint.startswith("The test server did not start: ")
    assert "pip install -e '.[dev]'" in complaint


def test_a_switch_is_set_by_hand() -> None:
    with by_hand("--spreadsheet", "calls", "--switch", "reads_past_grid_clipped=false") as url:
        visitor = Visitor(url)
        visitor.token = visitor.post("/control/token", {}).json["access_token"]
        refused = visitor.get("/v4/spreadsheets/calls/values/A1:A2000")
        visitor.connection.close()
    assert refused.status == 400


def test_the_help_says_how_a_spreadsheet_is_made() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.sheets_server", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "gc.create(" in done.stdout
    assert "/control/spreadsheets" in done.stdout
