"""What callers say and how a front desk writes it down, with the oracle's own idea of what it means.

Few callers and few reasons, so that the same caller, day and reason come again and again. Notes carry a token that
tells one text from every other.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random
from typing import NamedTuple


class Caller(NamedTuple):
    """Somebody who rings: the last ten digits of the number (none for a caller without one), and the name."""

    digits: str
    name: str


CALLERS = (
    *(
        Caller(f"41555501{n:02d}", name)
        for n, name in enumerate(["Dana", "Oleh", "Sari", "Mateo", "Ines", "Viktor", "Wayan", "Rosa"], 31)
    ),
    Caller("", "Agus Pratama"),
    Caller("", "Noor Haddad"),
)
REASONS = {
    "reschedule": ("reschedule", "resched", "change appt"),
    "book": ("book", "Booking", "new appt"),
    "invoice": ("invoice",),
    "invoice 2207": ("invoice 2207", "Invoice #2207"),
    "color fix": ("color fix",),
}
WISHES = ("", "", "afternoon", "after 15:00", "tomorrow morning", "asap", "anytime", "when the moon is full")
URGENCIES = ("", "", "", "!", "urgent", "High", "low", "normal")
STATUSES = ("", "lvm", "no answer", "booked!", "Waiting", "Done", "scheduled", "New")
NEXT_TIMES = ("2026-11-20 16:00", "16:30", "11/23 10:00", "tomorrow 9:15", "soon", "2026-11-24 11:30")
OWNERS = ("MK", "JL", "RT")
OUTCOMES = ("booked for friday", "left voicemail", "no answer", "will ring back")
NOTES = ("prefers Rita", "ring the bell twice", "asked for a quote", "is in a hurry", "left a message at noon")
HEADERS = (
    "Received", "Name", "Phone", "Reason", "Best time", "Urgency", "Status", "Next callback", "Owner", "Attempts",
    "Outcome", "Notes", "By",
)  # fmt: skip
OTHER_HEADERS = {"Phone": "Tel", "Notes": "Note", "Best time": "When to call", "Owner": "Responsible"}
"""Names the desk may give a column instead, that mean the same."""
OURS = ("Calls", "Updated", "Check", "ID")
DESK = ("Received", "Name", "Phone", "Reason", "Best time", "Urgency", "Notes")
SHARED = ("Status", "Next callback", "Owner", "Attempts", "Outcome", "By")
WORDS = ("Name", "Reason", "Best time", "Outcome", "Notes")
"""Columns in which a person's words must go on standing as words."""

_TOKEN = re.compile(r"~(\d+)~")
_MEANS = {re.sub(r"\W+", " ", text).strip().casefold(): key for key, texts in REASONS.items() for text in texts}


def number_as_typed(rng: Random, digits: str) -> str | float:
    """One caller's number as the desk writes it today."""
    area, middle, end = digits[:3], digits[3:6], digits[6:]
    ways: tuple[str | float, ...] = (
        digits,
        f"({area}) {middle}-{end}",
        f"{area}.{middle}.{end}",
        f"+1 {area}-{middle}-{end}",
        f"tel {area}-{middle}-{end}",
        f"1 {area} {middle} {end}",
    )
    return rng.choice(ways)


def words_for(rng: Random, header: str, caller: Caller, token: int) -> str:
    """What the desk types in this column about this caller; "" clears the cell."""
    match header:
        case "Name":
            return caller.name
        case "Phone":
            return str(number_as_typed(rng, caller.digits)) if caller.digits else ""
        case "Reason":
            return rng.choice(REASONS[rng.choice(tuple(REASONS))])
        case "Received":
            return rng.choice(("", "11:20", "2026-11-20 11:40", "11/20 10:05", "11/19 16:10"))
        case "Best time":
            return rng.choice(WISHES)
        case "Urgency":
            return rng.choice(URGENCIES)
        case "Status":
            return rng.choice(STATUSES)
        case "Next callback":
            return rng.choice(NEXT_TIMES)
        case "Owner" | "By":
            return rng.choice(OWNERS)
        case "Attempts":
            return rng.choice(("1", "2", ""))
        case "Outcome":
            return f"{rng.choice(OUTCOMES)} ~{token}~"
        case "Notes":
            return rng.choice((f"{rng.choice(NOTES)} ~{token}~",) * 12 + ("=1+1", ""))
    return f"typed ~{token}~"


def tokens_in(text: str) -> list[int]:
    """The tokens that stand in a text."""
    return [int(number) for number in _TOKEN.findall(text)] if "~" in text else []


def digits_of(value: object) -> str:
    """The ten digits of a number, however it is written; "" where there are fewer."""
    text = f"{value:.0f}" if isinstance(value, float) else str(value or "")
    digits = "".join(filter(str.isdigit, text))
    return digits[-10:] if len(digits) >= 10 else ""


def reason_of(text: str) -> str:
    bare = re.sub(r"\W+", " ", text).strip().casefold()
    return _MEANS.get(bare, bare)


def day_of(text: str, today: str) -> str:
    """The day of a Received cell as the desk or the tool writes it."""
    if re.fullmatch(r"4\d{4}(\.\d+)?", text):  # a true date: days since the end of 1899
        return f"{date(1899, 12, 30) + timedelta(days=int(float(text)))}"
    if found := re.match(r"\d{4}-\d{2}-\d{2}", text):
        return found[0]
    if found := re.match(r"(\d{1,2})/(\d{1,2})", text):
        return f"2026-{int(found[1]):02d}-{int(found[2]):02d}"
    return today


def folded(text: object) -> str:
    """A text for comparing: case and spaces do not matter."""
    return re.sub(r"\s+", " ", str(text if text is not None else "")).strip().casefold()
