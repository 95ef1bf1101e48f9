"""Indonesian wishes, called in on Tuesday 5 May 2026 at 11:20; what is no time is refused."""

from __future__ import annotations

import pytest

from tests.core.wish.desk import REFUSED, read

READ = (
    ("besok jam 3 sore", "6 May 15:00"),
    ("nanti sore", "5 May 15:00-18:00"),
    ("setelah jam 5", "5 May 17:00-24:00"),
    ("jam setengah 4", "5 May 15:30"),
    ("jam 3 kurang 10", "5 May 14:50"),
    ("jam 2-4", "5 May 14:00-16:00"),
    ("antara jam 1 dan 3 siang", "5 May 13:00-15:00"),
    ("lusa pagi", "7 May 09:00-12:00"),
    ("hari jumat jam 10", "8 May 10:00"),
    ("senin depan", "11 May 09:00-18:00"),
    ("minggu depan", "11 May 09:00 - 15 May 18:00"),
    ("hari minggu", "11 May 09:00-18:00"),
    ("2 jam lagi", "5 May 13:20"),
    ("dalam 30 menit", "5 May 11:50"),
    ("jangan sebelum jam 10", "5 May 11:20-24:00"),
    ("kecuali hari jumat", "5 May 11:20-18:00"),
    ("tanggal 15 jam 10", "15 May 10:00"),
    ("malam ini", "5 May 17:00-24:00"),
    ("habis makan siang", "5 May 13:30-18:00"),
    ("hari kerja setelah jam 4", "5 May 16:00-24:00"),
    ("sebelum jam 12", "5 May 11:20-12:00"),
    ("besok pagi atau lusa sore", "6 May 09:00-12:00 | 7 May 15:00-18:00"),
    ("secepatnya", "asap"),
    ("kapan saja", "anytime"),
    ("nomor 08123456789 setelah jam 3", "5 May 15:00-24:00"),
    ("jam 3 lebih 15", "5 May 15:15"),
    ("setiap hari kerja sore", "5 May 15:00-18:00"),
    ("seminggu lagi", "12 May 09:00-18:00"),
    ("jam 9 - 12", "5 May 11:20-12:00"),
    ("dari jam 9 sampai jam 5", "5 May 11:20-17:00"),
    ("habis jumatan", "8 May 13:30-18:00"),
    ("minggu ini hari jumat", "8 May 09:00-18:00"),
    ("1,5 jam lagi", "5 May 12:50"),
    ("jam duabelas siang", "5 May 12:00"),
    ("siangan", "5 May 12:00-14:00"),
)
NO_TIME = (
    "pesanan 4512",
    "3 orang",
    "terima kasih",
)


@pytest.mark.parametrize(("text", "windows"), READ)
def test_indonesian_wishes_become_these_windows(text: str, windows: str) -> None:
    assert read(text) == windows


@pytest.mark.parametrize("text", NO_TIME)
def test_indonesian_words_that_are_no_time_are_refused(text: str) -> None:
    assert read(text) == REFUSED
