"""The history tab: a line of the history a row, or, where a run has many, some hundred of them packed in one row.

A row of nine cells says little beside what goes around it on the wire; packed, ten thousand rows taken over fit in a
few writes, and the tab stays small.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, overload

from callbacksheet.core.cells import to_json
from callbacksheet.core.snapshot import HistoryRow

CELL_LIMIT = 24_000
"""Characters a cell of ours holds: under Google's 50,000 however they are counted."""
PACKED = "lines"
"""What stands in place of the key in a row of many lines."""
_PACKED_FROM = 100
_WIDTH = 9
_SAME = 0
"""Stands for the key of the line before."""

Cells = list[str]


def rows_for(lines: Sequence[HistoryRow]) -> list[Cells]:
    """The rows of the tab for lines that come behind all others."""
    rows: list[Cells] = []
    for _, run in groupby(lines, key=lambda line: (line.at, line.run)):
        together = list(run)
        rows += [row for pack in _packs(together) for row in _rows(pack)]
    return rows


def pieces(text: str) -> list[str]:
    """A long text in as many cells as it needs."""
    return [text[start : start + CELL_LIMIT] for start in range(0, len(text), CELL_LIMIT)] or [""]


def _packs(lines: Sequence[HistoryRow]) -> Iterator[list[HistoryRow]]:
    """As many lines together as one cell holds; few lines, and long ones, each alone."""
    pack: list[HistoryRow] = []
    size = 0
    for line in lines:
        length = 2 * sum(map(len, (line.key, line.column, line.before, line.after, line.why, line.raw))) + 40
        if pack and size + length > CELL_LIMIT:
            yield pack
            pack, size = [], 0
        pack.append(line)
        size += length
    if pack:
        yield pack


def _rows(pack: Sequence[HistoryRow]) -> list[Cells]:
    if len(pack) < _PACKED_FROM:
        return [_row(line) for line in pack]
    return [packed(pack)]


def packed(lines: Sequence[HistoryRow]) -> Cells:
    """Lines of one run in one row: who and why are told once for all of them."""
    words: dict[str, int] = {}
    form: list[list[Any]] = []
    last = None
    for line in lines:
        said = [words.setdefault(word, len(words)) for word in (line.why, line.who)]
        told: list[Any] = [_SAME if line.key == last else line.key, line.column, line.before, line.after, *said]
        form.append([*told, line.raw] if line.raw else told)
        last = line.key
    return [lines[0].at, lines[0].run, PACKED, *pieces(to_json([list(words), form]))]


def _row(line: HistoryRow) -> Cells:
    """One line; what is too long to be read there is kept whole behind it."""
    texts = (line.at, line.run, line.key, line.column, line.before, line.after, line.why, line.who)
    raw = line.raw
    if not raw and max(len(line.before), len(line.after)) > CELL_LIMIT:
        raw = to_json([line.before or None, line.after or None])
    return [*(text[:CELL_LIMIT] for text in texts), *pieces(raw)]


def lines_in(row: Sequence[str]) -> tuple[HistoryRow, ...]:
    """The lines that a row of the tab holds."""
    if not any(row):
        return ()
    if row[2:3] == [PACKED]:
        try:
            return tuple(_unpacked(row[0], row[1], json.loads("".join(row[3:]))))
        except (ValueError, TypeError, IndexError):
            pass  # somebody has edited it: what is left of it is shown as it stands
    filled = [*row, *[""] * _WIDTH]
    at, run, key, column, before, after, why, who = filled[:8]
    return (HistoryRow(at, run, key, column, before, after, why, who, "".join(filled[8:])),)


def _unpacked(at: str, run: str, form: list[Any]) -> Iterator[HistoryRow]:
    words, lines = form
    last = ""
    for key, column, before, after, why, who, *raw in lines:
        last = last if key == _SAME else key
        yield HistoryRow(at, run, last, column, before, after, words[why], words[who], *raw)


class LateHistory(Sequence[HistoryRow]):
    """The history, read when it is first looked at: it only ever grows, and few runs need it."""

    def __init__(self, read: Callable[[], list[Cells]]) -> None:
        self._read = read
        self._lines: tuple[HistoryRow, ...] | None = None
        self._rows: list[tuple[HistoryRow, ...]] = []

    @property
    def lines(self) -> tuple[HistoryRow, ...]:
        if self._lines is None:
            self._rows = [lines_in(row) for row in self._read()]
            self._lines = tuple(line for row in self._rows for line in row)
        return self._lines

    def rewritten(self, lines: Sequence[HistoryRow]) -> dict[int, Cells]:
        """The rows of the tab that differ once these lines stand there in place of the present ones, each for each;
        further ones come behind them.
        """
        rows: dict[int, Cells] = {}
        assert len(lines) >= len(self.lines), "a history never gets shorter"
        start = 0
        for place, held in enumerate(self._rows):
            wanted = tuple(lines[start : start + len(held)])
            if wanted != held:
                rows[place] = packed(wanted) if len(held) > 1 else _row(wanted[0])
            start += len(held)
        return rows | dict(enumerate(rows_for(lines[start:]), len(self._rows)))

    @overload
    def __getitem__(self, index: int) -> HistoryRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[HistoryRow]: ...
    def __getitem__(self, index: int | slice) -> HistoryRow | Sequence[HistoryRow]:
        return self.lines[index]

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[HistoryRow]:
        return iter(self.lines)

    def __eq__(self, other: object) -> bool:
        return self.lines == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.lines)
