"""R3, when the call came: a typed *Received* as a moment in the shop's zone.

A time without a date is today's; a year left out means the latest such date that is not after now;
"H.MM" is a clock time where it can be one, as in wishes (R9.2). True date cells are taken as they are.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from callbacksheet.core.cells import text_of
from callbacksheet.core.hours import settle_wall_time
from callbacksheet.core.model import CellValue, Code, Formula, Issue
from callbacksheet.core.shop import DateOrder, Shop
from callbacksheet.core.text import bare, fold

_SERIAL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - what spreadsheets count days from
_SERIALS = (20_000, 80_000)  # 1954 to 2119

_DAY_WORDS = {
    0: "today tdy сегодня сьогодні hari ini hoy",
    1: "yesterday ystd yday вчера вчора учора kemarin ayer",
}
_DAYS_BACK = {bare(word): back for back, words in _DAY_WORDS.items() for word in re.split(r" (?!ini)", words)}

_MONTH_WORDS = (
    "jan january янв январь января січ січень січня januari ene enero",
    "feb february фев февраль февраля лют лютий лютого februari febrero",
    "mar march мар март марта бер березень березня maret marzo",
    "apr april апр апрель апреля кві квіт квітень квітня abr abril",
    "may мая май тра трав травень травня mei mayo",
    "jun june июн июнь июня чер черв червень червня juni junio",
    "jul july июл июль июля лип липень липня juli julio",
    "aug august авг август августа сер серп серпень серпня agu agt agustus ago agosto",
    "sep sept september сен сент сентябрь сентября вер вересень вересня septiembre set",
    "oct october окт октябрь октября жов жовт жовтень жовтня okt oktober octubre",
    "nov november ноя нояб ноябрь ноября лис лист листопад листопада nopember noviembre",
    "dec december дек декабрь декабря гру груд грудень грудня des desember dic diciembre",
)
_MONTHS = {bare(word): month for month, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}

_CLOCK = re.compile(
    r"(?<![\d.,:/-])(?P<hour>\d{1,2})(?:[:.hч](?P<minute>\d{2})(?::\d{2})?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?(?![\d:/-]|\.\d)"
)
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ,]+|$)")
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2})(?!\d|:)|\.?(?!\d))(?:\s*(?:г|р)\.?(?= |$))?"
)
_WORDED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|-?го|-?е)?\.?\s+(?:de\s+)?)?([^\W\d_]{3,})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]))?,?(?:\s+(?:de\s+)?(\d{4}))?"
)
_FILLERS = re.compile(r"\b(?:at|on|в|о|об|у|pukul|jam|pkl|a las|las|el|год|г|р)\b\.?")
_WEEKDAYS = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|нд|понед|вторн|вівт|сред|серед|четв|пятн|п.ятн"
    r"|суб|воскр|неділ"
    r"|senin|selasa|rabu|kamis|jumat|sabtu|minggu|lun|martes|mi[eé]|jue|vie|s[aá]b|dom)[^\W\d_]*"
    r"[.,]?\s+(?=\d|[^\W\d_]+\.? \d)"
)


def parse_received(value: CellValue, now: datetime, shop: Shop) -> datetime | Issue | None:
    """The moment of the call; None for an empty cell; an Issue for words that name no moment."""
    if isinstance(value, Formula):
        value = value.shown
    match value:
        case None:
            return None
        case bool():
            return _unread(value)
        case datetime():
            return settle_wall_time(value.replace(tzinfo=shop.zone))
        case date():
            return _local(value, time(), shop)
        case time():
            return _local(now.date(), value, shop)
        case int() | float():
            return _from_number(value, now, shop)
    return _from_text(value, now, shop)


def _local(on: date, at: time, shop: Shop) -> datetime:
    return settle_wall_time(datetime.combine(on, at.replace(tzinfo=None), shop.zone))


def _unread(value: CellValue) -> Issue:
    return Issue(Code.UNPARSED_RECEIVED, (text_of(value),))


def _from_number(value: float, now: datetime, shop: Shop) -> datetime | Issue:
    """A spreadsheet's own day count, or a share of a day, that lost its date format."""
    if 0 < value < 1:
        return _local(now.date(), time(*divmod(round(value * 1440) % 1440, 60)), shop)
    if not _SERIALS[0] <= value <= _SERIALS[1]:
        return _unread(value)
    naive = _SERIAL_EPOCH + timedelta(minutes=round(value * 1440))
    return settle_wall_time(naive.replace(tzinfo=shop.zone))


def _from_text(typed: str, now: datetime, shop: Shop) -> datetime | Issue:
    text = _WEEKDAYS.sub("", fold(typed))
    if len(text) > 60:
        return _unread(typed)
    on, rest = _take_date(text, now, shop)
    at, rest = _take_clock(rest)
    if (on is None and at is None) or bare(_FILLERS.sub(" ", rest)):
        return _unread(typed)
    return _local(on or now.date(), at or time(), shop)


def _take_date(text: str, now: datetime, shop: Shop) -> tuple[date | None, str]:
    """The date in the text and the text without it."""
    if found := _ISO.match(text):
        return _date(int(found[1]), int(found[2]), int(found[3])), text[found.end() :]
    for found in re.finditer(r"[^\W\d_]+(?: ini)?", text):
        if (back := _DAYS_BACK.get(bare(found.group()))) is not None:
            return now.date() - timedelta(days=back), _without(text, found)
    if (found := _NUMERIC.search(text)) and (on := _numeric_date(found, text, now, shop)):
        return on, _without(text, found)
    for found in _WORDED.finditer(text):
        if (month := _month(found[2])) and (day := found[1] or found[3]):
            return _dated(month, int(day), found[4], now), _without(text, found)
    return None, text


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _month(word: str) -> int:
    return _MONTHS.get(bare(word), 0)


def _numeric_date(found: re.Match[str], text: str, now: datetime, shop: Shop) -> date | None:
    first, second = int(found[1]), int(found[3])
    looks_like_clock = found[2] == "." and first < 24 and second < 60 and len(found[3]) == 2 and not found[4]
    if looks_like_clock and not _CLOCK.search(_without(text, found)):
        return None
    month_first = shop.date_order is DateOrder.MDY and found[2] != "."
    month_first = month_first or (shop.date_order is DateOrder.YMD and not found[4])
    month, day = (first, second) if month_first else (second, first)
    if month > 12 >= day:
        month, day = day, month
    return _dated(month, day, found[4], now)


def _dated(month: int, day: int, year: str | None, now: datetime) -> date | None:
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    tries = (_date(now.year - back, month, day) for back in range(5))  # 29 February may be four years back
    return next((on for on in tries if on and on <= now.date()), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _take_clock(text: str) -> tuple[time | None, str]:
    """A clock time; a bare number is none, since it could be anything."""
    for found in _CLOCK.finditer(text):
        if not found["minute"] and not found["half"]:
            continue
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if found["half"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute), _without(text, found)
    return None, text
