from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from callbacksheet.core.model import CellValue, Code, Formula, Issue
from callbacksheet.core.received import parse_received
from callbacksheet.core.shop import DateOrder, Shop

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 21, 15, 0, tzinfo=NEW_YORK)  # a Saturday


def read(value: CellValue, order: DateOrder = DateOrder.MDY) -> str:
    moment = parse_received(value, NOW, Shop(zone=NEW_YORK, date_order=order))
    return moment.strftime("%Y-%m-%d %H:%M") if isinstance(moment, datetime) else repr(moment)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("10:40", "2026-11-21 10:40"),
        ("10:40am", "2026-11-21 10:40"),
        ("4pm", "2026-11-21 16:00"),
        ("12:05 am", "2026-11-21 00:05"),
        ("9.15", "2026-11-21 09:15"),
        ("5/8 9:15", "2026-05-08 09:15"),
        ("12/24 9:15", "2025-12-24 09:15"),
        ("11/20/26 4pm", "2026-11-20 16:00"),
        ("20/11", "2026-11-20 00:00"),
        ("2026-11-20T10:05", "2026-11-20 10:05"),
        ("2026-11-20 10:05:33", "2026-11-20 10:05"),
        ("8.5. 14:20", "2026-05-08 14:20"),
        ("21.11 10:15", "2026-11-21 10:15"),
        ("31.12", "2025-12-31 00:00"),
        ("20.11.2026 г. 9:30", "2026-11-20 09:30"),
        ("Nov 20 10:15", "2026-11-20 10:15"),
        ("Fri 20 Nov 10:00", "2026-11-20 10:00"),
        ("20 нояб. 10:15", "2026-11-20 10:15"),
        ("20 листопада 10:15", "2026-11-20 10:15"),
        ("20 de noviembre 10:00", "2026-11-20 10:00"),
        ("вчера 16:20", "2026-11-20 16:20"),
        ("today 9am", "2026-11-21 09:00"),
        ("kemarin jam 14.30", "2026-11-20 14:30"),
        ("hari ini 10.20", "2026-11-21 10:20"),
        ("ayer a las 17:05", "2026-11-20 17:05"),
        ("feb 29 9:00", "2024-02-29 09:00"),
    ],
)
def test_typed_moments_are_read(typed: str, moment: str) -> None:
    assert read(typed) == moment


@pytest.mark.parametrize(
    ("order", "moment"),
    [(DateOrder.MDY, "2026-05-08"), (DateOrder.DMY, "2026-08-05"), (DateOrder.YMD, "2026-05-08")],
)
def test_the_configured_order_decides_between_day_and_month(order: DateOrder, moment: str) -> None:
    assert read("5/8 9:15", order) == f"{moment} 09:15"


@pytest.mark.parametrize("typed", ["soon", "12", "46347.5 or so", "25:00", "31/31", "call 5", "2026-02-30", "x" * 200])
def test_words_that_name_no_moment_are_told(typed: str) -> None:
    assert parse_received(typed, NOW, Shop(zone=NEW_YORK)) == Issue(Code.UNPARSED_RECEIVED, (typed,))


def test_true_cells_are_taken_as_they_are() -> None:
    assert read(datetime(2026, 11, 20, 9, 30)) == "2026-11-20 09:30"
    assert read(date(2026, 11, 20)) == "2026-11-20 00:00"
    assert read(time(9, 30)) == "2026-11-21 09:30"
    assert read(46347.5) == "2026-11-21 12:00"
    assert read(0.5) == "2026-11-21 12:00"
    assert read(Formula("=NOW()", datetime(2026, 11, 20, 9, 30))) == "2026-11-20 09:30"


def test_an_empty_cell_is_no_moment_and_no_complaint() -> None:
    assert parse_received(None, NOW, Shop(zone=NEW_YORK)) is None


@pytest.mark.parametrize("value", [True, -5, 1e300, float("nan"), 930])
def test_other_numbers_are_told_and_never_raise(value: float) -> None:
    assert isinstance(parse_received(value, NOW, Shop(zone=NEW_YORK)), Issue)


def test_a_time_that_spring_skips_is_the_first_that_exists() -> None:
    assert read(datetime(2026, 3, 8, 2, 30)) == "2026-03-08 03:30"
