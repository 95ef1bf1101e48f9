"""The program itself in a real terminal: questions, widths, colours, Ctrl+C."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from callbacksheet.cli.command import SLOW_SECONDS
from tests.cli.folder import folder

pexpect: Any = pytest.importorskip("pexpect", reason="terminals of this kind are not on Windows")

PROGRAM = ["-c", "from callbacksheet.cli.main import main; main()"]
ROOT = str(Path(__file__).parents[2])
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def terminal(desk: Path, *argv: str, width: int = 80, **environ: str) -> Any:
    """The program started in a terminal of this width."""
    env = {
        **os.environ,
        "PYTHONPATH": ROOT,
        "CALLBACKSHEET_NOW": "2026-05-08T12:00",
        "TERM": "xterm-256color",
        **environ,
    }
    env.pop("COLUMNS", None)
    return pexpect.spawn(
        sys.executable,
        [*PROGRAM, *argv],
        cwd=str(desk),
        env=env,
        dimensions=(40, width),
        encoding="utf-8",
        timeout=60,
        preexec_fn=_heed_interrupts,
    )


def _heed_interrupts() -> None:
    """A shell's background job, as a build may be, has Ctrl+C switched off for all it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def ended(child: Any) -> int:
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


def interrupt(child: Any) -> str:
    """Press Ctrl+C until the program ends, and hear what it said last.

    Again, because Python misses one that comes in the instant before it waits for a line; no person is as quick.
    """
    for _ in range(6):
        child.sendintr()
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5) == 0:
            break
    return str(child.before)


def test_first_contact_is_asked_and_a_no_is_taken(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    before = desk.file
    child = terminal(tmp_path, "tidy")
    child.expect("callbacksheet would add")
    child.expect(r"Agreed\? \[y/N\] ")
    child.sendline("n")
    assert ended(child) == 5
    assert desk.file == before


def test_a_call_is_taken_by_questions(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    assert desk.say("tidy", "--yes").exit_code == 0
    child = terminal(tmp_path, "add")
    for question, answer in (
        ("Who called", "Zoe"),
        ("Which number", "415 555 0101"),
        ("What is it about", "quote"),
        ("When is best", "after 3"),
    ):
        child.expect(question)
        child.sendline(answer)
    child.expect(r"Zoe, about quote, \+1 415-555-0101, today 15:00\. Right\?")
    assert ended(child) == 0


def test_interrupted_at_a_question_nothing_is_written(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    before = desk.file
    child = terminal(tmp_path, "tidy")
    child.expect(r"Agreed\?")
    assert "Interrupted, and nothing was left half done" in interrupt(child)
    assert ended(child) == 130
    assert desk.file == before


@pytest.mark.parametrize("argv", [("tidy", "--yes"), ("list", "--all"), ("triage", "--dry-run"), ("demo",)])
def test_eighty_columns_are_enough(tmp_path: Path, argv: tuple[str, ...]) -> None:
    folder(tmp_path)
    child = terminal(tmp_path, *argv)
    child.expect(pexpect.EOF)
    lines = [COLOUR.sub("", line).rstrip() for line in child.before.splitlines()]
    assert len(lines) > 5
    commands = "  callbacksheet "  # to be copied, so never broken
    assert [line for line in lines if len(line) > 80 and not line.startswith(commands)] == []


def test_no_color_is_obeyed(tmp_path: Path) -> None:
    folder(tmp_path)
    coloured = terminal(tmp_path, "list")
    coloured.expect(pexpect.EOF)
    plain = terminal(tmp_path, "list", NO_COLOR="1")
    plain.expect(pexpect.EOF)
    assert re.search(r"\x1b\[[0-9;]*3\dm", coloured.before)
    assert not re.search(r"\x1b\[[0-9;]*3\dm", plain.before)


def test_nothing_is_said_of_progress_while_a_person_thinks(tmp_path: Path) -> None:
    folder(tmp_path)
    child = terminal(tmp_path, "tidy")
    child.expect(r"Agreed\? \[y/N\] ")
    with pytest.raises(pexpect.TIMEOUT):
        child.expect("Tidying", timeout=SLOW_SECONDS + 1)
    child.sendline("n")
    assert ended(child) == 5
