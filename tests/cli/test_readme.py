"""The README is true: its picture, its commands, its configuration, its exit codes."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from callbacksheet.cli.commands import COMMANDS
from callbacksheet.config import read_settings
from tests.cli.desk import say
from tests.picture import PICTURE, drawn, words

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^ *```{kind}\n(.*?)^ *```", README, re.DOTALL | re.MULTILINE)


def test_the_picture_shows_what_the_demo_says_today() -> None:
    assert words(PICTURE.read_text(encoding="utf-8")) == words(drawn()), "run `python -m tests.picture`"


def test_every_command_to_type_works_in_the_order_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "phone-system.csv").write_text("Name,Phone,Reason\nZoe,415-555-0101,quote\n", encoding="utf-8")
    typed = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("callbacksheet")]
    assert len(typed) > 10
    for line in typed:
        zone = ("--timezone", "America/New_York", "--region", "US") if line.endswith(" init") else ()
        said = say(*shlex.split(line)[1:], *zone, "--yes", cwd=tmp_path, environ={"CALLBACKSHEET_AS": "MK"})
        assert said.exit_code == 0, (line, said.err)


def test_every_command_is_named() -> None:
    assert [name for name in COMMANDS if f"callbacksheet {name}" not in README] == []


def test_the_example_of_add_is_what_it_prints(tmp_path: Path) -> None:
    say("init", "--timezone", "America/New_York", "--region", "US", "--operator", "MK", cwd=tmp_path)
    command, *answer = (line.strip() for line in blocks("console")[0].splitlines())
    argv = shlex.split(command.removeprefix("$ "))[1:]
    said = say(*argv, cwd=tmp_path, environ={"CALLBACKSHEET_NOW": "2026-05-08T11:20"})
    assert said.out.splitlines() == answer


def test_the_configuration_is_read_without_a_warning(tmp_path: Path) -> None:
    settings = read_settings(blocks("toml")[0], tmp_path / "callbacksheet.toml", date(2026, 5, 8))
    assert settings.warnings == ()
    assert settings.operator == "MK"


@pytest.mark.parametrize("code", re.findall(r"^\| (\d+) \|", README, re.MULTILINE))
def test_every_exit_code_named_is_a_documented_one(code: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    assert f"\n| {code} |" in page
