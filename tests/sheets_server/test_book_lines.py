"""Rows and columns inserted, appended, deleted and moved, with all that hangs on them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.a1 import Box
from tests.sheets_server.errors import ApiError
from tests.sheets_server.sample import batch, book_of, column, columns_of, on, refused, rows_of, values
from tests.sheets_server.switches import Switches


def move(first: int, last: int, before: int) -> dict[str, Any]:
    """Rows as people count them, to stand in front of a row as it is counted now."""
    return {"moveDimension": {"source": rows_of(first, last), "destinationIndex": before - 1}}


LETTERS = [[letter] for letter in "abcdef"]


@pytest.mark.parametrize(
    ("request_", "order"),
    [
        (move(1, 1, 3), "bacdef"),
        (move(1, 1, 2), "abcdef"),
        (move(1, 2, 1), "abcdef"),
        (move(5, 6, 1), "efabcd"),
        (move(1, 2, 7), "cdefab"),
        (move(6, 6, 2), "afbcde"),
        (move(2, 4, 6), "aebcdf"),
    ],
)
def test_a_move_counts_its_destination_before_the_rows_leave(request_: dict[str, Any], order: str) -> None:
    book = book_of(LETTERS)
    assert batch(book, request_) == [{}]
    assert "".join(column(book)) == order
    assert book.tab(0).rows == 1000


def test_a_row_moved_far_below_the_others_leaves_no_hole() -> None:
    book = book_of(LETTERS)
    batch(book, move(1, 1, 11))
    assert column(book) == [*"bcdef", "", "", "", "", "a"]


def test_columns_move_too() -> None:
    book = book_of([["a", "b", "c"], ["1"]])
    batch(book, {"moveDimension": {"source": columns_of("A", "A"), "destinationIndex": 3}})
    assert values(book) == [["b", "c", "a"], ["", "", "1"]]


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (move(1001, 1001, 1), "range.endIndex[1001] is after last row in grid[1000]"),
        (move(1, 1, 1002), "destinationIndex[1001] is after last row in grid[1000]"),
        ({"moveDimension": {"source": {"sheetId": 0, "startIndex": 0, "endIndex": 1}}}, "No dimension specified."),
    ],
)
def test_moves_past_the_grid_are_refused(request_: dict[str, Any], sentence: str) -> None:
    assert refused(book_of(LETTERS), request_) == f"Invalid requests[0].moveDimension: {sentence}"


@pytest.mark.parametrize("request_", [move(2, 2, 5), move(5, 5, 3), move(1, 3, 7)])
def test_a_move_that_touches_or_parts_a_tall_merge_is_refused_unless_switched_off(request_: dict[str, Any]) -> None:
    book = book_of(LETTERS)
    batch(book, {"mergeCells": {"range": on("C2:C3")}})
    assert "crosses a merged cell" in refused(book, request_)
    free = book_of(LETTERS, Switches(move_refused_by_merge=False))
    batch(free, {"mergeCells": {"range": on("C2:C3")}}, request_)


@pytest.mark.parametrize(("request_", "order"), [(move(5, 5, 2), "aebcdf"), (move(1, 1, 4), "bcadef")])
def test_a_row_may_move_to_the_edge_of_a_merge(request_: dict[str, Any], order: str) -> None:
    book = book_of(LETTERS)
    batch(book, {"mergeCells": {"range": on("C2:C3")}}, request_)
    assert "".join(column(book)) == order


def test_a_merge_within_one_row_moves_along() -> None:
    book = book_of(LETTERS)
    batch(book, {"mergeCells": {"range": on("A2:B2")}}, move(2, 2, 1))
    merges = book.get(fields="sheets.merges")["sheets"][0]["merges"]
    assert merges == [{"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}]


def test_whether_a_filter_or_a_table_stops_a_move_is_a_switch() -> None:
    for switches, stopped in ((Switches(), False), (Switches(move_refused_by_filter=True), True)):
        book = book_of(LETTERS, switches)
        batch(book, {"setBasicFilter": {"filter": {"range": on("A1:A6")}}})
        assert _moves(book) is not stopped
    for switches, stopped in ((Switches(), False), (Switches(move_refused_by_table=True), True)):
        book = book_of(LETTERS, switches)
        book.make_table(0, Box(0, 6, 0, 1), "Calls")
        assert _moves(book) is not stopped


def _moves(book: Any) -> bool:
    try:
        batch(book, move(2, 2, 4))
    except ApiError:
        return False
    return True


# insert and append


def insert(first: int, last: int, *, before: bool = False) -> dict[str, Any]:
    return {"insertDimension": {"range": rows_of(first, last), "inheritFromBefore": before}}


def test_inserted_rows_push_the_others_down_and_grow_the_grid() -> None:
    book = book_of(LETTERS)
    batch(book, insert(2, 3))
    assert column(book) == ["a", "", "", *"bcdef"]
    assert book.tab(0).rows == 1002


def test_an_inserted_row_looks_like_its_neighbour_but_says_nothing() -> None:
    book = book_of(LETTERS)
    bold = {"userEnteredFormat": {"textFormat": {"bold": True}}, "note": "n"}
    batch(book, {"repeatCell": {"range": on("A1"), "cell": bold, "fields": "userEnteredFormat,note"}})
    batch(book, insert(2, 2, before=True), insert(4, 4))
    looks = [book.cell(0, row, 0).format is not None for row in range(4)]
    assert looks == [True, True, False, False]
    assert (book.cell(0, 1, 0).entered, book.cell(0, 1, 0).note) == (None, "")


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (insert(1, 1, before=True), "inheritFromBefore cannot be true when startIndex is 0."),
        (insert(1001, 1001), "range.startIndex must be less than the grid size (1000) if inheritFromBefore is false."),
        (insert(1002, 1002, before=True), "range.startIndex is larger than current grid size (1000)"),
        (
            {"insertDimension": {"range": {"dimension": "ROWS", "startIndex": 1}}},
            "Both startIndex and endIndex must be specified.",
        ),
    ],
)
def test_inserts_google_refuses(request_: dict[str, Any], sentence: str) -> None:
    assert refused(book_of(LETTERS), request_) == f"Invalid requests[0].insertDimension: {sentence}"


def test_a_row_can_be_put_in_after_the_last() -> None:
    book = book_of(LETTERS)
    batch(book, insert(1001, 1001, before=True))
    assert book.tab(0).rows == 1001


def test_rows_and_columns_are_appended_at_the_end() -> None:
    book = book_of(LETTERS)
    append = {"sheetId": 0, "dimension": "ROWS", "length": 5}
    batch(book, {"appendDimension": append}, {"appendDimension": {**append, "dimension": "COLUMNS", "length": 2}})
    assert (book.tab(0).rows, book.tab(0).columns) == (1005, 28)
    assert "length must be greater than 0." in refused(book, {"appendDimension": {**append, "length": 0}})


# the limits of a spreadsheet


def test_ten_million_cells_are_the_most_and_nothing_of_the_batch_is_applied() -> None:
    book = book_of(LETTERS)
    big = {"addSheet": {"properties": {"title": "big", "gridProperties": {"rowCount": 99_740, "columnCount": 100}}}}
    batch(book, big)  # 9,974,000 and the 26,000 of Sheet1
    sentence = "This action would increase the number of cells in the workbook above the limit of 10000000 cells."
    more_rows = {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 1}}
    assert refused(book, {"addSheet": {}}) == f"Invalid requests[0].addSheet: {sentence}"
    assert refused(book, more_rows) == f"Invalid requests[0].appendDimension: {sentence}"
    assert refused(book, insert(1, 1)) == f"Invalid requests[0].insertDimension: {sentence}"


def test_18278_columns_are_the_most() -> None:
    book = book_of()
    batch(book, {"deleteDimension": {"range": rows_of(11, 1000)}})
    more = {"appendDimension": {"sheetId": 0, "dimension": "COLUMNS", "length": 18_278 - 26}}
    batch(book, more)
    assert "above the limit of 18278" in refused(book, {"appendDimension": {**more["appendDimension"], "length": 1}})


# delete


def delete(first: int, last: int) -> dict[str, Any]:
    return {"deleteDimension": {"range": rows_of(first, last)}}


def test_deleted_rows_are_gone_with_what_was_on_them() -> None:
    book = book_of(LETTERS)
    book.hide_rows(0, 1)
    batch(book, delete(2, 3))
    assert column(book) == list("adef")
    assert book.tab(0).rows == 998
    assert not book.tab(0).line("ROWS", 1).hidden


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (
            delete(1001, 1001),
            "Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
        ),
        (delete(1, 1000), "You can't delete all the rows on the sheet."),
        (
            {"deleteDimension": {"range": columns_of("A", "Z")}},
            "You can't delete all the columns on the sheet.",
        ),
    ],
)
def test_deletions_google_refuses(request_: dict[str, Any], sentence: str) -> None:
    assert refused(book_of(LETTERS), request_) == f"Invalid requests[0].deleteDimension: {sentence}"


def test_rows_that_are_not_frozen_cannot_all_be_deleted() -> None:
    book = book_of(LETTERS)
    frozen = {"properties": {"gridProperties": {"frozenRowCount": 1}}, "fields": "gridProperties.frozenRowCount"}
    batch(book, {"updateSheetProperties": frozen})
    assert refused(book, delete(2, 1000)).endswith("Sorry, it is not possible to delete all non-frozen rows.")


# what refers to rows follows them


def test_named_ranges_protections_and_rules_follow_their_rows() -> None:
    book = book_of(LETTERS)
    batch(
        book,
        {"addNamedRange": {"namedRange": {"namedRangeId": "n", "name": "Desk", "range": on("A3:A4")}}},
        {"addProtectedRange": {"protectedRange": {"range": on("A3:B4"), "warningOnly": True}}},
        {
            "addConditionalFormatRule": {
                "rule": {"ranges": [on("A3:A4")], "booleanRule": {"condition": {"type": "BLANK"}}}
            }
        },
    )
    batch(book, insert(1, 2))
    assert book.values_get("Desk")["range"] == "Sheet1!A5:A6"
    batch(book, delete(5, 5))
    tab = book.get(fields="sheets(protectedRanges.range,conditionalFormats.ranges)")["sheets"][0]
    assert book.values_get("Desk")["range"] == "Sheet1!A5"
    assert tab["protectedRanges"][0]["range"]["endRowIndex"] == 5
    assert tab["conditionalFormats"][0]["ranges"][0]["startRowIndex"] == 4


@pytest.mark.parametrize("blocks", [True, False])
def test_a_named_range_whose_rows_are_deleted_is_listed_no_more_but_may_still_be_in_the_way(blocks: bool) -> None:
    book = book_of(LETTERS, Switches(lost_named_range_blocks=blocks))
    add = {"addNamedRange": {"namedRange": {"namedRangeId": "n", "name": "Desk", "range": on("A3")}}}
    batch(book, add, delete(3, 3))
    assert "namedRanges" not in book.get()
    if blocks:
        assert "a named range with that ID already exists." in refused(book, add)
    else:
        batch(book, add)


def test_an_unbounded_range_stays_unbounded() -> None:
    book = book_of(LETTERS)
    batch(book, {"addNamedRange": {"namedRange": {"namedRangeId": "n", "name": "Body", "range": on("A2:C")}}})
    batch(book, insert(1, 1), {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 9}})
    assert book.values_get("Body")["range"] == "Sheet1!A3:C1010"


def test_formulas_follow_what_they_point_at_on_every_tab() -> None:
    book = book_of([["1", "=A1"], ["2", "=$A$2+'Sheet1'!A1"]], typed=True)
    other = book.staff_add_tab("Other")
    book.staff_set(other, 0, 0, '=Sheet1!A2&A1&"A2"')
    batch(book, insert(1, 1))
    assert values(book, "A2:B3", "FORMULA") == [[1, "=A2"], [2, "=$A$3+'Sheet1'!A2"]]
    assert values(book, "Other!A1", "FORMULA") == [['=Sheet1!A3&A1&"A2"']]
    batch(book, delete(3, 3))
    assert values(book, "Other!A1", "FORMULA") == [['=#REF!&A1&"A2"']]


def test_a_moved_row_takes_references_to_it_along() -> None:
    book = book_of([["1", "=A1"], ["2", "=A2"], ["3", "=A1+A3"]], typed=True)
    batch(book, move(3, 3, 1))
    assert values(book, "A1:B3", "FORMULA") == [[3, "=A2+A1"], [1, "=A2"], [2, "=A3"]]


def test_metadata_of_a_row_moves_with_it_and_dies_with_it() -> None:
    book = book_of(LETTERS)
    made = {"metadataKey": "id", "visibility": "PROJECT", "location": {"dimensionRange": rows_of(3, 3)}}
    reply = batch(book, {"createDeveloperMetadata": {"developerMetadata": made}})[0]["createDeveloperMetadata"]
    assert reply["developerMetadata"]["location"]["locationType"] == "ROW"
    batch(book, insert(1, 1), move(4, 4, 2))
    assert [len(book.tab(0).line("ROWS", row).metadata) for row in range(4)] == [0, 1, 0, 0]
    batch(book, delete(2, 2))
    assert not any(line.metadata for line in book.tab(0).lines["ROWS"])


def test_metadata_of_a_tab_is_copied_with_it_and_deleted_by_key_and_value() -> None:
    book = book_of(LETTERS)
    made = {"metadataKey": "mark", "metadataValue": "0", "visibility": "DOCUMENT", "location": {"sheetId": 0}}
    batch(book, {"createDeveloperMetadata": {"developerMetadata": made}}, {"duplicateSheet": {"sourceSheetId": 0}})
    other = {"dataFilter": {"developerMetadataLookup": {"metadataKey": "mark", "metadataValue": "1"}}}
    assert batch(book, {"deleteDeveloperMetadata": other})[0]["deleteDeveloperMetadata"] == {
        "deletedDeveloperMetadata": []
    }
    lookup = {"dataFilter": {"developerMetadataLookup": {"metadataKey": "mark", "metadataValue": "0"}}}
    gone = batch(book, {"deleteDeveloperMetadata": lookup})[0]["deleteDeveloperMetadata"]
    assert len(gone["deletedDeveloperMetadata"]) == 2
    assert not any(tab.metadata for tab in book.pages.tabs.values())


# properties and groups


def test_rows_and_columns_are_hidden_and_sized() -> None:
    book = book_of(LETTERS)
    hide = {"range": rows_of(2, 3), "properties": {"hiddenByUser": True, "pixelSize": 40}, "fields": "*"}
    wide = {"range": columns_of("B", "B"), "properties": {"pixelSize": 150}, "fields": "pixelSize"}
    batch(book, {"updateDimensionProperties": hide}, {"updateDimensionProperties": wide})
    data = book.get(["A1:B4"], include_grid_data=True)["sheets"][0]["data"][0]
    hidden = {"hiddenByUser": True, "pixelSize": 40}
    assert data["rowMetadata"] == [{"pixelSize": 21}, hidden, hidden, {"pixelSize": 21}]
    assert data["columnMetadata"] == [{"pixelSize": 100}, {"pixelSize": 150}]


def test_a_group_switches_its_control_on_for_good() -> None:
    book = book_of(LETTERS)
    group = {"range": columns_of("A", "B")}
    made = {"range": {"dimension": "COLUMNS", "startIndex": 0, "endIndex": 2}, "depth": 1}
    assert batch(book, {"addDimensionGroup": group}) == [{"addDimensionGroup": {"dimensionGroups": [made]}}]
    assert book.get()["sheets"][0]["columnGroups"] == [made]
    assert batch(book, {"deleteDimensionGroup": group}) == [{"deleteDimensionGroup": {}}]
    tab = book.get()["sheets"][0]
    assert tab["properties"]["gridProperties"]["columnGroupControlAfter"] is True
    assert "columnGroups" not in tab


def test_a_column_is_as_wide_as_its_longest_text() -> None:
    book = book_of([["A" * 1024]])
    batch(book, {"autoResizeDimensions": {"dimensions": columns_of("A", "A")}})
    widths = book.get(fields="sheets.data.columnMetadata")["sheets"][0]["data"][0]["columnMetadata"]
    assert widths[:2] == [{"pixelSize": 8691}, {"pixelSize": 100}]
