"""What was done, taking it back, and forgetting a caller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from callbacksheet.core.forget import ForgetPlan, national_digits, plan_forget
from callbacksheet.core.history import UNTOLD
from callbacksheet.core.plan import Run
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import HistoryRow, Snapshot
from callbacksheet.core.state import read_state
from callbacksheet.core.undo import UndoPlan, plan_rollback, plan_undo
from callbacksheet.errors import BusyError, CallbackSheetError, SetupError
from callbacksheet.ports import Backup, Sheet


@dataclass(frozen=True, slots=True)
class Past:
    """What a sheet's history tells people, oldest first, the tab it tells of, and the runs that were taken back."""

    snapshot: Snapshot
    lines: tuple[HistoryRow, ...]
    undone: frozenset[str]


def history(sheet: Sheet) -> Past:
    """Every change ever made. What the tool notes for itself alone is left out."""
    snapshot = sheet.read()
    undone = read_state(snapshot.state).undone if snapshot.state is not None else frozenset()
    return Past(snapshot, tuple(line for line in snapshot.history if line.column not in UNTOLD), undone)


def undo(sheet: Sheet, wanted: str, run: Run, shop: Shop, *, dry: bool = False) -> UndoPlan:
    """Take back one run, the latest where ``wanted`` is ""."""
    plan = plan_undo(sheet.read(), wanted, run, shop)
    if plan.batch is not None and not dry:
        sheet.apply(plan.batch)
    return plan


def rollback(sheet: Sheet, to: datetime, agree: Callable[[UndoPlan], bool], run: Run, shop: Shop) -> UndoPlan:
    """Take back every run later than a moment, once ``agree`` has been shown what that changes and says so."""
    plan = plan_rollback(sheet.read(), to, run, shop)
    if plan.batch is not None and agree(plan):
        sheet.apply(plan.batch)
    return plan


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


def forget(sheet: Sheet, backups: Iterable[Backup], e164: str, run: Run, shop: Shop, *, dry: bool = False) -> Forgotten:
    """Blank a caller's texts in the sheet and its backups.

    A backup that cannot be blanked (it is from before the sheet was taken over, or its tab is damaged) is deleted
    if it holds the number or a name of the caller.
    """
    plan = plan_forget(sheet.read(), e164, run, shop)
    if plan.batch is not None and not dry:
        _finish(sheet, sheet.apply(plan.batch), e164, run, shop)
    done = Counter(_forget_in(backup, e164, plan.names, run, shop, dry=dry) for backup in backups)
    return Forgotten(plan, done[_Done.BLANKED], done[_Done.DISCARDED], done[_Done.UNREAD])


def _finish(sheet: Sheet, after: Snapshot, e164: str, run: Run, shop: Shop) -> None:
    """On a sheet that others type in the history is blanked once the cells are seen to be."""
    for _ in range(_MOST_PARTS):
        plan = plan_forget(after, e164, run, shop) if after.shared else None
        if plan is None or plan.batch is None:
            return
        after = sheet.apply(plan.batch)


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
