"""Requests that write cells: updateCells, appendCells, repeatCell, copyPaste, cutPaste, merges."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.a1 import Box
from tests.sheets_server.sample import batch, book_of, column, on, refused, text_cells, values
from tests.sheets_server.switches import Switches

BOLD = {"textFormat": {"bold": True}}


def write(at: str, *rows: list[dict[str, Any]], fields: str = "userEnteredValue") -> dict[str, Any]:
    return {"updateCells": {"range": on(at), "rows": [{"values": row} for row in rows], "fields": fields}}


def start(row: int, col: int, *rows: list[dict[str, Any]], fields: str = "userEnteredValue") -> dict[str, Any]:
    place = {"sheetId": 0, "rowIndex": row, "columnIndex": col}
    return {"updateCells": {"start": place, "rows": [{"values": each} for each in rows], "fields": fields}}


def test_text_is_kept_to_the_letter_whatever_it_looks_like() -> None:
    book = book_of()
    assert batch(book, write("A1:D1", text_cells("0042", "=1+1", "2-4", "TRUE"))) == [{}]
    assert values(book, "A1:D1", "UNFORMATTED_VALUE") == [["0042", "=1+1", "2-4", "TRUE"]]
    assert values(book, "A1:D1", "FORMULA") == [["0042", "=1+1", "2-4", "TRUE"]]


def test_each_kind_of_value_is_written_as_it_is() -> None:
    book = book_of()
    kinds = [{"numberValue": 5}, {"boolValue": False}, {"formulaValue": "=A1*2"}, {"stringValue": ""}]
    batch(book, write("A1:D1", [{"userEnteredValue": value} for value in kinds]))
    assert values(book, "A1:D1", "UNFORMATTED_VALUE") == [[5, False, 10]]


def test_a_range_is_cleared_where_the_rows_do_not_cover_it() -> None:
    book = book_of([list("abc")] * 3)
    batch(book, write("A1:B2", text_cells("x")))
    assert values(book) == [["x", "", "c"], ["", "", "c"], ["a", "b", "c"]]


def test_a_start_touches_only_what_the_rows_cover() -> None:
    book = book_of([list("abc")] * 2)
    batch(book, start(0, 1, text_cells("x"), text_cells("y", "z")))
    assert values(book) == [["a", "x", "c"], ["a", "y", "z"]]


def test_an_empty_cell_of_a_row_clears_and_other_fields_stay() -> None:
    book = book_of([["a", "b"]])
    batch(book, write("A1", [{"note": "n", "userEnteredFormat": BOLD}], fields="note,userEnteredFormat"))
    batch(book, start(0, 0, [{}, {}]))
    cell = book.cell(0, 0, 0)
    assert (values(book), cell.note, cell.format) == ([], "n", BOLD)


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (
            start(0, 25, text_cells("a", "b")),
            "updateCells: Attempting to write column: 26, beyond the last requested column of: 25",
        ),
        (
            write("A1:B1", text_cells("a", "b", "c")),
            "updateCells: Attempting to write column: 2, beyond the last requested column of: 1",
        ),
        (
            write("A1:B1", text_cells("a"), text_cells("b")),
            "updateCells: Attempting to write row: 1, beyond the last requested row of: 0",
        ),
        (
            start(999, 0, text_cells("a"), text_cells("b")),
            "updateCells: Attempting to write row: 1000, beyond the last requested row of: 999",
        ),
        (
            start(1000, 0, text_cells("a")),
            "updateCells: Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
        ),
        (
            write("A1", text_cells("a"), fields=""),
            "updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
        ),
        (write("A1", text_cells("a"), fields="userEnteredvalue"), "updateCells: Invalid field: userEnteredvalue"),
        (
            write("A1", text_cells("x" * 50_001)),
            "updateCells: Your input contains more than the maximum of 50000 characters in a single cell.",
        ),
        (
            {"updateCells": {"range": on("A1", 77), "rows": [], "fields": "*"}},
            "updateCells: No grid with id: 77",
        ),
    ],
)
def test_writes_google_refuses(request_: dict[str, Any], sentence: str) -> None:
    assert refused(book_of([["a"]]), request_) == f"Invalid requests[0].{sentence}"


def test_a_range_that_starts_within_the_grid_and_ends_past_it_is_cut_and_one_that_starts_past_it_refused() -> None:
    book = book_of()
    bold = {"repeatCell": {"range": on("A1000:A1003"), "cell": {"userEnteredFormat": BOLD}, "fields": "*"}}
    batch(book, bold)
    assert (book.tab(0).rows, book.cell(0, 999, 0).format) == (1000, BOLD)
    nothing = {"range": {**on("A4:A4"), "endRowIndex": 3}, "cell": {"note": "n"}, "fields": "note"}
    assert batch(book, {"repeatCell": nothing}) == [{}]
    for at, told in (("A1001:B", "A1001:B"), ("A1006:B", "A1006:B"), ("AA1:AA2", "AA1:AA2"), ("AA1:2", "AA1:2")):
        request = {"repeatCell": {"range": on(at), "cell": {}, "fields": "note"}}
        sentence = f"Range (Sheet1!{told}) exceeds grid limits. Max rows: 1000, max columns: 26"
        assert refused(book, request) == f"Invalid requests[0].repeatCell: {sentence}"


def test_cells_are_appended_below_the_last_row_with_a_value_and_grow_the_grid() -> None:
    book = book_of([["a"], [None], ["c"]])
    batch(book, write("A5", [{"note": "only a note"}], fields="note"))
    rows = [{"values": text_cells("d", "e")}, {"values": text_cells("f")}]
    append = {"appendCells": {"sheetId": 0, "rows": rows, "fields": "userEnteredValue"}}
    assert batch(book, append) == [{}]
    assert values(book) == [["a"], [], ["c"], ["d", "e"], ["f"]]
    book.resize(0, 5, 26)
    batch(book, append)
    assert book.tab(0).rows == 7
    assert column(book) == ["a", "", "c", "d", "f", "d", "f"]


def test_a_repeated_cell_shifts_its_formula() -> None:
    book = book_of([[1], [2]])
    cell = {"userEnteredValue": {"formulaValue": "=A1*$A$1"}}
    batch(book, {"repeatCell": {"range": on("B1:C2"), "cell": cell, "fields": "userEnteredValue"}})
    assert values(book, "B1:C2", "FORMULA") == [["=A1*$A$1", "=B1*$A$1"], ["=A2*$A$1", "=B2*$A$1"]]


# formats


def test_a_format_comes_back_with_the_modern_twin_of_its_colours_at_the_end() -> None:
    book = book_of()
    given = {
        "backgroundColor": {"green": 1, "blue": 1, "red": 0},
        "horizontalAlignment": "CENTER",
        "textFormat": {"foregroundColor": {"red": 1, "green": 1}, "fontSize": 12, "bold": True},
    }
    fields = "userEnteredFormat(backgroundColor,horizontalAlignment,textFormat)"
    batch(book, {"repeatCell": {"range": on("A2:B2"), "cell": {"userEnteredFormat": given}, "fields": fields}})
    kept = book.get(["A2"], fields="sheets.data.rowData.values.userEnteredFormat")
    yellow, aqua = {"red": 1, "green": 1}, {"green": 1, "blue": 1}
    looks = kept["sheets"][0]["data"][0]["rowData"][0]["values"][0]["userEnteredFormat"]
    assert looks == {
        "backgroundColor": aqua,
        "horizontalAlignment": "CENTER",
        "textFormat": {
            "foregroundColor": yellow,
            "fontSize": 12,
            "bold": True,
            "foregroundColorStyle": {"rgbColor": yellow},
        },
        "backgroundColorStyle": {"rgbColor": aqua},
    }
    assert list(looks) == ["backgroundColor", "horizontalAlignment", "textFormat", "backgroundColorStyle"]


def test_a_mask_changes_only_the_parts_it_names_and_a_part_not_given_is_reset() -> None:
    book = book_of()
    looks = {"textFormat": {"bold": True, "italic": True}, "horizontalAlignment": "LEFT"}
    batch(book, write("A1", [{"userEnteredFormat": looks}], fields="userEnteredFormat"))
    fields = "userEnteredFormat.textFormat.italic,userEnteredFormat.horizontalAlignment"
    batch(book, write("A1", [{}], fields=fields))
    assert book.cell(0, 0, 0).format == BOLD
    batch(book, write("A1", [{}], fields="userEnteredFormat"))
    assert book.cell(0, 0, 0).format is None


def test_colours_are_kept_in_256_levels() -> None:
    book = book_of()
    colour = {"backgroundColor": {"red": 1.0, "green": 0.0, "blue": 0.5}}
    batch(book, write("A1", [{"userEnteredFormat": colour}], fields="userEnteredFormat"))
    found = book.cell(0, 0, 0).format or {}
    assert found["backgroundColor"] == {"red": 1, "blue": 0.49803922}


def test_a_value_written_keeps_looks_note_and_rule_but_not_a_smart_chip() -> None:
    book = book_of()
    rule = {"condition": {"type": "BLANK"}, "strict": True}
    chips = [{"chip": {"personProperties": {"email": "mk@example.com"}}}]
    whole = {"userEnteredFormat": BOLD, "note": "n", "dataValidation": rule, "chipRuns": chips}
    batch(book, write("A1", [{**whole, "userEnteredValue": {"stringValue": "@"}}], fields="*"))
    book.values_update("A1", {"values": [["x"]]}, value_input_option="RAW")
    cell = book.cell(0, 0, 0)
    assert (cell.entered, cell.format, cell.note, cell.rule, cell.runs) == ("x", BOLD, "n", rule, None)


# validation


@pytest.mark.parametrize("held", [True, False])
def test_whether_a_strict_rule_refuses_what_the_api_writes_is_a_switch(held: bool) -> None:
    book = book_of(switches=Switches(strict_rules_reject=held))
    rule = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Open"}]}, "strict": True}
    batch(book, {"setDataValidation": {"range": on("A1:A2"), "rule": rule}}, write("A1", text_cells("Open")))
    if held:
        sentence = "The data you entered in cell A2 violates the data validation rules set on this cell."
        assert refused(book, write("A2", text_cells("Shut"))) == f"Invalid requests[0].updateCells: {sentence}"
    else:
        batch(book, write("A2", text_cells("Shut")))
    batch(book, write("A1", [{}]))


def test_a_rule_is_set_on_empty_cells_taken_off_again_and_skips_filtered_rows() -> None:
    book = book_of([["h"], ["Done"], ["Open"]])
    book.set_basic_filter(0, Box(0, 3, 0, 1), {0: {"hiddenValues": ["Done"]}})
    rule = {"condition": {"type": "BOOLEAN"}, "showCustomUi": True}
    ask = {"range": on("B1:B4"), "rule": rule}
    batch(book, {"setDataValidation": ask})
    assert [book.cell(0, row, 1).rule for row in range(4)] == [rule, None, rule, rule]
    batch(book, {"setDataValidation": {**ask, "filteredRowsIncluded": True}})
    assert book.cell(0, 1, 1).rule == rule
    batch(book, {"setDataValidation": {"range": on("B1:B4"), "filteredRowsIncluded": True}})
    assert all(book.cell(0, row, 1).rule is None for row in range(4))


# copies


def paste(source: str, to: str, kind: str = "PASTE_NORMAL", **more: Any) -> dict[str, Any]:
    return {"copyPaste": {"source": on(source), "destination": on(to), "pasteType": kind, **more}}


def test_a_copy_fills_a_destination_that_is_a_multiple_and_spills_over_a_smaller_one() -> None:
    book = book_of([["a", "b"]])
    batch(book, paste("A1:B1", "A3:D4"), paste("A1:B1", "A6"))
    assert values(book, "A3:D6") == [["a", "b", "a", "b"], ["a", "b", "a", "b"], [], ["a", "b"]]


def test_a_copy_to_another_tab_is_a_pre_image_with_looks_notes_and_taints() -> None:
    book = book_of()
    undo = book.staff_add_tab("undo", 10, 5)
    book.staff_set(0, 0, 0, "typed", taint="hers")
    batch(book, write("A1", [{"userEnteredFormat": BOLD, "note": "n"}], fields="userEnteredFormat,note"))
    batch(
        book,
        {"copyPaste": {"source": on("A1:C9"), "destination": on("A1:C9", undo)}},
        write("A1", text_cells("overwritten")),
    )
    kept = book.cell(undo, 0, 0)
    assert (kept.entered, kept.format, kept.note, kept.taint) == ("typed", BOLD, "n", "hers")
    assert (book.cell(0, 0, 0).entered, book.cell(0, 0, 0).taint) == ("overwritten", None)


def test_a_copy_overwrites_with_emptiness_too() -> None:
    book = book_of([["a", ""], ["x", "y"]])
    batch(book, paste("A1:B1", "A2:B2"))
    assert values(book) == [["a"], ["a"]]


def test_a_copy_onto_itself_moved_by_one_takes_what_stood_there_before() -> None:
    book = book_of([["1"], ["2"], ["3"]])
    batch(book, paste("A1:A3", "A2:A4"))
    assert column(book) == ["1", "1", "2", "3"]


def test_parts_of_cells_are_pasted_by_kind() -> None:
    book = book_of([["=1+1", "x"]], typed=True)
    batch(book, write("A1", [{"userEnteredFormat": BOLD}], fields="userEnteredFormat"))
    batch(
        book, paste("A1", "A2", "PASTE_VALUES"), paste("A1", "B1", "PASTE_FORMAT"), paste("A1", "C1", "PASTE_FORMULA")
    )
    assert values(book, "A2", "FORMULA") == [[2]]
    assert (book.cell(0, 1, 0).format, book.cell(0, 0, 1).format) == (None, BOLD)
    assert values(book, "B1:C1", "FORMULA") == [["x", "=1+1"]]


def test_a_copied_formula_shifts_and_a_transposed_one_lies_down() -> None:
    book = book_of([["1", "=A1+$A$1"]], typed=True)
    batch(book, paste("A1:B1", "A2:B2"), paste("A1:B1", "D1:D2", pasteOrientation="TRANSPOSE"))
    assert values(book, "A2:B2", "FORMULA") == [[1, "=A2+$A$1"]]
    assert values(book, "D1", "UNFORMATTED_VALUE") == [[1]]


def test_a_copy_past_the_grid_is_refused() -> None:
    book = book_of([["a", "b"]])
    sentence = "Range (Sheet1!Z1:AA1) exceeds grid limits. Max rows: 1000, max columns: 26"
    assert refused(book, paste("A1:B1", "Z1")) == f"Invalid requests[0].copyPaste: {sentence}"


def test_a_cut_leaves_nothing_behind() -> None:
    book = book_of([["A1"], ["A2"]])
    place = {"sheetId": 0, "rowIndex": 0, "columnIndex": 2}
    batch(book, {"cutPaste": {"source": on("A1:A2"), "destination": place, "pasteType": "PASTE_NORMAL"}})
    assert values(book) == [["", "", "A1"], ["", "", "A2"]]


# merges


def merges(book: Any) -> list[tuple[int, ...]]:
    return [tuple(each.values()) for each in book.get()["sheets"][0].get("merges", [])]


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("MERGE_ALL", [(0, 2, 0, 2)]),
        ("MERGE_ROWS", [(0, 1, 0, 2), (1, 2, 0, 2)]),
        ("MERGE_COLUMNS", [(0, 2, 0, 1), (0, 2, 1, 2)]),
    ],
)
def test_merging_all_by_rows_or_by_columns(kind: str, made: list[tuple[int, ...]]) -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    batch(book, {"mergeCells": {"range": on("A1:B2"), "mergeType": kind}})
    assert merges(book) == made
    batch(book, {"unmergeCells": {"range": on("A1:B2")}})
    assert merges(book) == []


def test_only_the_first_value_of_a_merge_stays() -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    batch(book, {"mergeCells": {"range": on("A1:B2")}})
    assert values(book) == [["a"]]


def test_a_merge_over_part_of_another_is_refused_and_over_all_of_it_replaces_it() -> None:
    book = book_of()
    batch(book, {"mergeCells": {"range": on("A1:B2")}})
    sentence = "You must select all cells in a merged range to merge or unmerge them."
    assert refused(book, {"mergeCells": {"range": on("B2:C3")}}).endswith(sentence)
    assert refused(book, {"unmergeCells": {"range": on("B2:C3")}}).endswith(sentence)
    batch(book, {"mergeCells": {"range": on("A1:C3")}})
    assert merges(book) == [(0, 3, 0, 3)]


def test_a_merge_goes_along_with_a_copy_and_with_a_cut() -> None:
    book = book_of([["a"]])
    batch(book, {"mergeCells": {"range": on("A1:B1")}}, paste("A1:B1", "A3:B3"))
    assert merges(book) == [(0, 1, 0, 2), (2, 3, 0, 2)]
    batch(book, {"cutPaste": {"source": on("A1:B1"), "destination": {"rowIndex": 4}}})
    assert merges(book) == [(2, 3, 0, 2), (4, 5, 0, 2)]


def test_a_merge_grows_with_rows_put_into_it_and_goes_when_one_cell_is_left() -> None:
    book = book_of()
    batch(book, {"mergeCells": {"range": on("A1:A2")}})
    rows = {"sheetId": 0, "dimension": "ROWS", "startIndex": 1, "endIndex": 2}
    batch(book, {"insertDimension": {"range": rows}})
    assert merges(book) == [(0, 3, 0, 1)]
    batch(book, {"deleteDimension": {"range": {**rows, "endIndex": 3}}})
    assert merges(book) == []
