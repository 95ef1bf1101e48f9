"""``remind``: whoever is to be told of a callback is told, once; without any address, who is due on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from callbacksheet.cli.command import Context, Result, command

if TYPE_CHECKING:
    from callbacksheet.cli.page import Page
    from callbacksheet.cli.quick import Glance


@command("Every day")
def remind(
    context: Context,
    unknown: Annotated[bool, typer.Option("--unknown", help="Only list the messages whose fate nobody knows.")] = False,
    resend: Annotated[
        str,
        typer.Option(
            "--resend", metavar="KEY", help="Send one of those again: its key or its row's.", show_default=False
        ),
    ] = "",
    scheduled: Annotated[
        bool,
        typer.Option("--scheduled", help="For cron: silent where nothing happens, and a sign of life in the sheet."),
    ] = False,
) -> Result:
    """Tell each person what is due for them, once. Cron runs it each minute.

    A message is claimed in the sheet before it is sent, so that no two machines send the same. Where nobody has an
    address yet, it tells here who is due and writes nothing.
    """
    if unknown:
        from callbacksheet.cli.sending import unknown_result

        return unknown_result(context)
    if resend:
        from callbacksheet.cli.sending import resent, send

        return send(context, resent(resend, context))
    if scheduled:
        from callbacksheet.cli.hush import hushed

        return hushed(context, lambda: _remind(context, scheduled=True))
    return _remind(context, scheduled=False)


def _remind(context: Context, *, scheduled: bool) -> Result:
    """One quick look; where that finds anything, the whole of it."""
    from callbacksheet.cli.quick import glance

    reachable = any(person.notify for person in context.settings.people.values())
    seen = glance(context, scheduled=scheduled and reachable)
    if seen.result:
        return seen.result
    if not reachable:
        return _on_screen(context, seen)
    from callbacksheet.cli.sending import send
    from callbacksheet.runs.remind import every_due

    return send(context, every_due, scheduled="cron" if scheduled else "", seen=seen)


def _on_screen(context: Context, seen: Glance) -> Result:
    """A line for each row that is due, by the look taken already."""
    from callbacksheet.cli.desk import open_desk
    from callbacksheet.cli.page import Line, Tone
    from callbacksheet.cli.reminded import due_entries
    from callbacksheet.cli.reminders import due_line, nothing_due
    from callbacksheet.core.due import is_due
    from callbacksheet.runs.tidy import queue_in

    desk = open_desk(context, look_only=True)
    plan = queue_in(seen.snapshot, desk.run, desk.shop)
    due = [callback for callback in plan.queue if is_due(callback, desk.now)]
    page: Page = tuple(Line(due_line(callback, desk.now, desk.shop), Tone.WARN) for callback in due)
    return Result({"due": due_entries(plan, desk.now, desk.shop)}, page or (nothing_due(plan.queue, desk.now),))
