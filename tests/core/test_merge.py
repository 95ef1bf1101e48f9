"""R2, R5, R6 at the desk: who is one caller, what becomes one row, and what that row holds."""

from __future__ import annotations

import pytest

from callbacksheet.core.merge import clearly_different
from callbacksheet.core.model import Column, Formula, Language, Status
from callbacksheet.core.shop import RepeatCalls
from tests.desk import Desk, tab

A = "11/20 9:00 | Dana | 415-555-0142 | reschedule"
B = "11/20 10:15 | | (415) 555 0142 | move appt | after 4"


def test_two_calls_about_one_thing_on_one_day_are_one_row() -> None:
    desk = Desk(tab(A, B))
    tidied = desk.tidy()
    assert len(tidied.plan.merges) == 1
    assert desk.column("Received") == ["2026-11-20 09:00"]
    assert desk.column("Calls") == ["2"]
    assert desk.column("Best time") == ["after 4"]
    assert "move appt" in desk.column("Notes")[0]


@pytest.mark.parametrize(
    ("language", "notes"),
    [(Language.EN, "also: move appt"), (Language.UK, "також: move appt"), (Language.ES, "también: move appt")],
)
def test_what_else_was_said_is_noted_in_the_language_of_the_sheet(language: Language, notes: str) -> None:
    desk = Desk(tab(A, B)).with_shop(language=language)
    desk.tidy()
    assert desk.column("Notes")[0].startswith(notes)


@pytest.mark.parametrize(
    "other",
    [
        "11/19 9:00 | Dana | 415-555-0142 | reschedule",
        "11/20 9:00 | Dana | 415-555-0142 | invoice",
        "11/20 9:00 | Dana | 415-555-0143 | reschedule",
        "11/20 9:00 | Dana | 415-555-0142 ext 5 | reschedule",
        "11/20 9:00 | Dana | 415-555-014 | reschedule",
    ],
)
def test_another_day_reason_number_or_extension_is_another_row(other: str) -> None:
    desk = Desk(tab(A, other))
    desk.tidy()
    assert len(desk.queue()) == 2


def test_invoices_of_two_numbers_are_two_matters() -> None:
    desk = Desk(tab("9:00 | Dana | 415-555-0142 | invoice 2207", "9:30 | Dana | 415-555-0142 | invoice 2208"))
    desk.tidy()
    assert len(desk.queue()) == 2


def test_rows_without_any_digits_are_one_caller_by_equal_name_only() -> None:
    desk = Desk(tab("9:00 | dana  k | | book", "9:30 | DANA K | | booking", "9:40 | Dana | | book"))
    desk.tidy()
    assert len(desk.queue()) == 2


def test_a_number_that_cannot_be_read_is_nobodys_duplicate() -> None:
    desk = Desk(tab("9:00 | Dana | 555-0142 | book", "9:30 | Dana | 555-0142 | book"))
    desk.tidy()
    assert len(desk.queue()) == 2
    assert any("possible_duplicate" in [i.code.value for i in c.issues] for c in desk.queue())


def test_an_older_open_row_about_the_same_is_named_on_the_new_one() -> None:
    desk = Desk(tab("11/18 9:00 | Dana | 415-555-0142 | book", "11/20 9:00 | Dana | 415-555-0142 | book"))
    desk.tidy()
    older, newer = sorted(desk.queue(), key=lambda c: c.received_at)
    told = next(i for i in newer.issues if i.code == "repeat_of_open")
    assert older.key in told.details
    assert "repeat_of_open" not in [i.code.value for i in older.issues]


def test_while_open_joins_the_calls_of_several_days() -> None:
    lines = ("11/18 9:00 | Dana | 415-555-0142 | book", "11/20 9:00 | Dana | 415-555-0142 | book")
    desk = Desk(tab(*lines)).with_shop(repeat_calls=RepeatCalls.WHILE_OPEN)
    desk.tidy()
    assert desk.column("Calls") == ["2"]
    assert desk.column("Received") == ["2026-11-18 09:00"]


def test_a_call_after_done_reopens_the_row_afresh() -> None:
    done = "9:00 | Dana | 415-555-0142 | book | | | done | | | 2 | booked Friday"
    desk = Desk(tab(done, "10:30 | Dana | 415-555-0142 | book"))
    desk.tidy()
    (callback,) = desk.queue()
    assert callback.status is Status.NEW
    assert "reopened" in [i.code.value for i in callback.issues]
    assert callback.attempts == 2
    before = desk.sheet.rows
    desk.tidy()
    assert desk.sheet.rows == before


def test_a_reopened_row_with_a_wish_is_scheduled() -> None:
    done = "9:00 | Dana | 415-555-0142 | book | | | done | | | | booked"
    desk = Desk(tab(done, "10:30 | Dana | 415-555-0142 | book | after 4"))
    desk.tidy()
    assert desk.callback("Dana").status is Status.SCHEDULED


def test_done_wins_when_the_latest_row_is_done() -> None:
    desk = Desk(tab(A, "11/20 10:00 | Dana | 415-555-0142 | reschedule | | | done | | | | moved to Monday"))
    desk.tidy()
    assert desk.callback("Dana").status is Status.DONE


def test_waiting_beats_scheduled_and_new() -> None:
    desk = Desk(tab(A + " | after 4", "11/20 9:30 | Dana | 415-555-0142 | reschedule | | | lvm", A))
    desk.tidy()
    assert desk.callback("Dana").status is Status.WAITING


def test_the_merged_row_keeps_the_most_urgent_the_latest_owner_and_all_notes() -> None:
    desk = Desk(
        tab(
            "9:00 | | 415-555-0142 | book | | low | | | AB | 1 | | first note",
            "9:30 | Dana | 415-555-0142 | book | | !! | | | CD | 1 | | second note",
        )
    )
    desk.tidy()
    assert desk.column("Name") == ["Dana"]
    assert desk.column("Urgency") == ["High"]
    assert desk.column("Owner") == ["CD"]
    assert desk.column("Attempts") == ["2"]
    assert desk.column("Notes") == ["first note; second note"]


def test_another_persons_name_on_the_same_number_is_kept_and_told() -> None:
    desk = Desk(tab("9:00 | Dana | 415-555-0142 | book", "9:30 | Oleh | 415-555-0142 | book"))
    desk.tidy()
    assert "Oleh" in desk.column("Notes")[0]
    assert "name_conflict" in desk.codes("Dana")
    desk.type_in(2, Column.NAME, "Dana and Oleh")
    desk.tidy()
    assert "name_conflict" not in desk.codes("Dana")


@pytest.mark.parametrize(("one", "other"), [("Dana", "dana k."), ("Дана", "Dana"), ("Catherine", "Catharine")])
def test_names_that_people_see_as_one_are_no_conflict(one: str, other: str) -> None:
    assert not clearly_different(one, other)


@pytest.mark.parametrize(("one", "other"), [("Dana", "Oleh"), ("Ann Lee", "Bob Lee"), ("Іван", "Марія")])
def test_names_of_two_people_are_a_conflict(one: str, other: str) -> None:
    assert clearly_different(one, other)


def test_the_wish_counts_from_the_call_that_gave_it() -> None:
    lines = (
        "11/18 9:00 | Dana | 415-555-0142 | book",
        "11/20 9:00 | Dana | 415-555-0142 | book | tomorrow am",
    )
    desk = Desk(tab(*lines)).with_shop(repeat_calls=RepeatCalls.WHILE_OPEN)
    desk.tidy()
    callback = desk.callback("Dana")
    assert callback.window is not None
    assert callback.window.start.strftime("%m-%d") == "11-23"  # Saturday is closed: Monday
    assert "closed_day" in desk.codes("Dana")


def test_a_third_call_joins_the_merged_row_of_an_earlier_run() -> None:
    desk = Desk(tab(A, B))
    desk.tidy()
    desk.sheet.replace_rows([*desk.sheet.rows, ["11:00", "Dana", "415 555 0142", "reschedule", "asap"]])
    desk.at("11:45").tidy()
    assert desk.column("Calls") == ["3"]
    assert desk.column("Best time") == ["asap"]


def test_whatever_was_merged_away_stands_whole_in_the_history() -> None:
    desk = Desk(tab(A, B))
    desk.tidy()
    lines = [line for line in desk.sheet.read().history if line.why.startswith("merged into")]
    assert {"(415) 555 0142", "move appt", "after 4", "11/20 10:15"} <= {line.before for line in lines}


@pytest.mark.parametrize("column", [Column.NOTES, Column.OUTCOME, Column.BEST_TIME])
def test_a_row_with_a_formula_takes_in_no_call_whose_words_it_could_not_hold(column: Column) -> None:
    desk = Desk(tab(A, B.replace("move appt", "reschedule")))
    desk.type_in(2, column, Formula('="see "&B2', "see Dana"))
    desk.type_in(3, column, "after 4")
    assert not desk.tidy().plan.merges
    assert "repeat_of_open" in [issue.code.value for one in desk.queue() for issue in one.issues]


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (Column.NAME, "Dana"),
        (Column.STATUS, "done, paid"),
        (Column.NEXT_CALLBACK, "11/21 14:00"),
        (Column.OWNER, "MK"),
        (Column.URGENCY, "High"),
        (Column.ATTEMPTS, "2"),
    ],
)
def test_nor_one_that_says_what_a_formula_of_its_would_have_to_say(column: Column, said: str) -> None:
    desk = Desk(tab(A, A.replace("9:00", "10:00")))
    desk.type_in(2, column, Formula("=Z1", ""))
    desk.type_in(3, column, said)
    assert not desk.tidy().plan.merges
    assert desk.plan().empty


def test_beside_such_a_row_the_others_are_one_row_all_the_same() -> None:
    desk = Desk(tab(A, A.replace("9:00", "10:00"), A.replace("9:00", "11:00")))
    desk.type_in(2, Column.NOTES, Formula('="see "&B2', "see Dana"))
    desk.type_in(4, Column.NOTES, "ring the bell")
    assert len(desk.tidy().plan.merges) == 1
    assert desk.column("Calls") == ["1", "2"]
    assert desk.plan().empty


def test_but_one_that_adds_nothing_to_it_joins_as_ever() -> None:
    desk = Desk(tab(A, A.replace("9:00", "10:00")))
    desk.type_in(2, Column.NOTES, Formula('="see "&B2', "see Dana"))
    assert len(desk.tidy().plan.merges) == 1
    assert desk.column("Calls") == ["2"]


def test_of_calls_at_one_time_the_row_that_was_there_first_takes_the_other_in_wherever_it_stands() -> None:
    desk = Desk(tab(A))
    desk.tidy()
    key = desk.callback("Dana").key
    head, row = desk.sheet.rows
    desk.sheet.replace_rows([head, [value if head[n] != "ID" else None for n, value in enumerate(row)], row])
    assert len(desk.tidy(forced=True).plan.merges) == 1
    assert [one.key for one in desk.queue()] == [key]
