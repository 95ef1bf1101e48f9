"""R13, the order: open rows by next time, then urgency, then the call, then key; Done rows after them by their call.

Done rows of one moment stay as they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
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
    return len(order) - len(staying(order))


def staying(order: Sequence[int]) -> set[int]:
    """A longest run of places already in ascending order: these need not move."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in order:
        spot = bisect_left(tails, place)
        before[place] = ends[spot - 1] if spot else None
        tails[spot : spot + 1] = [place]
        ends[spot : spot + 1] = [place]
    stay: set[int] = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        stay.add(last)
        last = before[last]
    return stay


def moves(order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Place by place from where to before which, as they stand at that moment, until all stand in this order."""
    stay = staying(order)
    now = sorted(order)
    for number, place in enumerate(order):
        if place in stay:
            continue
        source = now.index(place)
        target = now.index(order[number - 1]) + 1 if number else 0
        yield source, target
        now.pop(source)
        now.insert(target - (source < target), place)


def after_moves(order: Sequence[int], most: int) -> tuple[int, ...]:
    """The order after the first so many moves towards this one."""
    now = sorted(order)
    for source, target in islice(moves(order), most):
        place = now.pop(source)
        now.insert(target - (source < target), place)
    return tuple(now)
