"""``demo``: a sample day in a workbook of its own, tidied before your eyes."""

from __future__ import annotations

from callbacksheet.cli.command import Context, Result, command


@command("Setting up")
def demo(context: Context) -> Result:
    """Write a salon's sample day into ./demo, tidy it, and show what changed, the queue and who is next.

    Run again it starts afresh. A file that it did not write is never touched.
    """
    from callbacksheet.cli.demonstrated import demonstrate

    return demonstrate(context)
