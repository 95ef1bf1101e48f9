"""What a batch still owes the desk: what missed its row since that had moved, words that were to join others, and cells
that it did not find (``lesson`` puts right what it did amiss).
"""

from __future__ import annotations

from collections.abc import Sequence

from callbacksheet.core.callback import joined
from callbacksheet.core.journal import Group, Write
from callbacksheet.core.likeness import alike, is_number
from callbacksheet.core.model import CALLER, DESK_COLUMNS, CellValue, Column
from callbacksheet.core.preimage import Preimage
from callbacksheet.core.standing import Standing

_TOLD = (Column.OUTCOME, Column.NOTES)
"""Of these nothing that was said is dropped for what is said later."""


class Owed:
    """Puts into the tab as it stands what is still owed to it. ``unwritten`` is what came to nothing: (key, column,
    write); ``homeless`` are keys of rows that were to come back where they cannot; ``strangers`` are the places on
    which another row's value stands still.
    """

    def __init__(self, preimage: Preimage, now: Standing) -> None:
        self.unwritten: list[tuple[str, Column, Write]] = []
        self.homeless: set[str] = set()
        self.strangers: set[tuple[int, int]] = set()
        self._preimage = preimage
        self._journal = preimage.journal
        self._now = now

    def put_right(self, group: Group) -> None:
        """What missed the row, words that were to join what somebody typed over that instant, and what came to nothing
        since no sheet is known to find a number or true time by the text that it shows.
        """
        self._owe(group)
        self._owe_words(group)
        self._own_up_unfound(group)

    def own_up(self, undone: set[str]) -> None:
        """What was not filled, since empty cells are not found: the desk's own is still to be written, by its place."""
        for group, write in self._preimage.into_empty():
            meaning = self._meaning(write)
            key = self._preimage.key_meant(group)
            if meaning is None or key in undone:
                continue
            if not (meaning in DESK_COLUMNS and self._fills_by_place(group, write)):
                self.unwritten.append((key, meaning, write))

    def _fills_by_place(self, group: Group, write: Write) -> bool:
        """Whether it stands there all the same, or is put right where the cell is empty still or words can join what
        somebody typed there since, on a row that is not empty and is the same caller's.
        """
        place = self._now.place_of_row(group.row, self._preimage.key_after(group))
        column = self._now.column_meant(write.column)
        if place is None or self._is_left(place, group.row):
            return False
        stands = self._now.cell(place, column)
        if stands is None:
            self._now.put_right(place, column, write.new)
        return stands is None or alike(stands, write.new) or self._joins(place, write)

    def _owe(self, group: Group) -> None:
        """What missed its row only because that had moved is still to be written."""
        there = self._preimage.is_there(group)
        missed = [w for w in group.writes if not (there and self._preimage.column_of(w.column) == w.column)]
        if not missed:
            return
        row = group.row if there else self._row_missed(group)
        place = self._place_owed(group, row, there=there)
        cut = row is not None and self._preimage.is_cut(group, row)
        if place is None or cut or self._is_left(place, row) or self._is_taken(place, group):
            self._give_up(group, missed)
            if place is None and (rows := self._preimage.rows_amiss(group)):
                row, place = rows[0], self._now.place_of_row(rows[0])
            missed = [write for write in missed if write.amends and self._is_amiss_still(place, write)]
        if place is None:
            return
        for write in missed:
            if not group.key and self._meaning(write) is Column.ID:
                continue  # a fresh key: it is given up, or likeness to what is remembered tells whose it is
            held = write.old if row is None else self._preimage.cell(row, self._preimage.column_of(write.column))
            self._write(place, write, held)
        if amends := [write for write in missed if write.amends]:
            self._amend_copies(group, row, place, amends)

    def _amend_copies(self, group: Group, row: int | None, place: int, amends: Sequence[Write]) -> None:
        """Another row's value goes from copies too that people made of the row, before the batch or since."""
        if row is None:
            copies = self._now.copies_as_read(group, place)
        else:
            made_before = map(self._now.place_of_row, self._preimage.rows_amiss(group))
            made_since = self._now.copies_of(self._preimage.key_on(row), row, place)
            copies = [*made_since, *(p for p in made_before if p is not None)]
        for copy in copies:
            for write in (one for one in amends if self._is_amiss_still(copy, one)):
                column = self._now.column_meant(write.column)
                self._now.put_right(copy, column, write.new)
                self.strangers.add((copy, column))

    def _is_amiss_still(self, place: int | None, write: Write) -> bool:
        """Whether another row's value stands there as it did: what was typed over it has nothing to do with it."""
        if place is None or write.old is None:
            return False
        return alike(self._now.cell(place, self._now.column_meant(write.column)), write.old)

    def _write(self, place: int, write: Write, held: CellValue) -> None:
        """Where the cell is as it was read, and was so right before the batch; words join others, or the notes."""
        column = self._now.column_meant(write.column)
        stands = self._now.cell(place, column)
        if alike(held, write.old) and alike(stands, write.old):
            self._now.put_right(place, column, write.new)
            if write.amends:
                self.strangers.add((place, column))
        else:
            self._add_words(place, write)

    def _give_up(self, group: Group, missed: Sequence[Write]) -> None:
        """The row is not there to be written to: it comes back elsewhere, or is told what came to nothing."""
        key = self._preimage.key_meant(group) if group.key else ""
        if key and self._preimage.was_coming_back(group):
            self.homeless.add(key)
        elif key:
            self.unwritten += [(key, meaning, write) for write in missed if (meaning := self._meaning(write))]

    def _meaning(self, write: Write) -> Column | None:
        return self._journal.meanings.get(write.column)

    def _row_missed(self, group: Group) -> int | None:
        """Where the row stood that was missed; None where it was not in the pre-image: a row without its key is no more
        than like it where all that was read stands beside the key by now.
        """
        row = self._preimage.row_of(group)
        if row is None or self._preimage.key_on(row) == group.key or self._now.place_kept(group) is None:
            return row
        return None

    def _place_owed(self, group: Group, row: int | None, *, there: bool) -> int | None:
        if row is None:
            return self._now.place_as_read(group)
        if there and group.key and not self._preimage.key_after(group):
            return self._now.place_of_unnamed(row)  # its key was taken away with all else that was the tool's
        bore = self._preimage.key_on(row)  # another's, where people had sorted its own away from it
        amends = not self._preimage.texts_read(group) or any(write.amends for write in group.writes)
        if amends and not (there or bore):  # what is to be taken off stands where it stood, away from its key
            return self._now.place_of_unnamed(row)
        return self._now.place_of_row(row, self._preimage.key_after(group) if there else bore or group.key)

    def _is_left(self, place: int, row: int | None) -> bool:
        """Whether people have emptied the row since, or put another caller there: then it is owed nothing."""
        return self._now.is_emptied(place) or (row is not None and self._now.is_pasted_over(place, row))

    def _is_taken(self, place: int, group: Group) -> bool:
        """Whether a caller stands where the row was to come back, who is not the one that it had held."""
        if not self._preimage.was_coming_back(group):
            return False
        held = {write.column: write.new for write in group.writes}
        stands = ((c, self._now.cell(place, self._now.column_meant(c))) for c in self._journal.columns(CALLER))
        return any(value is not None and not alike(value, held.get(column)) for column, value in stands)

    def _owe_words(self, group: Group) -> None:
        """Words that were to join others, over which somebody typed that instant, join what was typed."""
        if not self._preimage.is_there(group) or self._preimage.came_back_onto_another(group):
            return
        covered = [
            write
            for write in group.writes
            if self._preimage.column_of(write.column) == write.column
            and not alike(self._preimage.cell(group.row, write.column), write.old)  # else it fell where it was meant
        ]
        place = self._now.place_of_row(group.row, self._preimage.key_after(group)) if covered else None
        if place is None or self._now.is_pasted_over(place, group.row):
            return
        for write in covered:
            self._add_words(place, write)

    def _add_words(self, place: int, write: Write) -> None:
        """Words join what stands there; where only one can stand, those that were to fill an empty cell are told in the
        notes: people typed there before they could be seen.
        """
        column = self._now.column_meant(write.column)
        stands = self._now.cell(place, column)
        if stands is None and write.amends:  # people emptied another row's value off it, and never saw its own
            self._now.put_right(place, column, write.new)
        elif not self._joins(place, write) and write.old is None and not alike(stands, write.new):
            self._now.keep_in_notes(place, self._meaning(write), write.new)

    def _own_up_unfound(self, group: Group) -> None:
        """Numbers and true times that stand there still: the tool's own too, where the sheet read it as typed."""
        sought = [write for write in group.writes if not write.by_place and self._met_number(group, write)]
        place = self._now.place_of_row(group.row, self._preimage.key_after(group)) if sought else None
        if place is None or not self._preimage.is_there(group):
            return
        for write in sought:
            stands = self._now.cell(place, self._now.column_meant(write.column))
            meaning = self._meaning(write)
            if meaning is not None and alike(stands, write.old) and not alike(stands, write.new):
                self.unwritten.append((self._preimage.key_meant(group), meaning, write))

    def _met_number(self, group: Group, write: Write) -> bool:
        held = self._preimage.cell(group.row, self._preimage.column_of(write.column))
        return is_number(held) and alike(held, write.old)

    def _joins(self, place: int, write: Write) -> bool:
        """Whether these are words that join what stands there; then they do.

        Words that were to fill an empty cell, or to stand again where another row's value does, go in front of those
        that people typed there before; words that were to join others, behind what people typed over these.
        """
        column = self._now.column_meant(write.column)
        typed, words = self._now.cell(place, column), write.new
        if self._meaning(write) not in _TOLD or not isinstance(words, str) or not isinstance(typed, str | None):
            return False
        if write.old is None or write.amends:
            both = joined(words, typed) if typed else None
        else:
            both = joined(typed or "", more) if (more := _words_added(write)) else None
        if both is not None and not alike(both, typed):
            self._now.put_right(place, column, both)
        return both is not None


def _words_added(write: Write) -> str:
    """What a write adds to the words that stood there; "" where it does anything else to them."""
    start, new = f"{write.old}; ", write.new
    return new.removeprefix(start) if isinstance(new, str) and new.startswith(start) else ""
