"""The callback blocks told: as a list with what falls due in each, or as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, look_at
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Head, Line, Table, Tone, Verbatim
from callbacksheet.cli.saying import count
from callbacksheet.config import GooglePlace, Settings
from callbacksheet.core.hours import before, blocks_on
from callbacksheet.core.model import Window
from callbacksheet.core.plan import Plan
from callbacksheet.errors import SetupError

_DAYS = 7


def blocks_listed(context: Context) -> Result:
    """The blocks of a week, with how many callbacks fall due in each."""
    desk, plan = look_at(context)
    coming = list(_coming(desk))
    told: list[Json] = [
        {"start": block.start.isoformat(), "end": block.end.isoformat(), "due": _due(plan, block)} for block in coming
    ]
    rows = tuple((f"{b.start:%a %d %b}", f"{b.start:%H:%M}–{b.end:%H:%M}", str(_due(plan, b) or "")) for b in coming)
    table = Table((Head("Day"), Head("Block"), Head("Due then", right=True)), rows)
    return Result({"blocks": told}, (table,))


def _coming(desk: Desk) -> Iterator[Window]:
    for days in range(_DAYS):
        for block in blocks_on(desk.shop, desk.now.date() + timedelta(days=days)):
            if before(desk.now, block.end):
                yield block


def _due(plan: Plan, block: Window) -> int:
    return sum(c.open and c.next_at is not None and block.start <= c.next_at < block.end for c in plan.queue)


def blocks_as_calendar(context: Context, out: Path | None) -> Result:
    """The calendar's text on stdout, or in a file. Raises SetupError for a place that cannot be written."""
    from callbacksheet.cli.calendar import calendar_of

    shop = context.settings.shop
    text = calendar_of(shop, context.now, _sheet_name(context.settings))
    data: dict[str, Json] = {"ics": text, "file": str(out) if out else None}
    if out is None:
        return Result(data, (Verbatim(text),))
    try:
        (context.cwd / out).write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise SetupError(
            f"{out} cannot be written ({error.strerror}). Nothing was written.", "Name another --out."
        ) from error
    how = "Import it into Google Calendar, Outlook or Thunderbird; importing it again changes, and doubles nothing."
    return Result(
        data,
        (Line(f"{count(len(shop.blocks), 'block')} written to {out}.", Tone.GOOD), Line(how, Tone.QUIET)),
    )


def _sheet_name(settings: Settings) -> str:
    """What tells one desk's calendar from another's."""
    place = settings.sheet
    return place.url if isinstance(place, GooglePlace) else place.path.name
