"""Read, decide, ask at first contact, write once, look at what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from callbacksheet.core.callback import Callback, Row
from callbacksheet.core.deeds import Deed
from callbacksheet.core.history import Change
from callbacksheet.core.plan import Plan, Run, plan_tidy
from callbacksheet.core.settle import overtaken
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.errors import RefusedError
from callbacksheet.ports import Sheet

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


def tidy(sheet: Sheet, run: Run, shop: Shop, agree: Agree, *, dry: bool = False, adopt: bool = False) -> Tidied:
    """Make the tab canonical. ``dry`` only plans; ``adopt`` rebuilds what the tool remembers."""
    return write_rows(sheet, sheet.read(), (), frozenset(), run, shop, agree, dry=dry, adopt=adopt)


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
) -> Tidied:
    """Tidy, with rows added first and deeds done; the road that every change of the sheet takes."""
    plan = plan_tidy(snapshot, run, shop, incoming, marks, adopt=adopt, deeds=deeds, memos=memos)
    if plan.batch is None or dry:
        return Tidied(plan, written=False)
    if plan.adopts and not agree(plan):
        raise RefusedError(
            "This tab was never tidied by callbacksheet, and nobody agreed to its additions. Nothing was changed.",
            "Look at the plan with --dry-run, then agree with --yes.",
        )
    after = sheet.apply(plan.batch)
    return Tidied(plan, written=True, left_out=overtaken(plan.queue, after.tab, shop), writes=1)


def look(sheet: Sheet, run: Run, shop: Shop) -> Plan:
    """The queue as it should stand, without writing anything."""
    return plan_tidy(sheet.read(), replace(run, forced=True), shop)


def callback_of(plan: Plan, row: Row) -> Callback:
    """Where an incoming row ended: its own callback, or the one it joined."""
    return next(c for c in plan.queue if row.place in (c.row.place, *(a.place for a in c.absorbed)))
