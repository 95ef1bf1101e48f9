"""A time zone's clock changes as a calendar wants to be told them (RFC 5545, VTIMEZONE).

As yearly rules wherever the zone follows one: Outlook does not understand lists of dates there, and would show every
appointment of the other half of the year an hour off.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEARS = 8
"""How many years are looked at, from the one before on; changes without a rule are told for these."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a change does to the clock; changes of one kind are told together."""

    since: timedelta
    to: timedelta
    name: str


def zone_told(zone: ZoneInfo, year: int) -> Timezone:
    """The zone from the year before this one on."""
    told = Timezone()
    told.add("tzid", zone.key)
    start = datetime(year - 1, 1, 1, tzinfo=UTC)
    changes: defaultdict[_Kind, list[datetime]] = defaultdict(list)
    for at in _changes(zone, start, start.replace(year=year - 1 + _YEARS)):
        kind = _Kind(_offset(zone, at - _MINUTE), _offset(zone, at), at.astimezone(zone).tzname() or zone.key)
        changes[kind].append(at.replace(tzinfo=None) + kind.since)
    if not changes:
        there = _offset(zone, start)
        changes[_Kind(there, there, start.astimezone(zone).tzname() or zone.key)] = [start.replace(tzinfo=None)]
    for kind, onsets in changes.items():
        told.add_component(_observance(kind, onsets))
    return told


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """Each moment, in UTC and to the minute, from which the zone's clock goes otherwise."""
    day = start
    while day < end:
        following = day + timedelta(days=1)
        if _offset(zone, day) != _offset(zone, following):
            first, last = day, following
            while last - first > _MINUTE:
                middle = first + (last - first) // _MINUTE // 2 * _MINUTE
                first, last = (middle, last) if _offset(zone, middle) == _offset(zone, day) else (first, middle)
            yield last
        day = following


def _observance(kind: _Kind, onsets: Sequence[datetime]) -> TimezoneStandard | TimezoneDaylight:
    """Changes of one kind, by their wall time before the change."""
    told = TimezoneDaylight() if kind.to > kind.since else TimezoneStandard()
    told.add("dtstart", onsets[0])
    told.add("tzoffsetfrom", kind.since)
    told.add("tzoffsetto", kind.to)
    told.add("tzname", kind.name)
    if rule := _rule(onsets):
        told.add("rrule", rule)
    elif len(onsets) > 1:
        told.add("rdate", onsets[1:])
    return told


def _rule(onsets: Sequence[datetime]) -> dict[str, object]:
    """The yearly rule that these follow, like the last Sunday of March; nothing where they follow none."""
    same = {(at.month, at.weekday(), at.time()) for at in onsets}
    if len(onsets) != _YEARS or len(same) != 1:
        return {}
    weeks = {(at.day - 1) // 7 + 1 for at in onsets}
    last = all(at.day + 7 > monthrange(at.year, at.month)[1] for at in onsets)
    if len(weeks) > 1 and not last:
        return {}
    which = -1 if last else weeks.pop()
    return {"freq": "yearly", "bymonth": onsets[0].month, "byday": f"{which}{_DAYS[onsets[0].weekday()]}"}
