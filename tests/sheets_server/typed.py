"""What Google makes of text as typed (`USER_ENTERED`): numbers, dates, times, tick boxes, formulas, or just text.

Only the en_US ways, and only those a front desk meets; whatever is not certain stays text, as Google does.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any, NamedTuple

from tests.sheets_server.cells import Cell, Entered, Formula, is_plain_text, number_format, plain_number

EPOCH = date(1899, 12, 30)


class Typed(NamedTuple):
    entered: Entered
    shape: dict[str, Any] | None = None  # the number format Google gives the cell with it


NUMBER = re.compile(r"([+-]?)(\$?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(%?)\Z")
SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d*)?[eE][+-]?\d{1,3}\Z")
ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
US_DATE = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\Z")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?\Z")
DAY_MONTH = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3,9})(?:[- ](\d{4}))?\Z")
TIME = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])[Mm])?\Z|(\d{1,2}) ?([AaPp])[Mm]\Z")


def read_typed(text: str, cell: Cell | None, today: date) -> Typed:
    """The value of typed text and the format it brings. A plain-text cell keeps it as it is."""
    if not text:
        return Typed(None)
    if is_plain_text(cell):
        return Typed(text)
    if text[0] == "'":
        return Typed(text[1:])
    if text[0] == "=" and len(text) > 1:
        return Typed(Formula(text))
    bare = text.strip()
    if bare.upper() in {"TRUE", "FALSE"}:
        return Typed(bare.upper() == "TRUE")
    return _number(bare) or _moment(bare, today) or Typed(text)


def shaped(cell: Cell | None, typed: Typed) -> dict[str, Any] | None:
    """The whole format of a cell after this was typed in it: a kind of number already chosen is kept."""
    before = number_format(cell)
    shape = typed.shape
    if shape is None or (before is not None and before.get("type") == shape["type"]):
        return cell.format if cell is not None else None
    return {**(cell.format or {} if cell is not None else {}), "numberFormat": shape}


def _number(text: str) -> Typed | None:
    if SCIENTIFIC.match(text):
        return Typed(plain_number(float(text)), {"type": "SCIENTIFIC", "pattern": "0.00E+00"})
    found = NUMBER.match(text)
    if found is None or not any(letter.isdigit() for letter in text):
        return None
    sign, currency, whole, rest, percent = found.groups()
    value = float(f"{sign}{(whole or '0').replace(',', '')}{rest or ''}") / (100 if percent else 1)
    cents = ".00" if rest and len(rest) > 1 else ""
    shape = None
    if percent:
        shape = {"type": "PERCENT", "pattern": f"0{cents}%"}
    elif currency:
        shape = {"type": "CURRENCY", "pattern": f'"$"#,##0{cents}'}
    elif whole and "," in whole:
        shape = {"type": "NUMBER", "pattern": f"#,##0{cents}"}
    return Typed(plain_number(value), shape)


def _moment(text: str, today: date) -> Typed | None:
    day = _day(text, today)
    if day is not None:
        return Typed(serial(day[0]), {"type": "DATE", "pattern": day[1]})
    clock = _clock(text)
    if clock is not None:
        return Typed(plain_number(clock[0]), {"type": "TIME", "pattern": clock[1]})
    first, _, last = text.partition("T" if "T" in text else " ")
    for cut in range(text.count(" ")):
        parts = text.split(" ")
        first, last = " ".join(parts[: cut + 1]), " ".join(parts[cut + 1 :])
        day, clock = _day(first, today), _clock(last)
        if day is not None and clock is not None:
            return Typed(
                plain_number(serial(day[0]) + clock[0]), {"type": "DATE_TIME", "pattern": f"{day[1]} {clock[1]}"}
            )
    return None


def _day(text: str, today: date) -> tuple[date, str] | None:
    if found := ISO_DATE.match(text):
        return _date(int(found[1]), int(found[2]), int(found[3]), "yyyy-mm-dd")
    if found := US_DATE.match(text):
        mark = found[2]
        if found[4] is None:
            return _date(today.year, int(found[1]), int(found[3]), f"m{mark}d") if mark != "." else None
        year = int(found[4]) + (2000 if len(found[4]) == 2 and int(found[4]) < 30 else 0)
        year += 1900 if year < 100 else 0
        return _date(year, int(found[1]), int(found[3]), f"m{mark}d{mark}yyyy")
    if found := MONTH_DAY.match(text):
        month = _month(found[1])
        pattern = "mmmm d, yyyy" if found[3] else "mmm d"
        return _date(int(found[3] or today.year), month, int(found[2]), pattern) if month else None
    if found := DAY_MONTH.match(text):
        month = _month(found[2])
        pattern = "d mmmm yyyy" if found[3] else "d-mmm"
        return _date(int(found[3] or today.year), month, int(found[1]), pattern) if month else None
    return None


def _month(name: str) -> int:
    """1 to 12, or 0 when this is no month."""
    short = name[:3].lower()
    if short not in MONTHS:
        return 0
    month = MONTHS.index(short) + 1
    whole = date(2000, month, 1).strftime("%B").lower()
    return month if name.lower() in {short, whole, "sept"} else 0


def _date(year: int, month: int, day: int, pattern: str) -> tuple[date, str] | None:
    try:
        return date(year, month, day), pattern
    except ValueError:
        return None


def _clock(text: str) -> tuple[float, str] | None:
    """A time of day as a fraction of it, and how Google shows it."""
    found = TIME.match(text)
    if found is None:
        return None
    hour, minute, second, half = found[1] or found[5], found[2] or "0", found[3], found[4] or found[6]
    hours, minutes, seconds = int(hour), int(minute), int(second or 0)
    if minutes > 59 or seconds > 59 or (half and not 1 <= hours <= 12):
        return None
    if half:
        hours = hours % 12 + (12 if half in "Pp" else 0)
    pattern = "h:mm" + (":ss" if second else "") + (" am/pm" if half else "")
    return (hours * 3600 + minutes * 60 + seconds) / 86400, pattern


def serial(day: date) -> int:
    """Days since 30 December 1899, which is how sheets count."""
    return (day - EPOCH).days


def serial_moment(moment: datetime) -> float:
    clock: time = moment.time()
    return serial(moment.date()) + (clock.hour * 3600 + clock.minute * 60 + clock.second) / 86400
