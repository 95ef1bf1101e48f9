"""Trouble that lasts, told once an hour: cron mails whatever is said, and would mail each minute."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

from callbacksheet.cli.command import Context, Result
from callbacksheet.errors import CallbackSheetError
from callbacksheet.wiring import sending_file

TOLD_AGAIN = timedelta(hours=1)


def hushed(context: Context, job: Callable[[], Result]) -> Result:
    """What a job comes to; an error that was told within the hour is only an exit code."""
    try:
        return job()
    except CallbackSheetError as error:
        if _told_lately(context, error):
            return Result({}, exit_code=error.exit_code)
        raise


def _told_lately(context: Context, error: CallbackSheetError) -> bool:
    """Whether the same trouble was told within the hour; if not, note that it is told now."""
    with contextlib.suppress(CallbackSheetError, OSError, ValueError):
        file = sending_file(context.settings, context.environ, "told")
        now, what = context.now, f"{error.code} {error}".splitlines()[0]
        if file.exists():
            at, _, said = file.read_text(encoding="utf-8").partition("|")
            since = now - datetime.fromisoformat(at)
            if said == what and timedelta(0) <= since < TOLD_AGAIN:
                return True
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{now.isoformat()}|{what}", encoding="utf-8")
    return False
