"""Known-bad variants of the protocol: the product with one piece taken out. The simulation must catch each of them.

They are judged by what comes of them only; that a batch has no fence, or sorts, is not held against them as such.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from callbacksheet.adapters.google import GoogleSheet
from callbacksheet.adapters.google_door import LostError, Place
from callbacksheet.adapters.google_names import UNDO_ID
from callbacksheet.core import agenda, decide, outbox
from callbacksheet.core.batch import Batch
from callbacksheet.core.callback import Row
from callbacksheet.core.displaced import Displaced
from callbacksheet.core.identity import Identified
from callbacksheet.core.keys import key_of, number_of
from callbacksheet.core.layout import find_layout
from callbacksheet.core.model import Column
from callbacksheet.core.outbox import Entry, Fate, Logged, Step, next_step
from callbacksheet.core.rows import data_rows
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.core.state import Base, State, read_state, write_state
from tests.sim.copies import Copy
from tests.sim.ledger import columns_of
from tests.sim.play import SHOP, TITLE, Stage, Way, ours, run_ours
from tests.sim.wire import Wire
from tests.sim.world import TAB

Json = dict[str, Any]
Alter = Callable[[Stage, list[Json]], list[Json]]


class Altered:
    """The door, with each change altered on its way; it may be sent again when its answer was lost."""

    def __init__(self, stage: Stage, wire: Wire, alter: Alter, *, insists: bool) -> None:
        self._stage = stage
        self._wire = wire
        self._alter = alter
        self._insists = insists

    @property
    def reads(self) -> int:
        return self._wire.reads

    @reads.setter
    def reads(self, count: int) -> None:
        self._wire.reads = count

    @property
    def writes(self) -> int:
        return self._wire.writes

    @writes.setter
    def writes(self, count: int) -> None:
        self._wire.writes = count

    @property
    def id(self) -> str:
        return self._wire.id

    def look(self, places: Sequence[Place], fields: str) -> Json:
        return self._wire.look(places, fields)

    def change(self, requests: Sequence[Json], ranges: Sequence[str] = (), fields: str = "") -> Json:
        altered = self._alter(self._stage, list(requests))
        try:
            return self._wire.change(altered, ranges, fields)
        except LostError:
            if not self._insists:
                raise
            return self._wire.change(altered, ranges, fields)


@dataclass(frozen=True)
class Variant:
    """One piece taken out. ``patches`` are names of the product that are something else meanwhile.

    ``shows`` are the invariants by which it must be caught; ``first`` is a seed that is known to show it, played before
    all others.
    """

    name: str
    way: Way
    shows: frozenset[str]
    patches: tuple[tuple[Any, str, Any], ...] = ()
    first: int | None = None

    @contextmanager
    def in_force(self) -> Iterator[None]:
        # Patches, since these pieces are plain functions of the core that no door leads to.
        before = [(where, name, getattr(where, name)) for where, name, _ in self.patches]
        for where, name, value in self.patches:
            setattr(where, name, value)
        try:
            yield
        finally:
            for where, name, value in before:
                setattr(where, name, value)


def _altering(alter: Alter, *, insists: bool = False) -> Way:
    def way(stage: Stage, copy: Copy, wire: Wire, person: bool) -> None:
        run_ours(stage, copy, GoogleSheet(Altered(stage, wire, alter, insists=insists), TITLE), person=person)

    return way


def _without_fence(_stage: Stage, requests: list[Json]) -> list[Json]:
    return [r for r in requests if not {"addNamedRange", "deleteNamedRange"} & r.keys()]


def _without_pre_image(_stage: Stage, requests: list[Json]) -> list[Json]:
    return [r for r in requests if r.get("copyPaste", {}).get("destination", {}).get("sheetId") != UNDO_ID]


def _sorting(stage: Stage, requests: list[Json]) -> list[Json]:
    """Where rows would be moved they are sorted, which moves values and not rows."""
    moves = [r for r in requests if r.get("moveDimension", {}).get("source", {}).get("sheetId") == TAB]
    column = columns_of(stage.world.grid[0]).get("Next callback") if moves else None
    if column is None:
        return requests
    where = {"sheetId": TAB, "startRowIndex": 1}
    sort = {"sortRange": {"range": where, "sortSpecs": [{"dimensionIndex": column, "sortOrder": "ASCENDING"}]}}
    return [sort if r is moves[0] else r for r in requests if r is moves[0] or r not in moves]


def _by_place(_stage: Stage, requests: list[Json]) -> list[Json]:
    """Row numbers reused: no cell is compared before it is replaced."""
    return [_placed(r["findReplace"]) if "findReplace" in r else r for r in requests]


def _emptied_by_place(_stage: Stage, requests: list[Json]) -> list[Json]:
    """Rows merged away are emptied without looking whether they are still the same."""
    return [_placed(swap) if (swap := r.get("findReplace")) and not swap["replacement"] else r for r in requests]


def _placed(swap: Json) -> Json:
    where = swap["range"]
    start = {"sheetId": where["sheetId"], "rowIndex": where["startRowIndex"], "columnIndex": where["startColumnIndex"]}
    value = {"userEnteredValue": {"stringValue": swap["replacement"]}} if swap["replacement"] else {}
    return {"updateCells": {"start": start, "rows": [{"values": [value]}], "fields": "userEnteredValue"}}


def _same(_stage: Stage, requests: list[Json]) -> list[Json]:
    return requests


def trusting(rows: Sequence[Row], state: State | None, spent: int = 0, _emptied: Collection[str] = ()) -> Identified:
    """Whatever key stands in a row is the row's; only a second one of the same is replaced."""
    base = {one.key: one for one in state.base} if state else {}
    counter = max(spent, state.counter if state else 0)
    seen: set[str] = set()
    named = []
    for row in rows:
        key = row.text(Column.ID).upper()
        if not number_of(key) or key in seen:
            counter += 1
            key = key_of(counter)
        seen.add(key)
        known = base.get(key)
        changed = known is None or any(a != b for a, b in zip(row.cells, known.cells, strict=True))
        named.append(replace(row, key=key, base=known, changed=changed))
    counter = max([counter, *map(number_of, seen)])
    return Identified(tuple(named), tuple(one for key, one in base.items() if key not in seen), counter)


class Believing(GoogleSheet):
    """Remembers as base what really stood there after a write, whoever had typed it."""

    stage: Stage

    def apply(self, batch: Batch) -> Snapshot:
        after = super().apply(batch)
        layout = find_layout(after.tab, SHOP.language)
        real = {row.text(Column.ID): row for row in data_rows(after.tab, layout)}
        state = read_state(after.state) if after.state else State()
        base = tuple(_real(one, real.get(one.key)) for one in state.base)
        self.stage.believed = {one.key: one for one in base}
        return replace(after, state=write_state(replace(state, base=base)))

    def read(self) -> Snapshot:
        seen = super().read()
        if seen.state is None:
            return seen
        state = read_state(seen.state)
        base = tuple(self.stage.believed.get(one.key, one) for one in state.base)
        return replace(seen, state=write_state(replace(state, base=base)))


def _real(base: Base, row: Row | None) -> Base:
    return base if row is None else replace(base, cells=row.cells, extras=row.extras)


def _believing(stage: Stage, copy: Copy, wire: Wire, person: bool) -> None:
    sheet = Believing(wire, TITLE)
    sheet.stage = stage
    run_ours(stage, copy, sheet, person=person)


def _never(_row: object) -> bool:
    return False


def _always(_callback: object) -> bool:
    return True


def taking_over_without_doubt(entry: Entry, now: datetime, me: str, logged: Logged, *, dedupes: bool) -> Step:
    """A claim of another machine's that has run out is sent as if that machine had surely not begun to."""
    step = next_step(entry, now, me, logged, dedupes=dedupes)
    another = entry.fate is Fate.CLAIMED and entry.owner != me and now >= entry.lease
    return Step.SEND if another and step is not Step.WAS_SENT else step


def _asking_about_nothing(*_: object) -> dict[str, Displaced]:
    """Nobody is told that rows moved under a cell in which somebody was typing."""
    return {}


_LOSS = frozenset({"I1", "I2"})
_UNTOLD = frozenset({"I1", "I2", "I8"})
"""What slipped in stays in the sheet, but no history tells it."""
_WRONG_ROW = frozenset({"I1", "I2", "I3"})

VARIANTS = (
    Variant("no fence", _altering(_without_fence), frozenset({"I1", "I2", "I8", "I10"})),
    Variant("blind retry", _altering(_without_fence, insists=True), frozenset({"I1", "I2", "I8", "I10"})),
    Variant("no pre-image", _altering(_without_pre_image), _LOSS),
    Variant("sortRange", _altering(_sorting), frozenset({"I1", "I3", "I6", "I16"})),
    Variant("row numbers reused", _altering(_by_place), _LOSS),
    Variant("no id healing", _altering(_same), _WRONG_ROW, ((decide, "identify", trusting),), first=211),
    Variant(
        "merge without waiting", _altering(_same), _WRONG_ROW, ((decide, "settled", _always), (decide, "begun", _never))
    ),
    Variant("dedupe without comparing keys", _altering(_emptied_by_place), _LOSS),
    Variant("base := real post-state", _believing, _UNTOLD),
    Variant("nothing asked after moves", ours, frozenset({"I16"}), ((decide, "displacements", _asking_about_nothing),)),
    Variant(
        "claim take-over without doubt",
        ours,
        frozenset({"I12"}),
        ((agenda, "next_step", taking_over_without_doubt), (outbox, "next_step", taking_over_without_doubt)),
    ),
)
