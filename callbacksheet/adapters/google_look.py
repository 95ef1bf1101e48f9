"""What Google answers, as a snapshot: the team's tab, the tool's own tabs, and what a later batch must know of them.

One read request carries all of it. Text is what counts: a number, a true date or a tick box is read as such and
marked, since it cannot be compared and swapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any

from callbacksheet.adapters.google_door import Json
from callbacksheet.adapters.google_names import HISTORY_ID, MARK, STATE_ID, UNDO_ID
from callbacksheet.core.model import CellValue, Formula
from callbacksheet.core.shared import as_read
from callbacksheet.core.snapshot import Area, HistoryRow, OwnTab, Snapshot, StateRow, Tab
from callbacksheet.core.state import epoch_of, in_order

_CELL = "userEnteredValue,effectiveFormat/numberFormat/type"
_SHOWN = "effectiveValue,formattedValue"
_FIELDS = (
    "namedRanges(namedRangeId),sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),"
    "developerMetadata(metadataKey,metadataValue),merges,basicFilter(range),tables(tableId),"
    "data(rowData/values({}),rowMetadata(hiddenByFilter,hiddenByUser)))"
)
FIELDS = _FIELDS.format(_CELL)
FULL_FIELDS = _FIELDS.format(f"{_CELL},{_SHOWN}")
SHOWN = f"sheets(properties(sheetId),data(rowData/values(userEnteredValue,{_SHOWN})))"
"""What cells that hold no text show: asked for only where there are such, since it doubles the answer."""
SHAPE = "sheets(properties(sheetId,title,index,hidden),developerMetadata(metadataKey,metadataValue))"
FENCE = "cbs_e"
"""How the ids of the tool's named ranges begin; the epoch comes behind it."""
FENCES_KEPT = 60
"""As many as a large change in parts uses up in three minutes, which is the longest that Google takes for a request."""

_BESIDE = {HISTORY_ID: OwnTab.HISTORY, UNDO_ID: OwnTab.PRE_IMAGE}
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - what spreadsheets count days from
_DAY = 86_400
_FILTERED = "a filter is on"
_TABLE = "the rows are a table of Google's"


@dataclass(frozen=True, slots=True)
class Grid:
    """One tab of the spreadsheet: its id for ever, its title now, its size now."""

    id: int
    title: str
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Look:
    """A snapshot, and what a batch onto it must know besides.

    ``fences`` are the named ranges of epochs; ``lines`` says on which row of the state tab each of its lines stands,
    ``blank`` the rows between them that are free; ``formatted`` what people see in cells that hold no text. ``others``
    are tabs that bear the tool's mark beside this one.
    """

    snapshot: Snapshot
    tab: Grid
    own: Mapping[int, Grid]
    fences: tuple[str, ...]
    lines: Mapping[tuple[str, str], int]
    formatted: Mapping[tuple[int, int], str] = field(default_factory=dict)
    others: tuple[int, ...] = ()

    @property
    def marked(self) -> bool:
        return self.snapshot.marked


def look_of(
    answer: Json, tab_id: int, history: Sequence[HistoryRow], shown: Json | None = None, *, marked: bool = False
) -> Look:
    """The answer of a read, or the spreadsheet in the answer of a change; ``shown`` is that of a look for ``SHOWN``.

    ``marked``: the tab is known to bear the tool's mark, whether the answer says so or not.
    """
    sheets = {grid_of(sheet).id: sheet for sheet in answer.get("sheets", [])}
    page = _Page(sheets[tab_id], _cells_shown(shown) if shown else {})
    lines = _state_lines(sheets[STATE_ID]) if STATE_ID in sheets else {}
    state = in_order(lines) if lines else None
    fences = tuple(n["namedRangeId"] for n in answer.get("namedRanges", []) if _is_fence(n["namedRangeId"]))
    snapshot = Snapshot(
        tab=page.tab(),
        state=state,
        history=history if HISTORY_ID in sheets else (),
        seen=f"epoch {epoch_of(state)}",
        shared=True,
        before=(_texts_before(sheets[UNDO_ID]) or None) if UNDO_ID in sheets else None,
        marked=marked or bears_mark(sheets[tab_id]),
        lost=frozenset(what for i, what in _BESIDE.items() if state is not None and i not in sheets),
        still=_FILTERED if "basicFilter" in sheets[tab_id] else _TABLE if sheets[tab_id].get("tables") else "",
        spent=_spent(fences),
    )
    return Look(
        snapshot=snapshot,
        tab=page.grid,
        own={i: grid_of(sheet) for i, sheet in sheets.items() if i in (STATE_ID, UNDO_ID, HISTORY_ID)},
        fences=fences,
        lines={(row.kind, row.key): place for row, place in lines.items()},
        formatted=page.formatted,
    )


def _spent(fences: Sequence[str]) -> int:
    """What no batch can have passed: the fences on a tab that was deleted are seen no more, yet cannot be passed
    again; but had one been that much later than one that is seen, it would have taken that down.
    """
    return max((int(name.removeprefix(FENCE)) + FENCES_KEPT for name in fences), default=0)


def id_of(properties: Json) -> int:
    """A tab's id, which is left out where it is 0."""
    return int(properties.get("sheetId", 0))


def bears_mark(sheet: Json) -> bool:
    """Whether the tool has marked this very tab: what a copy of it carries is the other's id."""
    own = str(id_of(sheet["properties"]))
    marks = sheet.get("developerMetadata", ())
    return any(m.get("metadataKey") == MARK and m.get("metadataValue") == own for m in marks)


def _is_fence(name: str) -> bool:
    return name.startswith(FENCE) and name[len(FENCE) :].isdecimal()


def grid_of(sheet: Json) -> Grid:
    properties = sheet["properties"]
    size = properties.get("gridProperties", {})
    return Grid(
        id_of(properties),
        properties.get("title", ""),
        size.get("rowCount", 0),
        size.get("columnCount", 0),
    )


def rows_in(sheet: Json) -> Iterator[list[Json]]:
    for block in sheet.get("data", [])[:1]:
        for row in block.get("rowData", []):
            yield row.get("values", [])


def computes(answer: Json, tab_id: int) -> bool:
    """Whether a cell of the tab holds a formula, so that what it shows is still to be asked for."""
    sheets = (sheet for sheet in answer.get("sheets", []) if grid_of(sheet).id == tab_id)
    cells = (cell for sheet in sheets for row in rows_in(sheet) for cell in row)
    return any("formulaValue" in cell.get("userEnteredValue", ()) for cell in cells)


def _cells_shown(answer: Json) -> dict[tuple[int, int], Json]:
    rows = (enumerate(rows_in(sheet)) for sheet in answer.get("sheets", [])[:1])
    return {(row, column): cell for lines in rows for row, cells in lines for column, cell in enumerate(cells)}


class _Page:
    """The team's tab in an answer; ``shown`` are its cells with what they show, as far as that was asked for."""

    def __init__(self, sheet: Json, shown: Mapping[tuple[int, int], Json]) -> None:
        self.grid = grid_of(sheet)
        self.formatted: dict[tuple[int, int], str] = {}
        self._sheet = sheet
        self._shown = shown
        self._fixed: set[tuple[int, int]] = set()
        self._parsed: set[tuple[int, int]] = set()
        self._widths: dict[int, int] = {}
        for row, column in shown:
            self._widths[row] = max(self._widths.get(row, 0), column + 1)

    def tab(self) -> Tab:
        rows = [self._row(place, cells) for place, cells in enumerate(rows_in(self._sheet))]
        while rows and not rows[-1]:
            rows.pop()
        return Tab(
            title=self.grid.title,
            rows=tuple(rows),
            merged=tuple(area_of(merge, self.grid) for merge in self._sheet.get("merges", [])),
            hidden_rows=_hidden(self._sheet),
            fixed=frozenset(self._fixed),
            parsed=frozenset(self._parsed),
        )

    def _row(self, row: int, cells: list[Json]) -> tuple[CellValue, ...]:
        values = [self._value(row, column, cell) for column, cell in enumerate(cells)]
        if any(value is not None for value in values):
            self._add_spilled(row, values, cells)
        while values and values[-1] is None:
            values.pop()
        return tuple(values)

    def _value(self, row: int, column: int, cell: Json) -> CellValue:
        entered = cell.get("userEnteredValue")
        if not entered:
            return None
        if "stringValue" in entered:
            if kind_of(cell) != "TEXT":
                self._parsed.add((row, column))
            return as_read(entered["stringValue"])
        self._fixed.add((row, column))
        shown = self._shown.get((row, column), cell)
        if shown.get("userEnteredValue") == entered:
            cell = {**shown, **cell}
            self.formatted[row, column] = cell.get("formattedValue", "")
        return value_of(cell)

    def _add_spilled(self, row: int, values: list[CellValue], cells: list[Json]) -> None:
        """Cells that a formula elsewhere fills (ARRAYFORMULA, QUERY): nothing is entered there, and nothing may be."""
        for column in range(max(len(cells), self._widths.get(row, 0))):
            cell = cells[column] if column < len(cells) else {}
            shown = self._shown.get((row, column), cell)
            if "effectiveValue" not in shown or "userEnteredValue" in shown or "userEnteredValue" in cell:
                continue
            values.extend([None] * (column + 1 - len(values)))
            value = _plain(shown["effectiveValue"], kind_of(cell))
            values[column] = Formula("", None if isinstance(value, Formula) else value)
            self._fixed.add((row, column))


def area_of(cells: Json, grid: Grid) -> Area:
    """A range of Google's, which has no end where it reaches to the tab's."""
    return Area(
        cells.get("startRowIndex", 0),
        cells.get("startColumnIndex", 0),
        cells.get("endRowIndex", grid.rows) - 1,
        cells.get("endColumnIndex", grid.columns) - 1,
    )


def _hidden(sheet: Json) -> frozenset[int]:
    for block in sheet.get("data", [])[:1]:
        lines = block.get("rowMetadata", [])
        return frozenset(n for n, line in enumerate(lines) if line.get("hiddenByUser") or line.get("hiddenByFilter"))
    return frozenset()


def kind_of(cell: Json) -> str:
    """The kind of number format of a cell: TEXT, DATE, NUMBER …, "" for none."""
    kind: str = cell.get("effectiveFormat", {}).get("numberFormat", {}).get("type", "")
    return kind


def value_of(cell: Json) -> CellValue:
    """What a cell holds: text as text, numbers with a date's format as dates."""
    entered = cell.get("userEnteredValue")
    if not entered:
        return None
    if "formulaValue" in entered:
        shown = _plain(cell.get("effectiveValue", {}), kind_of(cell))
        return Formula(entered["formulaValue"], None if isinstance(shown, Formula) else shown)
    return _plain(entered, kind_of(cell))


def _plain(value: Mapping[str, Any], kind: str) -> CellValue:
    if "numberValue" in value:
        return _number(value["numberValue"], kind)
    if "stringValue" in value:
        return value["stringValue"] or None
    found = value.get("boolValue")
    return found if isinstance(found, bool) else None


def _number(number: float, kind: str) -> CellValue:
    if kind == "TIME" and 0 <= number < 1:
        return (_EPOCH + timedelta(seconds=round(number * _DAY))).time()
    if kind in ("DATE", "DATE_TIME", "TIME") and 0 <= number < 2_958_466:
        moment = _EPOCH + timedelta(seconds=round(number * _DAY))
        return moment.date() if kind == "DATE" and moment.time() == time() else moment
    return int(number) if number == int(number) and abs(number) < 1e15 else number


def serial_of(value: date | time) -> float:
    """A date or time as the number that sheets hold."""
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / _DAY
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    return (moment - _EPOCH) / timedelta(days=1)


def texts_of(cells: list[Json]) -> list[str]:
    """A row of the tool's own tabs: nothing but text stands there, or somebody has edited it."""
    return [_text(cell.get("userEnteredValue", {})) for cell in cells]


def _text(entered: Mapping[str, Any]) -> str:
    return str(next(iter(entered.values()), ""))


def _state_lines(sheet: Json) -> dict[StateRow, int]:
    """The lines of the state tab with the rows they stand on. A long text goes on in the columns to the right."""
    lines: dict[StateRow, int] = {}
    for place, cells in enumerate(rows_in(sheet)):
        texts = texts_of(cells)
        if any(texts):
            lines[StateRow(texts[0], "".join(texts[1:2]), "".join(texts[2:]))] = place
    return lines


def _texts_before(sheet: Json) -> tuple[tuple[CellValue, ...], ...]:
    """The pre-image: what is in its left half where that is a formula, else the value in its right half, dates as the
    numbers they are.
    """
    width = grid_of(sheet).columns // 2
    rows = [_row_before(cells[:width], cells[width:]) for cells in rows_in(sheet)]
    while rows and not any(value is not None for value in rows[-1]):
        rows.pop()
    return tuple(rows)


def _row_before(entered: list[Json], values: list[Json]) -> tuple[CellValue, ...]:
    formulas = (cell.get("userEnteredValue", {}).get("formulaValue") for cell in entered)
    both = zip_longest(map(_before, values), formulas)
    return tuple(value if formula is None else Formula(formula, _shown(value)) for value, formula in both)


def _shown(value: CellValue) -> str | int | float | bool | None:
    return value if isinstance(value, str | int | float | bool) else None


def _before(cell: Json) -> CellValue:
    entered = cell.get("userEnteredValue")
    if not entered:
        return None
    text = entered.get("stringValue")
    return as_read(text) if text is not None else _plain(entered, "")
