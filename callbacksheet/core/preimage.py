"""The tab as a batch met it, and what the batch's writes fell on there.

Only rows that the batch wrote to are in a pre-image. They stand where they stood, people's latest sorting, inserting
and typing included, so a row that the batch meant may have stood at another place, or not have been there at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from operator import itemgetter

from callbacksheet.core.cells import is_typed, text_of
from callbacksheet.core.journal import LEFT_BEHIND, Group, Journal, Write
from callbacksheet.core.likeness import (
    TELLING,
    Likest,
    Rows,
    Texts,
    alike,
    begins_a_call,
    cell_of,
    cells_of,
    digest,
    filled,
    headed_row,
    is_empty,
    is_rather,
    may_look_like,
    shared,
    where_headed,
)
from callbacksheet.core.model import CALLER, DESK_COLUMNS, STARTS, CellValue, Column
from callbacksheet.core.state import Base


@dataclass(frozen=True, slots=True)
class Fallen:
    """A write that took effect: on which row and column of the pre-image, what was there.

    ``right``: that was the row and the column it was meant for.
    """

    row: int
    column: int
    group: Group
    write: Write
    was: CellValue
    right: bool


def leavings(group: Group, but: int | None = None) -> Texts:
    """What the tool had left on a row that holds nothing else, all to be taken away again, by the columns meant.

    Somebody may have begun to type there since; the rest of it still tells the row. ``but``: without this column, in
    which the key stands that people may have sorted away.
    """
    return [(write.column, write.old) for write in group.writes if not is_empty(write.old) and write.column != but]


class Preimage:
    """The rows as they stood right before a batch, read with the journal of it and what it meant to leave behind."""

    def __init__(self, rows: Rows, journal: Journal, base: Iterable[Base]) -> None:
        self.rows = rows
        self.journal = journal
        self._base = {one.key: one for one in base}
        found = headed_row(rows, journal.heads.values(), journal.header_row)
        self.header = journal.header_row if found is None else found
        self._header = [text_of(value) for value in cells_of(rows, self.header)]
        self.heads: Mapping[int, str] = dict(enumerate(self._header))
        self._bearing: defaultdict[str, list[int]] = defaultdict(list)
        for row in range(len(rows)):
            self._bearing[self.key_on(row)].append(row)
        self._groups: defaultdict[str, list[Group]] = defaultdict(list)
        for group in journal.groups:
            self._groups[group.key].append(group)  # of a row that was copied there are two
        self._found: dict[tuple[int, str], int | None] = {}
        self._likest: Likest | None = None
        self._meant: dict[frozenset[Column], set[int]] = {}
        self._digests: dict[tuple[int, frozenset[int]], str] = {}
        self._read_with: dict[str, Mapping[frozenset[int], set[str]]] = {}
        self._remembered_on: dict[int, Sequence[tuple[str, tuple[bool, int]]]] = {}

    # columns

    def column_of(self, column: int) -> int:
        """Where a column that was meant stood."""
        return where_headed(column, self.journal.heads, self._header)

    def meaning_of(self, column: int) -> Column | None:
        """What a column of the pre-image means."""
        head = self.heads.get(column, "")
        meant = next((c for c, text in self.journal.heads.items() if head and text == head), column)
        return self.journal.meanings.get(meant)

    def _here(self, texts: Texts) -> Texts:
        """Texts by the columns that were meant, by the columns of the pre-image."""
        return [(self.column_of(column), value) for column, value in texts]

    # rows

    def key_on(self, row: int) -> str:
        return text_of(cell_of(self.rows, row, self.column_of(self.journal.id_column)))

    def rows_bearing(self, key: str) -> Sequence[int]:
        """The rows that bore this key: of a row that was copied there are two."""
        return self._bearing.get(key, ())

    def groups_of(self, key: str) -> Sequence[Group]:
        """What was meant for rows that bore this key."""
        return self._groups.get(key, ())

    def cell(self, row: int, column: int) -> CellValue:
        return cell_of(self.rows, row, column)

    def row_of(self, group: Group) -> int | None:
        """Where the row stood that was meant; None where it is not to be found.

        It bore its key, unless people had sorted without the hidden column or cut it from its key that instant: then
        the row that bore the key is little like what was read, or another one alone holds all of that, and this is it.
        """
        name = group.row, group.key
        if name not in self._found:
            self._found[name] = self._find(group) if group.key else self._find_unnamed(group)
        return self._found[name]

    def _find(self, group: Group) -> int | None:
        rows = self._bearing.get(group.key, [])
        if group.row in rows and self._is_as_read(group.row, group) and (len(rows) == 1 or self._holds_all(group)):
            return group.row
        if (twin := self._twin_of(group)) is not None:
            return twin
        rows = [row for row in rows if not self._is_its_copy(row, group)]
        if len(rows) > 1:
            rows = self._likest_read(rows, group)
        row = group.row if group.row in rows else rows[0] if len(rows) == 1 else None
        if row is not None and self._is_as_read(row, group):
            return row
        texts = self._here(self.texts_read(group) or leavings(group))
        found = self._most_like(texts) if self.texts_read(group) else self._place_of_leavings(group)
        found = found if found is not None and self._may_be(found, texts, group) else self._place_of_all_leavings(group)
        if row is None or self._is_another(row, texts, STARTS):
            return found
        held = shared(self.rows, row, texts)
        whole = held < len(texts) and found is not None and self._index().only_with(texts) == found
        moved = whole or self._is_another(row, texts, CALLER)  # its caller stands on that one, or on one not kept
        return found if moved or 2 * held < len(texts) else row

    def rows_amiss(self, group: Group) -> list[int]:
        """The rows with its key, or without one as it was, that show all of another row's values that were to go from
        it, and most of what was read, though somebody has typed another name or number over the caller's, or pasted
        another call: none that is remembered with another key, which people may have sorted away, though without a key
        it be the same caller's.
        """
        amiss = self._here([(write.column, write.old) for write in group.writes if write.amends])
        texts = self._here(self.texts_read(group))
        rows = self.rows_bearing(group.key) if len(amiss) >= TELLING else ()
        rows = [row for row in rows if shared(self.rows, row, amiss) == len(amiss)]
        rows = [row for row in rows if 2 * shared(self.rows, row, texts) > len(texts)]
        asked = (row for row in rows if not group.key or self._is_another(row, texts, STARTS))
        others = {row for row in asked if self._is_remembered(row, group)}
        return [row for row in rows if row not in others]

    def _is_remembered(self, row: int, group: Group) -> bool:
        """Whether a row is rather what is remembered with any other key than what was read."""
        others = (likest for key, likest in self._likest_remembered(row) if key != self.key_meant(group))
        all_of_it, held = next(others, (False, 0))
        return all_of_it or 0 < held >= shared(self.rows, row, self._here(self.texts_read(group)))

    def _likest_remembered(self, row: int) -> Sequence[tuple[str, tuple[bool, int]]]:
        """The two keys of whose remembered texts a row holds most, if most of them: whether it is all, and how many."""
        if row not in self._remembered_on:
            held = ((key, shared(self.rows, row, texts), len(texts)) for key, texts in self._remembered)
            like = ((key, (count == most, count)) for key, count, most in held if 2 * count > most)
            self._remembered_on[row] = nlargest(2, like, key=itemgetter(1))
        return self._remembered_on[row]

    @cached_property
    def _remembered(self) -> Sequence[tuple[str, Texts]]:
        """All that is remembered, where people look, by key and by the columns of the pre-image."""
        texts = ((key, self._here(self.texts_remembered(key))) for key in self._base)
        return [(key, told) for key, told in texts if told]

    def _holds_all(self, group: Group) -> bool:
        """Whether all that was read stands at the place of the row, numbers too, which a digest leaves out."""
        texts = self._here(self.texts_read(group))
        return shared(self.rows, group.row, texts) == len(texts)

    def _likest_read(self, rows: Sequence[int], group: Group) -> list[int]:
        """Of these rows those that are as the row was read; of some that are, what a digest leaves out tells a copy."""
        texts = self._here(self.texts_read(group))
        held = {row: shared(self.rows, row, texts) for row in rows if self._is_as_read(row, group)}
        most = max(held.values(), default=0)
        return [row for row in held if held[row] == most]

    def _twin_of(self, group: Group) -> int | None:
        """Which of the rows that bore the key it is, where another one was read just so: each is that which stood in
        its order, as long as it is rather that than not.
        """
        twins = sorted(one.row for one in self.groups_of(group.key) if one.digest == group.digest)
        rows = self.rows_bearing(group.key)
        if not 1 < len(twins) == len(rows):
            return None
        texts, row = self._here(self.texts_read(group)), rows[twins.index(group.row)]
        return row if 2 * shared(self.rows, row, texts) > len(texts) else None

    def _is_its_copy(self, row: int, group: Group) -> bool:
        """Whether a row that bears the same key is another one, just as that was read: a copy, or of what it is one."""
        return not self._is_as_read(row, group) and self._is_as_one_read(row, group.key)

    def _is_as_one_read(self, row: int, key: str) -> bool:
        """Whether a row is just as any row was read that bore this key, which may have been filled down a column."""
        if key not in self._read_with:
            read: defaultdict[frozenset[int], set[str]] = defaultdict(set)
            for one in self.groups_of(key):
                read[one.skip].add(one.digest)
            self._read_with[key] = read
        return any(self._digest(row, skip) in digests for skip, digests in self._read_with[key].items())

    def _may_be(self, row: int, texts: Texts, group: Group) -> bool:
        """Whether a row that reads like the one that was meant is not known to be another's; one that bears no key is
        it only where all of that stands there, or the most of what the tool had left.
        """
        whole = bool(self.key_on(row)) or shared(self.rows, row, texts) == len(texts)
        if not (whole or self._holds_most_leavings(row, group)):
            return False
        return not (self._is_anothers(row, group) or self._is_another(row, texts, CALLER))

    def _holds_most_leavings(self, row: int, group: Group) -> bool:
        """Whether a row that tells no call holds more than half of what the tool had left where none was told either,
        and no other row, with or without a call, as much.
        """
        left = self._here(leavings(group, but=self.journal.id_column))
        return not self.texts_read(group) and not self.told_a_call(row) and self._most_like(left) == row

    def _is_another(self, row: int, texts: Texts, told_by: frozenset[Column]) -> bool:
        """Whether what tells a row is another's, however like the rest is: the tool fills in the same on many.

        Where nothing told the row that was read, a caller's name or number tells another.
        """
        starts = [(column, value) for column, value in texts if column in self._columns(told_by)]
        if starts:
            return not shared(self.rows, row, starts)
        return any(not is_empty(self.cell(row, column)) for column in self._columns(CALLER))

    def _is_told(self, row: int, texts: Texts) -> bool:
        """Whether the caller's name or number stands there, or all else where neither was known."""
        caller = [one for one in texts if one[0] in self._columns(CALLER)]
        return bool(shared(self.rows, row, caller)) if caller else shared(self.rows, row, texts) == len(texts)

    def _columns(self, meanings: frozenset[Column]) -> set[int]:
        if meanings not in self._meant:
            self._meant[meanings] = set(map(self.column_of, self.journal.columns(meanings)))
        return self._meant[meanings]

    def _index(self) -> Likest:
        self._likest = self._likest or Likest(self.rows)
        return self._likest

    def _most_like(self, texts: Texts, but: Callable[[int], bool] | None = None) -> int | None:
        return self._index().to(texts, but)

    def _is_anothers(self, row: int, group: Group) -> bool:
        """Whether a row that bears another key is rather what was read with that one; or bears the same, and is just as
        another was read with it.

        Of a key to whose row nothing was written what was read is what is remembered.
        """
        key = self.key_on(row)
        if not key or key == group.key:
            return bool(key) and self._is_its_copy(row, group)
        others = self.groups_of(key)
        if self._is_as_one_read(row, key):
            return True
        read = [self.texts_read(one) for one in others] if others else [self.texts_remembered(key)]
        sought = self._here(self.texts_read(group) or leavings(group))
        return any(is_rather(self.rows, row, self._here(texts), sought) for texts in read)

    def _holds_more_of_another(self, row: int, group: Group) -> bool:
        """Whether a row without a key, on which not all stands that the tool had left, holds more that it had left on
        another one.
        """
        left = self._here(leavings(group))
        held = shared(self.rows, row, left)
        if self.key_on(row) or held == len(left):
            return False
        others = (one for one in self.groups_of("") if one is not group)
        return any(shared(self.rows, row, self._here(leavings(one))) > held for one in others)

    def _is_taken_for(self, row: int, texts: Texts, group: Group) -> bool:
        """Whether a row on which the same was left is another: of its key, of what was left there, or of its caller."""
        caller = [one for one in texts if one[0] in self._columns(CALLER)]
        others = bool(caller) and not shared(self.rows, row, caller)
        return others or self._is_anothers(row, group) or self._holds_more_of_another(row, group)

    def _find_unnamed(self, group: Group) -> int | None:
        """By what the tool had left amiss there, or else by all that was read, on a row that still bears no key; on one
        that has got another's by sorting, by the caller. Of a row and its copies any that is not known to be another's.
        """
        texts = self._here(self.texts_read(group))
        found = self._place_of_leavings(group)
        found = self._blank_twins.get(group.row) if found is None else found
        if found is not None and not self._is_taken_for(found, texts, group):
            return found
        found = self._most_like(texts)
        if found is not None and not self.key_on(found):
            return found
        found = self._most_like(texts, lambda row: self._is_anothers(row, group) or not self._is_told(row, texts))
        if found is not None:
            return found
        copies = (row for row in self._index().with_all(texts) if not self._is_anothers(row, group))
        return next(copies, None)

    def _place_of_leavings(self, group: Group) -> int | None:
        """Where a row stands by what the tool had left there, that is no caller's."""
        left = self._here(leavings(group))
        return self._index().left_on(left, lambda row: bool(self.key_on(row)) and self.told_a_call(row))

    @cached_property
    def _blank_twins(self) -> Mapping[int, int]:
        """Where blank rows have moved that held the same leavings as others, by the row that was meant: each is what
        stood in its order, and holds nothing else.
        """
        meant: defaultdict[tuple[tuple[int, CellValue], ...], set[int]] = defaultdict(set)
        for group in self.groups_of(""):
            if not self.texts_read(group):
                meant[tuple(leavings(group))].add(group.row)
        found: dict[int, int] = {}
        for left, rows in meant.items():
            there = {row for row in self._index().holding(self._here(left)) if filled(self.rows[row]) == len(left)}
            found |= zip(sorted(rows - there), sorted(there - rows), strict=False)
        return found

    def told_a_call(self, row: int) -> bool:
        """Whether a name, a number or a reason stood on a row."""
        return begins_a_call(self.rows[row], self._columns(STARTS))

    def _place_of_all_leavings(self, group: Group) -> int | None:
        """The one row that holds all that the tool had left on one that held nothing else, where people had sorted its
        key away from it, and somebody typed there by the place where it had stood. None that is known to be another's.
        """
        left = self._here(leavings(group, but=self.journal.id_column))
        if self.texts_read(group) or len(left) < TELLING:
            return None
        hit = [row for row in self._index().holding(left) if not self._is_anothers(row, group)]
        return hit[0] if len(hit) == 1 else None

    def _is_as_read(self, row: int, group: Group) -> bool:
        return self._digest(row, group.skip) == group.digest

    def _digest(self, row: int, skip: frozenset[int]) -> str:
        if (row, skip) not in self._digests:
            self._digests[row, skip] = digest(cells_of(self.rows, row), skip)
        return self._digests[row, skip]

    def texts_read(self, group: Group) -> Texts:
        """What the row that was meant held when it was read, where people look, by the columns that were meant."""
        known = self._base.get(self.key_meant(group))
        if known is None:
            return ()
        return self._texts(known, {write.column: write.old for write in group.writes})

    @property
    def keys_remembered(self) -> Iterable[str]:
        return self._base.keys()

    def cells_remembered(self, key: str) -> Mapping[Column, CellValue]:
        """All that is remembered of the row with this key."""
        known = self._base.get(key)
        return {} if known is None else dict(zip(Column, known.cells, strict=True))

    def texts_remembered(self, key: str) -> Texts:
        """What is remembered of the row with this key, where people look, by the columns that were meant."""
        known = self._base.get(key)
        return () if known is None else self._texts(known, {})

    def _texts(self, known: Base, old: Mapping[int, CellValue]) -> Texts:
        """What is remembered where people look, but what stood where the batch wrote, by the columns meant."""
        cells: Mapping[Column, CellValue] = dict(zip(Column, known.cells, strict=True))
        meanings = self.journal.meanings.items()
        texts = ((column, old.get(column, cells[m])) for column, m in meanings if m not in LEFT_BEHIND)
        return [(column, value) for column, value in texts if not is_empty(value)]

    def key_meant(self, group: Group) -> str:
        """The key under which the row is remembered since the batch, whether or not it has come to bear it."""
        given = self._key_given(group)
        return group.key if given is None else text_of(given.new)

    def key_after(self, group: Group) -> str:
        """The key that a row bears since the batch, which may have given it another."""
        given = self._key_given(group)
        fell_right = given is not None and self.column_of(given.column) == given.column
        return self.key_meant(group) if fell_right else group.key

    def _key_given(self, group: Group) -> Write | None:
        return next((w for w in group.writes if self.journal.meanings.get(w.column) is Column.ID), None)

    def is_there(self, group: Group) -> bool:
        """Whether the row that was meant stood at its place when the batch was applied."""
        if group.key:
            return self.row_of(group) == group.row and not self.is_cut(group, group.row)
        return not self.key_on(group.row) and (self._is_as_read(group.row, group) or self.row_of(group) == group.row)

    def is_cut(self, group: Group, row: int) -> bool:
        """Whether people had taken the row's content away from its key."""
        tools = self._columns(LEFT_BEHIND)
        emptied = not any(is_typed(v) for column, v in enumerate(cells_of(self.rows, row)) if column not in tools)
        return emptied and not self._is_as_read(row, group)

    def was_coming_back(self, group: Group) -> bool:
        """Whether the row was blank when it was read, but for words typed late, and the call it had held was to be put
        back there.
        """
        starts = set(self.journal.columns(STARTS))
        told = {
            w.column for w in group.writes if self.journal.meanings.get(w.column) in DESK_COLUMNS and w.new is not None
        }
        read = {column for column, _ in self.texts_read(group)}
        return bool(told) and (not read or (bool(told & starts) and not read & starts))

    def came_back_onto_another(self, group: Group) -> bool:
        """Whether a caller stood by then where a row was to come back: that one keeps the place. Words alone are late
        typing on the row itself.
        """
        held = (self.cell(group.row, column) for column in self._columns(CALLER))
        return self.was_coming_back(group) and any(value is not None for value in held)

    # what the batch did

    def fallen(self, *, fills: bool, found: Callable[[Group, Write], bool]) -> Iterator[Fallen]:
        """Every write that took effect; ``fills``: also into cells that were compared with nothing.

        ``found`` says whether a number or a true time was taken for the text it shows, which nothing but the tab tells.
        """
        for group in self.journal.groups:
            there = self.is_there(group)
            for write in group.writes:
                was = self.cell(group.row, write.column)
                compared = alike(was, write.old) and (fills or not write.into_empty)
                compared = compared or (may_look_like(was, write.old) and found(group, write))
                if not (write.by_place or compared):
                    continue
                right = (there or self._mends(group, write)) and self.column_of(write.column) == write.column
                right = right and group.row != self.header
                yield Fallen(group.row, write.column, group, write, was, right)

    def _mends(self, group: Group, write: Write) -> bool:
        """Whether it found what the tool had left amiss: on a row without a key, where somebody may have typed since;
        or on the row with its key, over whom another caller had been pasted.
        """
        if write.by_place or write.into_empty or self.key_on(group.row) != group.key:
            return False
        alone = len(self.rows_bearing(group.key)) == 1
        return not group.key or (write.amends and alone and self.row_of(group) is None)

    def into_empty(self) -> Iterator[tuple[Group, Write]]:
        """Fills of cells that were empty indeed, on rows and in columns that were at their place."""
        for group in self.journal.groups:
            for write in group.writes:
                empty = write.into_empty and self.cell(group.row, write.column) is None
                if empty and self.column_of(write.column) == write.column and self.is_there(group):
                    yield group, write

    def broken(self) -> tuple[tuple[str, str], ...]:
        """Merges of which one row was not as it had been read.

        With one of them all others into the same row: what it held is put back as it was before all of them. A row
        that bore such a key and was to get its own is none of them.
        """

        def held(key: str) -> bool:
            groups = [group for group in self.groups_of(key) if self.key_meant(group) == key]
            if not groups:
                return key in self._bearing
            return all(self.is_there(group) and self._is_as_read(group.row, group) for group in groups)

        pairs = self.journal.pairs
        parted = {pair[1] for pair in pairs if not all(map(held, pair))}
        return tuple(pair for pair in pairs if pair[1] in parted)
