"""What the rules need to know of the shop: its zone, hours, people and lists. Config makes it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from callbacksheet.core.model import Language, Span

ALWAYS_OPEN = tuple((Span(0, 1440),) for _ in range(7))
WORKING_WEEK = (*((Span(540, 1080),) for _ in range(5)), (), ())


class DateOrder(StrEnum):
    MDY = "MDY"
    DMY = "DMY"
    YMD = "YMD"


class Sort(StrEnum):
    """When a Google tab is put in order; a workbook always is."""

    QUIET = "quiet"
    TRIAGE = "triage"
    NEVER = "never"


class RepeatCalls(StrEnum):
    """R5: whether a call of another day about the same open reason is its own row or joins the open one."""

    SEPARATE = "separate"
    WHILE_OPEN = "while-open"


@dataclass(frozen=True, slots=True)
class Hours:
    """R8: business hours, Monday to Sunday. The shop's own ``closed`` and ``open`` dates win over ``holidays``.

    A date in ``open`` has its weekday's spans, or ``open_spans`` where that weekday is closed.
    """

    week: tuple[tuple[Span, ...], ...] = WORKING_WEEK
    closed: frozenset[date] = frozenset()
    open: frozenset[date] = frozenset()
    holidays: Collection[date] = frozenset()
    open_spans: tuple[Span, ...] = (Span(540, 1080),)

    def spans(self, on: date) -> tuple[Span, ...]:
        """The open spans of one local date, in order; empty when closed."""
        if on in self.closed:
            return ()
        if on in self.open:
            return self.week[on.weekday()] or self.open_spans
        if on in self.holidays:
            return ()
        return self.week[on.weekday()]


@dataclass(frozen=True, slots=True)
class Dayparts:
    """What the desk means by a part of the day (R9.2), each settable."""

    morning: Span = Span(540, 720)
    midday: Span = Span(720, 840)
    afternoon: Span = Span(810, 1080)
    evening: Span = Span(1020, 1440)
    night: Span = Span(1200, 1440)


@dataclass(frozen=True, slots=True)
class Contact:
    """A known number (E.164) and who of us is responsible for it."""

    phone: str
    name: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Blocked:
    """A number (E.164) of the blacklist; without a reason it is not obeyed (R12)."""

    phone: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    span: Span
    owner: str
    backup: str = ""


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """A team's own reason label and the phrases that mean it, beside the shipped ones (R4)."""

    label: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shop:
    """One desk's way of working, as far as the rules ask."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    region: str = "US"
    date_order: DateOrder = DateOrder.MDY
    language: Language = Language.EN
    hours: Hours = Hours()
    dayparts: Dayparts = Dayparts()
    on_call: str = ""
    head: str = ""
    promise_by: time | None = None
    repeat_calls: RepeatCalls = RepeatCalls.SEPARATE
    contacts: tuple[Contact, ...] = ()
    blacklist: tuple[Blocked, ...] = ()
    reasons: tuple[ReasonWords, ...] = ()
    shifts: tuple[tuple[Shift, ...], ...] = ((), (), (), (), (), (), ())
    blocks: tuple[Span, ...] = ()
    attempts_max: int = 3
    attempts_within_days: int = 2
    response_minutes: int = 4
    sort: Sort = Sort.QUIET
