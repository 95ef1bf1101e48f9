"""Read, decide, ask at first contact, write once, look at what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from callbacksheet.core.callback import Callback, Row
from callbacksheet.core.cells import same
from callbacksheet.core.deeds import Deed
from callbacksheet.core.history import Change
from callbacksheet.core.merge import Merge
from callbacksheet.core.parts import in_parts
from callbacksheet.core.plan import Plan, Run, plan_tidy
from callbacksheet.core.settle import overtaken
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.core.state import state_of
from callbacksheet.errors import RefusedError
from callbacksheet.ports import Sheet
from callbacksheet.runs.write import Patience, PlanOf, reads_of, settle_write

Agree = Callable[[Plan], bool]
"""Shows what adopting the sheet would add, and says whether a person agreed."""


Progress = Callable[[Plan], None]
"""Is shown each part of a large change that has landed while others follow."""

Incoming = tuple[tuple[Row, ...], tuple[str, ...]]
"""Rows that one write adds, and their marks."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What a run planned, and what came of it. ``left_out`` are changes that a person's typing overtook.

    ``plan`` tells all writes of the run as one; ``first`` is that of the first of them, None where there was one only.
    ``tab`` is what the tab was called.
    """

    plan: Plan
    written: bool
    left_out: tuple[Change, ...] = ()
    reads: int = 1
    writes: int = 0
    first: Plan | None = None
    tab: str = ""


def tidy(
    sheet: Sheet,
    run: Run,
    shop: Shop,
    agree: Agree,
    *,
    dry: bool = False,
    adopt: bool = False,
    patience: Patience | None = None,
    progress: Progress | None = None,
) -> Tidied:
    """Make the tab canonical. ``dry`` only plans; ``adopt`` rebuilds what the tool remembers."""
    since = reads_of(sheet)
    return write_rows(
        sheet,
        sheet.read(),
        (),
        (),
        run,
        shop,
        agree,
        dry=dry,
        adopt=adopt,
        since=since,
        patience=patience,
        progress=progress,
    )


def write_rows(
    sheet: Sheet,
    snapshot: Snapshot,
    incoming: Sequence[Row],
    marks: Sequence[str],
    run: Run,
    shop: Shop,
    agree: Agree,
    *,
    dry: bool,
    adopt: bool = False,
    deeds: Sequence[Deed] = (),
    memos: Sequence[StateRow] = (),
    since: int | None = None,
    patience: Patience | None = None,
    progress: Progress | None = None,
) -> Tidied:
    """Tidy, with rows added first and deeds done; the road that every change of the sheet takes.

    ``marks`` are those of the incoming rows, one each, where they are to be known again.
    """
    parts = in_parts(incoming, marks) if snapshot.shared and not dry else [(tuple(incoming), tuple(marks))]
    wish = _Wish(run, shop, agree, parts, deeds, memos, adopt, progress or _in_silence)
    if dry:
        return Tidied(wish.plan(snapshot, replace(run, most=None)), written=False, tab=snapshot.tab.title)
    again = wish.rest if not run.background or deeds else None
    written = settle_write(
        sheet, wish.agreed, run, again=again, parts=wish, first_look=snapshot, since=since, patience=patience
    )
    plans = (written.plan, *written.more)
    return Tidied(
        plan=together(plans),
        written=written.landed,
        left_out=overtaken(plans[-1].reached, written.after.tab, shop) if written.landed else (),
        reads=written.reads,
        writes=written.writes,
        first=written.plan if written.more else None,
        tab=snapshot.tab.title,
    )


def take_over(
    sheet: Sheet,
    snapshot: Snapshot,
    plan_of: PlanOf[Plan],
    run: Run,
    shop: Shop,
    *,
    patience: Patience | None = None,
    progress: Progress | None = None,
) -> Tidied:
    """Make every row known: the tool's own columns and tabs, keys; nothing is merged. ``plan_of`` begins it."""
    wish = _Wish(run, shop, lambda _: True, in_parts((), ()), (), (), adopt=True, progress=progress or _in_silence)
    written = settle_write(sheet, plan_of, run, again=wish.unknown, parts=wish, first_look=snapshot, patience=patience)
    plan = together((written.plan, *written.more))
    return Tidied(plan, written.landed, reads=written.reads, writes=written.writes)


@dataclass(slots=True)
class _Wish:
    """What a run is to do, as plans for whatever stands in the sheet.

    ``deferred``: the deeds are about a row that had no key yet, so its key was written first.
    """

    run: Run
    shop: Shop
    agree: Agree
    incoming: Sequence[Incoming]
    deeds: Sequence[Deed]
    memos: Sequence[StateRow]
    adopt: bool
    progress: Progress
    deferred: bool = False
    landed: int = 0

    def plan(self, seen: Snapshot, run: Run) -> Plan:
        rows, marks = self._brought(seen, 0)
        given: dict[str, Any] = {"adopt": self.adopt}
        plan = plan_tidy(seen, run, self.shop, rows, marks, deeds=self.deeds, memos=self.memos, **given)
        self.deferred = any(deed.key in plan.newcomers for deed in plan.overtaken)
        return plan_tidy(seen, run, self.shop, rows, marks, **given) if self.deferred else plan

    def _brought(self, seen: Snapshot, part: int) -> tuple[list[Row], frozenset[str]]:
        """The rows that this part adds below the others, and their marks."""
        rows, marks = self.incoming[part] if part < len(self.incoming) else ((), ())
        return [replace(row, place=len(seen.tab.rows) + n) for n, row in enumerate(rows)], frozenset(marks)

    def agreed(self, seen: Snapshot, run: Run) -> Plan:
        plan = self.plan(seen, run)
        if plan.batch is not None and plan.adopts and not self.agree(plan):
            raise RefusedError(
                "This tab was never tidied by callbacksheet, and nobody agreed to its additions. Nothing was changed.",
                "Look at the plan with --dry-run, then agree with --yes.",
            )
        return plan

    def rest(self, seen: Snapshot, run: Run, landed: int) -> Plan:
        """What had to wait for the answer to the first write."""
        run = replace(run, continues=True)
        self.landed = landed
        rows, marks = self._brought(seen, landed)
        if self.deferred and landed == 1:
            return plan_tidy(seen, run, self.shop, rows, marks, deeds=self.deeds, memos=self.memos)
        return plan_tidy(seen, run, self.shop, rows, marks)

    def unknown(self, seen: Snapshot, run: Run, landed: int) -> Plan:
        """The rest of a sheet that is being taken over; nothing once every row is known."""
        plan = self.rest(seen, run, landed)
        adopting = state_of(seen).adopting
        return plan if adopting else replace(plan, batch=None)

    def go_on(self, plan: Plan) -> bool:
        """After each part that landed: say how far it is, and whether there is more."""
        goes_on = plan.goes_on or self.landed + 1 < len(self.incoming)
        if goes_on:
            self.progress(plan)
        return goes_on

    def told(self, plan: Plan) -> Plan:
        """Without the rows: of many parts each would have all of them."""
        batch = plan.batch and replace(plan.batch, requests=(), state=(), history=())
        return replace(plan, queue=(), batch=batch)


def together(plans: Sequence[Plan]) -> Plan:
    """What several writes of one run did, told as one: each cell from what it was first to what it is last."""
    first, last = plans[0], plans[-1]
    if first is last:
        return first
    changes: dict[tuple[str, str], Change] = {}
    for change in (change for plan in plans for change in plan.changes):
        known = changes.get((change.key, change.column))
        changes[change.key, change.column] = replace(change, row=known.row, before=known.before) if known else change
    return replace(
        last,
        changes=tuple(change for change in changes.values() if not same(change.before, change.after)),
        merges=_held(plans),
        gone=tuple(gone for plan in plans for gone in plan.gone),
        moved=sum(plan.moved for plan in plans),
        adopts=first.adopts,
        overtaken=tuple(deed for plan in plans for deed in plan.overtaken),
        batch=first.batch,
    )


def _held(plans: Sequence[Plan]) -> tuple[Merge, ...]:
    """The merges of a run's writes, without the rows that a later one has brought back."""
    back = {callback.key for callback in plans[-1].queue}
    merges = (merge for plan in plans for merge in plan.merges)
    held = (replace(merge, absorbed=tuple(one for one in merge.absorbed if one.key not in back)) for merge in merges)
    return tuple(merge for merge in held if merge.absorbed)


def _in_silence(plan: Plan) -> None:
    """Nobody watches."""


def look(sheet: Sheet, run: Run, shop: Shop) -> Plan:
    """The queue as it should stand, without writing anything."""
    return queue_in(sheet.read(), run, shop)


def queue_in(snapshot: Snapshot, run: Run, shop: Shop) -> Plan:
    """The same of a look that was taken already."""
    return plan_tidy(snapshot, replace(run, forced=True, most=None), shop)


def callback_of(tidied: Tidied) -> tuple[Callback, bool]:
    """Where the one row that came in ended, and whether it went into a row that was there.

    A run may write more than once, and rows change places between: it is followed by its key.
    """
    first, last = tidied.first or tidied.plan, tidied.plan
    came = [(row.place, c) for c in first.queue for row in (c.row, *c.absorbed) if row.incoming]
    callback = min(came, key=lambda one: one[0])[1]
    key = callback.key
    for merge in last.merges:
        if key in {absorbed.key for absorbed in merge.absorbed}:
            key = merge.survivor.key
    ended = next((c for c in last.queue if c.key == key), callback)
    return ended, key != callback.key or not callback.row.incoming
