"""What a walk came to, said when the screen is given back."""

from __future__ import annotations

from datetime import datetime

from callbacksheet.cli.page import Cell, Head, Line, Page, Table, Tone
from callbacksheet.cli.walk.session import Session
from callbacksheet.core.walk import Step, Walk, tally
from callbacksheet.core.walk_keys import who
from callbacksheet.core.walk_words import say, when


def ending_page(session: Session, now: datetime) -> Page:
    """The tally, each action, and what does not stand in the sheet."""
    walk, language = session.walk, session.walk.shop.language
    page: Page = (Line(tally_said(walk, now, interrupted=session.interrupted), Tone.STRONG),)
    done = [step for step in walk.steps if step.action.deed and not step.taken_back]
    if done:
        page = (*page, Line(), _table(done, walk, now))
    for doubt in walk.doubts:
        said = say("end.doubt", language, f"{doubt.action.at:%H:%M}", doubt.what)
        page = (*page, Line(said, Tone.WARN))
    if session.waiting:
        page = (*page, Line(say("end.kept", language, session.waiting), Tone.WARN))
        if session.error:
            page = (*page, Line(str(session.error.error)), Line(session.error.error.next))
    elif done:
        page = (*page, Line(say("end.recorded", language, len(done)), Tone.GOOD))
    return page


def tally_said(walk: Walk, now: datetime, *, interrupted: bool = False) -> str:
    """ "Time. 6 called, 4 done, 2 waiting, 3 left for 15:00." """
    language, told = walk.shop.language, tally(walk, now)
    parts = [
        say("end.called", language, told.called),
        say("end.done", language, told.done),
        say("end.waiting", language, told.waiting),
        say("end.handed", language, told.handed) if told.handed else "",
        say("end.later", language, told.later) if told.later else "",
        _left(told.left, told.next_block, now, walk) if told.left else "",
    ]
    why = "quit" if interrupted or walk.over is None else walk.over.value
    return f"{say(f'end.{why}', language)} {', '.join(part for part in parts if part)}."


def _left(left: int, block: datetime | None, now: datetime, walk: Walk) -> str:
    language = walk.shop.language
    if block is None:
        return say("end.left", language, left)
    at = f"{block:%H:%M}" if block.date() == now.date() else when(block, now, language)
    return say("end.left_for", language, left, at)


def _table(steps: list[Step], walk: Walk, now: datetime) -> Table:
    heads = (Head(""), Head(""), Head("", wrap=True), Head(""))
    return Table(heads, tuple(_row(step, walk, now) for step in steps))


def _row(step: Step, walk: Walk, now: datetime) -> tuple[Cell | str, ...]:
    deed = step.action.deed
    at = deed.next_at if deed else None
    following = f"→ {when(at, now, walk.shop.language)}" if at else ""
    return (f"{step.action.at:%H:%M}", who(step.after, walk), step.what, Cell(following, Tone.QUIET))
