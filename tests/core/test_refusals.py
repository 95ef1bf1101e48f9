"""When a run stops before it writes: each refusal with its words, and what passes just beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from callbacksheet.core.model import CellValue, Column
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
        "The column “name” was shifted against the others: 6 rows hold each other's values, "
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
    assert "The column “name” was shifted against the others: 4 rows" in str(refusal(desk.tidy, desk))
