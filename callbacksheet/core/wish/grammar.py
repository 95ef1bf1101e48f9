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

    pattern: re.Pattern[str]
    action: Action


def rule(pattern: str, action: Action) -> Rule:
    return Rule(re.compile(pattern), action)


def reduce(line: Line, rules: tuple[Rule, ...], manner: Manner) -> None:
    """Apply each rule in turn, from left to right, as often as it matches."""
    letters, values = line.letters, line.values
    for each in rules:
        search, action = each.pattern.search, each.action
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
