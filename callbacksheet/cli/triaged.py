"""A callback block's list, after the sheet was tidied."""

from __future__ import annotations

from callbacksheet.cli.desk import Desk
from callbacksheet.cli.entries import entries
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.queue_page import next_line, queue_table
from callbacksheet.cli.saying import count, when_said
from callbacksheet.cli.tidied import done_page, tidied_data
from callbacksheet.core.callback import Callback
from callbacksheet.core.model import Window
from callbacksheet.core.triage import block_at, for_block
from callbacksheet.runs.tidy import Tidied


def _chosen(tidied: Tidied, desk: Desk) -> tuple[Window | None, list[Callback]]:
    block = block_at(desk.now, desk.shop)
    return block, for_block(tidied.plan.queue, block, desk.now)


def triaged_data(tidied: Tidied, desk: Desk) -> dict[str, Json]:
    """What tidying did, the block, and its list."""
    block, chosen = _chosen(tidied, desk)
    keys = {callback.key for callback in chosen}
    every = entries(tidied.plan, desk.now, desk.shop, written=tidied.written)
    return {
        **tidied_data(tidied, desk),
        "block": {"start": block.start.isoformat(), "end": block.end.isoformat()} if block else None,
        "callbacks": [entry for entry in every if entry["key"] in keys],
    }


def triaged_page(tidied: Tidied, desk: Desk, *, walk: bool) -> Page:
    """What changed, then whom to ring in this block."""
    block, chosen = _chosen(tidied, desk)
    keys = {callback.key for callback in chosen}
    positions = [(n, one) for n, one in enumerate(tidied.plan.queue, 1) if one.key in keys]
    nobody = next_line(tidied.plan.queue, desk.now, desk.shop)
    later = Line("Going through it one caller at a time comes with a later version.", Tone.QUIET)
    return (
        *done_page(tidied, desk),
        Line(),
        Line(_title(block, len(chosen), desk), Tone.STRONG),
        queue_table(positions, desk.now, desk.shop) if chosen else nobody,
        *((later,) if walk else ()),
    )


def _title(block: Window | None, chosen: int, desk: Desk) -> str:
    if block is None:
        return f"Due now: {chosen or 'nobody'}. (No blocks are configured.)"
    now = desk.now
    which = "This block" if block.start <= now else "The next block"
    return f"{which}, {when_said(block.start, now)}-{block.end:%H:%M}: {count(chosen, 'caller')} to ring."
