"""English wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("after 5", "5 May 17:00-24:00"),
    ("before 11", "6 May 09:00-11:00"),
    ("4", "5 May 16:00"),
    ("4:30", "5 May 16:30"),
    ("at 10", "6 May 10:00"),
    ("2-4", "5 May 14:00-16:00"),
    ("9-5", "5 May 11:20-17:00"),
    ("10:30", "6 May 10:30"),
    ("3.30pm", "5 May 15:30"),
    ("15h", "5 May 15:00"),
    ("tomorrow", "6 May 09:00-18:00"),
    ("tmrw am", "6 May 09:00-12:00"),
    ("2moro pm", "6 May 13:30-18:00"),
    ("thurs b4 noon", "7 May 09:00-12:00"),
    ("Friday afternoon", "8 May 13:30-18:00"),
    ("next Tuesday", "12 May 09:00-18:00"),
    ("next Wednesday", "13 May 09:00-18:00"),
    ("this Friday", "8 May 09:00-18:00"),
    ("Monday next week", "11 May 09:00-18:00"),
    ("the day after tomorrow at 9", "7 May 09:00"),
    ("Friday 15th", "15 May 09:00-18:00"),
    ("15 May at 10", "15 May 10:00"),
    ("May 15th", "15 May 09:00-18:00"),
    ("next week", "11 May 09:00 - 15 May 18:00"),
    ("end of next week", "15 May 09:00-18:00"),
    ("first thing", "5 May 11:20-12:00"),
    ("first thing tomorrow", "6 May 09:00-12:00"),
    ("lunchtime", "5 May 12:00-14:00"),
    ("after lunch", "5 May 13:30-18:00"),
    ("eod", "5 May 17:00-18:00"),
    ("tonight", "5 May 17:00-24:00"),
    ("in an hour", "5 May 12:20"),
    ("in half an hour", "5 May 11:50"),
    ("in 3 days", "8 May 09:00-18:00"),
    ("half past three", "5 May 15:30"),
    ("quarter to five", "5 May 16:45"),
    ("20 past 3", "5 May 15:20"),
    ("noon", "5 May 12:00"),
    ("between 12 and 1", "5 May 12:00-13:00"),
    ("noon-2", "5 May 12:00-14:00"),
    ("3pm or later", "5 May 15:00-24:00"),
    ("until 4", "5 May 11:20-16:00"),
    ("no later than 4", "5 May 11:20-16:00"),
    ("not before 3", "5 May 15:00-24:00"),
    ("not after 16:00", "5 May 11:20-16:00"),
    ("don't call before 14:00", "5 May 14:00-24:00"),
    ("not before 10 or after 4", "5 May 11:20-16:00"),
    ("busy until 3", "5 May 15:00-24:00"),
    ("out until Thursday", "7 May 09:00 - 13 May 18:00"),
    ("not Thursday", "5 May 11:20-18:00"),
    ("any time but Thursday", "5 May 11:20-18:00"),
    ("weekends", "11 May 09:00-18:00"),
    ("weekday mornings", "5 May 11:20-12:00"),
    ("mon, wed after 3", "6 May 15:00-24:00 | 11 May 15:00-24:00"),
    ("Monday or Tuesday after 3", "5 May 15:00-24:00 | 11 May 15:00-24:00"),
    ("today after 4 or tomorrow before noon", "5 May 16:00-24:00 | 6 May 09:00-12:00"),
    ("tomorrow at 3 or at 5", "6 May 15:00 | 6 May 17:00"),
    ("not mornings", "5 May 12:00-24:00 ?"),
    ("later today", "5 May 11:20-18:00 ?"),
    ("call 415-555-0132 after 3pm", "5 May 15:00-24:00"),
    ("order 4512, tomorrow", "6 May 09:00-18:00"),
    ("ASAP", "asap"),
    ("urgent", "asap"),
    ("anytime", "anytime"),
    ("whenever", "anytime"),
    ("n/a", "anytime"),
    ("-", "empty"),
    ("after 5 but not Friday", "5 May 17:00-24:00"),
    ("not on Friday afternoon", "5 May 13:30-18:00 ?"),
    ("no mornings or evenings", "5 May 12:00-24:00 | 5 May 17:00-24:00 ?"),
    ("5 or 6", "5 May 17:00 | 5 May 18:00"),
    ("by tomorrow morning", "5 May 11:20 - 6 May 12:00"),
    ("mon-fri 9-12", "5 May 11:20-12:00"),
    ("Friday week", "15 May 09:00-18:00"),
    ("15-May-2026 at 4", "15 May 16:00"),
)
NO_TIME = (
    "dunno",
    "4512",
    "3 people",
    "A4",
    "room 12",
    "good morning",
    "0.5",
    "99",
    "8/32",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_english_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_english_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
