"""R9, the door of this room: a wish as typed becomes windows, whether that is sure, and why.

``parse_wish`` reads the caller's words, ``parse_next`` a next callback time typed by a person (who wins: no day
or hour is moved), ``meet_again`` the same time of day later on, ``read_phrase`` a phrase without any shop.
None of them raises for what was typed. The room behind is entered at the first wish, so importing this is cheap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from callbacksheet.core.model import Code, Issue, Window
from callbacksheet.core.shop import Shop

if TYPE_CHECKING:
    from callbacksheet.core.wish.spec import Said


class WishKind(StrEnum):
    EMPTY = "empty"
    ANYTIME = "anytime"
    ASAP = "asap"
    TIMED = "timed"


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish as read. ``windows`` in the caller's order, but one that can still be met first; () unless TIMED.

    ``said`` is what was understood, in no language, one for each window; ``meet_again`` needs it.
    """

    kind: WishKind
    windows: tuple[Window, ...]
    sure: bool
    why: str
    flags: tuple[Code, ...] = ()
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase read without a desk: local times, ``end`` None for a moment or an open end, both None if unreadable."""

    start: datetime | None
    end: datetime | None
    sure: bool
    why: str


def parse_wish(text: str, call: datetime, now: datetime, shop: Shop) -> Wish | Issue:
    """The caller's words, counted from the call and met with the shop's hours; nothing starts before the call."""
    from callbacksheet.core.wish import answer

    return answer.parse_wish(text, call, now, shop)


def parse_next(text: str, since: datetime, now: datetime, shop: Shop) -> Wish | Issue:
    """A next callback time typed by a person: closed days and hours stand, and it may lie in the past."""
    from callbacksheet.core.wish import answer

    return answer.parse_next(text, since, now, shop)


def meet_again(wish: Wish, after: datetime, shop: Shop) -> Window | None:
    """R9.7: the time of day of a wish on the first open day it can still be met, at or after a moment."""
    from callbacksheet.core.wish import answer

    return answer.meet_again(wish, after, shop)


def read_phrase(text: str, reference: datetime, shop: Shop | None = None) -> Phrase:
    """A phrase alone, counted from ``reference`` (local); business hours only where a shop is given."""
    from callbacksheet.core.wish import answer

    return answer.read_phrase(text, reference, shop)
