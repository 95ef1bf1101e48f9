"""R9, the window grammar: patterns over the letters of a line, in order, each turning what it matches into less.

Letters (``lexicon.table.ROLES`` gives those of the little words; these are built here):
c clock time · D day · J length of time · G ahead of the call · T, F, B … as the words they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from callbacksheet.core.shop import DateOrder
from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.lexing import Line


@dataclass(frozen=True, slots=True)
class Manner:
    """What a rule may ask: the language it reads, the order of dates, whether that order is known."""

    words: Lexicon
    order: DateOrder
    order_known: bool


Made: TypeAlias = tuple[str, list[object]] | None
Action: TypeAlias = Callable[[list[object], str, Manner], Made]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where the pattern matches, the action makes new letters and values, or None to leave it."""

    pattern: str
    action: Action


def rule(pattern: str, action: Action) -> Rule:
    return Rule(pattern, action)


class Prepared:
    """A rule with its place and, one bit for each, the sets of letters it asks for.

    Its pattern is compiled when it is first looked for.
    """

    __slots__ = ("action", "asks", "pattern", "place", "search")

    def __init__(self, place: int, rule: Rule, asks: int) -> None:
        self.place = place
        self.pattern = rule.pattern
        self.asks = asks
        self.action = rule.action
        self.search: Callable[..., re.Match[str] | None] = self._first_search

    def _first_search(self, letters: str) -> re.Match[str] | None:
        self.search = re.compile(self.pattern).search
        return self.search(letters)


class Agenda:
    """The rules made ready at the first reading, and which of them comes next for a line of certain letters."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        asked = [asked_for(each.pattern) for each in rules]
        bits = {
            letters: 1 << at for at, letters in enumerate(dict.fromkeys(letters for each in asked for letters in each))
        }
        self._rules = tuple(
            Prepared(place, each, sum(bits[letters] for letters in sets))
            for place, (each, sets) in enumerate(zip(rules, asked, strict=True))
        )
        self._bits: dict[str, int] = {}
        for letters, bit in bits.items():
            for letter in letters:
                self._bits[letter] = self._bits.get(letter, 0) | bit
        self._likely: dict[frozenset[str], tuple[Prepared, ...]] = {}
        self._next: dict[tuple[str, int], Prepared | None] = {}

    def next(self, letters: str, place: int) -> Prepared | None:
        """The first rule, of those at or after a place, that matches a line of these letters; lines are often alike."""
        try:
            return self._next[letters, place]
        except KeyError:
            if len(self._next) >= _MOST_KNOWN:
                self._next.clear()
        found = next((r for r in self.of(frozenset(letters)) if r.place >= place and r.search(letters)), None)
        self._next[letters, place] = found
        return found

    def of(self, letters: frozenset[str]) -> tuple[Prepared, ...]:
        """In order, the rules that may match a line of these letters."""
        found = self._likely.get(letters)
        if found is None:
            if len(self._likely) >= _MOST_KNOWN:
                self._likely.clear()
            given = 0
            for letter in letters:
                given |= self._bits.get(letter, 0)
            found = tuple([r for r in self._rules if r.asks & given == r.asks])
            self._likely[letters] = found
        return found


_MOST_KNOWN = 4096


def asked_for(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of letters of each of which any match of a pattern holds one, as far as can be told; the smallest first.

    Most rules cannot match most lines; this says so faster than their pattern does.
    """
    if "|" in _GROUP.sub("", pattern):
        return ()
    flat = _GROUP.sub(" ", _AROUND.sub(" ", pattern))
    classes = [m.group(1) or m.group(2) for m in _SURE.finditer(flat)]
    plain = [frozenset(each.replace("\\", "")) for each in classes if each and not each.startswith("^")]
    return tuple(sorted(dict.fromkeys(plain), key=len))


_AROUND = re.compile(r"\(\?<?[!=](?:\[[^\]]*\]|\\.|\((?:\[[^\]]*\]|[^()\[\]])*\)|[^()\[\]])*\)")
_GROUP = re.compile(
    r"\((?:\[[^\]]*\]|\\.|\((?:\[[^\]]*\]|\\.|[^()\[\]])*\)|[^()\[\]])*\)[?*+]?|\[[^\]]*\|[^\]]*\][?*+]?"
)
_SURE = re.compile(r"\[[^\]]*\][?*]|(?:\\.|[^\[\]])[?*]|\[([^\]]+)\]|(\\.|[^\s\[\]()^$?*+\\])")


def reduce(line: Line, agenda: Agenda, manner: Manner) -> None:
    """Apply each rule in turn, from left to right, as often as it matches."""
    each = agenda.next(line.letters, 0)
    while each is not None:
        _apply(each, line, manner)
        each = agenda.next(line.letters, each.place + 1)


def _apply(rule: Prepared, line: Line, manner: Manner) -> None:
    """One rule, as often as it matches."""
    letters, values, search = line.letters, line.values, rule.search
    match = search(letters)
    while match is not None:
        start, end = match.span()
        made = rule.action(values[start:end], match.group(), manner)
        if made is None:
            match = search(letters, start + 1)
            continue
        new, put = made
        letters = letters[:start] + new + letters[end:]
        values[start:end] = put
        match = search(letters, start if len(new) < end - start else start + len(new))
    line.letters = letters
