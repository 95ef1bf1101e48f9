"""One look at the sheet: the team's tab and the tool's own tabs, as immutable values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from callbacksheet.core.model import CellValue


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, zero-based, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Tab:
    """The team's tab: every cell from A1 on, zero-based; rows may be ragged, empty cells are None.

    On a shared sheet ``fixed`` are the places (row, column) that cannot be compared and swapped, since they hold no
    text; ``parsed`` those with text where the sheet would read a replacement as if it were typed.
    """

    title: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    fixed: frozenset[tuple[int, int]] = frozenset()
    parsed: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, column: int) -> CellValue:
        """The value at a place, None beyond the edge."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]

    def with_cells(self, cells: Mapping[tuple[int, int], CellValue]) -> Tab:
        """The tab with these cells, by their places."""
        if not cells:
            return self
        rows = [list(row) for row in self.rows]
        for (row, column), value in cells.items():
            rows[row].extend([None] * (column + 1 - len(rows[row])))
            rows[row][column] = value
        return replace(self, rows=tuple(map(tuple, rows)))


@dataclass(frozen=True, slots=True)
class StateRow:
    """One line of the hidden state tab: what kind of fact, of what, and the fact as JSON text."""

    kind: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the hidden history tab, append-only: a cell that changed, or a row that was merged away.

    ``before`` and ``after`` are for reading; ``raw`` is JSON of the two exact values, for ``undo``.
    ``at`` is ISO 8601 with offset.
    """

    at: str
    run: str
    key: str
    column: str
    before: str
    after: str
    why: str
    who: str
    raw: str = ""


class OwnTab(StrEnum):
    """A hidden tab of the tool's beside its state."""

    HISTORY = "history"
    PRE_IMAGE = "pre-image"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one read returned.

    ``book`` names the workbook or spreadsheet for ever (made at adoption, kept in the state tab);
    ``seen`` is the adapter's fingerprint of exactly what was read, handed back to it when applying.
    ``state`` is None where the hidden tabs do not exist yet: the sheet is not adopted. ``history`` only ever
    grows and few runs look at it, so an adapter may read it when it is first looked at.

    ``shared``: others type in it while the tool runs. Then ``before`` is the tab as it stood right before the last
    batch, where it is kept, and ``still`` says why rows must not be moved now, "" where they may be. ``spent`` is an
    epoch past which no batch can have been, by what else than the state stands there; 0 where nothing does.
    ``marked``: it is the tab that the tool was set up in; where that cannot be told, its rows tell
    (``refuse_another_tab``). ``lost`` are the tool's own tabs that stood beside the state and are gone.
    """

    tab: Tab
    state: tuple[StateRow, ...] | None
    history: Sequence[HistoryRow]
    seen: str
    shared: bool = False
    before: tuple[tuple[CellValue, ...], ...] | None = None
    still: str = ""
    spent: int = 0
    marked: bool = True
    lost: frozenset[OwnTab] = frozenset()
