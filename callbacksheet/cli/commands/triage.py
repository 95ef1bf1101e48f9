"""``triage``: the sheet tidied, then the callers of this block, one at a time on the screen, or as a list."""

from __future__ import annotations

from typing import Annotated

import typer

from callbacksheet.cli.command import Context, Result, command


@command("Every day")
def triage(
    context: Context,
    block: Annotated[
        str, typer.Option("--block", metavar="LENGTH", help='How long to go on, like "30m"; else as the block lasts.')
    ] = "",
    until: Annotated[str, typer.Option("--until", metavar="TIME", help='Until when, like "12:00".')] = "",
    owner: Annotated[
        str, typer.Option("--owner", metavar="INITIALS", help="Only the rows that this person answers for.")
    ] = "",
    everybody: Annotated[bool, typer.Option("--all", help="Everybody's rows, as without --owner.")] = False,
    no_walk: Annotated[bool, typer.Option("--no-walk", help="Only the list, without going through it.")] = False,
) -> Result:
    """Tidy, then go through this block's callers: all that fall due before it ends, one card at a time.

    One key says what came of a call; `?` shows the keys. It stops before the next caller when the time is over. Without
    a terminal, with --no-walk, --json or --dry-run it prints the list.
    """
    from callbacksheet.cli.desk import open_desk
    from callbacksheet.cli.triaged import listed, span_of, whose
    from callbacksheet.cli.walkable import can_walk

    desk = open_desk(context, look_only=context.options.dry_run)
    span = span_of(block, until, desk)
    person = whose(owner, context, everybody=everybody)
    if no_walk or context.options.dry_run or not can_walk(context):
        return listed(context, desk, span, person)
    from callbacksheet.cli.walk.start import walk_through
    from callbacksheet.core.triage import block_end

    return walk_through(context, desk, span.end if span else block_end(desk.now, desk.shop), person)
