"""The hands of people on the sheet, the marks the simulation puts on what they type, and copies of a book."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.sheets_server.a1 import Box
from tests.sheets_server.book import Book
from tests.sheets_server.cells import Cell
from tests.sheets_server.sample import batch, book_of, column, columns_of, on, rows_of, text_cells, values


def taints(book: Book, tab_id: int = 0) -> list[list[object]]:
    return [[cell.taint if cell else None for cell in row] for row in book.tab(tab_id).grid]


def tainted() -> Book:
    """Three rows whose first cells are marked 1, 2, 3."""
    book = book_of()
    for row, text in enumerate("cab"):
        book.staff_set(0, row, 0, text, taint=row + 1)
    return book


@pytest.mark.parametrize(
    ("request_", "marks"),
    [
        ({"moveDimension": {"source": rows_of(3, 3), "destinationIndex": 0}}, [3, 1, 2]),
        ({"sortRange": {"range": on("A1:A3"), "sortSpecs": [{"dimensionIndex": 0}]}}, [2, 3, 1]),
        ({"insertDimension": {"range": rows_of(2, 2)}}, [1, None, 2, 3]),
        ({"deleteDimension": {"range": rows_of(1, 1)}}, [2, 3]),
        ({"copyPaste": {"source": on("A1:A2"), "destination": on("A3:A4")}}, [1, 2, 1, 2]),
        ({"cutPaste": {"source": on("A1"), "destination": {"rowIndex": 3}}}, [None, 2, 3, 1]),
        ({"findReplace": {"range": on("A1"), "find": "c", "replacement": "x"}}, [1, 2, 3]),
        (
            {"updateCells": {"range": on("A1"), "rows": [{"values": text_cells("x")}], "fields": "*"}},
            [None, 2, 3],
        ),
    ],
)
def test_a_mark_goes_where_the_value_goes_and_stays_on_replaced_text(
    request_: dict[str, Any], marks: list[Any]
) -> None:
    book = tainted()
    batch(book, request_)
    assert [row[0] if row else None for row in taints(book)] == marks


def test_a_batch_may_mark_everything_it_enters_and_only_that() -> None:
    book = tainted()
    requests = [
        {"findReplace": {"range": on("A1"), "find": "c", "replacement": "x"}},
        {"updateCells": {"range": on("B2"), "rows": [{"values": text_cells("y")}], "fields": "userEnteredValue"}},
        {"repeatCell": {"range": on("A3"), "cell": {"note": "n"}, "fields": "note"}},
    ]
    book.batch_update({"requests": requests}, taint="tool")
    assert taints(book) == [["tool"], [2, "tool"], [3]]


def test_no_answer_and_no_file_shows_a_mark() -> None:
    book = tainted()
    book.staff_set(0, 0, 1, "x", taint="SECRET")
    everything = json.dumps([book.get(include_grid_data=True), book.to_json(), book.values_get("Sheet1")])
    assert "SECRET" not in everything


def test_typing_is_read_as_google_reads_it_and_pasting_is_not() -> None:
    book = book_of()
    book.staff_set(0, 0, 0, "0042")
    book.staff_set(0, 0, 1, "0042", typed=False)
    assert values(book, "A1:B1", "UNFORMATTED_VALUE") == [[42, "0042"]]
    book.staff_set(0, 0, 0, None)
    assert book.text(0, 0, 0) == ""


def test_typing_beyond_the_grid_grows_it() -> None:
    book = book_of()
    book.staff_set(0, 1000, 26, "x")
    assert (book.tab(0).rows, book.tab(0).columns) == (1001, 27)


def test_people_insert_delete_move_copy_and_cut_rows() -> None:
    book = book_of([["a"], ["b"], ["c"]])
    book.staff_insert_rows(0, 1)
    assert column(book) == ["a", "", "b", "c"]
    book.staff_move_rows(0, 3, 1, 0)
    assert column(book) == ["c", "a", "", "b"]
    book.staff_delete_rows(0, 2)
    assert column(book) == ["c", "a", "b"]
    book.staff_copy_rows(0, 0, 1, 3)
    assert column(book) == ["c", "a", "b", "c"]
    book.staff_cut_rows(0, 0, 1, 4)
    assert column(book) == ["", "a", "b", "c", "c"]


def test_a_cut_of_some_columns_leaves_the_hidden_id_behind() -> None:
    book = book_of([["Dana", "555", "id-1"], ["", "", ""]])
    book.staff_cut_rows(0, 0, 1, 1, left=0, right=2)
    assert values(book) == [["", "", "id-1"], ["Dana", "555"]]


def test_a_sort_of_some_columns_tears_rows_apart() -> None:
    book = book_of([["b", "1"], ["a", "2"]])
    book.staff_sort(0, Box(0, 2, 0, 1), [(0, False)])
    assert values(book) == [["a", "1"], ["b", "2"]]


def test_columns_are_inserted_moved_and_deleted() -> None:
    book = book_of([["a", "b", "c"]])
    book.staff_insert_columns(0, 1)
    book.staff_move_columns(0, 0, 1, 4)
    assert values(book) == [["", "b", "c", "a"]]
    book.staff_delete_columns(0, 1, 2)
    assert values(book) == [["", "a"]]


def test_tabs_are_added_renamed_hidden_and_deleted() -> None:
    book = book_of()
    tab_id = book.staff_add_tab("Two", 5, 5)
    book.staff_rename_tab(tab_id, "Three")
    book.staff_hide_tab(tab_id)
    assert book.get()["sheets"][1]["properties"]["hidden"] is True
    book.staff_delete_tab(tab_id)
    assert book.tab_id("Three") is None


def test_merging_clearing_hiding_filtering_and_tables() -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    book.merge(0, Box(0, 1, 0, 2))
    book.hide_rows(0, 1)
    book.hide_columns(0, 3)
    book.set_basic_filter(0, Box(0, 2, 0, 2))
    book.make_table(0, Box(0, 2, 0, 2), "Calls")
    tab = book.get(include_grid_data=True)["sheets"][0]
    assert (len(tab["merges"]), tab["tables"][0]["name"]) == (1, "Calls")
    assert tab["data"][0]["rowMetadata"][1]["hiddenByUser"] is True
    assert tab["data"][0]["columnMetadata"][3]["hiddenByUser"] is True
    book.unmerge(0, Box(0, 1, 0, 2))
    book.clear_basic_filter(0)
    book.staff_clear(0, Box(0, 2, 0, 2))
    assert values(book) == []
    assert "merges" not in book.get()["sheets"][0]


# copies


def test_a_fork_goes_its_own_way() -> None:
    book = book_of([["a"]])
    other = book.fork("copy", "Copy of Desk")
    batch(other, {"deleteDimension": {"range": columns_of("A", "A")}})
    book.staff_set(0, 1, 0, "b")
    assert (values(book), values(other)) == ([["a"], ["b"]], [])
    assert (other.spreadsheet_id, other.title) == ("copy", "Copy of Desk")


def test_a_file_holds_all_of_it_and_gives_it_back() -> None:
    book = book_of([["a", 1.5, True, "=A1"]], typed=True)
    book.staff_put(0, 1, 0, [Cell("x", {"textFormat": {"bold": True}}, "note", {"strict": True}, {"chipRuns": [{}]})])
    book.staff_add_tab("_state")
    book.hide_rows(0, 1)
    batch(
        book,
        {"mergeCells": {"range": on("C3:D4")}},
        {"addNamedRange": {"namedRange": {"namedRangeId": "e1", "name": "fence_1", "range": on("A1:B")}}},
        {"addProtectedRange": {"protectedRange": {"range": on("A1"), "warningOnly": True}}},
        {"addFilterView": {"filter": {"title": "v", "range": on("A1:B2")}}},
        {"setBasicFilter": {"filter": {"range": on("A1:B2")}}},
        {"addDimensionGroup": {"range": rows_of(5, 6)}},
        {
            "createDeveloperMetadata": {
                "developerMetadata": {
                    "metadataKey": "k",
                    "visibility": "DOCUMENT",
                    "location": {"dimensionRange": rows_of(1, 1)},
                }
            }
        },
    )
    again = Book.from_json(json.loads(json.dumps(book.to_json())), book.switches)
    assert again.get(include_grid_data=True) == book.get(include_grid_data=True)
    assert (again.revision, again.to_json()) == (book.revision, book.to_json())


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="not a spreadsheet saved"):
        Book.from_json({"format": 99})
