"""The quick look: nobody typed since the last run and nothing falls due, so there is nobody to tell.

It decides nothing. Wherever it cannot be sure it says so, and the rules are asked (``reminders``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from callbacksheet.core.cells import same, text_of
from callbacksheet.core.hours import before, is_open, moment, span_on
from callbacksheet.core.layout import find_layout
from callbacksheet.core.model import DESK_COLUMNS, SHARED_COLUMNS, STATUS_WORDS, CellValue, Column, Status
from callbacksheet.core.outbox import Entry, Fate, read_outbox
from callbacksheet.core.rows import typed_rows
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.core.state import Base, Facts, State, base_head, base_of, facts_of, read_frame

_PLACE = {column: place for place, column in enumerate(Column)}
_WATCHED = tuple(_PLACE[c] for c in Column if (c in DESK_COLUMNS or c in SHARED_COLUMNS) and c is not Column.BY)
_ID, _STATUS, _URGENCY = (_PLACE[column] for column in (Column.ID, Column.STATUS, Column.URGENCY))
_A_WEEK = timedelta(days=7)
_NEVER = datetime(9000, 1, 1, tzinfo=UTC)
_UNSEEN = 14 * 60
"""Minutes after a closing in which only the rules can say what of that day is to be told."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Nobody is to be told anything now; who is next, and when, None where nobody waits."""

    state: State
    name: str = ""
    next_at: datetime | None = None


def nothing_now(snapshot: Snapshot, now: datetime, shop: Shop) -> Ahead | None:
    """That nobody is to be told anything now; None where that is not certain at a glance."""
    if snapshot.state is None:
        return None
    state = read_frame(snapshot.state, shared=snapshot.shared)
    waiting = _open_rows(snapshot, snapshot.state, shop)
    if waiting is None or _day_is_ending(now, shop):
        return None
    entries = read_outbox(state)
    if not all(_rests(one, now, shop) for one in waiting) or any(map(_is_unfinished, entries.values())):
        return None
    if _block_begins(waiting, entries, now, shop):
        return None
    if not waiting:
        return Ahead(state)
    first = min(waiting, key=lambda one: _time_of(one).timestamp())
    name = text_of(first.cells[_PLACE[Column.NAME]]) or text_of(first.cells[_PLACE[Column.PHONE]])
    return Ahead(state, name or "no name", _time_of(first).astimezone(shop.zone))


def _open_rows(snapshot: Snapshot, state: tuple[StateRow, ...], shop: Shop) -> list[Base] | None:
    """The open rows as remembered, where the tab still shows every row exactly so."""
    layout = find_layout(snapshot.tab, shop.language)
    known = {line.key: line.text for line in state if line.kind == "row"}
    if layout.added:
        return None
    done = STATUS_WORDS[shop.language][Status.DONE]
    waiting = []
    for cells, extras in typed_rows(snapshot.tab, layout):
        key = text_of(cells[_ID])
        base = _as_left(key, cells, extras, known.pop(key, ""), done)
        if base is None:
            return None
        if base is not _DONE:
            waiting.append(base)
    return None if known else waiting


def _as_left(key: str, cells: tuple[CellValue, ...], extras: str, line: str, done: str) -> Base | None:
    """A row as remembered, if it stands so; of one that is done no more is read than that."""
    head = base_head(cells, extras)
    if line.startswith(head):
        return _DONE if cells[_STATUS] == done else Base(key, cells, extras, facts_of(line[len(head) : -1]))
    base = base_of(key, line) if line else None
    if base is None or extras != base.extras or not all(same(cells[place], base.cells[place]) for place in _WATCHED):
        return None
    return _DONE if base.cells[_STATUS] == done else base


_DONE = Base("", (), "", Facts())


def _rests(base: Base, now: datetime, shop: Shop) -> bool:
    """Whether an open row has its time, all of it still ahead, and nobody was just given it."""
    facts = base.facts
    if facts.next_at is None or facts.unstamped or not before(now, facts.next_at):
        return False
    if facts.window_end and not facts.moved and not before(now, facts.window_end):
        return False
    if facts.handed_at and now - facts.handed_at < _A_WEEK:
        return False
    if shop.on_call and base.cells[_URGENCY] is not None and not is_open(now, shop):
        return False
    new = base.cells[_STATUS] == STATUS_WORDS[shop.language][Status.NEW]
    return not (new and shop.promise_by and now.hour * 60 + now.minute < _minutes(shop))


def _minutes(shop: Shop) -> int:
    """Until when in the day promises are kept."""
    return shop.promise_by.hour * 60 + shop.promise_by.minute if shop.promise_by else 0


def _is_unfinished(entry: Entry) -> bool:
    return entry.fate is Fate.CLAIMED or (entry.fate is Fate.FAILED and not entry.given_up)


def _block_begins(waiting: list[Base], entries: Mapping[str, Entry], now: datetime, shop: Shop) -> bool:
    """Whether a block may be on whose list nobody has had yet.

    On a closed day too: whether one is, only the rules can say, and asking would load every public holiday.
    """
    for span in shop.blocks:
        block = span_on(shop.zone, now.date(), span)
        if before(now, block.start) or not before(now, block.end):
            continue
        listed = any(before(_time_of(one), block.end) for one in waiting)
        had = any(e.mark.row == "block" and e.mark.minute == block.start for e in entries.values())
        if listed and not had:
            return True
    return False


def _day_is_ending(now: datetime, shop: Shop) -> bool:
    """Whether a day has closed of late whose end may be told still; a holiday counts as any other day."""
    for days in (0, 1):
        on = now.date() - timedelta(days=days)
        for span in shop.hours.week[on.weekday()][-1:]:
            closed = moment(shop.zone, on, span.end)
            if not before(now, closed) and now.timestamp() - closed.timestamp() < _UNSEEN * 60:
                return True
    return False


def _time_of(base: Base) -> datetime:
    """The row's time; rows without one were turned away before."""
    return base.facts.next_at or _NEVER
