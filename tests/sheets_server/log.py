"""What was asked of the server: for counting requests and bytes, and for seeing what the tool really sent."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.sheets_server.service import Request


@dataclass(slots=True)
class Entry:
    """One request and what became of it."""

    number: int
    kind: str
    """As Google names it (``sheets.spreadsheets.get``), or ``token``."""
    read: bool
    counted: bool
    """Does it count against the quota of Sheets?"""
    verb: str
    target: str
    body: bytes
    sent_bytes: int
    """Line, headers and body of the request."""
    email: str = ""
    fault: str = ""
    status: int = 0
    """0: the connection ended without an answer."""
    answer_bytes: int = 0
    """Status line, headers and body on the wire, packed if it was."""
    seconds: float = 0.0
    began: float = field(default_factory=time.perf_counter)

    def closed(self, status: int, answer_bytes: int) -> None:
        """What went over the wire for it."""
        self.status, self.answer_bytes = status, answer_bytes
        self.seconds = time.perf_counter() - self.began


class Log:
    """Every request since the start, or since it was cleared, in the order in which they came."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._number = 0
        self._lock = threading.Lock()

    @property
    def reads(self) -> int:
        """Read requests to Sheets, as the quota counts them."""
        return sum(entry.counted and entry.read for entry in self.entries)

    @property
    def writes(self) -> int:
        return sum(entry.counted and not entry.read for entry in self.entries)

    @property
    def kinds(self) -> list[str]:
        """The kinds in order, the tokens left out: ``spreadsheets.get``, ``spreadsheets.batchUpdate``."""
        return [entry.kind.removeprefix("sheets.") for entry in self.entries if entry.kind != "token"]

    def clear(self) -> None:
        self.entries.clear()

    def opened(self, kind: str, request: Request, *, read: bool, counted: bool) -> Entry:
        with self._lock:
            self._number += 1
            target = request.path + (f"?{request.query}" if request.query else "")
            sent = request.head_bytes + len(request.body)
            entry = Entry(self._number, kind, read, counted, request.verb, target, request.body, sent)
            self.entries.append(entry)
        return entry
