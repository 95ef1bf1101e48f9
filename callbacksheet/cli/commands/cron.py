"""``cron``: the lines that let this machine tidy and remind by itself, and whether anything does."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Setting up")
def cron(
    context: Context,
    check: Annotated[
        bool, typer.Option("--check", help="Only say whether they run: exit code 3 where they do not.")
    ] = False,
) -> Result:
    """Print crontab and systemd lines for this machine and configuration. Installs nothing.

    --check looks in the sheet for the last sign of life, from whichever machine.
    """
    from callbacksheet.cli.scheduling import lines_result, signs_result

    return signs_result(context) if check else lines_result(context)
