"""Whatever stops at whatever point, on two machines at once: nothing comes twice, nothing is silently never sent."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.core.batch import Batch
from callbacksheet.core.message import Message, Sent, Verdict
from callbacksheet.core.outbox import Fate, Logged
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.errors import BusyError, LostError, RefusedError
from tests.runs.reminding import ACCEPTED, REFUSED, UNKNOWN, Crash, Log, Office, Phones, office

ROWS = tuple(f"11:{n} | Caller {n} | 415-555-01{n} | book | at 13:30" for n in range(20, 24))


@dataclass
class Fuse:
    """Burns down by one at each step of the run that is dangerous to stop at."""

    left: int = 10_000

    def step(self) -> None:
        if self.left == 0:
            raise Crash
        self.left -= 1


@dataclass
class Shaky:
    """The sheet seen from a machine that may stop before or after each write, or lose the answer."""

    sheet: MemorySheet
    fuse: Fuse
    loses_answer: bool = False

    def read(self) -> Snapshot:
        self.fuse.step()
        return self.sheet.read()

    def apply(self, batch: Batch) -> Snapshot:
        self.fuse.step()
        after = self.sheet.apply(batch)
        self.fuse.step()
        if self.loses_answer:
            self.loses_answer = False
            raise LostError("no answer")
        return after


@dataclass
class ShakyPhones(Phones):
    fuse: Fuse = field(default_factory=Fuse)

    def send(self, message: Message) -> Sent:
        self.fuse.step()
        sent = Phones.send(self, message)
        self.fuse.step()
        return sent


@dataclass
class ShakyLog(Log):
    fuse: Fuse = field(default_factory=Fuse)

    def intend(self, key: str) -> None:
        self.fuse.step()
        Log.intend(self, key)
        self.fuse.step()

    def came_of(self, key: str, verdict: Verdict) -> None:
        Log.came_of(self, key, verdict)
        self.fuse.step()


class ForgetfulLog(ShakyLog):
    """A known-bad log: what it should hold is gone, yet the machine goes on under its old name."""

    def logged(self, key: str) -> Logged:
        return Logged.NOTHING


@dataclass(frozen=True)
class Turn:
    """One run: on which machine, how far it comes, what messages meet, whether an answer is lost, minutes before it."""

    machine: int
    fuse: int
    verdict: Verdict
    loses_answer: bool
    minutes: int


TURNS = st.builds(
    Turn,
    machine=st.integers(0, 1),
    fuse=st.integers(0, 40),
    verdict=st.sampled_from(list(Verdict)),
    loses_answer=st.booleans(),
    minutes=st.sampled_from((0, 1, 1, 5, 12)),
)
ANSWERS = {Verdict.ACCEPTED: ACCEPTED, Verdict.REFUSED: REFUSED, Verdict.UNKNOWN: UNKNOWN}


@dataclass
class World:
    """Two machines, one sheet, and what the service really took, whoever heard of it."""

    office: Office
    logs: tuple[Log, Log]
    taken: Counter[str] = field(default_factory=Counter)
    really: Callable[[], bool] = lambda: True

    def play(self, turn: Turn) -> None:
        fuse = Fuse(turn.fuse)
        log = self.logs[turn.machine]
        if isinstance(log, ShakyLog):
            log.fuse = fuse
        phones = ShakyPhones(lambda message: self._answer(message, turn.verdict), fuse=fuse)
        here = self.office.on(log)
        here.phones = phones
        here.desk.now += timedelta(minutes=turn.minutes)
        with contextlib.suppress(Crash, BusyError, LostError):
            here.remind(sheet=Shaky(here.desk.sheet, fuse, turn.loses_answer))

    def _answer(self, message: Message, verdict: Verdict) -> Sent:
        """An answer that never came may hide a message that went out."""
        if verdict is Verdict.ACCEPTED or (verdict is Verdict.UNKNOWN and self.really()):
            self.taken[message.key] += 1
        return ANSWERS[verdict]

    def settle(self) -> None:
        """Quiet, and both machines run on for a while."""
        for machine in (0, 1, 0, 1, 0, 1):
            self.play(Turn(machine, 10_000, Verdict.ACCEPTED, False, 12))


def world(log: type[Log] = ShakyLog) -> World:
    start = office(*ROWS).at("13:30")
    start.desk.shop = start.desk.with_shop(head="", shifts=((),) * 7).shop
    for row in range(2, 6):
        start.desk.type_in(row, "owner", "MK")
        start.desk.type_in(row, "by", "MK")
    start.tidy()
    return World(start, (log("laptop"), log("server")))


@given(st.lists(TURNS, max_size=8), st.booleans())
def test_at_most_once_and_never_silently_whatever_stops_when(turns: list[Turn], hidden: bool) -> None:
    it = world()
    it.really = lambda: hidden
    for turn in turns:
        it.play(turn)
    it.settle()
    assert max(it.taken.values(), default=0) <= 1
    outbox = {entry.key: entry for entry in it.office.outbox}
    assert len({about.mark.row for entry in outbox.values() for about in entry.about}) == len(ROWS)
    for entry in outbox.values():
        assert entry.fate in (Fate.SENT, Fate.HOLD) or entry.given_up
        if entry.fate is Fate.SENT:
            assert it.taken[entry.key] == 1
    held = {entry.mark.row for entry in outbox.values() if entry.fate is Fate.HOLD}
    told = {c.key for c in it.office.desk.queue() if any("reminder" in issue.code.value for issue in c.issues)}
    assert held <= told


def after(steps: int) -> Turn:
    return Turn(0, steps, Verdict.ACCEPTED, False, 0)


@pytest.mark.parametrize("machine", [0, 1])
@pytest.mark.parametrize("steps", range(30))
def test_one_stop_anywhere(steps: int, machine: int) -> None:
    it = world()
    it.play(after(steps))
    for _ in range(4):
        it.play(Turn(machine, 10_000, Verdict.ACCEPTED, False, 12))
    assert max(it.taken.values(), default=0) <= 1
    for entry in it.office.outbox:
        assert entry.fate is (Fate.SENT if it.taken[entry.key] and entry.fate is not Fate.HOLD else entry.fate)
        assert entry.fate in (Fate.SENT, Fate.HOLD)
    assert len(it.office.outbox) == len(ROWS)


def test_a_machine_that_comes_back_sends_what_it_never_began() -> None:
    it = world()
    it.play(after(3))  # the claim is written, nothing is sent
    assert {entry.fate for entry in it.office.outbox} == {Fate.CLAIMED}
    it.play(Turn(0, 10_000, Verdict.ACCEPTED, False, 1))
    assert {entry.fate for entry in it.office.outbox} == {Fate.SENT}


def test_another_machine_waits_for_the_lease_and_then_holds() -> None:
    it = world()
    it.play(after(3))
    it.play(Turn(1, 10_000, Verdict.ACCEPTED, False, 5))
    assert {entry.fate for entry in it.office.outbox} == {Fate.CLAIMED}
    it.play(Turn(1, 10_000, Verdict.ACCEPTED, False, 6))
    assert {entry.fate for entry in it.office.outbox} == {Fate.HOLD}
    assert not it.taken


def test_what_was_sent_but_not_marked_is_known_from_the_log() -> None:
    it = world()
    it.play(after(8))  # sent and noted here, but the sheet never heard
    assert it.taken.total() == 1
    it.play(Turn(0, 10_000, Verdict.ACCEPTED, False, 1))
    assert {entry.fate for entry in it.office.outbox} == {Fate.SENT}
    assert set(it.taken.values()) == {1}


def test_a_log_that_forgets_under_its_old_name_would_send_twice() -> None:
    """The tests bite: this is what the name in the log's first line is for."""
    it = world(ForgetfulLog)
    it.play(after(8))
    it.play(Turn(0, 10_000, Verdict.ACCEPTED, False, 1))
    assert max(it.taken.values()) == 2


def test_a_claim_taken_over_keeps_its_doubt_for_ever() -> None:
    it = world()
    it.office.dedupes = True
    it.play(after(3))
    it.play(Turn(1, 3, Verdict.ACCEPTED, False, 12))
    assert all(entry.doubt and entry.owner == "server" for entry in it.office.outbox)
    it.office.dedupes = False
    it.play(Turn(1, 10_000, Verdict.ACCEPTED, False, 1))
    assert {entry.fate for entry in it.office.outbox} == {Fate.HOLD}


def test_hidden_tabs_that_go_while_messages_go_out_are_told_and_not_taken_for_empty_ones() -> None:
    at = office("11:20 | Dana | 415-555-0101 | book | at 13:30")
    sheet = at.desk.sheet

    def answers(_: Message) -> Sent:
        sheet.drop_hidden_tabs()
        return ACCEPTED

    at.phones.answers = answers
    at.at("13:40")
    with pytest.raises(RefusedError):
        at.remind()
    assert sheet.read().state is None
