"""Which one number a row of digits is, by the numbering plans of the world; None where that is not certain (R1).

``phonenumbers`` knows the plans; what it would guess is checked here. Only digits and a leading "+" ever reach it.
It is imported where it is used: its tables cost as much time as the rest of the start-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

EXIT_CODES = ("00", "011", "810")
"""What is dialled before a country code, here or elsewhere; typed in any country where it can mean nothing else."""

FEWEST = 5
MOST = 20
LOCAL_MOST = 8
"""Digits of the longest number that is dialled without its area code."""
PLAUSIBLE_MOST = 11
"""Digits of the longest national number people have; plans with open ends allow more than exist."""
FOREIGN_FEWEST = 11
"""Digits of a foreign number typed without "+" that is long enough to be no national one."""


@dataclass(frozen=True, slots=True)
class Digits:
    """One row of digits as typed: ``first`` is how many stood in the first group, ``groups`` how many groups."""

    all: str
    first: int
    groups: int
    plus: bool
    number_cell: bool = False


@lru_cache(maxsize=65_536)
def certain_number(digits: Digits, region: str) -> str | None:
    """The number in E.164, if these digits are exactly one valid number for a desk in ``region``."""
    if not FEWEST <= len(digits.all) <= MOST:
        return None
    return _international(digits, region) if digits.plus else _dialled(digits, region)


def international_format(e164: str) -> str:
    """The number as people read it: ``+1 415-555-0132``."""
    import phonenumbers as pn

    return pn.format_number(pn.parse(e164), pn.PhoneNumberFormat.INTERNATIONAL)


def could_be_longer(e164: str) -> bool:
    """Whether a digit or two more would be a valid number as well: then a missing digit cannot be noticed."""
    return any(_valid(e164 + more) for more in ("0", "5", "00", "55"))


def _valid(typed: str, region: str | None = None) -> str | None:
    """The E.164 of digits ``phonenumbers`` finds valid as they stand."""
    import phonenumbers as pn

    try:
        number = pn.parse(typed, region)
    except pn.NumberParseException:
        return None
    if not pn.is_valid_number(number):
        return None
    return f"+{number.country_code}{pn.national_significant_number(number)}"


def _country_code(region: str) -> str:
    import phonenumbers as pn

    return str(pn.country_code_for_region(region) or "")


@lru_cache(maxsize=512)
def _trunk(region: str) -> str:
    """The digits dialled before an area code within the country: 0, 8, 06; none in Spain."""
    import phonenumbers as pn

    plan = pn.PhoneMetadata.metadata_for_region(region, None)
    return (plan and plan.national_prefix) or ""


@lru_cache(maxsize=512)
def _lengths_vary(region: str) -> bool:
    """Whether fixed numbers of the country come in many lengths, so that one without its area code looks whole."""
    import phonenumbers as pn

    plan = pn.PhoneMetadata.metadata_for_region(region, None)
    lengths = plan.fixed_line.possible_length if plan and plan.fixed_line else ()
    return bool(lengths) and max(lengths) - min(lengths) >= 2


def _country_code_of(e164: str) -> str:
    import phonenumbers as pn

    return str(pn.parse(e164).country_code)


# --- With a "+" in front


def _international(digits: Digits, region: str) -> str | None:
    """A number typed with "+": its country code must stand whole in the first group ("+8 495" is no +84 95)."""
    typed = digits.all.removeprefix("00")
    first = digits.first - (len(digits.all) - len(typed)) if digits.first > 2 else digits.first
    number = _valid("+" + typed) or _mexican_mobile(typed)
    if number is None:
        return None
    code = _country_code_of(number)
    if first < len(code) and not (code == "380" and typed[:first] == "38"):
        return None
    trunk = _trunk(region)
    if first > len(code) and trunk not in ("", "1") and typed.startswith(trunk):
        return None if _valid(typed, region) not in (None, number) else number
    return number


def _mexican_mobile(typed: str) -> str | None:
    """+52 1 55 …: the 1 of mobiles was dropped from the plan in 2019, people still type it."""
    return _valid("+52" + typed[3:]) if typed.startswith("521") and len(typed) == 13 else None


# --- As dialled, or with the "+" lost


def _dialled(digits: Digits, region: str) -> str | None:
    national = _national(digits, region)
    own = _own_code_without_plus(digits, region)
    if national and own and national != own:
        return own if digits.groups > 1 and digits.first == len(_country_code(region)) else None
    return (
        national
        or own
        or _after_exit_code(digits)
        or _local_habit(digits, region)
        or _foreign(digits, region)
    )


def _national(digits: Digits, region: str) -> str | None:
    """A number of the desk's own country, with or without the trunk zero that a spreadsheet drops."""
    code, trunk = _country_code(region), _trunk(region)
    if not code:
        return None
    if digits.all.startswith(trunk or "0"):
        number = _valid(digits.all, region)
        return number if number and number.startswith("+" + code) else None
    number = _valid("+" + code + digits.all)
    if number is None and digits.number_cell and not trunk:
        return _valid("+" + code + "0" + digits.all)
    if number and digits.number_cell and not trunk and _valid("+" + code + "0" + digits.all):
        return None
    if number and trunk and len(digits.all) <= LOCAL_MOST and _lengths_vary(region):
        return None
    return (
        number if number and number.endswith(digits.all) and len(digits.all) <= PLAUSIBLE_MOST + 1 else None
    )


def _own_code_without_plus(digits: Digits, region: str) -> str | None:
    code = _country_code(region)
    if not code or not digits.all.startswith(code):
        return None
    return _valid("+" + digits.all) or _mexican_mobile(digits.all)


def _after_exit_code(digits: Digits) -> str | None:
    """00 44 …, 011 44 …, 8 10 44 …: the number behind an exit code."""
    found = {
        n
        for code in EXIT_CODES
        if digits.all.startswith(code) and (n := _valid("+" + digits.all[len(code) :]))
    }
    return found.pop() if len(found) == 1 else None


def _local_habit(digits: Digits, region: str) -> str | None:
    """Trunk digits people still type though the plan has dropped them: 8 050 … in Ukraine, 044 and 01 in Mexico."""
    if region == "UA" and digits.all.startswith("80") and len(digits.all) == 11:
        return _valid("+380" + digits.all[2:])
    if region == "MX":
        for old in ("044", "045", "01"):
            if digits.all.startswith(old) and len(digits.all) == len(old) + 10:
                return _valid("+52" + digits.all[len(old) :])
    return None


def _foreign(digits: Digits, region: str) -> str | None:
    """A foreign number that lost its "+": certain only if no slip of one digit makes it a number of this country."""
    if len(digits.all) < FOREIGN_FEWEST or digits.all.startswith("0"):
        return None
    number = _valid("+" + digits.all)
    if number is None or number != "+" + digits.all:
        return None
    if digits.groups > 1 and digits.first != len(_country_code_of(number)):
        return None
    if digits.groups == 1 and len(digits.all) <= FOREIGN_FEWEST:
        return None
    return None if _near_a_national_number(digits.all, region) else number


def _near_a_national_number(digits: str, region: str) -> bool:
    """Whether a digit too many, or digits written behind a number, would explain these digits as well."""
    one_less = {digits[:i] + digits[i + 1 :] for i in range(len(digits))}
    beginnings = {digits[:n] for n in range(LOCAL_MOST + 1, len(digits))}
    return any(_valid(d, region) for d in sorted(one_less | beginnings))
