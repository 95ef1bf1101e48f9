"""The queue on screen: a table of rows, what rows are told, and one caller in full."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime

from callbacksheet.cli.page import Cell, Head, Line, Page, Table, Tone
from callbacksheet.cli.saying import about, count, distance_said, number, when_said, who
from callbacksheet.core.callback import Callback
from callbacksheet.core.checks import sentence
from callbacksheet.core.due import is_due, is_overdue
from callbacksheet.core.model import Status, Urgency
from callbacksheet.core.plan import Plan
from callbacksheet.core.shop import Shop

MOST_LINES = 20
"""Lines of a table that may be long, unless --verbose."""
MOST_ROWS = 100
"""Rows of the queue on screen; more than anybody rings in a day."""

_HEADS = (
    Head("#", right=True),
    Head("When"),
    Head("Who", wrap=True),
    Head("Phone", under=True),
    Head("About", wrap=True),
    Head("Wish", wrap=True, under=True),
    Head("Status"),
    Head("Urgency", under=True),
    Head("Owner", under=True),
)


def list_page(
    chosen: Sequence[tuple[int, Callback]], plan: Plan, now: datetime, shop: Shop, *, verbose: bool = False
) -> Page:
    """The rows, what they are told, and whether the sheet stands so already."""
    if not chosen:
        nobody = "Nobody is waiting: no row is open." if plan.queue else "The tab has no rows yet."
        return (Line(nobody, Tone.GOOD), *pending_line(plan))
    shown = chosen if verbose else chosen[:MOST_ROWS]
    told = told_table([callback for _, callback in shown], shop)
    return (
        queue_table(shown, now, shop),
        *more(len(chosen) - len(shown)),
        *((Line(), *told) if told else ()),
        *pending_line(plan),
    )


def queue_table(callbacks: Sequence[tuple[int, Callback]], now: datetime, shop: Shop) -> Table:
    """Rows with their positions in the queue."""
    rows = [_row(position, callback, now, shop) for position, callback in callbacks]
    used = [n for n, head in enumerate(_HEADS) if not head.under or any(_text(row[n]) for row in rows)]
    return Table(tuple(_HEADS[n] for n in used), tuple(tuple(row[n] for n in used) for row in rows))


def _text(cell: Cell | str) -> str:
    return cell if isinstance(cell, str) else cell.text


def _row(position: int, callback: Callback, now: datetime, shop: Shop) -> tuple[Cell | str, ...]:
    wish = f"“{callback.wish_text}”" if callback.wish_text else ""
    high = callback.urgency is Urgency.HIGH
    urgency = "" if callback.urgency is Urgency.NORMAL else callback.urgency.name.capitalize()
    return (
        str(position),
        Cell(when_said(callback.next_at, now) if callback.next_at and callback.open else "", _tone(callback, now)),
        Cell(callback.name or "no name", Tone.PLAIN if callback.name else Tone.QUIET),
        number(callback),
        about(callback, shop),
        Cell(wish, Tone.QUIET),
        Cell(callback.status.value, Tone.QUIET if callback.status is Status.DONE else Tone.PLAIN),
        Cell(urgency, Tone.WARN if high else Tone.QUIET),
        callback.owner,
    )


def _tone(callback: Callback, now: datetime) -> Tone:
    if is_overdue(callback, now):
        return Tone.BAD
    return Tone.WARN if is_due(callback, now) else Tone.PLAIN


def told_table(callbacks: Sequence[Callback], shop: Shop, most: int = sys.maxsize) -> Page:
    """What rows are told, a sentence each; nothing where all is well."""
    told = [(callback, issue) for callback in callbacks for issue in callback.issues]
    if not told:
        return ()
    shown = told[:most]
    last = ""
    rows: list[tuple[Cell | str, ...]] = []
    for callback, issue in shown:
        rows.append(("" if callback.key == last else who(callback), sentence(issue, shop.language)))
        last = callback.key
    return (Table((Head("To look at"), Head("Check", wrap=True)), tuple(rows)), *more(len(told) - len(shown)))


def more(left: int) -> Page:
    """The line that stands for lines left out."""
    return (Line(f"… and {left:,} more (--verbose shows all)", Tone.QUIET),) if left else ()


def pending_line(plan: Plan) -> Page:
    """Whether the sheet differs from what was just shown."""
    if plan.empty:
        return ()
    parts = [
        count(len(plan.changes), "cell") + " to write" if plan.changes else "",
        count(sum(len(merge.absorbed) for merge in plan.merges), "row") + " to merge" if plan.merges else "",
        count(plan.moved, "row") + " to move" if plan.moved else "",
    ]
    what = ", ".join(part for part in parts if part) or "something to write down"
    return (Line(f"The sheet is not up to date yet: {what}. `callbacksheet tidy` does it.", Tone.WARN),)


def first_open(queue: Sequence[Callback]) -> Callback | None:
    """Whom to ring next; None where nobody waits."""
    return next((callback for callback in queue if callback.open), None)


def next_line(queue: Sequence[Callback], now: datetime, shop: Shop) -> Line:
    """Who is next, in one sentence."""
    callback = first_open(queue)
    if callback is None:
        return Line("Nobody is waiting: no row is open.", Tone.GOOD)
    return Line(f"Next: {_call(callback, shop)}, {_time(callback, now)}.", Tone.STRONG)


def caller_page(callback: Callback, now: datetime, shop: Shop) -> Page:
    """One caller in full, for whoever is about to ring."""
    if is_due(callback, now):
        opening = f"Ring {_call(callback, shop)}: due since {when_said(callback.next_at or now, now)}."
    else:
        opening = f"Next is {_call(callback, shop)}, {_time(callback, now)}."
    if callback.next_at == now:
        opening = f"Ring {_call(callback, shop)}: due now."
    facts = [
        f"Wish: “{callback.wish_text}”" if callback.wish_text else "",
        f"Notes: {callback.notes}" if callback.notes else "",
        f"Last outcome: {callback.outcome}" if callback.outcome else "",
        _counted(callback),
        f"Owner: {callback.owner}" if callback.owner else "",
    ]
    return (
        Line(opening, Tone.STRONG),
        *(Line(fact, indent=2) for fact in facts if fact),
        *(Line(sentence(issue, shop.language), Tone.WARN, indent=2) for issue in callback.issues),
    )


def _call(callback: Callback, shop: Shop) -> str:
    phone = number(callback) or "no number"
    named = f"{callback.name}, {phone}" if callback.name else phone
    return f"{named}, about {about(callback, shop)}"


def _time(callback: Callback, now: datetime) -> str:
    if callback.next_at is None:
        return "any time"
    return f"{when_said(callback.next_at, now)} ({distance_said(callback.next_at, now)})"


def _counted(callback: Callback) -> str:
    calls = f"rang {callback.facts.calls} times" if callback.facts.calls > 1 else ""
    tries = f"tried {count(callback.attempts, 'time')}" if callback.attempts else ""
    urgent = f"urgency {callback.urgency.name.capitalize()}" if callback.urgency is not Urgency.NORMAL else ""
    said = ", ".join(part for part in (urgent, calls, tries) if part)
    return said[:1].upper() + said[1:]
