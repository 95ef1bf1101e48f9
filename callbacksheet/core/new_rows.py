"""Rows that the last batch put in, where people moved a column or put one in that instant: each value to its column.

Such a row falls on nobody's text, but all of it beside its headers. Its key tells it, in whatever column that fell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from callbacksheet.core.cells import text_of
from callbacksheet.core.journal import NewRow
from callbacksheet.core.likeness import Texts, alike, gathered, is_empty
from callbacksheet.core.model import CellValue, Column
from callbacksheet.core.preimage import Preimage
from callbacksheet.core.standing import Standing

Covered = tuple[str, Column, CellValue, CellValue]
"""Key, column, what was to stand there, what stands there now."""


def put_in_line(preimage: Preimage, now: Standing) -> tuple[list[Covered], set[tuple[int, int]]]:
    """Put each value where it was meant, on the row and on its copies, but where people have emptied it since.

    What was not put there, since somebody has typed there by now, is to be told; and the places from which the values
    are taken.
    """
    covered: list[Covered] = []
    left: set[tuple[int, int]] = set()
    for key, place, astray in _beside_their_columns(preimage, now):
        fell = [now.column_before(column) for column, value in astray if _stands(now, place, column, value)]
        if 2 * len(fell) <= len(astray):
            continue
        for column in fell:
            now.put_right(place, column, None)
            left.add((place, column))
        covered += _brought(now, place, key, astray, preimage.journal.meanings)
    return covered, left


def _beside_their_columns(preimage: Preimage, now: Standing) -> Iterator[tuple[str, int, Texts]]:
    """Key and place of each row that was put in, and what of it was written elsewhere than under its header."""
    journal = preimage.journal
    moved = {column for column in journal.heads if preimage.column_of(column) != column}
    if not (moved and journal.added):
        return
    beside = now.column_before(journal.id_column)
    places = gathered((text_of(now.cell(place, beside)), place) for place in range(len(now.tab.rows)))
    for added in journal.added:
        astray = [(column, value) for column, value in _written(preimage, added) if column in moved]
        if astray:
            yield from ((added.key, place, astray) for place in places.get(added.key, ()))


def _written(preimage: Preimage, added: NewRow) -> Iterator[tuple[int, CellValue]]:
    """What was written of a row that was put in, by the columns that were meant."""
    cells: Mapping[Column, CellValue] = preimage.cells_remembered(added.key)
    meant = ((column, cells.get(meaning)) for column, meaning in preimage.journal.meanings.items())
    yield from ((column, value) for column, value in (*meant, *added.own) if not is_empty(value))


def _stands(now: Standing, place: int, column: int, value: CellValue) -> bool:
    """Whether a value stands still where it fell."""
    return alike(now.tab.cell(place, now.column_before(column)), value)


def _brought(now: Standing, place: int, key: str, astray: Texts, meanings: Mapping[int, Column]) -> Iterator[Covered]:
    """Bring each to its column; what is not, since somebody has typed there by now."""
    for column, value in astray:
        own, meaning = now.column_meant(column), meanings.get(column)
        stands = now.cell(place, own)
        if stands is None:
            now.put_right(place, own, value)
        elif meaning is not None and not alike(stands, value):
            yield key, meaning, value, stands
