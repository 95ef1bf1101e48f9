"""Which is which of several rows that bear one key: people copied a row before a batch, or since, and typed on.

Rows that held the same are told apart by nothing but their order, so they are dealt with together; that keeps the work
small too where a key was filled down a whole column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

Rows = Mapping[str, Sequence[int]]
"""Rows that hold the same, from the top, by what that is."""


def paired(rows: Rows, places: Rows, unlike: Callable[[int, int], tuple[int, ...]]) -> dict[int, int]:
    """The place of each row: that least ``unlike`` it, and the likest of all first.

    Where as many places hold just what some rows do, these are they. The rows of a group stand in their order; one for
    which no place is left stands where others do that are like it.
    """
    found = {held: places[held] for held, group in rows.items() if len(places.get(held, ())) == len(group)}
    just_so = {row: place for held, spot in found.items() for row, place in zip(rows[held], spot, strict=True)}
    groups = [tuple(group) for held, group in rows.items() if held not in found]
    spots = [tuple(spot) for held, spot in places.items() if held not in found] or list(map(tuple, places.values()))
    return just_so | _likest(groups, spots, unlike)


def _likest(
    groups: Sequence[tuple[int, ...]], spots: Sequence[tuple[int, ...]], unlike: Callable[[int, int], tuple[int, ...]]
) -> dict[int, int]:
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
