"""The one road of every change: look, plan, write, learn from the answer; after doubt look again, never send again.

A batch applies once or not at all, as its epoch. Where another copy of the tool was faster, or the answer was lost,
only another look can tell what stands there, and a new plan is made for it. What is too large for one write goes on in
further ones (``core.parts``), each on this road.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from callbacksheet.core.batch import Batch
from callbacksheet.core.plan import Run
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.core.state import epoch_of, owner_of
from callbacksheet.errors import (
    BadRequestError,
    BusyError,
    CallbackSheetError,
    FenceTakenError,
    LayoutError,
    LostError,
    RefusedError,
    UnavailableError,
)
from callbacksheet.ports import Sheet

MOST_READS = 3
MOST_WRITES = 3
MOST_SECONDS = 90.0
MOST_PARTS = 200
_BETWEEN_PARTS = 3.0
"""Seconds from one part to the next at least: a third of what Google allows a minute."""


class Planned(Protocol):
    """What can be written: any plan."""

    @property
    def batch(self) -> Batch | None: ...


P = TypeVar("P", bound=Planned)


class Parts(Protocol[P]):
    """What a run knows of plans that are written in parts."""

    def go_on(self, plan: P) -> bool:
        """Whether this plan, which has just landed, is to be followed by another part."""

    def told(self, plan: P) -> P:
        """The plan as it is kept once its part has landed and another follows: only what is told of it at the end."""


PlanOf = Callable[[Snapshot, Run], P]
"""Makes the plan for what was seen; the run says what is to be left out after a refusal."""

Again = Callable[[Snapshot, Run, int], P]
"""The same for what had to wait, with how many writes have landed so far."""


@dataclass(frozen=True, slots=True)
class Patience:
    """The clock and the sleep of a run, so that a test can bring its own."""

    pause: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Written(Generic[P]):
    """What was planned first and last, the sheet as it stood at the end, and what it took.

    ``plan`` is the plan whose changes were written, or that wrote nothing; ``more`` the plans written after it, which
    finish what had to wait for its answer. ``after`` is the last thing seen.
    """

    plan: P
    after: Snapshot
    more: tuple[P, ...] = ()
    landed: bool = False
    reads: int = 1
    writes: int = 0


class Road(Generic[P]):
    """One run on its way: at most three looks, three writes and ninety seconds; of several parts, each."""

    def __init__(self, sheet: Sheet, run: Run, patience: Patience | None = None, since: int = 0) -> None:
        self.writes = 0
        self._looks = 0
        self._since = since
        self._sheet = sheet
        self._run = run
        self._patience = patience or Patience()
        self._started = self._patience.clock()
        self._before = (0, 0)

    def next_part(self) -> None:
        """Go on with another part: with looks, writes and time of its own, and no faster than Google likes."""
        self._patience.pause(max(0.0, self._started + _BETWEEN_PARTS - self._patience.clock()))
        self._started = self._patience.clock()
        self._before = (self.reads, self.writes)

    @property
    def reads(self) -> int:
        """How many read requests it took so far: a look may take more than one, of a tab that was renamed."""
        made = reads_of(self._sheet)
        return self._looks if made is None else made - self._since

    def look(self) -> Snapshot:
        self._looks += 1
        return self._sheet.read()

    def looked(self) -> None:
        """The first look was taken already."""
        self._looks = 1

    def settle(self, snapshot: Snapshot, plan_of: PlanOf[P]) -> tuple[P, Snapshot, bool]:
        """Plan and write until a plan has landed or there is nothing to write.

        What stops it is told as it is, unless an answer was lost before: then nobody can say that nothing was changed,
        so the lost answer is what is told, and the next run meets what is in the way.
        """
        run = self._run
        lost: LostError | None = None
        try:
            while True:
                plan = plan_of(snapshot, run)
                if plan.batch is None:
                    return plan, snapshot, False
                try:
                    self.writes += 1
                    return plan, self._sheet.apply(plan.batch), True
                except FenceTakenError as error:
                    snapshot = self._look_again(error)
                except LostError as error:
                    lost = error
                    snapshot = self._look_again(error)
                    if _is_ours(plan.batch, snapshot):
                        return plan, snapshot, True
                except BadRequestError as error:
                    run = _less(run, error)
                    snapshot = self._look_again(error)
        except CallbackSheetError as error:
            if lost is None or error is lost:
                raise
            raise lost from error

    @property
    def may_write(self) -> bool:
        made = self.writes - self._before[1]
        return made < MOST_WRITES and self._patience.clock() - self._started < MOST_SECONDS

    @property
    def may_look(self) -> bool:
        return self.reads - self._before[0] < MOST_READS

    def _look_again(self, error: BusyError | UnavailableError | BadRequestError) -> Snapshot:
        """Another look after a short wait, unless the run has used up what it may use."""
        if not self.may_write or not self.may_look:
            raise error
        self._patience.pause(float(2 ** (self.writes - self._before[1] - 1)))
        return self.look()


def reads_of(sheet: Sheet) -> int | None:
    """How many read requests a sheet has made in its life, where it counts them."""
    made = getattr(sheet, "reads", None)
    return made if isinstance(made, int) else None


def _is_ours(batch: Batch, snapshot: Snapshot) -> bool:
    return epoch_of(snapshot.state) == batch.epoch and owner_of(snapshot.state) == batch.owner


def _less(run: Run, error: BadRequestError) -> Run:
    """The run without moves, then without merges; then the refusal is told."""
    if run.moves:
        return replace(run, moves=False)
    if run.merges:
        return replace(run, merges=False)
    raise error


def settle_write(
    sheet: Sheet,
    plan_of: PlanOf[P],
    run: Run,
    *,
    again: Again[P] | None = None,
    parts: Parts[P] | None = None,
    first_look: Snapshot | None = None,
    since: int | None = None,
    patience: Patience | None = None,
) -> Written[P]:
    """Plan for what stands in the sheet and write it; what must wait for the answer is planned by ``again``.

    ``again`` is asked only on a sheet that others type in, where a write's answer is the second look at its rows; and
    as long as ``parts`` says that there is more of a plan than one write holds.
    ``first_look`` is what was read already, and ``since`` what ``reads_of`` the sheet was before that. Raises
    BusyError, UnavailableError, SetupError with nothing half done.
    """
    if since is None:
        since = (reads_of(sheet) or 0) - (first_look is not None)
    road: Road[P] = Road(sheet, run, patience, since)
    if first_look is not None:
        road.looked()
    plan, after, landed = road.settle(first_look or road.look(), plan_of)
    plans = [plan]
    while landed and again is not None and after.shared and len(plans) <= MOST_PARTS:
        goes_on = parts is not None and parts.go_on(plans[-1])
        if goes_on:
            road.next_part()
        elif not road.may_write:
            break
        try:
            next_plan, after, wrote = road.settle(after, _after(again, len(plans)))
        except (BusyError, UnavailableError, BadRequestError, RefusedError, LayoutError):
            break  # what was asked for is written; the rest waits for the next run, which tells what is in its way
        if not wrote:
            break
        if goes_on and parts is not None:
            plans[-1] = parts.told(plans[-1])
        plans.append(next_plan)
    return Written(plans[0], after, tuple(plans[1:]), landed, road.reads, road.writes)


def _after(again: Again[P], landed: int) -> PlanOf[P]:
    return lambda snapshot, run: again(snapshot, run, landed)
