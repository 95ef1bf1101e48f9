"""A run taken back: what came of it, and what was left alone because somebody had changed it since."""

from __future__ import annotations

from collections.abc import Sequence

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.entries import change_entries
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Head, Line, Page, Table, Tone
from callbacksheet.cli.past import column_said
from callbacksheet.cli.saying import count, listed, value_said
from callbacksheet.core.history import Change
from callbacksheet.core.undo import UndoPlan
from callbacksheet.runs import past


def undone(context: Context, name: str) -> Result:
    """Take a run back and tell what came of it."""
    dry = context.options.dry_run
    desk = open_desk(context, look_only=dry)
    with context.working(f"Reading {desk.name}"):
        plan = past.undo(desk.sheet, name, desk.run, desk.shop, dry=dry, patience=desk.patience)
    data: dict[str, Json] = {
        "run": plan.run,
        "changes": change_entries(plan.changes),
        "left": change_entries(plan.left),
        "returned": plan.returned,
        "removed": plan.removed,
        "written": not dry,
    }
    return Result(data, _undone_page(plan, desk, dry=dry))


def _undone_page(plan: UndoPlan, desk: Desk, *, dry: bool) -> Page:
    head = f"{'Would take' if dry else 'Took'} run {plan.run} back: {came_of(plan)}."
    page: Page = (Line(head, Tone.GOOD), *left_page(plan.left, desk))
    return page if dry else (*page, Line("The next `callbacksheet tidy` may make such changes again.", Tone.QUIET))


def came_of(plan: UndoPlan) -> str:
    """What taking back changes: "3 cells of 1 row as before, 1 row is back and 2 rows added since left"."""
    rows = len({change.key for change in plan.changes})
    parts = [
        f"{count(len(plan.changes), 'cell')} of {count(rows, 'row')} as before" if plan.changes else "",
        f"{count(plan.returned, 'row')} {'is' if plan.returned == 1 else 'are'} back" if plan.returned else "",
        f"{count(plan.removed, 'row')} added since left" if plan.removed else "",
    ]
    return listed([part for part in parts if part]) or "the rows stand in their old order"


def left_page(left: Sequence[Change], desk: Desk) -> Page:
    """The cells that were left alone, with what stands there and what stood there before."""
    if not left:
        return ()
    head = Line("Left alone, because somebody changed it since:", Tone.WARN)
    return (head, changes_table(left, desk, now="Stands now", then="Stood before"))


def changes_table(changes: Sequence[Change], desk: Desk, *, now: str = "Now", then: str = "Then again") -> Table:
    """Cells with what stands there and what they would hold."""
    rows = tuple(
        (
            str(change.row or ""),
            column_said(change.column, desk.shop),
            value_said(change.before, desk.now),
            value_said(change.after, desk.now),
        )
        for change in changes
    )
    return Table((Head("Row", right=True), Head("Column"), Head(now, wrap=True), Head(then, wrap=True)), rows)
