"""Ranges in A1 notation, read and written as Google does."""

from __future__ import annotations

import pytest

from tests.sheets_server.a1 import Area, Box, column_of, letters_of, quoted, written, written_open
from tests.sheets_server.errors import ApiError
from tests.sheets_server.sample import batch, book_of, on


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("'Sheet1'", "Sheet1!A1:Z1000"),
        ("Sheet1", "Sheet1!A1:Z1000"),
        ("A1:1", "Sheet1!A1:Z1"),
        ("A1:C", "Sheet1!A1:C1000"),
        ("A:C", "Sheet1!A1:C1000"),
        ("2:5", "Sheet1!A2:Z5"),
        ("B5:C", "Sheet1!B5:C1000"),
        ("D4:A1", "Sheet1!A1:D4"),
        ("A1:A1", "Sheet1!A1"),
        ("$B$3", "Sheet1!B3"),
        ("sheet1!a10:b10", "Sheet1!A10:B10"),
        ("'Sheet1'!D4", "Sheet1!D4"),
    ],
)
def test_a_range_is_answered_cut_to_the_grid_and_the_right_way_round(asked: str, answered: str) -> None:
    assert book_of().values_get(asked)["range"] == answered


@pytest.mark.parametrize(
    ("title", "before_the_mark"),
    [
        ("Sales", "Sales"),
        ("Sheet_1", "Sheet_1"),
        ("x.y", "x.y"),
        ("TRUE", "TRUE"),
        ("Probe Tab", "'Probe Tab'"),
        ("A1", "'A1'"),
        ("D3", "'D3'"),
        ("ABC1234", "'ABC1234'"),
        ("R1C1", "'R1C1'"),
        ("2026", "'2026'"),
        ("Дзвінки", "'Дзвінки'"),
        ("a-b", "'a-b'"),
        ("It's", "'It''s'"),
        ("Sheet1", "Sheet1"),  # SHEET is past the last column, so this is no cell
    ],
)
def test_a_title_is_quoted_only_where_it_must_be(title: str, before_the_mark: str) -> None:
    assert quoted(title) == before_the_mark


def test_a_title_with_spaces_is_understood_without_quotes() -> None:
    book = book_of()
    tab = book.staff_add_tab("🌵 night 1", 10, 10)
    assert book.values_get("🌵 night 1!A1")["range"] == "'🌵 night 1'!A1"
    assert book.values_get("🌵 night 1")["range"] == "'🌵 night 1'!A1:J10"
    assert book.tab_id("🌵 NIGHT 1") == tab


def test_a_tab_named_like_a_cell_is_read_as_the_cell_unless_it_is_quoted() -> None:
    book = book_of()
    book.staff_add_tab("D3", 4, 4)
    assert book.values_get("D3")["range"] == "Sheet1!D3"
    assert book.values_get("'D3'")["range"] == "'D3'!A1:D4"


def test_a_named_range_is_a_range_with_and_without_a_tab_before_it() -> None:
    book = book_of()
    batch(book, {"addNamedRange": {"namedRange": {"name": "Desk", "range": on("B1:C3")}}})
    assert book.values_get("Desk")["range"] == "Sheet1!B1:C3"
    assert book.values_get("'Sheet1'!desk")["range"] == "Sheet1!B1:C3"


@pytest.mark.parametrize("asked", ["Novice!C3:C14", "'Funnel'!'Funnel'!A1", "nothing here", "Sheet1!", "A0", "A1:"])
def test_what_is_no_range_is_refused_as_it_was_written(asked: str) -> None:
    with pytest.raises(ApiError, match=r"^Unable to parse range: ") as refused:
        book_of().values_get(asked)
    assert refused.value.body()["error"]["status"] == "INVALID_ARGUMENT"
    assert refused.value.message.endswith(asked)


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (18277, "ZZZ")]
)
def test_columns_have_letters(column: int, letters: str) -> None:
    assert letters_of(column) == letters
    assert column_of(letters) == column


def test_a_range_is_written_with_one_corner_for_one_cell_and_open_sides_left_open() -> None:
    assert written("Sheet1", Box(0, 1, 0, 1)) == "Sheet1!A1"
    assert written("My tab", Box(0, 2, 1, 3)) == "'My tab'!B1:C2"
    assert written_open("T", Area(0, 1000, None, 0, 2)) == "T!A1001:B"
    assert written_open("T", Area(0, 0, 2, 26, None)) == "T!AA1:2"
    assert written_open("T", Area(0, 5, 6, 1, 2)) == "T!B6"
