"""What a batch makes of a tab, on plain values: a memory sheet is this, a workbook is checked against it.

Rows are numbered as read; appended rows are numbered on. A row that moves takes all of itself along, and a
formula on the tab goes on meaning the same rows: ``=B5*2`` in row 5 is ``=B9*2`` once row 5 stands in row 9.
A formula that the batch itself writes (a row that an undo brings back) stands as given, wherever its row goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from callbacksheet.adapters.plain_rows import Rows, same, trimmed
from callbacksheet.core.batch import Absorb, AddColumn, AppendRow, Arrange, Put, Request, Swap
from callbacksheet.core.model import CellValue, Formula
from callbacksheet.errors import LayoutError

_PLACE = re.compile(r"(\$?[A-Za-z]{1,3})?(\$?)([1-9][0-9]{0,6})\Z")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The tab after a batch. ``sources[place]`` is the row, numbered as read, that now stands at ``place``.

    ``touched`` holds the cells a request really wrote, at their old place: a swap that missed is not there.
    ``emptied`` says which row each absorbed row went into, None where it was taken back.
    """

    rows: Rows
    sources: tuple[int, ...]
    touched: dict[tuple[int, int], CellValue]
    emptied: dict[int, int | None]

    @property
    def moved(self) -> dict[int, int]:
        """Old row → new row, for the rows that stand elsewhere now."""
        return {source: place for place, source in enumerate(self.sources) if source != place}


def outcome(rows: Rows, requests: Sequence[Request], title: str) -> Outcome:
    """Do the requests in order, on values alone. ValueError where they contradict each other: a bug."""
    page = _Page(rows)
    for request in requests:
        page.do(request)
    sources = page.arranged or tuple(range(len(page.rows)))
    targets = {source: place for place, source in enumerate(sources) if source != place}
    arranged = [page.rows[source] for source in sources]
    if targets:
        arranged = [
            [
                value if (source, column) in page.touched else _moved(value, (source, column), targets, title)
                for column, value in enumerate(row)
            ]
            for source, row in zip(sources, arranged, strict=True)
        ]
    touched = {place: value for place, value in page.touched.items() if place[0] not in page.emptied}
    return Outcome(trimmed(arranged), sources, touched, page.emptied)


class _Page:
    """The tab while a batch is being done to it."""

    def __init__(self, rows: Rows) -> None:
        self.rows: list[list[CellValue]] = [list(row) for row in rows]
        self.touched: dict[tuple[int, int], CellValue] = {}
        self.emptied: dict[int, int | None] = {}
        self.arranged: tuple[int, ...] = ()

    def do(self, request: Request) -> None:
        if self.arranged:
            raise ValueError("Arrange must be the last request of a batch")
        match request:
            case AddColumn(header_row, column, header):
                self._add_header(header_row, column, header)
            case Swap(row, column, old, new):
                if same(self._held(row, column), None if old == "" else old):
                    self._write(row, column, new)
            case Put(row, column, new):
                self._write(row, column, new)
            case AppendRow(cells):
                self.rows.append([])
                for column, value in cells:
                    self._write(len(self.rows) - 1, column, value)
            case Absorb(row, into):
                self._empty(row, into)
            case Arrange(first_row, order):
                self.arranged = self._order(first_row, order)
            case _:
                assert_never(request)

    def _held(self, row: int, column: int) -> CellValue:
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]

    def _write(self, row: int, column: int, value: CellValue) -> None:
        value = None if value == "" else value
        if row in self.emptied:
            raise ValueError(f"row {row + 1} was absorbed and cannot be written")
        while len(self.rows) <= row:
            self.rows.append([])
        line = self.rows[row]
        line.extend([None] * (column + 1 - len(line)))
        line[column] = value
        self.touched[row, column] = value

    def _add_header(self, row: int, column: int, header: str) -> None:
        if self._held(row, column) is not None:
            raise ValueError(f"the header cell for {header!r} is not empty")
        self._write(row, column, header)

    def _empty(self, row: int, into: int | None) -> None:
        if row == into or into in self.emptied:
            raise ValueError(f"row {row + 1} cannot be absorbed into itself or into an absorbed row")
        self.emptied[row] = into
        self.rows[row] = []

    def _order(self, first_row: int, order: tuple[int, ...]) -> tuple[int, ...]:
        data_rows = range(first_row, len(self.rows))
        named = set(order)
        if len(named) != len(order) or not named <= set(data_rows):
            raise ValueError("Arrange names a row twice, or one that is no data row")
        rest = tuple(row for row in data_rows if row not in named)
        left_out = [row for row in rest if any(value is not None for value in self.rows[row])]
        if left_out:
            raise ValueError(f"Arrange leaves out row {left_out[0] + 1}, which is not empty")
        return (*range(first_row), *order, *rest)


def _moved(value: CellValue, place: tuple[int, int], targets: dict[int, int], title: str) -> CellValue:
    if not isinstance(value, Formula):
        return value
    try:
        return Formula(follow(value.text, targets, title), value.shown)
    except UnreadableFormula as error:
        row, column = place
        raise LayoutError(
            f"The formula in row {row + 1}, column {column + 1} cannot be read well enough to move rows past it: "
            f"{value.text[:80]}. Nothing was written.",
            "Correct that formula, or put its value in its place, save, and run again.",
        ) from error


class UnreadableFormula(ValueError):  # noqa: N818 - it is told as a layout to be mended
    """A formula that cannot be taken apart, so that nobody can say which rows it means."""


def follow(formula: str, targets: dict[int, int], title: str) -> str:
    """The formula once rows have moved: a reference to one row of this tab goes where that row went.

    References to rows that stayed, to other tabs, and ranges over several rows (a column's total) keep their
    text. UnreadableFormula where it cannot be taken apart.
    """
    from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

    try:
        tokens = Tokenizer(formula)
    except (TokenizerError, IndexError) as error:
        raise UnreadableFormula(f"formula {formula!r} cannot be read") from error
    for token in tokens.items:
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            token.value = _followed(token.value, targets, title)
    return "=" + "".join(token.value for token in tokens.items)


def _followed(reference: str, targets: dict[int, int], title: str) -> str:
    prefix, mark, place = reference.rpartition("!")
    if mark and prefix.strip("'").replace("''", "'").casefold() != title.casefold():
        return reference
    ends = [_PLACE.match(end) for end in place.split(":")]
    found = [end for end in ends if end is not None]
    rows = {int(end[3]) - 1 for end in found}
    a_number = len(ends) == 1 and not (found and found[0][1])
    if len(found) != len(ends) or len(rows) != 1 or a_number:
        return reference
    row = targets.get(rows.pop())
    if row is None:
        return reference
    return prefix + mark + ":".join(f"{end[1] or ''}{end[2]}{row + 1}" for end in found)
