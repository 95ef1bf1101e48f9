"""``add``: a call written down in one line, read back, counted when it comes again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import CONFIG, say
from tests.cli.folder import Folder, folder

DANA = ("add", "Dana", "415-555-0142", "reschedule", "--best", "afternoon")
EMPTY = "Received | Name | Phone | Reason | Best time | Status | Next callback"


@pytest.fixture
def new_desk(tmp_path: Path) -> Folder:
    """A desk as ``init`` makes it."""
    said = say("init", "--timezone", "America/New_York", "--region", "US", "--operator", "MK", cwd=tmp_path)
    assert said.exit_code == 0, said.err
    return Folder(tmp_path)


class TestTheDanaMinute:
    def test_it_is_read_back_and_scheduled_by_her_wish(self, new_desk: Folder) -> None:
        said = new_desk.say(*DANA, at="11:20")
        assert said.out == "Dana, about reschedule, +1 415-555-0142, today 13:30. Right?\n"
        assert (said.exit_code, said.err) == (0, "")
        callback = new_desk.json("list", at="11:30")["callbacks"][0]
        assert callback["received"] == "2026-05-08T11:20:00-04:00"
        assert callback["next_callback"] == "2026-05-08T13:30:00-04:00"
        assert (callback["status"], callback["next_source"]) == ("Scheduled", "wish")
        assert (callback["phone"], callback["calls"], callback["by"], callback["flags"]) == (
            "+14155550142",
            1,
            "MK",
            [],
        )

    def test_at_half_past_one_she_is_next(self, new_desk: Folder) -> None:
        new_desk.say(*DANA, at="11:20")
        new_desk.say("add", "Bob", "415-555-0188", "quote", "--best", "after 2", at="11:25")
        assert new_desk.json("next", at="13:30")["callback"]["name"] == "Dana"
        said = new_desk.say("next", at="13:30")
        assert said.out.splitlines()[0] == "Ring Dana, +1 415-555-0142, about reschedule: due now."

    def test_until_then_next_says_when(self, new_desk: Folder) -> None:
        new_desk.say(*DANA, at="11:20")
        said = new_desk.say("next", at="11:20")
        assert said.out.startswith("Next is Dana, +1 415-555-0142, about reschedule, today 13:30 (in 2 h 10 min).")


class TestARepeatCall:
    def test_joins_the_open_row_and_says_so(self, new_desk: Folder) -> None:
        new_desk.say(*DANA, at="11:20")
        said = new_desk.say("add", "Dana", "(415) 555 0142", "resched", "--best", "after 3", at="11:40")
        assert said.out.splitlines()[:2] == [
            "Dana, about reschedule, +1 415-555-0142, today 15:00. Right?",
            "Dana already had a row about this today: it now counts 2 calls.",
        ]
        rows = new_desk.json("list", at="11:41")["callbacks"]
        assert [(row["name"], row["calls"], row["wish"]) for row in rows] == [("Dana", 2, "after 3")]

    def test_says_joined_to_programs(self, new_desk: Folder) -> None:
        assert new_desk.json(*DANA, at="11:20")["joined"] is False
        data = new_desk.json(*DANA, at="11:40")
        assert (data["joined"], data["callback"]["calls"], data["written"]) == (True, 2, True)

    def test_after_it_was_done_opens_it_again(self, new_desk: Folder) -> None:
        new_desk.say(*DANA, at="11:20")
        new_desk.type_in("G2", "done, moved to Tue")
        said = new_desk.say(*DANA, at="14:00")
        assert "it now counts 2 calls, and is open again." in said.out

    def test_of_an_earlier_day_says_which(self, new_desk: Folder) -> None:
        new_desk.say(*DANA, at="2026-05-07T11:20")
        said = new_desk.say(*DANA, "--received", "2026-05-07T16:00", at="11:20")
        assert "Dana already had a row about this of Thursday 7 May: it now counts 2 calls." in said.out

    def test_about_something_else_is_another_row(self, new_desk: Folder) -> None:
        new_desk.say(*DANA, at="11:20")
        assert new_desk.json("add", "Dana", "415-555-0142", "refund", at="11:40")["joined"] is False


class TestWhatIsMissing:
    @pytest.mark.parametrize(
        ("argv", "sentence"),
        [
            (("add",), "Missing: a name or a phone number and the reason."),
            (("add", "Dana"), "Missing: the reason."),
            (("add", "", "", "book"), "Missing: a name or a phone number."),
        ],
    )
    def test_is_named_where_nobody_can_be_asked(self, new_desk: Folder, argv: tuple[str, ...], sentence: str) -> None:
        before = new_desk.file
        said = new_desk.say(*argv)
        assert said.exit_code == 2
        assert sentence in said.err
        assert "Next: Write it like: callbacksheet add" in said.err
        assert new_desk.file == before

    def test_is_asked_for_on_a_terminal_and_only_that(self, new_desk: Folder) -> None:
        said = new_desk.say("add", "Dana", answers=("415 555 0142", "reschedule", "after 3"))
        assert said.out.startswith("Which number? What is it about? When is best? (Enter for any time) ")
        assert "Dana, about reschedule, +1 415-555-0142, today 15:00. Right?" in said.out

    def test_may_stay_unknown_once_it_was_asked_for(self, new_desk: Folder) -> None:
        said = new_desk.say("add", answers=("Dana", "415 555 0142", "", ""))
        assert said.exit_code == 0
        assert new_desk.json("list")["callbacks"][0]["flags"] == ["no_reason"]

    def test_given_in_full_nothing_is_asked(self, new_desk: Folder) -> None:
        said = new_desk.say("add", "Dana", "415-555-0142", "reschedule", answers=())
        assert said.out == "Dana, about reschedule, +1 415-555-0142, today 12:00. Right?\n"


def test_what_is_said_beside_it_stands_in_the_row(new_desk: Folder) -> None:
    options = ("--urgency", "urgent", "--notes", "prefers Kim", "--owner", "JL", "--next", "tomorrow 17:15")
    row = new_desk.json("add", "Dana", "415-555-0142", "book", *options, at="11:20")["callback"]
    assert (row["urgency"], row["notes"], row["owner"]) == ("High", "prefers Kim", "JL")
    assert (row["next_callback"], row["next_source"]) == ("2026-05-09T17:15:00-04:00", "person")


def test_a_call_of_this_morning_is_counted_from_then(new_desk: Folder) -> None:
    argv = ("add", "Dana", "415-555-0142", "book", "--best", "in 2 hours", "--received", "2026-05-08T10:00")
    row = new_desk.json(*argv, at="11:20")["callback"]
    assert (row["received"], row["next_callback"]) == ("2026-05-08T10:00:00-04:00", "2026-05-08T12:00:00-04:00")


def test_a_received_that_is_no_moment_is_refused(new_desk: Folder) -> None:
    said = new_desk.say("add", "Dana", "415-555-0142", "book", "--received", "noonish")
    assert said.exit_code == 2
    assert "--received 'noonish' is not a moment." in said.err


def test_what_the_row_lacks_is_told_at_once(new_desk: Folder) -> None:
    said = new_desk.say("add", "Dana", "555-01", "book")
    assert "cannot be rung as typed" in said.out


def test_a_dry_run_writes_nothing(new_desk: Folder) -> None:
    before = new_desk.file
    said = new_desk.say(*DANA, "--dry-run", at="11:20")
    assert said.out == "Dana, about reschedule, +1 415-555-0142, today 13:30. Right?\nNothing was written.\n"
    assert new_desk.file == before


def test_the_signature_is_the_operators_or_what_as_says(new_desk: Folder) -> None:
    assert new_desk.json(*DANA)["callback"]["by"] == "MK"
    assert new_desk.json("add", "Jo", "415-555-0111", "book", "--as", "JL")["callback"]["by"] == "JL"


def test_a_teams_own_tab_is_not_added_to_unasked(tmp_path: Path) -> None:
    desk = folder(tmp_path, headers=EMPTY)
    before = desk.file
    assert desk.say(*DANA).exit_code == 5
    assert desk.file == before
    assert desk.say(*DANA, answers=("y",)).exit_code == 0


def test_a_row_typed_as_a_formula_stays_text(new_desk: Folder) -> None:
    new_desk.say("add", '=HYPERLINK("http://x")', "415-555-0142", "=1+1")
    assert new_desk.column("Name")[0] == '=HYPERLINK("http://x")'
    from openpyxl import load_workbook

    assert load_workbook(new_desk.workbook).worksheets[0]["B2"].data_type == "s"


def test_a_google_sheet_is_told_honestly(tmp_path: Path) -> None:
    config = CONFIG.replace('workbook = "callbacks.xlsx"', 'google = "https://docs.google.com/spreadsheets/d/abc"')
    desk = folder(tmp_path, config=config)
    said = desk.say(*DANA)
    assert said.exit_code == 6
    assert "There is no file" in said.err
    assert "credentials" in said.err
