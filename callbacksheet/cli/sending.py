"""Sending from the command line: one run at a time on a machine, what came of it told, failures on the error stream."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.envelope import Failure, Json, failures_of
from callbacksheet.cli.page import Line, Page
from callbacksheet.cli.reminded import (
    failures,
    message_entry,
    reminded_data,
    reminded_page,
    unknown_page,
)
from callbacksheet.core.agenda import Agenda, Sender
from callbacksheet.core.callback import Callback
from callbacksheet.core.heartbeat import Heartbeat
from callbacksheet.core.outbox import Entry, Fate, Logged, Step, next_step, read_outbox
from callbacksheet.core.reminders import Scene
from callbacksheet.core.resend import agenda_again
from callbacksheet.core.state import State, state_of
from callbacksheet.errors import RefusedError, UnsentError
from callbacksheet.runs.remind import Choose, Reminded, remind
from callbacksheet.runs.tidy import queue_in
from callbacksheet.wiring import post_of, reminding, sole_sender

if TYPE_CHECKING:
    from callbacksheet.cli.quick import Glance
    from callbacksheet.core.snapshot import Snapshot

NOTHING: dict[str, Json] = {
    **{name: [] for name in ("due", "sent", "failed", "unknown", "would_send")},
    "requests": {"read": 0, "write": 0},
}
BUSY = "Another run is under way on this machine and tells who is due; this one did nothing."


def send(context: Context, choose: Choose, *, scheduled: str = "", seen: Glance | None = None) -> Result:
    """Send what is chosen, and tell what came of it. ``scheduled``: "cron" or "run", whose sign of life is left.

    ``seen`` is a look taken already.
    """
    with sole_sender(context.settings, context.environ) as sole:
        if not sole:
            return Result({**NOTHING, "busy": True}, () if scheduled else (Line(BUSY),))
        desk, done = send_with(context, choose, scheduled=scheduled, seen=seen)
    return told_result(context, desk, done, silent=bool(scheduled))


def send_with(
    context: Context, choose: Choose, *, scheduled: str = "", seen: Glance | None = None
) -> tuple[Desk, Reminded]:
    """The same by whoever holds the lock already."""
    dry = context.options.dry_run
    desk = open_desk(context, look_only=dry)
    first: Snapshot | None = None
    if seen and desk.on_google:  # a workbook is read again, since somebody may have it open by now
        desk, first = replace(desk, sheet=seen.sheet), seen.snapshot
    post = post_of(context.settings, context.environ, _screen(context), pause=context.shell.pause)
    sign = heartbeat_of(desk, scheduled) if scheduled else None
    with context.working(f"Looking who is to be told from {desk.name}"):
        told_to = reminding(context.settings)
        return desk, remind(desk.sheet, desk.run, told_to, post, choose, heartbeat=sign, first=first, dry=dry)


def heartbeat_of(desk: Desk, how: str) -> Heartbeat:
    return Heartbeat(desk.now, how, platform.node() or "this machine")


def _screen(context: Context) -> Callable[[str], None]:
    """Where messages to ``console:`` appear; with ``--json`` beside the envelope, not in it."""

    def write(text: str) -> None:
        stream = context.shell.err if context.shell.json else context.shell.out
        stream.write(text)
        stream.flush()

    return write


def told_result(context: Context, desk: Desk, done: Reminded, *, silent: bool = False) -> Result:
    """What a run did, for people and programs; what failed goes to the error stream, where cron mails it from."""
    team = reminding(context.settings).team
    wrong = failures(done, desk.now, team)
    refused = failures_of(done.refused) if done.refused else ()
    complain(context, (*wrong, *refused))
    data = reminded_data(done, desk.now, desk.shop)
    page = () if silent else reminded_page(done, desk.now, team)
    code = UnsentError.exit_code if wrong else (RefusedError.exit_code if refused else 0)
    return Result(data, page, exit_code=code, errors=(*wrong, *refused))


def complain(context: Context, wrong: Sequence[Failure]) -> None:
    if not context.shell.json:
        for failure in wrong:
            context.say(f"{failure.message} {failure.next}".strip())


def unknown_result(context: Context) -> Result:
    """Every message whose fate nobody knows: held ones, and claims that were never seen through."""
    desk = open_desk(context, look_only=True)
    snapshot = desk.sheet.read()
    state = state_of(snapshot)
    post = post_of(context.settings, context.environ, _screen(context), pause=context.shell.pause)
    plan = queue_in(snapshot, desk.run, desk.shop)
    rows = {callback.key: callback for callback in plan.queue}
    found = [
        (entry, _rows_of(entry, rows)) for entry in read_outbox(state).values() if _is_unknown(entry, post.sender, desk)
    ]
    data: dict[str, Json] = {"unknown": [message_entry(entry, of, desk.shop) for entry, of in found]}
    page: Page = unknown_page(found, desk.now, reminding(context.settings).team)
    return Result(data, page)


def _is_unknown(entry: Entry, sender: Sender, desk: Desk) -> bool:
    if entry.fate is Fate.HOLD:
        return sender.log(entry) is not Logged.SENT
    return next_step(entry, desk.now, sender.me, sender.log(entry), dedupes=False) is Step.HOLD


def _rows_of(entry: Entry, rows: dict[str, Callback]) -> tuple[Callback, ...]:
    keys = dict.fromkeys(about.mark.row for about in entry.about)
    return tuple(rows[key] for key in keys if key in rows)


def resent(wanted: str, context: Context) -> Choose:
    """On a person's word: what this key or row names, although nobody knows whether it was sent before."""

    def choose(scene: Scene, state: State, sender: Sender) -> Agenda:
        return agenda_again(wanted, read_outbox(state).values(), scene, sender, forced=context.options.force)

    return choose
