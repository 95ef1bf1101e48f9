"""A plan too large for one write, made in parts: what this write is about, and what waits for the next.

Google recommends requests of at most 2 MB and ends those that take it too long. Every part is a batch like any other,
with its own epoch, pre-image and journal; a row that it does not reach is left as it is, and so is what is remembered
of it, so that a run that ends between two parts has lost nothing and the next one goes on. First every row becomes
known, then rows are changed, and only when none waits any more are they moved. A workbook is written whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from callbacksheet.core.callback import Callback, Row
from callbacksheet.core.cells import shown
from callbacksheet.core.decide import Decision
from callbacksheet.core.history import Pen, changes_of, facts_lines, gone_lines, touched_by, typed_lines
from callbacksheet.core.keys import number_of
from callbacksheet.core.model import CellValue
from callbacksheet.core.snapshot import HistoryRow
from callbacksheet.core.state import Base, State, base_text

MOST_BYTES = 1_700_000
"""How much one write may be about, as reckoned here; with what comes to it that stays under 2 MB."""
MOVE_BYTES = 136
"""What moving one row takes, and remembering in whose place it stands."""
_NEW_ROW = 2_400
"""What adding a row takes beside what it brings: the tool's own columns, a line of the state, some of the history."""
_LINE, _CELL, _GROUP, _STATE_LINE, _TOMB = 48, 190, 60, 270, 400
"""What goes around the texts of a line of the history, a cell, a row in the journal, a line of the state, a grave."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one write is about. ``decision`` holds the rows it reaches, ``waiting`` the keys of all others, and
    ``kept`` what stays remembered of these; ``weight`` is about how many bytes it takes. ``unknown``: nothing at all is
    remembered of some of those that wait.
    """

    decision: Decision
    waiting: frozenset[str] = frozenset()
    kept: tuple[Base, ...] = ()
    weight: int = 0
    unknown: bool = False


def first_part(
    decision: Decision, state: State | None, pen: Pen, most: int, asked: Collection[str] = (), spent: int = 0
) -> Part:
    """As much of a decision as one write may hold.

    ``asked`` are rows that somebody waits for; these, new rows of the tool's own, and what the last write left amiss
    are in it whatever they take.
    """
    scale = _Scale(pen, most)
    must = [c for c in decision.queue if _urgent(c, asked)]
    for callback in must:
        scale.put_on(_lines_and_cells(callback, pen))
    held = {callback.key for callback in must}
    new = [c for c in decision.queue if c.key in decision.newcomers and c.key not in held]
    new = scale.as_many(sorted(new, key=lambda c: c.row.place))
    held |= {callback.key for callback in new}
    known = [c for c in decision.queue if c.key not in held and c.key not in decision.newcomers]
    gone: tuple[Base, ...] = ()
    if decision.newcomers <= held and not (state and state.adopting):
        gone = tuple(one for one in decision.gone if scale.takes(_of_gone(one, pen)))
        known = scale.as_many(sorted(known, key=lambda c: c.row.place))
    else:
        known = [callback for callback in known if _is_as_remembered(callback)]
    held |= {callback.key for callback in known}
    if len(held) == len(decision.queue) and len(gone) == len(decision.gone):
        return Part(decision, weight=scale.weight)
    left = [callback for callback in decision.queue if callback.key not in held]
    rows = [row for callback in left for row in (callback.row, *callback.absorbed)]
    there = {one.key for one in gone}
    still = [one for one in decision.gone if one.key not in there]
    waiting = frozenset((*(row.key for row in rows), *(one.key for one in still)))
    kept = (*(row.base for row in rows if row.base), *still)
    unknown = any(row.base is None for row in rows)
    return Part(_only(decision, held, gone, spent), waiting, kept, scale.weight, unknown)


def _urgent(callback: Callback, asked: Collection[str]) -> bool:
    """Whether a callback cannot wait: asked for, brought by the tool, or owed since the last write."""
    rows = (callback.row, *callback.absorbed)
    return any(row.incoming or row.standing or row.key in asked for row in rows)


def _only(decision: Decision, reached: Collection[str], gone: tuple[Base, ...], spent: int) -> Decision:
    """The decision about these rows alone; keys that no row was given yet stay free."""
    queue = tuple(callback for callback in decision.queue if callback.key in reached)
    given = (number_of(row.key) for callback in queue for row in (callback.row, *callback.absorbed))
    return replace(
        decision,
        queue=queue,
        merges=tuple(merge for merge in decision.merges if merge.survivor.key in reached),
        gone=gone,
        counter=max((spent, *given)),
        newcomers=frozenset(key for key in decision.newcomers if key in reached),
    )


class _Scale:
    """What was put on it so far, and how much may be."""

    def __init__(self, pen: Pen, most: int) -> None:
        self.weight = 0
        self._pen = pen
        self._most = most
        self._whys: set[str] = set()

    def put_on(self, parts: Iterable[HistoryRow | int]) -> None:
        self.weight += self._of(parts)

    def takes(self, parts: Iterable[HistoryRow | int]) -> bool:
        """Put this on if there is room for it; the first thing always has room."""
        weight = self._of(parts)
        if self.weight and self.weight + weight > self._most:
            return False
        self.weight += weight
        return True

    def as_many(self, callbacks: Iterable[Callback]) -> list[Callback]:
        """The first of these, up to the one for which there is no room; those that change nothing weigh nothing."""
        taken: list[Callback] = []
        full = False
        for callback in callbacks:
            if _is_as_remembered(callback) or (not full and self.takes(_lines_and_cells(callback, self._pen))):
                taken.append(callback)
            else:
                full = True
        return taken

    def _of(self, parts: Iterable[HistoryRow | int]) -> int:
        return sum(part if isinstance(part, int) else self._of_line(part) for part in parts)

    def _of_line(self, line: HistoryRow) -> int:
        """A line of the history; a reason that was given before is not told in full again."""
        told = 0 if line.why in self._whys else _size(line.why)
        self._whys.add(line.why)
        return _LINE + told + sum(map(_size, (line.key, line.column, line.before, line.after, line.raw)))


def _is_as_remembered(callback: Callback) -> bool:
    base, row = callback.row.base, callback.row
    return (
        base is not None
        and not callback.absorbed
        and not row.changed
        and callback.facts == base.facts
        and row.extras == base.extras
        and callback.cells == row.cells == base.cells
    )


def in_parts(rows: Sequence[Row], marks: Sequence[str]) -> list[tuple[tuple[Row, ...], tuple[str, ...]]]:
    """Rows that come from elsewhere, with their marks, as many together as one write may add beside other things."""
    parts: list[tuple[tuple[Row, ...], tuple[str, ...]]] = []
    start = weight = 0
    for number, row in enumerate(rows):
        texts = sum(map(_size_of, row.cells)) + sum(_size_of(value) for _, value in row.own)
        of_row = _NEW_ROW + 4 * texts
        if weight and weight + of_row > MOST_BYTES // 2:
            parts.append((tuple(rows[start:number]), tuple(marks[start:number])))
            start, weight = number, 0
        weight += of_row
    return [*parts, (tuple(rows[start:]), tuple(marks[start:]))]


def _lines_and_cells(callback: Callback, pen: Pen) -> Iterator[HistoryRow | int]:
    """All that writing one callback takes: lines of the history, and the bytes of all else."""
    for row in (callback.row, *callback.absorbed):
        yield from typed_lines(row, pen)
    for change in changes_of(callback):
        yield pen.line(change.key, change.column, change.before, change.after, change.why)
    yield from facts_lines(callback, pen)
    yield sum(_of_cell(change.before, change.after) for change in touched_by(callback)) + _GROUP
    base = Base(callback.key, callback.cells, callback.row.extras, callback.facts)
    yield _STATE_LINE + _size(base_text(base))
    for absorbed in callback.absorbed:
        yield from _of_absorbed(absorbed, callback)


def _of_absorbed(absorbed: Row, survivor: Callback) -> Iterator[int]:
    """A row merged away: its lines in the history, its cells emptied, and its grave with both rows as they were."""
    texts = sum(map(_size_of, absorbed.cells)) + sum(_size_of(value) for _, value in absorbed.own)
    filled = sum(value is not None for value in absorbed.cells) + len(absorbed.own)
    yield 3 * texts + filled * (_CELL + 2 * _LINE)
    remembered = [base_text(base) for base in (absorbed.base, survivor.row.base) if base]
    yield _TOMB + 3 * sum(map(_size, remembered))


def _of_gone(gone: Base, pen: Pen) -> Iterator[HistoryRow | int]:
    yield from gone_lines(gone, pen)
    yield _STATE_LINE


def _of_cell(before: CellValue, after: CellValue) -> int:
    """A cell as it is sent, and as it stands in the journal."""
    return _CELL + 2 * _size_of(after) + (2 * _size_of(before) + 60 if before is not None else 0)


def _size_of(value: CellValue) -> int:
    return _size(shown(value))


def _size(text: str) -> int:
    """Bytes on the wire, what has to be escaped there counted."""
    return len(text.encode("utf-8", "surrogatepass")) + text.count('"') + text.count("\n")
