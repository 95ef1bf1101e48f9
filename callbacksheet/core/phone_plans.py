"""Which one number a row of digits is, by the world's numbering plans; None where that is not certain (R1).

``phonenumbers`` knows the plans; what it would guess is checked here. Only digits and a leading "+" ever
reach it. It is imported where it is used: its tables cost more time than the rest of the start-up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import phonenumbers

EXIT_CODES = ("00", "011", "810")
"""Dialled before a country code, here or elsewhere; read in any country where they can mean nothing else."""
FEWEST = 5
MOST = 20
LOCAL_MOST = 8
"""Digits of the longest number that is dialled without its area code."""
NATIONAL_MOST = 12
"""Digits of the longest national number people have; plans with open ends would allow 15."""
HOME_MOST = 11
"""Digits beyond which a number that begins with its own country code has it, whatever the plan allows."""
FOREIGN_FEWEST = 11
"""Digits of a foreign number typed without "+" that is long enough to be no national one."""


@dataclass(frozen=True, slots=True)
class Digits:
    """One row of digits as typed; ``groups`` is how many stood in each of its groups."""

    all: str
    groups: tuple[int, ...]
    plus: bool = False
    number_cell: bool = False

    def cut_at(self, count: int) -> bool:
        """Whether a group ends after this many digits."""
        return count in accumulate(self.groups[:-1])


@dataclass(frozen=True, slots=True)
class Number:
    """A valid number: country code and national significant number."""

    code: str
    national: str

    @property
    def e164(self) -> str:
        return f"+{self.code}{self.national}"


def certain_number(digits: Digits, region: str) -> Number | None:
    """The number, if these digits are exactly one valid number for a desk in ``region``."""
    if not FEWEST <= len(digits.all) <= MOST:
        return None
    number = _international(digits, region) if digits.plus else _dialled(digits, region)
    return number if number and len(number.national) <= NATIONAL_MOST else None


def international_format(number: Number) -> str:
    """The number as people read it: ``+1 415-555-0132``."""
    import phonenumbers as pn

    return pn.format_number(_for_library(number.code, number.national), pn.PhoneNumberFormat.INTERNATIONAL)


def could_be_longer(number: Number) -> bool:
    """Whether a few digits more would be a valid number as well: then missing digits cannot be noticed."""
    return any(_valid(number.code, number.national + more * n) for n in (1, 2, 3, 4) for more in "05")


# --- Asking the library


def _for_library(code: str, national: str) -> phonenumbers.PhoneNumber:
    import phonenumbers as pn

    zeros = len(national) - len(national.lstrip("0"))
    return pn.PhoneNumber(int(code), int(national), None, zeros > 0 or None, zeros if zeros > 1 else None)


@lru_cache(maxsize=8_192)
def _valid(code: str, national: str) -> Number | None:
    """The number of exactly these digits, if the country's plan has it."""
    import phonenumbers as pn

    if not 2 < len(national) < 16:
        return None
    return Number(code, national) if pn.is_valid_number(_for_library(code, national)) else None


def _as_parsed(typed: str, region: str | None = None) -> Number | None:
    """The number as the library reads it: trunk prefix, carrier code and mobile sign taken off or put in."""
    import phonenumbers as pn

    try:
        number = pn.parse(typed, region)
    except pn.NumberParseException:
        return None
    if not pn.is_valid_number(number):
        return None
    return Number(str(number.country_code), pn.national_significant_number(number))


def _with_code(typed: str) -> Number | None:
    """Digits that begin with a country code; a trunk zero or the old Mexican 1 behind it is taken off."""
    import phonenumbers as pn

    for length in (1, 2, 3):
        if typed[:length].isdigit() and int(typed[:length]) in pn.COUNTRY_CODE_TO_REGION_CODE:
            number = _valid(typed[:length], typed[length:]) or _as_parsed("+" + typed)
            return number or (_valid("52", typed[3:]) if typed.startswith("521") else None)
    return None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is dialled in one country: its code, its trunk prefix (0, 8, 06; none in Spain), its exit code."""

    code: str
    trunk: str
    rewrites: bool
    lengths_vary: bool
    exit_code: str


@lru_cache(maxsize=512)
def _plan(region: str) -> _Plan | None:
    import phonenumbers as pn

    plan = pn.PhoneMetadata.metadata_for_region(region, None)
    if plan is None:
        return None
    lengths = plan.fixed_line.possible_length if plan.fixed_line else ()
    return _Plan(
        str(plan.country_code),
        plan.national_prefix or "",
        bool(plan.national_prefix_transform_rule),
        bool(lengths) and max(lengths) - min(lengths) >= 1,
        plan.international_prefix or "",
    )


# --- With a "+" in front


def _international(digits: Digits, region: str) -> Number | None:
    """A number typed with "+": its country code must stand whole in the first group, so "+8 495" is no +84."""
    typed = digits.all.removeprefix("00")
    number = _with_code(typed)
    if number is None:
        return None
    first = digits.groups[0] - (len(digits.all) - len(typed))
    if 0 < first < len(number.code) and not (number.code == "380" and typed[:first] == "38"):
        return None
    plan = _plan(region)
    if plan and plan.trunk not in ("", "1") and typed.startswith(plan.trunk) and not digits.cut_at(len(number.code)):
        at_home = _national(digits, plan, region)
        return number if at_home in (None, number) else None
    return number


# --- As dialled, or with the "+" lost


def _dialled(digits: Digits, region: str) -> Number | None:
    plan = _plan(region)
    if plan is None:
        return None
    national = _national(digits, plan, region)
    own = None
    if digits.all.startswith(plan.code) and plan.code != plan.trunk:
        own = _with_code(digits.all)
    if national and own and national != own:
        return own if digits.cut_at(len(plan.code)) or len(digits.all) > HOME_MOST else None
    return (
        national
        or own
        or _after_exit_code(digits, plan, region)
        or _old_habit(digits, region)
        or _foreign(digits, plan, region)
    )


def _national(digits: Digits, plan: _Plan, region: str) -> Number | None:
    """A number of the desk's own country, with or without the trunk zero that a spreadsheet drops."""
    if digits.all.startswith(plan.trunk or "0"):
        return _with_trunk(digits.all, plan, region)
    number = _valid(plan.code, digits.all)
    if number is None and plan.rewrites and not digits.all.startswith(plan.code):
        number = _at_home(digits.all, plan, region)
    if digits.number_cell:
        restored = _with_trunk("0" + digits.all, plan, region)
        number = number or restored
        if restored not in (None, number):
            return None
    whole = len(digits.all) > LOCAL_MOST or not plan.lengths_vary or not plan.trunk
    return number if whole else None


def _with_trunk(typed: str, plan: _Plan, region: str) -> Number | None:
    number = None if plan.rewrites or not plan.trunk else _valid(plan.code, typed.removeprefix(plan.trunk))
    return number or _at_home(typed, plan, region)


def _at_home(typed: str, plan: _Plan, region: str) -> Number | None:
    number = _as_parsed(typed, region)
    return number if number and number.code == plan.code else None


def _after_exit_code(digits: Digits, plan: _Plan, region: str) -> Number | None:
    """00 44 …, 011 44 …, 8 10 44 …: the number behind an exit code, which may be another country's."""
    found = set()
    for code in EXIT_CODES:
        number = _with_code(digits.all[len(code) :]) if digits.all.startswith(code) else None
        if number is None:
            continue
        apart = digits.cut_at(len(code) + len(number.code))
        usual_here = code != "00" and re.fullmatch(plan.exit_code, code)
        if apart or usual_here or not _near_home(digits.all, plan, region):
            found.add(number)
    return found.pop() if len(found) == 1 else None


def _old_habit(digits: Digits, region: str) -> Number | None:
    """Digits still typed though the plan has dropped them: 8 050 … in Ukraine, 044 and 01 in Mexico."""
    if region == "UA" and digits.all.startswith("80"):
        return _valid("380", digits.all[2:])
    if region == "MX":
        old = next((old for old in ("044", "045", "01") if digits.all.startswith(old)), "")
        return _valid("52", digits.all[len(old) :]) if old else None
    return None


def _foreign(digits: Digits, plan: _Plan, region: str) -> Number | None:
    """A foreign number that lost its "+": certain only if no slip makes it a number of this country."""
    if len(digits.all) < FOREIGN_FEWEST:
        return None
    number = _with_code(digits.all)
    if number is None or number.e164[1:] != digits.all:
        return None
    if len(digits.groups) > 1 and not digits.cut_at(len(number.code)):
        return None
    return None if _near_home(digits.all, plan, region) else number


def _near_home(digits: str, plan: _Plan, region: str) -> bool:
    """Whether a digit too many, or digits written behind a number, would explain these as one of this country."""
    one_less = {digits[:i] + digits[i + 1 :] for i in range(len(digits))}
    beginnings = {digits[:n] for n in range(LOCAL_MOST + 1, len(digits))}
    return any(_home_number(d, plan, region) for d in sorted(one_less | beginnings))


def _home_number(typed: str, plan: _Plan, region: str) -> Number | None:
    number = _valid(plan.code, typed.removeprefix(plan.code)) if typed.startswith(plan.code) else None
    return number or _national(Digits(typed, (len(typed),)), plan, region)
