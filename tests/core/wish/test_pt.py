"""Portuguese wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("amanhã de manhã", "6 May 09:00-12:00"),
    ("amanhã à tarde", "6 May 13:30-18:00"),
    ("depois das 17h", "5 May 17:00-24:00"),
    ("antes do meio-dia", "5 May 11:20-12:00"),
    ("entre as 14 e as 16", "5 May 14:00-16:00"),
    ("das 14h às 16h", "5 May 14:00-16:00"),
    ("sexta-feira às 10", "8 May 10:00"),
    ("às três e meia", "5 May 15:30"),
    ("na próxima semana", "11 May 09:00 - 15 May 18:00"),
    ("daqui a uma hora", "5 May 12:20"),
    ("em dois dias", "7 May 09:00-18:00"),
    ("depois de amanhã às 9:30", "7 May 09:30"),
    ("hoje à noite", "5 May 17:00-24:00"),
    ("a partir das 15h", "5 May 15:00-24:00"),
    ("não antes das 14h", "5 May 14:00-24:00"),
    ("dias úteis depois das 16h", "5 May 16:00-24:00"),
    ("dia 15 de maio às 10h", "15 May 10:00"),
    ("exceto quinta", "5 May 11:20-18:00"),
    ("no fim do dia", "5 May 17:00-18:00"),
    ("o mais rápido possível", "asap"),
    ("a qualquer hora", "anytime"),
    ("pedido 4512, depois das 15h", "5 May 15:00-24:00"),
    ("dez para as cinco", "5 May 16:50"),
    ("25 dez", "25 Dec 09:00-18:00"),
    ("às dez", "6 May 10:00"),
    ("3ª feira", "5 May 11:20-18:00 ?"),
)
NO_TIME = (
    "3 pessoas",
    "bom dia",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_portuguese_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_portuguese_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
