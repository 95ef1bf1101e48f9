"""Files that cannot be the team's sheet: each gets a sentence, a next step, its exit code, and stays as it was."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from callbacksheet.adapters.workbook import MAX_SIZE, WorkbookSheet
from callbacksheet.core.batch import AppendRow, Put
from callbacksheet.errors import LayoutError, RefusedError, SetupError
from tests.adapters import rich_workbook as rich
from tests.contract.sheets import HurriedDisk, WorkbookDesk, batch

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def plain(path: Path) -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Name", "Phone"])
    book.save(path)
    return path.read_bytes()


def rezip(path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> None:
    content = change(rich.members(rich.save(path)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in content.items():
            file.writestr(name, data)


def replaced(part: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    def change(content: dict[str, bytes]) -> dict[str, bytes]:
        assert old in content[part]
        return content | {part: content[part].replace(old, new)}

    return change


def without(part: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda content: {name: data for name, data in content.items() if name != part}


def _encrypted_zip(path: Path) -> None:
    data = bytearray(rich.save(path).read_bytes())
    for place in range(len(data) - 10):
        if data[place : place + 4] == b"PK\x01\x02":
            data[place + 8] |= 1
    path.write_bytes(bytes(data))


def _corrupted(path: Path) -> None:
    data = bytearray(rich.save(path).read_bytes())
    place = data.find(b"xl/worksheets/sheet2.xml") + 200
    data[place : place + 40] = b"\0" * 40
    path.write_bytes(bytes(data))


STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
BILLION = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
SHEET = rich.DATA_PART

DAMAGED: list[tuple[str, Callable[[Path], object]]] = [
    ("an empty file", lambda path: path.write_bytes(b"")),
    ("no zip at all", lambda path: path.write_bytes(b"Name;Phone\nDana;415\n" * 50)),
    ("a zip that is cut off", lambda path: path.write_bytes(plain(path)[:-300])),
    ("a zip cut off in the middle", lambda path: path.write_bytes(rich.save(path).read_bytes()[:4000])),
    ("a zip of something else", lambda path: rezip(path, lambda _: {"readme.txt": b"hello"})),
    ("a sheet with rotten bytes", _corrupted),
    ("a sheet that is no XML", lambda path: rezip(path, replaced(SHEET, b"</row>", b""))),
    ("a sheet that ends early", lambda path: rezip(path, replaced(SHEET, b"</sheetData>", b""))),
    ("a sheet with a document type", lambda path: rezip(path, replaced(SHEET, b"<worksheet", BILLION + b"<worksheet"))),
    ("rows out of order", lambda path: rezip(path, replaced(SHEET, b'<row r="7"', b'<row r="2"'))),
    ("a cell that is none", lambda path: rezip(path, replaced(SHEET, b'r="A7"', b'r="?7"'))),
    ("a style that is no number", lambda path: rezip(path, replaced(SHEET, b's="3"', b's="blue"'))),
    ("a number that is none", lambda path: rezip(path, replaced(SHEET, b"<v>46151</v>", b"<v>many</v>"))),
    (
        "a text that is not in the list",
        lambda path: rezip(path, replaced(SHEET, b'<v>10</v></c><c r="D7"', b'<v>99</v></c><c r="D7"')),
    ),
    ("a missing sheet", lambda path: rezip(path, without(SHEET))),
    ("a missing list of parts", lambda path: rezip(path, without("[Content_Types].xml"))),
    ("no workbook inside", lambda path: rezip(path, without("xl/workbook.xml"))),
]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("make", [make for _, make in DAMAGED], ids=[what for what, _ in DAMAGED])
def test_a_damaged_workbook_is_refused_with_a_next_step_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    path = tmp_path / "callbacks.xlsx"
    make(path)
    before = path.read_bytes()
    with pytest.raises(SetupError, match=r"callbacks\.xlsx cannot be read as a workbook.*It was left alone") as refusal:
        WorkbookSheet(path, disk=HurriedDisk()).read()
    assert refusal.value.next == "Open it in a spreadsheet program and save it again."
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_damaged_workbook_that_was_tidied_before_has_good_copies(tmp_path: Path) -> None:
    path = tmp_path / "callbacks.xlsx"
    path.write_bytes(b"cut off")
    (tmp_path / ".callbacksheet-backups").mkdir()
    with pytest.raises(SetupError) as refusal:
        WorkbookSheet(path, disk=HurriedDisk()).read()
    assert f"or take the newest good copy from the folder {tmp_path / '.callbacksheet-backups'}" in refusal.value.next


@pytest.mark.parametrize(
    ("name", "make", "said", "advice"),
    [
        ("none.xlsx", lambda _: None, "There is no workbook", "callbacksheet init"),
        ("folder.xlsx", lambda path: path.mkdir(), "is a folder, not a workbook", "inside it"),
        ("locked.xlsx", lambda path: path.write_bytes(OLE), "protected with a password", "without a password"),
        ("locked.xlsx", _encrypted_zip, "protected with a password", "without a password"),
        ("macros.xlsm", plain, "may hold macros", "Excel Workbook"),
        ("old.xls", lambda path: path.write_bytes(OLE), "of the old kind", "Excel Workbook"),
        ("open.ods", plain, "an OpenDocument sheet", "Excel Workbook"),
        ("rows.csv", lambda path: path.write_text("a,b"), "a text file, not", "callbacksheet import rows.csv"),
        ("what.bin", lambda path: path.write_bytes(b"?"), "This tool writes .xlsx workbooks only", "Excel Workbook"),
        ("huge.xlsx", lambda path: path.write_bytes(b"\0" * (MAX_SIZE + 1)), "larger than 20 MB", "Move pictures"),
        (
            "macros.xlsx",
            lambda path: rezip(path, replaced("[Content_Types].xml", b"l.sheet.main", b"l.macroEnabled.main")),
            "holds macros, is a template",
            "Excel Workbook",
        ),
        (
            "strict.xlsx",
            lambda path: rezip(path, replaced("xl/workbook.xml", rich.MAIN.encode(), STRICT)),
            "Strict Open XML",
            "Excel Workbook",
        ),
        ("signed.xlsx", lambda path: rezip(path, lambda c: c | {"_xmlsignatures/s": b""}), "is signed", "a copy"),
    ],
)  # fmt: skip
def test_what_is_not_a_plain_workbook_is_named_and_left_alone(
    tmp_path: Path, name: str, make: Callable[[Path], object], said: str, advice: str
) -> None:
    path = tmp_path / name
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(SetupError, match=said) as refusal:
        WorkbookSheet(path, disk=HurriedDisk()).read()
    assert advice in refusal.value.next
    assert (path.read_bytes() if path.is_file() else None) == before


def test_an_unreadable_file_says_why(tmp_path: Path) -> None:
    class Forbidding(HurriedDisk):
        def read(self, path: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

    plain(tmp_path / "callbacks.xlsx")
    with pytest.raises(SetupError, match=r"callbacks\.xlsx cannot be read \(Permission denied\)"):
        WorkbookSheet(tmp_path / "callbacks.xlsx", disk=Forbidding()).read()


def test_a_missing_tab_names_the_tabs_there_are(tmp_path: Path) -> None:
    path = rich.save(tmp_path / "office.xlsx")
    with pytest.raises(LayoutError, match=r'no tab "Callbacks".*Its tabs are: "Front desk"') as refusal:
        WorkbookSheet(path, "Callbacks", disk=HurriedDisk()).read()
    assert "tab =" in refusal.value.next


@pytest.mark.parametrize("wanted", ["Front desk", " front DESK ", None])
def test_a_tab_is_found_by_its_title_or_as_the_first_in_sight(tmp_path: Path, wanted: str | None) -> None:
    path = rich.save(tmp_path / "office.xlsx")
    assert WorkbookSheet(path, wanted, disk=HurriedDisk()).read().tab.title == "Front desk"


@pytest.mark.parametrize("written", ["inline", "shared"])
def test_a_text_longer_than_a_cell_is_refused_naming_the_cell(tmp_path: Path, written: str) -> None:
    text = ("ж" * 60_000).encode()
    if written == "inline":
        change = replaced(SHEET, b"<t>2-4</t>", b"<t>" + text + b"</t>")
    else:
        change = replaced("xl/sharedStrings.xml", b"<t>Maya</t>", b"<t>" + text + b"</t>")
    rezip(tmp_path / "office.xlsx", change)
    cell = "B4" if written == "inline" else "A5"
    with pytest.raises(RefusedError, match=f"Cell {cell} holds 60,000 characters") as refusal:
        WorkbookSheet(tmp_path / "office.xlsx", disk=HurriedDisk()).read()
    assert refusal.value.next


@pytest.mark.parametrize("text", ["x" * 32_768, "👩" * 16_384])
def test_a_text_longer_than_a_cell_is_never_written(tmp_path: Path, text: str) -> None:
    path = WorkbookDesk([["Name"], ["Dana"]], tmp_path).path
    before = path.read_bytes()
    for request in (Put(1, 0, text), AppendRow(((0, text),))):
        sheet = WorkbookSheet(path, disk=HurriedDisk())
        with pytest.raises(RefusedError, match=r"Cell A[23] holds"):
            sheet.apply(batch(sheet.read(), request))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (SHEET, b"</sheetData>", b'</sheetData><sheetProtection sheet="1"/>', 'The tab "Front desk" is protected'),
        (
            "xl/workbook.xml",
            b"<bookViews>",
            b'<workbookProtection lockStructure="1"/><bookViews>',
            "office.xlsx is protected",
        ),
    ],
)
def test_what_is_protected_is_read_but_not_written(
    tmp_path: Path, part: str, old: bytes, new: bytes, said: str
) -> None:
    path = tmp_path / "office.xlsx"
    rezip(path, replaced(part, old, new))
    before = path.read_bytes()
    sheet = WorkbookSheet(path, disk=HurriedDisk())
    with pytest.raises(SetupError, match=said) as refusal:
        sheet.apply(batch(sheet.read(), Put(2, 0, "x")))
    assert "Unprotect" in refusal.value.next
    assert path.read_bytes() == before
