"""``tidy``: the tab made canonical, and every change told with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Every day")
def tidy(
    context: Context,
    check: Annotated[
        bool, typer.Option("--check", help="Only say whether there is something to do: exit code 3 if so.")
    ] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Put a column back that was sorted without the others, then tidy.")
    ] = False,
) -> Result:
    """Make the tab canonical: one row per caller, day and reason, readable, in calling order. Says what and why.

    The first time it shows what it would add to your tab, and asks. A second run changes nothing.
    """
    from callbacksheet.cli.desk import open_desk
    from callbacksheet.cli.tidied import exit_code_of, renamed_page, tidied_data, tidied_issues, tidied_page
    from callbacksheet.runs import tidy as runs

    dry = check or context.options.dry_run
    desk = open_desk(context, look_only=dry)
    with context.working(f"Tidying {desk.name}"):
        run, told = replace(desk.run, repairs=repair), desk.tell_progress
        tidied = runs.tidy(desk.sheet, run, desk.shop, desk.agree, dry=dry, progress=told)
    return Result(
        tidied_data(tidied, desk),
        (*tidied_page(tidied, desk), *renamed_page(tidied, desk)),
        tidied_issues(tidied, desk),
        exit_code_of(tidied, check=check),
    )
