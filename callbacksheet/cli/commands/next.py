"""``next``: the one caller to ring now, or next."""

from __future__ import annotations

from callbacksheet.cli.command import Context, Result, command


@command("Every day", name="next")
def next_row(context: Context) -> Result:
    """Show whom to ring next: the number, the reason, the wish and the notes. Writes nothing."""
    from callbacksheet.cli.desk import look_at
    from callbacksheet.cli.entries import entry_of, issues_of
    from callbacksheet.cli.queue_page import caller_page, first_open, next_line

    desk, plan = look_at(context)
    callback = first_open(plan.queue)
    if callback is None:
        return Result({"callback": None}, (next_line(plan.queue, desk.now, desk.shop),))
    return Result(
        {"callback": entry_of(callback, plan, desk.now, desk.shop)},
        caller_page(callback, desk.now, desk.shop),
        issues_of(plan, desk.shop, (callback,)),
    )
