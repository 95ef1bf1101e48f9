from __future__ import annotations

import pytest

from callbacksheet.core.keys import is_key, key_of, number_of


def test_a_hundred_thousand_rows_get_a_hundred_thousand_keys() -> None:
    keys = {key_of(number) for number in range(1, 100_001)}
    assert len(keys) == 100_000
    assert all(is_key(key) for key in keys)


@pytest.mark.parametrize("number", [1, 2, 31, 32, 1_048_575, 1_048_576, 5_000_000])
def test_the_counter_can_be_read_back_from_a_key(number: int) -> None:
    assert number_of(key_of(number)) == number


@pytest.mark.parametrize("text", ["", "CB-", "CB-ILOU", "cb-7f3k", "7F3K", "CB-7F3K ", "A17", "CB-123"])
def test_other_texts_are_no_keys(text: str) -> None:
    assert not is_key(text)
    assert number_of(text) == 0
