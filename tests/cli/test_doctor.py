"""``doctor``: whether all is well with a desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import NOON, Said, say
from tests.cli.test_init import SCRIPT, own_workbook


def checks(said: Said) -> list[tuple[str, str]]:
    return [(check["what"], check["state"]) for check in said.json["data"]["checks"]]


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
        end = say("doctor", cwd=tmp_path).out.splitlines()[-1]
        assert end == "Nothing stands in the way of a run; what is marked ? is worth a look."

    @pytest.mark.parametrize(
        ("lock", "exit_code"), [("~$callbacks.xlsx", 9), (".~lock.callbacks.xlsx#", 9), ("other", 0)]
    )
    def test_tells_that_the_workbook_is_open_elsewhere(self, tmp_path: Path, lock: str, exit_code: int) -> None:
        say(*SCRIPT, cwd=tmp_path)
        (tmp_path / lock).write_bytes(b"")
        assert say("doctor", cwd=tmp_path).exit_code == exit_code

    def test_tells_that_the_workbook_is_gone_or_has_no_header(self, tmp_path: Path) -> None:
        say(*SCRIPT, cwd=tmp_path)
        (tmp_path / "callbacks.xlsx").unlink()
        assert say("doctor", cwd=tmp_path).exit_code == 6
        own_workbook(tmp_path / "callbacks.xlsx", "Item", "Price")
        config = tmp_path / "callbacksheet.toml"
        config.write_text(config.read_text(encoding="utf-8").replace('tab = "Callbacks"\n', ""), encoding="utf-8")
        said = say("doctor", "--json", cwd=tmp_path)
        assert said.exit_code == 7
        assert checks(said)[-1] == ("header", "bad")

    def test_foretells_a_change_of_the_clock(self, tmp_path: Path) -> None:
        say(*SCRIPT, cwd=tmp_path)
        assert "The clock is changed on Sun 29 Mar 2026." in say("doctor", "--now", "2026-03-25", cwd=tmp_path).out
        assert "The clock is changed" not in say("doctor", "--now", f"{NOON:%Y-%m-%d}", cwd=tmp_path).out

    def test_tells_what_addresses_cannot_be_sent_to_and_whose(self, tmp_path: Path) -> None:
        say(*SCRIPT, cwd=tmp_path)
        file = tmp_path / "callbacksheet.toml"
        people = file.read_text(encoding="utf-8").partition("[people")[0]
        people += """[people.MK]
notify = ["${MK_PHONE}", "mailto://mk:s3cret@gmail.com"]
[people.JL]
notify = ["tgrm://s3cret"]
"""
        file.write_text(people, encoding="utf-8")
        said = say("doctor", "--json", cwd=tmp_path)
        assert said.exit_code == 6
        told = [check["sentence"] for check in said.json["data"]["checks"] if check["what"] == "reminders"]
        assert told == [
            "MK cannot be reached so: An address is to come from ${MK_PHONE}, which the environment does not have.",
            "JL cannot be reached so: The address tgrm://… is none that can be sent to.",
            "1 of 3 addresses can be sent to.",
        ]
        assert "s3cret" not in said.out

    def test_tells_what_is_wrong_with_the_teams_own_texts(self, tmp_path: Path) -> None:
        say(*SCRIPT, cwd=tmp_path)
        own = tmp_path / "templates" / "messages" / "en"
        own.mkdir(parents=True)
        (own / "deu.txt").write_text("Subject: {who}\n\nx\n", encoding="utf-8")
        assert checks(say("doctor", "--json", cwd=tmp_path)).count(("texts", "doubtful")) == 1
        (own / "due.txt").write_text("Subject: {whom}\n\nx\n", encoding="utf-8")
        said = say("doctor", "--json", cwd=tmp_path)
        assert (said.exit_code, checks(said).count(("texts", "bad"))) == (6, 1)
