"""The callback blocks as calendar appointments (RFC 5545): one that repeats for each block, with an alarm before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from callbacksheet.cli.calendar_zone import zone_told
from callbacksheet.core.hours import span_on
from callbacksheet.core.model import Span, Window
from callbacksheet.core.shop import Shop

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEAR = 366
_ALARM = timedelta(minutes=5)
_TITLES = {
    "en": "Callbacks",
    "uk": "Передзвонити",
    "ru": "Перезвонить",
    "id": "Telepon balik",
    "es": "Devolver llamadas",
}
_TELLS = {
    "en": "Run: callbacksheet triage",
    "uk": "Запустіть: callbacksheet triage",
    "ru": "Запустите: callbacksheet triage",
    "id": "Jalankan: callbacksheet triage",
    "es": "Ejecute: callbacksheet triage",
}


def calendar_of(shop: Shop, now: datetime, name: str) -> str:
    """The calendar's text. Closed days are left out, days opened specially are in.

    ``name`` is the sheet's; appointments keep their identity from one export to the next, so that importing the
    calendar again changes them instead of doubling them.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//callbacksheet//blocks//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _TITLES[shop.language])
    events = [event for span in shop.blocks for event in _events(span, shop, now, name)]
    if any("TZID" in event["DTSTART"].params for event in events):
        calendar.add_component(zone_told(shop.zone, now.year))
    for event in events:
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _events(span: Span, shop: Shop, now: datetime, name: str) -> Iterator[Event]:
    """One block on the weekdays whose hours it meets, and an appointment of its own on a day opened specially.

    Not every calendar understands added dates (RDATE); all understand left out ones.
    """
    days = _days(shop, now.date())
    usual = {n for n, spans in enumerate(shop.hours.week) if _meets(span, spans)}
    held = [on for on in days if _meets(span, shop.hours.spans(on))]
    if first := next((on for on in held if on.weekday() in usual), None):
        event = _event(span_on(shop.zone, first, span), _uid(span, name), shop, now)
        event.add("rrule", {"freq": "weekly", "byday": [_DAYS[n] for n in sorted(usual)]})
        for on in days:
            if on > first and on.weekday() in usual and on not in held:
                event.add("exdate", span_on(shop.zone, on, span).start)
        yield event
    for on in held:
        if on.weekday() not in usual:
            yield _event(span_on(shop.zone, on, span), _uid(span, name, on), shop, now)


def _days(shop: Shop, today: date) -> list[date]:
    """The days of the coming year, and any later one that the shop's own lists name."""
    coming = {today + timedelta(days=n) for n in range(_YEAR)}
    return sorted(coming | {on for on in shop.hours.closed | shop.hours.open if on > today})


def _meets(block: Span, spans: Sequence[Span]) -> bool:
    return any(block.start < span.end and span.start < block.end for span in spans)


def _event(block: Window, uid: str, shop: Shop, now: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("dtstart", block.start)
    event.add("dtend", block.end)
    event.add("summary", _TITLES[shop.language])
    event.add("description", _TELLS[shop.language])
    event.add("transp", "OPAQUE")
    event.add_component(_alarm(shop))
    return event


def _alarm(shop: Shop) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _TITLES[shop.language])
    alarm.add("trigger", -_ALARM)
    return alarm


def _uid(span: Span, name: str, on: date | None = None) -> str:
    digest = hashlib.sha256(f"{name}|{span.start}|{span.end}".encode()).hexdigest()[:20]
    return f"{digest}{f'-{on:%Y%m%d}' if on else ''}@callbacksheet"
