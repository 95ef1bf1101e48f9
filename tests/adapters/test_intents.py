"""This machine's log of what it sends: safe before anything goes out, a new name wherever it is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from callbacksheet.adapters import intents
from callbacksheet.adapters.intents import IntentLog, sole_run
from callbacksheet.core.message import Verdict
from callbacksheet.core.outbox import Logged
from callbacksheet.errors import SetupError


def test_what_was_noted_is_known_to_the_next_run(tmp_path: Path) -> None:
    log = IntentLog(tmp_path / "deep" / "sheet.log")
    assert log.logged("a.0") is Logged.NOTHING
    for key, verdict in (("a.0", Verdict.ACCEPTED), ("b.0", Verdict.REFUSED), ("c.0", Verdict.UNKNOWN)):
        log.intend(key)
        log.came_of(key, verdict)
    again = IntentLog(tmp_path / "deep" / "sheet.log")
    assert again.owner == log.owner
    known = [again.logged(key) for key in ("a.0", "b.0", "c.0", "d.0")]
    assert known == [Logged.SENT, Logged.REFUSED, Logged.INTENDED, Logged.NOTHING]


def test_a_line_cut_short_was_never_acted_on_and_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "sheet.log"
    IntentLog(path).intend("a.0")
    with path.open("a", encoding="ascii") as file:
        file.write("intended b.0 17")
    log = IntentLog(path)
    assert log.logged("b.0") is Logged.NOTHING
    log.intend("c.0")
    again = IntentLog(path)
    assert [again.logged(key) for key in ("a.0", "c.0")] == [Logged.INTENDED, Logged.INTENDED]
    assert again.owner == log.owner


@pytest.mark.parametrize("content", ["", "machine", "rubbish\n", "\x00\x00\x00\n", "machine someone-else's name\n"])
def test_a_log_that_is_lost_or_damaged_is_another_machine(tmp_path: Path, content: str) -> None:
    path = tmp_path / "sheet.log"
    first = IntentLog(path)
    first.intend("a.0")
    path.write_text(content, encoding="latin-1")
    again = IntentLog(path)
    assert again.owner != first.owner
    assert again.logged("a.0") is Logged.NOTHING


def test_a_disk_copied_to_another_machine_is_another_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.log"
    first = IntentLog(path).owner
    monkeypatch.setattr("platform.node", lambda: "elsewhere")  # nobody can give the test another machine
    assert IntentLog(path).owner != first


def test_old_lines_are_dropped_once_there_are_many(tmp_path: Path) -> None:
    path = tmp_path / "sheet.log"
    time = [1_000_000.0]
    log = IntentLog(path, lambda: time[0])
    owner = log.owner
    with path.open("a", encoding="ascii") as file:
        file.writelines(f"sent old{n}.0 1000000\n" for n in range(4_100))
    time[0] += intents.KEPT_SECONDS + 60
    with path.open("a", encoding="ascii") as file:
        file.write(f"intended new.0 {int(time[0])}\n")
    again = IntentLog(path, lambda: time[0])
    assert (again.owner, again.logged("new.0"), again.logged("old7.0")) == (owner, Logged.INTENDED, Logged.NOTHING)
    assert len(path.read_text(encoding="ascii").splitlines()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in the way is another error there")
def test_where_nothing_can_be_noted_nothing_is_sent(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(SetupError, match="nothing more was sent"):
        IntentLog(tmp_path / "state" / "sheet.log").intend("a.0")


def test_one_run_at_a_time_holds_the_lock(tmp_path: Path) -> None:
    with sole_run(tmp_path / "sheet.lock") as first, sole_run(tmp_path / "sheet.lock") as second:
        assert (first, second) == (True, False)
    with sole_run(tmp_path / "sheet.lock", patience=0.1) as third:
        assert third
