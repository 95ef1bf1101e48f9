"""Swedish wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("imorgon förmiddag", "6 May 09:00-12:00"),
    ("imorgon eftermiddag", "6 May 13:30-18:00"),
    ("efter 17", "5 May 17:00-24:00"),
    ("före 12", "5 May 11:20-12:00"),
    ("mellan 14 och 16", "5 May 14:00-16:00"),
    ("från 14 till 16", "5 May 14:00-16:00"),
    ("fredag kl 10", "8 May 10:00"),
    ("halv fyra", "5 May 15:30"),
    ("kvart i fem", "5 May 16:45"),
    ("nästa vecka", "11 May 09:00 - 15 May 18:00"),
    ("om en timme", "5 May 12:20"),
    ("om två dagar", "7 May 09:00-18:00"),
    ("i övermorgon 9:30", "7 May 09:30"),
    ("ikväll", "5 May 17:00-24:00"),
    ("från och med 15", "5 May 15:00-24:00"),
    ("inte före 14", "5 May 14:00-24:00"),
    ("vardagar efter 16", "5 May 16:00-24:00"),
    ("15 maj kl 10", "15 May 10:00"),
    ("utom torsdag", "5 May 11:20-18:00"),
    ("i slutet av dagen", "5 May 17:00-18:00"),
    ("så snart som möjligt", "asap"),
    ("när som helst", "anytime"),
    ("order 4512, efter 15", "5 May 15:00-24:00"),
)
NO_TIME = (
    "3 personer",
    "god morgon",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_swedish_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_swedish_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
