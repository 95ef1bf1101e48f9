"""R13, the order: open rows by next time, then urgency, then the call, then key; Done rows after them by their call.

Done rows of one moment stay as they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from callbacksheet.core.callback import Callback


def queue_order(callbacks: Sequence[Callback]) -> list[Callback]:
    return sorted(callbacks, key=_rank)


def _rank(callback: Callback) -> tuple[Any, ...]:
    received = callback.received_at.timestamp()
    if not callback.open or callback.next_at is None:
        return (1, 0, 0, received, callback.row.place)
    minute = int(callback.next_at.timestamp()) // 60
    return (0, minute, callback.urgency.value, received, callback.key)


def fewest_moves(order: Sequence[int]) -> int:
    """How many rows must move to bring places into this order: all but a longest run already ascending."""
    tails: list[int] = []
    for place in order:
        spot = bisect_left(tails, place)
        tails[spot : spot + 1] = [place]
    return len(order) - len(tails)
