"""The walk's other half: a thread that brings what was done into the sheet, and tells what others did there."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from callbacksheet.adapters.walk_journal import WalkJournal
from callbacksheet.core.history import FACTS
from callbacksheet.core.offer import Offer, offers
from callbacksheet.core.plan import Run
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import HistoryRow, Snapshot
from callbacksheet.core.walk import News
from callbacksheet.core.walk_log import Action
from callbacksheet.errors import CallbackSheetError
from callbacksheet.ports import Sheet
from callbacksheet.runs.walk import Choose, Claims, record

_BREATH = 0.1
"""Seconds before a write: the next card is drawn first, and what is done together goes together."""
_RETRY = (0.3, 1.0, 2.0, 4.0, 8.0)
"""Seconds between tries while the sheet cannot be written; then the last of them."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The sheet as it stands now, and the windows to offer."""

    news: News
    offered: tuple[Offer, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """The sheet could not be read or written; what was done is kept, and tried again."""

    error: CallbackSheetError
    failed: int = 1


@dataclass(frozen=True, slots=True)
class Story:
    """What the history tells of one row."""

    key: str
    lines: tuple[HistoryRow, ...]


Message = Heard | Trouble | Story


@dataclass(frozen=True, slots=True)
class Pens:
    """What is needed to write: the sheet, the rules, the clock, a new run's name.

    ``glance`` is cheap and differs from before where somebody may have changed the sheet.
    """

    sheet: Sheet
    shop: Shop
    now: Callable[[], datetime]
    run: Callable[[datetime], Run]
    glance: Callable[[], object] = lambda: None


@dataclass(slots=True)
class _Wishes:
    """What the thread is to do next."""

    actions: list[Action] = field(default_factory=list)
    choose: Choose | None = None
    story: str = ""
    look: bool = False
    stop: bool = False

    @property
    def any(self) -> bool:
        return bool(self.actions or self.choose or self.story or self.look or self.stop)


class Writer:
    """One batch at a time, with all that has gathered meanwhile. ``wake`` is called after each message."""

    def __init__(
        self,
        pens: Pens,
        walk: str,
        by: str,
        journal: WalkJournal,
        snapshot: Snapshot,
        choose: Choose,
        wake: Callable[[], None],
    ) -> None:
        self._pens = pens
        self._walk, self._by = walk, by
        self._journal = journal
        self._snapshot = snapshot
        self._wake = wake
        self._messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._wishes = _Wishes()
        self._waiting: list[Action] = []
        self._choose = choose
        self._changed = threading.Condition()
        self._failed = 0
        self._upto = 0
        self._glanced = pens.glance()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)

    def start(self) -> None:
        self._thread.start()

    @property
    def writing(self) -> bool:
        """Whether something that was done does not stand in the sheet yet."""
        with self._changed:
            return bool(self._wishes.actions or self._waiting)

    @property
    def stale(self) -> bool:
        """Whether somebody else may have changed the sheet since the last look."""
        return self._pens.glance() != self._glanced

    @property
    def failing(self) -> bool:
        """Whether the latest try failed."""
        return self._failed > 0

    def do(self, actions: Sequence[Action], choose: Choose) -> None:
        """Bring these into the sheet soon, and hold the rows that are wanted then."""
        with self._changed:
            self._wishes.actions += actions
            self._wishes.choose = choose
            self._changed.notify()

    def look(self) -> None:
        """See what others did."""
        with self._changed:
            self._wishes.look = True
            self._changed.notify()

    def tell(self, key: str) -> None:
        """Ask for the story of a row."""
        with self._changed:
            self._wishes.story = key
            self._changed.notify()

    def stop(self) -> None:
        """End once all that was done stands in the sheet, or cannot be brought there now."""
        with self._changed:
            self._wishes.stop = True
            self._changed.notify()

    def ended(self, timeout: float) -> bool:
        """Whether it has ended, after waiting so long at most."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def messages(self) -> list[Message]:
        """What it has to tell since it was last asked."""
        told = []
        while True:
            try:
                told.append(self._messages.get_nowait())
            except queue.Empty:
                return told

    def _work(self) -> None:
        try:
            while not self._round():
                pass
        except Exception as error:  # noqa: BLE001 - a bug must not take with it what was done: the journal has it
            self._failed += 1
            kind = type(error).__name__
            told = CallbackSheetError(f"This is a bug in callbacksheet ({kind}).", "Please report it.")
            self._post(Trouble(told, sys.maxsize))

    def _round(self) -> bool:
        """Do once what is to be done; whether that was all."""
        wishes = self._next()
        if wishes.story:
            self._post(Story(wishes.story, self._story(wishes.story)))
        if wishes.actions or wishes.choose or wishes.look or self._failed:
            self._bring(wishes)
        self._wake()
        return wishes.stop

    def _next(self) -> _Wishes:
        """All that is wished for now; waits for the first wish, or until a failed try may be tried again."""
        with self._changed:
            if self._failed:
                self._changed.wait_for(lambda: self._wishes.stop, _RETRY[min(self._failed, len(_RETRY)) - 1])
            else:
                self._changed.wait_for(lambda: self._wishes.any)
                self._changed.wait_for(lambda: self._wishes.stop, _BREATH)
            wishes, self._wishes = self._wishes, _Wishes()
            self._waiting += wishes.actions
            return wishes

    def _bring(self, wishes: _Wishes) -> None:
        self._choose = wishes.choose or self._choose
        pens, now = self._pens, self._pens.now()
        claims = Claims(self._walk, self._by, self._choose)
        try:
            done = record(pens.sheet, tuple(self._waiting), claims, pens.run(now), pens.shop, lambda _: True)
        except CallbackSheetError as error:
            self._failed += 1
            self._post(Trouble(error, self._failed))
            return
        self._failed = 0
        self._glanced = pens.glance()
        self._snapshot = done.snapshot
        self._upto = done.upto.get(self._walk, self._upto)
        if self._waiting:
            self._journal.recorded(self._upto, [action.number for action in done.overtaken])
        with self._changed:
            self._waiting = []
        news = News(done.queue, self._upto, done.held, done.taken, done.overtaken)
        self._post(Heard(news, offers(done.queue, now, pens.shop), len(done.left_out)))

    def _story(self, key: str) -> tuple[HistoryRow, ...]:
        return tuple(line for line in self._snapshot.history if line.key == key and line.column != FACTS)

    def _post(self, message: Message) -> None:
        self._messages.put(message)
        self._wake()
