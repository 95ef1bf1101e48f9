"""``blocks``: the fixed times for calling back, listed or as calendar appointments."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Every day")
def blocks(
    context: Context,
    ics: Annotated[bool, typer.Option("--ics", help="As a calendar that Google, Outlook and others import.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the calendar there instead of printing it.")
    ] = None,
) -> Result:
    """List the callback blocks of the coming seven days, or give them as a calendar with alarms.

    Blocks are set in the configuration under [blocks]. Closed days are left out.
    """
    from callbacksheet.cli.block_times import blocks_as_calendar, blocks_listed
    from callbacksheet.errors import SetupError, UsageError

    if not context.settings.shop.blocks:
        raise SetupError(
            "No callback blocks are configured, so there is nothing to show.",
            'Add them to the configuration: [blocks] and below it times = ["11:30-12:00", "15:00-15:30"].',
        )
    if out is not None and not ics:
        raise UsageError("--out goes with --ics. Nothing was written.", "Try: callbacksheet blocks --ics --out FILE")
    return blocks_as_calendar(context, out) if ics else blocks_listed(context)
