"""What to say to the caller on the screen, from the team's texts, in the language of the caller's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from callbacksheet.adapters.texts import read_script
from callbacksheet.core.callback import Callback
from callbacksheet.core.deeds import Tried
from callbacksheet.core.model import Code, Language
from callbacksheet.core.next_try import propose
from callbacksheet.core.offer import Offer
from callbacksheet.core.scripts import Script, language_of, script_of
from callbacksheet.core.shop import Shop
from callbacksheet.core.wish import Wish, WishKind


@dataclass(slots=True)
class Coach:
    """The texts are read once in each language; ``own`` is the team's folder of them."""

    own: Path
    operator: str
    shop: Shop
    _texts: dict[tuple[Script, Language], tuple[str, ...]] = field(default_factory=dict)

    def lines(self, callback: Callback, offered: Sequence[Offer], now: datetime) -> dict[Script, str]:
        """What to say in this call, by its occasion, each as one paragraph; a message names the next try to come."""
        language = language_of(callback, self.shop)
        again = callback.but(next_at=propose(callback, Tried.VOICEMAIL, now, self.shop))
        said = {
            one: script_of(self._text(one, language), again, self.operator, offered, now, language)
            for one in _occasions(callback)
        }
        return {one: " ".join(text.split()) for one, text in said.items() if text.strip()}

    def _text(self, script: Script, language: Language) -> tuple[str, ...]:
        if (script, language) not in self._texts:
            self._texts[script, language] = read_script(script, language, self.own)
        return self._texts[script, language]


def _occasions(callback: Callback) -> tuple[Script, ...]:
    """The opening; the message for a machine, the last one where that is due; questions or windows as the wish asks."""
    message = Script.FINAL if callback.told(Code.FINAL_MESSAGE_DUE) else Script.VOICEMAIL
    kind = callback.wish.kind if isinstance(callback.wish, Wish) else WishKind.EMPTY
    questions = (Script.ASAP,) if kind is WishKind.ASAP else ()
    return (Script.OPENING, message, *questions, Script.OFFER)
