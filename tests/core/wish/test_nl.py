"""Dutch wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("morgenochtend", "6 May 09:00-12:00"),
    ("morgenmiddag", "6 May 13:30-18:00"),
    ("na 17 uur", "5 May 17:00-24:00"),
    ("voor 12 uur", "5 May 11:20-12:00"),
    ("tussen 14 en 16 uur", "5 May 14:00-16:00"),
    ("van 14 tot 16 uur", "5 May 14:00-16:00"),
    ("vrijdag om 10 uur", "8 May 10:00"),
    ("om half vier", "5 May 15:30"),
    ("kwart voor vijf", "5 May 16:45"),
    ("volgende week", "11 May 09:00 - 15 May 18:00"),
    ("over een uur", "5 May 12:20"),
    ("over twee dagen", "7 May 09:00-18:00"),
    ("overmorgen om 9:30", "7 May 09:30"),
    ("vanavond", "5 May 17:00-24:00"),
    ("vanaf 15 uur", "5 May 15:00-24:00"),
    ("niet voor 14 uur", "5 May 14:00-24:00"),
    ("doordeweeks na 16 uur", "5 May 16:00-24:00"),
    ("15 mei om 10 uur", "15 May 10:00"),
    ("behalve donderdag", "5 May 11:20-18:00"),
    ("aan het eind van de dag", "5 May 17:00-18:00"),
    ("zo snel mogelijk", "asap"),
    ("maakt niet uit", "anytime"),
    ("bestelling 4512, na 15 uur", "5 May 15:00-24:00"),
    ("15.30 uur", "5 May 15:30"),
    ("rond vijven", "5 May 17:00"),
    ("vrij na 16 uur", "5 May 16:00-24:00"),
    ("9 tot 12 juni", "9 Jun 09:00 - 12 Jun 18:00 ?"),
    ("9 t/m 12 juni", "9 Jun 09:00 - 12 Jun 18:00"),
)
NO_TIME = (
    "3 personen",
    "goedemorgen",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_dutch_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_dutch_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
