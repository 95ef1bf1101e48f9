"""A new workbook is one that people can type in at once, and it never replaces a file."""

from __future__ import annotations

import errno
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from callbacksheet.adapters.new_workbook import new_workbook
from callbacksheet.adapters.workbook import WorkbookSheet
from callbacksheet.core.batch import AppendRow, Arrange
from callbacksheet.core.model import CellValue, Column
from callbacksheet.errors import SetupError
from tests.contract.sheets import HurriedDisk, batch

HEADERS = {column: column.value.replace("_", " ").title() for column in Column}
CHOICES = {Column.STATUS: ("New", "Scheduled", "Waiting", "Done"), Column.URGENCY: ("High", "Normal", "Low")}
MOMENT = datetime(2026, 5, 8, 11, 20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "team" / "callbacks.xlsx"
    new_workbook(path, HEADERS, [[MOMENT, "Dana", "415-555-0142", "quote", "2-4"]], choices=CHOICES)
    return path


def test_it_has_a_frozen_bold_header_drop_downs_and_a_hidden_id(path: Path) -> None:
    tab = openpyxl.load_workbook(path)["Callbacks"]
    assert [cell.value for cell in tab[1]] == list(HEADERS.values())
    assert tab.freeze_panes == "A2"
    assert all(cell.font.b for cell in tab[1])
    assert tab.column_dimensions["Q"].hidden
    assert {rule.formula1 for rule in tab.data_validations.dataValidation} == {
        '"New,Scheduled,Waiting,Done"',
        '"High,Normal,Low"',
    }
    assert not any(rule.showErrorMessage for rule in tab.data_validations.dataValidation), "prose may be typed"


def test_phone_and_best_time_are_text_down_to_the_rows_nobody_has_typed_yet(path: Path) -> None:
    tab = openpyxl.load_workbook(path)["Callbacks"]
    for letter in "CE":
        assert tab.column_dimensions[letter].number_format == "@"
        assert tab[f"{letter}2"].number_format == "@"
    assert tab["A2"].number_format == "yyyy-mm-dd hh:mm"


def test_what_was_given_is_what_the_tool_reads(path: Path) -> None:
    tab = WorkbookSheet(path, disk=HurriedDisk()).read().tab
    assert tab.rows == (tuple(HEADERS.values()), (MOMENT, "Dana", "415-555-0142", "quote", "2-4"))


@pytest.mark.parametrize(
    "value",
    [*("=1+1", "+1 415", "a\x07b", "_x0007_", "  x\n", "007", 5, 1.5, True), MOMENT, date(2026, 5, 8), time(13, 30)],
)
def test_any_value_may_stand_in_any_column(tmp_path: Path, value: CellValue) -> None:
    new_workbook(tmp_path / "one.xlsx", HEADERS, [[value] * len(HEADERS)])
    row = WorkbookSheet(tmp_path / "one.xlsx", disk=HurriedDisk()).read().tab.rows[1]
    assert row == (value,) * len(HEADERS)
    assert {type(cell) for cell in row} == {type(value)}


def test_the_tool_writes_on_in_it_and_its_filter_grows_along(path: Path) -> None:
    sheet = WorkbookSheet(path, disk=HurriedDisk())
    sheet.apply(batch(sheet.read(), AppendRow(((0, MOMENT), (2, "+1 415"))), Arrange(1, (2, 1))))
    tab = openpyxl.load_workbook(path)["Callbacks"]
    assert tab.auto_filter.ref == "A1:Q3"
    assert (tab["C2"].value, tab["C2"].number_format) == ("+1 415", "@")
    assert tab["A2"].value == MOMENT


def test_a_file_that_is_there_is_never_replaced(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(SetupError, match="There is already a file") as refusal:
        new_workbook(path, HEADERS)
    assert refusal.value.next
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["callbacks.xlsx"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    class Full(HurriedDisk):
        def write_new(self, path: Path, data: bytes, like: Path | None = None) -> None:
            path.write_bytes(data[:100])
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(SetupError, match="disk is full"):
        new_workbook(tmp_path / "callbacks.xlsx", HEADERS, disk=Full())
    assert not list(tmp_path.iterdir())
