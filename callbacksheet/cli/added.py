"""A call taken at the desk: its cells, its way into the sheet, and what is read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.entries import entry_of, issues_of
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.options import read_moment
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.saying import readback, who
from callbacksheet.cli.tidied import exit_code_of, tidied_data
from callbacksheet.core.checks import sentence
from callbacksheet.core.model import CellValue, Code, Column
from callbacksheet.runs import intake

_COLUMNS = {"best": Column.BEST_TIME}


def cells_of(typed: Mapping[str, str]) -> dict[Column, CellValue]:
    """What was said, in its columns; what was not said is left out."""
    return {_COLUMNS.get(word) or Column(word): text.strip() for word, text in typed.items() if text.strip()}


def received_at(context: Context, text: str) -> dict[Column, CellValue]:
    """When the call came in, if it was not now. Raises UsageError."""
    if not text:
        return {}
    return {Column.RECEIVED: read_moment(text, context.settings.shop.zone, "--received").replace(tzinfo=None)}


def added_result(context: Context, typed: Mapping[Column, CellValue]) -> Result:
    """Write the call down and tell what became of it."""
    dry = context.options.dry_run
    desk = open_desk(context, look_only=dry)
    with context.working(f"Writing to {desk.name}"):
        added = intake.add(desk.sheet, typed, desk.run, desk.shop, desk.agree, dry=dry)
    plan = added.tidied.plan
    data: dict[str, Json] = {
        "callback": entry_of(added.callback, plan, desk.now, desk.shop, written=added.tidied.written),
        "joined": added.joined,
        "readback": readback(added.callback, desk.now, desk.shop),
        "written": added.tidied.written,
        "run": tidied_data(added.tidied, desk)["run"],
    }
    issues = issues_of(plan, desk.shop, (added.callback,), written=added.tidied.written)
    return Result(data, _page(added, desk), issues, exit_code_of(added.tidied))


def _page(added: intake.Added, desk: Desk) -> Page:
    callback = added.callback
    said = [sentence(issue, desk.shop.language) for issue in callback.issues]
    lines = [Line(readback(callback, desk.now, desk.shop), Tone.STRONG)]
    if added.joined:
        lines.append(Line(_joined(added, desk.now), Tone.GOOD))
    lines += [Line(text, Tone.WARN) for text in said]
    if not added.tidied.written:
        lines.append(Line("Nothing was written.", Tone.QUIET))
    return tuple(lines)


def _joined(added: intake.Added, now: datetime) -> str:
    callback = added.callback
    today = callback.received_at.date() == now.date()
    day = "today" if today else f"of {callback.received_at:%A} {callback.received_at.day} {callback.received_at:%B}"
    again = ", and is open again" if callback.told(Code.REOPENED) else ""
    calls = callback.facts.calls
    return f"{who(callback)} already had a row about this {day}: it now counts {calls} calls{again}."
