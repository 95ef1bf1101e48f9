"""How typed words are compared: folded, so that case, width, accents and stray spaces do not part what people see as one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_WORD = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Unicode-folded: compatibility forms, case, unseen characters and repeated spaces levelled; accents kept."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold().split())


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """``fold`` without accents and punctuation: "Перенос, записи!" and "перенос записи" are one. й, ї and ё lose their marks too."""
    parts = unicodedata.normalize("NFKD", fold(text))
    return _NOT_WORD.sub(" ", "".join(c for c in parts if not unicodedata.combining(c))).strip()
