"""Remind: look, claim in the sheet, look at what came back, send, mark. Whatever crashes, nothing goes out twice.

A claim is written before anything is sent; this machine notes in its own log that it begins to send, and what came of
it. What the sheet no longer learns from this run, a later one reads there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from callbacksheet.core.agenda import Agenda, Claim, Sender, plan_agenda
from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import same
from callbacksheet.core.claims import claims_in
from callbacksheet.core.heartbeat import Heartbeat, is_stale, last_heartbeat
from callbacksheet.core.holding import Rules
from callbacksheet.core.jotting import jotted, with_lines
from callbacksheet.core.layout import find_layout
from callbacksheet.core.message import Address, Message, Verdict
from callbacksheet.core.model import Column
from callbacksheet.core.outbox import Entry, Fate, memo_of, no_memo, place_of, read_outbox, settled
from callbacksheet.core.plan import Plan, Run, plan_tidy
from callbacksheet.core.reminders import Scene, Team
from callbacksheet.core.rows import data_rows
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.core.state import State, read_state, write_state
from callbacksheet.core.telling import message_of
from callbacksheet.core.templates import Texts
from callbacksheet.errors import BusyError, CallbackSheetError, LostError, RefusedError
from callbacksheet.ports import Intents, Notifier, Sheet

PAUSES = (0.0, 2.0, 8.0)
"""Seconds before each try of an address within one run."""
SENDING_SECONDS = 40.0
"""A run that is started each minute begins no more messages after this; the next one sees to them."""
MOST_LOOKS = 3
MOST_WRITES = 3
_BETWEEN_WRITES = 1.0
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
    dry: bool = False,
) -> Reminded:
    """Tell everybody what they are to be told now. Raises RefusedError for a sheet that was never tidied."""
    return _Round(sheet, run, desk, post, choose, heartbeat).go(dry=dry)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """One look, understood: what to send, what stands in the outbox, and the batch to write first, if any."""

    snapshot: Snapshot
    plan: Plan
    agenda: Agenda
    known: tuple[Entry, ...]
    memos: tuple[StateRow, ...]
    tidies: bool
    refused: RefusedError | None = None


class _Round:
    """One run, with its looks and writes counted."""

    def __init__(
        self, sheet: Sheet, run: Run, desk: Desk, post: Post, choose: Choose, heartbeat: Heartbeat | None
    ) -> None:
        self._sheet = sheet
        self._run = run
        self._desk = desk
        self._post = post
        self._choose = choose
        self._heartbeat = heartbeat
        self._reads = 0
        self._writes = 0

    @property
    def _now(self) -> datetime:
        """The moment of the run in UTC, whose minutes are all as long as each other."""
        return self._run.now.astimezone(UTC)

    def go(self, *, dry: bool) -> Reminded:
        ready = self._prepared(self._read())
        done = Reminded(ready.plan, refused=ready.refused)
        if dry:
            done.meant = ready.agenda.claims
        else:
            texts = self._post.texts() if ready.agenda.claims else {}
            ready, after = self._claimed(ready)
            done.plan, done.refused = ready.plan, ready.refused
            done.told = [*_settled_told(ready), *self._sent(ready, after, texts)]
            done.unmarked = not self._marked(done.told, after, ready)
        done.reads, done.writes = self._reads, self._writes
        return done

    def _read(self) -> Snapshot:
        """A look, tried again while somebody is saving. Raises BusyError where the workbook stays open."""
        for _ in range(MOST_LOOKS - 1):
            self._reads += 1
            try:
                return self._sheet.read()
            except BusyError:
                self._post.wait(_BETWEEN_WRITES)
        self._reads += 1
        return self._sheet.read()

    def _prepared(self, snapshot: Snapshot) -> _Prepared:
        if snapshot.state is None:
            raise RefusedError(
                "This tab was never tidied by callbacksheet, so nobody was told anything. Nothing was changed.",
                "Run `callbacksheet tidy` once: it shows what it would add, and asks.",
            )
        state, now, sender = read_state(snapshot.state), self._now, self._post.sender
        entries = read_outbox(state)
        known = settled(entries.values(), now, sender.me, sender.log, self._dedupes)
        entries |= {entry.key: entry for entry in known}
        if known:
            state = state.with_memos(map(memo_of, known))
            snapshot = replace(snapshot, state=write_state(state))
        plan, refused = self._planned(snapshot)
        desk, ringing = self._desk, frozenset(claims_in(state, now))
        scene = Scene(plan.queue, entries.values(), self._run.now, desk.shop, desk.rules, desk.team, ringing)
        agenda = self._choose(scene, state, sender)
        tidies = any(_is_news(callback) for claim in agenda.claims if claim.new for callback in claim.due.callbacks)
        if refused and tidies:
            kept = tuple(claim for claim in agenda.claims if not any(map(_is_news, claim.due.callbacks)))
            agenda, tidies = replace(agenda, claims=kept), False
        tidies = tidies or (any(map(_shows, known)) and not refused)
        memos = (*map(memo_of, (*known, *agenda.written)), *map(no_memo, agenda.dropped))
        memos += self._sign_of_life(state, alone=not memos)
        return _Prepared(snapshot, plan, agenda, tuple(known), memos, tidies, refused)

    def _dedupes(self, entry: Entry) -> bool:
        places = self._desk.team.at(entry.to)
        return any(self._post.dedupes(one) for one in places if place_of(one.text) == entry.place)

    def _planned(self, snapshot: Snapshot) -> tuple[Plan, RefusedError | None]:
        """The queue; and what a tidy would refuse to do now, which does not keep anybody from being told."""
        try:
            return plan_tidy(snapshot, self._run, self._desk.shop), None
        except RefusedError as refused:
            return plan_tidy(snapshot, replace(self._run, forced=True), self._desk.shop), refused

    def _sign_of_life(self, state: State, *, alone: bool) -> tuple[StateRow, ...]:
        if self._heartbeat is None or (alone and not is_stale(last_heartbeat(state), self._now)):
            return ()
        return (self._heartbeat.memo,)

    def _claimed(self, ready: _Prepared) -> tuple[_Prepared, Snapshot]:
        """Write the claims, reading anew where another run or a person was faster. Raises BusyError in the end."""
        while ready.memos:
            try:
                return ready, self._applied(ready.snapshot, ready.memos, ready.plan if ready.tidies else None)
            except (BusyError, LostError):
                if self._writes >= MOST_WRITES:
                    raise
            self._post.wait(_BETWEEN_WRITES)
            ready = self._prepared(self._read())
        return ready, ready.snapshot

    def _applied(self, snapshot: Snapshot, memos: Sequence[StateRow], plan: Plan | None) -> Snapshot:
        self._writes += 1
        if plan is not None and plan.batch is not None:
            return self._sheet.apply(with_lines(plan.batch, memos))
        return self._sheet.apply(jotted(snapshot, memos, self._run.owner))

    def _sent(self, ready: _Prepared, after: Snapshot, texts: Texts) -> list[Told]:
        """Send what is claimed, each address a few times. A claim whose turn does not come stays for the next run."""
        standing = _standing(ready, after, self._desk.shop)
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

    def _marked(self, told: Sequence[Told], after: Snapshot, ready: _Prepared) -> bool:
        """Write what came of it. False where that did not succeed: the log of this machine tells the next run."""
        if len(told) == len(ready.known):
            return True
        fresh = [one.entry for one in told[len(ready.known) :]]
        snapshot = after
        while True:
            try:
                memos = _still_news(fresh, snapshot)
                if memos:
                    self._applied(snapshot, memos, self._flagged(snapshot, memos, fresh))
                return True
            except (BusyError, LostError):
                if self._writes > MOST_WRITES:
                    return False
            self._post.wait(_BETWEEN_WRITES)
            try:
                snapshot = self._read()
            except CallbackSheetError:
                return False

    def _flagged(self, snapshot: Snapshot, memos: Sequence[StateRow], fresh: Iterable[Entry]) -> Plan | None:
        """The plan that also writes into Check cells what is not sure; None where nothing of that kind happened."""
        if not any(map(_shows, fresh)) or snapshot.state is None:
            return None
        state = read_state(snapshot.state).with_memos(memos)
        plan, refused = self._planned(replace(snapshot, state=write_state(state)))
        return None if refused else plan


def _shows(entry: Entry) -> bool:
    """Whether its fate is told on the row."""
    return entry.fate is Fate.HOLD or entry.given_up


def _settled_told(ready: _Prepared) -> list[Told]:
    rows = {callback.key: callback for callback in ready.plan.queue}
    return [
        Told(entry, tuple({one.mark.row: rows[one.mark.row] for one in entry.about if one.mark.row in rows}.values()))
        for entry in ready.known
    ]


def _is_news(callback: Callback) -> bool:
    """A row whose key or time does not stand in the sheet yet: the run that claims it must tidy."""
    base = callback.row.base
    if base is None:
        return True
    return (base.facts.next_at, base.facts.handed_at) != (callback.facts.next_at, callback.facts.handed_at)


def _standing(ready: _Prepared, after: Snapshot, shop: Shop) -> Callable[[Callback], bool]:
    """Whether nobody has acted on a row since it was looked at, by what the sheet answered to the claim."""
    if after is ready.snapshot:
        return lambda _: True
    layout = find_layout(after.tab, shop.language)
    rows = {row.text(Column.ID): row for row in data_rows(after.tab, layout)}

    def standing(callback: Callback) -> bool:
        row = rows.get(callback.key)
        expected = callback.cell if ready.tidies else callback.row.cell
        return row is not None and all(same(row.cell(column), expected(column)) for column in _WORKED)

    return standing


def _still_news(fresh: Iterable[Entry], snapshot: Snapshot) -> tuple[StateRow, ...]:
    """What the sheet does not know yet of this run's messages; that one was sent is never taken back."""
    known: Mapping[str, Entry] = read_outbox(read_state(snapshot.state or ()))
    news = (entry for entry in fresh if known.get(entry.key) != entry)
    return tuple(memo_of(entry) for entry in news if not (entry.key in known and known[entry.key].fate is Fate.SENT))
