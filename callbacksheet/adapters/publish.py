"""Putting a new workbook in the place of the old one without ever destroying a save by somebody else.

The bytes that are replaced are never overwritten: the new file and the old one change names, and what came
out is compared with what was read. If it is something else, somebody saved at that moment: it is put back.
Compare-then-replace, the usual recipe, loses such a save about once in twenty when it happens.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from callbacksheet.adapters.disk import Disk
from callbacksheet.errors import BusyError, SetupError

BACKUP_FOLDER = ".callbacksheet-backups"
KEPT_BACKUPS = 10

_TURNS = 20


def fingerprint(data: bytes) -> str:
    """What was read, in a line: the SHA-256 and the size."""
    return f"{hashlib.sha256(data).hexdigest()}:{len(data)}"


def publish(disk: Disk, path: Path, new: bytes, seen: str) -> None:
    """Put ``new`` in the place of the file that ``seen`` describes. BusyError where it is another by now."""
    name = f".{path.name}.{os.getpid()}-{time.time_ns():x}"
    part, swap = path.with_name(f"{name}.cbs-part"), path.with_name(f"{name}.cbs-swap")
    try:
        disk.write_new(part, new, like=path)
        with _uninterrupted():
            part.rename(swap)  # whole from here on: never swept away unread
            try:
                if not _exchange(disk, path, swap, seen, fingerprint(new)):
                    _set_aside(disk, path, swap, seen)
                disk.settle(path.parent)
            finally:
                if swap.exists() and fingerprint(disk.read(swap)) in (seen, fingerprint(new)):
                    disk.remove(swap)
                sweep(disk, path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            disk.remove(part)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait for these few milliseconds, so that no save hangs between two names."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


def _exchange(disk: Disk, path: Path, swap: Path, seen: str, ours: str) -> bool:
    """Change names and look at what came out. False where this system cannot do that in one step."""
    if not disk.swap(swap, path):
        return False
    came_out = fingerprint(disk.read(swap))
    if came_out == seen:
        return True
    # somebody saved: their file goes back. Should they have saved again since, that newer one comes out
    # and goes back in turn, until what comes out is one that theirs has replaced.
    replaced = {ours}
    for _ in range(_TURNS):
        disk.swap(swap, path)
        replaced.add(came_out)
        came_out = fingerprint(disk.read(swap))
        if came_out in replaced:
            break
    raise _saved_meanwhile(path)


def _set_aside(disk: Disk, path: Path, swap: Path, seen: str) -> None:
    """The same where names cannot be exchanged: the old one aside, the new one in if the name is free."""
    aside = swap.with_suffix(".cbs-aside")
    disk.rename_aside(path, aside)
    try:
        if fingerprint(disk.read(aside)) != seen:
            raise _saved_meanwhile(path)
        disk.put(swap, path)
    except FileExistsError as error:
        raise _saved_meanwhile(path) from error
    finally:
        if not path.exists():
            with contextlib.suppress(FileExistsError):
                disk.put(aside, path)
        if aside.exists() and fingerprint(disk.read(aside)) == seen:
            disk.remove(aside)


def restore(disk: Disk, path: Path) -> None:
    """Bring a workbook back that a killed run had just set aside."""
    if not path.exists():
        for aside in sorted(path.parent.glob(f".{_literal(path.name)}.*.cbs-aside")):
            with contextlib.suppress(OSError):
                disk.put(aside, path)


def sweep(disk: Disk, path: Path) -> None:
    """Clear what a killed run left: halves go, whole files are somebody's work and move to the backups."""
    for half in path.parent.glob(f".{_literal(path.name)}.*.cbs-part"):
        with contextlib.suppress(OSError):
            disk.remove(half)
    for ending in ("swap", "aside"):
        for whole in path.parent.glob(f".{_literal(path.name)}.*.cbs-{ending}"):
            folder = path.parent / BACKUP_FOLDER
            with contextlib.suppress(OSError):
                folder.mkdir(exist_ok=True)
                disk.put(whole, folder / f"{path.stem}.rescued-{time.time_ns():x}.xlsx")


def keep_backup(disk: Disk, path: Path, old: bytes, epoch: int) -> Path:
    """The file as it was before ``epoch``, beside the workbook; the ten newest are kept."""
    folder = path.parent / BACKUP_FOLDER
    try:
        folder.mkdir(exist_ok=True)
        names = (f"{path.stem}.bak-{epoch}{again}.xlsx" for again in ("", *(f"-{n}" for n in range(2, 1000))))
        backup = next(folder / name for name in names if not (folder / name).exists())
        try:
            disk.write_new(backup, old, like=path)
        except BaseException:
            disk.remove(backup)
            raise
    except OSError as error:
        raise unwritable(path, error) from error
    return backup


def drop_old_backups(disk: Disk, path: Path) -> None:
    for backup in backups(path)[:-KEPT_BACKUPS]:
        with contextlib.suppress(OSError):
            disk.remove(backup)


def backups(path: Path) -> tuple[Path, ...]:
    """The kept earlier states of a workbook, oldest first, rescued ones among them."""
    folder = path.resolve().parent / BACKUP_FOLDER
    pattern = re.compile(re.escape(path.resolve().stem) + r"\.(?:bak|rescued)-[0-9a-f-]+\.xlsx\Z")
    found = [file for file in folder.glob("*.xlsx") if pattern.match(file.name)]
    return tuple(sorted(found, key=lambda file: (file.stat().st_mtime_ns, file.name)))


def unwritable(path: Path, error: OSError) -> SetupError | BusyError:
    """Why a file could not be written, in words."""
    if error.errno == errno.ENOENT:
        return _saved_meanwhile(path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return SetupError(
            f"The disk is full, so {path.name} could not be written. Nothing was changed.",
            "Make room on the disk and run again.",
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return SetupError(
            f"{path.name} or its folder is read-only. Nothing was changed.",
            "Give yourself permission to write there, or move the workbook to a folder of your own.",
        )
    return SetupError(
        f"{path.name} could not be written ({error.strerror or error}). Nothing was changed.",
        "Check the disk and the folder, and run again.",
    )


def _saved_meanwhile(path: Path) -> BusyError:
    return BusyError(
        f"Somebody saved {path.name} while the tool was working. Their file stands; nothing was written over it.",
        "Close the workbook and run again: it is read afresh.",
    )


def _literal(name: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", name)
