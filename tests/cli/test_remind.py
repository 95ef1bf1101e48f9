"""``remind`` on the console: a line for each row that is due."""

from __future__ import annotations

from pathlib import Path

from tests.cli.folder import folder

ROWS = (
    "9:05 | Dana | 415 555 0142 | reschedule | after 10 | !! | | | 1",
    "9:10 | Bob  | 415-555-0188 | quote      | after 2 |    | | | 2",
)


def test_due_rows_are_told_a_line_each_with_since_when(tmp_path: Path) -> None:
    desk = folder(tmp_path, ROWS)
    desk.say("tidy", "--yes", at="09:30")
    assert desk.say("remind", at="10:00").out == "Due now: Dana, +1 415-555-0142, about reschedule, urgent\n"
    said = desk.say("remind", at="14:10")
    assert said.out.splitlines() == [
        "Due since today 10:00 (4 h 10 min ago): Dana, +1 415-555-0142, about reschedule, urgent",
        "Due since today 14:00 (10 min ago): Bob, +1 415-555-0188, about quote",
    ]
    assert said.exit_code == 0
    assert [one["name"] for one in desk.json("remind", at="14:10")["due"]] == ["Dana", "Bob"]


def test_nobody_due_names_the_next_one(tmp_path: Path) -> None:
    desk = folder(tmp_path, ROWS)
    assert desk.say("remind", at="09:30").out == "Nobody is due. Next is Dana, today 10:00.\n"
    assert desk.json("remind", at="09:30") == {"due": []}


def test_an_empty_tab_is_quiet_about_it(tmp_path: Path) -> None:
    assert folder(tmp_path, ()).say("remind").out == "Nobody is due.\n"


def test_what_is_private_is_never_repeated(tmp_path: Path) -> None:
    desk = folder(tmp_path, ("9:05 | Dana | 415 555 0142 | card 4111 1111 1111 1111 | | | | | 1",))
    said = desk.say("remind")
    assert said.out == "Due now: Dana, +1 415-555-0142, about something private\n"


def test_it_writes_nothing(tmp_path: Path) -> None:
    desk = folder(tmp_path, ROWS)
    before = desk.file
    desk.say("remind", at="14:10")
    assert desk.file == before
