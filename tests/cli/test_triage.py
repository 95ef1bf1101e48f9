"""``triage`` as a list: tidied, then whom to ring in this block."""

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


def test_without_a_terminal_for_single_keys_it_is_the_list(desk: Folder) -> None:
    assert "This block" in desk.say("triage", "--yes", at="11:30").out


def test_block_and_until_say_how_long_from_now_on(desk: Folder) -> None:
    desk.say("tidy", "--yes", at="11:30")
    for argv in (("--block", "2h"), ("--block", "120"), ("--block", "1h60m"), ("--until", "15:40")):
        data = desk.json("triage", *argv, at="13:40")
        assert data["block"]["end"] == "2026-05-08T15:40:00-04:00"
        assert [one["name"] for one in data["callbacks"]] == ["Bob", "Dana"]


@pytest.mark.parametrize(
    "argv",
    [
        ("--block", "soon"),
        ("--block", "0m"),
        ("--block", "25h"),
        ("--until", "noon"),
        ("--until", "11:30"),
        ("--block", "30m", "--until", "15:00"),
        ("--owner", "XX"),
        ("--owner", "MK", "--all"),
    ],
)
def test_a_length_a_time_or_a_person_nobody_knows_is_refused_before_anything_is_done(
    desk: Folder, argv: tuple[str, ...]
) -> None:
    before = desk.file
    said = desk.say("triage", "--yes", *argv, at="11:30")
    assert (said.exit_code, desk.file) == (2, before)
    assert "Nothing was changed" in said.err or "Nobody has the initials" in said.err


def test_owner_lists_only_the_rows_of_that_person(tmp_path: Path) -> None:
    rows = (*ROWS, "9:30 | Ann | 415-555-0177 | quote | | | | | 4")
    desk = folder(tmp_path, rows, config=BLOCKS + '[people.JL]\nname = "Jo"\n')
    desk.say("tidy", "--yes", at="11:30")
    assert desk.say("assign", "Ann", "JL", at="11:30").exit_code == 0
    every = [one["name"] for one in desk.json("triage", at="11:31")["callbacks"]]
    assert every == ["Bob", "Ann"]
    assert [one["name"] for one in desk.json("triage", "--all", at="11:31")["callbacks"]] == every
    assert [one["name"] for one in desk.json("triage", "--owner", "jl", at="11:31")["callbacks"]] == ["Ann"]


def test_a_dry_run_lists_the_block_and_writes_nothing(desk: Folder) -> None:
    before = desk.file
    said = desk.say("triage", "--no-walk", "--dry-run", at="11:30")
    assert "This block" in said.out
    assert (said.exit_code, desk.file) == (0, before)


def test_a_block_after_todays_hours_is_none_of_today(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    config = desk.path / "callbacksheet.toml"
    blocks = '[blocks]\ntimes = ["11:30-12:00", "17:40-18:00"]\n[hours]\nfri = ["09:00-16:00"]\nmon = ["09:00-18:00"]\n'
    config.write_text(config.read_text(encoding="utf-8") + blocks, encoding="utf-8")
    block = desk.json("triage", "--no-walk", "--yes", at="15:00")["block"]
    assert block["start"] == "2026-05-11T11:30:00-04:00"
