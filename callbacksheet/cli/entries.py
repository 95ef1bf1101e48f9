"""Callbacks, their flags and their changes as programs read them (``--json``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from callbacksheet.cli.envelope import Json, RowIssue
from callbacksheet.core.batch import Arrange
from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import text_of
from callbacksheet.core.checks import sentence
from callbacksheet.core.due import is_due, is_overdue
from callbacksheet.core.model import CellValue, Column, Formula, Window
from callbacksheet.core.plan import Plan
from callbacksheet.core.stamp import updated_at
from callbacksheet.core.wish import Wish

if TYPE_CHECKING:
    from callbacksheet.core.history import Change
    from callbacksheet.core.merge import Merge
    from callbacksheet.core.shop import Shop

Entry = dict[str, Json]


def entries(plan: Plan, now: datetime, shop: Shop, *, written: bool = False) -> list[Entry]:
    """Every callback of the plan in queue order. ``written``: the plan stands in the sheet by now."""
    rows = row_numbers(plan, written=written)
    return [entry(c, n, rows[c.key], now, shop, plan) for n, c in enumerate(plan.queue, 1)]


def entry_of(callback: Callback, plan: Plan, now: datetime, shop: Shop, *, written: bool = False) -> Entry:
    """One callback of the plan."""
    position = next(n for n, one in enumerate(plan.queue, 1) if one.key == callback.key)
    return entry(callback, position, row_numbers(plan, written=written)[callback.key], now, shop, plan)


def entry(callback: Callback, position: int, row: int | None, now: datetime, shop: Shop, plan: Plan) -> Entry:
    """The callback as an object; every key is always there. Times are ISO 8601 with offset."""
    updated = updated_at(callback.cell(Column.UPDATED), now, shop)
    return {
        "key": callback.key,
        "position": position,
        "row": row,
        "received": callback.received_at.isoformat(),
        "name": callback.name,
        "phone": callback.phone.e164 if callback.phone else None,
        "extension": (callback.phone.extension or None) if callback.phone else None,
        "phone_text": callback.phone_text,
        "reason": callback.reason,
        "reason_key": callback.reason_key,
        "wish": callback.wish_text,
        "window": _window(callback),
        "urgency": callback.urgency.name.capitalize(),
        "status": callback.status.value,
        "next_callback": _iso(callback.next_at),
        "next_source": callback.next_source.value if callback.next_source else None,
        "owner": callback.owner,
        "attempts": callback.attempts,
        "calls": callback.facts.calls,
        "outcome": callback.outcome,
        "notes": callback.notes,
        "updated": _iso(updated),
        "by": text_of(callback.cell(Column.BY)),
        "flags": flags(callback),
        "due": is_due(callback, now),
        "overdue": is_overdue(callback, now),
        "promise": _iso(callback.promise_at),
        "extra": _extra(callback, plan),
    }


def flags(callback: Callback) -> list[str]:
    """The codes a row is told, each once, in the order of their sentences."""
    return list(dict.fromkeys(issue.code.value for issue in callback.issues))


def issues_of(
    plan: Plan, shop: Shop, callbacks: Iterable[Callback] | None = None, *, written: bool = False
) -> tuple[RowIssue, ...]:
    """What rows are told, in sentences; a row that is not in the sheet yet is named by its key."""
    rows = row_numbers(plan, written=written)
    return tuple(
        RowIssue(rows[callback.key] or callback.key, issue.code.value, sentence(issue, shop.language))
        for callback in (plan.queue if callbacks is None else callbacks)
        for issue in callback.issues
    )


def row_numbers(plan: Plan, *, written: bool = False) -> dict[str, int | None]:
    """Key -> row of the sheet, from 1: where it stands now. None for a row that only the plan has."""
    arranged = plan.batch and any(isinstance(request, Arrange) for request in plan.batch.requests)
    if written and arranged:
        first = plan.layout.first_row + 1
        return {callback.key: first + n for n, callback in enumerate(plan.queue)}
    return {c.key: None if c.row.incoming and not written else c.row.place + 1 for c in plan.queue}


def change_entries(changes: Iterable[Change]) -> list[Entry]:
    """Changed cells, as in ``data.changes``; ``row`` is the number as read, null for an added row."""
    return [
        {
            "row": change.row,
            "column": change.column,
            "before": plain(change.before),
            "after": plain(change.after),
            "why": change.why,
            "key": change.key,
        }
        for change in changes
    ]


def merge_entries(merges: Iterable[Merge]) -> Iterator[Entry]:
    """Which rows went into which; numbers as read, null where the row was added in this run."""
    for merge in merges:
        rows: list[Json] = [_as_read(one) for one in merge.absorbed]
        yield {
            "key": merge.survivor.key,
            "rows": rows,
            "into_row": _as_read(merge.survivor),
            "absorbed": [one.key for one in merge.absorbed],
            "why": why_merged(merge),
        }


def why_merged(merge: Merge) -> str:
    """The same caller, the same day, the same matter: which these were."""
    survivor = merge.survivor
    days = {one.received_at.date() for one in (survivor, *merge.absorbed)}
    same_day = "on the same day" if len(days) == 1 else "while the older row is open"
    caller = "number" if survivor.phone else "name"
    return f"the same {caller} about the same reason {same_day}"


def plain(value: CellValue) -> Json:
    """A cell's value in JSON: moments as the sheet holds them, without offset; a formula as its text."""
    match value:
        case datetime() | date() | time():
            return value.isoformat()
        case Formula():
            return value.text
        case _:
            return value


def _as_read(callback: Callback) -> int | None:
    return None if callback.row.incoming else callback.row.place + 1


def _window(callback: Callback) -> Entry | None:
    if callback.window is None:
        return None
    window: Window = callback.window
    sure = isinstance(callback.wish, Wish) and callback.wish.sure
    return {"start": window.start.isoformat(), "end": window.end.isoformat(), "sure": sure}


def _extra(callback: Callback, plan: Plan) -> Entry:
    """The team's own columns, empty ones as null; a formula as what it last showed."""
    own = {header: _shown(value) for header, value in callback.row.own}
    return {header: own.get(header) for _, header in plan.layout.extras}


def _shown(value: CellValue) -> Json:
    return plain(value.shown if isinstance(value, Formula) else value)


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
