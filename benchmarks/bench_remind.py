"""What a `remind` with nobody to tell costs from a cold start: ``python -m benchmarks.bench_remind [ROWS] [TIMES]``.

Beside it, taken in turns so that all meet the same weather: a bare typer program, and a program that only reads the
workbook. The limit is twice the one and the other together. Processor time is what a busy machine does not distort.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import openpyxl

from benchmarks.bench_tidy import typed_rows

BARE = "import typer\napp = typer.Typer()\n@app.command()\ndef main(): pass\napp(standalone_mode=False)"
READ = (
    "import gc; gc.disable()\nfrom pathlib import Path\nfrom callbacksheet.adapters.workbook import WorkbookSheet\n"
    "WorkbookSheet(Path('callbacks.xlsx'), look_only=True).read()"
)
PROGRAM = "from callbacksheet.cli.main import main; main()"
CONFIG = """timezone = "America/New_York"
region = "US"
operator = "MK"
[sheet]
workbook = "callbacks.xlsx"
[people.MK]
name = "Mary K"
notify = ["console:"]
"""
BEFORE = "2026-11-01T11:30"


def compiled(folder: Path) -> dict[str, str]:
    """The environment of a program as it is installed: compiled once, not at every start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def spent(folder: Path, *words: str) -> tuple[float, float]:
    """Seconds on the clock and of the processor that one process took."""
    environ = {**compiled(folder), "CALLBACKSHEET_NOW": BEFORE, "CALLBACKSHEET_STATE": str(folder / "state")}
    began, before = time.perf_counter(), os.times()
    subprocess.run([sys.executable, "-c", *words], cwd=folder, env=environ, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - began, used


def main(arguments: list[str]) -> None:
    rows, times = (int(arguments[0]) if arguments else 2_000), (int(arguments[1]) if arguments[1:] else 7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = openpyxl.Workbook()
        for row in typed_rows(rows):
            book.worksheets[0].append(row)
        book.save(folder / "callbacks.xlsx")
        (folder / "callbacksheet.toml").write_text(CONFIG, encoding="utf-8")
        tidy = [sys.executable, "-c", PROGRAM, "tidy", "--yes", "--now", "2026-11-20T11:30"]
        subprocess.run(tidy, cwd=folder, env=compiled(folder), check=True, stdout=subprocess.DEVNULL)
        for program in ((BARE,), (READ,), (PROGRAM, "remind")):
            spent(folder, *program)
        rounds = [[spent(folder, BARE), spent(folder, READ), spent(folder, PROGRAM, "remind")] for _ in range(times)]
    for which, what in enumerate(("clock", "processor")):
        bare, read, remind = (median(one[place][which] for one in rounds) for place in range(3))
        limit = 2 * bare + read
        print(
            f"{rows:,} rows, {what}: remind {remind:.2f} s; bare typer {bare:.2f} s, read {read:.2f} s, "
            f"limit {limit:.2f} s ({remind / limit:.0%})"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
