"""``schedule``: an agreed time for the next call."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("At the phone")
def schedule(
    context: Context,
    row: Annotated[str, typer.Argument(metavar="ROW", help="A key, a number or a name.", show_default=False)],
    when: Annotated[
        str, typer.Argument(metavar="WHEN", help='Like "tomorrow 17:15", "Mon 10:00".', show_default=False)
    ],
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What was agreed.")] = "",
) -> Result:
    """Give a row its next time; it stays until a person changes it. A row that is Done opens again."""
    from callbacksheet.cli.acted import Doing, Found, acted, caller, moment_meant, signed
    from callbacksheet.core.deeds import Deed

    def decide(found: Found) -> Doing:
        at = moment_meant(when, found.desk.now, found.desk.shop)
        deed = Deed(found.callback.key, signed(found), next_at=at, note=note.strip())
        return Doing(f"{caller(found.callback)}: time given by {deed.by}.", deed)

    return acted(context, row, decide)
