"""R10, trying: when enough was tried and a final message left, the row closes; until then it says what is due."""

from __future__ import annotations

from callbacksheet.core.callback import PLACE, Callback, joined
from callbacksheet.core.cells import same
from callbacksheet.core.deeds import read_try
from callbacksheet.core.model import Code, Column, Formula, Status
from callbacksheet.core.parse import with_status_given
from callbacksheet.core.shop import Shop
from callbacksheet.core.text import plain
from callbacksheet.core.words import says_final_message, status_word

_CLOSED = {
    "en": "no answer ×{0}, closed",
    "uk": "немає відповіді ×{0}, закрито",
    "ru": "нет ответа ×{0}, закрыто",
    "id": "tidak ada jawaban ×{0}, ditutup",
    "es": "sin respuesta ×{0}, cerrado",
}


_ASKED_OF_OPEN_ROWS = (Code.UNPARSED_NEXT, Code.UNSURE_NEXT, Code.UNPARSED_WISH, Code.UNSURE_WISH)


def with_final_message(callback: Callback, shop: Shop) -> Callback:
    """Close a Waiting row with all its tries and a recorded final message; ask for that message where it lacks.

    A row that was opened again asks for a message of its own, whatever was left before.
    """
    if callback.open and not callback.absorbed and _was_done(callback, shop):
        callback = callback.remember(finals_before=final_messages(callback))
    tried = callback.attempts - callback.facts.attempts_before
    if not callback.open or tried < shop.attempts_max:
        return callback
    if final_messages(callback) <= callback.facts.finals_before:
        return callback.tell(Code.FINAL_MESSAGE_DUE, str(tried))
    if callback.status is not Status.WAITING:
        return callback
    why = f"{tried} tries and a final message: closed"
    unanswered = tried - 1 if tried > shop.attempts_max and _last_was_final(callback) else tried
    callback = _with_words(callback, _CLOSED[shop.language].format(unanswered), why)
    callback = callback.settled(*_ASKED_OF_OPEN_ROWS).but(typed_next_at=None)
    return with_status_given(callback, Status.DONE, why, shop)


def _with_words(callback: Callback, words: str, why: str) -> Callback:
    """Told in the outcome; beside a formula there, in the notes."""
    if not isinstance(callback.cell(Column.OUTCOME), Formula):
        outcome = joined(callback.outcome, words)
        return callback.write(Column.OUTCOME, outcome, why, outcome=outcome)
    if isinstance(callback.cell(Column.NOTES), Formula):
        return callback
    notes = joined(callback.notes, words)
    return callback.write(Column.NOTES, notes, why, notes=notes)


def final_messages(callback: Callback) -> int:
    """How many final messages the row records."""
    return sum(map(says_final_message, (*callback.notes.split(";"), *callback.outcome.split(";"))))


def _was_done(callback: Callback, shop: Shop) -> bool:
    base = callback.row.base
    return base is not None and same(base.cells[PLACE[Column.STATUS]], status_word(Status.DONE, shop.language))


def _last_was_final(callback: Callback) -> bool:
    """Whether the last try was the final message: it comes after the tries that are told."""
    tries = callback.facts.tries
    return bool(tries) and says_final_message(read_try(tries[-1]).note)


def with_outcome_asked(callback: Callback) -> Callback:
    """Done needs an outcome: words in Outcome or Notes."""
    if callback.open or plain(callback.outcome) or plain(callback.notes):
        return callback
    return callback.tell(Code.DONE_NO_OUTCOME)
