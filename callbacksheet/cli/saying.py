"""How moments, callers and changes are put into words for a person at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from callbacksheet.core.cells import shown, text_of
from callbacksheet.core.model import CellValue, Code, Column

if TYPE_CHECKING:
    from callbacksheet.core.callback import Callback
    from callbacksheet.core.shop import Shop

LONGEST_VALUE = 60

_NEAR = timedelta(days=6)


def when_said(at: datetime, now: datetime) -> str:
    """ "today 13:30", "tomorrow 09:00", "Mon 09:00"; the date with it when a weekday would not be clear."""
    days = (at.date() - now.date()).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days)
    if near:
        return f"{near} {at:%H:%M}"
    if 0 < days <= _NEAR.days:
        return f"{at:%a %H:%M}"
    year = "" if at.year == now.year else f" {at.year}"
    return f"{at:%a} {at.day} {at:%b}{year} {at:%H:%M}"


def distance_said(at: datetime, now: datetime) -> str:
    """ "in 2 h 10 min", "10 min ago", "now"."""
    minutes = round((at - now).total_seconds() / 60)
    if not minutes:
        return "now"
    return f"in {length_said(minutes)}" if minutes > 0 else f"{length_said(-minutes)} ago"


def length_said(minutes: int) -> str:
    """ "10 min", "2 h 10 min", "3 days"."""
    hours, rest = divmod(minutes, 60)
    days = hours // 24
    if days >= 2:
        return f"{days} days"
    parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
    return " ".join(part for part in parts if part)


def who(callback: Callback) -> str:
    """The caller as people call them: a name, else a number."""
    return callback.name or number(callback) or "no name"


def number(callback: Callback) -> str:
    """What to ring, as the Phone cell shows it, with the words kept behind the number."""
    return text_of(callback.cell(Column.PHONE))


def about(callback: Callback, shop: Shop) -> str:
    """The reason in the caller's own words; one nobody knows asks to be asked."""
    from callbacksheet.core.reasons import reason_shown

    return reason_shown(callback.reason, callback.reason_key, shop.language)


def about_if_public(callback: Callback, shop: Shop) -> str:
    """The reason where the row holds nothing private; such words never go into a reminder."""
    return "something private" if callback.told(Code.SENSITIVE) else about(callback, shop)


def readback(callback: Callback, now: datetime, shop: Shop) -> str:
    """What is read back to the caller: "Dana, about reschedule, +1 415-555-0142, today 13:30. Right?" """
    unknown = callback.told(Code.NO_REASON)
    parts = [
        callback.name,
        "" if unknown else f"about {about(callback, shop)}",
        number(callback),
        when_said(callback.next_at, now) if callback.next_at else "",
    ]
    return f"{', '.join(part for part in parts if part)}. Right?"


def value_said(value: CellValue, now: datetime) -> str:
    """A cell's value, moments as people say them, long text cut; nothing is said as "empty"."""
    if value is None:
        return "empty"
    if isinstance(value, datetime):
        return when_said(value.replace(tzinfo=now.tzinfo), now)
    text = " ".join(shown(value).split())
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1].rstrip()}…"


def count(number: int, one: str, many: str = "") -> str:
    """ "1 row", "12 rows"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def listed(texts: Sequence[str], word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {word} {texts[-1]}"
