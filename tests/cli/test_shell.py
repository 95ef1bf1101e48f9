"""The shell every command stands in: options in both places, one envelope, an exit code for each way to end."""

# ruff: noqa: E501 - a case to a line is what makes the tables readable

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import pytest
import typer

from callbacksheet import __version__
from callbacksheet.cli import commands as cli_commands
from callbacksheet.cli.command import Context, Registered, Result, command
from callbacksheet.cli.commands import COMMANDS
from callbacksheet.cli.envelope import RowIssue
from callbacksheet.cli.page import Cell, Head, Line, Table, Tone, Verbatim
from callbacksheet.errors import CallbackSheetError, SetupError
from tests.cli.desk import CONFIG, Said, say


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a sound configuration."""
    (tmp_path / "callbacksheet.toml").write_text(CONFIG)
    return tmp_path


@command("Tests")
def echo(
    context: Context,
    words: Annotated[list[str] | None, typer.Argument(help="Words.")] = None,
    loud: Annotated[bool, typer.Option("--loud", help="Louder.")] = False,
) -> Result:
    """Say what was asked."""
    options = context.options
    return Result(
        {
            "words": list(words or ()),
            "loud": loud,
            "config": str(options.config),
            "as": options.initials,
            "dry_run": options.dry_run,
            "yes": options.yes,
            "force": options.force,
            "now": options.now,
        },
        (Line(f"heard {len(words or ())}", Tone.GOOD),),
    )


@command("Tests")
def moment(context: Context) -> Result:
    """Say the time and who is asking."""
    return Result({"now": context.now.isoformat(), "operator": context.operator})


def ending(name: str, end: Callable[[Context], Result]) -> dict[str, Registered]:
    """A command line with one command that ends in a given way."""

    @command("Tests", name)
    def fake(context: Context) -> Result:
        """End."""
        return end(context)

    return {name: fake}


FAKES = {"echo": echo, "moment": moment}


def hear(cwd: Path, *argv: str, **environ: str) -> Said:
    return say(*argv, cwd=cwd, environ=environ, commands=FAKES)


class TestGlobalOptions:
    @pytest.mark.parametrize(
        ("option", "key", "value"),
        [
            (("--as", "OL"), "as", "OL"),
            (("--dry-run",), "dry_run", True),
            (("--yes",), "yes", True),
            (("--force",), "force", True),
            (("--config", "a.toml"), "config", "a.toml"),
            (("--now", "2026-05-08 11:30"), "now", "2026-05-08 11:30"),
        ],
    )
    def test_are_taken_before_and_after_the_command(
        self, tmp_path: Path, option: tuple[str, ...], key: str, value: object
    ) -> None:
        before = hear(tmp_path, *option, "--json", "echo", "a")
        after = hear(tmp_path, "echo", "a", *option, "--json")
        between = hear(tmp_path, "--json", "echo", *option, "a")
        assert before.json == after.json == between.json
        assert after.json["data"][key] == value
        assert after.json["data"]["words"] == ["a"]

    def test_after_the_command_wins_over_before_it_and_both_over_the_environment(self, tmp_path: Path) -> None:
        both = hear(tmp_path, "--as", "AA", "echo", "--as", "BB", "--json", CALLBACKSHEET_AS="CC")
        first = hear(tmp_path, "--as", "AA", "echo", "--json", CALLBACKSHEET_AS="CC")
        none = hear(tmp_path, "echo", "--json", CALLBACKSHEET_AS=" CC ", CALLBACKSHEET_NOW="2026-05-08")
        assert [said.json["data"]["as"] for said in (both, first, none)] == ["BB", "AA", "CC"]
        assert none.json["data"]["now"] == "2026-05-08"

    @pytest.mark.parametrize("name", COMMANDS)
    def test_are_listed_by_the_help_of_every_command(
        self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert say(*name.split(), "--help", cwd=tmp_path).exit_code == 0
        told = capsys.readouterr().out
        for option in ("--config", "--as", "--json", "--dry-run", "--yes", "--force", "--verbose"):
            assert option in told
        assert "--now" not in told

    def test_the_operator_of_the_configuration_asks_unless_somebody_else_does(self, desk: Path) -> None:
        assert hear(desk, "moment", "--json").json["data"]["operator"] == "MK"
        assert hear(desk, "moment", "--json", "--as", "JL").json["data"]["operator"] == "JL"
        assert hear(desk, "moment", "--json", CALLBACKSHEET_AS="RT").json["data"]["operator"] == "RT"


class TestNow:
    @pytest.mark.parametrize(
        ("typed", "moment"),
        [
            ("2026-05-08T11:30", "2026-05-08T11:30:00-04:00"),
            ("2026-05-08 11:30:59", "2026-05-08T11:30:00-04:00"),
            ("2026-05-08", "2026-05-08T00:00:00-04:00"),
            ("2026-05-08T15:30Z", "2026-05-08T11:30:00-04:00"),
            ("2026-05-08T17:30+02:00", "2026-05-08T11:30:00-04:00"),
        ],
    )
    def test_is_on_the_clock_of_the_shop_unless_it_has_an_offset(self, desk: Path, typed: str, moment: str) -> None:
        assert hear(desk, "moment", "--now", typed, "--json").json["data"]["now"] == moment
        assert hear(desk, "moment", "--json", CALLBACKSHEET_NOW=typed).json["data"]["now"] == moment

    def test_is_the_clock_cut_to_the_minute_when_nobody_says(self, desk: Path) -> None:
        assert hear(desk, "moment", "--json").json["data"]["now"] == "2026-05-08T12:00:00-04:00"

    def test_that_is_no_moment_is_a_usage_error(self, desk: Path) -> None:
        said = hear(desk, "moment", "--now", "soon")
        assert said.exit_code == 2
        assert said.err == (
            "callbacksheet: --now 'soon' is not a moment.\n"
            'Next: Write it like "2026-05-08 13:30" or "2026-05-08T13:30+02:00".\n'
        )
        by_variable = hear(desk, "moment", CALLBACKSHEET_NOW="soon")
        assert by_variable.err.startswith("callbacksheet: $CALLBACKSHEET_NOW 'soon' is not a moment.\n")


class TestEnvelope:
    def test_holds_the_result_and_nothing_else_is_on_stdout(self, tmp_path: Path) -> None:
        said = hear(tmp_path, "echo", "дзвінок", "--json")
        assert said.json == {
            "schema": "callbacksheet/1",
            "command": "echo",
            "status": "ok",
            "exit_code": 0,
            "data": {
                "words": ["дзвінок"],
                "loud": False,
                "config": "None",
                "as": "",
                "dry_run": False,
                "yes": False,
                "force": False,
                "now": "",
            },
            "issues": [],
            "errors": [],
        }
        assert "дзвінок" in said.out
        assert said.err == ""

    @pytest.mark.parametrize(("code", "status"), [(0, "ok"), (3, "ok"), (4, "partly"), (10, "error")])
    def test_says_how_it_went(self, tmp_path: Path, code: int, status: str) -> None:
        issue = RowIssue(7, "no_phone", "There is no number.")
        fakes = ending("fake", lambda _: Result({}, issues=(issue,), exit_code=code))
        said = say("fake", "--json", cwd=tmp_path, commands=fakes)
        assert (said.exit_code, said.json["exit_code"], said.json["status"]) == (code, code, status)
        assert said.json["issues"] == [{"row": 7, "code": "no_phone", "sentence": "There is no number."}]

    @pytest.mark.parametrize(
        ("argv", "named", "message", "next_step"),
        [
            (["echo", "--luod", "--json"], "echo", "No such option: --luod", "See `callbacksheet echo --help`."),
            (["--json", "ecko"], "", "No such command 'ecko'", "See `callbacksheet --help`."),
            (["--json"], "", "Missing command", "See `callbacksheet --help`."),
            (["echo", "--json", "--as"], "echo", "Option '--as' requires an argument", "See `callbacksheet echo --help`."),
        ],
    )  # fmt: skip
    def test_holds_a_command_line_that_could_not_be_read(
        self, tmp_path: Path, argv: list[str], named: str, message: str, next_step: str
    ) -> None:
        said = say(*argv, cwd=tmp_path, commands=FAKES)
        assert said.exit_code == 2
        assert (said.json["command"], said.json["status"], said.json["exit_code"]) == (named, "error", 2)
        [error] = said.json["errors"]
        assert error["code"] == "usage"
        assert error["message"].startswith(message)
        assert error["next"] == next_step
        assert said.err == ""

    def test_holds_each_problem_of_a_configuration(self, tmp_path: Path) -> None:
        (tmp_path / "callbacksheet.toml").write_text(CONFIG.replace("region", "regoin") + "[hours]\nmon = 1\n")
        said = hear(tmp_path, "moment", "--json")
        assert said.exit_code == 6
        assert [error["message"] for error in said.json["errors"]] == [
            'line 2: regoin is not a setting; did you mean "region"?',
            "line 9: hours.mon must be a list in [ ], not 1",
        ]
        assert {error["code"] for error in said.json["errors"]} == {"setup"}

    def test_json_after_a_double_dash_is_a_word(self, tmp_path: Path) -> None:
        said = hear(tmp_path, "echo", "--", "--json")
        assert said.out == "heard 1\n"

    def test_holds_the_version(self, tmp_path: Path) -> None:
        assert hear(tmp_path, "--json", "--version").json["data"] == {"version": __version__}


FAILURES: list[type[CallbackSheetError]] = [CallbackSheetError, *CallbackSheetError.__subclasses__()]
"""One for each exit code; what is known of a write to Google beside them are kinds of these."""


class TestFailures:
    @pytest.mark.parametrize("kind", FAILURES, ids=lambda kind: kind.__name__)
    def test_each_kind_has_its_exit_code_and_says_what_next(
        self, tmp_path: Path, kind: type[CallbackSheetError]
    ) -> None:
        def end(_: Context) -> Result:
            raise kind("It happened. Nothing was changed.", "Do that.")

        said = say("fake", cwd=tmp_path, commands=ending("fake", end))
        assert said.exit_code == kind.exit_code
        assert said.out == ""
        assert said.err == "callbacksheet: It happened. Nothing was changed.\nNext: Do that.\n"
        told = say("fake", "--json", cwd=tmp_path, commands=ending("fake", end))
        assert told.json["errors"] == [
            {"code": kind.code, "message": "It happened. Nothing was changed.", "next": "Do that."}
        ]
        assert (told.json["status"], told.json["exit_code"]) == ("error", kind.exit_code)
        assert told.err == ""

    def test_no_two_kinds_share_an_exit_code(self) -> None:
        codes = [kind.exit_code for kind in FAILURES]
        assert sorted(codes) == [1, 2, 5, 6, 7, 8, 9, 10]

    def test_a_bug_is_told_without_what_a_caller_typed_and_without_a_traceback(self, tmp_path: Path) -> None:
        def end(_: Context) -> Result:
            raise KeyError("+1 415 555 0142")

        said = say("fake", cwd=tmp_path, commands=ending("fake", end))
        assert said.exit_code == 1
        assert said.err == (
            "callbacksheet: This is a bug in callbacksheet (KeyError). "
            "Each write to the sheet is whole or was not made at all.\n"
            "Next: Run again with --verbose and report it.\n"
        )
        told = say("fake", "--verbose", "--json", cwd=tmp_path, commands=ending("fake", end))
        assert told.json["errors"][0]["code"] == "bug"
        assert told.err.startswith("Traceback")

    @pytest.mark.parametrize("flags", [(), ("--json",)])
    def test_ctrl_c_leaves_nothing_half_done(self, tmp_path: Path, flags: tuple[str, ...]) -> None:
        def end(_: Context) -> Result:
            raise KeyboardInterrupt

        said = say("fake", *flags, cwd=tmp_path, commands=ending("fake", end))
        assert said.exit_code == 130
        message = (
            "Interrupted, and nothing was left half done. Each write to the sheet is whole or was not made at all."
        )
        assert (said.json["errors"][0]["message"] if flags else said.err.strip()) in (
            message,
            f"callbacksheet: {message}",
        )

    def test_without_a_configuration_the_next_step_is_named(self, tmp_path: Path) -> None:
        environ = {"CALLBACKSHEET_CONFIG": str(tmp_path / "gone.toml")}
        said = say("moment", cwd=tmp_path, environ=environ, commands=FAKES)
        assert said.exit_code == 6
        assert "callbacksheet init" in said.err

    def test_no_words_at_all_show_the_help_and_are_a_usage_error(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert say(cwd=tmp_path, commands=FAKES).exit_code == 2
        assert "Usage: callbacksheet" in capsys.readouterr().out


class TestAsking:
    def agreeing(self, context: Context) -> Result:
        return Result({"agreed": context.agree("Add 5 columns?")})

    def test_nobody_there_and_no_yes_is_refused(self, tmp_path: Path) -> None:
        said = say("fake", cwd=tmp_path, commands=ending("fake", self.agreeing))
        assert said.exit_code == 5
        assert said.err == (
            "callbacksheet: Add 5 columns? Nobody is there to answer, so nothing was changed.\n"
            "Next: Run it again with --yes to agree, or on a terminal to be asked.\n"
        )

    def test_json_asks_nobody_even_on_a_terminal(self, tmp_path: Path) -> None:
        said = say("fake", "--json", cwd=tmp_path, answers=("y",), commands=ending("fake", self.agreeing))
        assert said.exit_code == 5
        assert said.json["errors"][0]["code"] == "refused"

    def test_yes_agrees_for_everybody(self, tmp_path: Path) -> None:
        said = say("fake", "--yes", "--json", cwd=tmp_path, commands=ending("fake", self.agreeing))
        assert said.json["data"] == {"agreed": True}

    @pytest.mark.parametrize(("answer", "agreed"), [("y", 1), ("Так", 1), ("sí", 1), ("", 0), ("n", 0), ("no", 0)])
    def test_a_person_is_asked(self, tmp_path: Path, answer: str, agreed: int) -> None:
        def end(context: Context) -> Result:
            return Result({}, exit_code=0 if context.agree("Go?") == bool(agreed) else 3)

        said = say("fake", cwd=tmp_path, answers=(answer,), commands=ending("fake", end))
        assert said.exit_code == 0
        assert said.out == "Go? [y/N] "

    def test_a_closed_keyboard_is_no_answer(self, tmp_path: Path) -> None:
        said = say("fake", cwd=tmp_path, answers=(), commands=ending("fake", self.agreeing))
        assert said.exit_code == 5


class TestPeople:
    def test_a_callers_text_cannot_steer_the_terminal(self, tmp_path: Path) -> None:
        nasty = "Dana\x1b[2J\x07\u202e"
        page = (Line(nasty), Table((Head("Name"),), ((nasty,),)))
        said = say("fake", cwd=tmp_path, commands=ending("fake", lambda _: Result({}, page)))
        assert not set("\x1b\x07\u202e") & set(said.out)
        assert said.out.count("Dana\ufffd[2J\ufffd\ufffd") == 2

    def test_a_table_in_a_pipe_keeps_its_words_and_lines_are_not_wrapped(self, tmp_path: Path) -> None:
        long = "a reason " * 40
        page = (
            Line(long),
            Table((Head("Key"), Head("Why", wrap=True)), (("CB-7F3K", Cell("[bold]", Tone.BAD)),)),
        )
        said = say("fake", cwd=tmp_path, commands=ending("fake", lambda _: Result({}, page)))
        assert said.out.startswith(long + "\n")
        assert "CB-7F3K   [bold]" in said.out

    def test_text_for_programs_is_written_as_it_is(self, tmp_path: Path) -> None:
        page = (Verbatim('{"id": 1}\n'),)
        said = say("fake", cwd=tmp_path, commands=ending("fake", lambda _: Result({}, page)))
        assert said.out == '{"id": 1}\n'


def program(*argv: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """The program as a shell runs it."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("CALLBACKSHEET_")}
    return subprocess.run(
        [sys.executable, "-c", "from callbacksheet.cli.main import main; main()", *argv],
        cwd=cwd,
        env={**clean, "PYTHONPATH": str(Path(__file__).parents[2]), **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


class TestProgram:
    def test_speaks_json_on_stdout_and_exits_with_the_code(self, tmp_path: Path) -> None:
        done = program("--json", "nothing", cwd=tmp_path)
        assert done.returncode == 2
        assert json.loads(done.stdout)["errors"][0]["code"] == "usage"
        assert done.stderr == ""

    def test_a_wrong_word_is_looked_for_among_all_commands_also_beside_a_right_one(self, tmp_path: Path) -> None:
        said = say("lsit", "remind", cwd=tmp_path)
        assert said.exit_code == 2
        assert "No such command 'lsit'" in said.err
        assert "'list'" in said.err

    @pytest.mark.parametrize("argv", [["--help"], ["list"], ["list", "--json"]])
    def test_a_reader_who_has_seen_enough_is_no_failure(self, tmp_path: Path, argv: list[str]) -> None:
        assert program("demo", cwd=tmp_path).returncode == 0
        ears, mouth = os.pipe()
        os.close(ears)
        with os.fdopen(mouth) as gone:
            done = subprocess.run(
                [sys.executable, "-c", "from callbacksheet.cli.main import main; main()", *argv],
                cwd=tmp_path / "demo",
                env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
                stdout=gone,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, done.stderr) == (0, b"")

    def test_every_command_lies_where_its_name_says(self) -> None:
        folder = Path(cli_commands.__file__).parent
        assert {name: COMMANDS[name].name for name in COMMANDS} == {name: name for name in COMMANDS}
        assert len(COMMANDS) == len([file for file in folder.glob("*.py") if file.name != "__init__.py"])

    def test_loads_nothing_heavy_for_its_help(self, tmp_path: Path) -> None:
        code = (
            "import sys; from callbacksheet.cli.main import app; app(); "
            "print([m for m in ('openpyxl', 'phonenumbers', 'holidays', 'tomlkit', 'rapidfuzz', 'rich', "
            "'platformdirs', 'filelock', 'callbacksheet.config', 'callbacksheet.core') if m in sys.modules])"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == "[]"


def test_setup_errors_are_the_only_ones_with_parts() -> None:
    assert SetupError("a", "b", ("c", "d")).parts == ("c", "d")
