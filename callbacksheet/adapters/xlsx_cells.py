"""Cells of an .xlsx file as values, and back: a date is a number there, and only its format tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from math import isfinite

from callbacksheet.adapters.plain_rows import same
from callbacksheet.adapters.xlsx_styles import (
    DATE_FORMAT,
    GENERAL,
    MOMENT_FORMAT,
    TEXT_FORMAT,
    TIME_FORMAT,
    Kind,
    Styles,
    kind_of,
)
from callbacksheet.adapters.xlsx_xml import BrokenPart, as_typed, written
from callbacksheet.core.model import CellValue, Formula
from callbacksheet.core.snapshot import Area

MAX_TEXT = 32_767
"""What a cell of a workbook holds; a spreadsheet program would cut the rest off without a word."""

_DAY = timedelta(days=1)
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - cells are naive
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - cells are naive
_LAST_SERIAL = 2_958_466
_WHOLE = re.compile(r"[+-]?[0-9]+(?:\.0*)?\Z")
_READ_AS_OTHER = re.compile(r"[=+\-@0-9(.,#'/]")
_COLUMN = re.compile(r"[A-Z]{1,3}\Z")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})\Z")


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """0 → A, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name


def cell_name(row: int, column: int) -> str:
    return f"{column_name(column)}{row + 1}"


def place_of(reference: str) -> tuple[int, int]:
    """``B5`` → (4, 1)."""
    found = _REFERENCE.match(reference.upper())
    if found is None or found[2] == "0":
        raise BrokenPart(f"{reference!r} is no cell")
    return int(found[2]) - 1, column_of(found[1])


@lru_cache(maxsize=1024)
def column_of(letters: str) -> int:
    """A → 0, AA → 26."""
    if not _COLUMN.match(letters):
        raise BrokenPart(f"{letters!r} is no column")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def area_of(reference: str) -> Area:
    """``A1:C5``, or one cell, as an area. ``A:C`` and ``2:5`` run to the edge of the sheet."""
    first, _, last = reference.replace("$", "").partition(":")
    if first.isalpha() and last.isalpha():
        first, last = f"{first}1", f"{last}1048576"
    elif first.isdecimal() and last.isdecimal():
        first, last = f"A{first}", f"XFD{last}"
    top, left = place_of(first)
    bottom, right = place_of(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def area_name(area: Area) -> str:
    first, last = cell_name(area.top, area.left), cell_name(area.bottom, area.right)
    return first if first == last else f"{first}:{last}"


class Reader:
    """Turns what a cell element holds into a value, knowing the file's texts, formats and calendar."""

    def __init__(self, texts: Sequence[str], styles: Styles, *, from_1904: bool = False) -> None:
        self.styles = styles
        self._texts = texts
        self.epoch = _EPOCH_1904 if from_1904 else _EPOCH_1900

    def value(self, kind: str, text: str | None, style: int) -> CellValue:
        """The value of a cell without a formula; empty text is an empty cell, an error is its text."""
        if not text:
            return None
        if kind == "s":
            return self._shared(text)
        if kind in ("n", ""):
            return self._number(text, self.styles.kind(style))
        if kind == "b":
            return text.strip() in ("1", "true")
        if kind == "d":
            return _iso(text)
        return as_typed(text)

    def formula(self, text: str, kind: str, shown: str | None, style: int) -> Formula:
        value = self.value(kind, shown, style)
        return Formula(f"={text}", None if isinstance(value, Formula) else value)

    def _shared(self, text: str) -> CellValue:
        try:
            return self._texts[int(text)] or None
        except (ValueError, IndexError) as error:
            raise BrokenPart(f"text {text!r} is not in its list") from error

    def _number(self, text: str, kind: Kind) -> CellValue:
        try:
            number = int(text.partition(".")[0]) if _WHOLE.match(text.strip()) else float(text)
        except ValueError as error:
            raise BrokenPart(f"{text!r} is no number") from error
        if not isfinite(number):
            raise BrokenPart(f"{text!r} is no number")
        if kind in (Kind.NUMBER, Kind.TEXT):
            return int(number) if number == number // 1 and abs(number) < 1e15 else number
        return from_serial(number, kind, self.epoch)


def from_serial(number: float, kind: Kind, epoch: datetime) -> CellValue:
    """Days since the file's first day as the date, time or moment its format shows; else the number."""
    if not 0 <= number < _LAST_SERIAL:
        return number
    clock = timedelta(milliseconds=round(number % 1 * 86_400_000))
    if kind is Kind.SPAN and number >= 1:
        return number
    if number < 1 and kind is not Kind.DATE and clock < _DAY:
        return (_EPOCH_1904 + clock).time()
    if number < 60 and epoch == _EPOCH_1900:  # the calendar of 1900 has a 29 February there
        epoch += _DAY
    moment = epoch + timedelta(days=number // 1) + clock
    return moment.date() if kind is Kind.DATE and not clock else moment


def to_serial(value: datetime | date | time, epoch: datetime) -> float | int:
    if isinstance(value, time):
        return (datetime.combine(_EPOCH_1904, value) - _EPOCH_1904) / _DAY
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
    days = (moment - epoch) / _DAY
    if days < 61 and epoch == _EPOCH_1900:
        days -= 1
    return int(days) if days == days // 1 else days


def _iso(text: str) -> CellValue:
    for parse in (date.fromisoformat, time.fromisoformat, datetime.fromisoformat):
        try:
            value: CellValue = parse(text.strip())
        except ValueError:
            continue
        return value
    return text


def _wanted_format(value: CellValue, column_format: str) -> str:
    """The number format a value needs where its cell's own does not show it as what it is."""
    match value:
        case datetime():
            return column_format if kind_of(column_format) is Kind.MOMENT else MOMENT_FORMAT
        case date():
            return column_format if kind_of(column_format) is Kind.DATE else DATE_FORMAT
        case time():
            return TIME_FORMAT
        case str():
            return TEXT_FORMAT
        case _:
            return GENERAL


def style_for(value: CellValue, style: int, column_format: str, reader: Reader) -> int:
    """The style a value is written with: the cell's own where that shows it as what it is, and all of it.

    Text that a spreadsheet would take for something else when a person edits it again ("2-4", "+1 415…",
    "=3") gets the text format; a date keeps the look of its column.
    """
    kind = reader.styles.kind(style)
    if value is None or isinstance(value, bool | Formula):
        return style
    if isinstance(value, str):
        fits = kind is Kind.TEXT or not _READ_AS_OTHER.match(value)
    else:
        text = _number_text(value, reader.epoch)
        timed = isinstance(value, datetime) and value.time() != time.min
        shown = kind is Kind.MOMENT if timed else kind is not Kind.TEXT
        fits = shown and same(reader.value("n", text, style), value)
    return style if fits else reader.styles.with_format(style, _wanted_format(value, column_format))


def _number_text(value: float | datetime | date | time, epoch: datetime) -> str:
    return repr(to_serial(value, epoch) if isinstance(value, datetime | date | time) else value)


def content(value: CellValue, epoch: datetime, prefix: str) -> tuple[str, str]:
    """A value as the type and the inner XML of a cell element. Text is always text, never a formula."""
    match value:
        case None:
            return "", ""
        case bool():
            return "b", f"<{prefix}v>{int(value)}</{prefix}v>"
        case str():
            return (
                "inlineStr",
                f'<{prefix}is><{prefix}t xml:space="preserve">{written(value)}</{prefix}t></{prefix}is>',
            )
        case Formula(text, shown):
            return _formula_content(text, shown, epoch, prefix)
        case _:
            return "", f"<{prefix}v>{_number_text(value, epoch)}</{prefix}v>"


def _formula_content(text: str, shown: CellValue, epoch: datetime, prefix: str) -> tuple[str, str]:
    formula = f"<{prefix}f>{written(text.removeprefix('='))}</{prefix}f>"
    if isinstance(shown, str):
        return "str", f"{formula}<{prefix}v>{written(shown)}</{prefix}v>"
    kind, inner = content(shown, epoch, prefix)
    return kind, formula + inner
