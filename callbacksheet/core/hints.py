"""R2 and R5 across rows: repeats of an open row, and likeness, which is only ever a hint for a person.

Rows are compared within blocks (same day and reason, same number ending, same name), each with its few
neighbours in order, so that the work grows with n log n however alike a tab's rows are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from callbacksheet.core.callback import Callback
from callbacksheet.core.merge import call_order, caller_of, likeness
from callbacksheet.core.model import Code
from callbacksheet.core.text import fold

Each = TypeVar("Each")

_TAIL = 7
"""Digits of a number that people get right when they leave the area code out."""
_NEIGHBOURS = 6
ALIKE = 90
"""Of 100, how alike two names must be for a hint."""


def with_repeats(callbacks: Sequence[Callback], too_long: Mapping[str, str]) -> list[Callback]:
    """R5: an open row is told of an older row of the same caller and reason that is still open. ``too_long`` are rows
    that would have gone into another but for the length of their notes, with its key: they are told of that.
    """
    oldest: dict[tuple[str, str], Callback] = {}
    told: dict[str, Callback] = {}
    for callback in sorted(callbacks, key=call_order):
        caller = caller_of(callback)
        if caller is None or not callback.open:
            continue
        older = oldest.setdefault((caller, callback.reason_key), callback)
        if callback.key in too_long:
            told[callback.key] = callback.tell(Code.NOTES_TOO_LONG, too_long[callback.key])
        elif older is not callback:
            day = older.received_at.strftime("%Y-%m-%d")
            told[callback.key] = callback.tell(Code.REPEAT_OF_OPEN, older.key, day)
    return [told.get(c.key, c) for c in callbacks]


def with_likeness(callbacks: Sequence[Callback]) -> list[Callback]:
    """R2: the later of two rows that look like one caller's is told which other row and why. Nothing merges."""
    told: dict[str, Callback] = {}
    for later, earlier, why in _alike(callbacks):
        if later.key not in told:
            told[later.key] = later.tell(Code.POSSIBLE_DUPLICATE, earlier.key, why)
    return [told.get(c.key, c) for c in callbacks]


def _alike(callbacks: Sequence[Callback]) -> Iterable[tuple[Callback, Callback, str]]:
    ordered = sorted((c for c in callbacks if c.open), key=call_order)
    yield from _same_number_ending(ordered)
    yield from _same_name(ordered)


def _same_number_ending(ordered: list[Callback]) -> Iterable[tuple[Callback, Callback, str]]:
    """A number that cannot be read, or lacks its area code, beside one that ends alike."""
    blocks: defaultdict[tuple[date, str], list[Callback]] = defaultdict(list)
    for callback in ordered:
        digits = _digits(callback)
        if len(digits) >= _TAIL:
            blocks[callback.received_at.date(), digits[-_TAIL:]].append(callback)
    for (_, ending), block in blocks.items():
        for later, earlier in _neighbours(block):
            if not (later.phone and earlier.phone):
                yield later, earlier, f"…{ending[-4:]}"


def _digits(callback: Callback) -> str:
    return callback.phone.e164 if callback.phone else "".join(c for c in callback.phone_text if c.isdigit())


def _same_name(ordered: list[Callback]) -> Iterable[tuple[Callback, Callback, str]]:
    """Nearly the same name on one day about one reason, from a number that could be the same one mistyped."""
    blocks: defaultdict[tuple[date, str], list[tuple[int, Callback]]] = defaultdict(list)
    for rank, callback in enumerate(ordered):
        if callback.name:
            blocks[callback.received_at.date(), callback.reason_key].append((rank, callback))
    for block in blocks.values():
        block.sort(key=lambda ranked: fold(ranked[1].name))  # stable: equal names stay in the order of their calls
        for one, other in _neighbours(block):
            (_, earlier), (_, later) = (one, other) if one[0] < other[0] else (other, one)
            if _could_be_one(earlier, later):
                yield later, earlier, earlier.name


def _could_be_one(one: Callback, other: Callback) -> bool:
    """The names are alike, and the numbers do not say that these are two people."""
    if one.phone and other.phone:
        if one.phone.e164 == other.phone.e164:
            return False  # the number says who they are: one caller with two matters
        if len(one.name.split()) < 2 and not _slip(one.phone.e164, other.phone.e164):
            return False
    return likeness(one.name, other.name) >= ALIKE


def _slip(one: str, other: str) -> bool:
    """One digit mistyped, or two neighbours swapped."""
    if len(one) != len(other):
        return False
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]]
    return len(wrong) == 1 or swapped


def _neighbours(block: list[Each]) -> Iterable[tuple[Each, Each]]:
    for place, later in enumerate(block):
        for earlier in block[max(0, place - _NEIGHBOURS) : place]:
            yield later, earlier
