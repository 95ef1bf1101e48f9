"""Who has a caller on the screen: two people in triage never get the same one. A claim ends by itself.

Claims are memos of the state tab, written behind the fence; a person's word to the sheet always goes before them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from callbacksheet.core.cells import to_json
from callbacksheet.core.hours import before
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import State

KIND = "claim"
LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Claim:
    """A row that one person is ringing now, until a moment. ``run`` tells two people of the same initials apart."""

    key: str
    by: str
    run: str
    until: datetime


def claims_in(state: State, now: datetime) -> dict[str, Claim]:
    """The claims that still hold, by row key."""
    found = (_read(key, text) for key, text in state.memos_of(KIND).items())
    return {claim.key: claim for claim in found if before(now, claim.until)}


def _read(key: str, text: str) -> Claim:
    form = json.loads(text)
    return Claim(key, form["by"], form["run"], datetime.fromisoformat(form["until"]))


def claimed(key: str, by: str, run: str, now: datetime, lasts: timedelta = LASTS) -> StateRow:
    """The memo that claims a row."""
    until = (now + lasts).isoformat()
    return StateRow(KIND, key, to_json({"by": by, "run": run, "until": until}))


def released(key: str) -> StateRow:
    """The memo that ends a claim."""
    return StateRow(KIND, key, "")


def ended(state: State, now: datetime) -> Iterable[StateRow]:
    """Memos that clear away claims that have run out; written along with whatever else is."""
    holding = claims_in(state, now)
    return (released(key) for key in state.memos_of(KIND) if key not in holding)
