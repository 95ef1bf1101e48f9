"""The drive: each spreadsheet as a file with a name, an owner, and the people it is shared with."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.sheets_server.book import Book
from tests.sheets_server.errors import FORBIDDEN, NOT_FOUND, refusal
from tests.sheets_server.switches import Switches

MIME = "application/vnd.google-apps.spreadsheet"
ROLES = ("reader", "commenter", "writer", "owner")
ANYONE = "anyone"


@dataclass(slots=True)
class Clock:
    """The server's time, for quotas and dates of files: a test moves it on without waiting."""

    read: Callable[[], float] = time.time
    ahead: float = 0.0

    def now(self) -> float:
        return self.read() + self.ahead

    def forward(self, seconds: float) -> None:
        self.ahead += seconds


@dataclass(slots=True)
class File:
    """One spreadsheet in the drive."""

    book: Book
    owner: str
    created: float
    modified: float
    version: int = 1
    shares: dict[str, dict[str, str]] = field(default_factory=dict)
    """Role and kind by e-mail address, or by ``anyone``."""
    comments: list[dict[str, Any]] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.book.spreadsheet_id

    @property
    def name(self) -> str:
        return self.book.title

    def role(self, email: str) -> int:
        """How much this person may do, as a place in `ROLES`; -1 for nothing at all."""
        roles = [share["role"] for who, share in self.shares.items() if who in {email, ANYONE}]
        return max((ROLES.index(role) for role in roles), default=-1)

    def share(self, email: str, role: str = "writer", kind: str = "user") -> None:
        self.shares[email] = {"type": kind, "role": role}

    def unshare(self, email: str) -> None:
        self.shares.pop(email, None)

    def to_json(self) -> dict[str, Any]:
        kept = {name: getattr(self, name) for name in KEPT}
        return {"book": self.book.to_json(), **kept}

    @classmethod
    def from_json(cls, kept: dict[str, Any], switches: Switches) -> File:
        return cls(Book.from_json(kept["book"], switches), **{name: kept[name] for name in KEPT})


KEPT = ("owner", "created", "modified", "version", "shares", "comments", "parents")


@dataclass(slots=True)
class Drive:
    """Every spreadsheet there is, whoever may see it."""

    clock: Clock = field(default_factory=Clock)
    switches: Switches = field(default_factory=Switches)
    files: dict[str, File] = field(default_factory=dict)

    def create(self, title: str, owner: str, spreadsheet_id: str = "") -> File:
        """An empty spreadsheet, owned by this account."""
        return self.add(Book.new(spreadsheet_id or new_id(), title, self.switches, user=owner), owner)

    def add(self, book: Book, owner: str) -> File:
        now = self.clock.now()
        file = File(book, owner, created=now, modified=now)
        file.share(owner, "owner")
        self.files[book.spreadsheet_id] = file
        return file

    def copy(self, file: File, title: str, owner: str) -> File:
        """A new file with the same tabs; nobody but who copied it may see it."""
        return self.add(file.book.fork(new_id(), title), owner)

    def open(self, spreadsheet_id: str, email: str, *, write: bool = False) -> File:
        """The file, if this account may read (or write) it; else Google's 404 or 403."""
        file = self.files.get(spreadsheet_id)
        if file is None:
            raise refusal("NOT_FOUND", NOT_FOUND)
        if file.role(email) < ROLES.index("writer" if write else "reader"):
            raise refusal("PERMISSION_DENIED", FORBIDDEN)
        return file

    def changed(self, file: File) -> None:
        """Something in the file is new: its version and its date say so."""
        file.version += 1
        file.modified = max(self.clock.now(), file.modified)

    def visible(self, email: str) -> list[File]:
        """What this account would see in its list, newest first."""
        seen = [file for file in self.files.values() if email in file.shares]
        return sorted(seen, key=lambda file: (file.modified, file.id), reverse=True)


def new_id() -> str:
    """A file id like Google's: 44 letters that begin with a 1."""
    return "1" + secrets.token_urlsafe(33)[:43].replace("-", "x")


def permission_id(email: str) -> str:
    """The fixed number that stands for a person in a list of permissions."""
    if email == ANYONE:
        return "anyoneWithLink"
    return str(int(hashlib.sha1(email.encode(), usedforsecurity=False).hexdigest()[:16], 16)).zfill(20)


def stamp(moment: float) -> str:
    """``2026-05-08T13:30:00.000Z``."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
