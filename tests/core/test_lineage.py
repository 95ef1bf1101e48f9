"""From which row a row of today comes."""

from __future__ import annotations

import pytest

from callbacksheet.core.lineage import Left
from callbacksheet.core.model import CellValue

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
