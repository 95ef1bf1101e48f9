"""``run``: looks after the sheet until a signal; no job's failure is another's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from callbacksheet.runs.rota import Rota
from tests.cli.team import CONFIG, DANA, team

PROGRAM = "from callbacksheet.cli.main import main; main()"
NOW = datetime(2026, 5, 8, 12, 0)


def test_one_round_tells_and_tidies(tmp_path: Path) -> None:
    desk = team(tmp_path)
    desk.folder.type_in("B4", "Eve")
    desk.folder.type_in("C4", "415 555 0177")
    data = desk.json("run", "--once", at="10:00")
    assert (data["rounds"], data["tidied"], data["sent"]) == (1, 0, 2)  # the claim has tidied what was typed
    desk.folder.type_in("B5", "Fay")
    assert desk.json("run", "--once", at="10:05")["rounds"] == 1


def test_a_round_without_anybody_to_tell_tidies(tmp_path: Path) -> None:
    config = CONFIG.replace('notify = ["console:"]', "")
    desk = team(tmp_path, config=config)
    desk.folder.type_in("H2", "likes jazz")
    said = desk.say("run", "--once", at="10:00")
    assert "10:00 Due now: Dana" in said.out
    assert "Tidied" in said.out
    assert said.exit_code == 0


def test_a_tidy_that_is_refused_keeps_nobody_from_being_told(tmp_path: Path) -> None:
    rows = (DANA, *(f"9:10 | Caller {n} | 415 555 01{n} | quote | Monday at 10 | | | | 2" for n in range(50, 80)))
    desk = team(tmp_path, rows)
    book_rows = desk.folder.rows()
    from openpyxl import load_workbook

    book = load_workbook(desk.folder.workbook)
    book.worksheets[0].delete_rows(6, len(book_rows))
    book.save(desk.folder.workbook)
    said = desk.say("run", "--once", at="10:00")
    assert "10:00 Told Mary K (console:): Dana" in said.out
    assert "rows are gone from the tab" in said.err
    assert said.err.count("rows are gone from the tab") == 1
    assert said.exit_code == 5


def test_a_configuration_that_is_wrong_ends_it_at_the_start(tmp_path: Path) -> None:
    desk = team(tmp_path)
    file = tmp_path / "callbacksheet.toml"
    file.write_text(file.read_text(encoding="utf-8") + "[reminders]\nquiet = 5\n", encoding="utf-8")
    assert desk.say("run", "--once").exit_code == 6


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_signal_ends_it_cleanly_within_a_second(tmp_path: Path, number: signal.Signals, code: int) -> None:
    team(tmp_path)
    environ = {**os.environ, "CALLBACKSHEET_STATE": str(tmp_path / "state"), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "run"],
        cwd=tmp_path,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert "Looking after callbacks.xlsx" in process.stdout.readline()
    time.sleep(0.5)
    sent = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == code, out + err
    assert time.monotonic() - sent < 2.0  # one second on a machine that has nothing else to do
    assert "Traceback" not in err
    assert not list(tmp_path.glob(".*.cbs-part"))


def rota(typed: tuple[str, ...]) -> Rota:
    it = Rota(tidied_at=NOW)
    for look in typed:
        it.saw(look)
    return it


@pytest.mark.parametrize(
    ("typed", "minutes", "wants"),
    [
        (("a", "a"), 4, False),
        (("a", "a"), 5, True),
        (("a", "b"), 5, False),
        (("a", "b"), 19, False),
        (("a", "b"), 20, True),
        (("a", "b", "b"), 5, True),
        (("a", "a"), -60, True),
    ],
)
def test_it_tidies_every_few_minutes_and_not_while_somebody_types(
    typed: tuple[str, ...], minutes: int, wants: bool
) -> None:
    assert rota(typed).wants_tidy(NOW + timedelta(minutes=minutes)) is wants


def test_the_first_round_tidies_unless_somebody_types() -> None:
    assert Rota().wants_tidy(NOW)
    assert not Rota(typing=True).wants_tidy(NOW)
