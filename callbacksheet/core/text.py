"""How typed words are compared: case, width, accents and stray spaces do not part what people see as one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
_NOT_WORD = re.compile(r"[^\w]+|_+")
_APOSTROPHE = re.compile(r"(?<=\w)['\u2018\u2019\u02bc\u2032\u00b4`](?=\w)")
_MARK = re.compile(r"(?<=\u0438)\u0306|(?<=\u0456)\u0308|([\u0300-\u036f])")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Unicode-folded: compatibility forms, case, unseen characters, spaces levelled; accents kept."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold().split())


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """``fold`` without accents and punctuation: "Перенос, записи!" is "перенос записи". й, ї lose marks."""
    parts = unicodedata.normalize("NFKD", fold(text))
    return _NOT_WORD.sub(" ", "".join(c for c in parts if not unicodedata.combining(c))).strip()


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """``bare`` for reading words: й and ї stay, an apostrophe parts no word ("didn't"), № is a mark."""
    folded = fold(_APOSTROPHE.sub("", text).replace("№", "#"))
    if folded.isascii():
        return _NOT_WORD.sub(" ", folded).strip()
    parts = unicodedata.normalize("NFKD", folded)
    kept = _MARK.sub(lambda mark: "" if mark[1] else mark[0], parts)
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", kept)).strip()
