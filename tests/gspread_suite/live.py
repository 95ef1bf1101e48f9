"""Runs gspread's tests against the server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.sheets_server.server import running

PRIVATE = "1jIKzPs8LsiZZdLdeMEP-5ZIHw6RkjiOmj1LrJN706Yc"
"""The spreadsheet that gspread's tests expect to be refused."""
WITHOUT_HTTP = ("utils_test.py",)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one of gspread's tests ended."""

    test: str
    passed: bool
    why: str = ""

    @property
    def http(self) -> bool:
        """Does it talk to the server at all?"""
        return not any(name in self.test for name in WITHOUT_HTTP)


@dataclass(frozen=True, slots=True)
class LiveRun:
    """The whole suite, once."""

    outcomes: tuple[Outcome, ...]
    requests: int
    own_faults: tuple[str, ...]
    """Answers of the server that do not fit Google's documents."""


def run(repository: Path, only: str = "") -> LiveRun:
    """Every test of the repository, or those whose names match."""
    with tempfile.TemporaryDirectory() as folder, running() as server:
        server.spreadsheet("Private", shared_with="", spreadsheet_id=PRIVATE)
        for title in ("An older one", "Another older one"):
            server.spreadsheet(title)
        results = Path(folder) / "results.jsonl"
        results.touch()
        here = {
            "SHEETS_SERVER_URL": server.url,
            "SUITE_RESULTS": str(results),
            "GS_CREDS_FILENAME": str(server.credentials(Path(folder) / "key.json")),
            "PYTHONPATH": str(Path(__file__).parent),
        }
        plugins = ["-p", "suite_plugin", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider"]
        chosen = ["-k", only] if only else []
        command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(repository), *plugins]
        files = sorted(str(path) for path in (repository / "tests").glob("*_test.py"))
        subprocess.run(
            [*command, *chosen, *files], cwd=repository, env=os.environ | here, stdout=subprocess.DEVNULL, check=False
        )
        own_faults = tuple(server.service.failures)
        server.service.failures.clear()
        return LiveRun(_read(results), len(server.log.entries), own_faults)


def _read(results: Path) -> tuple[Outcome, ...]:
    told: dict[str, Outcome] = {}
    for line in results.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        name = each["test"].rpartition("/")[2]
        before = told.get(name)
        if before is None or before.passed:
            told[name] = Outcome(name, each["outcome"] == "passed", each["why"])
    return tuple(told.values())
