"""Reading prose by cues: phrases found in what the desk typed, in any language at once, negated or not.

A phrase table is text parted by ";": ``answer*`` is "answered" too, ``[left|leave|] msg`` is three phrases.
A cue is looked for within a clause; "not", "не", "belum" up to three words before it turn it around.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from callbacksheet.core.text import fold, plain

Meaning = TypeVar("Meaning")

NEGATION_REACH = 3
"""Words between a negation and what it negates, at most: "not (been fully) booked"."""

_CHOICE = re.compile(r"\[([^\]]*)\]")
_CLAUSE_END = re.compile(
    r"[,;!?()\[\]|+\n→&]|[.:](?!\d)|\s[-–—]+\s|[–—]|\s(?:but|then|но|зато|потом|затем|але|потім|tapi|lalu|pero|luego)\s"
)
_DIGIT_EDGE = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Clause:
    """The plain words of one clause, digits apart from letters: "vm x2" is vm, x, 2."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue(Generic[Meaning]):
    """A phrase found: what it means, its place among the clause's words, and whether it is negated."""

    meaning: Meaning
    clause: Clause
    start: int
    end: int
    negated: bool

    @property
    def text(self) -> str:
        """The words that were found."""
        return " ".join(self.clause.words[self.start : self.end])


def clauses(text: str) -> tuple[Clause, ...]:
    """The text cut where a thought ends; a negation does not reach across."""
    parts = (plain(part) for part in _CLAUSE_END.split(f" {fold(text)} "))
    return tuple(Clause(tuple(_DIGIT_EDGE.sub(" ", part).split())) for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Meaning]):
    words: tuple[tuple[str, bool], ...]  # (word, whether it is only a beginning)
    meaning: Meaning

    @property
    def weight(self) -> tuple[int, int, int]:
        """Which phrase of one place counts: more words, then more letters, then whole words."""
        letters = sum(len(word) for word, _ in self.words)
        return len(self.words), letters, sum(not beginning for _, beginning in self.words)

    def fits(self, words: Sequence[str], start: int) -> bool:
        end = start + len(self.words)
        return end <= len(words) and all(
            word.startswith(known) if beginning else word == known
            for word, (known, beginning) in zip(words[start:end], self.words, strict=True)
        )


class CueTable(Generic[Meaning]):
    """Phrases to look for. Of several at one place the one with the most words counts, then the longest."""

    def __init__(
        self, tables: Iterable[tuple[Meaning, str]], negations: Iterable[str] = (), just_before: str = ""
    ) -> None:
        index: dict[str, list[_Phrase[Meaning]]] = {}
        for meaning, phrases in tables:
            for words in _spelled(phrases):
                index.setdefault(words[0][0][:2], []).append(_Phrase(words, meaning))
        for known in index.values():
            known.sort(key=lambda phrase: phrase.weight, reverse=True)
        self._index: Mapping[str, list[_Phrase[Meaning]]] = index
        self._negations = frozenset(plain(word) for line in negations for word in line.split())
        self._just_before = frozenset(just_before.split())

    def find(self, text: str) -> list[Cue[Meaning]]:
        """The cues of a text, in the order in which they stand."""
        return [cue for clause in clauses(text) for cue in self._in(clause)]

    def _in(self, clause: Clause) -> Iterator[Cue[Meaning]]:
        place = free = 0
        while place < len(clause.words):
            phrase = self._at(clause.words, place)
            if phrase is None:
                place += 1
                continue
            before = clause.words[max(free, place - NEGATION_REACH) : place]
            end = place + len(phrase.words)
            yield Cue(phrase.meaning, clause, place, end, self._turns(before))
            place = free = end

    def _turns(self, before: Sequence[str]) -> bool:
        """Whether the words before a cue negate it; some do so only directly before it ("to close")."""
        return any(word in self._negations for word in before) or bool(set(before[-1:]) & self._just_before)

    def _at(self, words: Sequence[str], place: int) -> _Phrase[Meaning] | None:
        known = self._index.get(words[place][:2], ())
        return next((phrase for phrase in known if phrase.fits(words, place)), None)


def _spelled(phrases: str) -> Iterator[tuple[tuple[str, bool], ...]]:
    """Every wording of a phrase table, word by word."""
    for phrase in _wordings(phrases, str.strip):
        typed = ((plain(word), word.endswith("*")) for word in phrase.split())
        if words := tuple((word, beginning) for word, beginning in typed if word):
            yield words


def spell_out(phrases: str) -> Iterator[str]:
    """Every wording of a phrase table, plain: "[a|the|] refund" is three."""
    yield from _wordings(phrases, plain)


def _wordings(phrases: str, levelled: Callable[[str], str]) -> Iterator[str]:
    for phrase in phrases.split(";"):
        parts = (part.split("|") if i % 2 else (part,) for i, part in enumerate(_CHOICE.split(phrase)))
        for chosen in product(*(tuple(map(levelled, part)) for part in parts)):
            if words := " ".join(filter(None, chosen)):
                yield words
