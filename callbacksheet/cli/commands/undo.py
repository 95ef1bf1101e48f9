"""``undo``: a run taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Looking back")
def undo(
    context: Context,
    run: Annotated[str, typer.Argument(metavar="RUN", help="A run like R3; else the latest.", show_default=False)] = "",
) -> Result:
    """Take a run back: old values and the old order return. What somebody has changed since is left alone, and told.

    Columns and hidden tabs that the tool added stay. The undo is a run of its own, in the history like any other.
    """
    from callbacksheet.cli.undone import undone

    return undone(context, run)
