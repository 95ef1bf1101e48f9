"""``when``: one wish for a person, a file of them for a program."""

# ruff: noqa: E501 - a case to a line is what makes the tables readable

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desk import CONFIG, say


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "callbacksheet.toml").write_text(CONFIG)
    return tmp_path


def test_a_wish_is_shown_as_its_window_and_why(desk: Path) -> None:
    said = say("when", "tmrw am", "--received", "2026-05-05 10:00", cwd=desk)
    assert said.exit_code == 0
    assert said.out.splitlines()[0] == "Wed 6 May 09:00-12:00"
    assert "tmrw am" in said.out.splitlines()[1]


def test_json_has_windows_with_offsets(desk: Path) -> None:
    data = say("when", "tmrw am", "--received", "2026-05-05T10:00", "--json", cwd=desk).json["data"]
    assert data["received"] == "2026-05-05T10:00:00-04:00"
    assert data["windows"] == [{"start": "2026-05-06T09:00:00-04:00", "end": "2026-05-06T12:00:00-04:00"}]
    assert data["sure"] is True
    assert data["flags"] == []


def test_words_nobody_can_read_are_an_answer_too(desk: Path) -> None:
    said = say("when", "blue cheese", "--json", cwd=desk)
    assert said.exit_code == 0
    assert (said.json["data"]["windows"], said.json["data"]["sure"]) == ([], False)
    assert [issue["code"] for issue in said.json["issues"]] == ["unparsed_wish"]


def test_the_call_is_now_unless_it_is_said(desk: Path) -> None:
    data = say("when", "in an hour", "--now", "2026-05-05 10:00", "--json", cwd=desk).json["data"]
    assert data["windows"][0]["start"] == "2026-05-05T11:00:00-04:00"


def test_it_does_without_a_configuration_but_not_without_one_that_was_named(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    data = say("when", "tmrw am", "--now", "2026-05-05 10:00", "--json", cwd=tmp_path, environ=environ).json
    assert data["data"]["windows"][0]["start"] == "2026-05-06T09:00:00+00:00"
    assert say("when", "tmrw am", "--config", "gone.toml", cwd=tmp_path).exit_code == 6


@pytest.mark.parametrize("argv", [("when",), ("when", " "), ("when", "am", "--batch", "b.jsonl"), ("when", "am", "--received", "x")])  # fmt: skip
def test_a_command_line_without_one_clear_wish_is_a_usage_error(desk: Path, argv: tuple[str, ...]) -> None:
    (desk / "b.jsonl").write_text("")
    assert say(*argv, cwd=desk).exit_code == 2


class TestBatch:
    def asked(self, desk: Path, *lines: object) -> Path:
        path = desk / "b.jsonl"
        path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
        return path

    def test_lines_in_and_lines_out_with_local_times(self, desk: Path) -> None:
        path = self.asked(
            desk,
            {"id": "a", "text": "tomorrow 17:15", "received": "2026-05-05T10:00:00"},
            {"id": 2, "text": "tomorrow after 15:00", "received": "2026-05-05T10:00:00+09:00"},
            "",
            {"id": "c", "text": "blue cheese", "received": "2026-05-05"},
        )
        said = say("when", "--batch", str(path), cwd=desk)
        answers = [json.loads(line) for line in said.out.splitlines()]
        assert [answer["id"] for answer in answers] == ["a", 2, "c"]
        assert [(answer["start"], answer["sure"]) for answer in answers] == [
            ("2026-05-06T17:15:00", True),
            ("2026-05-06T15:00:00", True),
            (None, False),
        ]
        assert all(set(answer) == {"id", "start", "end", "sure", "why"} for answer in answers)
        assert say("when", "--batch", str(path), "--json", cwd=desk).json["data"]["readings"] == answers

    def test_business_hours_count_only_when_asked_for(self, desk: Path) -> None:
        path = self.asked(desk, {"id": "a", "text": "saturday", "received": "2026-05-05T10:00:00"})
        plain = json.loads(say("when", "--batch", str(path), cwd=desk).out)
        met = json.loads(say("when", "--batch", str(path), "--hours", cwd=desk).out)
        assert plain["start"] == "2026-05-09T00:00:00"
        assert met["start"] == "2026-05-11T09:00:00"

    def test_hours_need_a_configuration(self, tmp_path: Path) -> None:
        path = self.asked(tmp_path, {"id": "a", "text": "am"})
        environ = {"XDG_CONFIG_HOME": str(tmp_path)}
        assert say("when", "--batch", str(path), cwd=tmp_path, environ=environ).exit_code == 0
        assert say("when", "--batch", str(path), "--hours", cwd=tmp_path, environ=environ).exit_code == 6

    @pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": 5}', '{"text": "am", "received": "soon"}'])
    def test_a_broken_line_is_named_and_nothing_is_printed(self, desk: Path, line: str) -> None:
        path = self.asked(desk, {"id": "a", "text": "am"}, line)
        said = say("when", "--batch", str(path), cwd=desk)
        assert said.exit_code == 2
        assert said.out == ""
        assert "Line 2 of the batch" in said.err

    def test_a_file_that_is_not_there_is_told(self, desk: Path) -> None:
        said = say("when", "--batch", "gone.jsonl", cwd=desk)
        assert said.exit_code == 6
        assert said.err.startswith("callbacksheet: gone.jsonl cannot be read")
