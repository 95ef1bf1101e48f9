"""Reading prose by cues: phrases found in what the desk typed, in any language at once, negated or not.

A phrase table is text parted by ";": ``answer*`` is "answered" too, ``[left|leave|] msg`` is three phrases.
A cue is looked for within a clause; "not", "не", "belum" up to three words before it turn it around.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Generic, TypeAlias, TypeVar

from callbacksheet.core.text import fold, plain

Meaning = TypeVar("Meaning")

NEGATION_REACH = 3
"""Words between a negation and what it negates, at most: "not (been fully) booked"."""

_ROOT = 2
"""Letters by which beginnings are looked up; no phrase table has a shorter one."""

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


@lru_cache(maxsize=16_384)
def clauses(text: str) -> tuple[Clause, ...]:
    """The text cut where a thought ends; a negation does not reach across."""
    parts = (plain(part) for part in _CLAUSE_END.split(f" {fold(text)} "))
    return tuple(Clause(tuple(_DIGIT_EDGE.sub(" ", part).split())) for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Meaning]):
    """The words of a phrase, each with whether it is only a beginning."""

    words: tuple[tuple[str, bool], ...]
    meaning: Meaning

    @property
    def weight(self) -> tuple[int, int, int]:
        """Which phrase of one place counts: more words, then more letters, then whole words."""
        letters = sum(len(word) for word, _ in self.words)
        return len(self.words), letters, sum(not beginning for _, beginning in self.words)

    def fits(self, words: Sequence[str], start: int) -> bool:
        if start + len(self.words) > len(words):
            return False
        return all(
            words[start + n].startswith(known) if beginning else words[start + n] == known
            for n, (known, beginning) in enumerate(self.words)
        )


_Key: TypeAlias = tuple[str, bool, str]
"""The first word (or its root, where the phrase is a beginning), and the root of the second word."""


class CueTable(Generic[Meaning]):
    """Phrases to look for. Of several at one place the one with the most words counts, then the longest."""

    def __init__(
        self,
        tables: Iterable[tuple[Meaning, str]],
        negations: str = "",
        *,
        yet_to_be: str = "",
        just_before: str = "",
    ) -> None:
        self._known: dict[_Key, list[_Phrase[Meaning]]] = {}
        for meaning, phrases in tables:
            for words in _spelled(phrases):
                (first, beginning), second = words[0], words[1][0] if len(words) > 1 else ""
                key = (first[:_ROOT] if beginning else first, beginning, second[:_ROOT])
                self._known.setdefault(key, []).append(_Phrase(words, meaning))
        for found in self._known.values():
            found.sort(key=lambda phrase: phrase.weight, reverse=True)
        self._whole = frozenset(first for first, beginning, _ in self._known if not beginning)
        self._roots = frozenset(first for first, beginning, _ in self._known if beginning)
        self._negations = frozenset(plain(negations).split())
        self._yet_to_be = frozenset(plain(yet_to_be).split())
        self._just_before = frozenset(plain(just_before).split())

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
            end = place + len(phrase.words)
            yield Cue(phrase.meaning, clause, place, end, self._turned(clause.words, free, place))
            place = free = end

    def _turned(self, words: Sequence[str], free: int, place: int) -> bool:
        """Whether the words before a cue negate it.

        The "no" of an earlier cue is used up ("no answer closed"), its "pending" is not ("pending payment").
        """
        nearest = max(0, place - NEGATION_REACH)
        return (
            not self._negations.isdisjoint(words[max(free, nearest) : place])
            or not self._yet_to_be.isdisjoint(words[nearest:place])
            or not self._just_before.isdisjoint(words[max(free, place - 1) : place])
        )

    def _at(self, words: Sequence[str], place: int) -> _Phrase[Meaning] | None:
        """The weightiest phrase that begins here."""
        word, root = words[place], words[place][:_ROOT]
        if word not in self._whole and root not in self._roots:
            return None  # as most words are
        second = words[place + 1][:_ROOT] if place + 1 < len(words) else ""
        best = None
        for key in ((word, False, second), (root, True, second), (word, False, ""), (root, True, "")):
            phrase = next((p for p in self._known.get(key, ()) if p.fits(words, place)), None)
            if phrase is not None and (best is None or phrase.weight > best.weight):
                best = phrase
        return best


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
