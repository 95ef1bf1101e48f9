"""A Google sheet for tests: a tab written as people see it, people who type in it, and the real runs on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from callbacksheet.adapters.google import GoogleSheet
from callbacksheet.core.cells import shown
from callbacksheet.core.plan import Plan, Run
from callbacksheet.core.shop import Shop
from callbacksheet.core.state import State, read_state
from callbacksheet.runs.tidy import Tidied, look, tidy
from callbacksheet.runs.write import Patience
from tests.book_door import BookDoor
from tests.desk import HEADERS, cells
from tests.sheets_server.a1 import Box
from tests.sheets_server.book import Book
from tests.sheets_server.switches import Switches, usual

NEW_YORK = ZoneInfo("America/New_York")
TAB = 0
TEXT = {"numberFormat": {"type": "TEXT"}}


def book_of(*lines: str, headers: str = HEADERS, switches: Switches | None = None) -> Book:
    """A spreadsheet whose first tab, Callbacks, is plain text and holds these rows."""
    book = Book.new("book", "Front desk", switches or usual())
    book.staff_rename_tab(TAB, "Callbacks")
    book.resize(TAB, 40, 20)
    every = {
        "repeatCell": {"range": {"sheetId": TAB}, "cell": {"userEnteredFormat": TEXT}, "fields": "userEnteredFormat"}
    }
    book.batch_update({"requests": [every]})
    for row, line in enumerate((headers, *lines)):
        for column, value in enumerate(cells(line)):
            if value is not None:
                book.staff_set(TAB, row, column, str(value))
    return book


@dataclass
class GoogleDesk:
    """A spreadsheet, the shop it belongs to, and the clock."""

    book: Book
    shop: Shop = field(default_factory=lambda: Shop(zone=NEW_YORK))
    now: datetime = datetime(2026, 11, 20, 11, 30, tzinfo=NEW_YORK)  # a Friday
    operator: str = "MK"
    runs: int = 0

    def __post_init__(self) -> None:
        self.door = BookDoor(self.book)
        self.sheet = GoogleSheet(self.door, "Callbacks")

    def later(self, minutes: int) -> GoogleDesk:
        self.now += timedelta(minutes=minutes)
        return self

    def run(self, *, background: bool = False) -> Run:
        self.runs += 1
        return Run(self.now, self.operator, owner=f"run-{self.runs}", background=background)

    def tidy(self, *, background: bool = False, forced: bool = False) -> Tidied:
        run = replace(self.run(background=background), forced=forced)
        still = Patience(pause=lambda _: None)
        return tidy(self.sheet, run, self.shop, lambda _: True, patience=still)

    def tick(self) -> Tidied:
        """What a clock does: a run that nobody asked for, a minute later."""
        return self.later(1).tidy(background=True)

    def plan(self) -> Plan:
        return look(self.sheet, self.run(), self.shop)

    def meanwhile(self, *doings: Callable[[], None]) -> None:
        """What people do right before the next writes, one each."""
        self.door.before_change += doings

    @property
    def grid(self) -> list[list[str]]:
        tab = self.book.tab(TAB)
        return [[self.book.text(TAB, row, column) for column in range(tab.columns)] for row in range(len(tab.grid))]

    @property
    def headers(self) -> list[str]:
        return [text.casefold().replace(" ", "_") for text in self.grid[0]]

    def column(self, header: str) -> list[str]:
        """What stands in a column, top to bottom, rows without anything typed left out."""
        place = self.headers.index(header)
        return [row[place] for row in self.grid[1:] if any(row)]

    def row_of(self, text: str) -> int:
        """The row in which this stands, zero-based as the API counts."""
        found = [number for number, row in enumerate(self.grid) if text in row]
        assert len(found) == 1, (text, found)
        return found[0]

    def cell(self, text: str, header: str) -> str:
        """What stands in a column of the row in which this text stands."""
        return self.grid[self.row_of(text)][self.headers.index(header)]

    def type_at(self, row: int, header: str, value: str) -> None:
        self.book.staff_set(TAB, row, self.headers.index(header), value)

    def type_in(self, text: str, header: str, value: str) -> None:
        """Somebody types in the row in which this text stands."""
        self.type_at(self.row_of(text), header, value)

    def type_row(self, row: int, line: str, headers: str = HEADERS) -> None:
        for header, value in zip(cells(headers), cells(line), strict=False):
            if value is not None:
                self.type_at(row, str(header).casefold().replace(" ", "_"), str(value))

    def insert(self, row: int, line: str = "") -> None:
        self.book.staff_insert_rows(TAB, row)
        if line:
            self.type_row(row, line)

    def sort(self, header: str, *, descending: bool = False, columns: Sequence[str] | None = None) -> None:
        tab = self.book.tab(TAB)
        places = [self.headers.index(column) for column in columns] if columns else [0, tab.columns - 1]
        box = Box(1, len(tab.grid), min(places), max(places) + 1)
        self.book.staff_sort(TAB, box, [(self.headers.index(header), descending)])

    @property
    def state(self) -> State:
        snapshot = self.sheet.read()
        assert snapshot.state is not None
        return read_state(snapshot.state)

    def history(self) -> list[tuple[str, str, str, str]]:
        """(column, before, after, why) of every line."""
        return [(line.column, line.before, line.after, line.why) for line in self.sheet.read().history]

    def show(self) -> str:
        return "\n".join(" | ".join(shown(cell) for cell in row) for row in self.grid if any(row))
