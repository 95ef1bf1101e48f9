"""French wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("demain matin", "6 May 09:00-12:00"),
    ("demain après-midi", "6 May 13:30-18:00"),
    ("après 17h", "5 May 17:00-24:00"),
    ("avant midi", "5 May 11:20-12:00"),
    ("entre 14h et 16h", "5 May 14:00-16:00"),
    ("de 14 à 16h", "5 May 14:00-16:00"),
    ("vendredi à 10h", "8 May 10:00"),
    ("à trois heures et demie", "5 May 15:30"),
    ("cinq heures moins le quart", "5 May 16:45"),
    ("la semaine prochaine", "11 May 09:00 - 15 May 18:00"),
    ("dans une heure", "5 May 12:20"),
    ("dans deux jours", "7 May 09:00-18:00"),
    ("après-demain à 9h30", "7 May 09:30"),
    ("ce soir", "5 May 17:00-24:00"),
    ("à partir de 15h", "5 May 15:00-24:00"),
    ("pas avant 14h", "5 May 14:00-24:00"),
    ("en semaine après 16h", "5 May 16:00-24:00"),
    ("le 15 mai à 10h", "15 May 10:00"),
    ("sauf jeudi", "5 May 11:20-18:00"),
    ("en fin de journée", "5 May 17:00-18:00"),
    ("aujourd'hui après 16h ou demain avant midi", "5 May 16:00-24:00 | 6 May 09:00-12:00"),
    ("dès que possible", "asap"),
    ("n'importe quand", "anytime"),
    ("commande 4512, après 15h", "5 May 15:00-24:00"),
    ("d'ici une heure", "5 May 11:20-12:20"),
    ("dans 1h30", "5 May 12:50"),
    ("du 13 au 15", "13 May 09:00 - 15 May 18:00"),
    ("demain matin ou après-midi", "6 May 09:00-12:00 | 6 May 13:30-18:00"),
)
NO_TIME = (
    "3 personnes",
    "bonne journée",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_french_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_french_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
