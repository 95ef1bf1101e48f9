"""Taking a team's own tab over, or rebuilding what the tool remembers of it; nothing is done unless somebody agrees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from callbacksheet.cli.command import Context
from callbacksheet.errors import RefusedError

if TYPE_CHECKING:
    from callbacksheet.cli.desk import Desk
    from callbacksheet.config import Settings
    from callbacksheet.core.plan import Plan, Run
    from callbacksheet.core.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Adoption:
    """What taking a tab over came to, or would; ``columns`` as "Calls (N1)". ``standing``: it was set up already.

    ``additions`` is all that is added, in words.
    """

    columns: tuple[str, ...] = ()
    additions: tuple[str, ...] = ()
    rows: int = 0
    changes: int = 0
    moved: int = 0
    standing: bool = False


def adopt(context: Context, settings: Settings, *, rebuild: bool = False, tab_id: int | None = None) -> Adoption:
    """Take the configured tab over: columns, keys, hidden tabs, order; nothing is merged. A dry run only says so.

    A tab that is set up already is left as it is, unless what the tool remembers of it is to be rebuilt. ``tab_id`` is
    the tab of a Google sheet that somebody chose. Raises RefusedError where nobody agrees, and where what is remembered
    is lost and no rebuild was asked for.
    """
    from callbacksheet.cli.desk import additions, columns_said
    from callbacksheet.core.plan import plan_tidy
    from callbacksheet.runs.tidy import take_over

    desk, dry = _desk(context, settings, tab_id), context.options.dry_run
    agreed = dry

    def plan_of(seen: Snapshot, run: Run) -> Plan:
        """Nothing where the tab is set up by now; somebody is asked once."""
        nonlocal agreed
        as_it_stands = plan_tidy(seen, run, desk.shop) if not rebuild else None
        if as_it_stands is not None and not as_it_stands.adopts:
            return replace(as_it_stands, batch=None)
        plan = plan_tidy(seen, replace(run, most=None) if dry else run, desk.shop, adopt=True)
        agreed = agreed or plan.batch is None or (_agree_to_rebuild(desk, plan) if rebuild else desk.agree(plan))
        if not agreed:
            raise RefusedError("Nobody agreed, so nothing was changed.")
        return replace(plan, batch=None) if dry else plan

    with context.working(f"Reading {desk.name}"):
        snapshot = desk.sheet.read()
    tell, patience = desk.tell_progress, desk.patience
    plan = take_over(desk.sheet, snapshot, plan_of, desk.run, desk.shop, patience=patience, progress=tell).plan
    if not rebuild and not plan.adopts:
        return Adoption(standing=True)
    columns, given = tuple(columns_said(plan, desk.shop)), () if rebuild else additions(plan, desk)
    return Adoption(columns, given, len(plan.queue), len(plan.changes), plan.moved)


def _desk(context: Context, settings: Settings, tab_id: int | None) -> Desk:
    """The desk of these settings, which need not stand in a file yet."""
    from callbacksheet.cli.desk import Desk
    from callbacksheet.wiring import sheet_of

    place = _with(context, settings)
    sheet = sheet_of(settings, look_only=context.options.dry_run, tab_id=tab_id, pause=context.shell.pause)
    return Desk(place, sheet, settings.shop, run_in(context, settings))


def run_in(context: Context, settings: Settings) -> Run:
    """One run under these settings."""
    from callbacksheet.wiring import run_of

    place = _with(context, settings)
    return run_of(place.now, place.operator, forced=context.options.force)


def _with(context: Context, settings: Settings) -> Context:
    place = Context(context.shell, context.options)
    place.settings = settings
    return place


def _agree_to_rebuild(desk: Desk, plan: Plan) -> bool:
    from callbacksheet.cli.saying import count

    return desk.context.consent(
        f"What the tool remembers of {desk.name} is built anew from what stands in the tab now. Who typed what since "
        f"the last run cannot be known any more. {count(len(plan.queue), 'row')} and the history stay, "
        "nothing is merged in this run."
    )
