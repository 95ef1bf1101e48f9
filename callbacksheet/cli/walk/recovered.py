"""Walks that were cut off on this machine: what they had done comes into the sheet with the next tidying."""

from __future__ import annotations

from dataclasses import dataclass, replace

from callbacksheet.adapters.walk_journal import Unfinished, WalkJournal, unfinished
from callbacksheet.cli.command import Context
from callbacksheet.cli.desk import Desk
from callbacksheet.core.walk_log import Action
from callbacksheet.errors import BusyError
from callbacksheet.runs.walk import Claims, Recorded, record
from callbacksheet.wiring import walks_of

_TRIES = 3
_PAUSE = 0.5
"""Seconds."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """Walks of this sheet that were cut off, each with its journal held open."""

    found: tuple[tuple[Unfinished, WalkJournal], ...]

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(action for one, _ in self.found for action in (*one.doubtful, *one.waiting))

    @property
    def waiting(self) -> int:
        """How many actions the sheet may lack."""
        return sum(len(one.waiting) for one, _ in self.found)

    def recorded(self, done: Recorded) -> dict[str, WalkJournal]:
        """Close the journals of what stands in the sheet; the others are those with a question left open."""
        left: dict[str, WalkJournal] = {}
        for one, journal in self.found:
            overtaken = [action.number for action in done.overtaken if action.walk == one.walk]
            journal.recorded(done.upto.get(one.walk, 0), overtaken)
            if overtaken:
                left[one.walk] = journal
            else:
                journal.close(done=True)
        return left

    def let_go(self) -> None:
        """Leave them as they are."""
        for _, journal in self.found:
            journal.close(done=False)


def cut_off(context: Context) -> CutOff:
    """The walks of this sheet that were cut off on this machine."""
    return CutOff(unfinished(walks_of(context.settings, context.environ)))


def tidied_with(desk: Desk, cut: CutOff, claims: Claims | None, by: str) -> Recorded:
    """Tidy, with what a walk that was cut off had done; another run at the sheet is waited for."""
    run = replace(desk.run, operator=by)
    for _ in range(_TRIES - 1):
        try:
            return record(desk.sheet, cut.actions, claims, run, desk.shop, desk.agree)
        except BusyError:
            desk.context.shell.pause(_PAUSE)
    return record(desk.sheet, cut.actions, claims, run, desk.shop, desk.agree)
