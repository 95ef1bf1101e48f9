"""One run of the simulation: a seed decides all of it. Turmoil first, then quiet, then the verdict."""

from __future__ import annotations

import copy as copying
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path
from random import Random

from callbacksheet.adapters.google import GoogleSheet
from callbacksheet.adapters.google_names import STATE_ID
from callbacksheet.adapters.texts import read_texts
from callbacksheet.core.holding import Rules
from callbacksheet.core.model import Language
from callbacksheet.core.plan import Run
from callbacksheet.core.shop import Hours, Shop
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import Base, in_order
from callbacksheet.errors import CallbackSheetError, LayoutError, RefusedError
from callbacksheet.runs.remind import Desk, Post, remind
from callbacksheet.runs.tidy import tidy
from callbacksheet.runs.write import Patience
from tests.runs.reminding import Log
from tests.sheets_server.book import Book
from tests.sheets_server.switches import FindMatches, Switches
from tests.sim import staff, verdict
from tests.sim.copies import Copy, Killed
from tests.sim.judge import Broken, Judge
from tests.sim.ledger import Ledger, text_in
from tests.sim.mail import TEAM, Mail, Provider, held, told_once
from tests.sim.speech import CALLERS, HEADERS, words_for
from tests.sim.verdict import Verdict
from tests.sim.wire import LOOK_FAULTS, Fault, Forecast, Network, Wire, fair
from tests.sim.world import START, TAB, ZONE, World

TEXTS = read_texts(Language.EN, Path("nowhere"))
SHOP = Shop(zone=ZONE, hours=Hours(), head="HD")
TITLE = "Callbacks"


@dataclass(frozen=True, slots=True)
class Rates:
    """How hostile the world is. The prototype's figures were measured at such rates."""

    steps: int = 90
    staff: float = 0.5
    look_fails: float = 0.06
    change_fails: float = 0.20
    change_lost: float = 0.65
    """Of the failing changes, those that nobody can tell the fate of."""
    killed: float = 0.03
    pause: float = 0.04


HOSTILE = Rates()
CALM = Rates(staff=0.9, look_fails=0, change_fails=0, killed=0, pause=0.02)


@dataclass
class Ended:
    """How one run of the tool ended."""

    who: str
    wire: Wire
    error: BaseException | None
    seconds: float


Way = Callable[["Stage", Copy, Wire, bool], None]
"""A way of changing the sheet: ours, or one to compare it with. The flag: a person asked for it."""


@dataclass
class Stage:
    """All the parts of one run of the simulation."""

    world: World
    judge: Judge
    network: Network
    copies: tuple[Copy, Copy]
    way: Way
    rates: Rates
    ended: list[Ended] = field(default_factory=list)
    adopted: bool = False
    forced: bool = False
    """A person has read the refusal, and insists."""
    reminds: bool = False
    bad_mail: bool = False
    """Messages meet with accidents although the way to the sheet is clear."""
    provider: Provider = field(default_factory=Provider)
    logs: dict[str, Log] = field(default_factory=dict)
    believed: dict[str, Base] = field(default_factory=dict)
    """What a known-bad variant takes for the base."""

    def now_of(self, copy: Copy) -> datetime:
        """What the clock of this machine says."""
        now = self.world.now + timedelta(minutes=copy.minutes_fast)
        return now.replace(second=0, microsecond=0)

    def patience(self, copy: Copy) -> Patience:
        """The tool waits in the world's time, and the world goes on meanwhile."""

        def pause(seconds: float) -> None:
            self.world.wait(seconds)
            copy.pause()

        return Patience(pause, lambda: self.world.now.timestamp())

    def begin(self, copy: Copy, *, person: bool) -> Wire:
        """Start the tool on this machine."""
        wire, started = Wire(self.network, copy), self.world.now
        self.world.tell(f"{copy.name} starts, {'by hand' if person else 'by cron'}")

        def run() -> None:
            error: BaseException | None = None
            try:
                self.way(self, copy, wire, person)
            except (CallbackSheetError, Killed) as failure:
                error = failure
            self.ended.append(Ended(copy.name, wire, error, (self.world.now - started).total_seconds()))
            self._after(copy, wire, error)

        copy.start(run)
        return wire

    def _after(self, copy: Copy, wire: Wire, error: BaseException | None) -> None:
        """I13 and I14, once a run is over."""
        name = type(error).__name__ if error else "done"
        self.world.tell(f"{copy.name} ends: {name}, {wire.reads} read, {wire.writes} written")
        self.forced = isinstance(error, RefusedError)
        if isinstance(error, (RefusedError, LayoutError)):
            if wire.applied:
                self.judge.say("I13", f"{name} after {wire.applied} writes", self.world)
            if not error.next:
                self.judge.say("I13", f"{name} names no remedy: {error}", self.world)
        if not self.adopted:
            self.adopted = error is None  # a first contact looks for the tab, and for its formats
            return
        if wire.reads > 3 or wire.writes > 3:
            self.judge.say("I14", f"{wire.reads} reads and {wire.writes} writes in one run", self.world)
        if error is None and not wire.faults and wire.reads > 3:
            self.judge.say("I14", f"{wire.reads} reads and {wire.writes} writes without a fault", self.world)


def ours(stage: Stage, copy: Copy, wire: Wire, person: bool) -> None:
    """The product itself: cron reminds, a person tidies, and cron tidies too."""
    sheet = GoogleSheet(wire, TITLE)
    if stage.reminds and not person and stage.world.rng.random() < 0.6:
        run_reminders(stage, copy, sheet)
    else:
        run_ours(stage, copy, sheet, person=person)


def run_reminders(stage: Stage, copy: Copy, sheet: GoogleSheet) -> None:
    world, started = stage.world, stage.world.now
    run = Run(stage.now_of(copy), owner=f"{copy.name}-{copy.runs}", background=True)
    copy.clock = run.now
    mail = Mail(
        stage.provider, copy, world.rng, world.tell, hostile=stage.bad_mail or stage.network.forecast is not fair
    )

    def wait(seconds: float) -> None:
        world.wait(seconds)
        copy.pause()

    post = Post(
        mail,
        stage.logs.setdefault(copy.name, Log(copy.name)),
        lambda: TEXTS,
        wait,
        lambda: (world.now - started).total_seconds(),
        lambda _: stage.provider.dedupes,
    )
    stage.forced = stage.forced or remind(sheet, run, Desk(SHOP, Rules(), TEAM), post).refused is not None


def run_ours(stage: Stage, copy: Copy, sheet: GoogleSheet, *, person: bool) -> None:
    run = Run(
        stage.now_of(copy),
        operator="OP" if person else "",
        owner=f"{copy.name}-{copy.runs}",
        background=not person,
        forced=person and stage.forced,
    )
    copy.clock = run.now
    tidy(sheet, run, SHOP, lambda _: True, patience=stage.patience(copy))


def weather(rng: Random, rates: Rates) -> Forecast:
    """Faults as the dice fall."""
    refused = (Fault.REFUSED, Fault.LOST)
    unsure = (Fault.LATER, Fault.LATER, Fault.APPLIED, Fault.RESET, Fault.CUT, Fault.TWICE)

    def forecast(_copy: str, kind: str) -> Fault:
        dice = rng.random()
        if kind == "look":
            if dice < rates.look_fails:
                return rng.choice(LOOK_FAULTS[:4])
            return Fault.KILLED if dice > 1 - rates.killed / 2 else Fault.NONE
        if dice < rates.change_fails * rates.change_lost:
            return rng.choice(unsure)
        if dice < rates.change_fails:
            return rng.choice(refused)
        if dice > 1 - rates.killed:
            return rng.choice((Fault.KILLED, Fault.KILLED_AFTER))
        return Fault.NONE

    return forecast


@lru_cache(maxsize=64)
def _opened(number: int, way: Way) -> tuple[Book, Ledger, int]:
    """A tab with some rows, set up and tidied once in peace. The same few beginnings serve every run."""
    rng = Random(number)
    book = Book.new("sim", "Front desk")
    book.pages.tabs[TAB].title = TITLE
    book.pages.tabs[TAB].rows = 30
    world = World(book, rng, Ledger(today=f"{START:%Y-%m-%d}"))
    tab = world.hand()
    for column, header in enumerate(HEADERS):
        world.write(tab, 0, column, header, None)
    for row in range(1, 7 + number % 4):
        record, caller = world.ledger.new_record(), rng.choice(CALLERS)
        for column, header in enumerate(HEADERS):
            if header in ("Name", "Phone", "Reason", "Received") or rng.random() < 0.35:
                text = words_for(rng, header, caller, world.token())
                if text and not text.startswith("="):
                    world.type_in(row, column, header, text, "Mary", record)
    stage = _stage(world, fair, way, HOSTILE)
    for copy in stage.copies:
        stage.begin(copy, person=True)
        copy.finish()
        judged(copy)
        if stage.ended[-1].error:
            raise stage.ended[-1].error
    if stage.judge.broken and way is ours:
        raise AssertionError(f"beginning {number}: {stage.judge.broken[0]}")
    return world.book, world.ledger, world.tokens


def _stage(world: World, forecast: Forecast, way: Way, rates: Rates) -> Stage:
    judge = Judge(by_effect=way is not ours)
    network = Network(world, forecast, judge.batch)
    return Stage(world, judge, network, (Copy("laptop"), Copy("cron")), way, rates)


def switches_for(rng: Random) -> Switches:
    """What nobody outside Google can know, drawn anew for each run."""
    return replace(
        Switches(),
        find_matches=rng.choice(tuple(FindMatches)),
        replacement_parsed=rng.random() < 0.5,
        find_matches_empty_cell=rng.random() < 0.5,
        zero_counts_omitted=rng.random() < 0.5,
        typing_follows_moves=rng.random() < 0.7,
        typing_follows_sorts=rng.random() < 0.3,
        absent_named_range_refused=rng.random() < 0.5,
        lost_named_range_blocks=rng.random() < 0.5,
        metadata_follows_sort=rng.random() < 0.5,
    )


def set_up(seed: int, way: Way = ours, rates: Rates = HOSTILE, *, telling: bool = False) -> Stage:
    """The stage on which this seed's story is told."""
    rng = Random(seed)
    book, ledger, tokens = _opened(rng.randrange(8), way)
    book = book.fork()
    book.pages.switches = switches_for(rng)
    world = World(book, rng, copying.deepcopy(ledger), now=START + timedelta(minutes=15), tokens=tokens)
    world.typed_at = world.now
    world.story = [] if telling else None
    stage = _stage(world, weather(rng, rates), way, rates)
    stage.reminds = way is ours and rng.random() < 0.3
    stage.provider.dedupes = rng.random() < 0.3
    for copy in stage.copies:
        copy.minutes_fast = rng.choice((0, 0, 0, 3, -3, 10, -10))
    stage.judge.begin(world)
    stage.adopted = True
    return stage


def play(seed: int, way: Way = ours, rates: Rates = HOSTILE, *, telling: bool = False) -> tuple[Verdict, Stage]:
    """Run the seed to its end, and judge it."""
    stage = set_up(seed, way, rates, telling=telling)
    turmoil(stage)
    return quiet(stage), stage


def turmoil(stage: Stage) -> None:
    world, rng, rates = stage.world, stage.world.rng, stage.rates
    for step in range(rates.steps):
        world.step = step
        world.wait(rng.choice((1, 2, 5, 10, 20)))
        dice = rng.random()
        if dice < rates.staff:
            staff.act(world)
        elif dice < rates.staff + 0.04 and stage.network.late:
            stage.network.deliver()
        elif dice < rates.staff + 0.04 + rates.pause:
            world.wait(rng.choice((600, 1800, 3600)))
            world.tell(f"time passes: it is {world.now:%H:%M}")
        else:
            _tool_moves(stage, rng)


def _tool_moves(stage: Stage, rng: Random) -> None:
    copy = rng.choice(stage.copies)
    if not copy.busy:
        stage.begin(copy, person=rng.random() < 0.5)
    elif rng.random() < stage.rates.killed:
        stage.world.tell(f"{copy.name} is switched off")
        copy.kill()
        return
    copy.step()
    judged(copy)


def judged(copy: Copy) -> None:
    """A failure of the program itself ends the simulation."""
    if copy.failure is not None and not copy.busy:
        failure, copy.failure = copy.failure, None
        raise failure


def quiet(stage: Stage) -> Verdict:
    """Everybody commits and goes home, what is under way arrives, and the tool runs in peace until nothing is left."""
    world, judge = stage.world, stage.judge
    world.step += 1
    while world.editors:
        world.commit(world.editors[0])
    stage.network.forecast = fair
    for copy in stage.copies:
        copy.finish()
        judged(copy)
        copy.minutes_fast = 0
    while stage.network.late:
        stage.network.deliver()
    world.tell("all is quiet")
    result = Verdict()
    figures = result.figures
    figures.faults = sum(ended.wire.faults for ended in stage.ended)
    _recover(stage, result)
    _settle(stage, result)
    figures.runs = 1
    figures.edits = len(world.ledger.edits)
    figures.batches, figures.calls, figures.misplaced = judge.batches, stage.network.calls, len(judge.misplaced)
    figures.covered = judge.hidden
    figures.displaced = sum(edit.displaced for edit in world.ledger.edits)
    world.ledger.look(world.lines())
    verdict.visible(world, judge, result)
    verdict.belongs(world, judge, result)
    verdict.unique(world, result)
    verdict.in_order(world, result)
    verdict.asked_about(world, result)
    verdict.replayed(world, judge, result)
    result.broken[:0] = judge.broken
    return result


def _recover(stage: Stage, result: Verdict) -> None:
    """I12: each machine reminds again, once every claim has run out; then no message is in between any more.

    At first, once more, machines go down and messages are lost: in the turmoil few runs get as far as sending, and
    what one machine leaves in between is what the other must not send again.
    """
    if not stage.reminds:
        return
    world = stage.world
    for turn, copy in enumerate(stage.copies * 3):
        stage.bad_mail = turn < len(stage.copies)
        world.wait(900)
        copy.start(partial(run_reminders, stage, copy, GoogleSheet(Wire(stage.network, copy), TITLE)))
        copy.finish()
        failure, copy.failure = copy.failure, None
        stage.forced = stage.forced or isinstance(failure, RefusedError)
        if stage.forced:  # somebody reads what the reminder says of the tab, and insists
            stage.begin(copy, person=True)
            copy.finish()
        elif failure is not None and not isinstance(failure, Killed):
            raise failure
    rows = state_rows(world)
    result.broken += told_once(stage.provider, rows, world.step)
    result.figures.reminders = sum(stage.provider.accepted.values())
    result.figures.reminded_twice = sum(count > 1 for count in stage.provider.accepted.values())
    result.figures.held = held(rows)


def state_rows(world: World) -> tuple[StateRow, ...]:
    """The state tab as the product reads it."""
    tab = world.book.pages.tabs[STATE_ID]
    texts = [[text_in(cell) for cell in row] for row in tab.grid]
    return in_order(StateRow(row[0], "".join(row[1:2]), "".join(row[2:])) for row in texts if any(row))


def _settle(stage: Stage, result: Verdict) -> None:
    """I6, at two moments: what was typed on a row merged away waits for a second look a minute later, and its key for
    ten quiet minutes. Only then nothing waits any more, which is what quiescence means.
    """
    for seconds in (3600, 900):
        stage.world.wait(seconds)
        if not _reaches_a_fixpoint(stage, result):
            return


def _reaches_a_fixpoint(stage: Stage, result: Verdict) -> bool:
    """At most five runs until one writes nothing, and then the other machine writes nothing either."""
    world = stage.world
    for number in range(6):
        copy = stage.copies[number % 2]
        if not _clean(stage, copy, result).writes:
            break
    else:
        result.figures.unfinished += 1
        result.broken.append(Broken("I6", "five clean runs, and the sixth still wrote", world.step))
        return False
    for copy in stage.copies:
        wire = _clean(stage, copy, result)
        looks = 2 if world.book.pages.formulas else 1  # what formulas show is asked for separately
        if wire.writes or wire.reads > looks:
            result.figures.second_writes += 1
            what = f"at the fixpoint {copy.name} made {wire.reads} reads and {wire.writes} writes"
            result.broken.append(Broken("I6", what, world.step))
    return True


def _clean(stage: Stage, copy: Copy, result: Verdict) -> Wire:
    stage.world.step += 1
    wire = stage.begin(copy, person=True)
    copy.finish()
    judged(copy)
    if isinstance(stage.ended[-1].error, RefusedError):
        wire = stage.begin(copy, person=True)
        copy.finish()
        judged(copy)
    if stage.ended[-1].error:
        result.broken.append(Broken("I6", f"a run in peace ended so: {stage.ended[-1].error}", stage.world.step))
    return wire
