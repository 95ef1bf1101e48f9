"""A new workbook for a team that has none: made to be typed in, by Excel's and LibreOffice's own means."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from callbacksheet.adapters.disk import Disk
from callbacksheet.adapters.publish import unwritable
from callbacksheet.adapters.widths import width_of
from callbacksheet.adapters.xlsx_edit import Choices
from callbacksheet.adapters.xlsx_styles import DATE_FORMAT, MOMENT_FORMAT, TEXT_FORMAT, TIME_FORMAT
from callbacksheet.adapters.xlsx_xml import escaped
from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.errors import SetupError

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_MOMENTS = (Column.RECEIVED, Column.NEXT_CALLBACK, Column.UPDATED)
_TEXTS = (Column.PHONE, Column.BEST_TIME)
_READY_ROWS = 1000
"""Drop-downs and colours reach this far down from the start."""


def new_workbook(
    path: Path,
    headers: Mapping[Column, str],
    rows: Sequence[Sequence[CellValue]] = (),
    *,
    tab: str = "Callbacks",
    own: Sequence[str] = (),
    choices: Choices | None = None,
    disk: Disk | None = None,
) -> None:
    """Write a workbook with these columns, in their order, and rows. SetupError where the name is taken.

    ``own`` are headers of a team's own columns, which come after all others.
    """
    put_file(path, workbook_bytes(headers, rows, tab=tab, own=own, choices=choices), disk=disk)


def workbook_bytes(
    headers: Mapping[Column, str],
    rows: Sequence[Sequence[CellValue]] = (),
    *,
    tab: str = "Callbacks",
    own: Sequence[str] = (),
    choices: Choices | None = None,
) -> bytes:
    """The content of such a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = tab
    for place, (column, header) in enumerate(headers.items(), 1):
        _set_up_column(sheet, place, column)
        _write_header(sheet.cell(1, place), header)
    for place, header in enumerate(own, len(headers) + 1):
        _write_header(sheet.cell(1, place), header)
    columns: list[Column | None] = [*headers, *(None for _ in own)]
    for number, row in enumerate(rows, 2):
        for place, (meaning, value) in enumerate(zip(columns, row, strict=False), 1):
            _write(sheet.cell(number, place), value, meaning)
    _finish(sheet, list(headers), choices or {}, len(rows) + 1)
    data = io.BytesIO()
    try:
        book.save(data)
    except Exception as error:
        if _says_no_room(error):
            raise unwritable(Path("the new workbook"), OSError(errno.ENOSPC, "no room")) from error
        raise
    return data.getvalue()


def _says_no_room(error: Exception) -> bool:
    """openpyxl writes by way of a temporary file, through lxml where that is installed, which has errors of its own."""
    return isinstance(error, OSError) or any(kind.__name__ == "SerialisationError" for kind in type(error).__mro__)


def put_file(path: Path, data: bytes, *, replace: bool = False, disk: Disk | None = None) -> None:
    """A new file, whole or not at all. SetupError where the name is taken and nobody said to replace it."""
    disk = disk or Disk()
    part = path.with_name(f".{path.name}.{os.getpid()}.cbs-part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        disk.write_new(part, data)
        if replace:
            part.replace(path)
        else:
            disk.put(part, path)
    except FileExistsError as error:
        raise SetupError(
            f"There is already a file {path}. It was left alone.",
            "Choose another name, or move that file away.",
        ) from error
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        disk.remove(part)
    disk.settle(path.parent)


def _set_up_column(sheet: Worksheet, place: int, column: Column) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    look = sheet.column_dimensions[get_column_letter(place)]
    look.width = width_of(column)
    look.hidden = column is Column.ID
    if column in _TEXTS:
        look.number_format = TEXT_FORMAT
    elif column in _MOMENTS:
        look.number_format = MOMENT_FORMAT
        look.alignment = Alignment(horizontal="left")


def _write_header(cell: Cell | MergedCell, header: str) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    _write(cell, header, None)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="E8EEF4")
    cell.border = Border(bottom=Side("thin", color="7F8C99"))
    cell.alignment = Alignment(vertical="center")


def _write(cell: Cell | MergedCell, value: CellValue, column: Column | None) -> None:
    """One cell; text is text even where it begins like a formula."""
    from openpyxl.styles import Alignment

    if isinstance(value, str):
        cell.value = escaped(value)
        cell.data_type = "s"
    else:
        cell.value = value.text if isinstance(value, Formula) else value
    if isinstance(value, datetime):
        cell.number_format = MOMENT_FORMAT
    elif isinstance(value, date):
        cell.number_format = DATE_FORMAT
    elif isinstance(value, time):
        cell.number_format = TIME_FORMAT
    elif column in _TEXTS or (isinstance(value, str) and value[:1] in "=+-@"):
        cell.number_format = TEXT_FORMAT
    if column in _MOMENTS:
        cell.alignment = Alignment(horizontal="left")


def _finish(sheet: Worksheet, columns: list[Column], choices: Choices, last: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(columns), 1))}{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for column, words in choices.items():
        if column in columns:
            _offer(sheet, get_column_letter(columns.index(column) + 1), words)
    if {Column.NEXT_CALLBACK, Column.STATUS} <= set(columns) and choices.get(Column.STATUS):
        _colour(sheet, columns, choices[Column.STATUS][-1])


def _offer(sheet: Worksheet, letter: str, words: tuple[str, ...]) -> None:
    """A drop-down that forbids nothing: prose in these cells is read, too."""
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = ",".join(words)
    if len(listed) <= 255 and '"' not in listed:
        offer = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
        offer.add(f"{letter}2:{letter}{_READY_ROWS}")
        sheet.add_data_validation(offer)


def _colour(sheet: Worksheet, columns: list[Column], done: str) -> None:
    """Overdue red, due today amber, done grey."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.utils import get_column_letter

    due, status = (get_column_letter(columns.index(c) + 1) for c in (Column.NEXT_CALLBACK, Column.STATUS))
    last = get_column_letter(len(columns))
    open_row = f'${status}2<>"{done}",ISNUMBER(${due}2)'
    due_cells, all_cells = f"{due}2:{due}{_READY_ROWS}", f"A2:{last}{_READY_ROWS}"
    red, amber = PatternFill(bgColor="F8D3CF"), PatternFill(bgColor="FCEFC7")
    for cells, formula, look in (
        (due_cells, f"AND({open_row},${due}2<NOW())", DifferentialStyle(fill=red)),
        (due_cells, f"AND({open_row},INT(${due}2)=TODAY())", DifferentialStyle(fill=amber)),
        (all_cells, f'${status}2="{done}"', DifferentialStyle(font=Font(color="8A8A8A"))),
    ):
        rule = Rule(type="expression", formula=[formula], dxf=look, stopIfTrue=True)
        sheet.conditional_formatting.add(cells, rule)
