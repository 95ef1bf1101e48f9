"""``remind`` on a Google sheet over real HTTP: one request while nobody is due, a claim and a mark for what is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.desk import say
from tests.cli.google_folder import GoogleFolder, google_folder
from tests.sheets_server.server import running


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[GoogleFolder]:
    """Dana is to be rung at 13:30; Mary has the screen."""
    with running() as server:
        made = google_folder(tmp_path, server)
        assert made.init().exit_code == 0
        file = tmp_path / "callbacksheet.toml"
        text = file.read_text(encoding="utf-8")
        assert "[people.MK]" in text
        file.write_text(text.replace("[people.MK]", '[people.MK]\nnotify = ["console:"]'), encoding="utf-8")
        assert made.say("add", "Dana", "415-555-0142", "book", "--best", "at 13:30").exit_code == 0
        assert made.say("tidy").exit_code == 0
        yield made


def remind(desk: GoogleFolder, *words: str, at: str) -> tuple[str, list[str]]:
    """What it says, and what it asks of Google."""
    desk.server.log.clear()
    environ = {"CALLBACKSHEET_NOW": f"2026-05-08T{at}", "CALLBACKSHEET_STATE": str(desk.path / "state")}
    said = say("remind", *words, cwd=desk.path, environ=environ)
    assert said.exit_code == 0, said.err
    return said.out, [kind.removeprefix("spreadsheets.") for kind in desk.server.log.kinds]


def test_nobody_due_is_one_request(desk: GoogleFolder) -> None:
    said, asked = remind(desk, at="12:30")
    assert said == "Nobody is due. Next is Dana, today 13:30.\n"
    assert len(asked) == 1


def test_who_is_due_is_one_request_where_nobody_has_an_address_yet(desk: GoogleFolder) -> None:
    file = desk.path / "callbacksheet.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('notify = ["console:"]', ""), encoding="utf-8")
    said, asked = remind(desk, at="13:30")
    assert said.startswith("Due now: Dana")
    assert asked == ["get"]


def test_what_nobody_knows_is_listed_by_one_request(desk: GoogleFolder) -> None:
    _said, asked = remind(desk, "--unknown", at="12:30")
    assert asked == ["get"]


def test_what_is_sent_is_claimed_and_marked(desk: GoogleFolder) -> None:
    said, asked = remind(desk, at="13:30")
    assert "Told MK (console:): Dana, due today 13:30." in said
    assert asked.count("batchUpdate") == 2
    assert len(asked) == 3
    said, asked = remind(desk, at="13:31")
    assert "Told" not in said
    assert asked.count("batchUpdate") == 0


def test_a_row_just_typed_is_told_once_it_stands_still(desk: GoogleFolder) -> None:
    for cell, text in (("B3", "Bob"), ("C3", "415 555 0188"), ("D3", "quote")):
        desk.type_in(cell, text)
    said, asked = remind(desk, at="12:30")
    assert "Bob" in said
    assert asked.count("batchUpdate") <= 3
    again, _ = remind(desk, at="12:31")
    assert "Told" not in again


def test_acting_in_the_sheet_is_the_acknowledgement(desk: GoogleFolder) -> None:
    desk.type_in("G2", "Done: booked Monday")
    said, _ = remind(desk, at="13:30")
    assert "Told" not in said
