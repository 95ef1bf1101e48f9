"""A walk through one callback block: who is next, what was done, when it is over. Values in, values out.

The list is what falls due before the walk ends, in queue order, without those whom somebody else is ringing. A caller
tried comes again within the walk only once the next time given has come. It stops before the next caller, never
inside one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import same
from callbacksheet.core.deeds import Deed, with_deeds
from callbacksheet.core.hours import before
from callbacksheet.core.model import CellValue, Column, NextSource, Status
from callbacksheet.core.shop import Shop
from callbacksheet.core.triage import block_at
from callbacksheet.core.walk_log import Action

AHEAD = 2
"""How many callers after the one on screen are held too, so that the next card need not wait for the sheet."""

_SEEN = (
    Column.NAME,
    Column.PHONE,
    Column.REASON,
    Column.BEST_TIME,
    Column.URGENCY,
    Column.STATUS,
    Column.NEXT_CALLBACK,
    Column.OWNER,
    Column.ATTEMPTS,
    Column.OUTCOME,
    Column.NOTES,
)
"""What stands on a card: a change of it by somebody else is shown before anything is recorded over it."""
_SEEN_AGAIN = (Column.NAME, Column.PHONE, Column.REASON, Column.BEST_TIME, Column.URGENCY)
"""The same for a row that an action of this walk is still on its way to."""


_RULED = ("wish", "window", "next_at", "next_source", "typed_next_at", "promise_at", "issues")


class Over(StrEnum):
    """Why a walk ended."""

    TIME = "time"
    LIST = "list"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Step:
    """One action of this walk, with the row before and as it will stand. ``what`` is the deed in a word or two."""

    action: Action
    before: Callback
    after: Callback
    what: str
    called: bool = False
    moves_on: bool = True
    taken_back: bool = False

    @property
    def number(self) -> int:
        return self.action.number

    @property
    def key(self) -> str:
        return self.action.key


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell of the card that somebody else changed."""

    column: Column
    before: CellValue
    after: CellValue


@dataclass(frozen=True, slots=True)
class Doubt:
    """An action that was left out, because its row was changed before it was recorded; a person decides."""

    action: Action
    what: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """One person's walk. ``rows`` is the queue as last read, ``written`` the last own action that stands in it.

    ``card`` is the caller on the screen as shown, None while nobody is due; ``changed`` what somebody else changed on
    it since; ``passed`` are callers not to be shown again. ``asking``: the first of the ``doubts`` is on the screen.
    """

    shop: Shop
    name: str
    by: str
    ends_at: datetime
    people: tuple[str, ...] = ()
    owner: str = ""
    rows: tuple[Callback, ...] = ()
    steps: tuple[Step, ...] = ()
    written: int = 0
    taken: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    held: frozenset[str] = frozenset()
    claiming: bool = True
    passed: frozenset[str] = frozenset()
    card: Callback | None = None
    changed: tuple[Difference, ...] = ()
    gone: bool = False
    doubts: tuple[Doubt, ...] = ()
    asking: bool = False
    over: Over | None = None

    @property
    def key(self) -> str:
        """Whose card is on the screen."""
        return self.card.key if self.card else ""

    @property
    def number(self) -> int:
        """The number of the next action."""
        return self.steps[-1].number + 1 if self.steps else self.written + 1

    @property
    def doubt(self) -> Doubt | None:
        """The doubt whose card is on the screen."""
        return self.doubts[0] if self.asking and self.doubts else None

    @property
    def ready(self) -> bool:
        """Whether the caller on the screen is surely nobody else's."""
        return self.card is None or not self.claiming or self.key in self.held or self.doubt is not None


def standing(walk: Walk) -> tuple[Callback, ...]:
    """The rows as they will stand once all that was done is recorded."""
    coming = {step.key: step.after for step in walk.steps if step.number > walk.written}
    return tuple(coming.get(row.key, row) for row in walk.rows) if coming else walk.rows


def row_of(walk: Walk, key: str) -> Callback | None:
    """One row as it will stand; None for one that is gone."""
    return next((row for row in standing(walk) if row.key == key), None)


def others_of(walk: Walk, callback: Callback) -> tuple[Callback, ...]:
    """The other open rows of the same caller."""
    if callback.phone is None:
        return ()
    identity = callback.phone.identity
    return tuple(
        one
        for one in standing(walk)
        if one.open and one.key != callback.key and one.phone and one.phone.identity == identity
    )


def worked(walk: Walk) -> frozenset[str]:
    """The callers that were dealt with in this walk."""
    return frozenset(step.key for step in walk.steps if step.moves_on and not step.taken_back)


def to_ring(walk: Walk) -> tuple[Callback, ...]:
    """The callers of the list that were not dealt with yet, in order."""
    away = worked(walk) | walk.passed | walk.taken.keys()
    return tuple(row for row in standing(walk) if row.key not in away and _in_block(row, walk))


def to_ring_again(walk: Walk) -> tuple[Callback, ...]:
    """Callers tried in this walk whose next time comes before it ends, the next one first."""
    away = walk.passed | walk.taken.keys()
    again = worked(walk) - away
    return tuple(sorted((r for r in standing(walk) if r.key in again and _in_block(r, walk)), key=_time_of))


def _in_block(row: Callback, walk: Walk) -> bool:
    mine = not walk.owner or row.owner.casefold() == walk.owner.casefold()
    return row.open and mine and row.next_at is not None and before(row.next_at, walk.ends_at)


def _time_of(row: Callback) -> tuple[datetime, int, datetime]:
    assert row.next_at is not None
    return row.next_at, row.urgency.value, row.received_at


def _candidates(walk: Walk, now: datetime) -> list[Callback]:
    again = [row for row in to_ring_again(walk) if row.next_at and not before(now, row.next_at)]
    return sorted((*to_ring(walk), *again), key=_time_of)


def advanced(walk: Walk, now: datetime) -> Walk:
    """The walk with the next caller on the screen; a question left open first; over where time or list is."""
    walk = replace(walk, changed=(), gone=False, asking=bool(walk.doubts))
    if walk.doubt:
        key = walk.doubt.action.key
        return replace(walk, card=row_of(walk, key), gone=row_of(walk, key) is None)
    if not before(now, walk.ends_at):
        return replace(walk, card=None, over=Over.TIME)
    if candidates := _candidates(walk, now):
        return replace(walk, card=candidates[0])
    return replace(walk, card=None, over=None if to_ring_again(walk) else Over.LIST)


def ticked(walk: Walk, now: datetime) -> Walk:
    """The walk a moment later: one that waits for a caller goes on when the time has come."""
    return advanced(walk, now) if walk.card is None and not walk.asking else walk


def wanted(walk: Walk, now: datetime, queue: Sequence[Callback], taken: Mapping[str, str]) -> tuple[str, ...]:
    """The rows to hold: the caller on the screen, the next ones, and the last one, who may be taken back."""
    walk = replace(walk, rows=tuple(queue), taken=taken)
    first = (walk.key,) if walk.key and walk.key not in taken and not walk.over else ()
    following = (row.key for row in _candidates(walk, now) if row.key != walk.key)
    last = last_step(walk)
    before_that = (last.key,) if last and last.key not in (walk.key, *taken) else ()
    return (*first, *before_that, *(key for key, _ in zip(following, range(AHEAD + 1 - len(first)), strict=False)))


def nobody(*_: object) -> tuple[str, ...]:
    """The rows that a walk holds when it is over: none."""
    return ()


def with_step(walk: Walk, deed: Deed, what: str, now: datetime, *, called: bool, moves_on: bool = True) -> Walk:
    """The walk with this deed done to the row on the screen, as it was seen there."""
    assert walk.card is not None
    deed = replace(deed, seen=_as_seen(walk), at=now)
    action = Action(walk.name, walk.number, now, deed.key, deed)
    after = _predicted(walk.card, deed, now, walk.shop)
    step = Step(action, walk.card, after, what, called, moves_on)
    return replace(walk, steps=(*walk.steps, step), card=after)


def _as_seen(walk: Walk) -> tuple[tuple[Column, CellValue], ...]:
    """The cells of the card; while an own action is on its way to the row, those alone that it leaves as they are."""
    assert walk.card is not None
    coming = [s for s in walk.steps if s.number > walk.written and s.key == walk.key]
    if any(step.action.takes_back for step in coming):
        return ()
    edited = {column for step in coming if step.action.deed for column, _ in step.action.deed.edits}
    columns = [column for column in (_SEEN_AGAIN if coming else _SEEN) if column not in edited]
    return tuple((column, walk.card.cell(column)) for column in columns)


def _predicted(callback: Callback, deed: Deed, now: datetime, shop: Shop) -> Callback:
    """The row as the sheet will have it, as far as it can be known before the rules have seen it."""
    (after,), _ = with_deeds([callback], [replace(deed, seen=())], now, shop)
    if deed.edits:  # read anew without the rules of the queue: what they say is the old until the sheet tells
        known = {name: getattr(callback, name) for name in _RULED}
        after = after.but(**known)
    if deed.final:
        return after.but(status=Status.DONE)
    if deed.next_at:
        return after.but(next_at=deed.next_at, next_source=NextSource.PERSON, typed_next_at=deed.next_at)
    return after


def last_step(walk: Walk) -> Step | None:
    """The latest action that can be taken back."""
    left_out = {doubt.action.number for doubt in walk.doubts if doubt.action.walk == walk.name}
    return next(
        (
            step
            for step in reversed(walk.steps)
            if step.action.deed and not step.taken_back and step.number not in left_out
        ),
        None,
    )


def with_last_taken_back(walk: Walk, now: datetime) -> Walk:
    """The walk with its latest action taken back and that caller on the screen again."""
    last = last_step(walk)
    assert last is not None
    action = Action(walk.name, walk.number, now, last.key, takes_back=last.number)
    back = Step(action, last.after, last.before, last.what, moves_on=False)
    steps = tuple(replace(step, taken_back=True) if step.number == last.number else step for step in walk.steps)
    steps = (*steps, back)
    passed = walk.passed - {last.key}
    walk = replace(walk, steps=steps, passed=passed, card=last.before)
    return replace(walk, changed=(), gone=False, asking=False, over=None)


@dataclass(frozen=True, slots=True)
class News:
    """What a look at the sheet told: the queue, how far own actions stand in it, who holds which row, what was lost."""

    queue: tuple[Callback, ...]
    written: int
    held: frozenset[str]
    taken: Mapping[str, str]
    overtaken: tuple[Action, ...] = ()


def heard(walk: Walk, news: News, now: datetime) -> Walk:
    """The walk after a look at the sheet: what somebody else changed on the card is shown there."""
    card = walk.card
    walk = replace(walk, rows=news.queue, written=news.written, held=news.held, taken=news.taken, claiming=True)
    walk = _with_doubts(walk, news.overtaken)
    if card is None:
        return walk if walk.over else advanced(walk, now)
    if walk.key in walk.taken:
        return advanced(walk, now)
    fresh = row_of(walk, card.key)
    if fresh is None:
        return replace(walk, gone=True)
    found = differences(card, fresh)
    known = {(one.column, one.before): one for one in walk.changed}
    changed = (*walk.changed, *(one for one in found if (one.column, one.before) not in known))
    return replace(walk, card=fresh, changed=changed)


def _with_doubts(walk: Walk, overtaken: Sequence[Action]) -> Walk:
    known = {(doubt.action.walk, doubt.action.number) for doubt in walk.doubts}
    settled = {(step.action.walk, step.number) for step in walk.steps if step.taken_back}
    new = [a for a in overtaken if (a.walk, a.number) not in known | settled]
    return replace(walk, doubts=(*walk.doubts, *(_doubt(action, walk) for action in new)))


def _doubt(action: Action, walk: Walk) -> Doubt:
    row = row_of(replace(walk, steps=()), action.key)
    seen = action.deed.seen if action.deed else ()
    found = ((column, value, row.cell(column)) for column, value in seen) if row else ()
    return Doubt(action, what_of(action, walk), tuple(Difference(*one) for one in found if not same(one[1], one[2])))


def what_of(action: Action, walk: Walk) -> str:
    """The action in a word or two."""
    known = (s.what for s in walk.steps if s.action.walk == action.walk and s.number == action.number)
    deed = action.deed
    said = deed.outcome or (deed.tried.value.replace("_", " ") if deed.tried else deed.note) if deed else ""
    return next(known, said or "…")


def differences(shown: Callback, fresh: Callback) -> tuple[Difference, ...]:
    """What a person changed on a card. A next time that the tool has reckoned anew is none."""
    found = [
        Difference(column, shown.cell(column), fresh.cell(column))
        for column in _SEEN
        if not same(shown.cell(column), fresh.cell(column))
    ]
    if all(one.column is Column.NEXT_CALLBACK for one in found) and fresh.next_source is not NextSource.PERSON:
        return ()
    return tuple(found)


def settled(walk: Walk, now: datetime, *, record: bool) -> Walk:
    """The first doubt decided: recorded on the row as it stands now, or left out."""
    doubt = walk.doubts[0]
    steps = tuple(
        replace(step, taken_back=True)
        if (step.action.walk, step.number) == (doubt.action.walk, doubt.action.number)
        else step
        for step in walk.steps
    )
    walk = replace(walk, doubts=walk.doubts[1:], steps=steps, asking=False)
    if not record or walk.card is None or doubt.action.deed is None:
        return replace(walk, passed=walk.passed | {doubt.action.key})
    deed = doubt.action.deed
    walk = with_step(walk, deed, doubt.what, deed.at or now, called=deed.tried is not None)
    return replace(walk, passed=walk.passed | {deed.key} if deed.closes else walk.passed)


@dataclass(frozen=True, slots=True)
class Tally:
    """A walk in numbers, callers each counted once; ``left`` are those of the list nobody got to."""

    called: int
    done: int
    waiting: int
    handed: int
    later: int
    left: int
    next_block: datetime | None


def tally(walk: Walk, now: datetime) -> Tally:
    """How many were called and what came of it. Of the callers not called: handed over, put off, left."""
    rows = {row.key: row for row in standing(walk)}
    latest: dict[str, Step] = {}
    for step in _counting(walk):
        latest[step.key] = step
    called = {step.key for step in _counting(walk) if step.called}
    closed = {key for key, step in latest.items() if not rows.get(key, step.after).open}
    handed = {key for key, step in latest.items() if step.action.deed and step.action.deed.owner} - closed
    rest = latest.keys() - closed - handed
    block = block_at(max(now, walk.ends_at), walk.shop)
    return Tally(
        called=len(called),
        done=len(closed),
        waiting=len(rest & called),
        handed=len(handed),
        later=len(rest - called),
        left=len(to_ring(walk)),
        next_block=block.start if block else None,
    )


def _counting(walk: Walk) -> Iterator[Step]:
    return (step for step in walk.steps if step.moves_on and not step.taken_back and step.action.deed)
