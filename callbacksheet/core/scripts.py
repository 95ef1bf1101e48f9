"""What to say at the phone: opening, voicemail, final message, questions for somebody in a hurry, two-window offer.

The texts are the team's to change; they are filled with what the row says, in the language the caller's words are in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from callbacksheet.core.callback import Callback
from callbacksheet.core.model import Code, Language
from callbacksheet.core.offer import Offer
from callbacksheet.core.reasons import UNKNOWN
from callbacksheet.core.shop import Shop
from callbacksheet.core.templates import filled_lines, one_line, strangers_in
from callbacksheet.core.text import plain
from callbacksheet.core.walk_words import when
from callbacksheet.errors import SetupError


class Script(StrEnum):
    OPENING = "opening"
    VOICEMAIL = "voicemail"
    FINAL = "final"
    ASAP = "asap"
    OFFER = "offer"


PLACES: Mapping[str, str] = {
    "who": "The caller's name. Nothing where none is known.",
    "operator": "Who is ringing: the configured name, else the initials.",
    "reason": "What the call is about, in the caller's words. Nothing where it is unknown or private.",
    "wish": "When the caller asked to be rung, in the caller's words.",
    "when": "The next time of the row.",
    "attempts": "How often we have tried. Nothing before the first try.",
    "offer_1": "The first window to offer.",
    "offer_2": "The second one.",
}
"""Each place and what stands there."""


def parse_script(text: str, file: str) -> tuple[str, ...]:
    """A script's lines without its remarks. Raises SetupError naming file, line and any place nobody can fill."""
    lines = text.removeprefix("\ufeff").splitlines()
    problems = tuple(
        f"{file} line {n}: {problem}" for n, line in enumerate(lines, 1) for problem in strangers_in(line, PLACES)
    )
    if problems:
        told = "\n".join(f"  {problem}" for problem in problems)
        raise SetupError(
            f"A script cannot be used; nothing was changed:\n{told}",
            "Correct the file, or delete it to have the text that comes with callbacksheet.",
            parts=problems,
        )
    return tuple(line.rstrip() for line in lines if not line.startswith("#"))


def script_of(
    lines: Iterable[str],
    callback: Callback | None,
    operator: str,
    offered: Sequence[Offer],
    now: datetime,
    language: Language,
) -> str:
    """The script with what this row says in its places; without a row only what holds for anybody."""
    values = {"operator": operator or "…"}
    for n, offer in enumerate(offered, 1):
        window = offer.window
        values[f"offer_{n}"] = f"{when(window.start, now, language)}–{window.end:%H:%M}"
    if callback is not None:
        values |= _of_row(callback, now, language)
    return filled_lines(lines, {place: one_line(value) for place, value in values.items()})


def _of_row(callback: Callback, now: datetime, language: Language) -> dict[str, str]:
    unsaid = callback.reason_key == UNKNOWN or callback.told(Code.SENSITIVE)
    return {
        "who": callback.name,
        "reason": "" if unsaid else callback.reason,
        "wish": callback.wish_text,
        "when": when(callback.next_at, now, language) if callback.next_at else "",
        "attempts": f"{callback.attempts}×" if callback.attempts else "",
    }


_LETTERS = ((Language.UK, frozenset("іїєґ")), (Language.RU, frozenset("ыэёъ")), (Language.ES, frozenset("ñ¿¡")))
_CUES = {
    Language.ES: "mañana tarde cita después hoy lunes martes miércoles jueves viernes quiere llamar factura antes por",
    Language.ID: "besok jam sore pagi siang malam janji minta tunda nanti senin selasa rabu kamis jumat mau tagihan",
    Language.EN: "after before tomorrow today morning afternoon evening call reschedule book invoice the about anytime",
}


def language_of(callback: Callback, shop: Shop) -> Language:
    """The language that the caller's words are in; the shop's own where they do not tell."""
    text = " ".join((callback.reason, callback.wish_text, callback.notes)).casefold()
    for language, own in _LETTERS:
        if own & set(text):
            return language
    if any("а" <= letter <= "я" for letter in text):
        return shop.language if shop.language in (Language.UK, Language.RU) else Language.RU
    words = set(plain(text).split())
    hits = {language: len(words & _cue_words(language)) for language in _CUES}
    best = max(hits.values())
    likely = [language for language, count in hits.items() if count == best]
    return likely[0] if best and len(likely) == 1 else shop.language


def _cue_words(language: Language) -> set[str]:
    return set(plain(_CUES[language]).split())
