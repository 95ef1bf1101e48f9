"""Bad input: a sentence, a next step, the right exit code, and a workbook that nobody has touched."""

# ruff: noqa: E501 - a case to a line is what makes the tables readable

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from callbacksheet.adapters.disk import Disk
from callbacksheet.cli.commands import COMMANDS
from tests.cli.desk import Said
from tests.cli.folder import MESSY, Folder, folder

READING = ("list", "next", "remind", "export", "history", "who dana", "offer", "script dana", "eod", "doctor")
WRITING = (
    "tidy --yes",
    "triage --yes",
    "add Zoe 4155550166 quote --yes",
    "import new.csv --yes",
    "undo",
    "forget 4155550142 --yes",
    "attempt dana no-answer",
    "done dana booked",
    "schedule dana 17:15",
    "assign dana MK",
    "claim dana",
    "block 4155550142 --reason robocalls",
    "rollback --to 11:05 --yes",
)
SHEET = "xl/worksheets/sheet1.xml"
SHEETLESS = {"when", "blocks", "cron", "notify test", "demo", "init"} | {"run"}  # which tells of it, and goes on


def contents(path: Path) -> dict[str, bytes]:
    """Every file of the folder, as it stands."""
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


def refused(desk: Folder, command: str, exit_code: int, told: str) -> Said:
    """The command ends so, says what and what next, and every file of the folder is as it was."""
    before = contents(desk.path)
    said = desk.say(*command.split())
    assert said.exit_code == exit_code, (command, said.err, said.out)
    if command != "doctor":
        first, *rest = said.err.splitlines()
        assert told in first, (command, said.err)
        assert any(line.startswith("Next: ") and len(line) > 15 for line in rest), said.err
        assert said.out == ""
    assert contents(desk.path) == before
    return said


def workbook(path: Path, change: Callable[[Workbook], object]) -> None:
    book = load_workbook(path)
    change(book)
    book.save(path)


def rewritten(path: Path, part: str, old: bytes, new: bytes) -> None:
    """A part of the file with other bytes in it, which openpyxl would not write."""
    with zipfile.ZipFile(path) as package:
        parts = {
            name: package.read(name).replace(b" />", b"/>").replace(b"<v></v>", b"<v/>") for name in package.namelist()
        }
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def with_text_for_dana(text: bytes) -> Callable[[Path], None]:
    return lambda path: rewritten(path, SHEET, b"<t>Dana</t>", b"<t>" + text + b"</t>")


def emptied(book: Workbook) -> None:
    book.worksheets[0].delete_rows(1, 100)


FILES: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "not a workbook": (lambda path: path.write_text("Name,Phone\n"), 6, "cannot be read as a workbook"),
    "an empty file": (lambda path: path.write_bytes(b""), 6, "cannot be read as a workbook"),
    "another zip": (lambda path: rewritten(path, "[Content_Types].xml", b"spreadsheetml.sheet.main", b"presentationml.main"), 6, "is of a kind this tool does not write"),
    "a folder": (a_folder, 6, "is a folder, not a workbook"),
    "gone": (lambda path: path.unlink(), 6, "There is no workbook"),
    "password-protected": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), 6, "is protected with a password"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:-400]), 6, "it may be damaged or cut off"),
    "damaged inside": (lambda path: rewritten(path, SHEET, b"</row>", b"</rwo>"), 6, "it may be damaged or cut off"),
    "an empty tab": (lambda path: workbook(path, emptied), 7, "is empty: there is no header row"),
    "no header": (lambda path: workbook(path, lambda book: book.worksheets[0].delete_rows(1)), 7, "No header row was found"),
    "a header twice": (lambda path: workbook(path, lambda book: book.worksheets[0].cell(1, 9, "Telephone")), 7, 'C1 "Phone" and I1 "Telephone" both say Phone'),
    "no reason": (lambda path: workbook(path, lambda book: book.worksheets[0].cell(1, 4, "Colour")), 7, "Reason"),
    "merged cells": (lambda path: workbook(path, lambda book: book.worksheets[0].merge_cells("B3:C4")), 7, "Cells are merged among the rows of callbacks: B3:C4"),
    "60,000 characters": (with_text_for_dana(b"x" * 60_000), 5, "Cell B2 holds 60,000 characters"),
    "open in Excel": (lambda path: path.with_name(f"~${path.name}").write_bytes(b"\x02JL" + bytes(52)), 9, "is open in Excel by JL"),
    "open in LibreOffice": (lambda path: path.with_name(f".~lock.{path.name}#").write_text(",julia,desk,08.05.2026 11:20,"), 9, "is open in LibreOffice by julia"),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    (tmp_path / "new.csv").write_text("Name,Phone,Reason\nZoe,4155550166,quote\n")
    return folder(tmp_path)


@pytest.mark.parametrize("case", FILES)
def test_a_workbook_that_cannot_be_used_is_left_alone(desk: Folder, case: str) -> None:
    spoil, exit_code, told = FILES[case]
    spoil(desk.workbook)
    refused(desk, "tidy --yes", exit_code, told)
    if exit_code != 9:
        refused(desk, "list", exit_code, told)


def test_every_command_that_looks_at_the_sheet_is_tried_here() -> None:
    assert {command.split()[0] for command in (*READING, *WRITING)} == set(COMMANDS) - SHEETLESS


@pytest.mark.parametrize("command", [*READING, *WRITING])
@pytest.mark.parametrize("case", ["password-protected", "cut off", "60,000 characters"])
def test_every_command_says_the_same_of_it(desk: Folder, case: str, command: str) -> None:
    spoil, exit_code, told = FILES[case]
    spoil(desk.workbook)
    refused(desk, command, exit_code, told)


@pytest.mark.parametrize("command", WRITING)
def test_no_command_writes_a_workbook_that_is_open_elsewhere(desk: Folder, command: str) -> None:
    desk.say("tidy", "--yes")
    spoil, exit_code, told = FILES["open in Excel"]
    spoil(desk.workbook)
    refused(desk, command, exit_code, told)


@pytest.mark.parametrize("command", [one for one in READING if one != "doctor"])
def test_looking_is_allowed_while_the_workbook_is_open_elsewhere(desk: Folder, command: str) -> None:
    FILES["open in Excel"][0](desk.workbook)
    assert desk.say(*command.split()).exit_code == (3 if command == "eod" else 0)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("calls.csv", "is a text file, not a workbook"),
        ("calls.xls", "is of the old kind"),
        ("calls.xlsm", "may hold macros"),
        ("calls.ods", "is an OpenDocument sheet"),
    ],
)
def test_another_kind_of_file_is_refused_by_name(desk: Folder, name: str, told: str) -> None:
    config = desk.path / "callbacksheet.toml"
    config.write_text(config.read_text().replace("callbacks.xlsx", name))
    (desk.path / name).write_bytes(b"x")
    before = contents(desk.path)
    said = desk.say("tidy", "--yes")
    assert said.exit_code == 6
    assert told in said.err
    assert contents(desk.path) == before


def test_a_tab_that_is_not_there_is_named_with_those_that_are(desk: Folder) -> None:
    config = desk.path / "callbacksheet.toml"
    config.write_text(config.read_text().replace('"callbacks.xlsx"', '"callbacks.xlsx"\ntab = "Callbaks"'))
    refused(desk, "tidy --yes", 7, 'has no tab "Callbaks". Nothing was written. Its tabs are: "Sheet".')


class TestConfiguration:
    CASES = (
        ('regoin = "US"', "regoin is not a setting"),
        ('timezone = "Mars/Base"', '"Mars/Base" is not a time zone'),
        ("[hours]\nmon = ['18:00-09:00']", "18:00-09:00"),
        ("[hours]\nmon = ['09:00-25:00']", "09:00-25:00"),
        ("[blocks]\ntimes = ['soon']", "soon"),
        ("timezone = ", "line"),
    )

    @pytest.mark.parametrize(("lines", "told"), CASES)
    def test_that_cannot_be_meant_is_told_and_nothing_is_read(self, desk: Folder, lines: str, told: str) -> None:
        head = "" if lines.startswith("timezone") else 'timezone = "America/New_York"\n'
        text = f'{head}{lines}\n[sheet]\nworkbook = "callbacks.xlsx"\n'
        (desk.path / "callbacksheet.toml").write_text(text)
        before = contents(desk.path)
        said = desk.say("tidy", "--yes")
        assert said.exit_code == 6
        assert told in said.err
        assert "Next: " in said.err
        assert contents(desk.path) == before

    def test_all_problems_are_told_at_once_each_with_its_line(self, desk: Folder) -> None:
        (desk.path / "callbacksheet.toml").write_text(
            'timezone = "Mars/Base"\nregoin = "US"\n[sheet]\nworkbook = "callbacks.xlsx"\n[hours]\nmon = ["18:00-09:00"]\n'
        )
        errors = [error["message"] for error in desk.say("list", "--json").json["errors"]]
        assert [message.partition(":")[0] for message in errors] == ["line 1", "line 2", "line 6"]


class ReadOnlyDisk(Disk):
    """A folder that nobody may write to."""

    def writable(self, path: Path) -> bool:
        return False


class TestDisk:
    def test_a_read_only_folder(self, desk: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        # a patch, because the administrator, who often runs tests, may write in any real folder
        monkeypatch.setattr("callbacksheet.adapters.disk.Disk", ReadOnlyDisk)
        refused(desk, "tidy --yes", 6, "callbacks.xlsx or its folder is read-only. Nothing was changed.")

    @pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind there")
    @pytest.mark.parametrize("argv", [("tidy", "--yes"), ("add", "Zoe", "4155550166", "quote", "--yes")])
    def test_a_full_disk(self, desk: Folder, argv: tuple[str, ...]) -> None:
        before = contents(desk.path)
        done = with_little_room(desk, *argv)
        assert done.returncode == 6
        assert "The disk is full, so callbacks.xlsx could not be written. Nothing was changed." in done.stderr
        assert "Next: Make room" in done.stderr
        assert contents(desk.path) == before

    @pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind there")
    def test_a_full_disk_on_a_desk_that_is_tidied_already(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        before = contents(desk.path)
        assert with_little_room(desk, "undo").returncode == 6
        assert with_little_room(desk, "forget", "4155550142", "--yes").returncode == 6
        assert with_little_room(desk, "export", "--out", "queue.xlsx").returncode == 6
        assert contents(desk.path) == before


def with_little_room(desk: Folder, *argv: str) -> subprocess.CompletedProcess[str]:
    """The program where no file may grow beyond 900 bytes: what a full disk says, on any machine."""
    limited = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900)); "
        "from callbacksheet.cli.main import main; main()"
    )
    environ = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CALLBACKSHEET_NOW": "2026-05-08T12:00",
    }
    return subprocess.run([sys.executable, "-c", limited, *argv], cwd=desk.path, env=environ, capture_output=True, text=True, encoding="utf-8", check=False)  # fmt: skip


class TestCells:
    """Cells nobody expects: never a crash, never lost, never computed, never able to steer a terminal."""

    def test_control_characters_are_kept_and_cannot_steer_the_terminal(self, desk: Folder) -> None:
        with_text_for_dana(b"Da_x001B_[31mna_x0007_")(desk.workbook)
        said = desk.say("tidy", "--yes")
        assert said.exit_code == 0
        for out in (said.out, desk.say("list").out, desk.say("next").out, desk.say("history", "R1", "--verbose").out):
            assert "\x1b" not in out
            assert "\x07" not in out
        assert "Da\x1b[31mna\x07" in {row["name"] for row in desk.json("list")["callbacks"]}
        assert desk.say("tidy", "--check").exit_code == 0

    @pytest.mark.parametrize("name", ['=HYPERLINK("http://x.example","win")', "+1-1", "@SUM(A1)", "=1+1"])
    def test_text_that_looks_like_a_formula_stays_text(self, desk: Folder, name: str) -> None:
        assert desk.say("add", name, "415 555 0166", "quote", "--yes").exit_code == 0
        book = load_workbook(desk.workbook)
        cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == name]
        assert [cell.data_type for cell in cells] == ["s"]
        assert name in {row["name"] for row in desk.json("list")["callbacks"]}
        assert desk.say("tidy", "--check").exit_code == 0

    def test_a_formula_in_the_phone_cell_is_left_alone_and_told(self, desk: Folder) -> None:
        workbook(desk.workbook, lambda book: book.worksheets[0].cell(2, 3, "=4155550142+0"))
        rewritten(desk.workbook, SHEET, b"<f>4155550142+0</f><v/>", b"<f>4155550142+0</f><v>4155550142</v>")
        assert desk.say("tidy", "--yes").exit_code == 0
        assert "=4155550142+0" in desk.column("Phone")
        dana = next(row for row in desk.json("list")["callbacks"] if row["name"] == "Dana")
        assert dana["phone"] == "+14155550142"
        assert "formula" in dana["flags"]
        assert desk.say("tidy", "--check").exit_code == 0

    def test_a_date_in_the_phone_cell_is_kept_and_told(self, desk: Folder) -> None:
        workbook(desk.workbook, lambda book: book.worksheets[0].cell(2, 3, datetime(2026, 4, 2)))
        assert desk.say("tidy", "--yes").exit_code == 0
        dana = next(row for row in desk.json("list")["callbacks"] if row["name"] == "Dana")
        assert dana["phone"] is None
        assert {"bad_phone", "no_phone"} & set(dana["flags"])
        assert datetime(2026, 4, 2) in desk.column("Phone")
        assert desk.say("tidy", "--check").exit_code == 0

    def test_hidden_and_filtered_rows_are_rows_like_any_other_and_stay_hidden(self, desk: Folder) -> None:
        def hide(book: Workbook) -> None:
            sheet = book.worksheets[0]
            sheet.auto_filter.ref = "A1:I7"
            sheet.auto_filter.add_filter_column(1, ["Dana"])
            for row in range(3, 8):
                sheet.row_dimensions[row].hidden = True

        workbook(desk.workbook, hide)
        data = desk.json("tidy", "--yes")
        assert data["rows"] == len(MESSY) - 1
        sheet = load_workbook(desk.workbook).worksheets[0]
        shown = [
            sheet.cell(row, 2).value
            for row in range(2, sheet.max_row + 1)
            if sheet.cell(row, 17).value is not None or sheet.cell(row, 2).value
            if not sheet.row_dimensions[row].hidden
        ]
        assert shown == ["Dana"]

    def test_a_sheet_of_headers_alone_is_in_order(self, tmp_path: Path) -> None:
        desk = folder(tmp_path, ())
        said = desk.say("tidy", "--yes")
        assert (said.exit_code, said.out.splitlines()[0]) == (0, "Set the tab up.")
        assert "Nobody is waiting" in desk.say("next").out or desk.json("next")["callback"] is None


class TestWhatTheToolRemembers:
    """The hidden tabs, meddled with."""

    def test_gone_is_refused_and_nothing_is_written(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        workbook(desk.workbook, lambda book: book.remove(book["_callbacksheet"]))
        for command in ("tidy --yes", "list", "add Zoe 4155550166 quote"):
            said = refused(desk, command, 5, "hidden state tab is gone")
            assert "init --adopt" in said.err

    @pytest.mark.parametrize(("key", "value"), [("epoch", "x"), ("counter", "1"), ("checksum", None)])
    def test_edited_is_refused_and_nothing_is_written(self, desk: Folder, key: str, value: str | None) -> None:
        desk.say("tidy", "--yes")

        def edit(book: Workbook) -> None:
            for row in book["_callbacksheet"].iter_rows():
                if row[1].value == key:
                    row[2].value = value

        workbook(desk.workbook, edit)
        for command in ("tidy --yes", "list"):
            assert "init --adopt" in refused(desk, command, 5, "hidden state tab is damaged").err

    def test_a_deleted_history_stops_nothing_and_is_begun_anew(self, desk: Folder) -> None:
        desk.say("tidy", "--yes")
        workbook(desk.workbook, lambda book: book.remove(book["_cbs_history"]))
        assert desk.say("tidy").exit_code == 0
        assert desk.say("add", "Zoe", "4155550166", "quote").exit_code == 0
        assert [run["run"] for run in desk.json("history")["runs"]] == ["R2"]

    def test_many_rows_gone_is_refused_until_somebody_insists(self, tmp_path: Path) -> None:
        rows = tuple(f"9:{n:02} | Name {n} | 415 555 01{n:02} | quote | | | | |" for n in range(10, 40))
        desk = folder(tmp_path, rows)
        desk.say("tidy", "--yes")
        workbook(desk.workbook, lambda book: book.worksheets[0].delete_rows(2, 22))
        refused(desk, "tidy --yes", 5, "22 of 30 rows are gone from the tab")
        assert desk.say("tidy", "--force").exit_code == 0


@pytest.mark.parametrize("case", FILES)
def test_no_message_shows_python(desk: Folder, case: str) -> None:
    FILES[case][0](desk.workbook)
    said = desk.say("tidy", "--yes")
    assert not re.search(r"Traceback|Error\(|\bNone\b|<class|object at", said.err), said.err
