"""Cells the spreadsheet changed are read as they were typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from callbacksheet.core.model import CellValue, Formula
from callbacksheet.core.shop import DateOrder, Shop
from callbacksheet.core.wish import wish_text

MDY = Shop()
DMY = replace(MDY, date_order=DateOrder.DMY)


@pytest.mark.parametrize(
    ("value", "shop", "typed"),
    [
        (None, MDY, ""),
        ("after 5", MDY, "after 5"),
        (5, MDY, "5"),
        (5.0, MDY, "5"),
        (0.729166, MDY, "17:30"),
        (0.5, MDY, "12:00"),
        (time(17, 30), MDY, "17:30"),
        (date(2026, 2, 4), MDY, "2-4"),
        (date(2026, 4, 2), DMY, "2-4"),
        (datetime(2026, 2, 4), MDY, "2-4"),
        (datetime(2026, 9, 5), MDY, "9-5"),
        (datetime(2026, 11, 3), MDY, "11-3"),
        (datetime(2026, 9, 17), MDY, "9-17"),
        (datetime(2026, 12, 25), MDY, "2026-12-25"),
        (date(2026, 3, 3), MDY, "2026-03-03"),
        (datetime(2026, 5, 8, 13, 30), MDY, "2026-05-08 13:30"),
        (datetime(1899, 12, 30, 17, 30), MDY, "17:30"),
        (Formula("=A1", "afternoon"), MDY, "afternoon"),
        (Formula("=A1"), MDY, ""),
        (True, MDY, ""),
    ],
)
def test_a_cell_gives_the_words_most_likely_typed(value: CellValue, shop: Shop, typed: str) -> None:
    assert wish_text(value, shop) == typed
