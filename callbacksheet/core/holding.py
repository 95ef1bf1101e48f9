"""R18, the quiet times: quiet hours and closed days hold back all but what is urgent, until they are over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from callbacksheet.core.hours import before, callable_at, moment
from callbacksheet.core.model import Span
from callbacksheet.core.shop import Shop

_MOST_TURNS = 20  # out of one quiet time into the next: a night, a weekend, a holiday


@dataclass(frozen=True, slots=True)
class Rules:
    """When people are told. ``quiet`` never crosses midnight; without ``escalate_after`` nobody else is ever told."""

    quiet: tuple[Span, ...] = ()
    escalate_after: timedelta | None = timedelta(minutes=15)

    @property
    def patience(self) -> int | None:
        """``escalate_after`` in minutes."""
        return None if self.escalate_after is None else int(self.escalate_after.total_seconds() // 60)


def released(at: datetime, shop: Shop, rules: Rules) -> datetime:
    """``at`` itself, or the end of the quiet time it falls into; a closed day ends with the next opening."""
    at = at.astimezone(shop.zone)
    for _ in range(_MOST_TURNS):
        later = _quiet_end(at, shop, rules) or (at if shop.hours.spans(at.date()) else callable_at(at, shop))
        if not before(at, later):
            break
        at = later
    return at


def _quiet_end(at: datetime, shop: Shop, rules: Rules) -> datetime | None:
    minute = at.hour * 60 + at.minute
    span = next((span for span in rules.quiet if span.start <= minute < span.end), None)
    if span is None:
        return None
    end = moment(shop.zone, at.date(), span.end)
    return end if before(at, end) else end.replace(fold=1)  # in the hour that autumn repeats
