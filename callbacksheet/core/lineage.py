"""From which row each row of today comes, whatever key it bears, where people have sorted, copied and typed since."""

from __future__ import annotations

from collections.abc import Sequence

from callbacksheet.core.likeness import Likest, digest, gathered, is_empty
from callbacksheet.core.model import CellValue


class Lineage:
    """Rows as they were left, by the columns of today. Of a row and its copies all come from the one that was there."""

    def __init__(self, rows: Sequence[Sequence[CellValue]]) -> None:
        self._just_so = gathered((digest(cells), row) for row, cells in enumerate(rows))
        self._likest = Likest(rows)

    def of(self, cells: Sequence[CellValue]) -> Sequence[int]:
        """The row that held most of what these cells hold, or several that held the same; none where most is new."""
        texts = [(column, value) for column, value in enumerate(cells) if not is_empty(value)]
        return self._just_so.get(digest(cells)) or self._likest.all_to(texts)
