"""Rows to be imported: from a CSV file of any usual encoding and delimiter, or from another workbook."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from callbacksheet.adapters.disk import Disk
from callbacksheet.adapters.plain_rows import Rows, trimmed
from callbacksheet.adapters.workbook import MAX_SIZE, WorkbookSheet
from callbacksheet.errors import SetupError

_TEXT_FILES = (".csv", ".tsv", ".txt")
_DELIMITERS = ",;\t|"
_HIGH_RUN = re.compile(rb"[\xa8\xb8\xb2\xb3\xaf\xbf\xaa\xba\xa5\xb4\xc0-\xff]+")


def read_rows(path: Path, tab: str | None = None, *, disk: Disk | None = None) -> Rows:
    """Every row of a CSV file, or of a workbook's tab, as it stands; CSV cells are text."""
    if path.suffix.casefold() not in _TEXT_FILES:
        return WorkbookSheet(path, tab, look_only=True, disk=disk).read().tab.rows
    return csv_rows(_text(_content(path, disk or Disk())), path.name)


def csv_rows(text: str, name: str) -> Rows:
    """The rows of a CSV text, by the delimiter that gives most lines as many cells as the first."""
    named = re.match(r"\s*sep=(.)[ \t]*\r?\n", text, re.IGNORECASE)
    if named:
        text, delimiters = text[named.end() :], named[1]
    else:
        delimiters = _DELIMITERS
    try:
        readings: list[list[list[str]]] = [
            list(csv.reader(io.StringIO(text, newline=""), delimiter=one)) for one in delimiters
        ]
    except csv.Error as error:
        raise SetupError(
            f"{name} cannot be read as CSV ({error}). Nothing was imported.",
            "Save it again as CSV (UTF-8) from the spreadsheet program, and import that.",
        ) from error
    best: list[list[str]] = max(readings, key=_evenness)
    return trimmed(best)


def _evenness(rows: list[list[str]]) -> tuple[float, int]:
    """How much a reading looks like a table: the share of rows as wide as the first, then its width."""
    filled = [len(row) for row in rows if row]
    if not filled or filled[0] == 1:
        return (0.0, 0)
    return (sum(width == filled[0] for width in filled) / len(filled), filled[0])


def _content(path: Path, disk: Disk) -> bytes:
    if path.is_dir():
        raise SetupError(f"{path} is a folder, not a file. Nothing was imported.", "Name the file inside it.")
    try:
        if disk.look(path).size > MAX_SIZE:
            raise SetupError(f"{path.name} is larger than 20 MB. Nothing was imported.", "Import it in parts.")
        return disk.read(path)
    except OSError as error:
        raise SetupError(
            f"{path} cannot be read ({error.strerror or error}). Nothing was imported.",
            "Check the name and your permission to read it.",
        ) from error


def _text(data: bytes) -> str:
    """The text of a file from Excel, LibreOffice or a phone system, whatever alphabet it was saved in."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data[1:200:2].count(0) > len(data[1:200:2]) // 2:
        return data.decode("utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251" if _looks_cyrillic(data) else "cp1252", "replace")


def _looks_cyrillic(data: bytes) -> bool:
    """In Cyrillic whole words are beyond ASCII; in the West only single accented letters are."""
    runs = [len(run) for run in _HIGH_RUN.findall(data)]
    return sum(run for run in runs if run > 1) > sum(run for run in runs if run == 1)
