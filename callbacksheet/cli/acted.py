"""Something done about a row: who asks, which row, what words mean, and what is said of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.entries import change_entries, entry_of, issues_of
from callbacksheet.cli.envelope import PARTLY, Json
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.rows import called, one_row
from callbacksheet.cli.saying import listed, number, when_said, who
from callbacksheet.cli.tidied import exit_code_of
from callbacksheet.core.callback import Callback
from callbacksheet.core.checks import sentence
from callbacksheet.core.deeds import Deed, in_the_way
from callbacksheet.core.headers import header_word
from callbacksheet.core.hours import before, callable_at, is_open
from callbacksheet.core.model import Issue
from callbacksheet.core.plan import Plan
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import State
from callbacksheet.core.wish import WishKind, parse_next
from callbacksheet.errors import RefusedError, UsageError
from callbacksheet.runs.deeds import Acted, Chosen, act


@dataclass(frozen=True, slots=True)
class Found:
    """The row that is meant, and what the deed may look at."""

    callback: Callback
    state: State
    desk: Desk


@dataclass(frozen=True, slots=True)
class Doing:
    """One deed or one memo about a row, and the sentence that tells it; ``{next}`` is where it stands then."""

    says: str
    deed: Deed | None = None
    memo: StateRow | None = None


def acted(context: Context, row: str, decide: Callable[[Found], Doing]) -> Result:
    """Do one thing about one row and tell it. Raises UsageError where no one row is meant."""
    dry = context.options.dry_run
    desk = open_desk(context, look_only=dry)
    said: list[str] = []

    def choose(plan: Plan, state: State) -> Chosen:
        callback = one_row(row, plan.queue, desk.shop)
        doing = decide(Found(callback, state, desk))
        if doing.deed:
            _can_be_done(callback, doing.deed, desk)
        said.append(doing.says)
        return Chosen((doing.deed,) if doing.deed else (), (doing.memo,) if doing.memo else ())

    with context.working(f"Writing to {desk.name}"):
        done = act(desk.sheet, choose, desk.run, desk.shop, desk.agree, dry=dry)
    if done.tidied.plan.overtaken:
        raise RefusedError(
            f"Somebody changed or deleted the row “{row}” at this very moment. Nothing was recorded for it.",
            "Look at it with `callbacksheet who`, then do it again.",
        )
    return _result(done, said[-1], desk)


def _can_be_done(callback: Callback, deed: Deed, desk: Desk) -> None:
    """Raises UsageError where a formula stands in a cell that the deed must write."""
    if columns := in_the_way(callback, deed):
        named = listed([header_word(column, desk.shop.language) for column in columns])
        raise UsageError(
            f"{called(callback)}: a formula stands in {named}, and formulas are never written over. "
            "Nothing was recorded.",
            "Type a value there instead of the formula, then do it again.",
        )


def _result(done: Acted, says: str, desk: Desk) -> Result:
    plan, shop, written = done.tidied.plan, desk.shop, done.tidied.written
    callbacks = done.callbacks
    callback = callbacks[0] if callbacks else None
    changes = [change for change in plan.changes if callback and change.key == callback.key]
    data: dict[str, Json] = {
        "callback": entry_of(callback, plan, desk.now, shop, written=written) if callback else None,
        "changes": change_entries(changes),
        "written": written,
        "run": None if plan.empty else plan.run,
    }
    issues = issues_of(plan, shop, callbacks, written=written)
    code = PARTLY if done.tidied.left_out else exit_code_of(done.tidied)
    return Result(data, _page(done, callback, says, desk), issues, code)


def _page(done: Acted, callback: Callback | None, says: str, desk: Desk) -> Page:
    plan = done.tidied.plan
    lines = [Line(f"{says} {standing(callback, desk.now) if callback else ''}".strip(), Tone.GOOD)]
    if callback and callback.typed_next_at and callback.open and not is_open(callback.typed_next_at, desk.shop):
        lines.append(Line("That is outside business hours.", Tone.WARN))
    lines += [Line(sentence(issue, desk.shop.language), Tone.WARN) for issue in (callback.issues if callback else ())]
    others = len({change.key for change in plan.changes} - ({callback.key} if callback else set()))
    if others:
        rows = "One other row was" if others == 1 else f"{others} other rows were"
        lines.append(Line(f"{rows} tidied in the same run.", Tone.QUIET))
    if done.tidied.written and done.chosen.deeds:
        lines.append(Line(f"This was run {plan.run}; `callbacksheet undo` takes it back.", Tone.QUIET))
    elif not done.tidied.written:
        lines.append(Line("Nothing was written.", Tone.QUIET))
    return tuple(lines)


def standing(callback: Callback, now: datetime) -> str:
    """Where the row stands now: "Waiting, next today 15:00."; "Done: booked Fri 15:00." """
    if not callback.open:
        return f"Done: {callback.outcome or callback.notes}." if callback.outcome or callback.notes else "Done."
    at = f", next {when_said(callback.next_at, now)}" if callback.next_at else ""
    owner = f", {callback.owner} answers for it" if callback.owner else ""
    return f"{callback.status.value}{at}{owner}."


def caller(callback: Callback) -> str:
    """Who the row is about, with the number: "Dana, +1 415-555-0142"."""
    return ", ".join(dict.fromkeys(part for part in (who(callback), number(callback)) if part))


def moment_meant(text: str, now: datetime, shop: Shop) -> datetime:
    """A next time as people say it ("tomorrow 17:15", "asap"). Raises UsageError for one unclear or past."""
    read = parse_next(text, now, now, shop)
    example = 'Say it like "today 15:30", "tomorrow 17:15", "Mon 10:00" or "2026-11-23 10:00".'
    if isinstance(read, Issue):
        raise UsageError(f"“{text}” cannot be read as a time. Nothing was changed.", example)
    if not read.sure:
        raise UsageError(f"“{text}” can be read in more than one way. Nothing was changed.", example)
    at = read.windows[0].start if read.kind is WishKind.TIMED else callable_at(now, shop)
    if before(at, now):
        raise UsageError(f"“{text}” is {when_said(at, now)}, which has passed. Nothing was changed.", example)
    return at


def signed(found: Found) -> str:
    """The operator's initials, as the configuration writes them.

    Raises UsageError where nobody says who is asking: no deed goes unsigned.
    """
    initials = found.desk.run.operator
    if not initials:
        raise UsageError(
            "Nobody said whose initials to sign with. Nothing was changed.",
            'Add --as and your initials, or set operator = "MK" in the configuration.',
        )
    known = (one for one in found.desk.context.settings.people if one.casefold() == initials.casefold())
    return next(known, initials)


def still_open(callback: Callback) -> Callback:
    """The row, where it is open. Raises UsageError for one that is Done."""
    if not callback.open:
        raise UsageError(
            f"{called(callback)} is Done already. Nothing was changed.",
            f"`callbacksheet schedule {callback.key} WHEN` opens it again.",
        )
    return callback


def with_note(deed: Deed, note: str) -> Deed:
    return replace(deed, note=note.strip()) if note.strip() else deed
