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
    from callbacksheet.cli.queue_page import list_page

    desk, plan = look_at(context)
    chosen = [(n, callback) for n, callback in enumerate(plan.queue, 1) if every or callback.open]
    found = entries(plan, desk.now, desk.shop)
    data: dict[str, Json] = {"callbacks": [found[n - 1] for n, _ in chosen], "in_order": plan.empty}
    page = list_page(chosen, plan, desk.now, desk.shop, verbose=context.options.verbose)
    return Result(data, page, issues_of(plan, desk.shop, [callback for _, callback in chosen]))
