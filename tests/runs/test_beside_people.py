"""SAFETY.md, "What people do, and the right reaction", on a Google sheet in memory that people type in meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from callbacksheet.core.deeds import Deed
from callbacksheet.core.model import Column
from callbacksheet.core.plan import Plan, plan_tidy
from callbacksheet.core.shop import Sort
from callbacksheet.core.tombs import tombs_in
from callbacksheet.errors import BusyError, LayoutError, LostError, RefusedError
from callbacksheet.runs.past import forget, undo
from callbacksheet.runs.tidy import tidy
from callbacksheet.runs.write import Patience
from tests.desk import HEADERS
from tests.google_desk import TAB, GoogleDesk, book_of
from tests.sheets_server.a1 import Box
from tests.sheets_server.cells import Cell, Formula
from tests.sheets_server.switches import FindMatches, Switches, usual

DANA = "11:20 | Dana | 4155550142 | reschedule | afternoon"
OLEG = "11:25 | Oleg | 4155550143 | book"
MAYA = "11:28 | Maya | 4155550101 | quote"
SEE = '="see "&B2'
FINDS_EMPTY = replace(usual(), find_matches_empty_cell=True)


def desk(*lines: str, switches: Switches = FINDS_EMPTY) -> GoogleDesk:
    """A tab that was tidied once, in peace."""
    made = GoogleDesk(book_of(*(lines or (DANA, OLEG, MAYA)), switches=switches))
    made.tidy()
    return made


def settle(at: GoogleDesk) -> None:
    """Run until nothing is left to do, which takes few runs; then every machine finds nothing to do either."""
    for _ in range(5):
        if not at.tidy().writes:
            break
    other = GoogleDesk(at.book, at.shop, at.now)
    again = other.tidy()
    assert (again.reads, again.writes) == (1, 0)


def plan_again(at: GoogleDesk) -> Plan:
    return plan_tidy(at.sheet.read(), at.run(), at.shop)


@pytest.mark.parametrize("finds_empty", [True, False])
@pytest.mark.parametrize("finds", FindMatches)
@pytest.mark.parametrize("parsed", [True, False])
def test_after_a_tidy_there_is_nothing_left_to_plan(finds_empty: bool, finds: FindMatches, parsed: bool) -> None:
    switches = Switches(find_matches_empty_cell=finds_empty, find_matches=finds, replacement_parsed=parsed)
    at = GoogleDesk(book_of(DANA, " | Maya | 555 | ", "| | | ?", "11:50|Dana|415-555-0142|rebook", switches=switches))
    at.tidy()
    if not finds_empty:
        at.tidy()  # that Google does not find empty cells was learned only by trying
    assert plan_again(at).empty
    assert at.tidy().writes == 0


@pytest.mark.parametrize("callers", [["Ana", "Bo"], ["Ana"]])
def test_what_somebody_types_just_as_the_tool_would_fill_it_tells_nothing_lasting_of_empty_cells(
    callers: list[str],
) -> None:
    """Where Google does not find them the tool would else write again and again, for ever."""
    at = GoogleDesk(book_of(switches=Switches(find_matches_empty_cell=False)))
    at.tidy()
    for row, name in enumerate(callers, start=1):
        at.type_row(row, f" | {name} | 415555017{row} | cita")
    at.tick()
    begun = f"{at.now:%Y-%m-%d %H:%M}"
    at.tick()
    assert at.cell("Ana", "received") == ""
    at.type_in("Ana", "received", begun)
    at.tick()
    at.type_row(5, " | Cy | 4155550179 | quote")
    at.tick()
    at.tick()
    settle(at)


def test_a_quiet_tick_is_one_read_and_one_edit_of_staff_one_write_more() -> None:
    at = desk()
    at.tick()  # a callback has become overdue
    quiet = at.tick()
    assert (quiet.reads, quiet.writes) == (1, 0)
    at.type_in("Dana", "notes", "call the mobile")
    edited = at.tick()
    assert (edited.reads, edited.writes) == (1, 1)


def test_a_row_just_begun_gets_its_key_and_nothing_else() -> None:
    at = desk()
    at.type_row(4, " | Ana | 4155550177 | cita")
    at.tick()
    row = at.grid[at.row_of("Ana")]
    assert row[at.headers.index("id")].startswith("CB-")
    assert row[at.headers.index("phone")] == "4155550177"
    assert row[at.headers.index("status")] == ""
    at.tick()
    assert at.cell("Ana", "phone") == "+1 415-555-0177"
    assert at.cell("Ana", "status") == "New"


def test_a_row_typed_in_the_sheet_is_stamped_once_it_is_taken_up() -> None:
    at = desk()
    at.type_row(4, " | Ana | 4155550177 | cita | | | | | | | | | JL")
    at.tick()
    assert at.cell("Ana", "updated") == ""
    at.tick()
    assert at.cell("Ana", "by") == "JL"
    assert at.cell("Ana", "updated").startswith("2026-11-20")


def test_two_rows_of_one_caller_merge_in_the_second_write_of_a_person() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook | | | | | | | | note", switches=FINDS_EMPTY))
    tidied = at.tidy()
    assert tidied.writes == 2
    assert [text for text in at.column("name") if text] == ["Dana"]
    assert "note" in at.cell("Dana", "notes")


def test_the_first_merge_on_a_sheet_holds_though_it_shows_that_empty_cells_are_not_found() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook | after 5 | | | | | | | note"))
    tidied = at.tidy()
    assert [text for text in at.column("name") if text] == ["Dana"]
    assert (at.cell("Dana", "calls"), at.cell("Dana", "status")) == ("2", "Scheduled")
    assert "note" in at.cell("Dana", "notes")
    assert [len(merge.absorbed) for merge in tidied.plan.merges] == [1]
    assert not any("taken back" in why for *_, why in at.history())
    assert at.tidy().writes == 0


def test_a_merge_that_was_taken_back_within_the_run_is_not_told_as_done() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tick()
    at.meanwhile(lambda: at.type_in("rebook", "reason", "a quote for the garden"))
    tidied = at.later(1).tidy()
    assert at.column("name").count("Dana") == 2
    assert not tidied.plan.merges


def test_a_run_by_the_clock_merges_only_what_it_has_seen_twice() -> None:
    at = desk(DANA)
    at.type_row(2, "11:50 | Dana | 415-555-0142 | rebook")
    at.tick()
    assert at.column("name").count("Dana") == 2
    at.tick()
    assert at.column("name").count("Dana") == 1


def test_half_a_row_is_never_merged() -> None:
    at = desk(DANA)
    at.type_row(2, "11:50 | Dana | 415-555-0142")
    settle(at)
    assert at.column("name").count("Dana") == 2


def test_what_is_typed_on_a_row_that_was_merged_away_is_told_on_the_other() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    key = next(iter(tombs_in(at.state)))
    at.type_in(key, "notes", "ask for Ann")
    at.tick()
    assert at.cell(key, "notes") == "ask for Ann"  # somebody may still be typing there
    at.tick()
    at.tick()
    assert "ask for Ann" in at.cell("Dana", "notes")
    assert at.cell(key, "notes") == ""


def test_a_true_time_typed_there_is_told_too_and_each_text_is_in_the_history() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    key = next(iter(tombs_in(at.state)))
    row, place = at.row_of(key), at.headers.index("next_callback")
    unformatted(at, row)
    at.type_at(row, "next_callback", "11/23/2026 10:00")
    assert isinstance(at.book.cell(TAB, row, place).entered, float)
    for _ in range(3):
        at.tick()
    assert "2026-11-23 10:00" in at.cell("Dana", "notes")
    told = [(line.column, line.before) for line in at.sheet.read().history if line.key == key]
    assert ("next_callback", "2026-11-23 10:00") in told


def test_a_true_time_that_joins_another_row_is_written_as_people_write_it() -> None:
    at = GoogleDesk(book_of(DANA.rpartition(" | ")[0], "11:25 | Dana | 4155550142 | resched", switches=FINDS_EMPTY))
    unformatted(at, 2)
    at.type_at(2, "best_time", "17:00")
    at.tidy()
    assert at.cell("Dana", "best_time") == "17:00"


def test_what_is_typed_there_stays_where_the_other_rows_notes_cannot_take_it() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | reschedule", switches=FINDS_EMPTY))
    formula_in_notes(at, "afternoon")
    for _ in range(3):
        at.tidy()
    key = next(iter(tombs_in(at.state)))
    at.type_in(key, "reason", "a quote for the garden")
    for _ in range(3):
        at.tidy()
    assert "a quote for the garden" in at.column("reason")
    assert not tombs_in(at.state)


def test_a_number_typed_there_stays_though_a_text_beside_it_is_told() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    row = at.row_of(next(iter(tombs_in(at.state))))
    unformatted(at, row)
    at.type_at(row, "best_time", "1600")
    at.type_at(row, "notes", "ask for Ann")
    for _ in range(3):
        at.tick()
    assert "ask for Ann" in at.cell("Dana", "notes")
    assert at.grid[row][at.headers.index("best_time")] == "1600"


def test_what_is_typed_there_is_not_told_of_another_caller_who_bears_the_key() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", OLEG, switches=FINDS_EMPTY))
    at.tidy()
    at.type_in(next(iter(tombs_in(at.state))), "notes", "ask for Ann")
    at.tick()
    dana, oleg = ((at.row_of(name), at.cell(name, "id")) for name in ("Dana", "Oleg"))
    at.type_at(dana[0], "id", oleg[1])  # as when people sort without the hidden column
    at.type_at(oleg[0], "id", dana[1])
    settle(at.later(1))
    assert at.cell("Oleg", "notes") == ""
    assert "ask for Ann" in at.cell("Dana", "notes")


def test_nor_of_a_copy_of_the_row_that_was_made_for_another_caller() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    at.type_in(next(iter(tombs_in(at.state))), "notes", "ask for Ann")
    at.tick()
    for column, text in enumerate(at.grid[at.row_of("Dana")]):
        at.book.staff_set(TAB, 6, column, text)
    at.type_at(6, "name", "Zed")
    at.type_at(6, "phone", "4155559999")
    settle(at.later(1))
    assert "ask for Ann" not in at.cell("Zed", "notes")
    assert "ask for Ann" in at.cell("Dana", "notes")


def test_a_caller_typed_where_a_row_was_merged_away_is_a_caller() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    key = next(iter(tombs_in(at.state)))
    at.type_row(at.row_of(key), " | Ana | 4155550177 | cita")
    settle(at)
    assert at.cell("Ana", "id") not in ("", key)
    assert at.cell("Ana", "status") == "New"
    assert not tombs_in(at.state)


def test_the_key_goes_when_all_is_quiet_also_after_something_was_typed_there() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    key = next(iter(tombs_in(at.state)))
    at.type_in(key, "notes", "ask for Ann")
    for _ in range(4):
        at.tick()
    assert "ask for Ann" in at.cell("Dana", "notes")
    at.later(60).tick()
    assert key not in str(at.grid)
    settle(at)


def test_what_was_typed_there_late_is_not_lost_where_all_was_quiet_and_empty_notes_are_not_found() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | reschedule"))
    at.tidy()
    at.type_in(next(iter(tombs_in(at.state))), "notes", "ask for Ann")
    at.tick()
    at.later(15)
    for _ in range(3):
        at.tick()
    assert "ask for Ann" in at.cell("Dana", "notes")
    settle(at)


def test_an_undo_leaves_what_was_typed_there_where_it_is() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", OLEG, switches=FINDS_EMPTY))
    at.tidy()
    at.type_in(next(iter(tombs_in(at.state))), "notes", "ask for Ann")
    at.tick()
    undo(at.later(1).sheet, "R1", at.run(), at.shop)
    assert str(at.grid).count("ask for Ann") == 1


def test_the_key_of_a_row_merged_away_goes_when_all_is_quiet() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    key = next(iter(tombs_in(at.state)))
    at.later(60).tick()
    assert key not in str(at.grid)
    settle(at)


def between(what: str) -> Callable[[GoogleDesk], None]:
    """What somebody does between our read and our write."""
    doings: dict[str, Callable[[GoogleDesk], None]] = {
        "a row inserted above": lambda at: at.insert(1, "12:00 | Zoe | 4155550999 | book"),
        "a blank row inserted above": lambda at: at.insert(1),
        "a row inserted above the header": lambda at: at.insert(0),
        "a row deleted above": lambda at: at.book.staff_delete_rows(TAB, 1),
        "sorted the other way": lambda at: at.sort("name", descending=True),
        "a row dragged": lambda at: at.book.staff_move_rows(TAB, 3, 1, 1),
        "a column inserted": lambda at: at.book.staff_insert_columns(TAB, 3),
        "a column dragged": lambda at: at.book.staff_move_columns(TAB, 11, 1, 2),
    }
    return doings[what]


@pytest.mark.parametrize("finds_empty", [True, False])
@pytest.mark.parametrize(
    "what",
    [
        "a row inserted above",
        "a blank row inserted above",
        "sorted the other way",
        "a row dragged",
        "a column inserted",
        "a column dragged",
    ],
)
def test_a_write_that_rows_moved_under_ends_where_it_was_meant(what: str, finds_empty: bool) -> None:
    at = desk(switches=Switches(find_matches_empty_cell=finds_empty))
    at.type_in("Dana", "notes", "mobile")
    at.type_in("Oleg", "urgency", "!!")
    at.type_in("Maya", "phone", "4155550188")
    at.meanwhile(lambda: between(what)(at))
    at.tick()
    settle(at)
    assert at.cell("Dana", "notes") == "mobile"
    assert at.cell("Oleg", "urgency") == "High"
    assert at.cell("Maya", "phone") == "+1 415-555-0188"
    assert at.cell("Dana", "urgency") == at.cell("Maya", "urgency") == ""
    assert sorted(name for name in at.column("name") if name) == sorted(
        ["Dana", "Maya", "Oleg", *(["Zoe"] if what == "a row inserted above" else [])]
    )
    assert all(row[at.headers.index("id")] for row in at.grid[at.row_of("Received") + 1 :] if "Dana" in row)


def test_a_row_that_bears_the_key_of_another_gets_its_own_and_nothing_else() -> None:
    at = desk(DANA, OLEG, "11:50 | Dana | 415-555-0142 | quote")
    keys = [at.cell(text, "id") for text in ("quote", "Oleg", "reschedule")]
    at.later(1).type_in("quote", "reason", "rebook")
    at.tick()
    at.sort("received", columns=["received", "check"])
    assert at.cell("rebook", "id") != keys[0]
    at.later(1).tick()
    assert [at.cell(text, "id") for text in ("rebook", "Oleg", "reschedule")] == keys
    settle(at)
    assert at.column("name").count("Dana") == 1


@pytest.mark.parametrize("what", ["a row inserted above", "sorted the other way", "a row dragged"])
def test_a_merge_that_rows_moved_under_is_taken_back_and_made_again(what: str) -> None:
    lines = (DANA, OLEG, MAYA, "11:50 | Dana | 415-555-0142 | rebook | after 5 | | | | | | | also Ann")
    at = GoogleDesk(book_of(*lines, switches=FINDS_EMPTY))
    at.tidy(background=True)
    at.meanwhile(lambda: between(what)(at))
    at.tick()
    settle(at)
    assert at.column("name").count("Dana") == 1
    assert "also Ann" in at.cell("Dana", "notes")
    assert at.cell("Dana", "calls") == "2"
    assert at.cell("Oleg", "calls") == at.cell("Maya", "calls") == "1"


def whose_place_is_taken() -> GoogleDesk:
    """A row merged away with words that were changed that instant, and another caller typed in its place."""
    again = "11:50 | Dana | 415-555-0142 | rebook | | | | | | | | also Ann"
    at = GoogleDesk(book_of(DANA, again, MAYA, switches=FINDS_EMPTY))
    at.tidy(background=True)
    key = at.cell("rebook", "id")
    at.meanwhile(lambda: at.type_in("afternoon", "reason", "a quote"))
    at.tick()
    at.type_at(at.row_of(key), "name", "Zoe")
    at.type_in("Zoe", "reason", "book")
    return at


def _undo(at: GoogleDesk, which: str = "") -> None:
    undo(at.sheet, which, at.run(), at.shop)


def _forget_maya(at: GoogleDesk) -> None:
    forget(at.sheet, (), "+14155550101", at.run(), at.shop)


IN_BETWEEN: dict[str, Callable[[GoogleDesk], object]] = {
    "tidy": GoogleDesk.tick,
    "undo": _undo,
    "an earlier undo": lambda at: _undo(at, "R1"),
    "forget": _forget_maya,
}


@pytest.mark.parametrize("what", IN_BETWEEN)
def test_a_row_whose_merge_is_taken_back_comes_back_elsewhere_if_its_place_is_taken(what: str) -> None:
    at = whose_place_is_taken()
    IN_BETWEEN[what](at)
    settle(at)
    assert at.cell("Zoe", "notes") == at.cell("Zoe", "phone") == at.cell("a quote", "notes") == ""
    assert at.cell("also Ann", "name") == "Dana"
    assert at.cell("also Ann", "reason") == "rebook"
    assert at.cell("Zoe", "id") != at.cell("also Ann", "id")


@pytest.mark.parametrize("what", IN_BETWEEN)
def test_what_a_write_covered_comes_back_whichever_run_is_the_next(what: str) -> None:
    at = desk()
    at.type_in("Dana", "notes", "mobile")
    at.meanwhile(lambda: at.type_in("Dana", "by", "JL"))
    at.tick()
    assert at.cell("Dana", "by") == "?"
    IN_BETWEEN[what](at)
    settle(at)
    assert at.cell("Dana", "by") == "JL"


def test_what_is_done_about_a_row_stays_done_though_another_that_is_to_join_it_is_changed_that_moment() -> None:
    at = desk(DANA, OLEG)
    at.type_row(3, "11:50 | Dana | 415-555-0142 | rebook")
    at.tick()
    key, row = at.cell("reschedule", "id"), at.row_of("rebook")
    at.later(1).meanwhile(lambda: at.type_at(row, "notes", "ask for Ann"))
    plan = plan_tidy(at.sheet.read(), at.run(), at.shop, deeds=[Deed(key, "MK", closes=True, outcome="booked")])
    assert plan.batch is not None
    at.sheet.apply(plan.batch)
    for _ in range(3):
        at.tick()
    assert at.column("name").count("Dana") == 1
    assert at.cell("reschedule", "outcome") == "booked"
    assert "ask for Ann" in at.cell("reschedule", "notes")


def test_a_word_typed_on_a_row_at_the_moment_it_is_merged_away_is_kept() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | rebook | | | | | | | | first", switches=FINDS_EMPTY))
    at.tidy(background=True)
    at.meanwhile(lambda: at.type_in("first", "notes", "second"))
    at.tick()
    settle(at)
    assert "second" in at.cell("Dana", "notes")
    assert at.column("name").count("Dana") == 1


def test_the_history_tells_what_a_row_loses_when_a_merge_is_taken_back() -> None:
    at = GoogleDesk(book_of(DANA, "11:50 | Dana | 415-555-0142 | reschedule | | high | | | | | | first"))
    at.tidy(background=True)
    at.meanwhile(lambda: at.type_in("first", "reason", "a quote for the garden"))
    for _ in range(3):
        at.tick()
    key = at.cell("afternoon", "id")
    told = [line for line in at.sheet.read().history if line.key == key and line.column == "urgency"]
    assert [(line.before, line.after) for line in told] == [("", "High"), ("High", "")]
    assert at.cell("afternoon", "urgency") == ""


def test_what_was_typed_in_the_same_cell_at_the_same_moment_stays() -> None:
    at = desk()
    at.type_in("Dana", "phone", "4155550199")
    at.meanwhile(lambda: at.type_in("Dana", "phone", "4155550188"))
    at.tick()
    assert at.cell("Dana", "phone") == "4155550188"
    settle(at)
    assert at.cell("Dana", "phone") == "+1 415-555-0188"


def test_a_status_typed_where_the_tool_filled_one_that_moment_stays() -> None:
    at = GoogleDesk(book_of(DANA, switches=FINDS_EMPTY))
    at.tidy(background=True)
    at.meanwhile(lambda: at.type_in("Dana", "status", "lvm"))
    at.tick()
    settle(at)
    assert at.cell("Dana", "status") == "Waiting"


def test_a_text_in_the_tools_column_goes_into_the_history() -> None:
    at = desk()
    at.type_in("Dana", "calls", "mine")
    settle(at)
    assert at.cell("Dana", "calls") == "1"
    assert ("calls", "1", "mine", "typed in the sheet") in at.history()


def test_keys_over_which_people_typed_in_every_row_come_back_and_what_they_typed_is_in_the_history() -> None:
    at = desk(DANA, OLEG)
    keys = at.column("id")
    for name in ("Dana", "Oleg"):
        at.type_in(name, "id", f"mine {name}")
    settle(at)
    assert at.column("id") == keys
    assert at.headers.count("id") == 1
    assert {("id", f"mine {name}") for name in ("Dana", "Oleg")} <= {(what, now) for what, _, now, _ in at.history()}


def test_the_teams_own_ids_are_never_taken_for_keys_though_the_column_of_the_keys_is_gone() -> None:
    at = GoogleDesk(book_of(f"7 | {DANA}", f"8 | {OLEG}", headers=f"ID | {HEADERS}", switches=FINDS_EMPTY))
    settle(at)
    last = len(at.headers) - 1 - at.headers[::-1].index("id")
    at.book.staff_delete_columns(TAB, last)
    settle(at)
    assert sorted(row[0] for row in at.grid[1:3]) == ["7", "8"]
    assert at.headers.count("id") == 2


def test_the_history_of_a_row_never_ends_in_what_fell_on_it_from_another() -> None:
    at = desk(DANA, OLEG)
    at.type_row(3, MAYA)
    at.tick()
    stood = at.cell("Dana", "status")
    at.meanwhile(lambda: at.insert(1))
    at.tick()
    assert at.cell("Dana", "status") != stood
    at.type_in("Dana", "status", stood)
    settle(at)
    key = at.cell("Dana", "id")
    told = [line.after for line in at.sheet.read().history if line.key == key and line.column == "status"]
    assert told[-1] == at.cell("Dana", "status") == stood


def test_another_run_in_between_makes_this_one_look_again() -> None:
    at = desk()
    other = GoogleDesk(at.book, at.shop, at.now)

    def other_runs() -> None:
        other.tidy(background=True)

    at.type_in("Dana", "phone", "4155550199")
    at.meanwhile(other_runs)
    at.now = at.now.replace(minute=at.now.minute + 5)
    tidied = at.tidy(background=True)
    assert tidied.reads == 2
    assert at.cell("Dana", "phone") == "+1 415-555-0199"
    settle(at)


def test_a_lost_answer_is_looked_up_and_never_sent_again() -> None:
    at = desk()
    at.type_in("Dana", "phone", "4155550199")
    at.door.lose = 1
    tidied = at.tidy(background=True)
    assert (tidied.reads, tidied.writes, tidied.written) == (2, 1, True)
    assert at.cell("Dana", "phone") == "+1 415-555-0199"
    assert at.tidy().writes == 0


def test_answers_that_stay_lost_end_the_run_within_its_budget() -> None:
    at = desk()
    at.type_in("Dana", "phone", "4155550199")
    at.door.refuse = 9
    with pytest.raises(LostError):
        at.tidy(background=True)
    assert at.door.writes - 2 <= 3
    at.door.refuse = 0
    settle(at)


def test_nobody_is_told_that_nothing_was_changed_once_an_answer_was_lost() -> None:
    """The change landed, another copy wrote after it, and then people deleted so much that the new plan is refused."""
    at = desk(DANA, *(f"11:{n} | Caller {n} | 41555501{n} | book" for n in range(30, 50)))
    other = GoogleDesk(at.book, at.shop, at.now)
    at.type_in("Dana", "phone", "4155550199")
    at.door.lose = 1

    def meanwhile(_seconds: float) -> None:
        other.type_in("Dana", "notes", "ring the bell")
        other.tidy(background=True)
        at.book.staff_delete_rows(TAB, 1, 15)

    with pytest.raises(LostError) as told:
        tidy(at.sheet, at.run(background=True), at.shop, lambda _: True, patience=Patience(meanwhile))
    assert isinstance(told.value.__cause__, RefusedError)
    with pytest.raises(RefusedError, match="Nothing was changed"):
        at.tidy()


def _drags_phone(at: GoogleDesk) -> None:
    """The column of phone numbers to where the tool is about to stamp."""
    at.book.staff_move_columns(TAB, at.headers.index("phone"), 1, at.headers.index("updated") + 1)


def test_a_phone_that_is_a_number_comes_back_from_under_a_stamp() -> None:
    """The column was dragged that instant; what stood there is told by the column it was in, not by what was meant."""
    at = desk()
    phone = at.headers.index("phone")
    at.book.staff_put(TAB, at.row_of("Dana"), phone, [Cell(4155550199.0)])
    at.type_in("Dana", "notes", "call the mobile")
    at.meanwhile(lambda: _drags_phone(at))
    at.tick()
    assert at.cell("Dana", "phone").startswith("2026-11-20")
    settle(at)
    assert at.cell("Dana", "phone") == "4155550199"


def test_what_is_put_right_on_a_row_without_a_key_stays_right_while_somebody_types_there() -> None:
    """Only all that stood in it tells such a row; but a swap that found the tool's own mistake there was right."""
    at = desk()
    at.type_in("Maya", "notes", "call the mobile")

    def inserted() -> None:
        at.insert(at.row_of("Maya"), " | Ana | 415-555-0177 | cita")
        _drags_phone(at)

    at.meanwhile(inserted, lambda: at.type_in("Ana", "notes", "rings back herself"))
    at.tick()
    assert at.cell("Ana", "phone").startswith("2026-11-20")
    settle(at)
    assert at.cell("Ana", "phone") == "415-555-0177"
    assert at.cell("Ana", "notes") == "rings back herself"


def test_rows_stay_where_they_are_until_it_is_quiet() -> None:
    at = desk()
    at.type_in("Oleg", "next_callback", "2026-11-20 09:00")
    at.tick()
    before = at.column("name")
    at.tick()
    assert at.column("name") == before
    at.later(11).tick()
    assert at.column("name")[0] == "Oleg"


@pytest.mark.parametrize(("sort", "moves"), [(Sort.QUIET, True), (Sort.TRIAGE, True), (Sort.NEVER, False)])
def test_a_person_has_rows_put_in_order_unless_never(sort: Sort, moves: bool) -> None:
    at = desk()
    at.shop = replace(at.shop, sort=sort)
    at.type_in("Maya", "next_callback", "2026-11-20 09:00")
    settle(at)
    assert (at.column("name")[0] == "Maya") is moves


@pytest.mark.parametrize("obstacle", ["filter", "table"])
def test_under_a_filter_or_in_a_table_no_row_moves(obstacle: str) -> None:
    at = desk()
    box = Box(0, 4, 0, 17)
    at.book.set_basic_filter(TAB, box) if obstacle == "filter" else at.book.make_table(TAB, box, "Calls")
    at.type_in("Maya", "next_callback", "2026-11-20 09:00")
    settle(at)
    assert at.column("name")[0] != "Maya"


def test_a_copied_row_gets_a_key_and_a_stamp_of_its_own() -> None:
    at = desk()
    at.book.staff_copy_rows(TAB, at.row_of("Dana"), 1, 6)
    at.type_at(6, "name", "Rosa")
    at.type_at(6, "phone", "4155550155")
    settle(at)
    assert at.cell("Rosa", "id") not in ("", at.cell("Dana", "id"))
    assert at.cell("Dana", "updated") == ""


def test_a_row_cut_without_its_key_is_found_again() -> None:
    at = desk()
    key = at.cell("Dana", "id")
    at.book.staff_cut_rows(TAB, at.row_of("Dana"), 1, 7, right=16)
    settle(at)
    assert at.cell("Dana", "id") == key


def test_a_deleted_row_stays_deleted_and_is_told() -> None:
    at = desk()
    at.book.staff_delete_rows(TAB, at.row_of("Dana"))
    settle(at)
    assert "Dana" not in at.column("name")
    assert any(line[0] == "name" and line[1] == "Dana" and "deleted" in line[3] for line in at.history())


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ("many rows gone", RefusedError),
        ("state gone", RefusedError),
        ("state edited", RefusedError),
        ("merged cells", LayoutError),
        ("header pasted over", LayoutError),
        ("one column sorted alone", RefusedError),
        ("tab deleted", LayoutError),
    ],
)
def test_a_refusal_writes_nothing_and_names_the_remedy(what: str, error: type[Exception]) -> None:
    lines = [f"11:{n:02d} | P{n} | 41555501{n:02d} | reason {n}" for n in range(10, 24)]
    at = desk(*lines)
    state = at.book.tab_id("_callbacksheet")
    assert state is not None

    def delete_tab() -> None:
        at.book.staff_add_tab("Other")
        at.book.staff_delete_tab(TAB)

    doings: dict[str, Callable[[], None]] = {
        "many rows gone": lambda: at.book.staff_delete_rows(TAB, 1, 9),
        "state gone": lambda: at.book.staff_delete_tab(state),
        "state edited": lambda: at.book.staff_set(state, 3, 2, "99"),
        "merged cells": lambda: at.book.merge(TAB, Box(2, 4, 0, 2)),
        "header pasted over": lambda: at.book.staff_put(TAB, 0, 0, [None] * 17),
        "one column sorted alone": lambda: at.sort("phone", descending=True, columns=["phone"]),
        "tab deleted": delete_tab,
    }
    doings[what]()
    revision = at.book.revision
    with pytest.raises(error) as refused:
        GoogleDesk(at.book, at.shop, at.now).tidy()
    assert at.book.revision == revision
    assert refused.value.next  # type: ignore[attr-defined]


def test_a_tab_renamed_is_found_again_by_its_mark() -> None:
    at = desk()
    at.book.staff_rename_tab(TAB, "Calls of November")
    at.type_in("Dana", "phone", "4155550199")
    other = GoogleDesk(at.book, at.shop, at.now)
    other.tidy()
    assert other.cell("Dana", "phone") == "+1 415-555-0199"


def test_a_tab_that_takes_the_title_between_look_and_write_is_not_written_to() -> None:
    at = desk()
    at.type_in("Dana", "phone", "4155550199")

    def swap_titles() -> None:
        at.book.staff_rename_tab(TAB, "Calls of November")
        at.book.staff_add_tab("Callbacks")

    at.meanwhile(swap_titles)
    at.tidy()
    impostor = at.book.tab_id("Callbacks")
    assert impostor is not None
    assert not any(at.book.tab(impostor).grid)
    assert at.cell("Dana", "phone") == "+1 415-555-0199"
    at.tidy()
    assert not any(at.book.tab(impostor).grid)


def test_a_formula_in_a_desk_cell_is_never_touched() -> None:
    at = desk()
    at.type_in("Dana", "notes", '="see "&B2')
    settle(at)
    place = at.headers.index("notes")
    entered = at.book.cell(TAB, at.row_of("Dana"), place).entered
    assert str(entered).startswith('="see "')


def test_a_row_whose_notes_are_a_formula_takes_in_a_call_that_adds_nothing_to_them() -> None:
    at = desk()
    formula_in_notes(at, "Maya")
    for _ in range(2):
        at.tidy()
    at.type_row(4, "11:40 | Maya | 4155550101 | quote")
    for _ in range(3):
        at.tidy()
    assert at.cell("Maya", "calls") == "2"
    place = at.headers.index("notes")
    assert str(at.book.cell(TAB, at.row_of("Maya"), place).entered).startswith('="see "')


def test_a_formula_typed_where_a_column_comes_in_under_a_write_is_kept_and_put_back() -> None:
    at = desk()
    at.type_row(4, "11:40 | Ines | 4155550144 | refund")
    at.tick()
    place = at.headers.index("notes")

    def formula_and_column() -> None:
        formula_in_notes(at, "Ines")
        box = {"sheetId": TAB, "dimension": "COLUMNS", "startIndex": place, "endIndex": place + 1}
        at.book.batch_update({"requests": [{"insertDimension": {"range": box}}]})

    at.meanwhile(formula_and_column)
    at.tick()
    assert at.book.cell(TAB, 4, place + 1).entered == "?"  # what was meant for "by"
    for _ in range(3):
        at.tick()
    assert str(at.book.cell(TAB, at.row_of("Ines"), place + 1).entered) == SEE


def formula_in_notes(at: GoogleDesk, name: str) -> None:
    unformatted(at, at.row_of(name))
    at.type_in(name, "notes", SEE)
    assert isinstance(at.book.cell(TAB, at.row_of(name), at.headers.index("notes")).entered, Formula)


def unformatted(at: GoogleDesk, row: int) -> None:
    """A row as it is when somebody clears its formats: what is typed there is read as numbers, dates and formulas."""
    box = {"sheetId": TAB, "startRowIndex": row, "endRowIndex": row + 1}
    at.book.batch_update({"requests": [{"repeatCell": {"range": box, "cell": {}, "fields": "userEnteredFormat"}}]})


@pytest.mark.parametrize("note", ["=1+1", "5"])
def test_a_row_whose_notes_cannot_be_written_takes_no_other_row_into_it(note: str) -> None:
    at = desk()
    unformatted(at, at.row_of("Dana"))
    at.type_in("Dana", "notes", note)
    at.type_row(4, "11:50 | Dana | 415-555-0142 | reschedule")
    at.type_at(4, "notes", "left a message at 12")
    at.tidy()
    at.tidy()
    assert at.tidy().writes == 0
    assert at.column("name").count("Dana") == 2
    assert "left a message at 12" in at.column("notes")
    assert at.cell("left a message at 12", "status") == "New"


def test_notes_joined_by_a_merge_are_written_into_a_cell_that_is_not_plain_text() -> None:
    at = desk()
    unformatted(at, at.row_of("Dana"))
    at.type_in("Dana", "notes", "rings at 5 again")
    at.type_row(4, "11:50 | Dana | 415-555-0142 | reschedule")
    at.type_at(4, "notes", "left a message at 12")
    settle(at)
    assert at.cell("Dana", "notes") == "rings at 5 again; left a message at 12"


def test_an_undo_brings_a_merged_row_back_and_the_keys_stay() -> None:
    at = GoogleDesk(book_of(DANA, OLEG, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    key = at.cell("Oleg", "id")
    undo(at.sheet, "", at.run(), at.shop)
    assert at.column("name").count("Dana") == 2
    assert at.column("phone")[:2] == ["4155550142", "4155550143"]
    assert at.cell("Oleg", "id") == key
    settle(at)
    assert at.column("name").count("Dana") == 1


def test_a_forgotten_caller_is_nowhere_in_the_spreadsheet() -> None:
    at = GoogleDesk(book_of(DANA, OLEG, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    forget(at.sheet, (), "+14155550142", at.run(), at.shop)
    everything = str(at.book.to_json())
    assert "Dana" not in everything
    assert "0142" not in everything
    settle(at)


def test_nor_is_what_was_typed_where_a_row_of_theirs_was_merged_away() -> None:
    at = GoogleDesk(book_of(DANA, OLEG, "11:50 | Dana | 415-555-0142 | rebook", switches=FINDS_EMPTY))
    at.tidy()
    at.type_in(next(iter(tombs_in(at.state))), "notes", "tell Dana")
    forget(at.sheet, (), "+14155550142", at.run(), at.shop)
    assert "Dana" not in str(at.book.to_json())
    settle(at)


def test_the_fence_lets_one_of_two_copies_through() -> None:
    at = desk()
    at.type_in("Dana", "phone", "4155550199")
    one, two = GoogleDesk(at.book, at.shop, at.now), GoogleDesk(at.book, at.shop, at.now)
    plans = [plan_tidy(each.sheet.read(), each.run(), each.shop) for each in (one, two)]
    assert plans[0].batch is not None
    assert plans[1].batch is not None
    one.sheet.apply(plans[0].batch)
    with pytest.raises(BusyError):
        two.sheet.apply(plans[1].batch)


def test_no_cell_of_the_tab_is_ever_written_as_a_formula() -> None:
    at = desk()
    at.type_in("Dana", "phone", "'=1+1")
    at.type_row(4, " | '=SUM(A1) | 4155550177 | '=cita")
    settle(at)
    requests = str([request for batch in at.door.sent for request in batch])
    assert "formulaValue" not in requests
    assert Column.NOTES.value
