"""Everything that must hold before a change goes in: ``python -m tests [what pytest should know]``.

Style and types first, since they are quick to mend; pytest last, so that its closing line is the last one.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
STEPS = (
    ("ruff", "check", "--quiet", "."),
    ("ruff", "format", "--check", "--quiet", "."),
    ("mypy",),
)


def main(asked: list[str]) -> int:
    """Run the steps in order; the exit code is that of the first one that fails."""
    for step in STEPS:
        print("$", *step, flush=True)
        done = subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
    print("$ pytest -n 2", *asked, flush=True)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", *asked], cwd=ROOT, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
