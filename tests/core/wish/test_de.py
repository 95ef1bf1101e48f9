"""German wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("morgen früh", "6 May 09:00-12:00"),
    ("morgen Nachmittag", "6 May 13:30-18:00"),
    ("nach 17 Uhr", "5 May 17:00-24:00"),
    ("vor 12", "5 May 11:20-12:00"),
    ("zwischen 14 und 16 Uhr", "5 May 14:00-16:00"),
    ("um halb vier", "5 May 15:30"),
    ("Viertel vor fünf", "5 May 16:45"),
    ("dreiviertel 6", "5 May 17:45"),
    ("Freitag um 10", "8 May 10:00"),
    ("Freitagnachmittag", "8 May 13:30-18:00"),
    ("nächsten Mittwoch", "6 May 09:00-18:00"),
    ("nächste Woche", "11 May 09:00 - 15 May 18:00"),
    ("übermorgen um 9:30", "7 May 09:30"),
    ("in einer Stunde", "5 May 12:20"),
    ("in zwei Tagen", "7 May 09:00-18:00"),
    ("ab 15 Uhr", "5 May 15:00-24:00"),
    ("spätestens 16 Uhr", "5 May 11:20-16:00"),
    ("nicht vor 14 Uhr", "5 May 14:00-24:00"),
    ("werktags ab 16 Uhr", "5 May 16:00-24:00"),
    ("15. Mai um 10", "15 May 10:00"),
    ("am 15.5. um 10 Uhr", "15 May 10:00"),
    ("heute Abend", "5 May 17:00-24:00"),
    ("mittags", "5 May 12:00-14:00"),
    ("außer Donnerstag", "5 May 11:20-18:00"),
    ("so bald wie möglich", "asap"),
    ("jederzeit", "anytime"),
    ("Auftrag 4512, nach 15 Uhr", "5 May 15:00-24:00"),
    ("von 14 bis 16 Uhr oder ab 17:30", "5 May 14:00-16:00 | 5 May 17:30-24:00"),
    ("am 25.", "25 May 09:00-18:00"),
    ("20.11. ab 14 Uhr", "20 Nov 14:00-24:00"),
    ("1.6. - 5.6.", "1 Jun 09:00 - 5 Jun 18:00"),
    ("Mi 13.5. 14 Uhr", "13 May 14:00"),
    ("in der nächsten Woche", "11 May 09:00 - 15 May 18:00"),
    ("615 Uhr", "5 May 18:15 ?"),
)
NO_TIME = (
    "3 Personen",
    "guten Morgen",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_german_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_german_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
