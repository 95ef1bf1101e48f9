"""R1 over anything that can be typed: never raises, loses no word, makes no digits, reads its own cell back."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from callbacksheet.core.model import CellValue, Code, Phone
from callbacksheet.core.phone_words import STARTS_WITH_WORD
from callbacksheet.core.phones import parse_phone

REGIONS = st.sampled_from("US UA RU ID ES MX DE GB FR IT PL BR TR IN KZ AR AT LU".split())  # noqa: SIM905
AT_HOME = st.sampled_from(
    [
        ("415-555-0132", "US"),
        ("+1 415 555 0132", "GB"),
        ("8 916 555-01-23", "RU"),
        ("067 123 45 67", "UA"),
        ("030 123456", "DE"),
        ("0812-3456-7890", "ID"),
        ("612 345 678", "ES"),
        ("27 12 34 56", "LU"),
        ("+44 (0)20 7946 0958 ext 7", "IT"),
    ]
)
WORDS = st.text(st.characters(categories=["L"], exclude_characters="oOоОοΟＯｏiIlLіІxXхХ×"), min_size=3, max_size=8)
SIGNS = [" ", ", ", " / ", "-", "; ", "\n", " (", ") ", ": ", "?", "!", " | ", " ext ", " #", "+", "o", "x", "№"]
NUMBERS = ["0150", "5", "2207", "12.05.2026", "10:30", "10.30", "5pm", "415-555-0199", "+79165550123"]
PIECES = st.lists(
    st.one_of(st.sampled_from(NUMBERS), WORDS, st.sampled_from(SIGNS), st.text(max_size=4)), max_size=3
).map("".join)
VALUES = st.one_of(PIECES, st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.times(), st.datetimes())


@st.composite
def typed_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """A cell with a number of the desk's country in it and anything around, and that country."""
    number, region = draw(AT_HOME)
    before, behind = (draw(st.sampled_from(["", " "])) for _ in range(2))
    return draw(PIECES) + before + number + behind + draw(PIECES), region


def cell_of(typed: str, region: str) -> str:
    read = parse_phone(typed, region)
    assert isinstance(read, Phone), (typed, read)
    return read.cell


@given(VALUES, st.one_of(REGIONS, st.text(max_size=3)))
def test_nothing_that_is_typed_raises_in_any_region(value: CellValue, region: str) -> None:
    parse_phone(value, region)


@given(typed_numbers(), REGIONS)
def test_the_cell_is_read_back_as_the_same_phone_in_every_region(typed: tuple[str, str], other: str) -> None:
    read = parse_phone(*typed)
    assume(isinstance(read, Phone))
    assert isinstance(read, Phone)
    assert parse_phone(read.cell, typed[1]) == read
    assert parse_phone(read.cell, other) == read


@given(typed_numbers())
def test_a_phone_is_a_valid_number_with_its_own_digits_in_its_cell(typed: tuple[str, str]) -> None:
    read = parse_phone(*typed)
    assume(isinstance(read, Phone))
    assert isinstance(read, Phone)
    assert phonenumbers.is_valid_number(phonenumbers.parse(read.e164))
    assert "".join(c for c in read.cell if c.isdecimal()).startswith(read.e164[1:] + read.extension)


@given(WORDS, st.sampled_from(["415-555-0132", "+1 415 555 0132", "(415)5550132", "14155550132"]), WORDS)
def test_every_word_typed_beside_the_number_is_kept_in_order(before: str, number: str, behind: str) -> None:
    """Behind a semicolon where the first could be more of the number: "0132 day" may be a number of days."""
    joint = " " if STARTS_WITH_WORD.match(before) else "; "
    assert cell_of(f"{before} {number} {behind}", "US") == f"+1 415-555-0132{joint}{before} {behind}"


@given(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), REGIONS)
def test_letters_never_become_digits(words: str, region: str) -> None:
    read = parse_phone(words, region)
    assert not isinstance(read, Phone)
    assert read.code is Code.NO_PHONE


@given(st.sampled_from(["415-555-0132", "+14155550132"]), WORDS, st.integers(1, 9_999))
def test_digits_of_other_words_are_kept(number: str, word: str, count: int) -> None:
    joint = " " if STARTS_WITH_WORD.match(word) else "; "
    assert cell_of(f"{number} {word} {count}", "US") == f"+1 415-555-0132{joint}{word} {count}"


@given(st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS)), REGIONS)
def test_every_countrys_number_is_read_from_its_international_form(country: str, region: str) -> None:
    number = phonenumbers.example_number(country)
    assume(number is not None)
    assert number is not None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    assert parse_phone(shown, region) == parse_phone(e164, country) == Phone(e164, "", shown)


@pytest.mark.parametrize("country", "US UA RU ID ES MX DE GB FR IT PL BR TR IN".split())  # noqa: SIM905
def test_a_countrys_own_numbers_are_read_as_it_writes_them(country: str) -> None:
    for kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE):
        number = phonenumbers.example_number_for_type(country, kind)
        assert number is not None
        typed = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        read = parse_phone(typed, country)
        assert isinstance(read, Phone)
        assert read.e164 == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
