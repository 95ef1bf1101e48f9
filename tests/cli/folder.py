"""A folder with a configuration and a real workbook, typed as a team types it, for tests that run commands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.cli.desk import CONFIG, Said, say

HEADERS = "Received | Name | Phone | Reason | Best time | Urgency | Status | Notes | Room"
MESSY = (
    "9:05     | Dana        | 415 555 0142   | reschedule   | afternoon |      |      |          | 1",
    "9:10     | maria lopez | (415) 555-0177 | color        | after 5   |      | new  |          | 2",
    "9:40     | Maria Lopez | 415.555.0177   | Color        | tmrw am   | !!   |      |          | 3",
    "5/7 16:20| Ivan        | 415 555 0123   | перенос      |           |      | lvm  | left a vm| 4",
    "5/7 15:00| Bob         | 415-555-0188   | invoice 2207 |           |      | paid |          | 5",
    "9:55     |             | 555-01         | ?            |           |      |      |          | 6",
)
"""Six rows of a Friday and the day before, two of them one caller's."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the commands run, at a moment of Friday 8 May 2026."""

    path: Path

    @property
    def workbook(self) -> Path:
        return self.path / "callbacks.xlsx"

    def say(self, *argv: str, at: str = "12:00", answers: tuple[str, ...] | None = None) -> Said:
        """Run a command line at this time of the day, or at a full ISO moment."""
        now = at if "T" in at else f"2026-05-08T{at}"
        return say(*argv, cwd=self.path, environ={"CALLBACKSHEET_NOW": now}, answers=answers)

    def json(self, *argv: str, at: str = "12:00") -> Any:
        """The data of a command that must go well."""
        said = self.say(*argv, "--json", at=at)
        assert said.exit_code == 0, said.out
        return said.json["data"]

    def rows(self) -> list[list[Any]]:
        """All cells of the first tab, as openpyxl reads them."""
        return [list(row) for row in load_workbook(self.workbook).worksheets[0].iter_rows(values_only=True)]

    def column(self, header: str) -> list[Any]:
        """What stands under a header, top to bottom."""
        head, *rows = self.rows()
        return [row[head.index(header)] for row in rows]

    def type_in(self, cell: str, value: Any) -> None:
        """Somebody types in a cell, saves and closes."""
        book = load_workbook(self.workbook)
        book.worksheets[0][cell] = value
        book.save(self.workbook)

    def delete(self, header: str, value: Any) -> None:
        """Somebody deletes the row that holds this under that header, saves and closes."""
        book = load_workbook(self.workbook)
        book.worksheets[0].delete_rows(self.column(header).index(value) + 2)
        book.save(self.workbook)

    @property
    def file(self) -> tuple[bytes, int]:
        """The workbook's bytes and when it was last written."""
        return self.workbook.read_bytes(), self.workbook.stat().st_mtime_ns


def folder(path: Path, rows: Sequence[str] = MESSY, headers: str = HEADERS, config: str = CONFIG) -> Folder:
    """A workbook that this tool has never seen, and its configuration."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line in (headers, *rows):
        sheet.append([text.strip() or None for text in line.split("|")])
    book.save(path / "callbacks.xlsx")
    (path / "callbacksheet.toml").write_text(config, encoding="utf-8")
    return Folder(path)
