"""R17, rows as they stood before some runs: their lines of the history taken back, the latest first.

A row that the tool took from the tab (merged away, or gone with the run that added it) comes back whole; one that
people deleted never does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from callbacksheet.core.callback import COLUMNS, PLACE, Row
from callbacksheet.core.cells import same
from callbacksheet.core.history import FACTS, MERGED, Change, values
from callbacksheet.core.model import TOOL_COLUMNS, CellValue, Column
from callbacksheet.core.snapshot import HistoryRow


@dataclass(frozen=True, slots=True)
class Restored:
    """A row as it should stand after the undo; ``row`` is None for one that comes back."""

    key: str
    row: Row | None
    cells: tuple[CellValue, ...]
    own: tuple[tuple[str, CellValue], ...]

    @property
    def empty(self) -> bool:
        typed = (v for c, v in zip(COLUMNS, self.cells, strict=True) if c not in TOOL_COLUMNS)
        return all(value is None for value in (*typed, *(value for _, value in self.own)))


def restored_rows(
    rows: Sequence[Row], told: Mapping[str, Sequence[HistoryRow]], why: str
) -> tuple[list[Restored], tuple[Change, ...]]:
    """The rows of the tab as they stood, and the cells left alone because somebody has changed them since."""
    restored: list[Restored] = []
    left: dict[tuple[str, str], Change] = {}
    for row in rows:
        cells = list(row.cells)
        for line in _taken_back(cells, told.get(row.key, ())):
            place = PLACE[Column(line.column)]
            change = Change(row.key, row.place + 1, line.column, cells[place], values(line)[0], why)
            left[row.key, line.column] = change
        restored.append(Restored(row.key, row, tuple(cells), row.own))
    return restored, tuple(change for change in left.values() if not same(change.before, change.after))


def lines_by_row(lines: Sequence[HistoryRow]) -> dict[str, list[HistoryRow]]:
    """The lines of each row, the latest first."""
    by_key: defaultdict[str, list[HistoryRow]] = defaultdict(list)
    for line in reversed(lines):
        if line.key:
            by_key[line.key].append(line)
    return by_key


def _taken_back(cells: list[CellValue], lines: Sequence[HistoryRow]) -> list[HistoryRow]:
    """Give the cells back what stood there before these changes; the changes that somebody has overwritten since.

    That the row was merged away counts only where a later one of these runs had brought it back.
    """
    overwritten, came_back = [], False
    for line in lines:
        came_back = came_back or _brings(line)
        if line.column not in PLACE or (line.why.startswith(MERGED) and not came_back):
            continue
        place = PLACE[Column(line.column)]
        before, after = values(line)
        if same(cells[place], after):
            cells[place] = before
        elif not same(cells[place], before) and line.column not in TOOL_COLUMNS:
            overwritten.append(line)
    return overwritten


def _brings(line: HistoryRow) -> bool:
    return line.column == FACTS and not line.before


def _takes(line: HistoryRow) -> bool:
    return line.why.startswith(MERGED) or (line.column == FACTS and not line.after)


def returned_rows(rows: Sequence[Row], told: Mapping[str, Sequence[HistoryRow]]) -> list[Restored]:
    """The rows that these runs took from the tab, whole, as they stood before the earliest of them."""
    here = {row.key for row in rows}
    found = (_as_it_stood(key, lines) for key, lines in told.items() if key not in here and _went_last(lines))
    return sorted((one for one in found if not one.empty), key=lambda one: one.key)


def _went_last(lines: Sequence[HistoryRow]) -> bool:
    """Whether the tool itself took the row from the tab, and did not bring it back: else people deleted it."""
    return next((_takes(line) for line in lines if _takes(line) or _brings(line)), False)


def _as_it_stood(key: str, lines: Sequence[HistoryRow]) -> Restored:
    cells: dict[str, CellValue] = {}
    for line in lines:
        before, after = values(line)
        if line.column != FACTS and same(cells.get(line.column), after):
            cells[line.column] = before
    own = tuple((name, value) for name, value in cells.items() if name not in PLACE and value is not None)
    return Restored(key, None, tuple(cells.get(column.value) for column in COLUMNS), own)
