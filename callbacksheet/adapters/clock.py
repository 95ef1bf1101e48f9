"""The wall clock, in the shop's zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo


class SystemClock:
    """The present moment, cut to the minute: the desk thinks in minutes."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def now(self) -> datetime:
        return datetime.now(self._zone).replace(second=0, microsecond=0)
