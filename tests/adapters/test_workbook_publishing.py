"""A workbook is exclusive or refused: locks, saves at the wrong moment, full disks, Ctrl-C, killed runs."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import random
import signal
import stat
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from filelock import FileLock

from callbacksheet.adapters.disk import Disk, Look
from callbacksheet.adapters.publish import BACKUP_FOLDER, KEPT_BACKUPS, backups
from callbacksheet.adapters.workbook import WorkbookSheet
from callbacksheet.core.batch import Put
from callbacksheet.errors import BusyError, SetupError
from tests.contract.sheets import HurriedDisk, WorkbookDesk, batch

ROWS = (("Name", "Phone"), ("Dana", "415"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return WorkbookDesk(ROWS, tmp_path).path


def save_as_colleague(path: Path, name: str) -> bytes:
    """Save the way spreadsheet programs do: a new file is written and takes the name."""
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Name", "Phone"])
    book.worksheets[0].append([name, "777"])
    theirs = path.with_name("colleague.tmp")
    book.save(theirs)
    saved = theirs.read_bytes()
    theirs.replace(path)
    return saved


def names_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def write(path: Path, disk: Disk, text: str = "changed") -> None:
    sheet = WorkbookSheet(path, disk=disk)
    sheet.apply(batch(sheet.read(), Put(1, 0, text)))


class WithoutSwap(HurriedDisk):
    """A system that cannot let two files change names."""

    def swap(self, one: Path, other: Path) -> bool:
        return False


DISKS = [pytest.param(HurriedDisk, id="exchange"), pytest.param(WithoutSwap, id="aside and link")]


# -- who has it open

LIBREOFFICE = ",olga,frontdesk-pc,21.11.2026 09:12,file:///D:/office/libreoffice/4;"
EXCEL = bytes([6]) + b"Oksana".ljust(54) + (6).to_bytes(2, "little") + "Оксана".encode("utf-16-le").ljust(108, b" ")


@pytest.mark.parametrize(
    ("lock", "content", "said"),
    [
        (".~lock.callbacks.xlsx#", LIBREOFFICE.encode(), "open in LibreOffice by olga"),
        (".~lock.callbacks.xlsx#", ("Ольга К\\, ресепшн" + LIBREOFFICE).encode(), "by Ольга К, ресепшн"),
        (".~lock.callbacks.xlsx#", b"", r"open in LibreOffice\."),
        ("~$callbacks.xlsx", EXCEL, "open in Excel by Оксана"),
        ("~$callbacks.xlsx", b"\x04Rita", "open in Excel by Rita"),
        ("~$callbacks.xlsx", b"", r"open in Excel\."),
    ],
)
def test_a_workbook_open_in_a_program_is_refused_naming_who_has_it(
    path: Path, lock: str, content: bytes, said: str
) -> None:
    sheet = WorkbookSheet(path, disk=HurriedDisk())
    planned = batch(sheet.read(), Put(1, 0, "x"))
    path.with_name(lock).write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(BusyError, match=said) as reading:
        sheet.read()
    assert lock in reading.value.next
    with pytest.raises(BusyError, match=said):
        sheet.apply(planned)
    assert path.read_bytes() == before


def test_a_look_alone_is_allowed_while_it_is_open(path: Path) -> None:
    path.with_name("~$callbacks.xlsx").write_bytes(EXCEL)
    sheet = WorkbookSheet(path, look_only=True, disk=HurriedDisk())
    assert sheet.read().tab.rows == ROWS
    with pytest.raises(ValueError, match="looking only"):
        sheet.apply(batch(sheet.read(), Put(1, 0, "x")))


def test_the_lock_beside_a_link_and_beside_its_workbook_both_count(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "desk" / "link.xlsx"
    link.parent.mkdir()
    link.symlink_to(path)
    write(link, HurriedDisk(), "through the link")
    assert link.is_symlink()
    assert WorkbookSheet(path, disk=HurriedDisk()).read().tab.rows[1][0] == "through the link"
    for lock in (link.with_name("~$link.xlsx"), path.with_name("~$callbacks.xlsx")):
        lock.write_bytes(EXCEL)
        with pytest.raises(BusyError):
            WorkbookSheet(link, disk=HurriedDisk()).read()
        lock.unlink()


def test_a_second_run_of_the_tool_is_refused_while_one_writes(path: Path) -> None:
    sheet = WorkbookSheet(path, disk=HurriedDisk())
    planned = batch(sheet.read(), Put(1, 0, "x"))
    with (
        FileLock(path.with_name(".callbacks.xlsx.cbs-lock")),
        pytest.raises(BusyError, match="Another run of callbacksheet"),
    ):
        sheet.apply(planned)
    assert sheet.apply(planned).tab.rows[1][0] == "x"


class Saving(HurriedDisk):
    """A disk on which the file is still growing."""

    def __init__(self) -> None:
        self._sizes = itertools.count(5000)

    def look(self, path: Path) -> Look:
        return Look(next(self._sizes), 1, 1)


def test_a_file_that_changes_between_two_looks_is_being_saved(path: Path) -> None:
    with pytest.raises(BusyError, match="is being saved"):
        WorkbookSheet(path, disk=Saving()).read()


def test_the_two_looks_are_a_third_of_a_second_apart(path: Path) -> None:
    waited: list[float] = []
    ticks = itertools.count(1000.0, 0.1)  # between the looks the file is understood; here that takes a tenth

    class Patient(Disk):
        def wait(self, seconds: float) -> None:
            waited.append(seconds)

        def clock(self) -> float:
            return next(ticks)

    WorkbookSheet(path, disk=Patient()).read()
    assert waited == [pytest.approx(0.2)]


def test_a_file_caught_half_saved_is_being_saved_and_not_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:400])
    with pytest.raises(BusyError, match="is being saved"):
        WorkbookSheet(path, disk=Saving()).read()
    with pytest.raises(SetupError, match="may be damaged"):
        WorkbookSheet(path, disk=HurriedDisk()).read()


# -- somebody saves between reading and publishing


def racing(disk: type[HurriedDisk], moment: str, act: Callable[[], None]) -> HurriedDisk:
    """A disk on which a colleague acts just before (or after) one of the publishing steps, once."""

    class Racing(disk):  # type: ignore[valid-type, misc]
        done = False

        def _once(self, now: str) -> None:
            if now == moment and not self.done:
                self.done = True
                act()

        def write_new(self, path: Path, data: bytes, like: Path | None = None) -> None:
            self._once(f"before writing {path.suffix}")
            super().write_new(path, data, like)
            self._once(f"after writing {path.suffix}")

        def swap(self, one: Path, other: Path) -> bool:
            self._once("before swap")
            swapped: bool = super().swap(one, other)
            self._once("after swap")
            return swapped

        def rename_aside(self, path: Path, aside: Path) -> None:
            self._once("before aside")
            super().rename_aside(path, aside)
            self._once("after aside")

    return Racing()


@pytest.mark.parametrize("disk", DISKS)
@pytest.mark.parametrize(
    "moment",
    [
        "before writing .cbs-part",
        "after writing .cbs-part",
        "before writing .xlsx",
        "before swap",
        "before aside",
        "after aside",
    ],
)
def test_a_save_by_a_colleague_at_any_moment_is_kept_and_ours_refused(
    path: Path, disk: type[HurriedDisk], moment: str
) -> None:
    if disk is HurriedDisk and "aside" in moment:
        pytest.skip("names are exchanged here")
    theirs: list[bytes] = []
    racer = racing(disk, moment, lambda: theirs.append(save_as_colleague(path, "Rita")))
    with pytest.raises(BusyError, match="saved"):
        write(path, racer)
    assert theirs
    assert path.read_bytes() == theirs[0]
    assert names_in(path.parent) <= {"callbacks.xlsx", BACKUP_FOLDER}
    assert not backups(path), "no backup of a batch that was not applied"


def test_a_save_right_after_ours_stands(path: Path) -> None:
    theirs: list[bytes] = []
    write(path, racing(HurriedDisk, "after swap", lambda: theirs.append(save_as_colleague(path, "Rita"))))
    assert path.read_bytes() == theirs[0]


class TwiceOvertaken(HurriedDisk):
    """A colleague saves just before our exchange, and again just before we put theirs back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.saves: list[bytes] = []

    def swap(self, one: Path, other: Path) -> bool:
        if len(self.saves) < 2:
            self.saves.append(save_as_colleague(self._path, f"save {len(self.saves)}"))
        return super().swap(one, other)


def test_of_two_saves_during_one_publishing_the_newer_stands_and_the_older_is_kept(path: Path) -> None:
    disk = TwiceOvertaken(path)
    with pytest.raises(BusyError):
        write(path, disk)
    assert path.read_bytes() == disk.saves[1]
    assert [kept.read_bytes() for kept in backups(path)] == [disk.saves[0]]


@pytest.mark.slow
@pytest.mark.parametrize("disk", DISKS)
def test_no_save_of_a_busy_colleague_is_ever_lost(path: Path, disk: type[HurriedDisk]) -> None:
    """Before each save the colleague finds the last one in place, as it was or with our change in it."""
    lost: list[str] = []
    done = threading.Event()
    pauses = random.Random(7)

    def found(text: str) -> bool:
        """Within a second: at one moment the workbook may be between two names."""
        for _ in range(100):
            with contextlib.suppress(OSError, zipfile.BadZipFile):
                if openpyxl.load_workbook(path).worksheets[0]["A2"].value == text:
                    return True
            time.sleep(0.01)
        return False

    def staff() -> None:
        try:
            for text in (f"save {number}" for number in range(30)):
                save_as_colleague(path, text)
                time.sleep(pauses.uniform(0, 0.06))
                if not found(text):
                    lost.append(text)
        finally:
            done.set()

    colleague = threading.Thread(target=staff)
    colleague.start()
    written = 0
    while not done.is_set():
        with contextlib.suppress(BusyError):
            sheet = WorkbookSheet(path, disk=disk())
            sheet.apply(batch(sheet.read(), Put(1, 2, "seen")))
            written += 1
    colleague.join()
    assert not lost
    assert written
    assert names_in(path.parent) == {"callbacks.xlsx", BACKUP_FOLDER}


# -- the disk fails


class Failing(HurriedDisk):
    """A disk that fails at writing a kind of file, having written half of it."""

    def __init__(self, ending: str, code: int) -> None:
        self._ending, self._code = ending, code

    def write_new(self, path: Path, data: bytes, like: Path | None = None) -> None:
        if path.suffix == self._ending:
            path.write_bytes(data[: len(data) // 2])
            raise OSError(self._code, os.strerror(self._code))
        super().write_new(path, data, like)


@pytest.mark.parametrize("ending", [".cbs-part", ".xlsx"])
@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "The disk is full, so callbacks.xlsx could not be written. Nothing was changed."),
        (errno.EACCES, "callbacks.xlsx or its folder is read-only. Nothing was changed."),
        (errno.EROFS, "callbacks.xlsx or its folder is read-only. Nothing was changed."),
        (errno.EIO, "callbacks.xlsx could not be written"),
    ],
)
def test_a_disk_that_fails_leaves_the_workbook_and_no_litter(path: Path, ending: str, code: int, said: str) -> None:
    before = path.read_bytes()
    with pytest.raises(SetupError, match=said) as failure:
        write(path, Failing(ending, code))
    assert failure.value.next
    assert path.read_bytes() == before
    assert names_in(path.parent) <= {"callbacks.xlsx", BACKUP_FOLDER}
    assert not backups(path)


class ReadOnly(HurriedDisk):
    """Root may write anywhere, so that a test must say what others may not."""

    def __init__(self, name: str) -> None:
        self._name = name

    def writable(self, path: Path) -> bool:
        return path.name != self._name


@pytest.mark.parametrize("which", ["file", "folder"])
def test_a_read_only_workbook_or_folder_is_refused(path: Path, which: str) -> None:
    before = path.read_bytes()
    with pytest.raises(SetupError, match="read-only"):
        write(path, ReadOnly(path.name if which == "file" else path.parent.name))
    assert path.read_bytes() == before


class Interrupted(HurriedDisk):
    """Ctrl-C at the nth thing done to a file."""

    def __init__(self, at: int) -> None:
        self._left = at

    def _count(self) -> None:
        self._left -= 1
        if self._left == 0:
            signal.raise_signal(signal.SIGINT)

    def write_new(self, path: Path, data: bytes, like: Path | None = None) -> None:
        self._count()
        super().write_new(path, data, like)
        self._count()

    def swap(self, one: Path, other: Path) -> bool:
        self._count()
        return super().swap(one, other)

    def read(self, path: Path) -> bytes:
        self._count()
        return super().read(path)

    def settle(self, folder: Path) -> None:
        self._count()
        super().settle(folder)


@pytest.mark.parametrize("at", range(1, 14))
def test_an_interrupt_at_any_moment_leaves_a_whole_workbook_and_no_litter(path: Path, at: int) -> None:
    before = WorkbookSheet(path, disk=HurriedDisk()).read().tab.rows
    try:
        write(path, Interrupted(at))
    except KeyboardInterrupt:
        rows = WorkbookSheet(path, disk=HurriedDisk()).read().tab.rows
        assert rows in (before, (ROWS[0], ("changed", "415")))
    assert names_in(path.parent) <= {"callbacks.xlsx", BACKUP_FOLDER}
    write(path, HurriedDisk(), "again")
    assert names_in(path.parent) == {"callbacks.xlsx", BACKUP_FOLDER}


# -- after a run was killed


def test_halves_of_a_killed_run_are_swept_away_and_whole_files_are_kept(path: Path) -> None:
    path.with_name(".callbacks.xlsx.1-a.cbs-part").write_bytes(b"half")
    path.with_name(".callbacks.xlsx.1-a.cbs-swap").write_bytes(b"somebody's save")
    write(path, HurriedDisk())
    assert names_in(path.parent) == {"callbacks.xlsx", BACKUP_FOLDER}
    assert b"somebody's save" in [kept.read_bytes() for kept in backups(path)]


def test_a_workbook_that_a_killed_run_had_set_aside_comes_back(path: Path) -> None:
    path.rename(path.with_name(".callbacks.xlsx.1-a.cbs-aside"))
    assert WorkbookSheet(path, disk=HurriedDisk()).read().tab.rows == ROWS
    assert names_in(path.parent) == {"callbacks.xlsx"}


# -- backups


def test_the_ten_newest_earlier_states_are_kept(path: Path) -> None:
    originals = []
    for number in range(13):
        originals.append(path.read_bytes())
        write(path, HurriedDisk(), f"state {number}")
    kept = backups(path)
    assert [backup.read_bytes() for backup in kept] == originals[-KEPT_BACKUPS:]
    assert kept[-1].name == "callbacks.bak-13.xlsx"
    assert WorkbookSheet(path).backup_folder == path.parent / BACKUP_FOLDER


def test_a_backup_of_another_workbook_beside_it_is_not_counted(path: Path, tmp_path: Path) -> None:
    write(path, HurriedDisk())
    other = path.with_name("callbacks.bak.xlsx")
    other.write_bytes(path.read_bytes())
    write(other, HurriedDisk())
    assert len(backups(path)) == 1
    assert len(backups(other)) == 1


def test_a_new_first_epoch_does_not_overwrite_an_older_backup(path: Path) -> None:
    write(path, HurriedDisk())
    save_as_colleague(path, "a fresh start")
    write(path, HurriedDisk())
    assert [backup.name for backup in backups(path)] == ["callbacks.bak-1.xlsx", "callbacks.bak-1-2.xlsx"]


def test_a_backup_is_opened_and_written_without_backups_of_its_own(path: Path) -> None:
    write(path, HurriedDisk(), "one")
    write(path, HurriedDisk(), "two")
    backup = backups(path)[1]
    sheet = WorkbookSheet(backup, keep_backups=False, disk=HurriedDisk())
    sheet.apply(batch(sheet.read(), Put(1, 0, None)))
    assert WorkbookSheet(backup, disk=HurriedDisk()).read().tab.rows[1] == (None, "415")
    assert names_in(path.parent / BACKUP_FOLDER) == {backup.name for backup in backups(path)}


# -- rights


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other things there")
@pytest.mark.parametrize("rights", [0o640, 0o664, 0o600])
def test_the_rights_of_the_workbook_stay_and_its_backups_have_the_same(path: Path, rights: int) -> None:
    path.chmod(rights)
    write(path, HurriedDisk())
    for file in (path, *backups(path)):
        assert stat.S_IMODE(file.stat().st_mode) == rights


def test_what_is_published_is_a_sound_zip(path: Path) -> None:
    write(path, HurriedDisk())
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
