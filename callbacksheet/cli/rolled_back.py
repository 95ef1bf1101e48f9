"""A rollback: first what it would change, then the question, then what came of it."""

from __future__ import annotations

from datetime import datetime

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.entries import change_entries
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.render import show
from callbacksheet.cli.saying import when_said
from callbacksheet.cli.undone import came_of, changes_table, left_page
from callbacksheet.core.hours import before
from callbacksheet.core.received import parse_received
from callbacksheet.core.shop import Shop
from callbacksheet.core.undo import UndoPlan
from callbacksheet.errors import UsageError
from callbacksheet.runs import past


def rolled_back(context: Context, to: str) -> Result:
    """Raises UsageError for a moment that cannot be read or is still ahead, RefusedError where nobody agreed."""
    dry = context.options.dry_run
    desk = open_desk(context, look_only=dry)
    moment = _moment(to, desk.now, desk.shop)
    agreed: list[bool] = []

    def agree(plan: UndoPlan) -> bool:
        agreed.append(not dry and _agreed(plan, moment, desk))
        return agreed[-1]

    with context.working(f"Reading {desk.name}"):
        plan = past.rollback(desk.sheet, moment, agree, desk.run, desk.shop, patience=desk.patience)
    written = any(agreed)
    data: dict[str, Json] = {
        "to": moment.isoformat(),
        "runs": list(plan.runs),
        "changes": change_entries(plan.changes),
        "left": change_entries(plan.left),
        "returned": plan.returned,
        "removed": plan.removed,
        "written": written,
    }
    return Result(data, _page(plan, moment, desk, written=written))


def _moment(text: str, now: datetime, shop: Shop) -> datetime:
    at = parse_received(text.strip() or None, now, shop)
    if not isinstance(at, datetime):
        raise UsageError(
            f"“{text}” cannot be read as a time. Nothing was changed.",
            'Say it like --to "11:05" or "2026-11-20 11:05".',
        )
    if before(now, at):
        raise UsageError(f"{when_said(at, now)} is still ahead. Nothing was changed.", "Name a moment that has passed.")
    return at


def _agreed(plan: UndoPlan, moment: datetime, desk: Desk) -> bool:
    context = desk.context
    if context.on_terminal and not context.options.yes:
        show(_plan_page(plan, moment, desk, "Would take"), context.shell.err)
    return context.agree(f"{_head(plan, moment, desk, 'Would take')} Agreed?" if not context.on_terminal else "Agreed?")


def _page(plan: UndoPlan, moment: datetime, desk: Desk, *, written: bool) -> Page:
    if not plan.runs:
        return (Line(f"No run changed anything after {when_said(moment, desk.now)}: nothing to take back.", Tone.GOOD),)
    if not written:
        quiet = Line("Nothing was written.", Tone.QUIET)
        asked = desk.context.on_terminal and not desk.context.options.dry_run
        return (quiet,) if asked else (*_plan_page(plan, moment, desk, "Would take"), quiet)
    way_back = Line("`callbacksheet history` lists this rollback as a run; undo it by its name.", Tone.QUIET)
    return (Line(_head(plan, moment, desk, "Took"), Tone.GOOD), *left_page(plan.left, desk), way_back)


def _plan_page(plan: UndoPlan, moment: datetime, desk: Desk, took: str) -> Page:
    table = (changes_table(plan.changes, desk),) if plan.changes else ()
    return (Line(_head(plan, moment, desk, took), Tone.STRONG), *table, *left_page(plan.left, desk))


def _head(plan: UndoPlan, moment: datetime, desk: Desk, took: str) -> str:
    runs = plan.runs[0] if len(plan.runs) == 1 else f"{len(plan.runs)} runs, {plan.runs[0]} to {plan.runs[-1]},"
    return f"{took} {runs} back to {when_said(moment, desk.now)}: {came_of(plan)}."
