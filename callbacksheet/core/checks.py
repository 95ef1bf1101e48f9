"""R15: what a row's texts give away (somebody angry, something private), and the sentence of every flag.

The words that set a check off are told on the row only; reminders and logs never repeat what is private.
"""

from __future__ import annotations

import re
from functools import lru_cache

from callbacksheet.core.check_words import ESCALATION_WORDS, HEALTH_WORDS, NOT_ESCALATION
from callbacksheet.core.cues import CueTable
from callbacksheet.core.headers import header_word
from callbacksheet.core.model import Code, Column, Issue, Language
from callbacksheet.core.private import private_number
from callbacksheet.core.sentences import ANOTHER_ROW, ANOTHER_ROWS, KINDS, PLACES, SENTENCES
from callbacksheet.core.status_words import NEGATIONS

LONGEST_DETAIL = 60
"""Characters of a detail that a sentence repeats."""

_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_PLACE = re.compile(r"\{(\d)\}")
_OF_COLUMNS = frozenset({Code.FORMULA, Code.LEFT_ALONE, Code.WHO_CHANGED})
_COLUMN_NAMES = frozenset(column.value for column in Column)


@lru_cache(maxsize=16_384)
def asks_escalation(text: str) -> str | None:
    """The word that says the caller is angry or wants somebody in charge; None where nothing does."""
    cues = _escalation().find(text)
    return next((cue.text for cue in cues if cue.meaning and not cue.negated), None)


@lru_cache(maxsize=16_384)
def sensitive_kind(text: str) -> str | None:
    """What kind of private thing stands in the text, if any: a key of ``KINDS``, the same in every language."""
    return private_number(text) or ("health" if _health().find(text) else None)


def sentence(issue: Issue, language: Language) -> str:
    """What is wrong with the row and what to do, in one plain sentence for its Check cell."""
    return _sentence(issue, language)


@lru_cache(maxsize=16_384)
def _sentence(issue: Issue, language: Language) -> str:
    places = len(PLACES[issue.code])
    details = [_shown(issue.code, detail, language) for detail in issue.details if detail.strip()]
    if len(details) > places > 0:
        details[places - 1 :] = [_cut(", ".join(details[places - 1 :]))]
    parts = _OPTIONAL.split(SENTENCES[issue.code][language])
    text = "".join(_filled(part, details, optional=n % 2 == 1) for n, part in enumerate(parts))
    return text[:1].upper() + text[1:]


def _filled(part: str, details: list[str], *, optional: bool) -> str:
    """A part with its details in their places; where one is missing an optional part is nothing."""
    if optional and any(int(n) >= len(details) for n in _PLACE.findall(part)):
        return ""
    return _PLACE.sub(lambda place: (*details, "…", "…")[int(place[1])], part)


def _shown(code: Code, detail: str, language: Language) -> str:
    """A detail in the reader's words: columns and private kinds by their name, long text cut."""
    if code in _OF_COLUMNS and detail in _COLUMN_NAMES:
        return header_word(Column(detail), language)
    if code is Code.SENSITIVE and detail in KINDS:
        return KINDS[detail][language]
    if code is Code.DISPLACED and detail == ANOTHER_ROW:
        return ANOTHER_ROWS[language]
    return _cut(" ".join(detail.split()))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_DETAIL else f"{text[: LONGEST_DETAIL - 1].rstrip()}…"


@lru_cache(maxsize=1)
def _escalation() -> CueTable[bool]:
    return CueTable([(True, ESCALATION_WORDS), (False, NOT_ESCALATION)], NEGATIONS)


@lru_cache(maxsize=1)
def _health() -> CueTable[bool]:
    return CueTable([(True, HEALTH_WORDS)])
