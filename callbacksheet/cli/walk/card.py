"""One caller's card: who, which number, why, when they wished, what was tried, what to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from callbacksheet.cli.page import Tone
from callbacksheet.cli.walk.letters import Look, Span, clipped, cut, fitting, fitting_end, width_of, wrapped
from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import shown
from callbacksheet.core.checks import sentence
from callbacksheet.core.deed_words import tried_word
from callbacksheet.core.deeds import read_try
from callbacksheet.core.headers import header_word
from callbacksheet.core.hours import before
from callbacksheet.core.model import CellValue, Code, Column, Language, NextSource, Status, Urgency
from callbacksheet.core.reasons import reason_shown
from callbacksheet.core.scripts import Script
from callbacksheet.core.shop import Shop
from callbacksheet.core.walk import Difference, Doubt, Walk, others_of
from callbacksheet.core.walk_keys import LETTERS, Key
from callbacksheet.core.walk_words import length, say, when
from callbacksheet.core.words import status_word

Line: TypeAlias = tuple[Span, ...]

WIDEST = 110
"""Lines longer than this are hard to read, however wide the screen."""
_ELSEWHERE = frozenset({Code.OVERDUE, Code.MISSED_WINDOW, Code.NEEDS_NEXT_TIME, Code.NO_PHONE})
"""Flags that the card tells in a place of their own."""

_FITS = ((9, 9), (9, 3), (9, 2), (4, 3), (4, 2), (3, 2), (2, 2), (3, 1), (2, 1), (1, 1), (2, 0), (1, 0))
"""How many lines a paragraph of facts, and of what to say, may take: the roomiest that fits."""


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled paragraph of the card."""

    label: str
    text: str
    tone: Tone = Tone.PLAIN


def card_lines(walk: Walk, says: Mapping[Script, str], now: datetime, look: Look, width: int, room: int) -> list[Line]:
    """The card of the caller on the screen, fitted to so many lines: long texts give way first, then what to say."""
    card = walk.card
    assert card is not None
    head = [*_head(card, walk.shop, now, look, width), ()]
    head += _banner(walk, look, width)
    facts = _facts(card, walk, now)
    script = _script(says)
    indent = max(width_of(_label(part, walk.shop.language, look)) for part in (*facts, *script)) + 2
    head = [clipped(line, width) for line in head]
    for most, said in _FITS:
        lines = [*head, *_drawn(facts, most, indent, look, width, walk.shop.language)]
        if said:
            lines += [(), *_drawn(script, said, indent, look, width, walk.shop.language)]
        if len(lines) <= room:
            return lines
    return lines[:room]


def _head(card: Callback, shop: Shop, now: datetime, look: Look, width: int) -> list[Line]:
    """The name and the number to dial, and below it the reason."""
    language = shop.language
    name = look.text(card.name or say("card.no_name", language))
    number = _number(card, language, look)
    name = cut(name, max(width - width_of(number.text) - 4, 16))
    about = reason_shown(card.reason, card.reason_key, language)
    urgent = {Urgency.HIGH: "card.high", Urgency.LOW: "card.low"}.get(card.urgency)
    details = [
        say("card.called", language, when(card.received_at, now, language)),
        say("card.calls", language, card.facts.calls) if card.facts.calls > 1 else "",
        say("card.owner", language, card.owner) if card.owner else "",
    ]
    first: list[Span] = [Span(name, Tone.STRONG), Span("  "), number]
    if urgent:
        first += [Span("  "), Span(look.text(say(urgent, language)), Tone.BAD if urgent == "card.high" else Tone.QUIET)]
    told = look.text(" · ".join(part for part in details if part))
    about = cut(look.text(about), max(width - width_of(told) - 3, 20))
    return [tuple(first), (Span(about), Span("  "), Span(told, Tone.QUIET))]


def _number(card: Callback, language: Language, look: Look) -> Span:
    """The number as the Phone cell has it; a click on it dials where the terminal can."""
    if card.phone is None:
        return Span(look.text(card.phone_text or say("card.no_number", language)), Tone.WARN)
    extension = f";ext={card.phone.extension}" if card.phone.extension else ""
    return Span(look.text(card.phone.cell), Tone.GOOD, f"tel:{card.phone.e164}{extension}")


def _banner(walk: Walk, look: Look, width: int) -> list[Line]:
    """What somebody else changed while the card was on the screen, and the question that comes of it."""
    doubt, language = walk.doubt, walk.shop.language
    texts: list[str] = []
    if walk.gone:
        texts.append(say("changed.gone", language))
    elif walk.changed or doubt:
        texts.append(_changed(walk, (*walk.changed, *(doubt.differences if doubt else ()))))
    if doubt:
        texts.append(_asked(doubt, language))
    elif texts:
        texts.append(say("changed.on", language))
    lines = [line for text in texts for line in wrapped(look.text(text), width)]
    return [*((Span(line, Tone.WARN),) for line in lines), *([()] if lines else [])]


def _changed(walk: Walk, differences: Sequence[Difference]) -> str:
    language = walk.shop.language
    by = walk.card.row.text(Column.BY) if walk.card else ""
    who = by if by not in ("", "?", walk.by) else say("changed.somebody", language)
    parts = [
        f"{header_word(one.column, language)}: {_value(one.before, language)} → {_value(one.after, language)}"
        for one in dict.fromkeys(differences)
    ]
    return " ".join((say("changed.by", language, who), "; ".join(parts)))


def _value(value: CellValue, language: Language) -> str:
    text = " ".join(shown(value).split())
    return (text if len(text) <= 60 else f"…{text[-59:]}") or say("changed.empty", language)


def _asked(doubt: Doubt, language: Language) -> str:
    return say("doubt.not_recorded", language, doubt.what, f"{doubt.action.at:%H:%M}")


def _facts(card: Callback, walk: Walk, now: datetime) -> list[Part]:
    """Why now, the wish, the promise, what was tried, notes, other rows, flags."""
    shop, language = walk.shop, walk.shop.language
    parts = [_why(card, now, language)]
    if card.wish_text:
        call = card.facts.wish_call or card.received_at
        said = say("card.said", language, card.wish_text, when(call, now, language))
        parts.append(Part("label.wish", f"{said}{_window(card, now, language)}"))
    if card.promise_at:
        parts.append(_promise(card.promise_at, now, language))
    if card.attempts or card.status is not Status.WAITING:
        parts.append(_tried(card, shop, now))
    if card.outcome:
        parts.append(Part("label.outcome", card.outcome))
    if card.notes:
        parts.append(Part("label.notes", card.notes))
    if others := [_other(one, now, language) for one in others_of(walk, card)]:
        parts.append(Part("label.also", "; ".join(others)))
    if told := [sentence(issue, language) for issue in card.issues if issue.code not in _ELSEWHERE]:
        parts.append(Part("label.check", " ".join(told), Tone.WARN))
    return parts


def _why(card: Callback, now: datetime, language: Language) -> Part:
    """Why this caller now: since when due, and whose time it is."""
    at = card.next_at or now
    said = when(at, now, language)
    minutes = abs(int((at - now).total_seconds())) // 60
    if card.told(Code.MISSED_WINDOW):
        return Part("label.why", say("why.missed", language), Tone.WARN)
    source = _source(card, now, language)
    if before(now, at):
        return Part("label.why", f"{say('why.early', language, said, length(minutes, language))}: {source}", Tone.WARN)
    if minutes < 1:
        return Part("label.why", say("why.now", language, source))
    return Part("label.why", f"{say('why.due', language, said, length(minutes, language))}: {source}")


def _source(card: Callback, now: datetime, language: Language) -> str:
    match card.next_source:
        case NextSource.PERSON:
            return say("why.person", language)
        case NextSource.WISH if card.window:
            return say("why.wish", language, _span(card.window.start, card.window.end, now, language))
    return say("why.policy", language)


def _window(card: Callback, now: datetime, language: Language) -> str:
    window = card.window
    return f" → {_span(window.start, window.end, now, language)}" if window else ""


def _span(start: datetime, end: datetime, now: datetime, language: Language) -> str:
    if start == end:
        return when(start, now, language)
    return (
        f"{when(start, now, language)}–{end:%H:%M}"
        if start.date() == end.date()
        else (f"{when(start, now, language)} – {when(end, now, language)}")
    )


def _promise(at: datetime, now: datetime, language: Language) -> Part:
    said = when(at, now, language)
    if before(now, at):
        return Part("label.promise", say("promise.by", language, said))
    late = length(int((now - at).total_seconds()) // 60, language)
    return Part("label.promise", say("promise.late", language, said, late), Tone.BAD)


def _tried(card: Callback, shop: Shop, now: datetime) -> Part:
    """How often of how many times, and each try that was recorded here, the latest first."""
    language = shop.language
    count = card.attempts - card.facts.attempts_before
    if not card.attempts:
        return Part("label.tried", say("card.not_tried", language), Tone.QUIET)
    tries = [read_try(text) for text in reversed(card.facts.tries)]
    told = [
        " ".join(
            part
            for part in (
                when(one.at.astimezone(shop.zone), now, language),
                tried_word(one.tried.value, language),
                one.by,
            )
            if part
        )
        for one in tries
    ]
    if older := card.attempts - len(tries):
        told += [say("card.before", language, older)] if tries and older > 0 else []
    counted = say("card.tries", language, count, shop.attempts_max)
    return Part("label.tried", f"{counted}{': ' if told else ''}{' · '.join(told)}")


def _other(one: Callback, now: datetime, language: Language) -> str:
    at = f", {when(one.next_at, now, language)}" if one.next_at else ""
    return f"{one.key} {one.reason or '?'} ({status_word(one.status, language)}{at})"


_OCCASIONS = {
    Script.OPENING: "label.say",
    Script.VOICEMAIL: "label.leave",
    Script.FINAL: "label.leave",
    Script.ASAP: "label.ask",
    Script.OFFER: "label.offer",
}


def _script(says: Mapping[Script, str]) -> list[Part]:
    return [Part(_OCCASIONS[one], text, Tone.QUIET) for one, text in says.items()]


def _label(part: Part, language: Language, look: Look) -> str:
    return look.text(say(part.label, language))


def _drawn(parts: Sequence[Part], most: int, indent: int, look: Look, width: int, language: Language) -> list[Line]:
    """The paragraphs behind their labels, each at most so many lines."""
    return [
        line
        for part in parts
        for line in _paragraph(
            part, _label(part, language, look), indent, _kept(part, most, look, width - indent, language)
        )
    ]


def _kept(part: Part, most: int, look: Look, width: int, language: Language) -> list[str]:
    """The text in lines; of more than may be shown the beginning, of notes the end, where the latest stands."""
    lines = wrapped(look.text(part.text), max(width, 20))
    if len(lines) <= most:
        return lines
    more = look.text(say("card.more", language, LETTERS[Key.HISTORY]))
    if part.label == "label.notes":
        return [f"{more} {fitting_end(lines[-most], width - width_of(more) - 1)}", *lines[len(lines) - most + 1 :]]
    return [*lines[: most - 1], f"{fitting(lines[most - 1], width - width_of(more) - 1)} {more}"]


def _paragraph(part: Part, label: str, indent: int, lines: Sequence[str]) -> list[Line]:
    blank = " " * indent
    labels = [label + " " * (indent - width_of(label)), *(blank for _ in lines[1:])]
    return [(Span(first, Tone.QUIET), Span(line, part.tone)) for first, line in zip(labels, lines, strict=True)]
