"""What may be said of a request aloud: no token, no key, no whole phone number, wherever it came from."""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"-----BEGIN [^-]*PRIVATE KEY-----.*?(?:-----END [^-]*-----|\Z)"
    r"|(?i:bearer\s+)\S+"
    r"|\bya29\.[\w.-]+"
    r"|\b1//[\w-]{10,}"
    r"|\beyJ[\w-]+\.[\w.-]+"
    r"|\bGOCSPX-[\w-]+"
    r'|(?<=token=)[^&\s"]+|(?<=secret=)[^&\s"]+|(?<=assertion=)[^&\s"]+|(?<=code=)[^&\s"]+',
    re.DOTALL,
)
_NUMBERS = re.compile(r"\+?\(?\d(?:[\s().\u2010-\u2015/-]{0,3}\d){6,}")
_LEFT = 2


def masked(text: str) -> str:
    """The text with tokens and keys taken out, and of a phone number its last two digits left: ``…42``."""
    return _NUMBERS.sub(_number_masked, _TOKENS.sub("(hidden)", text))


def _number_masked(found: re.Match[str]) -> str:
    digits = [character for character in found[0] if character.isdigit()]
    return "…" + "".join(digits[-_LEFT:])
