"""How scripts usually change a sheet, on the same stage: read everything, decide, write it back by place.

All four tidy alike (numbers in one form, the same caller, day and reason in one row with all notes, sorted by the time
of the call); they differ in how they write. None has a fence, a pre-image, keys or a history.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.sim.copies import Copy
from tests.sim.play import TITLE, Stage, Way
from tests.sim.speech import digits_of, folded, reason_of
from tests.sim.wire import Wire
from tests.sim.world import TAB

Json = dict[str, Any]
Rows = list[list[str]]
FIELDS = "sheets(properties(sheetId,title),data(rowData/values(userEnteredValue,formattedValue)))"


def read(wire: Wire) -> Rows:
    sheets = wire.look([f"'{TITLE}'"], FIELDS)["sheets"]
    rows = [row.get("values", []) for block in sheets[0].get("data", []) for row in block.get("rowData", [])]
    texts = [[str(cell.get("formattedValue", "")) for cell in row] for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    return texts


def tidied(rows: Rows) -> tuple[list[tuple[int, list[str]]], list[int]]:
    """The rows as they should be, each with the place it was read from; and the places of rows merged away."""
    header = rows[0]
    at: dict[str, int] = {
        name: header.index(name) for name in ("Name", "Phone", "Reason", "Received", "Notes") if name in header
    }
    first: dict[tuple[str, ...], list[str]] = {}
    kept: list[tuple[int, list[str]]] = []
    gone: list[int] = []
    for place, row in enumerate(rows[1:], 1):
        if not any(row):
            continue
        cells = row + [""] * (len(header) - len(row))
        if "Phone" in at and (digits := digits_of(cells[at["Phone"]])):
            cells[at["Phone"]] = f"+1 {digits[:3]}-{digits[3:6]}-{digits[6:]}"
        meaning = _meaning(cells, at)
        if all(meaning) and meaning in first:
            _join(first[meaning], cells, at)
            gone.append(place)
            continue
        first[meaning] = cells
        kept.append((place, cells))
    kept.sort(key=lambda pair: (not pair[1][at["Received"]], pair[1][at["Received"]]) if "Received" in at else pair[0])
    return kept, gone


def _meaning(cells: list[str], at: dict[str, int]) -> tuple[str, ...]:
    if not {"Phone", "Reason", "Received", "Name"} <= at.keys():
        return ()
    caller = digits_of(cells[at["Phone"]]) or folded(cells[at["Name"]])
    return caller, reason_of(cells[at["Reason"]]), cells[at["Received"]][:10]


def _join(home: list[str], other: list[str], at: dict[str, int]) -> None:
    for column, text in enumerate(other):
        if not home[column]:
            home[column] = text
        elif column == at.get("Notes") and text and text not in home[column]:
            home[column] = f"{home[column]}; {text}"


def _rows(start: int, rows: Sequence[Sequence[str]]) -> Json:
    cells = [{"values": [{"userEnteredValue": {"stringValue": t}} if t else {} for t in row]} for row in rows]
    where = {"sheetId": TAB, "rowIndex": start, "columnIndex": 0}
    return {"updateCells": {"start": where, "rows": cells, "fields": "userEnteredValue"}}


def _cleared(rows: Rows) -> Json:
    where = {"sheetId": TAB, "startRowIndex": 1, "endRowIndex": len(rows)}
    return {"updateCells": {"range": where, "rows": [], "fields": "userEnteredValue"}}


def clear_and_update(_stage: Stage, _copy: Copy, wire: Wire, _person: bool) -> None:
    """get, clear, update: what most scripts do."""
    rows = read(wire)
    kept, _ = tidied(rows)
    if len(rows) < 2:
        return
    wire.change([_cleared(rows)])
    wire.change([_rows(1, [cells for _, cells in kept])])


def full_update(_stage: Stage, _copy: Copy, wire: Wire, _person: bool) -> None:
    """One update of the whole range."""
    rows = read(wire)
    kept, _ = tidied(rows)
    if len(rows) < 2:
        return
    blank = [""] * len(rows[0])
    wire.change([_rows(1, [*(cells for _, cells in kept), *(blank for _ in range(len(rows) - 1 - len(kept)))])])


def _minimal(rows: Rows) -> list[Json]:
    kept, gone = tidied(rows)
    requests: list[Json] = []
    for place, cells in kept:
        before = rows[place] + [""] * (len(cells) - len(rows[place]))
        for column, text in enumerate(cells):
            if text != before[column]:
                value = {"userEnteredValue": {"stringValue": text}} if text else {}
                where = {"sheetId": TAB, "rowIndex": place, "columnIndex": column}
                row = [{"values": [value]}]
                requests.append({"updateCells": {"start": where, "rows": row, "fields": "userEnteredValue"}})
    for place in reversed(gone):
        row_of: Json = {"sheetId": TAB, "dimension": "ROWS", "startIndex": place, "endIndex": place + 1}
        requests.append({"deleteDimension": {"range": row_of}})
    if [place for place, _ in kept] != sorted(place for place, _ in kept) and "Received" in rows[0]:
        by: Json = {"dimensionIndex": rows[0].index("Received"), "sortOrder": "ASCENDING"}
        data: Json = {"sheetId": TAB, "startRowIndex": 1}
        requests.append({"sortRange": {"range": data, "sortSpecs": [by]}})
    return requests


def coordinates(_stage: Stage, _copy: Copy, wire: Wire, _person: bool) -> None:
    """Only the cells that change, rows deleted, then sorted, in one atomic batch."""
    rows = read(wire)
    if len(rows) > 1 and (requests := _minimal(rows)):
        wire.change(requests)


def compared(_stage: Stage, _copy: Copy, wire: Wire, _person: bool) -> None:
    """The same, after reading once more and comparing just before the write."""
    rows = read(wire)
    if len(rows) > 1 and (requests := _minimal(rows)) and read(wire) == rows:
        wire.change(requests)


WAYS: dict[str, Way] = {
    "get, clear, update (what most scripts do)": clear_and_update,
    "one update of the full range": full_update,
    "single cells by place + delete row + sortRange, one batch": coordinates,
    "the same, read again and compared just before": compared,
}
