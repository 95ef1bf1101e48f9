"""``init``: a new desk, a team's own workbook taken over, and what the tool remembers built anew."""

# ruff: noqa: E501 - a case to a line is what makes the tables readable

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from callbacksheet.config.guess import machine_zone, region_of
from tests.cli.desk import say

SCRIPT = ("init", "--timezone", "Europe/Kyiv", "--operator", "ОК")


def own_workbook(path: Path, *headers: str) -> bytes:
    """A team's own workbook with a header row and one call."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(headers))
    sheet.append(["x"] * len(headers))
    book.save(path)
    return path.read_bytes()


class TestInit:
    def test_in_a_script_writes_a_configuration_and_a_new_workbook_that_are_well(self, tmp_path: Path) -> None:
        assert say(*SCRIPT, "--language", "uk", cwd=tmp_path).exit_code == 0
        sheet = load_workbook(tmp_path / "callbacks.xlsx")["Callbacks"]
        assert [cell.value for cell in sheet[1]][:3] == ["Надійшло", "Ім'я", "Телефон"]
        well = say("doctor", "--json", cwd=tmp_path)
        assert well.exit_code == 0
        assert {check["state"] for check in well.json["data"]["checks"]} == {"ok"}

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
        assert "Would add" not in said.out
        assert list(tmp_path.iterdir()) == []

    def test_a_dry_run_says_all_that_a_teams_own_workbook_would_be_given(self, tmp_path: Path) -> None:
        own_workbook(tmp_path / "callbacks.xlsx", "Phone", "Reason", "Name")
        out = " ".join(say(*SCRIPT, "--dry-run", cwd=tmp_path).out.split())
        for added in ("Received (D1), Best time (E1)", "two hidden tabs", "a folder of backups beside the workbook"):
            assert added in out

    def test_on_a_teams_own_workbook_shows_what_would_be_added_and_asks(self, tmp_path: Path) -> None:
        before = own_workbook(tmp_path / "callbacks.xlsx", "Phone", "Reason", "Name")
        alone = say(*SCRIPT, cwd=tmp_path)
        assert alone.exit_code == 5
        assert "Received (D1), Best time (E1)" in alone.err
        declined = say(*SCRIPT, cwd=tmp_path, answers=("", "", "", "", "", "n"))
        assert declined.exit_code == 5
        assert not (tmp_path / "callbacksheet.toml").exists()
        assert (tmp_path / "callbacks.xlsx").read_bytes() == before

    def test_takes_a_teams_own_workbook_over_so_that_the_first_tidy_does_not_ask(self, tmp_path: Path) -> None:
        own_workbook(tmp_path / "callbacks.xlsx", "Phone", "Reason", "Name")
        said = say(*SCRIPT, "--yes", "--json", cwd=tmp_path)
        assert said.exit_code == 0
        assert said.json["data"]["adopted"] is True
        assert said.json["data"]["added_columns"][0] == "Received (D1)"
        headers = [cell.value for cell in load_workbook(tmp_path / "callbacks.xlsx").worksheets[0][1]]
        assert headers[:4] == ["Phone", "Reason", "Name", "Received"]
        assert say("tidy", cwd=tmp_path).exit_code == 0

    def test_merges_nothing_while_taking_over(self, tmp_path: Path) -> None:
        path = tmp_path / "callbacks.xlsx"
        book = Workbook()
        for row in (["Name", "Phone", "Reason"], *[["Olha", "067 123 45 67", "запис"]] * 2):
            book.worksheets[0].append(row)
        book.save(path)
        assert say(*SCRIPT, "--yes", cwd=tmp_path).exit_code == 0
        rows = list(load_workbook(path).worksheets[0].iter_rows(min_row=2, max_col=2, values_only=True))
        assert rows == [("Olha", "+380 67 123 4567")] * 2

    def test_leaves_a_workbook_that_is_set_up_already_as_it_is(self, tmp_path: Path) -> None:
        say(*SCRIPT, cwd=tmp_path)
        before = (tmp_path / "callbacks.xlsx").read_bytes()
        said = say(*SCRIPT, "--config", "second.toml", cwd=tmp_path)
        assert said.exit_code == 0
        assert "is set up already; it was left as it is." in said.out
        assert (tmp_path / "callbacks.xlsx").read_bytes() == before

    def test_offers_drop_downs_in_the_language_of_the_sheet(self, tmp_path: Path) -> None:
        say(*SCRIPT, "--language", "uk", cwd=tmp_path)
        sheet = load_workbook(tmp_path / "callbacks.xlsx").worksheets[0]
        offers = {str(offer.formula1) for offer in sheet.data_validations.dataValidation}
        assert '"Новий,Заплановано,Очікує,Готово"' in offers
        assert '""' not in offers

    def test_with_a_workbook_open_elsewhere_writes_nothing(self, tmp_path: Path) -> None:
        own_workbook(tmp_path / "callbacks.xlsx", "Phone", "Reason", "Name")
        (tmp_path / "~$callbacks.xlsx").write_bytes(b"\x02MK")
        said = say(*SCRIPT, "--yes", cwd=tmp_path)
        assert said.exit_code == 9
        assert "is open in Excel by MK" in said.err
        assert not (tmp_path / "callbacksheet.toml").exists()

    def test_a_workbook_that_is_no_callback_sheet_is_refused(self, tmp_path: Path) -> None:
        before = own_workbook(tmp_path / "callbacks.xlsx", "Item", "Price")
        assert say(*SCRIPT, "--yes", cwd=tmp_path).exit_code == 7
        assert (tmp_path / "callbacks.xlsx").read_bytes() == before
        assert not (tmp_path / "callbacksheet.toml").exists()


class TestAdopt:
    """``init --adopt``: what the tool remembers, built anew."""

    @pytest.fixture
    def desk(self, tmp_path: Path) -> Path:
        path = tmp_path / "callbacks.xlsx"
        book = Workbook()
        for row in (["Name", "Phone", "Reason"], ["Olha", "067 123 45 67", "запис"], ["Olha", "0671234567", "запис"]):
            book.worksheets[0].append(row)
        book.save(path)
        say(*SCRIPT, "--yes", cwd=tmp_path)
        say("tidy", cwd=tmp_path)
        return tmp_path

    def keys(self, desk: Path) -> list[object]:
        sheet = load_workbook(desk / "callbacks.xlsx").worksheets[0]
        place = [cell.value for cell in sheet[1]].index("ID")
        return [row[place] for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]]

    def without(self, desk: Path, *tabs: str) -> None:
        book = load_workbook(desk / "callbacks.xlsx")
        for tab in tabs:
            del book[tab]
        book.save(desk / "callbacks.xlsx")

    def damage(self, desk: Path, key: str, text: str | None) -> None:
        book = load_workbook(desk / "callbacks.xlsx")
        for row in book["_callbacksheet"].iter_rows():
            if row[1].value == key:
                row[2].value = text
        book.save(desk / "callbacks.xlsx")

    @pytest.mark.parametrize("tabs", [("_callbacksheet",), ("_callbacksheet", "_cbs_history")])
    def test_heals_a_sheet_whose_hidden_tabs_were_deleted(self, desk: Path, tabs: tuple[str, ...]) -> None:
        keys = self.keys(desk)
        self.without(desk, *tabs)
        before = (desk / "callbacks.xlsx").read_bytes()
        refused = say("tidy", cwd=desk)
        assert refused.exit_code == 5
        assert "init --adopt" in refused.err
        assert (desk / "callbacks.xlsx").read_bytes() == before
        assert say("init", "--adopt", "--yes", cwd=desk).exit_code == 0
        assert self.keys(desk) == keys
        assert say("tidy", "--check", cwd=desk).exit_code == 0

    @pytest.mark.parametrize(("key", "text"), [("epoch", None), ("epoch", "soon"), ("epoch", "99"), ("checksum", '"x"'), ("schema", "7")])  # fmt: skip
    def test_heals_a_state_tab_that_was_edited(self, desk: Path, key: str, text: str | None) -> None:
        keys = self.keys(desk)
        self.damage(desk, key, text)
        before = (desk / "callbacks.xlsx").read_bytes()
        for command in (("tidy",), ("undo",), ("forget", "067 123 45 67", "--yes")):
            refused = say(*command, cwd=desk)
            assert refused.exit_code == 5, refused.err
            assert "init --adopt" in refused.err
        assert (desk / "callbacks.xlsx").read_bytes() == before
        healed = say("init", "--adopt", "--yes", cwd=desk)
        assert healed.exit_code == 0, healed.err
        assert self.keys(desk) == keys
        assert say("tidy", "--check", cwd=desk).exit_code == 0

    def test_never_gives_the_key_of_a_row_that_was_merged_away_again(self, desk: Path) -> None:
        ever = {line["key"] for line in say("history", "--json", cwd=desk).json["data"]["lines"]}
        self.without(desk, "_callbacksheet")
        say("init", "--adopt", "--yes", cwd=desk)
        say("add", "Ivan", "067 765 43 21", "рахунок", cwd=desk)
        assert len(set(self.keys(desk)) - ever) == 1

    def test_asks_first(self, desk: Path) -> None:
        before = (desk / "callbacks.xlsx").read_bytes()
        assert say("init", "--adopt", cwd=desk).exit_code == 5
        asked = say("init", "--adopt", cwd=desk, answers=("n",))
        assert asked.exit_code == 5
        assert "is built anew from what stands in the tab now" in asked.err
        assert (desk / "callbacks.xlsx").read_bytes() == before
        assert say("init", "--adopt", "--dry-run", cwd=desk).exit_code == 0
        assert (desk / "callbacks.xlsx").read_bytes() == before

    def test_takes_no_answers_that_the_configuration_has(self, desk: Path) -> None:
        said = say("init", "--adopt", "--workbook", "other.xlsx", cwd=desk)
        assert said.exit_code == 2
        assert "--workbook cannot go with --adopt" in said.err


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


@pytest.mark.parametrize(("zone", "region"), [("Europe/Kyiv", "UA"), ("Asia/Jakarta", "ID"), ("Mars/Base", "")])
def test_the_country_of_a_zone_is_known(zone: str, region: str) -> None:
    assert region_of(zone) == region
