"""A sheet that lives in memory: for tests and simulations, with the same promises as a real one."""

from __future__ import annotations

from collections.abc import Sequence

from callbacksheet.adapters.fence import check_epoch, check_seen
from callbacksheet.adapters.grid import outcome
from callbacksheet.adapters.plain_rows import trimmed
from callbacksheet.core.batch import Batch
from callbacksheet.core.model import CellValue
from callbacksheet.core.snapshot import Area, HistoryRow, Snapshot, StateRow, Tab


class MemorySheet:
    """One tab and the tool's hidden tabs as plain values.

    ``type_in`` and ``replace_rows`` are what staff do meanwhile; ``pre_images`` holds the tab as it was
    before each epoch; ``reads`` and ``writes`` count looks and batches applied.
    """

    def __init__(
        self,
        title: str = "Callbacks",
        rows: Sequence[Sequence[CellValue]] = (),
        *,
        state: tuple[StateRow, ...] | None = None,
        history: Sequence[HistoryRow] = (),
        merged: tuple[Area, ...] = (),
        hidden_rows: frozenset[int] = frozenset(),
    ) -> None:
        self._tab = Tab(title, trimmed(rows), merged, hidden_rows)
        self._state = state
        self._history = tuple(history)
        self._version = 1
        self.pre_images: dict[int, Tab] = {}
        self.reads = 0
        self.writes = 0

    @property
    def rows(self) -> tuple[tuple[CellValue, ...], ...]:
        return self._tab.rows

    def read(self) -> Snapshot:
        self.reads += 1
        return self._look()

    def apply(self, batch: Batch) -> Snapshot:
        check_epoch(batch, self._state)
        check_seen(batch, self._seen)
        after = outcome(self._tab.rows, batch.requests, self._tab.title)
        hidden = frozenset(place for place, source in enumerate(after.sources) if source in self._tab.hidden_rows)
        if batch.rewrites_history:
            self.pre_images.clear()
        else:
            self.pre_images[batch.epoch] = self._tab
        self._tab = Tab(self._tab.title, after.rows, self._tab.merged, hidden)
        self._state = batch.state
        self._history = batch.history if batch.rewrites_history else self._history + batch.history
        self._version += 1
        self.writes += 1
        return self._look()

    def type_in(self, row: int, column: int, value: CellValue) -> None:
        """Staff type one cell."""
        rows = [list(line) for line in self._tab.rows]
        while len(rows) <= row:
            rows.append([])
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = value
        self.replace_rows(rows)

    def replace_rows(self, rows: Sequence[Sequence[CellValue]]) -> None:
        """Staff leave the tab looking like this: sorted, pasted over, rows deleted."""
        self._tab = Tab(self._tab.title, trimmed(rows), self._tab.merged, self._tab.hidden_rows)
        self._version += 1

    def drop_hidden_tabs(self) -> None:
        """Staff delete the tool's own tabs."""
        self._state, self._history = None, ()
        self._version += 1

    @property
    def _seen(self) -> str:
        return f"memory-{self._version}"

    def _look(self) -> Snapshot:
        return Snapshot(self._tab, self._state, self._history, self._seen)
