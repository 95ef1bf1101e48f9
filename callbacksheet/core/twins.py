"""Which is which of several rows that bear one key: people copied a row before a batch, or since, and typed on.

Rows that held the same are told apart by nothing but their order, so they are dealt with together; that keeps the work
small too where a key was filled down a whole column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Rows = Mapping[str, Sequence[int]]
"""Rows that hold the same, from the top, by what that is."""
Unlike = Callable[[int, int], tuple[int, ...]]
"""How little of a row stands at a place."""


def paired(rows: Rows, places: Rows, unlike: Unlike) -> dict[int, int]:
    """The place of each row: that least ``unlike`` it, and the likest of all first.

    Where as many places hold just what some rows do, these are they. The rows of a group stand in their order; one for
    which no place is left stands where another does that is like it.
    """
    just_so = {held for held, group in rows.items() if len(places.get(held, ())) == len(group)}
    found = {row: place for held in just_so for row, place in zip(rows[held], places[held], strict=True)}
    groups = [tuple(group) for held, group in rows.items() if held not in just_so]
    spots = [tuple(spot) for held, spot in places.items() if held not in just_so]
    for group, mine in _dealt_out(groups, spots, unlike).items():
        found |= zip(group, mine, strict=False)
        if gone := group[len(mine) :]:
            likest = min((unlike(gone[0], spot[0]), spot[0]) for spot in places.values())
            found |= dict.fromkeys(gone, likest[1])
    return found


def _dealt_out(
    groups: Sequence[tuple[int, ...]], spots: Sequence[tuple[int, ...]], unlike: Unlike
) -> dict[tuple[int, ...], list[int]]:
    """The places for the rows of each group, from the top; too few where none are left."""
    dealt: dict[tuple[int, ...], list[int]] = {group: [] for group in groups}
    left = {spot: list(spot) for spot in spots}
    for _, group, spot in sorted((unlike(group[0], spot[0]), group, spot) for group in groups for spot in spots):
        many = len(group) - len(dealt[group])
        dealt[group] += left[spot][:many]
        left[spot] = left[spot][many:]
    return {group: sorted(mine) for group, mine in dealt.items()}
