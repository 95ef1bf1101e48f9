"""R18, who is to be told what now: from the queue as it should stand, what was told before, and the clock.

Each (row, next time, kind, recipient) is told at most once. Acting on a row (another status, next time or count of
attempts) ends its chain: owner, backup, head. Quiet hours and closed days hold back all but what is urgent.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cached_property

from callbacksheet.core.callback import Callback
from callbacksheet.core.day_end import Left, closing, left, remark
from callbacksheet.core.due import is_due
from callbacksheet.core.holding import Rules, released
from callbacksheet.core.hours import before, is_open, later, moment
from callbacksheet.core.message import Address, Kind
from callbacksheet.core.model import Code, Status, Urgency, Window
from callbacksheet.core.outbox import About, Entry, Fate, Mark, utc_minute
from callbacksheet.core.shop import Shift, Shop
from callbacksheet.core.telling import Occasion
from callbacksheet.core.text import bare
from callbacksheet.core.triage import block_at, for_block
from callbacksheet.core.unsent import due_since, stood

PROMISE_LEAD = 30
"""Minutes before a promise breaks at which its owner is told."""
HANDED_OVER_FOR = 24 * 60
DAY_END_FOR = 12 * 60
"""Minutes for which a row that was handed over, or the list at the end of a day, may still be told late."""
LONG_PAST = 12 * 60
"""Minutes after which what was never told comes in one digest too: nobody was there to tell it for long."""
MOST_ROWS = 200
"""Rows one message stands for; a line of the state tab must not outgrow a cell."""


@dataclass(frozen=True, slots=True)
class Team:
    """Who can be told, by initials as configured: their names, and where each is reached.

    ``operator`` is told what nobody else answers for.
    """

    names: Mapping[str, str]
    addresses: Mapping[str, tuple[Address, ...]]
    operator: str = ""

    def person(self, typed: str) -> str:
        """The initials of whom an Owner cell names, by initials or name; as typed where nobody is so called."""
        wanted = bare(typed)
        known = (one for one, name in self.names.items() if wanted and wanted in (bare(one), bare(name)))
        return typed if typed in self.names else next(known, typed)

    def at(self, person: str) -> tuple[Address, ...]:
        return self.addresses.get(person, ())

    @property
    def reachable(self) -> bool:
        """Whether anybody at all has an address."""
        return any(self.addresses.values())

    def reached(self, typed: Iterable[str]) -> list[str]:
        """Of these people those with an address, each once; where none has one, the operator or whoever is first."""
        people = dict.fromkeys(self.person(one) for one in typed if one)
        found = [one for one in people if self.at(one)]
        if found or not self.reachable:
            return found
        return [next(one for one in (self.operator, *self.addresses) if self.at(one))]


@dataclass(frozen=True, slots=True)
class Due:
    """One message to one person that is to be sent now. The first of ``about`` names it.

    ``at`` is since when it could be told; ``held``, that a quiet time kept it back, or nobody ran for long.
    """

    kind: Kind
    to: str
    at: datetime
    about: tuple[About, ...]
    callbacks: tuple[Callback, ...]
    held: bool = False
    block: Window | None = None
    remarks: tuple[str, ...] = ()
    instead_of: str = ""
    why: str = ""

    @property
    def mark(self) -> Mark:
        return self.about[0].mark

    @property
    def urgent(self) -> bool:
        return any(callback.urgency is Urgency.HIGH for callback in self.callbacks)

    def occasion(self, callbacks: Sequence[Callback] | None = None) -> Occasion:
        """What the message is made of; of these rows only, where some were acted on meanwhile."""
        kept = self.callbacks if callbacks is None else tuple(callbacks)
        keys = {callback.key for callback in kept}
        pairs = zip(self.callbacks, self.remarks, strict=False)
        remarks = tuple(remark for callback, remark in pairs if callback.key in keys)
        block = (self.block.start, self.block.end) if self.block else None
        return Occasion(self.kind, kept, remarks, block, self.instead_of, self.why)


_LONG_AGO = datetime(1970, 1, 2, tzinfo=UTC)


class _Telling(Enum):
    """How far a mark came, where it was not told: nobody tried, or every address failed for good."""

    NOT_YET = 0
    GIVEN_UP = 1


class Scene:
    """One moment: the queue, what was told so far, and whom to tell."""

    def __init__(
        self,
        queue: Sequence[Callback],
        entries: Iterable[Entry],
        now: datetime,
        shop: Shop,
        rules: Rules,
        team: Team,
        ringing: Collection[str] = (),
    ) -> None:
        """``ringing`` are the keys of rows that somebody has on the screen at this moment."""
        self.queue = queue
        self.rows = {callback.key: callback for callback in queue}
        self.now = now.astimezone(shop.zone)
        self.utc = now.astimezone(UTC)
        self.shop = shop
        self.rules = rules
        self.team = team
        self.ringing = ringing
        self.entries = tuple(entries)
        self._told: defaultdict[Mark, list[Entry]] = defaultdict(list)
        self._stood: defaultdict[tuple[str, datetime], set[str]] = defaultdict(set)
        for entry in self.entries:
            for about in entry.about:
                self._told[about.mark].append(entry)
                if about.stood and entry.fate is not Fate.CANCELLED:
                    self._stood[about.mark.row, about.mark.minute].add(about.stood)

    def told(self, mark: Mark) -> datetime | _Telling:
        """When this was first told, or tried to be."""
        entries = [entry for entry in self._told.get(mark, ()) if entry.fate is not Fate.CANCELLED]
        hoped = [entry.at for entry in entries if not entry.given_up]
        if hoped:
            return min(hoped)
        return _Telling.GIVEN_UP if entries else _Telling.NOT_YET

    def why(self, mark: Mark) -> str:
        return next((entry.why for entry in reversed(self._told.get(mark, ())) if entry.why), "")

    def acted(self, callback: Callback, minute: datetime) -> bool:
        """Whether somebody worked the row since it was told of this minute."""
        return bool(self._stood.get((callback.key, minute), set()) - {stood(callback)})

    def release(self, ready: datetime, *, urgent: bool) -> datetime:
        """When what is ready may be told: at once if urgent, else when no quiet time is in the way, now or then."""
        if urgent:
            return ready
        at = released(ready, self.shop, self.rules)
        return at if before(self.now, at) else max(at, self._quiet_until, key=lambda moment: moment.timestamp())

    @cached_property
    def _quiet_until(self) -> datetime:
        """The end of the quiet time that is on; long past where none is."""
        end = released(self.now, self.shop, self.rules)
        return end if before(self.now, end) else _LONG_AGO


def about(callback: Callback, minute: datetime, kind: Kind, to: str) -> About:
    return About(Mark(callback.key, utc_minute(minute), kind, to), stood(callback))


def dues(scene: Scene) -> list[Due]:
    """Everything to be told now, one message a row and person, the most pressing first."""
    single: list[Due] = []
    for callback in scene.queue:
        single += row_dues(callback, scene)
    blocks = [block for block in block_lists(scene) if scene.told(block.mark) is _Telling.NOT_YET]
    single = [due for due in single if not _in_block(due, blocks)]
    found = [*_grouped(_one_each(single)), *_with_marks(blocks, scene), *_day_end(scene)]
    return sorted(found, key=lambda due: (not due.urgent, due.at, due.kind.value, due.to))


def row_dues(callback: Callback, scene: Scene) -> Iterator[Due]:
    """What is to be told of one row now."""
    if not callback.open:
        return
    yield from _promise(callback, scene)
    since = due_since(callback)
    step = _step(callback, since, scene) if since and is_due(callback, scene.now) else None
    if step:
        yield step
    yield from _handed_over(callback, scene)


def _step(callback: Callback, since: datetime, scene: Scene) -> Due | None:
    """The step of the chain that is to be taken now: who was not told yet though it is time."""
    minute, urgent = utc_minute(since), callback.urgency is Urgency.HIGH
    ready, instead_of, why = since, "", ""
    if scene.acted(callback, minute):
        return None
    for place, (kind, to) in enumerate(_chain(callback, since, scene)):
        at = scene.release(ready, urgent=urgent)
        if before(scene.now, at) or (place and not instead_of and callback.key in scene.ringing):
            return None
        mark = about(callback, since, kind, to)
        told: datetime | _Telling = scene.told(mark.mark)
        if told is _Telling.NOT_YET:
            marks = (about(callback, since, Kind.UNREACHED, to), mark) if instead_of else (mark,)
            shown = Kind.UNREACHED if instead_of else kind
            late = before(ready, at) or (not urgent and not before(scene.now, later(at, LONG_PAST)))
            return Due(shown, to, at, marks, (callback,), late, instead_of=instead_of, why=why)
        if told is _Telling.GIVEN_UP:
            ready, instead_of, why = at, to, scene.why(mark.mark)
        elif scene.rules.patience is None:
            return None
        else:
            assert isinstance(told, datetime)
            ready, instead_of, why = later(told.astimezone(scene.shop.zone), scene.rules.patience), "", ""
    return None


def _chain(callback: Callback, since: datetime, scene: Scene) -> Iterator[tuple[Kind, str]]:
    """Whom to tell one after the other, nobody twice: the owner (or who is on call), the backup, the head.

    Whoever has no address is passed over.
    """
    shop, shift = scene.shop, shift_at(since, scene.shop)
    on_call = shop.on_call if callback.urgency is Urgency.HIGH and not is_open(since, shop) else ""
    backup, head = shift.backup if shift else "", shop.head
    people = scene.team.reached((on_call or callback.owner or (shift.owner if shift else ""), backup, head))
    for place, person in enumerate(people):
        if place:
            yield (Kind.HEAD if person == scene.team.person(head) else Kind.BACKUP), person
        elif on_call and person == scene.team.person(on_call):
            yield Kind.ON_CALL, person
        else:
            yield _first_kind(callback), person


def _first_kind(callback: Callback) -> Kind:
    return Kind.FINAL_MESSAGE if callback.told(Code.FINAL_MESSAGE_DUE) else Kind.DUE


def shift_at(at: datetime, shop: Shop) -> Shift | None:
    """The shift that counts at a moment, the one written first where two overlap."""
    return next(iter(_shifts_at(at, shop)), None)


def _shifts_at(at: datetime, shop: Shop) -> list[Shift]:
    local = at.astimezone(shop.zone)
    minute = local.hour * 60 + local.minute
    return [shift for shift in shop.shifts[local.weekday()] if shift.span.start <= minute < shift.span.end]


def _promise(callback: Callback, scene: Scene) -> Iterator[Due]:
    """A promise that breaks within half an hour."""
    promised = callback.promise_at
    if promised is None or callback.status is not Status.NEW:
        return
    to = next((person for _, person in _chain(callback, promised, scene)), "")
    if not to:
        return
    ready = later(promised, -PROMISE_LEAD)
    at = scene.release(ready, urgent=callback.urgency is Urgency.HIGH)
    mark = about(callback, promised, Kind.PROMISE, to)
    if before(scene.now, at) or not before(scene.now, promised) or scene.acted(callback, mark.mark.minute):
        return
    if scene.told(mark.mark) is _Telling.NOT_YET:
        yield Due(Kind.PROMISE, to, at, (mark,), (callback,))


def _handed_over(callback: Callback, scene: Scene) -> Iterator[Due]:
    """Somebody gave the row to its owner."""
    handed, to = callback.facts.handed_at, scene.team.person(callback.owner)
    if handed is None or not scene.team.at(to):
        return
    at = scene.release(handed, urgent=callback.urgency is Urgency.HIGH)
    mark = about(callback, handed, Kind.HANDED_OVER, to)
    if before(scene.now, at) or not before(scene.now, later(at, HANDED_OVER_FOR)):
        return
    if scene.told(mark.mark) is _Telling.NOT_YET:
        yield Due(Kind.HANDED_OVER, to, at, (mark,), (callback,))


_PRESSING = (
    Kind.ON_CALL,
    Kind.PROMISE,
    Kind.UNREACHED,
    Kind.FINAL_MESSAGE,
    Kind.DUE,
    Kind.HEAD,
    Kind.BACKUP,
    Kind.HANDED_OVER,
)


def _one_each(single: Sequence[Due]) -> list[Due]:
    """Of a row's messages to one person the most pressing, standing for the others."""
    by_row: defaultdict[tuple[str, str], list[Due]] = defaultdict(list)
    for due in single:
        by_row[due.to, due.callbacks[0].key].append(due)
    return [_joined(sorted(same, key=lambda due: _PRESSING.index(due.kind))) for same in by_row.values()]


def _joined(same: Sequence[Due]) -> Due:
    marks = tuple(mark for due in same for mark in due.about)
    return replace(same[0], about=marks, held=all(due.held for due in same))


def _grouped(single: Sequence[Due]) -> Iterator[Due]:
    """What quiet times held back comes as one digest; what somebody else could not be told, as one message too."""
    groups: defaultdict[tuple[str, str], list[Due]] = defaultdict(list)
    for due in single:
        if due.kind is Kind.UNREACHED:
            groups[due.to, due.instead_of].append(due)
        elif due.held:
            groups[due.to, ""].append(due)
        else:
            yield due
    for (_, instead_of), same in groups.items():
        for start in range(0, len(same), MOST_ROWS):
            part = same[start : start + MOST_ROWS]
            yield part[0] if len(part) == 1 else _digest(part, Kind.UNREACHED if instead_of else Kind.DIGEST)


def _digest(parts: Sequence[Due], kind: Kind) -> Due:
    at = max((due.at for due in parts), key=lambda at: at.timestamp())
    marks = tuple(mark for due in parts for mark in due.about)
    rows = tuple(due.callbacks[0] for due in parts)
    name = Mark(f"{kind.value} {_digest_of(str(mark.mark) for mark in marks)}", utc_minute(at), kind, parts[0].to)
    first = parts[0]
    return Due(kind, first.to, at, (About(name), *marks), rows, instead_of=first.instead_of, why=first.why)


def _digest_of(texts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(sorted(texts)).encode()).hexdigest()[:12]


def block_lists(scene: Scene) -> Iterator[Due]:
    """The list of the block that is on, to each owner on shift when it starts."""
    block = block_at(scene.now, scene.shop)
    if block is None or before(scene.now, block.start) or not scene.shop.hours.spans(scene.now.date()):
        return
    if before(scene.now, scene.release(block.start, urgent=False)):
        return
    rows = for_block(scene.queue, block, scene.now)
    for to in _block_owners(rows, block, scene):
        mark = Mark("block", utc_minute(block.start), Kind.BLOCK, to)
        mine = tuple(_of_owner(rows, to, block, scene))
        if mine:
            yield Due(Kind.BLOCK, to, block.start, (About(mark),), mine, block=block)


def _block_owners(rows: Sequence[Callback], block: Window, scene: Scene) -> list[str]:
    shifts = _shifts_at(block.start, scene.shop)
    owners = [shift.owner for shift in shifts] or [callback.owner for callback in rows]
    if any(scene.team.at(scene.team.person(owner)) for owner in owners):
        return scene.team.reached(owners)
    return scene.team.reached((*(shift.backup for shift in shifts), scene.shop.head))[:1]


def _of_owner(rows: Sequence[Callback], to: str, block: Window, scene: Scene) -> Iterator[Callback]:
    """Of a block's list what is this person's, and what is nobody's who is there."""
    there = set(_block_owners(rows, block, scene))
    for callback in rows:
        owner = scene.team.person(callback.owner)
        if owner == to or owner not in there:
            yield callback


def _in_block(due: Due, blocks: Sequence[Due]) -> bool:
    """Whether a list that goes to the same person now names the row anyway."""
    if due.kind not in (Kind.DUE, Kind.FINAL_MESSAGE) or due.urgent:
        return False
    return any(block.to == due.to and due.callbacks[0] in block.callbacks[:MOST_ROWS] for block in blocks)


def _with_marks(blocks: Sequence[Due], scene: Scene) -> Iterator[Due]:
    """The lists, standing for the single messages about rows in them that would go out at this moment."""
    for block in blocks:
        marks: list[About] = []
        for callback in block.callbacks[:MOST_ROWS]:
            steps = (due for due in row_dues(callback, scene) if due.to == block.to and _in_block(due, (block,)))
            marks += (mark for due in steps for mark in due.about)
        yield replace(block, about=(*block.about, *marks))


def _day_end(scene: Scene) -> Iterator[Due]:
    """The list of what is left, once a day after closing, to the head."""
    on = _closed_last(scene)
    if on is None or any(e.kind is Kind.END_OF_DAY and e.mark.row.startswith(_day(on)) for e in scene.entries):
        return
    due = day_end(scene, on)
    if due:
        yield due


def _closed_last(scene: Scene) -> date | None:
    """The day whose end may be told now: it is over, its quiet time too, and not for long."""
    for days in (0, 1):
        noon = _noon(scene.now.date() - timedelta(days=days), scene.shop)
        closed = closing(noon, scene.shop)
        at = scene.release(closed, urgent=False) if closed else None
        if at and not before(scene.now, at):
            return noon.date() if before(scene.now, later(at, DAY_END_FOR)) else None
    return None


def _noon(on: date, shop: Shop) -> datetime:
    return moment(shop.zone, on, 720)


def _day(on: date) -> str:
    return f"day {on.isoformat()}"


def day_end(scene: Scene, on: date, as_of: datetime | None = None) -> Due | None:
    """What is left of a day as a message to the head, named by the day and what is on it; None where nothing is.

    What falls due after closing, or after ``as_of``, is no more of that day.
    """
    at = closing(_noon(on, scene.shop), scene.shop) or _noon(on, scene.shop)
    rows = left(scene.queue, as_of or at, scene.shop)
    to = scene.team.person(scene.shop.head)
    if not rows or not scene.team.at(to):
        return None
    mark = Mark(f"{_day(on)} {_digest_of(_left_text(one) for one in rows)}", utc_minute(at), Kind.END_OF_DAY, to)
    remarks = tuple(remark(one, scene.shop.language) for one in rows)
    return Due(Kind.END_OF_DAY, to, at, (About(mark),), tuple(one.callback for one in rows), remarks=remarks)


def _left_text(one: Left) -> str:
    return f"{one.callback.key} {' '.join(one.lacks)}"
