"""``tidy`` on a real workbook: asked for once, told with reasons, nothing the second time."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

import tests.desk
from callbacksheet.cli.command import Context, Shell
from callbacksheet.cli.desk import Desk
from callbacksheet.cli.entries import change_entries
from callbacksheet.cli.options import Options
from callbacksheet.cli.page import Line
from callbacksheet.cli.tidied import exit_code_of, tidied_data, tidied_page
from callbacksheet.runs.tidy import Tidied
from tests.cli.folder import HEADERS, MESSY, Folder, folder


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    return folder(tmp_path)


class TestFirstContact:
    def test_without_a_terminal_it_is_refused_and_says_what_would_be_added(self, desk: Folder) -> None:
        before = desk.file
        said = desk.say("tidy")
        assert said.exit_code == 5
        assert "Next callback (J1)" in said.err
        assert "ID (R1, hidden)" in said.err
        assert "no column of yours is moved" in said.err
        assert "a folder of backups beside the workbook" in " ".join(said.err.split())
        assert "--yes" in said.err
        assert desk.file == before

    def test_a_dry_run_says_all_that_would_be_added(self, desk: Folder) -> None:
        out = " ".join(desk.say("tidy", "--dry-run").out.split())
        assert "Would add: - columns at the right end, some with a drop-down: Next callback (J1)" in out
        for added in ("the header row frozen", "two hidden tabs", "a folder of backups beside the workbook"):
            assert added in out

    def test_on_a_terminal_it_shows_and_asks(self, desk: Folder) -> None:
        said = desk.say("tidy", answers=("y",))
        assert said.exit_code == 0
        assert "callbacksheet would add" in said.err
        assert "Check (Q1)" in said.err
        assert "Agreed? [y/N]" in said.out

    @pytest.mark.parametrize("answer", ["n", "", "perhaps"])
    def test_anything_but_yes_changes_nothing(self, desk: Folder, answer: str) -> None:
        before = desk.file
        said = desk.say("tidy", answers=(answer,))
        assert said.exit_code == 5
        assert "nobody agreed" in said.err
        assert desk.file == before

    def test_the_tabs_own_columns_stay_where_they_are(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        assert " | ".join(desk.rows()[0][:9]) == HEADERS
        assert sorted(desk.column("Room")) == ["1", "2", "4", "5", "6"]

    def test_programs_are_told_each_added_column_with_its_cell(self, desk: Folder) -> None:
        data = desk.json("tidy", "--yes")
        assert data["adopts"] is True
        assert data["added_columns"][0] == {"column": "next_callback", "header": "Next callback", "cell": "J1"}
        assert [one["column"] for one in data["added_columns"]][-2:] == ["check", "id"]

    def test_it_asks_only_once(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        assert desk.say("tidy").exit_code == 0


class TestWhatIsTold:
    def test_every_change_has_before_after_and_why(self, desk: Folder) -> None:
        changes = desk.json("tidy", "--yes")["changes"]
        phone = next(one for one in changes if one["row"] == 3 and one["column"] == "phone")
        assert phone == {
            "row": 3,
            "column": "phone",
            "before": "(415) 555-0177",
            "after": "+1 415-555-0177",
            "why": "phone in international form",
            "key": phone["key"],
        }
        assert all(one["why"] for one in changes)

    def test_people_read_the_same_in_a_table(self, desk: Folder) -> None:
        out = desk.say("tidy", "--yes").out
        assert "(415) 555-0177 → +1 415-555-0177" in out
        assert "phone in international form" in out
        assert "today 13:30" in out

    def test_a_merge_is_a_sentence_with_the_rows_as_they_were(self, desk: Folder) -> None:
        said = desk.say("tidy", "--yes", "--json").json["data"]["merged"]
        assert [(one["rows"], one["into_row"]) for one in said] == [([4], 3)]
        assert said[0]["why"] == "the same number about the same reason on the same day"

    def test_the_merge_sentence_on_screen(self, desk: Folder) -> None:
        out = desk.say("tidy", "--yes").out
        assert "Row 4 went into row 3, maria lopez: the same number about the same reason on the same day." in out

    def test_flags_are_told_by_the_row_they_stand_in_afterwards(self, desk: Folder) -> None:
        issues = desk.say("tidy", "--yes", "--json").json["issues"]
        checks = desk.column("Check")
        assert issues
        for issue in issues:
            assert issue["sentence"] in checks[issue["row"] - 2]

    def test_the_tools_own_filling_is_summed_up_in_a_line(self, desk: Folder) -> None:
        out = desk.say("tidy", "--yes").out
        assert "Also written: Status 2, Calls 5, Check 3, ID 5." in out
        assert "CB-" not in out

    def test_verbose_shows_every_change(self, desk: Folder) -> None:
        assert "CB-" in desk.say("tidy", "--yes", "--verbose").out

    def test_a_long_list_is_cut_and_says_by_how_much(self, tmp_path: Path) -> None:
        rows = [f"9:{n:02} | Caller {n} | 415 555 01{n:02} | book | after 2 | | | | {n}" for n in range(60)]
        out = folder(tmp_path, rows).say("tidy", "--yes").out
        assert "… and 160 more (--verbose shows all)" in out
        assert "Caller 59" not in out

    def test_who_is_next_and_how_to_take_it_back_end_it(self, desk: Folder) -> None:
        lines = desk.say("tidy", "--yes").out.splitlines()
        assert lines[-2].startswith("Next: Ivan, +1 415-555-0123, about перенос, today 12:00 (now).")
        assert lines[-1] == "This was run R1; `callbacksheet undo` takes it back."


class TestASecondRun:
    def test_changes_nothing_and_does_not_rewrite_the_file(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        before = desk.file
        said = desk.say("tidy")
        told = "3 have something to check (`callbacksheet list` shows them)"
        assert said.out == f"Nothing to change: 5 rows are in order; {told}.\n"
        assert (said.exit_code, desk.file) == (0, before)

    @pytest.mark.parametrize(
        ("row", "line"),
        [
            ("9:05 | Dana | 415 555 0142 | book | after 2", "1 row is in order."),
            (
                "9:05 | Dana | | book | after 2",
                "1 row is in order; 1 has something to check (`callbacksheet list` shows it).",
            ),
            (
                "9:05 | Dana | 415 555 0142 | book | after 2 | | done",
                "1 row is in order; 1 has something to check (`callbacksheet list --all` shows it).",
            ),
        ],
    )
    def test_says_in_its_one_line_where_to_see_what_is_to_be_checked(self, tmp_path: Path, row: str, line: str) -> None:
        desk = folder(tmp_path, [row])
        desk.say("tidy", "--yes")
        assert desk.say("tidy").out == f"Nothing to change: {line}\n"

    def test_says_so_to_programs(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        data = desk.json("tidy")
        assert (data["changes"], data["merged"], data["moved"], data["written"]) == ([], [], 0, False)
        assert (data["run"], data["requests"], data["adopts"]) == (None, {"read": 1, "write": 0}, False)

    def test_a_row_typed_since_is_tidied_alone(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        desk.type_in("B7", "Zoe")
        desk.type_in("C7", "415 555 0101")
        desk.type_in("D7", "quote")
        data = desk.json("tidy")
        assert {one["row"] for one in data["changes"]} == {7}
        assert desk.column("By")[desk.column("Name").index("Zoe")] == "?"

    def test_deleted_rows_are_told(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        book = load_workbook(desk.workbook)
        book.worksheets[0].delete_rows(2)
        book.save(desk.workbook)
        said = desk.say("tidy", at="12:10")
        assert "1 row was deleted in the sheet, and what stood there is in the history: Ivan." in said.out


class TestWithoutWriting:
    def test_a_dry_run_shows_the_same_changes_and_writes_nothing(self, desk: Folder) -> None:
        before = desk.file
        dry = desk.json("tidy", "--dry-run")
        assert desk.file == before
        real = desk.json("tidy", "--yes")
        for name in ("changes", "merged", "moved", "gone", "added_columns"):
            assert dry[name] == real[name]
        assert (dry["written"], real["written"]) == (False, True)

    def test_a_dry_run_says_would(self, desk: Folder) -> None:
        out = desk.say("tidy", "--dry-run").out
        assert out.startswith("Would change ")
        assert "Nothing was written." in out

    def test_check_is_pending_until_it_was_tidied(self, desk: Folder) -> None:
        before = desk.file
        said = desk.say("tidy", "--check", "--json")
        assert (said.exit_code, said.json["status"], desk.file) == (3, "ok", before)
        desk.say("tidy", "--yes")
        assert desk.say("tidy", "--check").exit_code == 0

    def test_looking_is_allowed_while_the_workbook_is_open(self, desk: Folder) -> None:
        (desk.path / "~$callbacks.xlsx").write_bytes(b"\x02Kim")
        assert desk.say("tidy", "--dry-run").exit_code == 0
        assert desk.say("list").exit_code == 0
        assert desk.say("tidy", "--yes").exit_code == 9


def test_many_rows_gone_is_refused_until_forced(tmp_path: Path) -> None:
    rows = [f"9:{n:02} | Caller {n} | 415 555 01{n:02} | book | after 2 | | | | {n}" for n in range(30)]
    desk = folder(tmp_path, rows)
    desk.say("tidy", "--yes")
    book = load_workbook(desk.workbook)
    book.worksheets[0].delete_rows(2, 25)
    book.save(desk.workbook)
    before = desk.file
    said = desk.say("tidy", "--yes")
    assert said.exit_code == 5
    assert "25 of 30 rows are gone" in said.err
    assert desk.file == before
    assert desk.say("tidy", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("headers", "code"),
    [("Name | Phone | Room", 7), ("Name | Phone | Reason | Reason", 7), ("Received | Reason", 7)],
)
def test_a_header_nobody_can_read_is_a_matter_of_layout(tmp_path: Path, headers: str, code: int) -> None:
    desk = folder(tmp_path, MESSY[:1], headers)
    before = desk.file
    said = desk.say("tidy", "--yes", "--json")
    assert said.exit_code == code
    assert said.json["errors"][0]["code"] == "layout"
    assert desk.file == before


@pytest.mark.parametrize("command", ["tidy", "list", "next", "remind", "triage"])
def test_a_workbook_that_is_not_there_is_a_matter_of_setup(desk: Folder, command: str) -> None:
    desk.workbook.unlink()
    said = desk.say(command, "--json")
    assert said.exit_code == 6
    assert said.json["errors"][0]["next"]


class TestWhatSomebodyOvertook:
    """A workbook is exclusive, so the run is told here what only a shared sheet can do."""

    @pytest.fixture
    def overtaken(self) -> tuple[Tidied, Desk]:
        rows = tests.desk.Desk(
            tests.desk.tab("9:05 | Dana | 4155550142 | reschedule", "9:06 | Bob | 4155550188 | quote")
        )
        tidied = rows.tidy()
        shell = Shell({}, Path(), io.StringIO(), io.StringIO())
        desk = Desk(Context(shell, Options()), rows.sheet, rows.shop, rows.run)
        return replace(tidied, left_out=tidied.plan.changes[:2]), desk

    def test_is_exit_4_and_listed(self, overtaken: tuple[Tidied, Desk]) -> None:
        tidied, desk = overtaken
        assert exit_code_of(tidied) == 4
        left = tidied_data(tidied, desk)["left_out"]
        assert left == change_entries(tidied.plan.changes[:2])

    def test_is_said_with_what_is_safe_and_what_to_do(self, overtaken: tuple[Tidied, Desk]) -> None:
        tidied, desk = overtaken
        lines = [block.text for block in tidied_page(tidied, desk) if isinstance(block, Line)]
        assert (
            f"2 of {len(tidied.plan.changes)} changes were left out: those rows were edited while we worked. "
            "Nothing was overwritten. Run again to pick them up."
        ) in lines


def test_a_time_that_became_a_moment_can_be_read_in_its_column(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    book = load_workbook(desk.workbook)
    book.worksheets[0].column_dimensions["B"].width = 9
    book.save(desk.workbook)
    desk.say("tidy", "--yes")
    widths = load_workbook(desk.workbook).worksheets[0].column_dimensions
    assert widths["A"].width >= 17
    assert widths["B"].width == 9
    assert "D" not in widths


def test_a_row_that_a_repair_put_right_and_a_merge_took_in_is_told_by_its_callers_name(tmp_path: Path) -> None:
    desk = folder(tmp_path, [f"9:0{n} | Name{n} | 415-555-010{n} | book | | | | |" for n in range(5)])
    desk.say("tidy", "--yes")
    for row, number in enumerate(reversed(desk.column("Phone")), 2):
        desk.type_in(f"C{row}", number)
    taken = desk.column("Name").index("Name4") + 2
    for cell, text in {"A7": "8:30", "B7": "Name4", "C7": "415-555-0104", "D7": "book"}.items():
        desk.type_in(cell, text)
    said = desk.say("tidy", "--repair")
    assert said.exit_code == 0, said.err
    assert f"Row {taken} went into row 7, Name4" in said.out
    assert sorted(desk.column("Phone")) == [f"+1 415-555-010{n}" for n in range(5)]
