"""``init`` and ``doctor``: a new desk, and whether all is well with one."""

# ruff: noqa: E501 - a case to a line is what makes the tables readable

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from callbacksheet.config.guess import machine_zone, region_of
from tests.cli.desk import NOON, Said, say

SCRIPT = ("init", "--timezone", "Europe/Kyiv", "--operator", "ОК")


def own_workbook(path: Path, *headers: str) -> bytes:
    """A team's own workbook with a header row and one call."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(headers))
    sheet.append(["x"] * len(headers))
    book.save(path)
    return path.read_bytes()


def checks(said: Said) -> list[tuple[str, str]]:
    return [(check["what"], check["state"]) for check in said.json["data"]["checks"]]


class TestInit:
    def test_in_a_script_writes_a_configuration_and_a_new_workbook_that_are_well(
        self, tmp_path: Path
    ) -> None:
        assert say(*SCRIPT, "--language", "uk", cwd=tmp_path).exit_code == 0
        sheet = load_workbook(tmp_path / "callbacks.xlsx")["Callbacks"]
        assert [cell.value for cell in sheet[1]][:3] == ["Надійшло", "Ім'я", "Телефон"]
        well = say("doctor", "--json", cwd=tmp_path)
        assert well.exit_code == 0
        assert {state for _, state in checks(well)} == {"ok"}

    def test_on_a_terminal_asks_and_asks_again_until_it_can_read_the_answer(self, tmp_path: Path) -> None:
        answers = ("calls.xlsx", "Kyiw", "Europe/Kyiv", "", "", "uk", "ОК")
        said = say("init", cwd=tmp_path, answers=answers)
        assert said.exit_code == 0
        assert 'did you mean "Europe/Kyiv"?' in said.err
        assert "Which country are phone numbers of (two letters)? [UA]" in said.out
        assert "How do you read 3/6? [DMY]" in said.out
        text = (tmp_path / "callbacksheet.toml").read_text(encoding="utf-8")
        assert 'region = "UA"' in text
        assert 'operator = "ОК"' in text
        assert (tmp_path / "calls.xlsx").exists()

    def test_never_overwrites_a_configuration(self, tmp_path: Path) -> None:
        (tmp_path / "callbacksheet.toml").write_text("mine")
        said = say(*SCRIPT, "--force", "--yes", cwd=tmp_path)
        assert said.exit_code == 5
        assert (tmp_path / "callbacksheet.toml").read_text() == "mine"
        assert not (tmp_path / "callbacks.xlsx").exists()

    def test_writes_the_configuration_where_it_is_told_to(self, tmp_path: Path) -> None:
        assert say(*SCRIPT, "--config", "desk.toml", cwd=tmp_path).exit_code == 0
        assert (tmp_path / "desk.toml").exists()

    @pytest.mark.parametrize(
        ("argv", "told"),
        [
            (("init",), "Which time zone is the shop in? Nobody is there to answer."),
            (("init", "--timezone", "Mars/Base"), '--timezone "Mars/Base" is not a time zone; write it like "America/New_York"'),
            ((*SCRIPT, "--region", "UK"), '--region "UK" is not a country of phone numbers; did you mean "GB"?'),
            ((*SCRIPT, "--date-order", "MYD"), '--date-order "MYD" is none of "MDY", "DMY", "YMD"'),
            ((*SCRIPT, "--language", "fr"), '--language "fr" is none of "en", "uk", "ru", "id", "es"'),
        ],
    )  # fmt: skip
    def test_refuses_an_option_it_cannot_read_and_writes_nothing(
        self, tmp_path: Path, argv: tuple[str, ...], told: str
    ) -> None:
        said = say(*argv, cwd=tmp_path, environ={"TZ": "UTC"})
        assert said.exit_code == 2
        assert said.err.splitlines()[0] == f"callbacksheet: {told}"
        assert list(tmp_path.iterdir()) == []

    def test_a_dry_run_writes_nothing(self, tmp_path: Path) -> None:
        said = say(*SCRIPT, "--dry-run", cwd=tmp_path)
        assert said.exit_code == 0
        assert said.out.startswith("Would write ")
        assert list(tmp_path.iterdir()) == []

    def test_on_a_teams_own_workbook_shows_what_would_be_added_and_asks(self, tmp_path: Path) -> None:
        before = own_workbook(tmp_path / "callbacks.xlsx", "Phone", "Reason", "Name")
        alone = say(*SCRIPT, cwd=tmp_path)
        assert alone.exit_code == 5
        assert "Received, Best time" in alone.err
        assert not (tmp_path / "callbacksheet.toml").exists()
        assert say(*SCRIPT, "--yes", cwd=tmp_path).exit_code == 0
        assert (tmp_path / "callbacks.xlsx").read_bytes() == before

    def test_a_workbook_that_is_no_callback_sheet_is_refused(self, tmp_path: Path) -> None:
        before = own_workbook(tmp_path / "callbacks.xlsx", "Item", "Price")
        assert say(*SCRIPT, "--yes", cwd=tmp_path).exit_code == 7
        assert (tmp_path / "callbacks.xlsx").read_bytes() == before
        assert not (tmp_path / "callbacksheet.toml").exists()


class TestDoctor:
    def test_tells_each_problem_of_a_configuration(self, tmp_path: Path) -> None:
        (tmp_path / "callbacksheet.toml").write_text('timezone = "Mars/Base"\n')
        said = say("doctor", "--json", cwd=tmp_path)
        assert said.exit_code == 6
        assert checks(said) == [("configuration", "bad")]
        assert said.json["status"] == "error"
        assert said.json["errors"][0]["code"] == "setup"

    def test_tells_doubts_without_failing(self, tmp_path: Path) -> None:
        say(*SCRIPT, cwd=tmp_path)
        file = tmp_path / "callbacksheet.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("operator = ", "head = "), encoding="utf-8")
        file.write_text(file.read_text(encoding="utf-8").partition("[people")[0], encoding="utf-8")
        said = say("doctor", "--json", cwd=tmp_path)
        assert said.exit_code == 0
        assert [what for what, state in checks(said) if state == "doubtful"] == [
            "configuration",
            "people",
            "operator",
        ]

    @pytest.mark.parametrize(
        ("lock", "exit_code"), [("~$callbacks.xlsx", 9), (".~lock.callbacks.xlsx#", 9), ("other", 0)]
    )
    def test_tells_that_the_workbook_is_open_elsewhere(
        self, tmp_path: Path, lock: str, exit_code: int
    ) -> None:
        say(*SCRIPT, cwd=tmp_path)
        (tmp_path / lock).write_bytes(b"")
        assert say("doctor", cwd=tmp_path).exit_code == exit_code

    def test_tells_that_the_workbook_is_gone_or_has_no_header(self, tmp_path: Path) -> None:
        say(*SCRIPT, cwd=tmp_path)
        (tmp_path / "callbacks.xlsx").unlink()
        assert say("doctor", cwd=tmp_path).exit_code == 6
        own_workbook(tmp_path / "callbacks.xlsx", "Item", "Price")
        config = tmp_path / "callbacksheet.toml"
        config.write_text(
            config.read_text(encoding="utf-8").replace('tab = "Callbacks"\n', ""), encoding="utf-8"
        )
        said = say("doctor", "--json", cwd=tmp_path)
        assert said.exit_code == 7
        assert checks(said)[-1] == ("header", "bad")

    def test_foretells_a_change_of_the_clock(self, tmp_path: Path) -> None:
        say(*SCRIPT, cwd=tmp_path)
        assert (
            "The clock is changed on Sun 29 Mar 2026."
            in say("doctor", "--now", "2026-03-25", cwd=tmp_path).out
        )
        assert "The clock is changed" not in say("doctor", "--now", f"{NOON:%Y-%m-%d}", cwd=tmp_path).out


@pytest.mark.parametrize(
    ("variable", "zone"),
    [("Europe/Kyiv", "Europe/Kyiv"), (":America/New_York", "America/New_York"), ("UTC", ""), ("Etc/GMT+3", ""), ("EST5EDT", "")],
)  # fmt: skip
def test_a_machines_zone_is_offered_only_where_a_shop_could_be(variable: str, zone: str) -> None:
    assert machine_zone({"TZ": variable}) == zone


def test_a_machines_zone_is_read_from_its_clock_file(tmp_path: Path) -> None:
    place = tmp_path / "zoneinfo" / "Asia" / "Jakarta"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"")
    (tmp_path / "localtime").symlink_to(place)
    assert machine_zone({}, tmp_path / "localtime") == "Asia/Jakarta"
    assert machine_zone({}, tmp_path / "gone") == ""


@pytest.mark.parametrize(
    ("zone", "region"), [("Europe/Kyiv", "UA"), ("Asia/Jakarta", "ID"), ("Mars/Base", "")]
)
def test_the_country_of_a_zone_is_known(zone: str, region: str) -> None:
    assert region_of(zone) == region
