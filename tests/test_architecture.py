"""The shape of the code: who may import whom, and what may not stand in the tree."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("callbacksheet", "tests", "docs", "templates", "benchmarks", ".ci")
TEXTS = {".py", ".md", ".toml", ".txt", ".jsonl", ".csv", ".svg", ".gs", ".cjs", ".html", ""}

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|Users|root|mnt|work|opt/build)/\w+|[A-Z]:\\+Users\\+\w+")


def texts() -> list[Path]:
    """Every file of the project that people read."""
    inside = [path for part in PARTS for path in (ROOT / part).rglob("*") if path.is_file()]
    kept = [path for path in (*inside, *ROOT.glob("*.*")) if path.suffix in TEXTS and path.is_file()]
    return [path for path in kept if "__pycache__" not in path.parts]


def test_modules_import_only_downwards() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", ["home", "Users", "root", "mnt", "work", "opt/build"])
def test_a_path_of_somebodys_machine_is_known_when_seen(folder: str) -> None:
    for line in (f"/{folder}/mary", f"see /{folder}/mary/sheets"):
        assert MACHINE_PATH.search(line)


@pytest.mark.parametrize("parting", ["\\", "\\\\"])
def test_so_is_one_of_windows(parting: str) -> None:
    assert MACHINE_PATH.search(parting.join(("C:", "Users", "Mary")))


@pytest.mark.parametrize("line", ["https://example.com/home/page", "~/callbacks.xlsx", "/etc/passwd"])
def test_other_paths_are_left_alone(line: str) -> None:
    assert not MACHINE_PATH.search(line)


def test_no_path_of_somebodys_machine_stands_in_the_tree() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def test_every_text_is_utf8_and_ends_with_a_line_end() -> None:
    broken = []
    for path in texts():
        content = path.read_bytes()
        content.decode("utf-8")
        if content and not content.endswith(b"\n"):
            broken.append(str(path.relative_to(ROOT)))
    assert broken == []
