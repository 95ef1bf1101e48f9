"""Taking back and forgetting on a Google sheet whose answers get lost, or where another run comes between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from callbacksheet.core.undo import UndoPlan
from callbacksheet.errors import LostError, RefusedError, UnavailableError, UsageError
from callbacksheet.runs.past import forget, rollback, undo
from callbacksheet.runs.write import Patience
from tests.google_desk import GoogleDesk, book_of
from tests.sheets_server.switches import Switches

DANA = "11:20 | Dana | 4155550142 | reschedule | afternoon"
OLEG = "11:25 | Oleg | 4155550143 | book"
AT_ONCE = Patience(pause=lambda _: None)


@pytest.fixture
def at() -> GoogleDesk:
    """A tab whose last run made a new phone number of Dana's readable."""
    made = GoogleDesk(book_of(DANA, OLEG, switches=Switches(find_matches_empty_cell=True)))
    made.tidy()
    made.later(20).tidy()
    made.type_in("Dana", "phone", "4155550199")
    made.later(20).tidy()
    assert made.cell("Dana", "phone") == "+1 415-555-0199"
    return made


def loses_the_answer(at: GoogleDesk) -> None:
    at.door.lose = 1


def never_arrives(at: GoogleDesk) -> None:
    at.door.refuse = 1


def another_run_is_faster(at: GoogleDesk) -> None:
    other = GoogleDesk(at.book, at.shop, at.now, operator="JL")
    other.runs = 50

    def tidies() -> None:
        other.type_in("Oleg", "reason", "quote")
        other.tidy()

    at.meanwhile(tidies)


DOUBTS = [loses_the_answer, never_arrives, another_run_is_faster]


def take_back(at: GoogleDesk, wanted: str = "") -> UndoPlan:
    return undo(at.sheet, wanted, at.run(), at.shop, patience=AT_ONCE)


def times_taken_back(at: GoogleDesk, run: str) -> int:
    return len({line.run for line in at.sheet.read().history if line.why == f"undo of {run}"})


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_run_is_taken_back_once_and_told_as_done(at: GoogleDesk, doubt: Callable[[GoogleDesk], None]) -> None:
    doubt(at)
    plan = take_back(at)
    assert ("phone", "4155550199") in [(change.column, change.after) for change in plan.changes]
    assert at.cell("Dana", "phone") == "4155550199"
    assert times_taken_back(at, plan.run) == 1


def test_a_run_that_another_copy_has_just_taken_back_is_refused(at: GoogleDesk) -> None:
    other = GoogleDesk(at.book, at.shop, at.now, operator="JL")

    def takes_it_back() -> None:
        take_back(other)

    at.meanwhile(takes_it_back)
    with pytest.raises(UsageError, match="taken back already"):
        take_back(at)


def test_where_nobody_can_tell_the_run_is_named_that_no_other_is_taken_back(at: GoogleDesk) -> None:
    last = at.sheet.read().history[-1].run
    at.door.lose = 1
    out_of_time = Patience(pause=lambda _: None, clock=iter((0.0, 99.0)).__next__)
    with pytest.raises(LostError) as told:
        undo(at.sheet, "", at.run(), at.shop, patience=out_of_time)
    assert f"callbacksheet undo {last}`" in told.value.next
    assert "again" not in told.value.next


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_rollback_takes_back_what_was_agreed_to(at: GoogleDesk, doubt: Callable[[GoogleDesk], None]) -> None:
    asked: list[UndoPlan] = []

    def agree(plan: UndoPlan) -> bool:
        asked.append(plan)
        return True

    before = at.now.replace(minute=at.now.minute - 5)
    doubt(at)
    rollback(at.sheet, before, agree, at.run(), at.shop, patience=AT_ONCE)
    assert at.cell("Dana", "phone") == "4155550199"
    assert len(asked) == (2 if doubt is another_run_is_faster else 1)


def test_a_rollback_that_would_take_back_more_than_was_agreed_to_is_asked_about_again(at: GoogleDesk) -> None:
    answers = iter((True, False))
    another_run_is_faster(at)
    with pytest.raises(RefusedError, match="nobody agreed"):
        rollback(
            at.sheet,
            at.now.replace(minute=at.now.minute - 5),
            lambda _: next(answers),
            at.run(),
            at.shop,
            patience=AT_ONCE,
        )
    assert at.cell("Dana", "phone") == "+1 415-555-0199"


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_caller_is_forgotten_whatever_becomes_of_the_first_answer(
    at: GoogleDesk, doubt: Callable[[GoogleDesk], None]
) -> None:
    doubt(at)
    forgotten = forget(at.sheet, (), "+14155550199", at.run(), at.shop, patience=AT_ONCE)
    assert forgotten.sheet.rows == 1
    everything = str(at.book.to_json())
    assert "Dana" not in everything
    assert "0199" not in everything


def test_a_history_that_could_not_be_blanked_is_told_and_the_same_command_goes_on(at: GoogleDesk) -> None:
    def loses_all_from_now() -> None:
        at.door.refuse = 9

    at.meanwhile(lambda: None, loses_all_from_now)
    with pytest.raises(UnavailableError, match="the history still holds"):
        forget(at.sheet, (), "+14155550199", at.run(), at.shop, patience=AT_ONCE)
    at.door.refuse = 0
    forget(at.sheet, (), "+14155550199", at.run(), at.shop, patience=AT_ONCE)
    assert "Dana" not in str(at.book.to_json())
