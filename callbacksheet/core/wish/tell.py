"""The sentence of why: what was said when, and the window it became."""

from __future__ import annotations

from datetime import date, datetime

from callbacksheet.core.wish.ground import Ground, Met

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONGEST = 60


def say_day(on: date) -> str:
    """Tue 5 May."""
    return f"{_DAYS[on.weekday()]} {on.day} {_MONTHS[on.month - 1]}"


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f"'{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}'"


def why_none(text: str, call: datetime, meaning: str) -> str:
    return f"{_quoted(text)} said {say_day(call)} → {meaning}"


def why_window(text: str, call: datetime, met: Met, ground: Ground) -> str:
    """'tomorrow am' said Tue 5 May → Wed 6 May 09:00–12:00, opening 09:00."""
    parts = [f"{_quoted(text)} said {say_day(call)} → {_span(met)}"]
    spans = ground.shop.hours.spans(met.start.date()) if ground.shop else ()
    if spans:
        parts.append(f"opening {spans[0].start // 60:02}:{spans[0].start % 60:02}")
    if met.closed:
        parts.append(f"closed on {say_day(met.closed)}")
    return ", ".join(parts)


def _span(met: Met) -> str:
    start = f"{say_day(met.start)} {_clock(met.start)}"
    if met.instant:
        return start
    if met.open_end:
        return f"from {start}"
    end = _clock(met.end)
    if met.end.date() == met.start.date():
        return f"{start}–{end}"
    if end == "00:00" and (met.end - met.start).total_seconds() <= 86_400:
        return f"{start}–24:00"
    return f"{start} – {say_day(met.end)} {end}"


def _clock(at: datetime) -> str:
    return f"{at.hour:02}:{at.minute:02}"
