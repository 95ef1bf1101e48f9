"""``block``: a number on the blacklist with its reason, and everything else in the configuration as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.folder import Folder, folder

DANA = "+14155550142"


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    made = folder(tmp_path)
    made.say("tidy", "--yes")
    return made


def config(desk: Folder) -> str:
    return (desk.path / "callbacksheet.toml").read_text(encoding="utf-8")


def dana(desk: Folder) -> dict[str, object]:
    return next(dict(one) for one in desk.json("list", "--all")["callbacks"] if one["name"] == "Dana")


def test_a_blocked_number_leaves_the_queue_with_the_reason(desk: Folder) -> None:
    said = desk.say("block", "415 555 0142", "--reason", "robocalls")
    assert (said.exit_code, "1 row closed, blocked: Dana" in said.out) == (0, True)
    after = dana(desk)
    assert (after["status"], after["outcome"]) == ("Done", "blocked: robocalls")
    assert desk.json("who", "415 555 0142")["blocked"] == {"reason": "robocalls"}


def test_the_rest_of_the_configuration_stays_to_the_letter(desk: Folder) -> None:
    before = config(desk).replace("[sheet]", "# ours, hands off\n[sheet]")
    (desk.path / "callbacksheet.toml").write_text(before, encoding="utf-8")
    desk.say("block", DANA, "--reason", "robocalls")
    desk.say("block", "+14155550177", "--reason", "spam")
    assert "# ours, hands off" in config(desk)
    desk.say("block", DANA, "--remove")
    desk.say("block", "+14155550177", "--remove")
    assert [line for line in config(desk).split("\n") if "blacklist" not in line and line != "]"] == before.split("\n")


@pytest.mark.parametrize(
    "listed",
    [
        'blacklist = [{ phone = "(415) 555-0142", reason = "old" }]\n',
        'blacklist = [\n  { phone = "+1 415 555 0142" },  # why?\n]\n',
    ],
)
def test_a_number_listed_before_gets_the_new_reason_and_no_second_entry(desk: Folder, listed: str) -> None:
    (desk.path / "callbacksheet.toml").write_text(listed + config(desk), encoding="utf-8")
    assert desk.say("block", DANA, "--reason", "robocalls").exit_code == 0
    assert config(desk).count("phone = ") == 1
    assert "robocalls" in config(desk)


def test_tables_of_the_long_form_get_one_more(desk: Folder) -> None:
    long = '\n[[blacklist]]\nphone = "+1 415 555 0177"\nreason = "x"\n'
    (desk.path / "callbacksheet.toml").write_text(config(desk) + long, encoding="utf-8")
    assert desk.say("block", DANA, "--reason", "robocalls").exit_code == 0
    assert config(desk).count("[[blacklist]]") == 2


@pytest.mark.parametrize(
    "argv", [("block", DANA), ("block", DANA, "--reason", " "), ("block", "nobody", "--reason", "x")]
)
def test_without_a_reason_or_a_number_nothing_changes(desk: Folder, argv: tuple[str, ...]) -> None:
    before = config(desk), desk.rows()
    assert desk.say(*argv).exit_code == 2
    assert (config(desk), desk.rows()) == before


def test_remarks_inside_the_list_and_windows_line_ends_stay(desk: Folder) -> None:
    listed = 'blacklist = [ # ours\n  # the worst first\n  { phone = "+1 415 555 0177" }, # why?\n]\n'
    before = (listed + config(desk)).replace("\n", "\r\n").encode()
    (desk.path / "callbacksheet.toml").write_bytes(before)
    desk.say("block", DANA, "--reason", "robocalls")
    entry = f'    {{phone = "{DANA}", reason = "robocalls"}},\r\n'.encode()
    now = (desk.path / "callbacksheet.toml").read_bytes()
    assert now == before.replace(b"why?\r\n", b"why?\r\n" + entry)
    desk.say("block", DANA, "--remove")
    assert (desk.path / "callbacksheet.toml").read_bytes() == before


def test_a_remark_above_a_table_stays_above_it(desk: Folder) -> None:
    before = config(desk).replace("[sheet]", "# ours\n[sheet]")
    (desk.path / "callbacksheet.toml").write_text(before, encoding="utf-8")
    desk.say("block", DANA, "--reason", "robocalls")
    assert "# ours\n[sheet]" in config(desk)


def test_a_row_that_was_done_already_is_not_said_to_be_closed(desk: Folder) -> None:
    desk.say("done", "dana", "booked")
    assert "closed" not in desk.say("block", DANA, "--reason", "robocalls").out


def test_a_number_taken_off_is_no_longer_told_of_as_blocked(desk: Folder) -> None:
    desk.say("block", DANA, "--reason", "robocalls")
    assert "blocked" in dana(desk)["flags"]  # type: ignore[operator]
    [told] = desk.json("block", DANA, "--remove")["callbacks"]
    assert (told["status"], told["flags"]) == ("Done", [])
    assert desk.json("tidy")["changes"] == []


def test_a_row_can_be_named_by_its_key_or_name(desk: Folder) -> None:
    assert desk.json("block", "dana", "--reason", "robocalls")["phone"] == DANA


def test_a_rehearsal_changes_neither_list_nor_sheet(desk: Folder) -> None:
    before = config(desk), desk.rows()
    assert "would be on the blacklist" in desk.say("block", DANA, "--reason", "x", "--dry-run").out
    assert (config(desk), desk.rows()) == before


def test_a_number_that_is_not_listed_cannot_be_taken_off(desk: Folder) -> None:
    assert desk.say("block", DANA, "--remove").exit_code == 2
