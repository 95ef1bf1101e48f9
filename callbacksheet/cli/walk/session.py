"""One walk on the screen: keys in, the card out; what was done goes to the journal first, then to the writer."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from callbacksheet.adapters.walk_journal import WalkJournal
from callbacksheet.cli.page import Page
from callbacksheet.cli.walk.card import Line, card_lines
from callbacksheet.cli.walk.clock import minute
from callbacksheet.cli.walk.coach import Coach
from callbacksheet.cli.walk.frame import (
    Bottom,
    Size,
    bar_line,
    body_room,
    bottom_lines,
    cursor_of,
    frame,
    hint_lines,
    view_hints,
    waiting_lines,
)
from callbacksheet.cli.walk.keys import ENTER, ESCAPE, INTERRUPT, REDRAW
from callbacksheet.cli.walk.letters import Look
from callbacksheet.cli.walk.line import NOTHING, Typed, typed
from callbacksheet.cli.walk.pages import drawn_lines, help_lines, story_lines
from callbacksheet.cli.walk.screen import Screen
from callbacksheet.cli.walk.writer import Heard, Message, Story, Trouble, Writer
from callbacksheet.core.claims import LASTS
from callbacksheet.core.offer import Offer
from callbacksheet.core.snapshot import HistoryRow
from callbacksheet.core.walk import Over, Walk, advanced, heard, nobody, ticked, wanted
from callbacksheet.core.walk_keys import Ask, Key, Question, Turn, answered, decided, key_of, latin, pressed, who
from callbacksheet.core.walk_log import Action
from callbacksheet.core.walk_words import say

_LOOK_EVERY = 2.0
_PATIENCE = 20.0
"""Seconds in which the sheet should have taken what was done; else it stays in the journal."""
_TROUBLE_AFTER = 3
"""Tries that fail before a person is told: another run at the sheet is gone in a moment."""
_CLOSING = (Key.HELP, Key.HISTORY, Key.CHANGES)


@dataclass(slots=True)
class Session:
    """Everything that one walk on the screen is made of. ``old`` are the journals of walks that were cut off."""

    walk: Walk
    screen: Screen
    writer: Writer
    journal: WalkJournal
    now: Callable[[], datetime]
    look: Look
    coach: Coach
    offered: Sequence[Offer] = ()
    changes: Page = ()
    told: str = ""
    old: dict[str, WalkJournal] = field(default_factory=dict)
    interrupted: bool = False
    interrupted_before: bool = False
    error: Trouble | None = None
    _question: Question | None = None
    _typed: Typed = NOTHING
    _stale: bool = False
    _ahead: list[str] = field(default_factory=list)
    _view: Key | None = None
    _page: int = 0
    _more: bool = False
    _story: tuple[HistoryRow, ...] | None = None
    _claimed_at: datetime | None = None

    def run(self) -> None:
        """Until the walk is over: time, list, or the person says so; what was overtaken is asked before the end."""
        self._claimed_at = self.now()
        self._rounds(lambda: self.walk.over is not None)
        self._flush()
        while self.walk.doubts and not self.interrupted:
            self.walk = advanced(self.walk, self.now())
            self._rounds(lambda: not self.walk.doubts)
            self._flush()
        self._finish()

    def _rounds(self, done: Callable[[], bool]) -> None:
        while not (done() or self.interrupted):
            self._draw()
            self._keys(self.screen.keys(self._patience()), done)
            self.hear()
            if self.walk.ready and self._ahead:
                ahead, self._ahead = self._ahead, []
                self._keys(ahead, done)
            self._tick()

    def _keys(self, keys: Sequence[str], done: Callable[[], bool]) -> None:
        for key in keys:
            if not done():
                self._key(key)

    def hear(self) -> None:
        """What the writer has to tell."""
        for message in self.writer.messages():
            self._heard(message)

    def _patience(self) -> float:
        """Until the clock on the screen changes, or it is time to look whether somebody saved the sheet."""
        now = self.now()
        turns = 60 - now.second - now.microsecond / 1e6
        ends = (self.walk.ends_at - now).total_seconds()
        return max(min(turns, ends if ends > 0 else turns, _LOOK_EVERY), 0.01)

    def _tick(self) -> None:
        now = self.now()
        if self._question is None:
            self._take(Turn(ticked(self.walk, now), None, self.told), now)
        renew = self._claimed_at is not None and now - self._claimed_at > LASTS / 2
        if renew:
            self._want(now)
        elif not self.writer.writing and self.writer.stale:
            self.writer.look()

    # --- keys

    def _key(self, key: str) -> None:
        now = self.now()
        if key == INTERRUPT:
            self.interrupted = True
        elif key == REDRAW:
            self.screen.forget()
        elif self._question is not None:
            self._typing(self._question, key, now)
        elif self._view is not None:
            self._leaf(key)
        elif not self.walk.ready:
            self._early(key, now)
        elif self.walk.doubt:
            self._deciding(key, now)
        else:
            self._pressing(key, now)

    def _early(self, key: str, now: datetime) -> None:
        """A key for a card that is about to come waits for it."""
        if key_of(key) in (Key.QUIT, Key.UNDO):
            self._pressing(key, now)
        else:
            self._ahead.append(key)

    def _leaf(self, key: str) -> None:
        """Space shows more of a long page; any other key goes back to the card."""
        if key == " " and self._more:
            self._page += 1
        else:
            self._view = None

    def _typing(self, question: Question, key: str, now: datetime) -> None:
        if key == ESCAPE:
            self._ask(None)
        elif question.ask is Ask.FIELD and key != ENTER:
            self._take(answered(self.walk, question, key, now), now)
        elif key != ENTER:
            self._typed = self._typed.with_key(key)
        elif self._stale:
            self._stale = False
            self._question = replace(question, again=say("again.changed", self.walk.shop.language))
        else:
            self._take(answered(self.walk, question, self._typed.text, now), now)

    def _deciding(self, key: str, now: datetime) -> None:
        choice = {"y": True, "n": False}.get(latin(key))
        if choice is None:
            self._other_key(key, now)
            return
        doubt = self.walk.doubts[0]
        self._take(decided(self.walk, now, record=choice), now)
        if not self.walk.doubts or self.walk.doubts[0] is not doubt:
            self.old.get(doubt.action.walk, self.journal).settled(doubt.action.number)

    def _pressing(self, key: str, now: datetime) -> None:
        meaning = key_of(key)
        if meaning in _CLOSING or meaning is Key.QUIT or meaning is None:
            self._other_key(key, now)
        else:
            self._take(pressed(self.walk, meaning, now), now)

    def _other_key(self, key: str, now: datetime) -> None:
        meaning = key_of(key)
        if meaning is Key.QUIT:
            self._take(pressed(self.walk, meaning, now), now)
        elif meaning in _CLOSING and (meaning is not Key.HISTORY or self.walk.card):
            self._view, self._page = meaning, 0
            self._story = None
            if meaning is Key.HISTORY:
                self.writer.tell(self.walk.key)
        elif len(key) == 1 and key.isprintable():
            self.told = say("told.no_key", self.walk.shop.language, key)

    # --- what comes of them

    def _take(self, turn: Turn, now: datetime) -> None:
        """A new state of the walk: new actions are safe on the disk before anything of it is shown."""
        new = [step.action for step in turn.walk.steps if step.number >= self.walk.number]
        disk = self._kept(new)
        moved = turn.walk.key != self.walk.key or turn.walk.over != self.walk.over
        self.walk = turn.walk
        self.told = disk or turn.told
        self._ask(turn.question)
        if new or moved:
            self.writer.do(new, self._choose(now))
            self._claimed_at = now

    def _kept(self, actions: Sequence[Action]) -> str:
        """Make actions safe on the disk; what to tell where it does not take them, and the sheet alone gets them."""
        try:
            for action in actions:
                self.journal.append(action)
        except OSError as error:
            return say("trouble.disk", self.walk.shop.language, error.strerror or error)
        return ""

    def _ask(self, question: Question | None) -> None:
        """Open a question, or ask the same again with what was typed; None closes it."""
        if question is None or self._question is None or question.ask is not self._question.ask:
            self._typed = typed(question.start if question else "")
        elif question.at != self._question.at:
            self._typed = NOTHING
        self._question = question
        self._stale = False

    def _want(self, now: datetime) -> None:
        self.writer.do((), self._choose(now))
        self._claimed_at = now

    def _choose(self, now: datetime) -> Callable[..., Sequence[str]]:
        if self.walk.over:
            return nobody
        return partial(wanted, self.walk, minute(now))

    def _heard(self, message: Message) -> None:
        now = self.now()
        match message:
            case Heard(news, offered, _):
                before = self.walk
                self.error = None
                self.offered = offered
                self.walk = heard(self.walk, news, now)
                self._after_news(before)
            case Trouble(_, failed) if failed >= _TROUBLE_AFTER:
                self.error = message
                self.walk = replace(self.walk, claiming=False)
            case Story(key, lines) if key == self.walk.key:
                self._story = lines

    def _after_news(self, before: Walk) -> None:
        if self.walk.key != before.key:
            self._ask(None)
            self._ahead = []
            taken = self.walk.taken.get(before.key)
            if taken and before.card:
                self.told = say("told.taken", self.walk.shop.language, taken, who(before.card, before))
        elif self._question is not None and self.walk.changed != before.changed:
            self._stale = True

    # --- what is shown

    def _draw(self) -> None:
        size = Size(*self.screen.size())
        now, walk, look = self.now(), self.walk, self.look
        bar = bar_line(walk, now, look, size.width, writing=self.writer.writing)
        if self._view is not None:
            self._draw_view(bar, self._view, now, size)
            return
        bottom = Bottom(self._question, self._typed, self.told, self._trouble())
        hints = hint_lines(walk, self._question, look, size)
        below = bottom_lines(bottom, look, size.text)
        body = self._body(now, size, body_room(size, len(hints)))
        self.screen.draw(frame(bar, body, hints, below, size, look), cursor_of(bottom, below, look, size))

    def _draw_view(self, bar: Line, view: Key, now: datetime, size: Size) -> None:
        lines, room = self._view_lines(view, now, size), max(size.height - 4, 1)
        rest = lines[self._page * room :]
        self._more = len(rest) > room
        hint = view_hints(self.walk.shop.language, self.look, more=self._more)
        self.screen.draw(frame(bar, rest[:room], [hint], (), size, self.look), None)

    def _view_lines(self, view: Key, now: datetime, size: Size) -> list[Line]:
        walk, look, width = self.walk, self.look, size.text
        match view:
            case Key.HISTORY if walk.card:
                return story_lines(walk.card, self._story, walk.shop, now, look, width)
            case Key.CHANGES:
                return drawn_lines(self.changes, look, width)
        return help_lines(walk.shop.language, look, width)

    def _body(self, now: datetime, size: Size, room: int) -> list[Line]:
        walk, look, width = self.walk, self.look, size.text
        if walk.card is None or not walk.ready:
            return waiting_lines(walk, now, look, width)
        says = self.coach.lines(walk.card, self.offered, minute(now))
        return card_lines(walk, says, minute(now), look, width, room)

    def _trouble(self) -> str:
        if self.error is None:
            return ""
        return say("trouble", self.walk.shop.language, str(self.error.error), self.waiting)

    @property
    def waiting(self) -> int:
        """How many actions do not stand in the sheet yet."""
        return sum(step.number > self.walk.written for step in self.walk.steps)

    def _flush(self) -> None:
        """Wait until all that was done stands in the sheet, or cannot be brought there now."""
        self._question, self._view, self.told = None, None, say("end.recording", self.walk.shop.language)
        self._wait(lambda: not self.writer.writing)

    def _finish(self) -> None:
        """Let the callers go that were held, and end the writer; another Ctrl+C leaves the rest to the journal."""
        self.walk = replace(self.walk, over=self.walk.over or Over.QUIT)
        self.told = say("end.recording", self.walk.shop.language)
        self.writer.do((), nobody)
        self.writer.stop()
        self.interrupted_before, self.interrupted = self.interrupted, False
        self._wait(lambda: self.writer.ended(0))
        self.interrupted = self.interrupted or self.interrupted_before

    def _wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not (done() or self.interrupted) and time.monotonic() < end:
            self._draw()
            self.interrupted = INTERRUPT in self.screen.keys(0.2)
            self.hear()
        self.hear()
