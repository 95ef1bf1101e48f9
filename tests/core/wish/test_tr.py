"""Turkish wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("yarın sabah", "6 May 09:00-12:00"),
    ("yarın öğleden sonra", "6 May 13:30-18:00"),
    ("17'den sonra", "5 May 17:00-24:00"),
    ("12'den önce", "5 May 11:20-12:00"),
    ("14 ile 16 arası", "5 May 14:00-16:00"),
    ("14'ten 16'ya kadar", "5 May 14:00-16:00"),
    ("cuma günü saat 10'da", "8 May 10:00"),
    ("saat üç buçukta", "5 May 15:30"),
    ("beşe çeyrek kala", "5 May 16:45"),
    ("gelecek hafta", "11 May 09:00 - 15 May 18:00"),
    ("bir saat sonra", "5 May 12:20"),
    ("iki gün sonra", "7 May 09:00-18:00"),
    ("öbür gün 9:30", "7 May 09:30"),
    ("bu akşam", "5 May 17:00-24:00"),
    ("hafta içi 16'dan sonra", "5 May 16:00-24:00"),
    ("15 Mayıs saat 10'da", "15 May 10:00"),
    ("perşembe hariç", "5 May 11:20-18:00"),
    ("gün sonunda", "5 May 17:00-18:00"),
    ("en kısa sürede", "asap"),
    ("her zaman", "anytime"),
    ("sipariş 4512, 15'ten sonra", "5 May 15:00-24:00"),
    ("dördü on geçe", "5 May 16:10"),
    ("dörde çeyrek kala", "5 May 15:45"),
    ("beşten sonra", "5 May 17:00-24:00"),
    ("cumadan sonra", "11 May 09:00 - 15 May 18:00"),
)
NO_TIME = (
    "3 kişi",
    "günaydın",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_turkish_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_turkish_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
