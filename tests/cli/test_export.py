"""``export``: the queue for another program, which it cannot harm."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.folder import MESSY, Folder, folder

NASTY = (
    "9:50 | @SUM(1+1) | 415 555 0190 | -cmd        | | | | +1+1      | =7",
    "9:51 | Paul      | 415 555 0191 | quote, then | | | | said \"x\"  | 8",
)  # fmt: skip


@pytest.fixture(scope="module")
def tidied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = folder(tmp_path_factory.mktemp("tidied"), (*MESSY, *NASTY))
    book = load_workbook(desk.workbook)
    book.worksheets[0]["I8"].data_type = "s"
    book.save(desk.workbook)
    desk.say("tidy", "--yes")
    return desk.path


@pytest.fixture
def desk(tidied: Path, tmp_path: Path) -> Folder:
    return Folder(shutil.copytree(tidied, tmp_path, dirs_exist_ok=True))


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_is_printed_in_calling_order_with_the_teams_own_columns(desk: Folder) -> None:
    said = desk.say("export")
    assert said.exit_code == 0
    rows = read(said.out)
    assert [row["ID"] for row in rows] == [row["key"] for row in desk.json("list")["callbacks"]]
    dana = next(row for row in rows if row["Name"] == "Dana")
    assert dana["Received"] == "2026-05-08 09:05"
    assert dana["Next callback"] == "2026-05-08 13:30"
    assert dana["Room"] == "1"


def test_rows_that_are_done_come_only_when_asked_for(desk: Folder) -> None:
    assert "Bob" not in desk.say("export").out
    assert "Bob" in desk.say("export", "--all").out


def test_no_text_of_a_caller_is_a_formula_in_csv_and_numbers_stay_numbers_to_ring(desk: Folder) -> None:
    rows = read(desk.say("export").out)
    assert {row["Phone"] for row in rows} >= {"+1 415-555-0142", "+1 415-555-0190"}
    nasty = next(row for row in rows if row["Phone"] == "+1 415-555-0190")
    assert (nasty["Name"], nasty["Reason"], nasty["Notes"]) == ("'@SUM(1+1)", "'-cmd", "'+1+1")
    for row in rows:
        for header, text in row.items():
            assert header == "Phone" or text[:1] not in "=+-@\t\r" or not text


def test_json_is_what_list_has(desk: Folder) -> None:
    assert json.loads(desk.say("export", "--format", "json").out) == desk.json("list")["callbacks"]


def test_a_workbook_holds_the_same_rows_and_no_formula(desk: Folder) -> None:
    assert desk.say("export", "--all", "--out", "queue.xlsx").exit_code == 0
    head, *rows = load_workbook(desk.path / "queue.xlsx").worksheets[0].iter_rows()
    assert [cell.value for cell in head][-1] == "Room"
    assert len(rows) == len(desk.json("list", "--all")["callbacks"])
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "d"}
    names = [row[1].value for row in rows]
    assert "@SUM(1+1)" in names


def test_what_was_exported_can_be_imported(desk: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:
    desk.say("export", "--out", "queue.csv")
    assert (desk.path / "queue.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    other = folder(tmp_path_factory.mktemp("other"), ())
    shutil.copy(desk.path / "queue.csv", other.path)
    data = other.json("import", "queue.csv", "--yes")
    assert data["new"] == len(desk.json("list")["callbacks"])
    theirs, ours = other.json("list")["callbacks"], desk.json("list")["callbacks"]
    assert [row["phone"] for row in theirs] == [row["phone"] for row in ours]
    assert [row["next_callback"] for row in theirs] == [row["next_callback"] for row in ours]


@pytest.mark.parametrize("name", ["queue.csv", "queue.json", "queue.xlsx"])
def test_a_file_that_is_there_is_replaced_only_with_consent(desk: Folder, name: str) -> None:
    (desk.path / name).write_text("mine")
    refused = desk.say("export", "--out", name)
    assert refused.exit_code == 5
    assert "already. Replace it?" in refused.err
    assert (desk.path / name).read_text() == "mine"
    assert desk.say("export", "--out", name, "--dry-run").exit_code == 0
    assert (desk.path / name).read_text() == "mine"
    assert desk.say("export", "--out", name, "--yes").exit_code == 0
    assert (desk.path / name).read_bytes() != b"mine"


@pytest.mark.parametrize("name", ["callbacks.xlsx", "callbacksheet.toml"])
def test_the_desks_own_files_are_never_replaced(desk: Folder, name: str) -> None:
    before = (desk.path / name).read_bytes()
    assert desk.say("export", "--out", name, "--yes", "--force").exit_code == 5
    assert (desk.path / name).read_bytes() == before


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("--format", "xlsx"), "A workbook cannot be printed."),
        (("--format", "pdf"), "'pdf' is not one of"),
        (("--out", "."), "is a folder."),
    ],
)
def test_what_cannot_be_written_so_is_a_usage_error(desk: Folder, argv: tuple[str, ...], told: str) -> None:
    said = desk.say("export", *argv)
    assert said.exit_code == 2
    assert told in said.err


def test_the_envelope_carries_the_rows_where_there_is_no_file(desk: Folder) -> None:
    data = desk.json("export")
    assert read(data["content"])[0]["ID"]
    assert desk.json("export", "--format", "json")["callbacks"] == desk.json("list")["callbacks"]
    filed = desk.json("export", "--out", "q.json")
    assert filed["out"] == str(desk.path / "q.json")
    assert "callbacks" not in filed


def test_the_sheet_is_only_read(desk: Folder) -> None:
    before = desk.file
    desk.say("export", "--out", "queue.csv")
    assert desk.file == before
