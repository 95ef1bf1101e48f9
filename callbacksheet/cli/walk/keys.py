"""What a keyboard sends, byte by byte, as the keys that people pressed."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

ENTER, ESCAPE, BACK, INTERRUPT, REDRAW = "\r", "\x1b", "\x7f", "\x03", "\x0c"
LEFT, RIGHT, HOME, END, DELETE = "left", "right", "home", "end", "delete"
CLEAR_LINE, DROP_WORD = "\x15", "\x17"

_SEQUENCES = {
    "[D": LEFT, "[C": RIGHT, "[H": HOME, "[F": END, "[1~": HOME, "[4~": END, "[3~": DELETE,
    "OD": LEFT, "OC": RIGHT, "OH": HOME, "OF": END,
}  # fmt: skip
_SAME = {"\n": ENTER, "\x08": BACK, "\x01": HOME, "\x05": END, "\x02": LEFT, "\x06": RIGHT, "\x04": DELETE}


@dataclass(slots=True)
class Keyboard:
    """Bytes in, keys out. An escape sequence that has not come whole is kept until it has."""

    _rest: str = ""
    _decoder: codecs.IncrementalDecoder = field(
        default_factory=lambda: codecs.getincrementaldecoder("utf-8")(errors="ignore")
    )

    @property
    def waiting(self) -> bool:
        """Whether an Escape is kept that may be the beginning of a sequence."""
        return bool(self._rest)

    def pressed(self, data: bytes) -> list[str]:
        """The keys that are complete with this."""
        text = self._rest + self._decoder.decode(data)
        self._rest = ""
        keys: list[str] = []
        while text:
            key, taken = _first(text)
            if not taken:
                self._rest = text
                break
            if key:
                keys.append(key)
            text = text[taken:]
        return keys

    def settled(self) -> list[str]:
        """Nothing came after the Escape: then it was that key alone."""
        rest, self._rest = self._rest, ""
        return [ESCAPE] if rest else []


def _first(text: str) -> tuple[str, int]:
    """The first key and its length; length 0 where more must come."""
    if text[0] != ESCAPE:
        return _SAME.get(text[0], text[0]), 1
    if len(text) == 1:
        return "", 0
    if text[1] not in "[O":
        return ESCAPE, 1
    for end in range(2, min(len(text), 12)):
        if text[end].isalpha() or text[end] == "~":
            return _SEQUENCES.get(text[1 : end + 1], ""), end + 1
    return ("", 0) if len(text) < 12 else ("", len(text))
