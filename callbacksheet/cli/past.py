"""The history on screen and for programs, and a run taken back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Cell, Head, Line, Page, Table, Tone
from callbacksheet.cli.queue_page import MOST_LINES
from callbacksheet.cli.rows import no_such_row, one_row
from callbacksheet.cli.saying import count, listed, value_said, when_said
from callbacksheet.core.headers import header_word
from callbacksheet.core.history import DELETED, FORGOTTEN, MERGED, ORDER, TYPED, values
from callbacksheet.core.keys import PREFIX, is_key
from callbacksheet.core.model import Column
from callbacksheet.core.plan import plan_tidy
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import HistoryRow
from callbacksheet.core.undo import ROLLBACK_TO, UNDO_OF
from callbacksheet.errors import UsageError
from callbacksheet.runs import past
from callbacksheet.runs.past import Past

_RUN = re.compile(r"\s*[Rr]\d+\s*\Z")
_COLUMNS = frozenset(Column)


def is_run(text: str) -> bool:
    return _RUN.match(text) is not None


def runs_listed(context: Context) -> Result:
    """Every run, the latest last, a line each."""
    desk, told = _told(context)
    runs = _runs(told.lines)
    page: Page = (Line("Nothing was changed by the tool so far.", Tone.GOOD),)
    if runs:
        shown = runs if context.options.verbose else runs[-MOST_LINES:]
        page = (*_earlier(len(runs) - len(shown), "run"), _runs_table(shown, told, desk))
        page = (*page, *_how_on(runs, told.undone))
    return Result(_data(runs, told.lines, told), page)


def history_of_run(context: Context, name: str) -> Result:
    """What one run changed. Raises UsageError for a run nobody knows."""
    desk, told = _told(context)
    wanted = name.strip().upper()
    lines = tuple(line for line in told.lines if line.run == wanted)
    if not lines:
        raise UsageError(f"There is no run {wanted}.", "`callbacksheet history` lists the runs.")
    return _result(lines, told, desk)


def history_of_row(context: Context, text: str) -> Result:
    """What was changed on one row, and on the rows merged into it. Raises UsageError where it is not clear which."""
    desk, told = _told(context)
    keys = _keys(text, told, desk)
    lines = tuple(line for line in told.lines if line.key in keys)
    return _result(lines, told, desk)


def _told(context: Context) -> tuple[Desk, Past]:
    desk = open_desk(context, look_only=True)
    with context.working(f"Reading {desk.name}"):
        return desk, past.history(desk.sheet)


def _keys(text: str, told: Past, desk: Desk) -> frozenset[str]:
    """The row's key and those of the rows that went into it; a row that is gone is still known by its key."""
    typed = text.strip().upper()
    known = {line.key for line in told.lines}
    key = next((k for k in (typed, PREFIX + typed) if is_key(k) and k in known), "")
    if not key:
        plan = plan_tidy(told.snapshot, replace(desk.run, forced=True), desk.shop)
        key = one_row(text, plan.queue, desk.shop).key
        if key not in known:
            raise (
                no_such_row(text)
                if not known
                else UsageError(f"The tool has not changed {key} yet.", "`callbacksheet history` lists the runs.")
            )
    return frozenset({key, *keys_absorbed(told.lines, {key})})


def keys_absorbed(lines: Iterable[HistoryRow], keys: Collection[str]) -> set[str]:
    """The keys of rows that were merged into these."""
    return {line.key for line in lines if line.why.startswith(MERGED) and line.why.removeprefix(MERGED) in keys}


@dataclass(frozen=True, slots=True)
class _Run:
    """One run in short."""

    name: str
    at: str
    who: str
    lines: tuple[HistoryRow, ...]

    @property
    def cells(self) -> int:
        ours = (line for line in self.lines if line.why not in (TYPED, DELETED, FORGOTTEN))
        return sum(line.column in _COLUMNS and not line.why.startswith(MERGED) for line in ours)

    def rows(self, *whys: str) -> int:
        """How many rows have a line with such a reason."""
        return len({line.key for line in self.lines if line.why.startswith(whys)})


def _runs(lines: Iterable[HistoryRow]) -> list[_Run]:
    found: dict[str, list[HistoryRow]] = {}
    for line in lines:
        found.setdefault(line.run, []).append(line)
    return [_Run(name, of[0].at, _signed(of), tuple(of)) for name, of in found.items()]


def _how_on(runs: Sequence[_Run], undone: Collection[str]) -> Page:
    """How to look closer, by the example of the latest run that can be taken back."""
    run = next((run.name for run in reversed(runs) if run.cells and run.name not in undone), "")
    told = f"`callbacksheet history {run}` shows a run cell by cell, `callbacksheet undo {run}` takes it back."
    return (Line(told, Tone.QUIET),) if run else ()


def _signed(lines: Sequence[HistoryRow]) -> str:
    """Who ran it: of the lines, those of what people typed carry other initials."""
    return next((line.who for line in lines if line.why not in (TYPED, DELETED)), lines[0].who)


def _runs_table(runs: Sequence[_Run], told: Past, desk: Desk) -> Table:
    rows = tuple(
        (run.name, _moment(run.at, desk), run.who, _in_short(run, taken_back=run.name in told.undone)) for run in runs
    )
    return Table((Head("Run"), Head("When"), Head("By"), Head("What", wrap=True)), rows)


def _in_short(run: _Run, *, taken_back: bool) -> str:
    back = next((line.why for line in run.lines if line.why.startswith((UNDO_OF, ROLLBACK_TO))), "")
    parts = [
        back,
        f"{count(run.cells, 'cell')} changed" if run.cells else "",
        f"{count(run.rows(MERGED), 'row')} merged away" if run.rows(MERGED) else "",
        "rows put in order" if any(line.column == ORDER for line in run.lines) else "",
        f"{count(run.rows(DELETED), 'row')} deleted in the sheet" if run.rows(DELETED) else "",
        f"{count(run.rows(TYPED), 'row')} typed in by people" if run.rows(TYPED) else "",
        "a caller forgotten on request" if run.rows(FORGOTTEN) else "",
    ]
    said = listed([part for part in parts if part])
    return f"{said} (taken back)" if taken_back else said


def _earlier(left: int, noun: str) -> Page:
    return (Line(f"… {count(left, f'earlier {noun}')} (--verbose shows all)", Tone.QUIET),) if left else ()


def _result(lines: tuple[HistoryRow, ...], told: Past, desk: Desk) -> Result:
    shown = lines if desk.context.options.verbose else lines[-2 * MOST_LINES :]
    page = (*_earlier(len(lines) - len(shown), "change"), *lines_page(shown, desk, told.undone))
    return Result(_data(_runs(lines), lines, told), page)


def lines_page(lines: Iterable[HistoryRow], desk: Desk, undone: Collection[str] = ()) -> Page:
    """Lines of the history under the run they belong to."""
    page: Page = ()
    for run in _runs(lines):
        head = f"{run.name}, {_moment(run.at, desk)}, {run.who}"
        page = (*page, Line(f"{head} (taken back)" if run.name in undone else head, Tone.STRONG))
        page = (*page, _lines_table(run.lines, desk))
    return page


def _lines_table(lines: Sequence[HistoryRow], desk: Desk) -> Table:
    heads = (
        Head("Row"),
        Head("Column"),
        Head("Change", wrap=True),
        Head("Why", wrap=True, under=True),
        Head("By", under=True),
    )
    rows = [
        (
            line.key,
            column_said(line.column, desk.shop),
            _change(line, desk.now),
            Cell(line.why, Tone.QUIET),
            Cell(line.who if line.why in (TYPED, DELETED) else "", Tone.QUIET),
        )
        for line in lines
    ]
    return Table(heads, tuple(rows))


def column_said(name: str, shop: Shop) -> str:
    if name == ORDER:
        return "the order"
    return header_word(Column(name), shop.language) if name in _COLUMNS else name


def _change(line: HistoryRow, now: datetime) -> str:
    if line.column == ORDER:
        return f"{count(len(line.before.split()), 'row')} stood otherwise"
    if line.why == FORGOTTEN:
        return ""
    before, after = values(line)
    if before is None:
        return value_said(after, now)
    return f"{value_said(before, now)} → {value_said(after, now)}"


def _moment(text: str, desk: Desk) -> str:
    """A line's time on the shop's clock; one that somebody edited as it stands."""
    try:
        return when_said(datetime.fromisoformat(text).astimezone(desk.shop.zone), desk.now)
    except (ValueError, TypeError):
        return text


def _data(runs: Sequence[_Run], lines: Iterable[HistoryRow], told: Past) -> dict[str, Json]:
    return {
        "runs": [
            {
                "run": run.name,
                "at": run.at,
                "who": run.who,
                "cells": run.cells,
                "merged": run.rows(MERGED),
                "deleted": run.rows(DELETED),
                "undone": run.name in told.undone,
            }
            for run in runs
        ],
        "lines": line_entries(lines),
    }


def line_entries(lines: Iterable[HistoryRow]) -> list[Json]:
    """Lines of the history as objects; values as the history shows them."""
    return [
        {
            "at": line.at,
            "run": line.run,
            "key": line.key,
            "column": line.column,
            "before": line.before,
            "after": line.after,
            "why": line.why,
            "who": line.who,
        }
        for line in lines
    ]
