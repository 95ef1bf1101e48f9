"""A Google sheet whose tabs people rename, copy, delete, edit and lock: the tool's one is followed, the rest told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.folder import HEADERS
from tests.cli.google_folder import GoogleFolder, google_folder, typed
from tests.sheets_server.a1 import Box
from tests.sheets_server.accounts import DEFAULT_EMAIL
from tests.sheets_server.hands import delete_tab, rename_tab, sheet_id
from tests.sheets_server.server import SheetsServer

STATE, UNDO, HISTORY = "_callbacksheet", "_callbacksheet_undo", "_callbacksheet_history"
NOVEMBER = "Callbacks Nov"


@pytest.fixture
def desk(server: SheetsServer, tmp_path: Path) -> GoogleFolder:
    """A desk with three rows."""
    folder = google_folder(tmp_path, server)
    assert folder.init().exit_code == 0
    (tmp_path / "calls.csv").write_text(
        "Name,Phone,Reason\nDana,415 555 0142,book\nIvan,415 555 0199,quote\nMaya,415 555 0101,refund\n"
    )
    assert folder.say("import", "calls.csv").exit_code == 0
    assert folder.say("tidy", at="12:01").exit_code == 0
    return folder


def rename(desk: GoogleFolder, to: str, tab: str = "Callbacks") -> None:
    desk.edit(lambda book: rename_tab(book, tab=tab, to=to))


def another_tab(desk: GoogleFolder, title: str = "Callbacks") -> None:
    """Somebody begins a new tab with five headers and one row."""
    desk.edit(lambda book: book.batch_update({"requests": [{"addSheet": {"properties": {"title": title}}}]}))
    values = [["Name", "Phone", "Reason", "Status", "Notes"], ["Zoe", "415 555 0166", "quote"]]
    desk.edit(lambda book: book.values_update(f"'{title}'!A1", {"values": values}, value_input_option="RAW"))


def copy_of(desk: GoogleFolder, title: str = "Callbacks") -> None:
    """Duplicate the tab, as its menu does."""
    desk.edit(
        lambda book: book.batch_update({"requests": [{"duplicateSheet": {"sourceSheetId": sheet_id(book, title)}}]})
    )


def delete(desk: GoogleFolder, tab: str) -> None:
    desk.edit(lambda book: delete_tab(book, tab=tab))


def checks(desk: GoogleFolder, exit_code: int) -> dict[str, dict[str, Any]]:
    """What doctor found, by what it looked at."""
    said = desk.say("doctor", "--json", at="12:06")
    assert said.exit_code == exit_code, said.out
    found: dict[str, dict[str, Any]] = {check["what"]: check for check in said.json["data"]["checks"]}
    return found


class TestTheTabOfTheTool:
    """Known by its mark, whatever it is called and whichever other tab bears its title."""

    @pytest.fixture(params=["another", "copy"])
    def impostor(self, request: pytest.FixtureRequest, desk: GoogleFolder) -> list[list[str]]:
        """The tab was renamed, and another one, or a copy of it, is called so now: its rows."""
        if request.param == "another":
            rename(desk, NOVEMBER)
            another_tab(desk)
        else:
            copy_of(desk)
            rename(desk, NOVEMBER)
            rename(desk, "Callbacks", "Copy of Callbacks")
        return desk.rows()

    def test_is_followed_where_another_one_takes_its_title(self, desk: GoogleFolder, impostor: list[list[str]]) -> None:
        said = desk.say("tidy", at="12:05")
        assert said.exit_code == 0
        assert "Nothing to change: 3 rows are in order" in said.out
        assert f"The tool's tab is called “{NOVEMBER}” now" in said.out.replace("\n", " ")
        assert desk.say("add", "Olga", "415 555 0133", "book", at="12:06").exit_code == 0
        assert desk.rows() == impostor
        assert "Olga" in str(desk.rows(NOVEMBER))
        assert desk.requests("tidy", at="12:07").count("get") == 3

    def test_is_told_by_doctor_where_another_one_takes_its_title(
        self, desk: GoogleFolder, impostor: list[list[str]]
    ) -> None:
        tab = checks(desk, 0)["tab"]
        assert tab["state"] == "doubtful"
        assert f'"Callbacks" was renamed to "{NOVEMBER}"' in tab["sentence"]
        assert "Another tab is called “Callbacks” now; the tool leaves it alone." in tab["sentence"]
        assert f'tab = "{NOVEMBER}"' in tab["next"]
        assert desk.rows() == impostor

    @pytest.mark.usefixtures("impostor")
    def test_is_followed_under_its_new_title_with_one_read_once_that_is_set_down(self, desk: GoogleFolder) -> None:
        config = desk.path / "callbacksheet.toml"
        config.write_text(config.read_text().replace('tab = "Callbacks"', f'tab = "{NOVEMBER}"'))
        assert desk.requests("tidy", at="12:05") == ["get"]

    def test_is_no_copy_of_it(self, desk: GoogleFolder) -> None:
        copy_of(desk)
        assert desk.requests("tidy", at="12:05") == ["get"]

    def test_is_its_copy_once_the_first_one_is_deleted(self, desk: GoogleFolder) -> None:
        copy_of(desk)
        delete(desk, "Callbacks")
        rename(desk, "Callbacks", "Copy of Callbacks")
        assert desk.say("add", "Olga", "415 555 0133", "book", at="12:06").exit_code == 0
        desk.say("tidy", at="12:07")
        assert desk.requests("tidy", at="12:08") == ["get"]
        assert len(desk.column("Name")) == 4

    def test_is_not_another_one_that_takes_its_title_once_it_is_deleted(self, desk: GoogleFolder) -> None:
        another_tab(desk, "New")
        delete(desk, "Callbacks")
        rename(desk, "Callbacks", "New")
        before = desk.everything()
        for command in ("tidy", "list", "add Olga 4155550133 book", "undo"):
            said = desk.say(*command.split(), at="12:05")
            assert said.exit_code == 7, said.out
            assert "of the 3 rows that it remembers none stands there" in said.err.replace("\n", " ")
        assert checks(desk, 7)["next run"]["state"] == "bad"
        assert desk.everything() == before
        assert desk.say("init", "--adopt", "--yes", at="12:06").exit_code == 0
        for minute in (7, 8):
            assert desk.say("tidy", at=f"12:0{minute}").exit_code == 0
        assert desk.requests("tidy", at="12:09") == ["get"]
        assert desk.column("Phone") == ["+1 415-555-0166"]

    def test_can_be_left_for_another_one_by_a_person_who_chooses_that(self, desk: GoogleFolder) -> None:
        another_tab(desk, "December")
        (desk.path / "callbacksheet.toml").rename(desk.path / "old.toml")
        refused = desk.init("--tab", "December", "--yes")
        assert refused.exit_code == 7
        assert desk.init("--tab", "December", "--adopt", "--yes").exit_code == 0
        for minute in (7, 8):
            assert desk.say("tidy", at=f"12:0{minute}").exit_code == 0
        assert desk.requests("tidy", at="12:09") == ["get"]
        rename(desk, "January", "December")
        assert desk.say("tidy", at="12:09").exit_code == 0
        assert [row["name"] for row in desk.json("list", at="12:10")["callbacks"]] == ["Zoe"]


class TestAHiddenTab:
    def test_of_the_state_that_is_gone_or_edited_is_told_by_doctor(self, desk: GoogleFolder) -> None:
        desk.edit(lambda book: book.staff_set(sheet_id(book, STATE), 3, 2, "99"))
        found = checks(desk, 5)["next run"]
        assert found["state"] == "bad"
        assert "damaged or was edited" in found["sentence"]
        assert "Version history" in found["next"]
        delete(desk, STATE)
        found = checks(desk, 5)
        assert "hidden state tab is gone" in found["next run"]["sentence"]
        assert "will ask" not in found["header"]["sentence"]

    def test_of_the_history_that_is_gone_is_refused_until_somebody_begins_it_anew(self, desk: GoogleFolder) -> None:
        delete(desk, HISTORY)
        before = desk.everything()
        for command in ("tidy", "add Olga 4155550133 book", "undo", "history", "rollback --to 11:00 --yes"):
            said = desk.say(*command.split(), at="12:05")
            assert (command, said.exit_code) == (command, 5)
            assert "hidden history tab is gone" in said.err.replace("\n", " ")
            assert "Version history" in said.err.replace("\n", " ")
        assert len(desk.json("list")["callbacks"]) == 3
        assert "history tab is gone" in checks(desk, 5)["next run"]["sentence"]
        assert desk.everything() == before
        begun = desk.say("tidy", "--force", at="12:06")
        assert begun.exit_code == 0
        assert "Made the hidden tab that was gone anew." in begun.out
        assert "`callbacksheet undo` takes it back" not in begun.out
        assert desk.requests("tidy", at="12:06") == ["get"]
        assert desk.say("add", "Olga", "415 555 0133", "book", at="12:07").exit_code == 0
        assert desk.say("undo", at="12:08").exit_code == 0
        assert len(desk.column("Name")) == 3

    def test_of_the_history_that_is_gone_begins_anew_when_the_tab_is_adopted_again(self, desk: GoogleFolder) -> None:
        delete(desk, HISTORY)
        assert desk.say("init", "--adopt", "--yes", at="12:05").exit_code == 0
        assert desk.say("add", "Olga", "415 555 0133", "book", at="12:07").exit_code == 0
        assert [run["run"] for run in desk.json("history")["runs"]][-1] not in ("R1", "R2")

    def test_of_the_last_pre_image_that_is_gone_is_made_anew(self, desk: GoogleFolder) -> None:
        delete(desk, UNDO)
        assert checks(desk, 0)
        assert desk.say("add", "Olga", "415 555 0133", "book", at="12:07").exit_code == 0
        assert desk.say("undo", at="12:08").exit_code == 0
        assert desk.requests("tidy", at="12:09") == ["get"]

    def test_of_the_last_pre_image_that_is_gone_is_told_where_something_may_be_owed_from_it(
        self, desk: GoogleFolder
    ) -> None:
        desk.say("add", "Olga", "415 555 0133", "book", at="12:07")
        desk.type_in("C5", "415 555 0134")
        desk.say("tidy", at="12:08")
        desk.type_in("C5", "somebody's word")
        delete(desk, UNDO)
        said = desk.say("tidy", at="12:09")
        assert said.exit_code == 5
        assert "hidden undo tab is gone" in said.err.replace("\n", " ")
        assert desk.say("tidy", "--force", at="12:10").exit_code == 0


class TestAProtectedRange:
    @pytest.mark.parametrize("box", [Box(1, 40, 2, 3), None])
    def test_is_told_by_doctor_before_a_run_meets_it(self, desk: GoogleFolder, box: Box | None) -> None:
        desk.edit(lambda book: book.protect(0, box, ["boss@example.com"]))
        desk.type_in("C2", "415 555 0155")
        assert desk.say("tidy", at="12:05").exit_code == 6
        desk.server.log.clear()
        found = checks(desk, 6)["protection"]
        assert desk.server.log.kinds.count("spreadsheets.get") == 2
        assert ("C2:C40" if box else "A2:Q") in found["sentence"]
        assert DEFAULT_EMAIL in found["next"]

    def test_of_a_hidden_tab_is_told(self, desk: GoogleFolder) -> None:
        desk.edit(lambda book: book.protect(sheet_id(book, STATE), Box(0, 5, 0, 1), ["boss@example.com"]))
        assert STATE in checks(desk, 6)["protection"]["sentence"]

    def test_that_the_tool_never_writes_to_is_none(self, desk: GoogleFolder) -> None:
        another_tab(desk, "Stock")
        desk.edit(lambda book: book.protect(0, Box(0, 1, 0, 17), ["boss@example.com"]))
        desk.edit(lambda book: book.protect(sheet_id(book, "Stock"), None, ["boss@example.com"]))
        desk.edit(lambda book: book.protect(0, Box(1, 9, 0, 3), [DEFAULT_EMAIL]))
        assert "protection" not in checks(desk, 0)


def test_a_tab_never_tidied_is_told_so_by_doctor(server: SheetsServer, tmp_path: Path) -> None:
    desk = typed(google_folder(tmp_path, server, tab="Callbacks"), headers=HEADERS)
    assert desk.init("--yes").exit_code == 0
    delete(desk, STATE)
    assert "hidden state tab is gone" in checks(desk, 5)["next run"]["sentence"]
