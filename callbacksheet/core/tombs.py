"""Rows merged away on a sheet that others type in: left blank, their key kept a while, so that late typing is known.

Somebody may have such a row open when it is merged. What lands there is told on the row it went into; a caller
typed there is a caller like any other. No command lists these rows; when all is quiet their keys go too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from callbacksheet.core.callback import COLUMNS, PLACE, Row, joined
from callbacksheet.core.cells import looks_same, to_json
from callbacksheet.core.hours import before, later
from callbacksheet.core.model import CALLER, SHARED_COLUMNS, TOOL_COLUMNS, CellValue, Column, Formula
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import Base, State, base_of, base_text

KIND = "merged"
KEPT_MINUTES = 10
_STARTS = (Column.RECEIVED, Column.NAME, Column.PHONE)
"""What a person types who begins a new row there."""
_FORWARDED = tuple(c for c in COLUMNS if c not in TOOL_COLUMNS and c not in _STARTS and c is not Column.BY)


@dataclass(frozen=True, slots=True)
class Tomb:
    """A row merged away: into which, when, and both rows as they were remembered before, should it be taken back.

    It can be taken back only by what is learned of the batch of ``epoch``. ``typed`` is a late text that was seen
    there at ``typed_at`` and waits for a second look.
    """

    key: str
    into: str
    at: datetime
    epoch: int = 0
    row: Base | None = None
    survivor: Base | None = None
    typed: str = ""
    typed_at: datetime | None = None

    def line(self) -> StateRow:
        form = {"into": self.into, "at": self.at.isoformat(), "epoch": str(self.epoch)}
        form |= {"row": base_text(self.row)} if self.row else {}
        form |= {"survivor": base_text(self.survivor)} if self.survivor else {}
        form |= {"typed": self.typed, "typed_at": self.typed_at.isoformat()} if self.typed_at else {}
        return StateRow(KIND, self.key, to_json(form))


def tomb_into(line: StateRow) -> str:
    """The row that a row merged away went into."""
    into: str = json.loads(line.text)["into"]
    return into


def tombs_in(state: State | None) -> dict[str, Tomb]:
    """The rows merged away that are still there, by key."""
    return {key: _tomb(key, text) for key, text in (state.memos_of(KIND) if state else {}).items()}


def _tomb(key: str, text: str) -> Tomb:
    form = json.loads(text)
    return Tomb(
        key=key,
        into=form["into"],
        at=datetime.fromisoformat(form["at"]),
        epoch=int(form["epoch"]),
        row=base_of(key, form["row"]) if "row" in form else None,
        survivor=base_of(form["into"], form["survivor"]) if "survivor" in form else None,
        typed=form.get("typed", ""),
        typed_at=datetime.fromisoformat(form["typed_at"]) if "typed_at" in form else None,
    )


def taken_back(state: State, broken: Iterable[tuple[str, str]], epoch: int) -> State:
    """What is remembered, without merges of this epoch that did not hold: both rows as they were before."""
    tombs = tombs_in(state)
    base = {one.key: one for one in state.base}
    gone = []
    for key, into in broken:
        tomb = tombs.get(key)
        if tomb and tomb.row and tomb.survivor and tomb.epoch == epoch:
            base[key], base[into] = tomb.row, tomb.survivor
            gone.append(StateRow(KIND, key, ""))
    if not gone:
        return state
    return replace(state, base=tuple(base[key] for key in sorted(base))).with_memos(gone)


@dataclass(frozen=True, slots=True)
class Graveyard:
    """The rows of the tab without those merged away; ``late`` are texts typed on these, to be told elsewhere.

    ``tombs`` are the rows that stay blank with their key, by their places, ``expired`` the places of those whose key
    may go; ``typed`` are the keys of those on which a text stands. ``lines`` keep or drop what is remembered of them.
    """

    rows: tuple[Row, ...]
    late: tuple[tuple[Row, Tomb], ...] = ()
    tombs: Mapping[int, Tomb] = field(default_factory=dict)
    expired: frozenset[int] = frozenset()
    typed: frozenset[str] = frozenset()
    lines: tuple[StateRow, ...] = ()

    @property
    def places(self) -> frozenset[int]:
        return frozenset(self.tombs)

    @property
    def keys(self) -> dict[int, str]:
        """The keys that stay on blank rows, by their places."""
        return {place: tomb.key for place, tomb in self.tombs.items()}


def parted(
    rows: Sequence[Row], keys: Sequence[tuple[int, str]], state: State | None, now: datetime, *, quiet: bool
) -> Graveyard:
    """Part living rows from those merged away. ``keys`` is (place, key) of every row of the tab that bears one."""
    tombs = tombs_in(state)
    if not tombs:
        return Graveyard(tuple(rows))
    here = {place: tombs[key] for place, key in keys if key in tombs}
    remembered = {one.key for one in state.base} if state else set()
    living: list[Row] = []
    late: list[tuple[Row, Tomb]] = []
    typed: set[str] = set()
    kept = {tomb.key: replace(tomb, typed="", typed_at=None) for tomb in here.values()}  # told, or taken off again
    homes = _homes(rows, state)
    for row in rows:
        tomb = here.get(row.place)
        if tomb is None:
            living.append(row)
            continue
        text, home = _late_text(row), homes.get(tomb.into)
        untold = text and home and not _takes_notes(home)
        if _is_a_new_row(row, tomb) or tomb.into not in remembered or untold:
            living.append(row)
            del here[row.place]
        elif text:
            typed.add(tomb.key)
            waited = tomb.typed == text and tomb.typed_at and not before(now, later(tomb.typed_at, 1))
            if waited and home:
                late.append((row, tomb))
            elif tomb.typed == text:
                kept[tomb.key] = tomb
            else:
                kept[tomb.key] = replace(tomb, typed=text, typed_at=now)
    expired = frozenset(
        place
        for place, tomb in here.items()
        if quiet and tomb.key not in typed and not before(now, later(tomb.at, KEPT_MINUTES))
    )
    standing = {tomb.key for tomb in here.values()}
    lines = [StateRow(KIND, key, "") for key in tombs if key not in standing]
    lines += [tomb.line() for key, tomb in kept.items() if key in standing and tomb != tombs[key]]
    return Graveyard(tuple(living), tuple(late), here, expired, frozenset(typed), tuple(lines))


def _homes(rows: Sequence[Row], state: State | None) -> dict[str, Row]:
    """By its key the one row that bears it, where that is the caller who is remembered with it: a copy that bears it
    too, or a caller sorted to it without the hidden column, first gets a key of its own.
    """
    bearing: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        bearing[row.text(Column.ID)].append(row)
    known = state.base if state else ()
    found = ((one, bearing.get(one.key, ())) for one in known)
    return {base.key: rows[0] for base, rows in found if len(rows) == 1 and _is_same_caller(rows[0], base)}


def _is_same_caller(row: Row, base: Base) -> bool:
    told = [(row.cells[p], base.cells[p]) for p in map(PLACE.__getitem__, CALLER) if base.cells[p] is not None]
    return not told or any(looks_same(mine, its) for mine, its in told)


def _is_a_new_row(row: Row, tomb: Tomb) -> bool:
    """Whether a call stands there: a number or true time counts too, but not the one that was left of the row merged
    away, since nothing can take it out.
    """
    left = tomb.row.cells if tomb.row else row.cells
    typed = [PLACE[c] for c in _STARTS if row.text(c) and not isinstance(row.cell(c), Formula)]
    return any(place not in row.fixed or not looks_same(row.cells[place], left[place]) for place in typed)


def late_texts(row: Row) -> list[tuple[str, str]]:
    """What was typed on a row merged away, by column; what cannot be emptied there is not meant."""
    cells = ((c, row.cell(c)) for c in _FORWARDED if c in SHARED_COLUMNS or PLACE[c] not in row.fixed)
    told = [(c.value, row.text(c)) for c, value in cells if not isinstance(value, Formula)]
    own = [(name, value) for name, value in row.own if isinstance(value, str)]
    return [(name, text) for name, text in (*told, *own) if text]


def _late_text(row: Row) -> str:
    return "; ".join(text for _, text in late_texts(row))


def with_late_texts(rows: Sequence[Row], late: Sequence[tuple[Row, Tomb]]) -> tuple[Row, ...]:
    """The living rows, with what was typed on rows merged into them in their notes, as if it had been typed there."""
    told: dict[str, str] = {}
    for row, tomb in late:
        told[tomb.into] = joined(told.get(tomb.into, ""), _late_text(row))
    return tuple(_noted(row, told[key]) if (key := row.text(Column.ID)) in told else row for row in rows)


def _takes_notes(row: Row) -> bool:
    """Whether its notes hold text or nothing: what else stands there is not touched."""
    return not isinstance(row.cell(Column.NOTES), Formula) and PLACE[Column.NOTES] not in row.fixed


def _noted(row: Row, text: str) -> Row:
    place = PLACE[Column.NOTES]
    was: CellValue = row.cells[place]
    cells = list(row.cells)
    cells[place] = joined(row.text(Column.NOTES), text)
    standing = dict(row.standing)
    standing.setdefault(place, was)
    return replace(row, cells=tuple(cells), standing=tuple(sorted(standing.items(), key=lambda one: one[0])))
