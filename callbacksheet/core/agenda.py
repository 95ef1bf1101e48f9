"""R18, what one run sends: new claims, claims of before that were not seen through, and what is needed no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from callbacksheet.core.callback import Callback
from callbacksheet.core.hours import before, later
from callbacksheet.core.message import Address, Kind
from callbacksheet.core.outbox import (
    LEASE,
    About,
    Entry,
    Fate,
    Logged,
    Mark,
    Step,
    key_of_message,
    next_step,
    outdated,
    place_of,
)
from callbacksheet.core.reminders import DAY_END_FOR, Due, Scene, block_lists, day_end, dues
from callbacksheet.core.unsent import minute_of, stood

MOST_CLAIMS = 250
"""Messages claimed at a time: so many are in doubt at most when a machine stops for good."""
_FRESH = timedelta(minutes=5)
"""What must be left of a claim's lease for sending under it without claiming anew."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One message to send in this run. ``new``: the claim must be written to the sheet first."""

    entry: Entry
    due: Due
    address: Address
    new: bool = True


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a run has to do: ``claims`` to send, entries ``changed`` without sending, keys of entries to drop.

    ``more``: there is more to claim once these are sent.
    """

    claims: tuple[Claim, ...]
    changed: tuple[Entry, ...] = ()
    dropped: tuple[str, ...] = ()
    more: bool = False

    @property
    def written(self) -> tuple[Entry, ...]:
        """The entries the sheet must know before anything is sent."""
        return (*(claim.entry for claim in self.claims if claim.new), *self.changed)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who is sending: this machine's lasting name, its log, and which services drop a second message of one key."""

    me: str
    log: Callable[[Entry], Logged]
    dedupes: Callable[[Address], bool]


def plan_agenda(scene: Scene, book: str, sender: Sender) -> Agenda:
    """Everything to claim and send now."""
    claims: list[Claim] = []
    changed: list[Entry] = []
    for entry in scene.entries:
        found = _taken_up(entry, scene, sender)
        if isinstance(found, Claim):
            claims.append(found)
        elif found:
            changed.append(found)
    known = {entry.key for entry in scene.entries if entry.fate is not Fate.CANCELLED}
    new = [one for due in dues(scene) for one in claims_of(due, scene, book, sender) if one.entry.key not in known]
    claims += new[:MOST_CLAIMS]
    old = outdated(scene.entries, lambda mark: _row_of(mark, scene) is not None, scene.utc)
    return Agenda(tuple(claims), tuple(changed), tuple(entry.key for entry in old), len(new) > MOST_CLAIMS)


def claims_of(due: Due, scene: Scene, book: str, sender: Sender) -> Iterator[Claim]:
    """One claim for each address of the person."""
    for address in scene.team.at(due.to):
        entry = Entry(
            key_of_message(book, due.mark, address.text),
            Fate.CLAIMED,
            due.kind,
            due.to,
            place_of(address.text),
            address.masked,
            due.about,
            sender.me,
            scene.utc + LEASE,
            scene.utc,
            instead_of=due.instead_of,
        )
        yield Claim(entry, due, address)


def _taken_up(entry: Entry, scene: Scene, sender: Sender) -> Claim | Entry | None:
    """A message of before that this run is to see through: sent now, or cancelled, its rows being acted on."""
    address = next((one for one in scene.team.at(entry.to) if place_of(one.text) == entry.place), None)
    dedupes = address is not None and sender.dedupes(address)
    step = next_step(entry, scene.utc, sender.me, sender.log(entry), dedupes=dedupes)
    again = entry.fate is Fate.FAILED and not entry.given_up
    if step not in (Step.SEND, Step.TAKE_OVER) and not again:
        return None
    doubt = entry.doubt or step is Step.TAKE_OVER or sender.log(entry) is Logged.INTENDED
    due = due_again(entry, scene) if address else None
    if address is None or due is None:
        return entry.now(Fate.HOLD if doubt else Fate.CANCELLED, scene.utc, doubt=doubt)
    if step is Step.SEND and entry.lease - scene.utc >= _FRESH:
        return Claim(entry, due, address, new=False)
    claimed = replace(entry, fate=Fate.CLAIMED, owner=sender.me, lease=scene.utc + LEASE, doubt=doubt)
    return Claim(claimed, due, address)


def due_again(entry: Entry, scene: Scene) -> Due | None:
    """What an entry would tell today; None where nothing of it is left to tell."""
    if entry.kind is Kind.BLOCK:
        lists = (due for due in block_lists(scene) if due.mark == entry.mark)
        return next((replace(due, about=entry.about) for due in lists), None)
    if entry.kind is Kind.END_OF_DAY:
        return _day_again(entry, scene)
    rows = {row.key: row for one in entry.about if (row := _still(one, scene))}
    if not rows:
        return None
    at = entry.mark.minute.astimezone(scene.shop.zone)
    return Due(entry.kind, entry.to, at, entry.about, tuple(rows.values()), instead_of=entry.instead_of, why=entry.why)


def _day_again(entry: Entry, scene: Scene) -> Due | None:
    due = day_end(scene, date.fromisoformat(entry.mark.row.split()[1]))
    if due is None or not before(scene.now, later(due.at, DAY_END_FOR)):
        return None
    return replace(due, about=entry.about)


def _still(one: About, scene: Scene) -> Callback | None:
    """The row, where it is still due for that minute and nobody has worked it since."""
    callback = _row_of(one.mark, scene)
    return callback if callback and (not one.stood or stood(callback) == one.stood) else None


def _row_of(mark: Mark, scene: Scene) -> Callback | None:
    """The open row that a mark is of, where the mark's minute is still its own."""
    callback = scene.rows.get(mark.row)
    if callback is None or not callback.open:
        return None
    return callback if minute_of(mark.kind, callback) == mark.minute else None


def plan_day_end(scene: Scene, book: str, sender: Sender) -> Agenda:
    """The list of what is left today, to the head now; nothing where this very list went out today."""
    due = day_end(scene, scene.now.date(), scene.now)
    known = {entry.key for entry in scene.entries if entry.fate is not Fate.CANCELLED}
    claims = claims_of(due, scene, book, sender) if due else iter(())
    return Agenda(tuple(claim for claim in claims if claim.entry.key not in known))
