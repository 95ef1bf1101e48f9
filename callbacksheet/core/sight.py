"""The tab as the tool takes it to be: what its last batch did amiss put right, rows merged away set aside.

On a workbook, where nobody types meanwhile, that is simply the tab.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from callbacksheet.core.batch import Put, Request, Swap
from callbacksheet.core.callback import COLUMNS, Row
from callbacksheet.core.cells import same, text_of
from callbacksheet.core.history import COVERED, EMPTIED, PUT_BACK, TAKEN_BACK, TOLD_IN, UNWRITTEN, Pen
from callbacksheet.core.husks import husks, is_emptied
from callbacksheet.core.journal import read_journal
from callbacksheet.core.layout import Layout, find_layout, headed_for_keys
from callbacksheet.core.lesson import Learned, learn
from callbacksheet.core.model import SHARED_COLUMNS, TOOL_COLUMNS, CellValue, Column, Formula, Language
from callbacksheet.core.refusals import refuse_another_tab
from callbacksheet.core.rows import data_rows, filled_rows
from callbacksheet.core.settling import quiet_since
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import HistoryRow, Snapshot, Tab
from callbacksheet.core.state import FILLS, FILLS_NOT, Base, State
from callbacksheet.core.tombs import Graveyard, late_texts, parted, taken_back, with_late_texts


@dataclass(frozen=True, slots=True)
class Sight:
    """Where everything stands, which rows there are, and what is remembered of them.

    ``tab`` is the sheet as it really is, ``learned.tab`` as it should have been. ``finds_empty``: an empty cell can be
    compared and swapped too, as far as anybody has seen. ``revived`` are rows whose merge is taken back, ``apart``
    those they had gone into, as remembered with it and without it. ``homeless`` are revived rows in whose place another
    caller stands: they come back as new rows at the end.
    """

    tab: Tab
    layout: Layout
    rows: tuple[Row, ...]
    state: State | None
    learned: Learned
    grave: Graveyard
    revived: tuple[Base, ...] = ()
    apart: tuple[tuple[Base, Base], ...] = ()
    homeless: tuple[Row, ...] = ()
    finds_empty: bool = True
    emptied: Mapping[int, str] = field(default_factory=dict)
    """The places of rows out of which people have taken the call, and the keys that these bear."""

    @property
    def typed(self) -> frozenset[int]:
        """The places of all rows that are callbacks."""
        return frozenset(row.place for row in self.rows)


def see(snapshot: Snapshot, state: State | None, now: datetime, language: Language) -> Sight:
    """Raises LayoutError for a tab that cannot be understood, or is another one than is remembered."""
    if not snapshot.shared:
        layout = find_layout(snapshot.tab, language)
        rows = data_rows(snapshot.tab, layout)
        return Sight(snapshot.tab, layout, rows, state, Learned(snapshot.tab), Graveyard(rows))
    learned = learn(snapshot, state)
    revived: tuple[Base, ...] = ()
    apart: tuple[tuple[Base, Base], ...] = ()
    if state is not None and (learned.broken or learned.spent):
        before = {one.key: one for one in state.base}
        state = taken_back(state, learned.broken, learned.epoch)
        revived = tuple(one for one in state.base if one.key not in before)
        apart = tuple((before[one.key], one) for one in state.base if before.get(one.key, one) is not one)
        state = replace(state, base=tuple(one for one in state.base if one.key not in learned.spent))
    if state is not None:
        state = _with_gaps(state, learned)
    finds_empty = learned.finds_empty or can_fill(state)
    layout = _layout_of(learned.tab, language, state)
    if state is not None and learned.broken:
        learned = _as_remembered(learned, layout, state)
    keys = _keys(learned.tab, layout)
    if state is not None:
        refuse_another_tab(snapshot, (key for _, key in keys), state.base)
    rows = data_rows(learned.tab, layout, learned.standing)
    grave = parted(rows, keys, state, now, quiet=quiet_since(state, now))
    living = with_late_texts(grave.rows, grave.late)
    base = state.base if state else ()
    homeless = tuple(_coming_back(one, learned.unread.get(one.key, {})) for one in base if one.key in learned.homeless)
    return Sight(snapshot.tab, layout, living, state, learned, grave, revived, apart, homeless, finds_empty)


def _layout_of(tab: Tab, language: Language, state: State | None) -> Layout:
    """The columns of a sheet that others type in: where they have typed over every key, it is still the column that the
    last write knew, under its header at its place.
    """
    layout = find_layout(tab, language)
    journal = read_journal(state) if state is not None and Column.ID in layout.added else None
    if journal is None or headed_for_keys(tab, layout.header_row) != [journal.id_column]:
        return layout
    return find_layout(tab, language, keyed=True)


def without_emptied(sight: Sight, shop: Shop, *, shared: bool) -> Sight:
    """The same where rows that people have emptied are callbacks no more."""
    base = {one.key: one for one in sight.state.base} if sight.state else {}
    known = ((row, base.get(row.text(Column.ID))) for row in sight.rows)
    left = {row.place: one.key for row, one in known if one and is_emptied(row, one, shop, shared=shared)}
    rows = tuple(row for row in sight.rows if row.place not in left)
    return replace(sight, rows=rows, emptied=left)


def _as_remembered(learned: Learned, layout: Layout, state: State) -> Learned:
    """Of rows whose merge is taken back, cells that were empty and hold by now what they should have held before it
    stay so: but not where that is another row's value, fallen on what somebody had just typed.
    """
    keys = {key for pair in learned.broken for key in pair}
    base = {one.key: one for one in state.base if one.key in keys}
    place_of = {column: n for n, column in enumerate(layout.places)}
    right = set()
    for (row, column), stands in learned.standing.items():
        known = base.get(text_of(learned.tab.cell(row, layout.index(Column.ID))))
        if not known or column not in place_of or (row, column) in learned.strangers:
            continue
        if learned.tab.cell(row, column) is None and same(stands, known.cells[place_of[column]]):
            right.add((row, column))
    kept = {place: stands for place, stands in learned.standing.items() if place not in right}
    tab = learned.tab.with_cells({place: learned.standing[place] for place in right})
    return replace(learned, tab=tab, standing=kept)


def _coming_back(base: Base, typed: Mapping[Column, CellValue]) -> Row:
    """A row as remembered, with what people had typed there since it was read."""
    cells = (typed.get(column, value) for column, value in zip(COLUMNS, base.cells, strict=True))
    return Row(-1, tuple(cells), incoming=True)


def can_fill(state: State | None) -> bool:
    """Whether an empty cell can be compared and swapped, which only trying tells."""
    return state is None or FILLS_NOT not in state.memos


def _with_gaps(state: State, learned: Learned) -> State:
    """What is remembered, with cells that were not written as they were; and whether empty ones can be filled.

    That they can is forgotten once a write filled none: people may have emptied those, or had typed at first what
    seemed to be filled. The next write tells.
    """
    gaps = {(key, column): write.known for key, column, write in learned.unwritten}
    keys = {key for key, _ in gaps}
    base = tuple(_gaping(one, gaps) if one.key in keys else one for one in state.base)
    state = replace(state, base=base)
    if learned.finds_empty is None:
        return state
    doubted = FILLS in state.memos and not learned.finds_empty
    known = FILLS if learned.finds_empty else FILLS_NOT
    return state.with_memos((replace(known, text="") if doubted else known,))


def _gaping(base: Base, gaps: Mapping[tuple[str, Column], CellValue]) -> Base:
    cells = (gaps.get((base.key, c), value) for c, value in zip(COLUMNS, base.cells, strict=True))
    return replace(base, cells=tuple(cells))


def _keys(tab: Tab, layout: Layout) -> list[tuple[int, str]]:
    """Every row that bears a key, with it."""
    column = layout.index(Column.ID)
    keys = ((place, text_of(tab.cell(place, column))) for place in range(layout.first_row, len(tab.rows)))
    return [(place, key) for place, key in keys if key]


def put_right(sight: Sight, *, everywhere: bool = False) -> Iterator[Put | Swap]:
    """Cells that the last batch left amiss outside the rows' own columns, and on rows that hold nothing of people.

    ``everywhere``: on all others too, for a batch that decides nothing about these; what is to be put right is known
    only until the next batch.
    """
    places = set(sight.layout.places)
    meanings = {place: column for column, place in sight.layout.columns}
    for (row, column), stands in sight.learned.standing.items():
        if everywhere or row not in sight.typed or column not in places:
            wanted = sight.learned.tab.cell(row, column)
            yield _put(sight, row, column, meanings.get(column), stands, wanted)


def emptied(sight: Sight) -> Iterator[Request]:
    """What of the tool's still stands on rows that people have emptied, and keys that need not be kept any more."""
    tab, layout = sight.learned.tab, sight.layout
    amiss = sight.learned.standing
    kept = sight.grave.places - sight.grave.expired
    meanings = {place: column for column, place in layout.columns}
    for row, column in husks(tab, layout, sight.typed, sight.emptied):
        if row in kept and column == layout.index(Column.ID):
            continue
        if (row, column) not in amiss:
            yield _put(sight, row, column, meanings.get(column), tab.cell(row, column), None)


def cleared(sight: Sight, row: int) -> Iterator[Put | Swap]:
    """Everything of a row that was merged away, each cell only if it still holds what was read."""
    meanings = {place: column for column, place in sight.layout.columns}
    for column in range(len(sight.tab.rows[row])):
        value, meaning = sight.tab.cell(row, column), meanings.get(column)
        if value is None or meaning is Column.ID or isinstance(value, Formula):
            continue
        yield _put(sight, row, column, meaning, value, None)


def cleared_of_late(sight: Sight, row: int) -> Iterator[Request]:
    """What was told elsewhere of a row merged away: a number of the desk's was not, and stays there."""
    ours = {place for column, place in sight.layout.columns if column in SHARED_COLUMNS | TOOL_COLUMNS}
    for request in cleared(sight, row):
        if request.column in ours or (row, request.column) not in sight.tab.fixed:
            yield request


def _put(
    sight: Sight, row: int, column: int, meaning: Column | None, stands: CellValue, wanted: CellValue
) -> Put | Swap:
    """A shared cell or one of the tool's that holds no text cannot be compared, and is written by its place."""
    ours = meaning in SHARED_COLUMNS or (meaning in TOOL_COLUMNS and meaning is not Column.ID)
    if ours and (row, column) in sight.tab.fixed:
        return Put(row, column, wanted)
    return swap(row, column, stands, wanted)


def swap(row: int, column: int, old: CellValue, new: CellValue) -> Put | Swap:
    return Put(row, column, new) if old is None else Swap(row, column, old, new)


def leftovers(sight: Sight) -> tuple[int, ...]:
    """Rows that are no callbacks and yet hold something."""
    return filled_rows(sight.learned.tab, sight.layout, sight.typed)


def lines_of(sight: Sight, pen: Pen) -> Iterator[HistoryRow]:
    """What is to be told of the last batch: texts it covered, cells put right, merges that did not hold."""
    remembered = {one.key: one for one in sight.state.base} if sight.state else {}
    for key, meaning, was, now in sight.learned.covered:
        if key in remembered:  # where its row ends; another row's value may have fallen on it
            now = remembered[key].cells[COLUMNS.index(meaning)]
        if not same(was, now):
            yield pen.line(key, meaning.value, was, now, COVERED, "?")
    places = set(sight.layout.places)
    names: dict[int, str] = dict(sight.layout.extras)
    names |= {place: column.value for column, place in sight.layout.columns}
    for (row, column), stands in sight.learned.standing.items():
        wanted = sight.learned.tab.cell(row, column)
        if row not in sight.typed or column not in places:
            yield pen.line("", names.get(column, ""), stands, wanted, PUT_BACK)
        elif isinstance(stands, str) and isinstance(wanted, str) and stands != wanted and stands in wanted:
            key = text_of(sight.learned.tab.cell(row, sight.layout.index(Column.ID)))
            yield pen.line(key, names[column], stands, wanted, PUT_BACK)
    for request in emptied(sight):
        if isinstance(request, Swap):
            yield pen.line("", names.get(request.column, ""), request.old, None, EMPTIED)
    for key, meaning, write in sight.learned.unwritten:
        yield pen.line(key, meaning.value, write.new, write.known, UNWRITTEN)
    for base in sight.revived:
        for own, value in zip(COLUMNS, base.cells, strict=True):
            if value is not None:
                yield pen.line(base.key, own.value, None, value, TAKEN_BACK)
    for merged, base in sight.apart:
        for own, was, value in zip(COLUMNS, merged.cells, base.cells, strict=True):
            if not same(was, value):
                yield pen.line(base.key, own.value, was, value, TAKEN_BACK)


def late_lines(sight: Sight, pen: Pen) -> Iterator[HistoryRow]:
    """What is told in the notes of other rows, of texts typed on rows merged away."""
    for late, tomb in sight.grave.late:
        for name, text in late_texts(late):
            yield pen.line(tomb.key, name, text, None, TOLD_IN)
