"""A batch as changes to a workbook: only what it changes is written, all else stays byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from callbacksheet.adapters.grid import Outcome
from callbacksheet.adapters.widths import MOMENT_WIDTH, width_of
from callbacksheet.adapters.xlsx_book import Book, DataTab
from callbacksheet.adapters.xlsx_forgotten import blank_leftovers
from callbacksheet.adapters.xlsx_new_rows import NewRows
from callbacksheet.adapters.xlsx_notes import move_notes, mover
from callbacksheet.adapters.xlsx_parts import recalculate, rename_filter, write_hidden_tabs, write_styles
from callbacksheet.adapters.xlsx_tables import grow_table, grown
from callbacksheet.core.batch import AddColumn, Arrange, Batch
from callbacksheet.core.model import Column
from callbacksheet.core.snapshot import Area

Choices = Mapping[Column, tuple[str, ...]]
"""The words a new column's drop-down offers."""


def write_batch(book: Book, tab: DataTab, batch: Batch, after: Outcome, choices: Choices) -> None:
    """Change the parts of a freshly read book. LayoutError where something cannot be moved soundly."""
    headers = [request for request in batch.requests if isinstance(request, AddColumn)]
    if after.touched or after.emptied or after.moved:
        _write_tab(book, tab, batch, after, headers)
        _set_up_columns(tab, headers, choices)
        _make_room_for_moments(tab, after)
        book.package.replace(tab.listing.part, tab.frame.result())
        move_notes(book.package, tab.listing.part, after.moved, after.emptied)
        write_styles(book)
        recalculate(book, tab)
    write_hidden_tabs(book, batch)
    if batch.rewrites_history:
        blank_leftovers(book, tab.listing.part, batch)


def _write_tab(book: Book, tab: DataTab, batch: Batch, after: Outcome, headers: list[AddColumn]) -> None:
    last = len(tab.tab.rows) - 1
    new_last = max(last, len(after.rows) - 1)
    first_row = _first_row(batch)
    places = frozenset((header.header_row, header.column) for header in headers)
    tab.frame.set_rows(NewRows(book, tab, after, places, first_row).written())
    tab.frame.set_dimension(max(new_last, tab.bottom), max([tab.right, *(at for _, at in after.touched)]))
    tab.frame.move_links(mover(tab.frame.links(), after.moved, after.emptied))
    if new_last > last:
        tab.frame.reach_down(first_row, last, new_last)
    _grow_ranges(book, tab, headers, last, new_last)


def _first_row(batch: Batch) -> int:
    """The first row below the header, as far as the batch tells."""
    for request in batch.requests:
        if isinstance(request, AddColumn):
            return request.header_row + 1
    return next((request.first_row for request in batch.requests if isinstance(request, Arrange)), 1)


def _set_up_columns(tab: DataTab, headers: list[AddColumn], choices: Choices) -> None:
    for header in headers:
        tab.frame.widen_column(header.column, width_of(header.meaning))
        if header.hidden:
            tab.frame.hide_column(header.column)
        tab.frame.add_choices(header.column, header.header_row + 1, choices.get(header.meaning, ()))
    if headers:
        tab.frame.freeze(headers[0].header_row + 1)


def _make_room_for_moments(tab: DataTab, after: Outcome) -> None:
    """A column of no set width must not show ### where people read "9:05" before it became a moment."""
    for column in {column for (_, column), value in after.touched.items() if isinstance(value, datetime)}:
        tab.frame.widen_column(column, MOMENT_WIDTH)


def _grow_ranges(book: Book, tab: DataTab, headers: list[AddColumn], last: int, new_last: int) -> None:
    """The tab's filter and its tables take in the columns beside them and the rows below."""
    area = tab.frame.filter_area()
    if area is not None:
        wider = grown(area, area.top, _beside(area, headers), last, new_last)
        if wider != area:
            tab.frame.set_filter(wider)
            rename_filter(book, tab, wider)
    for table in tab.tables:
        grow_table(book.package, table, table.area.top, _beside(table.area, headers), last, new_last)


def _beside(area: Area, headers: list[AddColumn]) -> dict[int, str]:
    return {header.column: header.header for header in headers if header.header_row == area.top}
