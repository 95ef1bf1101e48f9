"""What was typed around a phone number, levelled for reading and closed up again once the number is out (R1).

Levelling puts one character in the place of one, so that places found in the levelled text are places in the
typed one. Nothing here knows a numbering plan.
"""

from __future__ import annotations

import re
import unicodedata

Place = tuple[int, int]

MASK = "\x01"
"""Stands where digits were put out of sight."""

MOST_OF_ONE = 15
"""Digits that one number can have; more must be two numbers."""

_UNSEEN = "\u200b"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MINUS_SIGN, _SOFT_HYPHEN, _EMOJI_FORM, _KEYCAP = 0x2212, 0x00AD, 0xFE0F, 0x20E3
_MIDDLE_DOTS = (0x00B7, 0x2022, 0x2027)


class _Level(dict[int, str]):
    """For ``str.translate``, filled as characters are met: any script's digits to ASCII, letters to lower case."""

    def __missing__(self, code: int) -> str:
        self[code] = level = _level_of(chr(code))
        return level


def _level_of(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if kind in ("Pd", "Zs", "Cf"):
        return {"Pd": "-", "Zs": " ", "Cf": _UNSEEN}[kind]
    if "！" <= char <= "～":
        char = chr(ord(char) - ord("！") + ord("!"))
    return char.lower() if len(char.lower()) == 1 else char


_LEVEL = _Level({_MINUS_SIGN: "-", _SOFT_HYPHEN: _UNSEEN, _EMOJI_FORM: _UNSEEN, _KEYCAP: _UNSEEN})
_LEVEL.update(dict.fromkeys(_MIDDLE_DOTS, "."))

_O = "[oоο]"  # Latin, Cyrillic, Greek
_LETTER = r"[^\W\d_]"
_ZERO = re.compile(
    rf"(?<!{_LETTER})(?:{_O}{{1,4}}(?=[().-]{{0,2}}\d)|(?<=\d){_O}{{1,4}}|(?<=[\doоο)] ){_O}{{2,4}})(?!{_LETTER})"
)
_LONE_O = re.compile(rf"(?<=\d ){_O}(?= \d)")
_ONE = re.compile(r"(?<=\d)[liі](?=\d)")


def without_control(typed: str) -> str:
    """The text without characters that no cell can show."""
    return _CONTROL.sub(" ", typed)


def level(typed: str) -> str:
    """The text with plain digits: those of other scripts, O touching digits for 0, l between them for 1."""
    text = typed.translate(_LEVEL)
    if not text.isascii() or "o" in text:
        text = _ZERO.sub(lambda m: "0" * len(m[0]), text)
    return _ONE.sub("1", text)


def lone_o_as_zero(text: str) -> str:
    """The other reading of "415 555 o 132", where the o by itself may be a zero or the Spanish "or"."""
    digits = sum(c.isdecimal() for c in text)
    return _LONE_O.sub("0", text) if digits <= MOST_OF_ONE else text


def masked(text: str, places: list[Place]) -> str:
    """The text with these digits put out of sight, so that no number reaches across them."""
    for start, end in places:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def has_digits(text: str, start: int, end: int) -> bool:
    """Whether any digit, masked or not, stands at this place."""
    return any(c.isdecimal() or c == MASK for c in text[start:end])


# --- Cells that a spreadsheet has spoiled

_THOUSANDS = re.compile(r"\+?\d{1,4}(?:,\d{3,4}){2,}")
_SCIENTIFIC = re.compile(r"(\d)[.,]?(\d*)e\+?(\d{1,2})")
_FLOAT = re.compile(r"\d{7,15}\.0")


def unspoiled(typed: str) -> tuple[str, bool] | None:
    """The text before a spreadsheet took it for a number, and whether it did; None where digits were lost."""
    text = typed.strip().lower().removeprefix('="').rstrip('"')
    if not text[:1].isdigit() or not text[-1:].isdigit():
        return typed, False
    if scientific := _SCIENTIFIC.fullmatch(text):
        digits = scientific[1] + scientific[2]
        return (digits, True) if len(digits) == int(scientific[3]) + 1 else None
    if _FLOAT.fullmatch(text):
        return text[:-2], True
    if _THOUSANDS.fullmatch(text):
        return text.replace(",", " "), True
    return typed, False


# --- The other words, once the number is out

_EDGES = " \t\r\n,;:/.=|\\_~\"'`-–—\u200b\ufeff\u200e\u200f"
_NO_WORDS = frozenset(_EDGES + "()[]{}<>+")
_PAIRS = ("()", "[]", "<>", "{}")


def without(typed: str, places: list[Place]) -> str:
    """What else was typed, in its order, with these places taken out; "" where only punctuation is left."""
    rest = typed
    for start, end in sorted(places, reverse=True):
        rest = _closed_up(rest[:start], rest[end:])
    return rest.strip(_EDGES) if any(c not in _NO_WORDS for c in rest) else ""


def with_brackets(typed: str, place: Place) -> Place:
    """The place widened by a bracket it only opens or only closes: "(415) 555" begins before its first digit."""
    start, end = place
    part = typed[start:end]
    if part.count(")") > part.count("(") and typed[start - 1 : start] == "(":
        start -= 1
    if part.count("(") > part.count(")") and typed[end : end + 1] == ")":
        end += 1
    return start, end


def _closed_up(left: str, right: str) -> str:
    """Two sides of a gap, without the punctuation that only held what stood there."""
    left, right = left.rstrip(_EDGES), right.lstrip(_EDGES)
    while left[-1:] + right[:1] in _PAIRS:
        left, right = left[:-1].rstrip(_EDGES), right[1:].lstrip(_EDGES)
    if not left or not right or right[0] in ")]}>" or left[-1] in "([{<":
        return left + right
    return left + ("; " if left[-1].isdecimal() and right[0].isdecimal() else " ") + right
