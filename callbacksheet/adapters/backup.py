"""An earlier state of a workbook, kept beside it: opened only to have a caller forgotten in it."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from callbacksheet.adapters.disk import Disk
from callbacksheet.adapters.publish import unwritable
from callbacksheet.adapters.traces import traces
from callbacksheet.adapters.workbook import WorkbookSheet
from callbacksheet.adapters.xlsx_xml import BrokenPart
from callbacksheet.core.batch import Batch
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.errors import SetupError


class _StillDisk(Disk):
    """Nobody saves a backup, so there is no need to wait for it to be saved."""

    def wait(self, seconds: float) -> None:
        pass


class WorkbookBackup(WorkbookSheet):
    """No backup is kept of a backup, and it keeps its date: by that the newest ones are known."""

    def __init__(self, path: Path, tab: str | None = None, *, disk: Disk | None = None) -> None:
        super().__init__(path, tab, keep_backups=False, disk=disk or _StillDisk())

    def apply(self, batch: Batch) -> Snapshot:
        stat = self.path.stat()
        after = super().apply(batch)
        os.utime(self.path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        return after

    def mentions(self, number: str, names: Collection[str]) -> bool:
        return bool(traces_in(self.path, number, names))

    def discard(self) -> None:
        try:
            self.path.unlink()
        except OSError as error:
            raise unwritable(self.path, error) from error


def traces_in(path: Path, number: str, names: Collection[str]) -> tuple[str, ...]:
    """Where the number or a name stands in a workbook on disk. Raises SetupError where it cannot be read."""
    try:
        return traces(path.read_bytes(), number, names)
    except (OSError, BrokenPart, KeyError, ValueError, IndexError, RecursionError) as error:
        raise SetupError(f"{path} cannot be looked into ({error}).", "Delete it yourself.") from error
