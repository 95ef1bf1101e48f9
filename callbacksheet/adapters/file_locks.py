"""Who has the workbook open: Excel's and LibreOffice's own lock files, and the tool's own lock."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from callbacksheet.errors import BusyError, SetupError


def refuse_if_open(path: Path) -> None:
    """BusyError, naming who, where a spreadsheet program's lock file stands beside the workbook."""
    for lock, program, reader in (
        (path.with_name(f"~${path.name}"), "Excel", _excel_user),
        (path.with_name(f".~lock.{path.name}#"), "LibreOffice", _libreoffice_user),
    ):
        if lock.exists():
            user = reader(lock)
            by = f" by {user}" if user else ""
            raise BusyError(
                f"{path.name} is open in {program}{by}. Nothing was read or written.",
                "Save and close it there, then run again. "
                f'If nobody has it open, delete the file "{lock.name}" beside it.',
            )


def _excel_user(lock: Path) -> str:
    """One byte of length and the name, once in 54 bytes of the local alphabet, once in Unicode."""
    data = _content(lock)
    if len(data) > 57:
        length = int.from_bytes(data[55:57], "little")
        name = data[57 : 57 + 2 * length].decode("utf-16-le", "replace")
    else:
        name = data[1 : 1 + data[0]].decode("cp1252", "replace") if data else ""
    return _shown(name)


def _libreoffice_user(lock: Path) -> str:
    """Fields with commas between: full name, login name, machine, since when."""
    text = _content(lock).decode("utf-8", "replace").replace("\\,", "\0")
    fields = [field.replace("\0", ",").strip() for field in text.split(",")]
    return _shown(next((field for field in fields[:3] if field), ""))


def _content(lock: Path) -> bytes:
    try:
        return lock.read_bytes()[:1000]
    except OSError:
        return b""


def _shown(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable()).strip()[:60]


@contextlib.contextmanager
def own_lock(path: Path) -> Iterator[None]:
    """Keep other runs of the tool away from this workbook meanwhile. BusyError where one is at it."""
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.cbs-lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyError(
            f"Another run of callbacksheet is writing {path.name}. Nothing was written by this one.",
            "Wait a moment and run again.",
        ) from error
    except OSError as error:
        raise SetupError(
            f"The folder of {path.name} cannot be written to ({error.strerror or error}). Nothing was changed.",
            "Give yourself permission to write in that folder, or move the workbook to one of your own.",
        ) from error
    try:
        yield
    finally:
        lock.release()
        with contextlib.suppress(OSError):  # no litter; two runs at one moment still meet at publishing
            Path(lock.lock_file).unlink(missing_ok=True)
