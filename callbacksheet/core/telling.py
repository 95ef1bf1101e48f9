"""R18: what a message says. Rows and a moment in, a subject and a short body out, in the shop's language.

What is private on a row is never told; a number is told whole only where nobody but the recipient reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from callbacksheet.core.callback import Callback
from callbacksheet.core.message import Address, Kind, Message
from callbacksheet.core.shop import Shop
from callbacksheet.core.templates import Texts


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why somebody is told something, and of which rows, the first to ring first.

    ``remarks`` stand beside the rows, one each or none (what is left at the end of the day). ``block`` is the
    block that starts. ``instead_of`` and ``why`` are for UNREACHED: whose address failed, and how.
    """

    kind: Kind
    callbacks: tuple[Callback, ...] = ()
    remarks: tuple[str, ...] = ()
    block: tuple[datetime, datetime] | None = None
    instead_of: str = ""
    why: str = ""


def message_of(
    occasion: Occasion,
    key: str,
    recipient: str,
    address: Address,
    names: Mapping[str, str],
    shop: Shop,
    now: datetime,
    texts: Texts,
) -> Message:
    """The message for one person at one address. ``names`` are the team's, by initials."""
    raise NotImplementedError
