"""``notify test``: one message to each address, and what came of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.receivers import free_port, http_service, mail_server
from tests.cli.desk import CONFIG, Said, say

NUMBER_AT = "2026-05-08T13:30"


def desk(path: Path, people: str) -> Path:
    (path / "callbacksheet.toml").write_text(CONFIG + people, encoding="utf-8")
    return path


def notify(path: Path, *argv: str, **environ: str) -> Said:
    return say("notify", "test", *argv, cwd=path, environ={"CALLBACKSHEET_NOW": NUMBER_AT, **environ})


class TestEverybody:
    def test_each_address_gets_one_and_is_told(self, tmp_path: Path) -> None:
        with mail_server() as post, http_service() as service:
            mail = f"mailto://127.0.0.1:{post.port}?to=mk@salon.example"
            hook = f"json://127.0.0.1:{service.port}/s3cret"
            desk(tmp_path, f'notify = ["{mail}", "${{HOOK}}"]\n[people.JL]\nnotify = ["{mail}&from=x@y.example"]\n')
            said = notify(tmp_path, "--json", HOOK=hook)
        assert said.exit_code == 0, said.out
        assert said.json["command"] == "notify test"
        assert [(m["to"], m["address"], m["verdict"]) for m in said.json["data"]["messages"]] == [
            ("MK", f"mailto://…@127.0.0.1:{post.port}", "accepted"),
            ("MK", "${HOOK}", "accepted"),
            ("JL", f"mailto://…@127.0.0.1:{post.port}", "accepted"),
        ]
        assert [mail["Subject"] for _, _, mail in post.mails] == ["13:30 test for Mary K", "13:30 test for JL"]
        assert len({mail["Message-ID"] for _, _, mail in post.mails}) == 2
        assert len(service.heard) == 1
        assert "s3cret" not in said.out + said.err

    def test_one_person(self, tmp_path: Path) -> None:
        with http_service() as service:
            desk(tmp_path, f'notify = ["json://127.0.0.1:{service.port}/"]\n[people.JL]\nnotify = ["ntfy://x"]\n')
            said = notify(tmp_path, "--to", "mk", "--json")
        assert [m["to"] for m in said.json["data"]["messages"]] == ["MK"]

    def test_the_screen_is_an_address_too(self, tmp_path: Path) -> None:
        desk(tmp_path, 'notify = ["console:"]\n')
        said = notify(tmp_path)
        assert said.exit_code == 0
        assert "MK: 13:30 test for Mary K" in said.out
        assert notify(tmp_path, "--json").json["data"]["messages"][0]["address"] == "console:"

    def test_a_person_without_an_address_is_told_and_nobody_with_one_is_setup(self, tmp_path: Path) -> None:
        desk(tmp_path, 'notify = ["console:"]\n[people.JL]\n')
        assert "no address" in notify(tmp_path).out
        said = notify(tmp_path, "--json")
        assert (said.exit_code, said.json["data"]["without_address"]) == (0, ["JL"])
        said = notify(tmp_path, "--to", "JL", "--json")
        assert (said.exit_code, said.json["errors"][0]["message"]) == (
            6,
            "There is no address for JL; nothing was sent.",
        )

    def test_a_dry_run_sends_nothing(self, tmp_path: Path) -> None:
        with http_service() as service:
            desk(tmp_path, f'notify = ["json://127.0.0.1:{service.port}/"]\n')
            said = notify(tmp_path, "--dry-run", "--json")
            assert service.heard == []
        assert said.exit_code == 0
        assert said.json["data"]["messages"][0]["verdict"] is None
        assert "Nothing was sent." in notify(tmp_path, "--dry-run").out


class TestFailures:
    def test_the_others_are_sent_although_one_fails(self, tmp_path: Path) -> None:
        with http_service() as good, http_service("hang") as hanging, http_service(500) as broken:
            people = f"""notify = ["json://127.0.0.1:{free_port()}/", "json://127.0.0.1:{hanging.port}/?rto=0.3"]
[people.JL]
notify = ["json://127.0.0.1:{broken.port}/s3cret", "json://127.0.0.1:{good.port}/"]
"""
            said = notify(desk(tmp_path, people), "--json")
        assert said.exit_code == 10
        assert [m["verdict"] for m in said.json["data"]["messages"]] == ["refused", "unknown", "refused", "accepted"]
        assert {error["code"] for error in said.json["errors"]} == {"unsent"}
        assert said.json["errors"][0]["message"].startswith("MK at json://127.0.0.1:")
        assert "s3cret" not in said.out

    @pytest.mark.parametrize(
        ("address", "sentence"),
        [
            ("ntfy://${NTFY_HOST}/desk", "needs ${NTFY_HOST}, which the environment does not have."),
            ("tgrm://s3cret", "The address tgrm://… is none that can be sent to."),
        ],
    )
    def test_an_address_that_is_not_set_up(self, tmp_path: Path, address: str, sentence: str) -> None:
        desk(tmp_path, f'notify = ["{address}"]\n')
        said = notify(tmp_path, "--json")
        assert said.exit_code == 6
        assert said.json["data"]["messages"][0]["verdict"] == "not set up"
        assert sentence in said.json["errors"][0]["message"]
        assert "s3cret" not in said.out

    def test_a_stranger_and_a_desk_without_people(self, tmp_path: Path) -> None:
        desk(tmp_path, "[people.JL]\n")
        said = notify(tmp_path, "--to", "JJ", "--json")
        assert (said.exit_code, said.json["errors"][0]["message"]) == (
            2,
            '"JJ" is not in [people]; known are MK, JL',
        )
        (tmp_path / "callbacksheet.toml").write_text(CONFIG.partition("[people")[0], encoding="utf-8")
        assert notify(tmp_path).exit_code == 6

    def test_a_text_with_an_unknown_place_stops_before_anything_is_sent(self, tmp_path: Path) -> None:
        with http_service() as service:
            desk(tmp_path, f'notify = ["json://127.0.0.1:{service.port}/"]\n')
            own = tmp_path / "templates" / "messages" / "en"
            own.mkdir(parents=True)
            (own / "due.txt").write_text("Subject: {when} {who}\n\nRing {hwo} now.\n", encoding="utf-8")
            said = notify(tmp_path, "--json")
            assert service.heard == []
        assert said.exit_code == 6
        assert said.json["errors"][0]["message"] == (
            "templates/messages/en/due.txt line 3: {hwo} is no place that can be filled; did you mean {who}?"
        )


class TestTheCommandOfTwoWords:
    def test_its_options_stand_anywhere(self, tmp_path: Path) -> None:
        desk(tmp_path, 'notify = ["console:"]\n')
        environ = {"CALLBACKSHEET_NOW": NUMBER_AT}
        for argv in (("--json", "notify", "test"), ("notify", "--json", "test"), ("notify", "test", "--json")):
            assert say(*argv, cwd=tmp_path, environ=environ).json["command"] == "notify test"

    def test_half_of_it_and_a_mistyped_one_are_usage(self, tmp_path: Path) -> None:
        for argv in (("notify",), ("notify", "tset")):
            said = say(*argv, "--json", cwd=tmp_path)
            assert (said.exit_code, said.json["errors"][0]["code"]) == (2, "usage")
