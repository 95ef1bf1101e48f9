"""What the last batch really did on a sheet that others type in, and what is to be put right (SAFETY.md, "Plan").

A batch writes by places as they were read. By the time it is applied people may have inserted, sorted or typed, so
a value may have fallen on another row, or on something typed that instant. The batch keeps the tab as it was right
before it (the pre-image) and a journal of its writes; both together tell exactly what happened. The sheet is then
seen as it would stand had that not happened, and the differences are written by the next batch, whose own journal
keeps them owed until they have landed.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from callbacksheet.core.batch import Put, Request, Swap
from callbacksheet.core.cells import decode, encode, same, shown, text_of, to_json
from callbacksheet.core.layout import HEADER_SEARCH, Layout
from callbacksheet.core.model import SHARED_COLUMNS, TOOL_COLUMNS, CellValue, Column
from callbacksheet.core.snapshot import Snapshot, StateRow, Tab
from callbacksheet.core.state import State

KIND = "journal"
_TIMES = (Column.RECEIVED, Column.NEXT_CALLBACK, Column.UPDATED)
_LEFT_BEHIND = TOOL_COLUMNS | {Column.BY}
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - what spreadsheets count days from
Rows = Sequence[Sequence[CellValue]]
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Write:
    """One cell the batch wrote: by its place, or only where it still held ``old``; None there is an empty cell."""

    column: int
    old: CellValue
    new: CellValue
    by_place: bool

    @property
    def into_empty(self) -> bool:
        """Whether it relies on Google finding empty cells, which nobody can know."""
        return self.old is None and not self.by_place


@dataclass(frozen=True, slots=True)
class Group:
    """The writes meant for one row: where it stood, the key it bore ("" for none), and a digest of the row.

    ``skip`` are its columns that hold no text: how these are shown, the pre-image does not tell.
    """

    row: int
    key: str
    digest: str
    skip: frozenset[int]
    writes: tuple[Write, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """One batch as it was meant. ``heads`` are the header's texts by column; ``pairs`` the rows whose texts went
    into another row, and which: both must have been as they were read, or that is taken back.
    """

    epoch: int
    header_row: int
    id_column: int
    heads: Mapping[int, str]
    meanings: Mapping[int, Column]
    groups: tuple[Group, ...]
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Learned:
    """The tab as it would stand had every write fallen where it was meant.

    ``standing`` is what really stands where that differs. ``covered`` are texts of people that a write of the
    tool's own columns has covered: (key, column, text, what stands there now). ``broken`` are merges to be taken
    back; ``spent`` are keys that fell on a row that had one, and are given up. ``finds_empty`` says whether empty
    cells were found to be filled, None where that was not seen; ``unwritten`` are writes that came to nothing.
    """

    tab: Tab
    standing: Mapping[tuple[int, int], CellValue] = field(default_factory=dict)
    covered: tuple[tuple[str, Column, CellValue, CellValue], ...] = ()
    broken: tuple[tuple[str, str], ...] = ()
    spent: frozenset[str] = frozenset()
    finds_empty: bool | None = None
    epoch: int = 0
    unwritten: tuple[tuple[str, Column, Write], ...] = ()


def journal_of(
    requests: Iterable[Request], tab: Tab, layout: Layout, epoch: int, pairs: Sequence[tuple[str, str]] = ()
) -> StateRow:
    """The journal of a batch onto this tab, as a line of the state."""
    id_column = layout.index(Column.ID)
    paired = {key for pair in pairs for key in pair}
    writes: defaultdict[int, dict[int, Write]] = defaultdict(dict)
    for row in range(len(tab.rows) if paired else 0):
        if text_of(tab.cell(row, id_column)) in paired:
            writes[row] = {}
    for request in requests:
        if isinstance(request, Put | Swap) and request.row < len(tab.rows):
            old = request.old if isinstance(request, Swap) else tab.cell(request.row, request.column)
            by_place = isinstance(request, Put)
            writes[request.row][request.column] = Write(request.column, old, request.new, by_place)
    columns = sorted({column for of_row in writes.values() for column in of_row} | set(layout.places))
    heads = {column: text_of(tab.cell(layout.header_row, column)) for column in columns}
    meanings = {place: column for column, place in layout.columns}
    groups = [
        [
            row,
            text_of(tab.cell(row, id_column)),
            _digest(_row(tab.rows, row), skip := _textless(tab, row)),
            sorted(skip),
            [[w.column, encode(w.old), encode(w.new), int(w.by_place)] for w in of_row.values()],
        ]
        for row, of_row in sorted(writes.items())
    ]
    form = {
        "e": epoch,
        "h": layout.header_row,
        "i": id_column,
        "c": [[column, heads.get(column, ""), meanings.get(column, "")] for column in sorted({*heads, *meanings})],
        "g": groups,
        "p": [list(pair) for pair in pairs],
    }
    return StateRow(KIND, "last", to_json(form))


def read_journal(state: State) -> Journal | None:
    """The journal of the last batch that wrote to cells, whose pre-image is kept; None where there was none."""
    text = state.memos_of(KIND).get("last", "")
    if not text:
        return None
    form: dict[str, Any] = json.loads(text)
    return Journal(
        epoch=form["e"],
        header_row=form["h"],
        id_column=form["i"],
        heads={column: head for column, head, _ in form["c"] if head},
        meanings={column: Column(meaning) for column, _, meaning in form["c"] if meaning},
        groups=tuple(_group(*group) for group in form["g"]),
        pairs=tuple((loser, into) for loser, into in form["p"]),
    )


def _textless(tab: Tab, row: int) -> frozenset[int]:
    return frozenset(c for c in range(len(_row(tab.rows, row))) if (row, c) in tab.fixed) if tab.fixed else _NONE


def _group(row: int, key: str, digest: str, skip: list[int], writes: list[list[Any]]) -> Group:
    made = tuple(Write(c, decode(old), decode(new), bool(b)) for c, old, new, b in writes)
    return Group(row, key, digest, frozenset(skip), made)


def _row(rows: Rows, place: int) -> Sequence[CellValue]:
    return rows[place] if 0 <= place < len(rows) else ()


def _cell(rows: Rows, row: int, column: int) -> CellValue:
    cells = _row(rows, row)
    return cells[column] if column < len(cells) else None


def _plain(value: CellValue) -> CellValue:
    """A value as the pre-image holds it: dates of its own are numbers there, and are compared as text nowhere."""
    return None if value == "" else value


def _digest(cells: Sequence[CellValue], skip: frozenset[int] = _NONE) -> str:
    texts = ["" if column in skip else shown(cell) for column, cell in enumerate(cells)]
    while texts and not texts[-1]:
        texts.pop()
    return hashlib.blake2b("\x1f".join(texts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def learn(snapshot: Snapshot, state: State | None) -> Learned:
    """What the last batch did to the tab, seen from its pre-image."""
    journal = read_journal(state) if state else None
    if journal is None or snapshot.before is None:
        return Learned(snapshot.tab)
    return _Lesson(snapshot.tab, snapshot.before, journal).learned()


@dataclass(frozen=True, slots=True)
class _Fallen:
    """A write that took effect: where in the pre-image, on whose row, what was there."""

    row: int
    column: int
    group: Group
    write: Write
    was: CellValue
    right: bool


class _Lesson:
    """The journal done once more on the pre-image, and compared with what stands in the tab now."""

    def __init__(self, tab: Tab, before: Rows, journal: Journal) -> None:
        self._tab = tab
        self._before = before
        self._journal = journal
        self._header = self._header_before()
        self._texts_before = [text_of(value) for value in _row(before, self._header)]
        self._rows_before = self._first_rows_before()
        self._views: dict[tuple[int, int], CellValue] = {}
        self._header_seen: tuple[int | None, list[str]] | None = None
        self._covered: list[tuple[str, Column, CellValue, CellValue]] = []
        self._spent: set[str] = set()
        self._by_row: defaultdict[int, list[_Fallen]] = defaultdict(list)
        self._unwritten: list[tuple[str, Column, Write]] = []
        self._by_key: dict[str, list[int]] = {}

    def learned(self) -> Learned:
        self._by_key = self._keys_now()
        finds_empty = self._finds_empty()
        fallen = [one for one in self._fallen() if finds_empty is not False or not one.write.into_empty]
        broken = self._broken(finds_empty=finds_empty)
        undone = {key for pair in broken for key in pair}
        by_row = self._by_row
        for one in fallen:
            by_row[one.row].append(one)
        self._put_back_headers()
        self._by_key = self._keys_now()
        for row, of_row in by_row.items():
            self._judge_row(row, of_row, undone)
        self._by_key = self._keys_now()
        for group in self._journal.groups:
            if group.key and group.key not in undone:
                self._owe(group)
        standing = {place: self._tab.cell(*place) for place in self._views}
        return Learned(
            tab=with_cells(self._tab, self._views),
            standing=standing,
            covered=tuple(self._covered),
            broken=broken,
            spent=frozenset(self._spent),
            finds_empty=finds_empty,
            epoch=self._journal.epoch,
            unwritten=(*self._unwritten, *(self._unfilled(undone) if finds_empty is False else ())),
        )

    # what happened

    def _header_before(self) -> int:
        """Where the header stood in the pre-image."""
        wanted = self._journal.heads
        rows = range(min(len(self._before), HEADER_SEARCH + 50))
        named = {column: head for column, head in wanted.items() if head}
        return max(rows, key=lambda row: (self._agreeing(row, named), row == self._journal.header_row), default=0)

    def _agreeing(self, row: int, named: Mapping[int, str]) -> int:
        texts = {text_of(value) for value in _row(self._before, row)}
        return sum(head in texts for head in named.values())

    def _column_before(self, column: int) -> int:
        """Where a column that was meant stood in the pre-image; one that was renamed stayed where it was."""
        head = self._journal.heads.get(column, "")
        header = self._texts_before
        if not head or head not in header or (column < len(header) and header[column] == head):
            return column
        return header.index(head)

    def _id_before(self, row: int) -> str:
        return text_of(_cell(self._before, row, self._column_before(self._journal.id_column)))

    def _first_rows_before(self) -> dict[str, int]:
        """The row of the pre-image on which each key stood; of twins the first."""
        rows: dict[str, int] = {}
        for row in range(len(self._before)):
            rows.setdefault(self._id_before(row), row)
        return rows

    def _fallen(self) -> Iterator[_Fallen]:
        for group in self._journal.groups:
            there = self._is_there(group)
            for write in group.writes:
                was = _cell(self._before, group.row, write.column)
                if not write.by_place and not _alike(was, write.old):
                    continue
                right = there and self._column_before(write.column) == write.column and group.row != self._header
                yield _Fallen(group.row, write.column, group, write, was, right)

    def _into_empty(self) -> Iterator[tuple[Group, Write]]:
        """Fills of cells that were empty indeed, on rows that were at their place."""
        for group in self._journal.groups:
            for write in group.writes:
                if write.into_empty and _cell(self._before, group.row, write.column) is None and self._is_there(group):
                    yield group, write

    def _finds_empty(self) -> bool | None:
        """Whether any such fill is to be seen; None where there was none."""
        seen = [self._shows(group, write) for group, write in self._into_empty()]
        return any(seen) if seen else None

    def _shows(self, group: Group, write: Write) -> bool:
        place, column = self._place_of(group.key, group.row), self._now_of_meant(write.column)
        return place is not None and column is not None and _alike(self._tab.cell(place, column), write.new)

    def _unfilled(self, undone: set[str]) -> Iterator[tuple[str, Column, Write]]:
        for group, write in self._into_empty():
            meaning = self._journal.meanings.get(write.column)
            if meaning and group.key not in undone:
                yield group.key, meaning, write

    def _is_there(self, group: Group) -> bool:
        """Whether the row that was meant stood at its place when the batch was applied."""
        if group.key:
            return self._id_before(group.row) == group.key and not self._cut(group)
        return not self._id_before(group.row) and _digest(_row(self._before, group.row), group.skip) == group.digest

    def _cut(self, group: Group) -> bool:
        """Whether people had taken the row's content away from its key."""
        tools = {self._column_before(c) for c, m in self._journal.meanings.items() if m in _LEFT_BEHIND}
        cells = _row(self._before, group.row)
        emptied = all(value is None for column, value in enumerate(cells) if column not in tools)
        return emptied and _digest(cells, group.skip) != group.digest

    def _broken(self, *, finds_empty: bool | None) -> tuple[tuple[str, str], ...]:
        """Merges of which one row was not as it had been read, or could not be filled."""
        groups = {group.key: group for group in self._journal.groups if group.key}
        unfilled = {group.key for group, _ in self._into_empty()} if finds_empty is False else set()

        def as_read(key: str) -> bool:
            group = groups.get(key)
            if group is None:
                return key in self._rows_before
            return self._is_there(group) and _digest(_row(self._before, group.row), group.skip) == group.digest

        return tuple(p for p in self._journal.pairs if p[1] in unfilled or not all(map(as_read, p)))

    # where it stands now

    def _keys_now(self) -> dict[str, list[int]]:
        """The rows on which each key stands: of a row that was copied there are two."""
        column = self._id_now()
        keys: defaultdict[str, list[int]] = defaultdict(list)
        if column is not None:
            for place in range(len(self._tab.rows)):
                key = text_of(self._seen(place, column))
                if key:
                    keys[key].append(place)
        return keys

    def _place_of(self, key: str, row: int) -> int | None:
        """Where the row of the pre-image that bears this key stands by now; of twins the one most like it."""
        places = self._by_key.get(key, [])
        if len(places) < 2:
            return places[0] if places else None
        return max(places, key=lambda place: self._likeness(place, self._after(row)))

    def _after(self, row: int) -> list[CellValue]:
        """A row of the pre-image with what fell on it."""
        cells = list(_row(self._before, row))
        for one in self._by_row.get(row, ()):
            cells.extend([None] * (one.column + 1 - len(cells)))
            cells[one.column] = one.write.new
        return cells

    def _seen(self, row: int, column: int) -> CellValue:
        return self._views.get((row, column), self._tab.cell(row, column))

    def _view(self, row: int, column: int, value: CellValue) -> None:
        self._views[row, column] = value
        self._header_seen = None

    def _header_now(self) -> tuple[int | None, list[str]]:
        """The header's row by now and its texts, seen again only after something was put right."""
        if self._header_seen is None:
            row = self._likest_header()
            width = 0 if row is None else len(self._tab.rows[row])
            self._header_seen = row, [text_of(self._seen(row or 0, column)) for column in range(width)]
        return self._header_seen

    def _likest_header(self) -> int | None:
        """The first row that says most of what the header said."""
        named = {head for head in self._journal.heads.values() if head}
        best, most = None, 0
        for row in range(min(len(self._tab.rows), HEADER_SEARCH + 50)):
            texts = {text_of(self._seen(row, c)) for c in range(len(self._tab.rows[row]))}
            if len(named & texts) > most:
                best, most = row, len(named & texts)
        return best

    def _id_now(self) -> int | None:
        return self._now_of_meant(self._journal.id_column)

    def _now_of_meant(self, column: int) -> int | None:
        """Where a column that was meant stands by now."""
        return self._now(self._journal.heads.get(column, ""), column)

    def _now_of_before(self, column: int) -> int | None:
        """Where a column of the pre-image stands by now."""
        return self._now(text_of(_cell(self._before, self._header, column)), column)

    def _now(self, head: str, column: int) -> int | None:
        header, texts = self._header_now()
        if header is None or not head:
            return column
        if head not in texts or (column < len(texts) and texts[column] == head):
            return column
        return texts.index(head)

    # what follows

    def _put_back_headers(self) -> None:
        """What fell on the header itself, which must be whole before anything can be found by it."""
        fallen = self._by_row.get(self._header, [])
        if fallen and (place := self._place_of_unnamed(self._header)) is not None:
            for one in fallen:
                self._restore(place, one.column, one)
        self._by_row.pop(self._header, None)

    def _judge_row(self, row: int, fallen: list[_Fallen], undone: set[str]) -> None:
        key = self._id_before(row)
        given = next((one for one in fallen if self._journal.meanings.get(one.column) is Column.ID), None)
        bears = text_of(given.write.new) if given else key
        wrong = [one for one in fallen if not one.right or key in undone]
        if given and key and not given.right:
            self._spent.add(text_of(given.write.new))
        place = self._place_of(bears, row) if bears else None
        if place is None and wrong:
            place = self._place_of_unnamed(row)
        if place is None:
            for one in wrong:
                self._tell(one)
            return
        for one in fallen:
            if key in undone or not one.right:
                if self._is_harmless(one, key):
                    continue
                self._restore(place, one.column, one)
            elif one.write.by_place and not _alike(one.was, one.write.old):
                self._uncover(place, key, one)

    def _is_harmless(self, one: _Fallen, key: str) -> bool:
        """A fresh key on a row that had none: likeness to what is remembered tells whose it is."""
        return self._journal.meanings.get(one.column) is Column.ID and not key and not one.group.key

    def _restore(self, place: int, column: int, one: _Fallen) -> None:
        now = self._now_of_before(column)
        if now is None or _alike(one.was, one.write.new):
            return
        if _alike(self._tab.cell(place, now), one.write.new):
            self._view(place, now, self._as_typed(one))
        else:
            self._tell(one)

    def _tell(self, one: _Fallen) -> None:
        """What a write covered and cannot be put back, since the cell or the row has changed again."""
        head = text_of(_cell(self._before, self._header, one.column))
        meant = next((c for c, text in self._journal.heads.items() if head and text == head), one.column)
        meaning = self._journal.meanings.get(meant)
        if meaning and one.was is not None:
            self._covered.append((self._id_before(one.row), meaning, one.was, one.write.new))

    def _uncover(self, place: int, key: str, one: _Fallen) -> None:
        """Something typed that instant where the tool wrote by its place: a person wins, but in the tool's columns."""
        meaning = self._journal.meanings.get(one.column)
        if meaning in TOOL_COLUMNS:
            if one.was is not None:
                self._covered.append((key, meaning, one.was, one.write.new))
        elif meaning in SHARED_COLUMNS or meaning is not None:
            self._restore(place, one.column, one)

    def _emptied_now(self, place: int) -> bool:
        """Whether people have taken the row's content away from its key since."""
        tools = {self._now_of_meant(c) for c, m in self._journal.meanings.items() if m in _LEFT_BEHIND}
        cells = range(len(self._tab.rows[place]))
        return all(self._seen(place, column) is None for column in cells if column not in tools)

    def _row_before(self, group: Group) -> int | None:
        """Where in the pre-image the row stood that was meant; of twins the one that was as it had been read."""
        rows = [row for row in range(len(self._before)) if self._id_before(row) == group.key]
        if len(rows) > 1:
            rows = [row for row in rows if _digest(_row(self._before, row), group.skip) == group.digest]
        return rows[0] if len(rows) == 1 else None

    def _key_after(self, group: Group) -> str:
        """The key that a row bears since the batch, which may have given it another."""
        given = next((w for w in group.writes if self._journal.meanings.get(w.column) is Column.ID), None)
        if given is None or self._column_before(given.column) != given.column:
            return group.key
        return text_of(given.new)

    def _as_typed(self, one: _Fallen) -> CellValue:
        """What stood there; the pre-image holds a date as the number it is."""
        if self._journal.meanings.get(one.column) not in _TIMES or not isinstance(one.was, (int, float)):
            return one.was
        moment = _EPOCH + timedelta(minutes=round(one.was * 1440))
        return f"{moment:%H:%M}" if one.was < 1 else moment

    def _owe(self, group: Group) -> None:
        """What missed its row only because that had moved is still to be written."""
        there = self._is_there(group)
        missed = [w for w in group.writes if not (there and self._column_before(w.column) == w.column)]
        if not missed:
            return
        row = group.row if there else self._row_before(group)
        place = self._place_of(self._key_after(group) if there else group.key, group.row if row is None else row)
        cut = row is not None and self._cut(replace(group, row=row))
        if place is None or cut or self._emptied_now(place):
            self._unwritten += [(group.key, m, w) for w in missed if (m := self._journal.meanings.get(w.column))]
            return
        for write in missed:
            column, now = self._column_before(write.column), self._now_of_meant(write.column)
            held = write.old if row is None else _cell(self._before, row, column)
            stands = None if now is None else self._seen(place, now)
            if now is not None and _alike(held, write.old) and _alike(stands, write.old):
                self._view(place, now, write.new)

    def _place_of_unnamed(self, row: int) -> int | None:
        """Where a row without a key of its own stands by now: that holds what it held, with what fell on it."""
        cells, fallen = self._after(row), self._by_row[row]
        wanted = _digest(cells)
        alike = [place for place, now in enumerate(self._tab.rows) if _digest(now) == wanted]
        if alike:
            return min(alike, key=lambda place: abs(place - row))
        hit = [p for p in range(len(self._tab.rows)) if self._shows_all(p, fallen) and not self._known(p)]
        return min(hit, key=lambda place: (-self._likeness(place, cells), abs(place - row)), default=None)

    def _shows_all(self, place: int, fallen: list[_Fallen]) -> bool:
        told = [one for one in fallen if one.write.new is not None]
        return bool(told) and all(_alike(self._tab.cell(place, one.column), one.write.new) for one in told)

    def _known(self, place: int) -> bool:
        """Whether the row bears a key that was meant for another row of the batch."""
        key = text_of(self._tab.cell(place, self._journal.id_column))
        return any(key and key == group.key for group in self._journal.groups)

    def _likeness(self, place: int, cells: Sequence[CellValue]) -> int:
        return sum(_alike(self._tab.cell(place, column), value) for column, value in enumerate(cells))


def _alike(one: CellValue, other: CellValue) -> bool:
    """Whether two cells hold the same, as text: the pre-image keeps values, and not how they are shown."""
    one, other = _plain(one), _plain(other)
    if _is_number(one) != _is_number(other):
        one, other = _serial(one), _serial(other)
    return same(one, other) or (one is not None and other is not None and shown(one) == shown(other))


def _is_number(value: CellValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _serial(value: CellValue) -> CellValue:
    """A date or time as the number that the pre-image holds for it, to the second."""
    if isinstance(value, time):
        value = datetime.combine(_EPOCH, value)
    elif isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if isinstance(value, datetime):
        value = (value - _EPOCH) / timedelta(days=1)
    return round(float(value), 5) if _is_number(value) and isinstance(value, (int, float)) else value


def with_cells(tab: Tab, views: Mapping[tuple[int, int], CellValue]) -> Tab:
    """The tab with these cells."""
    if not views:
        return tab
    rows = [list(row) for row in tab.rows]
    for (row, column), value in views.items():
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = value
    return replace(tab, rows=tuple(map(tuple, rows)))
