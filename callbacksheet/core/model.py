"""The words of the desk as values: columns, cells, phones, wishes, windows, callbacks, issues.

Everything here is frozen. Moments are aware datetimes in the shop's zone; what a cell held is kept
raw (``CellValue``, naive as sheets hold it) until ``parse`` gives it a meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum, StrEnum
from typing import TypeAlias


class Column(StrEnum):
    """The tab's columns, in the order of a new tab; the values are the names used in JSON and history."""

    RECEIVED = "received"
    NAME = "name"
    PHONE = "phone"
    REASON = "reason"
    BEST_TIME = "best_time"
    URGENCY = "urgency"
    STATUS = "status"
    NEXT_CALLBACK = "next_callback"
    OWNER = "owner"
    ATTEMPTS = "attempts"
    OUTCOME = "outcome"
    NOTES = "notes"
    CALLS = "calls"
    UPDATED = "updated"
    BY = "by"
    CHECK = "check"
    ID = "id"


DESK_COLUMNS = frozenset(
    {Column.RECEIVED, Column.NAME, Column.PHONE, Column.REASON, Column.BEST_TIME, Column.URGENCY, Column.NOTES}
)
TOOL_COLUMNS = frozenset({Column.CALLS, Column.UPDATED, Column.CHECK, Column.ID})
SHARED_COLUMNS = frozenset(Column) - DESK_COLUMNS - TOOL_COLUMNS
CALLER = frozenset({Column.NAME, Column.PHONE})
"""Columns that tell one caller from another."""
STARTS = CALLER | {Column.REASON}
"""Columns that tell one caller's row from another's."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that computes: never written, never replaced; ``shown`` is its last computed value, if stored."""

    text: str
    shown: str | int | float | bool | datetime | date | time | None = None


CellValue: TypeAlias = str | int | float | bool | datetime | date | time | Formula | None
"""What a cell held. Text is never "": an empty cell is None. Dates and times are naive, as sheets hold them."""


class Language(StrEnum):
    EN = "en"
    UK = "uk"
    RU = "ru"
    ID = "id"
    ES = "es"


class Status(StrEnum):
    """R7. New: written down. Scheduled: has a time. Waiting: tried, next try set. Done: we know what happened."""

    NEW = "New"
    SCHEDULED = "Scheduled"
    WAITING = "Waiting"
    DONE = "Done"


STATUS_WORDS: Mapping[Language, Mapping[Status, str]] = {
    language: dict(zip(Status, words, strict=True))
    for language, words in (
        (Language.EN, ("New", "Scheduled", "Waiting", "Done")),
        (Language.UK, ("Новий", "Заплановано", "Очікує", "Готово")),
        (Language.RU, ("Новый", "Запланировано", "Ожидает", "Готово")),
        (Language.ID, ("Baru", "Dijadwalkan", "Menunggu", "Selesai")),
        (Language.ES, ("Nuevo", "Agendado", "En espera", "Hecho")),
    )
}
"""What the tool writes in the Status column."""


class Urgency(IntEnum):
    """Ordered as the queue wants it: a smaller one is rung first."""

    HIGH = 0
    NORMAL = 1
    LOW = 2


class NextSource(StrEnum):
    """Where a next callback time came from: typed by a person, read from the wish, or given by policy."""

    PERSON = "person"
    WISH = "wish"
    POLICY = "policy"


class Code(StrEnum):
    """What a row can be told. ``checks`` holds the sentence of each, in each language."""

    BAD_PHONE = "bad_phone"
    NO_PHONE = "no_phone"
    NO_NAME = "no_name"
    NAME_CONFLICT = "name_conflict"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    NO_REASON = "no_reason"
    REPEAT_OF_OPEN = "repeat_of_open"
    NOTES_TOO_LONG = "notes_too_long"
    REOPENED = "reopened"
    UNPARSED_RECEIVED = "unparsed_received"
    UNPARSED_STATUS = "unparsed_status"
    UNPARSED_URGENCY = "unparsed_urgency"
    UNPARSED_ATTEMPTS = "unparsed_attempts"
    UNPARSED_NEXT = "unparsed_next"
    UNPARSED_WISH = "unparsed_wish"
    UNSURE_WISH = "unsure_wish"
    UNSURE_NEXT = "unsure_next"
    CLOSED_DAY = "closed_day"
    MISSED_WINDOW = "missed_window"
    OUTSIDE_HOURS = "outside_hours"
    NEEDS_NEXT_TIME = "needs_next_time"
    FINAL_MESSAGE_DUE = "final_message_due"
    DONE_NO_OUTCOME = "done_no_outcome"
    OVERDUE = "overdue"
    ZOMBIE = "zombie"
    BLOCKED = "blocked"
    BLACKLIST_NEEDS_REASON = "blacklist_needs_reason"
    ESCALATE = "escalate"
    SENSITIVE = "sensitive"
    FORMULA = "formula"
    LEFT_ALONE = "left_alone"
    WHO_CHANGED = "who_changed"
    REMINDER_UNKNOWN = "reminder_unknown"
    REMINDER_UNSENT = "reminder_unsent"
    DISPLACED = "displaced"


@dataclass(frozen=True, slots=True)
class Issue:
    """Bad or doubtful data of a person, told on the row; never raised. ``checks.sentence`` puts it into words.

    ``details`` fill the places of that code's sentence, in order.
    """

    code: Code
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A part of any day, half-open, in minutes since local midnight: 09:00-12:00 is ``Span(540, 720)``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A half-open span of time between two aware moments."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Phone:
    """R1: the caller's number found in what was typed.

    ``cell`` is the text the Phone cell should hold: the international format with extension and any
    other words kept behind it. Reading ``cell`` again gives the same Phone.
    """

    e164: str
    extension: str
    cell: str

    @property
    def identity(self) -> str:
        """Who this is: E.164, and the extension where there is one."""
        return f"{self.e164};{self.extension}" if self.extension else self.e164
