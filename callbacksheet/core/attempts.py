"""R10, trying: when enough was tried and a final message left, the row closes; until then it says what is due."""

from __future__ import annotations

from callbacksheet.core.callback import Callback, joined
from callbacksheet.core.model import Code, Column, Status
from callbacksheet.core.parse import with_status_given
from callbacksheet.core.shop import Shop
from callbacksheet.core.text import plain
from callbacksheet.core.words import says_final_message

_CLOSED = {
    "en": "no answer ×{0}, closed",
    "uk": "немає відповіді ×{0}, закрито",
    "ru": "нет ответа ×{0}, закрыто",
    "id": "tidak ada jawaban ×{0}, ditutup",
    "es": "sin respuesta ×{0}, cerrado",
}


_ASKED_OF_OPEN_ROWS = (Code.UNPARSED_NEXT, Code.UNSURE_NEXT, Code.UNPARSED_WISH, Code.UNSURE_WISH)


def with_final_message(callback: Callback, shop: Shop) -> Callback:
    """Close a Waiting row with all its tries and a recorded final message; ask for that message where it lacks."""
    tried = callback.attempts - callback.facts.attempts_before
    if not callback.open or tried < shop.attempts_max:
        return callback
    if not (says_final_message(callback.notes) or says_final_message(callback.outcome)):
        return callback.tell(Code.FINAL_MESSAGE_DUE, str(tried))
    if callback.status is not Status.WAITING:
        return callback
    why = f"{tried} tries and a final message: closed"
    outcome = joined(callback.outcome, _CLOSED[shop.language].format(tried))
    callback = callback.write(Column.OUTCOME, outcome, why, outcome=outcome)
    callback = callback.settled(*_ASKED_OF_OPEN_ROWS).but(typed_next_at=None)
    return with_status_given(callback, Status.DONE, why, shop)


def with_outcome_asked(callback: Callback) -> Callback:
    """Done needs an outcome: words in Outcome or Notes."""
    if callback.open or plain(callback.outcome) or plain(callback.notes):
        return callback
    return callback.tell(Code.DONE_NO_OUTCOME)
