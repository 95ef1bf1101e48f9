"""What a run costs on Google, against the tests' own spreadsheet: ``python -m benchmarks.bench_google [ROWS ...]``.

Per size: adopting a tab as a busy desk typed it, a run with nothing to do, one after somebody typed a cell, and a
quiet one ten minutes later. Every request with its kind and its bytes either way (the bodies as they go over the
wire, answers packed), the seconds of the tool's own (those of the spreadsheet are left out, since Google's are not
known), and the most memory of the process. Only the tab of 17 columns and the tool's own tabs are in it.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from benchmarks.bench_tidy import NOW, ZONE, typed_rows
from callbacksheet.adapters.google import GoogleSheet
from callbacksheet.adapters.google_door import Json, Place
from callbacksheet.core.cells import shown
from callbacksheet.core.plan import Run
from callbacksheet.core.shop import Shop
from callbacksheet.runs.tidy import Tidied, tidy
from callbacksheet.runs.write import Patience
from tests.book_door import BookDoor
from tests.sheets_server.book import Book

SIZES = (1_000, 10_000)
SHOP = Shop(zone=ZONE)


class Scales(BookDoor):
    """The door to a spreadsheet in memory that weighs what goes through it."""

    def __init__(self, book: Book) -> None:
        super().__init__(book)
        self.told: list[str] = []
        self.seconds = 0.0

    def look(self, places: Sequence[Place], fields: str) -> Json:
        return self._weighed("look", 0, lambda: super(Scales, self).look(places, fields))

    def change(self, requests: Sequence[Json], ranges: Sequence[str] = (), fields: str = "") -> Json:
        sent = _bytes(
            {"requests": list(requests), "includeSpreadsheetInResponse": True, "responseRanges": list(ranges)}
        )
        kinds = Counter(next(iter(request)) for request in requests)
        most = ", ".join(f"{kind} {count:,}" for kind, count in kinds.most_common(4))
        answer = self._weighed(
            f"change, {most}", len(sent), lambda: super(Scales, self).change(requests, ranges, fields)
        )
        self.sent.clear()
        return answer

    def _weighed(self, what: str, sent: int, ask: Callable[[], Json]) -> Json:
        began = time.perf_counter()
        answer = ask()
        packed = len(gzip.compress(_bytes(answer), 6))
        self.seconds += time.perf_counter() - began
        self.told.append(f"    sent {sent / 1000:8,.1f} kB  answered {packed / 1000:7,.1f} kB  {what}")
        print(self.told[-1], flush=True)
        return answer


def _bytes(form: Json) -> bytes:
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def typed_in(book: Book, rows: list[list[str]]) -> None:
    """A desk's tab, all of it plain text."""
    size = {"rowCount": len(rows) + 100, "columnCount": 17}
    grid = {"properties": {"sheetId": 0, "gridProperties": size}, "fields": "gridProperties(rowCount,columnCount)"}
    text = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    look = {"range": {"sheetId": 0}, "cell": text, "fields": "userEnteredFormat.numberFormat"}
    lines = [{"values": [{"userEnteredValue": {"stringValue": cell}} if cell else {} for cell in row]} for row in rows]
    cells = {"start": {"sheetId": 0}, "rows": lines, "fields": "userEnteredValue"}
    book.batch_update({"requests": [{"updateSheetProperties": grid}, {"repeatCell": look}, {"updateCells": cells}]})


def run(door: Scales, at: datetime, *, background: bool = False) -> Tidied:
    started = Run(at, "MK", owner=f"run at {at:%H:%M}", background=background)
    return tidy(GoogleSheet(door, "Callbacks"), started, SHOP, lambda _: True, patience=Patience(lambda _: None))


def told(what: str, door: Scales, at: datetime, *, background: bool = False) -> None:
    door.seconds = 0.0
    print(f"  {what}")
    began = time.perf_counter()
    tidied = run(door, at, background=background)
    own = time.perf_counter() - began - door.seconds
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"    {tidied.reads} + {tidied.writes} requests, {len(tidied.plan.changes):,} changes, "
        f"{own:.1f} s of its own, {most:,.0f} MB with the spreadsheet in memory",
        flush=True,
    )


def measure(count: int) -> None:
    book = Book.new("bench", "Bench")
    book.staff_rename_tab(0, "Callbacks")
    typed_in(book, [[shown(cell) for cell in row] for row in typed_rows(count)])
    door = Scales(book)
    print(f"{count:,} rows of 17 columns")
    told("taken over", door, NOW)
    told("a minute later", door, NOW + timedelta(minutes=1))
    told("nothing to do", door, NOW + timedelta(minutes=1))
    book.staff_set(0, 5, 11, "asked for a quote, too")
    told("a note typed", door, NOW + timedelta(minutes=1), background=True)
    told("a quarter of an hour later", door, NOW + timedelta(minutes=16))
    told("nothing to do", door, NOW + timedelta(minutes=16), background=True)


if __name__ == "__main__":
    for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
        measure(size)
