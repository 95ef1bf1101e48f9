"""``undo``: a run taken back, and what somebody has changed since left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.folder import HEADERS, Folder, folder

WIDTH = len(HEADERS.split("|"))


def typed(desk: Folder) -> list[list[object]]:
    """The team's own columns, header and all."""
    return [row[:WIDTH] for row in desk.rows() if any(value is not None for value in row[:WIDTH])]


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    return folder(tmp_path)


def test_every_cell_and_the_order_come_back(desk: Folder) -> None:
    before = typed(desk)
    desk.say("tidy", "--yes")
    assert typed(desk) != before
    said = desk.say("undo", at="12:05")
    assert said.exit_code == 0
    assert "1 row is back" in said.out
    assert typed(desk) == before


def test_a_merged_row_comes_back_with_the_formulas_of_the_team(desk: Folder) -> None:
    for row in range(2, 8):
        desk.type_in(f"I{row}", f"=LEN(B{row})")
    before = typed(desk)
    desk.say("tidy", "--yes")
    said = desk.say("undo", at="12:05")
    assert (said.exit_code, said.err) == (0, "")
    assert typed(desk) == before


def test_what_somebody_changed_since_is_left_and_told(desk: Folder) -> None:
    desk.say("tidy", "--yes")
    row = desk.column("Name").index("Dana") + 2
    desk.type_in(f"C{row}", "415 555 0143")
    said = desk.say("undo", "--json", at="12:05")
    assert said.exit_code == 0
    [left] = [cell for cell in said.json["data"]["left"] if cell["column"] == "phone"]
    assert (left["row"], left["before"], left["after"]) == (row, "415 555 0143", "415 555 0142")
    assert desk.column("Phone")[desk.column("Name").index("Dana")] == "415 555 0143"


def test_what_was_left_is_shown_to_people(desk: Folder) -> None:
    desk.say("tidy", "--yes")
    desk.type_in(f"C{desk.column('Name').index('Dana') + 2}", "415 555 0143")
    out = desk.say("undo", at="12:05").out
    assert "Left alone, because somebody changed it since:" in out
    assert "415 555 0143" in out


def test_a_call_added_leaves_again(desk: Folder) -> None:
    desk.say("tidy", "--yes")
    before = desk.rows()
    desk.say("add", "Zoe", "415 555 0166", "quote", at="12:01")
    assert desk.json("undo", at="12:02")["removed"] == 1
    assert [row for row in desk.rows() if any(row)] == [row for row in before if any(row)]


@pytest.mark.parametrize("name", ["R1", "r1", "1"])
def test_a_run_is_named_as_people_write_it(desk: Folder, name: str) -> None:
    desk.say("tidy", "--yes")
    assert desk.json("undo", name)["run"] == "R1"


def test_an_undo_is_not_undone_by_the_next_one(desk: Folder) -> None:
    before = typed(desk)
    desk.say("tidy", "--yes")
    desk.say("undo", at="12:05")
    again = desk.say("undo", at="12:06")
    assert again.exit_code == 2
    assert "There is nothing to undo." in again.err
    assert typed(desk) == before


@pytest.mark.parametrize(("name", "told"), [("R9", "There is no run “R9” to undo"), ("soon", "There is no run “SOON”")])
def test_an_unknown_run_is_a_usage_error(desk: Folder, name: str, told: str) -> None:
    desk.say("tidy", "--yes")
    before = desk.file
    said = desk.say("undo", name)
    assert said.exit_code == 2
    assert told in said.err
    assert desk.file == before


def test_the_same_run_is_taken_back_once(desk: Folder) -> None:
    desk.say("tidy", "--yes")
    desk.say("undo", "R1", at="12:05")
    said = desk.say("undo", "R1", at="12:06")
    assert said.exit_code == 2
    assert "Run R1 has been taken back already." in said.err


def test_a_dry_run_writes_nothing_and_tells_the_same(desk: Folder) -> None:
    desk.say("tidy", "--yes")
    before = desk.file
    dry = desk.json("undo", "--dry-run")
    assert desk.file == before
    done = desk.json("undo")
    assert (dry["changes"], dry["returned"]) == (done["changes"], done["returned"])
    assert (dry["written"], done["written"]) == (False, True)


def test_a_sheet_that_was_never_tidied_is_refused(desk: Folder) -> None:
    said = desk.say("undo")
    assert said.exit_code == 5
    assert "there is nothing to undo" in said.err
