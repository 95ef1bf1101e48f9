"""The promises bite: runs that are careless in one way each are caught by the promise they break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.core.batch import Absorb, Arrange, Batch, Put, Swap
from callbacksheet.core.callback import COLUMNS
from callbacksheet.core.layout import find_layout
from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.core.state import Base, read_state, write_state
from tests.core import promises
from tests.core.promises import Ran, run, the_second_look_changes_nothing
from tests.desk import Desk, cells

TAB: list[list[CellValue]] = [
    cells("Received | Name | Phone | Reason | Best time | Status | Notes | Updated | By | Calls | Check | ID"),
    cells("11/20 9:00 | Dana | 415-555-0142 | book | after 4 | | likes Anna"),
    cells("11/20 9:30 | Oleh | 415-555-0143 | invoice | | lvm"),
    cells("11/20 10:00 | | (415) 555 0142 | booking | | | parking?"),
    [None, "Eva", Formula("=B2", "415-555-0144"), "refund"],
]
Careless = Callable[[Batch, Snapshot], Batch]


class CarelessSheet(MemorySheet):
    """A sheet at the end of a careless road: what it is told to do has already gone wrong."""

    careless: Careless

    def apply(self, batch: Batch) -> Snapshot:
        return super().apply(self.careless(batch, self.read()))


def forgets_the_order(batch: Batch, before: Snapshot) -> Batch:
    return replace(batch, requests=tuple(r for r in batch.requests if not isinstance(r, Arrange)))


def forgets_the_notes_of_a_merge(batch: Batch, before: Snapshot) -> Batch:
    notes = find_layout(before.tab, Desk(MemorySheet()).shop.language).index(Column.NOTES)
    kept = (r for r in batch.requests if not (isinstance(r, (Put, Swap)) and r.column == notes))
    told = tuple(line for line in batch.history if line.column != Column.NOTES)
    return replace(batch, requests=tuple(kept), history=told)


def tells_nothing(batch: Batch, before: Snapshot) -> Batch:
    return replace(batch, history=())


def keeps_absorbed_rows(batch: Batch, before: Snapshot) -> Batch:
    absorbed = tuple(r.row for r in batch.requests if isinstance(r, Absorb))
    kept = (
        replace(r, order=(*r.order, *absorbed)) if isinstance(r, Arrange) else r
        for r in batch.requests
        if not isinstance(r, Absorb)
    )
    return replace(batch, requests=tuple(kept))


def gives_one_key_twice(batch: Batch, before: Snapshot) -> Batch:
    ids = find_layout(before.tab, Desk(MemorySheet()).shop.language).index(Column.ID)
    keys = [r.new for r in batch.requests if isinstance(r, Put) and r.column == ids]
    same = (replace(r, new=keys[0]) if isinstance(r, Put) and r.column == ids else r for r in batch.requests)
    return replace(batch, requests=tuple(same))


def writes_over_formulas(batch: Batch, before: Snapshot) -> Batch:
    places = [(n, p) for n, row in enumerate(before.tab.rows) for p, v in enumerate(row) if isinstance(v, Formula)]
    return replace(batch, requests=(*(Put(n, p, "+1 415-555-0144") for n, p in places), *batch.requests))


def signs_every_row(batch: Batch, before: Snapshot) -> Batch:
    updated = COLUMNS.index(Column.UPDATED)

    def signed(base: Base) -> Base:
        stamped = (*base.cells[:updated], "2026-11-20 11:30", *base.cells[updated + 1 :])
        return replace(base, cells=stamped)

    state = read_state(batch.state)
    return replace(batch, state=write_state(replace(state, base=tuple(map(signed, state.base)))))


CARELESS = [
    (forgets_the_order, promises.every_row_becomes_exactly_one),
    (forgets_the_notes_of_a_merge, promises.nothing_typed_is_lost),
    (tells_nothing, promises.nothing_typed_is_lost),
    (tells_nothing, promises.base_and_history_replay_to_now),
    (keeps_absorbed_rows, promises.every_row_becomes_exactly_one),
    (gives_one_key_twice, promises.keys_are_unique_and_never_given_twice),
    (writes_over_formulas, promises.formulas_are_never_touched),
    (signs_every_row, promises.base_and_history_replay_to_now),
]


def careless_run(careless: Careless) -> Ran:
    sheet = CarelessSheet("Callbacks", TAB)
    sheet.careless = careless
    return run(Desk(sheet))


@pytest.mark.parametrize(("careless", "promise"), CARELESS, ids=lambda value: value.__name__)
def test_a_careless_run_breaks_its_promise(careless: Careless, promise: Callable[[Ran], None]) -> None:
    with pytest.raises(AssertionError):
        promise(careless_run(careless))


def test_a_careful_run_of_the_same_tab_breaks_none() -> None:
    ran = careless_run(lambda batch, _: batch)
    promises.keeps_its_promises(ran)
    the_second_look_changes_nothing(ran.desk)


def test_a_run_that_remembers_what_it_read_instead_of_what_it_planned_is_never_done() -> None:
    def remembers_what_it_read(batch: Batch, before: Snapshot) -> Batch:
        state = read_state(batch.state)
        blank = tuple(replace(base, cells=(None,) * len(base.cells)) for base in state.base)
        return replace(batch, state=write_state(replace(state, base=blank)))

    ran = careless_run(remembers_what_it_read)
    with pytest.raises(AssertionError):
        the_second_look_changes_nothing(ran.desk)


def test_an_undo_that_forgets_the_order_does_not_bring_the_tab_back() -> None:
    sheet = CarelessSheet("Callbacks", [TAB[0], TAB[1], TAB[2], TAB[4]])
    sheet.careless = lambda batch, _: batch
    desk = Desk(sheet)
    names = desk.column("Name")
    desk.tidy()
    assert desk.column("Name") != names
    sheet.careless = forgets_the_order
    desk.undo()
    assert desk.column("Name") != names
