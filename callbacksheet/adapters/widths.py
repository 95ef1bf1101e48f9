"""How wide the tool makes a column that it adds or sets up, in characters."""

from __future__ import annotations

from callbacksheet.core.model import Column

MOMENT_WIDTH = 17
"""What "2026-05-08 13:30" needs, lest a spreadsheet shows ### in its place."""

_USUAL = 11
_WIDTHS = {
    Column.RECEIVED: MOMENT_WIDTH,
    Column.NAME: 18,
    Column.PHONE: 24,
    Column.REASON: 22,
    Column.BEST_TIME: 20,
    Column.NEXT_CALLBACK: MOMENT_WIDTH,
    Column.OUTCOME: 22,
    Column.NOTES: 36,
    Column.UPDATED: MOMENT_WIDTH,
    Column.CHECK: 90,  # a sentence in one line: rows stay as high as they are
}


def width_of(column: Column) -> int:
    return _WIDTHS.get(column, _USUAL)
