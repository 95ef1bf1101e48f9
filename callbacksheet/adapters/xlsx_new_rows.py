"""The rows of the team's tab as a batch leaves them: new values in fitting styles, formulas that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property

from callbacksheet.adapters.grid import Outcome, follow
from callbacksheet.adapters.xlsx_book import Book, DataTab, check_length
from callbacksheet.adapters.xlsx_cells import area_of, cell_name, content, style_for
from callbacksheet.adapters.xlsx_rows import CellElement, NewCell, RowElement, RowWriter, SharedFormulas
from callbacksheet.adapters.xlsx_styles import GENERAL, Kind
from callbacksheet.core.model import CellValue
from callbacksheet.core.snapshot import Area
from callbacksheet.errors import LayoutError

_LOOKED_AT = 8


class NewRows:
    """The rows after a batch. ``headers`` are the header cells it adds, ``first_row`` the first data row."""

    def __init__(
        self, book: Book, tab: DataTab, after: Outcome, headers: frozenset[tuple[int, int]], first_row: int
    ) -> None:
        self._book, self._tab, self._after = book, tab, after
        self._headers, self._first_row = headers, first_row
        self._targets = after.moved
        self._by_number = {row.number: row for row in tab.rows}
        self._shared = SharedFormulas(tab.rows)
        self._last = len(tab.tab.rows) - 1

    def written(self) -> bytes:
        """All row elements. LayoutError where something cannot be moved soundly."""
        self._check_movable()
        return b"".join(self._rows(RowWriter(self._tab.frame.content, self._tab.frame.prefix)))

    def _rows(self, writer: RowWriter) -> Iterator[bytes]:
        sources = self._after.sources
        for place in sorted({*self._by_number, *range(len(sources))}):
            source = sources[place] if place < len(sources) else place
            row = self._by_number.get(source)
            if source in self._after.emptied:
                continue
            new = self._new_cells(source)
            formulas = {} if row is None else self._formulas(row, place)
            if row is not None and source == place and not new and not formulas:
                yield writer.unchanged(row)
            elif row is not None or new:
                yield writer.write(row, place, new, formulas)

    @cached_property
    def _new_values(self) -> dict[int, dict[int, CellValue]]:
        new: dict[int, dict[int, CellValue]] = {}
        for (row, column), value in self._after.touched.items():
            check_length(value, row, column)
            new.setdefault(row, {})[column] = value
        return new

    def _new_cells(self, source: int) -> dict[int, NewCell]:
        new = self._new_values.get(source, {})
        cells = {column: self._new_cell(source, column, value) for column, value in new.items()}
        if source > self._last and source not in self._by_number:
            for column, style in self._usual_styles.items():
                if style:
                    cells.setdefault(column, NewCell(style, "", ""))
        return cells

    def _new_cell(self, row: int, column: int, value: CellValue) -> NewCell:
        reader = self._book.reader
        style = style_for(value, self._style(row, column), self._column_format(column, value), reader)
        return NewCell(style, *content(value, reader.epoch, self._tab.frame.prefix))

    def _style(self, row: int, column: int) -> int:
        """The style a cell has before it is written: its own, or what its row, column or neighbours have."""
        if (row, column) in self._headers:
            return self._header_style(row)
        element = self._by_number.get(row)
        cell = element.cell(column) if element else None
        if cell is not None:
            return cell.style
        if element is not None and element.style is not None:
            return element.style
        if row > self._last and column in self._usual_styles:
            return self._usual_styles[column]
        return self._tab.frame.column_style(column)

    def _header_style(self, row: int) -> int:
        """An added header looks like the last one the team made."""
        element = self._by_number.get(row)
        titled = [cell.style for cell in element.cells if cell.text is not None] if element else []
        return titled[-1] if titled else 0

    @cached_property
    def _usual_styles(self) -> dict[int, int]:
        """How the last rows look, column by column: one painted row does not paint the next caller."""
        data_rows = [row for row in self._tab.rows if self._first_row <= row.number <= self._last]
        seen: dict[int, Counter[int]] = {}
        for row in reversed(data_rows[-_LOOKED_AT:]):
            for cell in row.cells:
                seen.setdefault(cell.column, Counter())[cell.style] += 1
        return {column: styles.most_common(1)[0][0] for column, styles in seen.items()}

    def _column_format(self, column: int, value: CellValue) -> str:
        if isinstance(value, datetime):
            return self._date_formats.get((column, Kind.MOMENT), GENERAL)
        return self._date_formats.get((column, Kind.DATE), GENERAL) if isinstance(value, date) else GENERAL

    @cached_property
    def _date_formats(self) -> dict[tuple[int, Kind], str]:
        """How the team writes its dates, column by column."""
        styles = self._book.styles
        formats: dict[tuple[int, Kind], str] = {}
        for row in self._tab.rows:
            for cell in row.cells:
                kind = styles.kind(cell.style)
                if cell.text is not None and kind in (Kind.DATE, Kind.MOMENT):
                    formats.setdefault((cell.column, kind), styles.code(cell.style))
        return formats

    def _formulas(self, row: RowElement, place: int) -> dict[int, str]:
        """The formulas of a row's cells that read differently now, written out where they were shared."""
        changed = {}
        for cell in row.cells:
            if cell.formula is None:
                continue
            now = self._followed(row, cell)
            parted = cell.formula.kind == "shared" and cell.formula.group in self._parted_groups
            moved_array = cell.formula.kind == "array" and place != row.number
            if now is not None and (parted or moved_array or now != self._shared.text(row.number, cell)):
                changed[cell.column] = now
        return changed

    def _followed(self, row: RowElement, cell: CellElement) -> str | None:
        text = self._shared.text(row.number, cell)
        if not self._targets or not text:
            return text or None
        try:
            now = follow(f"={text}", self._targets, self._tab.listing.title).removeprefix("=")
        except ValueError as error:
            raise self._unmovable(f"the formula in {cell_name(row.number, cell.column)}") from error
        if now != text and cell.formula and cell.formula.kind != "shared" and _tall(cell):
            raise self._unmovable(f"the formula over {cell.formula.area}")
        return now

    @cached_property
    def _parted_groups(self) -> frozenset[str]:
        """The shared formulas with a cell that moves, goes or changes: each cell gets its own."""
        torn = bool(self._targets or self._after.emptied)
        return frozenset(
            cell.formula.group
            for row in self._tab.rows
            for cell in row.cells
            if cell.formula is not None
            and cell.formula.kind == "shared"
            and (torn or (row.number, cell.column) in self._after.touched)
        )

    def _disturbed(self, row: int) -> bool:
        return row in self._targets or row in self._after.emptied

    def _check_movable(self) -> None:
        """Refuse what reaches over several rows and would be torn by moving one."""
        areas = [(area, f"the merged cells {_name(area)}") for area in self._tab.frame.merged]
        for row in self._tab.rows:
            for cell in row.cells:
                if cell.formula and cell.formula.kind in ("array", "dataTable"):
                    area = area_of(cell.formula.area) if cell.formula.area else Area(0, 0, 0, 0)
                    if _tall(cell) or cell.formula.kind == "dataTable":
                        areas.append((area, f"the formula over {cell.formula.area}"))
        for area, what in areas:
            rows = range(area.top, area.bottom + 1)
            written = any(row in rows and area.left <= at <= area.right for row, at in self._after.touched)
            if written or any(self._disturbed(row) for row in rows):
                raise self._unmovable(what)

    def _unmovable(self, what: str) -> LayoutError:
        return LayoutError(
            f'On the tab "{self._tab.listing.title}", {what} cannot be moved with a row or written into. '
            "Nothing was written.",
            "Unmerge the cells, or put one ordinary formula in each row, save, and run again.",
        )


def _tall(cell: CellElement) -> bool:
    """Whether a formula fills several rows at once."""
    if cell.formula is None or not cell.formula.area:
        return False
    area = area_of(cell.formula.area)
    return area.top != area.bottom


def _name(area: Area) -> str:
    return f"{cell_name(area.top, area.left)}:{cell_name(area.bottom, area.right)}"
