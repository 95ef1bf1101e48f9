"""What a row's cells mean (R1, R3, R4, R7): text becomes values; what cannot be read is told, never dropped."""

from __future__ import annotations

import re
from datetime import datetime, time

from callbacksheet.core.callback import PLACE, Callback, Row, joined
from callbacksheet.core.cells import same, shown, text_of
from callbacksheet.core.model import CellValue, Code, Column, Formula, Issue, Phone, Status, Urgency
from callbacksheet.core.phones import parse_phone
from callbacksheet.core.reasons import UNKNOWN, reason_key
from callbacksheet.core.received import parse_received
from callbacksheet.core.shop import Shop
from callbacksheet.core.state import Facts
from callbacksheet.core.wish.damage import wish_text
from callbacksheet.core.words import parse_status, parse_urgency, status_word, urgency_word

_COUNT = re.compile(
    r"(?:x|х|×|#)?\s?(\d{1,2})\s?(?:x|х|×|times?|раза?|рази?|kali|vez|veces|tries|calls?)?\.?", re.IGNORECASE
)
_NONE_YET = {"-", "–", "—", "no", "none", "нет", "нема", "ні", "belum", "ninguno", "0"}
_FIRST_COUNT = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def read_callback(row: Row, now: datetime, shop: Shop) -> Callback:
    """The row with every cell read and made canonical where its text was understood."""
    facts = row.base.facts if row.base else Facts(first_seen=now, calls=count_of_calls(row.cell(Column.CALLS)))
    first_seen = facts.first_seen or now
    received = parse_received(row.cell(Column.RECEIVED), _day_of_clock(row, first_seen, now), shop)
    phone = parse_phone(row.cell(Column.PHONE), shop.region)
    reason = row.text(Column.REASON)
    callback = Callback(
        row=row,
        key=row.key,
        facts=facts,
        cells=row.cells,
        received_at=received if isinstance(received, datetime) else first_seen,
        name=row.text(Column.NAME),
        phone=phone if isinstance(phone, Phone) else None,
        phone_text=row.text(Column.PHONE),
        reason=reason,
        reason_key=reason_key(reason, shop),
        wish_text=wish_text(row.cell(Column.BEST_TIME), shop),
        urgency=Urgency.NORMAL,
        status=Status.NEW,
        owner=row.text(Column.OWNER),
        attempts=0,
        outcome=row.text(Column.OUTCOME),
        notes=row.text(Column.NOTES),
    )
    callback = _with_received(callback, received)
    callback = _with_caller(callback, phone)
    if callback.reason_key == UNKNOWN:
        callback = callback.tell(Code.NO_REASON)
    callback = _with_urgency(callback, shop)
    callback = _with_attempts(callback)
    return _with_status(callback, shop)


def _day_of_clock(row: Row, first_seen: datetime, now: datetime) -> datetime:
    """What a time without a date is today's of: of the day it was seen first, where it could not be written out."""
    place = PLACE[Column.RECEIVED]
    stays = row.base is not None and same(row.cells[place], row.base.cells[place])
    return first_seen if stays else now


def count_of_calls(value: CellValue) -> int:
    """Calls already counted in an adopted sheet."""
    return int(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and 1 <= value < 1000 else 1


def _with_received(callback: Callback, received: datetime | Issue | None) -> Callback:
    if isinstance(received, Issue):
        return callback.but(issues=(*callback.issues, received))
    typed = callback.row.cell(Column.RECEIVED)
    naive = callback.received_at.replace(tzinfo=None)
    if received is None:
        return callback.write(
            Column.RECEIVED, naive, "no time was typed: filled with the moment the row was first seen"
        )
    if isinstance(typed, (str, int, float, time)):
        return callback.write(Column.RECEIVED, naive, f"“{shown(typed)}” read as a date and time")
    return callback


def _with_caller(callback: Callback, phone: Phone | Issue) -> Callback:
    if not callback.name:
        callback = callback.tell(Code.NO_NAME)
    if isinstance(phone, Issue):
        return callback.but(issues=(*callback.issues, phone))
    return callback.write(Column.PHONE, phone.cell, "phone in international form")


def _with_urgency(callback: Callback, shop: Shop) -> Callback:
    typed = callback.row.text(Column.URGENCY)
    urgency = parse_urgency(typed)
    if isinstance(urgency, Issue):
        return callback.but(issues=(*callback.issues, urgency))
    if urgency is Urgency.NORMAL:
        return callback
    word = urgency_word(urgency, shop.language)
    return callback.write(Column.URGENCY, word, f"“{typed}” means {word}", urgency=urgency)


def _with_attempts(callback: Callback) -> Callback:
    count = parse_attempts(callback.row.cell(Column.ATTEMPTS))
    if isinstance(count, Issue):
        return callback.but(issues=(*callback.issues, count))
    return callback.but(attempts=count) if count else callback


def parse_attempts(value: CellValue) -> int | Issue:
    """How often we tried: a number, or the one number in a few words ("2x", "3 tries", "1 (vm)")."""
    text = text_of(value).casefold()
    if not text or text in _NONE_YET:
        return 0
    if found := _COUNT.fullmatch(text):
        return int(found[1])
    counts = _FIRST_COUNT.findall(text)
    if len(counts) == 1 and not re.search(r"[:./]\d", text):
        return int(counts[0])
    return Issue(Code.UNPARSED_ATTEMPTS, (text_of(value),))


def _with_status(callback: Callback, shop: Shop) -> Callback:
    typed = callback.row.text(Column.STATUS)
    reading = parse_status(typed)
    if isinstance(reading, Issue):
        return callback.but(issues=(*callback.issues, reading))
    callback = callback.but(status=reading.status)
    if isinstance(callback.row.cell(Column.STATUS), Formula) or not typed:
        return callback
    if reading.prose:
        callback = _keep_prose(callback, reading.prose)
    word = status_word(reading.status, shop.language)
    return callback.write(Column.STATUS, word, f"“{typed}” means {word}")


def with_status_given(callback: Callback, status: Status, why: str, shop: Shop) -> Callback:
    """A status that a rule gives. Words in the cell that nobody could read go on in Outcome or Notes."""
    callback = callback.but(status=status)
    if callback.told(Code.UNPARSED_STATUS):
        callback = _keep_prose(callback.settled(Code.UNPARSED_STATUS), callback.row.text(Column.STATUS))
    return callback.write(Column.STATUS, status_word(status, shop.language), why)


def _keep_prose(callback: Callback, prose: str) -> Callback:
    """Status words that say more than the status go on in Outcome when done, else in Notes."""
    why = f"kept from the status “{prose}”"
    to_outcome = callback.status is Status.DONE and not isinstance(callback.cell(Column.OUTCOME), Formula)
    if to_outcome or isinstance(callback.cell(Column.NOTES), Formula):
        outcome = joined(callback.outcome, prose)
        return callback.write(Column.OUTCOME, outcome, why, outcome=outcome)
    notes = joined(callback.notes, prose)
    return callback.write(Column.NOTES, notes, why, notes=notes)
