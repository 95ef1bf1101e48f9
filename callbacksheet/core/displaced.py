"""Typing that a move of ours may have put on another caller's row (SAFETY.md, I16): told there, for people to look.

Rows change places under a cell that somebody has open, and nobody outside Google can say whether what is typed there
goes along. So it is remembered for ten minutes which row stood where another one stands now; what is typed on that
one meanwhile may have been meant for the former. It is told until somebody touches the row again, or for a day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from callbacksheet.core.callback import Callback, Row
from callbacksheet.core.cells import to_json
from callbacksheet.core.identity import changed_columns
from callbacksheet.core.merge import Merge
from callbacksheet.core.model import TOOL_COLUMNS, Code
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import State

MOVED = "moved"
"""The kind of line in the state that tells which row stood where another one stands since a batch."""
KIND = "displaced"
"""The kind of line that tells of a row on which something fell that was perhaps meant for others."""
GUARD = timedelta(minutes=10)
TOLD_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Displaced:
    """Since when it is told, and for which rows it was perhaps meant, the likeliest first."""

    at: datetime
    of: tuple[str, ...]

    def line(self, key: str) -> StateRow:
        return StateRow(KIND, key, to_json({"at": self.at.isoformat(), "of": list(self.of)}))


def displaced_in(state: State | None) -> dict[str, Displaced]:
    """The rows of which it is told, by key."""
    forms = {key: json.loads(text) for key, text in (state.memos_of(KIND) if state else {}).items()}
    return {key: Displaced(datetime.fromisoformat(form["at"]), tuple(form["of"])) for key, form in forms.items()}


def displacements(rows: Sequence[Row], new: frozenset[str], state: State | None, now: datetime) -> dict[str, Displaced]:
    """The rows to tell of now. A row in ``new`` is only noted so far, so nothing was told there yet."""
    known, moves = displaced_in(state), list(_moves(state, now))
    if not known and not moves:
        return {}
    told: dict[str, Displaced] = {}
    for row in rows:
        touched = any(column not in TOOL_COLUMNS for column in changed_columns(row))
        before = known.get(row.key)
        if touched and (meant := _meant_for(row.key, moves)):
            told[row.key] = Displaced(now, meant)
        elif before and now - before.at < TOLD_FOR and (not touched or row.key in new):
            told[row.key] = before
    return told


def _moves(state: State | None, now: datetime) -> Iterator[Mapping[str, str]]:
    """What the batches of the last minutes moved, the latest first: by each row's key, whose place it stands in."""
    lines = state.memos_of(MOVED) if state else {}
    for _, text in sorted(lines.items(), reverse=True):
        form = json.loads(text)
        if now - datetime.fromisoformat(form["at"]) <= GUARD:
            yield dict(pair for chain in form["was"] for pair in pairwise(chain.split()))


def _chains(was: Mapping[str, str]) -> Iterator[str]:
    """Who stands in whose place, as chains of keys: a row moved up puts many rows each in its neighbour's place."""
    left, seconds = dict(was), set(was.values())
    for start in (*(key for key in was if key not in seconds), *was):
        chain = [start]
        while chain[-1] in left:
            chain.append(left.pop(chain[-1]))
        if len(chain) > 1:
            yield " ".join(chain)


def _meant_for(key: str, moves: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The rows that stood, before each of these moves, where this one stands."""
    found: dict[str, None] = {}
    place = key
    for was in moves:
        place = was.get(place, place)
        found[place] = None
    return tuple(one for one in found if one != key)


def with_displaced_told(callback: Callback, told: Mapping[str, Displaced], names: Mapping[str, str]) -> Callback:
    """The row, told whom its last change was perhaps meant for; rows merged into it count as itself."""
    ours = [callback.key, *(row.key for row in callback.absorbed)]
    others = dict.fromkeys(one for key in ours if key in told for one in told[key].of if one not in ours)
    return callback.tell(Code.DISPLACED, *(names.get(one, one) for one in others)) if others else callback


def displaced_lines(state: State, told: Mapping[str, Displaced], merges: Sequence[Merge]) -> Iterator[StateRow]:
    """The lines to keep and to drop; what was told of a row merged away is told of the one it went into."""
    into = {one.key: merge.survivor.key for merge in merges for one in merge.absorbed}
    kept = {into.get(key, key): one for key, one in told.items()}
    yield from (StateRow(KIND, key, "") for key in state.memos_of(KIND) if key not in kept)
    yield from (one.line(key) for key, one in kept.items())


def moved_lines(
    state: State, now: datetime, keys: Mapping[int, str], order: Sequence[int] | None, first: int
) -> Iterator[StateRow]:
    """The line to keep of a batch that puts rows in this order from the row ``first`` on, where ``keys`` stood at
    their places; lines that count no more are dropped.
    """
    for name, text in state.memos_of(MOVED).items():
        if now - datetime.fromisoformat(json.loads(text)["at"]) > GUARD:
            yield StateRow(MOVED, name, "")
    stood = ((keys.get(place, ""), keys.get(first + n, "")) for n, place in enumerate(order or ()))
    was = {key: before for key, before in stood if key and before and key != before}
    if was:
        yield StateRow(MOVED, f"{state.epoch + 1:09d}", to_json({"at": now.isoformat(), "was": list(_chains(was))}))
