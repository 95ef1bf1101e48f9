"""``remind``: who is due, a line each, for a console or cron's mail."""

from __future__ import annotations

from callbacksheet.cli.command import Context, Result, command


@command("Every day")
def remind(context: Context) -> Result:
    """Tell who is due to be rung, a line each. Writes nothing; what is private on a row is not repeated."""
    from callbacksheet.cli.desk import look_at
    from callbacksheet.cli.entries import entries
    from callbacksheet.cli.page import Line, Tone
    from callbacksheet.cli.reminders import due_line, nothing_due

    desk, plan = look_at(context)
    due = [entry for entry in entries(plan, desk.now, desk.shop) if entry["due"]]
    rows = {callback.key: callback for callback in plan.queue}
    lines = tuple(Line(due_line(rows[str(entry["key"])], desk.now, desk.shop), Tone.WARN) for entry in due)
    return Result({"due": due}, lines or (nothing_due(plan.queue, desk.now),))
