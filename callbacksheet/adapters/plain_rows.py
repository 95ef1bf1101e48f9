"""The rows of a tab on plain values: when two cells hold the same, and where a row and a tab end."""

from __future__ import annotations

from collections.abc import Sequence

from callbacksheet.core.model import CellValue

Rows = tuple[tuple[CellValue, ...], ...]


def same(one: CellValue, other: CellValue) -> bool:
    """Whether two cells hold the same: 1 and 1.0 do, 1 and True or a date and its midnight do not."""
    numbers = (int, float)
    if type(one) in numbers and type(other) in numbers:
        return one == other
    return type(one) is type(other) and one == other


def trimmed(rows: Sequence[Sequence[CellValue]]) -> Rows:
    """Without empty cells at the right and empty rows at the bottom; empty text is an empty cell."""
    kept = [_trimmed_row(row) for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def _trimmed_row(row: Sequence[CellValue]) -> tuple[CellValue, ...]:
    end = len(row)
    while end and row[end - 1] in (None, ""):
        end -= 1
    return tuple(None if value == "" else value for value in row[:end])
