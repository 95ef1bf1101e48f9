"""``run``: tidies and reminds by itself until it is stopped."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Every day")
def run(
    context: Context,
    once: Annotated[bool, typer.Option("--once", help="One round of everything, then end.")] = False,
) -> Result:
    """Tidy every few minutes and remind each minute, in the foreground, until Ctrl+C or SIGTERM.

    What fails is told and tried again; it keeps nothing else from being done.
    """
    from callbacksheet.cli.running import Service

    return Service(context).run(once=once)
