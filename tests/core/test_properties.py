"""Whatever the tab holds and whatever staff do between two runs, a run keeps its promises."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.core.callback import COLUMNS
from callbacksheet.core.cells import shown_anywhere
from callbacksheet.core.history import DELETED, TYPED
from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.core.plan import Plan
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.errors import RefusedError
from tests.core.messy import Messy, edits, tabs
from tests.core.promises import Ran, keeps_its_promises, run, the_second_look_changes_nothing
from tests.desk import Desk


def desk_of(messy: Messy) -> Desk:
    return Desk(messy.sheet())


def tidied(messy: Messy) -> tuple[Desk, Ran]:
    desk = desk_of(messy)
    return desk, run(desk)


@given(tabs())
def test_any_tab_is_tidied_once_and_then_stays_as_it_is(messy: Messy) -> None:
    desk, ran = tidied(messy)
    keeps_its_promises(ran)
    the_second_look_changes_nothing(desk)


@given(tabs())
def test_a_dry_run_plans_the_same_and_writes_nothing(messy: Messy) -> None:
    desk = desk_of(messy)
    before = desk.sheet.read()
    dry = desk.tidy(dry=True)
    assert desk.sheet.read() == before
    real = desk.tidy()
    assert real.plan.changes == dry.plan.changes
    assert [c.key for c in real.plan.queue] == [c.key for c in dry.plan.queue]
    assert real.plan.batch == dry.plan.batch


@pytest.mark.parametrize("blank", [" ", "\t", "\x1f", "\u2009", "\u3000"])
def test_text_of_nothing_but_blanks_is_an_empty_cell_that_stays_as_it_is(blank: str) -> None:
    desk = Desk(
        MemorySheet("Callbacks", [["Name", "Phone", "Reason", "Owner"], ["Dana", "415-555-0142", "book", blank]])
    )
    keeps_its_promises(run(desk))
    assert desk.sheet.rows[1][3] == blank
    the_second_look_changes_nothing(desk)


@given(st.data())
def test_whatever_staff_do_between_two_runs_the_next_one_keeps_its_promises(data: st.DataObject) -> None:
    messy = data.draw(tabs())
    desk, _ = tidied(messy)
    for _ in range(2):
        for edit in data.draw(edits(messy)):
            edit(desk.sheet)
        desk.now += timedelta(minutes=data.draw(st.sampled_from((0, 20, 300, 3_000))))
        keeps_its_promises(tidied_after_refusal(desk))
        the_second_look_changes_nothing(desk)


def tidied_after_refusal(desk: Desk) -> Ran:
    """The run; where a safety limit stops it, nothing was written, and a person insists."""
    before = desk.sheet.read()
    try:
        return run(desk)
    except RefusedError:
        assert desk.sheet.read() == before
        return run(desk, forced=True)


@given(st.data())
def test_undo_brings_back_every_cell_and_the_order(data: st.DataObject) -> None:
    messy = data.draw(tabs())
    desk = desk_of(messy)
    if data.draw(st.booleans()):
        desk.tidy()
        for edit in data.draw(edits(messy)):
            edit(desk.sheet)
        desk.now += timedelta(minutes=20)
    read = desk.sheet.read()
    tidied = tidied_after_refusal(desk)
    if all(line.why in (TYPED, DELETED) for line in tidied.lines):
        return  # a run that only saw what people did has nothing of its own to take back
    desk.undo()
    assert typed(tidied, read) == typed(tidied, desk.sheet.read())
    merged = (value for c in tidied.plan.queue for row in c.absorbed for value in row.cells)
    if not any(isinstance(value, Formula) for value in merged):  # nobody computes a formula here that comes back
        assert unstamped(desk.tidy(forced=True).plan) == unstamped(tidied.plan)


def unstamped(plan: Plan) -> list[list[CellValue]]:
    """The queue's cells; what the undone run knew of who had typed is not asked again."""
    stamps = (Column.UPDATED, Column.BY, Column.CHECK)
    return [[_meant(v) for column, v in zip(COLUMNS, c.cells, strict=True) if column not in stamps] for c in plan.queue]


def typed(ran: Ran, snapshot: Snapshot) -> list[list[CellValue]]:
    """The data rows as they stand, without the cells that mean nothing: empty ones at the end."""
    rows = []
    for row in ran.rows(snapshot):
        cells = [_meant(value) for value in snapshot.tab.rows[row.place]]
        while cells and cells[-1] is None:
            cells.pop()
        rows.append(cells)
    return rows


def _meant(value: CellValue) -> CellValue:
    if isinstance(value, Formula):
        return shown_anywhere(value)
    return value if not isinstance(value, str) or value.strip() else None
