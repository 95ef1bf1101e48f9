"""``block``: a number that is not to be rung back."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("At the phone")
def block(
    context: Context,
    phone: Annotated[str, typer.Argument(metavar="PHONE", help="The number, or a row's key.", show_default=False)],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is shown on the rows.")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take the number off the list again.")] = False,
) -> Result:
    """Put a number on the blacklist in the configuration; its open rows close visibly, with the reason.

    The list is kept in the configuration file, whose other lines and comments stay as they are. Rows that were
    closed stay closed when the number is taken off the list; `schedule` opens one again.
    """
    from callbacksheet.cli.blocked import blocked, unblocked

    return unblocked(context, phone) if remove else blocked(context, phone, reason)
