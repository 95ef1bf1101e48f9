from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from callbacksheet.core.hours import before, callable_at, later, moment, next_open_day
from callbacksheet.core.model import Span
from callbacksheet.core.shop import Hours, Shop

KYIV = ZoneInfo("Europe/Kyiv")
LUNCH = ((Span(540, 780), Span(840, 1080)),) * 5 + ((), ())
SHOP = Shop(zone=KYIV, hours=Hours(week=LUNCH))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KYIV)


def test_an_open_moment_is_itself() -> None:
    assert callable_at(at("2026-11-20 10:10"), SHOP) == at("2026-11-20 10:10")


def test_lunch_night_and_weekend_wait_for_the_next_opening() -> None:
    assert callable_at(at("2026-11-20 13:00"), SHOP) == at("2026-11-20 14:00")
    assert callable_at(at("2026-11-19 18:00"), SHOP) == at("2026-11-20 09:00")
    assert callable_at(at("2026-11-20 19:00"), SHOP) == at("2026-11-23 09:00")


def test_the_shops_own_dates_win_over_holidays() -> None:
    hours = Hours(
        week=LUNCH,
        closed=frozenset({date(2026, 11, 23)}),
        open=frozenset({date(2026, 11, 24)}),
        holidays=frozenset({date(2026, 11, 24), date(2026, 11, 25)}),
    )
    assert next_open_day(date(2026, 11, 23), hours) == date(2026, 11, 24)
    assert next_open_day(date(2026, 11, 25), hours) == date(2026, 11, 26)


def test_a_shop_that_never_opens_is_treated_as_always_open() -> None:
    never = Shop(zone=KYIV, hours=Hours(week=((),) * 7))
    assert callable_at(at("2026-11-20 03:00"), never) == at("2026-11-20 03:00")


def test_durations_are_real_time_across_a_clock_change() -> None:
    night = at("2026-10-25 02:30")  # clocks go back at 04:00
    assert later(night, 120).strftime("%H:%M") == "03:30"
    assert before(later(night, 60), later(night, 120))


def test_a_wall_time_that_spring_skips_moves_past_the_gap() -> None:
    assert moment(KYIV, date(2026, 3, 29), 210).strftime("%H:%M") == "04:30"


def test_minute_1440_is_the_next_midnight() -> None:
    assert moment(KYIV, date(2026, 11, 20), 1440) == at("2026-11-21 00:00")
