"""What is done in a walk, as lines that survive a crash, and the marks by which nothing is ever done twice.

Each action has its number in its walk. The sheet's state keeps, of each walk, up to which number its actions were
dealt with, written in the same batch as what they did; so an action that is met again is known for done.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from callbacksheet.core.cells import decode, encode, to_json
from callbacksheet.core.deeds import Deed, Tried
from callbacksheet.core.model import CellValue, Column
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import State

KIND = "walk"
KEPT = timedelta(days=60)
"""How long a walk's mark is kept after its last action."""
_RUNS_KEPT = 40


@dataclass(frozen=True, slots=True)
class Action:
    """One thing done in a walk: a deed, or an earlier action taken back (its number, and the row)."""

    walk: str
    number: int
    at: datetime
    key: str
    deed: Deed | None = None
    takes_back: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a walk's actions were dealt with: up to ``upto``, but for those that were ``overtaken``.

    ``runs`` tells in which run of the tool an action was done, so that it can be taken back.
    """

    upto: int = 0
    overtaken: frozenset[int] = frozenset()
    runs: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    at: datetime | None = None

    def with_done(
        self, upto: int, now: datetime, run: str, done: Iterable[int] = (), overtaken: Iterable[int] = ()
    ) -> Mark:
        """The mark after all actions up to a number were dealt with, these in one run of the tool."""
        runs = dict(sorted({**self.runs, **dict.fromkeys(done, run)}.items())[-_RUNS_KEPT:])
        return replace(self, upto=max(self.upto, upto), overtaken=self.overtaken | set(overtaken), runs=runs, at=now)


def mark_of(state: State, walk: str) -> Mark:
    """How far this walk came, as the state remembers it."""
    text = state.memos_of(KIND).get(walk, "")
    return _read_mark(text) if text else Mark()


def marks_in(rows: Iterable[StateRow]) -> dict[str, Mark]:
    """How far each walk came, from the state's lines alone: the rest of the state need not be read for it."""
    return {row.key: _read_mark(row.text) for row in rows if row.kind == KIND}


def _read_mark(text: str) -> Mark:
    form = json.loads(text)
    runs = {int(number): run for number, run in form["runs"].items()}
    return Mark(form["upto"], frozenset(form["overtaken"]), runs, datetime.fromisoformat(form["at"]))


def mark_memo(walk: str, mark: Mark) -> StateRow:
    """The line of the state that keeps a mark."""
    form = {
        "upto": mark.upto,
        "overtaken": sorted(mark.overtaken),
        "runs": {str(number): run for number, run in mark.runs.items()},
        "at": mark.at.isoformat() if mark.at else None,
    }
    return StateRow(KIND, walk, to_json(form))


def old_marks(state: State, now: datetime) -> Iterable[StateRow]:
    """Lines that clear away the marks of walks long over."""
    for walk, text in state.memos_of(KIND).items():
        at = _read_mark(text).at
        if at and now - at > KEPT:
            yield StateRow(KIND, walk, "")


def action_text(action: Action) -> str:
    """The action as one line of JSON; ``read_action`` reads it back."""
    form: dict[str, Any] = {
        "walk": action.walk,
        "n": action.number,
        "at": action.at.isoformat(),
        "key": action.key,
    }
    if action.takes_back:
        form["takes_back"] = action.takes_back
    if action.deed:
        form["deed"] = _deed_form(action.deed)
    return to_json(form)


def read_action(text: str) -> Action:
    """Raises ValueError, KeyError or TypeError for a line that is not one (cut off, damaged)."""
    form = json.loads(text)
    deed = _read_deed(form["deed"]) if "deed" in form else None
    at = datetime.fromisoformat(form["at"])
    return Action(form["walk"], form["n"], at, form["key"], deed, form.get("takes_back", 0))


def _deed_form(deed: Deed) -> dict[str, Any]:
    return {
        "key": deed.key,
        "by": deed.by,
        "tried": deed.tried.value if deed.tried else None,
        "final": deed.final,
        "closes": deed.closes,
        "outcome": deed.outcome,
        "note": deed.note,
        "next_at": deed.next_at.isoformat() if deed.next_at else None,
        "owner": deed.owner,
        "edits": _cells_form(deed.edits),
        "seen": _cells_form(deed.seen),
        "at": deed.at.isoformat() if deed.at else None,
    }


def _read_deed(form: dict[str, Any]) -> Deed:
    return Deed(
        key=form["key"],
        by=form["by"],
        tried=Tried(form["tried"]) if form["tried"] else None,
        final=form["final"],
        closes=form["closes"],
        outcome=form["outcome"],
        note=form["note"],
        next_at=_moment(form["next_at"]),
        owner=form["owner"],
        edits=_read_cells(form["edits"]),
        seen=_read_cells(form["seen"]),
        at=_moment(form["at"]),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _cells_form(cells: tuple[tuple[Column, CellValue], ...]) -> list[list[Any]]:
    return [[column.value, encode(value)] for column, value in cells]


def _read_cells(form: list[list[Any]]) -> tuple[tuple[Column, CellValue], ...]:
    return tuple((Column(name), decode(value)) for name, value in form)
