"""``script``: what to say at the phone."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("At the phone")
def script(
    context: Context,
    row: Annotated[
        str, typer.Argument(metavar="ROW", help="A key, a number or a name; else who is next.", show_default=False)
    ] = "",
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="Only opening, voicemail, final, asap or offer.")
    ] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="en, uk, ru, id or es; else the caller's own.")
    ] = "",
) -> Result:
    """Tell what to say to a caller, in the language of their own words: opening, voicemail, final message, questions
    for somebody in a hurry, two windows to offer.

    The texts are yours to change: copy one from the shipped templates/scripts into a templates folder beside the
    configuration.
    """
    from callbacksheet.cli.scripted import scripted

    return scripted(context, row, kind, language)
