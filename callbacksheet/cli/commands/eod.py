"""``eod``: at the end of a day, the rows that should not be left as they are."""

from __future__ import annotations

from callbacksheet.cli.command import Context, Result, command


@command("Every day")
def eod(context: Context) -> Result:
    """Name every row that should not be left so: due, without a next time, New for too long, Done without an outcome.

    The list goes to the head too. Exit code 3 where anything is left, 0 and one line where nothing is.
    """
    from callbacksheet.cli.day_end import day_end_result

    return day_end_result(context)
