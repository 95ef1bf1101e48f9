"""R4: what a call is about, as a key. A known phrase is its label, one followed by a number keeps the number.

Only the whole text is looked up: "resched" and "move appt" are one reason, "reschedule my color" is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from callbacksheet.core.cues import spell_out
from callbacksheet.core.model import Language
from callbacksheet.core.reason_words import NUMBER_WORDS, REASONS, UNKNOWN_SHOWN, UNKNOWN_WORDS
from callbacksheet.core.shop import ReasonWords, Shop
from callbacksheet.core.text import plain

UNKNOWN = "unknown"

_LETTER_THEN_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")
_LONGEST_ALIAS = 80
_SHORTEST_REFERENCE = 3


def reason_key(text: str, shop: Shop) -> str:
    """The key that makes two calls of one caller the same matter; ``UNKNOWN`` where nobody knows it yet.

    The shop's own words win over the shipped ones.
    """
    return _key(text, shop.reasons)


def reason_shown(text: str, key: str, language: Language) -> str:
    """How lists and messages name the reason: the caller's words, or that somebody has to ask first."""
    return UNKNOWN_SHOWN[language] if key == UNKNOWN else text


@lru_cache(maxsize=65_536)
def _key(text: str, own: tuple[ReasonWords, ...]) -> str:
    words = plain(text)
    if not words:
        return UNKNOWN
    if len(words) > _LONGEST_ALIAS:
        return words
    aliases = _aliases(own)
    return _label(words, aliases) or _label(_LETTER_THEN_DIGIT.sub(" ", words), aliases) or words


def _label(words: str, aliases: Mapping[str, str]) -> str | None:
    """The label of the whole text, with the number it keeps ("invoice 2207", also said "2207 invoice")."""
    if words in aliases:
        return aliases[words]
    tokens = words.split()
    for cut in range(len(tokens) - 1, 0, -1):
        label = aliases.get(" ".join(tokens[:cut]), UNKNOWN)
        if label != UNKNOWN and (number := _number(tokens[cut:], label, aliases)):
            return f"{label} {number}"
    return _number_within(tokens, aliases)


def _number(tokens: list[str], label: str, aliases: Mapping[str, str]) -> str:
    """The number that follows an alias, without "no." or the alias said again; "" among other words."""
    kept = [t for t in tokens if t not in NUMBER_WORDS and aliases.get(t) != label]
    return " ".join(kept) if kept and all(_has_digit(t) for t in kept) else ""


def _number_within(tokens: list[str], aliases: Mapping[str, str]) -> str | None:
    """ "2207 invoice", "order 2207 status": three digits or more, since "2 bookings" is not booking 2."""
    numbers = [t for t in tokens if t.isdigit() and len(t) >= _SHORTEST_REFERENCE]
    if len(numbers) != 1:
        return None
    label = aliases.get(" ".join(t for t in tokens if t != numbers[0]), UNKNOWN)
    return f"{label} {numbers[0]}" if label != UNKNOWN else None


def _has_digit(token: str) -> bool:
    return any(c.isdigit() for c in token)


@lru_cache(maxsize=64)
def _aliases(own: tuple[ReasonWords, ...]) -> Mapping[str, str]:
    """Every phrase known to this shop -> its label."""
    known = dict(shipped_aliases())
    for reason in own:
        for phrase in (reason.label, *reason.aliases):
            if words := plain(phrase):
                known[words] = reason.label
    return known


def shipped_aliases() -> Iterator[tuple[str, str]]:
    """(phrase, label) of everything that ships, each phrase spelled out and plain."""
    for label, languages in ((UNKNOWN, UNKNOWN_WORDS), *REASONS.items()):
        yield plain(label), label
        for phrases in languages.values():
            yield from ((words, label) for words in spell_out(phrases))
