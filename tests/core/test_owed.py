"""What missed its row on a sheet that people sorted, cut and typed in at that very instant, and where it still goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time

import pytest

from callbacksheet.core.batch import AppendRow, Put, Swap
from callbacksheet.core.callback import COLUMNS
from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.core.state import FILLS, FILLS_NOT, Base, Facts
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


def test_what_missed_a_row_is_owed_to_the_row_as_it_was_read_and_not_to_the_key_on_another() -> None:
    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1, 3),
    )
    assert moved(scene.learned()) == {(1, STATUS): "Done"}


def test_the_row_is_found_in_the_tab_where_the_pre_image_does_not_hold_it() -> None:
    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 3, 1),
        kept=(2,),
    )
    assert moved(scene.learned()) == {(1, STATUS): "Done"}


def test_of_two_rows_that_are_equally_like_it_none_is_guessed() -> None:
    twin = OLEH.replace("CB-B", "CB-D")
    scene = Scene(
        grid(OLEH, EVA, twin),
        [Swap(1, STATUS, "Waiting", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1, 3),
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [(key, column) for key, column, _ in learned.unwritten] == [("CB-B", Column.STATUS)]


def test_what_came_to_nothing_is_told_of_the_key_that_the_row_was_to_get() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Swap(1, ID, "CB-A", "CB-D"), Swap(1, STATUS, "New", "Done")],
        before=lambda rows: [rows[0], rows[2]],
    )
    assert [(key, column) for key, column, _ in scene.learned().unwritten] == [
        ("CB-D", Column.ID),
        ("CB-D", Column.STATUS),
    ]


def test_a_row_that_people_emptied_is_owed_nothing() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: [rows[0], rows[1], [*[None] * ID, "CB-B"]],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [key for key, *_ in learned.unwritten] == ["CB-B"]


def test_the_tools_own_leavings_on_a_row_without_a_key_stay_owed_when_a_column_moved_under_them() -> None:
    leavings = " | | | New | 10:00 | | 09:00 | "
    scene = Scene(
        grid(DANA, leavings),
        [Swap(2, column, value, None) for column, value in ((STATUS, "New"), (NEXT, "10:00"), (UPDATED, "09:00"))],
        before=lambda rows: [[*row[:2], None, *row[2:]] for row in rows],
    )
    assert moved(scene.learned()) == {(2, STATUS + 1): None, (2, NEXT + 1): None, (2, UPDATED + 1): None}


def test_of_a_row_and_its_copy_the_one_that_was_read_is_owed_what_missed_it() -> None:
    copied = DANA.replace("09:00", "")
    scene = Scene(
        grid(OLEH, DANA, copied),
        [Swap(2, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
    )
    assert moved(scene.learned()) == {(3, STATUS): "Waiting"}


def test_what_missed_a_row_is_owed_to_it_and_not_to_another_of_the_same_caller_that_alone_is_in_the_pre_image() -> None:
    another = OLEH.replace("0102", "0109").replace("CB-B", "CB-D")
    scene = Scene(
        grid(another, OLEH),
        [Swap(2, PHONE, "0102", "+0102"), Put(2, UPDATED, "12:00")],
        before=lambda rows: [*rows[:2], ["Ines", None, None, None, None, None, None, None], *rows[2:]],
        kept=(1, 2),
    )
    assert moved(scene.learned()) == {(2, UPDATED): None, (3, PHONE): "+0102", (3, UPDATED): "12:00"}


def test_notes_that_missed_their_row_stand_before_those_that_somebody_typed_there_since() -> None:
    oleh = OLEH.replace("door", "")
    scene = Scene(
        grid(DANA, oleh),
        [Swap(2, NOTES, None, "door"), Swap(2, NEXT, "11:00", "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
    )
    assert moved(scene.learned()) == {(1, NOTES): "door; rings again", (1, NEXT): "12:00"}


def test_of_a_row_and_its_copy_that_are_in_no_pre_image_the_one_that_bears_the_key_is_owed_what_missed_it() -> None:
    scene = Scene(
        grid(OLEH, DANA),
        [Swap(2, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], rows[1], [*[None] * ID, "CB-A"], [*rows[2][:ID], None], rows[2]],
        kept=(2,),
    )
    assert moved(scene.learned()) == {(4, STATUS): "Waiting"}


def test_what_is_put_right_on_a_row_without_a_key_stays_owed_though_a_row_was_inserted_above_it() -> None:
    """The key that it was to get is given up: it fell on a row that had one."""
    scene = Scene(
        grid(OLEH, EVA, "Noor | 0104 | invoice | | | | |"),
        [Swap(3, REASON, "invoice", "change appt"), Put(3, ID, "CB-D")],
        before=lambda rows: [*rows[:2], grid("Ines | 0107 | refund | | | | |")[1], *rows[2:]],
        kept=(3,),
    )
    learned = scene.learned()
    assert moved(learned) == {(3, ID): "CB-C", (4, REASON): "change appt"}
    assert learned.spent == {"CB-D"}


def test_what_missed_a_row_that_is_gone_is_owed_to_no_other_of_the_same_caller() -> None:
    another = OLEH.replace("0102", "0109").replace("CB-B", "CB-D")
    scene = Scene(
        grid(another, EVA, OLEH),
        [Swap(3, STATUS, "Waiting", "Done")],
        before=lambda rows: [*rows[:3], [None] * 8],
        kept=(3,),
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [(key, column) for key, column, _ in learned.unwritten] == [("CB-B", Column.STATUS)]


def test_what_missed_a_row_leaves_the_tools_columns_as_they_were_remembered_and_not_as_another_rows_value() -> None:
    cells = dict.fromkeys(COLUMNS) | {Column.UPDATED: "09:05", Column.STATUS: "New"}
    scene = Scene(
        grid(DANA, "Oleh | 0102 | invoice | Waiting | 11:00 | door | 09:00 | CB-B"),
        [Put(2, UPDATED, "12:00"), Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: [*rows[:2], [None] * 8],
        bases={2: Base("CB-B", tuple(cells.values()), "", Facts())},
    )
    assert [(column, write.known) for _, column, write in scene.learned().unwritten] == [
        (Column.UPDATED, "09:05"),
        (Column.STATUS, "Waiting"),
    ]


def test_a_row_that_was_to_come_back_where_another_caller_stands_by_then_comes_back_at_the_end() -> None:
    blank: list[CellValue] = [*[None] * ID, "CB-C"]
    comes_back = [Put(2, column, value) for column, value in enumerate(grid(EVA)[1]) if value and column != ID]
    scene = Scene(
        [*grid(DANA), blank],
        comes_back,
        before=lambda rows: [rows[0], [*rows[2][:ID], "CB-A"], [*rows[1][:ID], "CB-C"]],
    )
    learned = scene.learned()
    assert learned.homeless == {"CB-C"}
    assert learned.tab.rows[2][:4] == ("Dana", "0101", "color", "New")


def test_so_does_one_of_whose_blank_row_nothing_is_left() -> None:
    blank: list[CellValue] = [*[None] * ID, "CB-C"]
    scene = Scene(
        [*grid(DANA, OLEH), blank],
        [Put(3, NAME, "Eva"), Put(3, PHONE, "0103"), Put(3, REASON, "quote")],
        before=lambda rows: [*rows[:3], grid("Ines | 0107 | refund | | | | |")[1]],
    )
    assert scene.learned().homeless == {"CB-C"}


def test_and_one_on_which_only_late_words_stood_where_another_caller_is_typed_that_instant() -> None:
    late: list[CellValue] = [*[None] * NOTES, "late", None, "CB-C"]
    scene = Scene(
        [*grid(DANA), late],
        [Put(2, NAME, "Eva"), Put(2, PHONE, "0103"), Put(2, REASON, "quote")],
        before=lambda rows: [*rows[:2], ["Ines", "0107", "refund", *late[STATUS:]]],
    )
    learned = scene.learned()
    assert learned.homeless == {"CB-C"}
    assert learned.tab.rows[2][:STATUS] == ("Ines", "0107", "refund")


def test_what_was_to_be_taken_off_a_row_without_a_key_is_owed_to_a_copy_of_it_though_both_bear_keys_of_others() -> None:
    noor = "Noor | 0104 | invoice | | | ? | | "

    def copied(rows: Grid) -> Grid:
        return [*rows[:2], [*rows[2][:ID], "CB-C"], [*rows[2][:ID], "CB-A"], [*rows[1][:ID], None]]

    scene = Scene(grid(DANA, noor), [Put(2, ID, "CB-D"), Swap(2, NOTES, "?", "door")], before=copied)
    assert moved(scene.learned())[2, NOTES] == "door"


def test_what_missed_a_row_without_a_key_is_owed_to_its_caller_though_that_bears_the_key_of_another_since() -> None:
    noor = "Noor | 0104 | invoice | New | | ? | | "

    def typed_and_sorted(rows: Grid) -> Grid:
        return without_the_hidden_column([*rows[:2], [*rows[2][:STATUS], "Done", *rows[2][NEXT:]]], 2, 1)

    scene = Scene(grid(DANA, noor), [Put(2, ID, "CB-D"), Swap(2, NOTES, "?", "door")], before=typed_and_sorted)
    assert moved(scene.learned())[1, NOTES] == "door"


def test_a_text_that_did_not_fill_an_empty_cell_is_still_to_be_written() -> None:
    """No sheet says whether its search finds empty cells, until one was tried."""
    scene = Scene(
        grid(DANA.replace("color", "")),
        [Swap(1, REASON, None, "color")],
        since=lambda rows: [rows[0], [*rows[1][:REASON], None, *rows[1][STATUS:]]],
    )
    learned = scene.learned()
    assert learned.finds_empty is False
    assert moved(learned) == {(1, REASON): "color"}
    assert not learned.unwritten


@pytest.mark.parametrize("emptied", [1, 2])
def test_one_empty_cell_filled_and_another_not_tells_nothing_of_how_such_are_found(emptied: int) -> None:
    """Somebody has emptied the one, or typed just that into the other."""
    callers = grid(DANA.replace("color", ""), OLEH.replace("invoice", ""))
    fills = [Swap(1, REASON, None, "color"), Swap(2, REASON, None, "invoice")]

    def one_empty(rows: Grid) -> Grid:
        return [[*row[:REASON], None, *row[STATUS:]] if n == emptied else row for n, row in enumerate(rows)]

    scene = Scene(callers, fills, since=one_empty)
    assert scene.learned().finds_empty is None


@pytest.mark.parametrize(("fills", "known"), [(True, {}), (False, {FILLS_NOT.key: FILLS_NOT.text})])
def test_a_write_that_filled_no_empty_cell_makes_doubtful_that_they_are_found_before_it_is_given_up(
    fills: bool, known: dict[str, str]
) -> None:
    callers = grid(DANA.replace("color", ""))
    scene = Scene(callers, [Swap(1, REASON, None, "color")], fills=fills, since=lambda _: callers)
    state = scene.sight().state
    assert state is not None
    assert state.memos_of(FILLS_NOT.kind) == known


def test_but_not_where_somebody_has_typed_since_nor_one_of_the_tools_own_making() -> None:
    scene = Scene(
        grid("Dana | 0101 | | | | first | 09:00 | CB-A"),
        [Swap(1, REASON, None, "color"), Swap(1, STATUS, None, "New")],
        since=lambda rows: [rows[0], ["Dana", "0101", "refund", None, *rows[1][NEXT:]]],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [column for _, column, _ in learned.unwritten] == [Column.REASON, Column.STATUS]


def test_words_that_were_to_join_others_join_what_somebody_typed_over_those_that_instant() -> None:
    scene = Scene(
        grid(DANA),
        [Swap(1, NOTES, "first", "first; asked for a quote")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]]],
    )
    assert moved(scene.learned()) == {(1, NOTES): "rings again; asked for a quote"}


def test_what_the_tool_had_left_on_a_blank_row_is_owed_to_that_though_its_key_stands_on_a_callers_row() -> None:
    husk: list[CellValue] = [None, None, None, "New", "12:28", None, "12:28", "CB-B"]
    cleared = [Swap(2, column, value, None) for column, value in enumerate(husk) if value]
    scene = Scene([*grid(DANA), husk], cleared, before=lambda r: without_the_hidden_column(r, 2, 1))
    assert [scene.learned().tab.cell(1, column) for column in (STATUS, NEXT, UPDATED)] == [None, None, None]


@pytest.mark.parametrize("kept", [(1, 2, 3), (1,)])
@pytest.mark.parametrize(("notes", "wanted"), [("first", "rings again; asked"), ("", "asked; rings again")])
def test_words_join_what_somebody_typed_over_others_also_on_a_row_that_moved(
    notes: str, wanted: str, kept: Sequence[int]
) -> None:
    scene = Scene(
        grid(DANA.replace("first", notes), OLEH, EVA),
        [Swap(1, NOTES, notes or None, f"{notes}; asked" if notes else "asked")],
        before=lambda rows: [rows[0], rows[2], rows[3], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]]],
        kept=kept,
    )
    assert moved(scene.learned()) == {(3, NOTES): wanted}


@pytest.mark.parametrize("left", [Formula("=LEN(A2)", 0), False])
@pytest.mark.parametrize("away", [True, False])
def test_a_row_of_which_people_left_only_a_formula_or_a_box_is_emptied(left: CellValue, away: bool) -> None:
    rows = [[*row, "Helper" if n == 0 else left] for n, row in enumerate(grid(DANA.replace("first", ""), OLEH))]
    scene = Scene(
        rows,
        [Swap(1, NOTES, None, "asked")],
        before=lambda rows: [rows[0], rows[2], rows[1]] if away else rows,
        since=lambda rows: [[*[None] * ID, "CB-A", left] if row[ID] == "CB-A" else row for row in rows],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [key for key, *_ in learned.unwritten] == ["CB-A"]


def test_what_people_deleted_where_the_tool_filled_an_empty_cell_is_not_written_again() -> None:
    scene = Scene(
        grid(DANA.replace("first", "")),
        [Swap(1, NOTES, None, "asked")],
        since=lambda rows: [rows[0], [*rows[1][:NOTES], None, *rows[1][UPDATED:]]],
        fills=True,
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert not learned.unwritten


INES: list[CellValue] = ["Ines", "0199", "book", "New", "10:00", None, None, "CB-A"]


def pasted_over(rows: Grid) -> Grid:
    return [INES if row[ID] == "CB-A" else row for row in rows]


@pytest.mark.parametrize("kept", [(1, 2), (1,)])
def test_what_missed_a_row_is_not_owed_to_a_caller_pasted_over_it(kept: Sequence[int]) -> None:
    scene = Scene(
        grid(DANA.replace("first", "").replace("color", "book"), OLEH),
        [Put(1, STATUS, "Waiting"), Swap(1, NOTES, None, "asked")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=pasted_over,
        kept=kept,
    )
    assert scene.learned().tab.rows[2] == tuple(INES)


def test_nor_is_what_was_not_filled_there() -> None:
    scene = Scene(grid(DANA.replace("first", ""), OLEH), [Swap(1, NOTES, None, "asked")], since=pasted_over)
    assert scene.learned().tab.rows[1] == tuple(INES)


def test_words_that_were_not_filled_join_what_somebody_typed_there_since() -> None:
    scene = Scene(
        grid(DANA.replace("first", ""), OLEH),
        [Swap(1, NOTES, None, "asked")],
        since=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
    )
    learned = scene.learned()
    assert learned.tab.rows[1][NOTES] == "asked; rings again"
    assert learned.unwritten == ()


def test_a_merge_whose_words_were_not_filled_holds_and_they_are_owed() -> None:
    again = "Dana | 0101 | color | New | 10:00 | asked | 09:05 | CB-B"
    cleared = [Swap(2, column, value, None) for column, value in enumerate(grid(again)[1]) if column != ID]
    scene = Scene(
        grid(DANA.replace("first", ""), again),
        [Swap(1, NOTES, None, "asked"), *cleared],
        since=lambda rows: [rows[0], [*rows[1][:NOTES], None, *rows[1][UPDATED:]], rows[2]],
        pairs=(("CB-B", "CB-A"),),
    )
    learned = scene.learned()
    assert learned.broken == ()
    assert moved(learned) == {(1, NOTES): "asked"}


def test_nor_do_words_join_what_stands_there() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NOTES, "first", "first; asked")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
        since=pasted_over,
    )
    assert scene.learned().tab.rows[1] == tuple(INES)


def test_few_and_short_leavings_are_owed_only_to_a_row_that_holds_nothing_else() -> None:
    husk: list[CellValue] = [None, None, None, "New", None, None, "12:08", None]
    cleared = [Swap(2, STATUS, "New", None), Swap(2, UPDATED, "12:08", None)]
    scene = Scene(
        [*grid(DANA), husk, *grid(EVA)[1:]], cleared, before=lambda rows: [rows[0], rows[3], rows[1], rows[2]]
    )
    assert moved(scene.learned()) == {(3, STATUS): None, (3, UPDATED): None, (2, STATUS): "New"}


def test_leavings_are_owed_to_the_blank_row_though_somebody_began_to_type_there_and_not_to_a_caller_as_like() -> None:
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", None]
    scene = Scene(
        [*grid(OLEH), husk],
        [Swap(2, column, value, None) for column, value in enumerate(husk) if value],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*rows[1][:STATUS], "booked!", "11:00", "asks", *rows[1][UPDATED:]], rows[2]],
    )
    assert moved(scene.learned()) == {
        (1, NEXT): None,
        (1, UPDATED): None,
        **{(2, column): value for column, value in enumerate(husk) if value},
    }


def test_what_missed_a_row_is_not_written_over_another_of_its_callers_that_somebody_typed_in() -> None:
    another = OLEH.replace("CB-B", "CB-D").replace("invoice", "quote").replace("door", "asks")
    scene = Scene(
        grid(OLEH, another),
        [Swap(1, NEXT, "11:00", "12:00")],
        before=lambda rows: [rows[0], [*rows[2][:REASON], None, *rows[2][STATUS:]], rows[1]],
        kept=(1,),
    )
    assert moved(scene.learned()) == {(1, NEXT): "11:00", (2, NEXT): "12:00"}


FEW = "Oleh | | invoice | | | key | | CB-D"


FILLED = [Put(1, UPDATED, "12:00"), Put(2, STATUS, "New"), Put(2, UPDATED, "12:00")]


@pytest.mark.parametrize("reason", ["invoice", "invoice 2207"])
def test_what_missed_a_row_of_few_texts_is_not_owed_to_anothers_that_holds_these_among_others(reason: str) -> None:
    """Somebody typed there that instant, so that it was not as it had been read."""
    full = OLEH.replace("door", "key")
    scene = Scene(
        grid(full, FEW),
        FILLED,
        before=lambda rows: one_row_further_down([rows[0], [*rows[1][:NEXT], "13:00", *rows[1][NOTES:]], rows[2]]),
        since=lambda rows: [*rows[:3], [*rows[3][:REASON], reason, *rows[3][STATUS:]]],
        kept=(1, 2),
    )
    rows = scene.learned().tab.rows
    assert (rows[2][STATUS], rows[2][UPDATED]) == ("Waiting", "12:00")
    assert (rows[3][STATUS], rows[3][UPDATED]) == ("New", "12:00")


def test_nor_to_a_row_without_a_key_that_is_only_like_it() -> None:
    begun = "Oleh | 0109 | invoice | | | bell | |"
    scene = Scene(grid(begun, FEW), FILLED[1:], before=one_row_further_down, kept=(1, 2))
    rows = scene.learned().tab.rows
    assert (rows[2][STATUS], rows[2][UPDATED]) == (None, None)
    assert (rows[3][STATUS], rows[3][UPDATED]) == ("New", "12:00")


def test_the_row_that_holds_all_that_was_read_is_owed_it_though_one_of_the_same_caller_bears_the_key() -> None:
    """Sorted without the hidden column: two calls of one caller have much in common."""
    another = "Oleh | 0102 | quote | Waiting | 11:00 | bell | 09:05 | CB-D"
    scene = Scene(
        grid(another, OLEH),
        [Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1),
    )
    assert moved(scene.learned()) == {(1, STATUS): "Done", (2, STATUS): "Waiting"}


def test_what_was_typed_on_a_row_emptied_for_a_merge_joins_the_words_that_come_back_there() -> None:
    """Nobody could see them while the row was blank, nor on the other row, where they never came to stand."""
    emptied = [Swap(2, c, v, None) for c, v in ((NAME, "Dana"), (PHONE, "0101"), (REASON, "again"), (NOTES, "first"))]
    scene = Scene(
        grid(DANA, "Dana | 0101 | again | | | first | | CB-D"),
        [Swap(1, NOTES, "first", "first; also: again"), *emptied],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
        since=lambda rows: [*rows[:2], [*rows[2][:NOTES], "in a hurry", *rows[2][UPDATED:]]],
        pairs=(("CB-D", "CB-A"),),
    )
    learned = scene.learned()
    assert learned.broken == (("CB-D", "CB-A"),)
    assert learned.tab.rows[2] == ("Dana", "0101", "again", None, None, "in a hurry; first", None, "CB-D")


def test_what_missed_a_row_is_owed_to_it_though_its_copy_that_bears_its_key_still_is_alone_in_the_pre_image() -> None:
    copied = DANA.replace("Dana", "Eva").replace("0101", "0103")
    scene = Scene(
        grid(copied, DANA),
        [Swap(1, ID, "CB-A", "CB-E"), Put(2, UPDATED, "12:00"), Swap(2, NEXT, "10:00", "10:30")],
        before=one_row_further_down,
        kept=(1, 2),
    )
    rows = scene.learned().tab.rows
    assert (rows[2][NEXT], rows[2][UPDATED], rows[2][ID]) == ("10:00", "09:00", "CB-E")
    assert (rows[3][NEXT], rows[3][UPDATED], rows[3][ID]) == ("10:30", "12:00", "CB-A")


def test_a_reason_that_was_to_fill_an_empty_cell_joins_the_notes_where_somebody_typed_another_there() -> None:
    scene = Scene(
        grid(DANA.replace("color", ""), OLEH),
        [Put(1, REASON, "color")],
        before=lambda rows: [rows[0], rows[2], [*rows[1][:REASON], "invoice", *rows[1][STATUS:]]],
    )
    assert moved(scene.learned()) == {(1, REASON): "invoice", (2, NOTES): "first; color"}


def test_so_does_one_over_which_it_was_put_by_its_place_that_instant() -> None:
    scene = Scene(
        grid(DANA.replace("color", "")),
        [Put(1, REASON, "color")],
        before=lambda rows: [rows[0], [*rows[1][:REASON], "invoice", *rows[1][STATUS:]]],
    )
    assert moved(scene.learned()) == {(1, REASON): "invoice", (1, NOTES): "first; color"}


def test_a_name_that_was_not_filled_is_still_owed_to_a_row_without_a_key_in_which_somebody_typed_that_instant() -> None:
    nameless: list[CellValue] = [None, None, None, None, None, "first", None, None]
    scene = Scene(
        [*grid(DANA), nameless],
        [Swap(2, NAME, None, "Ines"), Put(2, ID, "CB-D")],
        before=lambda rows: [*rows[:2], [*nameless[:REASON], "quote", *nameless[STATUS:]]],
        since=lambda rows: [*rows[:2], [None, *rows[2][PHONE:]]],
    )
    assert scene.learned().tab.rows[2][:STATUS] == ("Ines", None, "quote")


def test_what_missed_a_row_is_owed_to_it_though_another_key_fell_on_it_and_its_own_is_gone_from_the_sheet() -> None:
    scene = Scene(
        grid(DANA, OLEH, "Eva | 0103 | quote | | | | |"),
        [Swap(2, NOTES, "door", "door; lvm"), Put(3, ID, "CB-D")],
        before=one_row_further_down,
        since=lambda rows: without_the_hidden_column(rows, 3, 1, 2, 4),
    )
    learned = scene.learned()
    assert moved(learned)[1, NOTES] == "door; lvm"
    assert learned.unwritten == ()


def test_of_rows_that_bear_one_text_where_keys_stand_none_is_taken_for_what_was_read_as_another() -> None:
    """A column was dragged, and the same fell on the keys of both."""
    dana = DANA.replace("CB-A", "HD")
    scene = Scene(
        grid(OLEH, dana, dana.replace("color", "quote")),
        [Swap(2, ID, "HD", "CB-A"), Swap(3, ID, "HD", "CB-D"), Put(3, UPDATED, "12:00")],
        before=one_row_further_down,
        kept=(1, 2, 3),
    )
    rows = scene.learned().tab.rows
    assert [rows[place][UPDATED:] for place in (3, 4)] == [("09:00", "CB-A"), ("12:00", "CB-D")]


def test_leavings_over_which_somebody_typed_that_instant_are_owed_to_the_blank_row_and_to_no_caller_as_like() -> None:
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", None]
    scene = Scene(
        [*grid(OLEH), husk],
        [Swap(2, column, value, None) for column, value in enumerate(husk) if value],
        before=lambda rows: [rows[0], [*husk[:STATUS], "booked!", *husk[NEXT:]], rows[1]],
    )
    assert scene.learned().tab.rows[1][STATUS:] == ("booked!", None, None, None, None)


def test_leavings_are_owed_to_the_barer_of_two_rows_where_a_caller_as_like_has_lost_its_key() -> None:
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", "CB-A"]
    oleh = OLEH.replace("CB-B", "")
    scene = Scene(
        [*grid(EVA, oleh), husk],
        [Swap(3, column, value, None) for column, value in enumerate(husk) if value],
        before=lambda rows: without_the_hidden_column(rows, 3, 2, 1),
        since=lambda rows: [rows[0], [*rows[1][:STATUS], "booked!", *rows[1][NEXT:]], *rows[2:]],
    )
    assert scene.learned().tab.rows[1][STATUS : UPDATED + 1] == ("booked!", None, None, None)


def test_leavings_away_from_their_key_are_owed_to_their_row_though_that_key_was_given_to_a_caller_since() -> None:
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", "CB-D"]
    rosa: list[CellValue] = ["Rosa", "0105", "quote", *husk[STATUS:ID], None]
    scene = Scene(
        [*grid(DANA.replace("CB-A", "")), husk],
        [*(Swap(2, column, value, None) for column, value in enumerate(husk) if value), Put(1, ID, "CB-D")],
        before=lambda rows: [*rows[:2], grid(EVA)[1], [*husk[:ID], None]],
        since=lambda rows: [*rows, rosa],
    )
    rows = scene.learned().tab.rows
    assert (rows[3], rows[4]) == ((None,) * (ID + 1), tuple(rosa))


def test_leavings_are_owed_to_the_blank_row_and_not_to_one_where_a_caller_was_typed_among_others_much_like_them() -> (
    None
):
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", None]
    begun: list[CellValue] = ["Ines", None, None, "scheduled", "11:00", "bell", "09:05", None]

    def typed_and_put_in(rows: Grid) -> Grid:
        return [rows[0], ["Ines", "0199", *rows[1][REASON:]], grid(EVA)[1], rows[2]]

    scene = Scene(
        [*grid(), begun, husk],
        [
            *(Swap(1, column, value, None) for column, value in enumerate(begun) if column in (NEXT, NOTES, UPDATED)),
            *(Swap(2, column, value, None) for column, value in enumerate(husk) if value),
        ],
        before=typed_and_put_in,
        kept=(1, 2),
    )
    assert scene.learned().tab.rows[3] == (None,) * (ID + 1)


def test_leavings_are_owed_to_the_row_that_was_sorted_to_anothers_key_though_somebody_typed_there_that_instant() -> (
    None
):
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", "CB-D"]
    scene = Scene(
        [*grid(DANA, EVA), husk],
        [*(Swap(3, column, value, None) for column, value in enumerate(husk) if value), Put(1, UPDATED, "12:00")],
        before=lambda rows: without_the_hidden_column([*rows[:3], [None, "0199", "book", *rows[3][STATUS:]]], 3, 1, 2),
    )
    rows = scene.learned().tab.rows
    assert rows[1][PHONE:ID] == ("0199", "book", None, None, None, None)
    assert [row[UPDATED] for row in rows[2:]] == ["12:00", "09:10"]


def test_another_rows_value_is_to_go_from_a_row_that_moved_though_a_caller_was_pasted_over_it() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NEXT, "10:00", "09:30"), Swap(1, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=pasted_over,
        strangers=((1, NEXT),),
    )
    learned = scene.learned()
    assert learned.tab.rows[2] == (*INES[:NEXT], "09:30", *INES[NOTES:])
    assert learned.strangers == {(2, NEXT)}


@pytest.mark.parametrize(("number", "stays"), [("0104", False), ("0104 | book", True)])
def test_another_rows_values_are_to_go_from_a_row_that_moved_though_a_name_was_typed_over_before(
    number: str, stays: bool
) -> None:
    typed = [text.strip() for text in f"Ines | {number}".split("|")]
    scene = Scene(
        grid(DANA, OLEH),
        [
            Swap(1, column, grid(DANA)[1][column], new)
            for column, new in ((NEXT, "09:30"), (STATUS, "Waiting"), (UPDATED, "08:00"), (NOTES, "second"))
        ],
        before=lambda rows: [rows[0], rows[2], [*typed, *rows[1][len(typed) :]]],
        strangers=((1, NEXT), (1, STATUS), (1, UPDATED)),
    )
    row = scene.learned().tab.rows[2]
    assert (row[NEXT], row[STATUS], row[NOTES]) == (("10:00", "New") if stays else ("09:30", "Waiting")) + ("first",)


@pytest.mark.parametrize("key", ["CB-A", ""], ids=["", "without a key"])
@pytest.mark.parametrize("texts", [(NOTES, "rings again", "first"), (NAME, "Ines", "Rosa"), (NOTES, "late", "rings")])
def test_so_are_they_from_a_row_and_its_copy_made_before_in_one_or_both_of_which_somebody_has_typed(
    texts: tuple[int, str, str], key: str
) -> None:
    column, *typed = texts
    scene = Scene(
        grid(f"Dana | 0101 | color | New | 10:00 | first | 09:00 | {key}", OLEH),
        [
            Swap(1, STATUS, "New", "Waiting"),
            Swap(1, NEXT, "10:00", "09:30"),
            Swap(1, UPDATED, "09:00", "08:00"),
            *([] if key else [Put(1, ID, "CB-N")]),
        ],
        before=lambda rows: [
            rows[0],
            rows[2],
            *([*rows[1][:column], text, *rows[1][column + 1 :]] for text in typed),
        ],
        strangers=((1, NEXT), (1, STATUS), (1, UPDATED)),
    )
    rows = scene.learned().tab.rows[2:]
    assert [row[STATUS : NEXT + 1] for row in rows] == [("Waiting", "09:30")] * 2


INES_AS_LIKE = "Ines | 0104 | book | New | 10:00 | first | 09:00 | "


def dana_pasted_over(rows: Grid) -> Grid:
    """The row has moved; what was not pasted stands there still."""
    return [rows[0], rows[2], [*grid(INES_AS_LIKE)[1][:ID], "CB-A"], *rows[3:]]


def dana_gone_and_her_key_sorted_to_a_call_as_like(rows: Grid) -> Grid:
    return [rows[0], rows[2], [*rows[3][:ID], "CB-A"]]


@pytest.mark.parametrize(
    ("before", "left"),
    [(dana_pasted_over, ("Waiting", "09:30")), (dana_gone_and_her_key_sorted_to_a_call_as_like, ("New", "10:00"))],
)
def test_so_are_they_from_one_over_which_another_call_was_pasted_before_unless_that_is_known_as_anothers(
    before: Callable[[Grid], Grid], left: tuple[str, str]
) -> None:
    dana = "Dana | | color | New | 10:00 | first | 09:00 | CB-A"
    scene = Scene(
        grid(dana, OLEH, f"{INES_AS_LIKE}CB-D" if before is not dana_pasted_over else EVA),
        [Swap(1, STATUS, "New", "Waiting"), Swap(1, NEXT, "10:00", "09:30"), Swap(1, UPDATED, "09:00", "08:00")],
        before=before,
        strangers=((1, NEXT), (1, STATUS), (1, UPDATED)),
    )
    row = scene.learned().tab.rows[2]
    assert (row[NAME], row[STATUS : NEXT + 1]) == ("Ines", left)


def test_another_rows_value_is_to_go_from_a_row_that_moved_and_from_its_copy() -> None:
    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Swap(1, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], rows[2], rows[3], rows[1]],
        since=lambda rows: [*rows, rows[3]],
        strangers=((1, STATUS),),
    )
    learned = scene.learned()
    assert [row[STATUS] for row in learned.tab.rows[3:]] == ["Waiting", "Waiting"]
    assert learned.strangers == {(3, STATUS), (4, STATUS)}


def test_a_row_that_the_batch_put_in_is_no_copy_of_that_which_showed_its_call_until_then() -> None:
    dana = grid(DANA)[1]
    scene = Scene(
        grid(DANA, OLEH),
        [
            Swap(1, NAME, "Dana", "Sari"),
            Swap(1, PHONE, "0101", None),
            Swap(1, ID, "CB-A", "CB-S"),
            AppendRow(tuple(enumerate(dana))),
        ],
        before=one_row_further_down,
        strangers=((1, NAME), (1, PHONE)),
    )
    rows = scene.learned().tab.rows
    assert (rows[2][NAME], rows[2][PHONE], rows[2][ID]) == ("Sari", None, "CB-S")
    assert rows[4] == tuple(dana)


def test_nor_does_it_stay_on_a_copy_made_before_the_write_where_nobody_can_tell_the_row_from_it() -> None:
    def typed(rows: Grid) -> Grid:
        return [*rows[:-1], [*rows[-1][:NOTES], "asks", *rows[-1][UPDATED:]]]

    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Swap(1, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], rows[2], rows[3], rows[1], rows[1]],
        since=typed,
        strangers=((1, STATUS),),
    )
    learned = scene.learned()
    assert [row[STATUS] for row in learned.tab.rows[3:]] == ["Waiting", "Waiting"]
    assert learned.strangers == {(3, STATUS), (4, STATUS)}


def test_what_missed_a_row_that_is_gone_is_not_owed_to_its_copy_whose_own_key_is_put_back_meanwhile() -> None:
    copy = "Oleh | 0102 | invoice | Waiting | 11:00 | key | 09:05 | CB-D"
    scene = Scene(
        grid(OLEH, copy, "Eva | 0103 | quote | | | | |"),
        [Swap(1, STATUS, "Waiting", "Done"), Put(3, ID, "CB-E")],
        before=one_row_further_down,
        since=lambda rows: [*rows[:2], *rows[3:]],
    )
    learned = scene.learned()
    assert (learned.tab.rows[2][STATUS], learned.tab.rows[2][ID]) == ("Waiting", "CB-D")
    assert [(key, column) for key, column, _ in learned.unwritten] == [("CB-B", Column.STATUS)]


@pytest.mark.parametrize(("gone", "typed_in"), [(" | ", "Oleh | 0102"), ("Dana | 0101", "Dana | 0101")])
def test_what_missed_a_row_that_is_gone_is_not_owed_to_the_one_that_was_typed_in_of_all_with_its_key(
    gone: str, typed_in: str
) -> None:
    def filled_down(rows: Grid) -> Grid:
        return [*one_row_further_down(rows)[:2], *([*row[:ID], "CB-A"] for row in rows[1:])]

    scene = Scene(
        grid(f"{gone} | color | New | | | | CB-A", DANA, f"{typed_in} | invoice | Waiting | | door | | CB-C"),
        [Put(1, NEXT, "15:00")],
        before=filled_down,
        since=lambda rows: [*rows[:2], rows[3], [*rows[4][:NOTES], "door; rang", *rows[4][UPDATED:]]],
    )
    assert "15:00" not in [row[NEXT] for row in scene.learned().tab.rows]


def test_leavings_are_owed_to_the_blank_row_though_a_key_that_had_fallen_there_was_sorted_away() -> None:
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", None]
    scene = Scene(
        [*grid(DANA), husk, *grid(EVA.replace("CB-C", ""))[1:]],
        [*[Swap(2, column, value, None) for column, value in enumerate(husk) if value], Put(3, ID, "CB-D")],
        before=lambda rows: [rows[0], rows[1], rows[3], rows[2]],
        since=lambda rows: without_the_hidden_column(rows, 3, 2, 1),
    )
    assert [scene.learned().tab.rows[1][column] for column in (STATUS, NEXT, UPDATED)] == [None, None, None]


def test_what_missed_a_row_deleted_since_is_owed_to_no_other_call_typed_since() -> None:
    refund = grid("Oleh | 0102 | refund | Waiting | 11:00 | asks | | ")[1]
    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Swap(2, STATUS, "Waiting", "Done"), Swap(2, NOTES, "door", "door; lvm")],
        before=one_row_further_down,
        since=lambda rows: [*[row for row in rows if row[NAME] != "Oleh"], refund],
    )
    learned = scene.learned()
    assert learned.tab.rows[-1] == tuple(refund)
    assert [key for key, *_ in learned.unwritten] == ["CB-B", "CB-B"]


def test_nor_to_one_that_holds_all_of_it_and_a_caller_beside() -> None:
    lena: list[CellValue] = ["Lena", None, "asks for the price", "New", None, None, None, None]
    scene = Scene(
        grid(DANA, " | | asks for the price | New | | | 09:05 | CB-B"),
        [Swap(2, STATUS, "New", "Done")],
        before=one_row_further_down,
        since=lambda rows: [*rows[:-1], lena],
    )
    assert scene.learned().tab.rows[-1] == tuple(lena)


def test_words_that_were_to_join_what_is_amiss_join_nothing_that_a_caller_pasted_there_has_said() -> None:
    ines: list[CellValue] = ["Ines", "0199", "book", "New", "15:00", "her words", None, "CB-A"]
    scene = Scene(
        grid(DANA.replace("first", "lvm"), OLEH),
        [Swap(1, NOTES, "lvm", "lvm; asks for Ann")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [*rows[:2], ines],
        strangers=((1, NOTES),),
    )
    assert scene.learned().tab.rows[2] == tuple(ines)


def test_nor_to_one_typed_where_the_pre_image_does_not_hold_the_row() -> None:
    refund = grid("Oleh | 0102 | refund | Waiting | 11:00 | asks | | ")[1]
    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Swap(2, NOTES, "door", "door; lvm")],
        before=one_row_further_down,
        since=lambda rows: [*[row for row in rows if row[NAME] != "Oleh"], refund],
        kept=(2,),
    )
    assert scene.learned().tab.rows[-1] == tuple(refund)


def test_what_was_to_fill_an_empty_cell_again_is_not_written_to_a_caller_pasted_over_the_row() -> None:
    scene = Scene(
        grid(DANA.replace("first", ""), OLEH),
        [Swap(1, NOTES, None, "first")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=pasted_over,
        strangers=((1, NOTES),),
        fills=True,
    )
    assert scene.learned().tab.rows[2] == tuple(INES)


def test_a_true_time_over_which_a_write_fell_is_changed_as_it_was_to_be_though_it_comes_back_as_text() -> None:
    dana = grid(DANA)[1]
    read: Grid = [
        *grid(),
        [*dana[:NEXT], time(10), *dana[NOTES:]],
        *grid("Oleh | 0102 | invoice | | | | 09:05 | CB-B")[1:],
    ]
    scene = Scene(
        read,
        [Swap(1, NEXT, time(10), "10:30"), Put(2, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], [*dana[:NEXT], 10 / 24, *dana[NOTES:]]],
        fixed=frozenset({(1, NEXT)}),
    )
    assert [row[NEXT] for row in scene.learned().tab.rows[1:]] == ["12:00", "10:30"]


def test_a_row_that_nothing_but_its_words_told_is_owed_nothing_once_people_have_emptied_it() -> None:
    scene = Scene(
        grid(DANA, " | | quote | New | | rings at noon | | CB-B"),
        [Swap(2, STATUS, "New", "Waiting"), Put(2, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*[None] * ID, "CB-B"], *rows[2:]],
    )
    learned = scene.learned()
    assert learned.tab.rows[1] == (*[None] * ID, "CB-B")
    assert [column for _, column, _ in learned.unwritten] == [Column.STATUS, Column.NEXT_CALLBACK]


def test_words_join_no_number_that_somebody_typed_there_that_instant() -> None:
    scene = Scene(
        grid(DANA.replace("first", "")),
        [Swap(1, NOTES, None, "asked")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], 5, *rows[1][UPDATED:]]],
    )
    assert moved(scene.learned()) == {}


def test_words_that_were_to_join_others_are_told_though_people_emptied_the_notes_that_instant() -> None:
    scene = Scene(
        grid(DANA),
        [Swap(1, NOTES, "first", "first; asked")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], None, *rows[1][UPDATED:]]],
    )
    assert moved(scene.learned()) == {(1, NOTES): "asked"}


def test_a_reason_that_somebody_filled_in_that_instant_is_not_told_in_the_notes_again() -> None:
    scene = Scene(
        grid(DANA.replace("color", "")),
        [Swap(1, REASON, None, "color")],
        before=lambda rows: [rows[0], [*rows[1][:REASON], "color", *rows[1][STATUS:]]],
    )
    assert moved(scene.learned()) == {}


def test_a_time_is_not_written_where_somebody_changed_it_that_instant_and_back_since() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NEXT, "10:00", "10:30")],
        before=lambda rows: [rows[0], rows[2], [*rows[1][:NEXT], "15:00", *rows[1][NOTES:]]],
        since=lambda rows: [*rows[:2], [*rows[2][:NEXT], "10:00", *rows[2][NOTES:]]],
    )
    assert moved(scene.learned()) == {}


def test_a_time_that_was_put_right_on_its_row_is_not_remembered_as_standing_there_since_another_holds_the_same() -> (
    None
):
    moment, serial = datetime(2026, 5, 8, 13, 30), 46150.5625

    def at(rows: Grid, value: CellValue) -> Grid:
        return [rows[0], *([*row[:NEXT], value, *row[NOTES:]] for row in rows[1:])]

    scene = Scene(
        at(grid(DANA, OLEH), moment),
        [Swap(1, NEXT, moment, None)],
        before=lambda rows: [rows[0], *reversed(at(rows, serial)[1:])],
        since=lambda rows: without_the_hidden_column(at(rows, moment), 2, 1),
    )
    learned = scene.learned()
    assert moved(learned) == {(1, NEXT): None}
    assert learned.unwritten == ()


def test_a_time_goes_to_the_caller_and_not_to_another_of_the_same_number_that_bears_the_key_since() -> None:
    scene = Scene(
        grid(" | 0102 | invoice | | 11:00 | | | ", "Eva | 0102 | invoice | New | 11:00 | | | CB-B"),
        [Swap(2, NEXT, "11:00", "10:00")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1),
    )
    assert [row[NEXT] for row in scene.learned().tab.rows[1:]] == ["10:00", "11:00"]


def test_a_row_whose_words_alone_told_it_is_still_to_be_given_its_name_where_it_moved() -> None:
    scene = Scene(
        grid(" | | | | 12:00 | | | CB-A"),
        [Swap(1, NAME, None, "Dana")],
        before=one_row_further_down,
    )
    learned = scene.learned()
    assert learned.tab.rows[2][NAME] == "Dana"
    assert learned.homeless == frozenset()


def test_nobody_is_homeless_without_a_key() -> None:
    scene = Scene(
        grid(DANA, " | | | | | first | | "), [Put(2, PHONE, "0102")], before=lambda rows: [*rows[:2], [None] * (ID + 1)]
    )
    learned = scene.learned()
    assert learned.homeless == frozenset()
    assert moved(learned) == {(2, PHONE): None}


def test_a_status_is_owed_to_the_row_at_its_place_and_not_to_one_just_like_it_where_its_time_was_taken_off() -> None:
    scene = Scene(
        grid(" | 0101 | | | 12:00 | bell | | CB-A", " | 0101 | | | 12:00 | bell | | "),
        [Put(1, STATUS, "Done")],
        before=lambda rows: [rows[0], [*rows[1][:NEXT], None, *rows[1][NOTES:]], rows[2]],
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:]] == ["Done", None]


def test_what_is_taken_off_in_a_column_that_moved_goes_though_somebody_typed_there_since() -> None:
    scene = Scene(
        grid(DANA),
        [Swap(1, NEXT, "10:00", None)],
        before=lambda rows: [[None, *row] for row in rows],
        since=lambda rows: [rows[0], [*rows[1][: NOTES + 1], "typed", *rows[1][UPDATED + 1 :]]],
    )
    assert moved(scene.learned()) == {(1, NEXT + 1): None}


def test_what_missed_a_row_is_owed_to_it_though_its_key_is_gone_and_its_time_was_taken_off() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NAME, "Dana", "Dana M.")],
        before=lambda rows: [rows[0], rows[2], [*rows[1][:NEXT], None, *rows[1][NOTES:ID], None]],
        kept=(1,),
    )
    assert moved(scene.learned()) == {(2, NAME): "Dana M."}


def test_what_missed_a_row_is_not_owed_to_another_call_typed_over_it_where_the_pre_image_does_not_hold_it() -> None:
    again = grid("Dana | 0101 | refund | Done | 15:00 | asks | | CB-A")[1]
    scene = Scene(
        grid(DANA),
        [Put(1, UPDATED, "12:00")],
        before=one_row_further_down,
        since=lambda rows: [*rows[:2], again],
        kept=(1,),
    )
    learned = scene.learned()
    assert learned.tab.rows[2] == tuple(again)
    assert [column for _, column, _ in learned.unwritten] == [Column.UPDATED]


def test_what_missed_a_row_without_a_key_that_is_gone_is_not_owed_to_leavings_like_it_that_got_anothers_key() -> None:
    scene = Scene(
        grid(DANA, " | | | Waiting | 12:00 | | | CB-B", "Ines | | | Waiting | 12:00 | | | "),
        [Put(3, NOTES, "asked"), Put(3, ID, "CB-Y")],
        before=lambda rows: [*without_the_hidden_column(rows[:3], 2, 1), [None] * (ID + 1)],
    )
    assert scene.learned().tab.rows[1][NOTES] is None


def test_few_leavings_on_a_row_that_is_gone_are_not_taken_off_a_caller_who_holds_the_same() -> None:
    husk, ines = grid(" | | | New | 10:00 | | | ", "Ines | 0104 | refund | New | 10:00 | | | ")[1:]
    scene = Scene(
        [*grid(DANA), husk, *grid(EVA)[1:], ines],
        [Swap(2, STATUS, "New", None), Swap(2, NEXT, "10:00", None)],
        before=lambda rows: [*rows[:2], *rows[3:], [None] * (ID + 1)],
    )
    assert moved(scene.learned()) == {}


def test_a_leaving_is_owed_to_its_row_though_a_caller_bears_its_key_since_which_was_to_go_too() -> None:
    scene = Scene(
        grid("Oleh | | | | | | | CB-A", " | | | | 12:00 | | | CB-B"),
        [Swap(2, NEXT, "12:00", None), Swap(2, ID, "CB-B", None)],
        before=lambda rows: without_the_hidden_column(rows, 2, 1),
    )
    assert scene.learned().tab.rows[1][:ID] == (None,) * ID


HUSK: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", "CB-D"]
CLEARED = [Swap(3, column, value, None) for column, value in enumerate(HUSK) if value]


def husk_gone(rows: Grid) -> Grid:
    """Somebody deleted it, and sorted its key to Eva without the hidden column."""
    return [*rows[:2], [*rows[2][:ID], "CB-D"], *rows[4:], [None] * (ID + 1)]


def test_leavings_on_a_row_that_is_gone_are_not_taken_off_a_caller_who_holds_them() -> None:
    rosa = grid("Rosa | 0105 | quote | Waiting | 11:00 | | 09:05 | CB-E")[1]
    scene = Scene([*grid(DANA, EVA), HUSK, rosa], CLEARED, before=husk_gone)
    assert scene.learned().tab.rows[3] == tuple(rosa)


def test_nor_few_of_them_off_one_begun_that_instant() -> None:
    husk = [*HUSK[:UPDATED], None, "CB-D"]
    rosa = grid("Rosa | 0105 | quote | Waiting | 11:00 | | | ")
    scene = Scene([*grid(DANA, EVA), husk, *rosa[1:]], [CLEARED[0], CLEARED[1], CLEARED[3]], before=husk_gone)
    assert scene.learned().tab.rows[3] == tuple(rosa[1])


def test_nor_does_what_was_to_change_on_a_call_that_is_gone_change_on_one_that_holds_the_same() -> None:
    rosa = grid("Rosa | 0105 | quote | Waiting | 11:00 | | 09:05 | ")[1]
    scene = Scene(
        [*grid(DANA, EVA, OLEH), rosa],
        [Swap(3, STATUS, "Waiting", "Done"), Swap(3, NEXT, "11:00", None), Put(3, UPDATED, "12:00")],
        before=lambda rows: [*rows[:3], [None] * (ID + 1), rows[4]],
    )
    learned = scene.learned()
    assert learned.tab.rows[4] == tuple(rosa)
    assert {key for key, *_ in learned.unwritten} == {"CB-B"}


@pytest.mark.parametrize(
    ("column", "typed", "stands"),
    [
        (NOTES, None, "first"),
        (NOTES, "asks", "first; asks"),
        (NAME, None, "Dana"),
        (NAME, "Diana", "Diana"),
        (STATUS, None, "New"),
        (STATUS, "Done", "Done"),
    ],
)
def test_where_people_emptied_another_rows_value_off_a_cell_its_own_comes_back(
    column: int, typed: CellValue, stands: CellValue
) -> None:
    """They never saw what it had covered."""
    own = grid(DANA)[1][column]
    read = grid(DANA)
    read[1][column] = "?"
    scene = Scene(
        read,
        [Swap(1, column, "?", own)],
        before=lambda rows: [rows[0], [*rows[1][:column], typed, *rows[1][column + 1 :]]],
        strangers=((1, column),),
    )
    assert scene.learned().tab.rows[1][column] == stands


def test_what_people_emptied_of_their_own_stays_empty() -> None:
    scene = Scene(
        grid(DANA),
        [Swap(1, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], [*rows[1][:STATUS], None, *rows[1][NEXT:]]],
    )
    assert scene.learned().tab.rows[1][STATUS] is None


@pytest.mark.parametrize("gone", [False, True])
def test_a_filled_cell_that_somebody_typed_over_or_whose_row_is_gone_tells_nothing_of_how_empty_ones_are_found(
    gone: bool,
) -> None:
    scene = Scene(
        grid(DANA.replace("color", ""), OLEH),
        [Swap(1, REASON, None, "color")],
        fills=True,
        since=lambda rows: [rows[0], *([] if gone else [[*rows[1][:REASON], "haircut", *rows[1][STATUS:]]]), rows[2]],
    )
    state = scene.sight().state
    assert state is not None
    assert FILLS in state.memos


@pytest.mark.parametrize("number", ["0101", "0199"])
def test_another_rows_values_go_from_no_other_call_of_the_callers_that_lost_its_key_and_holds_the_same(
    number: str,
) -> None:
    other = f"Dana | {number} | quote | New | 10:00 | first | 09:00 | CB-E"
    strays = ((STATUS, "New", "Waiting"), (NEXT, "10:00", "09:30"), (UPDATED, "09:00", "08:00"))
    scene = Scene(
        grid("Dana | 0101 | color | New | 10:00 | first | 09:00 | ", OLEH, other),
        [*(Swap(1, *stray) for stray in strays), Put(1, ID, "CB-N")],
        before=lambda rows: [rows[0], rows[2], rows[1], [*rows[3][:ID], None]],
        strangers=[(1, column) for column, _, _ in strays],
    )
    rows = scene.learned().tab.rows
    assert rows[2][STATUS : NEXT + 1] == ("Waiting", "09:30")
    assert rows[3] == (*grid(other)[1][:ID], None)


def test_a_callers_values_are_owed_to_no_row_that_only_holds_the_same_of_another_rows_be_it_in_the_phones_column() -> (
    None
):
    """People had moved a column when these fell; another call was pasted over the caller's row before they were off."""
    strays = ((PHONE, "1", "0101"), (STATUS, "New", None), (NEXT, "10:00", "09:30"), (UPDATED, "09:00", None))
    scene = Scene(
        grid("Dana | 1 | color | New | 10:00 | | 09:00 | CB-A", " | 1 | | New | 10:00 | | 09:00 | ", OLEH),
        [Swap(1, *stray) for stray in strays],
        before=lambda rows: [rows[0], ["Ines", "0104", "refund", "New", "10:00", *rows[1][NOTES:]], *rows[2:]],
        since=lambda rows: [*rows[:2], [*rows[2][:ID], "CB-N"], rows[3]],
        strangers=[(1, column) for column, _, _ in strays],
    )
    assert scene.learned().tab.rows[2][PHONE] == "1"
