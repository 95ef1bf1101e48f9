"""Italian wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("domani mattina", "6 May 09:00-12:00"),
    ("domani pomeriggio", "6 May 13:30-18:00"),
    ("dopo le 17", "5 May 17:00-24:00"),
    ("prima delle 12", "5 May 11:20-12:00"),
    ("tra le 14 e le 16", "5 May 14:00-16:00"),
    ("dalle 14 alle 16", "5 May 14:00-16:00"),
    ("venerdì alle 10", "8 May 10:00"),
    ("alle tre e mezza", "5 May 15:30"),
    ("le cinque meno un quarto", "5 May 16:45"),
    ("la settimana prossima", "11 May 09:00 - 15 May 18:00"),
    ("tra un'ora", "5 May 12:20"),
    ("fra due giorni", "7 May 09:00-18:00"),
    ("dopodomani alle 9:30", "7 May 09:30"),
    ("stasera", "5 May 17:00-24:00"),
    ("dalle 15 in poi", "5 May 15:00-24:00"),
    ("non prima delle 14", "5 May 14:00-24:00"),
    ("giorni feriali dopo le 16", "5 May 16:00-24:00"),
    ("il 15 maggio alle 10", "15 May 10:00"),
    ("tranne giovedì", "5 May 11:20-18:00"),
    ("a fine giornata", "5 May 17:00-18:00"),
    ("appena possibile", "asap"),
    ("in qualsiasi momento", "anytime"),
    ("ordine 4512, dopo le 15", "5 May 15:00-24:00"),
    ("dal 13 al 15", "13 May 09:00 - 15 May 18:00"),
    ("dopo il 25", "26 May 09:00 - 1 Jun 18:00"),
)
NO_TIME = (
    "3 persone",
    "buona giornata",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_italian_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_italian_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
