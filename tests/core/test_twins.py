"""Which is which of several rows that bear one key."""

from __future__ import annotations

import pytest

from callbacksheet.core.twins import paired


def unlike(row: int, place: int) -> tuple[int]:
    """Rows stand where they stood, and the further away the less like."""
    return (abs(row - place),)


@pytest.mark.parametrize(
    ("rows", "places", "found"),
    [
        pytest.param([[1], [4]], [[4], [1]], {1: 1, 4: 4}, id="each where it is likest"),
        pytest.param([[1], [3]], [[3]], {1: 3, 3: 3}, id="one is gone: where the liker one stands"),
        pytest.param([[2]], [[2], [5]], {2: 2}, id="one was copied since"),
        pytest.param([[1, 2]], [[2], [7]], {1: 2, 2: 7}, id="rows that held the same keep their order"),
        pytest.param([[1, 2]], [[2, 3, 4]], {1: 2, 2: 3}, id="in places that hold the same"),
        pytest.param([[1, 2, 3]], [[2, 3]], {1: 2, 2: 3, 3: 2}, id="of which there are too few"),
        pytest.param([[1, 4], [2]], [[2], [5, 6]], {1: 5, 2: 2, 4: 6}, id="the likest of all first"),
    ],
)
def test_which_row_stands_where(rows: list[list[int]], places: list[list[int]], found: dict[int, int]) -> None:
    assert paired(rows, places, unlike) == found


def test_rows_that_all_hold_the_same_are_looked_at_once() -> None:
    looks: list[int] = []

    def looked(row: int, place: int) -> tuple[int]:
        looks.append(row)
        return unlike(row, place)

    column = [list(range(2_000))]
    assert paired(column, column, looked) == {row: row for row in range(2_000)}
    assert len(looks) == 1
