"""One atomic batch of requests to a sheet: all of it happens, in order, or none.

Rows and columns are zero-based places in the tab *as read*; rows that ``AppendRow`` adds are numbered on
from the last row of the tab as read. Requests are the ones that Google's API can keep safe (SAFETY.md);
a workbook, which nobody else writes meanwhile, simply does them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from callbacksheet.core.model import CellValue, Column
from callbacksheet.core.snapshot import HistoryRow, StateRow


@dataclass(frozen=True, slots=True)
class AddColumn:
    """Write a header into an empty header cell; ``hidden`` hides the column."""

    header_row: int
    column: int
    header: str
    meaning: Column
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Swap:
    """Replace one cell's value, only where it still holds exactly ``old`` (compare-and-swap)."""

    row: int
    column: int
    old: CellValue
    new: CellValue


@dataclass(frozen=True, slots=True)
class Put:
    """Write one cell by its place: tool columns, and empty cells of shared ones."""

    row: int
    column: int
    new: CellValue


@dataclass(frozen=True, slots=True)
class AppendRow:
    """A new row below the last one; cells as (column, value)."""

    cells: tuple[tuple[int, CellValue], ...]


@dataclass(frozen=True, slots=True)
class Absorb:
    """The row is whole in the history and merged into ``into``: empty it and let the rows close up.

    ``into`` is None where a row that the tool added is taken back by ``undo``.
    """

    row: int
    into: int | None


@dataclass(frozen=True, slots=True)
class Arrange:
    """The data rows in their new order, top to bottom. Rows not named (absorbed, blank) come after them, blank.

    Everything that belongs to a row travels with it: extra columns, formats, height, notes, links.
    """

    first_row: int
    order: tuple[int, ...]


Request: TypeAlias = AddColumn | Swap | Put | AppendRow | Absorb | Arrange


@dataclass(frozen=True, slots=True)
class Batch:
    """What a run wants done, fenced: it applies once, as ``epoch``, or not at all.

    The adapter keeps the tab as it was (the pre-image) under ``epoch`` before anything else changes.
    ``state`` is the whole new content of the state tab; ``history`` is appended, or, for ``forget`` alone,
    replaces all there was (``rewrites_history``), and then no pre-image is kept. ``rebuilds``: the state tab may
    be damaged, and this is what takes its place.
    """

    epoch: int
    owner: str
    seen: str
    requests: tuple[Request, ...]
    state: tuple[StateRow, ...]
    history: tuple[HistoryRow, ...]
    rewrites_history: bool = False
    rebuilds: bool = False
