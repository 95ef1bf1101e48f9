"""What the last batch really did on a sheet that others type in, and what is to be put right (SAFETY.md, "Plan").

A batch writes by places as they were read. By the time it is applied people may have inserted, sorted or typed, so
a value may have fallen on another row, or on something typed that instant. The batch keeps the tab as it was right
before it (``preimage``) and a journal of its writes; both together tell exactly what happened. The sheet is then seen
as it would stand had that not happened, and the differences are written by the next batch, whose own journal keeps
them owed until they have landed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TypeAlias

from callbacksheet.core.cells import shown, text_of
from callbacksheet.core.journal import Group, Write, read_journal
from callbacksheet.core.likeness import EPOCH, alike, gathered, shared
from callbacksheet.core.lineage import Lineage
from callbacksheet.core.model import CALLER, STARTS, TOOL_COLUMNS, CellValue, Column, Formula
from callbacksheet.core.new_rows import put_in_line
from callbacksheet.core.owed import Owed
from callbacksheet.core.preimage import Fallen, Preimage
from callbacksheet.core.snapshot import Snapshot, Tab
from callbacksheet.core.standing import Standing
from callbacksheet.core.state import FILLS, State

Cells: TypeAlias = Mapping[Column, CellValue]
_TIMES = (Column.RECEIVED, Column.NEXT_CALLBACK, Column.UPDATED)
_NO_DATE = 2_958_466
"""The first number of days that is no date any more: the year 10000."""


@dataclass(frozen=True, slots=True)
class Learned:
    """The tab as it would stand had every write fallen where it was meant.

    ``standing`` is what really stands where that differs. ``covered`` are texts of people that a write of the
    tool's own columns has covered: (key, column, text, what stands there now). ``broken`` are merges to be taken
    back; ``spent`` are keys that fell on a row that had one, and are given up. ``finds_empty`` says whether empty
    cells were found to be filled, None where that is not certain; ``unwritten`` are writes that came to nothing;
    ``homeless`` are keys of rows whose merge is to be taken back, and in whose place another caller stands by now;
    ``unread`` is by such keys what people had typed there after the sheet was read, and the merge covered;
    ``strangers`` are the places on which another row's value had fallen.
    """

    tab: Tab
    standing: Mapping[tuple[int, int], CellValue] = field(default_factory=dict)
    covered: tuple[tuple[str, Column, CellValue, CellValue], ...] = ()
    broken: tuple[tuple[str, str], ...] = ()
    spent: frozenset[str] = frozenset()
    finds_empty: bool | None = None
    epoch: int = 0
    unwritten: tuple[tuple[str, Column, Write], ...] = ()
    homeless: frozenset[str] = frozenset()
    unread: Mapping[str, Cells] = field(default_factory=dict)
    strangers: frozenset[tuple[int, int]] = frozenset()


def learn(snapshot: Snapshot, state: State | None) -> Learned:
    """What the last batch did to the tab, seen from its pre-image."""
    journal = read_journal(state) if state else None
    if state is None or journal is None or snapshot.before is None:
        return Learned(snapshot.tab)
    preimage = Preimage(snapshot.before, journal, state.base)
    return _Lesson(snapshot.tab, preimage, surely_fills=FILLS in state.memos).learned()


class _Lesson:
    """The journal done once more on the pre-image, and compared with what stands in the tab now."""

    def __init__(self, tab: Tab, preimage: Preimage, *, surely_fills: bool) -> None:
        self._surely_fills = surely_fills
        self._preimage = preimage
        self._journal = preimage.journal
        self._by_row: defaultdict[int, list[Fallen]] = defaultdict(list)
        self._now = Standing(tab, preimage, self._by_row)
        self._lineage = Lineage(preimage, self._now)
        self._owed = Owed(preimage, self._now)
        self._covered: list[tuple[str, Column, CellValue, CellValue]] = []
        self._spent: set[str] = set()
        self._homeless: set[str] = set()
        self._unread: dict[str, Cells] = {}
        self._strangers: set[tuple[int, int]] = set()
        self._places: dict[int, int] = {}

    def learned(self) -> Learned:
        filled = [self._is_filled(group, write) for group, write in self._preimage.into_empty()]
        seen_filled = not filled or True in filled
        fills = self._surely_fills or seen_filled  # then an empty cell is one that people emptied
        broken = self._preimage.broken()
        undone = {key for pair in broken for key in pair}
        for one in self._preimage.fallen(fills=fills, found=self._found_anyway):
            self._by_row[one.row].append(one)
        self._now.look_for_keys()
        self._put_back_header()
        covered, strangers = put_in_line(self._preimage, self._now)
        self._covered += covered
        self._strangers |= strangers
        self._now.look_for_keys()
        for row, fallen in self._by_row.items():
            self._judge(row, fallen, undone)
        self._now.look_for_keys()
        for group in self._journal.groups:
            if self._preimage.key_meant(group) not in undone:
                self._owed.put_right(group)
        if not fills:
            self._owed.own_up(undone)
        self._take_off_strays()
        righted, tab = self._now.righted, self._now.tab
        return Learned(
            tab=tab.with_cells(righted),
            standing={place: tab.cell(*place) for place in righted},
            covered=tuple(self._covered),
            broken=broken,
            spent=frozenset(self._spent),
            finds_empty=_agreed(filled),
            epoch=self._journal.epoch,
            homeless=frozenset(self._homeless | self._owed.homeless),
            unread=self._unread,
            strangers=frozenset(self._strangers | self._owed.strangers),
            unwritten=tuple(self._owed.unwritten),
        )

    def _is_filled(self, group: Group, write: Write) -> bool | None:
        """Whether a cell that was compared with nothing is filled. None where somebody typed there, or it is gone."""
        key = self._preimage.key_after(group)
        place, column = self._now.place_of_row(group.row, key), self._now.column_meant(write.column)
        if place is None:
            return None
        stands = self._now.tab.cell(place, column)
        if stands is None:
            return False
        return True if alike(stands, write.new) else None

    def _found_anyway(self, group: Group, write: Write) -> bool:
        """Whether a swap shows where a number or true time stood, or its text: Google may compare what is seen. On a
        row that is not found any more it counts, so that nothing is dropped untold.
        """
        place, column = self._now.place_of_row(group.row), self._now.column_before(write.column)
        return place is None or alike(self._now.tab.cell(place, column), write.new)

    # what fell

    def _put_back_header(self) -> None:
        """What fell on the header itself, which must be whole before anything can be found by it."""
        header = self._preimage.header
        fallen = self._by_row.get(header, [])
        if fallen and (place := self._now.place_of_unnamed(header)) is not None:
            for one in fallen:
                self._restore(place, one)
        self._by_row.pop(header, None)

    def _judge(self, row: int, fallen: list[Fallen], undone: set[str]) -> None:
        key = self._preimage.key_on(row)
        given = next(filter(self._is_a_key, fallen), None)
        bears = text_of(given.write.new) if given else key
        meant = self._preimage.key_meant
        wrong = [one for one in fallen if not one.right or meant(one.group) in undone]
        if given and key and not given.right:
            self._spent.add(text_of(given.write.new))
        covering = [one for one in fallen if one not in wrong and _covers_typing(one)]
        place = self._now.place_of(bears, row) if bears else None
        if place is None and (wrong or covering):
            place = self._now.place_of_unnamed(row)
        if place is not None and (wrong or covering) and self._comes_from_another(place, row):
            place = None
        if key in undone and self._was_emptied(row) and (place is None or self._is_taken(place, row, fallen)):
            self._homeless.add(key)
            self._unread[key] = dict(self._not_read(fallen))
            return
        if place is None:
            for one in (*wrong, *covering):
                self._tell(one)
            return
        self._places[row] = place
        missing = [one for one in wrong if not self._is_harmless(one, key) and not self._restore(place, one)]
        for one in missing:  # only now: what fell on the notes themselves is off them
            merged = undone & {key, meant(one.group)} and one.write.new is not None
            seen = merged and text_of(one.was) in text_of(one.write.new)  # by whoever typed there
            if not seen and not self._now.is_pasted_over(place, row):
                self._now.keep_in_notes(place, self._preimage.meaning_of(one.column), one.was)
        for copy in self._copies(bears, row, place):
            for one in wrong:
                self._take_off(copy, one)
        for one in covering:
            self._uncover(place, key, one)
            if self._preimage.came_back_onto_another(one.group):
                self._homeless.add(key)

    def _copies(self, bears: str, row: int, place: int) -> Sequence[int]:
        """Where people's copies of the row stand; one that they pasted another call over must come from it."""
        pasted = self._now.copies_pasted_over(bears, row, place)
        copies = {*self._now.copies_of(bears, row, place), *(p for p in pasted if row in self._lineage.of(p))}
        return sorted(p for p in copies if not self._comes_from_another(p, row))

    def _comes_from_another(self, place: int, row: int) -> bool:
        """Whether it is known from which row of the pre-image this one comes, and that is liker it: all of which shows,
        or of which more does where not all of this one does.
        """
        origins = self._lineage.of(place)
        if not origins or row in origins:
            return False
        if self._shows_whole(place, row) and all(self._stands_elsewhere(one, place) for one in origins):
            return False
        held = {one: shared(self._now.tab.rows, place, self._now.texts_of(one)) for one in (row, *origins)}
        return all(held[one] > held[row] for one in origins)

    def _stands_elsewhere(self, row: int, place: int) -> bool:
        """Whether a row of the pre-image is found at another place, and this one does not show all of it."""
        return not self._shows_whole(place, row) and self._now.place_of_row(row) not in (None, place)

    def _shows_whole(self, place: int, row: int) -> bool:
        """Whether all that a row of the pre-image was left with but its key stands there."""
        left = self._now.texts_of(row, {Column.ID})
        return 0 < len(left) == shared(self._now.tab.rows, place, left)

    def _was_emptied(self, row: int) -> bool:
        """Whether the row was emptied for a merge."""
        taken = (one.write.column for one in self._by_row[row] if one.write.new is None)
        return any(column in self._journal.columns(STARTS) for column in taken)

    def _not_read(self, fallen: list[Fallen]) -> Iterator[tuple[Column, CellValue]]:
        """What people had typed after the sheet was read, and these writes covered."""
        for one in fallen:
            meaning = self._preimage.meaning_of(one.column)
            if one.was is not None and not alike(one.was, one.write.old) and meaning and meaning not in TOOL_COLUMNS:
                self._tell(one)
                yield meaning, self._as_typed(one)

    def _is_taken(self, place: int, row: int, fallen: list[Fallen]) -> bool:
        """Whether somebody began another call there since, be it the same caller's, who had just been taken out."""
        emptied = {one.column for one in fallen if one.write.new is None and isinstance(one.was, str)}
        for column in self._journal.columns(CALLER):
            typed, before = self._now.tab.cell(place, self._now.column_meant(column)), self._preimage.column_of(column)
            if typed is not None and (before in emptied or not alike(typed, self._preimage.cell(row, before))):
                return True
        return False

    def _is_a_key(self, one: Fallen) -> bool:
        """Whether it is a key, and stands where keys do: people may have put a column of their own in between."""
        is_key = self._journal.meanings.get(one.column) is Column.ID
        return is_key and self._preimage.column_of(one.column) == one.column

    def _is_harmless(self, one: Fallen, key: str) -> bool:
        """A fresh key on a row that had none: likeness to what is remembered tells whose it is."""
        return self._is_a_key(one) and not key and not one.group.key

    def _restore(self, place: int, one: Fallen) -> bool:
        """Put back what a write covered, where nobody has typed since. Whether nothing of it is missing."""
        now = self._now.column_before(one.column)
        if alike(one.was, one.write.new):
            return True
        two_for_one = (place, now) in self._now.righted  # two rows are taken for one: nothing of either may be lost
        if two_for_one or (one.write.new is None and self._is_gone(place, one.row)):
            self._tell(one)
            return True
        if alike(self._now.tab.cell(place, now), one.write.new):
            self._now.put_right(place, now, None if self._is_a_key_given_on(one) else self._as_typed(one))
            if not one.right:
                self._strangers.add((place, now))
            return True
        self._tell(one)
        return alike(self._now.tab.cell(place, now), one.was)

    def _is_gone(self, place: int, row: int) -> bool:
        """Whether another caller stands there by now, or people have emptied the row: who cleared words that were typed
        that instant on a row emptied for a merge saw no caller there.
        """
        unseen = self._was_emptied(row) and not self._now.left_a_caller_on(row)
        return not unseen and self._now.is_anothers_by_now(place, row)

    def _is_a_key_given_on(self, one: Fallen) -> bool:
        """Whether it had covered a key on a row that told no call, and which by now is another row's own."""
        if not self._is_a_key(one) or self._preimage.told_a_call(one.row):
            return False
        bearing = self._now.bearing().get(text_of(one.was), ())
        return any(map(self._now.is_its_own, bearing))

    def _take_off(self, copy: int, one: Fallen) -> None:
        """People copied the row with what had fallen on it. An empty cell there may be one that they emptied."""
        now = self._now.column_before(one.column)
        if one.write.new is None or self._is_a_key(one) or alike(one.was, one.write.new):
            return
        if alike(self._now.cell(copy, now), one.write.new):
            self._now.put_right(copy, now, self._as_typed(one))

    def _take_off_strays(self) -> None:
        """What fell amiss on a row that is not found where it was looked for goes from the one that comes from it,
        though people have sorted its key away, or pasted or typed over what had told it.
        """
        amiss: defaultdict[tuple[int, str], dict[int, Fallen]] = defaultdict(dict)
        elsewhere: dict[int, Collection[int]] = {}
        for row, fallen in self._by_row.items():
            strays = [one for one in fallen if not (one.right or one.write.new is None or self._is_a_key(one))]
            if strays and (places := self._elsewhere(row)):
                elsewhere[row] = places
                for one in strays:
                    amiss[one.column, shown(one.write.new)][row] = one
        for (column, _), fell in amiss.items():
            agreed: dict[frozenset[int], Fallen | None] = {}
            for place in self._now.places_showing(column, next(iter(fell.values())).write.new):
                origins = self._lineage.of(place)
                if origins not in agreed:
                    agreed[origins] = self._fell_alike(origins, fell)
                stray = agreed[origins]
                if stray is not None and place in elsewhere[stray.row]:
                    self._take_off(place, stray)

    def _elsewhere(self, row: int) -> Collection[int]:
        """Where a row of the pre-image may stand beside the place where it is found: anywhere if it is not, or is found
        away from its key; and where several rows bore that, and people copied one of them since, wherever it is seen.
        """
        place, key = self._places.get(row), self._preimage.key_on(row)
        seen = self._keys_seen.get(key, frozenset())
        if place is None or row not in self._lineage.of(place) or (key and place not in seen):
            return range(len(self._now.tab.rows))
        several = len(self._preimage.rows_bearing(key)) > 1
        return seen if several and len(self._now.left_with(key)) < len(seen) else ()

    @staticmethod
    def _fell_alike(rows: frozenset[int], fell: Mapping[int, Fallen]) -> Fallen | None:
        """What fell on all of these rows and covered the same there; of rows that cannot be told apart, no other."""
        on = [fell[row] for row in rows if row in fell]
        return on[0] if on and len(on) == len(rows) and all(alike(one.was, on[0].was) for one in on) else None

    @cached_property
    def _keys_seen(self) -> Mapping[str, frozenset[int]]:
        """Where each key stands in the sheet, whatever was put right so far."""
        tab, column = self._now.tab, self._now.column_meant(self._journal.id_column)
        seen = gathered((text_of(tab.cell(row, column)), row) for row in range(len(tab.rows)))
        return {key: frozenset(places) for key, places in seen.items() if key}

    def _tell(self, one: Fallen) -> None:
        """What a write covered and cannot be put back, since the cell or the row has changed again."""
        meaning = self._preimage.meaning_of(one.column)
        if meaning and one.was is not None:
            self._covered.append((self._preimage.key_on(one.row), meaning, self._as_typed(one), one.write.new))

    def _uncover(self, place: int, key: str, one: Fallen) -> None:
        """Something typed that instant where the tool wrote by its place: a person wins, but in the tool's columns."""
        meaning = self._journal.meanings.get(one.column)
        if meaning in TOOL_COLUMNS:
            if one.was is not None:
                self._covered.append((key, meaning, one.was, one.write.new))
        elif meaning is not None and self._went_with_its_call(key):
            self._tell(one)
        elif meaning is not None:
            self._restore(place, one)

    def _went_with_its_call(self, key: str) -> bool:
        """Whether people have deleted the row into which this one was merged: nobody of its name or number is left."""
        into = dict(self._journal.pairs).get(key)
        rows = self._preimage.rows_bearing(into) if into else ()
        return bool(rows) and not any(map(self._now.tells_its_caller, rows))

    def _as_typed(self, one: Fallen) -> CellValue:
        """What stood there; the pre-image holds a date as the number it is. A phone number is too great for one.

        A formula comes back as its text: nothing is ever computed on our behalf.
        """
        if isinstance(one.was, Formula):
            return one.was.text
        if self._preimage.meaning_of(one.column) not in _TIMES or not isinstance(one.was, (int, float)):
            return one.was
        if not 0 <= one.was < _NO_DATE:
            return one.was
        moment = EPOCH + timedelta(minutes=round(one.was * 1440))
        return f"{moment:%H:%M}" if one.was < 1 else moment


def _agreed(filled: Collection[bool | None]) -> bool | None:
    """Whether empty cells are found, by what was seen of them: None where nothing was, and where one was filled and
    another was not, which somebody has emptied, or into which somebody typed just that.
    """
    seen = {one for one in filled if one is not None}
    return seen.pop() if len(seen) == 1 else None


def _covers_typing(one: Fallen) -> bool:
    """Whether a write by its place fell on something typed that instant."""
    return one.write.by_place and not alike(one.was, one.write.old)
