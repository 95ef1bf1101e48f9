"""A callback block's list, after the sheet was tidied."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk
from callbacksheet.cli.entries import entries
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.people import person_meant
from callbacksheet.cli.queue_page import next_line, queue_table
from callbacksheet.cli.saying import count, when_said
from callbacksheet.cli.tidied import done_page, exit_code_of, tidied_data, tidied_issues
from callbacksheet.core.callback import Callback
from callbacksheet.core.model import Window
from callbacksheet.core.triage import block_at, for_block
from callbacksheet.errors import UsageError
from callbacksheet.runs.tidy import Tidied, tidy

_LENGTH = re.compile(r"(?:(\d+)h)?(?:(\d+)m?(?:in)?)?")
_LONGEST = timedelta(hours=24)


def span_of(length: str, until: str, desk: Desk) -> Window | None:
    """The time that --block or --until gives from now on; None where neither is given. Raises UsageError."""
    if length and until:
        raise UsageError("--block and --until say the same thing. Nothing was changed.", "Give one of them.")
    if length:
        return Window(desk.now, desk.now + _length(length))
    return Window(desk.now, _moment(until, desk.now)) if until else None


def _length(text: str) -> timedelta:
    """ "30m", "1h", "1h30m"; a bare number is minutes."""
    found = _LENGTH.fullmatch(text.strip().casefold().replace(" ", ""))
    length = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0)) if found else timedelta()
    if not timedelta() < length <= _LONGEST:
        raise UsageError(f"--block {text!r} is no length of time. Nothing was changed.", 'Write it like "30m" or "1h".')
    return length


def _moment(text: str, now: datetime) -> datetime:
    try:
        at = datetime.combine(now.date(), time.fromisoformat(text.strip().zfill(5)), now.tzinfo)
    except ValueError:
        raise UsageError(
            f"--until {text!r} is no time of day. Nothing was changed.", 'Write it like "12:00".'
        ) from None
    if at <= now:
        raise UsageError(f"--until {text} has passed: it is {now:%H:%M}. Nothing was changed.", "Give a later time.")
    return at


def whose(owner: str, context: Context, *, everybody: bool) -> str:
    """Whose rows are meant, "" for everybody's. Raises UsageError for initials nobody has."""
    if owner and everybody:
        raise UsageError("--owner and --all contradict each other. Nothing was changed.", "Give one of them.")
    return person_meant(owner, context.settings) if owner else ""


def listed(context: Context, desk: Desk, span: Window | None, owner: str) -> Result:
    """Tidy and list, without going through it. What a walk that was cut off had done is recorded first."""
    dry = context.options.dry_run
    with context.working(f"Tidying {desk.name}"):
        tidied, page = (tidy(desk.sheet, desk.run, desk.shop, desk.agree, dry=True), ()) if dry else _tidied(desk)
    block = span or block_at(desk.now, desk.shop)
    chosen = [one for one in for_block(tidied.plan.queue, block, desk.now) if _is_of(one, owner)]
    return Result(
        triaged_data(tidied, desk, block, chosen),
        (*page, *triaged_page(tidied, desk, block, chosen)),
        tidied_issues(tidied, desk),
        exit_code_of(tidied),
    )


def _tidied(desk: Desk) -> tuple[Tidied, Page]:
    from callbacksheet.cli.walk.recovered import cut_off, tidied_with

    cut = cut_off(desk.context)
    if not cut.found:
        return tidy(desk.sheet, desk.run, desk.shop, desk.agree), ()
    done = tidied_with(desk, cut, None, desk.run.operator)
    left = cut.recorded(done)
    for journal in left.values():
        journal.close(done=False)
    lines = [Line(f"{count(cut.waiting, 'action')} of a walk that was cut off: in the sheet now.", Tone.GOOD)]
    if done.overtaken:
        rows = count(len(done.overtaken), "action")
        lines.append(
            Line(f"{rows} left out, since those rows were changed meanwhile; the next walk asks about it.", Tone.WARN)
        )
    tidied = Tidied(done.plan, bool(done.written), done.left_out, writes=done.written)
    return tidied, tuple(lines) if cut.waiting or done.overtaken else ()


def _is_of(callback: Callback, owner: str) -> bool:
    return not owner or callback.owner.casefold() == owner.casefold()


def triaged_data(tidied: Tidied, desk: Desk, block: Window | None, chosen: list[Callback]) -> dict[str, Json]:
    """What tidying did, the block, and its list."""
    keys = {callback.key for callback in chosen}
    every = entries(tidied.plan, desk.now, desk.shop, written=tidied.written)
    return {
        **tidied_data(tidied, desk),
        "block": {"start": block.start.isoformat(), "end": block.end.isoformat()} if block else None,
        "callbacks": [entry for entry in every if entry["key"] in keys],
    }


def triaged_page(tidied: Tidied, desk: Desk, block: Window | None, chosen: list[Callback]) -> Page:
    """What changed, then whom to ring in this block."""
    keys = {callback.key for callback in chosen}
    positions = [(n, one) for n, one in enumerate(tidied.plan.queue, 1) if one.key in keys]
    nobody = next_line(tidied.plan.queue, desk.now, desk.shop)
    return (
        *done_page(tidied, desk),
        Line(),
        Line(_title(block, len(chosen), desk), Tone.STRONG),
        queue_table(positions, desk.now, desk.shop) if chosen else nobody,
    )


def _title(block: Window | None, chosen: int, desk: Desk) -> str:
    if block is None:
        return f"Due now: {chosen or 'nobody'}. (No blocks are configured.)"
    now = desk.now
    which = "This block" if block.start <= now else "The next block"
    return f"{which}, {when_said(block.start, now)}-{block.end:%H:%M}: {count(chosen, 'caller')} to ring."
