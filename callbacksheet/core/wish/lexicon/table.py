"""R9, all languages in one look-up: from the first word of a phrase to what it may be, in which language.

Built once, at the first wish that is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TypeAlias

from callbacksheet.core.wish.lexicon import LANGUAGES
from callbacksheet.core.wish.lexicon.shape import Lexicon
from callbacksheet.core.wish.spec import Clock, Part, Period, Stretch, Third
from callbacksheet.core.wish.tokens import level

ROLES: dict[str, str] = {
    "am": "a", "pm": "a", "ampm": "a",
    "oclock": "k", "hour_mark": "k", "hour": "h",
    "article": "A", "the": "O", "of": "g", "on": "",
    "at": "@", "about": "~",
    "after": ">", "after_past": "V", "after_post": ")", "past": "P", "past_post": "Γ",
    "before": "<", "before_to": "v", "before_post": "(", "to_hour": "Q", "to_hour_post": "Λ",
    "minus": "S", "without": "ζ",
    "from": "F", "from_case": "ƒ", "to_case": "ð", "other_case": "ä", "day_case": "ö",
    "until": "T", "between": "B", "between_post": "",
    "and": "&", "or": "|", "not": "!", "busy": "!", "except": "X", "except_post": "ξ", "only": "",
    "next": "x", "coming": "x", "after_next": "x", "this": "t",
    "early": "e", "late": "l", "mid": "M", "end": "E", "start": "b", "rest": "R",
    "half": "H", "half_past": "η", "half_to": "K", "three_quarter_to": "κ", "quarter": "q", "three_quarters": "q",
    "in": "i", "in_doubt": "¿i", "after_now": "i", "within": "I", "from_now": "f", "from_now_doubt": "¿f", "more": "",
    "weekend": "W", "weekdays": "s", "work_week": "σ", "end_of_month": "σ", "end_of_week": "σ", "same_time": "=",
    "asap": "Z", "anytime": "Y", "any_day": "", "now": "N",
    "for": "φ", "call": "z", "number_of": "#", "counted": "%", "noise": "", "on_or_am": "υ", "tomorrow_or_morning": "$",
}  # fmt: skip
"""What a little word does, and the letter that stands for it in the grammar."""

MERGED: dict[frozenset[str], str] = {
    frozenset("Fg"): "δ", frozenset("@T"): "α", frozenset("@h"): "j", frozenset("iB"): "ι", frozenset("iP"): "ω",
    frozenset(")f"): ")", frozenset("fi"): "f", frozenset("<Q"): "v", frozenset(">P"): "V", frozenset("TQ"): "2",
    frozenset("<T"): "T", frozenset("@F"): "α", frozenset("iQ"): "Q", frozenset("i@"): "i", frozenset(">F"): ">",
    frozenset("@~"): "@", frozenset("|T"): "T", frozenset("gT"): "T", frozenset("VF"): "V", frozenset("Tv"): "v",
    frozenset("Q@"): "Q", frozenset("i>"): "i", frozenset("TI"): "T", frozenset("lf"): "λ", frozenset("l)"): "λ",
    frozenset("ef"): "e", frozenset("pu"): "π", frozenset("pΓ"): "Ψ", frozenset("Lq"): "q", frozenset("uO"): "ü",
    frozenset("XS"): "S", frozenset("us"): "ŝ", frozenset("gQ"): "Q", frozenset("<("): "(",
    frozenset(">)"): ")",
}  # fmt: skip
"""One word with two tasks gets a letter of its own, which the grammar reads either way."""

_DIRECT: dict[str, object] = {
    "work_week": Stretch(Period.WORK_WEEK),
    "end_of_month": Stretch(Period.MONTH, third=Third.END),
    "end_of_week": Stretch(Period.WEEK, third=Third.END),
    "coming": "coming", "after_next": "after next", "next": "next", "busy": "busy", "not": "not",
    "am": "am", "pm": "pm", "ampm": "ampm",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number as said: in words or in digits (how many of them), glued to the word before it or not."""

    value: int
    digits: int = 0
    zero: bool = False
    dot: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Both:
    """Two things said in one word: a day and a part of it ("tonight"), a number and its case."""

    first: object
    second: object


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase means in one language: its words after the first, its letter, its value."""

    rest: tuple[str, ...]
    letter: str
    value: object
    weight: int
    lendable: bool


Table: TypeAlias = dict[str, dict[str, tuple[Sense, ...]]]

_LENDABLE = frozenset("wmrcpuDJWsZYN><VTX")
_SHORTEST_LOAN = 4


@cache
def lexicon(language: str) -> Lexicon:
    """One language's own table."""
    module = import_module(f"callbacksheet.core.wish.lexicon.{language}")
    made: Lexicon = module.LEXICON
    return made


@cache
def table() -> Table:
    """Every phrase of every language, by its first word, the longest first."""
    joined: dict[str, dict[str, list[Sense]]] = {}
    for language in LANGUAGES:
        for (first, *rest), (letter, value) in senses(lexicon(language)).items():
            weight = sum(map(len, (first, *rest)))
            lendable = letter in _LENDABLE and (weight >= _SHORTEST_LOAN)
            sense = Sense(tuple(rest), letter, value, min(weight, 8) + len(rest), lendable)
            joined.setdefault(first, {}).setdefault(language, []).append(sense)
    return {
        first: {lang: tuple(sorted(each, key=_longest, reverse=True)) for lang, each in by_language.items()}
        for first, by_language in joined.items()
    }


def _longest(sense: Sense) -> int:
    return len(sense.rest)


def senses(words: Lexicon) -> dict[tuple[str, ...], tuple[str, object]]:
    """Each phrase of one language, as levelled words, with its letter and value; two tasks of one phrase are merged."""
    found: dict[tuple[str, ...], tuple[str, object]] = {}
    nots = {word for word in _split(words.roles["not"]) if " " not in word}
    for phrase, letter, value in _entries(words):
        key = tuple(phrase.split())
        if len(key) > 1 and key[0] in nots and letter in ("<", ">", "v"):
            continue  # "not before" is read as its two words, so that "not before 10 or after 4" keeps its sense
        if key and key in found:
            letter, value = _merge(found[key], (letter, value))
        if key:
            found[key] = (letter, value)
    return found


def _merge(old: tuple[str, object], new: tuple[str, object]) -> tuple[str, object]:
    """Of two meanings, the one that means something; of two that do, the letter made for both, else the first."""
    if not old[0] or not new[0]:
        return old if old[0] else new
    return MERGED.get(frozenset((old[0], new[0])), old[0]), old[1]


def _entries(words: Lexicon) -> Iterator[tuple[str, str, object]]:
    yield from _indexed(words.weekdays, "w")
    for month, phrases in enumerate(words.months, 1):
        yield from ((p, "m", month) for p in _split(phrases))
    yield from _valued(words.days, "r")
    for value, phrases in words.numbers.items():
        yield from ((p, "n", Number(value)) for p in _split(phrases))
    for value, phrases in words.vague.items():
        yield from ((p, "n", Number(value, vague=True)) for p in _split(phrases))
    yield from _valued(words.ordinals, "o")
    yield from _valued(words.parts, "p")
    for day_part, phrases in words.day_parts.items():
        yield from ((p, "rp", Both(*day_part)) for p in _split(phrases))
    for minute, phrases in words.clocks.items():
        yield from ((p, "c", Clock(minute, fixed=True)) for p in _split(phrases))
    for unit, phrases in words.units.items():
        yield from ((p, "u", unit) for p in _split(phrases))
    yield from _valued(words.spans, "L")
    for role, phrases in words.roles.items():
        yield from ((p, ROLES[role], _DIRECT.get(role, role)) for p in _split(phrases))
    if words.compounds:
        yield from _compounds(words)
    yield from _cased(words)
    if words.half_prefix:
        yield from _halved(words)


def _indexed(each: tuple[str, ...], letter: str) -> Iterator[tuple[str, str, object]]:
    for index, phrases in enumerate(each):
        yield from ((p, letter, index) for p in _split(phrases))


def _valued(each: object, letter: str) -> Iterator[tuple[str, str, object]]:
    for value, phrases in each.items():  # type: ignore[attr-defined]
        yield from ((p, letter, value) for p in _split(phrases))


def _compounds(words: Lexicon) -> Iterator[tuple[str, str, object]]:
    """Weekday or day, and part of the day, in one word: "Dienstagabend", "morgenavond"."""
    parts = [(p, part) for part, phrases in words.parts.items() for p in _split(phrases) if " " not in p]
    parts += [(p, Part.MORNING) for p in _split(words.roles.get("tomorrow_or_morning", "")) if len(p) > 4]
    for day, phrases in enumerate(words.weekdays):
        for name in (p for p in _split(phrases) if len(p) > 4 and " " not in p):
            yield from ((name + p, "wp", Both(day, part)) for p, part in parts)
    for offset, phrases in words.days.items():
        for name in (p for p in _split(phrases) if len(p) > 3 and " " not in p):
            yield from ((name + p, "rp", Both(offset, part)) for p, part in parts)


def _halved(words: Lexicon) -> Iterator[tuple[str, str, object]]:
    """Half an hour before, in one word with the hour: "полшестого"."""
    for value, phrases in words.ordinals.items():
        if value <= 12:
            names = [p for p in _split(phrases) if p.endswith("го")]
            yield from ((level(words.half_prefix) + p, "Ko", Both("half_to", value)) for p in names)


def _cased(words: Lexicon) -> Iterator[tuple[str, str, object]]:
    """Number words with an ending that says from, to or at, written in one: "beşten", "yediye"."""
    for ending, letter in words.case_endings:
        for value, phrases in words.numbers.items():
            made = Both(Number(value), letter) if ROLES[letter] else Number(value)
            yield from ((p + level(ending), "n" + ROLES[letter], made) for p in _split(phrases))


def _split(phrases: str) -> list[str]:
    return [" ".join(p.replace("'", " " if p[:1] < "\u0370" else "").replace("-", " ").replace("/", " ").split())
            for p in (q.strip() for q in level(phrases).split(",")) if p]  # fmt: skip
