"""Where the rows and columns of a pre-image stand in the tab by now; people have gone on sorting and typing since."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from callbacksheet.core.callback import joined
from callbacksheet.core.cells import is_typed, text_of
from callbacksheet.core.journal import LEFT_BEHIND, Group
from callbacksheet.core.likeness import (
    FIRST_ROWS,
    TELLING,
    Likest,
    Texts,
    alike,
    begins_a_call,
    cells_of,
    digest,
    filled,
    gathered,
    headed_row,
    is_empty,
    is_rather,
    nearest,
    serial,
    shared,
    where_headed,
)
from callbacksheet.core.model import CALLER, STARTS, CellValue, Column
from callbacksheet.core.preimage import Fallen, Preimage, leavings
from callbacksheet.core.snapshot import Tab
from callbacksheet.core.twins import paired

_WORDS = (Column.REASON, Column.BEST_TIME, Column.OUTCOME, Column.NOTES)


class Standing:
    """The tab as it stands, with the cells that were put right so far; ``fallen`` is by row of the pre-image."""

    def __init__(self, tab: Tab, preimage: Preimage, fallen: Mapping[int, Sequence[Fallen]]) -> None:
        self.tab = tab
        self.righted: dict[tuple[int, int], CellValue] = {}
        self._preimage = preimage
        self._journal = preimage.journal
        self._fallen = fallen
        self._header: list[str] | None = None
        self._header_row: int | None = None
        self._look_for_header = True
        self._bearing: Mapping[str, list[int]] | None = None
        self._likest: Likest | None = None
        self._now_just_so: Mapping[str, list[int]] | None = None
        self._wanting: Mapping[str, list[int]] | None = None
        self._paired: dict[tuple[str, int | None], dict[int, int]] = {}
        self._just_this: Mapping[int, Sequence[int]] | None = None
        self._left_with: dict[str, Sequence[int]] = {}
        self._added = {one.key for one in preimage.journal.added}

    def cell(self, row: int, column: int) -> CellValue:
        return self.righted.get((row, column), self.tab.cell(row, column))

    def put_right(self, row: int, column: int, value: CellValue) -> None:
        self.righted[row, column] = value
        heads = self._journal.heads.values()
        if row == self._header_row or (row < FIRST_ROWS and text_of(value) and text_of(value) in heads):
            self._look_for_header = True

    def keep_in_notes(self, place: int, meaning: Column | None, words: CellValue) -> None:
        """Words that nobody could see when they typed over what had covered them are told in the row's notes."""
        column = next(iter(self._columns({Column.NOTES})), None)
        if meaning not in _WORDS or not isinstance(words, str) or column is None:
            return
        notes = self.cell(place, column)
        if (notes is None or isinstance(notes, str)) and (told := joined(notes or "", words)) != notes:
            self.put_right(place, column, told)

    def look_for_keys(self) -> None:
        """Find the keys anew, with what was put right since, and what fell."""
        self._bearing = None
        self._wanting = None
        self._paired = {}
        self._just_this = None

    # columns

    def column_meant(self, column: int) -> int:
        """Where a column that was meant stands by now."""
        return self._column(self._journal.heads, column)

    def column_before(self, column: int) -> int:
        """Where a column of the pre-image stands by now."""
        return self._column(self._preimage.heads, column)

    def _column(self, heads: Mapping[int, str], column: int) -> int:
        header = self._header_now()
        return column if header is None else where_headed(column, heads, header)

    def _header_now(self) -> list[str] | None:
        """What the header says, None where there is none; looked for again only where something was put right there."""
        if self._look_for_header:
            first = enumerate(self.tab.rows[:FIRST_ROWS])
            rows = [[self.cell(row, column) for column in range(len(cells))] for row, cells in first]
            self._header_row = headed_row(rows, self._journal.heads.values())
            self._header = None if self._header_row is None else [text_of(value) for value in rows[self._header_row]]
            self._look_for_header = False
        return self._header

    def _columns(self, meanings: Collection[Column]) -> set[int]:
        """Where the columns of these meanings stand by now."""
        return set(map(self.column_meant, self._journal.columns(meanings)))

    # rows

    def bearing(self) -> Mapping[str, list[int]]:
        """The rows on which each key stands: of a row that was copied there are two."""
        if self._bearing is None:
            self._bearing = gathered((key, place) for place in range(len(self.tab.rows)) if (key := self.key_on(place)))
        return self._bearing

    def left_with(self, key: str) -> Sequence[int]:
        """The rows of the pre-image that bore a key, and to which the batch gave no other, as it does to copies."""
        if key not in self._left_with:
            column = self.column_meant(self._journal.id_column)
            bore = self._preimage.rows_bearing(key)
            self._left_with[key] = [row for row in bore if text_of(self.fell_on(row).get(column, key)) == key]
        return self._left_with[key]

    def place_of(self, key: str, row: int) -> int | None:
        """Where the row of the pre-image that bears this key stands.

        People may have sorted without the hidden column, or cut the row from its key: where the row that bears the
        key is little like it, and one other row is much like it, which is not known to be another, that one is it.
        """
        places = self.bearing().get(key, [])
        if not places:
            return None
        texts = self.texts_of(row)
        likest = places[0] if len(places) == 1 else self._place_among_twins(key, row)
        if (marked := self._marked(row, likest)) is not None:
            return marked
        if (sorted_away := self._just_but_for_its_key(row, likest)) is not None:
            return sorted_away
        likely = 2 * self._shared(likest, texts) >= len(texts) and not self._is_another_caller(likest, texts, STARTS)
        surely = self._shared(likest, texts) == len(texts) or self.is_its_own(likest)
        if likely and surely and not self._is_another_caller(likest, texts, CALLER):
            return likest
        other = self._stray_like(texts, row) if self._tells(texts) else self._place_of_leavings(row, ())
        if other is None or self._is_another_caller(other, texts, CALLER if likely else STARTS):
            pasted = None if likely else self._place_pasted_over(row)
            return likest if pasted is None else pasted
        liker = self._shared(other, texts) > self._shared(likest, texts)
        return other if liker or not likely or self._is_another_caller(likest, texts, CALLER) else likest

    def _just_but_for_its_key(self, row: int, likest: int) -> int | None:
        """The one row that holds all that a row of the pre-image was left with but its key, and least else, where the
        likest that bears this does not: two calls of one caller are much alike. None that is just what another was.
        """
        texts = self.texts_of(row, {Column.ID})
        if len(texts) <= 2 * TELLING or self._shared(likest, texts) == len(texts):
            return None
        return self._index().only_with(texts, lambda p: self.is_its_own(p, texts) or self._is_just_another(p, row))

    def _place_among_twins(self, key: str, row: int) -> int:
        """Which of the rows with its key a row of the pre-image is, of which there may be several too."""
        twins = self._preimage.rows_bearing(key)
        name = key, None if row in twins else row
        if name not in self._paired:
            held = gathered((_digest(self.as_left(one)), one) for one in sorted({row, *twins}))
            holding = gathered((_digest(self.tab.rows[place]), place) for place in self.bearing()[key])
            self._paired[name] = paired(held, holding, self._unlike)
        return self._paired[name][row]

    def _unlike(self, row: int, place: int) -> tuple[int, int, int]:
        """The less a place holds of what people see of a row, then of all of it, and the more beside: where all of it
        was emptied, nothing is left to be like.
        """
        seen, whole = self.texts_of(row), self.texts_of(row, ())
        return -self._shared(place, seen), -self._shared(place, whole), filled(self.tab.rows[place])

    def _marked(self, row: int, likest: int) -> int | None:
        """A row no less like a row of the pre-image than the likest that bears its key, and which shows what fell there
        amiss, while that one shows what had stood there: people copied the row, and sorted the key away to its copy.
        """
        amiss = [one for one in self._fallen.get(row, ()) if not (one.right or alike(one.was, one.write.new))]
        amiss = [one for one in amiss if one.write.new is not None]
        marks = [(self.column_before(one.column), one.write.new) for one in amiss]
        stood = [(self.column_before(one.column), one.was) for one in amiss]
        if not marks or self._shared(likest, stood) < len(stood):
            return None
        texts = self.texts_of(row)
        least = max(self._shared(likest, texts), len(texts) // 2 + 1)
        liker = [p for p in self._index().holding(marks) if self._shared(p, texts) >= least]
        liker = [p for p in liker if not (self._is_another_caller(p, texts, STARTS) or self.is_its_own(p, texts))]
        return liker[0] if len(liker) == 1 else None

    def copies_of(self, key: str, row: int, place: int) -> list[int]:
        """Where copies stand of a row of the pre-image that is at this place, with the key that it bears.

        Copies that were made before the batch are known by what fell on themselves.
        """
        if not key or len(self._preimage.rows_bearing(key)) > 1:
            return []
        return self._copies(key, self.texts_of(row), place)

    def copies_pasted_over(self, key: str, row: int, place: int) -> list[int]:
        """Where copies may stand over which another call was pasted since: all shows there that fell on the row, as it
        may on another that people sorted to the key.
        """
        fell = self._surely_fell(row)
        if not key or key in self._added or len(fell) < TELLING or len(self._preimage.rows_bearing(key)) > 1:
            return []
        return [p for p in self.bearing().get(key, ()) if p != place and self._shared(p, fell) == len(fell)]

    def copies_as_read(self, group: Group, place: int) -> list[int]:
        """The same of a row that is at this place, and was not told from its copies in the pre-image."""
        return self._copies(group.key, self._by_now(self._preimage.texts_read(group)), place) if group.key else []

    def _copies(self, key: str, texts: Texts, place: int) -> list[int]:
        if key in self._added:
            return []  # the batch itself has put that call in anew, since another stands in its place
        places = [other for other in self.bearing().get(key, ()) if other != place]
        likely = [other for other in places if 2 * self._shared(other, texts) > len(texts)]
        return [other for other in likely if not self._is_another_caller(other, texts, CALLER)]

    def _is_another_caller(self, place: int, texts: Texts, told_by: frozenset[Column]) -> bool:
        """Whether what tells a row is another's, however like the rest is: the tool fills in the same on many."""
        asked = self._columns(told_by)
        starts = [(column, value) for column, value in texts if column in asked]
        return bool(starts) and not self._shared(place, starts)

    def _tells(self, texts: Texts, told_by: frozenset[Column] = STARTS) -> bool:
        """Whether these are a call's, and not only what the tool had left."""
        return bool(self._columns(told_by).intersection(column for column, _ in texts))

    def left_a_caller_on(self, row: int) -> bool:
        """Whether a row of the pre-image still told a name or number, with what fell on it."""
        return self._tells(self.texts_of(row), CALLER)

    def tells_its_caller(self, row: int) -> bool:
        """Whether the name or the number of a row of the pre-image stands on any row."""
        asked = self._columns(CALLER)
        return any(self._index().holding([one]) for one in self.texts_of(row) if one[0] in asked)

    def is_pasted_over(self, place: int, row: int) -> bool:
        """Whether neither the name nor the number of a row of the pre-image stands there any more."""
        return self._is_another_caller(place, self.texts_of(row), CALLER)

    def place_of_row(self, row: int, key: str = "") -> int | None:
        """Where a row of the pre-image stands that bears ``key`` since, or what it bore, or no key at all: as one that
        never had any where its key stands nowhere by now, if all of it does.
        """
        key = key or self._preimage.key_on(row)
        place = self.place_of(key, row) if key else None
        if place is not None:
            return place
        found = self.place_of_unnamed(row)
        return found if not key or found is None or self._is_all_of(found, self.texts_of(row)) else None

    def _is_all_of(self, place: int, texts: Texts) -> bool:
        """Whether all of this stands on a row, and nothing beside it that tells a call: else it is like another one."""
        told = {column for column, _ in texts}
        others = self._columns(STARTS) - told
        return self._shared(place, texts) == len(texts) and all(is_empty(self.cell(place, c)) for c in others)

    def place_as_read(self, group: Group) -> int | None:
        """Where the row stands that is most like what was read, of one that was not in the pre-image.

        Of a row and its copy, which are equally like it, the one that bears the key; and a row that
        bears another key and holds all that is remembered with it, or most and more than of this one, is no other.
        """
        if (kept := self.place_kept(group)) is not None:
            return kept
        texts = self._by_now(self._preimage.texts_read(group))
        left = self._by_now(leavings(group, but=self._journal.id_column))
        if not (group.key and texts):  # nothing but what the tool had left told the row
            place = self._index().only_with(left)
            if place is not None and not self.is_its_own(place):
                return place
        found = self._most_like_its_own(group, texts)
        if not group.key:
            return None if found is None or self.key_on(found) else found
        held = texts or left
        bearing = [place for place in self.bearing().get(group.key, ()) if 2 * self._shared(place, held) > len(held)]
        bearing = [place for place in bearing if not self._is_another_caller(place, texts, CALLER)]
        if found is None or self._is_another_caller(found, texts, CALLER) or self._is_anothers(found, group):
            return bearing[0] if len(bearing) == 1 else None
        call = [one for one in texts if one[0] in self._columns(STARTS)]
        known = found in bearing or self.key_on(found) or self._is_all_of(found, call)
        return found if known else None  # else its caller may have rung again

    def _most_like_its_own(self, group: Group, texts: Texts) -> int | None:
        """The row most like what was read: not one on which only the same of another row's stands that was to go."""
        found = self._index().to(texts)
        strays = {self.column_meant(write.column) for write in group.writes if write.amends}
        own = [(column, value) for column, value in texts if column not in strays]
        return None if found is None or (own and not self._shared(found, own)) else found

    def place_kept(self, group: Group) -> int | None:
        """Where the one row stands that bears the key still and holds all that was read with it."""
        texts = self._by_now(self._preimage.texts_read(group))
        bearing = self.bearing().get(group.key, ()) if group.key and texts else ()
        kept = [place for place in bearing if self._shared(place, texts) == len(texts)]
        return kept[0] if len(kept) == 1 else None

    def _is_anothers(self, place: int, group: Group) -> bool:
        """Whether a row that bears another key is that one's own."""
        key = self.key_on(place)
        meant = key in ("", group.key, self._preimage.key_meant(group))
        return not meant and self.is_its_own(place, self._by_now(self._preimage.texts_read(group)))

    def is_its_own(self, place: int, texts: Texts = ()) -> bool:
        """Whether a row is rather what is remembered with the key that it bears than these texts: what the tool had
        left on another may be just what this one is to hold.
        """
        own = self._by_now(self._preimage.texts_remembered(self.key_on(place)))
        return is_rather(self.tab.rows, place, own, texts)

    def _by_now(self, meant: Texts) -> Texts:
        return [(self.column_meant(column), value) for column, value in meant]

    def place_of_unnamed(self, row: int) -> int | None:
        """Where a row without a key of its own stands: that holds what it held, with what fell on it.

        What was to fill an empty cell may have fallen there or not: nobody can know whether Google finds such cells.
        """
        just_so = self._places_just_so(row)
        if (mine := self._mine(row, just_so)) is not None:
            return mine
        texts = self.texts_of(row, ())
        whole = self._index().only_with(texts, lambda p: p in just_so or self._is_just_another(p, row))
        if whole is not None and not self._is_meant(whole):
            return whole  # people have moved a column, or begun to type
        if (hit := self._place_hit(row)) is not None:
            return hit
        texts = self.texts_of(row)
        if not self._tells(texts):
            return self._place_of_leavings(row, just_so)
        if self._preimage.key_on(row):  # its key is gone too, so most likely the row is, and others bear their own
            return self._index().to(texts, but=self.is_its_own)
        return self._stray_like(texts, row)  # what fell on it has emptied cells, which are seen nowhere

    def _place_hit(self, row: int) -> int | None:
        """The likest row that shows all that surely fell there, more than that key alone, which may be sorted away, and
        half of what had stood beside it.

        None that is known to be another's: the same may have fallen on that too, and this row be gone.
        """
        texts, whole, fell = self.texts_of(row), self.texts_of(row, ()), self._surely_fell(row)
        beside = [one for one in whole if one not in fell]
        hit = [p for p in self._index().holding(fell) if 2 * self._shared(p, beside) >= len(beside)]
        hit = [p for p in hit if self._shared(p, whole) > 1 and not self._is_another_caller(p, texts, STARTS)]
        hit = [p for p in hit if not (self._is_meant(p) or self.is_its_own(p) or self._is_just_another(p, row))]
        return min(hit, key=lambda p: (-self._shared(p, texts), abs(p - row)), default=None)

    def _surely_fell(self, row: int) -> Texts:
        """What fell on a row of the pre-image for certain and is seen, by the columns of today."""
        sure = [one for one in self._fallen.get(row, ()) if one.write.new is not None and not one.write.into_empty]
        return [(self.column_before(one.column), one.write.new) for one in sure]

    def _place_pasted_over(self, row: int) -> int | None:
        """The one row that shows all that surely fell there, and half of what had stood beside it, whoever stands there
        by now: its key was sorted away to another row. None that is known to be another's.
        """
        fell = self._surely_fell(row)
        if len(fell) < TELLING or all(one.right for one in self._fallen[row]):
            return None
        columns = {column for column, _ in fell}
        beside = [one for one in self.texts_of(row) if one[0] not in columns]
        hit = [p for p in self._index().holding(fell) if 2 * self._shared(p, beside) >= len(beside) > 0]
        hit = [p for p in hit if not self.is_its_own(p)]
        return hit[0] if len(hit) == 1 else None

    def _places_just_so(self, row: int) -> list[int]:
        """The rows that hold just what a row of the pre-image held, with what fell on it."""
        if self._now_just_so is None:
            self._now_just_so = gathered((digest(cells), place) for place, cells in enumerate(self.tab.rows))
        return sorted({place for one in self._wanted(row) for place in self._now_just_so.get(one, ())})

    def _mine(self, row: int, places: Sequence[int]) -> int | None:
        """Which of the rows just like it is this one: the same may have fallen on several that held nothing."""
        if self._wanting is None:
            self._wanting = gathered((one, other) for other in self._fallen for one in self._wanted(other))
        rivals = {other for one in self._wanted(row) for other in self._wanting.get(one, ())}
        return nearest(row, sorted({row, *rivals}), places)

    def _wanted(self, row: int) -> set[str]:
        return {digest(self.as_left(row, fills=fills)) for fills in (True, False)}

    def fell_on(self, row: int) -> Mapping[int, CellValue]:
        """What fell on a row of the pre-image, by the columns of today."""
        return {self.column_before(one.column): one.write.new for one in self._fallen.get(row, ())}

    def as_left(self, row: int, *, fills: bool = True) -> list[CellValue]:
        """A row of the pre-image with what fell on it, in the order that its columns have by now."""
        cells = self._after(row, fills=fills)
        columns = [self.column_before(column) for column in range(len(cells))]
        moved: list[CellValue] = [None] * (max(columns, default=-1) + 1)
        for column, value in zip(columns, cells, strict=True):
            if value is not None:
                moved[column] = value
        return moved

    def _place_of_leavings(self, row: int, others: Collection[int]) -> int | None:
        """Where a row stands that held nothing but what the tool had left there, and in which somebody has typed since,
        that is no caller's and none of the ``others``, nor just what another row is since.
        """
        starts = self._columns(STARTS)

        def is_another(place: int) -> bool:
            begun = begins_a_call(self.tab.rows[place], starts)
            callers = begun and (bool(self.key_on(place)) or self._is_remembered(place, row))
            return callers or place in others or self._is_just_another(place, row)

        return self._index().to(self.texts_of(row, ()), is_another)

    def _is_remembered(self, place: int, row: int) -> bool:
        """Whether most of what stands there, beside what fell on a row of the pre-image, is remembered of some row."""
        cells, fell = self.tab.rows[place], self.fell_on(row)
        beside = [(c, value) for c, value in enumerate(cells) if c not in fell and not is_empty(value)]
        return len(beside) >= TELLING and bool(self._remembered.all_to(beside))

    @cached_property
    def _remembered(self) -> Likest:
        """What is remembered of all rows, by the columns of today."""
        meanings = {self.column_meant(column): meaning for column, meaning in self._journal.meanings.items()}
        columns = [meanings.get(column) for column in range(max(meanings, default=-1) + 1)]
        known = map(self._preimage.cells_remembered, self._preimage.keys_remembered)
        return Likest([[cells.get(meaning) if meaning else None for meaning in columns] for cells in known])

    def _is_just_another(self, place: int, row: int) -> bool:
        """Whether just what another row of the pre-image is, with what fell on it, stands there, whatever its key."""
        if self._just_this is None:
            self._just_this = self._rows_just_there()
        return row not in self._just_this.get(place, (row,))

    def _rows_just_there(self) -> Mapping[int, Sequence[int]]:
        """By their place the rows of the pre-image that are just what stands there, with what fell on them: where none
        is, those that are so but for the key, which people may have sorted away.
        """
        keyed = self._journal.id_column
        before, now = frozenset([self._preimage.column_of(keyed)]), self.column_meant(keyed)
        there: dict[int, Sequence[int]] = {}
        for skip, without in ((frozenset[int](), ()), (before, {Column.ID})):
            rows = ((digest(self._after(row), skip), row) for row in range(len(self._preimage.rows)))
            for of in gathered(rows).values():
                texts = self.texts_of(of[0], without)
                place = self._index().only_with(texts)
                if place is None:
                    continue
                keys = bool(without) and not is_empty(self.tab.cell(place, now))
                if filled(self.tab.rows[place]) == len(texts) + keys:
                    there.setdefault(place, of)
        return there

    def places_showing(self, column: int, value: CellValue) -> list[int]:
        """Where this stands in a column of the pre-image, and nothing was put right so far."""
        now = self.column_before(column)
        return [place for place in self._index().holding([(now, value)]) if (place, now) not in self.righted]

    def key_on(self, place: int) -> str:
        """The key that a row bears, with what was put right so far: one that has fallen there tells nothing."""
        column = self.column_meant(self._journal.id_column)
        return text_of(self.cell(place, column))

    def is_emptied(self, place: int) -> bool:
        """Whether people have taken the row's content away from its key since."""
        tools = self._columns(LEFT_BEHIND)
        return not any(is_typed(self.cell(place, c)) for c in range(len(self.tab.rows[place])) if c not in tools)

    def is_anothers_by_now(self, place: int, row: int) -> bool:
        """Whether people have emptied a row on which the batch had left something, or another caller stands there."""
        return self.is_pasted_over(place, row) or (self.is_emptied(place) and bool(self.texts_of(row)))

    def _shared(self, place: int, texts: Texts) -> int:
        return shared(self.tab.rows, place, texts)

    def _index(self) -> Likest:
        self._likest = self._likest or Likest(self.tab.rows)
        return self._likest

    def _stray_like(self, texts: Texts, row: int) -> int | None:
        """The row most like it of those that are not known to be what their key says, nor just what another one is."""
        return self._index().to(texts, lambda p: self.is_its_own(p, texts) or self._is_just_another(p, row))

    def _after(self, row: int, *, fills: bool = True) -> list[CellValue]:
        """A row of the pre-image with what fell on it; ``fills``: also in cells that were compared with nothing."""
        cells = list(cells_of(self._preimage.rows, row))
        for one in self._fallen.get(row, ()):
            if one.write.into_empty and not fills:
                continue
            cells.extend([None] * (one.column + 1 - len(cells)))
            cells[one.column] = one.write.new
        return cells

    def texts_of(self, row: int, without: Collection[Column] = LEFT_BEHIND) -> Texts:
        """What a row of the pre-image held where people look, with what fell on it, by the columns of today."""
        tools = self._columns(without)
        texts = [(self.column_before(c), value) for c, value in enumerate(self._after(row)) if not is_empty(value)]
        return [(now, value) for now, value in texts if now not in tools]

    def _is_meant(self, place: int) -> bool:
        """Whether the row is one that was meant, and not only bears the key of one."""
        key = self.key_on(place)
        rows = map(self._preimage.row_of, self._preimage.groups_of(key) if key else ())
        return any(row is not None and self.place_of(key, row) == place for row in rows)


def _digest(cells: Sequence[CellValue]) -> str:
    """Of a row, be it in the pre-image, which holds dates and times as numbers, or in the tab."""
    return digest([serial(cell) for cell in cells])
