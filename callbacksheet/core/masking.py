"""R18: numbers in a message. A channel that others read shows enough to know one again, never enough to ring it."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers
from phonenumbers import PhoneNumberFormat

from callbacksheet.core.model import Phone

HIDDEN = "•"

_FEWEST_DIGITS = 7
_SHOWN_AT_THE_END = 2
_ZEROS = "OoОо"
_NUMBER = re.compile(rf"\+?[\d{_ZEROS}](?:[^\w\n]{{0,3}}[\d{_ZEROS}])+")
_DAY = re.compile(
    r"(?<![\d.-])(?:(?:19|20)\d\d-[01]?\d-[0-3]?\d|[0-3]?\d\.[01]?\d\.(?:20)\d\d|[0-3]?\d/[0-3]?\d/20\d\d)(?![\d-])"
)


def whole_number(phone: Phone) -> str:
    """The number as it is written internationally, with its extension: "+1 415-555-0142 ext. 12"."""
    parsed = phonenumbers.parse(phone.e164)
    extension = f" ext. {phone.extension}" if phone.extension else ""
    return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL) + extension


def masked_number(phone: Phone) -> str:
    """ "+1 415-•••-••42": of short numbers less is shown, of an extension nothing."""
    parsed = phonenumbers.parse(phone.e164)
    text = phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL)
    country = len(str(parsed.country_code))
    digits = sum(c.isdigit() for c in text) - country
    return _hide(text, country + min(3, max(0, digits - 7)), 0 if digits < 5 else _SHOWN_AT_THE_END)


def link_to_ring(phone: Phone) -> str:
    """ "tel:+14155550142;ext=12" (RFC 3966)."""
    return f"tel:{phone.e164}" + (f";ext={phone.extension}" if phone.extension else "")


def masked_text(text: str, phone: Phone | None) -> str:
    """A text with every number that could be rung hidden but for its end; days of the calendar stay.

    ``phone`` is the caller's own: where that stands in the text, however it is broken up, no digit stays.
    """
    if phone and phone.e164[-_FEWEST_DIGITS:] in "".join(c for c in map(_plain_digit, text) if c):
        return masked_digits(text)
    shown, at = [], 0
    for day in _DAY.finditer(text):
        shown += [_numbers_masked(text[at : day.start()]), day.group()]
        at = day.end()
    return "".join((*shown, _numbers_masked(text[at:])))


def _plain_digit(c: str) -> str:
    return "0" if c in _ZEROS else str(unicodedata.digit(c, ""))


def _numbers_masked(text: str) -> str:
    return _NUMBER.sub(lambda n: masked_digits(n[0]) if _many_digits(n[0]) else n[0], text)


def _many_digits(text: str) -> bool:
    return sum(c.isdigit() or c in _ZEROS for c in text) >= _FEWEST_DIGITS


def masked_digits(text: str) -> str:
    """A text typed as a phone number that is none: only its last digits stay."""
    many = sum(c.isdigit() for c in text) > _SHOWN_AT_THE_END * 2
    return _hide(text, 0, _SHOWN_AT_THE_END if many else 0)


def _hide(text: str, first: int, last: int) -> str:
    """Every digit hidden but the first and last few."""
    many = sum(c.isdigit() for c in text)
    seen = 0
    shown = []
    for c in text:
        seen += c.isdigit()
        hidden = c.isdigit() and first < seen <= many - last
        shown.append(HIDDEN if hidden else c)
    return "".join(shown)
