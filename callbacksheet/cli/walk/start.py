"""How a walk begins and ends: what was cut off is recorded, the sheet tidied, the list made; then the screen."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Callable
from datetime import datetime
from functools import partial

from callbacksheet.adapters.texts import FOLDER
from callbacksheet.adapters.walk_journal import WalkJournal
from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk
from callbacksheet.cli.envelope import PARTLY
from callbacksheet.cli.page import Line, Page
from callbacksheet.cli.queue_page import next_line
from callbacksheet.cli.render import drawn
from callbacksheet.cli.scripted import operator_name
from callbacksheet.cli.tidied import done_page
from callbacksheet.cli.walk.clock import clock_of, minute
from callbacksheet.cli.walk.coach import Coach
from callbacksheet.cli.walk.ending import ending_page
from callbacksheet.cli.walk.letters import look_of
from callbacksheet.cli.walk.recovered import CutOff, cut_off, tidied_with
from callbacksheet.cli.walk.screen import Screen
from callbacksheet.cli.walk.session import Session
from callbacksheet.cli.walk.writer import Pens, Writer
from callbacksheet.core.offer import offers
from callbacksheet.core.walk import News, Walk, heard, wanted
from callbacksheet.core.walk_words import say
from callbacksheet.runs.tidy import Tidied
from callbacksheet.runs.walk import Claims, Recorded
from callbacksheet.wiring import glance_of, run_of, walks_of

INTERRUPTED = 130
_SHARE = 0.001
"""Seconds after which the writer lets the screen go first; a key must not wait for it."""


def walk_through(context: Context, desk: Desk, ends_at: datetime, owner: str) -> Result:
    """Tidy, then one caller at a time until the block ends."""
    settings, now = context.settings, desk.now
    by = _initials(context)
    walk = Walk(desk.shop, uuid.uuid4().hex[:12], by, ends_at, tuple(settings.people), owner)
    cut = cut_off(context)
    with context.working(f"Tidying {desk.name}"):
        done = tidied_with(desk, cut, Claims(walk.name, by, partial(wanted, walk, now)), by)
    old = cut.recorded(done)
    walk = heard(walk, News(done.queue, 0, done.held, done.taken, done.overtaken), now)
    told = done_page(Tidied(done.plan, bool(done.written), done.left_out, writes=done.written), desk)
    if walk.over:
        _close(old, walk)
        return Result({}, (*told, Line(), next_line(done.queue, now, desk.shop)))
    session = _session(context, desk, walk, done)
    session.old, session.changes = old, told
    session.told = _greeting(done, cut, walk)
    sys.setswitchinterval(_SHARE)
    with session.screen.opened():
        session.writer.start()
        session.run()
    own = [doubt for doubt in session.walk.doubts if doubt.action.walk == walk.name]
    session.journal.close(done=not session.waiting and not own)
    _close(old, session.walk)
    return _ended(session)


def _initials(context: Context) -> str:
    """Who is ringing, as the configuration writes it: no action goes unsigned."""
    initials = context.operator
    while not initials:
        initials = context.ask("Who is at the phone? Your initials:")
    return next((one for one in context.settings.people if one.casefold() == initials.casefold()), initials)


def _session(context: Context, desk: Desk, walk: Walk, done: Recorded) -> Session:
    settings, shell = context.settings, context.shell
    clock = clock_of(context, desk.shop.zone)
    assert shell.keyboard is not None
    screen = Screen(shell.keyboard, shell.out)
    journal = WalkJournal(walks_of(settings, context.environ), walk.name)
    run = partial(run_of, operator=walk.by, forced=context.options.force)
    pens = Pens(desk.sheet, desk.shop, _to_the_minute(clock), run, glance_of(settings))
    return Session(
        walk=walk,
        screen=screen,
        writer=Writer(pens, walk.name, walk.by, journal, done.snapshot, partial(wanted, walk, desk.now), screen.wake),
        journal=journal,
        now=clock,
        look=look_of(context.environ, getattr(shell.out, "encoding", "") or ""),
        coach=Coach(settings.file.parent / FOLDER, operator_name(walk.by, settings), desk.shop),
        offered=offers(done.queue, desk.now, desk.shop),
    )


def _to_the_minute(clock: Callable[[], datetime]) -> Callable[[], datetime]:
    return lambda: minute(clock())


def _greeting(done: Recorded, cut: CutOff, walk: Walk) -> str:
    """What was done before the first card, in a line."""
    language, changes = walk.shop.language, done.plan.changes
    rows = len({change.key for change in changes})
    recovered = say("start.recovered", language, cut.waiting) if cut.waiting else ""
    tidied = say("start.tidied", language, len(changes), rows) if changes else ""
    return " ".join(part for part in (recovered, tidied) if part)


def _close(journals: dict[str, WalkJournal], walk: Walk) -> None:
    asked = {doubt.action.walk for doubt in walk.doubts}
    for name, journal in journals.items():
        journal.close(done=name not in asked)


def _shown(page: Page, session: Session) -> Page:
    """The page as this terminal can show it."""
    if not session.look.ascii:
        return page
    width = session.screen.size()[0]
    return tuple(Line(session.look.text(line)) for line in drawn(page, width, colour=False))


def _ended(session: Session) -> Result:
    page = _shown(ending_page(session, session.now()), session)
    if session.interrupted:
        return Result({}, page, exit_code=INTERRUPTED)
    if session.waiting and session.error:
        return Result({}, page, exit_code=session.error.error.exit_code)
    return Result({}, page, exit_code=PARTLY if session.walk.doubts else 0)
