"""The one exception to R17, asked for by a person: a caller's texts are blanked wherever the sheet keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from callbacksheet.core.batch import Batch, Put, Request, Swap
from callbacksheet.core.callback import PLACE, Row
from callbacksheet.core.cells import encode, text_of, to_json
from callbacksheet.core.history import pen_of
from callbacksheet.core.identity import identify
from callbacksheet.core.layout import Layout, find_layout
from callbacksheet.core.model import CellValue, Column, Formula, Phone, Status
from callbacksheet.core.phones import parse_phone
from callbacksheet.core.plan import Run
from callbacksheet.core.rows import data_rows, extras_digest
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import HistoryRow, Snapshot, StateRow
from callbacksheet.core.state import Base, Facts, State, read_state, write_state
from callbacksheet.core.words import status_word

FORGOTTEN = "forgotten on request"
_TEXTS = (
    Column.NAME, Column.PHONE, Column.REASON, Column.BEST_TIME, Column.OUTCOME, Column.NOTES, Column.CHECK,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ForgetPlan:
    """How much is blanked: rows of the tab, texts in them, lines of the history, remembered rows."""

    rows: int
    texts: int
    lines: int
    remembered: int
    batch: Batch | None


def plan_forget(snapshot: Snapshot, e164: str, run: Run, shop: Shop) -> ForgetPlan:
    """Blank this number's callers in rows, history and state. The rows stay, Done and without any word of theirs."""
    layout = find_layout(snapshot.tab, shop.language)
    state = read_state(snapshot.state) if snapshot.state is not None else State()
    rows = identify(data_rows(snapshot.tab, layout), state).rows
    theirs = _keys(rows, state, snapshot.history, e164, shop)
    here = [row for row in rows if row.key in theirs or _is(row.cell(Column.PHONE), e164, shop)]
    requests = [request for row in here for request in _blank_row(row, layout, snapshot, shop)]
    texts = len(requests)
    history, lines = _blank_history(snapshot.history, theirs)
    base, remembered = _blank_base(state, theirs, here, shop)
    if not (here or lines or remembered):
        return ForgetPlan(0, 0, 0, 0, None)
    pen = pen_of(state.runs, run.now, run.operator)
    history += tuple(pen.line(row.key, Column.NAME.value, None, None, FORGOTTEN) for row in here)
    after = replace(state, epoch=state.epoch + 1, runs=state.runs + 1, owner=run.owner, base=base)
    written: tuple[StateRow, ...] = write_state(after) if snapshot.state is not None else ()
    batch = Batch(after.epoch, run.owner, snapshot.seen, tuple(requests), written, history, rewrites_history=True)
    return ForgetPlan(len(here), texts, lines, remembered, batch)


def _is(value: CellValue, e164: str, shop: Shop) -> bool:
    read = parse_phone(value, shop.region)
    return isinstance(read, Phone) and read.e164 == e164


def _keys(rows: Sequence[Row], state: State, history: Sequence[HistoryRow], e164: str, shop: Shop) -> frozenset[str]:
    """Every row key that ever held this number, in the tab, in what is remembered, or in the history."""
    phone = PLACE[Column.PHONE]
    keys = {row.key for row in rows if _is(row.cells[phone], e164, shop)}
    keys |= {base.key for base in state.base if _is(base.cells[phone], e164, shop)}
    for line in history:
        if line.column == Column.PHONE and (_is(line.before, e164, shop) or _is(line.after, e164, shop)):
            keys.add(line.key)
    return frozenset(keys)


def _blank_row(row: Row, layout: Layout, snapshot: Snapshot, shop: Shop) -> list[Request]:
    requests: list[Request] = []
    for column in _TEXTS:
        value = row.cell(column)
        if value is not None and column not in layout.added:
            requests.append(Swap(row.place, layout.index(column), value, None))
    for place, _ in layout.extras:
        value = snapshot.tab.cell(row.place, place)
        if value is not None and not isinstance(value, Formula):
            requests.append(Swap(row.place, place, value, None))
    for column, value in (
        (Column.STATUS, status_word(Status.DONE, shop.language)),
        (Column.OUTCOME, FORGOTTEN),
    ):
        if requests and column not in layout.added:
            requests.append(Put(row.place, layout.index(column), value))
    return requests


def _blank_history(history: Sequence[HistoryRow], keys: frozenset[str]) -> tuple[tuple[HistoryRow, ...], int]:
    """The lines of these rows stay, as proof that something was done, with nothing of the caller in them."""
    blanked = tuple(
        replace(line, before="", after="", raw=to_json([encode(None)] * 2), why=FORGOTTEN) if line.key in keys else line
        for line in history
    )
    return blanked, sum(1 for line in history if line.key in keys and line.why != FORGOTTEN)


def _blank_base(state: State, keys: frozenset[str], here: Sequence[Row], shop: Shop) -> tuple[tuple[Base, ...], int]:
    blanked = tuple(_forgotten(base, shop) if base.key in keys else base for base in state.base)
    return blanked, sum(1 for base in state.base if base.key in keys and any(text_of(c) for c in base.cells))


def _forgotten(base: Base, shop: Shop) -> Base:
    cells = list(base.cells)
    for column in _TEXTS:
        cells[PLACE[column]] = None
    cells[PLACE[Column.STATUS]] = status_word(Status.DONE, shop.language)
    cells[PLACE[Column.OUTCOME]] = FORGOTTEN
    return Base(
        base.key,
        tuple(cells),
        extras_digest(()),
        Facts(first_seen=base.facts.first_seen, calls=base.facts.calls),
    )
