"""The kinds of value a setting can have: how each is written, and what is said when it is written wrongly.

A reader takes what TOML gave and returns the value or ``Wrong``; the sentence goes on from the
setting's name: ``hours.tue "18:00-09:00" ends before it begins``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from ipaddress import ip_address
from typing import Generic, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from callbacksheet.core.message import Address
from callbacksheet.core.model import Language, Span
from callbacksheet.core.shop import DateOrder, RepeatCalls

T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)

DAY = 1440
FARTHEST_MINUTES = 7 * DAY

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_DURATION = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?")
_GOOGLE = re.compile(r"https://docs\.google\.com/spreadsheets/(?:u/\d+/)?d/(?!e/)[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a value is refused, as the rest of a sentence that begins with the setting's name."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Kind(Generic[T_co]):
    """``words`` say how a value is written; ``read`` turns what TOML gave into the value."""

    words: str
    read: Callable[[object], T_co | Wrong]


def shown(value: object) -> str:
    """A value as the file has it, near enough to be recognised, and short."""
    match value:
        case str():
            return f'"{value}"' if len(value) <= 60 else f'"{value[:57]}..."'
        case bool():
            return str(value).lower()
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return str(value)


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """``; did you mean "x"?``, or nothing when no known word is near."""
    near = nearest(typed, known)
    return f'; did you mean "{near}"?' if near else ""


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known word most like the typed one, in any case of letters; a cut or lengthened word is like."""
    by_fold = {word.casefold(): word for word in known}
    folded = typed.strip().casefold()
    close = get_close_matches(folded, by_fold, n=1, cutoff=0.7)
    if not close and len(folded) >= 3:
        close = [word for word in by_fold if word.startswith(folded) or folded.startswith(word)][:1]
    return by_fold[close[0]] if close else ""


def read_text(raw: object) -> str | Wrong:
    if not isinstance(raw, str):
        return Wrong(f"must be text in quotes, not {shown(raw)}")
    return raw.strip() or Wrong("is empty")


def read_zone(raw: object) -> ZoneInfo | Wrong:
    text = read_text(raw)
    if isinstance(text, Wrong):
        return text
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Wrong(f"{shown(text)} is not a time zone{_like_zone(text)}")


def _like_zone(typed: str) -> str:
    from zoneinfo import available_timezones

    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    by_city = {name.rsplit("/", 1)[1]: name for name in names}
    near = nearest(typed, names) or by_city.get(nearest(typed.replace(" ", "_"), by_city), "")
    return f'; did you mean "{near}"?' if near else '; write it like "America/New_York"'


def read_region(raw: object) -> str | Wrong:
    text = read_text(raw)
    if isinstance(text, Wrong):
        return text
    if text.upper() in COUNTRIES - _WITHOUT_PHONES:
        return text.upper()
    from phonenumbers import SUPPORTED_REGIONS

    if text.upper() in SUPPORTED_REGIONS:
        return text.upper()
    hint = '; did you mean "GB"?' if text.upper() == "UK" else '; write two letters, like "US"'
    return Wrong(f"{shown(text)} is not a country of phone numbers{hint}")


def one_of(choices: type[E]) -> Callable[[object], E | Wrong]:
    """A reader of one word out of a few, however it is cased."""

    def read(raw: object) -> E | Wrong:
        text = read_text(raw)
        if isinstance(text, Wrong):
            return text
        for choice in choices:
            if choice.value.casefold() == text.casefold():
                return choice
        known = ", ".join(f'"{choice.value}"' for choice in choices)
        return Wrong(f"{shown(text)} is none of {known}{did_you_mean(text, [c.value for c in choices])}")

    return read


def clock_minutes(text: str) -> int | None:
    """ "09:30" as minutes after midnight; "24:00" is the end of the day; None when it is no time of day."""
    match = _CLOCK.fullmatch(text.strip())
    if not match:
        return None
    hours, minutes = int(match[1]), int(match[2])
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= DAY else None


def read_clock(raw: object) -> time | Wrong:
    if isinstance(raw, time):
        return raw.replace(second=0, microsecond=0, tzinfo=None)
    minutes = clock_minutes(raw) if isinstance(raw, str) else None
    if minutes is None or minutes == DAY:
        return Wrong(f'{shown(raw)} is not a time of day; write it like "10:00"')
    return time(minutes // 60, minutes % 60)


def _read_clock_minutes(raw: object) -> int | Wrong:
    if isinstance(raw, time):
        return raw.hour * 60 + raw.minute
    minutes = clock_minutes(raw) if isinstance(raw, str) else None
    return Wrong(f'{shown(raw)} is not a time of day; write it like "09:00"') if minutes is None else minutes


def _two_clocks(raw: object) -> tuple[int, int] | Wrong:
    bad = Wrong(f'{shown(raw)} is not a span of the day; write it like "09:00-18:00"')
    if not isinstance(raw, str):
        return bad
    ends = [clock_minutes(part) for part in re.split(r"[-\u2013\u2014]", raw)]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return bad
    return ends[0], ends[1]


def read_span(raw: object) -> Span | Wrong:
    ends = _two_clocks(raw)
    if isinstance(ends, Wrong):
        return ends
    if ends[0] < ends[1]:
        return Span(*ends)
    if ends[0] == ends[1]:
        return Wrong(f"{shown(raw)} is empty: it ends when it begins")
    return Wrong(f"{shown(raw)} ends before it begins; one that crosses midnight is written as two")


def read_night_span(raw: object) -> tuple[Span, ...] | Wrong:
    """A span that may cross midnight; then it is two."""
    ends = _two_clocks(raw)
    if isinstance(ends, Wrong):
        return ends
    start, end = ends
    if start == end:
        return Wrong(f"{shown(raw)} is empty: it ends when it begins")
    parts = (Span(start, end),) if start < end else (Span(0, end), Span(start, DAY))
    return tuple(part for part in parts if part.start < part.end)


def read_date(raw: object) -> date | Wrong:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    if isinstance(raw, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", raw.strip()):
        try:
            return date.fromisoformat(raw.strip())
        except ValueError:
            return Wrong(f"{shown(raw)} is not a day of the calendar")
    return Wrong(f'{shown(raw)} is not a date; write it like "2026-12-25"')


def whole_number(least: int, most: int) -> Callable[[object], int | Wrong]:
    """A reader of whole numbers within two ends."""

    def read(raw: object) -> int | Wrong:
        if not isinstance(raw, int) or isinstance(raw, bool):
            return Wrong(f"must be a whole number, not {shown(raw)}")
        return raw if least <= raw <= most else Wrong(f"{raw} is not within {least} and {most}")

    return read


def read_money(raw: object) -> Decimal | Wrong | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return Wrong(f"must be a number, not {shown(raw)}")
    amount = Decimal(str(raw))
    return amount if amount.is_finite() and amount >= 0 else Wrong(f"{raw} is not an amount of money")


def read_duration(raw: object) -> timedelta | Wrong | None:
    bad = Wrong(f'{shown(raw)} is not a length of time; write it like "15m", "2h" or "never"')
    if not isinstance(raw, str):
        return bad
    text = raw.replace(" ", "").casefold()
    if text == "never":
        return None
    match = _DURATION.fullmatch(text)
    if not match or len(text) > 12:
        return bad
    days, hours, minutes = (int(part or 0) for part in match.groups())
    total = days * DAY + hours * 60 + minutes
    return timedelta(minutes=total) if 0 < total <= FARTHEST_MINUTES else bad


def read_google_url(raw: object) -> str | Wrong:
    text = read_text(raw)
    if isinstance(text, Wrong):
        return text
    if _GOOGLE.match(text):
        return text
    return Wrong(
        f"{shown(text)} is not the address of a Google spreadsheet; "
        "copy it from the browser, it begins with https://docs.google.com/spreadsheets/d/"
    )


def read_sheet(raw: object) -> str | Wrong:
    """A workbook's path, or the address of a Google spreadsheet: whichever a person names."""
    text = read_text(raw)
    if isinstance(text, Wrong) or "://" not in text:
        return text
    return read_google_url(text)


def read_endpoint(raw: object) -> str | Wrong:
    """Keys and callers' numbers go to this address, so it is encrypted or never leaves this machine."""
    text = read_text(raw)
    if isinstance(text, Wrong):
        return text
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - reading it checks it
    except ValueError:
        return Wrong(f"{shown(text)} is not an address")
    if parts.hostname and (parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.hostname))):
        return text.rstrip("/")
    return Wrong(f"{shown(text)} must be https, or http on this machine (127.0.0.1)")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def read_address(raw: object) -> Address | Wrong:
    """An address in quotes, or a table that marks it private. A refused one is not repeated: it may hold a password."""
    if not isinstance(raw, dict):
        text = read_text(raw)
        return text if isinstance(text, Wrong) else _address(text, private=False)
    stranger = next((name for name in raw if name not in ("to", "private")), "")
    if stranger:
        return Wrong(f"has {shown(stranger)}, which is none of to, private{did_you_mean(stranger, ('to', 'private'))}")
    text, private = read_text(raw.get("to")), raw.get("private", False)
    if isinstance(text, Wrong):
        return Wrong('needs an address, like { to = "mailto://...", private = true }')
    return _address(text, private=private) if isinstance(private, bool) else Wrong("is private = true or false")


def _address(text: str, *, private: bool) -> Address | Wrong:
    if "://" in text or text == "console:" or text.startswith("${"):
        return Address(text, private)
    told = "" if ":" in text else f"{shown(text)} "
    return Wrong(f'{told}is not an address to notify; write it like "mailto://..." or "${{NAME}}"')


_COUNTRIES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
    TN TO TR TT TV TW TZ UA UG UK UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_COUNTRIES.split())
"""Countries whose public holidays are known, to be told without loading the library that knows them."""
_WITHOUT_PHONES = frozenset({"AQ", "BV", "GS", "HM", "PN", "TF", "UK", "UM"})
"""Those of them that have no phone numbers of their own, or have them under another name."""


def read_country(raw: object) -> str | Wrong:
    """A country, or a part of one ("US-CA"), whose public holidays are known."""
    text = read_text(raw)
    if isinstance(text, Wrong):
        return text
    country, _, part = text.upper().partition("-")
    if not part and country in COUNTRIES:
        return country
    from holidays import list_supported_countries

    known = list_supported_countries(include_aliases=True)
    if country not in known:
        return Wrong(f'{shown(text)} is not a country whose public holidays are known; write two letters, like "US"')
    if part and part not in known[country]:
        return Wrong(f"{shown(text)}: no public holidays are known for that part of {country}")
    return f"{country}-{part}" if part else country


TEXT = Kind("text", read_text)
ZONE = Kind('a time zone, like "America/New_York"', read_zone)
REGION = Kind('a country in two letters, like "US"', read_region)
DATE_ORDER = Kind('"MDY", "DMY" or "YMD"', one_of(DateOrder))
LANGUAGE = Kind('"en", "uk", "ru", "id" or "es"', one_of(Language))
REPEAT_CALLS = Kind('"separate" or "while-open"', one_of(RepeatCalls))
CLOCK = Kind('a time of day, like "10:00"', read_clock)
CLOCK_MINUTES = Kind('a time of day, like "09:00"', _read_clock_minutes)
SPAN = Kind('a span of the day, like "09:00-18:00"', read_span)
NIGHT_SPAN = Kind('a span of the day that may cross midnight, like "20:00-08:00"', read_night_span)
DATE = Kind('a date, like "2026-12-25"', read_date)
MONEY = Kind("an amount of money, like 19", read_money)
DURATION = Kind('a length of time, like "15m", "2h" or "never"', read_duration)
GOOGLE_URL = Kind("the address of a Google spreadsheet", read_google_url)
ENDPOINT = Kind("an https address, or http on this machine", read_endpoint)
ADDRESS = Kind('an address, like "mailto://...", or `{ to = "mailto://...", private = true }`', read_address)
WORKBOOK = Kind("the path of an .xlsx workbook", read_text)
COUNTRY = Kind('a country, like "US" or "US-CA"', read_country)
SHEET = Kind("the path of an .xlsx workbook, or the address of a Google spreadsheet", read_sheet)
