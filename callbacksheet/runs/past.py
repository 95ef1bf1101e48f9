"""What was done, taking it back, and forgetting a caller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from callbacksheet.core.forget import ForgetPlan, national_digits, plan_forget
from callbacksheet.core.history import UNTOLD
from callbacksheet.core.plan import Run
from callbacksheet.core.refusals import refuse_lost_history
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import HistoryRow, Snapshot
from callbacksheet.core.state import state_of
from callbacksheet.core.undo import UndoPlan, plan_rollback, plan_undo
from callbacksheet.errors import BusyError, CallbackSheetError, LostError, RefusedError, SetupError, UnavailableError
from callbacksheet.ports import Backup, Sheet
from callbacksheet.runs.write import Patience, PlanOf, Road, reads_of, settle_write


@dataclass(frozen=True, slots=True)
class Past:
    """What a sheet's history tells people, oldest first, the tab it tells of, and the runs that were taken back."""

    snapshot: Snapshot
    lines: tuple[HistoryRow, ...]
    undone: frozenset[str]


def history(sheet: Sheet) -> Past:
    """Every change ever made. What the tool notes for itself alone is left out."""
    snapshot = sheet.read()
    refuse_lost_history(snapshot)
    undone = state_of(snapshot).undone
    return Past(snapshot, tuple(line for line in snapshot.history if line.column not in UNTOLD), undone)


def undo(
    sheet: Sheet, wanted: str, run: Run, shop: Shop, *, dry: bool = False, patience: Patience | None = None
) -> UndoPlan:
    """Take back one run, the latest where ``wanted`` is "".

    Which that is, the first look says: a run that came between is not taken back in its place.
    """
    since, snapshot = reads_of(sheet), sheet.read()
    first = plan_undo(snapshot, wanted, run, shop)
    if dry:
        return first

    def plan_of(seen: Snapshot, given: Run) -> UndoPlan:
        return first if seen is snapshot else plan_undo(seen, first.run, given, shop)

    try:
        return settle_write(sheet, plan_of, run, first_look=snapshot, since=since, patience=patience).plan
    except LostError as error:  # "run again" would take back the run before it, should this one have been written
        raise LostError(
            str(error),
            f"`callbacksheet history` shows whether run {first.run} was taken back. If it was not, run "
            f"`callbacksheet undo {first.run}`.",
        ) from error


def rollback(
    sheet: Sheet,
    to: datetime,
    agree: Callable[[UndoPlan], bool],
    run: Run,
    shop: Shop,
    *,
    patience: Patience | None = None,
) -> UndoPlan:
    """Take back every run later than a moment, once ``agree`` has been shown what that changes and says so.

    It is asked again where another run came between and the answer would be about something else. Raises RefusedError
    where that is not agreed to.
    """
    since, snapshot = reads_of(sheet), sheet.read()
    agreed: list[UndoPlan] = []

    def plan_of(seen: Snapshot, given: Run) -> UndoPlan:
        plan = plan_rollback(seen, to, given, shop)
        shown = replace(plan, batch=None)
        if plan.batch is None or shown in agreed:
            return plan
        if agree(plan):
            agreed.append(shown)
            return plan
        if agreed:
            raise RefusedError(
                "Another run changed the sheet meanwhile, and nobody agreed to what would be taken back now. "
                "Nothing was changed."
            )
        return shown

    return settle_write(sheet, plan_of, run, first_look=snapshot, since=since, patience=patience).plan


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much of a caller was blanked in the sheet, and how many backups were blanked or had to be deleted.

    ``unread`` counts backups that nobody can look into: they stay as they are.
    """

    sheet: ForgetPlan
    blanked: int
    discarded: int
    unread: int

    @property
    def nothing(self) -> bool:
        return self.sheet.batch is None and not (self.blanked or self.discarded)


def forget(
    sheet: Sheet,
    backups: Iterable[Backup],
    e164: str,
    run: Run,
    shop: Shop,
    *,
    dry: bool = False,
    patience: Patience | None = None,
) -> Forgotten:
    """Blank a caller's texts in the sheet and its backups.

    A backup that cannot be blanked (it is from before the sheet was taken over, or its tab is damaged) is deleted
    if it holds the number or a name of the caller.
    """
    road: Road[ForgetPlan] = Road(sheet, run, patience, reads_of(sheet) or 0)

    def plan_of(seen: Snapshot, given: Run) -> ForgetPlan:
        return plan_forget(seen, e164, given, shop)

    snapshot = road.look()
    plan = plan_of(snapshot, run)
    if plan.batch is not None and not dry:
        plan, after, landed = road.settle(snapshot, plan_of)
        _finish(road, after, plan_of, landed=landed)
    done = Counter(_forget_in(backup, e164, plan.names, run, shop, dry=dry) for backup in backups)
    return Forgotten(plan, done[_Done.BLANKED], done[_Done.DISCARDED], done[_Done.UNREAD])


def _finish(road: Road[ForgetPlan], after: Snapshot, plan_of: PlanOf[ForgetPlan], *, landed: bool) -> None:
    """On a sheet that others type in the history is blanked once the cells are seen to be."""
    try:
        for _ in range(_MOST_PARTS):
            if not (landed and after.shared):
                return
            _, after, landed = road.settle(after, plan_of)
    except CallbackSheetError as error:
        raise UnavailableError(
            f"The caller's rows are blanked, but the history still holds what they said: {error}",
            "Run the same command again: it goes on where it stopped.",
        ) from error


_MOST_PARTS = 3


class _Done(Enum):
    """What became of a backup."""

    CLEAN = 0
    BLANKED = 1
    DISCARDED = 2
    UNREAD = 3


def _forget_in(backup: Backup, e164: str, names: frozenset[str], run: Run, shop: Shop, *, dry: bool) -> _Done:
    number = national_digits(e164)
    try:
        plan = plan_forget(backup.read(), e164, run, shop)
        if plan.batch is None:
            return _Done.CLEAN
        if not dry:
            backup.apply(plan.batch)
        if dry or not backup.mentions(number, names | plan.names):
            return _Done.BLANKED
    except BusyError:
        raise
    except CallbackSheetError:
        try:
            if not backup.mentions(number, names):
                return _Done.CLEAN
        except SetupError:
            return _Done.UNREAD
    if not dry:
        backup.discard()
    return _Done.DISCARDED
