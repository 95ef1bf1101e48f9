"""The program in a real terminal, and what stands on its screen: enough of a terminal to read a walk by."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pexpect: Any = pytest.importorskip("pexpect", reason="terminals of this kind are not on Windows")

PROGRAM = ["-c", "from callbacksheet.cli.main import main; main()"]
ROOT = str(Path(__file__).parents[2])
PATIENCE = 90.0
"""Seconds; machines that test are slow and busy."""

_PIECES = re.compile(
    r"\x1b\](?P<system>.*?)(?:\x1b\\|\x07)|\x1b\[(?P<numbers>[?0-9;]*)(?P<code>[A-Za-z])"
    r"|\x1b[()=>].?|(?P<line>[\r\n])|(?P<text>[^\x1b\r\n]+)",
    re.DOTALL,
)


class Display:
    """The lines of the screen as a person sees them, and the codes that were used on the way."""

    def __init__(self) -> None:
        self.rows: dict[int, str] = {}
        self.row = self.column = 0
        self.codes: set[str] = set()
        self.links: set[str] = set()
        self._rest = ""

    def feed(self, text: str) -> None:
        text = self._rest + text
        end = 0
        for piece in _PIECES.finditer(text):
            if piece.start() != end:
                break
            end = piece.end()
            self._take(piece.groupdict())
        self._rest = text[end:]

    def _take(self, piece: dict[str, str | None]) -> None:
        if (system := piece["system"]) is not None:
            self.links |= {system.split(";", 2)[2]} - {""} if system.startswith("8;") else set()
        elif (code := piece["code"]) is not None:
            self._steer(piece["numbers"] or "", code)
        elif (line := piece["line"]) is not None:
            self.row, self.column = (self.row, 0) if line == "\r" else (self.row + 1, self.column)
        elif text := piece["text"]:
            before = self.rows.get(self.row, "").ljust(self.column)
            self.rows[self.row] = before[: self.column] + text + before[self.column + len(text) :]
            self.column += len(text)

    def _steer(self, numbers: str, code: str) -> None:
        match code:
            case "H":
                row, _, column = numbers.partition(";")
                self.row, self.column = int(row or 1) - 1, int(column or 1) - 1
            case "J":
                self.rows.clear()
            case "K":
                self.rows[self.row] = self.rows.get(self.row, "")[: self.column]
            case "h" | "l" if numbers == "?1049":
                self.rows.clear()
                self.row = self.column = 0
            case "m":
                self.codes |= set(numbers.split(";"))

    @property
    def text(self) -> str:
        return "\n".join(self.rows.get(n, "").rstrip() for n in range(max(self.rows, default=0) + 1))


class Phone:
    """Somebody in triage: keys are pressed, the screen is read. Nothing sleeps; what must come is waited for."""

    def __init__(self, desk: Path, *argv: str, at: str, size: tuple[int, int] = (80, 24), **environ: str) -> None:
        env = {
            **os.environ,
            "PYTHONPATH": ROOT,
            "CALLBACKSHEET_STATE": str(desk / "state"),
            "CALLBACKSHEET_NOW": f"2026-05-08T{at}",
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            **environ,
        }
        for name in ("COLUMNS", "LINES", "LC_ALL", "NO_COLOR"):
            if name not in environ:
                env.pop(name, None)
        self.size = size
        self.display = Display()
        self.child = pexpect.spawn(
            sys.executable,
            [*PROGRAM, "triage", *argv],
            cwd=str(desk),
            env=env,
            dimensions=(size[1], size[0]),
            encoding="utf-8",
            timeout=PATIENCE,
            preexec_fn=_heed_interrupts,
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Phone:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)

    @property
    def screen(self) -> str:
        return self.display.text

    def sees(self, *texts: str) -> Phone:
        """Wait until all of this stands on the screen."""
        self._until(lambda: all(text in self.screen for text in texts), texts)
        return self

    def misses(self, text: str) -> Phone:
        """Wait until this stands there no more."""
        self._until(lambda: text not in self.screen, (f"no {text}",))
        return self

    def keys(self, *keys: str) -> Phone:
        for key in keys:
            self.child.send(key)
        return self

    def answer(self, prompt: str, text: str = "") -> Phone:
        """Wait for the question, answer it."""
        self.sees(prompt)
        if text:
            self.keys(text).sees(text[-20:])
        return self.keys("\r")

    def _until(self, there: Any, wanted: tuple[str, ...]) -> None:
        end = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < end, f"{wanted} did not come. The screen:\n{self.screen}"
            for text in self._more():
                self.display.feed(text)

    def _more(self) -> Iterator[str]:
        try:
            yield self.child.read_nonblocking(65536, timeout=1)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            raise AssertionError(f"the program ended. The screen:\n{self.screen}") from None

    def ended(self) -> int:
        """Wait for the end; the exit code, negative for a signal."""
        try:
            while True:
                self.display.feed(self.child.read_nonblocking(65536, timeout=PATIENCE))
        except pexpect.EOF:
            self.child.close()
        return -self.child.signalstatus if self.child.signalstatus else int(self.child.exitstatus)

    def kill(self) -> None:
        """As if the power went."""
        self.child.kill(signal.SIGKILL)
        self.ended()


def _heed_interrupts() -> None:
    """A shell's background job, as a build may be, has Ctrl+C switched off for all it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
