"""Which row of the sheet, as a batch met it, is the one that was meant; and which of its writes came to nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from callbacksheet.core.batch import AppendRow, Put, Request, Swap
from callbacksheet.core.likeness import where_headed
from callbacksheet.core.model import CellValue, Column
from tests.core.scene import (
    DANA,
    EVA,
    HEAD,
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


def test_a_number_that_stands_where_a_digest_is_blind_tells_a_row_from_its_copy() -> None:
    """Nobody can know how a sheet shows a number, so a digest leaves it out; the copy got another one, as text."""
    head, dana, copy = grid(DANA, DANA.replace("0101", "+1 0109"))
    dana[PHONE] = 101
    scene = Scene(
        [head, dana, copy],
        [Swap(1, STATUS, "New", "Scheduled"), Swap(2, ID, "CB-A", "CB-D")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        fixed=frozenset({(1, PHONE)}),
    )
    assert moved(scene.learned()) == {(1, STATUS): "New", (1, ID): "CB-D", (2, STATUS): "Scheduled", (2, ID): "CB-A"}


def test_leavings_on_a_blank_row_are_not_taken_off_a_caller_sorted_from_the_key_who_holds_the_same() -> None:
    blank = " | | | New | 10:00 | | 09:00 | "
    leavings: list[Request] = [Swap(1, STATUS, "New", None), Swap(1, NEXT, "10:00", None), Put(1, UPDATED, None)]
    scene = Scene(
        grid(blank, DANA, OLEH, EVA),
        [*leavings, Put(2, UPDATED, "12:00"), Put(3, UPDATED, "12:00")],
        before=lambda rows: without_the_hidden_column(rows, 3, 4, 2, 1),
        kept=(1, 2, 3),
    )
    oleh, eva, dana, was_blank = scene.learned().tab.rows[1:]
    assert dana[STATUS:UPDATED] == ("New", "10:00", "first")
    assert (oleh[UPDATED], eva[UPDATED], dana[UPDATED]) == ("12:00", "09:10", "12:00")
    assert was_blank[:ID] == (None,) * ID


def test_a_row_that_only_bore_the_key_of_a_merge_keeps_what_it_was_given_when_that_is_taken_back() -> None:
    """People had sorted the key to another caller's row, which got its own back in the same batch."""

    def typed_that_instant(rows: Grid) -> Grid:
        return [rows[0], [*rows[1][:NOTES], "typed", *rows[1][UPDATED:]], *rows[2:]]

    merge = [
        *(Swap(1, place, value, None) for place, value in enumerate(grid(DANA)[1]) if place != ID),
        Swap(2, NOTES, "later", "later; first"),
    ]
    scene = Scene(
        grid(DANA, "Dana | 0101 | color | New | 10:00 | later | 09:00 | CB-B", EVA.replace("CB-C", "CB-A")),
        [*merge, Swap(3, PHONE, "0103", "+1 0103"), Swap(3, ID, "CB-A", "CB-C")],
        before=typed_that_instant,
        pairs=(("CB-A", "CB-B"),),
    )
    learned = scene.learned()
    assert learned.broken == (("CB-A", "CB-B"),)
    dana, into, eva = learned.tab.rows[1:]
    assert (dana[NAME], dana[REASON], dana[NOTES], into[NOTES]) == ("Dana", "color", "typed", "later")
    assert (eva[PHONE], eva[ID]) == ("+1 0103", "CB-C")


@pytest.mark.parametrize(
    ("shows", "told"), [(datetime(2026, 5, 8, 13, 30), True), (None, False), ("16:00", False)], ids=str
)
def test_a_time_that_no_search_found_by_its_text_is_remembered_as_standing_there(shows: CellValue, told: bool) -> None:
    """Else the tool's own time, which the sheet had read as typed, would pass for somebody's news."""
    moment = datetime(2026, 5, 8, 13, 30)
    serial = 46150.5625

    def with_next(rows: Grid, value: CellValue) -> Grid:
        return [rows[0], [*rows[1][:NEXT], value, *rows[1][NOTES:]]]

    scene = Scene(
        with_next(grid(DANA), moment),
        [Swap(1, NEXT, moment, None)],
        before=lambda rows: with_next(rows, serial),
        since=lambda rows: with_next(rows, shows),
    )
    gaps = [(key, column, write.known) for key, column, write in scene.learned().unwritten]
    assert gaps == ([("CB-A", Column.NEXT_CALLBACK, moment)] if told else [])


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("Name | Tel | Reason | Status | Next callback | Notes | Updated | ID", PHONE),
        ("Tel | Why | Status | Next callback | Notes | Name | Updated | ID", PHONE),  # each neighbour moved or renamed
        ("Tel | Reason | State | Next callback | Notes | Name | Updated | ID", 0),  # of two renamed the one beside it
        ("Tel | Reason | Status | Next callback | Notes | Name | Room | Updated | ID", PHONE),  # beside each a new one
    ],
)
def test_a_renamed_column_stands_beside_a_neighbour_where_no_other_is_known_to_be(header: str, place: int) -> None:
    heads = dict(enumerate(HEAD.split(" | ")))
    assert where_headed(PHONE, heads, header.split(" | ")) == place


def test_what_was_meant_for_a_row_without_a_key_that_is_gone_is_taken_off_the_callers_other_call() -> None:
    """Each column of both reads the same; the other has its key."""
    ines = "Ines | 0104 | invoice | | 10:00 | | | "
    scene = Scene(
        grid(DANA, ines, f"{ines}CB-D"),
        [Put(2, UPDATED, "12:00"), Put(2, ID, "CB-Y")],
        before=lambda rows: [rows[0], rows[1], rows[3], [None] * (ID + 1)],
    )
    learned = scene.learned()
    assert learned.tab.rows[2] == tuple(grid(f"{ines}CB-D")[1])
    assert learned.spent == {"CB-Y"}


def test_of_two_rows_that_hold_the_same_leavings_the_one_that_has_no_key_is_the_one_that_had_none() -> None:
    husk = " | | | | 10:00 | | 09:05 | "
    scene = Scene(
        grid(f"{husk}CB-A", husk),
        [Swap(2, NEXT, "10:00", None), Put(2, UPDATED, None)],
        before=one_row_further_down,
        kept=(2,),
    )
    assert [row[NEXT:ID] for row in scene.learned().tab.rows[2:]] == [("10:00", None, "09:05"), (None, None, None)]


@pytest.mark.parametrize("order", [(2, 1, 3, 4), (2, 3, 1, 4), (1, 2, 4, 3), (2, 4, 1, 3)])
def test_of_two_rows_that_hold_the_same_leavings_and_nothing_else_both_go_though_one_or_both_moved_under_another_write(
    order: Sequence[int],
) -> None:
    husk = " | | | New | 10:00 | | 09:05 | "
    cleared = [
        Swap(row, column, old, None)
        for row in (1, 4)
        for column, old in ((STATUS, "New"), (NEXT, "10:00"), (UPDATED, "09:05"))
    ]
    scene = Scene(
        grid(husk, OLEH, EVA, husk),
        [*cleared, Put(2, UPDATED, "12:00"), Put(3, UPDATED, "12:00")],
        before=lambda rows: [rows[0], *(rows[row] for row in order)],
    )
    left = [tuple(row) for row in scene.learned().tab.rows[1:] if any(row)]
    assert left == [tuple(row) for row in grid(OLEH.replace("09:05", "12:00"), EVA.replace("09:10", "12:00"))[1:]]


BLANK = " | | | | | | | "
LEFT = " | | | New | 10:00 | | 09:05 | "


def left_taken_off(row: int) -> list[Request]:
    return [Swap(row, STATUS, "New", None), Swap(row, NEXT, "10:00", None), Swap(row, UPDATED, "09:05", None)]


def test_leavings_are_taken_off_no_callers_who_hold_the_same_where_people_have_cleared_the_row_themselves() -> None:
    dana, eva = (
        "Dana | 0101 | color | New | 10:00 | | 09:05 | CB-A",
        "Eva | 0103 | quote | New | 10:00 | | 09:05 | CB-C",
    )
    scene = Scene(
        grid(dana, eva, LEFT, BLANK, BLANK),
        left_taken_off(3),
        before=lambda rows: without_the_hidden_column([*rows[:3], *grid(BLANK)[1:], *rows[4:]], 3, 4, 5, 1, 2),
    )
    assert [row[STATUS : NEXT + 1] for row in scene.learned().tab.rows[4:]] == [("New", "10:00")] * 2


def test_a_caller_whose_values_are_to_change_is_none_of_several_rows_that_hold_the_same_leavings() -> None:
    ines = [Swap(2, STATUS, "New", "Waiting"), Swap(2, NEXT, "10:00", "11:00"), Swap(2, UPDATED, "09:05", "12:00")]
    scene = Scene(
        grid(LEFT, "Ines | 0104 | book | New | 10:00 | | 09:05 | ", LEFT, OLEH),
        [*left_taken_off(1), *ines, Put(2, ID, "CB-N"), *left_taken_off(3), Put(4, UPDATED, "12:00")],
        before=lambda rows: [*rows[:3], rows[4], rows[3]],
    )
    rows = scene.learned().tab.rows
    assert [row[:NOTES] for row in (rows[1], rows[4])] == [(None,) * NOTES] * 2


def test_leavings_go_from_their_row_and_not_from_a_caller_to_whom_a_key_that_fell_there_was_sorted() -> None:
    kim, ines = (
        "Kim | 0104 | invoice | Waiting | 10:00 | first | 09:00 | CB-K",
        "Ines | 0103 | invoice | Waiting | 11:00 | first | 09:00 | ",
    )
    scene = Scene(
        grid(LEFT, kim, ines, LEFT),
        [*left_taken_off(1), Swap(3, UPDATED, "09:00", "12:00"), Put(3, ID, "CB-N"), *left_taken_off(4)],
        before=lambda rows: [rows[0], rows[3], rows[2], rows[1], rows[4]],
        since=lambda rows: [
            rows[0],
            [*rows[1][:ID], "CB-K"],
            [*rows[2][:ID], "CB-N"],
            ["Dana", "0199", "color", *rows[3][STATUS:ID], None],
            rows[4],
        ],
    )
    rows = scene.learned().tab.rows
    assert [(row[NAME], row[NEXT]) for row in rows[1:4]] == [("Ines", "11:00"), ("Kim", "10:00"), ("Dana", None)]


def test_what_the_tool_had_left_goes_wholly_where_somebody_began_a_call_on_that_row_that_instant() -> None:
    scene = Scene(
        grid(DANA, " | | | | 10:00 | | 09:05 | "),
        [Swap(2, NEXT, "10:00", None), Put(2, UPDATED, None)],
        before=lambda rows: [*rows[:2], [None, "0104", *rows[2][REASON:]]],
    )
    assert moved(scene.learned()) == {}


def test_so_does_a_single_word_of_it_where_a_caller_is_pasted_there() -> None:
    scene = Scene(
        grid(DANA, " | | | Done | | | | "),
        [Swap(2, STATUS, "Done", None)],
        before=lambda rows: [*rows[:2], ["Rosa", "0105", "quote", *rows[2][STATUS:]]],
    )
    assert moved(scene.learned()) == {}


def test_words_that_join_those_that_alone_tell_a_row_stay_though_a_caller_is_typed_there_that_instant() -> None:
    """It is no row that comes back."""
    scene = Scene(
        grid(DANA, " | | | New | 12:00 | bell | | CB-B"),
        [Swap(2, NOTES, "bell", "bell; asked")],
        before=lambda rows: [*rows[:2], [None, "0104", *rows[2][REASON:]]],
    )
    learned = scene.learned()
    assert learned.tab.rows[2][NOTES] == "bell; asked"
    assert learned.homeless == frozenset()


def test_a_row_that_comes_back_where_only_a_word_was_typed_that_instant_has_its_home_there() -> None:
    scene = Scene(
        [*grid(DANA), [*[None] * ID, "CB-C"]],
        [Put(2, column, value) for column, value in enumerate(grid(EVA)[1]) if value and column != ID],
        before=lambda rows: [*rows[:2], [None, None, None, "lvm", *rows[2][NEXT:]]],
    )
    learned = scene.learned()
    assert learned.homeless == frozenset()
    assert learned.tab.rows[2][:NEXT] == ("Eva", "0103", "quote", "lvm")


def test_late_words_go_from_a_blank_row_whose_key_goes_too_though_it_moved_and_a_call_is_begun_there_since() -> None:
    scene = Scene(
        [*grid(DANA), [*[None] * NOTES, "late", None, "CB-C"]],
        [Swap(2, NOTES, "late", None), Swap(2, ID, "CB-C", None)],
        before=one_row_further_down,
        since=lambda rows: [*rows[:3], [None, "0104", *rows[3][REASON:]]],
    )
    learned = scene.learned()
    assert learned.tab.rows[3][:UPDATED] == (None, "0104", None, None, None, None)
    assert learned.homeless == frozenset()


def test_a_merge_into_a_row_to_which_nothing_was_written_is_taken_back_where_somebody_typed_there_that_instant() -> (
    None
):
    again = grid(DANA.replace("CB-A", "CB-D"))[1]
    scene = Scene(
        [*grid(DANA), again],
        [Swap(2, column, value, None) for column, value in enumerate(again[:ID])],
        before=lambda rows: [rows[0], [*rows[1][:REASON], "quote", *rows[1][STATUS:]], rows[2]],
        pairs=(("CB-D", "CB-A"),),
    )
    assert scene.learned().broken == (("CB-D", "CB-A"),)


@pytest.mark.parametrize(("notes", "broken"), [("first", ()), ("typed", (("CB-D", "CB-A"),))])
def test_a_merge_holds_though_one_of_its_rows_has_a_true_date_unless_somebody_typed_there_that_instant(
    notes: str, broken: tuple[tuple[str, str], ...]
) -> None:
    """The pre-image holds a date as a number."""
    moment, serial = datetime(2026, 5, 8, 13, 30), 46150.5625
    dana, again = grid(DANA, "Dana | 0101 | color | | | second | | CB-D")[1:]
    scene = Scene(
        [*grid(), [*dana[:NEXT], moment, *dana[NOTES:]], again],
        [
            Swap(1, NOTES, "first", "first; second"),
            *(Swap(2, column, value, None) for column, value in enumerate(again[:ID]) if value),
        ],
        before=lambda rows: [rows[0], [*dana[:NEXT], serial, notes, *dana[UPDATED:]], rows[2]],
        pairs=(("CB-D", "CB-A"),),
        fixed=frozenset({(1, NEXT)}),
    )
    assert scene.learned().broken == broken


@pytest.mark.parametrize(
    "before",
    [
        lambda rows: [rows[0], [*rows[1][:NOTES], "typed", *rows[1][UPDATED:]]],
        lambda rows: [[*row[:NOTES], None, *row[NOTES:]] for row in rows],
    ],
    ids=["typed in", "another column"],
)
def test_a_cell_that_was_not_the_empty_one_that_was_meant_tells_nothing_of_how_such_are_found(
    before: Callable[[Grid], Grid],
) -> None:
    scene = Scene(
        grid(DANA.replace("first", "")),
        [Swap(1, NOTES, None, "asked")],
        before=before,
        since=lambda rows: [[None if cell == "asked" else cell for cell in row] for row in rows],
    )
    assert scene.learned().finds_empty is None


def test_what_a_batch_writes_to_rows_that_it_adds_is_no_rows_that_was_read() -> None:
    scene = Scene(grid(DANA), [AppendRow(((NAME, "Ines"),)), Put(1, UPDATED, "12:00")])
    assert moved(scene.learned()) == {}


@pytest.mark.parametrize("kept", [(), (1,)], ids=["all kept", "only what was written to"])
def test_a_caller_who_bears_the_key_of_another_by_sorting_is_not_the_one_that_was_meant_however_like_it_is(
    kept: tuple[int, ...],
) -> None:
    lines = ("Eva | 0103 | invoice | New | 10:00 | | | CB-A", "Dana | 0104 | invoice | New | 10:00 | | | CB-B")
    scene = Scene(
        grid(*lines),
        [Swap(1, STATUS, "New", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1),
        kept=kept,
    )
    assert [(row[NAME], row[STATUS]) for row in scene.learned().tab.rows[1:]] == [("Dana", "New"), ("Eva", "Done")]


def test_what_was_meant_for_a_row_that_is_gone_is_not_written_where_the_tool_had_left_most_of_the_same() -> None:
    scene = Scene(
        grid(" | | quote | New | 10:00 | fell | | CB-E", OLEH, " | | | New | 10:00 | fell | | "),
        [Swap(1, STATUS, "New", "Waiting"), Swap(1, NEXT, "10:00", "12:00")],
        before=lambda rows: [rows[0], *rows[2:]],
    )
    assert moved(scene.learned()) == {}
