"""A cell that is changed back again and again, by a person or by another script, is left as it is (SAFETY.md).

Twice within ten minutes the tool makes it readable again; the next time the text stays, and the row says so. It stays
until somebody types something else there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from callbacksheet.core.callback import COLUMNS, PLACE, Callback
from callbacksheet.core.cells import same
from callbacksheet.core.hours import before, later
from callbacksheet.core.model import TOOL_COLUMNS, Code, Column

MINUTES = 10
_OURS = TOOL_COLUMNS | {Column.BY}


def with_cells_left(callback: Callback, now: datetime) -> Callback:
    """The callback without changes of cells that were changed back once too often; what was changed back is noted."""
    if callback.row.base is None or callback.absorbed:
        return callback
    left: list[Column] = []
    again: list[str] = []
    for column in _changed_cells(callback):
        made = _made_readable(callback, column, now) if _is_changed_back(callback, column) else ()
        if _is_left(callback, column) or len(made) > 1:
            left.append(column)
        elif _is_changed_back(callback, column):
            again += [*made, _mark(column, now)]
    if not (left or again or callback.facts.redone or callback.facts.left):
        return callback
    others = (mark for mark in callback.facts.redone if mark not in again and _is_recent(mark, now))
    noted = callback.remember(redone=(*others, *again) if again else callback.facts.redone, left=tuple(left))
    return _leaving(noted, left)


def _changed_cells(callback: Callback) -> Iterator[Column]:
    """The cells in which a person's text is to be made readable."""
    for column in dict.fromkeys(column for column, _ in callback.whys):
        typed = callback.row.cell(column)
        if column not in _OURS and typed is not None and not same(typed, callback.cell(column)):
            yield column


def _is_changed_back(callback: Callback, column: Column) -> bool:
    """Whether the cell held, when it was last left, exactly what it is to hold again."""
    base = callback.row.base
    return base is not None and same(base.cells[PLACE[column]], callback.cell(column))


def _made_readable(callback: Callback, column: Column, now: datetime) -> tuple[str, ...]:
    """When of late the cell was made readable. The first time is not noted: it was when the row was last typed in."""
    marks = [mark for mark in callback.facts.redone if mark.startswith(f"{column.value} ")]
    base = callback.row.base
    first = base and (base.facts.touched_at or base.facts.first_seen)
    if not marks and first:
        marks = [_mark(column, first)]
    return tuple(mark for mark in marks if _is_recent(mark, now))


def _is_left(callback: Callback, column: Column) -> bool:
    """Whether the cell was left alone the last time, and nobody has typed there since."""
    base = callback.row.base
    untouched = base is not None and same(base.cells[PLACE[column]], callback.row.cell(column))
    return untouched and column.value in callback.facts.left


def _mark(column: Column, now: datetime) -> str:
    return f"{column.value} {now.isoformat(timespec='minutes')}"


def _is_recent(mark: str, now: datetime) -> bool:
    return before(now, later(datetime.fromisoformat(mark.split(" ", 1)[1]), MINUTES))


def _leaving(callback: Callback, left: list[Column]) -> Callback:
    cells = (
        typed if c in left else kept for c, typed, kept in zip(COLUMNS, callback.row.cells, callback.cells, strict=True)
    )
    whys = tuple((column, why) for column, why in callback.whys if column not in left)
    callback = callback.but(cells=tuple(cells), whys=whys)
    for column in left:
        callback = callback.tell(Code.LEFT_ALONE, column.value)
    return callback
