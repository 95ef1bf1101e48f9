"""One row or column as such: hidden, how tall, what hangs on it, and how index changes carry ranges along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from tests.sheets_server.a1 import Area

ROWS = "ROWS"
COLUMNS = "COLUMNS"


class Line(NamedTuple):
    """A row or column, whatever stands in its cells."""

    hidden: bool = False
    filtered: bool = False
    size: int = 0  # pixels; 0 is the usual
    metadata: tuple[dict[str, Any], ...] = ()


PLAIN = Line()
Lines = list[Line]
"""Lines that are not plain, from the first; later ones are plain and not kept."""


def line_at(lines: Lines, index: int) -> Line:
    return lines[index] if index < len(lines) else PLAIN


def set_line(lines: Lines, index: int, line: Line) -> None:
    if index >= len(lines):
        if line == PLAIN:
            return
        lines.extend([PLAIN] * (index + 1 - len(lines)))
    lines[index] = line


Carry = Callable[[int, int], tuple[int, int] | None]
"""Where a half-open stretch of rows (or columns) lies after a change; None when it is gone."""


def carry_insert(at: int, count: int) -> Carry:
    def carry(start: int, end: int) -> tuple[int, int] | None:
        return (start + count if start >= at else start), (end + count if end > at else end)

    return carry


def carry_delete(start_gone: int, end_gone: int) -> Carry:
    count = end_gone - start_gone

    def less(edge: int) -> int:
        return edge - count if edge >= end_gone else min(edge, start_gone)

    def carry(start: int, end: int) -> tuple[int, int] | None:
        start, end = less(start), less(end)
        return (start, end) if start < end else None

    return carry


def carry_move(start_moved: int, end_moved: int, to: int) -> Carry:
    """`to` is counted before the move, as the API counts it.

    A stretch inside the moved block goes with it. One that loses only some of its rows to the move closes over the
    rest; rows dropped into the middle of one belong to it.
    """
    count = end_moved - start_moved

    def place(index: int) -> int:
        if start_moved <= index < end_moved:
            return index + (to - end_moved if to > start_moved else to - start_moved)
        if to > start_moved:
            return index - count if end_moved <= index < to else index
        return index + count if to <= index < start_moved else index

    def carry(start: int, end: int) -> tuple[int, int] | None:
        if start_moved <= start and end <= end_moved:
            return place(start), place(end - 1) + 1
        if start <= start_moved and end_moved <= end and start <= to <= end:
            return start, end
        first = place(end_moved if start_moved <= start < end_moved else start)
        last = place(start_moved - 1 if start_moved < end <= end_moved else end - 1)
        return (first, last + 1) if first <= last else None

    return carry


def carried(area: Area, dimension: str, carry: Carry) -> Area | None:
    """A range after rows or columns changed places. Unbounded sides stay unbounded."""
    first, last = (area.top, area.bottom) if dimension == ROWS else (area.left, area.right)
    if first is None and last is None:
        return area
    if last is None:
        after = carry(first or 0, (first or 0) + 1)
        start, end = (after[0] if after else first), None
    else:
        moved = carry(first or 0, last)
        if moved is None:
            return None
        start, end = (moved[0] if first is not None else None), moved[1]
    if dimension == ROWS:
        return area._replace(top=start, bottom=end)
    return area._replace(left=start, right=end)


def carried_all(areas: Iterable[Area], dimension: str, carry: Carry) -> tuple[Area, ...]:
    return tuple(area for area in (carried(area, dimension, carry) for area in areas) if area is not None)
