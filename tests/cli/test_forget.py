"""``forget``: afterwards no file of the desk holds the caller's number or name."""

# ruff: noqa: E501 - the names of a workbook's parts are long

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from tests.cli.desk import CONFIG
from tests.cli.folder import Folder, folder

ROWS = (
    "9:05 | Zebulon Quark | 415 555 0142        | reschedule          | afternoon |     |      | likes Mia     | 1",
    "9:10 | Z. Quark      | (415) 555-0142 (mum)| reschedule          | after 5   | !!  | lvm  | rang for Zebulon | 2",
    "9:20 | Zebulon Quarc | 415 555 0143        | reschedule          |           |     |      |               | 3",
    "9:40 | Maria Lopez   | 415.555.0177        | color               |           |     |      |               | 4",
)
NUMBER = re.compile(rb"415[^0-9<>]{0,3}555[^0-9<>]{0,3}0142")
NAME = re.compile(rb"Zebulon Quark|Z\. Quark|likes Mia", re.IGNORECASE)


def holding(desk: Folder) -> list[str]:
    """The parts of every workbook in the folder that hold the number, the name or a note."""
    found = []
    for file in sorted(desk.path.rglob("*.xlsx")):
        with zipfile.ZipFile(file) as package:
            for part in package.namelist():
                data = package.read(part)
                if NUMBER.search(data) or NAME.search(data):
                    found.append(f"{file.name}/{part}")
    return found


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk of several runs: merged, edited, undone, so that history, state and backups all know the caller."""
    desk = folder(tmp_path_factory.mktemp("known"), ROWS)
    desk.say("tidy", "--yes")
    desk.type_in(f"H{desk.column('Name').index('Maria Lopez') + 2}", "no hurry")
    desk.say("tidy", at="12:05")
    desk.say("undo", "R1", at="12:06")
    desk.say("tidy", at="12:07")
    return desk.path


@pytest.fixture
def desk(known: Path, tmp_path: Path) -> Folder:
    """A copy of it."""
    return Folder(shutil.copytree(known, tmp_path, dirs_exist_ok=True))


def test_nothing_of_the_caller_is_left_in_any_file(desk: Folder) -> None:
    assert {entry.partition("/")[0] for entry in holding(desk)} >= {"callbacks.xlsx", "callbacks.bak-1.xlsx"}
    data = desk.json("forget", "415-555-0142", "--yes", at="12:10")
    assert holding(desk) == []
    assert data["left"] == []
    assert data["rows"] == 1
    assert data["lines"] > 0
    assert data["backups"]["blanked"] + data["backups"]["deleted"] > 0


def test_the_row_stays_done_and_is_left_in_peace(desk: Folder) -> None:
    rows = len(desk.column("ID"))
    desk.say("forget", "415-555-0142", "--yes", at="12:10")
    desk.say("tidy", at="12:11")
    assert len(desk.column("ID")) == rows
    blank = desk.column("Outcome").index("forgotten on request")
    cells = dict(zip(desk.rows()[0], desk.rows()[blank + 1], strict=True))
    assert cells["Status"] == "Done"
    assert [cells[header] for header in ("Name", "Phone", "Reason", "Best time", "Notes", "Check", "Room")] == [
        None
    ] * 7
    assert desk.say("tidy", "--check", at="12:11").exit_code == 0
    assert holding(desk) == []


def test_other_callers_keep_every_word(desk: Folder) -> None:
    keys = {"Zebulon Quarc", "Maria Lopez"}

    def others() -> list[list[object]]:
        place = desk.rows()[0].index("Check")
        rows = [row for row in desk.rows() if row[1] in keys]
        return [[*row[:place], *row[place + 1 :]] for row in rows]

    before = others()
    desk.say("forget", "415-555-0142", "--yes", at="12:10")
    assert others() == before
    assert desk.say("history", "maria").exit_code == 0


def as_excel_saves_it(path: Path) -> None:
    """Every text of the first tab in the list of shared texts, as spreadsheet programs keep them."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet, texts = "xl/worksheets/sheet1.xml", list[bytes]()

    def shared(cell: re.Match[bytes]) -> bytes:
        texts.append(cell[2])
        return cell[1] + b't="s"><v>%d</v></c>' % (len(texts) - 1)

    inline = re.compile(rb'(<c [^>]*)t="inlineStr"[^>]*><is>(<t[^>]*>[^<]*</t>)</is></c>')
    parts[sheet] = inline.sub(shared, parts[sheet])
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts["xl/sharedStrings.xml"] = b"<sst %s>%s</sst>" % (space, b"".join(b"<si>%s</si>" % text for text in texts))
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    added = b'<Relationship Id="rIdTexts" Type="%s" Target="/xl/sharedStrings.xml"/></Relationships>' % kind
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace(b"</Relationships>", added)
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_the_list_of_texts_beside_the_cells_forgets_too(tmp_path: Path) -> None:
    desk = folder(tmp_path, ROWS)
    as_excel_saves_it(desk.workbook)
    assert holding(desk) == ["callbacks.xlsx/xl/sharedStrings.xml"]
    desk.say("tidy", "--yes")
    assert "callbacks.xlsx/xl/sharedStrings.xml" in holding(desk)
    names = desk.column("Name")
    desk.say("forget", "415-555-0142", "--yes")
    assert holding(desk) == []
    assert [name for name in desk.column("Name") if name] == [
        name for name in names if name in ("Zebulon Quarc", "Maria Lopez")
    ]


def test_notes_on_the_cells_go_too(tmp_path: Path) -> None:
    desk = folder(tmp_path, ROWS)
    book = load_workbook(desk.workbook)
    book.worksheets[0]["B2"].comment = Comment("Zebulon Quark is a VIP", "MK")
    book.worksheets[0]["B5"].comment = Comment("a friend", "MK")
    book.save(desk.workbook)
    desk.say("tidy", "--yes")
    desk.say("forget", "415-555-0142", "--yes")
    assert holding(desk) == []
    notes = [cell.comment.text for row in load_workbook(desk.workbook).worksheets[0] for cell in row if cell.comment]
    assert "a friend" in notes


def test_what_stands_elsewhere_is_told_and_left_to_people(tmp_path: Path) -> None:
    lists = 'contacts = [{ phone = "+1 415 555 0142", owner = "MK" }]\n[sheet]'
    desk = folder(tmp_path, ROWS, config=CONFIG.replace("[sheet]", lists))
    book = load_workbook(desk.workbook)
    book.create_sheet("Archive")["B7"] = 4155550142
    book.save(desk.workbook)
    desk.say("tidy", "--yes")
    data = desk.json("forget", "415-555-0142", "--yes")
    assert data["left"] == ["Archive!B7", "contacts in callbacksheet.toml"]
    assert {entry.partition("/")[0] for entry in holding(desk)} == {"callbacks.xlsx"}
    assert "still stands in Archive!B7 and contacts in callbacksheet.toml" in desk.say("forget", "415-555-0142").out


def test_asks_first_and_says_that_it_is_for_ever(desk: Folder) -> None:
    before = desk.file
    alone = desk.say("forget", "415-555-0142")
    assert alone.exit_code == 5
    declined = desk.say("forget", "415-555-0142", answers=("",))
    assert declined.exit_code == 5
    assert "This cannot be taken back." in declined.err
    assert declined.out == "Agreed? [y/N] "
    assert desk.file == before
    assert desk.say("forget", "415-555-0142", answers=("y",)).exit_code == 0
    assert desk.file != before


def test_a_dry_run_counts_and_writes_nothing(desk: Folder) -> None:
    before = (desk.file, holding(desk))
    dry = desk.json("forget", "415-555-0142", "--dry-run")
    assert (desk.file, holding(desk)) == before
    done = desk.json("forget", "415-555-0142", "--yes")
    assert [dry[count] for count in ("rows", "texts", "lines")] == [done[count] for count in ("rows", "texts", "lines")]


def test_a_second_time_there_is_nothing_and_the_file_is_not_written(desk: Folder) -> None:
    desk.say("forget", "415-555-0142", "--yes")
    before = desk.file
    said = desk.say("forget", "415-555-0142")
    assert said.exit_code == 0
    assert said.out == "Nothing that +14155550142 said is kept in callbacks.xlsx or its backups.\n"
    assert desk.file == before


def test_it_cannot_be_taken_back(desk: Folder) -> None:
    desk.say("forget", "415-555-0142", "--yes", at="12:10")
    run = desk.json("history")["runs"][-1]["run"]
    assert desk.say("undo", run, at="12:11").exit_code == 2
    for _ in range(4):
        desk.say("undo", at="12:12")
    assert holding(desk) == []


def test_a_backup_nobody_can_look_into_is_told(desk: Folder) -> None:
    backup = next((desk.path / ".callbacksheet-backups").iterdir())
    backup.write_bytes(b"no workbook")
    said = desk.say("forget", "415-555-0142", "--yes")
    assert said.exit_code == 4
    assert "1 backup in .callbacksheet-backups cannot be looked into" in said.out


@pytest.mark.parametrize("typed", ["dana", "12", ""])
def test_what_is_no_number_is_a_usage_error(desk: Folder, typed: str) -> None:
    before = desk.file
    said = desk.say("forget", typed, "--yes")
    assert said.exit_code == 2
    assert "is not a phone number" in said.err
    assert desk.file == before


def test_a_sheet_that_was_never_tidied_keeps_nothing_of_anybody(tmp_path: Path) -> None:
    desk = folder(tmp_path, ROWS)
    before = desk.file
    said = desk.say("forget", "415-555-0142", "--yes")
    assert said.exit_code == 5
    assert "keeps nothing of anybody" in said.err
    assert desk.file == before
