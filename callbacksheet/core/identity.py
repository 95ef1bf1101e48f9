"""Which row is which (SAFETY.md "Identify rows"): by the key in the row, with likeness to the base as arbiter.

A copied row gets a key of its own; a key left behind by a cut is found again by content; another caller
pasted over a row is a new row. A key is never given twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from callbacksheet.core.callback import COLUMNS, Row
from callbacksheet.core.cells import looks_same, same, shown, shown_anywhere
from callbacksheet.core.keys import key_of, number_of
from callbacksheet.core.merge import clearly_different
from callbacksheet.core.model import DESK_COLUMNS, SHARED_COLUMNS, STARTS, CellValue, Column
from callbacksheet.core.state import Base, State
from callbacksheet.core.text import fold

WATCHED = tuple(c for c in COLUMNS if c in DESK_COLUMNS or (c in SHARED_COLUMNS and c is not Column.BY))
"""Columns whose change is a person's change of the row; initials alone are an answer, not a change."""
_WATCHED_PLACES = tuple(COLUMNS.index(c) for c in WATCHED)
_TOLD_BY = tuple(COLUMNS.index(c) for c in COLUMNS if c in STARTS)
_DESK_PLACES = tuple(COLUMNS.index(c) for c in COLUMNS if c in DESK_COLUMNS)
_RECEIVED, _NAME, _PHONE, _REASON, _NOTES, _WISH = (
    COLUMNS.index(c)
    for c in (Column.RECEIVED, Column.NAME, Column.PHONE, Column.REASON, Column.NOTES, Column.BEST_TIME)
)
_NEXT = COLUMNS.index(Column.NEXT_CALLBACK)
_FILLED = (COLUMNS.index(Column.STATUS), _NEXT)
"""What the tool fills in where people leave it empty."""


@dataclass(frozen=True, slots=True)
class Identified:
    """The rows with their keys, the base rows that are gone from the tab, and the key counter after it.

    ``claims`` pairs rows with the base their key names, before another caller pasted over a row parts the two.
    """

    rows: tuple[Row, ...]
    gone: tuple[Base, ...]
    counter: int
    claims: tuple[tuple[Row, Base], ...] = ()


def identify(rows: Sequence[Row], state: State | None, spent: int = 0, emptied: Collection[str] = ()) -> Identified:
    """Give every row its key and what is remembered of it.

    ``state`` is None before adoption: then nothing is remembered and nobody has changed anything yet.
    ``spent`` keys were given in the past even though nothing of them may stand in the tab any more. ``emptied`` are
    the keys of rows out of which people have taken the call: where that told nobody, no other row is one of them.
    """
    base = {one.key: one for one in state.base} if state else {}
    claimed = _claimed_keys(rows, base) if state else _typed_keys(rows)
    if state and state.adopting:
        claimed = _with_typed_keys(rows, claimed, base)
    keys = _found_by_desk(rows, _without_strangers(rows, claimed, base), base, emptied)
    adopting = state is None or state.adopting
    counter = max([spent, state.counter if state else 0, *(number_of(key) for key in keys if key)])
    named: list[Row] = []
    for row, key in zip(rows, keys, strict=True):
        if key is None:
            counter += 1
        known = base.get(key) if key else None
        retyped = differs(row, known) if known else not adopting or row.incoming
        changed = retyped or (known is not None and known.facts.unstamped)
        named.append(replace(row, key=key or key_of(counter), base=known, changed=changed, retyped=retyped))
    held = set(keys)
    gone = tuple(one for key, one in base.items() if key not in held)
    claims = tuple((row, base[key]) for row, key in zip(rows, claimed, strict=True) if key in base)
    return Identified(tuple(named), gone, counter, claims)


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


def _with_typed_keys(rows: Sequence[Row], keys: Sequence[str | None], base: dict[str, Base]) -> list[str | None]:
    """The same for rows that are still to be known: a key that is nobody else's goes on being theirs."""
    rest = iter(_typed_keys([row for row, key in zip(rows, keys, strict=True) if key is None]))
    return [key or (None if (typed := next(rest)) in base else typed) for key in keys]


def _claimed_keys(rows: Sequence[Row], base: dict[str, Base]) -> list[str | None]:
    """For each row the known key that is its own.

    That is the key it carries; but a row that holds all that another missing row held, or tells the same call, is
    that row, whatever it carries (sorted without the hidden column, or the key cut). Of twins the one most like the
    base keeps the key.
    """
    keys: list[str | None] = [None] * len(rows)
    claims: defaultdict[str, list[int]] = defaultdict(list)
    changed = []
    for number, row in enumerate(rows):
        key = _typed_key(row)
        if key in base and not differs(row, base[key]):
            claims[key].append(number)
        else:
            changed.append(number)
    _give_to_likest(rows, claims, base, keys)
    _match(rows, changed, keys, base, _WATCHED_PLACES)
    _find_by_call(rows, changed, keys, base)
    claims.clear()
    held = set(keys)
    for number in changed:
        key = _typed_key(rows[number])
        if keys[number] is None and key in base and key not in held:
            claims[key].append(number)
    _give_to_likest(rows, claims, base, keys)
    return keys


def _give_to_likest(
    rows: Sequence[Row], claims: dict[str, list[int]], base: dict[str, Base], keys: list[str | None]
) -> None:
    for key, claimants in claims.items():
        likest = claimants[0]
        if len(claimants) > 1:
            likest = max(claimants, key=lambda n: (_likeness(rows[n], base[key]), -n))
        keys[likest] = key


def _without_strangers(rows: Sequence[Row], keys: Sequence[str | None], base: dict[str, Base]) -> list[str | None]:
    """A row over which another caller was pasted is a new row."""
    return [
        None if key in base and _another_caller(row, base[key]) else key for row, key in zip(rows, keys, strict=True)
    ]


def _found_by_desk(
    rows: Sequence[Row], keys: list[str | None], base: dict[str, Base], emptied: Collection[str]
) -> list[str | None]:
    """Rows without a known key whose desk columns hold exactly what a missing row's held are that row."""
    missing = {key: one for key, one in base.items() if key not in emptied or any(one.cells[p] for p in _TOLD_BY)}
    _match(rows, [n for n, key in enumerate(keys) if key is None], keys, missing, _DESK_PLACES)
    return keys


def _find_by_call(rows: Sequence[Row], numbers: Sequence[int], keys: list[str | None], base: dict[str, Base]) -> None:
    """The one of these rows that tells when who rang, as one missing row did and no other, is that row, whatever it
    carries: people sorted without the hidden column, and went on typing in it. Not so a row that tells another call of
    that day, or one that is as like the row whose key it carries.
    """
    held = set(keys)
    missing: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in base:
        if key not in held:
            missing[_call(base[key].cells)].append(key)
    telling: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in numbers:
        if keys[number] is None:
            telling[_call(rows[number].cells)].append(number)
    for call, tellers in telling.items():
        received, *caller = call
        if received and any(caller) and len(tellers) == len(missing.get(call, ())) == 1:
            row, key = rows[tellers[0]], missing[call][0]
            own = base.get(_typed_key(row))
            anothers = own is not None and _likeness_typed(row, own) >= _likeness_typed(row, base[key])
            if not (anothers or _is_another_call(row, base[key])):
                keys[tellers[0]] = key


def _call(cells: Sequence[CellValue]) -> tuple[str, ...]:
    return shown_anywhere(cells[_RECEIVED]), _text(cells, _NAME), _digits(cells)


def _is_another_call(row: Row, base: Base) -> bool:
    """Whether nothing stands yet where the tool had filled in something on the row that is remembered, or neither the
    reason nor the time to ring is the same: many a desk writes down the day alone, and a caller may ring twice.
    """
    if not any(looks_same(row.cells[p], base.cells[p]) for p in (_REASON, _NEXT)):
        return True
    return any(base.cells[p] is not None for p in _FILLED) and all(row.cells[p] is None for p in _FILLED)


def _match(
    rows: Sequence[Row],
    numbers: Sequence[int],
    keys: list[str | None],
    base: dict[str, Base],
    places: tuple[int, ...],
) -> None:
    """Give these rows the keys of missing rows that held the same in these places, in the order of the keys given."""
    if not numbers or not base:
        return
    held = set(keys)
    missing: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted((key for key in base if key not in held), key=number_of):
        missing[_content(base[key], places)].append(key)
    for number in numbers:
        content = _content(rows[number], places)
        if any(content) and (same_content := missing.get(content)):
            keys[number] = same_content.pop(0)


def _content(of: Row | Base, places: tuple[int, ...]) -> tuple[str, ...]:
    """What stands in these places; with all that people type in, the team's own columns too."""
    own = of.extras if places is _WATCHED_PLACES else ""
    return (*(shown_anywhere(of.cells[place]) for place in places), own)


def _likeness(row: Row, base: Base) -> int:
    return sum(same(mine, its) for mine, its in zip(row.cells, base.cells, strict=True))


def _likeness_typed(row: Row, base: Base) -> int:
    """The same where people type: of what was left behind nothing tells the row."""
    return sum(looks_same(row.cells[place], base.cells[place]) for place in _WATCHED_PLACES)


def _another_caller(row: Row, base: Base) -> bool:
    """Name and number are others, and so is what was said, or the two names are clearly two people's.

    A caller who was not known by name or number is nobody to be pasted over: the row was completed.
    """
    name, was = _text(row.cells, _NAME), _text(base.cells, _NAME)
    number, old = _digits(row.cells), _digits(base.cells)
    if not (name or number) or not (was or old) or name == was or number == old:
        return False
    if any(_text(row.cells, p) != _text(base.cells, p) for p in (_REASON, _NOTES, _WISH)):
        return True
    return all((name, was, number, old)) and clearly_different(name, was)


def _text(cells: Sequence[CellValue], place: int) -> str:
    return fold(shown(cells[place]))


def _digits(cells: Sequence[CellValue]) -> str:
    """The number's last digits, however it is written; without digits the words in its place."""
    text = _text(cells, _PHONE)
    return "".join(c for c in text if c.isdigit())[-_TAIL:] or text


_TAIL = 7


def differs(row: Row, base: Base) -> bool:
    """Whether people have typed in the row since: a number that came back as text is nobody's change."""
    if row.extras != base.extras:
        return True
    return any(not looks_same(row.cells[place], base.cells[place]) for place in _WATCHED_PLACES)


def changed_columns(row: Row) -> Iterable[Column]:
    """The columns a person typed in since the last run, initials included."""
    if row.base is None:
        return
    for column, mine, its in zip(COLUMNS, row.cells, row.base.cells, strict=True):
        if not same(mine, its):
            yield column
