"""Russian wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("завтра с утра", "6 May 09:00-12:00"),
    ("после обеда", "5 May 13:30-18:00"),
    ("после 18:00", "5 May 18:00-24:00"),
    ("в пятницу в 10", "8 May 10:00"),
    ("с 14 до 16", "5 May 14:00-16:00"),
    ("в половине четвёртого", "5 May 15:30"),
    ("без четверти пять", "5 May 16:45"),
    ("через полчаса", "5 May 11:50"),
    ("через 2 часа", "5 May 13:20"),
    ("в следующую среду", "6 May 09:00-18:00"),
    ("на следующей неделе", "11 May 09:00 - 15 May 18:00"),
    ("не раньше 15", "5 May 15:00-24:00"),
    ("не позже 17", "5 May 11:20-17:00"),
    ("не в четверг", "5 May 11:20-18:00"),
    ("кроме понедельника", "5 May 11:20-18:00"),
    ("по будням до обеда", "5 May 11:20-12:00"),
    ("15 мая в 10:30", "15 May 10:30"),
    ("15.05 в 10", "15 May 10:00"),
    ("сегодня вечером", "5 May 17:00-24:00"),
    ("послезавтра", "7 May 09:00-18:00"),
    ("в 2 часа дня", "5 May 14:00"),
    ("занят до 13", "5 May 13:00-24:00"),
    ("срочно", "asap"),
    ("в любое время", "anytime"),
    ("сегодня после 4 или завтра до 12", "5 May 16:00-24:00 | 6 May 09:00-12:00"),
    ("завтра в это же время", "6 May 11:20"),
    ("перезвонить 8 916 555-01-23 после 15", "5 May 15:00-24:00"),
)
NO_TIME = (
    "заказ 4512",
    "спасибо большое",
    "5 коробок",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_russian_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_russian_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
