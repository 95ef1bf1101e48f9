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
        ("no contestó", "no answer"),
        ("mensaje", "message sent"),
        ("pesan", "message sent"),
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
    assert (after["status"], after["outcome"]) == ("Done", "no answer ×3, closed")


def test_a_final_message_before_all_tries_are_made_gets_a_next_try(desk: Folder) -> None:
    desk.say("attempt", "dana", "voicemail", "--final")
    after = row(desk, "Dana")
    assert (after["status"], after["next_callback"]) == ("Waiting", "2026-05-08T16:00:00-04:00")
    assert after["flags"] == []


def test_a_third_voicemail_is_not_the_final_message_unless_said(desk: Folder) -> None:
    for at in ("12:00", "12:10"):
        desk.say("attempt", "dana", "no answer", at=at)
    desk.say("attempt", "dana", "voicemail", at="12:20")
    assert row(desk, "Dana")["status"] == "Waiting"


def test_a_row_opened_again_asks_for_a_final_message_of_its_own(desk: Folder) -> None:
    for at, came in (("12:00", "no answer"), ("12:10", "no answer"), ("12:20", "busy"), ("12:30", "vm")):
        desk.say("attempt", "dana", came, at=at)
    desk.say("schedule", "dana", "14:00", at="13:00")
    for at in ("14:00", "14:10", "14:20"):
        desk.say("attempt", "dana", "no answer", at=at)
    after = row(desk, "Dana")
    assert (after["status"], "final_message_due" in after["flags"]) == ("Waiting", True)  # type: ignore[operator]
    desk.say("attempt", "dana", "message", at="14:30")
    assert row(desk, "Dana")["status"] == "Done"


def test_a_row_that_people_open_again_in_the_sheet_is_not_closed_at_once(desk: Folder) -> None:
    for at, came in (("12:00", "no answer"), ("12:10", "no answer"), ("12:20", "busy"), ("12:30", "vm")):
        desk.say("attempt", "dana", came, at=at)
    desk.type_in(f"G{desk.column('Name').index('Dana') + 2}", "waiting")
    desk.say("tidy", at="12:40")
    assert row(desk, "Dana")["status"] == "Waiting"
    assert desk.json("tidy", at="12:40")["changes"] == []


def type_for_dana(desk: Folder, header: str, text: str = "=1+1") -> None:
    """Somebody types in Dana's row: a formula, if nothing else is said."""
    column = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[desk.rows()[0].index(header)]
    desk.type_in(f"{column}{desk.column('Name').index('Dana') + 2}", text)


@pytest.mark.parametrize(
    ("header", "argv"),
    [
        ("Status", ("done", "dana", "booked")),
        ("Status", ("attempt", "dana", "busy")),
        ("Next callback", ("schedule", "dana", "15:00")),
        ("Owner", ("assign", "dana", "MK")),
    ],
)
def test_a_deed_that_a_formula_would_undo_is_refused(desk: Folder, header: str, argv: tuple[str, ...]) -> None:
    type_for_dana(desk, header)
    before = desk.rows()
    said = desk.say(*argv)
    assert (said.exit_code, f"a formula stands in {header}" in said.err) == (2, True)
    assert desk.rows() == before


def test_an_attempt_leaves_a_formula_in_attempts_and_next_callback_alone(desk: Folder) -> None:
    type_for_dana(desk, "Attempts")
    type_for_dana(desk, "Next callback", "=A2+1/24")
    assert desk.say("attempt", "dana", "no answer").exit_code == 0
    assert "=1+1" in desk.column("Attempts")
    assert desk.json("tidy")["changes"] == []


def test_words_for_a_cell_with_a_formula_stand_in_the_one_beside_it(desk: Folder) -> None:
    type_for_dana(desk, "Notes")
    desk.say("attempt", "dana", "vm", "--note", "promised a discount")
    assert row(desk, "Dana")["outcome"] == "2026-05-08 12:00 MK: voicemail, promised a discount"
    assert desk.json("tidy")["changes"] == []


def test_attempts_in_words_go_on_in_the_notes_when_one_is_counted(desk: Folder) -> None:
    type_for_dana(desk, "Attempts", "a few")
    desk.say("attempt", "dana", "busy")
    after = row(desk, "Dana")
    assert (after["attempts"], after["notes"]) == (1, "Attempts: a few; 2026-05-08 12:00 MK: busy")
    assert desk.json("tidy")["changes"] == []


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


def test_initials_are_the_same_persons_in_small_letters(desk: Folder) -> None:
    desk.say("claim", "dana")
    assert desk.say("--as", "mk", "claim", "dana").exit_code == 0
    desk.say("--as", "mk", "attempt", "dana", "busy")
    assert row(desk, "Dana")["by"] == "MK"


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


def config_with(desk: Folder, more: str) -> None:
    config = desk.path / "callbacksheet.toml"
    config.write_text(config.read_text(encoding="utf-8") + more, encoding="utf-8")


def test_the_next_try_after_busy_is_inside_hours_though_the_wish_goes_on(desk: Folder) -> None:
    desk.say("add", "Kim", "415 555 0190", "quote", "--best", "after 5", at="17:00")
    desk.say("attempt", "kim", "busy", at="17:40")
    assert row(desk, "Kim")["next_callback"] == "2026-05-11T17:00:00-04:00"


def test_the_next_try_is_at_the_very_minute_that_was_wished(desk: Folder) -> None:
    desk.say("add", "Kim", "415 555 0190", "quote", "--best", "17:10", at="12:00")
    desk.say("attempt", "kim", "no answer", at="12:10")
    assert row(desk, "Kim")["next_callback"] == "2026-05-08T17:10:00-04:00"


def test_who_asked_for_a_later_day_is_not_tried_sooner(desk: Folder) -> None:
    desk.say("add", "Kim", "415 555 0190", "quote", "--best", "next thursday morning", at="12:00")
    desk.say("attempt", "kim", "voicemail", at="12:10")
    assert row(desk, "Kim")["next_callback"] == "2026-05-14T09:00:00-04:00"


def test_a_block_outside_the_hours_of_the_day_is_no_time_for_a_try(desk: Folder) -> None:
    config_with(
        desk,
        '[hours]\nfri = ["09:00-14:00"]\nmon = ["12:00-18:00"]\n[blocks]\ntimes = ["11:30-12:30", "15:00-15:30"]\n',
    )
    desk.say("attempt", "ivan", "no answer", at="13:00")
    assert row(desk, "Ivan")["next_callback"] == "2026-05-11T12:00:00-04:00"


def test_a_row_is_named_by_just_what_stands_in_the_place_of_its_number(desk: Folder) -> None:
    assert desk.say("attempt", "555-01", "busy").exit_code == 0


def test_two_windows_are_offered_inside_hours(desk: Folder) -> None:
    first, second = desk.json("offer")["offers"]
    assert (first["start"], first["end"]) == ("2026-05-08T14:00:00-04:00", "2026-05-08T16:00:00-04:00")
    assert first["load"] == 0
    assert second["start"] >= first["end"]
