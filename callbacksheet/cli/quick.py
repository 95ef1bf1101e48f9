"""``remind`` when there is nobody to tell, as it is nearly each minute: one look, and little else is even loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Tone
from callbacksheet.core.quiet import Ahead, nothing_now
from callbacksheet.wiring import sheet_of

if TYPE_CHECKING:
    from callbacksheet.core.snapshot import Snapshot
    from callbacksheet.ports import Sheet


@dataclass(frozen=True, slots=True)
class Glance:
    """One look: what is to be said if nobody is to be told anything; else what was seen, for those who go on."""

    sheet: Sheet
    snapshot: Snapshot
    result: Result | None


def glance(context: Context, *, scheduled: bool) -> Glance:
    """Look once. ``scheduled``: say nothing, and see whether the sign of life in the sheet is fresh."""
    sheet = sheet_of(context.settings, look_only=True, pause=context.shell.pause)
    snapshot = sheet.read()
    ahead = nothing_now(snapshot, context.now, context.settings.shop)
    if ahead is None or (scheduled and _wants_sign(ahead, context)):
        return Glance(sheet, snapshot, None)
    data: dict[str, Json] = {name: [] for name in ("due", "sent", "failed", "unknown", "would_send")}
    data["requests"] = {"read": 1, "write": 0}
    return Glance(sheet, snapshot, Result(data, () if scheduled else (_line(ahead, context),)))


def _wants_sign(ahead: Ahead, context: Context) -> bool:
    from callbacksheet.core.heartbeat import is_stale, last_heartbeat

    return is_stale(last_heartbeat(ahead.state), context.now)


def _line(ahead: Ahead, context: Context) -> Line:
    from callbacksheet.cli.saying import when_said

    if ahead.next_at is None:
        return Line("Nobody is due.", Tone.GOOD)
    return Line(f"Nobody is due. Next is {ahead.name}, {when_said(ahead.next_at, context.now)}.", Tone.GOOD)
