"""Which row of the sheet, as a batch met it, is the one that was meant; and which of its writes came to nothing."""

from __future__ import annotations

from datetime import datetime

import pytest

from callbacksheet.core.batch import Put, Request, Swap
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
