"""What may be written on a sheet that others type in, and what it gives back: text, so that it can be swapped exactly.

Times stand there as ``2026-05-08 13:30``. A cell of the desk that holds no text (a number, a true date, a tick box)
is read and left as it is: nobody outside Google can say what comparing and swapping it would do.
"""

from __future__ import annotations

import re
from datetime import datetime

from callbacksheet.core.callback import COLUMNS, PLACE, Callback
from callbacksheet.core.cells import same, shown
from callbacksheet.core.model import DESK_COLUMNS, CellValue, Column, Formula

_MOMENT = re.compile(r"[12]\d{3}-\d\d-\d\d \d\d:\d\d", re.ASCII)
_WORDS_FIRST = re.compile(r"[^\W\d_]")


MOST_IN_A_CELL = 50_000
"""Characters that a cell of Google's holds."""


def length_of(text: str) -> int:
    """Characters as a sheet counts them: those beyond the first 65,536 of Unicode, as most emoji are, count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def as_read(text: str) -> CellValue:
    """Text of the sheet as a value: the one form of a time is a time, all else is text."""
    if not text:
        return None
    if _MOMENT.fullmatch(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return text
    return text


def as_kept(value: CellValue) -> CellValue:
    """What is read back of a value once it is written there as text."""
    if value is None or isinstance(value, bool):
        return value
    return as_read(text_for(value))


def text_for(value: CellValue) -> str:
    """The text that stands for a value; of a formula what it showed, since no cell is ever written as one."""
    return shown(value.shown) if isinstance(value, Formula) else shown(value)


def with_shared_cells(callback: Callback, *, fills: bool) -> Callback:
    """The callback with its cells as the sheet will give them back, what cannot be swapped left as it stands.

    ``fills``: an empty cell can be swapped too. Else one of the desk's stays empty, unless a merge needs it.
    """
    row = callback.row
    if row.incoming:
        return callback.but(cells=tuple(map(as_kept, callback.cells)))
    cells = tuple(
        read if same(mine, read) else _kept(place, mine, read, callback, fills=fills)
        for place, (mine, read) in enumerate(zip(callback.cells, row.cells, strict=True))
    )
    return callback.but(cells=cells)


def _kept(place: int, mine: CellValue, read: CellValue, callback: Callback, *, fills: bool) -> CellValue:
    kept = as_kept(mine)
    if same(kept, read):
        return read
    if read is None and COLUMNS[place] in DESK_COLUMNS and not (fills or callback.absorbed):
        return read
    if COLUMNS[place] in DESK_COLUMNS and not swappable(callback.row.fixed, callback.row.parsed, place, kept):
        return read
    return kept


def takes_words(survivor: Callback) -> bool:
    """Whether its notes can be given those of the rows that go into it; else all stay rows of their own."""
    row, place = survivor.row, PLACE[Column.NOTES]
    if same(survivor.cells[place], row.cells[place]):
        return True  # a formula, too, where there is nothing to add to it
    notes = as_kept(survivor.cells[place])
    if is_too_long(survivor):
        return False
    return same(notes, row.cells[place]) or swappable(row.fixed, row.parsed, place, notes)


def is_too_long(callback: Callback) -> bool:
    """Whether no cell can hold its notes."""
    return length_of(text_for(as_kept(callback.cells[PLACE[Column.NOTES]]))) > MOST_IN_A_CELL


def swappable(fixed: frozenset[int], parsed: frozenset[int], place: int, new: CellValue) -> bool:
    """Whether the cell can be compared and swapped for this and will then hold it to the letter."""
    return place not in fixed and (place not in parsed or new is None or _stays_text(text_for(new)))


def _stays_text(text: str) -> bool:
    """Words that no sheet takes for a number, a date, a formula or a truth; notes joined with "; " are none either."""
    told = "; " in text or (" " in text.strip() and not any(c.isdigit() for c in text))
    return told and bool(_WORDS_FIRST.match(text))
