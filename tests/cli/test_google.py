"""The commands on a Google sheet, over real HTTP: setting up, the daily round, its cost, what can be in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.folder import HEADERS
from tests.cli.google_folder import GoogleFolder, google_folder, typed
from tests.sheets_server.accounts import DEFAULT_EMAIL
from tests.sheets_server.hands import delete_tab, rename_tab
from tests.sheets_server.server import SheetsServer

OWN = ("_callbacksheet", "_callbacksheet_undo", "_callbacksheet_history")
ADDED = (
    "columns at the right end, some with a drop-down: Next callback (J1), Owner (K1)",
    "ID (R1, hidden)",
    "plain text for the columns that are there already",
    "three hidden tabs",
    "a warning for who would edit the header or those tabs",
    "colours: overdue red, due today amber, done grey",
    "the filter views “Next up” and “Due now”",
)
"""All that a team's own tab is given."""


@pytest.fixture
def empty(server: SheetsServer, tmp_path: Path) -> GoogleFolder:
    return google_folder(tmp_path, server)


@pytest.fixture
def desk(empty: GoogleFolder) -> GoogleFolder:
    """A desk that ``init`` made."""
    assert empty.init().exit_code == 0
    return empty


@pytest.fixture
def team(server: SheetsServer, tmp_path: Path) -> GoogleFolder:
    """A team's own tab, never seen by the tool."""
    return typed(google_folder(tmp_path, server, tab="Callbacks"))


def plain(said: str) -> str:
    """What was said, in one line."""
    return " ".join(said.split())


class TestAnEmptySpreadsheet:
    def test_becomes_a_desk_in_one_change(self, empty: GoogleFolder) -> None:
        said = empty.init("--language", "uk")
        assert said.exit_code == 0
        assert empty.server.log.kinds.count("spreadsheets.batchUpdate") == 1
        assert f"The tool works as {DEFAULT_EMAIL}" in said.out
        assert empty.rows()[0][:3] == ["Надійшло", "Ім'я", "Телефон"]
        assert len(empty.rows()[0]) == 17

    def test_has_frozen_and_warned_about_headers_plain_text_drop_downs_and_a_hidden_id(
        self, desk: GoogleFolder
    ) -> None:
        tab = desk.sheet("Callbacks")
        assert tab["properties"]["gridProperties"]["frozenRowCount"] == 1
        assert tab["properties"]["gridProperties"]["columnCount"] == 17
        (protection,) = tab["protectedRanges"]
        assert protection["warningOnly"] is True
        assert protection["range"]["endRowIndex"] == 1
        assert tab["data"][0]["columnMetadata"][16]["hiddenByUser"] is True
        cells = tab["data"][0]["rowData"][1]["values"]
        assert {cell["effectiveFormat"]["numberFormat"]["type"] for cell in cells} == {"TEXT"}
        rule = cells[6]["dataValidation"]
        assert [value["userEnteredValue"] for value in rule["condition"]["values"]] == [
            "New",
            "Scheduled",
            "Waiting",
            "Done",
        ]
        assert rule.get("strict", False) is False
        assert rule["showCustomUi"] is True

    def test_has_colours_and_the_two_views(self, desk: GoogleFolder) -> None:
        tab = desk.sheet("Callbacks")
        assert [view["title"] for view in tab["filterViews"]] == ["Next up", "Due now"]
        for view in tab["filterViews"]:
            assert view["sortSpecs"] == [{"dimensionIndex": 7, "sortOrder": "ASCENDING"}]
        formulas = [
            rule["booleanRule"]["condition"]["values"][0]["userEnteredValue"] for rule in tab["conditionalFormats"]
        ]
        assert formulas == [
            '=(NOT($G2="Done"))*($H2<>"")*(VALUE($H2)<NOW())',
            '=(NOT($G2="Done"))*($H2<>"")*(INT(VALUE($H2))=TODAY())',
            '=$G2="Done"',
        ]
        assert not any(sign in formula for formula in formulas for sign in ",;")

    def test_has_hidden_tabs_of_the_tools_own(self, desk: GoogleFolder) -> None:
        for title in OWN:
            tab = desk.sheet(title)
            assert tab["properties"]["hidden"] is True
            assert tab["protectedRanges"][0]["warningOnly"] is True

    def test_is_well_afterwards_and_leaves_nothing_to_do(self, desk: GoogleFolder) -> None:
        checks = desk.json("doctor")["checks"]
        assert [check for check in checks if check["state"] != "ok"] == []
        assert desk.requests("tidy") == ["get"]

    def test_is_left_empty_by_a_dry_run(self, empty: GoogleFolder) -> None:
        said = empty.init("--dry-run")
        assert said.exit_code == 0
        assert "Would write the tab “Callbacks”" in said.out
        assert "batchUpdate" not in " ".join(empty.server.log.kinds)
        assert not (empty.path / "callbacksheet.toml").exists()

    def test_of_whose_tabs_one_is_asked_for_by_a_new_name_gets_it_only_with_consent(self, team: GoogleFolder) -> None:
        refused = team.init("--tab", "Calls")
        assert refused.exit_code == 5
        assert "has no tab “Calls” (its tabs: “Callbacks”)" in refused.err
        assert not (team.path / "callbacksheet.toml").exists()
        before = team.rows()
        assert team.init("--tab", "Calls", "--yes").exit_code == 0
        assert team.rows() == before
        assert team.rows("Calls")[0][0] == "Received"
        assert team.requests("tidy") == ["get"]


class TestATeamsOwnTab:
    def test_is_taken_over_only_once_somebody_has_seen_what_is_added(self, team: GoogleFolder) -> None:
        before = team.rows()
        refused = team.init()
        assert refused.exit_code == 5
        assert not [added for added in ADDED if added not in plain(refused.err)]
        assert team.rows() == before
        assert not (team.path / "callbacksheet.toml").exists()

    def test_is_taken_over_with_nothing_moved_or_renamed(self, team: GoogleFolder) -> None:
        before = team.rows()[0]
        said = team.init("--yes")
        assert said.exit_code == 0
        assert f"Took over “Callbacks” in the Google Sheet “Salon”: {17 - 8} columns added" in said.out
        assert team.rows()[0][: len(before)] == before == [text.strip() for text in HEADERS.split("|")]
        assert {row[8] for row in team.rows()[1:]} == {"1", "2", "3", "4", "5", "6"}

    def test_is_asked_about_on_a_terminal(self, team: GoogleFolder) -> None:
        answers = ("credentials.json", "", "", "en", "y")
        said = team.init(answers=answers)
        assert said.exit_code == 0, said.err
        assert "was never tidied before. callbacksheet would add:" in said.err
        assert not [added for added in ADDED if added not in plain(said.err)]
        assert f"Share the Google Sheet with {DEFAULT_EMAIL} as an Editor" in said.err

    def test_is_not_touched_by_a_dry_run(self, team: GoogleFolder) -> None:
        before = team.everything()
        said = team.init("--dry-run")
        assert said.exit_code == 0
        assert "Would take over" in said.out
        assert not [added for added in ADDED if added not in plain(said.out)]
        assert team.everything() == before

    def test_is_given_what_was_said_and_nothing_else(self, team: GoogleFolder) -> None:
        before = {tab["properties"]["title"]: tab for tab in team.book.get([], fields="*")["sheets"]}
        assert team.init("--yes").exit_code == 0
        after = {tab["properties"]["title"]: tab for tab in team.book.get([], fields="*")["sheets"]}
        assert [tab for tab in after if tab not in before] == list(OWN)
        tab = after["Callbacks"]
        assert len(tab["conditionalFormats"]) == 3
        assert [view["title"] for view in tab["filterViews"]] == ["Next up", "Due now"]
        assert all(one["warningOnly"] for each in after.values() for one in each["protectedRanges"])
        grown = {part for part in tab if part not in before["Callbacks"]}
        assert grown == {"conditionalFormats", "filterViews", "protectedRanges", "developerMetadata"}

    def test_that_is_set_up_already_is_left_as_it_is_by_a_second_machine(self, desk: GoogleFolder) -> None:
        (desk.path / "callbacksheet.toml").unlink()
        before = desk.everything()
        said = desk.init()
        assert said.exit_code == 0
        assert "is set up already; it was left as it is" in said.out
        assert desk.everything() == before


class TestTheWizard:
    ASKED = ("", "", "", "", "MK")

    def test_takes_the_address_where_a_workbook_could_stand(self, empty: GoogleFolder) -> None:
        answers = (empty.url, "credentials.json", "America/New_York", *self.ASKED[1:])
        said = empty.say("init", answers=answers)
        assert "Which workbook (.xlsx), or the address of which Google Sheet?" in said.out
        assert "Which key file of a service account, or oauth to sign in as yourself?" in said.out

    def test_asks_again_for_a_key_file_that_is_none(self, empty: GoogleFolder) -> None:
        answers = ("gone.json", "credentials.json", "", "", "", "")
        said = empty.init(answers=answers)
        assert said.exit_code == 0, said.err
        assert "There is no file" in said.err

    def test_waits_until_the_sheet_is_shared(self, empty: GoogleFolder) -> None:
        empty.file.unshare(DEFAULT_EMAIL)
        empty.server.faults.before(lambda: empty.file.share(DEFAULT_EMAIL), on="read", skip=2)
        said = empty.init(answers=("credentials.json", "", "", "", "", "", ""))
        assert said.exit_code == 0, said.err
        assert said.out.count("Press Enter to try again") == 2
        assert said.err.count(f"is not shared with {DEFAULT_EMAIL}") == 2

    def test_names_the_tabs_to_choose_from(self, team: GoogleFolder) -> None:
        team.edit(lambda book: book.batch_update({"requests": [{"addSheet": {"properties": {"title": "Stock"}}}]}))
        said = team.init(answers=("credentials.json", "Nope", "Callbacks", "", "", "", "y"))
        assert said.exit_code == 0, said.err
        assert "There are: Callbacks, Stock." in said.out
        assert 'There is no tab "Nope".' in said.err


class TestInAScript:
    @pytest.mark.parametrize(
        ("argv", "told"),
        [
            (("--workbook", "a.xlsx"), "--workbook and --google cannot go together"),
            (("--credentials", "gone.json"), "There is no file "),
            (("--credentials", "oauth"), "needs a person at a terminal and a browser"),
        ],
    )
    def test_what_cannot_be_is_refused_and_nothing_is_written(
        self, empty: GoogleFolder, argv: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(empty.path / "own"))
        said = empty.init(*argv)
        assert said.exit_code in (2, 6)
        assert told in said.err
        assert [path.name for path in empty.path.iterdir()] == ["credentials.json"]

    def test_a_sheet_that_is_not_shared_is_told_with_the_address_to_share_it_with(self, empty: GoogleFolder) -> None:
        empty.file.unshare(DEFAULT_EMAIL)
        said = empty.init("--json")
        assert said.exit_code == 6
        (error,) = said.json["errors"]
        assert error["code"] == "setup"
        assert DEFAULT_EMAIL in error["message"] + error["next"]
        assert not (empty.path / "callbacksheet.toml").exists()

    def test_says_whom_to_share_it_with_for_programs_too(self, empty: GoogleFolder) -> None:
        data = empty.init("--json").json["data"]
        assert (data["share_with"], data["tab"], data["created"], data["google"]) == (
            DEFAULT_EMAIL,
            "Callbacks",
            True,
            empty.url,
        )


class TestTheDailyRound:
    def test_costs_one_read_and_one_write_only_where_something_changes(self, desk: GoogleFolder) -> None:
        assert desk.requests("add", "Dana", "415 555 0142", "reschedule", "--best", "afternoon") == [
            "get",
            "batchUpdate",
        ]
        for looking in (("tidy",), ("list",), ("next",), ("remind",), ("tidy", "--check"), ("who", "Dana")):
            assert "batchUpdate" not in desk.requests(*looking), looking
        assert desk.requests("tidy") == ["get"]
        assert desk.json("tidy")["requests"] == {"read": 1, "write": 0}
        desk.type_in("L2", "asked for Rita")
        assert desk.requests("tidy", at="12:05") == ["get", "batchUpdate"]
        assert desk.requests("tidy", at="12:06") == ["get"]

    def test_counts_what_it_asked_for_in_its_answer(self, desk: GoogleFolder) -> None:
        desk.say("add", "Dana", "415 555 0142", "reschedule")
        desk.type_in("L2", "asked for Rita")
        desk.server.log.clear()
        requests = desk.json("tidy", at="12:05")["requests"]
        assert (requests["read"], requests["write"]) == (desk.server.log.reads, desk.server.log.writes)

    def test_makes_what_a_desk_typed_canonical(self, team: GoogleFolder) -> None:
        assert team.init("--yes").exit_code == 0
        for minute in range(1, 4):
            assert team.say("tidy", at=f"12:{minute:02}").exit_code in (0, 4)
        phones = team.column("Phone")
        assert "+1 415-555-0142" in phones
        assert phones.count("+1 415-555-0177") == 1
        rows = {row["phone"]: row for row in team.json("list", "--all", at="12:10")["callbacks"] if row["phone"]}
        assert rows["+14155550177"]["calls"] == 2
        assert rows["+14155550142"]["next_callback"].startswith("2026-05-08T13:30")
        team.say("tidy", at="12:11")  # the tab is quiet by now: a merged row's blank line goes
        assert team.requests("tidy", at="12:11") == ["get"]

    def test_a_dry_run_says_no_such_thing_of_rows_that_it_knows(self, team: GoogleFolder) -> None:
        assert team.init("--yes").exit_code == 0
        for minute in range(1, 4):
            team.say("tidy", at=f"12:{minute:02}")
        known = next(n for n, phone in enumerate(team.column("Phone"), start=2) if phone == "+1 415-555-0142")
        heads = team.rows()[0]
        team.type_in(f"{chr(ord('A') + heads.index('Urgency'))}{known}", "urgent")
        dry = plain(team.say("tidy", "--dry-run", at="12:20").out)
        assert "High" in dry
        assert "Nothing was written." in dry
        assert "may change more" not in dry

    def test_a_dry_run_says_that_a_run_may_change_more_of_rows_that_it_has_not_seen_before(
        self, desk: GoogleFolder
    ) -> None:
        desk.type_in("B2", "Dana")
        before = desk.everything()
        dry = desk.say("tidy", "--dry-run")
        assert "Nothing was written. Others type in this sheet" in plain(dry.out)
        assert "may change more than stands here." in plain(dry.out)
        assert desk.everything() == before
        shown = len(desk.json("tidy", "--dry-run")["changes"])
        assert len(desk.json("tidy")["changes"]) > shown > 0

    @pytest.mark.parametrize(
        ("updated", "by", "signed"),
        [
            ("2026-05-08 12:04 MK", "MK", "MK"),
            ("2026-05-08 12:04 JL", "JL", "JL"),
            ("2026-05-08 12:04", "", "?"),
            ("2026-05-08 12:04", "MK", "?"),
        ],
        ids=["who was last, again", "another", "somebody unknown", "somebody unknown, an old copy of the script"],
    )
    def test_what_the_sheets_own_script_signed_is_theirs_alone(
        self, desk: GoogleFolder, updated: str, by: str, signed: str
    ) -> None:
        desk.say("add", "Dana", "415 555 0142", "reschedule", "--as", "MK")
        assert desk.column("By") == ["MK"]
        for cell, text in (("L2", "wants Rita"), ("N2", updated), ("O2", by)):
            desk.type_in(cell, text)
        assert desk.say("tidy", at="12:05").exit_code == 0
        assert (desk.column("Updated"), desk.column("By")) == (["2026-05-08 12:05"], [signed])
        asked = "Somebody changed this row without initials" in desk.column("Check")[0]
        assert asked is (signed == "?")
        told = desk.json("history", "Dana", at="12:06")["lines"]
        assert [line["who"] for line in told if line["column"] == "notes"] == [signed]

    def test_is_taken_back_by_undo(self, desk: GoogleFolder) -> None:
        desk.say("add", "Dana", "415 555 0142", "reschedule")
        before = desk.rows()
        desk.say("add", "Ivan", "415 555 0199", "invoice 2207", at="12:05")
        assert desk.say("undo", at="12:06").exit_code == 0
        assert [row[:8] for row in desk.rows() if any(row[:12])] == [row[:8] for row in before]
        assert "undo of" in desk.say("history").out

    @pytest.mark.parametrize("kind", ["drop-after", "drop", "503", "500-after", "truncated"])
    def test_is_taken_back_once_where_the_answer_is_lost(self, desk: GoogleFolder, kind: str) -> None:
        desk.say("add", "Dana", "415 555 0142", "reschedule")
        before = desk.rows()
        desk.say("add", "Ivan", "415 555 0199", "invoice 2207", at="12:05")
        desk.server.fail(kind, on="write", times=1)
        said = desk.say("undo", at="12:06")
        assert said.exit_code == 0, said.err
        assert "1 row added since left" in said.out
        assert [row[:8] for row in desk.rows() if any(row[:12])] == [row[:8] for row in before]
        assert len([run for run in desk.json("history")["runs"] if run["undone"]]) == 1

    def test_a_file_is_brought_in_and_the_queue_goes_out_again(self, desk: GoogleFolder) -> None:
        (desk.path / "calls.csv").write_text(
            "Name,Phone,Reason,Best time\nDana,415 555 0142,book,after 3\nIvan,415 555 0199,quote,\n"
        )
        assert desk.json("import", "calls.csv")["new"] == 2
        assert [row["name"] for row in desk.json("export", "--format", "json")["callbacks"]] == ["Ivan", "Dana"]
        refused = desk.say("export", "--out", "credentials.json", "--yes")
        assert refused.exit_code == 5
        assert "belongs to the desk itself" in refused.err

    def test_a_caller_who_is_forgotten_is_nowhere_in_the_sheet(self, desk: GoogleFolder) -> None:
        desk.say("add", "Dana Petrenko", "415 555 0142", "reschedule", "--notes", "allergic to bleach")
        desk.say("add", "Ivan", "415 555 0199", "invoice 2207", at="12:05")
        desk.type_in("L2", "call after lunch, 415-555-0142")
        desk.say("tidy", at="12:10")
        said = desk.say("forget", "415 555 0142", "--yes", at="12:20")
        assert said.exit_code == 0, said.err
        assert "Google itself keeps earlier versions of the sheet" in said.out
        left = desk.everything()
        for trace in ("Petrenko", "555-0142", "5550142", "bleach", "after lunch"):
            assert trace not in left
        assert "555-0199" in left


class TestTakingATabOver:
    @pytest.mark.parametrize("kind", ["drop-after", "503"])
    def test_is_done_once_where_the_answer_is_lost(self, team: GoogleFolder, kind: str) -> None:
        team.server.fail(kind, on="write", times=1)
        said = team.init("--tab", "Callbacks", "--yes")
        assert said.exit_code == 0, said.err
        assert len(team.rows()[0]) == len(set(team.rows()[0]))
        assert "Took over “Callbacks”" in said.out


class TestWhatIsInTheWay:
    def test_a_renamed_tab_is_found_and_told_of(self, desk: GoogleFolder) -> None:
        desk.say("add", "Dana", "415 555 0142", "reschedule")
        desk.edit(lambda book: rename_tab(book, tab="Callbacks", to="Calls 2026"))
        assert desk.requests("tidy", at="12:05").count("get") <= 3
        assert desk.requests("list", at="12:05").count("get") <= 3
        assert '"Callbacks" was renamed to "Calls 2026"' in desk.say("doctor").out.replace("\n", " ")

    def test_a_tab_that_is_gone_is_a_layout_error_that_names_those_there_are(self, desk: GoogleFolder) -> None:
        desk.edit(lambda book: book.batch_update({"requests": [{"addSheet": {"properties": {"title": "Stock"}}}]}))
        desk.edit(lambda book: delete_tab(book, tab="Callbacks"))
        said = desk.say("tidy")
        assert said.exit_code == 7
        assert "Stock" in said.err

    def test_a_state_tab_that_is_gone_is_refused_before_anything_is_written(self, desk: GoogleFolder) -> None:
        desk.say("add", "Dana", "415 555 0142", "reschedule")
        desk.edit(lambda book: delete_tab(book, tab="_callbacksheet"))
        before = desk.everything()
        said = desk.say("tidy", at="12:05")
        assert said.exit_code == 5
        assert "init --adopt" in said.err
        assert "(File > Version history)" in said.err
        assert desk.everything() == before
        assert desk.say("init", "--adopt", "--yes", at="12:06").exit_code == 0
        assert desk.say("tidy", at="12:07").exit_code == 0
        assert desk.requests("tidy", at="12:08") == ["get"]

    def test_a_state_tab_lost_right_after_setting_up_is_rebuilt_at_once(self, desk: GoogleFolder) -> None:
        for name in ("Dana", "Bob", "Maya"):
            assert desk.say("add", name, "415 555 0142", "reschedule").exit_code == 0
        for _ in range(2):
            desk.edit(lambda book: delete_tab(book, tab="_callbacksheet"))
            said = desk.say("init", "--adopt", "--yes")
            assert said.exit_code == 0, said.err
            assert desk.say("tidy").exit_code == 0

    def test_a_tab_whose_memory_is_rebuilt_is_not_dressed_a_second_time(self, desk: GoogleFolder) -> None:
        desk.say("add", "Dana", "415 555 0142", "reschedule")
        dress = ("conditionalFormats", "filterViews", "protectedRanges", "developerMetadata")
        before = {part: desk.sheet("Callbacks")[part] for part in dress}
        desk.edit(lambda book: delete_tab(book, tab="_callbacksheet"))
        assert desk.say("init", "--adopt", "--yes").exit_code == 0
        assert {part: desk.sheet("Callbacks")[part] for part in dress} == before

    def test_no_backup_is_named_where_there_is_none(self, desk: GoogleFolder) -> None:
        for minute in range(6):
            desk.say("add", f"Name{minute}", f"415 555 01{minute}0", "quote", at=f"12:0{minute}")
        desk.edit(lambda book: book.staff_delete_rows(0, 1, 5))
        gone = desk.say("tidy", at="12:10")
        assert (gone.exit_code, "(Ctrl+Z, or File > Version history)" in gone.err) == (5, True)
        desk.edit(lambda book: book.staff_set(1_402_530_001, 0, 2, "99"))
        (desk.path / "calls.csv").write_text("Name,Phone\nOlga,415 555 0133\n")
        reading = ("tidy", "list", "remind", "history", "cron --check")
        for command in (*reading, "undo", "forget 4155550100", "done Name1", "import calls.csv --yes"):
            said = desk.say(*command.split(), at="12:10")
            assert (command, said.exit_code) == (command, 5)
            assert "hidden state tab is damaged" in said.err
            assert "(File > Version history)" in said.err
            assert "backup" not in said.err

    @pytest.mark.parametrize(
        ("kind", "exit_code", "code"),
        [("quota", 8, "unavailable"), ("503", 8, "unavailable"), ("502", 8, "unavailable"), ("disabled", 6, "setup")],
    )
    def test_every_command_ends_in_one_sentence(self, desk: GoogleFolder, kind: str, exit_code: int, code: str) -> None:
        desk.server.fail(kind, times=999)
        for command in ("tidy", "list", "next", "remind", "history", "undo", "doctor", "export"):
            said = desk.say(command, "--json")
            assert (command, said.exit_code) == (command, exit_code)
            assert [error["code"] for error in said.json["errors"]] == [code]
            assert said.json["errors"][0]["next"]

    def test_a_machine_that_is_offline_is_told_so(self, desk: GoogleFolder) -> None:
        desk.server.stop()
        said = desk.say("tidy", "--json")
        assert said.exit_code == 8
        assert "cannot be reached" in said.json["errors"][0]["message"]

    def test_a_revoked_key_a_sheet_shared_for_reading_and_a_wrong_clock_are_setup(self, desk: GoogleFolder) -> None:
        desk.file.share(DEFAULT_EMAIL, "reader")
        assert desk.say("add", "Dana", "415 555 0142", "book").exit_code == 6
        assert "not for editing" in desk.say("doctor").out.replace("\n", " ")
        desk.server.accounts.skew = 7200
        assert "clock is wrong" in desk.say("tidy").err
        desk.server.accounts.skew = 0
        desk.server.accounts.revoke(DEFAULT_EMAIL)
        assert desk.say("tidy").exit_code == 6

    @pytest.mark.parametrize("kind", ["drop-after", "500-after", "hang-after", "truncated", "late", "drop"])
    def test_an_answer_that_is_lost_is_learned_of_by_looking_again(self, desk: GoogleFolder, kind: str) -> None:
        desk.server.fail(kind, on="write", seconds=0.5)
        said = desk.say("add", "Dana", "415 555 0142", "reschedule")
        assert said.exit_code in (0, 8)
        desk.server.deliver()
        desk.say("tidy", at="12:05")
        assert desk.column("Name").count("Dana") <= 1
        assert desk.requests("tidy", at="12:06") == ["get"]

    @pytest.mark.skipif(os.name != "posix", reason="Windows has no such bits")
    def test_a_key_that_others_can_read_is_warned_about(self, desk: GoogleFolder) -> None:
        (desk.path / "credentials.json").chmod(0o644)
        checks = {check["what"]: check for check in desk.json("doctor")["checks"]}
        assert checks["key"]["state"] == "doubtful"
        assert "chmod 600" in checks["key"]["next"]

    def test_a_clock_that_is_off_and_another_zone_and_country_are_told_by_doctor(self, desk: GoogleFolder) -> None:
        about = {"properties": {"timeZone": "Europe/Kyiv", "locale": "uk_UA"}, "fields": "timeZone,locale"}
        desk.edit(lambda book: book.batch_update({"requests": [{"updateSpreadsheetProperties": about}]}))
        checks = {check["what"]: check for check in desk.json("doctor")["checks"]}
        assert checks["zone"]["state"] == checks["locale"]["state"] == "doubtful"
        assert "Europe/Kyiv" in checks["zone"]["sentence"]
        assert "uk_UA" in checks["locale"]["sentence"]


def test_verbose_tells_each_request_and_no_secret(desk: GoogleFolder) -> None:
    said = desk.say("add", "Dana", "415 555 0142", "reschedule", "--verbose", "--json")
    assert said.exit_code == 0
    lines = [line for line in said.err.splitlines() if line.startswith("callbacksheet.google: ")]
    assert [line.split()[1] for line in lines] == ["GET", "POST"]
    assert "200" in lines[0]
    for secret in ("ya29", "Bearer", "555", desk.file.id, "PRIVATE"):
        assert secret not in said.err
    assert "callbacksheet.google" not in desk.say("tidy", at="12:05").err
