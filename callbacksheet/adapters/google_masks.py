"""What may be said of a request aloud: no token, no key, no whole phone number, wherever it came from."""

from __future__ import annotations

import re

from callbacksheet.core.masking import masked_text

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


def masked(text: str) -> str:
    """The text with tokens and keys taken out, and of a phone number only its end left."""
    return masked_text(_TOKENS.sub("(hidden)", text), None)
