"""``assign``: a row handed to a person."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("At the phone")
def assign(
    context: Context,
    row: Annotated[str, typer.Argument(metavar="ROW", help="A key, a number or a name.", show_default=False)],
    to: Annotated[
        str, typer.Argument(metavar="INITIALS", help="Who answers for it now; else you.", show_default=False)
    ] = "",
    to_given: Annotated[str, typer.Option("--to", metavar="INITIALS", help="The same, as an option.")] = "",
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; kept in the row's notes.")] = "",
) -> Result:
    """Hand a row to a person, with the reason on the row. They get a notice with the next reminders."""
    from callbacksheet.cli.acted import Doing, Found, acted, caller, signed, still_open
    from callbacksheet.cli.people import person_meant
    from callbacksheet.core.deeds import Deed

    def decide(found: Found) -> Doing:
        callback, by = still_open(found.callback), signed(found)
        person = person_meant((to or to_given).strip() or by, context.settings)
        note = f"→ {person}: {why.strip()}" if why.strip() else ""
        deed = Deed(callback.key, by, owner=person, note=note)
        return Doing(f"{caller(callback)}: handed to {person} by {by}.", deed)

    return acted(context, row, decide)
