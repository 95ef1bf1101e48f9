"""Polish wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("jutro rano", "6 May 09:00-12:00"),
    ("jutro po południu", "6 May 13:30-18:00"),
    ("po 17", "5 May 17:00-24:00"),
    ("przed 12", "5 May 11:20-12:00"),
    ("między 14 a 16", "5 May 14:00-16:00"),
    ("od 14 do 16", "5 May 14:00-16:00"),
    ("w piątek o 10", "8 May 10:00"),
    ("wpół do czwartej", "5 May 15:30"),
    ("za kwadrans piąta", "5 May 16:45"),
    ("w przyszłym tygodniu", "11 May 09:00 - 15 May 18:00"),
    ("za godzinę", "5 May 12:20"),
    ("za dwa dni", "7 May 09:00-18:00"),
    ("pojutrze o 9:30", "7 May 09:30"),
    ("dziś wieczorem", "5 May 17:00-24:00"),
    ("od 15", "5 May 15:00-24:00"),
    ("nie przed 14", "5 May 14:00-24:00"),
    ("w dni robocze po 16", "5 May 16:00-24:00"),
    ("15 maja o 10", "15 May 10:00"),
    ("oprócz czwartku", "5 May 11:20-18:00"),
    ("pod koniec dnia", "5 May 17:00-18:00"),
    ("jak najszybciej", "asap"),
    ("o każdej porze", "anytime"),
    ("zamówienie 4512, po 15", "5 May 15:00-24:00"),
    ("za dwadzieścia trzecia", "5 May 14:40"),
    ("od 1 do 5 czerwca", "1 Jun 09:00 - 5 Jun 18:00"),
    ("dwudziestego piątego maja", "25 May 09:00-18:00"),
)
NO_TIME = (
    "3 osoby",
    "dzień dobry",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_polish_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_polish_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
