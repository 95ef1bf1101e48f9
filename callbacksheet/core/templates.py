"""Texts that a team may change, with places for what is told: ``{who}``. What stands in ``[ ]`` together with a
place is left out where that place has nothing to say; a line of which nothing is left goes too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from callbacksheet.core.message import LONGEST_SUBJECT, Kind
from callbacksheet.errors import SetupError

PLACES: Mapping[str, str] = {
    "to": "Who gets the message.",
    "now": "When it was written.",
    "who": "The caller: a name, else a number. Where there are several rows, the first one's.",
    "phone": "The number to ring; masked unless the address is private.",
    "reason": "What the call is about, in the caller's words.",
    "wish": "When the caller asked to be rung.",
    "when": "When the call is due; for a promise, by when it was promised.",
    "late": 'How long it has been due, like "10 min". Nothing while it is not.',
    "urgent": 'The word "URGENT" for an urgent row, else nothing.',
    "owner": "Whose row it is.",
    "attempts": "How often we have tried. Nothing before the first try.",
    "promise": "By when we promised to ring.",
    "called": "When the caller rang.",
    "key": "The row's key, as in its ID column.",
    "count": "How many rows there are.",
    "list": "The rows, a line each.",
    "block": 'The block that starts, like "11:30-12:00".',
    "instead_of": "Who should have had the message and could not be reached.",
    "why": "Why they could not.",
}
"""Each place and what stands there."""

Texts: TypeAlias = "Mapping[Kind, Template]"
"""The texts of one language."""

_PLACE = re.compile(r"\{([^{}]*)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*\{[^\[\]]*)\]")
_SUBJECT = re.compile(r"subject:(.*)", re.IGNORECASE)
_JOINERS = "\u200d\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Template:
    """One message's text: its subject, and the lines of its body."""

    subject: str
    body: tuple[str, ...]

    def filled(self, values: Mapping[str, str], in_subject: Mapping[str, str]) -> tuple[str, str]:
        """Subject and body with what is told in its places; ``in_subject`` says some of it shorter."""
        subject = cut(one_line(_filled(self.subject, {**values, **in_subject})), LONGEST_SUBJECT)
        return subject, filled_lines(self.body, values)


def filled_lines(lines: Iterable[str], values: Mapping[str, str]) -> str:
    """Lines with what is told in their places; one of which nothing is left goes."""
    told = [(line, _filled(line, values).rstrip()) for line in lines]
    return "\n".join(filled for line, filled in told if filled or not line.strip()).strip()


def parse_template(text: str, file: str) -> Template:
    """The template a file holds. Raises SetupError naming file, line and whatever is wrong there."""
    lines = text.removeprefix("\ufeff").splitlines()
    start = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    head = _SUBJECT.match(lines[start].strip()) if start < len(lines) else None
    problems = [
        f"{file} line {n}: {problem}" for n, line in enumerate(lines, 1) for problem in strangers_in(line, PLACES)
    ]
    if head is None or not head[1].strip():
        problems.append(f'{file} line {start + 1}: begins with its subject, like "Subject: {{when}} {{who}}"')
    body = tuple(_body(lines[start + 1 :]))
    if not body:
        problems.append(f"{file}: has no body below its subject")
    if problems or head is None:
        raise _refusal(problems)
    return Template(head[1].strip(), body)


def _refusal(problems: list[str]) -> SetupError:
    told = "\n".join(f"  {problem}" for problem in problems)
    return SetupError(
        f"A text of a message cannot be used; nothing was sent:\n{told}",
        "Correct the file, or delete it to have the text that comes with callbacksheet; "
        "templates/README.md names every place.",
        parts=tuple(problems),
    )


def strangers_in(line: str, places: Mapping[str, str]) -> Iterator[str]:
    """What is said of each place in a line that nobody can fill; comments may say what they like."""
    for name in _PLACE.findall("" if line.startswith("#") else line):
        if name not in places:
            near = get_close_matches(name.strip().casefold(), places, n=1)
            hint = f"did you mean {{{near[0]}}}?" if near else f"known are {', '.join(places)}"
            yield f"{{{name}}} is no place that can be filled; {hint}"


def _body(lines: list[str]) -> list[str]:
    kept = [line.rstrip() for line in lines if not line.startswith("#")]
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Once through the text: what a caller said is never taken for a place."""
    parts = _OPTIONAL.split(text)
    return "".join(
        _PLACE.sub(lambda place: values.get(place[1], ""), part)
        for n, part in enumerate(parts)
        if n % 2 == 0 or all(values.get(name) for name in _PLACE.findall(part))
    )


def one_line(text: str) -> str:
    """A text on one line, without the characters that steer a terminal, a mail header or the direction of writing."""
    plain = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in _STEERING else c for c in text)
    return " ".join("".join(plain).split())


_STEERING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def cut(text: str, longest: int) -> str:
    """At most so many characters, cut after a word where one ends late enough; no letter loses its accents."""
    if len(text) <= longest:
        return text
    kept = ""
    for letter in letters(text):
        if len(kept) + len(letter) > longest - 1:
            break
        kept += letter
    word = kept if text[len(kept) : len(kept) + 1] == " " else kept.rpartition(" ")[0]
    short = word if len(word) * 2 > longest else kept
    return f"{short.rstrip(' ,;:.([-–—·')}…"


def letters(text: str) -> Iterator[str]:
    """What a reader sees as one sign each: a letter with its accents, a flag, an emoji with what is joined to it."""
    letter = ""
    for c in text:
        if letter and not _goes_on(letter, c):
            yield letter
            letter = ""
        letter += c
    if letter:
        yield letter


def _goes_on(letter: str, c: str) -> bool:
    if c in _JOINERS or letter[-1] == "\u200d" or unicodedata.category(c) in ("Mn", "Mc", "Me"):
        return True
    if "\U0001f3fb" <= c <= "\U0001f3ff" or "\U000e0020" <= c <= "\U000e007f":
        return True
    return _is_flag_half(c) and len(letter) == 1 and _is_flag_half(letter)


def _is_flag_half(c: str) -> bool:
    return "\U0001f1e6" <= c <= "\U0001f1ff"
