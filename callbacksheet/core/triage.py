"""The callback block: which one it is now, and whom to ring in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from callbacksheet.core.callback import Callback
from callbacksheet.core.due import is_due
from callbacksheet.core.hours import blocks_on, later, span_on
from callbacksheet.core.model import Window
from callbacksheet.core.shop import Shop

_LENGTH = 30
"""Minutes of a walk where no blocks are configured."""


def block_at(now: datetime, shop: Shop) -> Window | None:
    """The block that is on, else the next one in a day's hours; None where no blocks are configured.

    On a day that is closed today's own blocks count: somebody is here and asks.
    """
    for days in range(8):
        on = now.date() + timedelta(days=days)
        closed_today = not days and not shop.hours.spans(on)
        blocks = [span_on(shop.zone, on, span) for span in shop.blocks] if closed_today else blocks_on(shop, on)
        if block := next((block for block in blocks if now < block.end), None):
            return block
    return None


def block_end(now: datetime, shop: Shop) -> datetime:
    """When a walk begun now ends: with the block that is on, else after the length of the next one, or 30 minutes."""
    block = block_at(now, shop)
    if block is None:
        return later(now, _LENGTH)
    return block.end if block.start <= now else now + (block.end - block.start)


def for_block(queue: Sequence[Callback], block: Window | None, now: datetime) -> list[Callback]:
    """Whom to ring in this block, in order: all that falls due before it ends, or now where there are no blocks."""
    if block is None:
        return [callback for callback in queue if is_due(callback, now)]
    return [c for c in queue if c.open and c.next_at is not None and c.next_at < block.end]
