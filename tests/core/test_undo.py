"""R17 at the desk: a run taken back, cell by cell and in order, and what people typed since left alone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from callbacksheet.core.forget import plan_forget
from callbacksheet.core.history import DELETED, TYPED
from callbacksheet.core.journal import read_journal
from callbacksheet.core.model import Column, Formula, Status
from callbacksheet.core.snapshot import HistoryRow
from callbacksheet.core.state import read_state
from callbacksheet.core.undo import plan_undo
from callbacksheet.errors import UsageError
from tests.desk import HEADERS, Desk, cells, grid, tab
from tests.google_desk import GoogleDesk, book_of

WIDTH = len(cells(HEADERS))
LINES = (
    "11/20 9:30 | Dana | 415-555-0142 | reschedule | after 4 | !! | | | | | | first",
    "11/20 8:00 | Oleh | 415.555.0143 | invoice 7 | | | lvm | tomorrow 17:15",
    "11/20 10:15 | | (415) 555 0142 | move appt | after 5",
    "11/19 9:00 | Eva | 555-0144 | quote | | | booked!",
)


def typed(desk: Desk) -> list[list[str]]:
    return [list(row) for row in grid(desk.sheet, WIDTH)]


def desk_of(*lines: str) -> Desk:
    return Desk(tab(*(lines or LINES)))


def history(desk: Desk) -> list[HistoryRow]:
    return list(desk.sheet.read().history)


def test_undo_brings_back_cells_order_and_the_row_that_was_merged_away() -> None:
    desk = desk_of()
    before = typed(desk)
    desk.tidy()
    assert typed(desk) != before
    desk.undo()
    assert typed(desk) == before


def test_a_tidy_after_an_undo_is_the_same_as_the_first() -> None:
    desk = desk_of()
    desk.tidy()
    tidy = desk.sheet.rows
    desk.undo()
    desk.tidy()
    assert desk.sheet.rows == tidy
    assert not desk.tidy().written


def test_what_somebody_typed_since_is_left_and_named() -> None:
    desk = desk_of()
    desk.tidy()
    row = 2 + desk.column("Name").index("Oleh")
    desk.type_in(row, Column.PHONE, "415-555-0199")
    plan = plan_undo(desk.sheet.read(), "", desk.run, desk.shop)
    assert [(change.column, change.before, change.after) for change in plan.left] == [
        ("phone", "415-555-0199", "415.555.0143")
    ]
    desk.undo()
    assert "415-555-0199" in desk.column("Phone")


def test_what_somebody_typed_since_is_stamped_and_recorded_by_the_next_run() -> None:
    desk = desk_of()
    desk.tidy()
    desk.type_in(2 + desk.column("Name").index("Eva"), Column.NOTES, "paid in cash")
    desk.sheet.replace_rows([*desk.sheet.rows, ["11:35", "Zoe", "415-555-0190", "book"]])
    desk.undo()
    desk.at("12:00").tidy()
    lines = [(line.column, line.after) for line in history(desk) if line.why == TYPED]
    assert ("notes", "paid in cash") in lines
    assert ("name", "Zoe") in lines
    by = dict(zip(desk.column("Name"), desk.column("By"), strict=True))
    assert (by["Eva"], by["Zoe"], by["Dana"]) == ("?", "?", "")


def test_a_row_that_people_deleted_since_is_told_by_the_next_run() -> None:
    desk = desk_of()
    desk.tidy()
    desk.sheet.replace_rows([row for row in desk.sheet.rows if "Eva" not in row])
    desk.undo()
    assert desk.tidy().plan.gone
    assert ("name", "Eva") in [(line.column, line.before) for line in history(desk) if line.why == DELETED]


def test_what_was_remembered_of_a_row_comes_back_with_an_undo_of_the_undo() -> None:
    desk = desk_of()
    desk.tidy()
    remembered = read_state(desk.sheet.read().state or ()).base
    desk.undo()
    desk.undo(history(desk)[-1].run)
    assert read_state(desk.sheet.read().state or ()).base == remembered


def test_rows_typed_since_stay_below_the_others() -> None:
    desk = desk_of()
    desk.tidy()
    desk.sheet.replace_rows([desk.sheet.rows[0], ["11:35", "Zoe"], *desk.sheet.rows[1:]])
    desk.undo()
    assert desk.column("Name") == ["Dana", "Oleh", "", "Eva", "Zoe"]


def test_runs_are_taken_back_one_after_the_other_the_latest_first() -> None:
    desk = desk_of()
    before = typed(desk)
    desk.tidy()
    first = typed(desk)
    desk.sheet.replace_rows([*desk.sheet.rows, ["11:40", "Dana", "415 555 0142", "reschedule", "asap"]])
    desk.at("11:45").tidy()
    desk.undo()
    assert [row for row in typed(desk) if row[1] != "Dana" or row[0] != "11:40"] == first
    desk.undo()
    assert typed(desk)[: len(before)] == before


def test_an_undo_is_not_undone_by_the_next_one() -> None:
    desk = desk_of()
    desk.tidy()
    desk.undo()
    with pytest.raises(UsageError, match="There is nothing to undo"):
        desk.undo()


def test_a_run_of_the_past_is_taken_back_by_its_name() -> None:
    desk = desk_of()
    desk.tidy()
    run = history(desk)[-1].run
    desk.at("12:00").type_in(2, Column.NOTES, "typed later")
    desk.tidy()
    desk.undo(run.lower())
    assert "typed later" in "; ".join(desk.column("Notes"))
    assert desk.column("Status") == ["", "lvm", "", "booked!"]


def test_what_somebody_typed_counts_from_when_it_was_typed_after_an_undo_too() -> None:
    desk = desk_of()
    desk.tidy()
    place = next(n for n, row in enumerate(desk.sheet.read().tab.rows) if row[1] == "Eva")
    desk.sheet.type_in(place, HEADERS.split(" | ").index("Next callback"), "in 2 hours")
    desk.sheet.type_in(place, HEADERS.split(" | ").index("Status"), "Waiting")
    desk.now += timedelta(minutes=20)
    desk.tidy()
    tidy = desk.sheet.rows
    desk.undo()
    desk.now += timedelta(minutes=20)
    desk.tidy()
    assert [row[:10] for row in desk.sheet.rows] == [row[:10] for row in tidy]


def test_so_does_what_was_typed_on_a_new_row_that_was_merged_away() -> None:
    desk = desk_of(LINES[1])
    desk.tidy()
    for column, text in enumerate(cells("11/20 8:00 | Oleh | 415.555.0143 | invoice 7 | | | lvm | in 2 hours")):
        desk.sheet.type_in(2, column, text)
    desk.now += timedelta(minutes=20)
    desk.tidy()
    tidy = desk.sheet.rows
    assert len(tidy) == 2
    desk.undo()
    desk.now += timedelta(minutes=20)
    desk.tidy()
    assert [row[:10] for row in desk.sheet.rows] == [row[:10] for row in tidy]


def test_columns_that_the_run_added_stay_empty() -> None:
    desk = desk_of()
    desk.tidy()
    desk.undo()
    for header in ("Calls", "Updated", "Check", "ID"):
        assert set(desk.column(header)) == {""}


def test_the_teams_own_columns_and_formulas_come_back_with_their_row() -> None:
    rows = [
        [*cells(HEADERS), "Car"],
        [*cells("9:00 | Dana | 415-555-0142 | book"), *([None] * 9), "Golf"],
        [*cells("9:30 | Dana | 415-555-0142 | book"), *([None] * 9), Formula("=1+1", 2)],
    ]
    desk = Desk(tab())
    desk.sheet.replace_rows(rows)
    desk.tidy()
    assert desk.column("Car") == ["Golf"]
    desk.undo()
    assert desk.column("Car") == ["Golf", "=1+1"]


def test_calls_that_the_team_had_counted_itself_are_counted_again_after_an_undo() -> None:
    headers = "Received | Name | Phone | Reason | Calls"
    desk = Desk(tab("9:00 | Dana | 415-555-0142 | book | 2", headers=headers))
    desk.type_in(2, Column.CALLS, 2)
    desk.tidy()
    desk.undo()
    desk.tidy()
    assert desk.column("Calls") == ["2"]


def test_so_are_those_that_a_row_merged_away_stood_for() -> None:
    lines = ("9:00 | Dana | 415-555-0142 | book | 2", "9:10 | Dana | 415-555-0142 | book | 3")
    desk = Desk(tab(*lines, headers="Received | Name | Phone | Reason | Calls"))
    desk.type_in(2, Column.CALLS, 2)
    desk.type_in(3, Column.CALLS, 3)
    desk.tidy()
    assert desk.column("Calls") == ["5"]
    desk.undo()
    desk.tidy()
    assert desk.column("Calls") == ["5"]


def test_true_dates_come_back_as_dates() -> None:
    desk = desk_of()
    desk.type_in(2, Column.RECEIVED, datetime(2026, 11, 20, 9, 30))
    desk.type_in(3, Column.NEXT_CALLBACK, datetime(2026, 11, 23))
    before = desk.sheet.rows
    desk.tidy()
    desk.undo()
    assert [row[:WIDTH] for row in desk.sheet.rows][1:] == [tuple(row) for row in before][1:]


def test_a_row_whose_key_was_put_back_by_the_run_taken_back_is_known_as_well_as_before() -> None:
    """Else its next time, given by the tool, would be taken for a person's, and the row for an appointment."""
    desk = desk_of("11/20 9:30 | Dana | 415-555-0142 | reschedule")
    desk.tidy()
    desk.sheet.type_in(1, list(desk.sheet.rows[0]).index("ID"), None)
    desk.now += timedelta(minutes=20)
    healed = desk.tidy()
    desk.undo()
    again = desk.tidy()
    assert again.plan.queue[0].status is Status.NEW
    assert again.plan.queue[0].cells == healed.plan.queue[0].cells


def test_an_undo_is_told_in_the_history_like_any_other_run() -> None:
    desk = desk_of()
    desk.tidy()
    desk.undo()
    last = history(desk)[-1]
    assert any(line.why.startswith("undo of ") for line in history(desk) if line.run == last.run)


@pytest.mark.parametrize("forgets", [False, True])
def test_where_another_rows_value_had_fallen_it_stays_owed_to_go_when_a_run_is_taken_back_or_a_caller_forgotten(
    forgets: bool,
) -> None:
    """Whoever stands there by the time that it is written."""
    at = GoogleDesk(book_of("11:20 | Dana | 4155550142 | book | 13:30", "11:25 | Oleg | 4155550143 | quote | 14:00"))
    at.tidy()
    at.type_in("Dana", "notes", "rang")
    at.meanwhile(lambda: at.insert(1, "11:40 | Ines"))
    at.tick()
    snapshot, run = at.sheet.read(), at.run()
    batch = (
        plan_forget(snapshot, "+14155550143", run, at.shop).batch
        if forgets
        else plan_undo(snapshot, "", run, at.shop).batch
    )
    assert batch is not None
    journal = read_journal(read_state(batch.state))
    assert journal is not None
    ines = at.row_of("Ines")
    assert {write.amends for group in journal.groups if group.row == ines for write in group.writes} == {True}
