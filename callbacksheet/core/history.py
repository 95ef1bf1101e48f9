"""R17, the memory of every change: lines for the hidden history tab, written with the change they tell of.

A line is a cell that changed, with its exact values before and after. A row that was merged away has a line
for each of its cells. ``run`` is "R" and the epoch; what people typed is told too, with ``TYPED`` as why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from callbacksheet.core.callback import COLUMNS, PLACE, Callback, Row
from callbacksheet.core.cells import decode, encode, same, shown, to_json
from callbacksheet.core.identity import changed_columns
from callbacksheet.core.merge import Merge
from callbacksheet.core.model import TOOL_COLUMNS, CellValue, Column
from callbacksheet.core.snapshot import HistoryRow
from callbacksheet.core.stamp import signed_in_sheet
from callbacksheet.core.state import Base, Facts, facts_text

TYPED = "typed in the sheet"
ADDED = "added"
DELETED = "the row was deleted in the sheet"
FORGOTTEN = "forgotten on request"
PUT_BACK = "put right: rows moved, or somebody typed here, at the moment the tool wrote"
TAKEN_BACK = "the merge was taken back: one of the rows was changed at the moment of it"
UNWRITTEN = "was not written after all"
TOLD_IN = "typed on a row merged away: told in the notes of the row it went into"
EMPTIED = "people had left nothing else on the row"
COVERED = "typed in a column of the tool's at the moment it wrote there"
ORDER = "order"
"""The pseudo column of lines that keep the order of the rows before a run, a stretch of keys each."""
FACTS = "facts"
"""The pseudo column of lines that keep what was remembered of a row before a run changed it."""
RUNS = "runs"
"""The pseudo column of a line that keeps which runs an undo put into force again, and which it took back."""
IMPORTED = "imported"
"""The pseudo column of lines that keep which calls of files an undo made unknown again, and which a run brought in."""
UNTOLD = (FACTS, RUNS, IMPORTED)
"""What the tool notes for itself alone."""
MERGED = "merged into "
_KEYS_A_LINE = 2_000
_NAMES_A_LINE = 300
EDIT_UNKNOWN = "?"


def runs_in(history: Sequence[HistoryRow]) -> int:
    """How many runs a history tells of, for a sheet whose state is lost."""
    last = history[-1].run[1:] if history else ""
    return int(last) if last.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Change:
    """One cell the tool changes. ``row`` is the sheet's row number as read, None for a row just added."""

    key: str
    row: int | None
    column: str
    before: CellValue
    after: CellValue
    why: str


@dataclass(frozen=True, slots=True)
class Pen:
    """What every line of one run has in common."""

    at: str
    run: str
    who: str

    def line(self, key: str, column: str, before: CellValue, after: CellValue, why: str, who: str = "") -> HistoryRow:
        return HistoryRow(
            at=self.at,
            run=self.run,
            key=key,
            column=column,
            before=shown(before),
            after=shown(after),
            why=why,
            who=who or self.who,
            raw=_raw(before, after),
        )


def pen_of(runs: int, now: datetime, operator: str) -> Pen:
    """The pen of the run that writes after so many others."""
    return Pen(now.isoformat(timespec="minutes"), f"R{runs + 1}", operator or "callbacksheet")


def _raw(before: CellValue, after: CellValue) -> str:
    """Exact values, where the readable ones do not say it all."""
    return "" if _is_plain(before) and _is_plain(after) else to_json([encode(before), encode(after)])


def _is_plain(value: CellValue) -> bool:
    return value is None or (isinstance(value, str) and value != "")


def values(line: HistoryRow) -> tuple[CellValue, CellValue]:
    """The exact values before and after."""
    if line.raw:
        before, after = json.loads(line.raw)
        return decode(before), decode(after)
    return line.before or None, line.after or None


def changes_of(callback: Callback) -> list[Change]:
    """The cells this row should change, each with the latest reason given for it; all cells of a row just added."""
    whys = dict(callback.whys)
    if callback.row.incoming:
        given = (place for place, value in enumerate(callback.cells) if value is not None)
        return [
            Change(callback.key, None, COLUMNS[p].value, None, callback.cells[p], whys.get(COLUMNS[p], ADDED))
            for p in given
        ]
    number, read = callback.row.place + 1, callback.row.cells
    places = sorted((PLACE[column], why) for column, why in whys.items())
    return [
        Change(callback.key, number, COLUMNS[p].value, read[p], callback.cells[p], why)
        for p, why in places
        if not same(read[p], callback.cells[p])
    ]


def touched_by(callback: Callback) -> list[Change]:
    """The cells of the sheet to be written for this row: its changes, from what really stands there to what should."""
    changes = changes_of(callback)
    if not callback.row.standing or callback.row.incoming:
        return changes
    standing = dict(callback.row.standing)
    put_right = (
        Change(callback.key, callback.row.place + 1, COLUMNS[p].value, stands, callback.cells[p], PUT_BACK)
        for p, stands in standing.items()
        if not same(stands, callback.cells[p])
    )
    return [*(change for change in changes if PLACE[Column(change.column)] not in standing), *put_right]


def merge_lines(merge: Merge, pen: Pen) -> Iterable[HistoryRow]:
    """The absorbed rows whole, the team's own columns included."""
    why = f"{MERGED}{merge.survivor.key}"
    for absorbed in merge.absorbed:
        row = absorbed.row
        cells = [*zip((c.value for c in COLUMNS), row.cells, strict=True), *row.own]
        if row.incoming:  # it came and went in one run: taking that back leaves nothing of it
            yield from (pen.line(absorbed.key, column, None, value, ADDED) for column, value in cells if value)
        yield pen.line(absorbed.key, Column.ID.value, row.cell(Column.ID), None, why)
        for column, value in cells:
            if value is not None and column != Column.ID.value:
                yield pen.line(absorbed.key, column, value, None, why)
        if not row.incoming:  # when people typed there is no doing of the merge's, and stays with the row
            own = absorbed.facts
            known = row.base.facts if row.base else Facts(first_seen=own.first_seen, calls=own.calls)
            yield pen.line(absorbed.key, FACTS, facts_text(known.but(touched_at=own.touched_at)), None, why)


def typed_lines(row: Row, pen: Pen) -> Iterable[HistoryRow]:
    """What people typed since the last run: changed cells, and each cell of a new row of an adopted sheet."""
    if row.incoming:
        return
    who = _typist(row)
    if row.base:
        for column in changed_columns(row):
            place = COLUMNS.index(column)
            yield pen.line(row.key, column.value, row.base.cells[place], row.cells[place], TYPED, who)
    elif row.changed:
        covered = {COLUMNS[place] for place, _ in row.standing}
        for column, value in zip(COLUMNS, row.cells, strict=True):
            if value is not None and (column not in TOOL_COLUMNS or column in covered):
                yield pen.line(row.key, column.value, None, value, TYPED, who)


def _typist(row: Row) -> str:
    by = row.text(Column.BY)
    before = shown(row.base.cells[COLUMNS.index(Column.BY)]) if row.base else ""
    return by if by and (by != before or signed_in_sheet(row)) else EDIT_UNKNOWN


def facts_lines(callback: Callback, pen: Pen) -> Iterable[HistoryRow]:
    """What was remembered of a row known before, where this run remembers something else."""
    base = callback.row.base
    if base and base.facts != callback.facts:
        before, after = facts_text(base.facts), facts_text(callback.facts)
        yield pen.line(callback.key, FACTS, before, after, "what the tool remembers of the row")


def gone_lines(gone: Base, pen: Pen) -> Iterable[HistoryRow]:
    """A row that people deleted, as it last stood. It is never brought back by itself."""
    for column, value in zip(COLUMNS, gone.cells, strict=True):
        if value is not None:
            yield pen.line(gone.key, column.value, value, None, DELETED, EDIT_UNKNOWN)


def set_lines(column: str, before: Set[str], after: Set[str], pen: Pen, why: str) -> Iterator[HistoryRow]:
    """What went from a set of names that the tool remembers, and what came to it."""
    went, came = sorted(before - after), sorted(after - before)
    for start in range(0, max(len(went), len(came)), _NAMES_A_LINE):
        left, new = (" ".join(names[start : start + _NAMES_A_LINE]) for names in (went, came))
        yield pen.line("", column, left, new, why)


def set_before(now: frozenset[str], column: str, lines: Sequence[HistoryRow]) -> frozenset[str]:
    """Such a set as it was before these lines."""
    for line in reversed(lines):
        if line.column == column:
            now = (now - frozenset(line.after.split())) | frozenset(line.before.split())
    return now


def order_lines(before: list[str], pen: Pen, why: str = "the order of the rows before") -> Iterable[HistoryRow]:
    """The keys of the rows from top to bottom before this run."""
    for start in range(0, len(before), _KEYS_A_LINE):
        keys = " ".join(before[start : start + _KEYS_A_LINE])
        yield pen.line("", ORDER, keys, None, why)


def order_before(lines: Iterable[HistoryRow]) -> list[str]:
    """The order before the first of these lines, where a run told it more than once."""
    return list(dict.fromkeys(key for line in lines if line.column == ORDER for key in line.before.split()))
