"""``cron``: lines that work where they are pasted, and whether anything runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.cli.folder import folder
from tests.cli.team import CONFIG, DANA, Team, team


def test_the_lines_name_this_program_this_configuration_and_every_job(tmp_path: Path) -> None:
    data = team(tmp_path).json("cron")
    config = str(tmp_path / "callbacksheet.toml")
    assert data["command"][1:] == ["--config", config]
    assert Path(data["command"][0]).is_absolute()
    each_minute, tidy, eod = [line for line in data["crontab"] if not line.startswith(("#", "CALL"))]
    assert each_minute.startswith("* * * * * ")
    assert each_minute.endswith("remind --scheduled")
    assert tidy.startswith("*/5 * * * * ")
    assert eod.endswith(" eod")
    assert all(config in line for line in (each_minute, tidy, eod))
    assert set(data["systemd"]) == {
        "callbacksheet.service",
        "callbacksheet-remind.service",
        "callbacksheet-remind.timer",
        "callbacksheet-tidy.service",
        "callbacksheet-tidy.timer",
        "callbacksheet-eod.service",
        "callbacksheet-eod.timer",
    }
    assert f"--config {config} run\n" in data["systemd"]["callbacksheet.service"]
    assert "OnCalendar=Fri *-*-* 18:00:00 America/New_York" in data["systemd"]["callbacksheet-eod.timer"]


def test_the_day_ends_on_this_machines_clock(tmp_path: Path) -> None:
    closes = datetime(2026, 5, 8, 18, 0, tzinfo=ZoneInfo("America/New_York")).astimezone()
    eod = next(line for line in team(tmp_path).json("cron")["crontab"] if line.endswith(" eod"))
    assert eod.split()[:2] == [str(closes.minute), str(closes.hour)]


def test_odd_paths_survive_cron_and_systemd(tmp_path: Path) -> None:
    odd = tmp_path / "Mary's 100% sheet"
    odd.mkdir()
    data = Team(folder(odd, (DANA,), config=CONFIG)).json("cron")
    assert r"100\% sheet" in data["crontab"][-1]
    assert "100%% sheet" in data["systemd"]["callbacksheet.service"]


@pytest.mark.parametrize("command", ["crontab", "systemd"])
def test_what_an_address_needs_from_the_environment_is_named(tmp_path: Path, command: str) -> None:
    config = CONFIG.replace('["console:"]', '["mailto://mary:${MAIL_WORD}@example.com"]', 1)
    data = team(tmp_path, config=config).json("cron")
    assert "MAIL_WORD" in str(data[command])


def test_people_see_the_same_lines_ready_to_paste(tmp_path: Path) -> None:
    desk = team(tmp_path)
    page = desk.say("cron").out
    for line in desk.json("cron")["crontab"]:
        assert line in page.splitlines()


def test_without_a_sign_of_life_nothing_runs(tmp_path: Path) -> None:
    said = team(tmp_path).say("cron", "--check")
    assert said.exit_code == 3
    assert "Nothing has ever run by itself" in said.out


def test_the_last_sign_tells_when_and_where(tmp_path: Path) -> None:
    desk = team(tmp_path)
    assert desk.say("run", "--once", at="09:40").exit_code == 0
    said = desk.say("cron", "--check", at="09:55")
    assert said.exit_code == 0
    assert "15 min ago by `callbacksheet run`" in said.out
    late = desk.say("cron", "--check", at="11:00")
    assert late.exit_code == 3
    assert "It does not run any more: last at work 1 h 20 min ago" in late.out


def test_a_sheet_never_tidied_has_no_sign(tmp_path: Path) -> None:
    assert Team(folder(tmp_path, (DANA,), config=CONFIG)).say("cron", "--check").exit_code == 3
