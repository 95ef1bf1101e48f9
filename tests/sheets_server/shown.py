"""How a value looks to people: number formats, dates, and the plain look of numbers."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from tests.sheets_server.typed import EPOCH

DEFAULT_PATTERNS = {
    "NUMBER": "#,##0.00",
    "PERCENT": "0.00%",
    "CURRENCY": '"$"#,##0.00',
    "SCIENTIFIC": "0.00E+00",
    "DATE": "m/d/yyyy",
    "TIME": "h:mm:ss am/pm",
    "DATE_TIME": "m/d/yyyy h:mm:ss",
}
MOMENTS = {"DATE", "TIME", "DATE_TIME"}
MOMENT_TOKEN = re.compile(
    r'"[^"]*"|\\.|yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|am/pm|a/p|\[hh?\]|.', re.IGNORECASE
)
DIGITS = re.compile(r"[#0,?]*(?:\.([#0?]+))?")


def shown(value: object, shape: dict[str, Any] | None) -> str:
    """The formatted value of a cell."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    if not isinstance(value, int | float):
        return ""
    kind = shape.get("type", "") if shape else ""
    pattern = (shape.get("pattern") if shape else "") or DEFAULT_PATTERNS.get(kind, "")
    if kind == "TEXT" or not pattern or pattern == "@":
        return general(value)
    return moment_text(value, pattern) if kind in MOMENTS else number_text(value, pattern)


def is_moment(shape: dict[str, Any] | None) -> bool:
    return shape is not None and shape.get("type") in MOMENTS


def general(number: float) -> str:
    """A number in a cell without a format: ten significant digits at most, very large and small ones with E."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    text = f"{number:.10g}"
    if "e" not in text and abs(number) < 1e15:
        return text
    digits, _, power = f"{number:.5E}".partition("E")
    return f"{digits.rstrip('0').rstrip('.')}E{power}"


def number_text(number: float, pattern: str) -> str:
    positive, _, negative = pattern.partition(";")
    if number < 0 and negative:
        return number_text(-number, negative)
    sign = "-" if number < 0 else ""
    number = abs(number)
    if "E+" in pattern:
        return sign + f"{number:.{_decimals(positive)[1]}E}"
    head, digits, tail = _parts(positive)
    number = number * 100 if "%" in positive else number
    least, most = _decimals(digits)
    text = f"{number:,.{most}f}" if "," in digits else f"{number:.{most}f}"
    whole, _, rest = text.partition(".")
    while len(rest) > least and rest.endswith("0"):
        rest = rest[:-1]
    width = len(re.sub(r"[^0]", "", digits.partition(".")[0]))
    whole = whole.rjust(width, "0") if "," not in digits else whole
    return sign + head + whole + ("." + rest if rest else "") + tail


def _parts(pattern: str) -> tuple[str, str, str]:
    """What stands before the digits of a pattern, the digits, and what follows."""
    literal = re.sub(r'"([^"]*)"', lambda found: "\x00" * len(found[1]), pattern)
    first = next((at for at, mark in enumerate(literal) if mark in "#0?"), None)
    plain = pattern.replace('"', "").replace("\\", "")
    if first is None:
        return plain, "0", ""
    digits = DIGITS.match(literal, first)
    end = digits.end() if digits else first
    return plain[:first], literal[first:end], plain[end:]


def _decimals(digits: str) -> tuple[int, int]:
    """Fewest and most digits behind the point."""
    found = re.search(r"\.([#0?]+)", digits)
    return (found[1].count("0"), len(found[1])) if found else (0, 0)


def moment_text(number: float, pattern: str) -> str:
    moment = datetime(EPOCH.year, EPOCH.month, EPOCH.day) + timedelta(seconds=round(number * 86400))
    halves = "am/pm" in pattern.lower()
    return "".join(_moment_part(token, meant, moment, number, halves) for token, meant in _tokens(pattern))


@lru_cache(maxsize=128)
def _tokens(pattern: str) -> tuple[tuple[str, str], ...]:
    """Each token with what it means: m is a minute after an hour or before a second, else a month."""
    tokens = MOMENT_TOKEN.findall(pattern)
    named = [token.lower() for token in tokens]
    letters = [(at, name) for at, name in enumerate(named) if name[0] in "ymdhs[" and len(name) <= 4]
    meant = dict(letters)
    for place, (at, name) in enumerate(letters):
        before = letters[place - 1][1] if place else ""
        after = letters[place + 1][1] if place + 1 < len(letters) else ""
        if name in {"m", "mm"} and (before.startswith(("h", "[h")) or after.startswith("s")):
            meant[at] = "minute" if name == "m" else "minutes"
    return tuple((token, meant.get(at, named[at])) for at, token in enumerate(tokens))


def _moment_part(token: str, meant: str, moment: datetime, number: float, halves: bool) -> str:
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    parts = {
        "yyyy": f"{moment.year:04d}",
        "yy": f"{moment.year % 100:02d}",
        "mmmm": moment.strftime("%B"),
        "mmm": moment.strftime("%b"),
        "mm": f"{moment.month:02d}",
        "m": str(moment.month),
        "dddd": moment.strftime("%A"),
        "ddd": moment.strftime("%a"),
        "dd": f"{moment.day:02d}",
        "d": str(moment.day),
        "hh": f"{hour:02d}",
        "h": str(hour),
        "[h]": str(int(number * 24 + 1e-9)),
        "[hh]": f"{int(number * 24 + 1e-9):02d}",
        "minutes": f"{moment.minute:02d}",
        "minute": str(moment.minute),
        "ss": f"{moment.second:02d}",
        "s": str(moment.second),
        "am/pm": "AM" if moment.hour < 12 else "PM",
        "a/p": "A" if moment.hour < 12 else "P",
    }
    if meant in parts:
        return parts[meant]
    return token[1:] if token.startswith("\\") else token.strip('"')
