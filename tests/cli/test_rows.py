"""ROW on the command line: which row is meant, and what is said when that is not clear."""

from __future__ import annotations

import pytest

from callbacksheet.cli.rows import find_rows, one_row
from callbacksheet.core.callback import Callback
from callbacksheet.errors import UsageError
from tests.desk import Desk, tab

ROWS = (
    "9:05 | Dana Scully  | 415 555 0142 | reschedule | afternoon",
    "9:10 | Daniel       | 415-555-0188 x12 | quote  |",
    "9:12 | José Núñez   | 415-555-0101 | book       | after 4",
    "9:15 | José Núñez   | 415-555-0101 | refund     | after 4 | | done | | | | money back",
    "9:20 |              | 555-0177     | ?          |",
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(tab(*ROWS))


@pytest.fixture(scope="module")
def queue(desk: Desk) -> list[Callback]:
    return desk.queue()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("415 555 0142", "Dana Scully"),
        ("+14155550142", "Dana Scully"),
        ("0142", "Dana Scully"),
        ("(415) 555-0188", "Daniel"),
        ("415-555-0188 ext 12", "Daniel"),
        ("Scully", "Dana Scully"),
        ("dana", "Dana Scully"),
        ("DANIEL", "Daniel"),
        ("jose nunez", "José Núñez"),
        ("555-0177", ""),
    ],
)
def test_a_number_or_a_part_of_a_name_means_its_row(desk: Desk, queue: list[Callback], text: str, name: str) -> None:
    assert one_row(text, queue, desk.shop).name == name


def test_a_key_means_its_row_however_it_is_written(desk: Desk, queue: list[Callback]) -> None:
    key = queue[0].key
    for text in (key, key.lower(), key.removeprefix("CB-"), f" {key} "):
        assert one_row(text, queue, desk.shop).key == key


def test_of_several_rows_the_only_open_one_is_meant(desk: Desk, queue: list[Callback]) -> None:
    assert len(find_rows("José", queue, desk.shop)) == 2
    assert one_row("José", queue, desk.shop).reason == "book"


def test_two_that_fit_are_both_named(desk: Desk, queue: list[Callback]) -> None:
    with pytest.raises(UsageError) as told:
        one_row("dan", queue, desk.shop)
    assert "can be any of 2 rows: CB-" in str(told.value)
    assert "Dana Scully (reschedule, Scheduled)" in str(told.value)
    assert "Daniel (quote, New)" in str(told.value)


@pytest.mark.parametrize("text", ["Zorro", "", "  ", "415 555 0199", "CB-ZZZZ", "99", "555-0188 ext 13 "])
def test_what_no_row_has_is_refused(desk: Desk, queue: list[Callback], text: str) -> None:
    with pytest.raises(UsageError, match="No row has"):
        one_row(text, queue, desk.shop)


def test_another_extension_is_another_caller(desk: Desk, queue: list[Callback]) -> None:
    assert find_rows("415-555-0188 ext 13", queue, desk.shop) == []


def test_all_rows_of_a_caller_are_found_done_ones_too(desk: Desk, queue: list[Callback]) -> None:
    assert {one.reason for one in find_rows("4155550101", queue, desk.shop)} == {"book", "refund"}
