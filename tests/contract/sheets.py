"""The sheets that keep the contract: how each is made from rows, and what staff can do to it meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import openpyxl

from callbacksheet.adapters.disk import Disk
from callbacksheet.adapters.google import GoogleSheet
from callbacksheet.adapters.google_auth import service_account
from callbacksheet.adapters.google_faults import Account
from callbacksheet.adapters.google_http import HttpSpreadsheet, SheetsClient
from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.adapters.plain_rows import trimmed
from callbacksheet.adapters.workbook import WorkbookSheet
from callbacksheet.core.batch import Batch, Request
from callbacksheet.core.cells import shown
from callbacksheet.core.model import CellValue, Formula
from callbacksheet.core.snapshot import HistoryRow, Snapshot, StateRow
from callbacksheet.core.state import epoch_of
from callbacksheet.ports import Sheet
from tests.sheets_server.book import Book
from tests.sheets_server.server import SheetsServer

Rows = Sequence[Sequence[CellValue]]


class Desk(Protocol):
    """A sheet under test, and the people who have it too."""

    def sheet(self) -> Sheet:
        """The tool's way to the sheet, afresh: as another run or machine has it."""

    def type_in(self, row: int, column: int, value: CellValue) -> None:
        """Staff change a cell."""

    def pre_image(self, epoch: int) -> Rows | None:
        """The tab as it was before an epoch, where it is kept."""


class MemoryDesk:
    def __init__(self, rows: Rows) -> None:
        self._sheet = MemorySheet("Callbacks", rows)

    def sheet(self) -> Sheet:
        return self._sheet

    def type_in(self, row: int, column: int, value: CellValue) -> None:
        self._sheet.type_in(row, column, value)

    def pre_image(self, epoch: int) -> Rows | None:
        kept = self._sheet.pre_images.get(epoch)
        return kept.rows if kept else None


class HurriedDisk(Disk):
    """A disk on which nobody waits."""

    def wait(self, seconds: float) -> None:
        pass


class WorkbookDesk:
    def __init__(self, rows: Rows, folder: Path) -> None:
        self.path = folder / "callbacks.xlsx"
        book = openpyxl.Workbook()
        tab = book.worksheets[0]
        tab.title = "Callbacks"
        for row, line in enumerate(rows, 1):
            for column, value in enumerate(line, 1):
                if value is not None:
                    put(tab.cell(row, column), value)
        book.save(self.path)

    def sheet(self) -> WorkbookSheet:
        return WorkbookSheet(self.path, disk=HurriedDisk())

    def type_in(self, row: int, column: int, value: CellValue) -> None:
        book = openpyxl.load_workbook(self.path, rich_text=True)
        put(book["Callbacks"].cell(row + 1, column + 1), value)
        book.save(self.path)

    def pre_image(self, epoch: int) -> Rows | None:
        backup = self.path.parent / ".callbacksheet-backups" / f"callbacks.bak-{epoch}.xlsx"
        return WorkbookSheet(backup, disk=HurriedDisk()).read().tab.rows if backup.exists() else None


class GoogleDesk:
    """A spreadsheet on the test server, over real HTTP, its cells plain text as the tool's own are."""

    def __init__(self, rows: Rows, server: SheetsServer, folder: Path) -> None:
        self._server = server
        self._file = server.spreadsheet("Contract", tab="Callbacks")
        self._identity = service_account(server.credentials(folder / "credentials.json"))
        self._client = SheetsClient(self._identity.credentials, base=server.url)
        self._server.edit(self._file.id, lambda book: self._fill(book, rows))

    def sheet(self) -> GoogleSheet:
        account = Account(self._identity.address, self._file.id)
        return GoogleSheet(HttpSpreadsheet(self._client, account), "Callbacks")

    def type_in(self, row: int, column: int, value: CellValue) -> None:
        self._server.edit(self._file.id, lambda book: self._fill(book, [[value]], row, column))

    def pre_image(self, epoch: int) -> Rows | None:
        """The one that is kept: of the last epoch."""
        snapshot = self.sheet().read()
        return trimmed(snapshot.before or ()) if snapshot.before and epoch_of(snapshot.state) == epoch else None

    def close(self) -> None:
        self._client.session.close()

    def _fill(self, book: Book, rows: Rows, row: int = 0, column: int = 0) -> None:
        lines = [{"values": [_as_typed(value) for value in line]} for line in rows]
        start = {"sheetId": 0, "rowIndex": row, "columnIndex": column}
        cells = {"start": start, "rows": lines, "fields": "userEnteredValue"}
        every = {"range": {"sheetId": 0}, "cell": _PLAIN, "fields": "userEnteredFormat.numberFormat"}
        written = [{"updateCells": cells}] if lines else []
        book.batch_update({"requests": [*([_SMALL] if row == 0 else []), {"repeatCell": every}, *written]})


_SMALL = {
    "updateSheetProperties": {
        "properties": {"sheetId": 0, "gridProperties": {"rowCount": 12, "columnCount": 24}},
        "fields": "gridProperties.rowCount,gridProperties.columnCount",
    }
}
_PLAIN = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}


def _as_typed(value: CellValue) -> dict[str, object]:
    """A cell as the API writes it: "=..." is a formula only as a Formula."""
    match value:
        case None:
            return {}
        case Formula():
            return {"userEnteredValue": {"formulaValue": value.text}}
        case bool():
            return {"userEnteredValue": {"boolValue": value}}
        case int() | float():
            return {"userEnteredValue": {"numberValue": value}}
        case _:
            return {"userEnteredValue": {"stringValue": shown(value)}}


def put(cell: object, value: CellValue) -> None:
    """Write a cell with openpyxl as a spreadsheet program would: "=..." is a formula only as a Formula."""
    from openpyxl.cell import Cell

    assert isinstance(cell, Cell)
    if isinstance(value, Formula):
        cell.value = value.text
    else:
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"


def batch(
    seen: Snapshot,
    *requests: Request,
    epoch: int | None = None,
    state: Sequence[StateRow] = (),
    history: Sequence[HistoryRow] = (),
    rewrites_history: bool = False,
) -> Batch:
    """A batch on what was seen, as the next epoch unless told otherwise."""
    held = [row.text for row in seen.state or () if (row.kind, row.key) == ("meta", "epoch")]
    number = epoch if epoch is not None else int(held[0]) + 1 if held else 1
    meta = StateRow("meta", "epoch", str(number))
    return Batch(number, "run-1", seen.seen, requests, (meta, *state), tuple(history), rewrites_history)
