"""R18: what a message says. Rows and a moment in, a subject and a short body out, in the shop's language.

What is private on a row is never told (R15); a number is told whole only where nobody but the recipient reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from callbacksheet.core.callback import Callback
from callbacksheet.core.checks import sensitive_kind
from callbacksheet.core.hours import before
from callbacksheet.core.masking import link_to_ring, masked_digits, masked_number, masked_text, whole_number
from callbacksheet.core.message import Address, Kind, Message
from callbacksheet.core.model import Code, Urgency
from callbacksheet.core.reasons import reason_shown
from callbacksheet.core.shop import DateOrder, Shop
from callbacksheet.core.telling_words import WORDS, TellingWords
from callbacksheet.core.templates import Texts, cut, one_line

LONGEST_LIST = 12
LONGEST_VALUE = 80
LONGEST_WHO_IN_SUBJECT = 28

_DAYS = {DateOrder.MDY: "{0.month}/{0.day}", DateOrder.DMY: "{0:%d.%m}", DateOrder.YMD: "{0:%Y-%m-%d}"}


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
    telling = _Telling(shop, now, names, address.private)
    values = telling.values(occasion, recipient)
    shorter = {"who": cut(values["who"], LONGEST_WHO_IN_SUBJECT)}
    subject, body = texts[occasion.kind].filled(values, shorter)
    return Message(
        key,
        recipient,
        address.text,
        subject,
        body,
        private=address.private,
        urgent=any(callback.urgency is Urgency.HIGH for callback in occasion.callbacks),
        links=telling.links(occasion.callbacks),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """How things are said at one moment on one channel."""

    shop: Shop
    now: datetime
    names: Mapping[str, str]
    private: bool

    @property
    def words(self) -> TellingWords:
        return WORDS[self.shop.language]

    def values(self, occasion: Occasion, recipient: str) -> Mapping[str, str]:
        """What stands in each place of a template; "" where there is nothing to say."""
        first = self.of_row(occasion.callbacks[0], occasion.kind) if occasion.callbacks else {}
        told = {
            "to": self.person(recipient),
            "now": self.moment(self.now),
            "who": self.person(recipient),
            "when": self.moment(self.now),
            "count": str(len(occasion.callbacks)),
            "list": self.listed(occasion),
            "block": self.span(occasion.block) if occasion.block else self.moment(self.now),
            "instead_of": self.person(occasion.instead_of),
            "why": one_line(occasion.why).rstrip("."),
        }
        return {**told, **first}

    def of_row(self, callback: Callback, kind: Kind) -> Mapping[str, str]:
        due, promised = callback.next_at, callback.promise_at
        when = promised if kind is Kind.PROMISE else due
        return {
            "who": self.who(callback),
            "phone": self.number(callback),
            "reason": self.reason(callback),
            "wish": "" if callback.told(Code.SENSITIVE) else self.said(callback.wish_text, callback),
            "when": self.moment(when or self.now),
            "late": self.late(due) if due else "",
            "urgent": self.words.urgent if callback.urgency is Urgency.HIGH else "",
            "owner": self.names.get(callback.owner) or self.said(callback.owner, callback),
            "attempts": str(callback.attempts or ""),
            "promise": self.moment(promised) if promised else "",
            "called": self.moment(callback.last_call),
            "key": callback.key,
        }

    def listed(self, occasion: Occasion) -> str:
        shown = occasion.callbacks[:LONGEST_LIST]
        remarks = (*occasion.remarks, *("" for _ in shown))
        lines = [self.line(callback, remark) for callback, remark in zip(shown, remarks, strict=False)]
        left = len(occasion.callbacks) - len(shown)
        return "\n".join((*lines, self.words.more.format(left)) if left else lines)

    def line(self, callback: Callback, remark: str) -> str:
        when = self.moment(callback.next_at) if callback.next_at else ""
        urgent = self.words.urgent if callback.urgency is Urgency.HIGH else ""
        head = " ".join(part for part in (when, urgent, self.who(callback)) if part)
        number = self.number(callback) if callback.name else ""
        rest = (number, self.reason(callback), self.said(remark, callback))
        return "- " + ", ".join(part for part in (head, *rest) if part)

    def who(self, callback: Callback) -> str:
        return self.said(callback.name, callback) or self.number(callback) or self.words.nameless

    def number(self, callback: Callback) -> str:
        if callback.phone:
            return whole_number(callback.phone) if self.private else masked_number(callback.phone)
        typed = one_line(callback.phone_text)
        if sensitive_kind(typed):
            return ""
        return cut(typed if self.private else masked_digits(typed), LONGEST_VALUE)

    def reason(self, callback: Callback) -> str:
        if callback.told(Code.SENSITIVE) or sensitive_kind(callback.reason):
            return self.words.private
        return self.said(reason_shown(callback.reason, callback.reason_key, self.shop.language), callback)

    def said(self, text: str, callback: Callback) -> str:
        """What somebody typed, short, on one line, without what nobody else may read."""
        plain = one_line(text)
        if not plain or sensitive_kind(text):
            return ""
        return cut(plain if self.private else masked_text(plain, callback.phone), LONGEST_VALUE)

    def person(self, initials: str) -> str:
        return self.names.get(initials) or initials

    def moment(self, at: datetime) -> str:
        """ "13:30" today, "tomorrow 09:00", "Mon 09:00", and a date where a weekday would not be clear."""
        local, today = at.astimezone(self.shop.zone), self.now.astimezone(self.shop.zone).date()
        days = (local.date() - today).days
        near = {-1: self.words.yesterday, 0: "", 1: self.words.tomorrow}
        weekday = self.words.weekdays[local.weekday()]
        far = weekday if 0 < days < 7 else f"{weekday} {_DAYS[self.shop.date_order].format(local)}"
        return f"{near.get(days, far)} {local:%H:%M}".strip()

    def span(self, block: tuple[datetime, datetime]) -> str:
        start, end = (at.astimezone(self.shop.zone) for at in block)
        return f"{start:%H:%M}-{end:%H:%M}"

    def late(self, due: datetime) -> str:
        """ "10 min", "2 h 5 min", "3 days"; "" for what is not late."""
        minutes = (
            int((self.now.astimezone(UTC) - due.astimezone(UTC)).total_seconds() // 60) if before(due, self.now) else 0
        )
        hours, rest = divmod(minutes, 60)
        if hours >= 48:
            return self.words.days.format(hours // 24)
        parts = (self.words.hours.format(hours) if hours else "", self.words.minutes.format(rest) if rest else "")
        return " ".join(part for part in parts if part)

    def links(self, callbacks: tuple[Callback, ...]) -> tuple[tuple[str, str], ...]:
        """Whole numbers as links that ring them, where they are told at all."""
        phones = [c.phone for c in callbacks[:LONGEST_LIST] if c.phone] if self.private else []
        return tuple({whole_number(phone): link_to_ring(phone) for phone in phones}.items())
