"""``remind`` where people have addresses: told once, failures loud, doubt listed, sent again on a person's word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from callbacksheet.adapters.file_locks import own_lock
from callbacksheet.adapters.intents import sole_run
from callbacksheet.adapters.notify import Delivery
from callbacksheet.core.message import Message, Sent, Verdict
from callbacksheet.wiring import sending_file
from tests.cli.team import CONFIG, DANA, Team, team


def test_the_message_comes_once_and_the_run_says_to_whom(tmp_path: Path) -> None:
    desk = team(tmp_path)
    first = desk.say("remind", at="10:00")
    assert "MK: URGENT 10:00 Dana" in first.out
    assert "Told Mary K (console:): Dana, due today 10:00." in first.out
    assert first.exit_code == 0
    again = desk.say("remind", at="10:01")
    assert again.out == "Nothing new to tell: 1 callback is due, and whom it concerns was told.\n"


def test_nobody_due_is_one_line_and_no_write(tmp_path: Path) -> None:
    desk = team(tmp_path)
    before = desk.folder.file
    assert desk.say("remind", at="09:45").out == "Nobody is due. Next is Dana, today 10:00.\n"
    data = desk.json("remind", at="09:45")
    assert data["due"] == []
    assert data["requests"] == {"read": 1, "write": 0}
    assert desk.folder.file == before


def test_programs_learn_what_was_sent(tmp_path: Path) -> None:
    desk = team(tmp_path)
    data = desk.json("remind", at="10:00")
    (sent,) = data["sent"]
    assert (sent["kind"], sent["recipient"], sent["channel"], sent["fate"]) == ("due", "MK", "console:", "sent")
    assert sent["due"] == "2026-05-08T10:00:00-04:00"
    assert sent["rows"] == [data["due"][0]["key"]]
    assert data["failed"] == data["unknown"] == []


def test_a_dry_run_names_whom_it_would_tell(tmp_path: Path) -> None:
    desk = team(tmp_path)
    before = desk.folder.file
    assert desk.say("remind", "--dry-run", at="10:00").out == "Would tell Mary K (console:): Dana, due today 10:00.\n"
    assert desk.folder.file == before


def test_an_owner_without_an_address_is_passed_over(tmp_path: Path) -> None:
    desk = team(tmp_path, (DANA,), CONFIG.replace('owner = "MK"', 'owner = "JL"'))
    assert "Told Olga L (console:): Dana, due today 10:00." in desk.say("remind", at="10:00").out


def test_what_nobody_answers_for_goes_to_the_operator(tmp_path: Path) -> None:
    config = CONFIG.replace('head = "OL"\n', "").split("[shifts]")[0]
    desk = team(tmp_path, (DANA,), config)
    assert "Told Mary K (console:): Dana, due today 10:00." in desk.say("remind", at="10:00").out


def test_another_run_on_this_machine_is_left_alone_at_once(tmp_path: Path) -> None:
    from datetime import date

    from callbacksheet.config import load

    desk = team(tmp_path)
    settings = load(tmp_path / "callbacksheet.toml", date(2026, 5, 8))
    lock = sending_file(settings, {"CALLBACKSHEET_STATE": str(tmp_path / "state-of-laptop")}, "lock")
    with sole_run(lock):
        said = desk.say("remind", at="10:00")
    assert said.exit_code == 0
    assert said.out.startswith("Another run is under way")
    assert desk.say("remind", at="10:00").out.count("Told") == 1


def test_a_workbook_that_is_being_written_is_tried_again_and_then_busy(tmp_path: Path) -> None:
    desk = team(tmp_path)
    with own_lock(desk.folder.workbook):
        said = desk.say("remind", at="10:00")
    assert said.exit_code == 9
    assert desk.say("remind", at="10:01").exit_code == 0


def test_a_sheet_that_was_never_tidied_tells_what_to_do(tmp_path: Path) -> None:
    desk = Team(team(tmp_path).folder)
    other = tmp_path / "other"
    other.mkdir()
    from tests.cli.folder import folder

    fresh = Team(folder(other, (DANA,), config=CONFIG))
    said = fresh.say("remind", at="12:00")
    assert said.exit_code == 5
    assert "callbacksheet tidy" in said.err
    assert desk.say("remind", at="09:45").exit_code == 0


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> list[Verdict]:
    """What every message meets; a list that a test may change. A patch, since real addresses answer elsewhere."""
    verdicts = [Verdict.REFUSED]

    def send(self: Delivery, message: Message) -> Sent:
        return Sent(verdicts[0], "no route to host" if verdicts[0] is not Verdict.ACCEPTED else "")

    monkeypatch.setattr(Delivery, "send", send)
    return verdicts


def test_a_failure_is_exit_10_on_the_error_stream_in_the_run_it_happened(tmp_path: Path, deaf: list[Verdict]) -> None:
    desk = team(tmp_path, (DANA,))
    said = desk.say("remind", "--scheduled", at="10:00")
    assert said.exit_code == 10
    assert said.out == ""
    assert "Mary K (console:) could not be told of Dana, due today 10:00: no route to host." in said.err
    envelope = desk.say("remind", "--json", at="10:01").json
    assert envelope["status"] == "error"
    assert [error["code"] for error in envelope["errors"]] == ["unsent"]
    assert envelope["data"]["failed"][0]["tries"] == 6
    assert desk.say("remind", at="10:02").exit_code == 10  # the head, who was told instead, cannot be reached either
    assert "reminder_unsent" in desk.json("list", at="10:03")["callbacks"][0]["flags"]


def test_what_nobody_knows_is_listed_and_sent_again_on_a_persons_word(tmp_path: Path, deaf: list[Verdict]) -> None:
    deaf[0] = Verdict.UNKNOWN
    desk = team(tmp_path, (DANA,))
    said = desk.say("remind", at="10:00")
    assert said.exit_code == 10
    assert "Nobody can say whether Mary K (console:) was told of Dana" in said.err
    assert desk.say("remind", at="10:01").exit_code == 0
    (unknown,) = desk.json("remind", "--unknown", at="10:02")["unknown"]
    assert unknown["fate"] == "hold"
    page = desk.say("remind", "--unknown", at="10:02").out
    assert unknown["key"] in page
    assert "Mary K" in page
    deaf[0] = Verdict.ACCEPTED
    again = desk.say("remind", "--resend", unknown["key"][:10], at="10:03")
    assert again.exit_code == 0, again.err
    assert again.out.startswith("Told Mary K (console:): Dana")
    assert desk.say("remind", "--unknown", at="10:04").out == "The fate of every reminder is known.\n"
    refused = desk.say("remind", "--resend", unknown["key"], at="10:05")
    assert refused.exit_code == 5
    assert "--force" in refused.err


def test_a_row_names_its_message_too(tmp_path: Path, deaf: list[Verdict]) -> None:
    deaf[0] = Verdict.UNKNOWN
    desk = team(tmp_path, (DANA,))
    desk.say("remind", at="10:00")
    key = desk.json("list")["callbacks"][0]["key"]
    deaf[0] = Verdict.ACCEPTED
    assert desk.say("remind", "--resend", key, at="10:03").exit_code == 0


def test_a_key_that_names_nothing_is_refused(tmp_path: Path) -> None:
    said = team(tmp_path).say("remind", "--resend", "nothing", at="10:00")
    assert said.exit_code == 2
    assert "--unknown" in said.err


def test_cron_hears_nothing_while_all_is_well_and_the_sheet_has_a_sign_of_life(tmp_path: Path) -> None:
    desk = team(tmp_path)
    assert desk.say("cron", "--check", at="09:40").exit_code == 3
    first = desk.say("remind", "--scheduled", at="09:45")
    assert (first.exit_code, first.out, first.err) == (0, "", "")
    before = desk.folder.file
    assert desk.say("remind", "--scheduled", at="09:50").out == ""
    assert desk.folder.file == before
    check = desk.json("cron", "--check", at="09:55")
    assert check["running"] is True
    assert check["how"] == "cron"
    assert desk.say("cron", "--check", at="10:30").exit_code == 3
    assert desk.json("remind", "--scheduled", at="10:00")["requests"] == {"read": 1, "write": 2}


def test_with_nobody_to_tell_neither_apprise_nor_holidays_is_loaded(tmp_path: Path) -> None:
    config = CONFIG.replace("[hours]", '[hours]\ncountry = "US"').replace('"console:"', '"json://localhost:1/"')
    team(tmp_path, config=config)
    code = (
        "import sys; from callbacksheet.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print(sorted({'apprise', 'holidays', 'callbacksheet.core.plan', 'rich', 'openpyxl', 'urllib.request', "
        "'callbacksheet.adapters.xlsx_edit', 'callbacksheet.cli.commands.doctor'} & set(sys.modules)))"
    )
    environ = {**os.environ, "CALLBACKSHEET_NOW": "2026-05-08T09:45", "CALLBACKSHEET_STATE": str(tmp_path / "state")}
    done = subprocess.run(
        [sys.executable, "-c", code, "remind"],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == "Nobody is due. Next is Dana, today 10:00.\n[]\n", done.stderr


def test_a_workbook_left_open_all_day_is_told_to_cron_once_an_hour(tmp_path: Path) -> None:
    desk = team(tmp_path)
    (tmp_path / "~$callbacks.xlsx").write_bytes(b"\x04Mary")
    said = [desk.say("remind", "--scheduled", at=at) for at in ("10:00", "10:01", "10:59", "11:00", "11:01")]
    assert [one.exit_code for one in said] == [9] * 5
    assert ["open in Excel" in one.err for one in said] == [True, False, False, True, False]
    assert [one.exit_code for one in (desk.say("remind", at="10:02"),)] == [9]
    assert desk.say("remind", at="10:02").err


def test_an_open_workbook_is_no_trouble_while_nobody_is_due(tmp_path: Path) -> None:
    desk = team(tmp_path)
    (tmp_path / "~$callbacks.xlsx").write_bytes(b"\x04Mary")
    assert desk.say("remind", at="09:45").out == "Nobody is due. Next is Dana, today 10:00.\n"


def test_claims_and_marks_push_no_backup_out(tmp_path: Path) -> None:
    desk = team(tmp_path)
    before = sorted((tmp_path / ".callbacksheet-backups").iterdir())
    assert desk.json("remind", at="10:00")["requests"]["write"] == 2
    assert sorted((tmp_path / ".callbacksheet-backups").iterdir()) == before


def test_what_nobody_knows_shows_in_triage(tmp_path: Path, deaf: list[Verdict]) -> None:
    deaf[0] = Verdict.UNKNOWN
    desk = team(tmp_path, (DANA,))
    desk.say("remind", at="10:00")
    assert "Nobody can say whether the reminder to MK went out" in desk.say("triage", "--no-walk", at="10:05").out
