"""A folder whose configuration names a Google sheet on the test server, for tests that run commands there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.desk import Said, say
from tests.cli.folder import HEADERS, MESSY
from tests.sheets_server.book import Book
from tests.sheets_server.files import File
from tests.sheets_server.server import SheetsServer

TEXT = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}


@dataclass(frozen=True, slots=True)
class GoogleFolder:
    """Where the commands run, at a moment of Friday 8 May 2026; the spreadsheet lies on the server."""

    path: Path
    server: SheetsServer
    file: File

    @property
    def url(self) -> str:
        return f"https://docs.google.com/spreadsheets/d/{self.file.id}/edit#gid=0"

    @property
    def book(self) -> Book:
        return self.server.book(self.file.id)

    def say(self, *argv: str, at: str = "12:00", answers: tuple[str, ...] | None = None) -> Said:
        """Run a command line at this time of the day."""
        return say(*argv, cwd=self.path, environ={"CALLBACKSHEET_NOW": f"2026-05-08T{at}"}, answers=answers)

    def json(self, *argv: str, at: str = "12:00") -> Any:
        """The data of a command that must go well."""
        said = self.say(*argv, "--json", at=at)
        assert said.exit_code == 0, said.out
        return said.json["data"]

    def init(self, *argv: str, answers: tuple[str, ...] | None = None) -> Said:
        """Set the desk up from a script."""
        given = ("--google", self.url, "--endpoint", self.server.url, "--timezone", "America/New_York")
        return self.say("init", *given, "--operator", "MK", *argv, answers=answers)

    def requests(self, *argv: str, at: str = "12:00") -> list[str]:
        """What a command that must go well asks of Google, kind by kind."""
        self.server.log.clear()
        said = self.say(*argv, at=at)
        assert said.exit_code == 0, said.err
        return [kind.removeprefix("spreadsheets.") for kind in self.server.log.kinds]

    def rows(self, title: str = "Callbacks") -> list[list[str]]:
        """The texts of a tab."""
        return [list(map(str, row)) for row in self.book.values_get(f"'{title}'").get("values", [])]

    def column(self, header: str) -> list[str]:
        """What stands under a header, top to bottom."""
        head, *rows = self.rows()
        place = head.index(header)
        return [row[place] if place < len(row) else "" for row in rows if any(row)]

    def type_in(self, at: str, text: str) -> None:
        """Somebody types into a cell, like ``L2``."""
        self.server.edit(self.file.id, lambda book: book.staff_set(0, *_place(at), text))

    def edit(self, deed: Callable[[Book], object]) -> None:
        self.server.edit(self.file.id, deed)

    def sheet(self, title: str) -> Any:
        """A tab as Google would tell it, without its cells."""
        found = self.book.get([], fields="*")["sheets"]
        return next(sheet for sheet in found if sheet["properties"]["title"] == title)

    def everything(self) -> str:
        """Every text in every tab."""
        titles = [sheet["properties"]["title"] for sheet in self.book.get([], fields="sheets.properties")["sheets"]]
        return "\n".join(cell for title in titles for row in self.rows(title) for cell in row)


def _place(at: str) -> tuple[int, int]:
    return int(at[1:]) - 1, ord(at[0]) - ord("A")


def google_folder(path: Path, server: SheetsServer, *, tab: str = "", email: str = "") -> GoogleFolder:
    """An empty spreadsheet shared with the account whose key lies in the folder."""
    file = server.spreadsheet("Salon", tab=tab)
    server.credentials(path / "credentials.json", **({"email": email} if email else {}))
    return GoogleFolder(path, server, file)


def typed(folder: GoogleFolder, rows: Sequence[str] = MESSY, headers: str = HEADERS) -> GoogleFolder:
    """A tab that this tool has never seen, typed as a team types it, all plain text."""

    def write(book: Book) -> None:
        every = {"repeatCell": {"range": {"sheetId": 0}, "cell": TEXT, "fields": "userEnteredFormat.numberFormat"}}
        book.batch_update({"requests": [every]})
        for row, line in enumerate((headers, *rows)):
            for column, text in enumerate(line.split("|")):
                if text.strip():
                    book.staff_set(0, row, column, text.strip())

    folder.edit(write)
    return folder
