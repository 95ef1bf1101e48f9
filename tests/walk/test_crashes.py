"""A walk cut off at every single step: what was acknowledged is done exactly once, all else at most once."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.adapters.walk_journal import WalkJournal, unfinished
from callbacksheet.core.batch import Batch
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.core.walk_log import Action
from callbacksheet.errors import SetupError
from tests.desk import Desk, cells, tab
from tests.walk.block import Block

CALLERS = ("Dana", "Bob", "Zoe", "Ann", "Eve")
ROWS = tuple(f"2026-11-20 9:0{n} | {name} | 415 555 010{n} | quote |" for n, name in enumerate(CALLERS))
SCRIPT = (
    ("n", "tomorrow 10:15"),
    ("v", "tomorrow 10:30"),
    ("bring",),
    ("b", "Tue 15:00"),
    ("u",),
    ("b", "Tue 16:00"),
    ("bring",),
    ("k", "asks for Jo"),
    ("y", "tomorrow 11:00"),
    ("bring",),
    ("u",),
    ("bring",),
)
"""What is done on the way: keys and answers; "bring" is the writer's turn."""


class Crash(BaseException):
    """The power goes."""


class Fuse:
    """Lets so many steps happen, then the power goes."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self) -> None:
        if self.left == 0:
            raise Crash
        self.left -= 1


class FusedSheet(MemorySheet):
    fuse = Fuse(10_000)

    def apply(self, batch: Batch) -> Snapshot:
        self.fuse.step()
        after = super().apply(batch)
        self.fuse.step()
        return after


class FusedJournal(WalkJournal):
    fuse = Fuse(10_000)

    def _write(self, text: str) -> None:
        self.fuse.step()
        os.write(self._file, text[: len(text) // 2].encode())
        self.fuse.step()
        os.write(self._file, text[len(text) // 2 :].encode() + b"\n")
        self.fuse.step()


def desk() -> Desk:
    return Desk(FusedSheet("Callbacks", [*tab().rows, *(cells(row) for row in ROWS)]))


def walk(desk: Desk, folder: Path, fuse: Fuse) -> list[Action]:
    """Go through the script until it ends or the power goes; the actions that were acknowledged."""
    block = Block(desk)
    journal = FusedJournal(folder, block.name)
    FusedSheet.fuse = FusedJournal.fuse = fuse
    known: list[Action] = []
    try:
        for key, *answers in SCRIPT:
            if key == "bring":
                done = block.bring()
                journal.recorded(done.upto[block.name])
                continue
            block.press(key, *answers)
            for action in block.actions[len(known) :]:
                journal.append(action)
                known.append(action)
    except Crash:
        pass
    finally:
        FusedSheet.fuse = FusedJournal.fuse = Fuse(10_000)
        journal.close(done=False)
    return known


def recover(desk: Desk, folder: Path) -> list[Action]:
    """The next walk of the same sheet; what it found in the journal."""
    found = unfinished(folder)
    actions = [action for one, _ in found for action in one.waiting]
    Block(desk, name="walk-2").record(actions)
    for _, journal in found:
        journal.close(done=True)
    assert unfinished(folder) == ()
    return actions


def tries(desk: Desk) -> dict[str, tuple[int, int, str]]:
    """Of each caller: attempts counted, attempts told in the notes, the outcome."""
    return {c.name: (c.attempts, c.notes.count("MK: "), c.outcome) for c in desk.queue()}


def steps_in_all(tmp_path: Path) -> int:
    fuse = Fuse(10_000)
    walk(desk(), tmp_path / "whole", fuse)
    return 10_000 - fuse.left


def test_cut_off_at_every_step_nothing_acknowledged_is_lost_and_nothing_is_done_twice(tmp_path: Path) -> None:
    every = steps_in_all(tmp_path)
    assert every > 30
    for cut in range(every + 1):
        shop, folder = desk(), tmp_path / str(cut)
        known = walk(shop, folder, Fuse(cut))
        recover(shop, folder)
        assert tries(shop) in (by_the_book(len(known)), by_the_book(len(known) + 1)), (cut, len(known))


@cache
def by_the_book(wanted: int) -> dict[str, tuple[int, int, str]]:
    """How the rows stand when exactly so many actions are done; one more may have been on its way to the disk."""
    fresh = desk()
    block = Block(fresh)
    for key, *answers in SCRIPT:
        if key == "bring":
            continue
        if len(block.actions) >= wanted:
            break
        block.press(key, *answers)
        block.bring()
    return tries(fresh)


def test_a_walk_going_on_is_not_taken_for_one_cut_off(tmp_path: Path) -> None:
    journal = WalkJournal(tmp_path, "walk-1")
    assert unfinished(tmp_path) == ()
    journal.close(done=True)


def test_a_folder_that_cannot_be_written_to_is_said_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match="cannot be written to"):
        WalkJournal(tmp_path / "file", "walk-1")


def test_what_was_overtaken_and_not_decided_is_found_again(tmp_path: Path) -> None:
    shop = desk()
    block = Block(shop)
    journal = WalkJournal(tmp_path, block.name)
    block.press("n", "tomorrow 10:15").press("b", "Tue 15:00")
    for action in block.actions:
        journal.append(action)
    journal.recorded(2, [1, 2])
    journal.settled(2)
    journal.close(done=False)
    ((one, again),) = unfinished(tmp_path)
    assert [action.number for action in one.doubtful] == [1]
    assert one.waiting == ()
    again.close(done=True)
