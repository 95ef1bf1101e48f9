"""Setting up and forgetting in a real terminal: the wizard, consent, Ctrl+C."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.folder import folder
from tests.cli.test_terminal import COLOUR, ended, interrupt, pexpect, terminal

ANSWERS = (
    (r"Which workbook \(\.xlsx\), or the address of which Google Sheet\?", "calls.xlsx"),
    (r"Which time zone is the shop in\?", "Kyiv"),
    (r'did you mean "Europe/Kyiv"\?\s+Which time zone is the shop in\?', "Europe/Kyiv"),
    (r"phone numbers of \(two letters\)\? \[UA\]", ""),
    (r"How do you read 3/6\? \[DMY\]", ""),
    (r"Which language is the sheet in\? \[en\]", "uk"),
    (r"Your initials\?", "ОК"),
)


def test_the_wizard_asks_again_where_it_cannot_read_and_sets_up_a_desk(tmp_path: Path) -> None:
    child = terminal(tmp_path, "init")
    for question, answer in ANSWERS:
        child.expect(question)
        child.sendline(answer)
    child.expect("Next: `callbacksheet doctor`")
    assert ended(child) == 0
    assert 'operator = "ОК"' in (tmp_path / "callbacksheet.toml").read_text(encoding="utf-8")
    assert (tmp_path / "calls.xlsx").exists()
    well = terminal(tmp_path, "doctor")
    well.expect("All is well")
    assert ended(well) == 0


@pytest.mark.parametrize("questions", [0, 1, 4])
def test_interrupted_the_wizard_leaves_nothing_behind(tmp_path: Path, questions: int) -> None:
    child = terminal(tmp_path, "init", TZ="Europe/Kyiv")
    for question in (r"Which workbook", r"Which time zone", r"phone numbers", r"3/6", r"language")[:questions]:
        child.expect(question)
        child.sendline("")
    child.expect(r"\? ")
    assert "Interrupted, and nothing was left half done" in interrupt(child)
    assert ended(child) == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("answer", "exit_code"), [("n", 5), ("", 5), ("y", 0)])
def test_a_teams_own_workbook_is_taken_over_only_with_consent(tmp_path: Path, answer: str, exit_code: int) -> None:
    desk = folder(tmp_path)
    (tmp_path / "callbacksheet.toml").unlink()
    before = desk.file
    child = terminal(tmp_path, "init", "--operator", "MK", TZ="America/New_York")
    for question in (r"Which workbook", r"Which time zone", r"phone numbers", r"3/6", r"language"):
        child.expect(question)
        child.sendline("")
    child.expect("callbacksheet would add")
    child.expect(r"Agreed\? \[y/N\] ")
    child.sendline(answer)
    assert ended(child) == exit_code
    assert (desk.file == before) is (exit_code != 0)
    assert (tmp_path / "callbacksheet.toml").exists() is (exit_code == 0)


@pytest.mark.parametrize(("answer", "exit_code"), [("n", 5), ("y", 0)])
def test_forgetting_asks(tmp_path: Path, answer: str, exit_code: int) -> None:
    desk = folder(tmp_path)
    desk.say("tidy", "--yes")
    before = desk.file
    child = terminal(tmp_path, "forget", "415 555 0142")
    child.expect(r"Agreed\? \[y/N\] ")
    child.sendline(answer)
    assert ended(child) == exit_code
    assert (desk.file == before) is (exit_code != 0)


def test_interrupted_forgetting_has_forgotten_nothing(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    desk.say("tidy", "--yes")
    before = desk.file
    child = terminal(tmp_path, "forget", "415 555 0142")
    child.expect(r"Agreed\?")
    assert "Interrupted, and nothing was left half done" in interrupt(child)
    assert ended(child) == 130
    assert desk.file == before


@pytest.mark.parametrize(
    "argv", [("history",), ("history", "dana"), ("who", "dana"), ("undo", "--dry-run"), ("doctor",)]
)
def test_eighty_columns_are_enough_for_looking_back(tmp_path: Path, argv: tuple[str, ...]) -> None:
    desk = folder(tmp_path)
    desk.say("tidy", "--yes")
    child = terminal(tmp_path, *argv)
    child.expect(pexpect.EOF)
    lines = [COLOUR.sub("", line).rstrip() for line in child.before.splitlines()]
    assert [line for line in lines if len(line) > 80] == []
