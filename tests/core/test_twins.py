"""Which is which of several rows that bear one key."""

from __future__ import annotations

import pytest

from callbacksheet.core.twins import Rows, paired


def unlike(row: int, place: int) -> tuple[int]:
    """Rows stand where they stood, and the further away the less like."""
    return (abs(row - place),)


@pytest.mark.parametrize(
    ("rows", "places", "found"),
    [
        pytest.param({"a": [1], "b": [4]}, {"c": [4], "d": [1]}, {1: 1, 4: 4}, id="each where it is likest"),
        pytest.param({"a": [1], "b": [3]}, {"c": [3]}, {1: 3, 3: 3}, id="one is gone: where the liker one stands"),
        pytest.param({"a": [2]}, {"c": [2], "d": [5]}, {2: 2}, id="one was copied since"),
        pytest.param({"a": [1, 2]}, {"c": [2], "d": [7]}, {1: 2, 2: 7}, id="rows that held the same keep their order"),
        pytest.param({"a": [1, 2]}, {"c": [2, 3, 4]}, {1: 2, 2: 3}, id="in places that hold the same"),
        pytest.param({"a": [1, 2, 3]}, {"c": [2, 3]}, {1: 2, 2: 3, 3: 2}, id="of which there are too few"),
        pytest.param(
            {"a": [1, 4], "b": [2]}, {"c": [2], "d": [5, 6]}, {1: 5, 2: 2, 4: 6}, id="the likest of all first"
        ),
        pytest.param({"a": [1], "b": [2]}, {"c": [1], "a": [9]}, {1: 9, 2: 1}, id="where it stands just so"),
        pytest.param({"a": [1, 2]}, {"a": [2], "c": [1]}, {1: 1, 2: 2}, id="unless two were just so"),
        pytest.param({"a": [1], "b": [2]}, {"a": [3]}, {1: 3, 2: 3}, id="and one gone stands there too"),
        pytest.param(
            {"a": [1], "b": [2], "c": [9]}, {"b": [2], "d": [8]}, {1: 2, 2: 2, 9: 8}, id="where another is left as well"
        ),
    ],
)
def test_which_row_stands_where(rows: Rows, places: Rows, found: dict[int, int]) -> None:
    assert paired(rows, places, unlike) == found


def test_rows_that_all_hold_the_same_are_looked_at_once() -> None:
    looks: list[int] = []

    def looked(row: int, place: int) -> tuple[int]:
        looks.append(row)
        return unlike(row, place)

    column = list(range(2_000))
    assert paired({"a": column}, {"c": column}, looked) == {row: row for row in range(2_000)}
    assert len(looks) == 1


def test_rows_that_all_stand_just_so_are_not_looked_at() -> None:
    rows = {str(row): [row] for row in range(2_000)}

    def looked(row: int, place: int) -> tuple[int]:
        raise AssertionError((row, place))

    assert paired(rows, rows, looked) == {row: row for row in range(2_000)}
