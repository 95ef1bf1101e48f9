"""A desk for tests: a tab written as people see it, tidied by the real runs on a sheet in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import shown
from callbacksheet.core.model import CellValue, Column
from callbacksheet.core.plan import Plan, Run
from callbacksheet.core.shop import Shop
from callbacksheet.runs.past import undo
from callbacksheet.runs.tidy import Tidied, look, tidy

NEW_YORK = ZoneInfo("America/New_York")
HEADERS = (
    "Received | Name | Phone | Reason | Best time | Urgency | Status | Next callback | Owner | Attempts"
    " | Outcome | Notes | By"
)


def cells(line: str) -> list[CellValue]:
    """One typed row, its cells parted by bars."""
    return [text.strip() or None for text in line.split("|")]


def tab(*lines: str, headers: str = HEADERS) -> MemorySheet:
    return MemorySheet("Callbacks", [cells(headers), *(cells(line) for line in lines)])


@dataclass
class Desk:
    """A sheet, the shop it belongs to, and the clock."""

    sheet: MemorySheet
    shop: Shop = field(default_factory=lambda: Shop(zone=NEW_YORK))
    now: datetime = datetime(2026, 11, 20, 11, 30, tzinfo=NEW_YORK)  # a Friday
    operator: str = ""

    def at(self, text: str) -> Desk:
        """The same desk at another time: "11:45", or "2026-11-21 09:00"."""
        when = text if "-" in text else f"{self.now:%Y-%m-%d} {text}"
        self.now = datetime.fromisoformat(when).replace(tzinfo=self.shop.zone)
        return self

    def with_shop(self, **settings: object) -> Desk:
        self.shop = replace(self.shop, **settings)  # type: ignore[arg-type]
        return self

    @property
    def run(self) -> Run:
        return Run(self.now, self.operator, owner=f"test-{self.sheet.writes}")

    def tidy(self, *, forced: bool = False, dry: bool = False, repairs: bool = False) -> Tidied:
        return tidy(self.sheet, replace(self.run, forced=forced, repairs=repairs), self.shop, lambda _: True, dry=dry)

    def plan(self) -> Plan:
        return look(self.sheet, self.run, self.shop)

    def undo(self, wanted: str = "") -> None:
        undo(self.sheet, wanted, self.run, self.shop)

    def queue(self) -> list[Callback]:
        return list(self.plan().queue)

    def callback(self, name: str) -> Callback:
        """The one row whose name, or text of the phone, starts so."""
        found = [c for c in self.queue() if c.name.startswith(name) or c.phone_text.startswith(name)]
        assert len(found) == 1, [c.name for c in found]
        return found[0]

    def codes(self, name: str) -> list[str]:
        return [issue.code.value for issue in self.callback(name).issues]

    def column(self, header: str) -> list[str]:
        """What stands in a column, top to bottom."""
        headers = [shown(value).casefold() for value in self.sheet.rows[0]]
        place = headers.index(header.casefold())
        return [shown(row[place]) if place < len(row) else "" for row in self.sheet.rows[1:]]

    def type_in(self, row: int, column: Column | str, value: CellValue) -> None:
        """Staff type one cell; row 2 is the first below the header."""
        headers = [shown(cell).casefold().replace(" ", "_") for cell in self.sheet.rows[0]]
        self.sheet.type_in(row - 1, headers.index(str(column).casefold().replace(" ", "_")), value)


def grid(sheet: MemorySheet, columns: int) -> list[Sequence[str]]:
    """The first columns as text, for comparing tabs before and after."""
    return [[shown(value) for value in (*row, *(None,) * columns)][:columns] for row in sheet.rows]
