"""Answers that ``init`` needs: an option's, else a person's, asked until it is one, else the suggested one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from callbacksheet.cli.command import Context
from callbacksheet.errors import UsageError

if TYPE_CHECKING:
    from callbacksheet.config.kinds import Kind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wizard:
    """Asks on a terminal; in a script it takes options, then what is suggested. Raises UsageError where neither is."""

    context: Context

    @property
    def asks(self) -> bool:
        """Whether there is a person who wants to be asked."""
        return self.context.on_terminal and not self.context.options.yes

    def answer(self, option: str, question: str, kind: Kind[T], given: str, suggested: str) -> T:
        """A sound value of one kind."""
        from callbacksheet.config.kinds import Wrong

        typed = given or suggested
        if not given and self.asks:
            return self._asked(question, kind.read, suggested)
        if not typed:
            raise UsageError(f"{question} Nobody is there to answer.", f"Give {option}: {kind.words}.")
        value = kind.read(typed)
        if isinstance(value, Wrong):
            raise UsageError(f"{option} {value.sentence}", f"Give {option}: {kind.words}. Nothing was written.")
        return value

    def _asked(self, question: str, read: Callable[[object], T | object], suggested: str) -> T:
        from callbacksheet.config.kinds import Wrong

        while True:
            value = read(self.context.ask(question, suggested))
            if not isinstance(value, Wrong):
                return value  # type: ignore[return-value]
            self.context.say(value.sentence)
