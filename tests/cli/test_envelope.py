"""The JSON envelope is a contract: one object on stdout, whichever command, however it ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from callbacksheet.cli.commands import COMMANDS
from tests.cli.desk import CONFIG, Said, say
from tests.cli.folder import folder

WELL: dict[str, tuple[str, ...]] = {
    "add": ("Zoe", "415-555-0101", "quote"),
    "triage": ("--no-walk",),
    "tidy": (),
    "next": (),
    "list": (),
    "remind": (),
    "when": ("after 5",),
    "doctor": (),
    "who": ("Dana",),
    "history": (),
    "undo": (),
    "forget": ("415-555-0142", "--yes"),
    "export": (),
    "import": ("new.csv",),
    "attempt": ("Dana", "no-answer"),
    "done": ("Dana", "booked"),
    "schedule": ("Dana", "Mon 10:00"),
    "assign": ("Dana", "MK"),
    "claim": ("Dana",),
    "block": ("415-555-0142", "--reason", "robocalls"),
    "offer": (),
    "script": ("Dana",),
    "blocks": (),
    "rollback": ("--to", "11:05", "--yes"),
    "notify test": (),
    "run": ("--once",),
    "eod": (),
    "cron": (),
}
"""Arguments with which a command goes well on a tidied sheet; ``init`` and ``demo`` have a folder of their own."""
OWN_FOLDER: dict[str, tuple[str, ...]] = {"demo": (), "init": ("--timezone", "UTC", "--region", "US")}
NO_SHEET_NEEDED = {"when", "cron", "notify test", "demo", "init"}
BLOCKS = '[blocks]\ntimes = ["11:30-12:00"]\n'
KEYS = ["schema", "command", "status", "exit_code", "data", "issues", "errors"]


def envelope(said: Said, command: str) -> Any:
    """The envelope, its shape looked at."""
    told = said.json
    assert list(told) == KEYS
    assert (told["schema"], told["command"], told["exit_code"]) == ("callbacksheet/1", command, said.exit_code)
    assert all(list(issue) == ["row", "code", "sentence"] for issue in told["issues"])
    assert all(list(error) == ["code", "message", "next"] for error in told["errors"])
    return told


def test_every_command_is_tried_here() -> None:
    assert set(COMMANDS) == set(WELL) | set(OWN_FOLDER)


@pytest.mark.parametrize("command", WELL)
def test_a_command_that_goes_well(tmp_path: Path, command: str) -> None:
    config = CONFIG.replace('name = "Mary K"', 'name = "Mary K"\nnotify = ["console:"]') + BLOCKS
    desk = folder(tmp_path, config=config)
    (tmp_path / "new.csv").write_text("Name,Phone,Reason\nZoe,415-555-0101,quote\n", encoding="utf-8")
    assert desk.say("tidy", "--yes").exit_code == 0
    told = envelope(desk.say(*command.split(), *WELL[command], "--json"), command)
    assert (told["status"], told["errors"]) == ("ok", [])
    assert told["data"]


@pytest.mark.parametrize("command", OWN_FOLDER)
def test_a_command_that_makes_its_own_files(tmp_path: Path, command: str) -> None:
    told = envelope(say(command, *OWN_FOLDER[command], "--json", cwd=tmp_path), command)
    assert (told["status"], told["errors"]) == ("ok", [])


@pytest.mark.parametrize("command", sorted(set(WELL) - NO_SHEET_NEEDED))
def test_a_command_without_its_workbook(tmp_path: Path, command: str) -> None:
    desk = folder(tmp_path)
    (tmp_path / "new.csv").write_text("Name,Phone,Reason\nZoe,415-555-0101,quote\n", encoding="utf-8")
    desk.workbook.unlink()
    told = envelope(desk.say(*command.split(), *WELL[command], "--json"), command)
    assert (told["status"], told["exit_code"]) == ("error", 6)
    assert {error["code"] for error in told["errors"]} == {"setup"}  # `run` tells it for each of its jobs
    assert all(error["next"] for error in told["errors"])


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_line_nobody_can_read(tmp_path: Path, command: str) -> None:
    told = envelope(say(*command.split(), "--wat", "--json", cwd=tmp_path), command)
    assert (told["status"], told["exit_code"], told["errors"][0]["code"]) == ("error", 2, "usage")
