"""R9, the words of one language: what a lexicon table holds. One module beside this one per language.

Phrases are separated by commas, written in lower case with their accents; they are compared without
accents and apostrophes, so "mañana" is also found as "manana". A phrase may have several words; the
longest match wins. docs/add-a-language.md leads a translator through the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from callbacksheet.core.wish.spec import Part

Phrases = str
"""Alternatives, separated by commas."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The time words of one language.

    ``days`` counts from the day of the call; ``parts`` names parts of a day, ``day_parts`` a part of a
    certain day ("tonight"); ``clocks`` are moments in minutes since midnight ("noon"); ``spans``
    lengths in minutes ("half an hour"); ``roles`` the little words, by what they do (table.ROLES).
    """

    language: str
    weekdays: tuple[Phrases, ...]
    months: tuple[Phrases, ...]
    days: Mapping[int, Phrases]
    numbers: Mapping[int, Phrases]
    ordinals: Mapping[int, Phrases]
    parts: Mapping[Part, Phrases]
    units: Mapping[str, Phrases]
    roles: Mapping[str, Phrases]
    day_parts: Mapping[tuple[int, Part], Phrases] = field(default_factory=dict)
    clocks: Mapping[int, Phrases] = field(default_factory=dict)
    spans: Mapping[int, Phrases] = field(default_factory=dict)
    vague: Mapping[int, Phrases] = field(default_factory=dict)
    """Numbers that only ever count ("a few", "a couple of")."""
    compounds: bool = False
    """A weekday and a part of the day are written as one word ("Dienstagabend")."""
    next_is_nearest: bool = False
    """"next Wednesday" is the nearest one ahead, not next calendar week's."""
    next_is_contested: bool = False
    """People differ about "next Friday": where the meanings differ, the reading is not sure."""
    and_adds_minutes: bool = False
    """"3 y 20" is twenty past three."""
    minutes_follow: bool = True
    """Two number words in a row are hour and minutes ("ten thirty")."""
    verb_last: bool = False
    """A past event is named at the end of its clause ("hat um 10 angerufen")."""
    weekday_parts: Mapping[tuple[int, Part], Phrases] = field(default_factory=dict)
    """A part of a certain weekday, in words of its own ("habis jumatan")."""
    half_prefix: str = ""
    """Written before an hour's ordinal, half an hour less ("полшестого")."""
    case_endings: tuple[tuple[str, str], ...] = ()
    """Endings that a number takes, and the role each gives ("5'ten": from)."""
