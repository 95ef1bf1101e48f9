"""How quick a walk is: ``python benchmarks/bench_walk.py [ROWS ...]`` prints one line a size.

The program runs in a real terminal, on a tidied workbook, and the screen is read as a person would read it.
first card = from the start of the program until a caller is on the screen, beside twice what openpyxl needs to load and
save that file. next card = from the key that ends a question until the next caller is there; the action is on the disk
by then. in the sheet = until the workbook holds it, the longest of several.
"""

from __future__ import annotations

import gc
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (200, 2_000)
CALLERS = 8
NOW = "2026-11-20T11:31"
ROOT = Path(__file__).parent.parent
CONFIG = """timezone = "America/New_York"
region = "US"
operator = "MK"
[sheet]
workbook = "bench.xlsx"
"""
LIMIT_NEXT, LIMIT_SHEET = 0.150, 3.0


def make_desk(folder: Path, count: int) -> Path:
    """A workbook of so many rows as a busy desk has typed it, tidied."""
    import openpyxl

    sys.path.insert(0, str(ROOT))
    from benchmarks.bench_tidy import typed_rows

    path = folder / "bench.xlsx"
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in typed_rows(count):
        page.append(row)
    book.save(path)
    (folder / "callbacksheet.toml").write_text(CONFIG, encoding="utf-8")
    program = [sys.executable, "-c", "from callbacksheet.cli.main import main; main()", "tidy", "--yes", "--json"]
    subprocess.run(program, cwd=folder, env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    return path


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    state = str(folder / "state")
    return {**kept, "PYTHONPATH": str(ROOT), "CALLBACKSHEET_NOW": NOW, "CALLBACKSHEET_STATE": state, "TERM": "xterm"}


def library_seconds(path: Path) -> float:
    """What openpyxl needs to load and save the file, at best."""
    import openpyxl

    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        openpyxl.load_workbook(path).save(path.with_name("copy.xlsx"))
        best = min(best, time.perf_counter() - start)
    return best


class Terminal:
    """The program in a terminal of 80 by 24."""

    def __init__(self, folder: Path) -> None:
        import pty

        self.started = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            program = [sys.executable, "-c", "from callbacksheet.cli.main import main; main()", "triage"]
            os.execve(sys.executable, program, {**environment(folder), "COLUMNS": "80", "LINES": "24"})
        self.said = ""

    def until(self, text: str, patience: float = 60.0) -> float:
        """When this was said next."""
        end = time.perf_counter() + patience
        while text not in self.said:
            ready, _, _ = select.select([self.handle], [], [], max(end - time.perf_counter(), 0))
            assert ready, f"{text!r} did not come after {self.said[-2000:]!r}"
            self.said += os.read(self.handle, 65536).decode("utf-8", "replace")
        at = time.perf_counter()
        self.said = self.said.split(text, 1)[1]
        return at

    def press(self, keys: str) -> float:
        os.write(self.handle, keys.encode())
        return time.perf_counter()

    def end(self) -> None:
        self.press("q")
        os.waitpid(self.pid, 0)
        os.close(self.handle)


def measure(count: int) -> str:
    folder = Path(tempfile.mkdtemp(prefix="bench-walk-"))
    try:
        path = make_desk(folder, count)
        library = library_seconds(path)
        terminal = Terminal(folder)
        first = terminal.until("booked") - terminal.started
        following: list[float] = []
        recorded: list[float] = []
        for _ in range(CALLERS):
            terminal.press("n")
            terminal.until("Next try?")
            changed = path.stat().st_mtime_ns
            pressed = terminal.press("tomorrow 17:15\r")
            following.append(terminal.until("no answer. Next") - pressed)
            while path.stat().st_mtime_ns == changed:
                time.sleep(0.005)
            recorded.append(time.perf_counter() - pressed)
        terminal.end()
    except BaseException:
        os.kill(terminal.pid, signal.SIGKILL)
        raise
    finally:
        shutil.rmtree(folder)
    following.sort()
    return (
        f"{count:>6} rows: first card {first:5.2f} s, openpyxl twice {2 * library:5.2f} s; next card "
        f"{following[len(following) // 2] * 1000:4.0f} ms, at most {following[-1] * 1000:4.0f} ms"
        f" (limit {LIMIT_NEXT * 1000:.0f}); in the sheet at most {max(recorded):4.2f} s (limit {LIMIT_SHEET:.0f})"
    )


def main(arguments: list[str]) -> None:
    gc.disable()
    for count in [int(text) for text in arguments] or SIZES:
        print(measure(count), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
