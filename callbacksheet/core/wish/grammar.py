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


Ready: TypeAlias = tuple[tuple[frozenset[str], Callable[..., re.Match[str] | None], Action], ...]


def rule(pattern: str, action: Action) -> Rule:
    return Rule(pattern, action)


def ready(rules: tuple[Rule, ...]) -> Ready:
    """The rules with their patterns compiled; done at the first reading, so that importing stays quick."""
    return tuple((asked_for(each.pattern), re.compile(each.pattern).search, each.action) for each in rules)


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


def reduce(line: Line, rules: Ready, manner: Manner) -> None:
    """Apply each rule in turn, from left to right, as often as it matches."""
    letters, values = line.letters, line.values
    for asked, search, action in rules:
        if asked and asked.isdisjoint(letters):
            continue
        match = search(letters)
        while match:
            start, end = match.span()
            made = action(values[start:end], match.group(), manner)
            if made is None:
                match = search(letters, start + 1)
                continue
            new, put = made
            letters = letters[:start] + new + letters[end:]
            values[start:end] = put
            match = search(letters, start if len(new) < end - start else start + len(new))
    line.letters = letters
