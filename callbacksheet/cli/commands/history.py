"""``history``: what was changed, when, by whom and why."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Looking back")
def history(
    context: Context,
    row: Annotated[
        str,
        typer.Argument(
            metavar="ROW", help="A row's key, phone or name, or a run like R3; else all runs.", show_default=False
        ),
    ] = "",
) -> Result:
    """List the runs that changed the sheet; of one row or one run, every cell before and after, and why."""
    from callbacksheet.cli.past import history_of_row, history_of_run, runs_listed
    from callbacksheet.cli.past import is_run as named_a_run

    if not row.strip():
        return runs_listed(context)
    return history_of_run(context, row) if named_a_run(row) else history_of_row(context, row)
