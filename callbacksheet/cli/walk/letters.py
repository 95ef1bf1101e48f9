"""Text in the cells of a terminal: how wide it is, where it wraps, how it looks where only ASCII can be shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from callbacksheet.cli.page import Tone
from callbacksheet.cli.render import visible

_PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "«": '"', "»": '"', "’": "'", "–": "-", "—": "-", "…": "...", "×": "x", "·": "-",
        "→": "->", "─": "-", "›": ">", "º": "o",
    }
)  # fmt: skip
_CODES = {Tone.STRONG: "1", Tone.QUIET: "2", Tone.GOOD: "32", Tone.WARN: "33", Tone.BAD: "1;31"}
_WITHOUT_COLOUR = {Tone.STRONG: "1", Tone.QUIET: "2", Tone.BAD: "1"}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line in one tone; ``link`` is where a click on it leads."""

    text: str
    tone: Tone = Tone.PLAIN
    link: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What this terminal can show."""

    colour: bool = True
    ascii: bool = False
    links: bool = True

    def text(self, text: str) -> str:
        """The text as it can be shown here: no control characters; in plain ASCII where that is all there is."""
        text = visible(" ".join(text.split("\n")))
        return _transliterated(text) if self.ascii and not text.isascii() else text

    def painted(self, spans: tuple[Span, ...]) -> str:
        """The pieces as one line for the terminal; their texts are shown as they are."""
        return "".join(map(self._painted, spans))

    def _painted(self, span: Span) -> str:
        codes: Mapping[Tone, str] = _CODES if self.colour else _WITHOUT_COLOUR
        code = codes.get(span.tone, "")
        plain = self.text(span.text) if self.ascii and not span.text.isascii() else span.text
        text = f"\x1b[{code}m{plain}\x1b[0m" if code and plain else plain
        return f"\x1b]8;;{span.link}\x1b\\{text}\x1b]8;;\x1b\\" if span.link and self.links else text


def look_of(environ: Mapping[str, str], encoding: str) -> Look:
    """What the terminal of this environment can show; NO_COLOR is obeyed."""
    locale = environ.get("LC_ALL") or environ.get("LANG") or ""
    plain = locale in ("C", "POSIX") or "utf" not in encoding.casefold().replace("-", "")
    simple = environ.get("TERM", "") in ("linux", "vt100", "vt220")
    return Look(colour=not environ.get("NO_COLOR"), ascii=plain, links=not (plain or simple))


def _transliterated(text: str) -> str:
    from anyascii import anyascii

    return anyascii(text.translate(_PLAIN))


@lru_cache(maxsize=4096)
def width_of(text: str) -> int:
    """How many cells of the terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def cut(text: str, width: int) -> str:
    """The text, shortened to fit."""
    if width_of(text) <= width:
        return text
    kept = fitting(text, max(width - 1, 0))
    return f"{kept.rstrip()}…" if width > 0 else ""


def clipped(spans: tuple[Span, ...], width: int) -> tuple[Span, ...]:
    """As much of a line as fits."""
    kept: list[Span] = []
    for span in spans:
        if width <= 0:
            break
        kept.append(span if width_of(span.text) <= width else replace(span, text=cut(span.text, width)))
        width -= width_of(span.text)
    return tuple(kept)


def fitting(text: str, width: int) -> str:
    """As much of the beginning as fits."""
    taken = 0
    for place, letter in enumerate(text):
        taken += _cells(letter)
        if taken > width:
            return text[:place]
    return text


def fitting_end(text: str, width: int) -> str:
    """As much of the end as fits."""
    return fitting(text[::-1], width)[::-1]


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines, broken between words; a word that is too long is broken itself."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while width_of(word) > width > 1:
            head = fitting(word, width)
            lines.append(head)
            word = word[len(head) :]
        line = word
    return [*lines, line] if line else lines
