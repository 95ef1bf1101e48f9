"""Recording what is done in a walk: each action exactly once, claims behind the fence, what others did told back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from callbacksheet.core.callback import Callback
from callbacksheet.core.claims import LASTS, Claim, claimed, claims_in, ended, released
from callbacksheet.core.decide import Decision
from callbacksheet.core.deeds import Deed, changed_since
from callbacksheet.core.history import Change
from callbacksheet.core.hours import before
from callbacksheet.core.model import Column, NextSource
from callbacksheet.core.plan import Plan, Run, plan_tidy
from callbacksheet.core.settle import overtaken
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.core.state import State
from callbacksheet.core.undo import UndoPlan, plan_take_back
from callbacksheet.core.walk_log import Action, Mark, mark_memo, mark_of, marks_in, old_marks
from callbacksheet.errors import CallbackSheetError, RefusedError
from callbacksheet.ports import Sheet
from callbacksheet.runs.tidy import Agree
from callbacksheet.runs.write import reads_of, settle_write

Choose = Callable[[Sequence[Callback], Mapping[str, str]], Sequence[str]]
"""Picks the rows to hold, from the queue as it stands and the rows that others hold (whose initials)."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Which rows one walk wants for itself."""

    walk: str
    by: str
    choose: Choose


@dataclass(frozen=True, slots=True)
class Recorded:
    """How the sheet stands after a look and what was written.

    ``overtaken`` are actions not done, because their row was changed or left meanwhile; ``left_out`` are cells that
    somebody typed in at that very moment. ``held`` are the rows of this walk, ``taken`` those of others.
    """

    plan: Plan
    snapshot: Snapshot
    upto: Mapping[str, int]
    overtaken: tuple[Action, ...] = ()
    left_out: tuple[Change, ...] = ()
    held: frozenset[str] = frozenset()
    taken: Mapping[str, str] = field(default_factory=dict)
    written: int = 0

    @property
    def queue(self) -> tuple[Callback, ...]:
        return self.plan.queue


def record(
    sheet: Sheet, actions: Sequence[Action], claims: Claims | None, run: Run, shop: Shop, agree: Agree
) -> Recorded:
    """Tidy, do these actions in their order, and hold the rows that are wanted. What was done before is not done again.

    Raises BusyError, UnavailableError or SetupError where not all of it could be written; what was stays written.
    """
    since = reads_of(sheet)
    snapshot = sheet.read()
    left_out: tuple[Change, ...] = ()
    writes = 0
    while True:
        write = _Write(actions, claims, shop, agree)
        written = settle_write(sheet, write.plan, run, first_look=snapshot, since=since)
        snapshot, plan = written.after, written.plan
        writes += written.landed
        if isinstance(plan, UndoPlan):
            continue
        if written.landed:
            left_out += overtaken(plan.reached, snapshot.tab, shop)
        if not write.more:
            break
    if written.landed and snapshot.shared:
        snapshot = _finished(sheet, snapshot, run, shop)
    known = marks_in(snapshot.state or ())
    marks = {action.walk: known.get(action.walk, Mark()) for action in actions}
    return Recorded(
        plan,
        snapshot,
        {walk: mark.upto for walk, mark in marks.items()},
        tuple(a for a in actions if a.deed and a.number in marks[a.walk].overtaken),
        left_out,
        write.notes.held,
        write.notes.taken,
        writes,
    )


def _finished(sheet: Sheet, snapshot: Snapshot, run: Run, shop: Shop) -> Snapshot:
    """What had to wait on a shared sheet until the answer to the last write; it may wait for the next run too."""
    run = replace(run, continues=True)
    try:
        return settle_write(sheet, lambda seen, given: plan_tidy(seen, given, shop), run, first_look=snapshot).after
    except CallbackSheetError:
        return snapshot


def _freed(part: _Part, plan: Plan) -> _Part:
    """The same where a deed was overtaken by nobody but the tool, which has moved the row's next time meanwhile."""
    rows = {row.key: row for row in plan.queue}

    def free(action: Action) -> Action:
        deed, row = action.deed, rows.get(action.key)
        if deed is None or row is None or row.next_source is NextSource.PERSON:
            return action
        if changed_since(row.row, deed) != (Column.NEXT_CALLBACK,):
            return action
        seen = tuple(cell for cell in deed.seen if cell[0] is not Column.NEXT_CALLBACK)
        return replace(action, deed=replace(deed, seen=seen))

    actions = tuple(free(action) for action in part.actions)
    going = {id(deed) for deed in part.deeds}
    deeds = (new.deed for old, new in zip(part.actions, actions, strict=True) if id(old.deed) in going)
    return _Part(actions, tuple(deed for deed in deeds if deed))


class _Write:
    """One write of several, planned anew for whatever stands in the sheet: as many actions as may go together."""

    def __init__(self, actions: Sequence[Action], claims: Claims | None, shop: Shop, agree: Agree) -> None:
        self._actions = actions
        self._claims = claims
        self._shop = shop
        self._agree = agree
        self.more = False

    def _planned(self, part: _Part, seen: Snapshot, run: Run) -> Plan:
        self.notes = _Notes(part, self._claims, run)
        return plan_tidy(seen, run, self._shop, deeds=part.deeds, memos=self.notes.keep)

    def plan(self, seen: Snapshot, run: Run) -> Plan | UndoPlan:
        marks = marks_in(seen.state or ())
        todo = [action for action in self._actions if action.number > marks.get(action.walk, Mark()).upto]
        part = _first_part(todo)
        self.more = len(part.actions) < len(todo)
        if part.taken_back:
            return _take_back(seen, marks[part.taken_back.walk], part.taken_back, run, self._shop)
        plan = self._planned(part, seen, run)
        if plan.overtaken and (freed := _freed(part, plan)) != part:
            plan = self._planned(freed, seen, run)
        if plan.batch is not None and plan.adopts and not self._agree(plan):
            raise RefusedError(
                "This tab was never tidied by callbacksheet, and nobody agreed to its additions. Nothing was changed.",
                "Look at the plan with --dry-run, then agree with --yes.",
            )
        return plan


@dataclass(frozen=True, slots=True)
class _Part:
    """Actions that go into one write; or one written before that is taken back, in a write of its own."""

    actions: tuple[Action, ...]
    deeds: tuple[Deed, ...] = ()
    taken_back: Action | None = None

    def of(self, deeds: Sequence[Deed]) -> tuple[Action, ...]:
        """The actions that these deeds are."""
        return tuple(action for action in self.actions if any(action.deed is deed for deed in deeds))


def _first_part(todo: Sequence[Action]) -> _Part:
    """As many actions as may go together: one for each row, since the next one on it was chosen after the first."""
    waiting = {(a.walk, a.number) for a in todo}
    cancelled = {(a.walk, a.takes_back) for a in todo if a.takes_back} & waiting
    part: list[Action] = []
    deeds: dict[str, Deed] = {}
    for action in todo:
        if action.takes_back and (action.walk, action.takes_back) not in cancelled:
            return _Part(tuple(part), tuple(deeds.values())) if part else _Part((action,), taken_back=action)
        if action.deed and (action.walk, action.number) not in cancelled:
            if action.key in deeds:
                break
            deeds[action.key] = action.deed
        part.append(action)
    return _Part(tuple(part), tuple(deeds.values()))


def _take_back(seen: Snapshot, mark: Mark, action: Action, run: Run, shop: Shop) -> UndoPlan:
    """Give one row back what it held before an earlier action. What somebody changed since stays."""
    name = mark.runs.get(action.takes_back, "")
    memo = mark_memo(action.walk, mark.with_done(action.number, run.now, ""))
    return plan_take_back(seen, name, action.key, (memo,), run, shop)


class _Notes:
    """The lines of the state that go with one write: who holds which row, and how far each walk came."""

    def __init__(self, part: _Part, claims: Claims | None, run: Run) -> None:
        self._part = part
        self._claims = claims
        self._run = run
        self.held: frozenset[str] = frozenset()
        self.taken: Mapping[str, str] = {}

    def keep(self, decision: Decision, state: State) -> tuple[StateRow, ...]:
        now = self._run.now
        return (*ended(state, now), *self._held(decision, state), *self._marks(decision, state), *old_marks(state, now))

    def _held(self, decision: Decision, state: State) -> list[StateRow]:
        claims, now = self._claims, self._run.now
        if claims is None:
            return []
        holding = claims_in(state, now)
        mine = {key: claim for key, claim in holding.items() if claim.run == claims.walk}
        self.taken = {key: claim.by for key, claim in holding.items() if key not in mine}
        wanted = claims.choose(decision.queue, self.taken)
        self.held = frozenset(wanted)
        fresh = [key for key in wanted if key not in mine or not _lasting(mine[key], now)]
        gone = [key for key in mine if key not in self.held]
        return [*(claimed(key, claims.by, claims.walk, now) for key in fresh), *(released(key) for key in gone)]

    def _marks(self, decision: Decision, state: State) -> list[StateRow]:
        memos = []
        for walk in dict.fromkeys(action.walk for action in self._part.actions):
            own = [action for action in self._part.actions if action.walk == walk]
            lost = {action.number for action in self._part.of(decision.overtaken) if action.walk == walk}
            done = [action.number for action in self._part.of(self._part.deeds) if action.walk == walk]
            mark = mark_of(state, walk).with_done(
                max(action.number for action in own),
                self._run.now,
                f"R{state.runs + 1}",
                done=(number for number in done if number not in lost),
                overtaken=lost,
            )
            memos.append(mark_memo(walk, mark))
        return memos


def _lasting(claim: Claim, now: datetime) -> bool:
    """Whether a claim need not be renewed yet."""
    return before(now + LASTS / 2, claim.until)
