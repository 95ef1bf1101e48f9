"""R9.2, from a day as said to calendar dates, counted from the day of the call."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from callbacksheet.core.shop import Shop
from callbacksheet.core.wish.spec import (
    AllBut,
    Among,
    ByDay,
    Date,
    Day,
    FromDay,
    NextDays,
    NthWeekday,
    Offset,
    Period,
    Pick,
    Stretch,
    Third,
    Until,
    Weekday,
)  # fmt: skip

_WORK_DAYS = frozenset(range(5))
_LAST = date(2199, 12, 31)


def is_named(day: Day) -> bool:
    """Whether one certain day was named."""
    return isinstance(day, (Offset, Weekday, Date))


def first_date(day: Day, call: date, shop: Shop | None) -> date | None:
    """The first date of what was said."""
    match day:
        case Offset():
            return _offset(day, call, shop)
        case Weekday():
            return weekday_date(day, call)
        case Date():
            return calendar_date(day, call)
        case NthWeekday():
            return _nth_weekday(day, call)
        case Stretch():
            return _stretch(day, call)[0]
        case NextDays():
            return _working(call, 1, shop) if day.working else _plus(call, 1)
        case Until(first=first) | FromDay(first=first):
            return first_date(first, call, shop)
        case ByDay():
            return call
        case Among() | AllBut():
            return next((d for d in (_plus(call, i) for i in range(30)) if suits(d, day, call, shop)), None)


def last_date(day: Day, call: date, shop: Shop | None) -> date | None:
    """The last date of what was said, counted in."""
    match day:
        case Stretch():
            return _stretch(day, call)[1]
        case NextDays():
            return _working(call, day.days, shop) if day.working else _plus(call, day.days)
        case Until(first=first, last=last):
            start = first_date(first, call, shop)
            end = None if start is None else last_date(last, start, shop)
            if end is not None and start is not None and isinstance(last, Offset):
                end = last_date(last, call, shop)
            return end if end is None or start is None or end >= start else None
        case FromDay(first=first):
            start = first_date(first, call, shop)
            return None if start is None else _plus(start, 6)
        case ByDay(last=last, inclusive=inclusive):
            end = last_date(last, call, shop)
            return end if inclusive or end is None else _plus(end, -1)
        case _:
            return first_date(day, call, shop)


def suits(on: date, day: Day, call: date, shop: Shop | None) -> bool:
    """Whether one date is among those said."""
    match day:
        case Among(weekdays=weekdays):
            return on.weekday() in weekdays
        case AllBut(days=days):
            return not any(_covers(on, d, call, shop) for d in days)
        case _:
            first, last = first_date(day, call, shop), last_date(day, call, shop)
            return first is not None and last is not None and first <= on <= last


def _covers(on: date, day: Day, call: date, shop: Shop | None) -> bool:
    """Whether an exception rules this date out; a weekday does so every week."""
    if isinstance(day, Weekday):
        return on.weekday() == day.weekday
    if isinstance(day, Stretch) and day.period is Period.WEEKEND:
        return on.weekday() >= 5
    return suits(on, day, call, shop)


def _plus(on: date, days: int) -> date:
    """That many days on, within the calendar."""
    return on + timedelta(days=days) if -400 <= days <= 800 else _LAST


def _offset(day: Offset, call: date, shop: Shop | None) -> date | None:
    base = call if day.base is None else first_date(day.base, call, shop)
    if base is None:
        return None
    if day.months:
        base = _add_months(base, day.months)
    return _working(base, day.days, shop) if day.working else _plus(base, day.days)


def _working(base: date, days: int, shop: Shop | None) -> date:
    """So many working days on: the shop's open days, else Monday to Friday."""
    on, left = base, min(days, 120)
    for _ in range(400):
        if left <= 0:
            return on
        on += timedelta(days=1)
        works = bool(shop.hours.spans(on)) if shop is not None else on.weekday() in _WORK_DAYS
        left -= works
    return on


def _add_months(base: date, months: int) -> date:
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    return date(year, month + 1, min(base.day, calendar.monthrange(year, month + 1)[1]))


def weekday_date(day: Weekday, call: date) -> date:
    """A weekday on or after the call; "next" is never that day, and next calendar week's in some languages."""
    ahead = (day.weekday - call.weekday()) % 7
    monday = call - timedelta(days=call.weekday())
    weeks = {Pick.THIS_WEEK: 0, Pick.NEXT_WEEK: 7, Pick.WEEK_AFTER: 14}.get(day.pick)
    if weeks is not None:
        return monday + timedelta(days=weeks + day.weekday)
    if day.pick is Pick.NEXT:
        nearest = call + timedelta(days=ahead or 7)
        return nearest if day.nearest_next else monday + timedelta(days=7 + day.weekday)
    if day.pick is Pick.AFTER_NEXT:
        return call + timedelta(days=(ahead or 7) + 7)
    return call + timedelta(days=ahead)


def calendar_date(day: Date, call: date) -> date | None:
    """The next such date on or after the call; with a weekday, the next one that falls on it."""
    if day.year is not None and day.month is not None:
        on = _valid(day.year, day.month, day.day)
        if day.swap and (on is None or on < call):
            on = _valid(day.year, day.day, day.month)
        return on
    if day.months:
        start = _add_months(call.replace(day=1), day.months - 1)
        return _valid(start.year, start.month, day.day)
    first: date | None = None
    for step in range(60 if day.weekday is None or day.month is None else 14):
        year, month = divmod(call.year * 12 + call.month - 1 + step, 12)
        if day.month is not None and month + 1 != day.month:
            continue
        on = _valid(year, month + 1, day.day)
        if on is None or on < call:
            continue
        if day.weekday is None or on.weekday() == day.weekday or step >= 14:
            return on
        first = first or on
    return first


def _nth_weekday(day: NthWeekday, call: date) -> date | None:
    first = _add_months(call.replace(day=1), day.ahead)
    if day.month is not None:
        first = date(call.year + (day.month < call.month), day.month, 1)
    if day.nth < 0:
        last = _add_months(first, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - day.weekday) % 7)
    on = first + timedelta(days=(day.weekday - first.weekday()) % 7 + 7 * (day.nth - 1))
    return on if on.month == first.month else None


def _valid(year: int, month: int, day: int) -> date | None:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _stretch(day: Stretch, call: date) -> tuple[date, date]:
    monday = call - timedelta(days=call.weekday()) + timedelta(days=7 * day.ahead)
    if day.period is Period.WEEKEND:
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if day.period is Period.MONTH:
        return _month(day, call)
    last = 4 if day.period is Period.WORK_WEEK else 6
    first, end = {
        Third.ALL: (0, last), Third.REST: (call.weekday() if day.ahead == 0 else 0, last),
        Third.START: (0, 1 if day.ahead == 0 else 2),
        Third.MIDDLE: (2, 3), Third.END: (4, 6),
    }[day.third]  # fmt: skip
    return monday + timedelta(days=first), monday + timedelta(days=end)


def _month(day: Stretch, call: date) -> tuple[date, date]:
    start = _add_months(call.replace(day=1), day.ahead)
    if day.month is not None:
        start = date(call.year + (day.month < call.month), day.month, 1)
    last = calendar.monthrange(start.year, start.month)[1]
    first, end = {
        Third.ALL: (1, last), Third.REST: (call.day if day.ahead == 0 else 1, last), Third.START: (1, 10),
        Third.MIDDLE: (11, 20), Third.END: (21, last),
    }[day.third]  # fmt: skip
    return start.replace(day=first), start.replace(day=end)
