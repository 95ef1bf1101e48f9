"""From which row a row of today comes."""

from __future__ import annotations

import pytest

from callbacksheet.core.batch import Put, Swap
from callbacksheet.core.lineage import Left
from callbacksheet.core.model import CellValue
from tests.core.scene import ID, NEXT, STATUS, UPDATED, Grid, Scene, grid, moved

DANA: list[CellValue] = ["Dana", "0101", "color", "New", "10:00"]
OLEH: list[CellValue] = ["Oleh", "0102", "invoice", "New", "11:00"]
BLANK: list[CellValue] = [None] * 5
LEFT: list[CellValue] = [None, None, None, "New", "10:00"]


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (DANA, [0]),
        (["Ines", *DANA[1:]], [0]),
        (["Ines", "0104", *DANA[2:]], [0]),
        (["Ines", "0104", "quote", *DANA[3:]], []),
        ([*DANA[:3], "Waiting", "15:00"], [0]),
        (LEFT, [3, 4]),
        (["Ines", *LEFT[1:]], [3, 4]),
        (BLANK, [2]),
        (["Ines", "0104", "quote", None, None], []),
    ],
    ids=[
        "just so",
        "name typed over",
        "name and number typed over",
        "another call with what had stood beside it",
        "written to since",
        "what the tool had left on two rows",
        "a call begun on one of them",
        "blank",
        "new",
    ],
)
def test_a_row_comes_from_the_one_that_held_most_of_what_it_holds(cells: list[CellValue], rows: list[int]) -> None:
    assert Left([DANA, OLEH, BLANK, LEFT, LEFT]).likest(cells) == rows


def test_what_fell_on_a_copy_of_a_row_that_tells_no_call_goes_from_a_copy_of_that_too() -> None:
    scene = Scene(
        grid(" | | | | 12:00 | | | CB-A", "Oleh | 0102 | invoice | | 11:00 | door | | CB-B"),
        [Put(2, STATUS, "Done")],
        before=lambda rows: [rows[0], rows[1], *rows[1:]],
        since=lambda rows: [*rows, rows[2]],
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:]] == [None, None, "Done", None]


def test_what_fell_on_a_row_goes_from_a_copy_of_it_too_though_the_row_has_come_to_a_fresh_key() -> None:
    scene = Scene(
        grid("Eva | 0103 | quote | | | bell | | CB-C", "Ann | 0107 | refund | | | | | CB-C"),
        [Put(1, NEXT, "12:00"), Swap(2, ID, "CB-C", "CB-N")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [*rows, rows[1]],
    )
    assert [row[NEXT] for row in scene.learned().tab.rows[1:]] == [None, "12:00", None]


def test_of_a_large_sheet_no_row_comes_from_one_that_is_only_like_it() -> None:
    lines = (
        "Ines | 0104 | quote | | 11:00 | door | 09:05 | CB-E",
        "Dana | 0101 | color | | 10:00 | first | 09:00 | CB-A",
        "Oleh | 0102 | invoice | Waiting | 11:00 | door | 09:05 | CB-B",
        "Dana | 0101 | color | Waiting | 10:00 | rings | 09:00 | CB-D",
    )
    scene = Scene(
        grid(*lines),
        [Swap(1, STATUS, None, "Waiting")],
        before=lambda rows: [rows[0], rows[2], rows[1], *rows[3:]],
        since=lambda rows: [rows[0], *rows[2:4], *2 * [[*rows[4][:ID], None]]],
        kept=(1,),
        fills=True,
    )
    assert moved(scene.learned()) == {(1, STATUS): "Waiting"}


@pytest.mark.parametrize("dragged", [False, True], ids=["", "a column dragged"])
def test_nor_does_a_call_come_from_a_row_with_which_it_shares_little_but_what_fell_there(dragged: bool) -> None:
    def since(rows: Grid) -> Grid:
        begun: Grid = [[name, None, "refund", None, "12:00", None, None, None] for name in ("Ines", "Rosa")]
        rows = [rows[0], rows[2], *begun]
        return [[row[UPDATED], *row[:UPDATED], row[ID]] for row in rows] if dragged else rows

    scene = Scene(
        grid("Eva | 0103 | quote | | | bell | | CB-C", " | | refund | | | | | CB-A"),
        [Swap(1, NEXT, None, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=since,
        fills=True,
    )
    assert [row[NEXT + dragged] for row in scene.learned().tab.rows[1:]] == ["12:00"] * 3
