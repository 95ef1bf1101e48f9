"""``done``: a row closed, with what came of it."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("At the phone")
def done(
    context: Context,
    row: Annotated[str, typer.Argument(metavar="ROW", help="A key, a number or a name.", show_default=False)],
    outcome: Annotated[
        str, typer.Argument(metavar="OUTCOME", help="What came of it, in a few words.", show_default=False)
    ] = "",
    outcome_given: Annotated[str, typer.Option("--outcome", metavar="TEXT", help="The same, as an option.")] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Anything else to keep.")] = "",
) -> Result:
    """Close a row. What came of it must be said, unless the row says it already. It counts no attempt."""
    from callbacksheet.cli.acted import Doing, Found, acted, caller, signed, still_open
    from callbacksheet.core.deeds import Deed
    from callbacksheet.errors import UsageError

    words = (outcome or outcome_given).strip()

    def decide(found: Found) -> Doing:
        callback = still_open(found.callback)
        if not words and not callback.outcome:
            raise UsageError(
                f"What came of it with {caller(callback)}? Nothing was closed.",
                f'Say it: callbacksheet done {callback.key} "booked Fri 15:00"',
            )
        deed = Deed(callback.key, signed(found), closes=True, outcome=words, note=note.strip())
        return Doing(f"{caller(callback)}: closed by {deed.by}.", deed)

    return acted(context, row, decide)
