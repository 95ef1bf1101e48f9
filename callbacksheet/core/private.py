"""R15, private numbers: payment cards, bank accounts and national ids, told by their check digits and shape.

A phone or order number is not one: every kind here needs a checksum, a shape nothing else has, or its own word
beside it ("SSN", "ІПН"), since a false alarm on each third row teaches the desk to look away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from callbacksheet.core.check_words import NIK_WORDS, NUMBERED_THINGS, SNILS_WORDS, SSN_WORDS, TAX_NUMBER_WORDS
from callbacksheet.core.cues import CueTable

_RUN = re.compile(r"(?<!\d)(\+?)(\d+(?:[ \u00a0.\-]{1,3}\d+)*)")
_GROUPS = re.compile(r"\d+")
_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,3})?(?![A-Z0-9])")
_SSN = re.compile(r"(?<![\w-])(?!000|666)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_NINE = re.compile(r"(?<![\w+])(?!000|666)\d{3}[ -]?(?!00)\d{2}[ -]?(?!0000)\d{4}(?!\w)")
_NINO = re.compile(r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d\d){3} ?[A-D](?!\w)")
_DNI = re.compile(r"(?<![\w.-])(\d{8}|\d{2}\.\d{3}\.\d{3})(?:-?([A-Za-z])| ([A-Z]))(?!\w)")
_NIE = re.compile(r"(?<![\w-])([XYZ])[ -]?(\d{7})[ -]?([A-Z])(?!\w)")
_CURP = re.compile(r"(?<!\w)[A-Z]{4}\d{2}(?:0\d|1[0-2])[0-3]\d[HMX][A-Z]{5}[0-9A-Z]\d(?!\w)")
_RUT = re.compile(r"(?<![\w.])(\d{1,2}\.\d{3}\.\d{3})-([\dK])(?!\w)")
_SNILS = re.compile(r"(?<![\w+-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\w-])")
_PASSPORT = re.compile(
    r"(?:passport|паспорт\w*|paspor|pasaporte)\W{0,4}(?:no|nº|n°|nr|number|номер\w*|сер\w*|nomor|numero|número|de|№)?\W{0,4}"
    r"[^\W\d_]{0,3}\W?(?:\d\W?){6,10}(?!\d)",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)

_CARD_SHAPES = frozenset({(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (8, 8), *((4, 4, 4, 4, n) for n in (1, 2, 3))})
_NIK_PROVINCES = frozenset(
    (*range(11, 22), *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98))
)
_NIK_LENGTH = 16
_CHECK_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_TAX_WEIGHTS = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
_TAX_BIRTHS = range(11_000, 41_500)
"""Days since 1899-12-31 with which a Ukrainian tax number begins: births from 1930 to 2013."""

_TAX_CUES = CueTable([("word", TAX_NUMBER_WORDS), ("thing", NUMBERED_THINGS)])
_NIK_CUES = CueTable([("word", NIK_WORDS)])
_SSN_CUES = CueTable([("word", SSN_WORDS)])
_SNILS_CUES = CueTable([("word", SNILS_WORDS)])


def private_number(text: str) -> str | None:
    """The kind of the first private number in the text ("card number", "national id", …), else None."""
    if sum(c.isdigit() for c in text) < _FEWEST_DIGITS:
        return None
    return next((kind for kind, found in _KINDS if found(text)), None)


def _has_card(text: str) -> bool:
    return any(is_card(digits) for digits in _long_numbers(text))


def is_card(digits: str) -> bool:
    """A number a payment card can have: its first digits and length are an issuer's, and Luhn's sum is right."""
    if not 13 <= len(digits) <= 19 or len(set(digits)) == 1:
        return False
    return _issued(digits) and _luhn(digits)


def _issued(digits: str) -> bool:
    """Whether a card network gives out numbers that begin so, at this length. No phone number is among them."""
    length, two, four = len(digits), int(digits[:2]), int(digits[:4])
    if digits[0] == "4":
        return length in (13, 16, 19)
    if length == 16 and (51 <= two <= 55 or 2200 <= four <= 2204 or 2221 <= four <= 2720):
        return True
    if length == 14 or length == 15:
        return two in ((34, 37) if length == 15 else (30, 36, 38, 39))
    return length >= 16 and (two in (35, 36, 50, 62, 63, 64, 65, 67, 81, 97) or 56 <= two <= 60)


def _luhn(digits: str) -> bool:
    doubled = (int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits)))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _long_numbers(text: str) -> Iterator[str]:
    """The numbers that may be a card's or an id's: unbroken, or in the groups printed on cards."""
    for run in _RUN.finditer(text):
        groups = [group.group() for group in _GROUPS.finditer(run[2])]
        for start in range(1 if run[1] else 0, len(groups)):
            yield groups[start]
            for end in range(start + 2, min(start + 5, len(groups)) + 1):
                if tuple(len(group) for group in groups[start:end]) in _CARD_SHAPES:
                    yield "".join(groups[start:end])


def _has_iban(text: str) -> bool:
    """An account number of any country: moved, letters as numbers, the remainder by 97 is 1."""
    for match in _IBAN.finditer(text.upper()):
        plain = match.group().replace(" ", "")
        number = "".join(str(int(c, 36)) for c in plain[4:] + plain[:4])
        if len(plain) >= 15 and int(number) % 97 == 1:
            return True
    return False


def _has_national_id(text: str) -> bool:
    return any(found(text) for found in (_spanish, _indonesian, _american, _russian, _ukrainian, _other_ids))


def _spanish(text: str) -> bool:
    """DNI and NIE: the number modulo 23 is its letter. Without dot or dash, 22 of 23 other codes fail."""
    for number, close, apart in _DNI.findall(text):
        if _CHECK_LETTERS[int(number.replace(".", "")) % 23] == (close or apart).upper():
            return True
    found = _NIE.findall(text.upper())
    return any(_CHECK_LETTERS[int(f"{'XYZ'.index(first)}{digits}") % 23] == last for first, digits, last in found)


def _indonesian(text: str) -> bool:
    """NIK: 16 digits, a province, and a birth date (40 added to the day for women); or beside its name."""
    named = bool(_NIK_CUES.find(text))
    for digits in _long_numbers(text):
        if named and len(digits) == _NIK_LENGTH:
            return True
        if len(digits) == _NIK_LENGTH and int(digits[:2]) in _NIK_PROVINCES and digits[12:] != "0000":
            day, month = int(digits[6:8]) % 40, int(digits[8:10])
            if 1 <= day <= 31 and int(digits[6:8]) <= 71 and 1 <= month <= 12:
                return True
    return False


def _american(text: str) -> bool:
    """SSN: 3-2-4 digits with dashes is nobody's phone; without them only beside its name."""
    return bool(_SSN.search(text)) or bool(_SSN_CUES.find(text) and _NINE.search(text))


def _russian(text: str) -> bool:
    """СНИЛС, by its sum; plain eleven digits (a phone's, too) only beside its name."""
    if any(_snils(match.group()) for match in _SNILS.finditer(text)):
        return True
    return bool(_SNILS_CUES.find(text)) and any(_snils(run[2]) for run in _RUN.finditer(text))


def _snils(typed: str) -> bool:
    digits = "".join(_GROUPS.findall(typed))
    if len(digits) != 11:
        return False
    total = sum(int(d) * (9 - place) for place, d in enumerate(digits[:9]))
    return total % 101 % 100 == int(digits[9:])


def _ukrainian(text: str) -> bool:
    """РНОКПП, by its sum; one in eleven phone numbers has it, so its name or a Cyrillic text stands beside it."""
    numbers = [match.group() for match in _GROUPS.finditer(text) if _tax_number(match.group())]
    if not numbers:
        return False
    said = {cue.meaning for cue in _TAX_CUES.find(text)}
    return "word" in said or ("thing" not in said and bool(_CYRILLIC.search(text)))


def _tax_number(digits: str) -> bool:
    if len(digits) != 10 or int(digits[:5]) not in _TAX_BIRTHS:
        return False
    total = sum(int(d) * weight for d, weight in zip(digits, _TAX_WEIGHTS, strict=False))
    return total % 11 % 10 == int(digits[9])


def _other_ids(text: str) -> bool:
    """Britain's NI number and Mexico's CURP by shape, Chile's RUT by its digit."""
    upper = text.upper()
    rut = any(_rut_digit(number.replace(".", "")) == check for number, check in _RUT.findall(upper))
    return rut or bool(_NINO.search(upper) or _CURP.search(upper))


def _rut_digit(digits: str) -> str:
    total = sum(int(d) * (2 + place % 6) for place, d in enumerate(reversed(digits)))
    return "0123456789K0"[11 - total % 11]


def _has_passport(text: str) -> bool:
    return bool(_PASSPORT.search(text))


_FEWEST_DIGITS = 6
_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("bank account", _has_iban),
    ("card number", _has_card),
    ("national id", _has_national_id),
    ("passport", _has_passport),
)
