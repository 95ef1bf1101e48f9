"""The network between a copy of the tool and the spreadsheet, with everything that goes wrong on one.

``Wire`` keeps the promise of ``google_door.Spreadsheet``. The courier holds what was lost on the way and delivers it
later, or a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from callbacksheet.adapters.google_door import LostError, NotSentError, Place
from callbacksheet.adapters.google_faults import Account, complaint_of, fault_of
from callbacksheet.errors import UnavailableError
from tests.sheets_server.batch import UPDATED, run_batch
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import Wanted, wanted
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import spreadsheet
from tests.sim.copies import Copy, Killed
from tests.sim.judge import Looked
from tests.sim.world import TAB, World

Json = dict[str, Any]
ACCOUNT = Account("tool@example.test", "sim")


class Fault(StrEnum):
    """What can become of one request. ``NONE`` is by far the most frequent."""

    NONE = "arrives"
    REFUSED = "is refused (429 or 503)"
    LOST = "times out and never arrives"
    LATER = "times out and arrives later"
    APPLIED = "is applied and answered with 500"
    RESET = "is applied and the connection is reset"
    CUT = "is applied and half the answer comes"
    TWICE = "arrives, and once more later"
    STALE = "is answered from an earlier state"
    KILLED = "was not sent when the machine went down"
    KILLED_AFTER = "was applied when the machine went down"


LOOK_FAULTS = (Fault.REFUSED, Fault.LOST, Fault.CUT, Fault.STALE, Fault.KILLED)
CHANGE_FAULTS = (
    Fault.REFUSED, Fault.LOST, Fault.LATER, Fault.APPLIED, Fault.RESET, Fault.CUT, Fault.TWICE, Fault.KILLED,
    Fault.KILLED_AFTER,
)  # fmt: skip

Forecast = Callable[[str, str], Fault]
"""What becomes of the next request: of whose, and of which kind ("look" or "change")."""


def fair(_copy: str, _kind: str) -> Fault:
    return Fault.NONE


@dataclass
class Network:
    """All traffic of one simulated run. ``judge`` is told of every batch that takes hold."""

    world: World
    forecast: Forecast
    judge: Callable[[World, Sequence[Json], Looked, Callable[[], Json]], Json]
    late: list[tuple[str, list[Json], Looked]] = field(default_factory=list)
    calls: int = 0

    def apply(self, whose: str, requests: list[Json], looked: Looked, ranges: Sequence[str], fields: str) -> Json:
        """The batch at Google: all of it or nothing, under the judge's eyes."""

        def do() -> Json:
            with self.world.book.change() as pages:
                answer = run_batch(pages, {"requests": requests}, None)
            if fields:
                answer["updatedSpreadsheet"] = spreadsheet(pages, ranges, _want(fields, UPDATED))
            return answer

        try:
            return self.judge(self.world, requests, looked, do)
        except ApiError as refusal:
            self.world.tell(f"the batch of {whose} is refused: {refusal.message}")
            raise fault_of(complaint_of(refusal.code, refusal.body()), ACCOUNT) from refusal

    def deliver(self) -> None:
        """The courier brings something that everybody had given up."""
        whose, requests, looked = self.late.pop(self.world.rng.randrange(len(self.late)))
        self.world.tell(f"a late batch of {whose} arrives")
        try:
            self.apply(whose, requests, looked, (), "")
        except Exception as refusal:  # noqa: BLE001 - nobody waits for this answer
            self.world.tell(f"… and is refused: {type(refusal).__name__}")


@lru_cache
def _want(fields: str, under: str) -> Wanted:
    want = wanted(fields, under)
    return want._replace(cells=_same(want.cells))


@lru_cache
def _same(parts: frozenset[str] | None) -> frozenset[str] | None:
    """Equal parts as one value, so that looks and answers share the cells they were made of."""
    return parts


def seen(pages: Pages, places: Sequence[Place], fields: str) -> Json:
    """What a read answers, of the sheet as it stands or as it stood."""
    try:
        return spreadsheet(pages, places, _want(fields, ""))
    except ApiError as refusal:
        raise fault_of(complaint_of(refusal.code, refusal.body()), ACCOUNT) from refusal


class Wire:
    """The door of one run of one copy. It counts its requests and those of its kind that met no fault."""

    def __init__(self, network: Network, copy: Copy) -> None:
        self.reads = 0
        self.writes = 0
        self.applied = 0
        self.faults = 0
        self._looked = Looked(0, [])
        self._network = network
        self._copy = copy

    @property
    def id(self) -> str:
        return ACCOUNT.spreadsheet

    def look(self, places: Sequence[Place], fields: str) -> Json:
        fault = self._begin("look")
        self.reads += 1
        world = self._network.world
        if fault is Fault.KILLED:
            raise Killed
        if fault in (Fault.REFUSED, Fault.LOST, Fault.CUT):
            raise UnavailableError("Google does not answer (simulated).", "Run again later.")
        pages = world.book.pages
        if fault is Fault.STALE and world.past:
            pages = world.past[0]
        answer = seen(pages, places, fields)
        if "namedRanges" in fields:  # the look that is planned on; what formulas show may be asked for after it
            grid = list(pages.tabs[TAB].grid) if TAB in pages.tabs else []
            self._looked = Looked(world.step if fault is not Fault.STALE else 0, grid, self._copy.clock)
        self._copy.pause()
        return answer

    def change(self, requests: Sequence[Json], ranges: Sequence[str] = (), fields: str = "") -> Json:
        fault = self._begin("change")
        self.writes += 1
        asked, whose = list(requests), self._copy.name
        match fault:
            case Fault.KILLED:
                raise Killed
            case Fault.REFUSED:
                raise NotSentError("Google's quota is used up (simulated).", "Run again later.")
            case Fault.LOST:
                raise LostError("The answer was lost (simulated).", "Run again.")
            case Fault.LATER:
                self._network.late.append((whose, asked, self._looked))
                raise LostError("The answer was lost (simulated).", "Run again.")
        answer = self._network.apply(whose, asked, self._looked, ranges, fields)
        self._looked = Looked(self._network.world.step, list(self._network.world.grid), self._copy.clock)
        self.applied += 1
        if fault is Fault.TWICE:
            self._network.late.append((whose, asked, self._looked))
        if fault is Fault.KILLED_AFTER:
            raise Killed
        if fault in (Fault.APPLIED, Fault.RESET, Fault.CUT):
            raise LostError("The answer was lost (simulated).", "Run again.")
        self._copy.pause()
        return answer

    def _begin(self, kind: str) -> Fault:
        self._copy.pause()
        self._network.calls += 1
        fault = self._network.forecast(self._copy.name, kind)
        if fault is not Fault.NONE:
            self.faults += 1
            self._network.world.tell(f"the {kind} of {self._copy.name} {fault.value}")
        return fault
