"""What was done in walks and may not stand in the sheet yet: small files on this machine, one for each walk.

Append-only, each line safe on the disk before the next card is shown. A walk that was cut off leaves its file behind;
the next walk of the same sheet records what is in it. Losing the files loses only what the sheet has not seen.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from callbacksheet.adapters.disk import settle_names
from callbacksheet.core.walk_log import Action, action_text, read_action
from callbacksheet.errors import SetupError

if TYPE_CHECKING:
    from filelock import BaseFileLock


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A walk that was cut off: what of it the sheet may lack, and what was left out because rows had changed."""

    walk: str
    waiting: tuple[Action, ...]
    doubtful: tuple[Action, ...]


class WalkJournal:
    """One walk's file, held by a lock as long as the walk lives."""

    def __init__(self, folder: Path, walk: str) -> None:
        self.walk = walk
        self._path = folder / f"{walk}.jsonl"
        self._lock = _lock_of(self._path)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire()
            self._file = os.open(self._path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600)
            settle_names(folder)
            self._end_cut_off_line()
        except OSError as error:
            raise SetupError(
                f"The folder {folder} cannot be written to ({error.strerror or error}), and a walk keeps there what it "
                "has not recorded yet. Nothing was changed.",
                "Give yourself permission to write there, or free some room on the disk.",
            ) from error

    def _end_cut_off_line(self) -> None:
        size = os.fstat(self._file).st_size
        if size and os.pread(self._file, 1, size - 1) != b"\n":
            os.write(self._file, b"\n")

    def append(self, action: Action) -> None:
        """Safe on the disk when this returns. Raises OSError where the disk is full or gone."""
        self._write(action_text(action))
        os.fsync(self._file)

    def recorded(self, upto: int, overtaken: Sequence[int] = ()) -> None:
        """All up to this number stand in the sheet, but for the overtaken ones."""
        self._write(json.dumps({"recorded": upto, "overtaken": list(overtaken)}))

    def settled(self, number: int) -> None:
        """An overtaken action was decided on by a person."""
        self._write(json.dumps({"settled": number}))
        os.fsync(self._file)

    def close(self, *, done: bool) -> None:
        """``done``: the sheet has all of it, and the file goes; else it stays for the next walk."""
        os.close(self._file)
        if done:
            self._path.unlink(missing_ok=True)
        self._lock.release()
        _drop_lock(self._path)

    def _write(self, text: str) -> None:
        data = f"{text}\n".encode()
        while data:
            data = data[os.write(self._file, data) :]


def unfinished(folder: Path) -> tuple[tuple[Unfinished, WalkJournal], ...]:
    """The walks of this sheet that were cut off, the oldest first, each held open. Those still going on are not."""
    found = []
    for path in sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns):
        with contextlib.suppress(SetupError):
            journal = _opened(path)
            if journal is not None:
                found.append((_read(path), journal))
    return tuple(found)


def _opened(path: Path) -> WalkJournal | None:
    from filelock import Timeout

    try:
        return WalkJournal(path.parent, path.stem)
    except Timeout:
        return None


def _lock_of(path: Path) -> BaseFileLock:
    from filelock import FileLock

    return FileLock(path.with_suffix(".lock"), timeout=0)


def _drop_lock(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.with_suffix(".lock").unlink(missing_ok=True)


def _read(path: Path) -> Unfinished:
    """The file as far as it is whole: the last line of a crash may be cut off, and then it never counted."""
    actions: dict[int, Action] = {}
    upto, overtaken, settled = 0, set[int](), set[int]()
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            form = json.loads(line)
            if "recorded" in form:
                upto = max(upto, form["recorded"])
                overtaken |= set(form["overtaken"])
            elif "settled" in form:
                settled.add(form["settled"])
            else:
                action = read_action(line)
                actions[action.number] = action
        except (ValueError, KeyError, TypeError):
            continue
    waiting = tuple(action for number, action in sorted(actions.items()) if number > upto)
    doubtful = tuple(actions[number] for number in sorted(overtaken - settled) if number in actions)
    return Unfinished(path.stem, waiting, doubtful)
