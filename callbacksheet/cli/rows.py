"""ROW on the command line: a row's key, a phone number, or a part of a name that only one caller has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from callbacksheet.core.callback import Callback
from callbacksheet.core.keys import PREFIX
from callbacksheet.core.model import Phone
from callbacksheet.core.phones import parse_phone
from callbacksheet.core.text import bare
from callbacksheet.errors import UsageError

if TYPE_CHECKING:
    from callbacksheet.core.shop import Shop

_SHORTEST_NUMBER = 3
_MOST_CANDIDATES = 8


def find_rows(text: str, queue: Sequence[Callback], shop: Shop) -> list[Callback]:
    """All rows that are meant, in queue order; the surest way of meaning a row that finds any decides."""
    by_key = [c for c in queue if c.key in (text.strip().upper(), PREFIX + text.strip().upper())]
    return by_key or _by_phone(text, queue, shop) or _by_name(text, queue)


def one_row(text: str, queue: Sequence[Callback], shop: Shop) -> Callback:
    """The one row meant; of several the only open one. Raises UsageError naming the candidates."""
    found = find_rows(text, queue, shop)
    still_open = [callback for callback in found if callback.open]
    if len(found) == 1 or len(still_open) == 1:
        return (still_open or found)[0]
    if not found:
        raise no_such_row(text)
    listed = "; ".join(called(callback) for callback in found[:_MOST_CANDIDATES])
    more = f"; and {len(found) - _MOST_CANDIDATES} more" if len(found) > _MOST_CANDIDATES else ""
    raise UsageError(f"“{text}” can be any of {len(found)} rows: {listed}{more}.", "Name one by its key.")


def no_such_row(text: str) -> UsageError:
    return UsageError(
        f"No row has the key or number “{text}”, or a name with it.",
        "See the rows and their keys with `callbacksheet list --all`.",
    )


def called(callback: Callback) -> str:
    """How a row is named in messages: its key, who, and about what."""
    who = callback.name or callback.phone_text or "no name"
    return f"{callback.key} {who} ({callback.reason or 'no reason'}, {callback.status.value})"


def _by_phone(text: str, queue: Sequence[Callback], shop: Shop) -> list[Callback]:
    """Rows of that number, whatever its extension where none is asked for; else those where just this stands in its
    place; else with these digits.
    """
    wanted = parse_phone(text, shop.region)
    if isinstance(wanted, Phone):
        return [
            c for c in queue if c.phone and c.phone.e164 == wanted.e164 and wanted.extension in ("", c.phone.extension)
        ]
    if as_typed := [c for c in queue if c.phone is None and c.phone_text == text.strip()]:
        return as_typed
    digits = _digits(text)
    if len(digits) < _SHORTEST_NUMBER or any(letter.isalpha() for letter in text):
        return []
    return [c for c in queue if digits in _digits(c.phone.e164 if c.phone else c.phone_text)]


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())


def _by_name(text: str, queue: Sequence[Callback]) -> list[Callback]:
    """Rows of the whole name, else with words that begin so, else with a name that holds it."""
    wanted = bare(text)
    if not wanted:
        return []
    names = [(callback, bare(callback.name)) for callback in queue]
    whole = [callback for callback, name in names if name == wanted]
    words = [callback for callback, name in names if f" {wanted}" in f" {name}"]
    return whole or words or [callback for callback, name in names if wanted in name]
