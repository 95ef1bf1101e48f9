"""A spreadsheet on the test server and the tool's way to it, with time that passes only when somebody waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from callbacksheet.adapters.google_auth import service_account
from callbacksheet.adapters.google_door import Json
from callbacksheet.adapters.google_faults import Account
from callbacksheet.adapters.google_http import HttpSpreadsheet, Patience, SheetsClient, Weather
from tests.sheets_server.files import File
from tests.sheets_server.server import SheetsServer

TITLES = "sheets(properties(sheetId,title))"
HURRIED = Patience(look=0.3, change=0.3, deadline=60)
"""Nobody hangs in a test for half a minute."""


@dataclass
class FakeWeather:
    """A clock that only sleeping moves, and a chance that always gives the same part."""

    part: float = 0.5
    at: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    @property
    def weather(self) -> Weather:
        return Weather(now=lambda: self.at, sleep=self.sleep, chance=lambda: self.part)


@dataclass
class Way:
    """One spreadsheet, the server it lies on, and the tool's way to it."""

    server: SheetsServer
    file: File
    spreadsheet: HttpSpreadsheet
    weather: FakeWeather
    client: SheetsClient

    def look(self) -> list[str]:
        """The titles of its tabs."""
        answer = self.spreadsheet.look([], TITLES)
        return [sheet["properties"]["title"] for sheet in answer["sheets"]]

    def change(self, title: str = "Calls") -> Json:
        """One harmless change: the first tab is called so."""
        return self.spreadsheet.change([renamed(title)])

    @property
    def titles(self) -> list[str]:
        """The titles as they stand on the server."""
        return [tab.title for tab in self.server.book(self.file.id).pages.tabs.values()]

    def asked(self, kind: str) -> int:
        """How many such requests reached the server, whatever became of them."""
        return self.server.log.kinds.count(f"spreadsheets.{kind}")


def renamed(title: str, sheet_id: int = 0) -> Json:
    return {"updateSheetProperties": {"properties": {"sheetId": sheet_id, "title": title}, "fields": "title"}}


@contextmanager
def way_to(server: SheetsServer, folder: Path, *, patience: Patience = HURRIED, part: float = 0.5) -> Iterator[Way]:
    """A new spreadsheet, shared with the tool's account."""
    file = server.spreadsheet("Salon")
    identity = service_account(server.credentials(folder / "credentials.json"))
    client = SheetsClient(identity.credentials, base=server.url)
    account = Account(identity.address, file.id, identity.key_file)
    weather = FakeWeather(part)
    yield Way(
        server, file, HttpSpreadsheet(client, account, patience=patience, weather=weather.weather), weather, client
    )
    client.session.close()
