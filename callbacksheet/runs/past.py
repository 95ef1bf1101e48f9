"""What was done, taking it back, and forgetting a caller."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from callbacksheet.core.forget import ForgetPlan, plan_forget
from callbacksheet.core.history import FACTS, ORDER
from callbacksheet.core.plan import Run
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import HistoryRow
from callbacksheet.core.undo import UndoPlan, plan_undo
from callbacksheet.ports import Sheet


def history(sheet: Sheet, key: str = "") -> tuple[HistoryRow, ...]:
    """The lines of the history for people, oldest first; of one row where a key is given."""
    lines = (line for line in sheet.read().history if line.column not in (FACTS, ORDER))
    return tuple(line for line in lines if not key or line.key == key)


def undo(sheet: Sheet, wanted: str, run: Run, shop: Shop, *, dry: bool = False) -> UndoPlan:
    """Take back one run, the latest where ``wanted`` is ""."""
    plan = plan_undo(sheet.read(), wanted, run, shop)
    if plan.batch is not None and not dry:
        sheet.apply(plan.batch)
    return plan


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much of a caller was blanked, in the sheet and in each backup beside it."""

    sheet: ForgetPlan
    backups: tuple[ForgetPlan, ...]


def forget(
    sheet: Sheet, backups: Iterable[Sheet], e164: str, run: Run, shop: Shop, *, dry: bool = False
) -> Forgotten:
    """Blank a caller's texts in the sheet and its backups."""
    plans = []
    for place in (sheet, *backups):
        plan = plan_forget(place.read(), e164, run, shop)
        if plan.batch is not None and not dry:
            place.apply(plan.batch)
        plans.append(plan)
    return Forgotten(plans[0], tuple(plans[1:]))
