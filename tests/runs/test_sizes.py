"""How much goes over the wire to a Google sheet: a bound per row either way, and changes too large for one write."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from benchmarks.bench_tidy import typed_rows
from callbacksheet.adapters.google import GoogleSheet
from callbacksheet.adapters.google_door import Json
from callbacksheet.core.cells import shown
from callbacksheet.core.history import Change, values
from callbacksheet.core.incoming import new_row
from callbacksheet.core.model import Column
from callbacksheet.core.parts import MOST_BYTES
from callbacksheet.core.plan import Plan, plan_tidy
from callbacksheet.core.refusals import refuse_too_long
from callbacksheet.core.shop import RepeatCalls
from callbacksheet.errors import LostError, RefusedError, SetupError
from callbacksheet.runs.past import forget
from callbacksheet.runs.tidy import Tidied, take_over, tidy, write_rows
from callbacksheet.runs.write import Patience
from tests.book_door import BookDoor
from tests.google_desk import TAB, TEXT, GoogleDesk, book_of
from tests.sheets_server.book import Book
from tests.sheets_server.switches import Switches

STILL = Patience(pause=lambda _: None)
DANA = "11:20 | Dana | 4155550142 | reschedule | afternoon"


def weight(form: Json | list[Json]) -> int:
    return len(json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode())


class Weighing(BookDoor):
    """The door that keeps the size of every answer, and breaks off where it is told to."""

    def __init__(self, book: Book) -> None:
        super().__init__(book)
        self.answers: list[int] = []
        self.break_after: int | None = None

    def look(self, *given: Any) -> Json:
        return self._kept(super().look(*given))

    def change(self, *given: Any) -> Json:
        if self.break_after is not None and len(self.sent) >= self.break_after:
            raise KeyboardInterrupt
        return self._kept(super().change(*given))

    def _kept(self, answer: Json) -> Json:
        self.answers.append(len(gzip.compress(json.dumps(answer, separators=(",", ":")).encode(), 6)))
        return answer


def typed(count: int) -> Book:
    """A tab as a busy desk types it."""
    book = Book.new("book", "Front desk", Switches(find_matches_empty_cell=True))
    book.staff_rename_tab(TAB, "Callbacks")
    book.resize(TAB, count + 100, 17)
    every = {"range": {"sheetId": TAB}, "cell": {"userEnteredFormat": TEXT}, "fields": "userEnteredFormat"}
    lines = [[shown(cell) for cell in row] for row in typed_rows(count)]
    rows = [{"values": [{"userEnteredValue": {"stringValue": cell}} if cell else {} for cell in row]} for row in lines]
    cells = {"start": {"sheetId": TAB}, "rows": rows, "fields": "userEnteredValue"}
    book.batch_update({"requests": [{"repeatCell": every}, {"updateCells": cells}]})
    return book


def desk(book: Book) -> tuple[GoogleDesk, Weighing]:
    at, door = GoogleDesk(book), Weighing(book)
    at.door, at.sheet = door, GoogleSheet(door, "Callbacks")
    return at, door


def tidied(at: GoogleDesk, most: int = MOST_BYTES, progress: Callable[[Plan], None] | None = None) -> Tidied:
    run = replace(at.run(), most=most)
    return tidy(at.sheet, run, at.shop, lambda _: True, patience=STILL, progress=progress)


def standing(at: GoogleDesk) -> list[str]:
    """Every row as people see it, without its key."""
    return sorted("|".join(row[: at.headers.index("id")]) for row in at.grid)


ROWS = 200


def test_bytes_a_row_stay_within_bounds_either_way() -> None:
    at, door = desk(typed(ROWS))
    tidied(at)
    noted, changed = (weight(requests) / ROWS for requests in door.sent[:2])
    assert noted < 650
    assert changed < 3_000
    assert max(door.answers) / ROWS < 180
    at.later(15)
    tidied(at)
    at.later(15)
    tidied(at)
    assert door.answers[-1] / ROWS < 160  # a tab of so few rows is kept whole; the benchmark tells of 10,000


def test_a_change_too_large_for_one_write_goes_in_parts_and_comes_to_the_same() -> None:
    whole, _ = desk(typed(120))
    tidied(whole)
    at, door = desk(typed(120))
    told: list[int] = []
    done = tidied(at, most=40_000, progress=lambda plan: told.append(len(plan.reached)))
    assert len(door.sent) > 6
    assert all(weight(requests) < 80_000 for requests in door.sent)
    assert len(told) > 4
    assert not done.plan.waiting
    assert standing(at) == standing(whole)
    again = tidied(at, most=40_000)
    assert (again.reads, again.writes) == (1, 0)


def test_rows_move_only_once_every_row_is_as_it_is_to_be() -> None:
    at, door = desk(typed(120))
    tidied(at, most=40_000)
    moving = [n for n, requests in enumerate(door.sent) if any("moveDimension" in request for request in requests)]
    filling = [n for n, requests in enumerate(door.sent) if any("findReplace" in request for request in requests)]
    assert moving[0] >= max(n for n in filling if n != moving[-1])


@pytest.mark.parametrize("after", range(1, 9, 2))
def test_a_run_that_ends_between_two_parts_loses_nothing_and_the_next_goes_on(after: int) -> None:
    whole, _ = desk(typed(60))
    tidied(whole)
    at, door = desk(typed(60))
    door.break_after = after
    with pytest.raises(KeyboardInterrupt):
        tidied(at, most=25_000)
    door.break_after = None
    other, _ = desk(at.book)
    tidied(other, most=25_000)
    assert standing(other) == standing(whole)
    assert "?" not in other.column("by")
    assert tidied(other).writes == 0


@pytest.mark.parametrize("lost", [2, 4])
def test_a_part_whose_answer_is_lost_is_looked_for_and_never_sent_again(lost: int) -> None:
    whole, _ = desk(typed(60))
    tidied(whole)
    at, door = desk(typed(60))
    door.before_change = [lambda: None] * lost + [lambda: setattr(door, "lose", 1)]
    tidied(at, most=25_000)
    assert standing(at) == standing(whole)


def test_a_part_that_never_arrives_leaves_the_rest_to_the_next_run_and_says_so() -> None:
    at, door = desk(typed(60))
    door.before_change = [lambda: None] * 3 + [lambda: setattr(door, "refuse", 9)]
    done = tidied(at, most=25_000)
    assert done.written
    assert done.plan.waiting
    door.refuse = 0
    assert not tidied(at, most=25_000).plan.waiting


def test_what_is_typed_between_two_parts_is_kept_and_stamped() -> None:
    at, door = desk(typed(60))
    door.before_change = [lambda: None] * 4 + [lambda: at.book.staff_set(TAB, 55, 11, "typed meanwhile")]
    tidied(at, most=25_000)
    tidied(at)
    assert any("typed meanwhile" in row for row in at.column("notes"))
    assert any(before == "note 54" and after == "typed meanwhile" for _, before, after, _ in at.history())


def test_taking_a_tab_over_makes_every_row_known_and_changes_nothing_else() -> None:
    at, door = desk(typed(60))
    before = standing(at)
    run = replace(at.run(), most=10_000)
    begin = partial(plan_tidy, shop=at.shop, adopt=True)
    done = take_over(at.sheet, at.sheet.read(), begin, run, at.shop, patience=STILL)
    assert len(door.sent) > 2
    assert len({key for key in at.column("id") if key}) == len(done.plan.queue) == 60
    assert standing(at) == before
    assert not at.state.adopting


def test_a_large_file_comes_in_in_several_writes_and_only_once() -> None:
    at, door = desk(book_of(DANA))
    tidied(at)
    text = "x" * 20_000
    rows = [new_row({Column.NAME: f"Caller {n}", Column.NOTES: f"{n} {text}"}, n, "MK") for n in range(25)]
    marks = [f"mark {n}" for n in range(25)]
    sent = len(door.sent)
    write_rows(at.sheet, at.sheet.read(), rows, marks, at.run(), at.shop, lambda _: True, dry=False, patience=STILL)
    assert len(door.sent) - sent > 2
    assert all(weight(requests) < 2_000_000 for requests in door.sent)
    assert len([name for name in at.column("name") if name.startswith("Caller")]) == 25
    assert at.state.imported == set(marks)


def test_many_lines_of_history_are_packed_and_read_back() -> None:
    at, _ = desk(typed(120))
    tidied(at)
    lines = at.sheet.read().history
    assert len(lines) > 600
    assert {line.why for line in lines} >= {"the row's key", "phone in international form"}
    rows = [row for row in at.book.tab(1_402_530_003).grid if row]
    assert len(rows) < len(lines) / 3


def test_forgetting_a_caller_writes_only_the_lines_that_told_of_them() -> None:
    at, door = desk(typed(200))
    tidied(at)
    number = next(text for text in at.column("phone") if text.startswith("+"))
    sent = len(door.sent)
    forget(at.sheet, (), "+" + "".join(c for c in number if c.isdigit()), at.run(), at.shop)
    assert all(weight(requests) < 60_000 for requests in door.sent[sent:])
    assert not any(number in line.before + line.after for line in at.sheet.read().history)


def test_a_text_longer_than_a_cell_is_refused_by_row_name_and_column_with_nothing_written() -> None:
    at, door = desk(book_of(DANA))
    tidied(at)
    sent = len(door.sent)
    long = new_row({Column.NAME: "Oleg", Column.NOTES: "x" * 50_001}, 9, "MK")
    with pytest.raises(RefusedError) as refused:
        write_rows(at.sheet, at.sheet.read(), [long], (), at.run(), at.shop, lambda _: True, dry=False, patience=STILL)
    assert str(refused.value) == (
        "A new row (Oleg), column “Notes”, would hold 50,001 characters, and Google allows 50,000 in a cell. "
        "Nothing was changed."
    )
    assert refused.value.exit_code == 5
    assert len(door.sent) == sent


def test_a_cell_of_a_row_that_stands_there_is_named_with_its_place() -> None:
    change = Change("CB-7F3K", 3, "notes", "x", "x" * 49_999 + "😀", "joined")
    with pytest.raises(RefusedError, match=r"Row 3 .CB-7F3K., column “Notizen”, would hold 50,001 characters"):
        refuse_too_long([change], (), lambda _: "Notizen")
    refuse_too_long([replace(change, after="x" * 50_000)], (), lambda _: "Notizen")


@pytest.mark.parametrize(
    ("joins", "days"), [(RepeatCalls.SEPARATE, ("11/20", "11/20")), (RepeatCalls.WHILE_OPEN, ("11/19", "11/20"))]
)
def test_two_rows_whose_notes_fit_in_no_cell_together_stay_two_and_say_why(
    joins: RepeatCalls, days: tuple[str, str]
) -> None:
    notes = ["x" * 30_000, "y" * 30_000]
    calls = (f"{day} 11:2{n} | Dana | 4155550142 | book | | | | | | | | {notes[n]}" for n, day in enumerate(days))
    at, _ = desk(book_of(*calls))
    at.shop = replace(at.shop, repeat_calls=joins)
    tidied(at)
    assert at.column("name").count("Dana") == 2
    assert "no cell can hold the notes of both" in at.cell(notes[1], "check")
    assert "still open" not in at.cell(notes[1], "check")
    assert tidied(at).writes == 0
    at.type_in(notes[1], "notes", "short")
    tidied(at.later(15))
    assert at.column("name").count("Dana") == 1


def test_only_rows_that_would_be_one_are_told_so_and_only_where_length_is_what_parts_them() -> None:
    words = [letter * 30_000 for letter in "abcd"]
    times = ("11/19 11:20", "11/19 11:25", "11/20 11:20", "11/20 11:25")
    calls = zip(times, words, strict=True)
    at, _ = desk(book_of(*(f"{time} | Dana | 4155550142 | book | | | | | | | | {notes}" for time, notes in calls)))
    tidied(at)
    first, second, third, fourth = (at.cell(notes, "check") for notes in words)
    assert f"row {at.cell(words[0], 'id')}: no cell can hold" in second
    assert f"row {at.cell(words[0], 'id')}, 2026-11-19; settle both" in third
    assert f"row {at.cell(words[2], 'id')}: no cell can hold" in fourth
    assert "no cell can hold" not in first + third


def test_a_long_note_is_whole_in_the_history() -> None:
    at, _ = desk(book_of(f"{DANA} | | | | | | | {'x' * 30_000}"))
    tidied(at)
    at.later(1)
    at.type_in("Dana", "notes", "short")
    tidied(at)
    assert any(values(line) == ("x" * 30_000, "short") for line in at.sheet.read().history)


def test_a_full_spreadsheet_is_told_with_what_to_do_and_left_as_it_is() -> None:
    book = typed(30)
    book.resize(TAB, 588_000, 17)
    at, _ = desk(book)
    before = standing(at)
    with pytest.raises(SetupError, match="The spreadsheet is full: Google allows 10 million cells") as full:
        tidied(at)
    assert "Delete tabs, columns or empty rows" in full.value.next
    assert standing(at) == before


def test_a_lost_first_part_is_told_as_ever() -> None:
    at, door = desk(typed(30))
    door.refuse = 3
    with pytest.raises(LostError):
        tidied(at, most=10_000)
