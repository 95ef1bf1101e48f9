"""The callback blocks as calendar appointments (RFC 5545): one that repeats for each block, with an alarm before it."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from callbacksheet.core.hours import span_on
from callbacksheet.core.model import Span
from callbacksheet.core.shop import Shop

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEAR = 366
_ZONE_YEARS = 5
"""How far ahead the calendar tells of clock changes."""
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
    """The calendar's text. Closed days of the coming year are left out, days opened specially are in.

    ``name`` is the sheet's; appointments keep their identity from one export to the next, so that importing the
    calendar again changes them instead of doubling them.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//callbacksheet//blocks//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _TITLES[shop.language])
    for span in shop.blocks:
        if event := _event(span, shop, now, name):
            calendar.add_component(event)
    calendar.add_missing_timezones(date(now.year, 1, 1), date(now.year + _ZONE_YEARS, 1, 1))
    return str(calendar.to_ical(), "utf-8")


def _event(span: Span, shop: Shop, now: datetime, name: str) -> Event | None:
    """One block on every weekday with hours; None for a shop without any."""
    coming = [now.date() + timedelta(days=n) for n in range(_YEAR)]
    usual = [n for n, spans in enumerate(shop.hours.week) if spans]
    first = next((on for on in coming if on.weekday() in usual), None)
    if first is None:
        return None
    block = span_on(shop.zone, first, span)
    event = Event()
    event.add("uid", _uid(span, name))
    event.add("dtstamp", now)
    event.add("dtstart", block.start)
    event.add("dtend", block.end)
    event.add("summary", _TITLES[shop.language])
    event.add("description", _TELLS[shop.language])
    event.add("rrule", {"freq": "weekly", "byday": [_DAYS[n] for n in usual]})
    for on in coming:
        _exception(event, on, usual=on.weekday() in usual, span=span, shop=shop)
    event.add("transp", "OPAQUE")
    event.add_component(_alarm(shop))
    return event


def _exception(event: Event, on: date, *, usual: bool, span: Span, shop: Shop) -> None:
    opens = bool(shop.hours.spans(on))
    if opens != usual:
        event.add("rdate" if opens else "exdate", span_on(shop.zone, on, span).start)


def _alarm(shop: Shop) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _TITLES[shop.language])
    alarm.add("trigger", -_ALARM)
    return alarm


def _uid(span: Span, name: str) -> str:
    digest = hashlib.sha256(f"{name}|{span.start}|{span.end}".encode()).hexdigest()[:20]
    return f"{digest}@callbacksheet"
