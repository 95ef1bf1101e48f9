"""The one exception to R17, asked for by a person: a caller's texts are blanked wherever the sheet keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from callbacksheet.core.batch import AppendRow, Batch, Put, Request, Swap
from callbacksheet.core.callback import PLACE, Row
from callbacksheet.core.cells import encode, text_of, to_json
from callbacksheet.core.displaced import names_any
from callbacksheet.core.history import FORGOTTEN, pen_of
from callbacksheet.core.identity import identify
from callbacksheet.core.journal import KIND as JOURNAL
from callbacksheet.core.journal import journal_of
from callbacksheet.core.layout import Layout
from callbacksheet.core.model import CellValue, Column, Formula, Phone, Status
from callbacksheet.core.phones import parse_phone
from callbacksheet.core.plan import Run, row_cells
from callbacksheet.core.refusals import refuse_lost_history, refuse_lost_pre_image
from callbacksheet.core.rows import extras_digest
from callbacksheet.core.shop import Shop
from callbacksheet.core.sight import Sight, cleared, lines_of, put_right, see, swap
from callbacksheet.core.snapshot import HistoryRow, Snapshot, StateRow
from callbacksheet.core.state import Base, Facts, State, read_state, write_state
from callbacksheet.core.text import bare
from callbacksheet.core.tombs import KIND as MERGED_ROW
from callbacksheet.core.tombs import tomb_into, tombs_in
from callbacksheet.core.words import status_word
from callbacksheet.errors import RefusedError

_TEXTS = (
    Column.NAME, Column.PHONE, Column.REASON, Column.BEST_TIME, Column.OUTCOME, Column.NOTES, Column.CHECK,
)  # fmt: skip
_WORDS = (Column.URGENCY, Column.NEXT_CALLBACK, Column.ATTEMPTS)
"""Columns in which only words can be a caller's; a time or a number stays."""


@dataclass(frozen=True, slots=True)
class ForgetPlan:
    """How much is blanked: rows of the tab, texts in them, lines of the history, remembered rows.

    ``names`` are what the caller was called, so that somebody can look where else they stand.
    """

    rows: int
    texts: int
    lines: int
    remembered: int
    batch: Batch | None
    names: frozenset[str] = frozenset()


def plan_forget(snapshot: Snapshot, e164: str, run: Run, shop: Shop) -> ForgetPlan:
    """Blank this number's callers in rows, history and state. The rows stay, Done and without any word of theirs.

    Hints about them on other rows go too. On a sheet that others type in cells are blanked first, with their
    pre-image, and the history when that has been seen to have met its rows: plan again until there is no batch.
    Raises RefusedError for a sheet that was never tidied.
    """
    if snapshot.state is None:
        raise RefusedError(
            "This sheet was never tidied by callbacksheet, which so keeps nothing of anybody. Nothing was changed.",
            "Delete the caller's rows in the sheet itself.",
        )
    known = read_state(snapshot.state, shared=snapshot.shared)
    refuse_lost_history(snapshot)
    sight = see(snapshot, known, run.now, shop.language)
    refuse_lost_pre_image(snapshot, known, sight.layout)
    layout, state = sight.layout, sight.state or known
    rows = identify(sight.rows, state).rows
    theirs = _keys(rows, state, snapshot.history, e164, shop)
    names = _names(rows, state, snapshot.history, theirs)
    here = [row for row in rows if row.key in theirs]
    fresh = [row for row in here if not _is_forgotten(row)]
    requests = [request for row in fresh for request in _blank_row(row, layout, snapshot, shop)]
    requests += _blank_late(sight, state, theirs)
    texts = sum(isinstance(request, Swap) for request in requests)
    requests += _blank_hints(rows, theirs, names, layout)
    if snapshot.shared:
        requests = [*_put_right(sight, requests, theirs), *_once_each(requests, sight)]
    history, lines = _blank_history(snapshot.history, theirs, names)
    base, remembered = _blank_base(state, theirs, names, shop)
    if not (fresh or lines or remembered):
        return ForgetPlan(0, 0, 0, 0, None)
    pen = pen_of(state.runs, run.now, run.operator)
    history += tuple(pen.line(row.key, Column.NAME.value, None, None, FORGOTTEN) for row in fresh)
    after = replace(state, epoch=state.epoch + 1, runs=state.runs + 1, owner=run.owner, base=base)
    after = after.with_memos(replace(memo, text="") for memo in state.memos if _tells_of(memo, theirs))
    in_two = snapshot.shared and bool(requests)
    if in_two:
        history = history[len(history) - len(fresh) :]
        strangers = sight.learned.strangers
        after = after.with_memos((journal_of(requests, snapshot.tab, layout, after.epoch, strangers=strangers),))
    history += tuple(line for line in lines_of(sight, pen) if line.key and line.key not in theirs)
    written = write_state(after)
    batch = Batch(after.epoch, run.owner, snapshot.seen, tuple(requests), written, history, rewrites_history=not in_two)
    return ForgetPlan(len(fresh), texts, lines, remembered, batch, names)


def _tells_of(memo: StateRow, keys: frozenset[str]) -> bool:
    """Whether a line of the state keeps texts of these rows: what the last batch wrote, rows merged away, names."""
    if memo.kind == MERGED_ROW:
        return memo.key in keys or tomb_into(memo) in keys
    return memo.kind == JOURNAL or names_any(memo, keys)


def _blank_late(sight: Sight, state: State, theirs: frozenset[str]) -> Iterator[Request]:
    """What was typed on rows of theirs that were merged away."""
    tombs, column = tombs_in(state), sight.layout.index(Column.ID)
    for place in sorted(sight.grave.places):
        tomb = tombs.get(text_of(sight.learned.tab.cell(place, column)))
        if tomb and not theirs.isdisjoint((tomb.key, tomb.into)):
            yield from cleared(sight, place)


def _put_right(sight: Sight, requests: Sequence[Request], theirs: frozenset[str]) -> Iterator[Request]:
    """What the last batch left amiss, but in cells that are blanked anyway; and others' rows that are to come back."""
    blanked = {(r.row, r.column) for r in requests if isinstance(r, Put | Swap)}
    yield from (r for r in put_right(sight, everywhere=True) if (r.row, r.column) not in blanked)
    for row in sight.homeless:
        if row.text(Column.ID) not in theirs:
            yield AppendRow(row_cells(row.cells, (), sight.layout))


def _once_each(requests: Sequence[Request], sight: Sight) -> Iterator[Request]:
    """Each cell written once, with the last that was asked of it, and only where it still holds what was read."""
    wanted = {(r.row, r.column): r.new for r in requests if isinstance(r, Put | Swap)}
    for (row, column), new in wanted.items():
        yield swap(row, column, sight.tab.cell(row, column), new)


def national_digits(e164: str) -> str:
    """The digits that a number has however it is typed: without country code and leading zero."""
    from phonenumbers import parse

    return str(parse(e164).national_number)


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


def _is_forgotten(row: Row) -> bool:
    """Whether there is nothing of a caller left in the row."""
    return row.text(Column.OUTCOME) == FORGOTTEN and not any(
        row.text(column) for column in _TEXTS if column not in (Column.OUTCOME, Column.CHECK)
    )


def _names(rows: Sequence[Row], state: State, history: Sequence[HistoryRow], theirs: frozenset[str]) -> frozenset[str]:
    """What the caller was ever called."""
    names = [row.text(Column.NAME) for row in rows if row.key in theirs]
    names += [text_of(base.cells[PLACE[Column.NAME]]) for base in state.base if base.key in theirs]
    lines = (line for line in history if line.key in theirs and line.column == Column.NAME)
    names += [text.strip() for line in lines for text in (line.before, line.after)]
    return frozenset(filter(None, names))


def says(text: str, names: Iterable[str]) -> bool:
    """Whether a text holds one of the names, as a whole word."""
    folded = f" {bare(text)} "
    return any(f" {bare(name)} " in folded for name in names if bare(name))


def _blank_hints(rows: Sequence[Row], theirs: frozenset[str], names: frozenset[str], layout: Layout) -> list[Request]:
    """Other rows' Check cells that say whom the row is like; the next tidy writes them anew."""
    told = (row for row in rows if row.key not in theirs and says(row.text(Column.CHECK), names))
    return [Put(row.place, layout.index(Column.CHECK), None) for row in told]


def _blank_row(row: Row, layout: Layout, snapshot: Snapshot, shop: Shop) -> list[Request]:
    requests: list[Request] = []
    for column in (*_TEXTS, *_WORDS):
        value = row.cell(column)
        if value is not None and column not in layout.added and (column in _TEXTS or isinstance(value, str)):
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


def _blank_history(
    history: Sequence[HistoryRow], keys: frozenset[str], names: frozenset[str]
) -> tuple[tuple[HistoryRow, ...], int]:
    """The lines of these rows stay, as proof that something was done, with nothing of the caller in them."""

    def tells(line: HistoryRow) -> bool:
        hint = line.column == Column.CHECK and says(f"{line.before} {line.after}", names)
        return line.why != FORGOTTEN and (line.key in keys or hint)

    nothing = to_json([encode(None)] * 2)
    blanked = tuple(
        replace(line, before="", after="", raw=nothing, why=FORGOTTEN) if tells(line) else line for line in history
    )
    return blanked, sum(map(tells, history))


def _blank_base(state: State, keys: frozenset[str], names: frozenset[str], shop: Shop) -> tuple[tuple[Base, ...], int]:
    blanked = tuple(_forgotten(base, shop) if base.key in keys else _without_hint(base, names) for base in state.base)
    return blanked, sum(one != other for one, other in zip(blanked, state.base, strict=True))


def _without_hint(base: Base, names: frozenset[str]) -> Base:
    place = PLACE[Column.CHECK]
    if not says(text_of(base.cells[place]), names):
        return base
    return replace(base, cells=(*base.cells[:place], None, *base.cells[place + 1 :]))


def _forgotten(base: Base, shop: Shop) -> Base:
    cells = list(base.cells)
    for column in (*_TEXTS, *_WORDS):
        if column in _TEXTS or isinstance(cells[PLACE[column]], str):
            cells[PLACE[column]] = None
    cells[PLACE[Column.STATUS]] = status_word(Status.DONE, shop.language)
    cells[PLACE[Column.OUTCOME]] = FORGOTTEN
    return Base(
        base.key,
        tuple(cells),
        extras_digest(()),
        Facts(first_seen=base.facts.first_seen, calls=base.facts.calls),
    )
