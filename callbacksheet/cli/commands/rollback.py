"""``rollback``: the tab as the tool's runs had left it at a moment."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Looking back")
def rollback(
    context: Context,
    to: Annotated[
        str, typer.Option("--to", metavar="TIME", help='Like "11:05", or a date and time.', show_default=False)
    ],
) -> Result:
    """Take back every run since a moment, after showing what that changes. What people typed since stays, and is told.

    Attempts recorded through the tool since then are taken back too. The rollback is a run of its own: `undo` takes
    it back as well.
    """
    from callbacksheet.cli.rolled_back import rolled_back

    return rolled_back(context, to)
