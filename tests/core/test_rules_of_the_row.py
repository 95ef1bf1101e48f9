"""R10 to R16 at the desk, one row at a time."""

from __future__ import annotations

from datetime import datetime

import pytest

from callbacksheet.core.model import Column, Formula, Span, Status
from callbacksheet.core.shop import Blocked, Contact, Shift
from tests.desk import Desk, tab

DANA = "11:20 | Dana | 415-555-0142 | book"


def row(**cells: str) -> str:
    """A typed line from its columns' names."""
    columns = "received name phone reason best_time urgency status next_callback owner attempts outcome notes by"
    given = {"received": "11:20", "name": "Dana", "phone": "415-555-0142", "reason": "book", **cells}
    return " | ".join(given.get(column, "") for column in columns.split())


def test_three_tries_ask_for_the_final_message() -> None:
    desk = Desk(tab(row(status="waiting", attempts="3")))
    desk.tidy()
    assert "final_message_due" in desk.codes("Dana")


def test_three_tries_and_a_final_message_close_the_row() -> None:
    desk = Desk(tab(row(status="waiting", attempts="3", notes="left final vm 11:00")))
    desk.tidy()
    callback = desk.callback("Dana")
    assert callback.status is Status.DONE
    assert "no answer ×3, closed" in callback.outcome


def test_a_row_closes_so_beside_a_formula_too_which_is_left_alone() -> None:
    desk = Desk(tab(row(status="waiting", attempts="3", notes="left final vm 11:00")))
    desk.type_in(2, Column.OUTCOME, Formula("=A1", "Dana"))
    desk.tidy()
    assert desk.callback("Dana").status is Status.DONE
    assert "no answer ×3, closed" in desk.callback("Dana").notes
    assert not desk.codes("Dana")
    assert desk.plan().empty


def test_done_needs_an_outcome() -> None:
    desk = Desk(tab(row(status="done"), row(status="done", name="Oleh", phone="415-555-0143", notes="paid")))
    desk.tidy()
    assert "done_no_outcome" in desk.codes("Dana")
    assert "done_no_outcome" not in desk.codes("Oleh")


def test_status_prose_that_says_more_is_kept() -> None:
    desk = Desk(
        tab(
            row(status="booked for Friday!"),
            row(status="lvm, will try later", name="Oleh", phone="415-555-0143"),
        )
    )
    desk.tidy()
    assert "booked for Friday!" in desk.callback("Dana").outcome
    assert "lvm, will try later" in desk.callback("Oleh").notes
    assert set(desk.column("Status")) == {"Done", "Waiting"}


def test_forgotten_rows_are_zombies_after_48_hours() -> None:
    desk = Desk(
        tab(
            row(received="11/17 9:00"),
            row(received="11/17 9:00", name="Oleh", phone="415-555-0143", best_time="after 4"),
        )
    )
    desk.tidy()
    assert "zombie" in desk.codes("Dana")
    assert "zombie" not in desk.codes("Oleh")


def test_the_tools_own_changes_do_not_wake_a_zombie_and_a_persons_do() -> None:
    desk = Desk(tab(row(received="11/17 9:00")))
    desk.tidy()
    desk.at("11:45").tidy()
    assert "zombie" in desk.codes("Dana")
    desk.type_in(2, Column.NOTES, "asked for Anna")
    desk.at("12:00").tidy()
    assert "zombie" not in desk.codes("Dana")


def test_a_blacklisted_number_with_a_reason_leaves_the_queue_visibly() -> None:
    desk = Desk(tab(DANA)).with_shop(blacklist=(Blocked("+14155550142", "robocalls"),))
    desk.tidy()
    callback = desk.callback("Dana")
    assert callback.status is Status.DONE
    assert "blocked" in desk.codes("Dana")
    assert "robocalls" in callback.outcome


def test_a_listing_without_a_reason_is_not_obeyed() -> None:
    desk = Desk(tab(DANA)).with_shop(blacklist=(Blocked("+14155550142"),))
    desk.tidy()
    assert desk.callback("Dana").open
    assert "blacklist_needs_reason" in desk.codes("Dana")


def test_the_owner_is_the_contacts_then_the_shifts_then_the_heads() -> None:
    friday = ((), (), (), (), (Shift(Span(540, 840), "MK"),), (), ())
    desk = Desk(
        tab(
            row(),
            row(name="Oleh", phone="415-555-0143"),
            row(name="Eva", phone="415-555-0144", best_time="after 4"),
            row(name="Ben", phone="415-555-0145", owner="JL"),
        )
    ).with_shop(contacts=(Contact("+14155550142", "Acme", "DK"),), shifts=friday, head="OL")
    desk.tidy()
    assert [desk.callback(name).owner for name in ("Dana", "Oleh", "Eva", "Ben")] == ["DK", "MK", "OL", "JL"]


def test_nothing_configured_leaves_the_owner_empty() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    assert desk.column("Owner") == [""]


def test_a_manager_is_asked_for_and_a_card_number_is_told() -> None:
    desk = Desk(
        tab(
            row(notes="very angry, wants the manager"),
            row(name="Oleh", phone="415-555-0143", notes="card 4111 1111 1111 1111"),
        )
    )
    desk.tidy()
    assert "escalate" in desk.codes("Dana")
    assert "sensitive" in desk.codes("Oleh")
    assert "4111" not in " ".join(desk.column("Check"))


def test_the_check_cell_of_a_clean_row_is_empty_and_others_say_a_sentence() -> None:
    desk = Desk(tab(DANA, row(name="", phone="", reason="?")))
    desk.tidy()
    checks = dict(zip(desk.column("Name"), desk.column("Check"), strict=True))
    assert checks["Dana"] == ""
    assert len(checks[""].split()) > 5


def test_adoption_stamps_nobody() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    assert desk.column("Updated") == [""]
    assert desk.column("By") == [""]


def test_a_row_that_people_change_is_stamped_with_who_typed_or_a_question() -> None:
    desk = Desk(tab(DANA, row(name="Oleh", phone="415-555-0143"), row(name="Eva", phone="415-555-0144")))
    desk.tidy()
    names = desk.column("Name")
    desk.type_in(2 + names.index("Dana"), Column.NOTES, "wants Anna")
    desk.type_in(2 + names.index("Oleh"), Column.NOTES, "wants Anna")
    desk.type_in(2 + names.index("Oleh"), Column.BY, "MK")
    desk.at("12:10").tidy()
    stamps = {n: (u, b) for n, u, b in zip(desk.column("Name"), desk.column("Updated"), desk.column("By"), strict=True)}
    assert stamps == {"Dana": ("2026-11-20 12:10", "?"), "Oleh": ("2026-11-20 12:10", "MK"), "Eva": ("", "")}
    assert "who_changed" in desk.codes("Dana")


def test_answering_who_changed_it_is_no_change() -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    desk.type_in(2, Column.NOTES, "wants Anna")
    desk.at("12:10").tidy()
    desk.type_in(2, Column.BY, "MK")
    desk.at("12:20").tidy()
    assert desk.column("Updated") == ["2026-11-20 12:10"]
    assert "who_changed" not in desk.codes("Dana")


def test_an_adopted_stamp_may_hold_time_and_initials() -> None:
    headers = "Received | Name | Phone | Reason | Next callback | Updated"
    desk = Desk(tab("11/17 9:00 | Dana | 415-555-0142 | book | in 2 hours | 20.11 11:10 АС", headers=headers))
    desk.tidy()
    assert desk.column("Next callback") == ["2026-11-20 13:10"]


def test_open_rows_come_by_time_urgency_and_call_and_done_ones_after_them() -> None:
    desk = Desk(
        tab(
            row(name="Done", phone="415-555-0141", status="done", notes="x"),
            row(name="Late", phone="415-555-0142", best_time="after 4"),
            row(name="Low", phone="415-555-0143", urgency="low"),
            row(name="Second", phone="415-555-0144", received="11:10"),
            row(name="First", phone="415-555-0145", received="11:05"),
            row(name="Urgent", phone="415-555-0146", urgency="!"),
        )
    )
    desk.tidy()
    assert desk.column("Name") == ["Urgent", "First", "Second", "Low", "Late", "Done"]


@pytest.mark.parametrize("column", [Column.NAME, Column.PHONE, Column.NOTES, Column.RECEIVED])
def test_a_person_can_type_anything_anywhere(column: Column) -> None:
    desk = Desk(tab(DANA))
    desk.tidy()
    for value in ("=1+1", "x" * 500, "\u200b", "'", -1, 1e20, True, datetime(1900, 1, 1)):
        desk.type_in(2, column, value)
        desk.at("12:00").tidy()
        desk.tidy()
