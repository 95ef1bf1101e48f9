"""The command line run inside the test's own process: streams, environment and answers are given."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from callbacksheet.cli.command import Registered, Shell
from callbacksheet.cli.commands import COMMANDS
from callbacksheet.cli.main import run

NOON = datetime(2026, 5, 8, 16, 0, 30, tzinfo=UTC)
"""Friday noon in New York, and half a minute."""

CONFIG = """timezone = "America/New_York"
region = "US"
operator = "MK"
[sheet]
workbook = "callbacks.xlsx"
[people.MK]
name = "Mary K"
"""


def at_once(seconds: float) -> None:
    """How tests wait: nobody else is saving their workbooks."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one invocation came to."""

    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one envelope on stdout; fails when there is anything else."""
        return json.loads(self.out)


def say(
    *argv: str,
    cwd: Path,
    environ: Mapping[str, str] | None = None,
    answers: tuple[str, ...] | None = None,
    commands: Mapping[str, Registered] = COMMANDS,
) -> Said:
    """Run a command line; ``answers`` are typed at the prompts, None where there is no terminal."""
    out, err = io.StringIO(), io.StringIO()
    waiting = list(answers or ())

    def read_line(prompt: str) -> str:
        out.write(prompt)
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    shell = Shell(
        environ or {}, cwd, out, err, read_line, on_terminal=answers is not None, clock=lambda: NOON, pause=at_once
    )
    code = run(argv, shell, commands)
    return Said(code, out.getvalue(), err.getvalue())
