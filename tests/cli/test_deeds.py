"""What is done about a row through the tool: recorded at once, signed, and never unsigned or without a next time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.folder import Folder, folder


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    made = folder(tmp_path)
    made.say("tidy", "--yes")
    return made


def row(desk: Folder, name: str) -> dict[str, object]:
    rows = desk.json("list", "--all")["callbacks"]
    [found] = [one for one in rows if one["name"] == name]
    return dict(found)


def test_an_attempt_counts_waits_and_gets_a_next_try(desk: Folder) -> None:
    said = desk.say("attempt", "dana", "no answer")
    assert said.exit_code == 0
    assert "no answer, attempt 1 by MK" in said.out
    after = row(desk, "Dana")
    assert (after["status"], after["attempts"], after["by"]) == ("Waiting", 1, "MK")
    assert after["next_source"] == "person"
    assert after["next_callback"] == "2026-05-08T14:00:00-04:00"
    assert after["notes"] == "2026-05-08 12:00 MK: no answer"
    assert "needs_next_time" not in after["flags"]  # type: ignore[operator]


def test_words_behind_the_kind_are_its_note(desk: Folder) -> None:
    desk.say("attempt", "dana", "vm, asked to ring the shop", "--note", "promised a discount")
    assert row(desk, "Dana")["notes"] == ("2026-05-08 12:00 MK: voicemail, asked to ring the shop; promised a discount")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("no-answer", "no answer"),
        ("no_answer", "no answer"),
        ("No ans", "no answer"),
        ("lvm", "voicemail"),
        ("left a voicemail", "voicemail"),
        ("texted", "message sent"),
        ("busy", "busy"),
        ("wrong number", "wrong number"),
        ("нет ответа", "no answer"),
        ("занято", "busy"),
        ("no contesta", "no answer"),
        ("pesan suara", "voicemail"),
        ("не бере", "no answer"),
    ],
)
def test_an_attempt_is_named_in_any_of_the_languages(desk: Folder, words: str, kind: str) -> None:
    desk.say("attempt", "dana", words)
    assert row(desk, "Dana")["notes"] == f"2026-05-08 12:00 MK: {kind}"


@pytest.mark.parametrize("words", ["booked Fri 15:00", "booked", "answered", "resolved"])
def test_what_was_settled_closes_the_row_as_one_attempt(desk: Folder, words: str) -> None:
    assert desk.say("attempt", "dana", words).exit_code == 0
    after = row(desk, "Dana")
    assert (after["status"], after["attempts"], after["outcome"]) == ("Done", 1, words)


def test_having_spoken_asks_what_comes_next(desk: Folder) -> None:
    said = desk.say("attempt", "dana", "spoke")
    assert said.exit_code == 2
    assert "--next" in said.err
    assert row(desk, "Dana")["attempts"] == 0


def test_having_spoken_with_a_next_time_is_scheduled(desk: Folder) -> None:
    desk.say("attempt", "dana", "spoke", "--next", "mon 17:15")
    after = row(desk, "Dana")
    assert (after["status"], after["next_callback"]) == ("Scheduled", "2026-05-11T17:15:00-04:00")


@pytest.mark.parametrize("words", ["", "maybe", "rang the bell", "did not leave a voicemail"])
def test_words_that_name_no_attempt_record_nothing(desk: Folder, words: str) -> None:
    assert desk.say("attempt", "dana", words).exit_code == 2
    assert row(desk, "Dana")["attempts"] == 0


@pytest.mark.parametrize("when", ["yesterday 10:00", "11:00 today", "sometime", "when the moon is full", "32:00"])
def test_a_next_time_that_is_past_or_unclear_is_refused(desk: Folder, when: str) -> None:
    before = row(desk, "Dana")
    assert desk.say("schedule", "dana", when).exit_code == 2
    assert row(desk, "Dana") == before


def test_the_final_message_after_all_tries_closes_the_row(desk: Folder) -> None:
    for at in ("12:00", "12:10", "12:20"):
        desk.say("attempt", "dana", "no answer", at=at)
    assert "final_message_due" in row(desk, "Dana")["flags"]  # type: ignore[operator]
    assert desk.say("attempt", "dana", "voicemail", at="12:30").exit_code == 0
    after = row(desk, "Dana")
    assert (after["status"], after["outcome"]) == ("Done", "no answer ×4, closed")


def test_a_third_voicemail_is_not_the_final_message_unless_said(desk: Folder) -> None:
    for at in ("12:00", "12:10"):
        desk.say("attempt", "dana", "no answer", at=at)
    desk.say("attempt", "dana", "voicemail", at="12:20")
    assert row(desk, "Dana")["status"] == "Waiting"


def test_done_wants_to_know_what_came_of_it(desk: Folder) -> None:
    said = desk.say("done", "dana")
    assert said.exit_code == 2
    assert "What came of it" in said.err
    assert desk.say("done", "dana", "booked Fri 15:00").exit_code == 0
    after = row(desk, "Dana")
    assert (after["status"], after["outcome"], after["attempts"]) == ("Done", "booked Fri 15:00", 0)


def test_a_done_row_opens_again_only_by_a_time(desk: Folder) -> None:
    desk.say("done", "dana", "booked")
    for argv in (("attempt", "dana", "busy"), ("done", "dana", "again"), ("claim", "dana"), ("assign", "dana", "MK")):
        assert desk.say(*argv).exit_code == 2
    assert desk.say("schedule", "dana", "mon 10:00").exit_code == 0
    after = row(desk, "Dana")
    assert (after["status"], after["next_callback"]) == ("Scheduled", "2026-05-11T10:00:00-04:00")
    assert desk.json("tidy")["changes"] == []


def test_a_time_equal_to_the_reckoned_one_is_a_persons(desk: Folder) -> None:
    assert row(desk, "Dana")["next_source"] == "wish"
    desk.say("schedule", "dana", "13:30")
    assert row(desk, "Dana")["next_source"] == "person"


def test_handing_over_keeps_the_reason_on_the_row(desk: Folder) -> None:
    desk.say("assign", "dana", "mk", "--why", "knows her")
    after = row(desk, "Dana")
    assert (after["owner"], after["notes"]) == ("MK", "2026-05-08 12:00 MK: → MK: knows her")


def test_an_unknown_person_gets_nothing(desk: Folder) -> None:
    said = desk.say("assign", "dana", "ZZ")
    assert said.exit_code == 2
    assert "MK" in said.err


def test_a_claimed_caller_is_nobody_elses_until_the_claim_ends(desk: Folder) -> None:
    assert desk.say("claim", "dana").exit_code == 0
    taken = desk.say("--as", "JL", "claim", "dana", at="12:05")
    assert taken.exit_code == 9
    assert "MK is ringing Dana" in taken.err
    assert desk.say("--as", "JL", "claim", "dana", at="12:11").exit_code == 0


def test_a_claim_can_be_given_back(desk: Folder) -> None:
    desk.say("claim", "dana")
    desk.say("claim", "dana", "--release", at="12:01")
    assert desk.say("--as", "JL", "claim", "dana", at="12:02").exit_code == 0


def test_no_deed_goes_unsigned(desk: Folder) -> None:
    config = desk.path / "callbacksheet.toml"
    config.write_text(config.read_text(encoding="utf-8").replace('operator = "MK"\n', ""), encoding="utf-8")
    for argv in (("attempt", "dana", "busy"), ("done", "dana", "x"), ("schedule", "dana", "mon 10:00")):
        said = desk.say(*argv)
        assert said.exit_code == 2
        assert "--as" in said.err
    assert desk.say("attempt", "dana", "busy", "--as", "JL").exit_code == 0
    assert row(desk, "Dana")["by"] == "JL"


def test_a_rehearsal_writes_nothing(desk: Folder) -> None:
    before = desk.rows()
    said = desk.say("attempt", "dana", "busy", "--dry-run")
    assert (said.exit_code, "Nothing was written." in said.out) == (0, True)
    assert desk.rows() == before


def test_a_deed_is_taken_back_like_any_run(desk: Folder) -> None:
    before = desk.rows()
    desk.say("attempt", "dana", "booked Fri 15:00")
    assert desk.rows() != before
    desk.say("undo", at="12:05")
    assert desk.rows() == before


def test_a_second_run_finds_nothing_to_do_after_a_deed(desk: Folder) -> None:
    desk.say("attempt", "dana", "no answer")
    assert desk.json("tidy")["changes"] == []


def test_the_deed_is_told_to_programs(desk: Folder) -> None:
    data = desk.json("attempt", "dana", "no-answer")
    assert data["callback"]["status"] == "Waiting"
    assert data["written"] is True
    assert {change["column"] for change in data["changes"]} >= {"attempts", "status", "next_callback", "notes"}


def test_two_windows_are_offered_inside_hours(desk: Folder) -> None:
    first, second = desk.json("offer")["offers"]
    assert (first["start"], first["end"]) == ("2026-05-08T14:00:00-04:00", "2026-05-08T16:00:00-04:00")
    assert first["load"] == 0
    assert second["start"] >= first["end"]
