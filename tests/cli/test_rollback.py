"""``rollback``: every run since a moment taken back at once, what people typed since left and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.folder import Folder, folder


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    made = folder(tmp_path)
    made.say("tidy", "--yes", at="11:00")
    return made


def a_busy_hour(desk: Folder) -> None:
    desk.say("attempt", "dana", "no answer", at="11:10")
    desk.say("done", "maria", "booked", at="11:20")
    desk.say("add", "Dana", "415 555 0142", "reschedule", at="11:25")
    desk.say("add", "Zoe", "415 555 0166", "quote", at="11:30")
    desk.say("undo", at="11:40")


def test_the_tab_stands_as_at_that_moment(desk: Folder) -> None:
    before = desk.rows()
    a_busy_hour(desk)
    assert desk.rows() != before
    said = desk.say("rollback", "--to", "11:05", "--yes", at="12:00")
    assert said.exit_code == 0, said.err
    assert desk.rows() == before
    assert desk.json("rollback", "--to", "11:05", "--yes", at="12:00")["runs"][0] != "R1"


def test_a_moment_in_between_keeps_what_came_before_it(desk: Folder) -> None:
    desk.say("attempt", "dana", "no answer", at="11:10")
    between = desk.rows()
    desk.say("attempt", "dana", "busy", at="11:20")
    desk.say("rollback", "--to", "11:15", "--yes", at="12:00")
    assert desk.rows() == between


def test_what_people_typed_since_stays_and_is_told(desk: Folder) -> None:
    desk.say("attempt", "dana", "no answer", at="11:10")
    row = desk.column("Name").index("Dana") + 2
    notes = desk.rows()[0].index("Notes")
    desk.type_in(f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[notes]}{row}", "rings again herself")
    data = desk.json("rollback", "--to", "11:05", "--yes", at="12:00")
    assert "rings again herself" in desk.column("Notes")
    assert [(left["column"], left["before"]) for left in data["left"]] == [("notes", "rings again herself")]


def test_a_row_merged_since_is_back_as_it_was_before_any_of_it(desk: Folder) -> None:
    desk.say("add", "Zoe", "415 555 0166", "quote", at="11:10")
    before = desk.rows()
    row = len(desk.rows()) + 1
    desk.type_in(f"B{row}", "zoe")
    desk.type_in(f"C{row}", "4155550166")
    desk.type_in(f"D{row}", "estimate")
    desk.say("tidy", at="11:20")
    assert len([name for name in desk.column("Name") if name]) == len([r for r in before[1:] if r[1]])
    desk.say("attempt", "zoe", "busy", at="11:30")
    data = desk.json("rollback", "--to", "11:15", "--yes", at="12:00")
    assert data["returned"] == 1
    assert "4155550166" in [str(phone) for phone in desk.column("Phone")]


def test_it_shows_first_and_asks(desk: Folder) -> None:
    desk.say("attempt", "dana", "no answer", at="11:10")
    before = desk.rows()
    alone = desk.say("rollback", "--to", "11:05")
    assert (alone.exit_code, "Would take" in alone.err) == (5, True)
    declined = desk.say("rollback", "--to", "11:05", answers=("n",))
    assert "Nothing was written." in declined.out
    dry = desk.say("rollback", "--to", "11:05", "--dry-run")
    assert "Would take R2 back to today 11:05" in dry.out
    assert desk.rows() == before
    agreed = desk.say("rollback", "--to", "11:05", answers=("y",))
    assert "Took R2 back" in agreed.out
    assert desk.rows() != before


def test_a_file_that_was_brought_in_since_can_be_brought_in_again(desk: Folder) -> None:
    (desk.path / "calls.csv").write_text("Name,Phone,Reason\nKim,415 555 0190,quote\n", encoding="utf-8")
    before = desk.rows()
    desk.say("import", "calls.csv", at="11:10")
    after = desk.rows()
    desk.say("rollback", "--to", "11:05", "--yes", at="12:00")
    assert desk.rows() == before
    desk.say("undo", "R3", at="12:01")
    assert (desk.rows(), desk.json("import", "calls.csv", at="12:01")["new"]) == (after, 0)
    desk.say("undo", "R2", at="12:02")
    assert desk.json("import", "calls.csv", at="12:03")["new"] == 1


def test_the_history_names_it(desk: Folder) -> None:
    desk.say("attempt", "dana", "no answer", at="11:10")
    desk.say("rollback", "--to", "11:05", "--yes", at="12:00")
    assert "rollback to 2026-05-08 11:05" in desk.say("history", at="12:01").out


def test_it_can_be_taken_back_itself(desk: Folder) -> None:
    desk.say("attempt", "dana", "no answer", at="11:10")
    before = desk.rows()
    desk.say("rollback", "--to", "11:05", "--yes", at="12:00")
    desk.say("undo", "R3", at="12:01")
    assert desk.rows() == before


def test_a_row_that_it_removed_is_back_when_it_is_taken_back(desk: Folder) -> None:
    desk.say("add", "Zoe", "415 555 0166", "quote", "--notes", "wants red", at="11:10")
    before = desk.rows()
    desk.say("rollback", "--to", "11:05", "--yes", at="12:00")
    assert "Zoe" not in desk.column("Name")
    desk.say("undo", "R3", at="12:01")
    assert desk.rows() == before
    assert desk.json("tidy", at="12:01")["gone"] == []


def test_when_it_is_taken_back_its_runs_are_in_force_again(desk: Folder) -> None:
    before = desk.rows()
    desk.say("attempt", "dana", "no answer", at="11:10")
    desk.say("rollback", "--to", "11:05", "--yes", at="12:00")
    desk.say("undo", "R3", at="12:01")
    assert [run["undone"] for run in desk.json("history", at="12:02")["runs"]] == [False, False, True, False]
    assert desk.json("undo", at="12:02")["run"] == "R2"
    assert desk.rows() == before


def test_a_row_that_was_merged_and_brought_back_meanwhile_stands_whole(desk: Folder) -> None:
    desk.say("add", "Dana", "415 555 0142", "quote", at="11:05")
    before = desk.rows()
    desk.type_in(f"D{desk.column('Reason').index('quote') + 2}", "resched")
    desk.say("tidy", at="11:10")
    assert desk.column("Name").count("Dana") == 1
    desk.say("undo", at="11:15")
    desk.say("rollback", "--to", "11:07", "--yes", at="12:00")
    assert [row[1:4] for row in desk.rows()] == [
        [*row[1:3], "resched" if row[3] == "quote" else row[3]] for row in before
    ]


def test_a_row_that_people_deleted_meanwhile_does_not_come_back(desk: Folder) -> None:
    desk.say("add", "Dana", "415 555 0142", "quote", at="11:05")
    desk.type_in(f"D{desk.column('Reason').index('quote') + 2}", "resched")
    desk.say("tidy", at="11:10")
    desk.say("undo", at="11:15")
    desk.delete("Reason", "resched")
    desk.say("rollback", "--to", "11:07", "--yes", at="12:00")
    assert desk.column("Name").count("Dana") == 1
    assert "resched" not in desk.column("Reason")


@pytest.mark.parametrize("to", ["", "soon", "25:00", "23:00"])
def test_a_moment_unreadable_or_ahead_is_refused(desk: Folder, to: str) -> None:
    assert desk.say("rollback", "--to", to, "--yes", at="12:00").exit_code == 2


def test_nothing_since_is_said_so(desk: Folder) -> None:
    said = desk.say("rollback", "--to", "11:30", "--yes", at="12:00")
    assert (said.exit_code, "nothing to take back" in said.out) == (0, True)
