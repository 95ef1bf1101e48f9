"""Spanish wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("mañana por la mañana", "6 May 09:00-12:00"),
    ("por la mañana", "5 May 11:20-12:00"),
    ("mañana", "6 May 09:00-18:00"),
    ("mañana a las 5", "6 May 17:00"),
    ("después de las 6", "5 May 18:00-24:00"),
    ("antes de las 12", "5 May 11:20-12:00"),
    ("entre las 3 y las 5", "5 May 15:00-17:00"),
    ("de 3 a 5", "5 May 15:00-17:00"),
    ("a las tres y media", "5 May 15:30"),
    ("las cinco menos cuarto", "5 May 16:45"),
    ("el viernes por la tarde", "8 May 13:30-18:00"),
    ("el martes que viene", "12 May 09:00-18:00"),
    ("próximo miércoles", "13 May 09:00-18:00"),
    ("la semana que viene", "11 May 09:00 - 15 May 18:00"),
    ("en una hora", "5 May 12:20"),
    ("pasado mañana a las 10", "7 May 10:00"),
    ("no antes de las 10", "5 May 11:20-24:00"),
    ("cualquier hora menos el jueves", "5 May 11:20-18:00"),
    ("entre semana por la mañana", "5 May 11:20-12:00"),
    ("el 15 de mayo", "15 May 09:00-18:00"),
    ("15/5 a las 10", "15 May 10:00"),
    ("al mediodía", "5 May 12:00-14:00"),
    ("esta tarde", "5 May 13:30-18:00"),
    ("a primera hora", "5 May 11:20-12:00"),
    ("hoy después de las 4 o mañana antes de las 12", "5 May 16:00-24:00 | 6 May 09:00-12:00"),
    ("lo antes posible", "asap"),
    ("cuando sea", "anytime"),
    ("pedido 4512, después de las 3", "5 May 15:00-24:00"),
    ("después del viernes", "11 May 09:00 - 15 May 18:00"),
    ("antes del 25", "5 May 11:20 - 25 May 00:00"),
    ("por la mañana no", "5 May 12:00-24:00 ?"),
)
NO_TIME = (
    "3 personas",
    "buenos días",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_spanish_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_spanish_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
