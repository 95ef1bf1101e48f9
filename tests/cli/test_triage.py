"""``triage --no-walk``: tidied, then the list of this block."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import CONFIG
from tests.cli.folder import Folder, folder

BLOCKS = CONFIG + '[blocks]\ntimes = ["11:30-12:00", "15:00-15:30"]\n'
ROWS = (
    "9:05 | Dana | 415 555 0142 | reschedule | after 3 | | | | 1",
    "9:10 | Bob  | 415-555-0188 | quote      |         | | | | 2",
    "9:20 | Zoe  | 415-555-0101 | book       | after 4 | | | | 3",
)


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    return folder(tmp_path, ROWS, config=BLOCKS)


def test_it_asks_for_consent_as_tidy_does(desk: Folder) -> None:
    before = desk.file
    assert desk.say("triage", "--no-walk", at="11:30").exit_code == 5
    assert desk.file == before


def test_it_tidies_and_lists_who_falls_due_before_the_block_ends(desk: Folder) -> None:
    said = desk.say("triage", "--no-walk", "--yes", at="11:30")
    assert "Changed " in said.out
    assert "This block, today 11:30-12:00: 1 caller to ring." in said.out
    data = desk.json("triage", "--no-walk", at="15:00")
    assert data["block"] == {"start": "2026-05-08T15:00:00-04:00", "end": "2026-05-08T15:30:00-04:00"}
    assert [(one["name"], one["position"]) for one in data["callbacks"]] == [("Bob", 1), ("Dana", 2)]
    assert data["written"] is True


def test_between_blocks_it_lists_the_next_one(desk: Folder) -> None:
    desk.say("tidy", "--yes", at="11:30")
    assert "The next block, today 15:00-15:30: 2 callers to ring." in desk.say("triage", "--no-walk", at="13:00").out


def test_a_list_without_blocks_is_who_is_due_now(tmp_path: Path) -> None:
    desk = folder(tmp_path, ROWS)
    said = desk.say("triage", "--no-walk", "--yes", at="11:30")
    assert "Due now: 1. (No blocks are configured.)" in said.out
    assert desk.json("triage", "--no-walk", at="11:30")["block"] is None


def test_the_walk_is_kindly_said_to_come_later(desk: Folder) -> None:
    assert "comes with a later version" in desk.say("triage", "--yes", at="11:30").out
    assert "later version" not in desk.say("triage", "--no-walk", at="11:30").out


def test_a_dry_run_lists_the_block_and_writes_nothing(desk: Folder) -> None:
    before = desk.file
    said = desk.say("triage", "--no-walk", "--dry-run", at="11:30")
    assert "This block" in said.out
    assert (said.exit_code, desk.file) == (0, before)
