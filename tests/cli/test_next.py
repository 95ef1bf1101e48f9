"""``next``: the one caller, with all that whoever rings needs to know."""

from __future__ import annotations

from pathlib import Path

from tests.cli.folder import folder


def test_it_tells_the_number_the_reason_the_wish_and_the_notes(tmp_path: Path) -> None:
    rows = ("9:05 | Dana | 415 555 0142 | reschedule | after 11 | !! | | prefers Kim | 1",)
    desk = folder(tmp_path, rows)
    assert desk.say("next").out.splitlines() == [
        "Ring Dana, +1 415-555-0142, about reschedule: due now.",
        "  Wish: “after 11”",
        "  Notes: prefers Kim",
        "  Urgency High",
    ]


def test_one_that_is_not_due_says_when_and_in_how_long(tmp_path: Path) -> None:
    rows = ("9:05 | Dana | 415 555 0142 | reschedule | after 4 | | | | 1",)
    said = folder(tmp_path, rows).say("next", at="12:10").out
    assert said.startswith("Next is Dana, +1 415-555-0142, about reschedule, today 16:00 (in 3 h 50 min).\n")


def test_an_overdue_one_says_since_when(tmp_path: Path) -> None:
    desk = folder(tmp_path, ("9:05 | Dana | 415 555 0142 | reschedule | after 4 | | | | 1",))
    desk.say("tidy", "--yes")
    assert desk.say("next", at="16:25").out.startswith(
        "Ring Dana, +1 415-555-0142, about reschedule: due since today 16:00."
    )


def test_what_the_row_lacks_is_told(tmp_path: Path) -> None:
    out = folder(tmp_path, ("9:05 | | 555-01 | ? | | | | | 1",)).say("next").out
    assert out.startswith("Ring 555-01, about unknown – ask first: due now.")
    assert "There is no name" in out


def test_how_often_they_rang_and_were_tried_is_counted(tmp_path: Path) -> None:
    headers = "Received | Name | Phone | Reason | Attempts | Status | Next callback"
    rows = (
        "9:05 | Dana | 415 555 0142 | reschedule | 2 | no answer | 14:00",
        "9:50 | Dana | 415 555 0142 | reschedule | | | 15:00",
    )
    desk = folder(tmp_path, rows, headers)
    desk.say("tidy", "--yes")
    assert "  Rang 2 times, tried 2 times" in desk.say("next").out.splitlines()


def test_where_nobody_waits_it_says_so_and_gives_null(tmp_path: Path) -> None:
    desk = folder(tmp_path, ())
    assert desk.say("next").out == "Nobody is waiting: no row is open.\n"
    assert desk.json("next") == {"callback": None}


def test_it_gives_programs_the_same_object_as_list(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    assert desk.json("next")["callback"] == desk.json("list")["callbacks"][0]
