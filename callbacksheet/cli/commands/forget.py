"""``forget``: a caller's texts blanked wherever the tool keeps them."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Looking back")
def forget(
    context: Context,
    phone: Annotated[str, typer.Argument(metavar="PHONE", help="The caller's number.", show_default=False)],
) -> Result:
    """Blank everything a caller said: in rows, history, undo and backups. It cannot be taken back, so it asks first.

    The rows stay, Done and without a word. Says how much was blanked, and where the number or name still stands.
    """
    from callbacksheet.cli.forgotten import forget_caller

    return forget_caller(context, phone)
