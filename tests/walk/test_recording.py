"""What is done in a walk reaches the sheet exactly once, and never over what somebody else typed meanwhile."""

from __future__ import annotations

import pytest

from callbacksheet.core.claims import LASTS
from callbacksheet.core.deeds import Deed, Tried
from callbacksheet.core.model import Column, Status
from callbacksheet.core.walk_log import Action, action_text, read_action
from tests.desk import Desk, tab
from tests.walk.block import Block

ROWS = (
    "2026-11-20 9:05 | Dana | 415 555 0142 | reschedule   |",
    "2026-11-20 9:10 | Bob  | 415 555 0188 | quote        |",
    "2026-11-20 9:20 | Zoe  | 415 555 0101 | book         |",
    "2026-11-20 9:30 | Ann  | 415 555 0177 | invoice 2207 |",
    "2026-11-20 9:40 | Eve  | 415 555 0155 | refund       |",
)


@pytest.fixture
def desk() -> Desk:
    return Desk(tab(*ROWS))


def test_an_action_stands_in_the_sheet_with_initials_time_and_attempt(desk: Desk) -> None:
    block = Block(desk)
    block.press("n", "tomorrow 10:15").bring()
    dana = block.row("Dana")
    assert (dana.status, dana.attempts, dana.cell(Column.BY)) == (Status.WAITING, 1, "MK")
    assert dana.next_at is not None
    assert f"{dana.next_at:%Y-%m-%d %H:%M}" == "2026-11-21 10:15"
    assert "2026-11-20 11:30 MK: no answer" in dana.notes


def test_what_is_met_again_after_a_crash_is_not_done_again(desk: Desk) -> None:
    """The sheet has it, but the journal does not know that: every action is brought once more."""
    block = Block(desk)
    block.press("n", "tomorrow 10:15").press("b", "Tue 15:00").press("k", "key number 0199")
    block.bring()
    before = desk.sheet.rows
    for _ in range(2):
        block.record(block.actions)
    assert desk.sheet.rows == before
    assert block.row("Dana").attempts == 1


def test_a_crash_between_two_batches_loses_nothing_and_doubles_nothing(desk: Desk) -> None:
    block = Block(desk)
    for _ in range(3):
        block.press("n", "tomorrow 10:15")
    for cut in range(4):
        block.record(block.actions[:cut])
    block.record(block.actions)
    assert [block.row(name).attempts for name in ("Dana", "Bob", "Zoe", "Ann")] == [1, 1, 1, 0]


def test_two_actions_on_one_row_go_in_one_after_the_other(desk: Desk) -> None:
    block = Block(desk)
    block.press("e", "n", "Dana Cruz").press("k", "asked for Jo").press("v", "Mon 10:00")
    done = block.bring()
    dana = block.row("Dana")
    assert (dana.name, dana.attempts, done.overtaken) == ("Dana Cruz", 1, ())
    assert "asked for Jo" in dana.notes


def test_what_is_taken_back_before_it_is_in_the_sheet_never_gets_there(desk: Desk) -> None:
    block = Block(desk)
    block.press("b", "Tue 15:00").press("u")
    before = desk.sheet.rows
    assert block.card == "Dana"
    block.bring()
    assert desk.sheet.rows == before
    block.record(block.actions)
    assert desk.sheet.rows == before


def test_what_is_taken_back_later_gives_the_row_back_as_it_was(desk: Desk) -> None:
    block = Block(desk)
    block.press("k", "first a note").press("n", "tomorrow 10:15")
    block.bring()
    was = block.row("Dana")
    assert was.attempts == 1
    block.press("n", "tomorrow 11:15")
    block.bring()
    block.press("u").bring()
    assert block.row("Bob").attempts == 0
    assert block.row("Bob").status is Status.NEW
    assert block.row("Dana").attempts == 1
    block.press("u").bring()
    dana = block.row("Dana")
    assert (dana.attempts, dana.status, dana.facts.tries) == (0, Status.NEW, ())
    assert "first a note" in dana.notes
    assert "no answer" not in dana.notes
    before = desk.sheet.rows
    block.record(block.actions)
    assert desk.sheet.rows == before


def test_taken_back_and_done_otherwise_counts_once(desk: Desk) -> None:
    block = Block(desk)
    block.press("n", "tomorrow 10:15")
    block.bring()
    block.press("u").press("b", "Tue 15:00")
    block.bring()
    dana = block.row("Dana")
    assert (dana.status, dana.attempts, dana.outcome) == (Status.DONE, 1, "booked: Tue 15:00")


def test_a_row_that_somebody_changed_is_shown_and_asked_about_not_overwritten(desk: Desk) -> None:
    block = Block(desk)
    desk.type_in(2, Column.OUTCOME, "paid by card")
    desk.type_in(2, Column.STATUS, "done")
    desk.type_in(2, Column.BY, "JL")
    block.press("n", "tomorrow 10:15")
    done = block.bring()
    assert [action.key for action in done.overtaken] == [block.actions[0].key]
    assert (block.row("Dana").status, block.row("Dana").attempts) == (Status.DONE, 0)
    assert block.card == "Bob"
    block.press("n", "tomorrow 10:30")
    assert block.card == "Dana"
    assert {one.column for one in block.walk.doubts[0].differences} == {Column.OUTCOME, Column.STATUS}
    block.decide(record=False)
    block.bring()
    assert (block.row("Dana").status, block.card) == (Status.DONE, "Zoe")


def test_asked_about_it_can_be_recorded_all_the_same(desk: Desk) -> None:
    block = Block(desk)
    desk.type_in(2, Column.NOTES, "asks for Jo")
    block.press("n", "tomorrow 10:15")
    block.bring()
    block.next()
    assert block.card == "Dana"
    block.decide(record=True)
    done = block.bring()
    dana = block.row("Dana")
    assert (done.overtaken, dana.attempts) == ((), 1)
    assert dana.notes.startswith("asks for Jo; ")


def test_an_overtaken_action_is_still_known_after_a_crash(desk: Desk) -> None:
    block = Block(desk)
    desk.type_in(2, Column.NOTES, "asks for Jo")
    block.press("n", "tomorrow 10:15")
    block.record(block.actions)
    again = Block(desk, name="walk-2").record(block.actions)
    assert [action.number for action in again.overtaken] == [1]
    assert block.row("Dana").attempts == 0


def test_a_next_time_that_the_tool_reckoned_anew_overtakes_nobody(desk: Desk) -> None:
    desk.type_in(2, Column.BEST_TIME, "11-12")
    block = Block(desk, minutes=60)
    assert block.card == "Dana"
    first = block.row("Dana").next_at
    desk.at("12:05").tidy()  # a clock's run moves the time whose window was missed
    assert block.row("Dana").next_at != first
    block.press("n", "tomorrow 10:15")
    done = block.bring()
    assert (done.overtaken, block.row("Dana").attempts) == ((), 1)


def test_a_next_time_that_a_person_typed_meanwhile_does(desk: Desk) -> None:
    block = Block(desk)
    desk.type_in(2, Column.NEXT_CALLBACK, "tomorrow 9:30")
    block.press("n", "tomorrow 10:15")
    assert [action.key for action in block.bring().overtaken] == [block.actions[0].key]
    assert block.row("Dana").attempts == 0


def test_two_walks_never_show_the_same_caller(desk: Desk) -> None:
    one = Block(desk)
    other = Block(desk, by="JL", name="walk-2")
    assert (one.card, other.card) == ("Dana", "Ann")
    assert set(one.walk.held).isdisjoint(other.walk.held)
    one.press("a", "")
    one.bring()
    assert one.card == "Bob"
    assert one.walk.ready
    assert {one.row("Ann").key, one.row("Eve").key} <= one.walk.taken.keys()


def test_a_claim_ends_by_itself(desk: Desk) -> None:
    Block(desk)
    desk.now += LASTS
    assert Block(desk, by="JL", name="walk-2").card == "Dana"


def test_a_card_whose_claim_was_lost_goes_on_to_the_next(desk: Desk) -> None:
    one = Block(desk)
    desk.now += LASTS
    Block(desk, by="JL", name="walk-2")
    one.bring()
    assert one.card == "Ann"


@pytest.mark.parametrize(
    "action",
    [
        Action("w", 1, Desk(tab()).now, "CB-1", takes_back=3),
        Action("w", 2, Desk(tab()).now, "CB-1", Deed("CB-1", "MK", Tried.BUSY, note="“так”", next_at=Desk(tab()).now)),
        Action(
            "w",
            3,
            Desk(tab()).now,
            "CB-1",
            Deed(
                "CB-1",
                "MK",
                owner="",
                edits=((Column.NAME, None), (Column.PHONE, "x")),
                seen=((Column.NEXT_CALLBACK, Desk(tab()).now.replace(tzinfo=None)), (Column.ATTEMPTS, 2)),
            ),
        ),
    ],
)
def test_a_line_of_the_journal_reads_back_as_it_was(action: Action) -> None:
    read = read_action(action_text(action))
    assert action_text(read) == action_text(action)
    assert read.deed is None or read.deed == action.deed or read.deed.next_at == action.deed.next_at  # type: ignore[union-attr]
