"""What typed text becomes, and how it reads back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.sheets_server.sample import batch, book_of, on, values
from tests.sheets_server.shown import number_text, shown


def typed(text: str) -> tuple[Any, str]:
    """The stored value of a cell somebody typed in, and what it shows."""
    book = book_of()
    book.pages.clock = lambda: datetime(2026, 5, 8, 12, 0, tzinfo=UTC)
    book.values_update("A1", {"values": [[text]]}, value_input_option="USER_ENTERED")
    return values(book, "A1", "UNFORMATTED_VALUE")[0][0], values(book, "A1")[0][0]


@pytest.mark.parametrize(
    ("text", "stored", "shown_as"),
    [
        ("42", 42, "42"),
        ("0042", 42, "42"),
        ("+14155550132", 14155550132, "14155550132"),
        ("-3.5", -3.5, "-3.5"),
        ("2,000,000.01", 2000000.01, "2,000,000.01"),
        ("1,200", 1200, "1,200"),
        ("50%", 0.5, "50%"),
        ("12.5%", 0.125, "12.50%"),
        ("$19", 19, "$19"),
        ("$1,234.50", 1234.5, "$1,234.50"),
        ("1e3", 1000, "1.00E+03"),
        ("true", True, "TRUE"),
        ("2020-01-01", 43831, "2020-01-01"),
        ("1999-01-02", 36162, "1999-01-02"),
        ("5/8/2026", 46150, "5/8/2026"),
        ("5/8", 46150, "5/8"),
        ("2-4", 46057, "2-4"),
        ("Feb 4", 46057, "Feb 4"),
        ("May 8, 2026", 46150, "May 8, 2026"),
        ("13:30", 0.5625, "13:30"),
        ("1:30 pm", 0.5625, "1:30 PM"),
        ("2026-05-08 13:30", 46150.5625, "2026-05-08 13:30"),
        ("5/8/2026 1:30 PM", 46150.5625, "5/8/2026 1:30 PM"),
        ("= 1 / 1024", 0.0009765625, "0.0009765625"),
        ("=4/2", 2, "2"),
    ],
)
def test_typed_text_becomes_what_google_makes_of_it(text: str, stored: object, shown_as: str) -> None:
    assert typed(text) == (stored, shown_as)


@pytest.mark.parametrize(
    "text",
    [
        "555-0142",
        "(415) 555-0132",
        "+1 415 555 0132",
        "afternoon",
        "2-4 pm",
        "13:75",
        "31/31",
        "2/30",
        "1,23",
        "5 of",
        "- 5",
    ],
)
def test_what_is_not_certain_stays_text(text: str) -> None:
    assert typed(text) == (text, text)


def test_an_apostrophe_keeps_text_as_it_is_and_is_not_part_of_it() -> None:
    assert typed("'0042") == ("0042", "0042")


def test_a_plain_text_cell_keeps_whatever_is_typed() -> None:
    book = book_of()
    plain = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    batch(book, {"repeatCell": {"range": on("A:A"), "cell": plain, "fields": "userEnteredFormat.numberFormat"}})
    book.values_update("A1", {"values": [["2-4"], ["=1+1"], ["0042"]]}, value_input_option="USER_ENTERED")
    assert values(book, "A1:A3", "UNFORMATTED_VALUE") == [["2-4"], ["=1+1"], ["0042"]]


def test_raw_keeps_text_text_and_numbers_numbers() -> None:
    book = book_of([["12345", 12345, True, "=1+1", 1.0]])
    assert values(book, "A1:E1", "UNFORMATTED_VALUE") == [["12345", 12345, True, "=1+1", 1]]


def test_a_plain_number_typed_over_a_date_keeps_the_date_format() -> None:
    book = book_of([["2020-01-01"]], typed=True)
    book.values_update("A1", {"values": [["43832"]]}, value_input_option="USER_ENTERED")
    assert values(book, "A1") == [["2020-01-02"]]


def test_an_amount_typed_over_an_amount_keeps_the_pattern_the_desk_chose() -> None:
    book = book_of()
    shape = {"userEnteredFormat": {"numberFormat": {"type": "CURRENCY", "pattern": '"$"#,##0.000'}}}
    batch(book, {"repeatCell": {"range": on("A1"), "cell": shape, "fields": "userEnteredFormat"}})
    book.values_update("A1", {"values": [["$5.5"]]}, value_input_option="USER_ENTERED")
    assert values(book, "A1") == [["$5.500"]]


def test_the_three_renderings_of_formulas_dates_and_numbers() -> None:
    book = book_of([["=4/2", "2020-01-01", "string", 53], ["=3/2", 0.12, "1999-01-02", ""]], typed=True)
    assert values(book, "A1:D2") == [["2", "2020-01-01", "string", "53"], ["1.5", "0.12", "1999-01-02"]]
    assert values(book, "A1:D2", "UNFORMATTED_VALUE") == [[2, 43831, "string", 53], [1.5, 0.12, 36162]]
    assert values(book, "A1:D2", "FORMULA") == [["=4/2", 43831, "string", 53], ["=3/2", 0.12, 36162]]
    dates = book.values_get(
        "A1:D1", value_render_option="UNFORMATTED_VALUE", date_time_render_option="FORMATTED_STRING"
    )
    assert dates["values"] == [[2, "2020-01-01", "string", 53]]


@pytest.mark.parametrize(
    ("number", "pattern", "text"),
    [
        (1234.5, "#,##0.00", "1,234.50"),
        (-1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)"),
        (7, "000", "007"),
        (0.5, "0%", "50%"),
        (19, '"$"#,##0', "$19"),
        (1.5, "0.0#", "1.5"),
        (3, '0 "calls"', "3 calls"),
    ],
)
def test_number_patterns(number: float, pattern: str, text: str) -> None:
    assert number_text(number, pattern) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1 / 3, "0.3333333333"), (1e15, "1E+15"), (1e-7, "1E-07"), (-2, "-2"), (123456789.5, "123456789.5")],
)
def test_numbers_without_a_format(number: float, text: str) -> None:
    assert shown(number, None) == text


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=1+2*3", "7"),
        ("=(1+2)*3", "9"),
        ("=2^3%", "1.021012126"),
        ('="a"&B1&"c"', "ab1c"),
        ("=SUM(C1:C3, 4)", "10"),
        ("=AVERAGE(C1:C3)", "2"),
        ("=COUNTA(B1:C3)", "4"),
        ('=IF(C1<C2,"less","more")', "less"),
        ('=LEN(TRIM("  a  b "))', "3"),
        ("='Sheet1'!C2", "2"),
        ("=B9", "0"),
        ('="A"="a"', "TRUE"),
        ("=1/0", "#DIV/0!"),
        ('="x"+1', "#VALUE!"),
        ("=QUERY(A1:B2)", "#NAME?"),
        ("=1+", "#ERROR!"),
        ("=A1", "#REF!"),
    ],
)
def test_simple_formulas_are_worked_out_and_others_show_why_not(formula: str, value: str) -> None:
    book = book_of([[None, "b1", 1], [None, None, 2], [None, None, 3]])
    book.values_update("A1", {"values": [[formula]]}, value_input_option="USER_ENTERED")
    assert values(book, "A1") == [[value]]
    assert values(book, "A1", "FORMULA") == [[formula]]
