"""A walk for tests, on a sheet in memory: keys are pressed and answers typed as at the terminal, without one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from callbacksheet.core.callback import Callback
from callbacksheet.core.walk import News, Walk, advanced, heard, wanted
from callbacksheet.core.walk_keys import Question, Turn, answered, decided, key_of, pressed
from callbacksheet.core.walk_log import Action
from callbacksheet.runs.walk import Claims, Recorded, record
from tests.desk import Desk


@dataclass
class Block:
    """One person's walk at a desk. Nothing is in the sheet before ``bring``."""

    desk: Desk
    by: str = "MK"
    name: str = "walk-1"
    people: tuple[str, ...] = ("MK", "JL", "KT")
    minutes: int = 30
    brought: list[Action] = field(default_factory=list)
    question: Question | None = None
    told: str = ""

    def __post_init__(self) -> None:
        ends_at = self.desk.now + timedelta(minutes=self.minutes)
        self.walk = Walk(self.desk.shop, self.name, self.by, ends_at, self.people)
        self.bring()

    @property
    def now(self) -> datetime:
        return self.desk.now

    @property
    def card(self) -> str:
        """Whose card is on the screen."""
        return self.walk.card.name if self.walk.card else ""

    @property
    def actions(self) -> list[Action]:
        return [step.action for step in self.walk.steps]

    def press(self, letter: str, *answers: str) -> Block:
        """Press a key, and answer what is asked."""
        key = key_of(letter)
        assert key is not None
        self._take(pressed(self.walk, key, self.now))
        for text in answers:
            assert self.question is not None, f"nothing was asked before {text!r}"
            self._take(answered(self.walk, self.question, text, self.now))
        return self

    def decide(self, *, record: bool) -> None:
        self._take(decided(self.walk, self.now, record=record))

    def _take(self, turn: Turn) -> None:
        self.walk, self.question, self.told = turn.walk, turn.question, turn.told

    def bring(self) -> Recorded:
        """What the writer does: all that was done goes into the sheet, and what stands there is heard."""
        waiting = [action for action in self.actions if action.number > self.walk.written]
        done = self.record(waiting)
        upto = done.upto.get(self.name, self.walk.written)
        self.walk = heard(self.walk, News(done.queue, upto, done.held, done.taken, done.overtaken), self.now)
        return done

    def record(self, actions: list[Action]) -> Recorded:
        claims = Claims(self.name, self.by, partial(wanted, self.walk, self.now))
        run = replace(self.desk.run, operator=self.by)
        return record(self.desk.sheet, actions, claims, run, self.desk.shop, lambda _: True)

    def next(self) -> None:
        self.walk = advanced(self.walk, self.now)

    def row(self, name: str) -> Callback:
        """The row as it stands in the sheet."""
        return self.desk.callback(name)
