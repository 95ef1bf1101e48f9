"""Tabs made, copied, renamed, cut, hidden, ordered and deleted; the spreadsheet's own properties."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.book import Book
from tests.sheets_server.errors import ApiError
from tests.sheets_server.sample import batch, book_of, on, refused, text_cells, values


def add(**properties: Any) -> dict[str, Any]:
    return {"addSheet": {"properties": properties}}


def change(fields: str, **properties: Any) -> dict[str, Any]:
    return {"updateSheetProperties": {"properties": properties, "fields": fields}}


def titles(book: Book) -> list[str]:
    return [tab["properties"]["title"] for tab in book.get()["sheets"]]


def test_a_new_spreadsheet_is_as_google_makes_it() -> None:
    book = Book.new("id", "Desk")
    answer = book.get()
    grid = {"rowCount": 1000, "columnCount": 26}
    assert answer["sheets"] == [
        {"properties": {"sheetId": 0, "title": "Sheet1", "index": 0, "sheetType": "GRID", "gridProperties": grid}}
    ]
    assert list(answer) == ["spreadsheetId", "properties", "sheets", "spreadsheetUrl"]
    properties = answer["properties"]
    assert [properties[name] for name in ("title", "locale", "autoRecalc", "timeZone")] == [
        "Desk",
        "en_US",
        "ON_CHANGE",
        "Etc/GMT",
    ]


def test_an_added_tab_is_answered_whole_with_an_id_nobody_chose() -> None:
    book = book_of()
    made = batch(book, add(title="calls", gridProperties={"rowCount": 1, "columnCount": 2}))[0]["addSheet"]
    tab_id = made["properties"]["sheetId"]
    assert tab_id > 0
    assert made["properties"] == {
        "sheetId": tab_id,
        "title": "calls",
        "index": 1,
        "sheetType": "GRID",
        "gridProperties": {"rowCount": 1, "columnCount": 2},
    }


def test_a_tab_can_be_made_hidden_in_front_with_an_id_and_a_frozen_row_and_used_in_the_same_batch() -> None:
    book = book_of()
    write = {"updateCells": {"range": on("A1", 7), "rows": [{"values": text_cells("x")}], "fields": "userEnteredValue"}}
    batch(book, add(sheetId=7, title="_state", index=0, hidden=True, gridProperties={"frozenRowCount": 1}), write)
    tab = book.get()["sheets"][0]["properties"]
    assert (tab["sheetId"], tab["hidden"], tab["gridProperties"]["frozenRowCount"]) == (7, True, 1)
    assert values(book, "_state!A1") == [["x"]]


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (add(title="sheet1"), 'addSheet: A sheet with the name "sheet1" already exists. Please enter another name.'),
        (add(sheetId=0), "addSheet: Sheet with id 0 already exists."),
        (add(sheetId=-1), "addSheet: Sheet id must be non-negative."),
        (add(title="x" * 101), "addSheet: The sheet name cannot be greater than 100 characters."),
        (change("title", sheetId=9, title="x"), "updateSheetProperties: No sheet with id: 9"),
        (
            change("title", title="two"),
            'updateSheetProperties: A sheet with the name "two" already exists. Please enter another name.',
        ),
        (
            change("", title="x"),
            "updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
        ),
        (
            change("gridProperties.rowCount", gridProperties={"rowCount": 0}),
            "updateSheetProperties: You can't delete all the rows on the sheet.",
        ),
        ({"deleteSheet": {"sheetId": 9}}, "deleteSheet: No sheet with id: 9"),
        ({"duplicateSheet": {"sourceSheetId": 9}}, "duplicateSheet: No sheet with id: 9"),
    ],
)
def test_what_google_refuses(request_: dict[str, Any], sentence: str) -> None:
    book = book_of()
    batch(book, add(title="two"))
    assert refused(book, request_) == f"Invalid requests[0].{sentence}"


def test_the_last_tab_and_the_last_tab_in_sight_stay() -> None:
    book = book_of()
    assert refused(book, change("hidden", hidden=True)).endswith("You can't hide all the sheets in a document.")
    assert refused(book, {"deleteSheet": {"sheetId": 0}}).endswith("You can't remove all the sheets in a document.")
    batch(book, add(title="state", hidden=True))
    sentence = "You can't remove all the visible sheets in a document."
    assert refused(book, {"deleteSheet": {"sheetId": 0}}).endswith(sentence)


def test_a_tab_changed_and_deleted_in_one_batch_is_gone_for_the_rest_of_it() -> None:
    book = book_of()
    batch(book, add(sheetId=7, title="seven"))
    write = {"updateCells": {"range": on("A1", 7), "rows": [{"values": text_cells("x")}], "fields": "userEnteredValue"}}
    sentence = refused(book, write, {"deleteSheet": {"sheetId": 7}}, write)
    assert sentence == "Invalid requests[2].updateCells: No grid with id: 7"


def test_a_named_range_of_a_deleted_tab_is_listed_no_more() -> None:
    book = book_of()
    batch(book, add(sheetId=7, title="gone"))
    batch(book, {"addNamedRange": {"namedRange": {"namedRangeId": "n", "name": "Desk", "range": on("A1", 7)}}})
    batch(book, {"deleteSheet": {"sheetId": 7}})
    assert "namedRanges" not in book.get()
    with pytest.raises(ApiError, match="Unable to parse range: Desk"):
        book.values_get("Desk")


def test_a_renamed_tab_is_found_by_its_new_title_and_id_only() -> None:
    book = book_of([["a"]])
    batch(book, change("title", title="Дзвінки"))
    assert values(book, "Дзвінки!A1") == [["a"]]
    with pytest.raises(ApiError, match="Unable to parse range: Sheet1!A1"):
        values(book, "Sheet1!A1")


def test_a_grid_grows_and_is_cut_with_what_stood_past_the_edge() -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    batch(book, {"addNamedRange": {"namedRange": {"namedRangeId": "n", "name": "Low", "range": on("A2")}}})
    size = {"rowCount": 1, "columnCount": 1}
    batch(book, change("gridProperties/rowCount,gridProperties/columnCount", gridProperties=size))
    assert (values(book), book.get()["sheets"][0]["properties"]["gridProperties"]) == ([["a"]], size)
    assert "namedRanges" not in book.get()
    batch(book, change("gridProperties(rowCount,columnCount)", gridProperties={"rowCount": 3, "columnCount": 3}))
    assert values(book) == [["a"]]


def test_false_and_zero_are_left_out_and_come_back_when_set() -> None:
    book = book_of()
    batch(book, change("gridProperties.frozenRowCount", gridProperties={"frozenRowCount": 2}))
    batch(book, change("gridProperties.hideGridlines", gridProperties={"hideGridlines": True}))
    grid = {"rowCount": 1000, "columnCount": 26, "frozenRowCount": 2, "hideGridlines": True}
    assert book.get()["sheets"][0]["properties"]["gridProperties"] == grid
    zero = {"frozenRowCount": 0, "hideGridlines": False}
    batch(book, change("gridProperties(frozenRowCount,hideGridlines)", gridProperties=zero))
    assert list(book.get()["sheets"][0]["properties"]["gridProperties"]) == ["rowCount", "columnCount"]


def test_a_tab_colour_is_set_in_both_spellings_and_taken_off() -> None:
    book = book_of()
    pink = {"red": 1.0, "green": 0.0, "blue": 0.4980392156862745}
    batch(book, change("tabColorStyle", tabColorStyle={"rgbColor": pink}))
    shown = {"red": 1, "blue": 0.49803922}
    properties = book.get()["sheets"][0]["properties"]
    assert (properties["tabColor"], properties["tabColorStyle"]) == (shown, {"rgbColor": shown})
    batch(book, change("tabColorStyle", tabColorStyle={}))
    assert "tabColorStyle" not in book.get()["sheets"][0]["properties"]


@pytest.mark.parametrize(
    ("index", "order"),
    [(0, "Sheet1 b c"), (1, "Sheet1 b c"), (2, "b Sheet1 c"), (3, "b c Sheet1")],
)
def test_an_index_is_counted_before_the_move(index: int, order: str) -> None:
    book = book_of()
    batch(book, add(title="b"), add(title="c"), change("index", index=index))
    assert titles(book) == order.split()


def test_a_duplicate_stands_in_front_unless_told_otherwise_and_is_its_own() -> None:
    book = book_of([["a"]])
    protect = {"protectedRange": {"range": on("A1"), "warningOnly": True}}
    view = {"filter": {"title": "Next up", "range": on("A1:B5")}}
    batch(book, {"addProtectedRange": protect}, {"addFilterView": view})
    made = batch(book, {"duplicateSheet": {"sourceSheetId": 0, "newSheetId": 5, "newSheetName": "copy"}})[0]
    assert made["duplicateSheet"]["properties"]["title"] == "copy"
    assert titles(book) == ["copy", "Sheet1"]
    book.values_update("copy!A1", {"values": [["changed"]]}, value_input_option="RAW")
    assert values(book, "Sheet1!A1") == [["a"]]
    copy, source = book.get()["sheets"]
    assert copy["filterViews"][0]["range"]["sheetId"] == 5
    assert copy["filterViews"][0]["filterViewId"] != source["filterViews"][0]["filterViewId"]
    assert "protectedRanges" not in copy
    assert batch(book, {"duplicateSheet": {"sourceSheetId": 0, "insertSheetIndex": 2}}) != [{}]
    assert titles(book) == ["copy", "Sheet1", "Copy of Sheet1"]


def test_a_duplicate_of_a_hidden_tab_is_in_sight() -> None:
    book = book_of()
    batch(book, add(sheetId=7, title="_state", hidden=True), {"duplicateSheet": {"sourceSheetId": 7}})
    assert "hidden" not in book.get()["sheets"][0]["properties"]


def test_a_tab_is_copied_into_another_spreadsheet() -> None:
    book, other = book_of([["=1+1", "b"]], typed=True), Book.new("other", "Other")
    answer = book.copy_to(0, other)
    assert (answer["title"], answer["index"]) == ("Copy of Sheet1", 1)
    assert values(other, "'Copy of Sheet1'!A1:B1") == [["2", "b"]]
    with pytest.raises(ApiError, match="No sheet with id: 9"):
        book.copy_to(9, other)


def test_the_spreadsheet_is_renamed_and_moved_to_another_zone() -> None:
    book = book_of()
    given = {"title": "🎊", "timeZone": "Europe/Paris", "locale": "fr_FR"}
    batch(book, {"updateSpreadsheetProperties": {"properties": given, "fields": "title,timeZone"}})
    properties = book.get()["properties"]
    assert (properties["title"], properties["timeZone"], properties["locale"]) == ("🎊", "Europe/Paris", "en_US")
    assert book.title == "🎊"
