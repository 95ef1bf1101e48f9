"""The tab's data rows, found below the header; blank rows and rows with nothing but formulas are none."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from callbacksheet.core.callback import COLUMNS, Row
from callbacksheet.core.cells import encode, is_typed, to_json
from callbacksheet.core.layout import Layout
from callbacksheet.core.model import TOOL_COLUMNS, CellValue, Column
from callbacksheet.core.snapshot import Tab

_RECEIVED = COLUMNS.index(Column.RECEIVED)
_TYPED = tuple(n for n, c in enumerate(COLUMNS) if c not in TOOL_COLUMNS and c is not Column.BY)


def data_rows(tab: Tab, layout: Layout, standing: Mapping[tuple[int, int], CellValue] | None = None) -> tuple[Row, ...]:
    """Every row below the header in which somebody has typed something.

    ``standing`` are cells of the sheet that hold something else than ``tab`` says (``journal``).
    """
    rows = _data_rows(tab, layout)
    return tuple(_with_standing(row, layout, standing) for row in rows) if standing else rows


def _with_standing(row: Row, layout: Layout, standing: Mapping[tuple[int, int], CellValue]) -> Row:
    here = tuple((n, standing[row.place, p]) for n, p in enumerate(layout.places) if (row.place, p) in standing)
    return replace(row, standing=here) if here else row


def _data_rows(tab: Tab, layout: Layout) -> tuple[Row, ...]:
    places = [None if column in layout.added else layout.index(column) for column in COLUMNS]
    rows = (_row(tab, place, places, layout) for place in range(layout.header_row + 1, len(tab.rows)))
    return tuple(row for row in rows if row is not None)


def _row(tab: Tab, place: int, places: list[int | None], layout: Layout) -> Row | None:
    seen = _cells(tab, place, places, layout)
    if seen is None:
        return None
    cells, own = seen
    fixed, parsed = _held(tab.fixed, place, places), _held(tab.parsed, place, places)
    return Row(place, cells, extras_digest(own), own=own, fixed=fixed, parsed=parsed)


def typed_rows(tab: Tab, layout: Layout) -> Iterator[tuple[tuple[CellValue, ...], str]]:
    """The cells of every data row and a digest of the team's own columns, for a look that needs no more."""
    places = [None if column in layout.added else layout.index(column) for column in COLUMNS]
    for place in range(layout.header_row + 1, len(tab.rows)):
        seen = _cells(tab, place, places, layout)
        if seen is not None:
            yield seen[0], extras_digest(seen[1])


def _cells(tab: Tab, place: int, places: list[int | None], layout: Layout) -> _Cells | None:
    """A row's cells in Column order, and those of the team's own columns; None where nobody has typed in it."""
    raw = tab.rows[place]
    width = len(raw)
    cells = tuple([_kept(raw[p]) if p is not None and p < width else None for p in places])
    own = tuple([(header, raw[p]) for p, header in layout.extras if p < width and _kept(raw[p]) is not None])
    if not any(is_typed(cells[n]) for n in _TYPED) and not any(is_typed(value) for _, value in own):
        return None
    if tab.fixed and (place, places[_RECEIVED]) in tab.fixed and not own and _only_received(cells):
        return None
    return cells, own


def _only_received(cells: tuple[CellValue, ...]) -> bool:
    """Whether nothing stands there but when somebody rang. Where that is a true time of a shared sheet, it may be what
    is left of a row merged away or taken back, since nothing can take it out; somebody who begins a row says more.
    """
    return not any(is_typed(cells[n]) for n in _TYPED if n != _RECEIVED)


_Cells: TypeAlias = tuple[tuple[CellValue, ...], tuple[tuple[str, CellValue], ...]]
_NONE: frozenset[int] = frozenset()


def _held(cells: Collection[tuple[int, int]], place: int, places: list[int | None]) -> frozenset[int]:
    """Which of the row's columns are among these cells of the tab."""
    if not cells:
        return _NONE
    return frozenset(n for n, p in enumerate(places) if p is not None and (place, p) in cells)


def _kept(value: CellValue) -> CellValue:
    return None if isinstance(value, str) and not value.strip() else value


def extras_digest(own: tuple[tuple[str, CellValue], ...]) -> str:
    """A digest of what people typed in the team's own columns, whatever their order or headers."""
    if not own:
        return ""
    typed = sorted(to_json(encode(value)) for _, value in own if is_typed(value))
    return (
        hashlib.blake2b("\x1f".join(typed).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() if typed else ""
    )


def filled_rows(tab: Tab, layout: Layout, callbacks: Collection[int]) -> tuple[int, ...]:
    """Rows below the header that are no callbacks and yet hold something, such as a formula dragged down."""
    places = range(layout.header_row + 1, len(tab.rows))
    return tuple(p for p in places if p not in callbacks and any(value is not None for value in tab.rows[p]))
