"""The rows that hold some texts, or most of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from callbacksheet.core.likeness import Likest
from callbacksheet.core.model import CellValue, Formula
from tests.core.scene import Grid


def test_the_likest_row_holds_more_than_half_and_more_than_any_other() -> None:
    rows = [["a", "b", "c"], ["a", "b", "x"], ["a", "y", "z"]]
    likest = Likest(rows)
    assert likest.to([(0, "a"), (1, "b"), (2, "c")]) == 0
    assert likest.to([(0, "a"), (1, "b")]) is None
    assert likest.to([(0, "a"), (1, "q")]) is None
    assert likest.to([]) is None


def test_the_only_row_with_some_texts_holds_least_else_whatever_kind_of_cell_holds_them() -> None:
    when = datetime(2026, 11, 20, 9, 30)
    rows: Grid = [[when, "a", Formula("=B2+1")], [None, "b", Formula("=B3+1")], ["x", "a", "y"], ["x", "a", "y", "z"]]
    likest = Likest(rows)
    assert likest.only_with([(0, (when - datetime(1899, 12, 30)) / timedelta(days=1)), (1, "a")]) == 0
    assert likest.only_with([(0, when), (1, "a"), (2, Formula("=B9+1"))]) == 0
    assert likest.only_with([(0, "x"), (1, "a"), (2, "y")]) == 2
    assert likest.only_with([(1, "a")]) is None
    assert likest.only_with([]) is None


class Looked(list[list[CellValue]]):
    """Rows that count how often anybody looks at one."""

    times = 0

    def __getitem__(self, place: Any) -> Any:
        self.times += 1
        return super().__getitem__(place)


def test_the_only_row_with_some_texts_is_found_without_a_look_at_every_row() -> None:
    rows = Looked([f"Dana {n}", "book", "New"] for n in range(300))
    likest = Likest(rows)
    assert [likest.only_with(list(enumerate(row))) for row in rows] == list(range(300))
    assert rows.times < 3000
