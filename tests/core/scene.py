"""What a batch met on a sheet that others type in, told as a scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from callbacksheet.core.batch import AppendRow, Put, Request, Swap
from callbacksheet.core.callback import COLUMNS
from callbacksheet.core.journal import journal_of
from callbacksheet.core.layout import find_layout
from callbacksheet.core.lesson import Learned, learn
from callbacksheet.core.model import CellValue, Language
from callbacksheet.core.sight import Sight, see
from callbacksheet.core.snapshot import Snapshot, Tab
from callbacksheet.core.state import FILLS, Base, Facts, State

Grid = list[list[CellValue]]
HEAD = "Name | Phone | Reason | Status | Next callback | Notes | Updated | ID"
NAME, PHONE, REASON, STATUS, NEXT, NOTES, UPDATED, ID = range(8)
DANA = "Dana | 0101 | color | New | 10:00 | first | 09:00 | CB-A"
OLEH = "Oleh | 0102 | invoice | Waiting | 11:00 | door | 09:05 | CB-B"
EVA = "Eva | 0103 | quote | | | bell | 09:10 | CB-C"


def grid(*lines: str) -> Grid:
    return [[text.strip() or None for text in line.split("|")] for line in (HEAD, *lines)]


def done(rows: Grid, requests: Sequence[Request]) -> Grid:
    """The batch as Google does it: by place, or only where the cell still holds what was read."""
    after = [list(row) for row in rows]
    for request in requests:
        if isinstance(request, Put) or (
            isinstance(request, Swap) and after[request.row][request.column] == request.old
        ):
            after[request.row][request.column] = request.new
        elif isinstance(request, AppendRow):
            cells = dict(request.cells)
            after.append([cells.get(column) for column in range(len(after[0]))])
    return after


def without_the_hidden_column(rows: Grid, *order: int) -> Grid:
    """Sorted by a person who selected everything but the column that they do not see."""
    return [rows[0], *([*rows[of][:-1], rows[place][-1]] for place, of in enumerate(order, 1))]


def one_row_further_down(rows: Grid) -> Grid:
    """Somebody began a row above all others."""
    return [rows[0], ["Ines", *[None] * ID], *rows[1:]]


@dataclass
class Scene:
    """What was read, what was to be written, and what people did before and after it landed."""

    read: Grid
    requests: Sequence[Request]
    before: Callable[[Grid], Grid] = list
    since: Callable[[Grid], Grid] = list
    kept: Sequence[int] = ()
    """The rows in the pre-image, where it does not hold all."""
    pairs: Sequence[tuple[str, str]] = ()
    """The rows merged away, and into which."""
    bases: Mapping[int, Base] | None = None
    """What was remembered of the rows that were read, where that is another thing than what stood there."""
    fills: bool = False
    """Whether empty cells were found to be filled before."""
    strangers: Sequence[tuple[int, int]] = ()
    """Where another row's value had fallen, which the batch was to take off."""
    fixed: frozenset[tuple[int, int]] = frozenset()
    """The cells that held no text when they were read."""

    def learned(self) -> Learned:
        return learn(*self._seen())

    def sight(self) -> Sight:
        """The tab as the next run takes it to be."""
        return see(*self._seen(), datetime(2026, 11, 20, 12, 30, tzinfo=UTC), Language.EN)

    def _seen(self) -> tuple[Snapshot, State]:
        tab = Tab("Callbacks", tuple(map(tuple, self.read)), fixed=self.fixed)
        layout = find_layout(tab, Language.EN)
        planned = done(self.read, self.requests)
        places = {column: layout.index(column) for column in COLUMNS if column not in layout.added}
        base = tuple(
            Base(str(row[ID]), tuple(row[places[c]] if c in places else None for c in COLUMNS), "", Facts())
            for row in planned[1:]
            if row[ID] and row[ID] not in dict(self.pairs)
        )
        journal = journal_of(self.requests, tab, layout, 5, self.pairs, self.bases, self.strangers)
        state = State(epoch=5, base=base).with_memos((journal, *([FILLS] if self.fills else [])))
        before = self.before(self.read)
        now = self.since(done(before, self.requests))
        kept = tuple(tuple(row) if not self.kept or n in (0, *self.kept) else () for n, row in enumerate(before))
        return Snapshot(Tab("Callbacks", tuple(map(tuple, now))), None, (), "", shared=True, before=kept), state


def moved(learned: Learned) -> dict[tuple[int, int], CellValue]:
    """What is to stand where, of all that is put right."""
    return {place: learned.tab.cell(*place) for place in learned.standing}
