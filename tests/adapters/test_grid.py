"""Formulas follow the rows they mean."""

from __future__ import annotations

import pytest

from callbacksheet.adapters.grid import follow
from callbacksheet.adapters.plain_rows import same, trimmed
from callbacksheet.core.model import CellValue

SWAPPED = {4: 8, 8: 4}  # rows 5 and 9 have changed places


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("=B5*2", "=B9*2"),
        ("=$B$5+B9+B6", "=$B$9+B5+B6"),
        ('=A5&" of B5"', '=A9&" of B5"'),
        ("=SUM(A5:C5)", "=SUM(A9:C9)"),
        ("=5:5", "=9:9"),
        ("='Call backs'!B5", "='Call backs'!B9"),
        ('=IF(A5="",,"x")', '=IF(A9="",,"x")'),
        ("=5+A5", "=5+A9"),
        ("=LOG10(A5)", "=LOG10(A9)"),
        ("=SUM(B2:B50)", "=SUM(B2:B50)"),
        ("=SUM(A5:C9)", "=SUM(A5:C9)"),
        ("=Other!B5", "=Other!B5"),
        ("=[1]Sheet1!B5", "=[1]Sheet1!B5"),
        ("=T[[#This Row],[Phone]]", "=T[[#This Row],[Phone]]"),
        ("=COUNTA(B:B)", "=COUNTA(B:B)"),
        ("=ROW()", "=ROW()"),
        ("=Rate5*2", "=Rate5*2"),
    ],
)
def test_a_reference_to_one_row_goes_where_that_row_went_and_all_else_stays(before: str, after: str) -> None:
    assert follow(before, SWAPPED, "Call backs") == after


@pytest.mark.parametrize("formula", ['="never closed', "=A5)"])
def test_a_formula_that_cannot_be_read_is_not_guessed_at(formula: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        follow(formula, SWAPPED, "Call backs")


@pytest.mark.parametrize(("one", "other"), [(1, True), ("1", 1), (None, ""), (0, False), (None, 0)])
def test_what_only_looks_the_same_is_not(one: CellValue, other: CellValue) -> None:
    assert not same(one, other)


def test_empty_edges_are_no_part_of_a_tab() -> None:
    assert trimmed([["a", None, ""], [None], ["", None], ["b"], [], [None, ""]]) == (("a",), (), (), ("b",))
