"""What the sheet has overtaken: planned cells that do not stand there after the write, because a person was quicker.

They are left out, never forced; the next run sees them as the person's and plans anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import same
from callbacksheet.core.history import Change, changes_of
from callbacksheet.core.layout import find_layout
from callbacksheet.core.model import Column
from callbacksheet.core.rows import data_rows
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Tab
from callbacksheet.errors import LayoutError


def overtaken(queue: Sequence[Callback], after: Tab, shop: Shop) -> tuple[Change, ...]:
    """The changes of the plan that the sheet, as read back, does not show.

    Where somebody broke the header that instant none of them can be seen; the next run says what is in its way.
    """
    try:
        layout = find_layout(after, shop.language)
    except LayoutError:
        return tuple(change for callback in queue for change in changes_of(callback))
    rows = {row.text(Column.ID): row for row in data_rows(after, layout)}
    return tuple(
        replace(change, row=row.place + 1, before=row.cell(Column(change.column)))
        for callback in queue
        if (row := rows.get(callback.key))
        for change in changes_of(callback)
        if not same(row.cell(Column(change.column)), change.after)
    )
