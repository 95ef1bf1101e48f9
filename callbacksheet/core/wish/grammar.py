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


class Agenda:
    """The rules made ready at the first reading, and which of them a line with certain letters can be touched by."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        made = (
            Prepared(at, asked_for(r.pattern), re.compile(r.pattern).search, r.action) for at, r in enumerate(rules)
        )
        self._rules = tuple(made)
        self._known: dict[frozenset[str], tuple[Prepared, ...]] = {}

    def of(self, letters: frozenset[str]) -> tuple[Prepared, ...]:
        """In order, the rules that may match a line of these letters."""
        found = self._known.get(letters)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = tuple(r for r in self._rules if not r.asked or not r.asked.isdisjoint(letters))
            self._known[letters] = found
        return found


@dataclass(frozen=True, slots=True)
class Prepared:
    """A rule with its place, the letters it asks for, and its pattern compiled."""

    place: int
    asked: frozenset[str]
    search: Callable[..., re.Match[str] | None]
    action: Action


_MOST_KNOWN = 4096


def asked_for(pattern: str) -> frozenset[str]:
    """Letters of which any match of a pattern holds at least one, the fewest that can be told; empty if none can.

    Most rules cannot match most lines; this says so faster than their pattern does.
    """
    if "|" in _GROUP.sub("", pattern):
        return frozenset()
    flat = _GROUP.sub(" ", _AROUND.sub(" ", pattern))
    classes = [m.group(1) or m.group(2) for m in _SURE.finditer(flat)]
    plain = [frozenset(each.replace("\\", "")) for each in classes if each and not each.startswith("^")]
    return min(plain, key=len, default=frozenset())


_AROUND = re.compile(r"\(\?<?[!=](?:\[[^\]]*\]|\\.|\((?:\[[^\]]*\]|[^()\[\]])*\)|[^()\[\]])*\)")
_GROUP = re.compile(
    r"\((?:\[[^\]]*\]|\\.|\((?:\[[^\]]*\]|\\.|[^()\[\]])*\)|[^()\[\]])*\)[?*+]?|\[[^\]]*\|[^\]]*\][?*+]?"
)
_SURE = re.compile(r"\[[^\]]*\][?*]|(?:\\.|[^\[\]])[?*]|\[([^\]]+)\]|(\\.|[^\s\[\]()^$?*+\\])")


def reduce(line: Line, agenda: Agenda, manner: Manner) -> None:
    """Apply each rule in turn, from left to right, as often as it matches."""
    present = frozenset(line.letters)
    todo, at = agenda.of(present), 0
    while at < len(todo):
        each = todo[at]
        at += 1
        if _apply(each, line, manner):
            now = frozenset(line.letters)
            if not now <= present:
                todo = agenda.of(now)
                at = next((i for i, later in enumerate(todo) if later.place > each.place), len(todo))
                present = now


def _apply(rule: Prepared, line: Line, manner: Manner) -> bool:
    """One rule, as often as it matches; whether it changed the line."""
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
    changed = letters is not line.letters
    line.letters = letters
    return changed
