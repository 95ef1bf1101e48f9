"""R1: the caller's number is found in what was typed, put in international format, and nothing typed is lost.

The digits are isolated here and only they are given to ``phonenumbers``, which would turn the letters of a
name into digits. Of several readings that are all valid none is chosen: a number is either certain or it is
``bad_phone``. A number is never trimmed: digits that stand in one row with it must be its own, or be
explained (an hour, an order number, a second valid number).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from itertools import pairwise

from callbacksheet.core import phone_plans as plans
from callbacksheet.core import phone_text as texts
from callbacksheet.core import phone_words as words
from callbacksheet.core.model import CellValue, Code, Formula, Issue, Phone
from callbacksheet.core.phone_text import Place

LONGEST_READ = 2_000
"""Characters of a cell in which a number is looked for; a longer text is a note in the wrong cell."""
LONGEST_KEPT = 200
"""Characters of a cell whose reading is remembered."""
MOST_RUNS = 12
MOST_DIGITS = 40
FEWEST_IN_A_ROW = 7
"""Digits of the shortest number that is found beside another with only a space between them."""
CUT_FROM, CUT_TO = 10, 6
"""A number cell this long with no more digits than this before its zeros has been through "3.80501E+11"."""
ANY_REGION = "ZZ"
_ANY_DIGIT = re.compile(r"\d")
_TYPED_PLUS = re.compile(r"=\+[\d ()-]+")


def parse_phone(value: CellValue, region: str) -> Phone | Issue:
    """The caller's number in a Phone cell, or why there is none: no digits at all, or none that is certain.

    ``region`` is the country whose numbers are typed without a country code. A formula is read by what it
    shows; a number cell has lost its "+" or leading zero, and is read with them.
    """
    if isinstance(value, Formula):
        return _of_formula(value, region)
    if isinstance(value, datetime):
        return Issue(Code.BAD_PHONE, (f"{value:%Y-%m-%d %H:%M}",))
    if isinstance(value, date | time):
        return Issue(Code.BAD_PHONE, (value.isoformat(),))
    if value is None or isinstance(value, bool):
        return Issue(Code.NO_PHONE)
    if isinstance(value, str):
        read = _remembered if len(value) <= LONGEST_KEPT else _read
        return read(value, region, number_cell=False)
    return _of_number(value, region)


def _of_formula(formula: Formula, region: str) -> Phone | Issue:
    """What it shows; "=+1 415 …" with nothing stored is a number typed with "+", which made it a formula."""
    if formula.shown is not None:
        return parse_phone(formula.shown, region)
    if _TYPED_PLUS.fullmatch(formula.text):
        return parse_phone(formula.text[1:], region)
    return Issue(Code.BAD_PHONE, (formula.text,)) if _ANY_DIGIT.search(formula.text) else Issue(Code.NO_PHONE)


def _of_number(value: int | float, region: str) -> Phone | Issue:
    """A cell that the spreadsheet took for a number; one of few digits and zeros was cut to "3.80501E+11"."""
    whole = isinstance(value, int) or value.is_integer()
    typed = str(int(value)) if whole and abs(value) < 1e18 else str(value)
    if not _ANY_DIGIT.search(typed):
        return Issue(Code.NO_PHONE)
    cut = len(typed) >= CUT_FROM and len(typed.rstrip("0")) <= CUT_TO
    if not typed.isdigit() or cut:
        return Issue(Code.BAD_PHONE, (typed,))
    return _remembered(typed, region, number_cell=True)


@dataclass(frozen=True, slots=True)
class _Found:
    """A number, its extension, and the other words of the cell."""

    number: plans.Number
    extension: str
    rest: str


def _read(typed: str, region: str, *, number_cell: bool) -> Phone | Issue:
    if not _ANY_DIGIT.search(typed):
        return Issue(Code.NO_PHONE)
    if number := _bare_number(typed, region, number_cell=number_cell):
        return Phone(number.e164, "", plans.international_format(number))
    unspoiled = texts.unspoiled(typed) if len(typed) <= LONGEST_READ else None
    found = _find(unspoiled[0], region, number_cell=number_cell or unspoiled[1]) if unspoiled else None
    cell = _cell(found) if found else None
    if found is None or cell is None:
        return Issue(Code.BAD_PHONE, (typed,))
    return Phone(found.number.e164, found.extension, cell)


_remembered = lru_cache(maxsize=16_384)(_read)


def _cell(found: _Found) -> str | None:
    """What the Phone cell shall hold; None where no wording would be read back as the same number."""
    head = plans.international_format(found.number) + (f" ext {found.extension}" if found.extension else "")
    if not found.rest:
        return head
    word = words.STARTS_WITH_WORD.match(found.rest)
    if word and words.HARMLESS.fullmatch(found.rest):
        return f"{head} {found.rest}"
    joints = (" ", "; ", " | ") if word else ("; ", " | ")
    wordings = (head + joint + found.rest for joint in joints)
    return next((cell for cell in wordings if _find(cell, ANY_REGION, number_cell=False) == found), None)


_BARE = re.compile(r"(?!\d\))(?:\+?[ (]?[0-9][0-9 ()-]{4,24}[0-9]|[0-9]+(?:\.[0-9]{2,}){2,5})")
_DATE_MOST = 8


def _bare_number(typed: str, region: str, *, number_cell: bool) -> plans.Number | None:
    """The short way for a cell that is one number and nothing else, as most are."""
    if not _BARE.fullmatch(typed):
        return None
    groups = _GROUP.findall(typed)
    digits = "".join(groups)
    if len(groups) == 3 and len(digits) <= _DATE_MOST:
        return None
    return plans.certain_number(plans.Digits(digits, tuple(map(len, groups)), typed[0] == "+", number_cell), region)


# --- Finding the number: runs of digit groups, from left to right


class _DoubtfulError(Exception):
    """Two different numbers could have been meant, or a digit may be missing: then neither is told."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A number and where in the text it stood."""

    start: int
    end: int
    number: plans.Number


def _find(typed: str, region: str, *, number_cell: bool) -> _Found | None:
    """The first certain number of the text, its extension and the rest; None where there is none."""
    typed = texts.without_control(typed)
    text = texts.level(typed)
    try:
        found = [f for t in _as_levelled(text) if (f := _find_in(typed, t, region, number_cell=number_cell))]
    except _DoubtfulError:
        return None
    return found[0] if found and len({f.number for f in found}) == 1 else None


def _as_levelled(text: str) -> Iterator[str]:
    """The text, and its other readings where a lone "o" may be a zero or "10.30" a clock time: they must agree."""
    yield text
    if (other := texts.lone_o_as_zero(text)) != text:
        yield other
    if loose := [m.span(1) for m in words.LOOSE_PAIR.finditer(text)]:
        yield texts.masked(text, loose)


def _find_in(typed: str, text: str, region: str, *, number_cell: bool) -> _Found | None:
    """The first certain number of a levelled text, read without hours and "#5" and then, if need be, with them."""
    extensions = list(words.EXTENSION.finditer(text))
    text = texts.masked(text, [m.span(m.lastgroup or 0) for m in extensions])
    text = texts.masked(text, [m.span("digits") for m in words.COUNTED.finditer(text)])
    times = list(words.TIMES.finditer(text))
    text = texts.masked(text, [m.span(m.lastgroup or 0) for m in times if m.lastgroup != "unit"])
    hours = [m.span(m.lastgroup or 0) for m in words.HOUR.finditer(text)]
    hours += [m.span("unit") for m in times if m.lastgroup == "unit"]
    match = _first_number(texts.masked(text, hours), region, number_cell=number_cell)
    if hours and not (match and text[match.start] in _BEGINNINGS):
        match = _the_only([m for m in (_first_number(text, region, number_cell=number_cell), match) if m])
    return _with_extension(typed, text, match, extensions) if match else None


_BEGINNINGS = "0+"
"""A trunk zero or a "+" shows where a number begins: "after 5 030 123456" is no 5030 123456."""
_SOFT = r" ./()\[\]_~\u200b-"
_RUN = re.compile(rf"(?:\+[ (\[.\u200b-]{{0,3}})?\d+(?:[{_SOFT}]{{1,6}}\d+)*")
_GROUP = re.compile(r"\d+")


def _first_number(text: str, region: str, *, number_cell: bool) -> _Match | None:
    """The first run of digits that is a certain number."""
    looked_at = 0
    for run in _RUN.finditer(text):
        groups = [m.span() for m in _GROUP.finditer(text, *run.span())]
        digits = _count(groups)
        if digits < plans.FEWEST or words.spoiled(text, *run.span()):
            continue
        looked_at += 1
        if looked_at > MOST_RUNS or digits > MOST_DIGITS:
            return None
        plus = run[0][0] == "+" or words.INTERNATIONAL.search(text[max(0, run.start() - 8) : run.start()]) is not None
        match = _Run(text, run.start(), groups[0], plus, region, number_cell).read(groups)
        if match is not None:
            _refuse_if_cut_off(text, match)
            return match
    return None


def _refuse_if_cut_off(text: str, match: _Match) -> None:
    """Digits behind a single comma may be an extension; "??" behind a number may be a digit nobody caught."""
    if words.fragments(text, match.start) or words.TOO_NEAR.match(text, match.end):
        raise _DoubtfulError
    missing = words.MISSING_BEHIND.match(text, match.end)
    if missing and (text[missing.end() : missing.end() + 1].isdecimal() or plans.could_be_longer(match.number)):
        raise _DoubtfulError


@dataclass(frozen=True, slots=True)
class _Run:
    """Digit groups that stand in one row from ``start``; ``plus``: its first group has a "+" in front."""

    text: str
    start: int
    first: Place
    plus: bool
    region: str
    number_cell: bool

    def read(self, groups: list[Place]) -> _Match | None:
        """The row as one number, or as several set apart by "/" or space, of which the first valid one counts."""
        whole, parts = self._whole(groups), self._at_slashes(groups)
        if whole:
            return _the_only([whole, *(first for part in parts[:1] if (first := self.read(part)))])
        return next((match for part in parts if (match := self.read(part))), None) or self._row_of_numbers(groups)

    def _whole(self, groups: list[Place]) -> _Match | None:
        """All groups as one number; one that touches a word ("Ivan2", "2nd") may belong to the word instead."""
        after_word = _is_letter(self.text, groups[0][0] - 1)
        before_word = _is_letter(self.text, groups[-1][1])
        rows = [groups]
        rows += [groups[1:]] if after_word else []
        rows += [groups[:-1]] if before_word else []
        rows += [groups[1:-1]] if after_word and before_word else []
        return _the_only([match for row in rows if row and (match := self._number(row))])

    def _number(self, groups: list[Place]) -> _Match | None:
        """These groups as one number."""
        leads = groups[0] == self.first
        digits = plans.Digits(
            "".join(self.text[start:end] for start, end in groups),
            tuple(end - start for start, end in groups),
            plus=self.plus and leads,
            number_cell=self.number_cell,
        )
        number = plans.certain_number(digits, self.region)
        return _Match(self.start if leads else groups[0][0], groups[-1][1], number) if number else None

    def _joint(self, groups: list[Place], i: int) -> str:
        """What stands between group ``i`` and the one before it."""
        return self.text[groups[i - 1][1] : groups[i][0]]

    def _at_slashes(self, groups: list[Place]) -> list[list[Place]]:
        """The parts between spaced slashes, else at the only slash; nothing where there is none."""
        slashes = [i for i in range(1, len(groups)) if "/" in self._joint(groups, i)]
        spaced = [i for i in slashes if " " in self._joint(groups, i)]
        cuts = spaced or (slashes if len(slashes) == 1 else [])
        return [groups[a:b] for a, b in pairwise([0, *cuts, len(groups)])] if cuts else []

    def _row_of_numbers(self, groups: list[Place]) -> _Match | None:
        """The first of several numbers with only spaces between; each digit must belong to one of them."""
        count = len(groups)
        firsts: dict[int, list[_Match]] = {}
        for i in reversed(range(count)):
            ends = (n for n in range(i + 1, count) if n in firsts and " " in self._joint(groups, n))
            rows = [groups[i:n] for n in (*ends, count) if _count(groups[i:n]) >= FEWEST_IN_A_ROW]
            matches = [match for row in rows if (match := self._number(row))]
            if matches:
                firsts[i] = matches
        return _the_only(firsts.get(0, []))


def _the_only(matches: list[_Match]) -> _Match | None:
    """The number that all these readings agree on."""
    if len({match.number for match in matches}) > 1:
        raise _DoubtfulError
    return matches[0] if matches else None


def _count(groups: list[Place]) -> int:
    """How many digits these groups have."""
    return sum(end - start for start, end in groups)


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalpha()


# --- The extension

_MORE_DIGITS = re.compile(r"(?! +/)[ ./()-]{0,3}\d")


def _with_extension(typed: str, text: str, match: _Match, extensions: list[re.Match[str]]) -> _Found | None:
    """The number with the extension typed behind it; None where it is doubtful whose extension it is."""
    if any(m.end() <= match.start and not texts.has_digits(text, 0, m.start()) for m in extensions):
        return None
    places = [texts.with_brackets(typed, (match.start, match.end))]
    behind = _straight_behind(text, match.end, extensions)
    if not behind:
        if words.UNREAD_EXTENSION.match(text, match.end):
            return None
        return _Found(match.number, "", texts.without(typed, places))
    own, others = behind[0], behind[1:]
    if _MORE_DIGITS.match(text, own.end()) or _straight_behind(text, own.end(), others):
        return None
    if typed[own.start()] in words.UNKNOWN_DIGIT and plans.could_be_longer(match.number):
        return None
    places.append(texts.with_brackets(typed, own.span()))
    return _Found(match.number, own[own.lastgroup or 0], texts.without(typed, places))


def _straight_behind(text: str, end: int, extensions: list[re.Match[str]]) -> list[re.Match[str]]:
    """The extensions behind this place, if no other digits stand between it and the first of them."""
    behind = [m for m in extensions if m.start() >= end]
    return behind if behind and not texts.has_digits(text, end, behind[0].start()) else []
