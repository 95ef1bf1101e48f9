"""The rules at the desk where runs, calls and people's edits follow each other, and where cells hold odd things."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from callbacksheet.core.callback import joined
from callbacksheet.core.model import CellValue, Column, Formula, Status
from callbacksheet.core.shop import Blocked, Hours, RepeatCalls
from tests.core.promises import the_second_look_changes_nothing
from tests.desk import Desk, tab

DANA = "11/20 11:20 | Dana | 415-555-0142 | book"


def next_of(desk: Desk, name: str = "Dana") -> str:
    at = desk.callback(name).next_at
    assert at is not None
    return at.strftime("%m-%d %H:%M")


def test_a_status_nobody_can_read_stays_as_typed_and_told() -> None:
    desk = Desk(tab(f"{DANA} | after 4 | | hmmm"))
    desk.tidy()
    assert desk.column("Status") == ["hmmm"]
    assert "unparsed_status" in desk.codes("Dana")
    assert desk.callback("Dana").status is Status.SCHEDULED
    the_second_look_changes_nothing(desk)


def test_an_unread_status_goes_on_in_the_outcome_when_a_rule_closes_the_row() -> None:
    desk = Desk(tab(f"{DANA} | | | hmmm")).with_shop(blacklist=(Blocked("+14155550142", "robocalls"),))
    desk.tidy()
    assert desk.column("Status") == ["Done"]
    assert "hmmm" in desk.column("Outcome")[0]
    the_second_look_changes_nothing(desk)


def test_an_unread_status_of_a_row_merged_away_goes_on_in_the_notes() -> None:
    desk = Desk(tab(DANA, f"{DANA} | | | hmmm"))
    desk.tidy()
    assert "hmmm" in desk.column("Notes")[0]
    the_second_look_changes_nothing(desk)


def test_what_a_merge_puts_right_is_not_told_any_more() -> None:
    desk = Desk(tab(f"{DANA} | | | | | | lots", f"{DANA} | | | | | | 2"))
    desk.tidy()
    assert desk.column("Attempts") == ["2"]
    assert "unparsed_attempts" not in desk.codes("Dana")
    the_second_look_changes_nothing(desk)


@pytest.mark.parametrize("typed", ["9:15", time(9, 15), 0.385416667])
def test_a_time_without_a_date_stays_on_the_day_it_was_first_seen(typed: CellValue) -> None:
    desk = Desk(tab(DANA))
    desk.type_in(2, Column.RECEIVED, typed)
    desk.tidy()
    desk.at("2026-11-24 10:00").tidy()
    assert desk.column("Received") == ["2026-11-20 09:15"]


def test_a_second_call_makes_no_row_less_overdue() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    desk.sheet.replace_rows([*desk.sheet.rows, ["11/20 13:00", "Dana", "415-555-0142", "book"]])
    desk.at("13:10").tidy()
    assert next_of(desk) == "11-20 11:30"
    assert "overdue" in desk.codes("Dana")


def test_a_second_call_with_a_wish_gives_the_row_its_time() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    desk.sheet.replace_rows([*desk.sheet.rows, ["11/20 13:00", "Dana", "415-555-0142", "book", "after 4"]])
    desk.at("13:10").tidy()
    assert next_of(desk) == "11-20 16:00"
    assert desk.callback("Dana").status is Status.SCHEDULED


@pytest.mark.parametrize(
    ("again", "status"),
    [
        ("", Status.NEW),
        ("| after 4", Status.SCHEDULED),
        ("| | | lvm", Status.WAITING),
        ("| | | | | | 1", Status.WAITING),
        ("| | | | 11/23 10:00", Status.SCHEDULED),
    ],
)
def test_after_done_only_what_came_since_counts(again: str, status: Status) -> None:
    done = "11/20 9:00 | Dana | 415-555-0142 | book | | | done | 11/20 9:30 | | 3 | booked"
    desk = Desk(tab(done, f"{DANA} {again}"))
    desk.tidy()
    assert desk.callback("Dana").status is status
    assert "reopened" in desk.codes("Dana")
    the_second_look_changes_nothing(desk)


def test_a_row_closed_again_and_called_about_again_is_reopened_again() -> None:
    desk = Desk(tab("11/20 9:00 | Dana | 415-555-0142 | book | | | done | | | 1 | booked", DANA))
    desk.tidy()
    desk.type_in(2, Column.STATUS, "done, moved to Monday")
    desk.at("12:00").tidy()
    assert desk.codes("Dana") == ["who_changed"]
    desk.sheet.replace_rows([*desk.sheet.rows, ["11/20 12:10", "Dana", "415-555-0142", "book"]])
    desk.at("12:20").tidy()
    assert desk.callback("Dana").status is Status.NEW
    assert desk.column("Calls") == ["3"]


def test_relative_words_of_a_merged_row_count_on_the_row_they_stood_in() -> None:
    desk = Desk(
        tab("11/20 9:00 | Dana | 415-555-0142 | book | | | | in 4 hours", "11/20 10:30 | Dana | 415-555-0142 | book")
    )
    desk.tidy()
    assert next_of(desk) == "11-20 13:00"


def test_the_wish_of_a_merged_row_goes_on_counting_from_its_own_call() -> None:
    lines = ("11/17 9:00 | Dana | 415-555-0142 | book | tomorrow am", "11/18 9:00 | Dana | 415-555-0142 | book")
    desk = Desk(tab(*lines)).with_shop(repeat_calls=RepeatCalls.WHILE_OPEN)
    desk.tidy()
    window = desk.callback("Dana").window
    assert window is not None
    assert window.start.strftime("%m-%d %H:%M") == "11-18 09:00"


@pytest.mark.parametrize("typed", [date(2026, 11, 23), datetime(2026, 11, 23), "11/23"])
def test_a_day_typed_as_the_next_time_means_its_opening(typed: CellValue) -> None:
    desk = Desk(tab(DANA))
    desk.type_in(2, Column.NEXT_CALLBACK, typed)
    desk.tidy()
    assert next_of(desk) == "11-23 09:00"
    the_second_look_changes_nothing(desk)


def test_tried_before_the_day_that_was_asked_for_waits_for_that_day() -> None:
    desk = Desk(tab(f"{DANA} | Tuesday after 3 | | lvm"))
    desk.tidy()
    assert next_of(desk) == "11-24 15:00"
    assert "needs_next_time" in desk.codes("Dana")


def test_tried_after_the_day_that_was_asked_for_keeps_the_time_of_day() -> None:
    desk = Desk(tab("11/18 9:00 | Dana | 415-555-0142 | book | tomorrow after 3 | | lvm"))
    desk.tidy()
    assert next_of(desk) == "11-20 15:00"


def test_done_rows_of_one_moment_stay_as_they_stand() -> None:
    names = [f"Name{n}" for n in range(12)]
    desk = Desk(
        tab(*(f"11/19 | {name} | 415-555-01{n + 10} | book | | | done | | | | ok then" for n, name in enumerate(names)))
    )
    desk.tidy()
    assert desk.column("Name") == names


def test_more_urgent_is_no_reason_to_forget_that_a_row_is_overdue() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    desk.type_in(2, Column.URGENCY, "!!")
    desk.at("14:00").tidy()
    assert next_of(desk) == "11-20 11:30"


def test_a_dash_is_no_outcome() -> None:
    desk = Desk(tab(f"{DANA} | | | done | | | | - | —"))
    assert "done_no_outcome" in desk.codes("Dana")


def test_closing_after_the_last_message_asks_nothing_of_the_row_any_more() -> None:
    desk = Desk(tab(f"{DANA} | some day soonish | | no answer | when moon | | 3 | | left final vm"))
    desk.tidy()
    assert desk.callback("Dana").status is Status.DONE
    assert desk.codes("Dana") == []
    the_second_look_changes_nothing(desk)


def test_a_formula_that_shows_the_right_word_is_nothing_to_tell() -> None:
    desk = Desk(tab(DANA))
    desk.type_in(2, Column.STATUS, Formula('=IF(1,"New")', "New"))
    desk.tidy()
    assert desk.codes("Dana") == []


def test_a_shop_that_opens_at_midnight_means_midnight() -> None:
    from callbacksheet.core.shop import ALWAYS_OPEN

    desk = Desk(tab(DANA)).with_shop(hours=Hours(ALWAYS_OPEN))
    desk.type_in(2, Column.NEXT_CALLBACK, datetime(2026, 11, 23))
    assert next_of(desk) == "11-23 00:00"


@pytest.mark.parametrize(
    ("text", "more", "both"),
    [
        ("", "a;b", "a;b"),
        ("a", "", "a"),
        ("paid", "Paid", "paid"),
        ("note", "no", "note; no"),
        ("code 120", "12", "code 120; 12"),
        ("a; b", "b; c", "a; b; c"),
        ("a", "b;c", "a; b;c"),
    ],
)
def test_two_texts_in_one_cell_lose_no_word_and_say_nothing_twice(text: str, more: str, both: str) -> None:
    assert joined(text, more) == both


def test_the_sheets_own_script_signs_the_same_person_again_by_its_time() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    for at in ("12:00", "12:30"):
        desk.type_in(2, Column.NOTES, f"rang at {at}")
        desk.type_in(2, Column.UPDATED, f"2026-11-20 {at} MK")
        desk.type_in(2, Column.BY, "MK")
        desk.at(at).tidy()
        assert desk.column("By") == ["MK"]
        assert desk.column("Updated") == [f"2026-11-20 {at}"]
        assert "who_changed" not in desk.codes("Dana")
    desk.type_in(2, Column.NOTES, "nobody signs this")
    desk.at("13:00").tidy()
    assert desk.column("By") == ["?"]


@pytest.mark.parametrize("by", ["", "MK"], ids=["cleared by the script", "left standing by an old copy of it"])
def test_nor_is_a_change_by_somebody_unknown_signed_by_who_was_last(by: str) -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    desk.type_in(2, Column.NOTES, "rang")
    desk.type_in(2, Column.BY, "MK")
    desk.at("12:00").tidy()
    desk.type_in(2, Column.NOTES, "rang, and somebody typed this")
    desk.type_in(2, Column.UPDATED, "2026-11-20 12:30")
    desk.type_in(2, Column.BY, by)
    desk.at("12:40").tidy()
    assert desk.column("By") == ["?"]
    assert "who_changed" in desk.codes("Dana")
    typed = [line for line in desk.sheet.read().history if line.column == Column.NOTES and "somebody" in line.after]
    assert [line.who for line in typed] == ["?"]
