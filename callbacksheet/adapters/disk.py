"""The few things done to files, in one place: so that tests can fail, delay or outrun each of them."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

Pause: TypeAlias = Callable[[float], None]
"""Waits for so many seconds."""

_AT_FDCWD = -100
_RENAME_NOREPLACE = 1
_RENAME_EXCHANGE = 2


@dataclass(frozen=True, slots=True)
class Look:
    """How a file looked at one moment: enough to notice that it is being saved."""

    size: int
    changed_ns: int
    node: int


class Disk:
    """The real disk. ``pause`` is how to wait between two looks at a file."""

    def __init__(self, pause: Pause = time.sleep) -> None:
        self._pause = pause

    def look(self, path: Path) -> Look:
        stat = path.stat()
        return Look(stat.st_size, stat.st_mtime_ns, stat.st_ino)

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def wait(self, seconds: float) -> None:
        self._pause(seconds)

    def clock(self) -> float:
        """Seconds that only ever go on."""
        return time.monotonic()

    def write_new(self, path: Path, data: bytes, like: Path | None = None) -> None:
        """A new file, safe on the disk when this returns, with the rights of ``like``."""
        with path.open("xb") as file:
            if like is not None:
                _copy_rights(like, file.fileno())
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def swap(self, one: Path, other: Path) -> bool:
        """Let two files change names in one step. False where this system cannot."""
        return _rename(one, other, _RENAME_EXCHANGE)

    def writable(self, path: Path) -> bool:
        return os.access(path, os.W_OK)

    def rename_aside(self, path: Path, aside: Path) -> None:
        path.rename(aside)

    def put(self, path: Path, place: Path) -> None:
        """Give a file a name that must be free. FileExistsError where somebody took it meanwhile."""
        try:
            os.link(path, place)
        except FileExistsError:
            raise
        except OSError:
            if sys.platform == "win32":
                path.rename(place)  # refuses to replace a file there
                return
            if not _rename(path, place, _RENAME_NOREPLACE):
                raise
            return
        path.unlink()

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def settle(self, folder: Path) -> None:
        """Make the names in a folder safe on the disk, where the system can."""
        settle_names(folder)


def settle_names(folder: Path) -> None:
    """Make the names in a folder outlast a power cut; Windows has no such call."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _copy_rights(like: Path, file: int) -> None:
    if sys.platform == "win32":
        return
    stat = like.stat()
    with contextlib.suppress(PermissionError):
        os.fchown(file, stat.st_uid, stat.st_gid)
    os.fchmod(file, stat.st_mode & 0o7777)


@cache
def _renameat2() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)


def _rename(one: Path, other: Path, flags: int) -> bool:
    """Linux's rename with flags; False where the system or the file system has none."""
    call = _renameat2()
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), flags) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(one))
