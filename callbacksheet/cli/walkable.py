"""Whether there is a terminal on which a walk can be drawn and single keys be read."""

from __future__ import annotations

import importlib.util

from callbacksheet.cli.command import Context


def can_walk(context: Context) -> bool:
    """Not on one that cannot place its cursor; nor, so far, on Windows, where the list is printed."""
    simple = context.environ.get("TERM", "") in ("", "dumb")
    return (
        context.on_terminal
        and context.shell.keyboard is not None
        and not simple
        and importlib.util.find_spec("termios") is not None
    )
