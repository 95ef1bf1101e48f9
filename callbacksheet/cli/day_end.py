"""What is left at the end of a day: on the screen, and as a message to the head."""

from __future__ import annotations

from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, look_at
from callbacksheet.cli.entries import entries, row_numbers
from callbacksheet.cli.envelope import PENDING, Failure, Json, RowIssue
from callbacksheet.cli.page import Cell, Head, Line, Page, Table, Tone
from callbacksheet.cli.reminded import failures, reminded_data, told_lines
from callbacksheet.cli.saying import count, number, when_said, who
from callbacksheet.cli.sending import BUSY, complain, send_with
from callbacksheet.core.agenda import Agenda, Sender, plan_day_end
from callbacksheet.core.day_end import Left, left, remark
from callbacksheet.core.plan import Plan
from callbacksheet.core.reminders import Scene
from callbacksheet.core.state import State
from callbacksheet.errors import UnsentError
from callbacksheet.runs.remind import Reminded
from callbacksheet.wiring import reminding, sole_sender

PATIENCE = 45.0
"""Seconds that this waits for the run of this minute to end."""


def day_end_result(context: Context) -> Result:
    """Look, send the list to the head where there is one with an address, and say what is left."""
    desk, plan = look_at(context)
    done = _sent(context, plan)
    if done:
        plan = done.plan
    rows = left(plan.queue, desk.now, desk.shop)
    team = reminding(context.settings).team
    wrong = failures(done, desk.now, team) if done else ()
    complain(context, wrong)
    page = (*left_page(rows, desk), *(told_lines(done, desk.now, team) if done else ()))
    return Result(
        left_data(rows, plan, desk, done), page, _issues(rows, plan, desk), _exit_code(rows, wrong), errors=wrong
    )


def _exit_code(rows: list[Left], wrong: tuple[Failure, ...]) -> int:
    if wrong:
        return UnsentError.exit_code
    return PENDING if rows else 0


def _sent(context: Context, plan: Plan) -> Reminded | None:
    """The list sent to the head; None where nobody is there to be sent anything, or nothing to send."""
    desk = reminding(context.settings)
    reached = desk.team.at(desk.team.person(desk.shop.head))
    if not reached or plan.adopts or context.options.dry_run or not left(plan.queue, context.now, desk.shop):
        return None
    with sole_sender(context.settings, context.environ, patience=PATIENCE) as sole:
        if not sole:
            context.say(BUSY)
            return None
        return send_with(context, _day_end)[1]


def _day_end(scene: Scene, state: State, sender: Sender) -> Agenda:
    return plan_day_end(scene, state.book, sender)


def left_data(rows: list[Left], plan: Plan, desk: Desk, done: Reminded | None) -> dict[str, Json]:
    """Each row as ``list`` has it, and what it lacks."""
    lacks = {one.callback.key: list(one.lacks) for one in rows}
    every = entries(plan, desk.now, desk.shop)
    sent = reminded_data(done, desk.now, desk.shop) if done else {}
    return {
        "left": [{**entry, "lacks": lacks[str(entry["key"])]} for entry in every if entry["key"] in lacks],
        **{name: sent.get(name, []) for name in ("sent", "failed", "unknown")},
    }


def _issues(rows: list[Left], plan: Plan, desk: Desk) -> tuple[RowIssue, ...]:
    numbers = row_numbers(plan)
    return tuple(
        RowIssue(numbers[one.callback.key] or one.callback.key, lack.value, remark(one, desk.shop.language))
        for one in rows
        for lack in one.lacks
    )


def left_page(rows: list[Left], desk: Desk) -> Page:
    """A line a row with what it lacks; one clean line where nothing is left."""
    if not rows:
        return (Line("Nothing is left: nobody is due, and every row has its time or its outcome.", Tone.GOOD),)
    heads = (Head("When"), Head("Who", wrap=True), Head("Phone", under=True), Head("Owner", under=True), Head("Why"))
    table = Table(heads, tuple(_row(one, desk) for one in rows))
    should = "should not be left as it is" if len(rows) == 1 else "should not be left as they are"
    return (Line(f"{count(len(rows), 'row')} {should}:", Tone.STRONG), table)


def _row(one: Left, desk: Desk) -> tuple[Cell | str, ...]:
    callback = one.callback
    when = when_said(callback.next_at, desk.now) if callback.open and callback.next_at else ""
    said = Cell(remark(one, desk.shop.language), Tone.WARN)
    return (when, who(callback), number(callback) if callback.name else "", callback.owner, said)
