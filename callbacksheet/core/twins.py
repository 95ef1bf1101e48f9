"""Which is which of several rows that bear one key: people copied a row before a batch, or since, and typed on.

Rows that held the same are told apart by nothing but their order, so they are dealt with together; that keeps the work
small too where a key was filled down a whole column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

Rows = Iterable[Sequence[int]]


def paired(rows: Rows, places: Rows, unlike: Callable[[int, int], tuple[int, ...]]) -> dict[int, int]:
    """The place of each row: that least ``unlike`` it, and the likest of all first.

    Both are given in groups that hold the same, each from the top. The rows of a group stand in their order; one for
    which no place is left stands where others do that are like it.
    """
    groups, spots = [tuple(group) for group in rows], [tuple(spot) for spot in places]
    likest = sorted((unlike(group[0], spot[0]), group, spot) for group in groups for spot in spots)
    left = {spot: list(spot) for spot in spots}
    found: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for _, group, spot in likest:
        many = len(group) - len(found[group])
        found[group] += left[spot][:many]
        left[spot] = left[spot][many:]
    next_best = {group: spot[0] for _, group, spot in reversed(likest)}
    return {
        row: place
        for group in groups
        for row, place in zip_longest(group, sorted(found[group]), fillvalue=next_best[group])
    }
