"""R9 and R7 at the desk: when to ring next, and what the status says. Open 09:00-18:00, Monday to Friday."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from callbacksheet.core.model import Column, Status
from tests.desk import Desk, tab

DANA = "11:20 | Dana | 415-555-0142 | reschedule"


def next_of(desk: Desk, name: str = "Dana") -> str:
    at = desk.callback(name).next_at
    assert at is not None
    return at.strftime("%m-%d %H:%M")


def test_the_dana_minute() -> None:
    desk = Desk(tab(f"{DANA} | afternoon"))
    desk.tidy()
    assert desk.column("Next callback") == ["2026-11-20 13:30"]
    assert desk.column("Status") == ["Scheduled"]


@pytest.mark.parametrize(
    ("wish", "told"), [("", []), ("asap", []), ("anytime", []), ("whenevs lol", ["unparsed_wish"])]
)
def test_no_time_wished_is_the_next_open_moment_and_stays_new(wish: str, told: list[str]) -> None:
    desk = Desk(tab(f"{DANA} | {wish}"))
    desk.tidy()
    assert next_of(desk) == "11-20 11:30"
    assert desk.callback("Dana").status is Status.NEW
    assert [c for c in desk.codes("Dana") if "wish" in c] == told


def test_outside_hours_the_next_open_moment_is_the_next_opening() -> None:
    desk = Desk(tab("19:30 | Dana | 415-555-0142 | book")).at("20:00")
    desk.tidy()
    assert next_of(desk) == "11-23 09:00"


def test_a_time_typed_by_a_person_wins_even_a_past_one() -> None:
    desk = Desk(tab(f"{DANA} | after 4 | | | 11/20 10:00"))
    desk.tidy()
    assert next_of(desk) == "11-20 10:00"
    assert desk.callback("Dana").next_source == "person"
    assert "overdue" in desk.codes("Dana")
    assert desk.callback("Dana").status is Status.SCHEDULED


def test_a_typed_window_means_its_start_and_words_nobody_can_read_are_kept() -> None:
    desk = Desk(tab(f"{DANA} | | | | tomorrow 17:15", "11:25 | Oleh | 415-555-0143 | book | | | | when moon"))
    desk.tidy()
    assert next_of(desk) == "11-21 17:15"  # a person said Saturday: it is theirs to say
    assert "unparsed_next" in desk.codes("Oleh")
    assert "when moon" in desk.column("Next callback")
    assert next_of(desk, "Oleh") == "11-20 11:30"


def test_a_missed_window_means_one_call_now() -> None:
    desk = Desk(tab("11/19 9:00 | Dana | 415-555-0142 | book | morning"))
    desk.tidy()
    assert next_of(desk) == "11-20 11:30"
    assert "missed_window" in desk.codes("Dana")


def test_a_window_missed_when_we_are_closed_asks_for_the_call_at_the_time_shown() -> None:
    desk = Desk(tab("11/19 9:00 | Dana | 415-555-0142 | book | morning")).at("19:00")
    desk.tidy()
    assert next_of(desk) == "11-23 09:00"
    assert "ring once at the time shown" in desk.column("Check")[0]


def test_a_wish_that_has_passed_is_no_longer_told_as_one_outside_hours() -> None:
    desk = Desk(tab(f"{DANA} | after 19:00"))
    desk.tidy()
    assert [code for code in desk.codes("Dana") if code in ("outside_hours", "missed_window")] == ["outside_hours"]
    desk.at("2026-11-23 09:20").tidy()
    assert [code for code in desk.codes("Dana") if code in ("outside_hours", "missed_window")] == ["missed_window"]
    assert next_of(desk) == "11-23 09:20"


def test_a_time_the_tool_wrote_is_moved_once_and_then_turns_overdue() -> None:
    desk = Desk(tab(f"{DANA} | 14:00-15:00"))
    desk.tidy()
    assert next_of(desk) == "11-20 14:00"
    desk.at("14:30").tidy()
    assert next_of(desk) == "11-20 14:00"
    assert "overdue" in desk.codes("Dana")
    desk.at("15:10").tidy()
    assert next_of(desk) == "11-20 15:10"
    assert "missed_window" in desk.codes("Dana")
    desk.at("17:00").tidy()
    assert next_of(desk) == "11-20 15:10"
    assert "overdue" in desk.codes("Dana")


def test_a_policy_time_stays_and_turns_overdue() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    desk.at("16:00").tidy()
    assert next_of(desk) == "11-20 11:30"
    assert "overdue" in desk.codes("Dana")


def test_the_tools_time_follows_the_wish_and_a_persons_does_not() -> None:
    desk = Desk(tab(f"{DANA} | afternoon", "11:25 | Oleh | 415-555-0143 | book | afternoon | | | 16:00"))
    desk.tidy()
    for row in (2, 3):
        desk.type_in(row, Column.BEST_TIME, "after 5")
    desk.at("11:45").tidy()
    assert next_of(desk) == "11-20 17:00"
    assert next_of(desk, "Oleh") == "11-20 16:00"


def test_a_wish_that_no_open_hour_meets_is_told() -> None:
    desk = Desk(tab(f"{DANA} | after 20:00"))
    desk.tidy()
    assert next_of(desk) == "11-23 09:00"
    assert "outside_hours" in desk.codes("Dana")


def test_tried_without_a_next_time_asks_for_one_and_keeps_the_wished_time_of_day() -> None:
    desk = Desk(tab(f"{DANA} | after 5 | | no answer"))
    desk.tidy()
    assert desk.callback("Dana").status is Status.WAITING
    assert next_of(desk) == "11-20 17:00"
    assert "needs_next_time" in desk.codes("Dana")
    desk.type_in(2, Column.NEXT_CALLBACK, datetime(2026, 11, 23, 10, 0))
    desk.at("11:40").tidy()
    assert next_of(desk) == "11-23 10:00"
    assert "needs_next_time" not in desk.codes("Dana")


def test_a_row_with_attempts_is_never_new() -> None:
    desk = Desk(tab(f"{DANA} | | | | | | 1"))
    desk.tidy()
    assert desk.callback("Dana").status is Status.WAITING


def test_urgent_outside_hours_is_due_now_for_the_person_on_call() -> None:
    desk = Desk(tab("19:30 | Dana | 415-555-0142 | leak | | urgent")).at("20:00").with_shop(on_call="RT")
    desk.tidy()
    assert next_of(desk) == "11-20 20:00"
    assert desk.callback("Dana").owner == "RT"


def test_a_person_gave_the_urgent_row_a_time_and_keeps_it() -> None:
    line = "19:30 | Dana | 415-555-0142 | leak | | urgent | | 11/21 8:00"
    desk = Desk(tab(line)).at("20:00").with_shop(on_call="RT")
    desk.tidy()
    assert next_of(desk) == "11-21 08:00"


def test_an_emptied_next_time_is_filled_again() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    desk.type_in(2, Column.NEXT_CALLBACK, None)
    desk.at("12:00").tidy()
    assert desk.column("Next callback") == ["2026-11-20 11:30"]


def test_words_that_count_from_the_last_edit_do_so() -> None:
    desk = Desk(tab("11/17 9:00 | Dana | 415-555-0142 | book"))
    desk.tidy()
    desk.type_in(2, Column.NEXT_CALLBACK, "in 2 hours")
    desk.at("12:00").tidy()
    assert next_of(desk) == "11-20 14:00"


def test_a_promise_is_made_to_whoever_rang_outside_hours_without_naming_a_time() -> None:
    lines = ("11/19 19:00 | Dana | 415-555-0142 | book", "11/19 19:00 | Oleh | 415-555-0143 | book | after 4")
    desk = Desk(tab(*lines)).with_shop(promise_by=time(10, 0))
    promised = desk.callback("Dana").promise_at
    assert promised is not None
    assert promised.strftime("%m-%d %H:%M") == "11-20 10:00"
    assert desk.callback("Oleh").promise_at is None
