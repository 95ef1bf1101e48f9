"""How long a tidy takes: ``python benchmarks/bench_tidy.py [ROWS ...]`` prints one line a size.

pure = snapshot to plan, first contact and again when nothing is left to do; MB = the peak it adds to the process.
around = reading and writing the workbook, beside what openpyxl alone needs to load and save the same file.
Each size runs in a process of its own, so that memory is that size's.
"""

from __future__ import annotations

import gc
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.core.model import CellValue
from callbacksheet.core.plan import Run, plan_tidy
from callbacksheet.core.shop import Shop

SIZES = (1_000, 10_000, 100_000)
ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 20, 11, 30, tzinfo=ZONE)
HEADERS: list[CellValue] = [
    "Received", "Name", "Phone", "Reason", "Best time", "Urgency", "Status", "Next callback", "Owner", "Attempts",
    "Outcome", "Notes", "Calls", "Updated", "By", "Check", "ID",
]  # fmt: skip
WISHES = (
    "",
    "",
    "afternoon",
    "after 5",
    "tmrw am",
    "asap",
    "anytime",
    "Monday morning",
    "before noon",
    "завтра",
    "2-4",
)
REASONS = (
    "reschedule",
    "book",
    "invoice 2207",
    "quote",
    "",
    "my color",
    "where is my order",
    "refund",
    "запись",
)
STATUSES = ("", "", "new", "lvm", "no ans", "booked!", "waiting", "done")


def typed_rows(count: int) -> list[list[CellValue]]:
    """A tab of 17 columns as a busy desk types it; a tenth of the calls are repeats. The same for every run."""
    dice = random.Random(20261120)
    rows: list[list[CellValue]] = [HEADERS]
    for number in range(count):
        caller = dice.randrange(int(count * 0.9) + 1)
        received = NOW.replace(tzinfo=None) - timedelta(minutes=dice.randrange(count * 3))
        phone = f"({212 + caller % 7}) {200 + caller // 10000:03d}-{caller % 10000:04d}"
        row: list[CellValue] = [
            received,
            f"Caller {caller}",
            phone,
            dice.choice(REASONS),
            dice.choice(WISHES),
        ]
        row += ["!" if not dice.randrange(20) else None, dice.choice(STATUSES), None, None, None, None]
        row += [f"note {number}", None, None, None, None, None]
        rows.append([None if value == "" else value for value in row])
    return rows


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best_of(times: int, work: Callable[[], object]) -> float:
    return min(timed(work) for _ in range(times))


def measure(count: int) -> str:
    shop = Shop(zone=ZONE)
    sheet = MemorySheet("Callbacks", typed_rows(count))
    snapshot = sheet.read()
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first = timed(lambda: plan_tidy(snapshot, Run(NOW, owner="bench"), shop))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    plan = plan_tidy(snapshot, Run(NOW, owner="bench"), shop)
    assert plan.batch is not None
    after = sheet.apply(plan.batch)
    again = timed(lambda: plan_tidy(after, Run(NOW, owner="bench"), shop))
    assert plan_tidy(after, Run(NOW, owner="bench"), shop).batch is None
    line = f"{count:>7} rows: pure {first:6.2f} s first, {again:6.2f} s again, {peak / 1024:5.0f} MB"
    return line + (_around(count, shop) if count <= 10_000 else "")


def _around(count: int, shop: Shop) -> str:
    """The workbook's read and write beside a load and save by openpyxl; three times as long is the limit."""
    import openpyxl

    from callbacksheet.adapters.workbook import WorkbookSheet

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.xlsx"
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        for row in typed_rows(count):
            page.append(row)
        book.save(path)
        library = best_of(2, lambda: openpyxl.load_workbook(path).save(Path(folder) / "copy.xlsx"))
        sheet = WorkbookSheet(path, None)
        start = time.perf_counter()
        snapshot = sheet.read()
        read = time.perf_counter() - start
        plan = plan_tidy(snapshot, Run(NOW, owner="bench"), shop)
        assert plan.batch is not None
        batch = replace(plan.batch, seen=snapshot.seen)
        write = timed(lambda: sheet.apply(batch))
        quiet = timed(sheet.read)
    ratio = (read + write) / library
    beside = f"openpyxl {library:5.2f} s, ratio {ratio:4.2f}"
    return f"; around {read:5.2f} + {write:5.2f} s, {beside}; quiet read {quiet:5.2f} s"


def main(arguments: list[str]) -> None:
    gc.disable()  # as the command line does
    if arguments[:1] == ["--one"]:
        print(measure(int(arguments[1])))
        return
    for count in [int(text) for text in arguments] or SIZES:
        subprocess.run([sys.executable, __file__, "--one", str(count)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
