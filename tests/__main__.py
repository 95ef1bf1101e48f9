"""Everything that must hold before a change goes in: ``python -m tests [what pytest should know]``.

Every step is run, whatever the ones before it found; pytest last, so that its closing line is the last one.
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
    """Run all steps in order; the exit code is that of the first one that failed."""
    codes = [_step(step) for step in (*STEPS, ("pytest", "-q", "-n", "2", *asked))]
    return next((code for code in codes if code), 0)


def _step(step: tuple[str, ...]) -> int:
    print("$", *step, flush=True)
    return subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
