"""The team's sheet as a workbook on disk: exclusive or refused, never half written, nothing in it lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from callbacksheet.adapters.disk import Disk, Look
from callbacksheet.adapters.fence import check_epoch, check_seen
from callbacksheet.adapters.file_locks import own_lock, refuse_if_open
from callbacksheet.adapters.plain_rows import Rows, same
from callbacksheet.adapters.publish import (
    BACKUP_FOLDER,
    drop_old_backups,
    fingerprint,
    keep_backup,
    publish,
    restore,
    sweep,
    unwritable,
)
from callbacksheet.adapters.xlsx_book import Book, DataTab
from callbacksheet.adapters.xlsx_hidden import HISTORY_TAB, LateHistory, added_history
from callbacksheet.adapters.xlsx_xml import BrokenPart
from callbacksheet.core.model import CellValue, Formula
from callbacksheet.core.snapshot import HistoryRow, Snapshot
from callbacksheet.errors import BusyError, CallbackSheetError, SetupError

if TYPE_CHECKING:
    from callbacksheet.adapters.grid import Outcome
    from callbacksheet.adapters.xlsx_edit import Choices
    from callbacksheet.core.batch import Batch

MAX_SIZE = 20 * 1024 * 1024
BETWEEN_LOOKS = 0.3

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNREADABLE = (BrokenPart, KeyError, ValueError, IndexError, RecursionError)
_OTHER_KINDS = {
    ".xlsm": "It may hold macros, which this tool does not touch.",
    ".xltx": "It is a template.",
    ".xls": "It is of the old kind, from before 2007.",
    ".xlsb": "It is a binary workbook.",
    ".ods": "It is an OpenDocument sheet.",
    ".numbers": "It is a Numbers sheet.",
}


@dataclass(frozen=True, slots=True)
class _Reading:
    """One look at the file: its bytes' fingerprint, its parts and what they say."""

    data: bytes
    book: Book
    tab: DataTab
    snapshot: Snapshot


class WorkbookSheet:
    """One tab of an .xlsx workbook; ``tab`` None is the first one in sight.

    ``choices`` are the drop-downs of columns the tool adds. ``keep_backups=False`` is for opening a backup
    itself. With ``look_only`` the workbook may be open elsewhere: what was last saved is read.
    """

    def __init__(
        self,
        path: Path,
        tab: str | None = None,
        *,
        choices: Choices | None = None,
        keep_backups: bool = True,
        look_only: bool = False,
        disk: Disk | None = None,
    ) -> None:
        self.path = path
        self._file = path.resolve()
        self._tab = tab
        self._choices = choices or {}
        self._keep_backups = keep_backups
        self._look_only = look_only
        self._disk = disk or Disk()
        self._last: _Reading | None = None

    @property
    def backup_folder(self) -> Path:
        """Where the earlier states of this workbook are kept."""
        return self._file.parent / BACKUP_FOLDER

    def read(self) -> Snapshot:
        """The tab and the tool's tabs. RefusedError too, where a text is longer than a cell may be."""
        self._last = None  # let the old one go before the new one is built
        self._last = self._settled()
        return self._last.snapshot

    def apply(self, batch: Batch) -> Snapshot:
        if self._look_only:
            raise ValueError("this workbook was opened for looking only")
        with own_lock(self._file):
            sweep(self._disk, self._file)
            self._refuse_if_open()
            reading = self._as_read(batch)
            check_epoch(batch, reading.snapshot.state)
            self._refuse_protected(reading)
            return self._write(reading, batch)

    def _write(self, reading: _Reading, batch: Batch) -> Snapshot:
        from callbacksheet.adapters.grid import outcome
        from callbacksheet.adapters.xlsx_edit import write_batch

        tab = reading.snapshot.tab
        after = outcome(tab.rows, batch.requests, tab.title)
        try:
            write_batch(reading.book, reading.tab, batch, after, self._choices)
        except BrokenPart as error:
            raise self._damaged(error) from error
        data = reading.book.package.packed()
        written = self._parsed(data)
        _verify(reading, written, batch, after)
        backup = None
        jots = not batch.requests and not batch.history  # the tool's notes alone: no earlier state of the tab is lost
        if self._keep_backups and not batch.rewrites_history and not jots:
            backup = keep_backup(self._disk, self._file, reading.data, batch.epoch)
        try:
            publish(self._disk, self._file, data, batch.seen)
        except CallbackSheetError:
            if backup is not None:
                self._disk.remove(backup)
            raise
        drop_old_backups(self._disk, self._file)
        self._last = written
        return written.snapshot

    def _as_read(self, batch: Batch) -> _Reading:
        """What the batch was planned on, if that still stands in the file. It is used up by writing."""
        data = self._bytes()
        seen = fingerprint(data)
        check_seen(batch, seen)
        last, self._last = self._last, None
        if last is not None and last.snapshot.seen == seen:
            return last
        return self._parsed(data)

    def _settled(self) -> _Reading:
        """The file as read, if nobody is at it: no lock beside it, and the same at two looks.

        It is understood between the two, which must lie some time apart anyway; one caught half saved is no damaged
        one, so the second look has the word before what came of reading.
        """
        restore(self._disk, self._file)
        self._check_is_workbook()
        if not self._look_only:
            self._refuse_if_open()
        try:
            first, looked = self._disk.look(self._file), self._disk.clock()
        except OSError as error:
            raise self._unreadable(error) from error
        data = self._bytes()
        try:
            reading = self._parsed(data)
        except CallbackSheetError:
            self._check_still(first, data, looked)
            raise
        self._check_still(first, data, looked)
        return reading

    def _check_still(self, first: Look, data: bytes, looked: float) -> None:
        try:
            self._disk.wait(max(0.0, looked + BETWEEN_LOOKS - self._disk.clock()))
            second = self._disk.look(self._file)
        except OSError as error:
            raise self._unreadable(error) from error
        if first != second or second.size != len(data):
            raise BusyError(
                f"{self.path.name} is being saved by somebody at this moment. Nothing was read or written.",
                "Wait until it is saved and closed, then run again.",
            )

    def _refuse_if_open(self) -> None:
        refuse_if_open(self._file)
        if self.path.absolute() != self._file:
            refuse_if_open(self.path)

    def _check_is_workbook(self) -> None:
        name, kind = self.path.name, self._file.suffix.casefold()
        if self._file.is_dir():
            raise SetupError(f"{self.path} is a folder, not a workbook.", "Name the .xlsx file inside it.")
        if not self._file.exists():
            raise SetupError(
                f"There is no workbook {self.path}. Nothing was written.",
                "Check the name in callbacksheet.toml, or make one with `callbacksheet init`.",
            )
        if kind in (".csv", ".tsv", ".txt"):
            raise SetupError(
                f"{name} is a text file, not a workbook. It was left alone.",
                f"Make a workbook with `callbacksheet init`, then `callbacksheet import {name}`.",
            )
        if kind != ".xlsx":
            why = _OTHER_KINDS.get(kind, "This tool writes .xlsx workbooks only.")
            raise SetupError(
                f"{name} is not an .xlsx workbook. {why} It was left alone.",
                'Open it, save it as "Excel Workbook (.xlsx)", and name that file.',
            )

    def _bytes(self) -> bytes:
        try:
            if self._disk.look(self._file).size > MAX_SIZE:
                raise SetupError(
                    f"{self.path.name} is larger than 20 MB. It was left alone.",
                    "Move pictures and old rows to another workbook, and run again.",
                )
            data = self._disk.read(self._file)
        except OSError as error:
            raise self._unreadable(error) from error
        if data.startswith(_OLE):
            raise SetupError(
                f"{self.path.name} is protected with a password (or is an old .xls under a new name), "
                "so the tool cannot read it. It was left alone.",
                'Save it as "Excel Workbook (.xlsx)" without a password, and run again.',
            )
        return data

    def _parsed(self, data: bytes) -> _Reading:
        try:
            book = Book(data)
            tab = DataTab(book, self._tab)
            snapshot = Snapshot(tab.tab, book.state(), LateHistory(self._late(book)), fingerprint(data))
        except _UNREADABLE as error:
            raise self._damaged(error) from error
        return _Reading(data, book, tab, snapshot)

    def _late(self, book: Book) -> Callable[[], tuple[HistoryRow, ...]]:
        def read() -> tuple[HistoryRow, ...]:
            try:
                return book.history()
            except _UNREADABLE as error:
                raise self._damaged(error) from error

        return read

    def _refuse_protected(self, reading: _Reading) -> None:
        if reading.tab.frame.protected or reading.book.protected:
            what = f'The tab "{reading.snapshot.tab.title}"' if reading.tab.frame.protected else self.path.name
            raise SetupError(
                f"{what} is protected against changes. Nothing was written.",
                "Take the protection off (Review, Unprotect), save and close, and run again.",
            )
        for place in (self._file, self._file.parent):
            if not self._disk.writable(place):
                raise unwritable(self._file, PermissionError(13, "read-only"))

    def _damaged(self, error: Exception) -> SetupError:
        return SetupError(
            f"{self.path.name} cannot be read as a workbook; it may be damaged or cut off ({error}). "
            "It was left alone.",
            f"Open it in a spreadsheet program and save it again{self._or_a_backup()}.",
        )

    def _or_a_backup(self) -> str:
        kept = self.backup_folder.is_dir()
        return f", or take the newest good copy from the folder {self.backup_folder}" if kept else ""

    def _unreadable(self, error: OSError) -> SetupError:
        return SetupError(
            f"{self.path.name} cannot be read ({error.strerror or error}). Nothing was written.",
            "Give yourself permission to read and write it, and run again.",
        )


def _verify(reading: _Reading, written: _Reading, batch: Batch, after: Outcome) -> None:
    """Read back before publishing: all planned cells there, all others and all other parts as they were."""
    wrong = _first_difference(written.snapshot.tab.rows, after.rows)
    if written.snapshot.state != batch.state:
        wrong = wrong or "the tool's state"
    if not _history_is_right(reading.book, written.book, batch):
        wrong = wrong or "the history"
    old, new = reading.book.package, written.book.package
    for name in new.names:
        if name not in old.changed and old.raw(name) != new.raw(name):
            wrong = wrong or f"the part {name}"
    if wrong:
        raise CallbackSheetError(
            f"The new workbook would not have read back right at {wrong}, so it was thrown away. "
            "The workbook is unchanged.",
            "This is a bug of the tool: please report it with this message.",
        )


def _history_is_right(old: Book, new: Book, batch: Batch) -> bool:
    """Whether the old history is the new one's beginning, byte for byte, and the batch's its end."""
    before, now = old.hidden(HISTORY_TAB), new.hidden(HISTORY_TAB)
    if now is None:
        return False
    if before is None or batch.rewrites_history:
        return new.history() == batch.history
    return added_history(old.package.original(before.part), new.package.part(now.part)) == batch.history


def _first_difference(one: Rows, other: Rows) -> str:
    from itertools import zip_longest

    from callbacksheet.adapters.xlsx_cells import cell_name

    for row, (cells, wanted) in enumerate(zip_longest(one, other, fillvalue=())):
        if cells == wanted:
            continue
        for column, (cell, value) in enumerate(zip_longest(cells, wanted)):
            if not _alike(cell, value):
                return f"cell {cell_name(row, column)}"
    return ""


def _alike(cell: CellValue, wanted: CellValue) -> bool:
    if isinstance(cell, Formula) and isinstance(wanted, Formula):
        return cell.text == wanted.text
    return same(cell, wanted)
