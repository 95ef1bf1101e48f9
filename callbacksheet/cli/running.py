"""The tool in the foreground: a heartbeat each second, a round each minute, ended by a signal within a second."""

from __future__ import annotations

import gc
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import FrameType

import schedule

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.day_end import left_page
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.envelope import Failure, Json, failures_of
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.reminded import failures, told_lines
from callbacksheet.cli.reminders import due_line
from callbacksheet.cli.render import show
from callbacksheet.cli.saying import count
from callbacksheet.cli.sending import send_with
from callbacksheet.core.day_end import closing, left
from callbacksheet.core.due import is_due
from callbacksheet.core.hours import before
from callbacksheet.core.plan import Plan
from callbacksheet.errors import CallbackSheetError, UnsentError
from callbacksheet.runs.remind import Reminded, every_due
from callbacksheet.runs.rota import Rota
from callbacksheet.runs.tidy import Tidied, tidy
from callbacksheet.wiring import reminding, sole_sender, texts_of

GRACE = 0.7
"""Seconds that a round under way may take to end by itself when the tool is told to stop."""
AGAIN = 0.1
"""Seconds between further tries to end it: an interruption within a destructor is lost."""
SAID_AGAIN = 3600.0
"""Seconds before the same trouble is told again."""
_BEAT = 1


@dataclass(slots=True)
class Tally:
    """What was done since the start."""

    rounds: int = 0
    tidied: int = 0
    sent: int = 0
    failed: int = 0
    unknown: int = 0
    exit_code: int = 0
    errors: list[Failure] = field(default_factory=list)

    @property
    def plain(self) -> dict[str, Json]:
        names = ("rounds", "tidied", "sent", "failed", "unknown")
        return {name: getattr(self, name) for name in names}


class Service:
    """One desk looked after by itself. Each round reads the configuration anew."""

    def __init__(self, context: Context) -> None:
        self._shell = context.shell
        self._options = context.options
        self._stop = threading.Event()
        self._rota = Rota()
        self._tally = Tally()
        self._beaten = ""
        self._minute: datetime | None = None
        self._said: dict[str, float] = {}
        self._told: set[tuple[str, datetime | None]] = set()
        self._day_told: object = None

    def run(self, *, once: bool = False) -> Result:
        """Rounds until a signal comes. What is wrong with the configuration at the start ends it at once."""
        context = self._context()
        if reminding(context.settings).team.reachable:
            texts_of(context.settings)
        gc.enable()  # which a program that lives seconds does without
        if once:
            self._round()
            return self._end(once=True)
        self._say(Line(f"Looking after {open_desk(context, look_only=True).name}. Ctrl+C ends it."))
        with self._signals():
            self._beat_until_stopped()
        return self._end()

    def _end(self, *, once: bool = False) -> Result:
        tally = self._tally
        done = (
            f"{count(tally.rounds, 'round')}, {count(tally.sent, 'message')} sent, tidied {count(tally.tidied, 'time')}"
        )
        page = (Line(f"{'Done' if once else 'Stopped'}: {done}."),)
        if not once:
            return Result(tally.plain, page)
        return Result(tally.plain, page, exit_code=tally.exit_code, errors=tuple(tally.errors))

    def _context(self) -> Context:
        return Context(self._shell, self._options)

    def _beat_until_stopped(self) -> None:
        """``schedule`` keeps the beat. It counts in wall time, so a clock that was set back starts it anew."""
        beat = schedule.Scheduler()
        while not self._stop.is_set():
            idle = beat.idle_seconds
            if idle is None or idle > 2 * _BEAT:
                beat.clear()
                beat.every(_BEAT).seconds.do(self._on_beat)
                self._on_beat()
            beat.run_pending()
            self._stop.wait(max(0.05, min(_BEAT, beat.idle_seconds or 0)))

    def _on_beat(self) -> None:
        """The one guarded job: a round whenever the minute has changed, in whichever direction."""
        minute = self._options.now or self._shell.clock().replace(second=0, microsecond=0).isoformat()
        if minute != self._beaten:
            self._beaten = minute
            with self._guarded("round"):
                self._minute = self._context().now
                self._round()

    def _round(self) -> None:
        self._tally.rounds += 1
        for what, job in (("remind", self._remind), ("tidy", self._tidy)):
            if not self._stop.is_set():
                with self._guarded(what):
                    job(self._context())
        gc.collect()

    @contextmanager
    def _guarded(self, what: str) -> Iterator[None]:
        """Whatever goes wrong in a job is told, and the next one goes on."""
        try:
            yield
        except CallbackSheetError as error:
            self._trouble(failures_of(error), error.exit_code)
        except Exception as error:  # noqa: BLE001 - one job's bug must not keep people from being reminded
            said = f"A bug in {what} ({type(error).__name__}); everything else goes on."
            self._trouble((Failure("bug", said, "Report it, please."),), 1)

    def _trouble(self, wrong: tuple[Failure, ...], code: int) -> None:
        self._tally.errors += wrong
        self._tally.exit_code = max(self._tally.exit_code, code)
        now = time.monotonic()
        for failure in wrong:
            text = f"{failure.message} {failure.next}".strip()
            if now - self._said.get(text, -SAID_AGAIN) >= SAID_AGAIN:
                self._said[text] = now
                show((Line(f"{self._clock()} {text}", Tone.BAD),), self._shell.err)
                self._shell.err.flush()

    def _clock(self) -> str:
        return f"{self._minute or self._context().now:%H:%M}"

    def _say(self, *page: Line) -> None:
        if page and not self._shell.json:
            show(tuple(replace(line, text=f"{self._clock()} {line.text}") for line in page), self._shell.out)
            self._shell.out.flush()

    def _remind(self, context: Context) -> None:
        with sole_sender(context.settings, context.environ) as sole:
            if not sole:
                return
            desk, done = send_with(context, every_due, scheduled="run")
        self._rota.saw([(callback.key, callback.row.cells) for callback in done.plan.queue])
        self._tell(desk, done, context)

    def _tell(self, desk: Desk, done: Reminded, context: Context) -> None:
        team = reminding(context.settings).team
        self._say(*(line for line in told_lines(done, desk.now, team) if isinstance(line, Line)))
        for row in done.plan.queue if not team.reachable else ():
            if is_due(row, desk.now) and (row.key, row.next_at) not in self._told:
                self._told.add((row.key, row.next_at))
                self._say(Line(due_line(row, desk.now, desk.shop), Tone.WARN))
        self._tell_day_end(desk, done.plan)
        fates = [told.entry.fate.value for told in done.told]
        self._tally.sent += fates.count("sent")
        self._tally.failed += fates.count("failed")
        self._tally.unknown += fates.count("hold")
        wrong = failures(done, desk.now, team)
        if wrong:
            self._trouble(wrong, UnsentError.exit_code)
        if done.refused:
            self._trouble(failures_of(done.refused), done.refused.exit_code)

    def _tell_day_end(self, desk: Desk, plan: Plan) -> None:
        """Once a day after closing, what is left; on the screen the head is not needed for it."""
        closed = closing(desk.now, desk.shop)
        if closed is None or before(desk.now, closed) or self._day_told == closed:
            return
        self._day_told = closed
        page: Page = left_page(left(plan.queue, desk.now, desk.shop), desk)
        if not self._shell.json:
            show(page, self._shell.out)
            self._shell.out.flush()

    def _tidy(self, context: Context) -> None:
        if self._options.dry_run or not self._rota.wants_tidy(context.now):
            return
        desk = open_desk(context)
        self._rota.tidied(desk.now)
        tidied = tidy(desk.sheet, replace(desk.run, background=True), desk.shop, lambda _: False)
        if tidied.written:
            self._tally.tidied += 1
            self._say(Line(_tidied(tidied)))

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """SIGTERM and Ctrl+C end the round under way, at the latest after a moment's grace."""
        pressed: list[int] = []

        def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what a handler is given
            pressed.append(number)
            if self._stop.is_set():
                raise KeyboardInterrupt
            self._stop.set()
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_REAL, GRACE, AGAIN)

        def no_more_grace(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
            signal.raise_signal(signal.SIGINT)  # by way of whoever minds it just now: no save is cut in two

        restore = [_minded(signal.SIGINT, stop), _minded(signal.SIGTERM, stop)]
        if hasattr(signal, "SIGALRM"):
            restore.append(_minded(signal.SIGALRM, no_more_grace))
        told, sys.unraisablehook = sys.unraisablehook, _hush_interruptions
        try:
            yield
        except KeyboardInterrupt:
            if signal.SIGTERM not in pressed:
                raise
        finally:
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_REAL, 0)
            for put_back in restore:
                put_back()
            sys.unraisablehook = told
        if pressed and signal.SIGTERM not in pressed:
            raise KeyboardInterrupt


def _hush_interruptions(lost: sys.UnraisableHookArgs) -> None:
    """An interruption that met a destructor is no news; it comes again."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)


def _minded(number: signal.Signals, by: Callable[[int, FrameType | None], None]) -> Callable[[], object]:
    """Let a signal be minded by ``by``; the answer puts back who minded it before."""
    before = signal.signal(number, by)
    return lambda: signal.signal(number, before)


def _tidied(tidied: Tidied) -> str:
    plan = tidied.plan
    rows = len({change.key for change in plan.changes})
    parts = [
        f"{count(len(plan.changes), 'cell')} in {count(rows, 'row')}" if plan.changes else "",
        f"{count(plan.moved, 'row')} moved" if plan.moved else "",
        f"{count(len(plan.merges), 'merge')}" if plan.merges else "",
    ]
    return f"Tidied: {', '.join(part for part in parts if part) or 'what people changed is noted'}."
