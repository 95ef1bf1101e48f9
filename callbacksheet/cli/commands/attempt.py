"""``attempt``: one try to reach a caller, recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from callbacksheet.cli.command import Context, Result, command

if TYPE_CHECKING:
    from callbacksheet.cli.acted import Doing, Found


@command("At the phone")
def attempt(
    context: Context,
    row: Annotated[str, typer.Argument(metavar="ROW", help="A key, a number or a name.", show_default=False)],
    came: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="no-answer, voicemail, message, busy, wrong-number, spoke, or what was settled: booked.",
            show_default=False,
        ),
    ],
    next_at: Annotated[str, typer.Option("--next", metavar="WHEN", help="The next try; else by the policy.")] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Half a sentence: what was promised.")] = "",
    outcome: Annotated[str, typer.Option("--outcome", metavar="TEXT", help="What came of it: closes the row.")] = "",
    final: Annotated[bool, typer.Option("--final", help="It left the final message: the policy closes then.")] = False,
) -> Result:
    """Record one try to reach a caller, with your initials and the time.

    Without --next the next try is proposed by the policy. "spoke" asks for --next or --outcome. When all tries are
    made, a voicemail or message is the final one, and the row closes.
    """
    from callbacksheet.cli.acted import acted
    from callbacksheet.cli.tries import attempted

    def decide(found: Found) -> Doing:
        return attempted(found, came, next_at=next_at, note=note, outcome=outcome, final=final)

    return acted(context, row, decide)
