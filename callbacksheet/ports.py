"""What the tool asks of the world: a sheet, messages sent, a clock. Adapters answer; safety lives above these doors."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from callbacksheet.core.batch import Batch
from callbacksheet.core.message import Message, Sent, Verdict
from callbacksheet.core.outbox import Logged
from callbacksheet.core.snapshot import Snapshot


class Sheet(Protocol):
    """A tab that people type in, with the tool's hidden tabs beside it."""

    def read(self) -> Snapshot:
        """The tab and the tool's own tabs, in one look.

        Raises SetupError (file or permission), LayoutError (no such tab), BusyError (open elsewhere).
        """

    def apply(self, batch: Batch) -> Snapshot:
        """Do all of the batch or nothing, and return the sheet as it then stood.

        Raises BusyError with the sheet untouched where the epoch is taken or the sheet is not
        what was read, SetupError where it cannot be written.
        """


class Backup(Sheet, Protocol):
    """An earlier state of the sheet, kept beside it."""

    def mentions(self, number: str, names: Collection[str]) -> bool:
        """Whether these digits or one of these names stand anywhere in it. Raises SetupError where nobody can tell."""

    def discard(self) -> None:
        """Delete it. Raises SetupError where that is not allowed."""


class Notifier(Protocol):
    """Brings messages to the team, by mail, phone or screen."""

    def send(self, message: Message) -> Sent:
        """Try once, and say what is known of it afterwards. Never raises for what goes wrong on the way."""


class Intents(Protocol):
    """This machine's own log of what it sends: what it does not hold, this machine certainly did not send."""

    @property
    def owner(self) -> str:
        """The name under which this machine claims messages; it lasts exactly as long as the log does."""

    def logged(self, key: str) -> Logged:
        """What is known here of a message."""

    def intend(self, key: str) -> None:
        """Note that sending begins, safe on the disk when this returns. Raises SetupError where that cannot be."""

    def came_of(self, key: str, verdict: Verdict) -> None:
        """Note what came of it; that nobody knows is what stands there already."""


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, cut to the minute."""
