"""Every language's table is whole, and reads its own words back."""

from __future__ import annotations

import pytest

from callbacksheet.core.wish.lexicon import LANGUAGES
from callbacksheet.core.wish.lexicon.table import ROLES, lexicon, senses, table
from callbacksheet.core.wish.tokens import level
from tests.core.wish.desk import REFUSED, read

NEEDED = frozenset(
    {"at", "about", "from", "until", "and", "or", "not", "next", "this", "in", "from_now", "weekend", "weekdays"}
    | {"quarter", "same_time", "asap", "anytime", "now", "call", "number_of", "counted", "noise"}
)


def first(phrases: str) -> str:
    return phrases.split(",")[0].strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_every_weekday_month_and_role_the_grammar_needs(language: str) -> None:
    words = lexicon(language)
    assert words.language == language
    assert len(words.weekdays) == 7
    assert len(words.months) == 12
    assert set(words.roles) <= set(ROLES)
    assert set(words.roles) >= NEEDED


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_name_of_each_weekday_is_read_as_that_day(language: str) -> None:
    said = [read(first(phrases)) for phrases in lexicon(language).weekdays]
    days = ("11 May", "5 May", "6 May", "7 May", "8 May", "11 May", "11 May")
    assert [window.split(" 09:00")[0].split(" 11:20")[0] for window in said] == list(days)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_and_a_month_name_are_a_date(language: str) -> None:
    for month, phrases in enumerate(lexicon(language).months, 1):
        name = phrases.split(",")[1 if language in ("ru", "uk", "pl") else 0].strip()
        assert read(f"15 {name}") != REFUSED, (month, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_today_and_tomorrow_are_read(language: str) -> None:
    words = lexicon(language)
    assert read(first(words.days[0])).startswith("5 May 11:20-18:00")
    tomorrow = words.roles.get("tomorrow_or_morning") or words.days[1]
    assert read(first(tomorrow)).startswith("6 May 09:00-18:00")


def test_every_phrase_can_be_found_by_its_first_word() -> None:
    found = table()
    for language in LANGUAGES:
        for phrase in senses(lexicon(language)):
            first, *rest = phrase.split()
            assert any(sense.rest == tuple(rest) for sense in found.get(first)[language].senses)


@pytest.mark.parametrize(
    ("typed", "levelled"),
    [
        ("Mañana", "manana"),
        ("ЗАВТРА", "завтра"),
        ("İki", "iki"),
        ("ılık", "ilik"),
        ("Łódź", "lodz"),
        ("５ｐｍ", "5pm"),
        ("½", " 1/2"),
    ],
)
def test_words_are_levelled_before_they_are_compared(typed: str, levelled: str) -> None:
    assert level(typed) == levelled
