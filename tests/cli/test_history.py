"""``history`` and ``who``: what was changed, and everything known of one caller."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.desk import CONFIG
from tests.cli.folder import Folder, folder

LISTS = """
contacts = [{ phone = "+1 415 555 0142", name = "Dana of Acme", owner = "MK" }]
blacklist = [{ phone = "+1 415 555 0188", reason = "robocalls" }, { phone = "+1 415 555 0123" }]
"""


@pytest.fixture(scope="module")
def tidied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = folder(tmp_path_factory.mktemp("tidied"), config=CONFIG.replace("[sheet]", f"{LISTS}[sheet]"))
    desk.say("tidy", "--yes")
    return desk.path


@pytest.fixture
def desk(tidied: Path, tmp_path: Path) -> Folder:
    """A tidied desk."""
    return Folder(shutil.copytree(tidied, tmp_path, dirs_exist_ok=True))


class TestHistory:
    def test_of_a_sheet_that_was_never_tidied_is_empty(self, tmp_path: Path) -> None:
        fresh = folder(tmp_path)
        assert "Nothing was changed by the tool so far." in fresh.say("history").out
        assert fresh.json("history") == {"runs": [], "lines": []}

    def test_lists_the_runs_with_what_they_did(self, desk: Folder) -> None:
        desk.type_in("B2", "Dana K")
        desk.say("tidy", "--as", "JL", at="12:10")
        desk.say("undo", at="12:20")
        data = desk.json("history")
        assert [(run["run"], run["who"], run["undone"]) for run in data["runs"]] == [
            ("R1", "MK", False),
            ("R2", "JL", True),
            ("R3", "MK", False),
        ]
        assert data["runs"][0]["merged"] == 1
        out = desk.say("history").out
        assert "1 row merged away" in out
        assert "(taken back)" in out
        assert "undo of R2" in out

    def test_of_a_row_has_every_cell_before_and_after_and_why(self, desk: Folder) -> None:
        for named in ("dana", "415 555 0142", desk.column("ID")[desk.column("Name").index("Dana")]):
            lines = desk.json("history", str(named))["lines"]
            phone = next(line for line in lines if line["column"] == "phone")
            assert (phone["before"], phone["after"]) == ("415 555 0142", "+1 415-555-0142")
            assert phone["why"]
            assert len({line["key"] for line in lines}) == 1

    def test_of_a_row_tells_of_the_rows_that_went_into_it(self, desk: Folder) -> None:
        lines = desk.json("history", "maria")["lines"]
        assert len({line["key"] for line in lines}) == 2
        absorbed = next(line for line in lines if line["why"].startswith("merged into"))
        assert desk.json("history", absorbed["key"])["lines"]
        texts = {line["before"] for line in lines if line["key"] == absorbed["key"]}
        assert {"Color", "tmrw am", "3"} <= texts

    def test_of_a_run_has_its_lines_alone(self, desk: Folder) -> None:
        desk.say("add", "Zoe", "415 555 0166", "quote", at="12:30")
        assert {line["run"] for line in desk.json("history", "r2")["lines"]} == {"R2"}

    def test_says_who_typed_what_in_the_sheet(self, desk: Folder) -> None:
        row = desk.column("Name").index("Dana") + 2
        desk.type_in(f"B{row}", "Dana K")
        by = desk.rows()[0].index("By")
        desk.type_in(f"{chr(ord('A') + by)}{row}", "JL")
        desk.say("tidy", at="13:00")
        typed = [line for line in desk.json("history")["lines"] if line["why"] == "typed in the sheet"]
        assert ("name", "Dana", "Dana K", "JL") in [
            (line["column"], line["before"], line["after"], line["who"]) for line in typed
        ]

    @pytest.mark.parametrize("named", ["nobody", "CB-0000", "R99", "a"])
    def test_of_what_is_not_clear_is_a_usage_error(self, desk: Folder, named: str) -> None:
        said = desk.say("history", named)
        assert said.exit_code == 2
        assert "Next: " in said.err

    def test_is_cut_for_people_unless_they_ask_for_all(self, desk: Folder) -> None:
        short, whole = desk.say("history", "R1").out, desk.say("history", "R1", "--verbose").out
        assert "earlier changes (--verbose shows all)" in short
        assert len(whole.splitlines()) > len(short.splitlines())

    def test_reads_only(self, desk: Folder) -> None:
        before = desk.file
        desk.say("history")
        desk.say("history", "dana")
        desk.say("who", "dana")
        assert desk.file == before


class TestWho:
    def test_shows_all_rows_of_a_caller_open_and_done(self, desk: Folder) -> None:
        desk.say("add", "Dana", "415 555 0142", "invoice 9", at="12:30")
        data = desk.json("who", "+1 (415) 555-0142")
        assert data["phone"] == "+14155550142"
        assert sorted(callback["reason"] for callback in data["callbacks"]) == ["invoice 9", "reschedule"]
        assert data["contact"] == {"name": "Dana of Acme", "owner": "MK"}
        assert data["blocked"] is None
        assert data["history"]
        out = desk.say("who", "dana").out
        assert "2 rows, 2 open." in out
        assert "A known contact, MK answers for it." in out

    def test_tells_of_the_blacklist(self, desk: Folder) -> None:
        assert desk.json("who", "bob")["blocked"] == {"reason": "robocalls"}
        assert "On the blacklist: robocalls." in desk.say("who", "bob").out
        assert "without a reason, so it is not obeyed" in desk.say("who", "ivan").out

    def test_of_a_number_nobody_has_rung_from_is_an_answer(self, desk: Folder) -> None:
        said = desk.say("who", "212 555 0100")
        assert said.exit_code == 0
        assert said.out.startswith("+12125550100: no row in the tab.")

    def test_of_a_name_that_two_callers_share_is_a_usage_error(self, desk: Folder) -> None:
        desk.say("add", "Dana", "415 555 0999", "quote")
        said = desk.say("who", "dana")
        assert said.exit_code == 2
        assert "can be any of 2 callers" in said.err

    def test_of_a_stranger_is_a_usage_error(self, desk: Folder) -> None:
        assert desk.say("who", "nobody").exit_code == 2
