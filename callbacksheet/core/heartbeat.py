"""The sign of life that the scheduled runs leave in the sheet, so that any machine can tell whether they run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from callbacksheet.core.cells import to_json
from callbacksheet.core.hours import before
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import State

KIND = "heartbeat"
BY_ITSELF = timedelta(minutes=15)
"""How old a sign may grow before it is renewed by a write of its own; any other write renews it too."""
MISSED = timedelta(minutes=20)
"""A sign older than this says that nothing runs."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """When the scheduled runs were last at work, how they are started ("cron", "run") and on which machine."""

    at: datetime
    how: str
    machine: str

    @property
    def memo(self) -> StateRow:
        at = self.at.astimezone(UTC).isoformat()
        return StateRow(KIND, "last", to_json({"at": at, "how": self.how, "machine": self.machine}))


def last_heartbeat(state: State) -> Heartbeat | None:
    """The latest sign of life, from whichever machine."""
    text = state.memos_of(KIND).get("last")
    if text is None:
        return None
    form = json.loads(text)
    return Heartbeat(datetime.fromisoformat(form["at"]), form["how"], form["machine"])


def is_stale(last: Heartbeat | None, now: datetime) -> bool:
    """Whether a sign must be written although nothing else is; one from a clock ahead of ours counts as none."""
    return last is None or not before(now, last.at + BY_ITSELF) or before(now + BY_ITSELF, last.at)


def is_missed(last: Heartbeat | None, now: datetime) -> bool:
    return last is None or before(last.at + MISSED, now)
