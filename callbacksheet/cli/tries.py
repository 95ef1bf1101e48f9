"""What was typed of an attempt, as a deed: which kind, whether it closes the row, and when to try again."""

from __future__ import annotations

from datetime import datetime

from callbacksheet.cli.acted import Doing, Found, caller, moment_meant, signed, still_open
from callbacksheet.core.deed_words import tried_in, tried_word
from callbacksheet.core.deeds import Deed, Tried
from callbacksheet.core.model import Code, Column, Formula, Issue, Status
from callbacksheet.core.next_try import propose
from callbacksheet.core.words import parse_status
from callbacksheet.errors import UsageError

_LEAVES_WORD = (Tried.VOICEMAIL, Tried.MESSAGE)


def attempted(found: Found, came: str, *, next_at: str, note: str, outcome: str, final: bool) -> Doing:
    """Raises UsageError where the words name no attempt, or leave open what comes next."""
    callback, now, shop = still_open(found.callback), found.desk.now, found.desk.shop
    tried, words, settled = _meant(came)
    outcome = outcome.strip() or settled
    note = "; ".join(part for part in (words, note.strip()) if part)
    final = tried in _LEAVES_WORD and (final or callback.told(Code.FINAL_MESSAGE_DUE))
    if tried is Tried.SPOKE and not outcome and not next_at:
        raise UsageError(
            "You spoke: then it is settled, or there is a next time. Nothing was changed.",
            'Add --outcome "what came of it", or --next "tomorrow 17:15".',
        )
    closes = bool(outcome) and not next_at
    at = moment_meant(next_at, now, shop) if next_at else None
    by_formula = isinstance(callback.cell(Column.NEXT_CALLBACK), Formula)
    closes_itself = final and callback.attempts - callback.facts.attempts_before + 1 >= shop.attempts_max
    if at is None and not (closes or closes_itself or by_formula):
        at = propose(callback, tried, now, shop)
    deed = Deed(callback.key, signed(found), tried, final, closes, outcome, note, at)
    return Doing(_says(deed, found, at, proposed=not next_at), deed)


def _meant(came: str) -> tuple[Tried, str, str]:
    """The kind of attempt, words about it, and what was settled: "vm, gave price"; "booked Fri 15:00"."""
    kind, rest = tried_in(came)
    if kind:
        return Tried(kind), rest, ""
    reading = parse_status(came)
    if not isinstance(reading, Issue) and reading.status is Status.DONE:
        return Tried.SPOKE, "", came.strip()
    raise UsageError(
        f"“{came}” names no attempt. Nothing was recorded.",
        "Say no-answer, voicemail, message, busy, wrong-number or spoke, or what was settled, like booked.",
    )


def _says(deed: Deed, found: Found, at: datetime | None, *, proposed: bool) -> str:
    count = found.callback.attempts + 1
    tried = deed.tried or Tried.SPOKE
    what = deed.outcome or tried_word(tried.value, found.desk.shop.language)
    what = f"{what}, the final message" if deed.final else what
    policy = " The next try is the policy's; --next gives another." if at and proposed else ""
    return f"{caller(found.callback)}: {what}, attempt {count} by {deed.by}.{policy}"
