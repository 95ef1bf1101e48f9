"""What a run of ``remind`` told whom: as data for programs, and as a page for people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from callbacksheet.cli.entries import entries
from callbacksheet.cli.envelope import Failure, Json
from callbacksheet.cli.page import Cell, Head, Line, Page, Table, Tone
from callbacksheet.cli.reminders import nothing_due
from callbacksheet.cli.saying import count, listed, when_said, who
from callbacksheet.core.agenda import Claim
from callbacksheet.core.callback import Callback
from callbacksheet.core.due import is_due
from callbacksheet.core.message import Kind
from callbacksheet.core.outbox import Entry, Fate
from callbacksheet.core.plan import Plan
from callbacksheet.core.reminders import Team
from callbacksheet.core.shop import Shop
from callbacksheet.errors import UnsentError
from callbacksheet.runs.remind import Reminded, Told

MOST_NAMES = 3

_WHAT = {
    Kind.BLOCK: "the list of the block",
    Kind.DIGEST: "what waited",
    Kind.END_OF_DAY: "what is left at the end of the day",
}


def due_entries(plan: Plan, now: datetime, shop: Shop) -> list[Json]:
    """Every callback that is due, as ``list`` has it."""
    return [entry for entry in entries(plan, now, shop) if entry["due"]]


def reminded_data(done: Reminded, now: datetime, shop: Shop) -> dict[str, Json]:
    """The run for programs."""
    return {
        "due": due_entries(done.plan, now, shop),
        "sent": _messages(done.told, Fate.SENT, shop),
        "failed": _messages(done.told, Fate.FAILED, shop),
        "unknown": _messages(done.told, Fate.HOLD, shop),
        "would_send": [message_entry(claim.entry, claim.due.callbacks, shop) for claim in done.meant],
        "requests": {"read": done.reads, "write": done.writes},
    }


def _messages(told: Sequence[Told], fate: Fate, shop: Shop) -> list[Json]:
    return [message_entry(one.entry, one.callbacks, shop) for one in told if one.entry.fate is fate]


def message_entry(entry: Entry, callbacks: Sequence[Callback], shop: Shop) -> dict[str, Json]:
    """One message: its key, of which rows it is, to whom and where."""
    return {
        "key": entry.key,
        "kind": entry.kind.value,
        "rows": [callback.key for callback in callbacks],
        "due": entry.mark.minute.astimezone(shop.zone).isoformat(),
        "recipient": entry.to,
        "channel": entry.shown,
        "fate": entry.fate.value,
        "tries": entry.tries,
        "why": entry.why,
    }


def reminded_page(done: Reminded, now: datetime, team: Team) -> Page:
    """A line a message, or how things stand where there is nothing new to tell."""
    sent = told_lines(done, now, team)
    meant = [Line(f"Would tell {_whom(claim.entry, team)}: {_of(claim, now)}.") for claim in done.meant]
    page = (*sent, *meant)
    return page if page or done.unsent else (_still(done.plan, now),)


def told_lines(done: Reminded, now: datetime, team: Team) -> Page:
    """A line for each message that went out."""
    sent = (told for told in done.told if told.entry.fate is Fate.SENT)
    return tuple(Line(f"Told {_whom(told.entry, team)}: {_what(told, now)}.") for told in sent)


def _still(plan: Plan, now: datetime) -> Line:
    due = [callback for callback in plan.queue if is_due(callback, now)]
    if not due:
        return nothing_due(plan.queue, now)
    are = "callback is" if len(due) == 1 else "callbacks are"
    return Line(f"Nothing new to tell: {len(due)} {are} due, and whom it concerns was told.")


def _whom(entry: Entry, team: Team) -> str:
    return f"{team.names.get(entry.to) or entry.to} ({entry.shown})"


def _what(told: Told, now: datetime) -> str:
    return _said(told.entry, told.callbacks, now)


def _of(claim: Claim, now: datetime) -> str:
    return _said(claim.entry, claim.due.callbacks, now)


def _said(entry: Entry, callbacks: Sequence[Callback], now: datetime) -> str:
    """ "Dana, due today 13:30"; a list by what it is and how long."""
    if entry.kind in _WHAT:
        return f"{_WHAT[entry.kind]}, {count(len(callbacks), 'callback')}"
    if len(callbacks) == 1 and callbacks[0].next_at:
        return f"{who(callbacks[0])}, due {when_said(callbacks[0].next_at, now)}"
    names = [who(callback) for callback in callbacks[:MOST_NAMES]]
    more = len(callbacks) - len(names)
    return listed([*names, *([f"{more} more"] if more > 0 else [])]) or "a message"


def failures(done: Reminded, now: datetime, team: Team) -> tuple[Failure, ...]:
    """What failed or is unknown in this run, a sentence each."""
    return tuple(_failure(told, now, team) for told in done.unsent)


def _failure(told: Told, now: datetime, team: Team) -> Failure:
    entry, what = told.entry, _what(told, now)
    why = f": {entry.why.rstrip('.')}" if entry.why else ""
    if entry.fate is Fate.HOLD:
        return Failure(
            UnsentError.code,
            f"Nobody can say whether {_whom(entry, team)} was told of {what}{why}. It is not sent again by itself.",
            f"Ask them; to send it again: `callbacksheet remind --resend {entry.key}`.",
        )
    then = "The next person was told, or will be." if entry.given_up else "The next run tries again."
    return Failure(
        UnsentError.code,
        f"{_whom(entry, team)} could not be told of {what}{why}. {then}",
        "Correct the address in the configuration if it stays so; `callbacksheet notify test` tries every one.",
    )


def unknown_page(found: Sequence[tuple[Entry, Sequence[Callback]]], now: datetime, team: Team) -> Page:
    """Every message whose fate nobody knows."""
    if not found:
        return (Line("The fate of every reminder is known.", Tone.GOOD),)
    heads = (Head("Key"), Head("To"), Head("Of", wrap=True), Head("Since"), Head("Where", under=True))
    rows = tuple(
        (
            entry.key,
            team.names.get(entry.to) or entry.to,
            _said(entry, rows, now),
            Cell(when_said(entry.at.astimezone(now.tzinfo), now), Tone.WARN),
            entry.shown,
        )
        for entry, rows in found
    )
    title = f"Nobody can say whether {'this was' if len(rows) == 1 else 'these were'} sent:"
    hint = "Ask whom it concerns. `callbacksheet remind --resend KEY` sends one again, on your word."
    return (Line(title, Tone.STRONG), Table(heads, rows), Line(hint, Tone.QUIET))
