"""From which row each row of today comes, whatever key it bears, where people have sorted, copied and typed since."""

from __future__ import annotations

from collections.abc import Sequence

from callbacksheet.core.likeness import Likest, digest, gathered, is_empty
from callbacksheet.core.model import CellValue


class Lineage:
    """Rows as they were left, by the columns of today. Of a row and its copies all come from the one that was there.

    ``only_just_so``: rows are missing, so that what is only like one of these may come from another.
    """

    def __init__(self, rows: Sequence[Sequence[CellValue]], *, only_just_so: bool = False) -> None:
        self._just_so = gathered((digest(cells), row) for row, cells in enumerate(rows))
        self._likest = None if only_just_so else Likest(rows)

    def of(self, cells: Sequence[CellValue]) -> Sequence[int]:
        """The row that held most of what these cells hold, or several that held the same; none where most is new."""
        just_so = self._just_so.get(digest(cells), ())
        if just_so or self._likest is None:
            return just_so
        return self._likest.all_to([(column, value) for column, value in enumerate(cells) if not is_empty(value)])
