"""On time and once: clocks put forward and back, a leap day, a zone without either, a clock that was set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from callbacksheet.core.holding import Rules, released
from callbacksheet.core.model import Span
from callbacksheet.core.shop import ALWAYS_OPEN, Hours, Shift, Shop
from tests.desk import Desk, tab
from tests.runs.reminding import Office

MK_ALWAYS = ((Shift(Span(0, 1440), "MK", "JL"),),) * 7


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def office_in(zone: str, typed: str, start: str) -> Office:
    """One row whose next time somebody typed, in a shop that never closes."""
    shop = Shop(zone=ZoneInfo(zone), head="OL", shifts=MK_ALWAYS, hours=Hours(week=ALWAYS_OPEN))
    desk = Desk(tab(f"2025-01-01 10:00 | Dana | 415-555-0142 | book | | | | {typed} | MK"), shop)
    desk.now = utc(start).astimezone(shop.zone)
    return Office(desk, rules=Rules(escalate_after=None)).tidy()


def told_at(it: Office, moment: datetime) -> list[str]:
    it.desk.now = moment.astimezone(it.desk.shop.zone)
    return it.told()


@pytest.mark.parametrize(
    ("zone", "typed", "due"),
    [
        ("Europe/Kyiv", "2026-03-29 02:59", "2026-03-29 00:59"),
        ("Europe/Kyiv", "2026-03-29 03:30", "2026-03-29 01:30"),  # skipped: an hour later on the clock
        ("Europe/Kyiv", "2026-03-29 04:00", "2026-03-29 01:00"),
        ("Europe/Kyiv", "2026-10-25 03:30", "2026-10-25 00:30"),  # comes twice: the first counts
        ("Europe/Kyiv", "2026-10-25 04:00", "2026-10-25 02:00"),
        ("America/New_York", "2026-03-08 02:30", "2026-03-08 07:30"),
        ("America/New_York", "2026-03-08 03:00", "2026-03-08 07:00"),
        ("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30"),
        ("America/New_York", "2026-11-01 02:00", "2026-11-01 07:00"),
        ("Australia/Sydney", "2026-04-05 02:30", "2026-04-04 15:30"),
        ("Australia/Sydney", "2026-04-05 03:00", "2026-04-04 17:00"),
        ("Australia/Sydney", "2026-10-04 02:30", "2026-10-03 16:30"),
        ("Australia/Sydney", "2026-10-04 03:00", "2026-10-03 16:00"),
        ("Asia/Jakarta", "2026-10-25 03:30", "2026-10-24 20:30"),
        ("America/New_York", "2028-02-29 10:00", "2028-02-29 15:00"),
        ("America/New_York", "2028-02-29 00:01", "2028-02-29 05:01"),
        ("Pacific/Chatham", "2026-04-05 03:00", "2026-04-04 13:15"),
    ],
)
def test_each_is_told_at_its_minute_and_once_whatever_the_clock_does(zone: str, typed: str, due: str) -> None:
    at = utc(due)
    it = office_in(zone, typed, (at - timedelta(hours=6)).strftime("%Y-%m-%d %H:%M"))
    assert told_at(it, at - timedelta(minutes=1)) == []
    assert told_at(it, at) == ["MK due Dana"]
    for minutes in (1, 2, 15, 59, 60, 61, 119, 120, 121, 180):
        assert told_at(it, at + timedelta(minutes=minutes)) == []


@pytest.mark.parametrize(
    ("zone", "typed", "due"),
    [
        ("Europe/Kyiv", "2026-03-29 02:55", "2026-03-29 00:55"),
        ("Europe/Kyiv", "2026-10-25 03:55", "2026-10-25 00:55"),
        ("America/New_York", "2026-11-01 01:55", "2026-11-01 05:55"),
        ("Australia/Sydney", "2026-04-05 02:55", "2026-04-04 15:55"),
        ("Australia/Sydney", "2026-10-04 01:55", "2026-10-03 15:55"),
    ],
)
def test_the_backup_is_told_after_real_minutes(zone: str, typed: str, due: str) -> None:
    at = utc(due)
    it = office_in(zone, typed, (at - timedelta(hours=6)).strftime("%Y-%m-%d %H:%M"))
    it.rules = Rules(escalate_after=timedelta(minutes=15))
    assert told_at(it, at) == ["MK due Dana"]
    assert told_at(it, at + timedelta(minutes=14)) == []
    assert told_at(it, at + timedelta(minutes=15)) == ["JL backup Dana"]
    assert told_at(it, at + timedelta(minutes=30)) == ["OL head Dana"]


def test_a_clock_set_back_repeats_nothing_and_delays_nothing_new() -> None:
    it = office_in("America/New_York", "2026-06-10 10:00", "2026-06-10 12:00")
    assert told_at(it, utc("2026-06-10 14:00")) == ["MK due Dana"]
    it.desk.type_in(3, "name", "Bob")
    it.desk.type_in(3, "phone", "415-555-0188")
    it.desk.type_in(3, "reason", "quote")
    it.desk.type_in(3, "next callback", "2026-06-10 09:30")
    assert told_at(it, utc("2026-06-10 13:00")) == []
    assert told_at(it, utc("2026-06-10 13:30")) == ["MK due Bob"]
    assert told_at(it, utc("2026-06-10 14:00")) == []
    assert told_at(it, utc("2026-06-10 14:01")) == []


def shop(zone: str = "America/New_York") -> Shop:
    return Shop(zone=ZoneInfo(zone))


NIGHT = Rules(quiet=(Span(0, 480), Span(1200, 1440)))


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-20 12:00", "2026-11-20 12:00"),
        ("2026-11-20 19:59", "2026-11-20 19:59"),
        ("2026-11-19 20:00", "2026-11-20 08:00"),
        ("2026-11-20 07:59", "2026-11-20 08:00"),
        ("2026-11-20 08:00", "2026-11-20 08:00"),
        ("2026-11-20 20:00", "2026-11-23 09:00"),  # Friday night: over the weekend, to the opening
        ("2026-11-21 12:00", "2026-11-23 09:00"),
        ("2026-03-08 07:00", "2026-03-09 09:00"),  # a Sunday on which the clock was put forward
    ],
)
def test_a_quiet_time_ends_at_its_end_or_at_the_opening(at: str, until: str) -> None:
    zone = ZoneInfo("America/New_York")
    moment = datetime.fromisoformat(at).replace(tzinfo=zone)
    assert released(moment, shop(), NIGHT) == datetime.fromisoformat(until).replace(tzinfo=zone)


def test_a_quiet_time_that_ends_in_the_hour_that_comes_twice_never_ends_in_the_past() -> None:
    zone = ZoneInfo("America/New_York")
    rules = Rules(quiet=(Span(60, 90),))
    always = Shop(zone=zone, hours=Hours(week=ALWAYS_OPEN))
    second = datetime(2026, 11, 1, 1, 15, fold=1, tzinfo=zone)
    end = released(second, always, rules)
    assert end.timestamp() - second.timestamp() == 15 * 60


def test_a_shop_that_never_opens_holds_nothing_back_for_ever() -> None:
    closed = Shop(zone=ZoneInfo("UTC"), hours=Hours(week=((),) * 7))
    moment = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("UTC"))
    assert released(moment, closed, Rules()) == moment
