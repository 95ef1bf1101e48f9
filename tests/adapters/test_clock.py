"""The clock of the desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from callbacksheet.adapters.clock import SystemClock


def test_now_is_the_present_minute_in_the_shops_zone() -> None:
    zone = ZoneInfo("Europe/Kyiv")
    now = SystemClock(zone).now()
    assert now.tzinfo is zone
    assert (now.second, now.microsecond) == (0, 0)
    assert timedelta(0) <= datetime.now(UTC) - now < timedelta(minutes=2)
