"""Named ranges (the fence), protections, filters, conditional formats, developer metadata."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.a1 import Box
from tests.sheets_server.errors import ApiError
from tests.sheets_server.sample import batch, book_of, on, refused, rows_of, text_cells, values
from tests.sheets_server.switches import Switches


def name(name_id: str, title: str, at: str = "A1") -> dict[str, Any]:
    return {"addNamedRange": {"namedRange": {"namedRangeId": name_id, "name": title, "range": on(at)}}}


def write(at: str, text: str = "x") -> dict[str, Any]:
    return {"updateCells": {"range": on(at), "rows": [{"values": text_cells(text)}], "fields": "userEnteredValue"}}


# named ranges


def test_a_named_range_is_answered_without_the_id_of_the_first_tab() -> None:
    reply = batch(book_of(), name("cbs_e1", "cbs_e1", "A1:B2"))[0]["addNamedRange"]["namedRange"]
    grid = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
    assert reply == {"namedRangeId": "cbs_e1", "name": "cbs_e1", "range": grid}


def test_a_taken_id_or_name_refuses_the_whole_batch() -> None:
    book = book_of()
    batch(book, name("e1", "one"))
    by_id = "Cannot add named range with ID: e1, a named range with that ID already exists."
    by_name = "Cannot add named range with name: ONE, a named range with that name already exists."
    assert refused(book, name("e1", "two"), write("A1")) == f"Invalid requests[0].addNamedRange: {by_id}"
    assert refused(book, write("A1"), name("e2", "ONE")) == f"Invalid requests[1].addNamedRange: {by_name}"
    assert values(book) == []


@pytest.mark.parametrize("title", ["", "E42", "ABC1", "R1C1", "1st", "two words", "true", "x" * 251, "a-b"])
def test_a_name_that_reads_as_something_else_is_refused(title: str) -> None:
    assert "Invalid named range name" in refused(book_of(), name("n", title))


def test_a_deleted_id_can_be_used_again_in_the_same_batch() -> None:
    book = book_of()
    batch(book, name("e1", "one"))
    batch(book, {"deleteNamedRange": {"namedRangeId": "e1"}}, name("e1", "one", "B2"))
    assert book.values_get("one")["range"] == "Sheet1!B2"


@pytest.mark.parametrize("is_error", [True, False])
def test_whether_deleting_a_named_range_that_is_not_there_is_an_error_is_a_switch(is_error: bool) -> None:
    book = book_of(switches=Switches(absent_named_range_refused=is_error))
    request = {"deleteNamedRange": {"namedRangeId": "gone"}}
    if is_error:
        assert refused(book, request) == "Invalid requests[0].deleteNamedRange: No named range with id: gone"
    else:
        assert batch(book, request) == [{}]


def test_a_named_range_is_renamed_and_moved_by_mask() -> None:
    book = book_of()
    batch(book, name("n", "Old"))
    new = {"namedRangeId": "n", "name": "New", "range": on("C3:D4")}
    batch(book, {"updateNamedRange": {"namedRange": new, "fields": "name"}})
    assert book.values_get("New")["range"] == "Sheet1!A1"
    batch(book, {"updateNamedRange": {"namedRange": new, "fields": "range"}})
    assert book.values_get("New")["range"] == "Sheet1!C3:D4"


# protections


def protect(**more: Any) -> dict[str, Any]:
    return {"addProtectedRange": {"protectedRange": {"range": on("A1:B2"), **more}}}


def protections(book: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = book.get()["sheets"][0].get("protectedRanges", [])
    return found


def test_the_answer_lists_no_editors_and_the_next_read_lists_the_caller() -> None:
    book = book_of()
    reply = batch(book, protect(requestingUserCanEdit=False))[0]["addProtectedRange"]["protectedRange"]
    assert (reply["editors"], reply["requestingUserCanEdit"]) == ({}, True)
    assert protections(book)[0]["editors"] == {"users": [book.pages.user]}


def test_a_warning_keeps_nobody_out() -> None:
    book = book_of()
    batch(book, protect(warningOnly=True, description="Header"), write("A1"))
    assert (protections(book)[0]["warningOnly"], protections(book)[0]["description"]) == (True, "Header")


def test_editors_of_a_warning_are_refused() -> None:
    sentence = "ProtectedRange is warningOnly. Editors cannot be set on it."
    assert refused(book_of(), protect(warningOnly=True, editors={"users": ["a@b.c"]})).endswith(sentence)


def test_a_tab_is_protected_once() -> None:
    book = book_of()
    whole = {"addProtectedRange": {"protectedRange": {"range": {"sheetId": 0}}}}
    batch(book, whole)
    assert refused(book, whole).endswith('Sheet "Sheet1" already has sheet protection.')


def test_a_taken_protection_id_is_refused() -> None:
    book = book_of()
    batch(book, protect(protectedRangeId=5))
    assert "already exists" in refused(book, protect(protectedRangeId=5))


def test_a_protection_is_changed_and_taken_off() -> None:
    book = book_of()
    batch(book, protect(protectedRangeId=5))
    changed = {"protectedRangeId": 5, "description": "Header", "warningOnly": True}
    batch(book, {"updateProtectedRange": {"protectedRange": changed, "fields": "description,warningOnly"}})
    assert protections(book)[0]["description"] == "Header"
    batch(book, {"deleteProtectedRange": {"protectedRangeId": 5}})
    assert protections(book) == []
    assert "No protected range with id: 5" in refused(book, {"deleteProtectedRange": {"protectedRangeId": 5}})


@pytest.mark.parametrize(("code", "status"), [(400, "INVALID_ARGUMENT"), (403, "PERMISSION_DENIED")])
def test_somebody_elses_protection_refuses_every_kind_of_write(code: int, status: str) -> None:
    book = book_of([["a"], ["b"]], Switches(protected_code=code))
    book.protect(0, Box(0, 2, 0, 2), editors=["owner@example.com"])
    requests = [
        write("A1"),
        {"findReplace": {"range": on("A1"), "find": "a", "replacement": "x"}},
        {"deleteDuplicates": {"range": on("A1:A2")}},
        {"sortRange": {"range": on("A1:A2"), "sortSpecs": [{"dimensionIndex": 0}]}},
        {"deleteDimension": {"range": rows_of(1, 1)}},
        {"moveDimension": {"source": rows_of(1, 1), "destinationIndex": 5}},
        {"copyPaste": {"source": on("D1"), "destination": on("A1")}},
        {"repeatCell": {"range": on("A1"), "cell": {}, "fields": "*"}},
        {"mergeCells": {"range": on("A1:B1")}},
    ]
    for request in requests:
        assert "You are trying to edit a protected cell or object." in refused(book, request)
    with pytest.raises(ApiError) as caught:
        book.values_update("A1", {"values": [["x"]]}, value_input_option="RAW")
    assert (caught.value.code, caught.value.status) == (code, status)
    batch(book, write("C1"))
    assert "requestingUserCanEdit" not in protections(book)[0]


def test_a_hole_in_a_protected_tab_may_be_written() -> None:
    book = book_of()
    book.protect(0, None, editors=["owner@example.com"])
    with book.change() as pages:
        tab = pages.edit(0)
        overlay = tab.over("protectedRanges")[0]
        tab.overlays["protectedRanges"] = (overlay._replace(body={**overlay.body, "unprotectedRanges": [on("A1:A9")]}),)
    batch(book, write("A9"))
    assert "protected cell" in refused(book, write("A10"))


# filters


def test_the_shared_filter_of_a_tab_covers_its_whole_grid_and_goes_again() -> None:
    book = book_of()
    book.resize(0, 20, 20)
    assert batch(book, {"setBasicFilter": {"filter": {"range": {"sheetId": 0}}}}) == [{}]
    grid = {"startRowIndex": 0, "endRowIndex": 20, "startColumnIndex": 0, "endColumnIndex": 20}
    assert book.get()["sheets"][0]["basicFilter"] == {"range": grid}
    batch(book, {"clearBasicFilter": {"sheetId": 0}}, {"clearBasicFilter": {"sheetId": 0}})
    assert "basicFilter" not in book.get()["sheets"][0]


def test_a_filter_hides_rows_below_its_header_as_they_stand_when_it_is_set_and_answers_both_spellings() -> None:
    book = book_of([["Done"], ["Done"], ["Open"], ["Done"]])
    specs = [{"columnIndex": 0, "filterCriteria": {"hiddenValues": ["Done"]}}]
    batch(book, {"setBasicFilter": {"filter": {"range": on("A1:A4"), "filterSpecs": specs}}})
    told = book.get()["sheets"][0]["basicFilter"]
    assert told["criteria"] == {"0": {"hiddenValues": ["Done"]}}
    assert told["filterSpecs"] == [{"filterCriteria": {"hiddenValues": ["Done"]}}]
    book.staff_set(0, 2, 0, "Done")
    rows = book.get(fields="sheets.data.rowMetadata.hiddenByFilter")["sheets"][0]["data"][0]["rowMetadata"]
    assert [bool(row) for row in rows[:4]] == [False, True, False, True]
    batch(book, {"clearBasicFilter": {"sheetId": 0}})
    assert not any(book.tab(0).line("ROWS", row).filtered for row in range(4))


def test_a_filter_view_is_answered_with_its_id_and_hides_nothing() -> None:
    book = book_of([["Status"], ["Done"]])
    criteria = {"0": {"condition": {"type": "TEXT_EQ", "values": [{"userEnteredValue": "Open"}]}}}
    view = {"title": "Due now", "range": on("A1:A2"), "criteria": criteria}
    made = batch(book, {"addFilterView": {"filter": view}})[0]["addFilterView"]["filter"]
    assert made["title"] == "Due now"
    assert book.get()["sheets"][0]["filterViews"] == [made]
    assert not book.tab(0).line("ROWS", 1).filtered
    assert "already exists" in refused(
        book, {"addFilterView": {"filter": {**view, "filterViewId": made["filterViewId"]}}}
    )
    batch(book, {"deleteFilterView": {"filterId": made["filterViewId"]}})
    assert "filterViews" not in book.get()["sheets"][0]


# conditional formats


def test_conditional_formats_have_an_order() -> None:
    book = book_of()

    def rule(at: str) -> dict[str, Any]:
        condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=$H2<NOW()"}]}
        looks = {"backgroundColor": {"red": 1}}
        return {"ranges": [on(at)], "booleanRule": {"condition": condition, "format": looks}}

    batch(book, *[{"addConditionalFormatRule": {"rule": rule(at), "index": 0}} for at in ("A1", "B1")])
    rules = book.get()["sheets"][0]["conditionalFormats"]
    assert [each["ranges"][0]["startColumnIndex"] for each in rules] == [1, 0]
    assert rules[0]["booleanRule"]["format"]["backgroundColorStyle"] == {"rgbColor": {"red": 1}}
    gone = batch(book, {"deleteConditionalFormatRule": {"sheetId": 0, "index": 0}})[0]
    assert gone["deleteConditionalFormatRule"]["rule"] == rules[0]
    assert "at index: 5" in refused(book, {"deleteConditionalFormatRule": {"sheetId": 0, "index": 5}})


# developer metadata


def metadata(location: dict[str, Any], **more: Any) -> dict[str, Any]:
    made = {"metadataKey": "k", "visibility": "DOCUMENT", "location": location, **more}
    return {"createDeveloperMetadata": {"developerMetadata": made}}


def test_metadata_hangs_on_the_spreadsheet_a_tab_a_row_or_a_column() -> None:
    book = book_of()
    column = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}
    places: list[dict[str, Any]] = [
        {"spreadsheet": True},
        {"sheetId": 0},
        {"dimensionRange": rows_of(2, 2)},
        {"dimensionRange": column},
    ]
    replies = batch(book, *[metadata(place, metadataValue="v") for place in places])
    told = [reply["createDeveloperMetadata"]["developerMetadata"] for reply in replies]
    assert [each["location"]["locationType"] for each in told] == ["SPREADSHEET", "SHEET", "ROW", "COLUMN"]
    answer = book.get(include_grid_data=True)
    tab = answer["sheets"][0]
    listed = [
        *answer["developerMetadata"],
        *tab["developerMetadata"],
        *tab["data"][0]["rowMetadata"][1]["developerMetadata"],
        *tab["data"][0]["columnMetadata"][1]["developerMetadata"],
    ]
    assert listed == told


def test_metadata_google_refuses() -> None:
    book = book_of()
    batch(book, metadata({"spreadsheet": True}, metadataId=5))
    taken = "Cannot add developer metadata with ID [5] because developer metadata with that ID already exists."
    assert refused(book, metadata({"sheetId": 0}, metadataId=5)).endswith(taken)
    assert "single row or column" in refused(book, metadata({"dimensionRange": rows_of(1, 2)}))
    assert "key and a visibility" in refused(book, metadata({"spreadsheet": True}, metadataKey=""))
    assert "after last row" in refused(book, metadata({"dimensionRange": rows_of(1001, 1001)}))
