"""Ukrainian wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("завтра після обіду", "6 May 13:30-18:00"),
    ("після 18", "5 May 18:00-24:00"),
    ("у п'ятницю о 10", "8 May 10:00"),
    ("з 14 до 16", "5 May 14:00-16:00"),
    ("завтра вранці", "6 May 09:00-12:00"),
    ("о пів на четверту", "5 May 15:30"),
    ("за чверть п'ята", "5 May 16:45"),
    ("через дві години", "5 May 13:20"),
    ("через годину", "5 May 12:20"),
    ("наступного понеділка", "11 May 09:00-18:00"),
    ("наступного тижня", "11 May 09:00 - 15 May 18:00"),
    ("не раніше 15", "5 May 15:00-24:00"),
    ("не дзвонити до 14", "5 May 14:00-24:00"),
    ("після 17:00 не дзвонити", "5 May 11:20-17:00"),
    ("крім вихідних", "5 May 11:20-18:00"),
    ("не в четвер", "5 May 11:20-18:00"),
    ("в будні після 16", "5 May 16:00-24:00"),
    ("15 травня о 10", "15 May 10:00"),
    ("сьогодні ввечері", "5 May 17:00-24:00"),
    ("післязавтра", "7 May 09:00-18:00"),
    ("обід", "5 May 12:00-14:00"),
    ("зайнята до 13", "5 May 13:00-24:00"),
    ("терміново", "asap"),
    ("будь-коли", "anytime"),
    ("номер 0671234567, після 15", "5 May 15:00-24:00"),
    ("чверть на четверту", "5 May 15:15"),
    ("о десятій тридцять", "6 May 10:30"),
)
NO_TIME = (
    "замовлення 4512",
    "гарного дня",
    "пять яблук",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_ukrainian_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_ukrainian_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
