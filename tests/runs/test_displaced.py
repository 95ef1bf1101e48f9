"""Typing that a move of ours may have put on another caller's row is told on that row (SAFETY.md, I16)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from callbacksheet.core.displaced import KIND, MOVED, Displaced, names_any
from callbacksheet.core.forget import plan_forget
from callbacksheet.runs.past import undo
from tests.google_desk import TAB, GoogleDesk, book_of

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


def delete(at: GoogleDesk, caller: str) -> None:
    """Somebody deletes this caller's row."""
    at.book.staff_delete_rows(TAB, at.row_of(caller))


def test_typing_on_a_row_that_stands_in_anothers_place_names_that_one() -> None:
    at = moved()
    typed_and_asked(at, "Dana", "Oleg")
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


def test_moves_that_fell_on_other_rows_since_one_was_just_deleted_are_told_where_they_fell() -> None:
    at = GoogleDesk(book_of(*ROWS, "11:29 | Sari | 4155550133 | invoice | 16:00"))
    at.tidy()
    at.type_in("Rosa", "next_callback", "2026-11-20 11:00")
    at.tick()
    at.meanwhile(lambda: delete(at, "Dana"))
    at.later(11).tick()
    assert at.column("name")[:4] == ["Sari", "Oleg", "Maya", "Rosa"]  # it was to be Rosa, from the place where Sari was
    at.type_in("Sari", "notes", "ring the bell")
    at.tick()
    assert f"{ASKED} Oleg." in at.cell("Sari", "check")
    assert not any("order" in text for text in at.state.memos_of(MOVED).values())  # what was seen of it is kept


def test_typing_in_the_place_of_a_row_without_a_caller_is_asked_about_without_a_name() -> None:
    at = GoogleDesk(book_of(*ROWS))
    at.tidy()
    at.insert(1)  # somebody begins to type there
    at.type_in("Maya", "next_callback", "2026-11-20 11:00")
    at.tidy()
    assert at.row_of("Maya") == 1
    at.type_in("Maya", "notes", "ring the bell")
    at.tick()
    assert f"{ASKED} another row." in at.cell("Maya", "check")


def test_typing_in_a_column_of_the_teams_own_is_asked_about_too() -> None:
    headers = "Received | Name | Phone | Reason | Best time | Room"
    at = GoogleDesk(book_of(*(f"{row} | {n}" for n, row in enumerate(ROWS)), headers=headers))
    at.tidy()
    at.type_in("Maya", "next_callback", "2026-11-20 11:00")
    at.tidy()
    at.type_in("Dana", "room", "7")
    at.tick()
    assert f"{ASKED} Oleg." in at.cell("Dana", "check")


def test_a_caller_whose_row_goes_is_still_called_by_name() -> None:
    at = moved()
    at.type_in("Dana", "notes", "ring the bell")
    at.tick()
    delete(at, "Oleg")
    for _ in range(2):
        at.tick()
        assert f"{ASKED} Oleg." in at.cell("Dana", "check")


def typed_and_asked(at: GoogleDesk, name: str, meant: str) -> None:
    """Something is typed on the row of this caller, and the desk is asked whether it was meant for the other."""
    at.type_in(name, "notes", "ring the bell")
    at.tick()
    assert f"{ASKED} {meant}." in at.cell(name, "check")


def merge_into_dana(at: GoogleDesk, caller: str) -> None:
    """It turns out that Dana had called twice."""
    at.later(11)
    at.type_in(caller, "phone", "4155550142")
    at.type_in(caller, "reason", "reschedule")
    at.tidy()
    at.later(1).tidy()
    assert caller not in at.column("name")


def test_a_caller_whose_row_is_merged_into_another_is_called_as_that_one() -> None:
    at = moved()
    typed_and_asked(at, "Oleg", "Maya")
    merge_into_dana(at, "Maya")
    assert f"{ASKED} Dana." in at.cell("Oleg", "check")
    at.later(30).tick()
    assert f"{ASKED} Dana." in at.cell("Oleg", "check")


def test_nobody_is_asked_any_more_once_the_two_rows_are_one() -> None:
    at = moved()
    typed_and_asked(at, "Dana", "Oleg")
    merge_into_dana(at, "Oleg")
    assert not any(ASKED in text for text in at.column("check"))
    assert not at.state.memos_of(KIND)


def test_whose_name_is_kept_may_be_forgotten() -> None:
    at = moved()
    at.type_in("Dana", "notes", "ring the bell")
    at.tick()
    delete(at, "Oleg")
    at.tick()
    assert any("Oleg" in text for text in at.state.memos_of(KIND).values())
    while (plan := plan_forget(at.sheet.read(), "+14155550143", at.run(), at.shop)).batch:
        at.sheet.apply(plan.batch)
    at.tick()
    assert not any("Oleg" in text for row in at.grid for text in row)
    assert not at.state.memos_of(KIND)


def test_and_whose_is_not_leaves_what_is_told_of_others() -> None:
    line = Displaced(datetime(2026, 11, 20, 11, 30), ("CB-B",), {"CB-B": "Oleg"}).line("CB-A")
    assert names_any(line, frozenset({"CB-B", "CB-C"}))
    assert not names_any(line, frozenset({"CB-A", "CB-C"}))
    assert not names_any(replace(line, kind=MOVED), frozenset({"CB-B"}))


def test_of_a_row_that_is_half_typed_it_is_asked_at_once_and_however_often_somebody_types_there() -> None:
    at = moved()
    check = at.cell("Dana", "check")
    at.type_in("Dana", "reason", "")
    at.tick()  # half a row, so it is only noted
    assert at.cell("Dana", "check") == f"{check} Rows had just moved when somebody typed here: {ASKED} Oleg.".strip()
    at.type_in("Dana", "best_time", "after 5")
    at.tick()
    assert at.cell("Dana", "check").count(f"{ASKED} Oleg.") == 1
    at.type_in("Dana", "reason", "reschedule")
    at.later(11).tick()
    assert f"{ASKED} Oleg." in at.cell("Dana", "check")


def test_typing_on_a_caller_just_pasted_over_a_row_that_moved_is_asked_about() -> None:
    at = moved()
    at.type_in("Rosa", "notes", "ring the bell")
    at.tick()
    at.type_row(at.row_of("Dana"), "11:30 | Ines | 4155550177 | quote | 16:00")
    at.tick()  # a new row, so it is only noted
    assert ASKED not in at.cell("Ines", "check")
    at.later(1)
    typed_and_asked(at, "Ines", "Oleg")


def test_typing_where_a_row_that_moved_was_just_emptied_is_asked_about() -> None:
    at = moved()
    place = at.row_of("Dana")
    for header in at.headers:
        if header != "id":
            at.type_at(place, header, "")
    at.type_at(place, "phone", "4155550177")
    at.tick()
    at.later(11).tick()
    assert f"{ASKED} Oleg." in at.cell("+1 415-555-0177", "check")


def test_a_copy_of_a_row_that_moved_is_not_asked_about() -> None:
    at = moved()
    at.type_row(9, "11:30 | Ines | 4155550177 | quote | 16:00")
    at.type_at(9, "id", at.cell("Dana", "id"))
    at.tick()
    at.later(1).tick()
    assert at.cell("Ines", "id") != at.cell("Dana", "id")
    assert ASKED not in at.cell("Ines", "check")


def test_typing_where_an_undo_has_just_moved_rows_is_asked_about() -> None:
    at = moved()
    undo(at.later(11).sheet, "", at.run(), at.shop)
    assert at.column("name")[:4] == ["Dana", "Oleg", "Maya", "Rosa"]
    at.type_in("Oleg", "notes", "ring the bell")
    at.tick()
    assert f"{ASKED} Dana." in at.cell("Oleg", "check")


def merged() -> GoogleDesk:
    """Dana had called twice: one of her rows is blank now and stands last, where Rosa stood."""
    at = GoogleDesk(book_of(*ROWS[:2], "11:28 | Dana | 4155550142 | reschedule | 11:35", ROWS[3]))
    at.tidy()
    assert at.column("name") == ["Dana", "Oleg", "Rosa", ""]
    return at


def emptied(at: GoogleDesk) -> int:
    """The row that was merged away."""
    return at.row_of("Rosa") + 1


def test_typing_on_a_row_merged_away_is_asked_about_on_the_row_that_it_went_into() -> None:
    at = merged()
    at.type_at(emptied(at), "notes", "ring the bell")
    at.tick()
    assert f"{ASKED} Rosa." in at.cell("Dana", "check")
    at.later(15)
    for _ in range(4):  # only now is it told there
        at.tick()
        assert f"{ASKED} Rosa." in at.cell("Dana", "check")
    assert "ring the bell" in at.cell("Dana", "notes")


def test_typing_on_a_row_merged_away_that_has_not_moved_is_not_asked_about() -> None:
    at = GoogleDesk(book_of(*ROWS[:2], "11:28 | Oleg | 4155550143 | book | 12:00"))
    at.tidy()
    at.type_at(at.row_of("Oleg") + 1, "notes", "ring the bell")
    for _ in range(4):
        at.tick()
    assert "ring the bell" in at.cell("Oleg", "notes")
    assert not any(ASKED in text for text in at.column("check"))


def test_typing_on_a_row_merged_away_that_a_later_run_moved_is_asked_about() -> None:
    at = merged()
    at.type_row(emptied(at) + 1, ROWS[2])
    at.tick()
    at.tidy()
    assert at.column("name")[:4] == ["Dana", "Oleg", "Maya", "Rosa"]
    at.type_at(emptied(at), "notes", "ring the bell")
    at.tick()
    assert f"{ASKED} Maya." in at.cell("Dana", "check")


def test_a_caller_typed_on_a_row_merged_away_is_asked_about() -> None:
    at = merged()
    at.insert(1)  # whatever has been put in above
    at.type_at(emptied(at), "phone", "4155550177")
    at.tick()
    at.later(11).tick()
    assert f"{ASKED} Rosa." in at.cell("+1 415-555-0177", "check")


def test_a_copy_put_on_a_row_merged_away_is_asked_about() -> None:
    at = merged()
    at.type_row(place := emptied(at), "11:30 | Ines | 4155550177 | quote | 16:00")
    at.type_at(place, "id", at.cell("Oleg", "id"))
    at.tick()
    at.later(11).tick()
    assert f"{ASKED} Rosa." in at.cell("Ines", "check")
    assert ASKED not in at.cell("Oleg", "check")


def blank_where_rosa_stood() -> GoogleDesk:
    """A blank row between the others has been moved below them."""
    at = GoogleDesk(book_of(*ROWS[:2], "", ROWS[3]))
    at.tidy()
    at.type_in("Rosa", "next_callback", "2026-11-20 11:40")
    at.later(1).tidy()
    assert at.row_of("Rosa") == at.row_of("Oleg") - 1 == at.row_of("Dana") + 1
    return at


def test_a_row_begun_below_the_others_where_one_stood_is_asked_about() -> None:
    at = blank_where_rosa_stood()
    at.insert(1)  # whatever has been put in above
    at.type_row(at.row_of("Oleg") + 1, ROWS[2])
    at.tick()
    assert ASKED not in at.cell("Maya", "check")
    at.later(11).tick()
    assert f"{ASKED} Rosa." in at.cell("Maya", "check")


def test_rows_begun_where_none_stood_are_not_asked_about() -> None:
    at = blank_where_rosa_stood()
    at.insert(at.row_of("Oleg"), "11:30 | Ines | 4155550177 | quote | 16:00")
    at.type_row(at.row_of("Oleg") + 2, ROWS[2])
    at.tick()
    at.later(11).tick()
    assert ASKED not in at.cell("Ines", "check") + at.cell("Maya", "check")


def test_nor_does_one_begun_just_above_keep_the_next_from_being_asked_about() -> None:
    at = GoogleDesk(book_of(*ROWS[:2], "", "", ROWS[3]))
    at.tidy()
    at.type_in("Rosa", "next_callback", "2026-11-20 11:40")
    at.later(1).tidy()
    at.type_row(at.row_of("Oleg") + 1, "11:30 | Ines | 4155550177 | quote | 16:00")
    at.tick()
    at.type_row(at.row_of("Oleg") + 2, ROWS[2])
    at.tick()
    at.later(11).tick()
    assert f"{ASKED} Rosa." in at.cell("Maya", "check")


def test_nor_do_rows_above_that_changed_places_since() -> None:
    at = blank_where_rosa_stood()
    at.type_in("Rosa", "next_callback", "2026-11-20 15:40")
    at.later(1).tidy()
    assert at.row_of("Oleg") < at.row_of("Rosa")
    at.type_row(at.row_of("Rosa") + 1, ROWS[2])
    at.tick()
    at.later(11).tick()
    assert ASKED in at.cell("Maya", "check")
