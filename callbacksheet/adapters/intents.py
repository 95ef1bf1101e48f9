"""This machine's log of what it sends, a line at a time, each safe on the disk before anything goes out.

The log is a cache. Its first line is the name under which this machine claims messages: without its log a machine
has another name, so that what it once claimed is held for a person instead of being sent again.
"""

from __future__ import annotations

import contextlib
import os
import platform
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from callbacksheet.core.message import Verdict
from callbacksheet.core.outbox import Logged
from callbacksheet.errors import SetupError

KEPT_SECONDS = 30 * 24 * 3600
_MANY_LINES = 4_000
_WORDS = {Verdict.ACCEPTED: Logged.SENT, Verdict.REFUSED: Logged.REFUSED}


class IntentLog:
    """The log of one sheet. Whoever opens it holds that sheet's lock (``sole_run``), so nobody else writes in it."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._known: dict[str, tuple[Logged, float]] = {}
        self._owner = ""

    @property
    def owner(self) -> str:
        if not self._owner:
            self._open()
        return self._owner

    def logged(self, key: str) -> Logged:
        if not self._owner:
            self._open()
        return self._known.get(key, (Logged.NOTHING, 0.0))[0]

    def intend(self, key: str) -> None:
        self._note(key, Logged.INTENDED)

    def came_of(self, key: str, verdict: Verdict) -> None:
        if verdict in _WORDS:
            self._note(key, _WORDS[verdict])

    def _note(self, key: str, what: Logged) -> None:
        if not self._owner:
            self._open()
        at = self._clock()
        with _told(self._path):
            _append(self._path, _line(what, key, at))
        self._known[key] = (what, at)

    def _open(self) -> None:
        with _told(self._path):
            lines = _whole_lines(self._path)
            if not lines or not _is_of_here(lines[0]):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                lines = [f"machine {_here()}-{uuid.uuid4().hex[:12]}"]
                _rewrite(self._path, lines)
            self._owner = lines[0].split()[1]
            self._known = dict(_read(lines[1:]))
            if len(lines) > _MANY_LINES:
                self._forget_old()

    def _forget_old(self) -> None:
        oldest = self._clock() - KEPT_SECONDS
        self._known = {key: known for key, known in self._known.items() if known[1] >= oldest}
        kept = (_line(what, key, at) for key, (what, at) in self._known.items())
        _rewrite(self._path, [f"machine {self._owner}", *kept])


def _here() -> str:
    """Enough of the machine to notice that a disk was copied to another one."""
    return uuid.uuid5(uuid.NAMESPACE_DNS, platform.node()).hex[:8]


def _is_of_here(line: str) -> bool:
    words = line.split()
    return len(words) == 2 and words[0] == "machine" and words[1].startswith(f"{_here()}-")


def _line(what: Logged, key: str, at: float) -> str:
    return f"{what.value} {key} {int(at)}"


def _read(lines: list[str]) -> Iterator[tuple[str, tuple[Logged, float]]]:
    for line in lines:
        words = line.split()
        if len(words) == 3 and words[0] in set(Logged) and words[2].isdecimal():
            yield words[1], (Logged(words[0]), float(words[2]))


def _whole_lines(path: Path) -> list[str]:
    """Every line that was written to its end; what a crash cut short was never acted on."""
    try:
        text = path.read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return []
    return text.split("\n")[:-1]


def _append(path: Path, line: str) -> None:
    handle = os.open(path, os.O_RDWR | os.O_APPEND)
    try:
        size = os.fstat(handle).st_size
        torn = size > 0 and _last_byte(handle, size) != b"\n"
        os.write(handle, (f"\n{line}\n" if torn else f"{line}\n").encode("ascii"))
        os.fsync(handle)
    finally:
        os.close(handle)


def _last_byte(handle: int, size: int) -> bytes:
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1)


def _rewrite(path: Path, lines: list[str]) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("w", encoding="ascii", newline="\n") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except TimeoutError:  # which is how a lock says that somebody else holds it
        raise
    except OSError as error:
        raise SetupError(
            f"What is sent cannot be noted in {path} ({error.strerror or error}), so nothing more was sent.",
            "Make that folder writable, or name another one in $CALLBACKSHEET_STATE.",
        ) from error


@contextlib.contextmanager
def sole_run(path: Path, patience: float = 0.0) -> Iterator[bool]:
    """Whether this is the only run on this machine that sends for a sheet; no other can begin until it ends.

    ``patience`` is for how many seconds the end of another one is waited for.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=patience)
    try:
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
