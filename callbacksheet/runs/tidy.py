"""Read, decide, ask at first contact, write once, look at what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from callbacksheet.core.callback import Callback, Row
from callbacksheet.core.cells import same
from callbacksheet.core.deeds import Deed
from callbacksheet.core.history import Change
from callbacksheet.core.plan import Plan, Run, plan_tidy
from callbacksheet.core.settle import overtaken
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.errors import RefusedError
from callbacksheet.ports import Sheet
from callbacksheet.runs.write import Patience, reads_of, settle_write

Agree = Callable[[Plan], bool]
"""Shows what adopting the sheet would add, and says whether a person agreed."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What a run planned, and what came of it. ``left_out`` are changes that a person's typing overtook."""

    plan: Plan
    written: bool
    left_out: tuple[Change, ...] = ()
    reads: int = 1
    writes: int = 0


def tidy(
    sheet: Sheet,
    run: Run,
    shop: Shop,
    agree: Agree,
    *,
    dry: bool = False,
    adopt: bool = False,
    patience: Patience | None = None,
) -> Tidied:
    """Make the tab canonical. ``dry`` only plans; ``adopt`` rebuilds what the tool remembers."""
    since = reads_of(sheet)
    return write_rows(
        sheet, sheet.read(), (), frozenset(), run, shop, agree, dry=dry, adopt=adopt, since=since, patience=patience
    )


def write_rows(
    sheet: Sheet,
    snapshot: Snapshot,
    incoming: Sequence[Row],
    marks: frozenset[str],
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
) -> Tidied:
    """Tidy, with rows added first and deeds done; the road that every change of the sheet takes."""
    wish = _Wish(run, shop, agree, incoming, marks, deeds, memos, adopt)
    if dry:
        return Tidied(wish.plan(snapshot, run), written=False)
    again = wish.rest if not run.background or deeds else None
    written = settle_write(sheet, wish.agreed, run, again=again, first_look=snapshot, since=since, patience=patience)
    plans = (written.plan, *written.more)
    return Tidied(
        plan=together(plans),
        written=written.landed,
        left_out=overtaken(plans[-1].queue, written.after.tab, shop) if written.landed else (),
        reads=written.reads,
        writes=written.writes,
    )


@dataclass(slots=True)
class _Wish:
    """What a run is to do, as plans for whatever stands in the sheet.

    ``deferred``: the deeds are about a row that had no key yet, so its key was written first.
    """

    run: Run
    shop: Shop
    agree: Agree
    incoming: Sequence[Row]
    marks: frozenset[str]
    deeds: Sequence[Deed]
    memos: Sequence[StateRow]
    adopt: bool
    deferred: bool = False

    def plan(self, seen: Snapshot, run: Run) -> Plan:
        rows = [replace(row, place=len(seen.tab.rows) + n) for n, row in enumerate(self.incoming)]
        given: dict[str, Any] = {"adopt": self.adopt}
        plan = plan_tidy(seen, run, self.shop, rows, self.marks, deeds=self.deeds, memos=self.memos, **given)
        self.deferred = any(deed.key in plan.newcomers for deed in plan.overtaken)
        return plan_tidy(seen, run, self.shop, rows, self.marks, **given) if self.deferred else plan

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
        if self.deferred and landed == 1:
            return plan_tidy(seen, run, self.shop, deeds=self.deeds, memos=self.memos)
        return plan_tidy(seen, run, self.shop)


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
        merges=tuple(merge for plan in plans for merge in plan.merges),
        gone=tuple(gone for plan in plans for gone in plan.gone),
        moved=sum(plan.moved for plan in plans),
        adopts=first.adopts,
        overtaken=tuple(deed for plan in plans for deed in plan.overtaken),
        batch=first.batch,
    )


def look(sheet: Sheet, run: Run, shop: Shop) -> Plan:
    """The queue as it should stand, without writing anything."""
    return plan_tidy(sheet.read(), replace(run, forced=True), shop)


def callback_of(plan: Plan, row: Row) -> Callback:
    """Where an incoming row ended: its own callback, or the one it joined."""
    return next(c for c in plan.queue if row.place in (c.row.place, *(a.place for a in c.absorbed)))
