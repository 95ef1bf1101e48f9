"""``triage``: the sheet tidied, then the list of this callback block."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Every day")
def triage(
    context: Context,
    no_walk: Annotated[bool, typer.Option("--no-walk", help="Only the list, without going through it.")] = False,
) -> Result:
    """Tidy, then list whom to ring in this callback block: all that fall due before it ends.

    Going through the list one caller at a time comes with a later version.
    """
    from callbacksheet.cli.desk import open_desk
    from callbacksheet.cli.tidied import exit_code_of, tidied_issues
    from callbacksheet.cli.triaged import triaged_data, triaged_page
    from callbacksheet.runs.tidy import tidy

    desk = open_desk(context, look_only=context.options.dry_run)
    with context.working(f"Tidying {desk.name}"):
        tidied = tidy(desk.sheet, desk.run, desk.shop, desk.agree, dry=context.options.dry_run)
    return Result(
        triaged_data(tidied, desk),
        triaged_page(tidied, desk, walk=not no_walk),
        tidied_issues(tidied, desk),
        exit_code_of(tidied),
    )
