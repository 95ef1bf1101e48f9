"""R9.2 and R9.3, meeting what was said with a call, a shop and its hours.

A named day is that day, or the next open one where it is closed; without a day it is the first one whose hours
the time meets at or after the call. Nothing starts before the call. Without a shop (``Ground.shop`` is None)
days are whole, bare hours fall within 07:00-21:00 and nothing is ever closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import assert_never

from callbacksheet.core.hours import before, later, moment, next_open_day
from callbacksheet.core.model import Span
from callbacksheet.core.wish.dates import first_date, is_named, last_date, suits, weekday_date
from callbacksheet.core.wish.ground import Ground, Met
from callbacksheet.core.wish.minutes import either_half, minutes_of
from callbacksheet.core.wish.parts import AGREED, MORNINGS
from callbacksheet.core.wish.spec import (
    Across,
    Ahead,
    AllBut,
    Among,
    ByDay,
    Date,
    Day,
    FromDay,
    InDay,
    NextDays,
    Offset,
    Period,
    Pick,
    Said,
    SameTime,
    Soon,
    Stretch,
    Third,
    TimeOfDay,
    Until,
    Way,
    Weekday,
)  # fmt: skip

_DAY, _HALF = 1440, 720
_FARTHEST = 60
_NEARLY_A_YEAR = 330
_LATE = 1200
"""A bare hour this late was read so only because the morning had passed."""


def meet(said: Said, call: datetime, ground: Ground) -> Met | None:
    """The window of one thing said, or None where it names none (ASAP, anytime) or cannot be."""
    match said:
        case InDay():
            return _in_day(said, call, ground)
        case Ahead():
            end = later(call, said.minutes)
            return Met(call, end) if said.within else Met(end, later(end, 1), instant=True)
        case Across():
            return _across(said, call, ground)
        case SameTime():
            on = first_date(said.day, call.date(), ground.shop)
            if isinstance(said.day, Stretch) and said.day.period is Period.WEEK:
                on = call.date() + timedelta(days=7 * said.day.ahead)  # "this time next week"
            start = None if on is None else moment(ground.zone, on, call.hour * 60 + call.minute)
            return None if start is None or before(start, call) else Met(start, later(start, 1), instant=True)
        case Soon.NOW:
            return Met(call, later(call, 1), instant=True)
        case Soon():
            return None
    assert_never(said)


def _in_day(said: InDay, call: datetime, ground: Ground) -> Met | None:
    day, time = said.day, said.time
    if isinstance(day, Weekday):
        day = _weekday_still_ahead(day, time, call, ground)
    elif isinstance(day, Until) and (time is not None or ground.shop is not None):
        day = _any_of_these(day)
    if isinstance(day, Offset) and day.days < 0 and day.base is None and not ground.strict:
        return None
    if day is None or isinstance(day, (Among, AllBut)) or (time is not None and _is_stretch(day)):
        return None if time is None and day is None else _first_that_meets(day, time, call, ground)
    if time is None:
        return _whole(day, call, ground)
    on = first_date(day, call.date(), ground.shop)
    if on is None:
        return None
    return _on_named(on, day, time, call, ground)


def _any_of_these(day: Until) -> Day:
    """ "Monday to Friday" at a desk is any of those days, also this one."""
    first, last = day.first, day.last
    if not (isinstance(first, Weekday) and isinstance(last, Weekday)) or first.pick is not Pick.NEAREST:
        return day
    if last.pick is not Pick.NEAREST or first.weekday >= last.weekday:
        return day
    return Among(frozenset(range(first.weekday, last.weekday + 1)))


def _is_stretch(day: Day) -> bool:
    return isinstance(day, (Stretch, NextDays, Until, FromDay, ByDay))


def _weekday_still_ahead(day: Weekday, time: TimeOfDay | None, call: datetime, ground: Ground) -> Day:
    """A weekday that is today, at a time already past, is next week's."""
    today = call.date()
    if time is None or day.pick not in (Pick.NEAREST, Pick.THIS) or day.weekday != today.weekday() or ground.strict:
        return day
    met = _window(time, today, call, ground)
    return day if met is not None and before(call, met.end) and not _over(met, call) else Offset(7)


def _over(met: Met, call: datetime) -> bool:
    return before(met.start, call) if met.instant else not before(call, met.end)


def _first_that_meets(day: Day | None, time: TimeOfDay | None, call: datetime, ground: Ground) -> Met | None:
    """R9.3: the first fitting day whose hours the time meets at or after the call."""
    kept: Met | None = None
    passed_over = False
    for on in _days_from(day, call, ground):
        if not ground.is_open(on):
            continue
        met = _opening_hours(on, ground) if time is None else _window(time, on, call, ground)
        if met is None or _over(met, call):
            continue
        if ground.shop is None and time is not None and on == call.date() and before(met.start, call):
            doubted = _already_running(met, time, call)
            if doubted is None:
                passed_over = True
                continue
            return doubted
        if ground.shop is None or ground.strict or _meets_hours(met, on, call, ground):
            return replace(_cut(met, call), doubt=met.doubt or passed_over)
        kept = kept or met
    if kept is not None:
        return replace(_cut(kept, call), doubt=kept.doubt or _bare_limit(time))
    return _moved_to_open(day, time, call, ground)


def _already_running(met: Met, time: TimeOfDay, call: datetime) -> Met | None:
    """Without a shop: a part of the day mostly over when it is named means the next day's (None); "after 10" said a
    little later stays what was said, in doubt where the hour was bare."""
    if time.way is Way.PART:
        begun = 420 if time.part in MORNINGS else met.start.hour * 60 + met.start.minute
        end = met.end.hour * 60 + met.end.minute or _DAY
        mostly_over = 2 * (call.hour * 60 + call.minute - begun) > end - begun
        return None if mostly_over else replace(met, start=call, doubt=True)
    if time.way is Way.AFTER:
        return replace(met, doubt=time.start is not None and not time.start.fixed)
    return replace(met, start=call)


def _bare_limit(time: TimeOfDay | None) -> bool:
    """ "before 8" at a shop that opens at nine: the other half of the day may be meant."""
    return time is not None and time.way is Way.BEFORE and time.end is not None and not time.end.fixed


def _days_from(day: Day | None, call: datetime, ground: Ground) -> Iterator[date]:
    """The days that fit, in order, from the day of the call."""
    start, last = call.date(), None
    if day is not None and not isinstance(day, (Among, AllBut)):
        first = first_date(day, start, ground.shop)
        last = last_date(day, start, ground.shop)
        start = max(start, first) if first else start
    for ahead in range(_FARTHEST if day is not None else 15):
        on = start + timedelta(days=ahead)
        if last is not None and on > last:
            return
        if day is None or suits(on, day, call.date(), ground.shop):
            yield on


def _moved_to_open(day: Day | None, time: TimeOfDay | None, call: datetime, ground: Ground) -> Met | None:
    """No open day fits: the next open day after the first that was named."""
    on = next(_days_from(day, call, ground), None)
    if on is None or ground.shop is None:
        return None
    return (
        _on_named(on, day or Offset(1), time, call, ground)
        if time
        else _whole(Offset((on - call.date()).days), call, ground)
    )


def _meets_hours(met: Met, on: date, call: datetime, ground: Ground) -> bool:
    start = met.start if before(call, met.start) else call
    return any(
        before(start, moment(ground.zone, on, s.end)) and before(moment(ground.zone, on, s.start), met.end)
        for s in ground.spans(on)
    )


def _on_named(on: date, day: Day, time: TimeOfDay, call: datetime, ground: Ground) -> Met | None:
    """A time on a day that was named; on a closed day the next open one."""
    closed = None if ground.is_open(on) else on
    if closed and ground.shop is not None:
        on = next_open_day(on, ground.shop.hours)
    met = _window(time, on, call, ground)
    if met is None:
        return None
    if time.start is not None and time.start.minute == _DAY:
        met = replace(met, doubt=True)
    if _over(met, call) and not ground.strict:
        met = _next_chance(on, day, time, call, ground)
        if met is None:
            return None
    doubt = met.doubt or _contested(day, call) or _disagree(day, call, ground)
    return replace(_cut(met, call, strict=ground.strict), closed=closed, doubt=doubt)


def _disagree(day: Day, call: datetime, ground: Ground) -> bool:
    """ "Tomorrow, Friday" said on a Wednesday, "Thu 27 Nov" where that is a Friday; "1 May" said on 5 May, which
    next year's hardly is."""
    if isinstance(day, Date) and day.month is not None:
        on = first_date(day, call.date(), ground.shop)
        if on is None or (day.weekday is not None and on.weekday() != day.weekday):
            return True
        return day.year is None and (on - call.date()).days > _NEARLY_A_YEAR
    if not isinstance(day, Offset) or day.weekday is None:
        return False
    on = first_date(day, call.date(), ground.shop)
    return on is not None and on.weekday() != day.weekday


def _next_chance(on: date, day: Day, time: TimeOfDay, call: datetime, ground: Ground) -> Met | None:
    """ "today at 9" said in the afternoon: nine in the evening if the hour was bare, else tomorrow; in doubt."""
    if on != call.date() and is_named(day) and isinstance(day, Date) and day.year:
        return None
    if time.start is not None and not time.start.fixed and time.way is Way.AT:
        minute = time.start.minute % _HALF + _HALF
        start = moment(ground.zone, on, minute)
        if not before(start, call):
            return Met(start, later(start, 1), instant=True, doubt=True)
    following = call.date() + timedelta(days=1)
    if ground.shop is not None and not ground.strict:
        following = next_open_day(following, ground.shop.hours)
    met = _window(time, following, call, ground)
    return None if met is None else replace(met, doubt=True)


def _cut(met: Met, call: datetime, *, strict: bool = False) -> Met:
    """Nothing starts before the call."""
    if strict or not before(met.start, call):
        return met
    return replace(met, start=call)


def _whole(day: Day, call: datetime, ground: Ground) -> Met | None:
    """A day, or days, without a time: opening to close; whole days without a shop."""
    if isinstance(day, ByDay):
        return _by(day, call, ground)
    first, last = first_date(day, call.date(), ground.shop), last_date(day, call.date(), ground.shop)
    if first is None or last is None:
        return None
    if not ground.strict and last < call.date():
        return None
    first = first if ground.strict else max(first, call.date())
    doubt = isinstance(day, Weekday) and day.pick in (Pick.NEAREST, Pick.THIS) and first == call.date()
    doubt = (
        doubt
        or _contested(day, call)
        or _disagree(day, call, ground)
        or (ground.shop is None and isinstance(day, Stretch) and day.third is not Third.ALL)
    )
    if (
        ground.shop is None
        and doubt
        and first == last == call.date()
        and isinstance(day, Weekday)
        and day.pick is Pick.NEAREST
    ):
        first = last = first + timedelta(days=7)
    if ground.shop is None:
        met = Met(moment(ground.zone, first, 0), moment(ground.zone, last, _DAY), open_end=isinstance(day, FromDay))
        return replace(_cut(met, call), doubt=doubt)
    return _open_days(first, last, day, call, ground, doubt=doubt)


def _contested(day: Day, call: datetime) -> bool:
    """ "Next Friday" in a language without an agreed meaning, where the two meanings differ."""
    if not isinstance(day, Weekday) or not day.contested or day.pick is not Pick.NEXT:
        return False
    both = (weekday_date(replace(day, nearest_next=near), call.date()) for near in (True, False))
    return len(set(both)) > 1


def _open_days(first: date, last: date, _day: Day, call: datetime, ground: Ground, *, doubt: bool) -> Met | None:
    """The first opening to the last close among these days, or the next open day."""
    assert ground.shop is not None
    days = [first + timedelta(days=i) for i in range(min((last - first).days, 62) + 1)]
    days = [d for d in days if ground.shop.hours.spans(d)] or []
    closed = None
    if not days and ground.strict:
        days = [first]
    if not days:
        closed, days = first, [next_open_day(first, ground.shop.hours)]
    start = _opening_hours(days[0], ground).start
    end = _opening_hours(days[-1], ground).end
    if not ground.strict and not before(call, end):
        nxt = next_open_day(days[-1] + timedelta(days=1), ground.shop.hours)
        hours = _opening_hours(nxt, ground)
        return Met(hours.start, hours.end, closed=closed or last, doubt=True)
    return replace(_cut(Met(start, end), call, strict=ground.strict), closed=closed, doubt=doubt)


def _opening_hours(on: date, ground: Ground) -> Met:
    if ground.shop is None:
        return Met(moment(ground.zone, on, 0), moment(ground.zone, on, _DAY))
    spans = ground.shop.hours.spans(on) or (Span(ground.dayparts.morning.start, ground.dayparts.afternoon.end),)
    return Met(moment(ground.zone, on, spans[0].start), moment(ground.zone, on, spans[-1].end))


def _by(day: ByDay, call: datetime, ground: Ground) -> Met | None:
    on = (
        first_date(day.last, call.date(), ground.shop)
        if not day.inclusive
        else last_date(day.last, call.date(), ground.shop)
    )
    if on is None:
        return None
    end = moment(ground.zone, on, _DAY if day.inclusive else 0)
    return Met(call, end) if before(call, end) else None


def _across(said: Across, call: datetime, ground: Ground) -> Met | None:
    last = _in_day(said.last, call, ground)
    if last is None:
        return None
    end = last.start if last.instant else last.end
    if said.first == InDay():
        return Met(call, end) if before(call, end) else None
    first = _in_day(said.first, call, ground)
    if first is None or not before(first.start, end):
        return None
    return Met(first.start, end)


def _window(time: TimeOfDay, on: date, call: datetime, ground: Ground) -> Met | None:
    """A time of day on one date, as said; the call only helps to choose between am and pm."""
    spans = ground.spans(on) or (Span(ground.dayparts.morning.start, ground.dayparts.afternoon.end),)
    since = call.hour * 60 + call.minute if on == call.date() else 0
    start, end = minutes_of(time, spans, since, ground)
    instant = time.way is Way.AT
    doubt = ground.shop is None and (
        (time.part is not None and time.part not in AGREED)
        or either_half(time.start)
        or either_half(time.end)
        or (time.start is not None and not time.start.fixed and start >= _LATE)
        or (time.way is Way.BETWEEN and end > _DAY)
        or (time.way is Way.BEFORE and time.end is not None and not time.end.fixed and end >= _LATE)
    )
    made = Met(
        moment(ground.zone, on, start),
        moment(ground.zone, on, end),
        instant=instant,
        open_end=time.way is Way.AFTER,
        doubt=doubt,
    )
    return made if before(made.start, made.end) else None
