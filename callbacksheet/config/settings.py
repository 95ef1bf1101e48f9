"""What a read configuration is: frozen values, ready for the wiring to make objects of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from callbacksheet.core.message import Address
from callbacksheet.core.model import Span
from callbacksheet.core.shop import Shop
from callbacksheet.core.shop import Sort as Sort


@dataclass(frozen=True, slots=True)
class WorkbookPlace:
    """A tab of a workbook on disk; an empty ``tab`` means its first visible one."""

    path: Path
    tab: str = ""


@dataclass(frozen=True, slots=True)
class GooglePlace:
    """A tab of a Google spreadsheet. ``credentials`` is a service account's key file; None: sign in."""

    url: str
    tab: str = ""
    credentials: Path | None = None
    endpoint: str = ""

    @property
    def id(self) -> str:
        """The spreadsheet's own name, as in its address."""
        return self.url.partition("/d/")[2].partition("/")[0].partition("#")[0].partition("?")[0]


Place: TypeAlias = WorkbookPlace | GooglePlace


@dataclass(frozen=True, slots=True)
class Person:
    """One of the team. ``notify`` holds the addresses, each once, ``${NAMES}`` not yet filled in."""

    name: str = ""
    notify: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminders:
    """R18. ``quiet`` never crosses midnight: "20:00-08:00" is two spans. No ``escalate_after``: never."""

    quiet: tuple[Span, ...] = ()
    escalate_after: timedelta | None = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in the file: which line (0 where there is none to point at), and a sentence."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}" if self.line else self.sentence


@dataclass(frozen=True, slots=True)
class Settings:
    """One desk's configuration. ``warnings`` are readable but doubtful things, for ``doctor`` to tell."""

    file: Path
    shop: Shop
    sheet: Place
    operator: str = ""
    people: Mapping[str, Person] = field(default_factory=lambda: MappingProxyType({}))
    reminders: Reminders = Reminders()
    sort: Sort = Sort.QUIET
    missed_call_cost: Decimal | None = None
    warnings: tuple[Problem, ...] = ()
