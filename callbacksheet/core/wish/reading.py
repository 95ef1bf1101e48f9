"""R9, reading one text: tokens, the likeliest languages, the grammar in each, and the reading that explains most."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from callbacksheet.core.shop import DateOrder
from callbacksheet.core.wish.clocks import HALVES, LAST, MINUTES, WORDS
from callbacksheet.core.wish.compose import compose
from callbacksheet.core.wish.days import DAY_RANGES, DAYS, LAST_DAYS
from callbacksheet.core.wish.grammar import Agenda, Made, Manner, reduce, rule
from callbacksheet.core.wish.lengths import AHEAD, FROM_DAY, LENGTHS
from callbacksheet.core.wish.lexicon.table import Number, lexicon
from callbacksheet.core.wish.lexing import Line, candidates, line
from callbacksheet.core.wish.spec import Clock, Date, InDay, Part, Reading, Said, Soon, Stretch, TimeOfDay, Way
from callbacksheet.core.wish.times import TIMES
from callbacksheet.core.wish.tokens import Token, tokens
from callbacksheet.core.wish.told import set_aside
from callbacksheet.core.wish.written_dates import DATES


def _junk(_values: list[object], _letters: str, _manner: Manner) -> Made:
    return "♯", ["not a time"]


def _year_word(values: list[object], letters: str, manner: Manner) -> Made:
    """ "12 мая 2026 г.": the word says nothing more; "5 лет" is a count."""
    number = values[0]
    if isinstance(number, Number) and 2000 <= number.value <= 2100:
        return "n", [number]
    return _junk(values, letters, manner)


_NOT_TIMES = (
    rule("#[,#]?[ndcoΔ]+", _junk),
    rule("nŷ", _year_word),
    rule("ŷ", lambda _v, _k, _m: ("", [])),
    rule("[ndc](?:[-2T&VαP][nd])?%", _junk),
)
"""Numbers of orders and rooms, and counted things."""

RULES = (
    *_NOT_TIMES, *WORDS, *MINUTES, *LENGTHS, *DATES, *HALVES, *AHEAD, *DAYS, *DAY_RANGES, *FROM_DAY,
    *TIMES, *LAST, *LAST_DAYS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One language's reading, and how much of the text it explains."""

    language: str
    said: tuple[Said, ...]
    doubt: bool
    line: Line
    heard: str
    """The letters as they were before the grammar made less of them."""
    lone: bool = False
    """The whole text is one word of two letters, or of three in a language that is not the desk's."""

    @property
    def merit(self) -> tuple[bool, int, int, int, bool]:
        known = -self.line.unknown - self.line.borrowed
        return bool(self.said), known, -_left_over(self.line), -self.line.short, not self.doubt


_UNREAD_HOUR = re.compile(r"[~@]\?|~D")
_PIECES_OF_TIME = frozenset("qHKηκΓΛ)(uhJT2><VvBEelbMfI")
"""Halves, quarters, units and limits that belong to some time: left over, that time was not understood."""
_MEANT = dict.fromkeys(map(ord, "ouhJATα2><VvBF"))
"""Letters that mean something only together with others: left over, they were not understood."""


def _left_over(made: Line) -> int:
    return len(made.letters) - len(made.letters.translate(_MEANT))


@lru_cache(maxsize=4096)
def read(text: str, order: DateOrder, *, order_known: bool, home: str) -> Reading | None:
    """What a text says, or None. Equal cells are read once."""
    pieces = tokens(text)
    if not pieces:
        return None
    attempts = [
        _attempt(pieces, language, order, home, order_known=order_known) for language in candidates(pieces, home)
    ]
    attempts.sort(key=lambda a: a.merit, reverse=True)
    best = attempts[0]
    if not best.said:
        return None
    rival = any(a.said and a.merit == best.merit and a.said != best.said for a in attempts[1:])
    sure = not best.doubt and not rival and not _doubtful(best)
    return Reading(best.said, sure, best.language)


@cache
def _agenda() -> Agenda:
    return Agenda(RULES)


def _attempt(pieces: list[Token], language: str, order: DateOrder, home: str, *, order_known: bool) -> _Attempt:
    words = lexicon(language)
    if not order_known:
        order = DateOrder.MDY if language == "en" else DateOrder.DMY
    made = line(pieces, language)
    told = set_aside(made, verb_last=words.verb_last)
    heard = made.letters
    reduce(made, _agenda(), Manner(words, order, order_known))
    said, doubt = compose(made)
    return _Attempt(language, said, doubt or told, made, heard, lone=_lone(pieces, language, home))


def _lone(pieces: list[Token], language: str, home: str) -> bool:
    return len(pieces) == 1 and pieces[0].text.isascii() and len(pieces[0].text) <= (3 if language != home else 2)


def _doubtful(attempt: _Attempt) -> bool:
    """Whether too little of the text, or too weak a sign, stands behind the reading."""
    if _UNREAD_HOUR.search(attempt.line.letters) or not _PIECES_OF_TIME.isdisjoint(attempt.line.letters):
        return True
    if any(isinstance(s, InDay) and isinstance(s.day, Date) and s.day.swap for s in attempt.said):
        return True
    if attempt.line.short and len(attempt.line.letters) == 1 and attempt.lone:
        return True
    if not attempt.line.unknown:
        return False
    if attempt.line.short or attempt.line.borrowed or _unknown_beside(attempt):
        return True
    return not any(_strong(said) for said in attempt.said) or attempt.line.unknown > 8


def _unknown_beside(attempt: _Attempt) -> bool:
    """Whether a word nobody knows stands where it may change the time: inside it, in the same breath before it
    ("closes at 4"), behind a little word or a day, or behind an hour not pinned to a half of the day."""
    heard, said = attempt.heard, attempt.said
    if _INSIDE.search(heard) or _BEFORE.search(heard) or _OF_ANOTHER.search(heard):
        return True
    if any(isinstance(s, InDay) and isinstance(s.day, Stretch) for s in said):
        return True
    behind = _BEHIND.search(heard)
    return behind is not None and (behind.group()[0] in "wn" or not any(_pinned(s) for s in said))


_INSIDE = re.compile(
    r"[@~><VvFBTISζφxtelbMERi][OAg]*\?|[ndcoπpwmruhq$]\?+[,]?[@O]?[ndcoπpuhqaw]|[-T2]\?|\?[T2]"
    r"|[ndcπpwrm][hk]?[@OgδιFƒ&|+]+\?"
)
_BEFORE = re.compile(r"\?[ndcoπpwmqHuh]")
_BEHIND = re.compile(r"[ndcoπpwmruhkqa$Δöƒðä]\?")
_OF_ANOTHER = re.compile(r"\?[^,;|z-]*[ndcoπp><VvTF@ja]")


def _pinned(said: Said) -> bool:
    if not isinstance(said, InDay):
        return True
    time = said.time
    return time is not None and any(c is not None and c.fixed for c in (time.start, time.end))


def _strong(said: Said) -> bool:
    """A reading that holds even among words nobody knows: a clear clock time or a day."""
    if not isinstance(said, InDay):
        return not isinstance(said, Soon)
    return said.day is not None or (said.time is not None and _strong_time(said.time))


def _strong_time(time: TimeOfDay) -> bool:
    if time.way is Way.PART:
        return False
    return any(isinstance(c, Clock) and not c.weak for c in (time.start, time.end)) or isinstance(time.part, Part)
