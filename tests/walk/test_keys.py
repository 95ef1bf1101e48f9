"""Each key of the walk: what it asks, what the answer does to the row, what is asked again and how."""

from __future__ import annotations

from datetime import datetime

import pytest

from callbacksheet.core.deeds import Deed, Tried
from callbacksheet.core.model import Column, Formula, Language, Status
from callbacksheet.core.walk import Over, tally
from callbacksheet.core.walk_keys import FIELDS, LETTERS, Key, key_of
from callbacksheet.core.walk_words import HELP, WORDS
from tests.desk import NEW_YORK, Desk, tab
from tests.walk.block import Block

ROWS = (
    "2026-11-20 9:05 | Dana | 415 555 0142 | reschedule   |",
    "2026-11-20 9:10 | Bob  | 415 555 0188 | quote        |",
    "2026-11-20 9:20 | Zoe  | 415 555 0101 | book         |",
)

NO_TIME = "is no time. Say: tomorrow 17:15, Mon 10:00, in an hour."


@pytest.fixture
def block() -> Block:
    return Block(Desk(tab(*ROWS)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


def deed(block: Block) -> Deed:
    """The latest deed of the walk."""
    latest = block.walk.steps[-1].action.deed
    assert latest is not None
    return latest


@pytest.mark.parametrize(
    ("letter", "answers", "tried", "closes", "outcome", "next_at", "note"),
    [
        ("b", ("",), Tried.SPOKE, True, "booked", None, ""),
        ("b", ("Tue 15:00 with Jo",), Tried.SPOKE, True, "booked: Tue 15:00 with Jo", None, ""),
        ("b", ("Booked Tue 15:00",), Tried.SPOKE, True, "Booked Tue 15:00", None, ""),
        ("a", ("",), Tried.SPOKE, True, "answered", None, ""),
        ("a", ("price given, thinks about it",), Tried.SPOKE, True, "price given, thinks about it", None, ""),
        ("s", ("tomorrow 17:15",), Tried.SPOKE, False, "", "2026-11-21 17:15", ""),
        ("v", ("Mon 10:00",), Tried.VOICEMAIL, False, "", "2026-11-23 10:00", ""),
        ("n", ("in an hour",), Tried.NO_ANSWER, False, "", "2026-11-20 12:30", ""),
        ("n", ("Mon 10:00; mobile is better",), Tried.NO_ANSWER, False, "", "2026-11-23 10:00", "mobile is better"),
        ("y", ("12:00",), Tried.BUSY, False, "", "2026-11-20 12:00", ""),
        ("m", ("after 3",), Tried.MESSAGE, False, "", "2026-11-20 15:00", ""),
        ("w", ("Mon 10:00",), Tried.WRONG_NUMBER, False, "", "2026-11-23 10:00", ""),
        ("l", ("16:45",), None, False, "", "2026-11-20 16:45", ""),
        ("c", ("moved away",), None, True, "moved away", None, ""),
    ],
)  # fmt: skip
def test_one_key_and_at_most_one_answer_say_what_came_of_a_call(
    block: Block, letter: str, answers: tuple[str, ...], tried: Tried | None, closes: bool, outcome: str,
    next_at: str | None, note: str,
) -> None:  # fmt: skip
    block.press(letter, *answers)
    done = deed(block)
    assert (done.tried, done.closes, done.outcome, done.note) == (tried, closes, outcome, note)
    assert done.next_at == (at(next_at) if next_at else None)
    assert (done.by, block.question, block.card) == ("MK", None, "Bob")
    block.bring()
    row = block.row("Dana")
    assert row.open is not closes
    assert row.attempts == (0 if tried is None else 1)
    if next_at:
        assert row.next_at == at(next_at)


@pytest.mark.parametrize(
    ("letter", "proposed"),
    [("n", "today 13:30"), ("y", "today 12:00"), ("v", "today 15:30"), ("s", "today 13:30"), ("l", "today 13:30")],
)
def test_enter_takes_the_proposal_of_the_policy(block: Block, letter: str, proposed: str) -> None:
    block.press(letter)
    assert block.question is not None
    assert block.question.default == proposed
    block.press(letter, "")
    assert deed(block).next_at == at(f"2026-11-20 {proposed.split()[1]}")


@pytest.mark.parametrize(
    ("letter", "answer", "again"),
    [
        ("n", "blue", f"“blue” {NO_TIME}"),
        ("n", "9:00 today", "today 09:00 has passed. When then?"),
        ("n", "when the moon is full and she is back", f"“when the moon is full a…” {NO_TIME}"),
        ("c", "", "A few words are needed: a closed row says what came of it."),
        ("h", "xx because", "Nobody has the initials “xx”. Known: MK, JL, KT."),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_is_asked_again_kindly(
    block: Block, letter: str, answer: str, again: str
) -> None:
    block.press(letter, answer)
    assert block.question is not None
    assert (block.question.again, block.card, block.walk.steps) == (again, "Dana", ())


def test_a_doubtful_time_is_read_back_and_enter_takes_it(block: Block) -> None:
    doubtful = "Monday Nov 24 10:00"  # that day is a Tuesday
    block.press("n", doubtful)
    assert block.question is not None
    assert "may mean" in block.question.again
    assert block.question.default in block.question.again
    block.press("n", doubtful, "")
    assert (deed(block).next_at, block.card) == (block.walk.steps[-1].after.next_at, "Bob")


def test_an_edit_keeps_the_card_and_is_not_asked_again(block: Block) -> None:
    block.press("e", "n")
    assert block.question is not None
    assert (block.question.start, block.question.column) == ("Dana", Column.NAME)
    block.press("e", "n", "Dana Cruz")
    assert (block.card, deed(block).edits) == ("Dana Cruz", ((Column.NAME, "Dana Cruz"),))
    block.press("e", "p", "not a number")
    assert block.question.again == "“not a number” is no number that can be rung."
    block.press("e", "u", "soonish")
    assert block.question.again == "“soonish” is no urgency: High, Low, or nothing."
    block.press("e", "u", "High")
    block.bring()
    assert (block.row("Dana").name, block.card) == ("Dana Cruz", "Dana Cruz")
    assert len(block.walk.steps) == 2


def test_an_unchanged_field_changes_nothing(block: Block) -> None:
    block.press("e", "n", "Dana")
    assert (block.walk.steps, block.question) == ((), None)


def test_a_note_is_kept_at_once_and_the_card_stays(block: Block) -> None:
    block.press("k", "mobile 555-0199, promised a price")
    block.bring()
    assert "2026-11-20 11:30 MK: mobile 555-0199, promised a price" in block.row("Dana").notes
    assert (block.card, block.row("Dana").attempts) == ("Dana", 0)


def test_the_right_number_goes_into_the_row_and_is_rung_at_once(block: Block) -> None:
    block.press("w", "415 555 0199")
    block.bring()
    dana = block.row("Dana")
    assert (dana.phone_text, dana.attempts, dana.next_at) == ("+1 415-555-0199", 1, block.now)
    assert block.card == "Dana"


def test_handing_over_needs_a_person_and_says_why_on_the_row(block: Block) -> None:
    block.press("h", "jl knows her color")
    assert (deed(block).owner, deed(block).note) == ("JL", "→ JL: knows her color")
    block.bring()
    block.press("h", "KT")
    assert block.question is not None
    assert block.question.prompt == "Why KT?"
    block.press("h", "KT", "speaks Polish").bring()
    assert [block.row(name).owner for name in ("Dana", "Bob")] == ["JL", "KT"]
    assert "→ KT: speaks Polish" in block.row("Bob").notes
    assert block.card == "Zoe"


def test_after_the_last_try_a_message_is_the_final_one_and_closes(block: Block) -> None:
    block.desk.type_in(2, Column.ATTEMPTS, 2)
    block.bring()
    block.press("v")
    assert block.question is not None
    assert block.question.prompt.startswith("Try 3 of 3. Was it the final message?")
    block.press("v", "").bring()
    dana = block.row("Dana")
    assert (dana.status, dana.outcome, dana.attempts) == (Status.DONE, "no answer ×3, closed", 3)
    assert "final message" in dana.notes


def test_where_the_final_message_is_due_it_closes_without_a_question(block: Block) -> None:
    block.desk.type_in(2, Column.ATTEMPTS, 3)
    block.bring()
    block.press(" ")
    block.press("m")
    assert block.question is None
    block.bring()
    assert (block.row("Dana").status, block.row("Dana").outcome) == (Status.DONE, "no answer ×3, closed")


def test_no_answer_on_the_last_try_asks_for_the_next_one(block: Block) -> None:
    block.desk.type_in(2, Column.ATTEMPTS, 2)
    block.bring()
    block.press("n", "").bring()
    assert block.row("Dana").status is Status.WAITING
    assert "final_message_due" in block.desk.codes("Dana")


def test_a_caller_tried_again_within_the_walk_comes_back_when_it_is_time(block: Block) -> None:
    block.press("y", "11:50").press("a", "").press("a", "")
    block.bring()
    assert (block.card, block.walk.over) == ("", None)
    block.desk.at("11:50")
    block.bring()
    assert block.card == "Dana"


def test_it_stops_before_the_next_caller_never_inside_one(block: Block) -> None:
    block.desk.at("12:01")
    block.bring()
    assert (block.card, block.walk.over) == ("Dana", None)
    block.press("a", "")
    assert (block.card, block.walk.over) == ("", Over.TIME)


def test_the_tally_counts_callers_not_keys(block: Block) -> None:
    block.press("k", "a note").press("y", "11:40").press("a", "")
    block.bring()
    told = tally(block.walk, block.now)
    assert (told.called, told.done, told.waiting, told.left) == (2, 1, 1, 1)
    block.press("l", "16:45").bring()
    block.desk.at("11:41")
    block.bring()
    assert block.card == "Dana"
    block.press("b", "").bring()
    told = tally(block.walk, block.now)
    assert (told.called, told.done, told.waiting, told.later, told.left) == (2, 2, 0, 1, 0)
    block.press("u").press("u").bring()
    told = tally(block.walk, block.now)
    assert (told.called, told.done, told.waiting, told.later, told.left) == (2, 1, 1, 0, 1)


def test_undo_without_anything_done_says_so(block: Block) -> None:
    block.press("u")
    assert block.told == "Nothing was done in this walk that could be taken back."


@pytest.mark.parametrize(
    ("typed", "key"), [("B", Key.BOOKED), ("и", Key.BOOKED), ("Й", Key.QUIT), (" ", Key.ON), ("x", None)]
)
def test_a_key_is_known_in_capitals_and_on_a_cyrillic_keyboard(typed: str, key: Key | None) -> None:
    assert key_of(typed) is key


def test_no_two_keys_share_a_letter() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert set(HELP) - {"times"} == {key.value for key in LETTERS} - {"help"}
    assert all(f"field.{column.value}" in WORDS for column in FIELDS.values())


@pytest.mark.parametrize("name", sorted(WORDS))
def test_every_word_of_the_screen_is_there_in_every_language_with_the_same_places(name: str) -> None:
    texts = WORDS[name]
    assert set(texts) == set(Language)
    assert all(texts.values())
    places = {frozenset(part[0] for part in text.split("{")[1:]) for text in texts.values()}
    most = max(places, key=len)
    assert all(found <= most for found in places)


def with_formula(block: Block, header: str, shown: str) -> Block:
    """The walk after somebody typed a formula in Dana's row."""
    places = [row[1] for row in block.desk.sheet.rows]
    block.desk.type_in(places.index("Dana") + 1, header, Formula('=IF(1,"x","y")', shown))
    block.bring()
    block.next()
    assert block.card == "Dana"
    return block


@pytest.mark.parametrize(
    ("header", "shown", "keys"),
    [
        ("Status", "New", ("b", "a", "s", "v", "n", "y", "m", "w", "c")),
        ("Next callback", "2026-11-20 11:00", ("s", "n", "y", "w", "l")),
        ("Owner", "MK", ("h",)),
    ],
)
def test_a_key_that_a_formula_would_undo_is_told_at_once_and_records_nothing(
    block: Block, header: str, shown: str, keys: tuple[str, ...]
) -> None:
    with_formula(block, header, shown)
    for letter in keys:
        block.press(letter)
        assert block.told == (
            f"Dana: a formula stands in {header}, and formulas are never written over. Nothing was recorded. "
            "Type a value there instead of the formula, then do it again."
        )
        assert (block.question, block.actions, block.card) == (None, [], "Dana")


def test_a_time_given_after_a_voicemail_is_not_written_over_a_formula_either(block: Block) -> None:
    with_formula(block, "Next callback", "2026-11-20 11:00").press("v", "Mon 10:00")
    assert "a formula stands in Next callback" in block.told
    assert block.actions == []


def test_words_go_beside_a_formula_in_the_outcome_and_nowhere_if_there_is_no_place_for_them(block: Block) -> None:
    with_formula(block, "Outcome", "").press("b", "Tue 15:00")
    block.bring()
    assert "Tue 15:00" in block.row("Dana").notes
    other = Block(Desk(tab(*ROWS)))
    with_formula(other, "Outcome", "")
    with_formula(other, "Notes", "").press("b", "Tue 15:00")
    assert "a formula stands in Outcome" in other.told
    assert other.actions == []


def test_a_field_that_holds_a_formula_is_not_edited(block: Block) -> None:
    with_formula(block, "Reason", "book").press("e", "r", "quote")
    assert "a formula stands in Reason" in block.told
    assert block.actions == []


def test_a_doubt_that_a_formula_stands_in_the_way_of_stays_one(block: Block) -> None:
    block.press("b", "")
    block.desk.type_in([row[1] for row in block.desk.sheet.rows].index("Dana") + 1, "Status", Formula('="New"', "New"))
    block.bring()
    block.next()
    block.decide(record=True)
    assert "a formula stands in Status" in block.told
    assert len(block.walk.doubts) == 1
    block.decide(record=False)
    assert len(block.walk.doubts) == 0
