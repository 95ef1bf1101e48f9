"""R10, R16, what people do about a row through the tool: an attempt, an outcome, a new time, another owner.

A deed is done to the row as if the person had typed it, in the run that tidies the rest, under that person's initials.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from callbacksheet.core.callback import PLACE, Callback, Row, joined
from callbacksheet.core.cells import same
from callbacksheet.core.deed_words import FINAL, tried_word
from callbacksheet.core.headers import header_word
from callbacksheet.core.model import CellValue, Code, Column, Formula, Status
from callbacksheet.core.parse import read_callback, with_status_given
from callbacksheet.core.shop import Shop


class Tried(StrEnum):
    """R10: the actions that count as one attempt each."""

    SPOKE = "spoke"
    VOICEMAIL = "voicemail"
    MESSAGE = "message"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True, slots=True)
class Deed:
    """What one person did about one row, or decided for it.

    ``tried`` is an attempt, ``final`` says that it left the final message; ``closes`` makes the row Done; ``outcome``
    and ``note`` are words kept in these columns; ``next_at`` is a time that the person gave; ``owner`` is who answers
    for the row from now on; ``edits`` are cells typed anew. ``seen`` holds cells as that person saw them: where one
    of them has changed since, the deed is not done but reported. ``at`` is when it was done, where that is not now.
    """

    key: str
    by: str
    tried: Tried | None = None
    final: bool = False
    closes: bool = False
    outcome: str = ""
    note: str = ""
    next_at: datetime | None = None
    owner: str | None = None
    edits: tuple[tuple[Column, CellValue], ...] = ()
    seen: tuple[tuple[Column, CellValue], ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """One recorded attempt, as the row's facts remember it; the note of a final message begins by saying so."""

    at: datetime
    by: str
    tried: Tried
    note: str = ""

    def __str__(self) -> str:
        return "|".join((self.at.isoformat(timespec="minutes"), self.by, self.tried.value, self.note))


def read_try(text: str) -> Try:
    """The attempt that ``str`` wrote down."""
    at, by, tried, note = text.split("|", 3)
    return Try(datetime.fromisoformat(at), by, Tried(tried), note)


def with_deeds(
    callbacks: Sequence[Callback], deeds: Sequence[Deed], now: datetime, shop: Shop
) -> tuple[list[Callback], tuple[Deed, ...]]:
    """The rows with these deeds done, in their order; and the deeds that were overtaken."""
    if not deeds:
        return list(callbacks), ()
    by_key = {callback.key: callback for callback in callbacks}
    overtaken: list[Deed] = []
    for deed in deeds:
        callback = by_key.get(deed.key)
        if callback is None or changed_since(callback.row, deed):
            overtaken.append(deed)
        else:
            by_key[deed.key] = _done(callback, deed, deed.at or now, shop)
    return list(by_key.values()), tuple(overtaken)


def changed_since(row: Row, deed: Deed) -> tuple[Column, ...]:
    """The columns that no longer hold what the person saw when choosing the deed."""
    return tuple(column for column, value in deed.seen if not same(row.cell(column), value))


def in_the_way(callback: Callback, deed: Deed) -> tuple[Column, ...]:
    """The cells whose formula would undo the deed, since none is ever written over."""
    needs = {
        Column.STATUS: deed.closes or deed.tried is not None or (deed.next_at is not None and not callback.open),
        Column.NEXT_CALLBACK: deed.next_at is not None,
        Column.OWNER: deed.owner is not None,
    }
    columns = [column for column, needed in needs.items() if needed]
    columns += [column for column, _ in deed.edits]
    if (deed.outcome or deed.note) and _is_formula(callback, Column.NOTES):
        columns.append(Column.OUTCOME)  # words find a place in either of the two, as long as one is free
    return tuple(column for column in columns if _is_formula(callback, column))


def _is_formula(callback: Callback, column: Column) -> bool:
    return isinstance(callback.cell(column), Formula)


def _done(callback: Callback, deed: Deed, now: datetime, shop: Shop) -> Callback:
    callback = _edited(callback, deed, now, shop)
    callback = callback.but(row=replace(callback.row, changed=True, by_hand=deed.by))
    if deed.tried:
        callback = _tried(callback, deed, deed.tried, now, shop)
    if deed.note and not deed.tried:
        callback = _noted(callback, _line(deed, deed.note, now), f"a note by {deed.by or '?'}")
    if deed.owner is not None:
        callback = callback.write(Column.OWNER, deed.owner or None, f"given by {deed.by or '?'}", owner=deed.owner)
    if deed.next_at:
        callback = _timed(callback, deed.next_at, deed, shop)
    if deed.outcome:
        callback = _said(callback, deed.outcome, f"what came of it, by {deed.by or '?'}")
    if deed.closes:
        callback = with_status_given(callback, Status.DONE, f"closed by {deed.by or '?'}", shop)
    return callback


def _edited(callback: Callback, deed: Deed, now: datetime, shop: Shop) -> Callback:
    """The row read anew with the cells that the person typed."""
    if not deed.edits:
        return callback
    cells = list(callback.cells)
    for column, value in deed.edits:
        cells[PLACE[column]] = value
    read = read_callback(replace(callback.row, cells=tuple(cells)), now, shop)
    typed = tuple((column, f"typed by {deed.by or '?'}") for column, _ in deed.edits)
    return read.but(row=callback.row, facts=callback.facts, whys=(*callback.whys, *typed, *read.whys))


def _tried(callback: Callback, deed: Deed, tried: Tried, now: datetime, shop: Shop) -> Callback:
    """One attempt more, told in the notes; talking to somebody reschedules, all else waits for the next try."""
    count = callback.attempts + 1
    word = FINAL[shop.language] if deed.final else tried_word(tried.value, shop.language)
    told = f"{word}, {deed.note}" if deed.note else word
    callback = _counted(callback, count, f"{word}: attempt {count}", shop)
    callback = _noted(callback, _line(deed, told, now), "an attempt is told in the notes")
    attempt = Try(now, deed.by, tried, told if deed.final else deed.note)
    callback = callback.remember(tries=(*callback.facts.tries, str(attempt)))
    status = Status.SCHEDULED if tried is Tried.SPOKE else Status.WAITING
    return with_status_given(callback, status, word, shop)


def _counted(callback: Callback, count: int, why: str, shop: Shop) -> Callback:
    """The new count; a formula goes on counting by itself, and words that are no number go on in the notes."""
    if _is_formula(callback, Column.ATTEMPTS):
        return callback.but(attempts=count)
    if callback.told(Code.UNPARSED_ATTEMPTS):
        typed = f"{header_word(Column.ATTEMPTS, shop.language)}: {callback.row.text(Column.ATTEMPTS)}"
        callback = _noted(callback.settled(Code.UNPARSED_ATTEMPTS), typed, "kept from the attempts")
    return callback.write(Column.ATTEMPTS, count, why, attempts=count)


def _line(deed: Deed, words: str, now: datetime) -> str:
    """A dated remark, whose order of day and month nobody can mistake."""
    return f"{now:%Y-%m-%d %H:%M} {deed.by or '?'}: {words}"


def _noted(callback: Callback, line: str, why: str) -> Callback:
    """A line more in the notes; where a formula stands there, in the outcome."""
    if _is_formula(callback, Column.NOTES) and not _is_formula(callback, Column.OUTCOME):
        return _said(callback, line, why)
    notes = joined(callback.notes, line)
    return callback.write(Column.NOTES, notes, why, notes=notes)


def _said(callback: Callback, words: str, why: str) -> Callback:
    """Words more in the outcome; where a formula stands there, in the notes."""
    if _is_formula(callback, Column.OUTCOME) and not _is_formula(callback, Column.NOTES):
        return _noted(callback, words, why)
    outcome = joined(callback.outcome, words)
    return callback.write(Column.OUTCOME, outcome, why, outcome=outcome)


def _timed(callback: Callback, at: datetime, deed: Deed, shop: Shop) -> Callback:
    """A time that a person gave, also where it is the very minute that the tool had reckoned. It opens a Done row."""
    if not callback.open:
        callback = with_status_given(callback, Status.SCHEDULED, f"opened again by {deed.by or '?'}", shop)
        callback = callback.remember(attempts_before=callback.attempts)
    callback = callback.remember(next_at=None, next_source="")
    return callback.write(Column.NEXT_CALLBACK, at.replace(tzinfo=None), f"the time given by {deed.by or '?'}")
