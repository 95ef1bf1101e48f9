"""R17, taking runs back: each cell they changed gets its old value unless somebody changed it since; rows their order.

Rows merged away come back whole, rows they added leave; columns and tabs the tool added stay. What was left
alone is named. A row that people deleted stays deleted, and what they typed since the last run is still theirs: the
next run finds, stamps and records it. An undo is a run like any other, with its own lines in the history; so is a
rollback, which takes back every run after a moment, the latest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from callbacksheet.core.batch import Absorb, AppendRow, Arrange, Batch, Request
from callbacksheet.core.callback import COLUMNS, PLACE
from callbacksheet.core.cells import same
from callbacksheet.core.displaced import moved_lines
from callbacksheet.core.history import (
    COVERED,
    DELETED,
    FACTS,
    FORGOTTEN,
    IMPORTED,
    ORDER,
    PUT_BACK,
    RUNS,
    TAKEN_BACK,
    TOLD_IN,
    TYPED,
    UNWRITTEN,
    Change,
    Pen,
    order_before,
    order_lines,
    pen_of,
    set_before,
    set_lines,
)
from callbacksheet.core.identity import identify
from callbacksheet.core.journal import journal_of
from callbacksheet.core.model import Column
from callbacksheet.core.parse import count_of_calls
from callbacksheet.core.plan import Run, cell_request, row_cells
from callbacksheet.core.refusals import refuse_lost_history, refuse_lost_pre_image
from callbacksheet.core.replay import Restored, lines_by_row, restored_rows, returned_rows
from callbacksheet.core.rows import extras_digest
from callbacksheet.core.settling import may_move
from callbacksheet.core.shared import as_kept
from callbacksheet.core.shop import Shop
from callbacksheet.core.sight import Sight, cleared, leftovers, lines_of, put_right, see, swap
from callbacksheet.core.snapshot import HistoryRow, Snapshot, StateRow
from callbacksheet.core.state import Base, Facts, State, facts_of, facts_text, read_state, write_state
from callbacksheet.core.tombs import KIND as MERGED_ROW
from callbacksheet.core.tombs import tombs_in
from callbacksheet.errors import RefusedError, UsageError

UNDO_OF = "undo of "
ROLLBACK_TO = "rollback to "
_NOT_OURS = (TYPED, DELETED, FORGOTTEN, COVERED, PUT_BACK, TAKEN_BACK, TOLD_IN, UNWRITTEN)
"""Lines of what people did, and of what they had forgotten: nothing to take back."""


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What taking ``runs`` back changes, and the cells it leaves because somebody has changed them since."""

    runs: tuple[str, ...]
    changes: tuple[Change, ...]
    left: tuple[Change, ...]
    returned: int
    removed: int
    batch: Batch | None

    @property
    def run(self) -> str:
        """The run taken back, where it is one."""
        return self.runs[-1] if self.runs else ""


def last_run(history: Sequence[HistoryRow], undone: frozenset[str]) -> str:
    """The latest run that changed the sheet, is not undone, and is no undo itself; "" for none."""
    for line in reversed(history):
        if line.run not in undone and not line.why.startswith((UNDO_OF, ROLLBACK_TO)) and line.why not in _NOT_OURS:
            return line.run
    return ""


def plan_undo(snapshot: Snapshot, wanted: str, run: Run, shop: Shop) -> UndoPlan:
    """Take one run back (the latest where ``wanted`` is ""). Raises UsageError for one unknown or taken back before."""
    if snapshot.state is None:
        raise RefusedError("This sheet has no history yet: there is nothing to undo. Nothing was changed.")
    refuse_lost_history(snapshot)
    state = read_state(snapshot.state, shared=snapshot.shared)
    undone_run = _named(wanted) or last_run(snapshot.history, state.undone)
    if undone_run in state.undone:
        raise UsageError(
            f"Run {undone_run} has been taken back already. Nothing was changed.",
            "'callbacksheet history' lists the runs.",
        )
    lines = [x for x in snapshot.history if x.run == undone_run and x.why not in _NOT_OURS]
    if not lines:
        raise UsageError(
            f"There is no run “{undone_run}” to undo. Nothing was changed."
            if undone_run
            else "There is nothing to undo.",
            "'callbacksheet history' lists the runs.",
        )
    return _plan(snapshot, state, lines, (undone_run,), f"{UNDO_OF}{undone_run}", run, shop)


def plan_rollback(snapshot: Snapshot, to: datetime, run: Run, shop: Shop) -> UndoPlan:
    """Take back every run later than this moment. What people typed since stays in its cells, and is told."""
    if snapshot.state is None:
        raise RefusedError("This sheet has no history yet: there is nothing to take back. Nothing was changed.")
    refuse_lost_history(snapshot)
    state = read_state(snapshot.state, shared=snapshot.shared)
    later = [x for x in snapshot.history if x.why not in _NOT_OURS and _written_at(x) > to]
    runs = tuple(dict.fromkeys(line.run for line in later))
    if not runs:
        return UndoPlan((), (), (), 0, 0, None)
    return _plan(snapshot, state, later, runs, f"{ROLLBACK_TO}{to:%Y-%m-%d %H:%M}", run, shop)


def plan_take_back(
    snapshot: Snapshot, name: str, key: str, memos: Sequence[StateRow], run: Run, shop: Shop
) -> UndoPlan:
    """Take back what one run did to one row, keeping these lines in the state. The run itself stays in force."""
    if snapshot.state is None:
        raise RefusedError("This sheet has no history yet: there is nothing to undo. Nothing was changed.")
    refuse_lost_history(snapshot)
    lines = [x for x in snapshot.history if x.run == name and x.key == key and x.why not in _NOT_OURS]
    state = read_state(snapshot.state, shared=snapshot.shared)
    return _plan(snapshot, state, lines, (), f"{UNDO_OF}{name}", run, shop, memos)


def _written_at(line: HistoryRow) -> datetime:
    """When a run wrote. Raises RefusedError where somebody has edited the history."""
    try:
        return datetime.fromisoformat(line.at).astimezone(UTC)
    except ValueError:
        raise RefusedError(
            f"The hidden history tab was edited: run {line.run} has no time any more. Nothing was changed.",
            "Take single runs back instead: `callbacksheet history` lists them.",
        ) from None


def _undone(state: State, runs: tuple[str, ...], lines: Sequence[HistoryRow]) -> frozenset[str]:
    """The runs that are taken back by now; taking an undo or a rollback back brings its runs into force again."""
    return set_before(state.undone, RUNS, lines) | frozenset(runs)


def _named(wanted: str) -> str:
    """A run's name as typed: R3, r3 or 3."""
    name = wanted.strip().upper()
    return f"R{name}" if name.isdecimal() else name


def _plan(
    snapshot: Snapshot,
    state: State,
    lines: list[HistoryRow],
    runs: tuple[str, ...],
    why: str,
    run: Run,
    shop: Shop,
    memos: Sequence[StateRow] = (),
) -> UndoPlan:
    sight = see(snapshot, state, run.now, shop.language)
    refuse_lost_pre_image(snapshot, state, sight.layout)
    layout, state = sight.layout, sight.state or state
    known = identify(sight.grave.rows, state)  # what was typed on rows merged away waits for the next tidy
    pen = pen_of(state.runs, run.now, run.operator)
    told = lines_by_row(lines)
    restored, left = restored_rows(known.rows, told, why)
    returned = returned_rows(known.rows, told)
    if snapshot.shared:
        restored, returned = [_as_shared(one) for one in restored], [_as_shared(one) for one in returned]
    changes = tuple(change for one in (*restored, *returned) for change in _changes(one, why))
    removed = [one for one in restored if one.empty and one.row]
    staying = [one for one in restored if not one.empty]
    order = _order(snapshot, staying, returned, lines, removed=bool(removed))
    order = (*order, *leftovers(sight)) if order is not None else None
    if snapshot.shared and (snapshot.still or not may_move(shop.sort, (), run.now, background=False)):
        order = None
    requests = _requests(sight, restored, returned, removed, order, shared=snapshot.shared)
    memory = _memory(state, lines)
    base = {one.key: one for one in known.gone}  # the next run tells that they were deleted
    base |= {one.key: memory.base(one) for one in (*staying, *returned) if one.row is None or one.row.base}
    after = replace(
        state,
        epoch=state.epoch + 1,
        runs=state.runs + 1,
        owner=run.owner,
        base=tuple(base[key] for key in sorted(base)),
        imported=set_before(state.imported, IMPORTED, lines),
        undone=_undone(state, runs, lines),
    ).with_memos(memos)
    if snapshot.shared:
        back = {one.key for one in returned}
        tombs = [StateRow(MERGED_ROW, key, "") for key in tombs_in(state) if key in back]
        bases = {row.place: row.base for row in known.rows if row.base}
        strangers = sight.learned.strangers
        journal = journal_of(requests, snapshot.tab, layout, after.epoch, bases=bases, strangers=strangers)
        end = len(snapshot.tab.rows) + sum(isinstance(request, AppendRow) for request in requests)
        moved = moved_lines(state, run.now, known.rows, sight.grave, order, layout.header_row + 1, end)
        after = after.with_memos((*tombs, *moved, journal))
    history = [pen.line(c.key, c.column, c.before, c.after, c.why) for c in changes]
    history += [*_memory_lines(state, after, pen, why), *lines_of(sight, pen)]
    if order is not None:
        history += order_lines([row.key for row in known.rows], pen, why)
    batch = Batch(after.epoch, run.owner, snapshot.seen, requests, write_state(after), tuple(history))
    return UndoPlan(runs, changes, left, len(returned), len(removed), batch)


def _memory_lines(before: State, after: State, pen: Pen, why: str) -> Iterator[HistoryRow]:
    """What is remembered otherwise from now on, so that this too can be taken back: of rows, files and runs."""
    was = {base.key: base.facts for base in before.base}
    now = {base.key: base.facts for base in after.base}
    for key in sorted(was.keys() | now.keys()):
        if was.get(key) != now.get(key):
            then, then_again = (facts_text(facts) if facts else None for facts in (was.get(key), now.get(key)))
            yield pen.line(key, FACTS, then, then_again, why)
    yield from set_lines(IMPORTED, before.imported, after.imported, pen, why)
    yield from set_lines(RUNS, before.undone, after.undone, pen, why)


def _changes(one: Restored, why: str) -> list[Change]:
    now = one.row.cells if one.row else (None,) * len(COLUMNS)
    number = one.row.place + 1 if one.row else None
    return [
        Change(one.key, number, column.value, before, after, why)
        for column, before, after in zip(COLUMNS, now, one.cells, strict=True)
        if not same(before, after)
    ]


def _order(
    snapshot: Snapshot,
    staying: list[Restored],
    returned: list[Restored],
    lines: list[HistoryRow],
    *,
    removed: bool,
) -> tuple[int, ...] | None:
    """The rows as they stood before the run, rows that came later after them; None where they stand so already."""
    end = len(snapshot.tab.rows)
    places = {one.key: one.row.place for one in staying if one.row}
    places |= {one.key: end + n for n, one in enumerate(returned)}
    earliest = next((line.run for line in lines if line.column == ORDER), "")
    before = [key for key in order_before(x for x in lines if x.run == earliest) if key in places]
    if not before and not returned and not removed:
        return None
    known = set(before)
    order = (*(places[key] for key in before), *sorted(p for key, p in places.items() if key not in known))
    return None if list(order) == sorted(order) and not returned and not removed else order


def _as_shared(one: Restored) -> Restored:
    """The row as a sheet that others type in gives it back. Its key stays: by it alone the row is known there."""
    read = one.row.cells if one.row else (None,) * len(COLUMNS)
    cells = [mine if same(mine, now) else as_kept(mine) for mine, now in zip(one.cells, read, strict=True)]
    if one.row:
        cells[PLACE[Column.ID]] = one.row.cell(Column.ID)
    return replace(one, cells=tuple(cells))


def _touched(one: Restored) -> list[Change]:
    """The cells to be written, from what really stands there: what the last batch left amiss is put right too."""
    if one.row is None:
        return []
    standing = dict(one.row.standing)
    stands = tuple(standing.get(place, value) for place, value in enumerate(one.row.cells))
    return _changes(replace(one, row=replace(one.row, cells=stands)), "")


def _requests(
    sight: Sight,
    restored: list[Restored],
    returned: list[Restored],
    removed: list[Restored],
    order: tuple[int, ...] | None,
    *,
    shared: bool,
) -> tuple[Request, ...]:
    layout, fill = sight.layout, shared and sight.finds_empty
    requests: list[Request] = [*put_right(sight)] if shared else []
    for one in restored:
        if one.row and not one.empty:
            requests += [cell_request(change, layout, sight.tab.fixed, fill=fill) for change in _touched(one)]
    requests += [AppendRow(row_cells(one.cells, one.own, layout)) for one in returned]
    here = {one.key for one in returned}
    requests += [
        AppendRow(row_cells(row.cells, (), layout)) for row in sight.homeless if row.text(Column.ID) not in here
    ]
    for one in removed:
        if one.row and shared:
            key = swap(one.row.place, layout.index(Column.ID), one.row.cell(Column.ID), None)
            requests += [*cleared(sight, one.row.place), key]
        elif one.row:
            requests.append(Absorb(one.row.place, None))
    if order is not None:
        requests.append(Arrange(layout.header_row + 1, order))
    return tuple(requests)


@dataclass(frozen=True, slots=True)
class _Memory:
    """What was remembered of the rows before the run, found by key."""

    now: dict[str, Facts]
    told: dict[str, Facts]
    first_seen: frozenset[str]

    def base(self, one: Restored) -> Base:
        """The row as it is to stand; what people typed since the last run is not known yet, so the next one tells."""
        known = one.row.base if one.row else None
        if one.row is None or known is None:
            return Base(one.key, one.cells, extras_digest(one.own), self._facts(one))
        each = zip(one.cells, one.row.cells, known.cells, strict=True)
        cells = tuple(its if same(mine, read) else mine for mine, read, its in each)
        return Base(one.key, cells, known.extras, self._facts(one))

    def _facts(self, one: Restored) -> Facts:
        """What was remembered before the run, but when people last changed the row: that is not taken back, and "in 2
        hours" typed then counts from there still.
        """
        now = self.now.get(one.key, Facts())
        calls = count_of_calls(one.cells[PLACE[Column.CALLS]])
        fresh = Facts(first_seen=now.first_seen, calls=calls)
        before = self.told.get(one.key, fresh if one.key in self.first_seen else now)
        return before.but(touched_at=now.touched_at or before.touched_at)


def _memory(state: State, lines: list[HistoryRow]) -> _Memory:
    now = {base.key: base.facts for base in state.base}
    return _Memory(
        now=now,
        told={line.key: facts_of(line.before) for line in reversed(lines) if line.column == FACTS and line.before},
        first_seen=frozenset(line.key for line in lines if _is_its_first_key(line, now.get(line.key, Facts()))),
    )


def _is_its_first_key(line: HistoryRow, known: Facts) -> bool:
    """Whether this tells that a row was first seen: a key that somebody had cut away was only put back."""
    if line.column != Column.ID or line.before:
        return False
    return known.first_seen is None or known.first_seen >= _written_at(line)
