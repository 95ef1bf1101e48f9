"""What a batch did to a sheet that people sorted, cut and typed in at that very instant, and what is put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from callbacksheet.core.batch import AppendRow, Put, Request, Swap
from callbacksheet.core.callback import COLUMNS
from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.core.state import Base, Facts
from tests.core.scene import (
    DANA,
    EVA,
    ID,
    NAME,
    NEXT,
    NOTES,
    OLEH,
    PHONE,
    REASON,
    STATUS,
    UPDATED,
    Grid,
    Scene,
    grid,
    moved,
    one_row_further_down,
    without_the_hidden_column,
)


def test_a_batch_that_met_what_was_read_leaves_nothing_to_put_right() -> None:
    assert moved(Scene(grid(DANA, OLEH), [Swap(1, STATUS, "New", "Waiting"), Put(2, UPDATED, "12:00")]).learned()) == {}


def test_a_value_that_fell_on_a_row_inserted_that_instant_goes_to_its_own() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(2, STATUS, "Waiting")],
        before=lambda rows: [*rows[:2], ["Ines", None, None, None, None, None, None, None], *rows[2:]],
    )
    assert moved(scene.learned()) == {(2, STATUS): None, (3, STATUS): "Waiting"}
    assert scene.learned().strangers == {(2, STATUS)}


def test_what_a_value_covered_comes_back_to_its_row_though_people_sorted_without_the_hidden_column_since() -> None:
    scene = Scene(
        grid(OLEH, EVA),
        [Put(2, STATUS, "New")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: without_the_hidden_column(rows, 2, 1),
    )
    learned = scene.learned()
    assert learned.tab.rows[1][:4] == ("Oleh", "0102", "invoice", "Waiting")
    assert learned.tab.rows[2][:4] == ("Eva", "0103", "quote", "New")


def test_a_row_without_a_key_in_which_somebody_typed_that_instant_is_the_row_that_was_meant() -> None:
    scene = Scene(
        grid(DANA, "Rosa | 0105 | | | | | |"),
        [Put(2, ID, "CB-Y"), Swap(2, REASON, None, "invoice")],
        before=lambda rows: [*rows[:2], ["Rosa", "0105", None, None, None, "rings again", None, None]],
    )
    learned = scene.learned()
    assert learned.tab.rows[2][:6] == ("Rosa", "0105", "invoice", None, None, "rings again")
    assert not learned.standing
    assert not learned.spent


def test_cells_emptied_on_a_row_without_a_key_are_filled_again() -> None:
    ines = "Ines | 0104 | color | Waiting | 11:00 | mobile | |"
    scene = Scene(
        grid(OLEH, EVA, ines),
        [Swap(1, STATUS, "Waiting", None), Swap(1, NEXT, "11:00", None)],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
        since=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
    )
    learned = scene.learned()
    assert learned.tab.rows[2][NAME : NEXT + 1] == ("Ines", "0104", "color", "Waiting", "11:00")
    assert learned.tab.rows[3][NAME : NEXT + 1] == ("Oleh", "0102", "invoice", None, None)


def test_typing_that_instant_wins_over_a_value_filled_by_place() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(2, STATUS, "Waiting")],
        before=lambda rows: [*rows[:2], ["Eva", "0103", "quote", "Done", *rows[2][4:]]],
    )
    assert moved(scene.learned()) == {(2, STATUS): "Done"}


def test_typing_in_a_column_of_the_tools_is_told_and_not_put_back() -> None:
    scene = Scene(
        grid(DANA),
        [Put(1, UPDATED, "12:00")],
        before=lambda rows: [rows[0], [*rows[1][:UPDATED], "mine", "CB-A"]],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert learned.covered == (("CB-A", Column.UPDATED, "mine", "12:00"),)


def test_typing_in_a_column_of_the_tools_is_told_although_people_have_deleted_the_row_since() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Put(1, UPDATED, "12:00"), Put(2, UPDATED, "12:00")],
        before=lambda rows: [rows[0], [*rows[1][:UPDATED], "mine", "CB-A"], rows[2]],
        since=lambda rows: [rows[0], rows[2]],
    )
    assert scene.learned().covered == (("CB-A", Column.UPDATED, "mine", "12:00"),)


def test_the_tools_own_leavings_that_people_sorted_away_are_found_where_they_went() -> None:
    leavings = " | | | New | 10:00 | | 09:00 | "
    scene = Scene(
        grid(OLEH, EVA, leavings),
        [Swap(3, column, value, None) for column, value in ((STATUS, "New"), (NEXT, "10:00"), (UPDATED, "09:00"))],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
        kept=(3,),
    )
    assert moved(scene.learned()) == {(1, STATUS): None, (1, NEXT): None, (1, UPDATED): None}


def test_words_that_a_write_covered_and_somebody_typed_over_unseen_are_kept_in_the_notes() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(1, UPDATED, "12:00")],
        before=lambda rows: [[*row[:NOTES], row[UPDATED], row[NOTES], row[ID]] for row in rows],
        since=lambda rows: [rows[0], [*rows[1][:UPDATED], "second", "CB-A"], rows[2]],
    )
    learned = scene.learned()
    assert learned.tab.cell(1, UPDATED) == "second; first"
    assert learned.covered == (("CB-A", Column.NOTES, "first", "12:00"),)


def test_a_row_that_a_merge_emptied_is_filled_again_though_another_row_bore_its_key_that_instant() -> None:
    """Somebody typed another row's key on it: of the two the emptied one is the row, which holds nothing else."""
    dana = "Dana | 0101 | color | New | 10:00 | first | 09:00 | CB-A"
    twin = "Dana | 0101 | color | New | 11:00 | second | 09:05 | CB-D"
    emptied = [Swap(3, column, value, None) for column, value in enumerate(grid(twin)[1][:ID]) if value]
    scene = Scene(
        grid(OLEH, dana, twin),
        [Swap(2, NOTES, "first", "first; second"), *emptied],
        before=lambda rows: [*rows[:3], [*rows[3][:ID], "CB-B"]],
        pairs=[("CB-D", "CB-A")],
    )
    assert scene.learned().tab.rows[3][:UPDATED] == ("Dana", "0101", "color", "New", "11:00", "second")


def test_but_not_where_the_same_caller_was_written_down_anew_since_then_it_comes_back_at_the_end() -> None:
    dana = "Dana | 0101 | color | New | 10:00 | first | 09:00 | CB-A"
    twin = "Dana | 0101 | color | | | second | | CB-D"
    scene = Scene(
        grid(dana, twin),
        [
            Swap(1, NOTES, "first", "first; second"),
            *(Swap(2, column, value, None) for column, value in enumerate(grid(twin)[1][:ID]) if value),
        ],
        before=lambda rows: [rows[0], [*[None] * ID, "CB-A"], rows[2]],
        since=lambda rows: [*rows[:2], ["Dana", None, "refund", *rows[2][STATUS:]]],
        pairs=[("CB-D", "CB-A")],
    )
    learned = scene.learned()
    assert learned.homeless == {"CB-D"}
    assert learned.tab.rows[2] == ("Dana", None, "refund", None, None, None, None, "CB-D")


@pytest.mark.parametrize(
    ("column", "back"), [(NOTES, True), (REASON, True), (PHONE, False)], ids=["words", "reason", "number"]
)
def test_it_is_filled_again_too_where_people_have_cleared_what_alone_showed_there_but_a_caller(
    column: int, back: bool
) -> None:
    """It was typed that instant; nobody who cleared words alone could see whose call it was."""
    twin = grid("Dana | 0101 | color | | | second | | CB-D")[1]
    scene = Scene(
        [*grid(DANA), twin],
        [
            Swap(1, NOTES, "first", "first; second"),
            *(Swap(2, place, value, None) for place, value in enumerate(twin[:ID]) if value),
        ],
        before=lambda rows: [*rows[:2], [*rows[2][:column], "0199", *rows[2][column + 1 :]]],
        since=lambda rows: [*rows[:2], [*[None] * ID, "CB-D"]],
        pairs=[("CB-D", "CB-A")],
    )
    told = [None if place == column or not back else value for place, value in enumerate(twin[:ID])]
    assert scene.learned().tab.rows[2] == (*told, "CB-D")


def test_what_somebody_typed_that_instant_comes_back_on_a_row_that_people_sorted_away_from_its_key() -> None:
    ines = "Ines | 0104 | color | | | mobile | | CB-D"
    scene = Scene(
        grid(DANA, ines),
        [Put(2, STATUS, "New")],
        before=lambda rows: [rows[0], [*rows[1][:ID], "CB-D"], [*rows[2][:STATUS], "Done", *rows[2][NEXT:ID], None]],
    )
    assert moved(scene.learned()) == {(2, STATUS): "Done"}


def test_covered_words_do_not_go_to_a_caller_pasted_over_the_row() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(1, UPDATED, "12:00")],
        before=lambda rows: [[*row[:NOTES], row[UPDATED], row[NOTES], row[ID]] for row in rows],
        since=lambda rows: [rows[0], ["Ines", "0199", "book", *rows[1][STATUS:UPDATED], None, "CB-A"], rows[2]],
    )
    assert scene.learned().tab.cell(1, UPDATED) is None


def test_a_column_renamed_while_another_was_put_in_before_it_is_known_by_its_neighbours() -> None:
    def inserted_and_renamed(rows: Grid) -> Grid:
        header, *body = ([None, *row] for row in rows)
        return [["Room 17", *header[1 : STATUS + 1], "Stage", *header[STATUS + 2 :]], *body]

    scene = Scene(grid(DANA), [Put(1, STATUS, "Waiting"), Put(1, NEXT, "12:00")], before=inserted_and_renamed)
    assert scene.learned().tab.rows[1][STATUS : NEXT + 2] == ("color", "Waiting", "12:00")


def test_what_the_tool_had_left_on_a_row_that_is_gone_is_not_taken_from_the_row_that_it_was_meant_for() -> None:
    leavings = "Ines | 0104 | color | Waiting | 11:00 | | 09:05 | "
    scene = Scene(
        grid(OLEH, leavings),
        [Swap(2, STATUS, "Waiting", "Done"), Swap(2, NEXT, "11:00", None), Swap(2, UPDATED, "09:05", None)],
        before=lambda rows: [*rows[:2], [None] * 8],
        kept=(2,),
    )
    assert moved(scene.learned()) == {}


def test_words_of_the_tool_on_a_row_without_a_key_tell_that_row_though_it_holds_little_else() -> None:
    alone: list[CellValue] = [None, None, None, None, None, "also: change appt; asked for a quote", None, None]
    scene = Scene(
        [*grid(DANA), alone, *grid(OLEH)[1:]],
        [Swap(2, NOTES, alone[NOTES], None)],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
    )
    assert moved(scene.learned()) == {(3, NOTES): None}


def test_a_key_that_fell_in_a_column_people_put_in_is_taken_away_again() -> None:
    scene = Scene(
        grid(DANA, " | | | | | | |"),
        [Put(2, ID, "CB-D")],
        before=lambda rows: [[*row[:ID], "Room" if place == 0 else None, row[ID]] for place, row in enumerate(rows)],
    )
    assert moved(scene.learned()) == {(2, ID): None}


def test_of_several_rows_merged_into_one_all_are_taken_back_when_one_of_them_did_not_hold() -> None:
    again, third = DANA.replace("CB-A", "CB-D"), DANA.replace("first", "third").replace("CB-A", "CB-E")
    scene = Scene(
        grid(DANA, again, third),
        [Swap(1, NOTES, "first", "first; third"), Swap(2, NOTES, "first", None), Swap(3, NOTES, "third", None)],
        before=lambda rows: [*rows[:3], [*rows[3][:NOTES], "third, too", *rows[3][UPDATED:]]],
        pairs=(("CB-D", "CB-A"), ("CB-E", "CB-A")),
    )
    learned = scene.learned()
    assert learned.broken == (("CB-D", "CB-A"), ("CB-E", "CB-A"))
    assert [learned.tab.cell(row, NOTES) for row in (1, 2, 3)] == ["first", "first", "third, too"]


def test_other_words_that_somebody_typed_over_that_instant_are_left_to_them() -> None:
    scene = Scene(
        grid(DANA),
        [Swap(1, NOTES, "first", "First")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]]],
    )
    assert moved(scene.learned()) == {}


def test_a_formula_that_was_covered_comes_back_as_its_text() -> None:
    scene = Scene(
        grid(DANA),
        [Put(1, UPDATED, "12:00")],
        before=lambda rows: [
            [*rows[0][:NOTES], "Updated", "Notes", "ID"],
            [*rows[1][:NOTES], "09:00", Formula("=B2*2", 202), "CB-A"],
        ],
    )
    assert moved(scene.learned())[1, UPDATED] == "=B2*2"


def test_a_row_that_bears_the_key_and_holds_only_the_same_status_and_time_is_another_callers() -> None:
    dana, oleh = (
        "Dana | 0101 | color | New | 10:00 | bell | 09:00 | CB-A",
        "Oleh | 0102 | refund | New | 11:00 | bell | 09:00 | CB-B",
    )
    scene = Scene(
        grid(EVA, dana, oleh),
        [Put(1, NEXT, "11:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [rows[0], rows[2], [*rows[3][:ID], "CB-A"], [*rows[1][:ID], "CB-B"]],
    )
    learned = scene.learned()
    assert learned.tab.rows[3][:5] == ("Dana", "0101", "color", "New", "10:00")
    assert learned.tab.rows[2][:5] == ("Oleh", "0102", "refund", "New", "11:00")


def test_a_column_renamed_and_dragged_away_is_known_by_being_the_only_one_that_is() -> None:
    def dragged(rows: Grid) -> Grid:
        return [
            [*row[:REASON], "Stage" if n == 0 else row[NEXT], row[REASON], row[STATUS], *row[NOTES:]]
            for n, row in enumerate(rows)
        ]

    scene = Scene(grid(DANA), [Put(1, STATUS, "Waiting"), Put(1, NEXT, "12:00")], before=dragged)
    assert scene.learned().tab.rows[1][:NOTES] == ("Dana", "0101", "12:00", "color", "Waiting")


def test_of_two_blank_rows_that_bear_one_key_each_is_known_by_its_place() -> None:
    blank: list[CellValue] = [*[None] * ID, "CB-A"]
    scene = Scene([*grid(DANA), blank, blank], [Swap(2, ID, "CB-A", None), Swap(3, ID, "CB-A", None)], kept=(2, 3))
    learned = scene.learned()
    assert moved(learned) == {}
    assert not learned.spent


def test_a_merge_into_a_row_that_was_also_copied_is_taken_back_where_the_row_itself_was_changed() -> None:
    copy = DANA.replace("Dana", "Ines")
    scene = Scene(
        grid(DANA, DANA.replace("first", "again").replace("CB-A", "CB-D"), copy),
        [Put(1, NOTES, "first; again"), Swap(2, NOTES, "again", None), Swap(3, ID, "CB-A", "CB-E")],
        before=lambda rows: [rows[0], [*rows[1][:STATUS], "Waiting", *rows[1][NEXT:]], *rows[2:]],
        pairs=(("CB-D", "CB-A"),),
    )
    assert scene.learned().broken == (("CB-D", "CB-A"),)


def test_anothers_notes_are_taken_off_a_row_that_also_keeps_words_of_its_own_there() -> None:
    dana = "Dana | 0101 | resched | New | 10:00 | | 09:00 | CB-A"
    oleh = "Oleh | 0102 | resched | Waiting | 11:00 | | 09:05 | CB-B"
    scene = Scene(
        grid(dana, oleh),
        [Swap(1, REASON, "resched", "reschedule"), Swap(1, NOTES, None, "also: Ann")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*rows[1][:REASON], "invoice", *rows[1][STATUS:]], rows[2]],
    )
    learned = scene.learned()
    assert learned.tab.cell(1, NOTES) == "resched"
    assert learned.tab.cell(2, NOTES) == "also: Ann"


def test_digits_without_end_typed_where_a_time_was_read_are_no_time() -> None:
    """Python takes no text of so many digits for a number."""
    scene = Scene(
        [grid(DANA)[0], ["Dana", "0101", "color", "New", datetime(2026, 5, 8, 13, 30), "first", "09:00", "CB-A"]],
        [Swap(1, NEXT, datetime(2026, 5, 8, 13, 30), None)],
        before=lambda rows: [rows[0], [*rows[1][:NEXT], "1" * 5000, *rows[1][NOTES:]]],
    )
    assert moved(scene.learned()) == {}


def test_what_was_taken_off_a_row_comes_back_to_it_and_to_no_row_that_is_alike_but_known_to_be_another() -> None:
    """Its name fell off by mistake, and its reason was typed anew since: nothing of these tells it any more."""
    mine, other = "Dana | | color | New | 10:00 | first | | CB-A", "Eva | 0103 | color | New | 10:00 | first | | CB-E"
    scene = Scene(
        grid(mine, "Dana | | quote | | | | | CB-D", other),
        [Swap(2, NAME, "Dana", None)],
        before=lambda rows: [rows[0], ["Ines", *[None] * 7], *rows[1:]],
        since=lambda rows: [*rows[:2], [None, "0104", "book", "lvm", *rows[2][NEXT:]], *rows[3:]],
    )
    put_right = moved(scene.learned())
    assert put_right[2, NAME] == "Dana"
    assert (4, NAME) not in put_right


def test_what_the_same_write_covered_on_a_row_that_is_gone_since_comes_back_to_no_other() -> None:
    first, second = "Ines | 0104 | quote | | | | | CB-C", "Rosa | 0105 | quote | | | | | CB-D"
    scene = Scene(
        grid(first, second, DANA, OLEH),
        [Put(1, STATUS, "Done"), Put(2, STATUS, "Done")],
        before=lambda rows: [rows[0], rows[3], rows[4], rows[1], rows[2]],
        since=lambda rows: [rows[0], *rows[2:]],
    )
    learned = scene.learned()
    assert moved(learned) == {(1, STATUS): "Waiting", (2, STATUS): "Done", (3, STATUS): "Done"}
    assert learned.covered == (("CB-A", Column.STATUS, "New", "Done"),)


def test_words_go_to_the_row_whose_caller_was_read_and_not_to_another_that_bears_its_key_since() -> None:
    """People sorted without the hidden column that instant; the reason and the time were the same on both rows."""
    scene = Scene(
        grid("Dana | | color | | 10:00 | | | CB-A", "Eva | | color | | 10:00 | bell | | CB-C"),
        [Put(1, NOTES, "no answer")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1),
    )
    assert moved(scene.learned()) == {(1, NOTES): "bell", (2, NOTES): "no answer"}


def test_what_came_off_a_row_comes_back_to_its_caller_and_not_to_another_that_bears_its_key_since() -> None:
    """The same, with the sorting done after the write."""
    dana, eva = "Dana | | color | New | 10:00 | first | | CB-A", "Eva | | color | New | 10:00 | | | CB-C"
    scene = Scene(
        grid(dana, eva, OLEH.replace("door", "first")),
        [Swap(3, NOTES, "first", None)],
        before=lambda rows: [rows[0], rows[3], rows[2], rows[1]],
        since=lambda rows: without_the_hidden_column(rows, 1, 3, 2),
    )
    assert moved(scene.learned()) == {(1, NOTES): None, (2, NOTES): "first"}


def test_of_two_rows_as_like_it_the_row_without_a_key_is_the_one_that_is_not_its_own_callers() -> None:
    inserted: list[CellValue] = ["Rosa", None, None, None, None, None, None, None]
    scene = Scene(
        grid("Eva | 0103 | color | New | 10:00 | first | 09:00 | CB-C", DANA),
        [Put(2, column, value) for column, value in enumerate(grid(EVA.replace("bell", ""))[1][:NEXT]) if value],
        before=lambda rows: [*rows[:2], inserted, rows[2]],
        since=lambda rows: [*rows[:2], [*rows[2][:REASON], "invoice", *rows[2][STATUS:]], rows[3]],
        kept=(2,),
    )
    assert scene.learned().tab.rows[2][NAME] == "Rosa"


def test_leavings_that_another_row_holds_as_its_own_are_not_taken_off_that_row() -> None:
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", None]
    scene = Scene(
        [*grid(DANA), husk, *grid(OLEH)[1:]],
        [Swap(2, column, value, None) for column, value in enumerate(husk) if value],
        before=lambda rows: [rows[0], rows[1], ["Ines", *[None] * 7], rows[3], rows[2]],
        kept=(1, 2, 3),
    )
    assert moved(scene.learned()) == {(4, column): None for column, value in enumerate(husk) if value}


def test_what_fell_on_a_row_sorted_from_its_key_is_taken_off_that_and_not_off_a_namesake_that_bears_it_by_then() -> (
    None
):
    namesake: list[CellValue] = ["Oleh", "0109", "quote", "New", "12:00", None, "09:10", "CB-C"]
    scene = Scene(
        [*grid(DANA, OLEH), namesake],
        [Put(1, STATUS, "New"), Put(1, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: without_the_hidden_column(rows, 3, 2, 1),
    )
    learned = scene.learned()
    assert [learned.tab.cell(3, column) for column in (STATUS, NEXT)] == ["Waiting", "11:00"]
    assert [learned.tab.cell(1, column) for column in (STATUS, NEXT)] == ["New", "12:00"]


def test_a_row_that_nothing_but_its_words_told_is_known_by_all_of_them_though_it_bears_anothers_key_since() -> None:
    nameless: list[CellValue] = [None, None, "quote", None, None, "rings at noon", None, None]
    scene = Scene(
        [*grid(DANA, OLEH), nameless],
        [Swap(3, NAME, None, "Ines"), Put(3, ID, "CB-C")],
        before=lambda rows: [
            rows[0],
            rows[1],
            [*nameless[:STATUS], "asap", *nameless[NEXT:ID], "CB-B"],
            [*rows[2][:ID], None],
        ],
    )
    assert scene.learned().tab.cell(2, NAME) == "Ines"


def test_what_fell_on_a_row_is_taken_off_a_copy_of_it_too() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Put(1, STATUS, "Waiting"), Put(1, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [*rows, [*rows[1][:REASON], "quote", *rows[1][STATUS:]]],
    )
    rows = scene.learned().tab.rows
    assert [row[NEXT] for row in rows[1:]] == ["11:00", "12:00", "11:00"]


def test_but_of_two_copies_on_which_the_same_fell_each_gets_back_its_own() -> None:
    twice = [EVA.replace("quote | ", "quote | Scheduled"), EVA.replace("quote | ", "quote | Done")]
    scene = Scene(
        grid(DANA, OLEH, twice[0]),
        [Put(1, STATUS, "Waiting"), Put(2, STATUS, "Waiting")],
        before=lambda rows: [rows[0], *grid(*twice)[1:], rows[1], rows[2]],
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:3]] == ["Scheduled", "Done"]


def test_and_what_people_emptied_on_a_copy_for_the_next_call_stays_empty() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NOTES, "first", None), Put(1, NEXT, None)],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [*rows, [*rows[1][:STATUS], None, None, None, *rows[1][UPDATED:]]],
    )
    rows = scene.learned().tab.rows
    assert [row[NEXT] for row in rows[1:]] == ["11:00", None, None]


def test_what_fell_on_a_row_that_is_gone_is_not_taken_off_another_callers_that_holds_the_same_by_right() -> None:
    told = {STATUS: "Waiting", NEXT: "12:00", NOTES: "second"}
    scene = Scene(
        grid(
            DANA,
            "Oleh | | invoice | | | | 09:05 | CB-B",
            "Eva | 0103 | quote | Waiting | 12:00 | second | 09:10 | CB-C",
        ),
        [Put(1, column, value) for column, value in told.items()],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [rows[0], [*[None] * ID, "CB-B"], rows[2], rows[3]],
        bases={3: Base("CB-X", (None,) * len(COLUMNS), "", Facts())},
        pairs=(("CB-C", "CB-X"),),
    )
    assert [scene.learned().tab.cell(3, column) for column in told] == list(told.values())


@pytest.mark.parametrize(
    ("notes", "told"), [("Tamara rang", "Tamara rang; am"), ("door; AM", "door; AM"), (None, "am")]
)
def test_words_that_nobody_saw_are_told_in_the_notes_unless_these_say_just_that(notes: str | None, told: str) -> None:
    """A few letters are found within many a word."""
    scene = Scene(
        grid(DANA, f"Oleh | 0102 | am | Waiting | 11:00 | {notes or ''} | 09:05 | CB-B"),
        [Put(1, REASON, "book")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*rows[1][:REASON], "invoice", *rows[1][STATUS:]], rows[2]],
    )
    assert scene.learned().tab.cell(1, NOTES) == told


def test_what_fell_on_a_row_that_is_gone_with_its_key_is_not_taken_off_another_of_that_caller() -> None:
    """Somebody closed that one with the same word: it bears its own key, and what else stands there is its own."""
    scene = Scene(
        grid(DANA, "Maria | | quote | New | 11:00 | first | 09:05 | CB-B", "Maria | | quote | New | 11:00 | | | CB-C"),
        [Put(1, STATUS, "Done")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [rows[0], rows[2], [*rows[3][:STATUS], "Done", "11:00", "first", *rows[3][UPDATED:]]],
    )
    assert scene.learned().tab.cell(2, STATUS) == "Done"


def test_of_two_rows_on_which_the_same_fell_the_one_without_a_key_is_not_taken_for_the_other_callers() -> None:
    rosa: list[CellValue] = ["Rosa", None, "quote", None, "16:00", None, None, None]
    given = {STATUS: "New", NEXT: "12:00", UPDATED: "12:00"}
    scene = Scene(
        grid(DANA, EVA, "Ines | 0104 | refund | | | | | CB-E", OLEH),
        [Put(row, column, value) for row in (2, 3) for column, value in given.items()],
        before=lambda rows: [*rows[:2], rosa, rows[4], *rows[2:4]],
        since=lambda rows: [
            *rows[:2],
            [*rows[2][:STATUS], "booked!", *rows[2][NEXT:]],
            [*rows[3][:PHONE], "0199", "refund", *rows[3][STATUS:]],
            *rows[4:],
        ],
    )
    rows = scene.learned().tab.rows
    assert [row[NEXT] for row in rows[2:4]] == ["16:00", "11:00"]


def test_a_time_that_a_write_took_off_a_row_nobody_can_find_any_more_is_not_dropped_untold() -> None:
    """Google compared what is seen with what was to be taken off another row."""
    moment = datetime(2026, 5, 8, 13, 30)
    rosa: list[CellValue] = ["Rosa", None, None, None, "05/08 13:30", None, None, None]
    scene = Scene(
        [grid(DANA)[0], ["Dana", "0101", "color", "New", moment, "first", "09:00", "CB-A"]],
        [Swap(1, NEXT, moment, None)],
        before=lambda rows: [rows[0], rosa, rows[1]],
        since=lambda rows: [rows[0], ["Rosa", "0107", "quote", None, None, "asks", None, None], rows[2]],
        kept=(1,),
    )
    assert scene.learned().tab.cell(1, NEXT) == "05/08 13:30"


def test_what_fell_on_a_row_is_taken_off_that_though_by_now_its_key_stands_on_a_copy_of_it() -> None:
    def sorted_since(rows: Grid) -> Grid:
        dana = [*rows[2][:NOTES], "asks", *rows[2][UPDATED:ID]]
        return [rows[0], [*dana, "CB-B"], [*rows[1][:ID], "CB-A"], rows[3]]

    scene = Scene(
        grid(DANA, OLEH),
        [Put(2, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[1]],
        since=sorted_since,
        kept=(2,),
    )
    assert scene.learned().tab.cell(1, NEXT) == "10:00"


BLANK: list[CellValue] = [None] * (ID + 1)


def _same_fell_on_two_blank_rows(since: Callable[[Grid], Grid]) -> Scene:
    cells = ((STATUS, "New"), (NEXT, "12:00"), (UPDATED, "10:00"))
    return Scene(
        grid(EVA, OLEH, EVA.replace("Eva", "Ann").replace("CB-C", "CB-D")),
        [Put(row, column, value) for row in (1, 3) for column, value in cells],
        before=lambda rows: [rows[0], BLANK, rows[2], BLANK, rows[1], rows[3]],
        since=since,
        kept=(1, 3),
    )


@pytest.mark.parametrize("typed", [1, 3])
@pytest.mark.parametrize("put_in", [0, 1])
def test_of_two_blank_rows_on_which_the_same_fell_each_is_itself_though_somebody_began_to_type_in_one(
    typed: int, put_in: int
) -> None:
    def since(rows: Grid) -> Grid:
        rows[typed] = [*rows[typed][:NOTES], "asks", *rows[typed][UPDATED:]]
        return [rows[0], *[BLANK] * put_in, *rows[1:]]

    rows = _same_fell_on_two_blank_rows(since).learned().tab.rows
    assert [(rows[place + put_in][STATUS], rows[place + put_in][NEXT]) for place in (1, 3)] == [(None, None)] * 2


def test_what_another_rows_value_was_taken_for_stays_put_right_though_another_caller_was_pasted_there() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NEXT, "10:00", "09:30"), Swap(1, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], ["Ines", "0199", "book", *rows[1][STATUS:]], rows[2]],
        strangers=((1, NEXT),),
    )
    rows = scene.learned().tab.rows
    assert rows[1][STATUS : NEXT + 1] == ("New", "09:30")


def test_what_fell_on_a_row_and_was_typed_over_is_not_taken_off_another_call_that_holds_the_same() -> None:
    again = grid("Dana | 0101 | color | New | 12:00 | asks | | ")[1]
    scene = Scene(
        grid(DANA, OLEH),
        [Put(2, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], rows[1], [*rows[2][:NEXT], "15:00", *rows[2][NOTES:]], again],
    )
    learned = scene.learned()
    assert [row[NEXT] for row in learned.tab.rows[2:]] == ["15:00", "12:00"]
    assert learned.covered == (("CB-A", Column.NEXT_CALLBACK, "10:00", "12:00"),)


def test_blank_rows_on_which_the_same_fell_stand_in_their_order_though_rows_were_put_in_above() -> None:
    rows = _same_fell_on_two_blank_rows(lambda rows: [rows[0], BLANK, BLANK, *rows[1:]]).learned().tab.rows
    assert [rows[place][NEXT] for place in (3, 5)] == [None, None]


def test_so_does_each_though_people_moved_a_column_and_began_another_call_on_one_of_them() -> None:
    def since(rows: Grid) -> Grid:
        begun = [[*rows[3][:NOTES], "asks", *rows[3][UPDATED:]] if n == 3 else row for n, row in enumerate(rows)]
        return [[row[UPDATED], *row[:UPDATED], row[ID]] for row in begun]

    rows = _same_fell_on_two_blank_rows(since).learned().tab.rows
    assert [row[1:] for row in (rows[1], rows[3])] == [tuple(BLANK[:-1]), (*BLANK[:NOTES], "asks", None)]


@pytest.mark.parametrize("dragged", [False, True], ids=["", "a column dragged"])
def test_what_fell_amiss_goes_from_the_row_that_comes_from_the_one_it_fell_on_whatever_its_key_and_name_say(
    dragged: bool,
) -> None:
    """Its key was sorted to another row, its name typed over, and it was copied for somebody else."""
    agus, zoe = "Agus | | color | New | 12:00 | quote | | CB-E", "Zoe | 0105 | refund | New | 13:00 | | | CB-F"

    def since(rows: Grid) -> Grid:
        rows = without_the_hidden_column(rows, 2, 1)
        ola, noor = (["Ola", *rows[2][PHONE:]], ["Noor", *rows[2][PHONE:]])
        rows = [rows[0], rows[1], ola, noor]
        return [[row[UPDATED], *row[:UPDATED], row[ID]] for row in rows] if dragged else rows

    scene = Scene(
        grid(DANA, agus, zoe),
        [Swap(1, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], *rows[2:]],
        since=since,
    )
    assert [row[STATUS + dragged] for row in scene.learned().tab.rows[1:]] == ["New", "New", "New"]


@pytest.mark.parametrize("kept", [(), (1, 2)], ids=["all rows known", "only those written to"])
def test_what_fell_on_a_row_that_is_gone_goes_from_no_other_row_of_that_caller_that_is_its_own(
    kept: tuple[int, ...],
) -> None:
    again = DANA.replace("New", "Waiting").replace("CB-A", "CB-B")
    scene = Scene(
        grid("Ines | 0104 | quote | New | 11:00 | door | 09:05 | CB-C", DANA, again),
        [Put(1, STATUS, "Waiting")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [rows[0], *rows[2:]],
        kept=kept,
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:]] == ["Waiting", "Waiting"]


def test_nor_from_one_that_the_same_batch_put_in() -> None:
    cells = ((NAME, "Dana"), (PHONE, "0101"), (REASON, "color"), (STATUS, "Waiting"), (NEXT, "10:00"), (ID, "CB-N"))
    scene = Scene(
        grid("Ines | 0104 | quote | New | 11:00 | door | 09:05 | CB-C", DANA),
        [Put(1, STATUS, "Waiting"), AppendRow(cells)],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], *rows[2:]],
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:]] == ["Waiting", "Waiting"]


def test_what_fell_on_a_row_with_a_twin_goes_from_it_though_another_caller_was_pasted_there() -> None:
    copy = OLEH.replace("Oleh", "Ann")

    def since(rows: Grid) -> Grid:
        return [*rows[:2], ["Ann", "0188", "book", *rows[2][STATUS:NOTES], "asks", *rows[2][UPDATED:]], *rows[3:]]

    scene = Scene(
        grid(DANA, EVA, OLEH, copy),
        [Put(2, NEXT, "10:00")],
        before=lambda rows: [rows[0], rows[2], rows[3], rows[1], rows[4]],
        since=since,
    )
    rows = scene.learned().tab.rows
    assert [(row[NAME], row[NEXT]) for row in rows[2:]] == [("Ann", "11:00"), ("Dana", "10:00"), ("Ann", "11:00")]


def test_of_a_row_and_its_copy_each_gets_its_own_back_though_somebody_typed_on_the_upper_one_since() -> None:
    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Put(1, NEXT, "12:00"), Put(2, NEXT, "12:00")],
        before=lambda rows: [*rows[:2], [*rows[1][:NEXT], "15:00", *rows[1][NOTES:]], *rows[2:]],
        since=lambda rows: [rows[0], [*rows[1][:REASON], "retyped", *rows[1][STATUS:]], *rows[2:]],
    )
    rows = scene.learned().tab.rows
    assert [(row[REASON], row[NEXT]) for row in rows[1:3]] == [("retyped", "12:00"), ("color", "15:00")]


def test_what_fell_on_a_blank_row_goes_from_it_though_somebody_typed_over_some_and_more_fell_on_the_next() -> None:
    cells = ((STATUS, "New"), (NEXT, "12:00"), (NOTES, "asks"), (UPDATED, "10:00"))

    def since(rows: Grid) -> Grid:
        return [rows[0], [*rows[1][:NOTES], "typed", *rows[1][UPDATED:]], *rows[2:]]

    scene = Scene(
        grid(EVA, OLEH),
        [Put(row, column, value) for row in (1, 2) for column, value in cells],
        before=lambda rows: [rows[0], BLANK, ["Lena", "0107", "refund", *[None] * 5], *rows[1:]],
        since=since,
    )
    rows = scene.learned().tab.rows
    assert rows[1] == (*[None] * NOTES, "typed", None, None)
    assert rows[2] == ("Lena", "0107", "refund", *[None] * 5)


def test_nor_does_it_stay_so_on_a_caller_sorted_there_who_holds_the_same_by_right() -> None:
    oleh = OLEH.replace("11:00", "10:00")
    scene = Scene(
        grid(DANA, oleh),
        [Swap(1, NEXT, "10:00", "09:30")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1),
        strangers=((1, NEXT),),
    )
    learned = scene.learned()
    assert [(row[NAME], row[NEXT]) for row in learned.tab.rows[1:]] == [("Oleh", "10:00"), ("Dana", "09:30")]


def test_what_fell_on_a_row_is_taken_off_though_another_caller_was_pasted_over_it_and_its_key_was_sorted_away() -> None:
    scene = Scene(
        grid("Dana | | | Waiting | 10:00 | first | 09:00 | CB-A", OLEH),
        [Put(2, STATUS, "Done"), Put(2, NEXT, "16:00"), Put(2, UPDATED, "10:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], grid(EVA)[1]],
        since=lambda rows: without_the_hidden_column(
            [rows[0], rows[1], ["Ines", "0199", "book", *rows[2][STATUS:]], rows[3]], 2, 3, 1
        ),
    )
    rows = scene.learned().tab.rows
    assert [row[NAME] for row in rows[1:]] == ["Ines", "Eva", "Oleh"]
    assert rows[1][STATUS : NEXT + 1] == ("Waiting", "10:00")


def done_at_four(row: int) -> list[Put]:
    return [Put(row, STATUS, "Done"), Put(row, NEXT, "16:00"), Put(row, UPDATED, "12:00")]


@pytest.mark.parametrize(
    ("another", "notes", "left"),
    [
        (False, "first", ("New", "10:00")),
        (True, "bell", ("New", "10:00")),
        (True, "first", ("Done", "16:00")),
    ],
    ids=["it fell there alone", "what is left there was there alone", "another row was left with all of that"],
)
def test_so_does_it_where_a_whole_call_was_pasted_if_no_other_row_was_left_with_what_shows(
    another: bool, notes: str, left: tuple[str, str]
) -> None:
    scene = Scene(
        grid(f"Ines | 0104 | refund | Waiting | 11:00 | {notes} | 09:10 | CB-C", DANA, OLEH),
        [*(done_at_four(1) if another else []), *done_at_four(3)],
        before=lambda rows: [*rows[:2], rows[3], rows[2]],
        since=lambda rows: [*rows[:3], ["Kim", "0199", "book", *rows[3][STATUS:ID], None]],
    )
    row = scene.learned().tab.rows[3]
    assert (row[NAME], row[STATUS : NEXT + 1]) == ("Kim", left)


def test_a_reason_pasted_with_another_call_tells_no_row_that_alone_had_held_it() -> None:
    leavings = " | | | New | 10:00 | | 09:05 | "
    cleared = [Swap(3, STATUS, "New", None), Swap(3, NEXT, "10:00", None), Swap(3, UPDATED, "09:05", None)]
    scene = Scene(
        grid("Ines | 0103 | book | Waiting | 11:00 | | 09:00 | CB-A", OLEH, leavings),
        [*done_at_four(1), *done_at_four(2), *cleared],
        before=lambda rows: [rows[0], rows[1], rows[3], rows[2]],
        since=lambda rows: [*rows[:2], ["Kim", "0199", "book", *rows[2][STATUS:]], rows[3]],
    )
    assert scene.learned().tab.rows[2] == ("Kim", "0199", "book", None, None, None, None, None)


def test_what_fell_on_a_row_without_a_key_goes_though_people_have_typed_over_most_of_the_rest() -> None:
    scene = Scene(
        grid("Dana | 0101 | color | | | first | | ", OLEH),
        [Put(2, STATUS, "Done"), Put(2, NEXT, "16:00"), Put(2, UPDATED, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [
            *rows[:2],
            ["Dana", "0199", "book", *rows[2][STATUS:NOTES], "rings again", *rows[2][UPDATED:]],
        ],
    )
    assert scene.learned().tab.rows[2] == ("Dana", "0199", "book", None, None, "rings again", None, None)


def test_what_was_taken_amiss_off_a_row_that_words_alone_told_does_not_come_back_once_people_have_cleared_these() -> (
    None
):
    scene = Scene(
        grid(OLEH, " | | | Waiting | | bell | | CB-C"),
        [Swap(1, STATUS, "Waiting", None)],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*[None] * ID, "CB-C"], rows[2]],
    )
    assert scene.learned().tab.rows[1] == (*[None] * ID, "CB-C")


def test_what_fell_on_a_blank_row_goes_though_a_caller_like_another_is_written_there_whose_key_was_sorted_to_it() -> (
    None
):
    scene = Scene(
        grid(OLEH, DANA, " | | | | | | | "),
        [Put(1, STATUS, "New"), Put(1, NEXT, "10:00"), Put(1, UPDATED, "09:30")],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
        since=lambda rows: [
            rows[0],
            ["Dana", "0101", "book", *rows[1][STATUS:ID], "CB-A"],
            rows[2],
            [*rows[3][:ID], None],
        ],
    )
    rows = scene.learned().tab.rows
    assert rows[1][:ID] == ("Dana", "0101", "book", None, None, None, None)
    assert rows[3][:ID] == ("Dana", "0101", "color", "New", "10:00", "first", "09:00")


def test_what_fell_on_a_row_that_people_emptied_is_not_taken_off_another_of_the_caller_that_is_just_as_it_was() -> None:
    again = "Dana | 0101 | color | New | 10:00 | again | 09:05 | CB-D"  # nothing is remembered of it
    scene = Scene(
        grid(again, OLEH, DANA.replace("first", "")),
        [Put(2, NOTES, "again"), Put(2, UPDATED, "09:05")],
        before=lambda rows: [*rows[:2], rows[3], rows[2]],
        since=lambda rows: [*rows[:2], [*[None] * ID, "CB-A"], rows[3]],
        pairs=[("CB-D", "CB-A")],
    )
    assert scene.learned().tab.rows[1] == tuple(grid(again)[1])


@pytest.mark.parametrize(
    ("fell", "dana", "kept"),
    [
        ([Put(1, STATUS, "New"), Put(1, NEXT, "10:00"), Put(1, UPDATED, "09:00")], DANA, ()),
        ([Put(1, UPDATED, "09:00")], DANA.replace("0101", "0199"), ()),
        ([Put(1, UPDATED, "09:00")], DANA.replace("0101", "0199"), (1,)),
    ],
    ids=[
        "all of the caller's row stands there too",
        "one value, and the caller's number typed over",
        "the same on a large sheet",
    ],
)
def test_what_fell_on_a_blank_row_that_is_gone_is_taken_off_no_caller_who_holds_the_same(
    fell: list[Request], dana: str, kept: Sequence[int]
) -> None:
    known = [*grid(dana)[1][:ID], None]
    scene = Scene(
        grid(OLEH, DANA, " | | | | | | | "),
        fell,
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
        since=lambda rows: [rows[0], rows[2], known],
        kept=kept,
    )
    assert scene.learned().tab.rows[2] == tuple(known)


def test_what_was_taken_amiss_off_a_row_that_was_left_with_nothing_comes_back_on_no_caller_with_its_key() -> None:
    number = " | 0101 | | | | | | "
    scene = Scene(
        grid(f"{number}CB-A", f"{number}CB-D", "Oleh | | invoice | Waiting | 11:00 | door | 09:05 | CB-B"),
        [Swap(1, PHONE, "0101", None)],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: without_the_hidden_column(
            [*rows[:3], [*rows[3][:NOTES], "rings again", *rows[3][UPDATED:]]], 3, 2, 1
        ),
    )
    learned = scene.learned()
    assert learned.tab.rows[1][: PHONE + 1] == ("Oleh", None)
    assert ("CB-D", Column.PHONE, "0101", None) in learned.covered


def test_what_fell_on_a_row_goes_where_another_call_was_pasted_over_it_though_a_copy_of_it_bears_its_key_too() -> None:
    scene = Scene(
        grid(OLEH, DANA),
        done_at_four(1),
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], ["Kim", "0199", "book", *rows[1][STATUS:]], rows[2], rows[1]],
    )
    rows = scene.learned().tab.rows
    assert [(row[NAME], *row[STATUS : NEXT + 1]) for row in (rows[1], rows[3])] == [
        ("Kim", "New", "10:00"),
        ("Dana", "New", "10:00"),
    ]


def with_chairs(rows: Grid, *chairs: CellValue) -> Grid:
    """With a column of the team's own."""
    return [[*row, chair] for row, chair in zip(rows, ("Chair", *chairs), strict=True)]


def test_of_a_row_and_its_copy_both_away_from_their_key_the_one_is_owed_what_missed_it_that_holds_least_else() -> None:
    scene = Scene(
        with_chairs(grid(DANA, OLEH, EVA), None, None, None),
        [Swap(1, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [
            *rows[:2],
            [*rows[2][:ID], None, None],
            [*rows[3][:ID], "CB-A", None],
            [*rows[2][:ID], None, "2"],
        ],
        strangers=((1, STATUS),),
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:]] == ["Waiting", "Waiting", None, "New"]


def test_and_what_fell_on_it_amiss_goes_from_both() -> None:
    scene = Scene(
        with_chairs(grid(OLEH, DANA, EVA), None, None, None),
        [Put(1, STATUS, "Done"), Put(1, UPDATED, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [
            rows[0],
            [*rows[1][:ID], None, None],
            rows[2],
            [*rows[3][:ID], "CB-A", None],
            [*rows[1][:ID], None, "2"],
        ],
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:]] == ["New", "Done", None, "New"]


def _a_column_put_in(rows: Grid) -> Grid:
    return [[*row[:REASON], "Room" if row is rows[0] else None, *row[REASON:]] for row in rows]


YAN_SAYS: tuple[CellValue, ...] = ("Yan", "0104", "book", "New", "12:00", "abroad", None, "CB-D")
YAN = AppendRow(tuple(enumerate(YAN_SAYS)))


def test_a_row_that_was_added_stands_under_its_headers_though_a_column_was_put_in_that_instant() -> None:
    learned = Scene(grid(DANA), [YAN], before=_a_column_put_in).learned()
    assert learned.tab.rows[2] == (*YAN_SAYS[:REASON], None, *YAN_SAYS[REASON:])
    assert learned.strangers >= {(2, REASON), (2, ID)}


def test_so_does_what_it_holds_in_the_teams_own_columns() -> None:
    head, dana = ([*row, own] for row, own in zip(grid(DANA), ("Chair", "2"), strict=True))
    request = AppendRow((*YAN.cells, (ID + 1, "4")))
    learned = Scene([head, dana], [request], before=_a_column_put_in).learned()
    assert learned.tab.rows[2] == (*YAN_SAYS[:REASON], None, *YAN_SAYS[REASON:], "4")


def test_what_somebody_typed_under_its_header_since_stays_and_what_was_meant_for_it_is_told() -> None:
    def typed(rows: Grid) -> Grid:
        return [*rows[:2], [*rows[2][: NOTES + 1], "asks for Ann", *rows[2][NOTES + 2 :]]]

    learned = Scene(grid(DANA), [YAN], before=_a_column_put_in, since=typed).learned()
    assert learned.tab.rows[2][NOTES + 1] == "asks for Ann"
    assert learned.covered == (("CB-D", Column.NOTES, "abroad", "asks for Ann"),)


def test_what_somebody_typed_over_a_value_of_an_added_row_that_fell_beside_its_column_stays() -> None:
    def typed(rows: Grid) -> Grid:
        return [*rows[:2], [*rows[2][:REASON], "7", *rows[2][STATUS:]]]

    learned = Scene(grid(DANA), [YAN], before=_a_column_put_in, since=typed).learned()
    assert learned.tab.rows[2][: STATUS + 1] == ("Yan", "0104", "7", "book")


def test_a_row_that_was_added_and_copied_since_stands_right_in_both() -> None:
    scene = Scene(grid(DANA), [YAN], before=_a_column_put_in, since=lambda rows: [*rows, rows[2]])
    assert scene.learned().tab.rows[2] == scene.learned().tab.rows[3] == ("Yan", "0104", None, *YAN_SAYS[REASON:])


def test_a_row_that_was_added_and_emptied_since_stays_empty() -> None:
    key_beside: list[CellValue] = [*[None] * ID, "CB-D", None]
    scene = Scene(grid(DANA), [YAN], before=_a_column_put_in, since=lambda rows: [*rows[:2], key_beside])
    assert scene.learned().tab.rows[2] == tuple(key_beside)


def test_what_fell_on_the_header_is_taken_off_that_and_written_to_its_row() -> None:
    """Somebody put a banner above it that instant."""
    scene = Scene(
        grid(DANA.replace("New", ""), OLEH),
        [Put(1, STATUS, "Waiting"), Put(1, NEXT, "12:00")],
        before=lambda rows: [["Front desk", *[None] * ID], *rows],
    )
    learned = scene.learned()
    assert learned.tab.rows[1] == tuple(scene.read[0])
    assert learned.tab.rows[2][STATUS] == "Waiting"


@pytest.mark.parametrize(
    ("column", "held", "back"),
    [
        (NEXT, 46150.5625, datetime(2026, 5, 8, 13, 30)),
        (NEXT, 1, datetime(1899, 12, 31)),
        (NEXT, 0.5625, "13:30"),
        (NEXT, 0, "00:00"),
        (NEXT, -2, -2),
        (NEXT, 4155550142, 4155550142),
        (REASON, 2207, 2207),
    ],
    ids=str,
)
def test_a_number_that_a_write_covered_comes_back_as_the_time_it_is_where_times_stand(
    column: int, held: float, back: CellValue
) -> None:
    """A phone number typed there is too great for one."""
    inserted: list[CellValue] = ["Ines", *[None] * ID]
    inserted[column] = held
    scene = Scene(
        grid(DANA, "Eva | 0103 | | | | bell | 09:10 | CB-C"),
        [Put(2, column, "13:00")],
        before=lambda rows: [*rows[:2], inserted, *rows[2:]],
    )
    assert scene.learned().tab.cell(2, column) == back


@pytest.mark.parametrize("finds", [True, False])
def test_a_time_that_was_compared_as_it_is_seen_comes_back_only_where_it_was_found_so(finds: bool) -> None:
    """Nobody can know whether a search finds a true time by the text that it shows, until the tab tells."""
    rosa: list[CellValue] = ["Rosa", None, None, None, 10 / 24, None, None, None]
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NEXT, "10:00", "10:30")],
        before=lambda rows: [rows[0], rosa, *rows[1:]],
        since=lambda rows: [rows[0], [*rosa[:NEXT], "10:30" if finds else 10 / 24, *rosa[NOTES:]], *rows[2:]],
    )
    learned = scene.learned()
    assert moved(learned) == {(2, NEXT): "10:30"} | ({(1, NEXT): "10:00"} if finds else {})
    assert learned.covered == ()


def test_nothing_is_told_of_an_empty_cell_that_was_covered_and_typed_in_since() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(2, STATUS, "Waiting")],
        before=lambda rows: [*rows[:2], ["Ines", *[None] * ID], *rows[2:]],
        since=lambda rows: [*rows[:2], ["Ines", None, None, "Done", *rows[2][NEXT:]], *rows[3:]],
    )
    learned = scene.learned()
    assert moved(learned) == {(3, STATUS): "Waiting"}
    assert learned.covered == ()


def test_fresh_keys_that_changed_places_on_rows_without_any_stay_where_they_fell() -> None:
    """What is remembered with each is found by likeness."""
    scene = Scene(
        grid("Rosa | 0105 | quote | | | | |", "Ines | 0104 | refund | | | | |"),
        [Put(1, ID, "CB-D"), Put(2, ID, "CB-E")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert learned.spent == frozenset()


def test_what_was_typed_after_the_look_on_a_row_that_comes_back_elsewhere_is_known_still() -> None:
    """The row below it was to be emptied for a merge, but a row was put in above; and another call stands there now."""
    twin = "Dana | 0101 | color | | 11:00 | second | | CB-D"
    scene = Scene(
        grid(DANA, twin),
        [
            Swap(1, NOTES, "first", "first; second"),
            *(Swap(2, column, grid(twin)[1][column], None) for column in (NAME, PHONE, REASON, NOTES)),
            Put(2, NEXT, None),
        ],
        before=lambda rows: one_row_further_down(
            [rows[0], [*rows[1][:NEXT], "tomorrow 9:15", *rows[1][NOTES:]], rows[2]]
        ),
        since=lambda rows: [*rows[:2], ["Ines", "0104", "refund", *rows[2][STATUS:]]],
        pairs=[("CB-D", "CB-A")],
        fixed=frozenset([(2, NEXT)]),
    )
    learned = scene.learned()
    assert learned.homeless == {"CB-A"}
    assert learned.unread == {"CB-A": {Column.NEXT_CALLBACK: "tomorrow 9:15"}}
    assert ("CB-A", Column.NEXT_CALLBACK, "tomorrow 9:15", None) in learned.covered
    (row,) = scene.sight().homeless
    assert (row.cell(Column.NAME), row.cell(Column.NEXT_CALLBACK)) == ("Dana", "tomorrow 9:15")


@pytest.mark.parametrize("fate", ["deleted", "left", "cut from its key, and typed in"])
def test_a_time_typed_after_the_look_on_a_row_that_was_merged_away_is_gone_with_its_call(fate: str) -> None:
    """Alone, where people have deleted the row into which it was merged, it would be a call without a caller."""
    deleted = fate == "deleted"
    twin = "Dana | 0101 | color | | 11:00 | second | | CB-D"
    scene = Scene(
        grid(DANA, twin, OLEH),
        [
            Swap(1, NOTES, "first", "first; second"),
            *(Swap(2, column, grid(twin)[1][column], None) for column in (NAME, PHONE, REASON, NOTES)),
            Put(2, NEXT, None),
        ],
        before=lambda rows: [*rows[:2], [*rows[2][:NEXT], "tomorrow 9:15", *rows[2][NOTES:]], rows[3]],
        since=lambda rows: {
            "deleted": [rows[0], *rows[2:]],
            "left": rows,
            "cut from its key, and typed in": [
                rows[0],
                BLANK,
                *rows[2:],
                [*rows[1][:NOTES], "first; second; rang", rows[1][UPDATED], None],
            ],
        }[fate],
        pairs=[("CB-D", "CB-A")],
        fixed=frozenset([(2, NEXT)]),
    )
    learned = scene.learned()
    assert learned.broken == ()
    assert (("CB-D", Column.NEXT_CALLBACK, "tomorrow 9:15", None) in learned.covered) == deleted
    assert learned.tab.cell(1 if deleted else 2, NEXT) == (None if deleted else "tomorrow 9:15")


def test_words_typed_after_the_look_and_covered_by_a_merge_are_told_though_somebody_typed_over_the_merged_ones() -> (
    None
):
    """Who typed over them saw the words of the merge, and not those that it had covered."""
    twin = DANA.replace("first", "second").replace("CB-A", "CB-D")
    emptied = [Swap(2, column, value, None) for column, value in enumerate(grid(twin)[1][:ID]) if value]
    scene = Scene(
        grid(DANA.replace("first", ""), twin),
        [Put(1, NOTES, "second"), *emptied],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "asks", *rows[1][UPDATED:]], rows[2]],
        since=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
        pairs=[("CB-D", "CB-A")],
    )
    assert scene.learned().tab.rows[1][NOTES] == "rings again; asks"


def test_a_row_that_people_have_cleared_since_gets_nothing_back() -> None:
    scene = Scene(
        grid(DANA, OLEH.replace("Waiting", "New")),
        [Swap(1, STATUS, "New", None)],
        before=lambda rows: [rows[0], rows[2]],
        since=lambda rows: [rows[0], [*[None] * ID, "CB-B"]],
    )
    learned = scene.learned()
    assert learned.tab.rows[1] == (*[None] * ID, "CB-B")
    assert learned.covered == (("CB-B", Column.STATUS, "New", None),)


def test_nor_does_one_over_which_another_caller_was_pasted() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Put(1, NEXT, None)],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], ["Ines", "0104", "refund", *rows[1][STATUS:]], rows[2]],
    )
    learned = scene.learned()
    assert learned.tab.rows[1][NEXT] is None
    assert learned.covered == (("CB-B", Column.NEXT_CALLBACK, "11:00", None),)


def test_a_key_that_fell_on_a_row_stays_on_a_copy_of_it() -> None:
    """Of two rows with one key the next run gives the copy its own."""
    scene = Scene(
        grid(DANA, "Eva | 0103 | quote | | | | |"),
        [Put(2, ID, "CB-D")],
        before=lambda rows: [*rows[:2], ["Ines", "0104", *[None] * (ID - 1)], rows[2]],
        since=lambda rows: [*rows, rows[2]],
    )
    assert moved(scene.learned()) == {}


def test_nobody_is_without_a_home_whose_row_was_only_typed_in() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(2, STATUS, "Waiting")],
        before=lambda rows: [*rows[:2], ["Eva", "0103", "quote", "Done", *rows[2][4:]]],
    )
    assert scene.learned().homeless == frozenset()


def test_what_fell_where_somebody_typed_the_former_again_is_not_taken_off_another_row_that_holds_it_by_right() -> None:
    twin = DANA.replace("10:00", "12:00").replace("CB-A", "CB-D")
    scene = Scene(
        grid(DANA, OLEH.replace("11:00", ""), twin),
        [Put(2, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [*rows[:2], [*rows[2][:NEXT], "10:00", *rows[2][NOTES:]], rows[3]],
    )
    assert moved(scene.learned()) == {(1, NEXT): "12:00"}


def test_nor_off_another_call_of_its_caller_where_the_row_is_gone_and_its_key_stands_on_a_third() -> None:
    quote = grid("Dana | 0109 | quote | Waiting | 10:00 | | | CB-A")[1]
    refund = grid("Dana | 0108 | refund | Done | 12:00 | | | ")[1]
    scene = Scene(
        grid(DANA, OLEH.replace("11:00", "")),
        [Put(2, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [*rows[:2], quote, refund],
    )
    assert moved(scene.learned()) == {(1, NEXT): "12:00"}


def test_what_fell_on_a_row_is_taken_off_that_though_its_key_stands_on_a_copy_and_words_were_taken_off_it_too() -> None:
    def sorted_since(rows: Grid) -> Grid:
        return [rows[0], [*rows[2][:ID], "CB-B"], [*rows[1][:ID], "CB-A"], rows[3]]

    scene = Scene(
        grid(DANA, OLEH.replace("door", "first")),
        [Put(2, NEXT, "12:00"), Swap(2, NOTES, "first", None)],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[1]],
        since=sorted_since,
        kept=(2,),
    )
    assert scene.learned().tab.rows[1][NEXT:UPDATED] == ("10:00", "first")


def test_few_cells_do_not_tell_a_row_whose_caller_and_key_are_gone() -> None:
    scene = Scene(
        grid("Dana | | | Waiting | 10:00 | first | 09:00 | CB-A", OLEH),
        [Put(2, STATUS, "Done"), Put(2, NEXT, "16:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], grid(EVA)[1]],
        since=lambda rows: [
            rows[0],
            rows[1],
            [*rows[3][:ID], "CB-A"],
            ["Rosa", "0105", "quote", "Done", "16:00", "first", None, None],
        ],
    )
    assert scene.learned().tab.rows[3][STATUS : NEXT + 1] == ("Done", "16:00")


def test_nor_is_it_one_that_holds_all_of_it_by_right() -> None:
    rosa = "Rosa | 0105 | quote | Done | 16:00 | first | 10:00 | CB-D"
    scene = Scene(
        grid("Dana | | | Waiting | 10:00 | first | 09:00 | CB-A", OLEH, rosa),
        [Put(2, STATUS, "Done"), Put(2, NEXT, "16:00"), Put(2, UPDATED, "10:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3], grid(EVA)[1]],
        since=lambda rows: [rows[0], rows[1], [*rows[4][:ID], "CB-A"], rows[3]],
    )
    assert scene.learned().tab.rows[3] == tuple(grid(rosa)[1])


def test_two_rows_that_held_the_same_get_back_what_was_taken_off_each_though_somebody_typed_over_some_of_one() -> None:
    husk: list[CellValue] = [None, None, None, "New", "12:00", "asks", "09:00", None]
    scene = Scene(
        grid(EVA, OLEH, EVA.replace("Eva", "Ann").replace("CB-C", "CB-D")),
        [Put(1, UPDATED, None), Put(3, UPDATED, None)],
        before=lambda rows: [rows[0], husk, rows[2], husk, rows[1], rows[3]],
        since=lambda rows: [rows[0], [*husk[:STATUS], "booked!", *rows[1][NEXT:]], *rows[2:]],
        kept=(1, 3),
    )
    rows = scene.learned().tab.rows
    assert [rows[place][UPDATED] for place in (1, 3)] == ["09:00", "09:00"]


def test_what_fell_on_a_blank_row_is_taken_off_that_though_a_caller_typed_there_over_some_of_it() -> None:
    cells = ((STATUS, "New"), (NEXT, "12:00"), (NOTES, "asked"))
    scene = Scene(
        grid(DANA, "Eva | 0103 | quote | | | | | CB-C"),
        [Put(2, column, value) for column, value in cells],
        before=lambda rows: [*rows[:2], [None] * (ID + 1), rows[2]],
        since=lambda rows: [*rows[:2], ["Ines", None, None, "booked!", *rows[2][NEXT:]], rows[3]],
    )
    assert scene.learned().tab.rows[2][:UPDATED] == ("Ines", None, None, "booked!", None, None)


def test_what_filled_an_empty_cell_of_a_blank_row_is_taken_off_that_where_the_row_that_was_meant_is_gone() -> None:
    scene = Scene(
        grid(DANA, "Oleh | 0102 | invoice | | | | | CB-B"),
        [Swap(2, PHONE, "0102", "+1 0102"), Swap(2, NOTES, None, "asked")],
        before=lambda rows: [*rows[:2], [None] * (ID + 1)],
    )
    learned = scene.learned()
    assert moved(learned) == {(2, NOTES): None}
    assert [column for _, column, _ in learned.unwritten] == [Column.PHONE, Column.NOTES]


def test_a_row_emptied_for_a_merge_is_nobody_elses_where_no_search_found_its_number() -> None:
    number = 4155550101
    emptied = [Swap(2, c, v, None) for c, v in ((NAME, "Dana"), (PHONE, number), (REASON, "again"))]
    scene = Scene(
        [*grid(DANA), ["Dana", number, "again", None, None, None, None, "CB-D"]],
        [Swap(1, NOTES, "first", "first; also: again"), *emptied],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
        since=lambda rows: [*rows[:2], [None, number, *rows[2][REASON:]]],
        pairs=(("CB-D", "CB-A"),),
        fixed=frozenset({(2, PHONE)}),
    )
    learned = scene.learned()
    assert learned.homeless == frozenset()
    assert learned.tab.rows[2][:STATUS] == ("Dana", number, "again")


def test_a_row_into_which_one_was_merged_keeps_its_place_when_that_is_taken_back() -> None:
    """What was meant for the other one has emptied it."""
    again = grid(DANA.replace("first", "second").replace("CB-A", "CB-D"))[1]
    scene = Scene(
        [*grid(DANA), again],
        [Swap(1, NOTES, "first", "first; second"), *(Swap(2, c, v, None) for c, v in enumerate(again[:ID]) if v)],
        before=one_row_further_down,
        pairs=(("CB-D", "CB-A"),),
    )
    learned = scene.learned()
    assert learned.broken == (("CB-D", "CB-A"),)
    assert [row[:UPDATED] for row in learned.tab.rows[2:]] == [tuple(grid(DANA)[1][:UPDATED]), tuple(again[:UPDATED])]


def test_of_two_rows_that_show_what_fell_on_a_blank_one_the_nearest_is_that() -> None:
    """People have begun a call on both since."""
    rosa: list[CellValue] = ["Rosa", "0105", "quote", "New", "12:00", None, None, None]
    scene = Scene(
        grid(DANA, "Eva | 0103 | quote | | | | | CB-C"),
        [Put(2, STATUS, "New"), Put(2, NEXT, "12:00")],
        before=lambda rows: [*rows[:2], [None] * (ID + 1), rows[2]],
        since=lambda rows: [rows[0], rosa, ["Ines", "0104", "refund", *rows[2][STATUS:]], rows[3]],
    )
    rows = scene.learned().tab.rows
    assert rows[1] == tuple(rosa)
    assert rows[2][:NOTES] == ("Ines", "0104", "refund", None, None)


def test_but_of_one_that_was_begun_that_instant_the_one_that_is_most_like_it() -> None:
    other: list[CellValue] = ["Ines", "0109", "refund", "New", "12:00", "bell", None, None]
    scene = Scene(
        grid(DANA, "Eva | 0103 | quote | | | | | CB-C"),
        [Put(2, STATUS, "New"), Put(2, NEXT, "12:00")],
        before=lambda rows: [*rows[:2], ["Ines", "0104", None, None, None, "rings", None, None], rows[2]],
        since=lambda rows: [*rows[:2], other, rows[3], [*rows[2][:NOTES], "asks", None, None]],
    )
    rows = scene.learned().tab.rows
    assert rows[2] == tuple(other)
    assert rows[4][:UPDATED] == ("Ines", "0104", None, None, None, "asks")


def test_what_fell_on_a_row_stays_on_a_copy_of_it_over_which_another_caller_was_typed() -> None:
    scene = Scene(
        grid(DANA, OLEH.replace("Waiting", "New")),
        [Put(1, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [*rows, ["Ines", "0104", *rows[1][REASON:]]],
    )
    assert [row[NEXT] for row in scene.learned().tab.rows[1:]] == ["11:00", "12:00", "12:00"]


def test_leavings_go_from_a_row_that_people_sorted_from_its_key_though_somebody_typed_over_some_of_them() -> None:
    left = grid(" | | | New | 10:00 | fell | 09:00 | CB-D")[1]
    scene = Scene(
        [*grid(OLEH, EVA), left],
        [Swap(3, column, value, None) for column, value in enumerate(left) if value],
        before=lambda rows: [rows[0], [*rows[1][:ID], "CB-D"], rows[2], [*left[:NOTES], "typed", "09:00", None]],
    )
    rows = scene.learned().tab.rows
    assert rows[3] == (*[None] * NOTES, "typed", None, None)
    assert rows[1][STATUS : NOTES + 1] == ("Waiting", "11:00", "door")


def test_but_not_from_a_call_that_somebody_began_without_a_key_and_holds_most_of_the_same() -> None:
    left = grid(" | | | New | 10:00 | fell | 09:00 | CB-D")[1]
    scene = Scene(
        [*grid(OLEH, EVA), left],
        [Swap(3, column, value, None) for column, value in enumerate(left) if value],
        before=lambda rows: [rows[0], [*rows[1][:ID], "CB-D"], rows[2], ["Ines", *left[1:NOTES], "typed", *[None] * 2]],
    )
    assert scene.learned().tab.rows[3] == ("Ines", None, None, "New", "10:00", "typed", None, None)


def test_nor_from_a_row_that_somebody_began_with_its_reason_and_which_holds_most_of_the_same() -> None:
    left = grid(" | | | New | 10:00 | fell | 09:00 | CB-D")[1]
    begun: list[CellValue] = [None, None, "quote", "New", "10:00", "typed", "09:00", None]
    scene = Scene(
        [*grid(OLEH, EVA), left],
        [Swap(3, column, value, None) for column, value in enumerate(left) if value],
        before=lambda rows: [rows[0], [*rows[1][:ID], "CB-D"], rows[2], begun],
    )
    assert scene.learned().tab.rows[3] == tuple(begun)


def test_what_fell_on_a_row_whose_key_another_one_bore_too_goes_from_all_that_come_from_it() -> None:
    husk: list[CellValue] = [*[None] * NOTES, "asks", None, "CB-Z"]

    def since(rows: Grid) -> Grid:
        return [rows[0], [None, None, "quote", *rows[1][STATUS:]], *rows[2:], rows[1]]

    scene = Scene(
        grid(DANA.replace("New | 10:00", " | "), OLEH),
        [Put(1, column, value) for column, value in ((STATUS, "New"), (NEXT, "12:00"), (UPDATED, "10:00"))],
        before=lambda rows: [rows[0], husk, [*[None] * ID, "CB-Z"], *rows[1:]],
        since=since,
    )
    rows = scene.learned().tab.rows
    assert [rows[place][STATUS : NOTES + 1] for place in (1, 5)] == [(None, None, "asks")] * 2


@pytest.mark.parametrize("named", ["Dana", None])
def test_nor_from_a_row_half_typed_by_people_while_most_of_it_stands_under_a_caller_typed_there(
    named: str | None,
) -> None:
    left = grid(" | | | New | 10:00 | HD | 09:00 | CB-B")[1]
    half: list[CellValue] = [*[None] * STATUS, "New", "10:00", "HD", None, None]
    scene = Scene(
        [*grid(OLEH.replace("CB-B", "CB-O")), left],
        [Swap(2, column, value, None) for column, value in enumerate(left) if value],
        before=lambda rows: [*rows[:2], [named, None, "book", *rows[2][STATUS:]], half],
    )
    rows = scene.learned().tab.rows
    assert rows[3] == tuple(half)
    assert rows[2] == (named, None, "book", *[None] * 5)


def test_nor_from_what_the_tool_had_left_on_another_row_that_is_much_alike() -> None:
    lines = (" | | | New | 10:00 | door | 09:00 | ", " | | | New | 10:00 | bell | 09:00 | CB-B")
    left = grid(*lines)[1:]
    scene = Scene(
        [*grid(OLEH.replace("CB-B", "CB-O")), *left],
        [Swap(n, column, value, None) for n, row in enumerate(left, 2) for column, value in enumerate(row) if value],
        before=lambda rows: [*rows[:3], ["Dana", *rows[3][1:]]],
    )
    rows = scene.learned().tab.rows
    assert rows[3] == ("Dana", *[None] * 7)
    assert not any(rows[2])


def test_what_people_typed_on_a_row_with_a_twin_is_not_taken_for_what_fell_on_that() -> None:
    def before(rows: Grid) -> Grid:
        rows = without_the_hidden_column(rows, 2, 1)
        return [*rows, list(rows[2])]

    scene = Scene(
        grid(DANA, EVA),
        [Swap(2, NEXT, "10:00", "12:00")],
        before=before,
        since=lambda rows: [*rows[:3], [*rows[3][:NEXT], "12:00", *rows[3][NOTES:]]],
    )
    assert [row[NEXT] for row in scene.learned().tab.rows[2:]] == ["10:00", "12:00"]


def test_what_fell_on_a_blank_row_goes_though_the_same_fell_on_one_that_bore_the_key_and_held_just_that() -> None:
    cells = ((STATUS, "New"), (NEXT, "12:00"), (UPDATED, "09:00"))
    left = grid(" | | | New | 12:00 | | 09:00 | CB-D")[1]
    scene = Scene(
        grid("Dana | 0101 | color | | | first | | CB-A", "Oleh | 0102 | invoice | | | door | | "),
        [*(Put(row, column, value) for row in (1, 2) for column, value in cells), Put(2, ID, "CB-D")],
        before=lambda rows: [rows[0], left, BLANK, *rows[1:]],
    )
    assert not any(scene.learned().tab.rows[2][:ID])


def test_a_key_does_not_come_back_to_a_row_where_it_was_covered_if_it_is_another_rows_own_by_now() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, ID, "CB-A", "CB-N"), Put(1, UPDATED, "12:00"), Swap(2, ID, "CB-B", "CB-A")],
        before=lambda rows: [rows[0], [*[None] * ID, "CB-A"], rows[2], [*rows[1][:ID], None]],
    )
    rows = scene.learned().tab.rows
    assert [row[ID] for row in rows[1:]] == [None, "CB-A", None]


def test_but_it_comes_back_to_a_blank_row_though_a_copy_of_that_bears_it_too() -> None:
    blank: list[CellValue] = [*[None] * ID, "CB-A"]
    scene = Scene(grid(DANA), [Swap(1, ID, "CB-A", "CB-N")], before=lambda rows: [rows[0], blank, blank])
    assert [row[ID] for row in scene.learned().tab.rows[1:]] == ["CB-A", "CB-A"]


def test_words_are_not_put_back_on_another_row_of_that_caller_while_theirs_was_pasted_over() -> None:
    again = "Dana | 0101 | refund | Waiting | 15:00 | | 09:10 | CB-C"

    def since(rows: Grid) -> Grid:
        return without_the_hidden_column([rows[0], ["Ines", "0104", "quote", *rows[1][STATUS:]], *rows[2:]], 3, 2, 1)

    scene = Scene(
        grid(DANA.replace("first", ""), OLEH, again),
        [Put(1, NOTES, "asks"), Put(3, NOTES, "asks")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "typed", *rows[1][UPDATED:]], *rows[2:]],
        since=since,
    )
    assert scene.learned().tab.rows[1][REASON:UPDATED] == ("refund", "Waiting", "15:00", "asks")


def test_words_of_a_row_that_was_deleted_are_not_put_on_one_on_which_the_same_fell() -> None:
    cells = ((STATUS, "New"), (NEXT, "12:00"), (NOTES, "asks"))
    again: list[CellValue] = ["Dana", "0101", "refund", *[None] * 4, "CB-C"]
    scene = Scene(
        [*grid("Dana | 0101 | color | | | | | CB-A", OLEH), again],
        [Put(row, column, value) for row in (1, 3) for column, value in cells],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "typed", *rows[1][UPDATED:]], *rows[2:]],
        since=lambda rows: [rows[0], rows[2], [*[None] * ID, "CB-C"], [*rows[3][:ID], None]],
    )
    assert scene.learned().tab.rows[3] == ("Dana", "0101", "refund", "New", "12:00", "asks", None, None)


def test_of_a_row_and_its_copy_that_were_read_alike_each_is_the_one_in_its_order_though_one_was_typed_on() -> None:
    scene = Scene(
        grid(OLEH, DANA, DANA),
        [Swap(2, NOTES, "first", "second"), Swap(3, NOTES, "first", "third"), Swap(3, ID, "CB-A", "CB-D")],
        before=lambda rows: [rows[0], BLANK, rows[1], [*rows[2][:REASON], "quote", *rows[2][STATUS:]], rows[3]],
    )
    rows = scene.learned().tab.rows
    assert [row[NOTES] for row in rows[3:]] == ["second", "third"]


def test_what_was_left_alike_on_two_rows_without_a_key_does_not_make_one_callers_row_the_others() -> None:
    left = ((NEXT, "?"), (NOTES, "?"), (UPDATED, "1"))
    lines = ("Dana | 0101 | color | | ? | ? | 1 | ", "Oleh | 0102 | invoice | Waiting | ? | ? | 1 | CB-B")
    own = {(1, NOTES): "first", (2, NOTES): "door"}
    scene = Scene(
        grid(*lines),
        [
            *(Swap(row, column, old, own.get((row, column))) for row in (1, 2) for column, old in left),
            Put(1, ID, "CB-A"),
        ],
        before=lambda rows: [rows[0], BLANK, [*rows[2][:ID], None], [*rows[1][:ID], "CB-B"]],
        strangers=tuple((row, column) for row in (1, 2) for column, _ in left),
    )
    rows = scene.learned().tab.rows
    assert [row[NOTES] for row in rows[2:]] == ["door", "first"]


def test_what_fell_on_a_row_that_was_emptied_that_instant_goes_though_people_took_its_key_away_since() -> None:
    scene = Scene(
        grid(DANA.replace("New", "")),
        [Put(1, STATUS, "Waiting")],
        before=lambda rows: [rows[0], [*[None] * ID, "CB-A"]],
        since=lambda rows: [rows[0], [*rows[1][:ID], None]],
    )
    assert not any(scene.learned().tab.rows[1])


def test_of_two_copies_of_which_one_is_gone_the_other_gets_its_own_back_and_what_was_covered_on_that_one_is_told() -> (
    None
):
    twice = [EVA.replace("quote | ", "quote | Scheduled"), EVA.replace("quote | ", "quote | Done")]
    scene = Scene(
        grid(DANA, OLEH, twice[0]),
        [Put(1, STATUS, "Waiting"), Put(2, STATUS, "Waiting")],
        before=lambda rows: [rows[0], *grid(*twice)[1:], rows[1], rows[2]],
        since=lambda rows: [*rows[:2], *rows[3:]],
    )
    learned = scene.learned()
    assert learned.tab.rows[1][STATUS] == "Scheduled"
    assert learned.covered == (("CB-C", Column.STATUS, "Done", "Waiting"),)


def test_what_fell_on_a_row_whose_key_others_bore_too_stays_on_one_without_it_that_people_half_typed_the_same() -> None:
    husk: list[CellValue] = [*[None] * NOTES, "asks", None, "CB-Z"]
    half: list[CellValue] = [*[None] * STATUS, "New", "12:00", "asks", None, None]
    scene = Scene(
        grid(DANA.replace("New | 10:00", " | "), OLEH),
        [Put(1, column, value) for column, value in ((STATUS, "New"), (NEXT, "12:00"), (UPDATED, "10:00"))],
        before=lambda rows: [rows[0], husk, [*[None] * ID, "CB-Z"], *rows[1:]],
        since=lambda rows: [*rows, rows[1], half],
    )
    rows = scene.learned().tab.rows
    assert [rows[place][NEXT] for place in (1, 5, 6)] == [None, None, "12:00"]


def test_what_stands_on_a_row_by_right_stays_though_a_key_that_it_shares_was_put_right_on_another() -> None:
    scene = Scene(
        grid(" | | | Done | | first | | CB-B", "Eva | 0103 | quote | | | | | CB-B"),
        [Swap(2, STATUS, None, "Done"), Swap(2, ID, "CB-B", "CB-N")],
        before=lambda rows: [*rows[:2], ["Ines", "0104", "book", *rows[2][STATUS:]]],
        since=lambda rows: [*rows, rows[1]],
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:]] == ["Done", None, "Done"]


def test_what_fell_on_a_row_goes_from_its_copy_too_though_an_older_copy_was_given_its_own_key_by_then() -> None:
    oleh = OLEH.replace("11:00", "10:00")
    scene = Scene(
        grid(oleh, DANA, DANA),
        [Swap(1, NEXT, "10:00", "15:00"), Swap(3, ID, "CB-A", "CB-N")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [rows[0], ["Dana", "0199", *rows[1][REASON:]], *rows[2:], rows[1]],
    )
    assert [row[NEXT] for row in scene.learned().tab.rows[1:]] == ["10:00", "15:00", "10:00", "10:00"]


def test_of_two_calls_of_one_caller_that_are_much_alike_the_one_hit_is_that_which_is_just_so_but_for_its_key() -> None:
    again = "Dana | 0101 | refund | New | 10:00 | | 09:10 | CB-C"
    scene = Scene(
        grid(DANA, OLEH, again),
        [Put(2, NOTES, "also: book"), Put(2, STATUS, "Done"), Put(2, UPDATED, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: without_the_hidden_column(rows, 1, 3, 2),
    )
    rows = scene.learned().tab.rows
    assert [row[NAME:UPDATED] for row in rows[2:]] == [
        ("Dana", "0101", "refund", "New", "10:00", None),
        ("Dana", "0101", "color", "New", "10:00", "first"),
    ]


@pytest.mark.parametrize(
    ("caller", "kept"),
    [("Ines | 0104", ()), ("Ines | 0104", (1,)), ("Dana | 0101", ())],
    ids=["another caller's", "on a large sheet", "the caller's own"],
)
def test_what_fell_on_a_row_is_taken_off_no_other_call_to_which_its_key_was_sorted_and_which_holds_the_same(
    caller: str, kept: Sequence[int]
) -> None:
    other = f"{caller} | book | Done | 11:00 | bell | 09:00 | CB-C"
    scene = Scene(
        grid(OLEH, DANA, other),
        [Put(1, STATUS, "Done"), Put(1, NEXT, "11:00"), Put(1, UPDATED, "09:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: without_the_hidden_column(rows, 3, 1, 2),
        kept=kept,
    )
    assert scene.learned().tab.rows[1] == (*grid(other)[1][:ID], "CB-A")


@pytest.mark.parametrize("typed", [(PHONE, "0199"), (NOTES, "first; rang")])
def test_what_fell_on_a_blank_row_that_is_gone_is_taken_off_no_caller_who_holds_the_same_and_in_whose_row_was_typed(
    typed: tuple[int, str],
) -> None:
    column, text = typed
    known = [*grid(DANA)[1][:ID], None]
    known[column] = text
    scene = Scene(
        grid(OLEH, DANA, " | | | | | | | "),
        [Put(1, STATUS, "New"), Put(1, NEXT, "10:00"), Put(1, UPDATED, "09:00")],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
        since=lambda rows: [rows[0], rows[2], known],
    )
    assert scene.learned().tab.rows[2] == tuple(known)


@pytest.mark.parametrize("caller", [("Kim", "0199", "refund"), ("Dana", "0101", None)])
def test_a_single_value_that_fell_on_a_blank_row_goes_where_a_call_was_written_down_since(
    caller: tuple[str, str, str | None],
) -> None:
    scene = Scene(
        grid(OLEH, DANA),
        [Put(1, NEXT, "10:00")],
        before=lambda rows: [rows[0], BLANK, *rows[1:]],
        since=lambda rows: [rows[0], [*caller, *rows[1][STATUS:]], *rows[2:]],
    )
    assert scene.learned().tab.rows[1] == (*caller, *[None] * 5)


def test_leavings_go_from_the_row_that_holds_nothing_else_though_the_fresh_key_that_fell_there_was_sorted_away() -> (
    None
):
    """To a caller put in above, on whom just the same fell."""
    three = ((STATUS, "New"), (NEXT, "10:00"), (UPDATED, "09:00"))
    scene = Scene(
        grid("Wayan | | | | | | | ", " | | | New | 10:00 | | 09:00 | ", "Ines | | | | | | | "),
        [
            *(Put(1, column, value) for column, value in three),
            *(Swap(2, column, value, None) for column, value in three),
            Put(3, ID, "CB-N"),
        ],
        before=lambda rows: [rows[0], ["Viktor", *[None] * 7], *rows[1:]],
        since=lambda rows: without_the_hidden_column(rows, 3, 2, 1, 4),
        strangers=[(2, column) for column, _ in three],
    )
    rows = scene.learned().tab.rows
    assert not any(rows[1])
    assert rows[3][:ID] == ("Viktor", *[None] * 6)
