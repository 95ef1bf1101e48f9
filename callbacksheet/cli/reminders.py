"""The line that says somebody is due. It never repeats what is private on a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from callbacksheet.cli.page import Line, Tone
from callbacksheet.cli.queue_page import first_open
from callbacksheet.cli.saying import about_if_public, distance_said, number, when_said, who
from callbacksheet.core.callback import Callback
from callbacksheet.core.model import Urgency
from callbacksheet.core.shop import Shop


def due_line(callback: Callback, now: datetime, shop: Shop) -> str:
    """ "Due since today 13:30 (10 min ago): Dana, +1 415-555-0142, about reschedule"."""
    at = callback.next_at or now
    due = "Due now" if at == now else f"Due since {when_said(at, now)} ({distance_said(at, now)})"
    caller = [who(callback), number(callback) if callback.name else "", f"about {about_if_public(callback, shop)}"]
    urgent = ", urgent" if callback.urgency is Urgency.HIGH else ""
    owner = f" ({callback.owner})" if callback.owner else ""
    return f"{due}: {', '.join(part for part in caller if part)}{urgent}{owner}"


def nothing_due(queue: Sequence[Callback], now: datetime) -> Line:
    """That nobody is due, and who will be next."""
    callback = first_open(queue)
    if callback is None or callback.next_at is None:
        return Line("Nobody is due.", Tone.GOOD)
    return Line(f"Nobody is due. Next is {who(callback)}, {when_said(callback.next_at, now)}.", Tone.GOOD)
