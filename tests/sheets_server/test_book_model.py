"""Any run of requests, held against the plainest model there is: a list of lists."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.errors import ApiError
from tests.sheets_server.lines import carry_delete, carry_insert, carry_move
from tests.sheets_server.sample import book_of, columns_of, on, rows_of, text_cells
from tests.sheets_server.tab import shift

ROWS, COLUMNS = 8, 4
Grid = list[list[str]]
Step = tuple[str, int, int, int]

steps = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "move", "move column", "write", "swap", "drop", "copy", "sort"]),
        st.integers(0, ROWS - 1),
        st.integers(1, 3),
        st.integers(0, ROWS),
    ),
    max_size=12,
)


def request_of(step: Step) -> dict[str, Any]:
    kind, at, count, to = step
    rows = rows_of(at + 1, at + count)
    row = on(f"A{at + 1}:D{at + 1}")
    match kind:
        case "insert":
            return {"insertDimension": {"range": rows}}
        case "delete":
            return {"deleteDimension": {"range": rows}}
        case "move":
            return {"moveDimension": {"source": rows, "destinationIndex": to}}
        case "move column":
            column = "ABCD"[at % COLUMNS]
            return {"moveDimension": {"source": columns_of(column, column), "destinationIndex": to % COLUMNS}}
        case "write":
            return {"updateCells": {"range": row, "rows": [{"values": text_cells(f"w{to}")}], "fields": "*"}}
        case "swap":
            return {"findReplace": {"range": row, "find": "b", "replacement": "x", "matchEntireCell": True}}
        case "drop":
            return {"deleteDuplicates": {"range": on(f"A{at + 1}:B{at + count + 1}")}}
        case "copy":
            return {"copyPaste": {"source": row, "destination": on(f"A{to + 1}:D{to + 1}")}}
        case _:
            return {"sortRange": {"range": on("A1:C6"), "sortSpecs": [{"dimensionIndex": 1}]}}


def after(grid: Grid, step: Step) -> Grid:
    """The same done to a list of lists."""
    kind, at, count, to = step
    grid = [row.copy() for row in grid]
    match kind:
        case "insert":
            grid[at:at] = [[""] * COLUMNS for _ in range(count)]
        case "delete":
            del grid[at : at + count]
        case "move" if not at <= to <= at + count:
            block = grid[at : at + count]
            rest = grid[:at] + grid[at + count :]
            to = to - count if to > at else to
            grid = rest[:to] + block + rest[to:]
        case "move column":
            source, place = at % COLUMNS, to % COLUMNS
            place = place - 1 if place > source else place
            for row in grid:
                row.insert(place, row.pop(source))
        case "write":
            grid[at] = [f"w{to}", "", "", ""]
        case "swap":
            grid[at] = ["x" if text == "b" else text for text in grid[at]]
        case "drop":
            part = [tuple(row[:2]) for row in grid[at : at + count + 1]]
            stay = [pair for place, pair in enumerate(part) if pair not in part[:place]]
            for row, pair in zip(grid[at:], stay + [("", "")] * (len(part) - len(stay)), strict=False):
                row[:2] = pair
        case "copy":
            grid[to] = grid[at].copy()
        case "sort":
            part3 = sorted((row[:3] for row in grid[:6]), key=lambda row: (row[1] == "", row[1]))
            for row, cells in zip(grid, part3, strict=False):
                row[:3] = cells
        case _:
            pass
    return grid


def padded(values: list[list[str]], height: int) -> Grid:
    rows = [row + [""] * (COLUMNS - len(row)) for row in values]
    return rows + [[""] * COLUMNS] * (height - len(rows))


@given(
    st.lists(st.lists(st.sampled_from(["a", "b", "c", ""]), min_size=COLUMNS, max_size=COLUMNS), max_size=ROWS),
    steps,
)
def test_a_book_does_what_a_list_of_lists_does(start: Grid, todo: list[Step]) -> None:
    book = book_of(start)
    book.resize(0, 30, COLUMNS)
    grid = padded(start, 30)
    for step in todo:
        height = book.tab(0).rows
        book.batch_update({"requests": [request_of(step)]})
        grid = after(grid, step)
        assert padded(book.values_get("Sheet1").get("values", []), book.tab(0).rows) == grid
        assert book.tab(0).rows - height == {"insert": step[2], "delete": -step[2]}.get(step[0], 0)
        assert not book.tab(0).grid or book.tab(0).grid[-1]  # no emptiness kept at the end
        assert all(row[-1] is not None for row in book.tab(0).grid if row)


@given(st.lists(st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1)), max_size=8), steps)
def test_marks_are_neither_lost_nor_made_by_moving_things_about(
    places: list[tuple[int, int]], todo: list[Step]
) -> None:
    book = book_of()
    for number, (row, column) in enumerate(places):
        book.staff_set(0, row, column, f"t{number}", taint=number)
    for step in todo:
        if step[0] not in {"insert", "move", "move column", "sort"}:
            continue
        marks = Counter(cell.taint for row in book.tab(0).grid for cell in row if cell)
        book.batch_update({"requests": [request_of(step)]})
        assert Counter(cell.taint for row in book.tab(0).grid for cell in row if cell) == marks
        assert all(cell.entered == f"t{cell.taint}" for row in book.tab(0).grid for cell in row if cell)


@given(steps)
def test_a_batch_that_fails_at_its_end_leaves_no_trace(todo: list[Step]) -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    before = book.to_json()
    with pytest.raises(ApiError, match="No sheet with id: 77"):
        book.batch_update({"requests": [*map(request_of, todo), {"deleteSheet": {"sheetId": 77}}]})
    assert book.to_json() == before


STRETCHES = [(first, last) for first in range(8) for last in range(first + 1, 9)]


@pytest.mark.parametrize(("start", "end"), STRETCHES)
def test_a_stretch_of_rows_covers_them_after_a_move_and_what_was_dropped_between_them(start: int, end: int) -> None:
    for to in (to for to in range(9) if not start <= to <= end):
        moved = list(range(8))
        shift(moved, start, end, to)
        for first, last in STRETCHES:
            places = sorted(moved.index(row) for row in range(first, last))
            together = places[-1] - places[0] == last - first - 1
            dropped_into = first < to < last and not (start < last and first < end)
            if together or dropped_into:
                assert carry_move(start, end, to)(first, last) == (places[0], places[-1] + 1)


@given(st.integers(0, 9), st.integers(1, 4), st.integers(0, 9), st.integers(1, 10))
def test_a_stretch_of_rows_keeps_what_is_left_of_it_and_takes_in_what_is_put_into_it(
    at: int, count: int, first: int, length: int
) -> None:
    last = min(first + length, 10)
    rows: list[int | None] = list(range(10))
    grown = rows[:at] + [None] * count + rows[at:]
    assert carry_insert(at, count)(first, last) == (grown.index(first), grown.index(last - 1) + 1)
    left = rows[:at] + rows[at + count :]
    kept = [left.index(row) for row in range(first, last) if row in left]
    assert carry_delete(at, min(at + count, 10))(first, last) == ((kept[0], kept[-1] + 1) if kept else None)
