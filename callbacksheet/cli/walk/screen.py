"""The terminal itself: a screen of its own, single keys, and only those lines drawn again that have changed."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import IO, Any

from callbacksheet.cli.walk.keys import INTERRUPT, Keyboard

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H"
_LEAVE = "\x1b[?25h\x1b[?1049l"
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"  # terminals that know it show the whole change at once
_ESCAPE_WAITS = 0.05


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the cursor stands, both from 0."""

    row: int
    column: int


class Screen:
    """A full screen drawn line by line. ``wake`` interrupts a waiting ``keys`` from another thread."""

    def __init__(self, source: IO[Any], out: IO[str]) -> None:
        self._source = source.fileno()
        self._out = out
        self._keyboard = Keyboard()
        self._lines: list[str] = []
        self._cursor: Cursor | None = None
        self._stopped = False
        self._listen, self._speak = os.pipe()
        os.set_blocking(self._listen, False)
        os.set_blocking(self._speak, False)

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        """Take the terminal over, and give it back as it was however this ends."""
        import termios
        import tty

        before = termios.tcgetattr(self._source)
        handlers = {one: signal.signal(one, self._on_signal) for one in _SIGNALS}
        try:
            tty.setraw(self._source)
            self._write(_ENTER)
            yield
        finally:
            self._write(_LEAVE)
            with contextlib.suppress(termios.error):  # the terminal may be gone
                termios.tcsetattr(self._source, termios.TCSADRAIN, before)
            for one, handler in handlers.items():
                signal.signal(one, handler)

    def _on_signal(self, number: int, _: FrameType | None) -> None:
        if number == signal.SIGWINCH:
            self._lines = []
        else:
            self._stopped = True
        self.wake()

    def wake(self) -> None:
        """Let ``keys`` return now. Safe from any thread and from a signal."""
        with contextlib.suppress(OSError):
            os.write(self._speak, b"!")

    def size(self) -> tuple[int, int]:
        """Width and height; 80 by 24 where the terminal does not say."""
        try:
            size = os.get_terminal_size(self._out.fileno())
        except OSError:
            return 80, 24
        return size.columns or 80, size.lines or 24

    def keys(self, timeout: float) -> list[str]:
        """The keys pressed, () after so many seconds or when woken; INTERRUPT for Ctrl+C and for a request to stop."""
        wait = _ESCAPE_WAITS if self._keyboard.waiting else max(timeout, 0)
        ready, _, _ = select.select([self._source, self._listen], [], [], wait)
        if self._listen in ready:
            with contextlib.suppress(BlockingIOError):
                os.read(self._listen, 4096)
        if self._stopped:
            self._stopped = False
            return [INTERRUPT]
        if self._source not in ready:
            return self._keyboard.settled() if self._keyboard.waiting and not ready else []
        data = self._typed()
        return self._keyboard.pressed(data) if data else [INTERRUPT]

    def _typed(self) -> bytes:
        """b"" where the terminal is gone."""
        try:
            return os.read(self._source, 4096)
        except OSError:
            return b""

    def draw(self, lines: Sequence[str], cursor: Cursor | None) -> None:
        """Show these lines; nothing is written where they stand there already."""
        if list(lines) == self._lines and cursor == self._cursor:
            return
        parts = [_BEGIN, "\x1b[?25l"]
        before = self._lines if len(self._lines) == len(lines) else []
        if not before:
            parts.append("\x1b[2J")
        for row, line in enumerate(lines):
            if not before or before[row] != line:
                parts.append(f"\x1b[{row + 1};1H{line}\x1b[0m\x1b[K")
        if cursor:
            parts.append(f"\x1b[{cursor.row + 1};{cursor.column + 1}H\x1b[?25h")
        self._write("".join((*parts, _END)))
        self._lines, self._cursor = list(lines), cursor

    def forget(self) -> None:
        """Draw everything anew next time."""
        self._lines = []

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            self._out.write(text)
            self._out.flush()


_SIGNALS = (
    tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGWINCH"))
    if sys.platform != "win32"
    else ()
)
