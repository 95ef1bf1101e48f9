"""What the sheet has overtaken: planned cells that do not stand there after the write, because a person was quicker.

They are left out, never forced; the next run sees them as the person's and plans anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from callbacksheet.core.callback import COLUMNS, PLACE, Callback
from callbacksheet.core.cells import same
from callbacksheet.core.history import Change
from callbacksheet.core.layout import find_layout
from callbacksheet.core.model import CellValue, Column
from callbacksheet.core.rows import data_rows
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Tab


def overtaken(queue: Sequence[Callback], after: Tab, shop: Shop) -> tuple[Change, ...]:
    """The changes of the plan that the sheet, as read back, does not show."""
    layout = find_layout(after, shop.language)
    rows = {row.text(Column.ID): row for row in data_rows(after, layout)}
    return tuple(
        Change(callback.key, rows[callback.key].place + 1, column.value, rows[callback.key].cells[PLACE[column]], want, "")
        for callback in queue
        if callback.key in rows
        for column, want, read in zip(COLUMNS, callback.cells, callback.row.cells, strict=True)
        if not same(want, read) and not _shows(rows[callback.key].cells[PLACE[column]], want)
    )


def _shows(value: CellValue, want: CellValue) -> bool:
    return same(value, want)
