"""When a run stops before it writes: each refusal with its words, and what passes just beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.errors import CallbackSheetError, RefusedError, UsageError
from tests.desk import Desk, tab

Body = list[list[CellValue]]


def desk_of(rows: int) -> Desk:
    desk = Desk(tab(*(f"9:{n % 60:02} | Name{n} | 415-555-{1000 + n} | reason {n}" for n in range(rows))))
    desk.tidy()
    return desk


def keep(desk: Desk, rows: int) -> None:
    desk.sheet.replace_rows(desk.sheet.rows[: rows + 1])


def refusal(run: Callable[[], object], desk: Desk) -> CallbackSheetError:
    before = desk.sheet.read()
    with pytest.raises(CallbackSheetError) as caught:
        run()
    assert desk.sheet.read() == before
    return caught.value


@pytest.mark.parametrize(("rows", "left"), [(3, 0), (5, 2), (10, 7), (60, 42), (70, 50)])
def test_a_few_deleted_rows_are_the_desks_own_business(rows: int, left: int) -> None:
    desk = desk_of(rows)
    keep(desk, left)
    assert len(desk.tidy().plan.gone) == rows - left


@pytest.mark.parametrize(("rows", "left"), [(5, 1), (10, 6), (60, 41), (80, 59)])
def test_many_deleted_rows_are_refused_and_a_person_may_insist(rows: int, left: int) -> None:
    desk = desk_of(rows)
    keep(desk, left)
    told = refusal(desk.tidy, desk)
    assert isinstance(told, RefusedError)
    assert str(told) == f"{rows - left} of {rows} rows are gone from the tab since the last run. Nothing was changed."
    assert "--force" in told.next
    assert len(desk.tidy(forced=True).plan.gone) == rows - left


def test_a_lost_memory_is_refused() -> None:
    desk = desk_of(3)
    desk.sheet.drop_hidden_tabs()
    told = refusal(desk.tidy, desk)
    assert isinstance(told, RefusedError)
    assert str(told).startswith("The tool's hidden state tab is gone")
    assert "init --adopt" in told.next


def test_a_column_sorted_by_itself_is_refused_by_name() -> None:
    desk = desk_of(6)
    names = desk.column("Name")
    for row, name in enumerate(reversed(names), 2):
        desk.type_in(row, Column.NAME, name)
    told = refusal(desk.tidy, desk)
    assert str(told) == (
        "The column “Name” was shifted against the others: 6 rows hold each other's values, "
        "as after sorting one column alone. Nothing was changed."
    )
    assert "Ctrl+Z" in told.next


def test_a_sorted_column_is_seen_also_when_somebody_typed_in_it_since() -> None:
    desk = desk_of(8)
    for row, name in enumerate(reversed(desk.column("Name")), 2):
        desk.type_in(row, Column.NAME, name)
    desk.type_in(2, Column.NAME, "Somebody new")
    assert isinstance(refusal(desk.tidy, desk), RefusedError)


def test_two_rows_that_swapped_their_names_are_a_persons_correction() -> None:
    desk = desk_of(6)
    one, two, *_ = desk.column("Name")
    desk.type_in(2, Column.NAME, two)
    desk.type_in(3, Column.NAME, one)
    desk.tidy()
    assert desk.column("Name")[:2] == [two, one]


def test_owners_and_statuses_may_go_round() -> None:
    desk = desk_of(6)
    for row, (owner, status) in enumerate((("A", "lvm"), ("B", "new"), ("C", "done, paid"), ("D", "new")), 2):
        desk.type_in(row, Column.OWNER, owner)
        desk.type_in(row, Column.STATUS, status)
    desk.tidy()
    for row, owner in enumerate(("B", "C", "D", "A"), 2):
        desk.type_in(row, Column.OWNER, owner)
    desk.tidy()


def test_a_tab_that_nobody_agreed_to_take_over_is_left_alone() -> None:
    from callbacksheet.runs.tidy import tidy

    desk = Desk(tab("9:00 | Dana | 415-555-0142 | book"))
    told = refusal(lambda: tidy(desk.sheet, desk.run, desk.shop, lambda _: False), desk)
    assert isinstance(told, RefusedError)
    assert told.exit_code == 5


def test_undoing_a_run_nobody_knows_is_refused() -> None:
    desk = desk_of(2)
    told = refusal(lambda: desk.undo("R99"), desk)
    assert isinstance(told, UsageError)
    assert str(told) == "There is no run “R99” to undo. Nothing was changed."


def sorted_alone(desk: Desk, column: Column) -> None:
    for row, text in enumerate(reversed(desk.column(column)), 2):
        desk.type_in(row, column, text)


def test_a_column_sorted_by_itself_is_put_back_value_by_value() -> None:
    desk = desk_of(6)
    before = desk.sheet.rows
    sorted_alone(desk, Column.NAME)
    tidied = desk.tidy(repairs=True)
    assert desk.sheet.rows == before
    assert {(c.column, c.why) for c in tidied.plan.changes} == {
        ("name", "the column had been sorted without the others")
    }
    assert not desk.tidy().written


def test_a_name_typed_after_the_sort_stays_where_it_was_typed() -> None:
    desk = desk_of(8)
    before = desk.column(Column.NAME)
    sorted_alone(desk, Column.NAME)
    desk.type_in(3, Column.NAME, "Oleh")
    desk.tidy(repairs=True)
    names = desk.column(Column.NAME)
    assert names[1] == "Oleh"
    assert [name for n, name in enumerate(names) if n != 1] == [name for n, name in enumerate(before) if n != 1]


def test_names_and_numbers_sorted_without_the_rest_are_told_so_and_not_as_rows_that_are_gone() -> None:
    desk = desk_of(8)
    before = desk.sheet.rows
    sorted_alone(desk, Column.NAME)
    sorted_alone(desk, Column.PHONE)
    assert "The column “Name” was shifted against the others: 8 rows" in str(refusal(desk.tidy, desk))
    desk.tidy(repairs=True)
    assert desk.sheet.rows == before


def test_a_repair_is_undone_like_any_run() -> None:
    desk = desk_of(6)
    sorted_alone(desk, Column.NAME)
    askew = desk.column(Column.NAME)
    desk.tidy(repairs=True)
    desk.undo()
    assert desk.column(Column.NAME) == askew


def test_with_nothing_askew_there_is_nothing_to_repair() -> None:
    desk = desk_of(4)
    assert not desk.tidy(repairs=True).written


def test_a_column_whose_values_were_all_carried_past_the_rows_is_refused_too() -> None:
    desk = desk_of(4)
    header, *rows = (list(row) for row in desk.sheet.rows)
    place = [text and str(text).casefold() for text in header].index("name")
    strays = [[row[place] if column == place else None for column in range(len(header))] for row in rows]
    for row in rows:
        row[place] = None
    desk.sheet.replace_rows([header, *rows, *strays])
    assert "The column “Name” was shifted against the others: 4 rows" in str(refusal(desk.tidy, desk))
    assert "put each value back into its row by hand" in refusal(lambda: desk.tidy(repairs=True), desk).next


def desk_with_formulas(rows: int) -> Desk:
    """A desk whose notes are computed, each from the row it stands in."""
    desk = desk_of(rows)
    for row in range(2, rows + 2):
        desk.type_in(row, Column.NOTES, Formula(f'=B{row}&" rang"'))
    desk.tidy()
    return desk


def test_formulas_that_follow_their_rows_when_the_whole_tab_is_sorted_are_no_column_sorted_alone() -> None:
    desk = desk_with_formulas(6)
    header, *rows = desk.sheet.rows
    desk.sheet.replace_rows([header, *reversed(rows)])
    for row in range(2, 8):
        desk.type_in(row, Column.NOTES, Formula(f'=B{row}&" rang"'))
    assert desk.tidy().plan.changes == ()


def test_a_column_of_formulas_sorted_alone_is_left_to_the_desk_also_by_a_repair() -> None:
    desk = desk_of(6)
    for row in range(2, 8):
        desk.type_in(row, Column.NOTES, Formula(f"=SUM({row})"))
    desk.tidy()
    for row in range(2, 8):
        desk.type_in(row, Column.NOTES, Formula(f"=SUM({9 - row})"))
    told = refusal(lambda: desk.tidy(repairs=True), desk)
    assert told.next == (
        "Undo that sort in the sheet (Ctrl+Z); --repair writes no formulas, and these values hold some. If they are "
        "right as they stand, run again with --force."
    )


def test_a_caller_whose_name_was_typed_anew_after_the_sort_gets_the_own_number_back() -> None:
    desk = desk_of(8)
    phones = desk.column(Column.PHONE)
    sorted_alone(desk, Column.PHONE)
    desk.type_in(4, Column.NAME, "Catherine")
    desk.type_in(4, Column.NOTES, "call her cell")
    tidied = desk.tidy(repairs=True)
    assert desk.column(Column.PHONE) == phones
    assert tidied.plan.gone == ()
    assert tidied.plan.merges == ()


def test_a_caller_pasted_over_a_row_of_a_column_sorted_alone_gets_nothing_of_the_former() -> None:
    desk = desk_of(8)
    notes = [f"note {n}" for n in range(8)]
    for row, note in enumerate(notes, 2):
        desk.type_in(row, Column.NOTES, note)
    desk.tidy()
    sorted_alone(desk, Column.NOTES)
    for column, text in ((Column.NAME, "Zoe"), (Column.PHONE, "415-555-7777"), (Column.REASON, "refund")):
        desk.type_in(4, column, text)
    tidied = desk.tidy(repairs=True)
    left = dict(zip(desk.column(Column.NAME), desk.column(Column.NOTES), strict=True))
    assert left["Zoe"] == "note 5"
    assert all(left[f"Name{n}"] == notes[n] for n in range(8) if n != 2)
    assert [gone.cells[1] for gone in tidied.plan.gone] == ["Name2"]
    assert {change.row for change in tidied.plan.changes if change.column == "notes"} == {2, 3, 5, 6, 7, 8, 9}
