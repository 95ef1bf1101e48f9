"""Rows to import: CSV as phone systems and spreadsheet programs of many countries write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from callbacksheet.adapters.csv_rows import csv_rows, read_rows
from callbacksheet.errors import SetupError
from tests.adapters import rich_workbook as rich
from tests.contract.sheets import HurriedDisk

ROWS = (
    ("Name", "Phone", "Reason"),
    ("Олена", "+380 44 123 45 67", "перенести запис, зранку"),
    ("José", None, 'dijo "mañana"'),
)


def quoted(delimiter: str) -> str:
    lines = ((cell.replace('"', '""') if cell else "" for cell in row) for row in ROWS)
    return "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines) + "\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_usual_encodings_and_delimiters_are_told_apart(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "calls.csv"
    path.write_bytes(quoted(delimiter).encode(encoding))
    assert read_rows(path) == ROWS


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "имя;телефон\nОльга;8 916 555-01-23\n"),
        ("cp1251", "ім'я;причина\nЇжак;перенести запис\nЄва;рахунок\n"),
        ("cp1252", "nombre;teléfono\nJosé Muñoz;415\n"),
        ("cp1252", "nom;note\nChloé;rappeler après-midi, déjà été là\n"),
        ("cp1252", "Name;Grund\nJürgen Groß;zurückrufen\n"),
    ],
)
def test_old_alphabets_are_told_apart_by_their_words(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "calls.csv"
    path.write_bytes(text.encode(encoding))
    assert read_rows(path) == tuple(tuple(line.split(";")) for line in text.splitlines())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Name,Phone\nDana,415\n", (("Name", "Phone"), ("Dana", "415"))),
        ("Name;Note\nDana;a, b, c\nAna;x, y\n", (("Name", "Note"), ("Dana", "a, b, c"), ("Ana", "x, y"))),
        ("Name,Note\nDana,x; y; z\n", (("Name", "Note"), ("Dana", "x; y; z"))),
        ("sep=;\nName;Phone\nDana;415\n", (("Name", "Phone"), ("Dana", "415"))),
        ('Name,Note\nDana,"two\nlines"\n', (("Name", "Note"), ("Dana", "two\nlines"))),
        ("Name\nDana\nAna\n", (("Name",), ("Dana",), ("Ana",))),
        ("Name,Phone\n\nDana,007\n,,\n", (("Name", "Phone"), (), ("Dana", "007"))),
        ("Name,Phone\nDana,=1+1\n", (("Name", "Phone"), ("Dana", "=1+1"))),
        ("", ()),
    ],
)
def test_a_table_is_read_as_it_stands(text: str, rows: object) -> None:
    assert csv_rows(text, "calls.csv") == rows


def test_a_workbook_is_read_too_even_while_it_is_open(tmp_path: Path) -> None:
    path = rich.save(tmp_path / "office.xlsx")
    path.with_name("~$office.xlsx").write_bytes(b"\x04Rita")
    assert read_rows(path, "Front desk", disk=HurriedDisk())[2][0] == "Dana"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.csv", None, "cannot be read"),
        ("big.csv", b"x" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
        ("long.csv", b'"' + b"x" * 200_000 + b'"', "cannot be read as CSV"),
    ],
)
def test_what_cannot_be_imported_is_refused(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SetupError, match=said) as refusal:
        read_rows(tmp_path / name)
    assert refusal.value.next


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "calls.csv").mkdir()
    with pytest.raises(SetupError, match="is a folder"):
        read_rows(tmp_path / "calls.csv")
