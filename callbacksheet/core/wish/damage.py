"""R9 and the spreadsheet: what a person most likely typed into a *Best time* cell before the sheet changed it.

"2-4" becomes 4 February or 2 April of this year, "17:30" the number 0.729, "5" the number 5.0. Read back as typed;
a date with a time of day was meant as one and stays.
"""

from __future__ import annotations

from datetime import date, datetime, time

from callbacksheet.core.model import CellValue, Formula
from callbacksheet.core.shop import DateOrder, Shop

_DAY = 1440
_EARLIEST_OPENING, _LATEST_CLOSING = 6, 24


def wish_text(value: CellValue, shop: Shop) -> str:
    """The words of a wish cell, as they were most likely typed."""
    match value:
        case None:
            return ""
        case Formula():
            return wish_text(value.shown, shop)
        case bool():
            return ""
        case str():
            return value
        case datetime():
            return _moment_text(value, shop)
        case date():
            return _date_text(value, shop)
        case time():
            return f"{value:%H:%M}"
        case int() | float():
            return _number_text(value)


def _moment_text(value: datetime, shop: Shop) -> str:
    if value.time() == time():
        return _date_text(value.date(), shop)
    if value.year < 1910:
        return f"{value:%H:%M}"
    return f"{value:%Y-%m-%d %H:%M}"


def _date_text(value: date, shop: Shop) -> str:
    """Two numbers a sheet took for a date are hours again where they can be a range of a working day."""
    first, second = (value.month, value.day) if shop.date_order is not DateOrder.DMY else (value.day, value.month)
    if _is_range(first, second):
        return f"{first}-{second}"
    return f"{value:%Y-%m-%d}"


def _is_range(first: int, second: int) -> bool:
    """Whether "first-second" makes sense as hours: 2-4, 10-12, 11-3, 9-5; not 3-3, not 15-28."""
    if not 1 <= first <= 12 or first == second:
        return False
    if second <= 12:
        return (second - first) % 12 <= 9
    return _EARLIEST_OPENING <= first < second <= _LATEST_CLOSING


def _number_text(value: float) -> str:
    """A fraction of a day is a time; a whole number is an hour, or a serial date of the sheet."""
    if 0 < value < 1:
        minutes = round(value * _DAY)
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
    if value == int(value):
        return str(int(value))
    return str(value)
