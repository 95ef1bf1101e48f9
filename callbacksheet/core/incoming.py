"""Rows that come through the tool, a call taken or a file's: they pass the same rules as typed ones."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from callbacksheet.core.callback import COLUMNS, NO_CELLS, PLACE, Row, joined
from callbacksheet.core.cells import encode, text_of, to_json
from callbacksheet.core.layout import find_layout
from callbacksheet.core.model import TOOL_COLUMNS, CellValue, Column
from callbacksheet.core.rows import data_rows, extras_digest
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Tab


def new_row(cells: Mapping[Column, CellValue], place: int, by: str) -> Row:
    """One call as a row that is not in the tab yet; ``place`` is its number past the tab's end."""
    values = list(NO_CELLS)
    for column, value in cells.items():
        values[PLACE[column]] = value
    return Row(place, tuple(values), incoming=True, by_hand=by)


def file_rows(
    source: Tab, target: Tab, by: str, shop: Shop, known: frozenset[str]
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of a file that were not imported before, and for each the mark by which it will be known.

    Columns are found by header; a column of the file that the sheet has too is carried, any other one goes
    into the notes with its header, so that nothing typed is lost. Raises LayoutError as for a sheet.
    """
    layout = find_layout(source, shop.language)
    sheet = find_layout(target, shop.language)
    headers = {header.casefold(): header for _, header in sheet.extras}
    seen: Counter[str] = Counter()
    rows: list[Row] = []
    marks: list[str] = []
    for row in data_rows(source, layout):
        content = _digest(row)
        seen[content] += 1
        mark = f"{content}.{seen[content]}"
        if mark not in known:
            marks.append(mark)
            rows.append(_carried(row, headers, len(target.rows) + len(rows), by))
    return tuple(rows), tuple(marks)


def _digest(row: Row) -> str:
    """The same for the same typed content, whatever the order of the file's columns."""
    cells = {column.value: encode(value) for column, value in zip(COLUMNS, row.cells, strict=True) if value is not None}
    own = sorted((header, to_json(encode(value))) for header, value in row.own)
    text = to_json([dict(sorted(cells.items())), own])
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def _carried(row: Row, headers: dict[str, str], place: int, by: str) -> Row:
    cells = [None if c in TOOL_COLUMNS else value for c, value in zip(COLUMNS, row.cells, strict=True)]
    own = tuple((headers[h.casefold()], v) for h, v in row.own if h.casefold() in headers)
    notes = text_of(cells[PLACE[Column.NOTES]])
    for header, value in row.own:
        if header.casefold() not in headers:
            notes = joined(notes, f"{header}: {text_of(value)}")
    cells[PLACE[Column.NOTES]] = notes or None
    initials = row.text(Column.BY) or by
    return replace(
        row,
        place=place,
        cells=tuple(cells),
        own=own,
        extras=extras_digest(own),
        incoming=True,
        by_hand=initials,
    )
