"""Which row is which, whatever people did to the tab since the last run (SAFETY "What people do")."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from callbacksheet.core.model import CellValue, Column
from callbacksheet.errors import RefusedError
from tests.desk import Desk, tab

NAMES = ("Dana", "Oleh", "Eva", "Ben", "Ines")
LINES = [f"11/20 9:{n}0 | {name} | 415-555-014{n} | reason {n} | | | | 11/2{n} 1{n}:00" for n, name in enumerate(NAMES)]
Body = list[list[CellValue]]


def desk_of(*lines: str) -> Desk:
    desk = Desk(tab(*(lines or LINES)))
    desk.tidy()
    return desk.at("12:30")


def keys(desk: Desk) -> dict[str, str]:
    return dict(zip(desk.column("Name"), desk.column("ID"), strict=True))


def rearrange(desk: Desk, change: Callable[[Body], Body]) -> None:
    head, *body = (list(row) for row in desk.sheet.rows)
    desk.sheet.replace_rows([head, *change(body)])


def place(desk: Desk, header: str) -> int:
    return [str(cell) for cell in desk.sheet.rows[0]].index(header)


def sorted_columns(desk: Desk, first: int, last: int) -> Callable[[Body], Body]:
    """Those columns sorted by name, back to front, the others left where they are."""

    def change(body: Body) -> Body:
        order = sorted(range(len(body)), key=lambda n: str(body[n][1]), reverse=True)
        width = max(map(len, body))
        full = [row + [None] * (width - len(row)) for row in body]
        return [[*row[:first], *full[order[n]][first:last], *row[last:]] for n, row in enumerate(full)]

    return change


def test_a_sort_of_whole_rows_changes_nobody() -> None:
    desk = desk_of()
    before = keys(desk)
    rearrange(desk, lambda body: sorted(body, key=lambda row: str(row[1])))
    desk.tidy()
    assert keys(desk) == before
    assert set(desk.column("Updated")) == {""}


def test_a_sort_that_left_the_hidden_column_behind_is_healed() -> None:
    desk = desk_of()
    before = keys(desk)
    rearrange(desk, sorted_columns(desk, 0, place(desk, "ID")))
    desk.tidy()
    assert keys(desk) == before
    assert set(desk.column("Updated")) == {""}


def test_so_is_one_after_which_people_went_on_typing() -> None:
    desk = desk_of()
    before = keys(desk)
    rearrange(desk, sorted_columns(desk, 0, place(desk, "ID")))
    for row in range(2, 7):
        desk.type_in(row, Column.NOTES, f"rings again {row}")
    desk.tidy()
    assert keys(desk) == before


@pytest.mark.parametrize(
    "cut", [Column.RECEIVED, Column.NAME], ids=["when it came is told no more", "another caller stands there"]
)
def test_but_a_row_that_tells_another_call_is_a_new_one(cut: Column) -> None:
    desk = desk_of()
    before = keys(desk)
    desk.type_in(3, Column.ID, None)
    desk.type_in(3, cut, "Zoe" if cut is Column.NAME else None)
    desk.type_in(3, Column.NOTES, "rings again")
    desk.tidy()
    assert desk.column("ID")[desk.column("Notes").index("rings again")] not in before.values()


def test_nor_is_one_of_two_that_tell_the_same_call_taken_for_it() -> None:
    desk = desk_of(*[f"11/20 9:00 | Dana | 555-0142 | {reason}" for reason in ("book", "invoice")])
    before = set(desk.column("ID"))
    for row in (2, 3):
        desk.type_in(row, Column.ID, None)
        desk.type_in(row, Column.NOTES, f"rings again {row}")
    desk.tidy()
    assert not before.intersection(desk.column("ID"))


@pytest.mark.parametrize("status", [None, "New", "Done"])
def test_nor_is_a_new_call_of_the_same_day_taken_for_one_that_was_deleted(status: CellValue) -> None:
    """Many a desk writes down the day alone."""
    desk = desk_of("11/20 | Dana | 415-555-0142 | book", "11/20 | Dana | 415-555-0142 | book", LINES[1])
    (deleted,) = (row for row, name in enumerate(desk.column("Name"), 2) if name == "Dana")
    before = desk.column("ID")
    new: list[CellValue] = [datetime(2026, 11, 20), "Dana", "415-555-0142", "invoice", None, None, status]
    rearrange(desk, lambda body: [*(row for n, row in enumerate(body, 2) if n != deleted), new])
    desk.tidy()
    place = desk.column("Reason").index("invoice")
    assert desk.column("ID")[place] not in before
    assert desk.column("Calls")[place] == "1"


def test_nor_does_a_row_take_the_key_of_a_deleted_one_whose_day_it_was_given() -> None:
    desk = desk_of("11/18 | Dana | 415-555-0142 | book", "11/19 | Dana | 415-555-0142 | invoice")
    rows, before = desk.column("Reason"), dict(zip(desk.column("Reason"), desk.column("ID"), strict=True))
    day = desk.sheet.rows[1 + rows.index("book")][0]
    desk.type_in(2 + rows.index("invoice"), Column.RECEIVED, day)
    rearrange(desk, lambda body: [row for row in body if row[3] != "book"])
    desk.tidy()
    assert desk.column("ID") == [before["invoice"]]


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        ("Name", "Phone", "Name"),
        ("Received", "Status", "Next callback"),  # the calls were moved whole: what was left behind is to follow them
        ("Next callback", "Owner", "Next callback"),
    ],
)
def test_some_columns_sorted_without_the_others_are_refused(first: str, last: str, named: str) -> None:
    desk = desk_of()
    rearrange(desk, sorted_columns(desk, place(desk, first), place(desk, last)))
    before = desk.sheet.read()
    with pytest.raises(RefusedError, match=f"“{named}” was shifted against the others"):
        desk.tidy()
    assert desk.sheet.read() == before


def test_and_what_they_left_behind_follows_its_calls_in_a_repair() -> None:
    desk = desk_of()
    before = dict(zip(desk.column("Name"), desk.column("Next callback"), strict=True))
    rearrange(desk, sorted_columns(desk, place(desk, "Received"), place(desk, "Status")))
    desk.tidy(repairs=True)
    assert dict(zip(desk.column("Name"), desk.column("Next callback"), strict=True)) == before


def test_a_copied_row_gets_a_key_of_its_own_and_the_first_keeps_its() -> None:
    desk = desk_of()
    before = keys(desk)
    rearrange(desk, lambda body: [*body, [*body[0][:3], "something else", *body[0][4:]]])
    desk.tidy()
    twins = [key for name, key in zip(desk.column("Name"), desk.column("ID"), strict=True) if name == "Dana"]
    assert len(twins) == 2
    assert before["Dana"] in twins
    assert desk.column("Reason")[desk.column("ID").index(before["Dana"])] == "reason 0"
    assert len(set(desk.column("ID"))) == 6


def test_a_template_copied_and_typed_over_is_a_new_row_without_the_olds_history() -> None:
    desk = desk_of(LINES[0] + " | | 2")
    desk.type_in(2, Column.ATTEMPTS, 2)
    desk.tidy()
    rearrange(desk, lambda body: [["12:00", "Zoe", "415-555-0166", "quote", *body[0][4:]], body[0]])
    desk.tidy()
    assert len(set(desk.column("ID"))) == 2
    assert desk.callback("Zoe").row.base is not None


def test_a_key_that_was_cut_is_found_again() -> None:
    desk = desk_of()
    before = keys(desk)
    for row in range(2, 7):
        desk.type_in(row, Column.ID, None)
    desk.tidy()
    assert keys(desk) == before
    assert set(desk.column("Updated")) == {""}


def test_of_rows_alike_to_the_letter_each_finds_its_own_status_again() -> None:
    line = "11/20 9:00 | Dana | 555-0142 | book"
    desk = desk_of(f"{line} | | | done | | | | paid", line)
    before = desk.column("ID")
    for row in (2, 3):
        desk.type_in(row, Column.ID, None)
    desk.tidy()
    assert desk.column("ID") == before
    assert set(desk.column("Updated")) == {""}


@pytest.mark.parametrize("typed", ["CB-0000", "CB-ZZZZZZZZ", "mine", "x" * 200, "cb-", 7])
def test_a_key_somebody_typed_is_not_believed(typed: CellValue) -> None:
    desk = desk_of()
    before = keys(desk)
    rearrange(desk, lambda body: [*body, ["12:00", "Zoe", "415-555-0166", "quote"]])
    desk.type_in(7, Column.ID, typed)
    desk.tidy()
    after = keys(desk)
    assert after.pop("Zoe") not in (typed, *before.values())
    assert after == before


def test_a_key_typed_over_is_put_back() -> None:
    desk = desk_of()
    before = keys(desk)
    desk.type_in(2, Column.ID, "mine")
    desk.tidy()
    assert keys(desk) == before


@pytest.mark.parametrize(
    "pasted",
    [
        ["11:50", "Zoe Hart", "646-555-0166", "quote"],
        ["11:50", "Zoe Hart", "646-555-0166", "reason 0"],
    ],
)
def test_another_caller_pasted_over_a_row_is_a_new_row_and_the_old_one_is_told_as_gone(pasted: list[CellValue]) -> None:
    desk = desk_of()
    old = keys(desk)["Dana"]
    rearrange(desk, lambda body: [[*pasted, *body[0][4:]], *body[1:]])
    desk.tidy()
    assert keys(desk)["Zoe Hart"] != old
    gone = [line for line in desk.sheet.read().history if line.key == old and "deleted" in line.why]
    assert "+1 415-555-0140" in [line.before for line in gone]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (Column.NAME, "Dana Reyes"),
        (Column.NAME, "Somebody Else"),
        (Column.PHONE, "646-555-0177"),
        (Column.REASON, "quite another matter"),
    ],
)
def test_one_cell_corrected_is_the_same_row(column: Column, value: str) -> None:
    desk = desk_of()
    key = desk.column("ID")[0]
    desk.type_in(2, column, value)
    desk.type_in(2, Column.NOTES, "corrected")
    desk.tidy()
    assert key in desk.column("ID")
    assert not any("deleted" in line.why for line in desk.sheet.read().history)


def test_a_half_typed_row_that_is_completed_is_the_same_row() -> None:
    desk = desk_of("11/20 9:00 | | | | after 4 | | | | | | | wants Anna")
    key = desk.column("ID")[0]
    for column, value in ((Column.NAME, "Dana"), (Column.PHONE, "415-555-0142"), (Column.REASON, "book")):
        desk.type_in(2, column, value)
    desk.tidy()
    assert desk.column("ID") == [key]


def test_a_number_written_another_way_beside_a_corrected_name_is_the_same_row() -> None:
    desk = desk_of()
    key = keys(desk)["Dana"]
    for column, value in ((Column.NAME, "Danielle"), (Column.PHONE, "(415) 555 0140"), (Column.NOTES, "x")):
        desk.type_in(2, column, value)
    desk.tidy()
    assert keys(desk)["Danielle"] == key


def test_a_deleted_row_is_in_the_history_and_never_comes_back() -> None:
    desk = desk_of()
    key = keys(desk)["Eva"]
    rearrange(desk, lambda body: [row for row in body if row[1] != "Eva"])
    desk.tidy()
    assert "Eva" not in desk.column("Name")
    assert {"Eva", "reason 2"} <= {line.before for line in desk.sheet.read().history if line.key == key}
    rearrange(desk, lambda body: [*body, ["12:20", "Zoe", "415-555-0166", "quote"]])
    desk.tidy()
    assert keys(desk)["Zoe"] != key


def test_a_typed_stamp_is_put_back_and_stands_in_the_history() -> None:
    desk = desk_of()
    desk.type_in(2, Column.UPDATED, datetime(2020, 1, 1))
    desk.tidy()
    assert set(desk.column("Updated")) == {""}
    assert "2020-01-01 00:00" in {line.after for line in desk.sheet.read().history}


def test_formulas_that_follow_their_row_are_nobodys_change() -> None:
    from callbacksheet.core.model import Formula

    desk = Desk(tab(*LINES[:3]))
    desk.type_in(2, Column.OWNER, Formula("=B2", "MK"))
    desk.type_in(2, Column.NEXT_CALLBACK, "11/27 9:00")
    desk.tidy()
    assert [v.text for row in desk.sheet.rows for v in row if isinstance(v, Formula)] == ["=B4"]
    desk.at("12:30").tidy()
    assert set(desk.column("Updated")) == {""}
