"""A folder whose people are told on the screen, on a machine with a state folder of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.desk import Said, say
from tests.cli.folder import Folder, folder

CONFIG = """timezone = "America/New_York"
region = "US"
operator = "MK"
head = "OL"
[sheet]
workbook = "callbacks.xlsx"
[hours]
mon = ["09:00-18:00"]
tue = ["09:00-18:00"]
wed = ["09:00-18:00"]
thu = ["09:00-18:00"]
fri = ["09:00-18:00"]
[people.MK]
name = "Mary K"
notify = ["console:"]
[people.JL]
name = "Janet L"
[people.OL]
name = "Olga L"
notify = ["console:"]
[shifts]
fri = [{ from = "09:00", to = "18:00", owner = "MK" }]
"""
DANA = "9:05 | Dana | 415 555 0142 | reschedule | after 10 | !! | | | 1"
BOB = "9:10 | Bob | 415-555-0188 | quote | after 2 | | | | 2"


@dataclass(frozen=True, slots=True)
class Team:
    """Commands in that folder, at a moment of Friday 8 May 2026, from one of the team's machines."""

    folder: Folder
    machine: str = "laptop"

    def say(self, *argv: str, at: str = "12:00") -> Said:
        now = at if "T" in at else f"2026-05-08T{at}"
        state = self.folder.path / f"state-of-{self.machine}"
        return say(*argv, cwd=self.folder.path, environ={"CALLBACKSHEET_NOW": now, "CALLBACKSHEET_STATE": str(state)})

    def json(self, *argv: str, at: str = "12:00", exit_code: int = 0) -> Any:
        said = self.say(*argv, "--json", at=at)
        assert said.exit_code == exit_code, said.out + said.err
        return said.json["data"]


def team(path: Path, rows: tuple[str, ...] = (DANA, BOB), config: str = CONFIG) -> Team:
    """Two callers of the morning, in a sheet that is tidied."""
    made = Team(folder(path, rows, config=config))
    assert made.say("tidy", "--yes", at="09:30").exit_code == 0
    return made
