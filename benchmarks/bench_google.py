"""What a run costs on Google, against the test server: ``python benchmarks/bench_google.py [ROWS ...]``.

Per size a line for adopting a tab as a busy desk typed it, for a run with nothing to do, and for one after somebody
typed a cell: requests by kind, kilobytes on the wire either way (as sent, packed), seconds of the tool's own (the
time the server took is left out, since Google's is not known). Only the tab of 17 columns and the tool's own tabs
are in the spreadsheet.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.bench_tidy import NOW, typed_rows
from callbacksheet.config import Settings, read_settings
from callbacksheet.core.cells import shown
from callbacksheet.errors import CallbackSheetError
from callbacksheet.runs.tidy import Tidied, tidy
from callbacksheet.wiring import run_of, sheet_of
from tests.sheets_server.book import Book
from tests.sheets_server.log import Entry
from tests.sheets_server.server import SheetsServer

SIZES = (1_000, 10_000)


def typed_in(book: Book, rows: list[list[str]]) -> None:
    """A desk's tab, all of it plain text."""
    size = {"rowCount": len(rows) + 100, "columnCount": 17}
    grid = {"properties": {"sheetId": 0, "gridProperties": size}, "fields": "gridProperties(rowCount,columnCount)"}
    text = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    look = {"range": {"sheetId": 0}, "cell": text, "fields": "userEnteredFormat.numberFormat"}
    lines = [{"values": [{"userEnteredValue": {"stringValue": cell}} if cell else {} for cell in row]} for row in rows]
    cells = {"start": {"sheetId": 0}, "rows": lines, "fields": "userEnteredValue"}
    book.batch_update({"requests": [{"updateSheetProperties": grid}, {"repeatCell": look}, {"updateCells": cells}]})


def settings_for(server: SheetsServer, spreadsheet_id: str, folder: Path) -> Settings:
    server.credentials(folder / "credentials.json")
    text = f"""timezone = "America/New_York"
region = "US"
[sheet]
google = "https://docs.google.com/spreadsheets/d/{spreadsheet_id}"
tab = "Callbacks"
endpoint = "{server.url}"
"""
    return read_settings(text, folder / "callbacksheet.toml", NOW.date())


def run(settings: Settings, at: datetime) -> Tidied:
    return tidy(sheet_of(settings), run_of(at, "MK"), settings.shop, lambda _: True)


def line(what: str, server: SheetsServer, settings: Settings, at: datetime) -> str:
    server.log.clear()
    start = time.perf_counter()
    try:
        tidied = run(settings, at)
        told = f"{len(tidied.plan.changes):,} changes"
    except CallbackSheetError as error:
        told = str(error)
    seconds = time.perf_counter() - start
    entries = [entry for entry in server.log.entries if entry.kind != "token"]
    own = seconds - sum(entry.seconds for entry in server.log.entries)
    return "\n".join([f"{what}: {own:.2f} s of its own; {told}", *(_request(entry) for entry in entries)])


def _request(entry: Entry) -> str:
    kind, sent, answered = entry.kind.rpartition(".")[2], entry.sent_bytes / 1000, entry.answer_bytes / 1000
    return f"    {kind:12} {entry.status}  sent {sent:9,.1f} kB  answered {answered:9,.1f} kB"


def measure(count: int) -> None:
    rows = [[shown(cell) for cell in row] for row in typed_rows(count)]
    with SheetsServer() as server, tempfile.TemporaryDirectory() as folder:
        file = server.spreadsheet("Bench", tab="Callbacks")
        server.edit(file.id, lambda book: typed_in(book, rows))
        settings = settings_for(server, file.id, Path(folder))
        print(f"{count:,} rows of 17 columns")
        for what, minutes in (("first contact", 0), ("again", 1), ("nothing to do", 2), ("nothing to do", 3)):
            print(line(f"  {what}", server, settings, NOW + timedelta(minutes=minutes)))
        server.edit(file.id, lambda book: type_note(book, "asked for a quote, too"))
        print(line("  a note typed", server, settings, NOW + timedelta(minutes=30)))


def type_note(book: Book, text: str) -> None:
    cell = {"userEnteredValue": {"stringValue": text}}
    start = {"sheetId": 0, "rowIndex": 5, "columnIndex": 11}
    update = {"start": start, "rows": [{"values": [cell]}], "fields": "userEnteredValue"}
    book.batch_update({"requests": [{"updateCells": update}]})


if __name__ == "__main__":
    for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
        measure(size)
