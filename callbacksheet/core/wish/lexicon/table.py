"""R9, all languages in one look-up: from the first word of a phrase to what it may be, in which language.

Each language's phrases are listed at the first wish that is read, and sorted out word by word as words are met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TypeAlias, TypeVar

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
    "told": "þ", "appointment": "ŋ", "last": "ł", "weekday_number": "ß", "year": "ŷ", "zone": "¿",
    "since": ">", "onto": "@", "by_in": "<", "through": "T", "in_the_week": "s", "of_date": "δ", "from_date": "F",
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


@dataclass(frozen=True, slots=True)
class Entry:
    """What a first word means in one language: ``alone``, and with ``longer`` phrases by their second word."""

    alone: Sense | None
    longer: Mapping[str, tuple[Sense, ...]]
    """The longest first."""

    @property
    def senses(self) -> tuple[Sense, ...]:
        """Every phrase that begins with this word."""
        longer = tuple(sense for each in self.longer.values() for sense in each)
        return longer if self.alone is None else (*longer, self.alone)


Meaning: TypeAlias = tuple[str, object]
_Key = TypeVar("_Key")

_LENDABLE = frozenset("wmrcpuDJWsZYN><VTX")
_SHORTEST_LOAN = 4


@cache
def lexicon(language: str) -> Lexicon:
    """One language's own table."""
    module = import_module(f"callbacksheet.core.wish.lexicon.{language}")
    made: Lexicon = module.LEXICON
    return made


class Table:
    """Every phrase of every language, by its first word."""

    def __init__(self) -> None:
        self._languages: list[tuple[str, dict[str, Meaning], dict[str, list[str]]]] = []
        for language in LANGUAGES:
            phrases = senses(lexicon(language))
            self._languages.append((language, phrases, _by_first_word(phrases)))
        self._met: dict[str, Mapping[str, Entry]] = {}

    def get(self, word: str) -> Mapping[str, Entry]:
        """What a word may begin, by language, in the order of the languages; empty for a word nobody has."""
        found = self._met.get(word)
        if found is None:
            found = {
                language: _entry(word, phrases, longer.get(word, ()))
                for language, phrases, longer in self._languages
                if word in phrases or word in longer
            }
            if not found:
                return _NOTHING
            self._met[word] = found
        return found


def _entry(word: str, phrases: Mapping[str, Meaning], longer: Iterable[str]) -> Entry:
    by_second: dict[str, list[Sense]] = {}
    for phrase in sorted(longer, key=_spaces, reverse=True):
        sense = _sense(phrase, phrases[phrase])
        by_second.setdefault(sense.rest[0], []).append(sense)
    alone = phrases.get(word)
    return Entry(
        None if alone is None else _sense(word, alone), {second: tuple(each) for second, each in by_second.items()}
    )


_NOTHING: Mapping[str, Entry] = {}


@cache
def table() -> Table:
    """The one table."""
    return Table()


def _by_first_word(phrases: Mapping[str, Meaning]) -> dict[str, list[str]]:
    longer: dict[str, list[str]] = {}
    for phrase in phrases:
        if " " in phrase:
            longer.setdefault(phrase[: phrase.index(" ")], []).append(phrase)
    return longer


def _spaces(phrase: str) -> int:
    return phrase.count(" ")


def _sense(phrase: str, meaning: Meaning) -> Sense:
    letter, value = meaning
    first, *rest = phrase.split(" ")
    weight = len(first) + sum(map(len, rest))
    lendable = letter in _LENDABLE and weight >= _SHORTEST_LOAN
    return Sense(tuple(rest), letter, value, min(weight, 8) + len(rest), lendable)


def senses(words: Lexicon) -> dict[str, Meaning]:
    """Each phrase of one language, levelled, with its letter and value; two tasks of one phrase are merged."""
    found: dict[str, Meaning] = {}
    nots = frozenset(_split(words.roles["not"]))
    _put_names(found, words)
    for role, phrases in words.roles.items():
        meaning = ROLES[role], _DIRECT.get(role, role)
        each = _split(phrases)
        if meaning[0] in ("<", ">", "v"):  # read word by word, so that "not before 10 or after 4" keeps its sense
            each = [p for p in each if " " not in p or p[: p.index(" ")] not in nots]
        _put(found, each, meaning)
    if words.compounds:
        _put_compounds(found, words)
    _put_cased(found, words)
    if words.half_prefix:
        _put_halved(found, words)
    return found


def _put(found: dict[str, Meaning], phrases: Iterable[str], meaning: Meaning) -> None:
    for phrase in phrases:
        old = found.setdefault(phrase, meaning)
        if old is not meaning:
            found[phrase] = _merge(old, meaning)


def _merge(old: Meaning, new: Meaning) -> Meaning:
    """Of two meanings, the one that means something; of two that do, the letter made for both, else the first."""
    if not old[0] or not new[0]:
        return old if old[0] else new
    return MERGED.get(frozenset((old[0], new[0])), old[0]), old[1]


def _put_names(found: dict[str, Meaning], words: Lexicon) -> None:
    """Names of days, numbers and parts of the day, in the order that decides between equals."""
    _put_each(found, dict(enumerate(words.weekdays)), "w")
    _put_each(found, dict(enumerate(words.months, 1)), "m")
    _put_each(found, words.days, "r")
    _put_each(found, words.numbers, "n", Number)
    _put_each(found, words.vague, "n", lambda value: Number(value, vague=True))
    _put_each(found, words.ordinals, "o")
    _put_each(found, words.parts, "p")
    _put_each(found, words.day_parts, "rp", lambda day_part: Both(*day_part))
    _put_each(found, words.weekday_parts, "wp", lambda day_part: Both(*day_part))
    _put_each(found, words.clocks, "c", lambda minute: Clock(minute, fixed=True))
    _put_each(found, words.units, "u")
    _put_each(found, words.spans, "L")


def _put_each(
    found: dict[str, Meaning],
    each: Mapping[_Key, str],
    letter: str,
    made: Callable[[_Key], object] = lambda value: value,
) -> None:
    for given, phrases in each.items():
        _put(found, _split(phrases), (letter, made(given)))


def _put_compounds(found: dict[str, Meaning], words: Lexicon) -> None:
    """Weekday or day, and part of the day, in one word: "Dienstagabend", "morgenavond"."""
    parts = [(p, part) for part, phrases in words.parts.items() for p in _split(phrases) if " " not in p]
    parts += [(p, Part.MORNING) for p in _split(words.roles.get("tomorrow_or_morning", "")) if len(p) > 4]
    for day, phrases in enumerate(words.weekdays):
        for name in (p for p in _split(phrases) if len(p) > 4 and " " not in p):
            for p, part in parts:
                _put(found, (name + p,), ("wp", Both(day, part)))
    for offset, phrases in words.days.items():
        for name in (p for p in _split(phrases) if len(p) > 3 and " " not in p):
            for p, part in parts:
                _put(found, (name + p,), ("rp", Both(offset, part)))


def _put_halved(found: dict[str, Meaning], words: Lexicon) -> None:
    """Half an hour before, in one word with the hour: "полшестого"."""
    prefix = level(words.half_prefix)
    for value, phrases in words.ordinals.items():
        if value <= 12:
            each = [prefix + p for p in _split(phrases) if p.endswith("го")]
            _put(found, each, ("Ko", Both("half_to", value)))


def _put_cased(found: dict[str, Meaning], words: Lexicon) -> None:
    """Number words with an ending that says from, to or at, written in one: "beşten", "yediye"."""
    if not words.case_endings:
        return
    numbers = {value: _split(phrases) for value, phrases in words.numbers.items()}
    for typed, role in words.case_endings:
        ending, letter = level(typed), ROLES[role]
        for value, names in numbers.items():
            made = Both(Number(value), role) if letter else Number(value)
            _put(found, [name + ending for name in names], ("n" + letter, made))


def _split(phrases: str) -> list[str]:
    """The alternatives of one field, levelled; hyphens and slashes part words, apostrophes as in ``tokens``."""
    levelled = " ".join(level(phrases).replace("-", " ").replace("/", " ").split())
    each = levelled.replace(" ,", ",").replace(", ", ",").split(",")
    if "'" in levelled:
        each = [" ".join(p.replace("'", " " if p[0] < "\u0370" else "").split()) for p in each if p]
    return [p for p in each if p]
