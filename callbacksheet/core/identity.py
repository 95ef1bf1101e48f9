"""Which row is which (SAFETY.md "Identify rows"): by the key in the row, with likeness to the base as arbiter.

A copied row gets a key of its own; a key left behind by a cut is found again by content; another caller
pasted over a row is a new row. A key is never given twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from callbacksheet.core.callback import COLUMNS, Row
from callbacksheet.core.cells import same, shown
from callbacksheet.core.keys import key_of, number_of
from callbacksheet.core.model import DESK_COLUMNS, SHARED_COLUMNS, Column
from callbacksheet.core.state import Base, State
from callbacksheet.core.text import fold

WATCHED = tuple(c for c in COLUMNS if c in DESK_COLUMNS or (c in SHARED_COLUMNS and c is not Column.BY))
"""Columns whose change is a person's change of the row; initials alone are an answer, not a change."""
_WATCHED_PLACES = tuple(COLUMNS.index(c) for c in WATCHED)
_CONTENT = tuple(COLUMNS.index(c) for c in COLUMNS if c in DESK_COLUMNS)
_NAME, _PHONE, _REASON, _NOTES, _WISH = (
    COLUMNS.index(c) for c in (Column.NAME, Column.PHONE, Column.REASON, Column.NOTES, Column.BEST_TIME)
)


@dataclass(frozen=True, slots=True)
class Identified:
    """The rows with their keys, the base rows that are gone from the tab, and the key counter after it."""

    rows: tuple[Row, ...]
    gone: tuple[Base, ...]
    counter: int


def identify(rows: Sequence[Row], state: State | None, spent: int = 0) -> Identified:
    """Give every row its key and what is remembered of it.

    ``state`` is None before adoption: then nothing is remembered and nobody has changed anything yet.
    ``spent`` keys were given in the past even though nothing of them may stand in the tab any more.
    """
    base = {one.key: one for one in state.base} if state else {}
    keys = _claimed_keys(rows, base) if state else _typed_keys(rows)
    keys = _found_by_content(rows, keys, base)
    counter = max([spent, state.counter if state else 0, *(number_of(_typed_key(row)) for row in rows)])
    named: list[Row] = []
    for row, key in zip(rows, keys, strict=True):
        if key is None:
            counter += 1
        known = base.get(key) if key else None
        changed = _differs(row, known) if known else state is not None or row.incoming
        named.append(replace(row, key=key or key_of(counter), base=known, changed=changed))
    held = set(keys)
    return Identified(tuple(named), tuple(one for key, one in base.items() if key not in held), counter)


def _typed_key(row: Row) -> str:
    return row.text(Column.ID).upper()


def _typed_keys(rows: Sequence[Row]) -> list[str | None]:
    """Nothing is remembered: keys that stand in the tab go on being theirs, the first of twins keeping its own."""
    seen: set[str] = set()
    keys: list[str | None] = []
    for row in rows:
        key = _typed_key(row)
        keys.append(key if number_of(key) and key not in seen else None)
        seen.add(key)
    return keys


def _claimed_keys(rows: Sequence[Row], base: dict[str, Base]) -> list[str | None]:
    """For each row the known key it carries; of twins the one most like the base keeps it."""
    claims: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        key = _typed_key(row)
        if key in base and not _another_caller(row, base[key]):
            claims[key].append(number)
    keys: list[str | None] = [None] * len(rows)
    for key, claimants in claims.items():
        keys[max(claimants, key=lambda n: (_likeness(rows[n], base[key]), -n))] = key
    return keys


def _found_by_content(rows: Sequence[Row], keys: list[str | None], base: dict[str, Base]) -> list[str | None]:
    """Rows without a known key that hold exactly what a missing row held are that row."""
    missing: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    held = set(keys)
    for key, one in base.items():
        if key not in held:
            missing[_content(one.cells)].append(key)
    if not missing:
        return keys
    for number, row in enumerate(rows):
        if keys[number] is None and (same_content := missing.get(_content(row.cells))):
            keys[number] = same_content.pop(0)
    return keys


def _content(cells: Sequence[object]) -> tuple[str, ...]:
    return tuple(shown(cells[place]) for place in _CONTENT)  # type: ignore[arg-type]


def _likeness(row: Row, base: Base) -> int:
    return sum(same(mine, its) for mine, its in zip(row.cells, base.cells, strict=True))


def _another_caller(row: Row, base: Base) -> bool:
    """Name and phone differ, and what was said differs too: somebody was pasted over this row."""
    changed = {p for p in (_NAME, _PHONE, _REASON, _NOTES, _WISH) if _text(row.cells, p) != _text(base.cells, p)}
    said = changed & {_REASON, _NOTES, _WISH}
    return {_NAME, _PHONE} <= changed and bool(said) and bool(_text(row.cells, _NAME) or _text(row.cells, _PHONE))


def _text(cells: Sequence[object], place: int) -> str:
    return fold(shown(cells[place]))  # type: ignore[arg-type]


def _differs(row: Row, base: Base) -> bool:
    if row.extras != base.extras:
        return True
    return any(not same(row.cells[place], base.cells[place]) for place in _WATCHED_PLACES)


def changed_columns(row: Row) -> Iterable[Column]:
    """The columns a person typed in since the last run, initials included."""
    if row.base is None:
        return
    for column, mine, its in zip(COLUMNS, row.cells, row.base.cells, strict=True):
        if not same(mine, its):
            yield column
