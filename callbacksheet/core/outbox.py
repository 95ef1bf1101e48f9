"""R18, once and never silently: what is known of each message, kept in the state tab of the sheet itself.

A message is claimed in the sheet before it is sent and marked afterwards. Where nobody can say whether a claimed
one went out, it is held for a person; doubt that arose when a claim was taken over stays for ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from callbacksheet.core.cells import to_json
from callbacksheet.core.message import Kind
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import State

OUTBOX = "outbox"
"""The kind of line in the state tab that tells of one message."""
LEASE = timedelta(minutes=10)
MOST_TRIES = 6
"""Times one address is tried before the next person is told instead."""
KEPT = timedelta(days=3)
KEPT_IN_DOUBT = timedelta(days=14)


class Fate(StrEnum):
    """What is known of a message. FAILED: surely not sent. HOLD: nobody knows. CANCELLED: needed no more, not sent."""

    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    HOLD = "hold"
    CANCELLED = "cancelled"


class Logged(StrEnum):
    """What this machine's own log says of a message. INTENDED: sending may have begun, no more is known."""

    NOTHING = "nothing"
    INTENDED = "intended"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What a person is told at most once: of this row (or block, or day), for this minute in UTC, for this reason."""

    row: str
    minute: datetime
    kind: Kind
    to: str


@dataclass(frozen=True, slots=True)
class About:
    """A mark that a message settles, and how the row stood then, so that anybody's acting on it is seen."""

    mark: Mark
    stood: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message to one address, as the outbox remembers it.

    ``owner`` is the machine that claimed it, until ``lease``; ``at`` is when its fate last changed. ``turn`` counts
    how often a person asked to send it all the same; ``instead_of`` is whose address failed before.
    """

    key: str
    fate: Fate
    kind: Kind
    to: str
    place: str
    shown: str
    about: tuple[About, ...]
    owner: str
    lease: datetime
    at: datetime
    doubt: bool = False
    tries: int = 0
    turn: int = 0
    why: str = ""
    instead_of: str = ""

    @property
    def mark(self) -> Mark:
        return self.about[0].mark

    @property
    def log_key(self) -> str:
        """Its name in a machine's own log: another one each time a person asks anew."""
        return f"{self.key}.{self.turn}"

    @property
    def given_up(self) -> bool:
        return self.fate is Fate.FAILED and self.tries >= MOST_TRIES

    def now(self, fate: Fate, at: datetime, **known: Any) -> Entry:
        return replace(self, fate=fate, at=at, **known)


class Step(StrEnum):
    """What to do about a message that is not settled. TAKE_OVER: send, though another machine may have sent it."""

    LEAVE = "leave"
    SEND = "send"
    TAKE_OVER = "take over"
    WAS_SENT = "was sent"
    WAS_REFUSED = "was refused"
    HOLD = "hold"


def next_step(entry: Entry, now: datetime, me: str, logged: Logged, *, dedupes: bool) -> Step:
    """The one table of decisions. ``dedupes``: the service drops a second message of the same key.

    Only the log of the machine that owns a claim can tell that nothing was sent; and not where the claim was
    taken over from another.
    """
    if logged is Logged.SENT and entry.fate in (Fate.CLAIMED, Fate.HOLD, Fate.FAILED):
        return Step.WAS_SENT
    if entry.fate is not Fate.CLAIMED:
        return Step.LEAVE
    if entry.owner != me:
        if now < entry.lease:
            return Step.LEAVE
        return Step.TAKE_OVER if dedupes else Step.HOLD
    if logged is Logged.REFUSED and not entry.doubt:
        return Step.WAS_REFUSED
    if (logged is Logged.NOTHING and not entry.doubt) or dedupes:
        return Step.SEND
    return Step.HOLD


def key_of_message(book: str, mark: Mark, address: str) -> str:
    """The message's name for ever, the same on every machine: sheet, row, due minute, kind, address, recipient."""
    parts = (book, mark.row, mark.minute.strftime("%Y%m%d%H%M"), mark.kind.value, address, mark.to)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def place_of(address: str) -> str:
    """By what an entry knows its address again, without repeating it."""
    return hashlib.sha256(address.encode()).hexdigest()[:8]


def utc_minute(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def read_outbox(state: State) -> dict[str, Entry]:
    """Every message remembered, by key. A line that cannot be read is as damaged as the tab it stands in."""
    return {key: _read(key, json.loads(text)) for key, text in state.memos_of(OUTBOX).items()}


def sound_lines(rows: Iterable[StateRow]) -> tuple[StateRow, ...]:
    """Of a damaged state tab the lines that tell of messages and can be read: nobody is to be told twice for it."""
    return tuple(row for row in rows if row.kind == OUTBOX and _is_sound(row))


def _is_sound(row: StateRow) -> bool:
    try:
        return bool(_read(row.key, json.loads(row.text)).about)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _read(key: str, form: Mapping[str, Any]) -> Entry:
    about = tuple(
        About(Mark(row, datetime.fromisoformat(minute), Kind(kind), to), stood)
        for row, minute, kind, to, stood in form["about"]
    )
    return Entry(
        key,
        Fate(form["fate"]),
        Kind(form["kind"]),
        form["to"],
        form["place"],
        form["shown"],
        about,
        form["owner"],
        datetime.fromisoformat(form["lease"]),
        datetime.fromisoformat(form["at"]),
        form.get("doubt", False),
        form.get("tries", 0),
        form.get("turn", 0),
        form.get("why", ""),
        form.get("instead_of", ""),
    )


def memo_of(entry: Entry) -> StateRow:
    """The entry as a line of the state tab."""
    form: dict[str, Any] = {
        "fate": entry.fate.value,
        "kind": entry.kind.value,
        "to": entry.to,
        "place": entry.place,
        "shown": entry.shown,
        "about": [
            [one.mark.row, _iso(one.mark.minute), one.mark.kind.value, one.mark.to, one.stood] for one in entry.about
        ],
        "owner": entry.owner,
        "lease": _iso(entry.lease),
        "at": _iso(entry.at),
    }
    names = ("doubt", "tries", "turn", "why", "instead_of")
    extra = {name: getattr(entry, name) for name in names}
    return StateRow(OUTBOX, entry.key, to_json({**form, **{name: value for name, value in extra.items() if value}}))


def no_memo(key: str) -> StateRow:
    """The line that drops an entry."""
    return StateRow(OUTBOX, key, "")


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="minutes")


def settled(
    entries: Iterable[Entry],
    now: datetime,
    me: str,
    log: Callable[[Entry], Logged],
    dedupes: Callable[[Entry], bool],
) -> list[Entry]:
    """Entries whose fate is known better by now: found sent or refused in the own log, or nobody can ever tell."""
    changed = []
    for entry in entries:
        match next_step(entry, now, me, log(entry), dedupes=dedupes(entry)):
            case Step.WAS_SENT:
                changed.append(entry.now(Fate.SENT, now))
            case Step.WAS_REFUSED:
                changed.append(entry.now(Fate.FAILED, now, tries=entry.tries + 1, why="refused"))
            case Step.HOLD:
                changed.append(entry.now(Fate.HOLD, now, doubt=True))
            case _:
                pass
    return changed


def outdated(entries: Iterable[Entry], wanted: Callable[[Mark], bool], now: datetime) -> list[Entry]:
    """Entries that nobody needs any more: old, and their rows are done or have another time by now."""
    return [
        entry
        for entry in entries
        if now - entry.at > (KEPT_IN_DOUBT if entry.fate is Fate.HOLD else KEPT)
        and not any(wanted(one.mark) for one in entry.about)
    ]
