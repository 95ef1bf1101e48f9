"""A batch as the requests of one ``batchUpdate``: the fence, the pre-image, cells, rows, moves, then what to remember.

Nothing here deletes or clears by its place, sorts, or writes a formula. Cells of people are compared and swapped;
by its place a cell is written only where nothing stood, or in the tool's own columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from callbacksheet.adapters.google_door import Json
from callbacksheet.adapters.google_history import LateHistory, pieces, rows_for
from callbacksheet.adapters.google_look import FENCE, FENCES_KEPT, Grid, Look
from callbacksheet.adapters.google_names import HISTORY_ID, OWN_TABS, STATE_ID, UNDO_ID
from callbacksheet.adapters.google_new_tab import Choices, column_dressing, marked, tab_dressing, tool_tabs
from callbacksheet.core.batch import Absorb, AddColumn, AppendRow, Arrange, Batch, Put, Swap
from callbacksheet.core.keys import number_of
from callbacksheet.core.layout import find_layout
from callbacksheet.core.model import CellValue, Formula, Language
from callbacksheet.core.rank import moves
from callbacksheet.core.shared import text_for
from callbacksheet.core.snapshot import StateRow

_SPARE = 200
_GAP = 8
_KEPT_WHOLE = 1500
"""Up to how many rows all are kept: twice the tab's own bytes, which the next look reads with it."""
_TYPED_SINCE = 50
"""How many rows people may have put in below since the look."""
_VALUE = "userEnteredValue"
_NO_GROUP = re.compile(r"[$\\]")
"""What would mean something in the replacement of a regular expression."""


def requests_of(batch: Batch, look: Look, choices: Choices, language: Language) -> list[Json]:
    """The whole batch, in order; the first request is the fence."""
    return [
        _fence(batch.epoch, look),
        *tool_tabs(_missing(look)),
        *([] if batch.rewrites_history else _pre_image(batch, look, language)),
        *_columns(batch, look, choices),
        *([] if look.marked else _set_up(batch, look, choices, language)),
        *_cells(batch, look),
        *_appended(batch, look),
        *_moves(batch, look),
        *_state(batch.state, look),
        *_history(batch, look),
        *_old_fences(batch.epoch, look),
    ]


def _fence(epoch: int, look: Look) -> Json:
    """What makes the batch apply once: an id that may exist only once."""
    sheet_id = STATE_ID if STATE_ID in look.own else look.tab.id
    cell = {"sheetId": sheet_id, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
    name = f"{FENCE}{epoch}"
    return {"addNamedRange": {"namedRange": {"namedRangeId": name, "name": name, "range": cell}}}


def _old_fences(epoch: int, look: Look) -> Iterator[Json]:
    """Fences too old to be needed; the latest stay, since a change that was given up may still arrive."""
    for name in look.fences:
        if int(name.removeprefix(FENCE)) <= epoch - FENCES_KEPT:
            yield {"deleteNamedRange": {"namedRangeId": name}}


def _missing(look: Look) -> list[str]:
    return [title for title, sheet_id in OWN_TABS.items() if sheet_id not in look.own]


def _size_of(sheet_id: int, look: Look) -> tuple[int, int]:
    """Rows and columns of one of the tool's own tabs, as ``tool_tabs`` makes it where it is not there yet."""
    grid = look.own.get(sheet_id)
    if grid:
        return grid.rows, grid.columns
    made = next(t for t in tool_tabs([title for title, i in OWN_TABS.items() if i == sheet_id]) if "addSheet" in t)
    size = made["addSheet"]["properties"]["gridProperties"]
    return size["rowCount"], size["columnCount"]


def _resized(sheet_id: int, rows: int, columns: int) -> Json:
    properties = {"sheetId": sheet_id, "gridProperties": {"rowCount": rows, "columnCount": columns}}
    fields = "gridProperties.rowCount,gridProperties.columnCount"
    return {"updateSheetProperties": {"properties": properties, "fields": fields}}


def _pre_image(batch: Batch, look: Look, language: Language) -> Iterator[Json]:
    """Every row that the batch writes to, and the header, as they stand at that instant, kept before all else: of a tab
    that is not very long all rows, since where those stood that were not written to tells which one was meant.

    They stand in the undo tab where they stood, so that what was at a place is found at that place: their formulas,
    which point where they pointed, and to the right of all of it, where nothing can be computed anew, their values.
    """
    rows, columns = look.tab.rows, look.tab.columns
    touched = {r.row for r in batch.requests if isinstance(r, Put | Swap | Absorb) and r.row < rows}
    if not (touched or any(isinstance(r, AppendRow) for r in batch.requests)):
        return  # the last batch's stays, for what has not been learned from it yet
    touched |= set(range(find_layout(look.snapshot.tab, language).first_row))
    if len(look.snapshot.tab.rows) <= _KEPT_WHOLE:
        touched |= set(range(min(len(look.snapshot.tab.rows) + _TYPED_SINCE, rows)))
    if _size_of(UNDO_ID, look) != (rows, 2 * columns):
        yield _resized(UNDO_ID, rows, 2 * columns)
    yield from _emptied(UNDO_ID, look)
    for start, end in _near(sorted(touched)):
        lines = {"startRowIndex": start, "endRowIndex": end}
        here = {**lines, "startColumnIndex": 0, "endColumnIndex": columns}
        beside = {**lines, "startColumnIndex": columns, "endColumnIndex": 2 * columns}
        for box, kind in ((beside, "PASTE_VALUES"), (here, "PASTE_FORMULA")):
            source, destination = {"sheetId": look.tab.id, **here}, {"sheetId": UNDO_ID, **box}
            yield {"copyPaste": {"source": source, "destination": destination, "pasteType": kind}}


def _near(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches (from, to) that hold these rows; a few rows between two of them are taken along."""
    start = end = -1
    for row in rows:
        if end >= 0 and row - end <= _GAP:
            end = row + 1
            continue
        if end >= 0:
            yield start, end
        start, end = row, row + 1
    if end >= 0:
        yield start, end


def _columns(batch: Batch, look: Look, choices: Choices) -> Iterator[Json]:
    """Columns the tool adds, each inserted, so that they fall on nobody's text."""
    added = sorted((r for r in batch.requests if isinstance(r, AddColumn)), key=lambda r: r.column)
    for _, run in groupby(enumerate(added), key=lambda numbered: numbered[1].column - numbered[0]):
        yield from _inserted_columns([request for _, request in run], look)
    if added:
        meanings = {request.meaning: request.column for request in added}
        yield from column_dressing(look.tab.id, added[0].header_row, meanings, choices)


def _set_up(batch: Batch, look: Look, choices: Choices, language: Language) -> Iterator[Json]:
    """What a tab is given once, when it is taken over, beside columns: its mark, and what dresses it. A copy of the
    tab, which is dressed, gets the mark alone.
    """
    yield from marked(look.tab.id, look.others)
    if look.snapshot.state is not None and not batch.rebuilds:
        return
    layout = find_layout(look.snapshot.tab, language)
    yield from _plain_text(look, layout.header_row, [p for c, p in layout.columns if c not in layout.added])
    yield from tab_dressing(look.tab.id, layout.header_row, dict(layout.columns), choices)


def _inserted_columns(added: Sequence[AddColumn], look: Look) -> Iterator[Json]:
    first, count = added[0].column, len(added)
    if first >= look.tab.columns:
        missing = first + count - look.tab.columns
        yield {"appendDimension": {"sheetId": look.tab.id, "dimension": "COLUMNS", "length": missing}}
    else:
        where = {"sheetId": look.tab.id, "dimension": "COLUMNS", "startIndex": first, "endIndex": first + count}
        yield {"insertDimension": {"range": where, "inheritFromBefore": False}}
    yield _written(look.tab.id, added[0].header_row, first, [[request.header for request in added]])


def _plain_text(look: Look, header_row: int, columns: Iterable[int]) -> Iterator[Json]:
    """The columns that are known already made plain text, past cells whose number or date would then look otherwise."""
    fixed = look.snapshot.tab.fixed
    for column in columns:
        start = header_row + 1
        holes = sorted(row for row, c in fixed if c == column and row >= start)
        for hole in (*holes, look.tab.rows):
            if hole > start:
                yield _text_format(look.tab.id, start, hole, column)
            start = hole + 1


def _text_format(sheet_id: int, start: int, end: int, column: int) -> Json:
    cells = {
        "sheetId": sheet_id,
        "startRowIndex": start,
        "endRowIndex": end,
        "startColumnIndex": column,
        "endColumnIndex": column + 1,
    }
    look = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    return {"repeatCell": {"range": cells, "cell": look, "fields": "userEnteredFormat.numberFormat"}}


def _cells(batch: Batch, look: Look) -> Iterator[Json]:
    """Cells compared and swapped, one request each; then those written by their place, neighbours together."""
    end = len(look.snapshot.tab.rows)
    puts: dict[int, dict[int, CellValue]] = {}
    for request in batch.requests:
        match request:
            case Put(row, column, new) if row < end:
                puts.setdefault(row, {})[column] = new
            case Swap() | Absorb():
                yield from _swapped(request, look)
    for row, column, lines in _blocks(puts):
        yield _written(look.tab.id, row, column, lines)


def _blocks(puts: Mapping[int, Mapping[int, CellValue]]) -> Iterator[tuple[int, int, list[list[CellValue]]]]:
    """Cells as blocks without a hole: (row, column, values). Columns side by side, and rows alike below each other."""
    growing: dict[tuple[int, int], tuple[int, list[list[CellValue]]]] = {}
    for row in sorted(puts):
        for columns in _stretches(sorted(puts[row])):
            values = [puts[row][column] for column in columns]
            shape = (columns[0], len(columns))
            first, lines = growing.get(shape, (row, []))
            if first + len(lines) != row:
                yield first, shape[0], lines
                first, lines = row, []
            lines.append(values)
            growing[shape] = (first, lines)
    for (column, _), (first, lines) in growing.items():
        yield first, column, lines


def _swapped(request: Swap | Absorb, look: Look) -> Iterator[Json]:
    if isinstance(request, Swap):
        yield _swap(request, look)
        return
    cells = look.snapshot.tab.rows[request.row] if request.row < len(look.snapshot.tab.rows) else ()
    for column, value in enumerate(cells):
        if value is not None and not isinstance(value, Formula):
            yield _swap(Swap(request.row, column, value, None), look)


def _swap(swap: Swap, look: Look) -> Json:
    """Compare and swap of one cell. Whether Google finds an empty one at all, only trying tells."""
    old = look.formatted.get((swap.row, swap.column)) or text_for(swap.old)
    cell = {
        "sheetId": look.tab.id,
        "startRowIndex": swap.row,
        "endRowIndex": swap.row + 1,
        "startColumnIndex": swap.column,
        "endColumnIndex": swap.column + 1,
    }
    return {
        "findReplace": {
            "find": old or "^$",
            "replacement": text_for(swap.new) if old else _NO_GROUP.sub(r"\\\g<0>", text_for(swap.new)),
            "range": cell,
            "matchCase": True,
            "matchEntireCell": True,
            **({} if old else {"searchByRegex": True}),
        }
    }


def _written(sheet_id: int, row: int, column: int, lines: Sequence[Sequence[CellValue]]) -> Json:
    return {
        "updateCells": {
            "start": {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column},
            "rows": [{"values": [cell_of(value) for value in line]} for line in lines],
            "fields": _VALUE,
        }
    }


def cell_of(value: CellValue) -> Json:
    """A value as it is written: plain text; a number, date or tick box that came from the sheet as itself."""
    match value:
        case None | "":
            return {}
        case bool():
            return {_VALUE: {"boolValue": value}}
        case int() | float():
            return {_VALUE: {"numberValue": value}}
        case _:
            return {_VALUE: {"stringValue": text_for(value)}}


def _appended(batch: Batch, look: Look) -> Iterator[Json]:
    """New rows, inserted, so that they fall on nobody's text, and only then written."""
    tab, end = look.tab, len(look.snapshot.tab.rows)
    added = [request for request in batch.requests if isinstance(request, AppendRow)]
    if not added:
        return
    if end >= tab.rows:
        yield {"appendDimension": {"sheetId": tab.id, "dimension": "ROWS", "length": end + 1 - tab.rows}}
    where = {"sheetId": tab.id, "dimension": "ROWS", "startIndex": end, "endIndex": end + len(added)}
    yield {"insertDimension": {"range": where, "inheritFromBefore": end > 1}}
    for place, row in enumerate(added, end):
        cells = dict(row.cells)
        cells |= {r.column: r.new for r in batch.requests if isinstance(r, Put) and r.row == place}
        for columns in _stretches(sorted(cells)):
            yield _written(tab.id, place, columns[0], [[cells[column] for column in columns]])


def _stretches(places: Sequence[int]) -> Iterator[list[int]]:
    """Numbers that follow each other, together."""
    for _, run in groupby(enumerate(places), key=lambda numbered: numbered[1] - numbered[0]):
        yield [place for _, place in run]


def _moves(batch: Batch, look: Look) -> Iterator[Json]:
    """The fewest rows moved to bring all into order; the others stay where they are."""
    end = len(look.snapshot.tab.rows) + sum(isinstance(request, AppendRow) for request in batch.requests)
    for request in batch.requests:
        if isinstance(request, Arrange):
            named = set(request.order)
            rest = (row for row in range(request.first_row, end) if row not in named)
            for source, target in moves([*request.order, *rest]):
                yield _move(look.tab.id, request.first_row + source, request.first_row + target)


def _move(sheet_id: int, source: int, target: int) -> Json:
    where = {"sheetId": sheet_id, "dimension": "ROWS", "startIndex": source, "endIndex": source + 1}
    return {"moveDimension": {"source": where, "destinationIndex": target}}


def _state(state: Sequence[StateRow], look: Look) -> Iterator[Json]:
    """Only the lines of the state tab that changed, each where it stands; new ones in free rows, in order."""
    before = {(row.kind, row.key): row.text for row in look.snapshot.state or ()}
    wanted = {(row.kind, row.key): row.text for row in state}
    free = _free_rows(look.lines, wanted)
    written: dict[int, list[str]] = {}
    for (kind, key), text in sorted(wanted.items(), key=lambda line: number_of(line[0][1])):
        if before.get((kind, key)) != text:
            place = look.lines.get((kind, key))
            written[next(free) if place is None else place] = [kind, key, *pieces(text)]
    for name, place in look.lines.items():
        if name not in wanted and place not in written:
            written[place] = []
    if not written:
        return
    rows, columns = _size_of(STATE_ID, look)
    width = max(columns, *(len(cells) for cells in written.values()))
    height = max(rows, max(written) + 1)
    if (height, width) != (rows, columns):
        yield _resized(STATE_ID, height + _SPARE if height > rows else rows, width)
    for stretch in _stretches(sorted(written)):
        yield _block(STATE_ID, stretch[0], [written[place] for place in stretch], width)


def _free_rows(lines: Mapping[tuple[str, str], int], wanted: Mapping[tuple[str, str], str]) -> Iterator[int]:
    """Rows of the state tab on which nothing stands, or what is to go."""
    taken = {place for name, place in lines.items() if name in wanted}
    place = 0
    while True:
        if place not in taken:
            yield place
        place += 1


def _block(sheet_id: int, row: int, lines: Sequence[Sequence[str]], width: int) -> Json:
    """Whole rows of one of the tool's own tabs; what stood behind them goes."""
    rows = [{"values": [*map(cell_of, line), *[{}] * (width - len(line))]} for line in lines]
    return {"updateCells": {"start": {"sheetId": sheet_id, "rowIndex": row}, "rows": rows, "fields": _VALUE}}


def _history(batch: Batch, look: Look) -> Iterator[Json]:
    rows, columns = _size_of(HISTORY_ID, look)
    if batch.rewrites_history:
        yield from _emptied(UNDO_ID, look)
        yield from _rewritten(batch, look)
    elif lines := rows_for(batch.history):
        width = max([columns, *map(len, lines)])
        if width > columns:
            yield _resized(HISTORY_ID, rows, width)
        body = [{"values": [cell_of(text) for text in line]} for line in lines]
        yield {"appendCells": {"sheetId": HISTORY_ID, "rows": body, "fields": _VALUE}}


def _rewritten(batch: Batch, look: Look) -> Iterator[Json]:
    """Only the rows of the history that hold a line which is another one from now on."""
    late, lines = look.snapshot.history, batch.history
    changed = late.rewritten(lines) if isinstance(late, LateHistory) else dict(enumerate(rows_for(lines)))
    if not changed:
        return
    rows, columns = _size_of(HISTORY_ID, look)
    height, width = max(rows, max(changed) + 1), max([columns, *map(len, changed.values())])
    if (height, width) != (rows, columns):
        yield _resized(HISTORY_ID, height, width)
    for stretch in _stretches(sorted(changed)):
        yield _block(HISTORY_ID, stretch[0], [changed[place] for place in stretch], width)


def _emptied(sheet_id: int, look: Look) -> Iterator[Json]:
    """One of the tool's own tabs without anything in it."""
    grid: Grid | None = look.own.get(sheet_id)
    if grid:
        yield {"updateCells": {"range": {"sheetId": sheet_id}, "rows": [], "fields": _VALUE}}
