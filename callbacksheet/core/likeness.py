"""Whether two cells, or two rows, hold the same, as far as a pre-image tells: it keeps values, not how they look."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from callbacksheet.core.cells import is_typed, same, shown, shown_anywhere, text_of
from callbacksheet.core.layout import HEADER_SEARCH
from callbacksheet.core.model import CellValue

Rows: TypeAlias = Sequence[Sequence[CellValue]]
Texts: TypeAlias = Sequence[tuple[int, CellValue]]
"""What some columns hold."""

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - what spreadsheets count days from
_NONE: frozenset[int] = frozenset()
FIRST_ROWS = HEADER_SEARCH + 50
"""Among how many rows a header is looked for; people may have put some above it."""
TELLING = 3
"""How many cells tell a row without a key from all others."""
_WORDY = 20
"""Or one text of so many letters, which nobody types twice by chance."""
_DIGITS = re.compile(r"[0-9]+")
_YEAR = 4
"""The most digits of any number in a date or time."""
_COMMON = 50
"""A text that so many rows hold tells none of them."""


def cells_of(rows: Rows, place: int) -> Sequence[CellValue]:
    return rows[place] if 0 <= place < len(rows) else ()


def cell_of(rows: Rows, row: int, column: int) -> CellValue:
    cells = cells_of(rows, row)
    return cells[column] if column < len(cells) else None


def is_empty(value: CellValue) -> bool:
    return value is None or value == ""


def headed_row(rows: Rows, heads: Collection[str], usual: int = -1) -> int | None:
    """The row among the first that says most of what a header said, the ``usual`` one of equals; None says nothing."""
    said = [len({text_of(value) for value in cells}.intersection(filter(None, heads))) for cells in rows[:FIRST_ROWS]]
    best = max(range(len(said)), key=lambda row: (said[row], row == usual), default=-1)
    return best if best >= 0 and said[best] else None


def where_headed(column: int, heads: Mapping[int, str], header: Sequence[str]) -> int:
    """Where a column stands by its head in another header; one that was renamed stands beside a neighbour of its still,
    where no other column is known to be, or where the one head stands that nobody knows.
    """
    head = heads.get(column, "")
    if not head or (column < len(header) and header[column] == head):
        return column
    if head in header:
        return header.index(head)
    unknown = [place for place, head in enumerate(header) if head and head not in heads.values()]
    beside = ((heads.get(column + side, ""), side) for side in (-1, 1))
    places = {header.index(other) - side for other, side in beside if other and other in header}.intersection(unknown)
    if len(places) == 1:
        return places.pop()
    missing = [other for other, head in heads.items() if head and head not in header]
    return unknown[0] if missing == [column] and len(unknown) == 1 else column


def alike(one: CellValue, other: CellValue) -> bool:
    """Whether two cells hold the same, a date being the number that the pre-image holds for it."""
    one, other = None if one == "" else one, None if other == "" else other
    if is_number(one) != is_number(other):
        one, other = serial(one), serial(other)
    return same(one, other) or (one is not None and other is not None and shown(one) == shown(other))


def is_number(value: CellValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def shows_moment(text: str, moment: date | time) -> bool:
    """Whether a text may be what a sheet shows of a date or time: it has digits, and none but of that."""
    fields = [getattr(moment, name, None) for name in ("year", "month", "day", "hour", "minute", "second")]
    known = {number for number in fields if number is not None}
    known |= {number % 100 for number in fields[:1] if number} | {
        hour % 12 or 12 for hour in fields[3:4] if hour is not None
    }
    said = _DIGITS.findall(text)
    return bool(said) and all(len(digits) <= _YEAR and int(digits) in known for digits in said)


def may_look_like(was: CellValue, old: CellValue) -> bool:
    """Whether a number or true time may show what was typed as text, or the text what was read as such."""
    if isinstance(was, str) and isinstance(old, datetime | date | time):
        return shows_moment(was, old)
    return is_number(was) and isinstance(old, str)


def serial(value: CellValue) -> CellValue:
    """A date or time as the number that the pre-image holds for it, to the second."""
    if isinstance(value, time):
        value = datetime.combine(EPOCH, value)
    elif isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if isinstance(value, datetime):
        value = (value - EPOCH) / timedelta(days=1)
    return round(float(value), 5) if is_number(value) and isinstance(value, (int, float)) else value


def digest(cells: Sequence[CellValue], skip: frozenset[int] = _NONE) -> str:
    """A row in a few letters, without the columns to be skipped."""
    texts = ["" if column in skip else shown(cell) for column, cell in enumerate(cells)]
    while texts and not texts[-1]:
        texts.pop()
    return hashlib.blake2b("\x1f".join(texts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def shared(rows: Rows, row: int, texts: Texts) -> int:
    """How much of this stands on a row."""
    return sum(alike(cell_of(rows, row, column), value) for column, value in texts)


def begins_a_call(cells: Sequence[CellValue], starts: Collection[int]) -> bool:
    """Whether anything stands in these columns, in which a call begins: the tool leaves the same on many rows, but a
    row that bears a key, and this, is a caller's.
    """
    return any(is_typed(value) for column, value in enumerate(cells) if column in starts)


def is_rather(rows: Rows, row: int, own: Texts, other: Texts) -> bool:
    """Whether a row holds all of its own texts, or most of them and at least as much as of the others: the tool fills
    in the same on many rows, and one caller's are like each other.
    """
    held = shared(rows, row, own)
    return bool(own) and (held == len(own) or (2 * held > len(own) and held >= shared(rows, row, other)))


def gathered(pairs: Iterable[tuple[str, int]]) -> Mapping[str, list[int]]:
    """The rows by what each of them is told by."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for told_by, row in pairs:
        rows[told_by].append(row)
    return rows


def nearest(row: int, rows: Sequence[int], places: Sequence[int]) -> int | None:
    """Which of these places is this row's, of several rows that look the same there; both from the top.

    They stand in their order; where there are fewer places, since one looks otherwise by now, each is the nearest's.
    """
    n = rows.index(row)
    if len(places) == len(rows):
        return places[n]
    if len(places) < len(rows):
        rivals = (*rows[max(n - 1, 0) : n], *rows[n + 1 : n + 2])
        places = [p for p in places if all((abs(p - row), row) < (abs(p - other), other) for other in rivals)]
    return min(places, key=lambda place: abs(place - row), default=None)


def filled(cells: Sequence[CellValue]) -> int:
    """How many cells hold anything."""
    return sum(not is_empty(value) for value in cells)


class Likest:
    """Finds the rows that hold some texts, or most of them, in one pass over all rows for any number of questions."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._places: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for place, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if not is_empty(value):
                    for name in _names(value):
                        self._places[column, name].append(place)

    def to(self, texts: Texts, but: Callable[[int], bool] | None = None) -> int | None:
        """The one row that holds more than half of these texts, and more of them than any other; else None.

        ``but`` tells rows that it is not.
        """
        best = self._holding_most(texts, but)
        return best[0] if len(best) == 1 else None

    def all_to(self, texts: Texts, but: Callable[[int], bool] | None = None) -> list[int]:
        """The rows that hold more than half of these texts, more of them than any other, and least else."""
        best = self._holding_most(texts, but)
        fewest = min((filled(self._rows[place]) for place in best), default=0)
        return [place for place in best if filled(self._rows[place]) == fewest]

    def _holding_most(self, texts: Texts, but: Callable[[int], bool] | None) -> list[int]:
        places = (place for place in self._candidates(texts) if but is None or not but(place))
        held = {place: shared(self._rows, place, texts) for place in places}
        most = max(held.values(), default=0)
        return [place for place in held if held[place] == most and 2 * most > len(texts)]

    def left_on(self, leavings: Texts, but: Callable[[int], bool]) -> int | None:
        """The one row that holds all that the tool had left there, or most of it, where somebody has typed over some,
        and least else.
        """
        whole = self.only_with(leavings, but)
        if whole is not None or len(leavings) < TELLING:
            return whole
        likest = self.all_to(leavings, but)
        return likest[0] if len(likest) == 1 else None

    def only_with(self, texts: Texts, but: Callable[[int], bool] | None = None) -> int | None:
        """The one row that holds all of these texts, and least else; None where they are too few to tell one."""
        least = self.with_all(texts, but)
        return least[0] if len(least) == 1 else None

    def with_all(self, texts: Texts, but: Callable[[int], bool] | None = None) -> list[int]:
        """The rows that hold all of these texts, and least else: a row and its copies. Few and short texts tell only a
        row that holds nothing else, but its key.
        """
        places = (place for place in self.holding(texts) if but is None or not but(place))
        held = {place: filled(self._rows[place]) for place in places}
        fewest = min(held.values(), default=0)
        least = [place for place in held if held[place] == fewest]
        told = len(texts) >= TELLING or any(isinstance(value, str) and len(value) >= _WORDY for _, value in texts)
        return least if told else [place for place in least if fewest <= len(texts) + 1]

    def holding(self, texts: Texts) -> list[int]:
        """The rows that hold all of these texts, from the top; looked for among those that hold the rarest."""
        if not texts:
            return []
        found = [[self._places.get((column, name), ()) for name in _names(value)] for column, value in texts]
        rarest = min(found, key=lambda lists: sum(map(len, lists)))
        places = sorted({place for places in rarest for place in places})
        return [place for place in places if shared(self._rows, place, texts) == len(texts)]

    def _candidates(self, texts: Texts) -> set[int]:
        """The rows that hold a text of these that only few rows hold."""
        found = [self._places.get((column, name), []) for column, value in texts for name in _names(value)]
        telling = [places for places in found if len(places) <= _COMMON]
        return {place for places in telling for place in places}


def _names(value: CellValue) -> set[str]:
    return {shown_anywhere(value), shown(value), shown(serial(value))}
