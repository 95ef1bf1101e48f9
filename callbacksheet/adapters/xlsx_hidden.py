"""The tool's own hidden tabs as sheet parts: plain text cells, one fact or one change a row.

A text that is longer than a cell may be goes on in rows below that begin with "…".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from typing import overload

from callbacksheet.adapters.xlsx_cells import MAX_TEXT, Reader
from callbacksheet.adapters.xlsx_frame import Frame
from callbacksheet.adapters.xlsx_rows import read_rows, values
from callbacksheet.adapters.xlsx_styles import Styles
from callbacksheet.adapters.xlsx_xml import as_typed, needs_escaping, unescape, written
from callbacksheet.core.model import CellValue
from callbacksheet.core.snapshot import HistoryRow, StateRow

STATE_TAB = "_callbacksheet"
HISTORY_TAB = "_cbs_history"
STATE_HEADER = ("kind", "key", "text")
HISTORY_HEADER = ("at", "run", "key", "column", "before", "after", "why", "who", "raw")

_CELL_TEXT, _CELL_END = '" t="inlineStr"><is><t xml:space="preserve">', "</t></is></c>"
_CELL = '<c r="'
_ROWS = re.compile(r'(?:</row>|<row r="\d+">)*')
_line_of = attrgetter(*(field.name for field in fields(HistoryRow)))

_GOES_ON = "…"
_CUT = MAX_TEXT // 2  # a character outside the basic plane counts twice in a cell
_FIRST_COLUMN = ord("A")
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def state_part(state: Iterable[StateRow]) -> bytes:
    return _part([STATE_HEADER, *((row.kind, row.key, row.text) for row in state)])


def history_part(history: Iterable[HistoryRow]) -> bytes:
    return _part([HISTORY_HEADER, *map(_line_of, history)])


def with_more_history(part: bytes, history: Sequence[HistoryRow]) -> bytes:
    """The history with rows added at its end; what stood there stays as it is, byte for byte."""
    frame = Frame(part)
    added = _rows(map(_line_of, history), _last_row(frame.content), frame.prefix)
    frame.set_rows(frame.content + added)
    frame.drop_dimension()
    return frame.result()


def added_history(old: bytes, new: bytes) -> tuple[HistoryRow, ...] | None:
    """What a history part holds beyond an older one; None where the older one is not its beginning."""
    old_rows, new_rows = Frame(old).content, Frame(new).content
    if not new_rows.startswith(old_rows):
        return None
    added = new_rows[len(old_rows) :]
    plain = Reader((), Styles())  # what this tool writes needs no list of texts
    return read_history(own_lines(added) or values(read_rows(added), plain))


def own_lines(content: bytes) -> list[list[CellValue]] | None:
    """Rows exactly as this tool writes them, read several times faster; None where another program saved them."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    lines: list[list[CellValue]] = []
    line: list[CellValue] = []
    *cells, rest = text.split(_CELL_END)
    for cell in cells:
        before, mark, value = cell.partition(_CELL_TEXT)
        rows, opening, name = before.rpartition(_CELL)
        if rows:
            if not _ROWS.fullmatch(rows):
                return None
            lines.extend([] for _ in range(rows.count("<row")))
            line = lines[-1] if lines else line
        if not (mark and opening and lines and "A" <= name[:1] <= "Z" and name[1:].isdigit()) or "<" in value:
            return None
        missing = ord(name[0]) - _FIRST_COLUMN - len(line)
        if missing > 0:
            line.extend([None] * missing)
        line.append(as_typed(unescape(value)) if "&" in value or "_x" in value else value)
    lines.extend([] for _ in range(rest.count("<row")))
    return lines if _ROWS.fullmatch(rest) else None


def _last_row(content: bytes) -> int:
    """How many rows there are, by the number of the last one."""
    last = re.search(rb"""\sr=["']([0-9]+)""", content[content.rfind(b"row ") :][:200])
    if last is not None:
        return int(last[1])
    rows = read_rows(content)
    return rows[-1].number + 1 if rows else 0


class LateHistory(Sequence[HistoryRow]):
    """The history, read when it is first looked at: it only ever grows, and few runs need it."""

    def __init__(self, read: Callable[[], tuple[HistoryRow, ...]]) -> None:
        self._read = read

    @cached_property
    def rows(self) -> tuple[HistoryRow, ...]:
        return self._read()

    @overload
    def __getitem__(self, place: int) -> HistoryRow: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[HistoryRow, ...]: ...

    def __getitem__(self, place: int | slice) -> HistoryRow | tuple[HistoryRow, ...]:
        return self.rows[place]

    def __len__(self) -> int:
        return len(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.rows == tuple(other)

    def __hash__(self) -> int:
        return hash(self.rows)

    def __repr__(self) -> str:
        return repr(self.rows)


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
    pieces: list[str] = []
    for number, line in enumerate(_cut_lines(lines), first + 1):
        texts = map(written, line) if needs_escaping("".join(line)) else line
        pieces.append(f'<{p}row r="{number}">')
        pieces += [
            f'<{p}c r="{chr(column)}{number}" t="inlineStr">'
            f'<{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is></{p}c>'
            for column, text in enumerate(texts, _FIRST_COLUMN)
            if text
        ]
        pieces.append(f"</{p}row>")
    return "".join(pieces).encode()


def _cut_lines(lines: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    for line in lines:
        longest = max(map(len, line))
        if longest <= _CUT:
            yield line
            continue
        yield [text[:_CUT] for text in line]
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
