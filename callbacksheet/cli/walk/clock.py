"""The walk's clock: the real time, or one that starts at the moment given and goes on from there."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

from callbacksheet.cli.command import Context


def clock_of(context: Context, zone: tzinfo) -> Callable[[], datetime]:
    """Tells the present moment on the shop's clock, to the second."""
    given = context.options.now
    if not given:
        return lambda: context.shell.clock().astimezone(zone)
    start = datetime.fromisoformat(given.strip())
    start = start.replace(tzinfo=zone) if start.tzinfo is None else start.astimezone(zone)
    began = time.monotonic()
    return lambda: (start.astimezone(UTC) + timedelta(seconds=time.monotonic() - began)).astimezone(zone)


def minute(at: datetime) -> datetime:
    """Cut to the minute, as everything in the sheet is."""
    return at.replace(second=0, microsecond=0)
