"""R16, stamps: who changed a row, and when. The tool never signs for somebody it cannot know."""

from __future__ import annotations

import re
from datetime import datetime

from callbacksheet.core.callback import Callback, Row
from callbacksheet.core.cells import same, text_of
from callbacksheet.core.model import CellValue, Code, Column
from callbacksheet.core.received import parse_received
from callbacksheet.core.shop import Shop
from callbacksheet.core.state import Base

UNKNOWN_PERSON = "?"
_INITIALS = re.compile(r"[\s,;]*[^\W\d_]{1,4}\.?\s*$")


def with_touch(callback: Callback, now: datetime, shop: Shop) -> Callback:
    """Remember when a person last changed the row: now, or what an adopted sheet's Updated cell says."""
    if callback.row.changed:
        return callback.remember(touched_at=now)
    adopted = callback.facts.touched_at or updated_at(callback.cell(Column.UPDATED), now, shop)
    if adopted and adopted != callback.facts.touched_at:
        return callback.remember(touched_at=adopted)
    return callback


def updated_at(value: CellValue, now: datetime, shop: Shop) -> datetime | None:
    """An Updated cell as a moment; it may hold initials too ("22.11 11:10 АС")."""
    read = parse_received(value, now, shop)
    if not isinstance(read, datetime) and isinstance(value, str):
        read = parse_received(_INITIALS.sub("", value) or None, now, shop)
    return read if isinstance(read, datetime) else None


def with_stamp(callback: Callback, now: datetime) -> Callback:
    """Stamp a row that people changed. Normalising alone stamps nothing."""
    changed = [row for row in (callback.row, *callback.absorbed) if row.changed]
    if changed:
        who = _who(changed[-1].by_hand or callback.row.by_hand, callback)
        callback = callback.write(Column.UPDATED, now.replace(tzinfo=None), "a person changed this row")
        callback = callback.write(Column.BY, who, "who changed it")
    elif callback.row.base:
        stamp = callback.row.base.cells[_UPDATED]
        callback = callback.write(Column.UPDATED, stamp, "the stamp is the tool's: what was typed is in the history")
    if text_of(callback.cell(Column.BY)) == UNKNOWN_PERSON:
        callback = callback.tell(Code.WHO_CHANGED)
    return callback


def with_hand_over(callback: Callback, now: datetime) -> Callback:
    """Remember when somebody else gave the row to its owner; taking it oneself is no such thing."""
    base, row = callback.row.base, callback.row
    if base is None or not row.changed or not callback.open or not callback.owner:
        return callback
    before = text_of(base.cells[_OWNER])
    by_people = before or row.text(Column.OWNER) or (Column.OWNER, f"given by {row.by_hand}") in callback.whys
    if not by_people or callback.owner.casefold() == before.casefold():
        return callback
    themselves = text_of(callback.cell(Column.BY)).casefold() == callback.owner.casefold()
    return callback.remember(handed_at=None if themselves else now)


def _who(by_hand: str, callback: Callback) -> str:
    """The operator's initials for a change through the tool, else those typed with the change, else "?"."""
    if by_hand:
        return by_hand
    for row in (*reversed(callback.absorbed), callback.row):
        typed = row.text(Column.BY)
        before = _by_before(row.base) if row.base else ""
        if row.changed and typed and (typed != before or signed_in_sheet(row)):
            return typed
    return UNKNOWN_PERSON


def signed_in_sheet(row: Row) -> bool:
    """Whether the sheet's own script signed the last edit: the time that it wrote names the initials beside it.

    A time alone tells only that somebody typed, be it beside initials of before.
    """
    by, at = row.text(Column.BY), row.cell(Column.UPDATED)
    if row.base is None or not by or same(at, row.base.cells[_UPDATED]):
        return False
    return text_of(at).endswith(f" {by}")


def _by_before(base: Base) -> str:
    return base.facts.by_before if base.facts.unstamped else text_of(base.cells[_BY])


_BY, _UPDATED, _OWNER = (tuple(Column).index(column) for column in (Column.BY, Column.UPDATED, Column.OWNER))
