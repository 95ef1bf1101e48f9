"""Remind: look, claim in the sheet, look at what came back, send, mark. Whatever crashes, nothing goes out twice.

A claim is written before anything is sent; this machine notes in its own log that it begins to send, and what came of
it. What the sheet no longer learns from this run, a later one reads there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from callbacksheet.core.agenda import Agenda, Claim, Sender, plan_agenda
from callbacksheet.core.batch import Batch
from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import same
from callbacksheet.core.claims import claims_in
from callbacksheet.core.due import is_due
from callbacksheet.core.heartbeat import Heartbeat, is_stale, last_heartbeat
from callbacksheet.core.holding import Rules
from callbacksheet.core.identity import identify
from callbacksheet.core.jotting import jotted, with_lines
from callbacksheet.core.message import Address, Message, Verdict
from callbacksheet.core.model import Column
from callbacksheet.core.outbox import Entry, Fate, Logged, memo_of, no_memo, place_of, read_outbox, settled
from callbacksheet.core.plan import Plan, Run, plan_tidy
from callbacksheet.core.reminders import Scene, Team
from callbacksheet.core.shop import Shop
from callbacksheet.core.sight import see
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.core.state import State, read_state, state_of, write_state
from callbacksheet.core.telling import message_of
from callbacksheet.core.templates import Texts
from callbacksheet.errors import (
    BadRequestError,
    BusyError,
    CallbackSheetError,
    LayoutError,
    RefusedError,
    UnavailableError,
)
from callbacksheet.ports import Intents, Notifier, Sheet
from callbacksheet.runs.write import Patience, Road, reads_of

PAUSES = (0.0, 2.0, 8.0)
"""Seconds before each try of an address within one run."""
SENDING_SECONDS = 40.0
"""A run that is started each minute begins no more messages after this; the next one sees to them."""
_BETWEEN_LOOKS = 1.0
_LEASE_MARGIN = timedelta(minutes=1)
_WORKED = (Column.STATUS, Column.NEXT_CALLBACK, Column.ATTEMPTS, Column.OUTCOME)
"""Columns in which people say that they have acted on a row."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose sheet it is: the shop, when its people are told, who they are and where they are reached."""

    shop: Shop
    rules: Rules
    team: Team


@dataclass(frozen=True, slots=True)
class Post:
    """How messages go out. ``elapsed`` is in real seconds since this run began, a machine's sleep included."""

    notifier: Notifier
    intents: Intents
    texts: Callable[[], Texts]
    wait: Callable[[float], None]
    elapsed: Callable[[], float]
    dedupes: Callable[[Address], bool] = lambda address: False  # noqa: ARG005 - few services do

    @property
    def sender(self) -> Sender:
        return Sender(self.intents.owner, lambda entry: self.intents.logged(entry.log_key), self.dedupes)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one message in this run. ``news``: its failure is told now and not again each minute."""

    entry: Entry
    callbacks: tuple[Callback, ...]
    news: bool = True

    @property
    def unsent(self) -> bool:
        return self.news and self.entry.fate in (Fate.FAILED, Fate.HOLD)


@dataclass(slots=True)
class Reminded:
    """What a run did. ``plan`` is the queue as it should stand; ``meant`` what a dry run would have sent."""

    plan: Plan
    told: list[Told] = field(default_factory=list)
    meant: tuple[Claim, ...] = ()
    reads: int = 0
    writes: int = 0
    refused: CallbackSheetError | None = None
    unmarked: bool = False

    @property
    def unsent(self) -> list[Told]:
        return [told for told in self.told if told.unsent]


Choose = Callable[[Scene, State, Sender], Agenda]
"""What is to be sent now."""


def every_due(scene: Scene, state: State, sender: Sender) -> Agenda:
    """All that is due by the clock."""
    return plan_agenda(scene, state.book, sender)


def remind(
    sheet: Sheet,
    run: Run,
    desk: Desk,
    post: Post,
    choose: Choose = every_due,
    *,
    heartbeat: Heartbeat | None = None,
    first: Snapshot | None = None,
    dry: bool = False,
) -> Reminded:
    """Tell everybody what they are to be told now. Raises RefusedError for a sheet that was never tidied.

    ``first`` is a look taken already.
    """
    return _Round(sheet, run, desk, post, choose, heartbeat).go(first, dry=dry)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """One look, understood: what to send, and what to write before anything is sent.

    ``tidied``: the batch writes the rows as planned too. ``notes``: rows are due that must stand still first.
    """

    snapshot: Snapshot
    plan: Plan
    agenda: Agenda
    batch: Batch | None
    tidied: bool = False
    notes: bool = False
    refused: RefusedError | None = None


@dataclass(frozen=True, slots=True)
class _Marks:
    """What came of a run's messages, as a batch."""

    batch: Batch | None


class _Round:
    """One run, with its looks and writes counted."""

    def __init__(
        self, sheet: Sheet, run: Run, desk: Desk, post: Post, choose: Choose, heartbeat: Heartbeat | None
    ) -> None:
        self._sheet = sheet
        self._run = replace(run, background=True)
        self._desk = desk
        self._post = post
        self._choose = choose
        self._heartbeat = heartbeat
        self._known: dict[str, Entry] = {}
        self._fresh: dict[str, Entry] = {}
        self._since = 0

    @property
    def _now(self) -> datetime:
        """The moment of the run in UTC, whose minutes are all as long as each other."""
        return self._run.now.astimezone(UTC)

    def go(self, first: Snapshot | None, *, dry: bool) -> Reminded:
        self._since = (reads_of(self._sheet) or 0) - (first is not None)
        road = self._road(self._since)
        if first:
            road.looked()
        ready = self._prepared(first or self._looked(road), self._run)
        done = Reminded(ready.plan)
        if dry:
            done.meant = ready.agenda.claims
        else:
            ready = self._run_through(ready, road, done)
        done.refused = ready.refused
        done.reads = road.reads
        return done

    def _road(self, since: int) -> Road[_Prepared]:
        return Road(self._sheet, self._run, Patience(self._post.wait), since)

    def _run_through(self, ready: _Prepared, road: Road[_Prepared], done: Reminded) -> _Prepared:
        """Claim and send, some at a time where there are many; what came of some is written with the next claims."""
        texts = self._post.texts() if ready.agenda.claims else {}
        while True:
            ready, after = self._claimed(ready, road)
            if ready.notes and road.may_write:  # the answer is a second look at the rows just begun
                ready, after = self._claimed(self._prepared(after, self._run), road)
            done.writes += road.writes
            sent = self._sent(ready, after, texts)
            done.told += sent
            self._fresh |= {told.entry.key: told.entry for told in sent}
            self._fresh |= {entry.key: entry for entry in self._let_go(ready.agenda.claims)}
            if not ready.agenda.more or self._post.elapsed() > SENDING_SECONDS:
                break
            road = self._road(self._since)
            ready = self._prepared(after, self._run)
        done.plan = ready.plan
        done.told = [*self._settled_told(ready.plan), *done.told]
        done.unmarked = not self._marked(list(self._fresh.values()), after, done, road.writes)
        return ready

    def _looked(self, road: Road[_Prepared]) -> Snapshot:
        """A look, tried again while somebody is saving. Raises BusyError where the workbook stays open."""
        while True:
            try:
                return road.look()
            except BusyError:
                if not road.may_look:
                    raise
            self._post.wait(_BETWEEN_LOOKS)

    def _claimed(self, ready: _Prepared, road: Road[_Prepared]) -> tuple[_Prepared, Snapshot]:
        """Write the claims, reading anew where another run or a person was faster. Raises BusyError in the end."""
        snapshot = ready.snapshot
        first: _Prepared | None = ready
        while True:

            def plan_of(snapshot: Snapshot, run: Run) -> _Prepared:
                nonlocal first
                known, first = first, None
                return known or self._prepared(snapshot, run)

            try:
                settled, after, _ = road.settle(snapshot, plan_of)
                return settled, after
            except BusyError:
                if not road.may_write or not road.may_look:
                    raise
            self._post.wait(_BETWEEN_LOOKS)
            snapshot = road.look()

    def _prepared(self, snapshot: Snapshot, run: Run) -> _Prepared:
        if snapshot.state is None:
            raise RefusedError(
                "This tab was never tidied by callbacksheet, so nobody was told anything. Nothing was changed.",
                "Run `callbacksheet tidy` once: it shows what it would add, and asks.",
            )
        seen, state, sender = snapshot, state_of(snapshot), self._post.sender
        entries = read_outbox(state)
        fresh = _news(self._fresh.values(), entries)
        entries |= {entry.key: entry for entry in fresh}
        known = settled(entries.values(), self._now, sender.me, sender.log, self._dedupes)
        entries |= {entry.key: entry for entry in known}
        self._known |= {entry.key: entry for entry in known}
        learned = (*fresh, *known)
        if learned:
            state = state.with_memos(map(memo_of, learned))
            snapshot = replace(snapshot, state=write_state(state))
        plan, refused = self._planned(snapshot, run)
        agenda = self._choose(self._scene(plan, state, entries), state, sender)
        untried = [claim for claim in agenda.claims if claim.entry.key not in self._fresh]
        if refused:
            untried = [claim for claim in untried if not any(map(_is_news, claim.due.callbacks))]
        agenda = replace(agenda, claims=tuple(untried))
        memos = (*map(memo_of, (*learned, *agenda.written)), *map(no_memo, agenda.dropped))
        memos += self._sign_of_life(state, alone=not memos)
        notes = any(callback.key in plan.newcomers and is_due(callback, run.now) for callback in plan.queue)
        tidies = not refused and (notes or _must_tidy(agenda, learned))
        batch = self._batch(seen, plan if tidies else None, memos)
        return _Prepared(seen, plan, agenda, batch, tidies, tidies and notes, refused)

    def _scene(self, plan: Plan, state: State, entries: Mapping[str, Entry]) -> Scene:
        desk, ringing = self._desk, frozenset(claims_in(state, self._run.now))
        queue = [callback for callback in plan.queue if callback.key not in plan.newcomers]
        return Scene(queue, entries.values(), self._run.now, desk.shop, desk.rules, desk.team, ringing)

    def _batch(self, snapshot: Snapshot, plan: Plan | None, memos: Sequence[StateRow]) -> Batch | None:
        if plan is not None and plan.batch is not None:
            return with_lines(plan.batch, memos)
        return jotted(snapshot, memos, self._run.owner) if memos else None

    def _dedupes(self, entry: Entry) -> bool:
        places = self._desk.team.at(entry.to)
        return any(self._post.dedupes(one) for one in places if place_of(one.text) == entry.place)

    def _planned(self, snapshot: Snapshot, run: Run) -> tuple[Plan, RefusedError | None]:
        """The queue; and what a tidy would refuse to do now, which does not keep anybody from being told."""
        try:
            return plan_tidy(snapshot, run, self._desk.shop), None
        except RefusedError as refused:
            return plan_tidy(snapshot, replace(run, forced=True), self._desk.shop), refused

    def _sign_of_life(self, state: State, *, alone: bool) -> tuple[StateRow, ...]:
        if self._heartbeat is None or (alone and not is_stale(last_heartbeat(state), self._now)):
            return ()
        return (self._heartbeat.memo,)

    def _sent(self, ready: _Prepared, after: Snapshot, texts: Texts) -> list[Told]:
        """Send what is claimed, each address a few times. A claim whose turn does not come stays for the next run."""
        standing = _standing(ready, after, self._desk.shop, self._run.now)
        results: dict[str, Told] = {}
        waiting = list(ready.agenda.claims)
        texts = texts or (self._post.texts() if waiting else {})
        for pause in PAUSES:
            if not waiting:
                break
            self._post.wait(pause)
            again: list[Claim] = []
            for claim in waiting:
                if self._post.elapsed() > SENDING_SECONDS or not self._in_time(claim):
                    continue
                callbacks = [callback for callback in claim.due.callbacks if standing(callback)]
                if not callbacks:
                    continue
                told = self._try(claim, callbacks, texts, results.get(claim.entry.key))
                results[claim.entry.key] = told
                if told.entry.fate in (Fate.FAILED, Fate.CLAIMED) and not told.entry.given_up:
                    again.append(claim)
            waiting = again
        return list(results.values())

    def _let_go(self, claims: Sequence[Claim]) -> list[Entry]:
        """Claims whose turn did not come, or whose rows were acted on: surely not sent, so they are free again."""
        untouched = (claim.entry for claim in claims if claim.entry.key not in self._fresh and not claim.entry.doubt)
        logged = self._post.intents.logged
        free = (entry for entry in untouched if logged(entry.log_key) in (Logged.NOTHING, Logged.REFUSED))
        return [entry.now(Fate.CANCELLED if not entry.tries else Fate.FAILED, self._now) for entry in free]

    def _in_time(self, claim: Claim) -> bool:
        """Whether the claim is still ours: a machine that slept since must not send under it."""
        present = self._now + timedelta(seconds=self._post.elapsed())
        return present < claim.entry.lease - _LEASE_MARGIN

    def _try(self, claim: Claim, callbacks: Sequence[Callback], texts: Texts, before: Told | None) -> Told:
        entry = before.entry if before else claim.entry
        message = self._message(claim, callbacks, texts)
        self._post.intents.intend(entry.log_key)
        sent = self._post.notifier.send(message)
        self._post.intents.came_of(entry.log_key, sent.verdict)
        now, why = self._now, sent.why
        if sent.verdict is Verdict.ACCEPTED:
            entry = entry.now(Fate.SENT, now, why="")
        elif sent.verdict is Verdict.REFUSED and not entry.doubt:
            entry = entry.now(Fate.FAILED, now, tries=entry.tries + 1, why=why)
        elif sent.verdict is Verdict.UNKNOWN and self._post.dedupes(claim.address):
            entry = entry.now(Fate.CLAIMED, now, why=why)  # the same key again does no harm
        else:
            entry = entry.now(Fate.HOLD, now, doubt=True, why=why)
        return Told(entry, tuple(callbacks), news=claim.entry.tries == 0 or entry.given_up or entry.fate is Fate.HOLD)

    def _message(self, claim: Claim, callbacks: Sequence[Callback], texts: Texts) -> Message:
        desk, entry = self._desk, claim.entry
        occasion = claim.due.occasion(callbacks)
        names = desk.team.names
        return message_of(occasion, entry.key, entry.to, claim.address, names, desk.shop, self._run.now, texts)

    def _marked(self, fresh: Sequence[Entry], after: Snapshot, done: Reminded, spent: int) -> bool:
        """Write what came of it, with what the claims left of the run's writes and looks.

        False where that did not succeed, or nothing was left: the log of this machine tells the next run.
        """
        road: Road[_Marks] = Road(self._sheet, self._run, Patience(self._post.wait), self._since)
        road.writes = spent
        if fresh and not road.may_write:
            return False
        snapshot = after
        while fresh:
            try:
                road.settle(snapshot, lambda snapshot, run: _Marks(self._mark_batch(fresh, snapshot, run)))
                break
            except (BusyError, UnavailableError, BadRequestError, LayoutError):
                if not road.may_write or not road.may_look:
                    return False
            self._post.wait(_BETWEEN_LOOKS)
            try:
                snapshot = road.look()
            except CallbackSheetError:
                return False
        done.writes += road.writes - spent
        return True

    def _mark_batch(self, fresh: Sequence[Entry], snapshot: Snapshot, run: Run) -> Batch | None:
        """The marks; with what is not sure written into Check cells, where anything is."""
        memos = tuple(map(memo_of, _news(fresh, read_outbox(read_state(snapshot.state or ())))))
        if not memos or not any(map(_shows, fresh)):
            return self._batch(snapshot, None, memos)
        state = read_state(snapshot.state or ()).with_memos(memos)
        plan, refused = self._planned(replace(snapshot, state=write_state(state)), run)
        return self._batch(snapshot, None if refused else plan, memos)

    def _settled_told(self, plan: Plan) -> list[Told]:
        """Messages of earlier runs whose fate became known in this one."""
        rows = {callback.key: callback for callback in plan.queue}
        keys = [(entry, dict.fromkeys(one.mark.row for one in entry.about)) for entry in self._known.values()]
        return [Told(entry, tuple(rows[key] for key in of if key in rows)) for entry, of in keys]


def _must_tidy(agenda: Agenda, known: Iterable[Entry]) -> bool:
    """Whether claims alone would not do: rows whose key or time is not in the sheet, or something to tell in Check."""
    new = (callback for claim in agenda.claims if claim.new for callback in claim.due.callbacks)
    return any(map(_is_news, new)) or any(map(_shows, known))


def _shows(entry: Entry) -> bool:
    """Whether its fate is told on the row."""
    return entry.fate is Fate.HOLD or entry.given_up


def _is_news(callback: Callback) -> bool:
    """A row whose key or time does not stand in the sheet yet: the run that claims it must tidy."""
    base = callback.row.base
    if base is None:
        return True
    return (base.facts.next_at, base.facts.handed_at) != (callback.facts.next_at, callback.facts.handed_at)


def _standing(ready: _Prepared, after: Snapshot, shop: Shop, now: datetime) -> Callable[[Callback], bool]:
    """Whether nobody has acted on a row since it was looked at, by what the sheet answered to the claim.

    Each row is found again as the plan found it: its key may have been sorted or cut away from it, and stay so where
    tidying is refused. Of a tab that cannot be understood any more nobody can say that.
    """
    if ready.batch is None:
        return lambda _: True
    try:
        state = read_state(after.state or ())
        sight = see(after, state, now, shop.language)
    except LayoutError:
        return lambda _: False
    rows = {row.key: row for row in identify(sight.rows, sight.state).rows}

    def standing(callback: Callback) -> bool:
        row = rows.get(callback.key)
        expected = callback.cell if ready.tidied else callback.row.cell
        return row is not None and all(same(row.cell(column), expected(column)) for column in _WORKED)

    return standing


def _news(fresh: Iterable[Entry], known: Mapping[str, Entry]) -> list[Entry]:
    """What the sheet does not know yet of this run's messages.

    That one was sent is never taken back; all else is for this run to say only while the claim is still its own.
    """
    return [one for one in fresh if (there := known.get(one.key)) and there != one and _may_say(one, there)]


def _may_say(fresh: Entry, there: Entry) -> bool:
    if there.fate is Fate.SENT:
        return False
    return fresh.fate is Fate.SENT or (there.fate is Fate.CLAIMED and there.owner == fresh.owner)
