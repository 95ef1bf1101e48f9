"""The tool's own hidden tabs as sheet parts: plain text cells, one fact or one change a row.

A text that is longer than a cell may be goes on in rows below that begin with "…".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple

from callbacksheet.adapters.xlsx_cells import MAX_TEXT, cell_name
from callbacksheet.adapters.xlsx_frame import Frame
from callbacksheet.adapters.xlsx_rows import read_rows
from callbacksheet.adapters.xlsx_xml import written
from callbacksheet.core.model import CellValue
from callbacksheet.core.snapshot import HistoryRow, StateRow

STATE_TAB = "_callbacksheet"
HISTORY_TAB = "_cbs_history"
STATE_HEADER = ("kind", "key", "text")
HISTORY_HEADER = ("at", "run", "key", "column", "before", "after", "why", "who", "raw")

_GOES_ON = "…"
_CUT = MAX_TEXT // 2  # a character outside the basic plane counts twice in a cell
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def state_part(state: Iterable[StateRow]) -> bytes:
    return _part([STATE_HEADER, *((row.kind, row.key, row.text) for row in state)])


def history_part(history: Iterable[HistoryRow]) -> bytes:
    return _part([HISTORY_HEADER, *map(astuple, history)])


def with_more_history(part: bytes, history: Sequence[HistoryRow]) -> bytes:
    """The history with rows added at its end; what stood there stays as it is, byte for byte."""
    if not history:
        return part
    frame = Frame(part)
    rows = read_rows(frame.content)
    first = rows[-1].number + 1 if rows else 0
    added = _rows(map(astuple, history), first, frame.prefix)
    frame.set_dimension(first + len(history) - 1, len(HISTORY_HEADER) - 1)
    frame.set_rows(frame.content + added)
    return frame.result()


def read_state(lines: Iterable[Sequence[CellValue]]) -> tuple[StateRow, ...]:
    return tuple(StateRow(*line) for line in _records(lines, STATE_HEADER))


def read_history(lines: Iterable[Sequence[CellValue]]) -> tuple[HistoryRow, ...]:
    return tuple(HistoryRow(*line) for line in _records(lines, HISTORY_HEADER))


def _part(lines: Iterable[Sequence[str]]) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_SPACE}"><sheetData>'.encode()
        + _rows(lines, 0, "")
        + b"</sheetData></worksheet>"
    )


def _rows(lines: Iterable[Sequence[str]], first: int, prefix: str) -> bytes:
    p = prefix
    written_rows = []
    for place, line in enumerate(_cut_lines(lines), first):
        cells = "".join(
            f'<{p}c r="{cell_name(place, column)}" t="inlineStr"><{p}is><{p}t xml:space="preserve">'
            f"{written(text)}</{p}t></{p}is></{p}c>"
            for column, text in enumerate(line)
            if text
        )
        written_rows.append(f'<{p}row r="{place + 1}">{cells}</{p}row>')
    return "".join(written_rows).encode()


def _cut_lines(lines: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    for line in lines:
        yield [text[:_CUT] for text in line]
        longest = max(map(len, line))
        for start in range(_CUT, longest, _CUT):
            yield [_GOES_ON, *(text[start : start + _CUT] for text in line[1:])]


def _records(lines: Iterable[Sequence[CellValue]], header: tuple[str, ...]) -> list[list[str]]:
    records: list[list[str]] = []
    for line in lines:
        texts = ["" if value is None else str(value) for value in line[: len(header)]]
        texts += [""] * (len(header) - len(texts))
        if records and texts[0] == _GOES_ON:
            records[-1] = [records[-1][0], *(a + b for a, b in zip(records[-1][1:], texts[1:], strict=True))]
        elif any(texts) and tuple(texts) != header:
            records.append(texts)
    return records
