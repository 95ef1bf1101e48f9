"""``offer``: what to offer a caller who has no time in mind."""

from __future__ import annotations

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.cli.envelope import Json


@command("At the phone")
def offer(context: Context) -> Result:
    """Tell two windows of two hours, inside hours, in which the fewest callbacks are due."""
    from callbacksheet.cli.desk import look_at
    from callbacksheet.cli.page import Line, Tone
    from callbacksheet.cli.saying import count, when_said
    from callbacksheet.core.offer import offers

    desk, plan = look_at(context)
    found = offers(plan.queue, desk.now, desk.shop)
    told: list[Json] = [
        {"start": one.window.start.isoformat(), "end": one.window.end.isoformat(), "load": one.load} for one in found
    ]
    lines = tuple(
        Line(f"{when_said(one.window.start, desk.now)}–{one.window.end:%H:%M}, {count(one.load, 'callback')} due then")
        for one in found
    )
    return Result(
        {"offers": told}, lines or (Line("No two open hours are left in the next two open days.", Tone.WARN),)
    )
