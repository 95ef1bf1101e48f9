"""What is answered: grid data, field masks, the spreadsheet within a batch's answer; and all-or-nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import masked, wanted, wants
from tests.sheets_server.sample import batch, book_of, on, refused, rows_of, text_cells, values
from tests.sheets_server.switches import Switches


def write(at: str, text: str, tab_id: int = 0) -> dict[str, Any]:
    rows = [{"values": text_cells(text)}]
    return {"updateCells": {"range": on(at, tab_id), "rows": rows, "fields": "userEnteredValue"}}


# spreadsheets.get


def cells(answer: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [row.get("values", []) for row in answer["sheets"][0]["data"][0].get("rowData", [])]


def test_grid_data_tells_what_was_entered_what_it_amounts_to_and_how_it_looks() -> None:
    book = book_of([["=1+1", "2020-01-01", "text", "true", "50%", "=1/0"]], typed=True)
    keep = "sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat)"
    assert cells(book.get(fields=keep)) == [
        [
            {
                "userEnteredValue": {"formulaValue": "=1+1"},
                "effectiveValue": {"numberValue": 2},
                "formattedValue": "2",
            },
            {
                "userEnteredValue": {"numberValue": 43831},
                "effectiveValue": {"numberValue": 43831},
                "formattedValue": "2020-01-01",
                "userEnteredFormat": {"numberFormat": {"type": "DATE", "pattern": "yyyy-mm-dd"}},
            },
            {
                "userEnteredValue": {"stringValue": "text"},
                "effectiveValue": {"stringValue": "text"},
                "formattedValue": "text",
            },
            {
                "userEnteredValue": {"boolValue": True},
                "effectiveValue": {"boolValue": True},
                "formattedValue": "TRUE",
            },
            {
                "userEnteredValue": {"numberValue": 0.5},
                "effectiveValue": {"numberValue": 0.5},
                "formattedValue": "50%",
                "userEnteredFormat": {"numberFormat": {"type": "PERCENT", "pattern": "0%"}},
            },
            {
                "userEnteredValue": {"formulaValue": "=1/0"},
                "effectiveValue": {
                    "errorValue": {
                        "type": "DIVIDE_BY_ZERO",
                        "message": "Function DIVIDE parameter 2 cannot be zero.",
                    }
                },
                "formattedValue": "#DIV/0!",
            },
        ]
    ]


def test_grid_data_comes_only_when_asked_for_and_once_for_each_range() -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    assert "data" not in book.get()["sheets"][0]
    data = book.get(["B1:B2", "A2"], include_grid_data=True)["sheets"][0]["data"]
    assert [(each.get("startRow"), each.get("startColumn")) for each in data] == [(None, 1), (1, None)]
    assert [row["values"][0]["formattedValue"] for row in data[0]["rowData"]] == ["b", "d"]
    assert (len(data[0]["rowMetadata"]), len(data[0]["columnMetadata"])) == (2, 1)


def test_ranges_narrow_the_answer_to_their_tabs_and_to_the_merges_they_touch() -> None:
    book = book_of()
    book.staff_add_tab("Other")
    batch(book, {"mergeCells": {"range": on("K3:K4")}}, {"mergeCells": {"range": on("A1:A2")}})
    answer = book.get(["Sheet1!A:A"])
    assert [tab["properties"]["title"] for tab in answer["sheets"]] == ["Sheet1"]
    assert [each["startColumnIndex"] for each in answer["sheets"][0]["merges"]] == [0]
    assert len(book.get()["sheets"][0]["merges"]) == 2


def test_row_data_is_trimmed_like_values_and_inner_emptiness_is_empty() -> None:
    book = book_of([["a"], [None], [None, "b"]])
    fields = "sheets.data.rowData.values.formattedValue"
    assert book.get(["A1:C9"], fields=fields) == {
        "sheets": [
            {
                "data": [
                    {"rowData": [{"values": [{"formattedValue": "a"}]}, {}, {"values": [{}, {"formattedValue": "b"}]}]}
                ]
            }
        ]
    }
    assert book_of().get(fields="sheets/data/rowData/values/note") == {"sheets": [{"data": [{}]}]}


def test_a_mask_wins_over_the_wish_for_grid_data() -> None:
    book = book_of([["a"]])
    assert "data" in book.get(include_grid_data=False, fields="sheets.data.rowData")["sheets"][0]
    assert book.get(include_grid_data=True, fields="sheets.properties.title") == {
        "sheets": [{"properties": {"title": "Sheet1"}}]
    }


@pytest.mark.parametrize(
    "fields",
    [
        "sheets(properties(title),data(rowData(values(formattedValue,note))))",
        "sheets.properties.title,sheets.data.rowData.values.formattedValue,sheets.data.rowData.values.note",
        "sheets/properties/title,sheets/data/rowData/values(formattedValue, note)",
    ],
)
def test_dots_slashes_and_parentheses_say_the_same(fields: str) -> None:
    book = book_of([["a"]])
    whole = book.get(include_grid_data=True)
    expected = {
        "sheets": [{"properties": {"title": "Sheet1"}, "data": [{"rowData": [{"values": [{"formattedValue": "a"}]}]}]}]
    }
    assert book.get(fields=fields) == masked(whole, fields) == expected


@pytest.mark.parametrize("fields", ["sheets(", "sheets)", "a,,b", "a..b", "(a)", "a(b", ","])
def test_an_unreadable_mask_is_refused(fields: str) -> None:
    with pytest.raises(ApiError, match="Invalid field mask"):
        book_of().get(fields=fields)


def test_a_whole_field_beside_a_part_of_it_is_the_whole_field() -> None:
    answer = {"a": {"b": 1, "c": 2}, "d": 3}
    assert masked(answer, "a.b,a") == masked(answer, "a,a.b") == {"a": {"b": 1, "c": 2}}
    assert masked(answer, "*") == answer
    assert masked(answer, None) == answer


def test_a_mask_says_what_must_be_made_at_all() -> None:
    assert wants("sheets.data.rowData", "sheets.data")
    assert not wants("sheets.properties", "sheets.data")
    assert wanted("sheets(properties,data.rowData.values(note,formattedValue))") == (
        True,
        frozenset({"note", "formattedValue"}),
        False,
    )


def test_the_same_cell_can_be_asked_for_in_different_parts() -> None:
    book = book_of([["a"]])
    batch(book, {"updateCells": {"range": on("A1"), "rows": [{"values": [{"note": "n"}]}], "fields": "note"}})
    values_ = "sheets.data.rowData.values"
    assert cells(book.get(fields=f"{values_}.note")) == [[{"note": "n"}]]
    assert cells(book.get(fields=f"{values_}.formattedValue")) == [[{"formattedValue": "a"}]]
    assert set(cells(book.get(include_grid_data=True))[0][0]) == {
        "userEnteredValue",
        "effectiveValue",
        "formattedValue",
        "effectiveFormat",
        "note",
    }


# the spreadsheet within a batch's answer


def test_a_batch_answers_the_spreadsheet_as_it_stands_after_all_of_it() -> None:
    book = book_of([["old"]])
    undo = book.staff_add_tab("undo")
    body: dict[str, Any] = {
        "requests": [
            {"copyPaste": {"source": on("A1:B2"), "destination": on("A1:B2", undo)}},
            write("A1", "new"),
        ],
        "includeSpreadsheetInResponse": True,
        "responseRanges": ["Sheet1!A1:B2", "undo!A1:B2"],
        "responseIncludeGridData": True,
    }
    answer = book.batch_update(body)
    assert list(answer) == ["spreadsheetId", "replies", "updatedSpreadsheet"]
    shown = [
        tab["data"][0]["rowData"][0]["values"][0]["formattedValue"] for tab in answer["updatedSpreadsheet"]["sheets"]
    ]
    assert shown == ["new", "old"]
    again = book.get(body["responseRanges"], include_grid_data=True)
    assert answer["updatedSpreadsheet"] == again


@pytest.mark.parametrize(
    ("body", "has_data"),
    [
        ({"includeSpreadsheetInResponse": True}, False),
        ({"includeSpreadsheetInResponse": True, "responseIncludeGridData": True}, True),
        ({"responseIncludeGridData": True, "responseRanges": ["A1"]}, None),
    ],
)
def test_grid_data_in_the_answer_is_asked_for_apart(body: dict[str, Any], has_data: bool | None) -> None:
    answer = book_of([["a"]]).batch_update({"requests": [write("A1", "b")], **body})
    if has_data is None:
        assert "updatedSpreadsheet" not in answer
    else:
        assert ("data" in answer["updatedSpreadsheet"]["sheets"][0]) is has_data


def test_under_a_field_mask_the_mask_alone_decides_about_grid_data() -> None:
    book = book_of([["a"]])
    body = {"requests": [write("A1", "b")], "includeSpreadsheetInResponse": True, "responseIncludeGridData": False}
    fields = "replies,updatedSpreadsheet(sheets(data(rowData(values(formattedValue)))))"
    answer = book.batch_update(body, fields)
    assert answer["replies"] == [{}]
    assert cells(answer["updatedSpreadsheet"]) == [[{"formattedValue": "b"}]]
    ignored = {**body, "responseIncludeGridData": True}
    title = book.batch_update(ignored, "updatedSpreadsheet.sheets.properties.title")
    assert title == {"updatedSpreadsheet": {"sheets": [{"properties": {"title": "Sheet1"}}]}}


# all or nothing


def test_a_batch_is_applied_in_order_and_wholly_or_not_at_all() -> None:
    book = book_of([["a"]])
    assert len(batch(book, write("A1", "b"), write("A1", "c"))) == 2
    assert values(book) == [["c"]]
    bad = {"deleteSheet": {"sheetId": 77}}
    sentence = refused(book, write("A1", "d"), {"addSheet": {}}, {"insertDimension": {"range": rows_of(1, 1)}}, bad)
    assert sentence == "Invalid requests[3].deleteSheet: No sheet with id: 77"
    assert values(book) == [["c"]]


@pytest.mark.parametrize(
    ("requests", "sentence"),
    [
        ([], "Must specify at least one request."),
        ([{}], "Invalid requests[0]: No request set."),
        ([{"addSheet": {}, "deleteSheet": {}}], "Invalid requests[0]: No request set."),
    ],
)
def test_a_batch_without_a_request_is_refused(requests: list[dict[str, Any]], sentence: str) -> None:
    assert refused(book_of(), *requests) == sentence


def test_a_kind_this_server_does_not_do_says_so_rather_than_doing_nothing() -> None:
    with pytest.raises(ApiError) as caught:
        batch(book_of(), {"addChart": {}})
    assert (caught.value.code, caught.value.status) == (501, "UNIMPLEMENTED")


def test_the_revision_grows_with_each_change_and_with_nothing_else() -> None:
    book = book_of()
    batch(book, write("A1", "a"), write("A2", "b"))
    book.values_update("A3", {"values": [["c"]]}, value_input_option="RAW")
    book.staff_set(0, 3, 0, "d")
    assert book.revision == 3
    book.get(include_grid_data=True)
    values(book)
    refused(book, {"deleteSheet": {"sheetId": 9}})
    assert book.revision == 3


def test_an_answer_once_given_does_not_change_with_the_sheet() -> None:
    book = book_of([["a"]])
    before = book.get(include_grid_data=True)
    kept = repr(before)
    book.pages.clock = lambda: datetime(2026, 5, 8, tzinfo=UTC)
    batch(book, write("A1", "b"), {"insertDimension": {"range": rows_of(1, 1)}})
    assert repr(before) == kept


def test_errors_have_googles_shape() -> None:
    with pytest.raises(ApiError) as caught:
        book_of().values_get("Nope!A1")
    assert caught.value.body() == {
        "error": {"code": 400, "message": "Unable to parse range: Nope!A1", "status": "INVALID_ARGUMENT"}
    }


@pytest.mark.parametrize("told", [True, False])
def test_whether_cells_that_hold_only_what_a_mask_leaves_out_are_answered_is_a_switch(told: bool) -> None:
    book = book_of([["a", None]], Switches(unasked_cells_answered=told))
    plain = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    batch(book, {"repeatCell": {"range": on("A1:B3"), "cell": plain, "fields": "userEnteredFormat"}})
    data = book.get(fields="sheets.data.rowData.values.formattedValue")["sheets"][0]["data"][0]
    first = {"formattedValue": "a"}
    rest: list[dict[str, Any]] = [{"values": [{}, {}]}, {"values": [{}, {}]}]
    assert data["rowData"] == ([{"values": [first, {}]}, *rest] if told else [{"values": [first]}])


def test_a_column_formatted_to_its_end_costs_one_cell() -> None:
    book = book_of([["a"]])
    plain = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    batch(book, {"repeatCell": {"range": on("A:B"), "cell": plain, "fields": "userEnteredFormat"}})
    grid = book.tab(0).grid
    assert len(grid) == 1000
    assert len({id(row) for row in grid}) == 2
    batch(book, {"setDataValidation": {"range": on("B:B"), "rule": {"condition": {"type": "BOOLEAN"}}}})
    assert len({id(cell) for row in book.tab(0).grid for cell in row}) == 3
