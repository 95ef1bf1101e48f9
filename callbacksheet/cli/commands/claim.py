"""``claim``: a caller that one person is ringing now."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("At the phone")
def claim(
    context: Context,
    row: Annotated[str, typer.Argument(metavar="ROW", help="A key, a number or a name.", show_default=False)],
    minutes: Annotated[int, typer.Option("--minutes", metavar="N", help="How long, at most.", min=1, max=240)] = 10,
    release: Annotated[bool, typer.Option("--release", help="Give it back sooner.")] = False,
) -> Result:
    """Say that you are ringing this caller now, so that nobody else's triage shows them. It ends by itself."""
    from datetime import timedelta

    from callbacksheet.cli.acted import Doing, Found, acted, caller, signed, still_open
    from callbacksheet.core.claims import claimed, claims_in, released
    from callbacksheet.errors import BusyError

    def decide(found: Found) -> Doing:
        callback, by, now = still_open(found.callback), signed(found), found.desk.now
        held = claims_in(found.state, now).get(callback.key)
        if held and held.by.casefold() != by.casefold():
            raise BusyError(
                f"{held.by} is ringing {caller(callback)}, until {held.until:%H:%M} at most. Nothing was changed.",
                "Take the next caller: callbacksheet next",
            )
        if release:
            return Doing(f"{caller(callback)}: free again.", memo=released(callback.key))
        memo = claimed(callback.key, by, found.desk.run.owner, now, timedelta(minutes=minutes))
        return Doing(f"{caller(callback)}: yours for {minutes} minutes, {by}.", memo=memo)

    return acted(context, row, decide)
