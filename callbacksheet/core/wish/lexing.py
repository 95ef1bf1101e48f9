"""R9, from tokens to letters: what each piece is in one language, with words lent by the others where it has none.

A text becomes a line: one letter per item, which the grammar's patterns match, and one value per letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from callbacksheet.core.wish.lexicon.table import Both, Entry, Number, Sense, Table, table
from callbacksheet.core.wish.spec import Clock
from callbacksheet.core.wish.tokens import Kind, Token

ORDINAL_ENDINGS = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "re",
        "e",
        "eme",
        "ieme",
        "ste",
        "de",
        "ra",
        "ro",
        "o",
        "º",
        "го",
        "й",
        "я",
        "е",
        "му",
        "ому",
        "ого",
        "ой",
        "ым",
        "ага",
        "и",
        "те",
        "ге",
        "to",
        "go",
        "tego",
        "stego",
        "ego",
        "a",
    ]
)
HOUR_ENDINGS = frozenset(["ej", "stej", "ta", "sta", "tej"])
"""Endings of an hour in Polish: "o 15stej"."""
CYRILLIC_HOURS = frozenset(["и", "іи", "ои", "оі", "і", "а", "у", "ю", "та", "ту", "ти", "ми", "ть", "х", "ма"])
"""Endings of an hour, levelled: "о 15-й", "на 5-ту", "до 10-ти"; days of a month end in "-го", "-е", "-му"."""
CYRILLIC_DAYS = frozenset(["го", "ого", "му", "ому", "е", "те", "ге", "ше", "ме", "ое", "ым", "ом", "и"])
_LEAST_SHARE = 0.6
_MOST_LANGUAGES = 3


@dataclass(slots=True)
class Guess:
    """Two numbers with a mark between, as yet anything: 15.2 a date, a time or a decimal; 1/2 a date or a half."""

    first: int
    second: int
    mark: str
    typed: str
    dotted: bool = False
    """A dot stands behind, as behind a date."""


@dataclass(slots=True)
class ThreeNumbers:
    """A whole date in digits, in whatever order."""

    numbers: tuple[int, int, int]
    mark: str


@dataclass(slots=True)
class Line:
    """One text in one language's eyes. ``unknown``: words nobody's table has; ``borrowed``: read from another language;
    ``short``: days and months abbreviated so much that they may be something else."""

    letters: str
    values: list[object]
    unknown: int = 0
    borrowed: int = 0
    words: int = 0
    short: int = 0


def candidates(pieces: list[Token], home: str) -> list[str]:
    """The languages worth reading this text in, the likeliest first; ``home`` wins ties."""
    words = table()
    scores: dict[str, float] = {}
    for at, piece in enumerate(pieces):
        if piece.kind is Kind.WORD and not (
            piece.glued and at and pieces[at - 1].kind is Kind.NUMBER and piece.text in ORDINAL_ENDINGS
        ):
            for language, entry in words.get(piece.text).items():
                sense = _longest_at(entry, pieces, at)
                if sense is not None:
                    worth = _share(sense[0], language)
                    scores[language] = scores.get(language, 0) + worth
    if not scores:
        return [home]
    best = max(scores.values())
    kept = [lang for lang, score in scores.items() if score >= best * _LEAST_SHARE]
    kept.sort(key=lambda lang: (-scores[lang], lang != home))
    return kept[: _MOST_LANGUAGES if len(pieces) > 2 else 2 * _MOST_LANGUAGES]


def _share(sense: Sense, language: str) -> float:
    """What a word says for a language; "am" and "pm" are English wherever else they are read."""
    if not sense.letter:
        return 0.8 * sense.weight
    return 0.5 * sense.weight if sense.letter == "a" and language != "en" else sense.weight


def line(pieces: list[Token], language: str) -> Line:
    """The text as letters and values, read in one language."""
    words: Table = table()
    made = Line("", [])
    letters: list[str] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        used = 1
        if piece.kind is Kind.WORD:
            used = _word(pieces, at, language, words, letters, made)
        elif piece.kind is Kind.NUMBER:
            used = _number(pieces, at, letters, made.values)
        elif piece.kind is Kind.SIGN:
            _sign(pieces, at, letters, made.values)
        else:
            _put(letters, made.values, *_compact(piece))
        at += used
    made.letters = "".join(letters)
    return made


def _put(letters: list[str], values: list[object], letter: str, value: object) -> None:
    letters.append(letter)
    values.append(value)


def _word(pieces: list[Token], at: int, language: str, words: Table, letters: list[str], made: Line) -> int:
    """Read the longest phrase here; how many pieces it took."""
    by_language = words.get(pieces[at].text)
    made.words += 1
    found = None
    if by_language:
        entry = by_language.get(language)
        found = _longest_at(entry, pieces, at) if entry else None
        if found is None:
            found = _loan(by_language, pieces, at)
            made.borrowed += found is not None
    after_number = at > 0 and pieces[at].glued and pieces[at - 1].kind is Kind.NUMBER
    if found is None:
        if not (after_number and pieces[at].text in ORDINAL_ENDINGS):
            made.unknown += 1
            _put(letters, made.values, "?", pieces[at].text)
        return 1
    sense, used = found
    if sense.letter in "wm" and len(pieces[at].text) <= 3:
        made.short += 1
    if sense.letter[:1] == "¿":
        for letter in sense.letter[::-1] if sense.letter == "¿f" else sense.letter:
            _put(letters, made.values, letter, sense.value)
    elif isinstance(sense.value, Both):
        _put(letters, made.values, sense.letter[0], sense.value.first)
        _put(letters, made.values, sense.letter[1], sense.value.second)
    elif sense.letter:
        _put(letters, made.values, sense.letter, sense.value)
    return used


def _longest_at(entry: Entry, pieces: list[Token], at: int) -> tuple[Sense, int] | None:
    """The longest phrase that stands here, and how many pieces it takes; a hyphen inside one counts as a space."""
    if entry.longer:
        following = _next_word(pieces, at)
        if following < len(pieces):
            for sense in entry.longer.get(pieces[following].text, ()):
                used = _phrase_length(sense.rest, pieces, at)
                if used:
                    return sense, used
    return None if entry.alone is None else (entry.alone, 1)


def _next_word(pieces: list[Token], at: int) -> int:
    """The place of the next piece that is not a hyphen, dot or the like."""
    place = at + 1
    while place < len(pieces) and pieces[place].kind is Kind.SIGN and pieces[place].text in "-'./":
        place += 1
    return place


def _phrase_length(rest: tuple[str, ...], pieces: list[Token], at: int) -> int:
    """How many pieces a phrase takes here, 0 if it does not stand here."""
    place = at
    for word in rest:
        place = _next_word(pieces, place)
        if place >= len(pieces) or pieces[place].text != word:
            return 0
    return place + 1 - at


def _loan(by_language: Mapping[str, Entry], pieces: list[Token], at: int) -> tuple[Sense, int] | None:
    """A word of another language that cannot well be anything else."""
    for entry in by_language.values():
        found = _longest_at(entry, pieces, at)
        if found is not None and found[0].lendable:
            return found
    return None


def _number(pieces: list[Token], at: int, letters: list[str], values: list[object]) -> int:
    """A number, an ordinal ("15th") or, glued behind unknown letters, no number at all ("A4")."""
    piece = pieces[at]
    text = piece.text
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if len(text) > 4 or (piece.glued and at and _only_a_code(pieces[at - 1], letters)):
        _put(letters, values, "?", text)
        return 1
    number = Number(int(text), len(text), zero=text[0] == "0" and len(text) > 1)
    if following is None:
        _put(letters, values, "n", number)
        return 1
    if following.glued and following.text in HOUR_ENDINGS:
        _put(letters, values, "n", number)
        return 2
    if following.glued and following.text in ORDINAL_ENDINGS and number.value <= 31 and _is_ordinal(pieces, at):
        _put(letters, values, "o", number.value)
        return 2
    if following.text == "-" and following.glued and number.value <= 24 and _ends_in(CYRILLIC_HOURS, pieces, at + 2):
        _put(letters, values, "n", number)
        return 3
    if following.text == "-" and following.glued and number.value <= 31 and _ends_in(CYRILLIC_DAYS, pieces, at + 2):
        _put(letters, values, "o", number.value)
        return 3
    if following.text == "." and following.glued:
        number = Number(number.value, number.digits, number.zero, dot=True)
        _put(letters, values, "n", number)
        return 2
    if following.text == ":" and following.glued and at + 2 < len(pieces) and pieces[at + 2].text in ("e", "a"):
        _put(letters, values, "o", number.value)
        return 3
    _put(letters, values, "n", number)
    return 1


def _ends_in(endings: frozenset[str], pieces: list[Token], at: int) -> bool:
    """ "15-го"."""
    return at < len(pieces) and pieces[at].glued and pieces[at].text in endings


def _only_a_code(before: Token, letters: list[str]) -> bool:
    """Whether a number glued to this word is part of a code ("A4", "abc12"), not of "Feb13" or "15h20"."""
    if before.kind is not Kind.WORD or not letters:
        return False
    return letters[-1] == "?" or (len(before.text) == 1 and letters[-1] not in "khj")


def _is_ordinal(pieces: list[Token], at: int) -> bool:
    """ "9a" is an hour; every other ending makes an ordinal."""
    return pieces[at + 1].text != "a"


def _sign(pieces: list[Token], at: int, letters: list[str], values: list[object]) -> None:
    text = pieces[at].text
    if text == ".":
        before = pieces[at - 1] if at else None
        if before is not None and before.kind is Kind.PAIR and values and isinstance(values[-1], Guess):
            values[-1].dotted = True
            return
        if before is not None and before.kind is Kind.NUMBER:
            return
        short = before is not None and pieces[at].glued and len(before.text) <= 4
        if not short or (letters and letters[-1] == "?"):
            _put(letters, values, ";", text)
    elif text == "'":
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if at and pieces[at - 1].kind is Kind.NUMBER and not (after and after.glued and after.kind is Kind.WORD):
            _put(letters, values, "'", text)
    elif text in _SIGNS:
        _put(letters, values, _SIGNS[text], text)


_SIGNS = {
    "-": "-", ",": ",", ";": ";", "/": "/", "@": "@", "&": "&", "~": "~", "<": "<", ">": ">", "<=": "<", ">=": ">",
    "+": "+", "(": ",", ")": ",", "'": "'", "|": "|", "\n": ";", "!": "", "•": ";", "=": "", ":": ",",
}  # fmt: skip
_SIGNS = {sign: letter for sign, letter in _SIGNS.items() if letter}


def _compact(piece: Token) -> tuple[str, object]:
    """What needs no language: 10:30, 15/2, 2013-02-15, a.m.; anything impossible is unknown."""
    text = piece.text
    if piece.kind is Kind.CLOCK:
        hour, minute = (int(x) for x in text.replace(" ", "").replace("h", ":").replace("u", ":").split(":")[:2])
        if hour > 24 or minute > 59:
            return "?", text
        return "c", Clock(
            hour * 60 + minute, fixed=hour > 12 or hour == 0, full=hour > 12 or text[0] == "0", digital=True
        )
    if piece.kind is Kind.PAIR:
        mark = next(c for c in text if c in ".,/")
        first, second = text.split(mark)
        return "d", Guess(int(first), int(second), mark, text)
    if piece.kind is Kind.DATE:
        mark = next(c for c in text if c in "./-")
        one, two, three = (int(x) for x in text.replace(" ", "").split(mark))
        return "Δ", ThreeNumbers((one, two, three), mark)
    if piece.kind is Kind.AMPM:
        return "a", "am" if text[0] == "a" else "pm"
    return "♯", text
