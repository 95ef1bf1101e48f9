"""The pages that a key opens over the card: help, a row's story, what tidying changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from callbacksheet.cli.page import Page, Tone
from callbacksheet.cli.render import drawn
from callbacksheet.cli.saying import value_said
from callbacksheet.cli.walk.card import Line
from callbacksheet.cli.walk.letters import Look, Span, wrapped
from callbacksheet.core.callback import Callback
from callbacksheet.core.headers import header_word
from callbacksheet.core.history import values
from callbacksheet.core.model import Column, Language
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import HistoryRow
from callbacksheet.core.walk_keys import LETTERS, Key
from callbacksheet.core.walk_words import HELP, say, when

_COLUMNS = frozenset(Column)
_OWN = frozenset({Column.BY, Column.UPDATED, Column.CALLS, Column.CHECK, Column.ID})
"""Columns whose changes tell a person nothing new."""


def help_lines(language: Language, look: Look, width: int) -> list[Line]:
    """What each key does, and how a next time may be said."""
    lines: list[Line] = []
    for key, texts in HELP.items():
        letter = LETTERS[Key(key)] if key in LETTERS else ""
        lines += _labelled(letter, texts[language], 3, look, width)
    return lines


def story_lines(
    card: Callback, told: Sequence[HistoryRow] | None, shop: Shop, now: datetime, look: Look, width: int
) -> list[Line]:
    """All of a row's notes, and what was changed on it, the latest first. ``told`` is None while it is being read."""
    language = shop.language
    lines: list[Line] = [(Span(look.text(f"{card.key}  {card.name}"), Tone.STRONG),)]
    if card.notes:
        lines += _labelled(say("label.notes", language), card.notes, 10, look, width)
    if told is None:
        return [*lines, (), (Span("…", Tone.QUIET),)]
    for line in reversed([line for line in told if line.column not in _OWN]):
        lines += _labelled(_moment(line.at, now, shop), _told(line, now, language), 16, look, width)
    return lines


def _moment(text: str, now: datetime, shop: Shop) -> str:
    try:
        return when(datetime.fromisoformat(text).astimezone(shop.zone), now, shop.language)
    except (ValueError, TypeError):
        return text


def _told(line: HistoryRow, now: datetime, language: Language) -> str:
    before, after = values(line)
    column = header_word(Column(line.column), language) if line.column in _COLUMNS else line.column
    old = f"{value_said(before, now)} → " if before is not None else ""
    return f"{line.who} · {column}: {old}{value_said(after, now)} ({line.why})"


def drawn_lines(page: Page, look: Look, width: int) -> list[Line]:
    """Any page of the tool, as lines of this screen."""
    lines = drawn(page, width, colour=look.colour and not look.ascii)
    return [(Span(look.text(line) if look.ascii else line),) for line in lines]


def _labelled(label: str, text: str, indent: int, look: Look, width: int) -> list[Line]:
    label = look.text(label)
    texts = wrapped(look.text(text), max(width - indent, 20)) or [""]
    heads = [label.ljust(indent), *(" " * indent for _ in texts[1:])]
    return [(Span(head, Tone.STRONG), Span(line)) for head, line in zip(heads, texts, strict=True)]
