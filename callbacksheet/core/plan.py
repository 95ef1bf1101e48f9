"""Decisions as a Plan that can be held in the hand: each change with its old value and reason, and the one batch of it.

An empty plan writes nothing. The state that is written holds the *planned* cells, so that whatever differs at the
next look is a person's doing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from callbacksheet.core.batch import Absorb, AddColumn, AppendRow, Arrange, Batch, Put, Request, Swap
from callbacksheet.core.callback import COLUMNS, Callback, Row
from callbacksheet.core.cells import same, text_of
from callbacksheet.core.decide import Decision, decide
from callbacksheet.core.deeds import Deed
from callbacksheet.core.displaced import MOVED, displaced_lines, moved_lines
from callbacksheet.core.headers import header_word
from callbacksheet.core.history import (
    IMPORTED,
    Change,
    Pen,
    changes_of,
    facts_lines,
    gone_lines,
    merge_lines,
    order_lines,
    pen_of,
    runs_in,
    set_lines,
    touched_by,
    typed_lines,
)
from callbacksheet.core.husks import husks
from callbacksheet.core.journal import journal_of
from callbacksheet.core.layout import Layout
from callbacksheet.core.merge import Merge
from callbacksheet.core.model import DESK_COLUMNS, TOOL_COLUMNS, CellValue, Column, Formula
from callbacksheet.core.outbox import sound_lines
from callbacksheet.core.parts import MOST_BYTES, MOVE_BYTES, Part, first_part
from callbacksheet.core.rank import after_moves, fewest_moves
from callbacksheet.core.refusals import refuse_lost_history, refuse_lost_memory, refuse_lost_pre_image, refuse_too_long
from callbacksheet.core.settling import may_move
from callbacksheet.core.shop import Shop
from callbacksheet.core.sight import (
    Sight,
    cleared,
    cleared_of_late,
    emptied,
    late_lines,
    leftovers,
    lines_of,
    put_right,
    see,
    without_emptied,
)
from callbacksheet.core.snapshot import HistoryRow, Snapshot, StateRow
from callbacksheet.core.state import ADOPTING, FILLS, Base, State, read_state, salvaged, write_state
from callbacksheet.core.tombs import Tomb

Keep: TypeAlias = Callable[[Decision, State], Sequence[StateRow]]
"""Chooses the lines to keep in the state from what was decided, and from what was remembered so far."""


@dataclass(frozen=True, slots=True)
class Run:
    """Who runs the tool, when, and under which one-time name. ``forced``: a person read the refusal and insists.

    ``background``: nobody asked for it, a clock did. ``continues``: this write goes on with what the same run wrote a
    moment ago, under the same number. ``moves`` and ``merges`` are False where Google refused them. ``repairs``: a
    column that was sorted without the others is to be put back. ``most`` is how many bytes one write to a shared sheet
    may be about (``parts``), None for a plan that is only looked at.
    """

    now: datetime
    operator: str = ""
    owner: str = ""
    forced: bool = False
    background: bool = False
    continues: bool = False
    moves: bool = True
    merges: bool = True
    repairs: bool = False
    most: int | None = MOST_BYTES


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run would do. ``batch`` is None when there is nothing to write.

    ``overtaken`` are deeds not done, because their row is gone or was changed since they were chosen.
    ``newcomers`` are rows of a shared sheet that are only noted so far: nothing else was done to them. ``waiting`` are
    rows that the next write is about, since this one would be too large (``parts``): ``queue`` has them as they are to
    be, all else is about the others. ``unmoved``: only the order of the rows is still to be brought about.
    ``renews``: one of the tool's own tabs is gone and made anew.
    """

    layout: Layout
    queue: tuple[Callback, ...]
    changes: tuple[Change, ...]
    merges: tuple[Merge, ...]
    gone: tuple[Base, ...]
    moved: int
    adopts: bool
    run: str
    batch: Batch | None
    overtaken: tuple[Deed, ...] = ()
    newcomers: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    unmoved: bool = False
    renews: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether another write is to follow at once."""
        return bool(self.waiting) or self.unmoved

    @property
    def reached(self) -> tuple[Callback, ...]:
        """The rows that this plan's own write leaves as they are to be."""
        return tuple(callback for callback in self.queue if callback.key not in self.waiting)

    @property
    def empty(self) -> bool:
        return self.batch is None


def plan_tidy(
    snapshot: Snapshot,
    run: Run,
    shop: Shop,
    incoming: Sequence[Row] = (),
    marks: frozenset[str] = frozenset(),
    *,
    adopt: bool = False,
    deeds: Sequence[Deed] = (),
    memos: Sequence[StateRow] | Keep = (),
) -> Plan:
    """Make the tab canonical, with ``incoming`` rows added first and ``marks`` remembered as imported.

    ``deeds`` are done to their rows as if the operator had typed them; ``memos`` are lines to keep in the state.
    ``adopt`` builds the tool's memory anew from what stands in the tab, merging nothing in that run.
    Raises LayoutError for a tab that cannot be understood, RefusedError for a safety limit.
    """
    known = None
    if snapshot.state is not None and not adopt:
        known = read_state(snapshot.state, shared=snapshot.shared)
    sight = without_emptied(see(snapshot, known, run.now, shop.language), shop, shared=snapshot.shared)
    layout, rows, state = sight.layout, sight.rows, sight.state
    if not adopt:
        refuse_lost_memory(snapshot, rows)
    if known is not None and not run.forced:
        refuse_lost_history(snapshot)
        refuse_lost_pre_image(snapshot, known, layout)
    remembered = state or _salvaged(snapshot, run.now)
    end = len(snapshot.tab.rows) + len(incoming)
    back = (replace(row, place=place) for place, row in enumerate(sight.homeless, end))
    spent, every = remembered.counter, (*rows, *incoming, *back)
    decision = decide(
        every,
        state,
        run.now,
        shop,
        forced=run.forced,
        repairs=run.repairs,
        merging=run.merges and not adopt,
        spent=spent,
        deeds=deeds,
        shared=snapshot.shared,
        fills=sight.finds_empty,
        grave=sight.grave,
        emptied=sight.emptied.values(),
    )
    remembered = replace(remembered, runs=remembered.runs - run.continues)
    pen = pen_of(remembered.runs, run.now, run.operator)
    whole, part = decision, Part(decision)
    if snapshot.shared and run.most is not None:
        part = first_part(decision, state, pen, run.most, {deed.key for deed in deeds}, spent)
        decision = part.decision
    ruled = (change for callback in decision.queue for change in changes_of(callback))
    changes = (*decision.repaired, *ruled)
    if snapshot.shared:
        refuse_too_long(changes, decision.queue, lambda column: _heading(column, sight, shop))
    order, moved, unmoved = None, 0, False
    if not part.waiting and not (snapshot.shared and not _moves_now(snapshot, decision, run, shop)):
        order, moved = _order(decision.queue, len(snapshot.tab.rows), sight)
        if snapshot.shared and run.most is not None:
            order, moved, unmoved = _within(order, moved, run.most - part.weight, alone=not part.weight)
    history = (
        *lines_of(sight, pen),
        *late_lines(sight, pen),
        *_history(decision, changes, pen, moved=order is not None),
    )
    history += tuple(set_lines(IMPORTED, remembered.imported, remembered.imported | marks, pen, "read from a file"))
    requests = _requests(sight, decision, order, shop, shared=snapshot.shared)
    kept = memos(decision, remembered) if callable(memos) else memos
    after = _state_after(remembered, decision, marks, run, part.kept).with_memos(kept)
    if snapshot.shared:
        after = after.with_memos(_buried(sight, decision, after.epoch + 1, run))
        after = after.with_memos(_watched(sight, whole, part.decision, after, order, run))
        adopting = part.unknown and (state is None or state.adopting)
        after = after.with_memos((ADOPTING if adopting else replace(ADOPTING, text=""),))
    batch = _batch(snapshot, known, after, requests, history, rebuilds=adopt)
    if batch is not None and snapshot.shared:
        bases = {callback.row.place: callback.row.base for callback in decision.queue if callback.row.base}
        pairs, strangers = _pairs(sight, decision), sight.learned.strangers
        line = journal_of(requests, sight.tab, layout, batch.epoch, pairs, bases, strangers)
        batch = replace(batch, state=write_state(_stepped(after).with_memos((line,))))
    return Plan(
        layout=layout,
        queue=whole.queue,
        changes=changes,
        merges=decision.merges,
        gone=decision.gone,
        moved=moved,
        adopts=state is None,
        run=pen.run,
        batch=batch,
        overtaken=decision.overtaken,
        newcomers=whole.newcomers,
        waiting=part.waiting,
        unmoved=unmoved,
        renews=bool(snapshot.lost),
    )


def _heading(column: Column, sight: Sight, shop: Shop) -> str:
    """A column as it is called in the sheet."""
    layout = sight.layout
    return text_of(sight.tab.cell(layout.header_row, layout.index(column))) or header_word(column, shop.language)


def _moves_now(snapshot: Snapshot, decision: Decision, run: Run, shop: Shop) -> bool:
    """Whether rows may change places on a sheet that others type in."""
    if not run.moves or snapshot.still or decision.newcomers:
        return False
    return may_move(shop.sort, decision.queue, run.now, background=run.background)


def _salvaged(snapshot: Snapshot, now: datetime) -> State:
    """What is left to remember. On a shared sheet whose epochs are lost the next one is past every epoch there can have
    been, since the fences of those may stand unseen and refuse to be passed again: by those that are seen, so that of
    two rebuilds at once one is refused; where none is, by the clock, for nobody may write once a second for long.
    """
    known = salvaged(snapshot.state, {line.key for line in snapshot.history})
    epoch = max(known.epoch, snapshot.spent or int(now.timestamp())) if snapshot.shared else known.epoch
    told = sound_lines(snapshot.state or ())
    return replace(known, epoch=epoch, runs=max(known.runs, runs_in(snapshot.history))).with_memos(told)


def _pairs(sight: Sight, decision: Decision) -> tuple[tuple[str, str], ...]:
    """The rows whose texts go into another row, and which."""
    merged = ((m.survivor.key, one) for m in decision.merges for one in m.absorbed if not one.row.incoming)
    late = ((tomb.key, tomb.into) for _, tomb in sight.grave.late)
    return (*((one.key, into) for into, one in merged), *late)


def _buried(sight: Sight, decision: Decision, epoch: int, run: Run) -> tuple[StateRow, ...]:
    """What is remembered of the rows merged away."""
    tombs = (
        Tomb(one.key, merge.survivor.key, run.now, epoch, one.row.base, merge.survivor.row.base)
        for merge in decision.merges
        for one in merge.absorbed
        if not one.row.incoming
    )
    return (*sight.grave.lines, *(tomb.line() for tomb in tombs))


def _watched(
    sight: Sight, whole: Decision, decision: Decision, after: State, order: tuple[int, ...] | None, run: Run
) -> Iterator[StateRow]:
    """What is remembered of rows that changed places, and of what was perhaps typed on the wrong one since."""
    rows = [row for callback in whole.queue for row in (callback.row, *callback.absorbed) if not row.incoming]
    end = len(sight.tab.rows) + sum(callback.row.incoming for callback in decision.queue)
    yield from moved_lines(after, run.now, rows, sight.grave, order, sight.layout.header_row + 1, end)
    yield from displaced_lines(after, decision.displaced)


def _order(queue: Sequence[Callback], end: int, sight: Sight) -> tuple[tuple[int, ...] | None, int]:
    """The new order of places if it is not the order that stands, and how many rows of the tab move for it.

    Rows that are no callbacks but hold something (a formula dragged down) come after all of them.
    """
    added = sorted((c for c in queue if c.row.incoming), key=lambda c: c.row.place)
    appended = {c.key: end + n for n, c in enumerate(added)}
    order = tuple(appended.get(c.key, c.row.place) for c in queue)
    gap = bool(appended) and order[-1] - order[0] >= len(order)
    gap = gap or any(place < max(order, default=0) for place in sight.grave.places)
    standing = len(order) == len(sight.rows) + len(appended) and list(order) == sorted(order) and not gap
    return (None, 0) if standing else ((*order, *leftovers(sight)), fewest_moves(order))


def _within(
    order: tuple[int, ...] | None, moved: int, room: int, *, alone: bool
) -> tuple[tuple[int, ...] | None, int, bool]:
    """The new order as far as there is room for it in this write, and whether another is to go on with it."""
    if order is None or moved * MOVE_BYTES <= room:
        return order, moved, False
    if not alone:
        return None, 0, True
    most = max(1, room // MOVE_BYTES)
    return after_moves(order, most), most, True


def _history(decision: Decision, changes: tuple[Change, ...], pen: Pen, *, moved: bool) -> tuple[HistoryRow, ...]:
    lines: list[HistoryRow] = []
    seen = sorted(
        (row for c in decision.queue for row in (c.row, *c.absorbed) if not row.incoming),
        key=lambda row: row.place,
    )
    for row in seen:
        lines += typed_lines(row, pen)
    for gone in decision.gone:
        lines += gone_lines(gone, pen)
    for change in changes:
        lines.append(pen.line(change.key, change.column, change.before, change.after, change.why))
    for callback in decision.queue:
        lines += facts_lines(callback, pen)
    for merge in decision.merges:
        lines += merge_lines(merge, pen)
    if moved:
        lines += order_lines([row.key for row in seen], pen)
    return tuple(lines)


def _requests(
    sight: Sight,
    decision: Decision,
    order: tuple[int, ...] | None,
    shop: Shop,
    *,
    shared: bool,
) -> tuple[Request, ...]:
    layout = sight.layout
    requests: list[Request] = [
        AddColumn(layout.header_row, layout.index(c), header_word(c, shop.language), c, hidden=c is Column.ID)
        for c in layout.added
    ]
    if shared:
        requests += [*put_right(sight), *emptied(sight)]
        requests += [one for row, _ in sight.grave.late for one in cleared_of_late(sight, row.place)]
    else:
        requests += [Put(row, column, None) for row, column in husks(sight.tab, layout, sight.typed, sight.emptied)]
    fill = shared and sight.finds_empty
    requests += [
        cell_request(change, layout, sight.tab.fixed, fill=fill)
        for callback in decision.queue
        for change in touched_by(callback)
        if change.row is not None
    ]
    added = sorted((c for c in decision.queue if c.row.incoming), key=lambda c: c.row.place)
    requests += [AppendRow(row_cells(c.cells, c.row.own, layout)) for c in added]
    for merge in decision.merges:
        into = merge.survivor.row.place
        gone = [one.row.place for one in merge.absorbed if not one.row.incoming]
        requests += [r for place in gone for r in cleared(sight, place)] if shared else [Absorb(p, into) for p in gone]
    if order is not None:
        requests.append(Arrange(layout.header_row + 1, order))
    return tuple(requests)


def cell_request(
    change: Change, layout: Layout, fixed: frozenset[tuple[int, int]] = frozenset(), *, fill: bool = False
) -> Request:
    """Tool columns and empty cells by their place, all else only where it still holds what was read.

    ``fixed`` are cells that a shared sheet cannot compare: by its place one of the shared columns is written all the
    same; one of the desk's is left to the sheet, which finds what stands there or changes nothing.
    ``fill``: an empty cell of the desk's too is written only while it is empty.
    """
    column, place = Column(change.column), (change.row or 0) - 1
    desks = column in DESK_COLUMNS
    empty = change.before is None and not (fill and desks)
    by_place = column in TOOL_COLUMNS and column is not Column.ID
    if by_place or empty or (not desks and (place, layout.index(column)) in fixed):
        return Put(place, layout.index(column), change.after)
    return Swap(place, layout.index(column), change.before, change.after)


def row_cells(
    cells: Sequence[CellValue], own: Sequence[tuple[str, CellValue]], layout: Layout
) -> tuple[tuple[int, CellValue], ...]:
    """A whole row as (place, value), the team's own columns included."""
    standard = ((layout.index(c), v) for c, v in zip(COLUMNS, cells, strict=True) if v is not None)
    places = {header: place for place, header in layout.extras}
    return (*standard, *((places[header], value) for header, value in own if header in places))


def _state_after(
    state: State, decision: Decision, marks: frozenset[str], run: Run, waiting: Sequence[Base] = ()
) -> State:
    base = [*(Base(c.key, _kept(c), c.row.extras, c.facts) for c in decision.queue), *waiting]
    return replace(
        state,
        owner=run.owner,
        book=state.book or run.owner,
        counter=decision.counter,
        base=tuple(sorted(base, key=lambda one: one.key)),
        imported=state.imported | marks,
    )


def _kept(callback: Callback) -> tuple[CellValue, ...]:
    """The cells to remember; of a formula that only followed its row, what was remembered already."""
    base = callback.row.base
    if base is None or not any(isinstance(value, Formula) for value in callback.cells):
        return callback.cells
    return tuple(its if same(mine, its) else mine for mine, its in zip(callback.cells, base.cells, strict=True))


def _batch(
    snapshot: Snapshot,
    before: State | None,
    after: State,
    requests: tuple[Request, ...],
    history: tuple[HistoryRow, ...],
    *,
    rebuilds: bool,
) -> Batch | None:
    """The batch, or None where neither the sheet nor what is remembered would change; a lost tab is made anew."""
    same_memory = before is not None and _lasting(replace(after, owner=before.owner, runs=before.runs)) == _lasting(
        before
    )
    if not requests and not history and not rebuilds and not snapshot.lost and same_memory:
        return None
    after = _stepped(after)
    return Batch(after.epoch, after.owner, snapshot.seen, requests, write_state(after), history, rebuilds=rebuilds)


def _lasting(state: State) -> State:
    """What is remembered, without what would be learned again and is no reason to write."""
    return replace(state, memos=tuple(memo for memo in state.memos if memo.kind not in (FILLS.kind, MOVED)))


def _stepped(after: State) -> State:
    return replace(after, epoch=after.epoch + 1, runs=after.runs + 1)
