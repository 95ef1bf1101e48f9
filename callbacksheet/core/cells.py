"""A cell's exact value as JSON and back, so that ``undo`` returns numbers as numbers and dates as dates."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from typing import Any

from callbacksheet.core.model import CellValue, Formula


def encode(value: CellValue) -> Any:
    """A JSON-able form: text, numbers and None as they are, all else as a one-entry object naming its kind."""
    if value is None or value.__class__ in _AS_THEY_ARE:  # as most are
        return value
    match value:
        case datetime():
            return {"t": value.replace(tzinfo=None).isoformat(sep=" ")}
        case date():
            return {"d": value.isoformat()}
        case time():
            return {"h": value.isoformat()}
        case Formula():
            return {"f": value.text}
        case _:
            return value


def decode(form: Any) -> CellValue:
    """What ``encode`` took apart. Raises ValueError for anything else (a damaged state tab)."""
    if not isinstance(form, dict):
        if form is None or isinstance(form, (str, int, float, bool)):
            return form
        raise ValueError(f"not a cell: {form!r}")
    match form:
        case {"t": str(text)}:
            return datetime.fromisoformat(text)
        case {"d": str(text)}:
            return date.fromisoformat(text)
        case {"h": str(text)}:
            return time.fromisoformat(text)
        case {"f": str(text)}:
            return Formula(text)
    raise ValueError(f"not a cell: {form!r}")


_AS_THEY_ARE = frozenset({str, int, float, bool})
_ROW = re.compile(r"(?<=[A-Za-z])\$?[0-9]{1,7}(?![0-9A-Za-z(])")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(form: Any) -> str:
    return _ENCODER.encode(form)


def shown(value: CellValue) -> str:
    """The value as a person reads it in the history: dates as 2026-05-08 13:30, times as 17:00, with seconds only where
    there are any, whole numbers without a point.
    """
    if isinstance(value, str):  # as most are
        return value
    match value:
        case None:
            return ""
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case time() if not value.second:
            return f"{value:%H:%M}"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case Formula():
            return value.text
        case _:
            return str(value)


def shown_anywhere(value: CellValue) -> str:
    """``shown``, a formula without the numbers of the rows it points at: they change as rows move."""
    return _ROW.sub("", value.text) if isinstance(value, Formula) else shown(value)


def text_of(value: CellValue) -> str:
    """The text the desk sees in the cell, trimmed; a formula's last computed value."""
    if isinstance(value, Formula):
        value = value.shown
    return value.strip() if isinstance(value, str) else shown(value)


def is_typed(value: CellValue) -> bool:
    """Typed by a person: not empty, not an unticked box, not a formula dragged down."""
    return value is not None and value is not False and not isinstance(value, Formula)


def same(one: CellValue, other: CellValue) -> bool:
    """Whether two cells hold the same, kinds included: 1 is not True and not "1", but 1 is 1.0.

    A formula is the same whatever rows it points at, since it follows its row when that moves.
    """
    if type(one) is type(other):
        return shown_anywhere(one) == shown_anywhere(other) if isinstance(one, Formula) else one == other
    return _is_number(one) and _is_number(other) and one == other


def looks_same(one: CellValue, other: CellValue) -> bool:
    """Whether people see the same in two cells, whatever kind they hold: a number written as text has not changed."""
    if same(one, other):
        return True
    return one is not None and other is not None and shown_anywhere(one) == shown_anywhere(other)


def _is_number(value: CellValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
