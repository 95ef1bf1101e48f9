"""R9, the first look at what was typed: words, numbers, times and dates, and what is only a phone or order number.

Nothing here knows a language. Words are levelled (case, accents, apostrophes, full-width letters) as the
lexicon's are. Only the first ``MOST_TOKENS`` are read, so a long note costs no more than a short one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

MOST_CHARACTERS = 600
MOST_TOKENS = 90


class Kind(IntEnum):
    WORD = 0
    NUMBER = 1
    CLOCK = 2
    PAIR = 3
    DATE = 4
    AMPM = 5
    SIGN = 6
    NOISE = 7


@dataclass(slots=True)
class Token:
    """One piece of the text. ``glued``: nothing stands between it and the one before."""

    kind: Kind
    text: str
    glued: bool
    start: int
    end: int


_MARKLESS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'", "`": "'",
     "´": "'", "′": "'", "–": "-", "—": "-", "‒": "-", "−": "-", "‑": "-", "~": "~", "º": "º", "ª": "º", "°": "º",
     "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "\u200b": "", "\ufeff": "", "\u00ad": "", "…": " ; "}
)  # fmt: skip

_PHONE = r"""
    (?:\+|\b00)\s?\(?\d[\d\s().-]{5,}\d
  | \(\d{2,5}\)\s?\d[\d\s.-]{4,}\d
  | (?<![\d:.,/-])\d{3}[\s.-]\d{3}[\s.-]\d{4}(?![\d:])
  | (?<![\d:.,/-])\d{3}[\s-]\d{4}(?![\d:])
  | (?<![\d:.,/-])[78]?[\s-]?\(?\d{3}\)?[\s-]?\d{3}[\s-]\d{2}[\s-]\d{2}(?![\d:])
  | (?<![\d:.,/-])\d{2}[\s-]\d{2}[\s-]\d{2}[\s-]\d{2}(?:[\s-]\d{2})?(?![\d:])
  | (?<![\d:.,/-])\d{2,4}-\d{2,4}-\d{4,}(?![\d:])
  | (?<![\d:.,/-])0\d{3,4}[\s-]\d{6,7}(?![\d:])
  | (?<![\d:.,/-])0\d{2,3}[\s-]\d{3,4}[\s-]\d{3,4}(?:[\s-]\d{2,4})?(?![\d:])
  | \d{7,}
"""
_TOKEN = rf"""
    (?=[^\W\d_])(?:
        (?P<code>[^\W\d_]{{2,}}+(?:-\d{{5,}}|\d{{3,}})[\w-]* | \w++@[\w.]+ | https?:\S+)
      | (?P<b4>(?<!\w)b4(?!\w))
      | (?P<ampm>(?<![^\W\d_])[ap]\s?\.\s?m\b\s?\.?
          | (?<![^\W\d_])(?<=\d)[ap]m?(?![^\W_])
          | (?<![^\W\d_])[ap]\s?/\s?m\b)
      | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    )
  | (?P<iso>(?<![\d.,/-])(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?![\d]))
  | (?P<date>(?<![\d.,/-])\d{{1,2}}(?P<sep>[-/.])\s?\d{{1,2}}(?P=sep)(?:\s?20)?\d\d(?!\d|[:/]|\.\d|-\d))
  | (?P<junk>{_PHONE}
      | [\#№]\s?\d[\w-]*
      | \d+[a-z]+\d+[a-z][\w-]*
      | \d+(?:\.\d+){{3,}} | \d+(?:-\d+){{3,}}
      | [$€£₽₴¥]\s?\d[\d.,]*
      | \d[\d.,]*\s?[$€£₽₴¥%]
      | \w++@[\w.]+ | %\w+
      | \d+-\d+-\d+ | \d+/\d+/\d+ | \d+\.\d+\.\d+ | \d{{1,2}}:[6-9]\d\b | [-+]?\d+[./,-]-\d+[\d./-]*
      | \d+[.,]\d+/\d+ | \d+/\d+[.,]\d+ | \d{{3,}}[.,]\d+ | \d+[.,]\d{{3,}}
    )
  | (?P<clock>\d{{1,2}}\s?:\s?\d{{2}}(?::\d{{2}})?(?!\d)|\d{{1,2}}[hu]\d{{2}}(?!\d))
  | (?P<pair>\d{{1,2}}[.,/]\d{{1,2}}(?!\d))
  | (?P<txt>(?<!\w)2(?:moro|morrow|mrw|mrow|day|nite|night)(?!\w))
  | (?P<num>\d+)
  | (?P<sign><=|>=|[^\w\s])
"""
"""What begins with a letter comes first: most pieces do."""

_KINDS = {
    "iso": Kind.DATE, "date": Kind.DATE, "junk": Kind.NOISE, "clock": Kind.CLOCK, "pair": Kind.PAIR,
    "num": Kind.NUMBER, "ampm": Kind.AMPM, "word": Kind.WORD, "txt": Kind.WORD, "sign": Kind.SIGN,
    "code": Kind.NOISE, "b4": Kind.WORD,
}  # fmt: skip


@cache
def _token_pattern() -> re.Pattern[str]:
    """Compiled at the first reading, so that importing stays quick."""
    return re.compile(_TOKEN, re.VERBOSE)


def level(text: str) -> str:
    """The text as words are compared: lower case, no accents, plain quotes and dashes."""
    if text.isascii():
        return text.lower()
    return text.translate(_LEVELLED)


class _Levelled(dict[int, str]):
    """What each character is levelled to, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFC", chr(code)).casefold().translate(_MARKLESS)
        parts = unicodedata.normalize("NFKD", folded)
        plain = "".join(c for c in parts if not unicodedata.combining(c)).translate(_MARKLESS)
        if len(self) < _MOST_LEVELLED:
            self[code] = plain
        return plain


_MOST_LEVELLED = 20_000
_LEVELLED = _Levelled()


def tokens(text: str) -> list[Token]:
    """The pieces of a text, in order, levelled."""
    made: list[Token] = []
    last_end = -1
    for match in _token_pattern().finditer(level(text.strip()[:MOST_CHARACTERS])):
        kind = _KINDS[match.lastgroup if match.lastgroup != "sep" else "date"]  # type: ignore[index]
        piece = match.group()
        start, end = match.span()
        if kind is Kind.WORD and "'" in piece:
            made.extend(_split_word(piece, start, glued=start == last_end))
        else:
            made.append(Token(kind, piece, start == last_end, start, end))
        last_end = end
        if len(made) >= MOST_TOKENS:
            break
    return made


def _split_word(piece: str, start: int, *, glued: bool) -> list[Token]:
    """Apostrophes part Latin words ("l'après") and are nothing in Cyrillic ones ("п'ятниця")."""
    if piece[0] > "\u0370":
        return [Token(Kind.WORD, piece.replace("'", ""), glued, start, start + len(piece))]
    made = []
    at = start
    for part in piece.split("'"):
        made.append(Token(Kind.WORD, part, glued, at, at + len(part)))
        glued, at = True, at + len(part) + 1
    return made
