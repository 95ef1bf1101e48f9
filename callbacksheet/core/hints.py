"""R2 and R5 across rows: repeats of an open row, and likeness, which is only ever a hint for a person.

Rows are compared within blocks (same day and reason, same number ending, same name), each with its few
neighbours in order, so that the work grows with n log n however alike a tab's rows are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from callbacksheet.core.callback import Callback
from callbacksheet.core.merge import caller_of, clearly_different
from callbacksheet.core.model import Code
from callbacksheet.core.text import fold

_TAIL = 7
"""Digits of a number that people get right when they leave the area code out."""
_NEIGHBOURS = 6


def with_repeats(callbacks: Sequence[Callback]) -> list[Callback]:
    """R5: an open row is told of an older row of the same caller and reason that is still open."""
    oldest: dict[tuple[str, str], Callback] = {}
    told: dict[str, Callback] = {}
    for callback in sorted(callbacks, key=lambda c: (c.received_at.timestamp(), c.row.place)):
        caller = caller_of(callback)
        if caller is None or not callback.open:
            continue
        older = oldest.setdefault((caller, callback.reason_key), callback)
        if older is not callback:
            told[callback.key] = callback.tell(Code.REPEAT_OF_OPEN, older.key, _day(older))
    return [told.get(c.key, c) for c in callbacks]


def _day(callback: Callback) -> str:
    return callback.received_at.strftime("%Y-%m-%d")


def with_likeness(callbacks: Sequence[Callback]) -> list[Callback]:
    """R2: the later of two rows that look like one caller's is told which other row and why. Nothing merges."""
    told: dict[str, Callback] = {}
    for later, earlier, why in _alike(callbacks):
        if later.key not in told:
            told[later.key] = later.tell(Code.POSSIBLE_DUPLICATE, earlier.key, why)
    return [told.get(c.key, c) for c in callbacks]


def _alike(callbacks: Sequence[Callback]) -> Iterable[tuple[Callback, Callback, str]]:
    ordered = sorted((c for c in callbacks if c.open), key=lambda c: (c.received_at.timestamp(), c.row.place))
    yield from _same_number_ending(ordered)
    yield from _same_name(ordered)


def _same_number_ending(ordered: list[Callback]) -> Iterable[tuple[Callback, Callback, str]]:
    """A number that cannot be read, or lacks its area code, beside one that ends alike."""
    blocks: defaultdict[tuple[date, str], list[Callback]] = defaultdict(list)
    for callback in ordered:
        digits = callback.phone.e164 if callback.phone else "".join(c for c in callback.phone_text if c.isdigit())
        if len(digits) >= _TAIL:
            blocks[callback.received_at.date(), digits[-_TAIL:]].append(callback)
    for block in blocks.values():
        for later, earlier in _neighbours(block):
            if not (later.phone and earlier.phone) or later.phone.e164 != earlier.phone.e164:
                yield later, earlier, f"…{_ending(later)[-4:]}"


def _ending(callback: Callback) -> str:
    return callback.phone.e164 if callback.phone else "".join(c for c in callback.phone_text if c.isdigit())


def _same_name(ordered: list[Callback]) -> Iterable[tuple[Callback, Callback, str]]:
    """The same or nearly the same name on one day about one reason, from another number or none."""
    blocks: defaultdict[tuple[date, str], list[Callback]] = defaultdict(list)
    for callback in ordered:
        if callback.name:
            blocks[callback.received_at.date(), callback.reason_key].append(callback)
    for block in blocks.values():
        block.sort(key=lambda c: fold(c.name))  # stable: equal names stay in the order of their calls
        for one, other in _neighbours(block):
            if caller_of(one) != caller_of(other) or caller_of(one) is None:
                earlier, later = sorted((one, other), key=lambda c: (c.received_at.timestamp(), c.row.place))
                if not clearly_different(earlier.name, later.name):
                    yield later, earlier, earlier.name


def _neighbours(block: list[Callback]) -> Iterable[tuple[Callback, Callback]]:
    for place, later in enumerate(block):
        for earlier in block[max(0, place - _NEIGHBOURS) : place]:
            yield later, earlier
