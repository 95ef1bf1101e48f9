"""A desk whose people are told things: a notifier that remembers, a machine's log in memory, a clock that is set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.adapters.texts import read_texts
from callbacksheet.core.batch import Batch
from callbacksheet.core.holding import Rules
from callbacksheet.core.message import Address, Message, Sent, Verdict
from callbacksheet.core.model import Language, Span
from callbacksheet.core.outbox import Entry, Logged, read_outbox
from callbacksheet.core.reminders import Team
from callbacksheet.core.shop import Shift, Shop
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.core.state import read_state
from callbacksheet.ports import Sheet
from callbacksheet.runs.remind import Choose, Post, Reminded, every_due, remind
from callbacksheet.runs.remind import Desk as Told
from tests.desk import NEW_YORK, Desk, tab

ACCEPTED, REFUSED, UNKNOWN = (Sent(verdict, "" if verdict is Verdict.ACCEPTED else "no route") for verdict in Verdict)
TEXTS = read_texts(Language.EN, Path("nowhere"))


class Crash(BaseException):
    """The machine stopped."""


@dataclass
class Phones:
    """A notifier. ``answers`` says what comes of a message; by default everything arrives."""

    answers: Callable[[Message], Sent] = lambda message: ACCEPTED
    arrived: list[Message] = field(default_factory=list)
    tried: list[Message] = field(default_factory=list)

    def send(self, message: Message) -> Sent:
        self.tried.append(message)
        sent = self.answers(message)
        if sent.verdict is Verdict.ACCEPTED:
            self.arrived.append(message)
        return sent


@dataclass
class Log:
    """One machine's log."""

    owner: str = "laptop"
    lines: dict[str, Logged] = field(default_factory=dict)

    def logged(self, key: str) -> Logged:
        return self.lines.get(key, Logged.NOTHING)

    def intend(self, key: str) -> None:
        self.lines[key] = Logged.INTENDED

    def came_of(self, key: str, verdict: Verdict) -> None:
        if verdict is not Verdict.UNKNOWN:
            self.lines[key] = Logged.SENT if verdict is Verdict.ACCEPTED else Logged.REFUSED


@dataclass
class Meddled:
    """A sheet to which something happens around each write: before it, and before its answer."""

    sheet: MemorySheet
    first: Callable[[], object] = lambda: None
    then: Callable[[], object] = lambda: None

    def read(self) -> Snapshot:
        return self.sheet.read()

    def apply(self, batch: Batch) -> Snapshot:
        self.first()
        self.sheet.apply(batch)
        self.then()
        return self.sheet.read()


def team(*people: str) -> Team:
    """People each with one address of their own."""
    return Team({one: one for one in people}, {one: (Address(f"test://{one}"),) for one in people})


@dataclass
class Office:
    """Everything reminders need, at one moment that ``at`` sets."""

    desk: Desk
    rules: Rules = field(default_factory=Rules)
    team: Team = field(default_factory=lambda: team("MK", "JL", "OL", "RT"))
    phones: Phones = field(default_factory=Phones)
    log: Log = field(default_factory=Log)
    seconds: float = 0.0
    waited: list[float] = field(default_factory=list)
    dedupes: bool = False

    def at(self, text: str) -> Office:
        self.desk.at(text)
        return self

    def tidy(self) -> Office:
        self.desk.tidy()
        return self

    def on(self, machine: Log) -> Office:
        """The same office seen from another machine."""
        return replace(self, log=machine)

    @property
    def post(self) -> Post:
        return Post(
            self.phones,
            self.log,
            lambda: TEXTS,
            self.waited.append,
            lambda: self.seconds,
            lambda address: self.dedupes,
        )

    def remind(self, choose: Choose = every_due, sheet: Sheet | None = None, *, dry: bool = False) -> Reminded:
        told = Told(self.desk.shop, self.rules, self.team)
        return remind(sheet or self.desk.sheet, self.desk.run, told, self.post, choose, dry=dry)

    def told(self, at: str = "") -> list[str]:
        """What one run sends: "MK due Dana" for each message, "MK block Dana, Bob" for lists."""
        if at:
            self.at(at)
        done = self.remind()
        assert done.refused is None
        return [said(told.entry, [c.name for c in told.callbacks]) for told in done.told]

    @property
    def outbox(self) -> list[Entry]:
        return list(read_outbox(read_state(self.desk.sheet.read().state or ())).values())

    @property
    def fates(self) -> list[str]:
        return sorted(f"{entry.to} {entry.kind.value} {entry.fate.value}" for entry in self.outbox)


def said(entry: Entry, names: Sequence[str]) -> str:
    fate = "" if entry.fate.value == "sent" else f" ({entry.fate.value})"
    return f"{entry.to} {entry.kind.value} {', '.join(names)}{fate}"


def office(*lines: str, shop: Shop | None = None, now: datetime | None = None) -> Office:
    """Rows typed as staff do, in a shop where MK owns the shift, JL is the backup and OL the head. A Friday, 11:30."""
    day = (Shift(Span(0, 1440), "MK", "JL"),)
    given = shop or Shop(zone=NEW_YORK, head="OL", shifts=(day,) * 7)
    desk = Desk(tab(*lines), given)
    if now:
        desk.now = now
    return Office(desk).tidy()
