"""A Best time cell that the spreadsheet took for something else, as the person most likely typed it."""

from __future__ import annotations

from callbacksheet.core.cells import text_of
from callbacksheet.core.model import CellValue
from callbacksheet.core.shop import Shop


def wish_text(value: CellValue, shop: Shop) -> str:  # noqa: ARG001 - the date order tells which part was the day
    """The words of the wish; "" for an empty cell."""
    return text_of(value)
