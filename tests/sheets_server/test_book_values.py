"""spreadsheets.values: trimming, counts, where things land, what is refused. As recorded, or as documented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.errors import ApiError
from tests.sheets_server.sample import batch, book_of, on, values
from tests.sheets_server.switches import Switches


def update(book: Any, at: str, rows: list[list[Any]], **more: Any) -> dict[str, Any]:
    answer: dict[str, Any] = book.values_update(at, {"values": rows}, value_input_option="RAW", **more)
    return answer


def test_trailing_emptiness_is_cut_and_inner_rows_are_empty_lists() -> None:
    book = book_of([["1", "", ""], ["", "", ""], ["", "", ""], ["", "", "2"]])
    assert book.values_get("A1:D4") == {
        "range": "Sheet1!A1:D4",
        "majorDimension": "ROWS",
        "values": [["1"], [], [], ["", "", "2"]],
    }


def test_no_data_at_all_is_no_values_key() -> None:
    assert book_of().values_get("A1") == {"range": "Sheet1!A1", "majorDimension": "ROWS"}


def test_columns_are_answered_as_columns() -> None:
    book = book_of([["a", "b"], ["c"]])
    answer = book.values_get("A1:C3", major_dimension="COLUMNS")
    assert (answer["majorDimension"], answer["values"]) == ("COLUMNS", [["a", "c"], ["b"]])


def test_null_touches_nothing_and_is_not_counted_but_the_range_is_the_whole_box() -> None:
    book = book_of([["keep", "keep"]])
    answer = update(book, "A1:D6", [["x", None, None, None], *[[None] * 4] * 4, [None, None, None, "y"]])
    assert answer == {
        "spreadsheetId": "book",
        "updatedRange": "Sheet1!A1:D6",
        "updatedRows": 2,
        "updatedColumns": 2,
        "updatedCells": 2,
    }
    assert values(book, "A1:B1") == [["x", "keep"]]


def test_ragged_rows_are_counted_cell_by_cell() -> None:
    assert update(book_of(), "A1:D2", [["A1", "B1", "C1"], [1, 2, 3, 4]])["updatedCells"] == 7


def test_the_updated_range_is_what_was_written_not_what_was_asked_for() -> None:
    assert update(book_of(), "A1:B2", [["a", "b"]])["updatedRange"] == "Sheet1!A1:B1"


def test_nothing_written_has_no_counts() -> None:
    assert update(book_of(), "A1:B2", [[None]]) == {"spreadsheetId": "book", "updatedRange": "Sheet1!A1"}


def test_an_empty_text_clears_a_cell_and_keeps_its_note() -> None:
    book = book_of([["a"]])
    batch(book, {"updateCells": {"range": on("A1"), "rows": [{"values": [{"note": "hm"}]}], "fields": "note"}})
    update(book, "A1", [[""]])
    assert values(book) == []
    assert book.cell(0, 0, 0).note == "hm"


def test_values_come_back_when_they_are_asked_for() -> None:
    answer = book_of().values_update(
        "A1:C3",
        {"values": [["2,000.5", "=1+1"]]},
        value_input_option="USER_ENTERED",
        include_values_in_response=True,
        response_value_render_option="UNFORMATTED_VALUE",
    )
    assert answer["updatedData"] == {"range": "Sheet1!A1:B1", "majorDimension": "ROWS", "values": [[2000.5, 2]]}


def test_writing_by_columns() -> None:
    book = book_of()
    body = {"values": [["a", "b"], ["c"]], "majorDimension": "COLUMNS"}
    assert book.values_update("A1", body, value_input_option="RAW")["updatedCells"] == 3
    assert values(book) == [["a", "c"], ["b"]]


@pytest.mark.parametrize(
    ("at", "rows", "sentence"),
    [
        ("A1:B2", [["a", "b", "c"]], "Requested writing within range [Sheet1!A1:B2], but tried writing to column [C]"),
        ("A16:Z16", [["a"]] * 2, "Requested writing within range [Sheet1!A16:Z16], but tried writing to row [17]"),
        ("A1000", [["a"], ["b"]], "Range (Sheet1!A1000:A1001) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("Y1", [["a", "b", "c"]], "Range (Sheet1!Y1:AA1) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("BB1", [["a"]], "Range (Sheet1!BB1) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("A1", [["a", {}]], "Invalid values[0][1]: struct_value {\n}\n"),
        ("A1", [["a"], ["b", []]], "Invalid values[1][1]: list_value {\n}\n"),
        ("A1", [["x" * 50_001]], "Your input contains more than the maximum of 50000 characters in a single cell."),
    ],
)
def test_writes_google_refuses(at: str, rows: list[list[Any]], sentence: str) -> None:
    book = book_of()
    with pytest.raises(ApiError) as refused:
        update(book, at, rows)
    assert refused.value.message == sentence
    assert book.revision == 0


def test_exactly_50000_characters_are_let_in() -> None:
    assert update(book_of(), "A1", [["x" * 50_000]])["updatedCells"] == 1


def test_an_input_option_must_be_named() -> None:
    with pytest.raises(ApiError, match="'valueInputOption' is required but not specified"):
        book_of().values_update("A1", {"values": [["a"]]}, value_input_option=None)


def test_a_batch_of_ranges_counts_distinct_rows_and_columns() -> None:
    book = book_of()
    body = {
        "valueInputOption": "RAW",
        "data": [{"range": "A1:D1", "values": [list("abcd")]}, {"range": "A4:D4", "values": [list("abcd")]}],
    }
    answer = book.values_batch_update(body)
    assert {name: count for name, count in answer.items() if name.startswith("total")} == {
        "totalUpdatedRows": 2,
        "totalUpdatedColumns": 4,
        "totalUpdatedCells": 8,
        "totalUpdatedSheets": 1,
    }
    assert [each["updatedRange"] for each in answer["responses"]] == ["Sheet1!A1:D1", "Sheet1!A4:D4"]


def test_one_bad_range_of_a_batch_writes_none_and_is_named() -> None:
    book = book_of()
    body = {
        "valueInputOption": "RAW",
        "data": [{"range": "A1", "values": [["a"]]}, {"range": "Novice!A1", "values": [["b"]]}],
    }
    with pytest.raises(ApiError) as refused:
        book.values_batch_update(body)
    assert refused.value.message == "Invalid data[1]: Unable to parse range: Novice!A1"
    assert (values(book), book.revision) == ([], 0)


def test_reads_past_the_grid_are_clipped_or_refused_as_the_switch_says() -> None:
    assert book_of([["a"]]).values_get("A1:B2000")["range"] == "Sheet1!A1:B1000"
    with pytest.raises(ApiError, match="exceeds grid limits"):
        book_of([["a"]], Switches(reads_past_grid_clipped=False)).values_get("A1:B2000")


@pytest.mark.parametrize("switches", [Switches(), Switches(reads_past_grid_clipped=False)])
def test_a_read_that_starts_past_the_grid_is_refused_either_way(switches: Switches) -> None:
    with pytest.raises(ApiError, match=r"Range \(Sheet1!A1001\) exceeds grid limits. Max rows: 1000, max columns: 26"):
        book_of(switches=switches).values_get("A1001")


# append


def append(book: Any, at: str, rows: list[list[Any]], insert: str = "OVERWRITE") -> tuple[str | None, str]:
    answer = book.values_append(at, {"values": rows}, value_input_option="RAW", insert_data_option=insert)
    return answer.get("tableRange"), answer["updates"]["updatedRange"]


def test_an_append_to_an_empty_sheet_finds_no_table() -> None:
    book = book_of()
    assert append(book, "'Sheet1'", [["a", "b"]]) == (None, "Sheet1!A1:B1")
    assert append(book, "'Sheet1'", [["a", "b"]]) == ("Sheet1!A1:B1", "Sheet1!A2:B2")


def test_a_blank_cell_splits_tables_and_the_last_one_is_appended_to() -> None:
    assert append(book_of([["a", "", "c"]]), "'Sheet1'", [[1, 2, 3]]) == ("Sheet1!C1", "Sheet1!C2:E2")
    assert append(book_of([["a", "", "c"]]), "A1", [[1, 2, 3]]) == ("Sheet1!A1", "Sheet1!A2:C2")


@pytest.mark.parametrize(
    ("at", "lands"),
    [
        ("Sheet1", "B7"),
        ("B4", "B7"),
        ("C5:D5", "B7"),
        ("B2:D4", "B7"),
        ("A3:G10", "B7"),
        ("A1", "A3"),
        ("E4", "E4"),
        ("A4", "A4"),
    ],
)
def test_the_documented_table_search(at: str, lands: str) -> None:
    book = book_of()
    update(book, "A1:C2", [list("abc")] * 2)
    update(book, "B4:D6", [list("abc")] * 3)
    assert append(book, at, [["x"]])[1] == f"Sheet1!{lands}"


def test_an_append_between_filled_rows_writes_at_the_empty_cell() -> None:
    assert append(book_of([["a"], [None], ["c"]]), "A2", [["x"]]) == (None, "Sheet1!A2")


def test_an_append_grows_the_grid_and_inserting_rows_pushes_others_down() -> None:
    book = book_of()
    book.resize(0, 2, 3)
    update(book, "A1:A2", [["a"], ["b"]])
    append(book, "A1", [["c", "d", "e", "f"]])
    assert (book.tab(0).rows, book.tab(0).columns) == (3, 4)
    update(book, "C3", [["below"]])
    assert append(book, "A1:A2", [["x"]], "INSERT_ROWS") == ("Sheet1!A1:D3", "Sheet1!A4")
    assert book.tab(0).rows == 4


def test_inserting_rows_into_an_empty_sheet_still_adds_rows() -> None:
    book = book_of()
    assert append(book, "A1", [["a"], ["b"]], "INSERT_ROWS")[0] is None
    assert book.tab(0).rows == 1002


# clear


def test_clearing_answers_the_range_bounded_to_the_grid_and_keeps_looks() -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    bold = {"userEnteredFormat": {"textFormat": {"bold": True}}}
    batch(book, {"repeatCell": {"range": on("A1"), "cell": bold, "fields": "userEnteredFormat"}})
    assert book.values_clear("A1:A5000") == {"spreadsheetId": "book", "clearedRange": "Sheet1!A1:A1000"}
    assert values(book) == [["", "b"], ["", "d"]]
    assert book.cell(0, 0, 0).format == {"textFormat": {"bold": True}}


def test_several_ranges_are_cleared_or_none() -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    with pytest.raises(ApiError):
        book.values_batch_clear({"ranges": ["A1", "Nowhere!A1"]})
    assert values(book, "A1") == [["a"]]
    assert book.values_batch_clear({"ranges": ["A1:B1", "A2"]})["clearedRanges"] == ["Sheet1!A1:B1", "Sheet1!A2"]
    assert values(book) == [[], ["", "d"]]
