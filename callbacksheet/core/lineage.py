"""From which row of the pre-image each row of today comes, whatever key it bears: people sort, copy and type on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from callbacksheet.core.likeness import TELLING, Likest, digest, gathered, is_empty, shared
from callbacksheet.core.model import CellValue
from callbacksheet.core.preimage import Preimage
from callbacksheet.core.standing import Standing


class Lineage:
    """Asked of a row as it stands now, so that of a row and its copies all come from the one that was there."""

    def __init__(self, preimage: Preimage, now: Standing) -> None:
        self._preimage = preimage
        self._journal = preimage.journal
        self._now = now
        self._known: dict[tuple[str, str], frozenset[int]] = {}
        self._with_a_call: dict[str, Sequence[int]] = {}

    def of(self, place: int) -> frozenset[int]:
        """The row of the pre-image from which this one comes, with what fell on it; several where they held the same.

        One that is what is remembered with its key comes from the row that bore it, unless that was cut from its key;
        one that is only like a row comes from it where all rows are known.
        """
        name = digest(self._now.tab.rows[place]), self._now.key_on(place)
        if name not in self._known:
            self._known[name] = frozenset(self._find(place))
        return self._known[name]

    def _find(self, place: int) -> Iterable[int]:
        key = self._now.key_on(place)
        if self._now.is_its_own(place):
            own = self._rows_with_a_call(key)
            if own or not self._preimage.rows_bearing(key):
                return own
        return (row for row in self._left.likest(self._now.tab.rows[place]) if self._is_kin(place, row))

    def _rows_with_a_call(self, key: str) -> Sequence[int]:
        if key not in self._with_a_call:
            left = self._now.left_with(key) or self._preimage.rows_bearing(key)
            self._with_a_call[key] = [row for row in left if self._preimage.told_a_call(row)]
        return self._with_a_call[key]

    @cached_property
    def _left(self) -> Left:
        rows = [self._now.as_left(row) for row in range(len(self._preimage.rows))]
        return Left(rows, only_just_so=not self._knows_all_rows())

    def _is_kin(self, place: int, row: int) -> bool:
        """Whether a row and one of the pre-image hold most of each other beside what fell there: a caller who rings
        again looks like themselves. Where much fell, and all of it shows, another call may have been pasted over it.
        """
        rows, fell = self._now.tab.rows, self._now.fell_on(row)
        told = {*fell, self._now.column_meant(self._journal.id_column)}
        mine = [(column, value) for column, value in self._now.texts_of(row, ()) if column not in told]
        here = sum(not is_empty(value) for column, value in enumerate(rows[place]) if column not in told)
        held, most = 2 * shared(rows, place, mine), max(len(mine), here)
        much = len(fell) >= TELLING and shared(rows, place, list(fell.items())) == len(fell)
        return held > most or much or not most

    def _knows_all_rows(self) -> bool:
        """Whether every row that was known is in the pre-image: of a large sheet only some are."""
        given = {self._preimage.key_meant(group) for group in self._journal.groups}
        known = (key for key in self._now.bearing() if key not in given and self._preimage.cells_remembered(key))
        return all(self._preimage.rows_bearing(key) for key in known)


class Left:
    """Rows as they were left, by the columns of today.

    ``only_just_so``: rows are missing, so that what is only like one of these may come from another.
    """

    def __init__(self, rows: Sequence[Sequence[CellValue]], *, only_just_so: bool = False) -> None:
        self._just_so = gathered((digest(cells), row) for row, cells in enumerate(rows))
        self._likest = None if only_just_so else Likest(rows)

    def likest(self, cells: Sequence[CellValue]) -> Sequence[int]:
        """The row that held most of what these cells hold, or several that held the same; none where most is new."""
        just_so = self._just_so.get(digest(cells), ())
        if just_so or self._likest is None:
            return just_so
        return self._likest.all_to([(column, value) for column, value in enumerate(cells) if not is_empty(value)])
