"""One line being typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from callbacksheet.cli.walk.keys import BACK, CLEAR_LINE, DELETE, DROP_WORD, END, HOME, LEFT, RIGHT

LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Typed:
    """The text so far and where the cursor stands in it."""

    text: str = ""
    place: int = 0

    def with_key(self, key: str) -> Typed:
        """The line after one key; a key that means nothing here changes nothing."""
        before, after = self.text[: self.place], self.text[self.place :]
        match key:
            case _ if key in (LEFT, RIGHT, HOME, END):
                return replace(self, place=self._moved(key))
            case _ if key == BACK:
                return Typed(before[:-1] + after, max(self.place - 1, 0))
            case _ if key == DELETE:
                return Typed(before + after[1:], self.place)
            case _ if key == CLEAR_LINE:
                return Typed(after, 0)
            case _ if key == DROP_WORD:
                kept = before.rstrip()[: before.rstrip().rfind(" ") + 1]
                return Typed(kept + after, len(kept))
            case _ if len(key) == 1 and key.isprintable() and len(self.text) < LONGEST:
                return Typed(before + key + after, self.place + 1)
        return self

    def _moved(self, key: str) -> int:
        ends = {HOME: 0, END: len(self.text), LEFT: max(self.place - 1, 0), RIGHT: min(self.place + 1, len(self.text))}
        return ends[key]


NOTHING = Typed()


def typed(text: str) -> Typed:
    """A line with this text to begin with, the cursor behind it."""
    return Typed(text, len(text))
