"""Calls that come in through the tool: one taken at the desk, or a file of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from callbacksheet.core.callback import Callback
from callbacksheet.core.incoming import file_rows, new_row
from callbacksheet.core.model import CellValue, Column
from callbacksheet.core.plan import Run
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import Tab
from callbacksheet.core.state import state_of
from callbacksheet.ports import Sheet
from callbacksheet.runs.tidy import Agree, Progress, Tidied, callback_of, write_rows


@dataclass(frozen=True, slots=True)
class Added:
    """The callback a call became; ``joined`` when it went into a row that was already there."""

    callback: Callback
    joined: bool
    tidied: Tidied


def add(
    sheet: Sheet, typed: Mapping[Column, CellValue], run: Run, shop: Shop, agree: Agree, *, dry: bool = False
) -> Added:
    """Write down one call, as received now unless ``typed`` says when."""
    snapshot = sheet.read()
    received = {Column.RECEIVED: run.now.replace(tzinfo=None)}
    row = new_row({**received, **typed}, len(snapshot.tab.rows), run.operator)
    tidied = write_rows(sheet, snapshot, (row,), (), run, shop, agree, dry=dry)
    callback, joined = callback_of(tidied)
    return Added(callback, joined, tidied)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows of the file were new, and how many of those joined a row that was there."""

    rows: int
    joined: int
    known: int
    tidied: Tidied


def import_rows(
    sheet: Sheet,
    source: Tab,
    run: Run,
    shop: Shop,
    agree: Agree,
    *,
    dry: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Bring in the rows of a file. A file imported again brings in nothing twice."""
    snapshot = sheet.read()
    known = state_of(snapshot).imported
    every, _ = file_rows(source, snapshot.tab, run.operator, shop, frozenset())
    rows, marks = file_rows(source, snapshot.tab, run.operator, shop, known)
    tidied = write_rows(sheet, snapshot, rows, marks, run, shop, agree, dry=dry, progress=progress)
    joined = sum(one.row.incoming for merge in tidied.plan.merges for one in merge.absorbed)
    return Imported(len(rows), joined, len(every) - len(rows), tidied)
