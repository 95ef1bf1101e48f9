"""The grammar's own machinery: a rule is skipped only where it could not have matched."""

from __future__ import annotations

import re

import pytest

from callbacksheet.core.wish.grammar import asked_for
from callbacksheet.core.wish.reading import RULES
from tests.core.wish.test_any_text import WORDS


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("n[hk]", "n"),
        ("[xt]?W[xt]?", "W"),
        ("[gδ]+c", "c"),
        ("a|b", ""),
        ("(?<=J)[,&]?n[hj]", "n"),
        ("D[z,]?!(?![τcn])", "D"),
        ("[FB]?c", "c"),
    ],
)
def test_a_rule_asks_for_the_fewest_letters_that_every_match_has(pattern: str, letters: str) -> None:
    assert asked_for(pattern) == frozenset(letters)


def test_no_rule_matches_a_line_without_the_letters_it_asks_for() -> None:
    alphabet = sorted({letter for rule in RULES for letter in asked_for(rule.pattern)})
    for rule in RULES:
        asked = asked_for(rule.pattern)
        if asked:
            others = "".join(letter for letter in alphabet if letter not in asked)
            lines = [others, others[::-1], *(a + b + a for a in others for b in others)]
            assert not any(re.search(rule.pattern, line) for line in lines), rule.pattern


def test_the_lexicons_hold_thousands_of_phrases() -> None:
    assert len(WORDS) > 5000
