"""findReplace, deleteDuplicates and sortRange: from the documentation, since no recorded answer shows them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.sample import batch, book_of, column, columns_of, on, refused, rows_of, text_cells, values
from tests.sheets_server.switches import FindMatches, MixedSort, Switches

PLAIN_TEXT = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
CHANGED_ONE = {"valuesChanged": 1, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 1}


def swap(old: str, new: str, at: str = "A1", **more: Any) -> dict[str, Any]:
    """Compare and swap on a cell."""
    ask = {"range": on(at), "find": old, "replacement": new, "matchEntireCell": True, "matchCase": True, **more}
    return {"findReplace": ask}


def found(book: Any, request: dict[str, Any]) -> dict[str, int]:
    answer: dict[str, int] = batch(book, request)[0]["findReplace"]
    return answer


def test_a_swap_of_one_cell_happens_only_when_it_still_holds_exactly_the_old_text() -> None:
    book = book_of([["555-0142"]])
    assert found(book, swap("555-0142", "(415) 555-0142")) == CHANGED_ONE
    assert found(book, swap("555-0142", "stale")) == {}
    assert values(book) == [["(415) 555-0142"]]


@pytest.mark.parametrize("stands", ["dana", "Dana ", " Dana", "Dana\n", "Danа", "DANA"])
def test_a_swap_tells_case_blanks_and_look_alikes_apart(stands: str) -> None:
    book = book_of([[stands]])
    assert found(book, swap("Dana", "x")) == {}
    assert values(book) == [[stands]]


def test_the_text_sought_is_plain_unless_a_regex_is_asked_for() -> None:
    book = book_of([["a.c"], ["abc"]])
    assert found(book, {"findReplace": {"sheetId": 0, "find": "a.c", "replacement": "$1"}})["valuesChanged"] == 1
    assert column(book) == ["$1", "abc"]


def test_occurrences_within_cells_are_counted_as_the_documentation_counts_them() -> None:
    book = book_of([["Google Sheets", "Google Sheets"], ["none"]])
    answer = found(book, {"findReplace": {"allSheets": True, "find": "e", "replacement": "o"}})
    assert answer == {"valuesChanged": 3, "rowsChanged": 2, "sheetsChanged": 1, "occurrencesChanged": 7}
    assert values(book) == [["Googlo Shoots", "Googlo Shoots"], ["nono"]]


def test_java_groups_in_a_replacement() -> None:
    book = book_of([["Google Sheets"], ["Google Docs"]])
    ask = {"allSheets": True, "find": "(?<first>G[a-z]+) (.*)", "replacement": r"$2 of ${first} \$1"}
    found(book, {"findReplace": {**ask, "searchByRegex": True}})
    assert column(book) == ["Sheets of Google $1", "Docs of Google $1"]


def test_a_whole_cell_regex_must_match_all_of_it() -> None:
    book = book_of([["12"], ["12a"]])
    ask = {"sheetId": 0, "find": r"\d+", "replacement": "x", "searchByRegex": True, "matchEntireCell": True}
    assert found(book, {"findReplace": ask})["valuesChanged"] == 1
    assert column(book) == ["x", "12a"]


def test_formulas_are_skipped_unless_included_and_counted_apart() -> None:
    book = book_of([["=1+1", "1"]], typed=True)
    ask = {"sheetId": 0, "find": "1", "replacement": "3"}
    assert "formulasChanged" not in found(book, {"findReplace": ask})
    assert values(book, "A1:B1", "FORMULA") == [["=1+1", 3]]
    answer = found(book, {"findReplace": {**ask, "includeFormulas": True, "find": "1+1"}})
    assert (answer["formulasChanged"], answer.get("valuesChanged")) == (1, None)
    assert values(book, "A1:B1", "FORMULA") == [["=3", 3]]


@pytest.mark.parametrize(
    ("matches", "old", "hit"),
    [
        (FindMatches.FORMATTED, "2020-01-01", True),
        (FindMatches.FORMATTED, "43831", False),
        (FindMatches.STORED, "43831", True),
        (FindMatches.STORED, "2020-01-01", False),
        (FindMatches.TEXT_ONLY, "2020-01-01", False),
        (FindMatches.TEXT_ONLY, "43831", False),
    ],
)
def test_a_date_is_found_as_the_switch_says(matches: FindMatches, old: str, hit: bool) -> None:
    book = book_of([["2020-01-01"]], Switches(find_matches=matches), typed=True)
    assert bool(found(book, swap(old, "x"))) is hit


@pytest.mark.parametrize(("parsed", "value"), [(True, 43831), (False, "2020-01-01")])
def test_a_replacement_is_read_as_typed_or_kept_as_text_as_the_switch_says(parsed: bool, value: object) -> None:
    book = book_of([["x"]], Switches(replacement_parsed=parsed))
    found(book, swap("x", "2020-01-01"))
    assert values(book, "A1", "UNFORMATTED_VALUE") == [[value]]


def test_in_a_plain_text_column_a_replacement_is_text_under_either_switch() -> None:
    for switches in (Switches(), Switches(replacement_parsed=False)):
        book = book_of([["x"]], switches)
        batch(book, {"repeatCell": {"range": on("A:A"), "cell": PLAIN_TEXT, "fields": "userEnteredFormat"}})
        found(book, swap("x", "2-4"))
        assert values(book, "A1", "UNFORMATTED_VALUE") == [["2-4"]]


@pytest.mark.parametrize("finds", [True, False])
def test_whether_an_empty_cell_is_found_by_the_empty_regex_is_a_switch(finds: bool) -> None:
    book = book_of([["a"]], Switches(find_matches_empty_cell=finds))
    assert bool(found(book, swap("^$", "x", "B1", searchByRegex=True))) is finds
    assert values(book) == ([["a", "x"]] if finds else [["a"]])


def test_counts_of_zero_are_answered_when_the_switch_says_so() -> None:
    assert set(found(book_of([["a"]], Switches(zero_counts_omitted=False)), swap("b", "c")).values()) == {0}


def test_a_replacement_by_nothing_empties_the_cell() -> None:
    book = book_of([["a", "b"]])
    assert found(book, swap("a", "")) == CHANGED_ONE
    assert book.cell(0, 0, 0).entered is None
    assert values(book) == [["", "b"]]


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        ({"find": "a"}, "Must specify exactly one of range, sheetId or allSheets."),
        ({"find": "a", "sheetId": 0, "allSheets": True}, "Must specify exactly one of range, sheetId or allSheets."),
        ({"allSheets": True}, "Must specify a non-empty value to find."),
        ({"find": "(", "searchByRegex": True, "sheetId": 0}, "Invalid regular expression: ("),
        ({"find": "a", "sheetId": 9}, "No grid with id: 9"),
        (
            {"find": "a", "range": on("A1001")},
            "Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
        ),
        (
            {"find": "a", "sheetId": 0, "replacement": "b" * 50_001},
            "Your input contains more than the maximum of 50000 characters in a single cell.",
        ),
    ],
)
def test_searches_google_refuses(ask: dict[str, Any], sentence: str) -> None:
    assert refused(book_of([["a"]]), {"findReplace": ask}) == f"Invalid requests[0].findReplace: {sentence}"


# duplicates


def drop(at: str, *compared: str) -> dict[str, Any]:
    ask: dict[str, Any] = {"range": on(at)}
    if compared:
        ask["comparisonColumns"] = [columns_of(letter, letter) for letter in compared]
    return {"deleteDuplicates": ask}


def test_the_first_of_equal_rows_stays_and_only_the_range_closes_up() -> None:
    book = book_of([["a", 1, "x"], ["b", 2, "y"], ["a", 1, "z"], ["c", 3, "w"], ["below", "", "", "far"]])
    assert batch(book, drop("A1:C4", "A", "B")) == [{"deleteDuplicates": {"duplicatesRemovedCount": 1}}]
    assert values(book) == [["a", "1", "x"], ["b", "2", "y"], ["c", "3", "w"], [], ["below", "", "", "far"]]
    assert book.tab(0).rows == 1000


def test_rows_that_differ_in_a_compared_column_all_stay() -> None:
    book = book_of([["CB-1", "555", "book"], ["CB-1", "555", "cancel"]])
    assert batch(book, drop("A1:C2", "A", "B", "C")) == [{"deleteDuplicates": {}}]
    assert len(values(book)) == 2


def test_without_compared_columns_all_of_them_are() -> None:
    book = book_of([["a", 1], ["a", 2], ["a", 1]])
    assert batch(book, drop("A1:B3")) == [{"deleteDuplicates": {"duplicatesRemovedCount": 1}}]


def test_case_looks_and_formulas_do_not_tell_rows_apart_but_kinds_of_value_do() -> None:
    book = book_of([["Dana"], ["DANA"], ["=1+1"], ["2"], ["'2"], ["TRUE"], ["'TRUE"], ["1"]], typed=True)
    bold = {"userEnteredFormat": {"textFormat": {"bold": True}}}
    batch(book, {"repeatCell": {"range": on("A2"), "cell": bold, "fields": "userEnteredFormat"}})
    assert batch(book, drop("A1:A8")) == [{"deleteDuplicates": {"duplicatesRemovedCount": 2}}]
    assert values(book, "A1:A8", "UNFORMATTED_VALUE") == [["Dana"], [2], ["2"], [True], ["TRUE"], [1]]


def test_empty_rows_are_equal_rows_too() -> None:
    book = book_of([["a"], [None], [None], ["b"]])
    assert batch(book, drop("A1:A4")) == [{"deleteDuplicates": {"duplicatesRemovedCount": 1}}]
    assert column(book) == ["a", "", "b"]


def test_hidden_rows_are_removed_too() -> None:
    book = book_of([["a"], ["a"]])
    book.hide_rows(0, 1)
    assert batch(book, drop("A1:A2")) == [{"deleteDuplicates": {"duplicatesRemovedCount": 1}}]


def test_what_is_compared_must_lie_in_the_range() -> None:
    assert "within the range" in refused(book_of([["a"]]), drop("A1:B2", "C"))


def test_notes_and_taints_go_up_with_the_cells_that_close_up() -> None:
    book = book_of([["a"], ["a"]])
    book.staff_set(0, 2, 0, "b", taint="b's")
    batch(book, drop("A1:A3"))
    assert (book.cell(0, 1, 0).entered, book.cell(0, 1, 0).taint) == ("b", "b's")


# sorting


def sort(at: str, *specs: str) -> dict[str, Any]:
    """Specs as `"C"` for ascending by C, `"-C"` for descending."""
    sort_specs = [
        {
            "dimensionIndex": ord(spec[-1]) - ord("A"),
            "sortOrder": "DESCENDING" if spec.startswith("-") else "ASCENDING",
        }
        for spec in specs
    ]
    return {"sortRange": {"range": on(at), "sortSpecs": sort_specs}}


def test_a_later_spec_breaks_the_ties_of_an_earlier_one() -> None:
    book = book_of([["Banana", "2013", "6"], ["Canada", "2007", "9"], ["Dinosaur", "2013", "3"]])
    assert batch(book, sort("A1:C3", "B", "C")) == [{}]
    assert column(book) == ["Canada", "Dinosaur", "Banana"]


def test_equal_rows_keep_their_order_also_when_descending() -> None:
    book = book_of([["1", "x"], ["2", "same"], ["3", "same"], ["4", "a"]])
    batch(book, sort("A1:B4", "-B"))
    assert column(book) == ["1", "2", "3", "4"]


def test_numbers_text_and_ticks_sort_by_kind_and_blanks_come_last() -> None:
    rows: list[list[Any]] = [["b"], [True], [2], [None], ["a"], [1], [False]]
    book = book_of(rows)
    batch(book, sort("A1:A7", "A"))
    assert column(book) == ["1", "2", "a", "b", "FALSE", "TRUE"]
    batch(book, sort("A1:A7", "-A"))
    assert column(book) == ["TRUE", "FALSE", "b", "a", "2", "1"]


def test_the_order_of_kinds_and_the_place_of_blanks_are_switches() -> None:
    switches = Switches(mixed_sort=MixedSort.TEXT_NUMBERS_BOOLEANS, blanks_last_both_ways=False)
    book = book_of([["b"], [2], [None], ["a"]], switches)
    batch(book, sort("A1:A4", "-A"))
    assert column(book) == ["", "2", "b", "a"]


@pytest.mark.parametrize(("moves", "order"), [(False, ["1", "3", "2"]), (True, ["1", "2", "3"])])
def test_whether_hidden_rows_take_part_is_a_switch(moves: bool, order: list[str]) -> None:
    book = book_of([[2], [3], [1]], Switches(sort_moves_hidden_rows=moves))
    book.hide_rows(0, 1)
    batch(book, sort("A1:A3", "A"))
    assert column(book) == order


def test_cells_outside_the_range_stay_where_they_are() -> None:
    book = book_of([["b", "id-b"], ["a", "id-a"]])
    batch(book, sort("A1:A2", "A"))
    assert values(book) == [["a", "id-b"], ["b", "id-a"]]


def test_a_formula_that_moves_keeps_pointing_at_its_own_row() -> None:
    book = book_of([["2", "=A1*10"], ["1", "=A2*10"]], typed=True)
    batch(book, sort("A1:B2", "A"))
    assert values(book, "A1:B2", "FORMULA") == [[1, "=A1*10"], [2, "=A2*10"]]
    assert values(book) == [["1", "10"], ["2", "20"]]


@pytest.mark.parametrize("follows", [True, False])
def test_whether_row_metadata_follows_a_sort_is_a_switch(follows: bool) -> None:
    book = book_of([["b"], ["a"]], Switches(metadata_follows_sort=follows))
    location = {"dimensionRange": rows_of(1, 1)}
    made = {"metadataId": 7, "metadataKey": "row", "visibility": "DOCUMENT", "location": location}
    batch(book, {"createDeveloperMetadata": {"developerMetadata": made}}, sort("A1:A2", "A"))
    rows = book.get(fields="sheets.data.rowMetadata.developerMetadata")["sheets"][0]["data"][0]["rowMetadata"]
    assert [bool(row) for row in rows[:2]] == ([False, True] if follows else [True, False])


def test_a_vertical_merge_stops_a_sort_and_is_named() -> None:
    book = book_of([["b"], ["a"]])
    batch(book, {"mergeCells": {"range": on("C1:C2")}})
    sentence = "You can't sort a range containing vertical merges. There is a vertical merge at C1:C2"
    assert refused(book, sort("A1:C2", "A")).endswith(sentence)


def test_text_written_after_a_sort_lands_by_position() -> None:
    book = book_of([["b"], ["a"]])
    write = {"updateCells": {"range": on("B1"), "rows": [{"values": text_cells("x")}], "fields": "userEnteredValue"}}
    batch(book, sort("A1:A2", "A"), write)
    assert values(book) == [["a", "x"], ["b"]]
