"""The tests of the tool on a Google sheet, under every setting: ``python -m tests.sheets_server.settings [NAME ...]``.

Each switch of ``switches`` alone set the other way, and all of them; or only the settings named. A line for each
setting; the exit code is 1 where one fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.sheets_server.switches import SETTINGS, VARIABLE

TESTED = (
    "tests/contract/test_google_contract.py",
    "tests/runs/test_beside_people.py",
    "tests/runs/test_past_after_doubt.py",
    "tests/cli/test_google.py",
)
_ROOT = Path(__file__).parents[2]


def passes(setting: str) -> bool:
    """Whether the tests pass under one setting; what failed is told."""
    words = [sys.executable, "-m", "pytest", "-q", "-n", "0", "--tb=line", "-p", "no:cacheprovider", *TESTED]
    done = subprocess.run(
        words, cwd=_ROOT, env={**os.environ, VARIABLE: setting}, capture_output=True, text=True, check=False
    )
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    print(f"{setting}: {done.stdout.strip().splitlines()[-1]}", *failed, sep="\n  ", flush=True)
    return done.returncode == 0


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in SETTINGS]
    if unknown:
        print(f"No such setting: {', '.join(unknown)}. There are: {', '.join(SETTINGS)}.", file=sys.stderr)
        return 2
    failed = [name for name in names or SETTINGS if not passes(name)]
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
