"""R1: the caller's number is found in what was typed, written in international format, and nothing typed is lost.

The digits are isolated here and only they are given to ``phonenumbers``, which would turn the letters of a name
into digits. Of several readings that are all valid none is chosen: a number is either certain or it is
``bad_phone``. A number is never trimmed: digits that stand in one row with it must be its own, or be
explained (an hour, an order number, a second valid number).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from itertools import pairwise

from callbacksheet.core import phone_plans as plans
from callbacksheet.core import phone_words as words
from callbacksheet.core.model import CellValue, Code, Formula, Issue, Phone

LONGEST_READ = 2_000
"""Characters of a cell in which a number is looked for; a longer text is a note that landed in the wrong cell."""

MOST_RUNS = 12
MOST_DIGITS = 40


def parse_phone(value: CellValue, region: str) -> Phone | Issue:
    """The caller's number in a Phone cell, or why there is none: no digits at all, or none that is certain.

    ``region`` is the country whose numbers are typed without a country code. A formula is read by what it
    shows; a number cell has lost its "+" or leading zero, and is read with them.
    """
    if isinstance(value, Formula):
        return parse_phone(value.text if value.shown is None else value.shown, region)
    if isinstance(value, datetime):
        return Issue(Code.BAD_PHONE, (f"{value:%Y-%m-%d %H:%M}",))
    if isinstance(value, date | time):
        return Issue(Code.BAD_PHONE, (value.isoformat(),))
    if value is None or isinstance(value, bool):
        return Issue(Code.NO_PHONE)
    if isinstance(value, str):
        return (
            _cached(value, region, False) if len(value) < 200 else _parse(value, region, in_number_cell=False)
        )
    return _of_number(value, region)


def _of_number(value: int | float, region: str) -> Phone | Issue:
    """A cell that the spreadsheet turned into a number; one that ends in many zeros was cut by "3.8E+11"."""
    whole = isinstance(value, int) or value.is_integer()
    typed = str(int(value)) if whole and abs(value) < 1e18 else str(value)
    if not any(c.isdigit() for c in typed):
        return Issue(Code.NO_PHONE)
    if not typed.isdigit() or typed.endswith("00000"):
        return Issue(Code.BAD_PHONE, (typed,))
    return _cached(typed, region, True)


@dataclass(frozen=True, slots=True)
class _Found:
    """A number, its extension, and the other words of the cell."""

    e164: str
    extension: str
    rest: str


def _parse(typed: str, region: str, in_number_cell: bool) -> Phone | Issue:  # noqa: FBT001 - cached by position
    if not any(c.isdecimal() for c in typed):
        return Issue(Code.NO_PHONE)
    text = _unspoil(typed) if len(typed) <= LONGEST_READ else None
    found = _find(text, region, in_number_cell) if text is not None else None
    cell = _cell(found) if found else None
    if found is None or cell is None:
        return Issue(Code.BAD_PHONE, (typed,))
    return Phone(found.e164, found.extension, cell)


_cached = lru_cache(maxsize=16_384)(_parse)


def _cell(found: _Found) -> str | None:
    """What the Phone cell shall hold; None where no wording would be read back as the same number."""
    head = plans.international_format(found.e164) + (f" ext {found.extension}" if found.extension else "")
    if not found.rest:
        return head
    for joint in (" ", "; ", " | "):
        cell = head + joint + found.rest
        if _find(cell, "ZZ", in_number_cell=False) == found:
            return cell
    return None


# --- Levelling: one character in, one character out, so that places in the text stay places in the text.

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNSEEN = "\u200b"
_OTHER_SIGNS = {
    0x2212: "-",
    0x00AD: _UNSEEN,
    0xFE0F: _UNSEEN,
    0x20E3: _UNSEEN,
    0x00B7: ".",
    0x2022: ".",
    0x2027: ".",
}


class _Level(dict[int, str]):
    """For ``str.translate``: every digit to ASCII, every dash to "-", every space to " ", letters to lower case."""

    def __missing__(self, code: int) -> str:
        self[code] = level = self._of(chr(code))
        return level

    @staticmethod
    def _of(char: str) -> str:
        kind = unicodedata.category(char)
        if ord(char) in _OTHER_SIGNS:
            return _OTHER_SIGNS[ord(char)]
        if kind == "Nd":
            return str(unicodedata.decimal(char))
        if kind in ("Pd", "Zs", "Cf"):
            return {"Pd": "-", "Zs": " ", "Cf": _UNSEEN}[kind]
        if 0xFF01 <= ord(char) <= 0xFF5E:
            char = chr(ord(char) - 0xFEE0)
        return char.lower() if len(char.lower()) == 1 else char


_LEVEL = _Level()
_LETTER = r"[^\W\d_]"
_ZERO = re.compile(rf"(?<!{_LETTER})(?:[oоο]{{1,4}}(?=[().-]{{0,2}}\d)|(?<=\d)[oоο]{{1,4}})(?!{_LETTER})")
_LONE_O = re.compile(r"(?<=\d )[oоο](?= \d)")
_ONE = re.compile(r"(?<=\d)[li|](?=\d)")
_THOUSANDS = re.compile(r"\+?\d{1,4}(?:,\d{3,4}){2,}")
_SCIENTIFIC = re.compile(r"(\d)[.,]?(\d*)e\+?(\d{1,2})")


def _level(typed: str) -> str:
    """The text with its digits made plain: full-width and other scripts' digits, O for 0, l between digits for 1."""
    text = typed.translate(_LEVEL)
    if not text.isascii() or "o" in text:
        text = _ZERO.sub(lambda m: "0" * len(m[0]), text)
    return _ONE.sub("1", text)


def _unspoil(typed: str) -> str | None:
    """Undo what a spreadsheet did to the whole cell; None where digits were lost on the way."""
    text = typed.strip().lower().removeprefix('="').rstrip('"')
    if scientific := _SCIENTIFIC.fullmatch(text):
        digits = scientific[1] + scientific[2]
        return digits if len(digits) == int(scientific[3]) + 1 else None
    if re.fullmatch(r"\d{7,15}\.0", text):
        return text[:-2]
    if _THOUSANDS.fullmatch(text):
        return text.replace(",", " ")
    return typed


# --- Finding: runs of digit groups that may be one number, from left to right.

_SOFT = r" ./()\[\]_~\u200b-"
_RUN = re.compile(rf"(?:\+[ (\[.\u200b-]{{0,3}})?\d+(?:[{_SOFT}]{{1,6}}\d+)*")
_GROUP = re.compile(r"\d+")
_DIGIT = re.compile(r"\d")
_TRIM = " \t\r\n,;:/.=|\\_~\"'`-–—\u200b"
_MASKED = "\x01"

_Place = tuple[int, int]


class _DoubtfulError(Exception):
    """Two different numbers could have been meant, or a digit may be missing: nobody is told either."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A number and where in the text it stood."""

    start: int
    end: int
    e164: str


def _find(typed: str, region: str, in_number_cell: bool) -> _Found | None:  # noqa: FBT001
    """The first certain number of the text, its extension and the rest; None where there is none."""
    typed = _CONTROL.sub(" ", typed)
    try:
        found = _find_in(typed, _level(typed), region, in_number_cell)
        if _LONE_O.search(text := _level(typed)):
            as_zero = _find_in(typed, _LONE_O.sub("0", text), region, in_number_cell)
            if found and as_zero and as_zero.e164 != found.e164:
                return None
            return found or as_zero
    except _DoubtfulError:
        return None
    return found


def _find_in(typed: str, text: str, region: str, in_number_cell: bool) -> _Found | None:  # noqa: FBT001
    extensions = [] if text.isdigit() else list(words.EXTENSION.finditer(text))
    text = _mask(text, [m.span(m.lastgroup or 0) for m in extensions])
    for masked in _without_noise(text):
        match = _first_number(masked, region, in_number_cell)
        if match is not None:
            return _with_extension(typed, masked, match, extensions)
    return None


def _mask(text: str, places: list[_Place]) -> str:
    """The text with digits that are no phone's put out of sight, so that they end a run."""
    for start, end in places:
        text = text[:start] + _MASKED * (end - start) + text[end:]
    return text


def _without_noise(text: str) -> Iterator[str]:
    """First without hours and "#5", then, where that leaves no number ("à 06 12 34 56 78"), with them."""
    if text.isdigit():
        yield text
        return
    text = _mask(text, [m.span("digits") for m in words.COUNTED.finditer(text)])
    clocks = list(words.CLOCK.finditer(text))
    sure = _mask(text, [m.span(m.lastgroup or 0) for m in clocks if m.lastgroup != "unit"])
    hours = [m.span(m.lastgroup or 0) for m in words.HOUR.finditer(sure)]
    doubtful = hours + [m.span("unit") for m in clocks if m.lastgroup == "unit"]
    if doubtful:
        yield _mask(sure, doubtful)
    yield sure


def _first_number(text: str, region: str, in_number_cell: bool) -> _Match | None:  # noqa: FBT001
    """The first run of digits that is a certain number."""
    looked_at = 0
    for run in _RUN.finditer(text):
        groups = [(m.start() + run.start(), m.end() + run.start()) for m in _GROUP.finditer(run[0])]
        digits = sum(end - start for start, end in groups)
        if digits < 5 or words.spoiled(text, run.start(), run.end()):
            continue
        looked_at += 1
        if looked_at > MOST_RUNS or digits > MOST_DIGITS:
            return None
        plus = (
            run.start() if run[0][0] == "+" or words.INTERNATIONAL.search(text[: run.start()][-8:]) else None
        )
        match = _Run(text, plus, groups[0][0], region, in_number_cell).read(groups)
        if match is not None:
            _refuse_if_cut_off(text, match)
            return match
    return None


def _refuse_if_cut_off(text: str, match: _Match) -> None:
    """Digits behind a single comma may be an extension; "??" behind a number may be a digit nobody caught."""
    missing = words.MISSING_BEHIND.match(text, match.end)
    if words.TOO_NEAR.match(text, match.end) or (missing and plans.could_be_longer(match.e164)):
        raise _DoubtfulError


@dataclass(frozen=True, slots=True)
class _Run:
    """Digit groups that stand in one row. ``plus`` is where the "+" of its first group is, if it has one."""

    text: str
    plus: int | None
    first: int
    region: str
    number_cell: bool

    def read(self, groups: list[_Place]) -> _Match | None:
        """The row as one number, or as several set apart by "/" or space, of which the first valid one counts."""
        whole, split = self._whole(groups), self._first_of(self._at_slashes(groups))
        if whole and split and whole.e164 != split.e164:
            raise _DoubtfulError
        return whole or split or self._row_of_numbers(groups)

    def _whole(self, groups: list[_Place]) -> _Match | None:
        """All groups as one number; one that touches a word ("Ivan2", "2nd") may belong to the word instead."""
        after_word = _is_letter(self.text, groups[0][0] - 1)
        before_word = _is_letter(self.text, groups[-1][1])
        rows = [groups]
        rows += [groups[1:]] if after_word else []
        rows += [groups[:-1]] if before_word else []
        rows += [groups[1:-1]] if after_word and before_word else []
        matches = [m for row in rows if row and (m := self._number(row))]
        if len({m.e164 for m in matches}) > 1:
            raise _DoubtfulError
        return matches[0] if matches else None

    def _number(self, groups: list[_Place]) -> _Match | None:
        digits = "".join(self.text[start:end] for start, end in groups)
        start, first_end = groups[0]
        plus = self.plus is not None and start == self.first
        typed = plans.Digits(digits, first_end - start, len(groups), plus, self.number_cell)
        e164 = plans.certain_number(typed, self.region)
        if e164 is None:
            return None
        return _Match(self.plus if plus and self.plus is not None else start, groups[-1][1], e164)

    def _joint(self, groups: list[_Place], i: int) -> str:
        """What stands between group ``i`` and the one before it."""
        return self.text[groups[i - 1][1] : groups[i][0]]

    def _at_slashes(self, groups: list[_Place]) -> list[list[_Place]]:
        """The parts between spaced slashes, else at the only slash; nothing where there is none."""
        slashes = [i for i in range(1, len(groups)) if "/" in self._joint(groups, i)]
        spaced = [i for i in slashes if " " in self._joint(groups, i)]
        cuts = spaced or (slashes if len(slashes) == 1 else [])
        edges = [0, *cuts, len(groups)]
        return [groups[a:b] for a, b in pairwise(edges)] if cuts else []

    def _first_of(self, parts: list[list[_Place]]) -> _Match | None:
        return next((match for part in parts if (match := self.read(part))), None)

    def _row_of_numbers(self, groups: list[_Place]) -> _Match | None:
        """The first of several numbers with only spaces between; each digit must belong to one of them."""
        firsts: list[list[_Match]] = [[] for _ in range(len(groups) + 1)]
        whole_from = [False] * len(groups) + [True]
        for i in reversed(range(len(groups))):
            for end in range(i + 1, len(groups) + 1):
                if end < len(groups) and " " not in self._joint(groups, end):
                    continue
                if whole_from[end] and (match := self._number(groups[i:end])):
                    whole_from[i] = True
                    firsts[i].append(match)
        if len({m.e164 for m in firsts[0]}) > 1:
            raise _DoubtfulError
        return firsts[0][0] if firsts[0] else None


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalpha()


# --- The extension, and every other word.


def _with_extension(typed: str, text: str, match: _Match, extensions: list[re.Match[str]]) -> _Found | None:
    """The number with the extension typed behind it; None where it is doubtful whose extension it is."""
    own = [m for m in extensions if m.start() >= match.end and not _has_digits(text, match.end, m.start())]
    if any(m.end() <= match.start and not _has_digits(text, 0, m.start()) for m in extensions):
        return None
    places = [_with_brackets(typed, match.start, match.end)]
    if not own:
        return _Found(match.e164, "", _rest(typed, places))
    extension = own[0]
    if _MORE_DIGITS.match(text, extension.end()) or any(
        not _has_digits(text, extension.end(), m.start()) for m in extensions if m.start() >= extension.end()
    ):
        return None
    places.append(_with_brackets(typed, extension.start(), extension.end()))
    return _Found(match.e164, extension[extension.lastgroup or 0], _rest(typed, places))


_MORE_DIGITS = re.compile(r"(?! +/)[ ./()-]{0,3}\d")


def _has_digits(text: str, start: int, end: int) -> bool:
    return any(c.isdecimal() or c == _MASKED for c in text[start:end])


def _with_brackets(typed: str, start: int, end: int) -> _Place:
    """The place widened by the brackets that it opens or closes only half: (415) begins before its first digit."""
    part = typed[start:end]
    if part.count(")") > part.count("(") and typed[start - 1 : start] == "(":
        start -= 1
    if part.count("(") > part.count(")") and typed[end : end + 1] == ")":
        end += 1
    return start, end


def _rest(typed: str, places: list[_Place]) -> str:
    """What else was typed, in its order, with the number and its extension taken out."""
    rest = typed
    for start, end in reversed(places):
        rest = _closed_up(rest[:start], rest[end:])
    return rest.strip(_TRIM) if any(c not in _EMPTY for c in rest) else ""


_EMPTY = frozenset(_TRIM + "()[]{}<>+")


def _closed_up(left: str, right: str) -> str:
    """Two sides of a gap, without the punctuation that only held the number."""
    left, right = left.rstrip(_TRIM), right.lstrip(_TRIM)
    while left[-1:] + right[:1] in ("()", "[]", "<>", "{}"):
        left, right = left[:-1].rstrip(_TRIM), right[1:].lstrip(_TRIM)
    if not left or not right or right[0] in ")]}>" or left[-1] in "([{<":
        return left + right
    return left + ("; " if left[-1].isdecimal() and right[0].isdecimal() else " ") + right
