"""A mail provider and the machines' own logs: who was told what, how often, and what nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from callbacksheet.core.message import Address, Message, Sent, Verdict
from callbacksheet.core.outbox import Fate, read_outbox
from callbacksheet.core.reminders import Team
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import read_state
from tests.sim.copies import Copy, Killed
from tests.sim.judge import Broken

PEOPLE = ("MK", "JL", "RT", "HD")
TEAM = Team({one: one for one in PEOPLE}, {one: (Address(f"test://{one}"),) for one in PEOPLE})


@dataclass
class Provider:
    """What the world has received. ``dedupes``: a second message of the same key is dropped."""

    dedupes: bool = False
    accepted: Counter[str] = field(default_factory=Counter)

    def take(self, message: Message) -> None:
        if not (self.dedupes and self.accepted[message.key]):
            self.accepted[message.key] += 1


@dataclass
class Mail:
    """The way from one machine to the provider, with what goes wrong on it."""

    provider: Provider
    copy: Copy
    rng: Random
    tell: Callable[[str], None]
    hostile: bool = True

    def send(self, message: Message) -> Sent:
        self.copy.pause()
        dice = self.rng.random() if self.hostile else 1.0
        if dice < 0.02:
            self.tell(f"{self.copy.name} goes down before it sends")
            raise Killed
        if dice < 0.06:
            return Sent(Verdict.REFUSED, "no route")
        if dice < 0.10:
            self.tell(f"a message to {message.recipient} is lost, nobody knows")
            return Sent(Verdict.UNKNOWN, "timed out")
        self.provider.take(message)
        if dice < 0.12:
            self.tell(f"{self.copy.name} goes down right after it sent")
            raise Killed
        if dice < 0.17:
            self.tell(f"a message to {message.recipient} went out, but no answer came")
            return Sent(Verdict.UNKNOWN, "timed out")
        self.copy.pause()
        return Sent(Verdict.ACCEPTED)


def told_once(provider: Provider, rows: tuple[StateRow, ...], step: int) -> list[Broken]:
    """I12, at the end."""
    broken = [
        Broken("I12", f"the message {key[:12]} was accepted {count} times", step)
        for key, count in provider.accepted.items()
        if count > 1
    ]
    for entry in read_outbox(read_state(rows)).values():
        went_out = provider.accepted[entry.key]
        if entry.fate is Fate.SENT and not went_out:
            broken.append(Broken("I12", f"{entry.key[:12]} to {entry.to} is marked as sent and never was", step))
        if entry.fate is Fate.CLAIMED:
            broken.append(Broken("I12", f"{entry.key[:12]} to {entry.to} is neither sent nor held", step))
    return broken


def held(rows: tuple[StateRow, ...]) -> int:
    """How many are shown to a person, since nobody knows whether they went out."""
    return sum(entry.fate is Fate.HOLD for entry in read_outbox(read_state(rows)).values())
