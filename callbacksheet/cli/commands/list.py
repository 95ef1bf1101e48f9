"""``list``: the queue as tidy would leave it."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.cli.envelope import Json


@command("Every day", name="list")
def list_rows(
    context: Context,
    every: Annotated[bool, typer.Option("--all", help="The rows that are Done, too.")] = False,
) -> Result:
    """Show the open rows in the order to ring them. Writes nothing; the workbook may be open."""
    from callbacksheet.cli.desk import look_at
    from callbacksheet.cli.entries import entries, issues_of
    from callbacksheet.cli.page import Line, Tone
    from callbacksheet.cli.queue_page import pending_line, queue_table, told_table

    desk, plan = look_at(context)
    shown = [(n, callback) for n, callback in enumerate(plan.queue, 1) if every or callback.open]
    callbacks = [callback for _, callback in shown]
    found = entries(plan, desk.now, desk.shop)
    data: dict[str, Json] = {"callbacks": [found[n - 1] for n, _ in shown], "in_order": plan.empty}
    table = queue_table(shown, desk.now, desk.shop)
    nobody = Line("Nobody is waiting: no row is open." if plan.queue else "The tab has no rows yet.", Tone.GOOD)
    told = told_table(callbacks, desk.shop)
    page = (table if shown else nobody, *((Line(), *told) if told else ()), *pending_line(plan))
    return Result(data, page, issues_of(plan, desk.shop, callbacks))
