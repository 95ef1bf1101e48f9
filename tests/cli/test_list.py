"""``list``: the queue as tidy would leave it, for people and for programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.folder import Folder, folder

KEYS = [
    *("key", "position", "row", "received", "name", "phone", "extension", "phone_text", "reason", "reason_key"),
    *("wish", "window", "urgency", "status", "next_callback", "next_source", "owner", "attempts", "calls"),
    *("outcome", "notes", "updated", "by", "flags", "due", "overdue", "promise", "extra"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    return folder(tmp_path)


class TestForPrograms:
    def test_every_callback_has_every_key(self, desk: Folder) -> None:
        for callback in desk.json("list", "--all")["callbacks"]:
            assert list(callback) == KEYS

    def test_they_come_in_queue_order_with_the_row_where_they_stand_now(self, desk: Folder) -> None:
        rows = desk.json("list")["callbacks"]
        assert [(one["position"], one["name"], one["row"]) for one in rows] == [
            (1, "Ivan", 5),
            (2, "", 7),
            (3, "Dana", 2),
            (4, "maria lopez", 3),
        ]
        desk.say("tidy", "--yes")
        assert [one["row"] for one in desk.json("list")["callbacks"]] == [2, 3, 4, 5]

    def test_a_caller_in_full(self, desk: Folder) -> None:
        maria = next(one for one in desk.json("list")["callbacks"] if one["name"] == "maria lopez")
        assert (maria["phone"], maria["extension"], maria["calls"], maria["urgency"]) == (
            "+14155550177",
            None,
            2,
            "High",
        )
        assert maria["window"] == {
            "start": "2026-05-11T09:00:00-04:00",
            "end": "2026-05-11T12:00:00-04:00",
            "sure": True,
        }
        assert maria["extra"] == {"Room": "2"}
        assert (maria["promise"], maria["owner"], maria["updated"]) == (None, "", None)

    def test_a_number_nobody_can_ring_is_null_and_kept_as_text(self, desk: Folder) -> None:
        unknown = next(one for one in desk.json("list")["callbacks"] if not one["name"])
        assert (unknown["phone"], unknown["phone_text"], unknown["window"]) == (None, "555-01", None)
        assert unknown["flags"] == ["bad_phone", "no_name", "no_reason"]
        assert (unknown["reason"], unknown["reason_key"]) == ("?", "unknown")

    def test_due_and_overdue_follow_the_clock(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")

        def dana(at: str) -> tuple[bool, bool]:
            row = next(one for one in desk.json("list", at=at)["callbacks"] if one["name"] == "Dana")
            return row["due"], row["overdue"]

        assert [dana("13:29"), dana("13:30"), dana("13:31")] == [(False, False), (True, False), (True, True)]

    def test_times_carry_the_shops_offset(self, desk: Folder) -> None:
        for callback in desk.json("list", "--all")["callbacks"]:
            for name in ("received", "next_callback"):
                assert callback[name] is None or datetime.fromisoformat(callback[name]).tzinfo


def test_done_rows_are_shown_only_when_asked_for(desk: Folder) -> None:
    assert "Bob" not in desk.say("list").out
    assert "Bob" in desk.say("list", "--all").out
    assert [one["status"] for one in desk.json("list", "--all")["callbacks"]][-1] == "Done"


def test_it_writes_nothing_and_says_what_tidy_would_do(desk: Folder) -> None:
    before = desk.file
    out = desk.say("list").out
    assert "The sheet is not up to date yet: 35 cells to write, 1 row to merge, 2 rows to move." in out
    assert desk.file == before
    desk.say("tidy", "--yes")
    assert "not up to date" not in desk.say("list").out


def test_what_rows_are_told_stands_below_by_caller(desk: Folder) -> None:
    out = desk.say("list").out
    assert "Tried, but no next time was set" in out
    assert "unknown – ask first" in out


def test_an_empty_tab_says_so(tmp_path: Path) -> None:
    assert folder(tmp_path, ()).say("list").out.startswith("The tab has no rows yet.\n")


def test_a_tab_where_all_is_done_says_that_nobody_waits(tmp_path: Path) -> None:
    rows = ("9:05 | Dana | 415 555 0142 | reschedule | | | done, moved to Tue | | 1",)
    assert folder(tmp_path, rows).say("list").out.startswith("Nobody is waiting: no row is open.\n")


@pytest.mark.parametrize("width", ["80", "100", "200"])
def test_no_line_is_wider_than_the_screen(desk: Folder, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)  # what rich takes for the screen's width
    for line in desk.say("list").out.splitlines():
        assert len(line) <= int(width) or line.startswith("The sheet is not")


def test_a_narrow_screen_stacks_what_belongs_together(desk: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    wide = desk.say("list").out
    monkeypatch.setenv("COLUMNS", "70")
    narrow = desk.say("list").out
    line = next(line for line in wide.splitlines() if "Dana" in line)
    assert "+1 415-555-0142" in line
    line = next(line for line in narrow.splitlines() if "Dana" in line)
    assert "+1 415-555-0142" not in line
    assert "+1 415-555-0142" in narrow


def test_a_very_long_queue_is_cut_on_screen_only(tmp_path: Path) -> None:
    rows = [f"9:05 | Caller {n} | +1 415 555 {n:04} | book | after 2 | | | | {n}" for n in range(2000, 2130)]
    desk = folder(tmp_path, rows)
    out = desk.say("list").out
    assert "… and 30 more (--verbose shows all)" in out
    assert out.count("“after 2”") == 100
    assert desk.say("list", "--verbose").out.count("“after 2”") == 130
    assert len(desk.json("list")["callbacks"]) == 130
