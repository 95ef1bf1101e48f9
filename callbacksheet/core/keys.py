"""Row keys: ``CB-7F3K``. Short enough to say on the phone, never given twice.

The n-th key is a fixed scramble of n, so the state tab's counter alone guarantees that no key comes back,
and two copies of the tool that plan at once are parted by the fence, not by luck.
"""

from __future__ import annotations

import re
from functools import lru_cache

PREFIX = "CB-"
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U to mishear
_FACTOR = 665_857  # odd, so that multiplying modulo a power of two gives each key once
_PATTERN = re.compile(r"CB-[0-9A-HJKMNP-TV-Z]{4,8}")


def key_of(number: int) -> str:
    """The key of the ``number``-th row ever seen (from 1)."""
    length = 4
    while number >= 32**length:
        length += 1
    size: int = 32**length
    scrambled = (number * _FACTOR + size // 3) % size
    letters = []
    for _ in range(length):
        scrambled, rest = divmod(scrambled, 32)
        letters.append(_LETTERS[rest])
    return PREFIX + "".join(reversed(letters))


@lru_cache(maxsize=262_144)
def number_of(key: str) -> int:
    """Which row this key was given to; 0 for a text that is no key. The inverse of ``key_of``."""
    if not is_key(key):
        return 0
    letters = key[len(PREFIX) :]
    size: int = 32 ** len(letters)
    scrambled = 0
    for letter in letters:
        scrambled = scrambled * 32 + _LETTERS.index(letter)
    inverse: int = pow(_FACTOR, -1, size)
    return (scrambled - size // 3) * inverse % size


def is_key(text: str) -> bool:
    return _PATTERN.fullmatch(text) is not None
