"""``who``: everything known of one caller."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Looking back")
def who(
    context: Context,
    caller: Annotated[
        str, typer.Argument(metavar="CALLER", help="A phone number, a name or a row's key.", show_default=False)
    ],
) -> Result:
    """Show a caller's rows, open and Done, what the lists say of the number, and what was changed last."""
    from callbacksheet.cli.known import known_of

    return known_of(context, caller)
