"""What a run promises whatever the tab holds (R5, R9.8, R13, R16, R17), as checks on one run.

They look at the sheet before and after and at the plan between, never at how the plan was made, so that a
careless run can be shown to break them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from callbacksheet.core.callback import COLUMNS, PLACE, Callback, Row
from callbacksheet.core.cells import looks_same, same, shown, text_of
from callbacksheet.core.history import DELETED, MERGED, ORDER, TYPED, UNTOLD, values
from callbacksheet.core.hours import before as earlier
from callbacksheet.core.layout import find_layout
from callbacksheet.core.model import CellValue, Column, Formula, NextSource, Status
from callbacksheet.core.plan import Plan
from callbacksheet.core.rows import data_rows
from callbacksheet.core.snapshot import HistoryRow, Snapshot
from callbacksheet.core.state import State, read_state
from tests.desk import Desk

_NOT_WATCHED = {Column.BY, Column.CALLS, Column.UPDATED, Column.CHECK, Column.ID}


@dataclass(frozen=True)
class Ran:
    """One run: the sheet as it was read, the plan, the sheet as it then stood."""

    desk: Desk
    before: Snapshot
    plan: Plan
    after: Snapshot

    @property
    def lines(self) -> list[HistoryRow]:
        return list(self.after.history)[len(self.before.history) :]

    def rows(self, snapshot: Snapshot) -> tuple[Row, ...]:
        return data_rows(snapshot.tab, find_layout(snapshot.tab, self.desk.shop.language))

    def standing(self) -> dict[str, tuple[CellValue, ...]]:
        """Key -> the whole row of the tab, the team's own columns included."""
        return {row.text(Column.ID): self.after.tab.rows[row.place] for row in self.rows(self.after)}

    def remembered(self, snapshot: Snapshot) -> State:
        return read_state(snapshot.state) if snapshot.state is not None else State()

    def input_rows(self) -> list[tuple[Row, Callback]]:
        """Every row that was read, as the run knew it, with the callback it became."""
        return [(row, callback) for callback in self.plan.queue for row in (callback.row, *callback.absorbed)]


def run(desk: Desk, *, forced: bool = False) -> Ran:
    before = desk.sheet.read()
    tidied = desk.tidy(forced=forced)
    return Ran(desk, before, tidied.plan, desk.sheet.read())


def keeps_its_promises(ran: Ran) -> None:
    for promise in PROMISES:
        promise(ran)


def every_row_becomes_exactly_one(ran: Ran) -> None:
    rows = ran.rows(ran.before)
    became = Counter(row.place for row, _ in ran.input_rows())
    assert became == Counter(row.place for row in rows if row.place in became)
    for row in rows:
        assert row.place in became or is_emptied_of_its_call(row, ran)
    assert [row.text(Column.ID) for row in ran.rows(ran.after)] == [c.key for c in ran.plan.queue]


def is_emptied_of_its_call(row: Row, ran: Ran) -> bool:
    """Nothing stands there but what the tool had given, just as it was left, and the row is told as deleted."""
    gone = {base.key: base for base in ran.plan.gone}.get(row.text(Column.ID))
    given = {Column.RECEIVED, Column.STATUS, Column.NEXT_CALLBACK, Column.OWNER}
    stands = {c: v for c, v in zip(COLUMNS, row.cells, strict=True) if v is not None and c not in _NOT_WATCHED}
    if gone is None or row.extras or not stands.keys() <= given:
        return False
    told = any(line.key == gone.key and line.why == DELETED for line in ran.lines)
    return told and all(looks_same(value, gone.cells[PLACE[column]]) for column, value in stands.items())


def nothing_typed_is_lost(ran: Ran) -> None:
    """Each text that stood in a row stands in it still, or in the history under its key."""
    standing, told = ran.standing(), {(line.key, line.before) for line in ran.after.history}
    for row, _ in ran.input_rows():
        here = [shown(value) for value in standing.get(row.key, ())]
        tool = {text_of(row.cell(c)) for c in (Column.CALLS, Column.UPDATED, Column.CHECK, Column.ID)}
        for value in ran.before.tab.rows[row.place]:
            text = shown(value)
            if text.strip() and text.strip() not in tool and not any(text in cell for cell in here):
                assert (row.key, text) in told or isinstance(value, Formula), (row.key, text)


def keys_are_unique_and_never_given_twice(ran: Ran) -> None:
    keys = [row.text(Column.ID) for row in ran.rows(ran.after)]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"CB-[0-9A-Z]{4,9}", key) for key in keys)
    known = {base.key for base in ran.remembered(ran.before).base}
    once = {line.key for line in ran.before.history if line.key}
    assert not (set(keys) - known) & once


def formulas_are_never_touched(ran: Ran) -> None:
    standing = ran.standing()
    for row, _ in ran.input_rows():
        after = standing.get(row.key)
        for place, value in enumerate(ran.before.tab.rows[row.place]):
            if after is not None and isinstance(value, Formula):
                assert place < len(after)
                assert isinstance(after[place], Formula)
    written = sum(isinstance(v, Formula) for line in ran.after.tab.rows for v in line)
    assert written <= sum(isinstance(v, Formula) for line in ran.before.tab.rows for v in line)


def every_open_row_says_when(ran: Ran) -> None:
    """And a time that the tool gave in this run is not in the past."""
    now = ran.desk.now
    for callback in ran.plan.queue:
        if callback.status is Status.DONE:
            continue
        assert callback.next_at is not None
        given = callback.row.base is None or callback.row.base.facts.next_at != callback.next_at
        if given and callback.next_source is not NextSource.PERSON:
            assert not earlier(callback.next_at, now), (callback.key, callback.next_at)


def the_order_is_the_queues(ran: Ran) -> None:
    def rank(c: Callback) -> tuple[object, ...]:
        if c.status is Status.DONE:
            return (1, c.received_at.timestamp())
        assert c.next_at is not None
        return (0, int(c.next_at.timestamp() // 60), c.urgency, c.received_at.timestamp(), c.key)

    ranks = [rank(callback) for callback in ran.plan.queue]
    assert ranks == sorted(ranks)


def only_rows_that_people_changed_are_stamped(ran: Ran) -> None:
    bases = {base.key: base for base in ran.remembered(ran.before).base}
    for callback in ran.plan.queue:
        touched = ran.before.state is not None and any(
            row.key not in bases
            or row.extras != bases[row.key].extras
            or any(not same(row.cell(c), bases[row.key].cells[PLACE[c]]) for c in COLUMNS if c not in _NOT_WATCHED)
            for row in (callback.row, *callback.absorbed)
        )
        stamp = ran.desk.now.replace(tzinfo=None)
        held = callback.cell(Column.UPDATED)
        if touched:
            assert same(held, stamp) or isinstance(held, Formula)
        elif ran.before.state is not None and not callback.absorbed:
            assert same(held, bases[callback.key].cells[PLACE[Column.UPDATED]]), callback.key
        elif not callback.absorbed:
            assert same(held, callback.row.cell(Column.UPDATED))


def base_and_history_replay_to_now(ran: Ran) -> None:
    """What was remembered before, and the lines of this run, make what is remembered now."""
    cells = {base.key: list(base.cells) for base in ran.remembered(ran.before).base}
    if ran.before.state is None:
        cells = {row.key: list(row.cells) for row, _ in ran.input_rows()}
    for row, _ in ran.input_rows():
        if row.key not in cells:  # typed since: what tool columns of a new row held is no fact of it
            cells[row.key] = [v if c in _NOT_WATCHED else None for c, v in zip(COLUMNS, row.cells, strict=True)]
    gone = {base.key for base in ran.plan.gone}
    for line in ran.lines:
        if line.why.startswith(MERGED) or line.why == DELETED:
            gone.add(line.key)
        elif line.key and line.column not in (ORDER, *UNTOLD):  # without a key it is about nobody's row
            before, after = values(line)
            held = cells[line.key][PLACE[Column(line.column)]]
            assert line.why == TYPED or same(held, before), line
            cells[line.key][PLACE[Column(line.column)]] = after
    now = {base.key: base.cells for base in ran.remembered(ran.after).base}
    assert set(cells) - gone == set(now)
    for key, remembered in now.items():
        for mine, its, column in zip(cells[key], remembered, COLUMNS, strict=True):
            assert same(mine, its), (key, column, mine, its)


def what_was_planned_stands_there(ran: Ran) -> None:
    """Text of nothing but blanks is an empty cell to every reader, and stays as somebody left it."""
    layout = find_layout(ran.after.tab, ran.desk.shop.language)
    for row, callback in zip(ran.rows(ran.after), ran.plan.queue, strict=True):
        for column in COLUMNS:
            stands = ran.after.tab.cell(row.place, layout.index(column))
            assert same(_held(stands), _held(callback.cell(column))), (callback.key, column)


def _held(value: CellValue) -> CellValue:
    return None if isinstance(value, str) and not value.strip() else value


PROMISES = (
    every_row_becomes_exactly_one,
    nothing_typed_is_lost,
    keys_are_unique_and_never_given_twice,
    formulas_are_never_touched,
    every_open_row_says_when,
    the_order_is_the_queues,
    only_rows_that_people_changed_are_stamped,
    base_and_history_replay_to_now,
    what_was_planned_stands_there,
)


def the_second_look_changes_nothing(desk: Desk) -> None:
    rows, writes = desk.sheet.rows, desk.sheet.writes
    plan = desk.plan()
    again = desk.tidy(forced=True)
    assert not again.written, [(c.column, c.before, c.after, c.why) for c in again.plan.changes]
    assert plan.empty
    assert desk.sheet.rows == rows
    assert desk.sheet.writes == writes
