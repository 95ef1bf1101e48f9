"""Typing that a move of ours may have put on another caller's row is told on that row (SAFETY.md, I16)."""

from __future__ import annotations

import pytest

from callbacksheet.core.displaced import KIND, MOVED
from tests.google_desk import GoogleDesk, book_of

ROWS = (
    "11:20 | Dana | 4155550142 | reschedule | 11:30",
    "11:25 | Oleg | 4155550143 | book | 12:00",
    "11:28 | Maya | 4155550101 | quote | 14:00",
    "11:29 | Rosa | 4155550155 | refund | 15:00",
)
ASKED = "look whether that was meant for"


def moved() -> GoogleDesk:
    """Maya has just been put first: Dana and Oleg stand a row lower, Rosa stands where she stood."""
    at = GoogleDesk(book_of(*ROWS))
    at.tidy()
    at.type_in("Maya", "next_callback", "2026-11-20 11:00")
    at.tidy()
    assert at.column("name")[:4] == ["Maya", "Dana", "Oleg", "Rosa"]
    return at


def test_typing_on_a_row_that_stands_in_anothers_place_names_that_one() -> None:
    at = moved()
    at.type_in("Dana", "notes", "ring the bell")
    at.tick()
    assert f"{ASKED} Oleg." in at.cell("Dana", "check")
    assert any(column == "check" and "Oleg" in after for column, _, after, _ in at.history())


def test_a_row_that_did_not_change_places_is_not_asked_about() -> None:
    at = moved()
    at.type_in("Rosa", "notes", "ring the bell")
    at.tick()
    assert ASKED not in at.cell("Rosa", "check")


def test_after_ten_minutes_nobody_is_asked() -> None:
    at = moved()
    at.later(10).type_in("Dana", "notes", "ring the bell")
    at.tick()
    assert ASKED not in at.cell("Dana", "check")
    assert not at.state.memos_of(KIND)


def test_of_two_moves_both_former_rows_are_named_the_likelier_first() -> None:
    at = moved()
    at.type_in("Rosa", "next_callback", "2026-11-20 10:00")
    at.later(1).tidy()
    at.type_in("Dana", "notes", "ring the bell")  # where Oleg stood before this move, and Maya before both
    at.tick()
    assert f"{ASKED} Oleg, Maya." in at.cell("Dana", "check")


def test_two_rows_that_changed_places_are_each_asked_about_the_other() -> None:
    at = GoogleDesk(book_of(*ROWS[:2]))
    at.tidy()
    at.type_in("Oleg", "next_callback", "2026-11-20 11:00")
    at.tidy()
    at.type_in("Oleg", "notes", "ring the bell")
    at.type_in("Dana", "notes", "ring twice")
    at.tick()
    assert f"{ASKED} Dana." in at.cell("Oleg", "check")
    assert f"{ASKED} Oleg." in at.cell("Dana", "check")


@pytest.mark.parametrize("touch", [True, False])
def test_it_is_told_until_somebody_touches_the_row_again_or_for_a_day(touch: bool) -> None:
    at = moved()
    at.type_in("Dana", "notes", "ring the bell")
    at.tick()
    at.later(15).tick()
    assert ASKED in at.cell("Dana", "check")
    if touch:
        at.type_in("Dana", "notes", "it was for her")
    at.later(1 if touch else 24 * 60).tick()
    assert ASKED not in at.cell("Dana", "check")
    assert not at.state.memos_of(KIND)


def test_what_is_remembered_of_moves_is_no_reason_to_write() -> None:
    at = moved()
    while at.tidy().writes:
        pass
    assert at.state.memos_of(MOVED)
    at.later(11)
    at.type_in("Rosa", "notes", "ring the bell")
    at.tick()
    assert not at.state.memos_of(MOVED)
