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
        ("n[hk]", ["n", "hk"]),
        ("[xt]?W[xt]?", ["W"]),
        ("[gδ]+c", ["c", "gδ"]),
        ("a|b", []),
        ("n(?:c|d)", ["n"]),
        ("(?<=J)[,&]?n[hj]", ["n", "hj"]),
        ("D[z,]?!(?![τcn])", ["D", "!"]),
        ("[FB]?c", ["c"]),
        ("[^F]c", ["c"]),
        ("n-?n", ["n"]),
    ],
)
def test_a_rule_asks_for_letters_that_every_match_has(pattern: str, letters: list[str]) -> None:
    assert asked_for(pattern) == tuple(map(frozenset, letters))


def test_no_rule_matches_a_line_without_the_letters_it_asks_for() -> None:
    alphabet = sorted({letter for rule in RULES for each in asked_for(rule.pattern) for letter in each})
    for rule in RULES:
        for asked in asked_for(rule.pattern):
            others = "".join(letter for letter in alphabet if letter not in asked)
            lines = [others, others[::-1], *(a + b + a for a in others for b in others)]
            assert not any(re.search(rule.pattern, line) for line in lines), rule.pattern


def test_the_lexicons_hold_thousands_of_phrases() -> None:
    assert len(WORDS) > 5000
