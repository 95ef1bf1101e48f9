"""R9, answering the door: reading, meeting the call and the shop, and the sentence of why.

No text raises, and nothing but a typed next time ever starts before its call.
"""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from callbacksheet.core.hours import before
from callbacksheet.core.model import Code, Issue, Window
from callbacksheet.core.shop import DateOrder, Shop
from callbacksheet.core.text import fold
from callbacksheet.core.wish.door import Phrase, Wish, WishKind
from callbacksheet.core.wish.ground import Ground, Met, plain_ground, shop_ground
from callbacksheet.core.wish.reading import read
from callbacksheet.core.wish.resolve import meet
from callbacksheet.core.wish.spec import AllBut, Among, InDay, Pick, Said, Soon, Weekday
from callbacksheet.core.wish.tell import why_none, why_window

_UTC = ZoneInfo("UTC")


def parse_wish(text: str, call: datetime, now: datetime, shop: Shop) -> Wish | Issue:
    """The caller's words, counted from the call and met with the shop's hours."""
    return _parse(text, call, now, shop_ground(shop), Code.UNPARSED_WISH)


def parse_next(text: str, since: datetime, now: datetime, shop: Shop) -> Wish | Issue:
    """A next callback time typed by a person: closed days and hours stand, and it may lie in the past."""
    return _parse(text, since, now, shop_ground(shop, strict=True), Code.UNPARSED_NEXT)


def _parse(text: str, call: datetime, now: datetime, ground: Ground, refusal: Code) -> Wish | Issue:
    assert ground.shop is not None
    if not any(c.isalnum() for c in fold(text.strip()[:200])):
        return Wish(WishKind.EMPTY, (), sure=True, why="nothing was said about when")
    call, now = call.astimezone(ground.zone), now.astimezone(ground.zone)
    shop = ground.shop
    reading = read(text, shop.date_order, order_known=True, home=shop.language.value)
    if reading is None:
        return Issue(refusal, (text,))
    timed = [said for said in reading.said if ground.strict or said is not Soon.NOW]  # a caller's "now" is in a hurry
    found = [(said, met) for said in timed if (met := meet(said, call, ground)) is not None]
    if not found:
        return _untimed(text, reading.said, call, refusal, sure=reading.sure)
    return _timed(text, found, call, now, ground, sure=reading.sure)


def _untimed(text: str, said: tuple[Said, ...], call: datetime, refusal: Code, *, sure: bool) -> Wish | Issue:
    soon = next((s for s in said if isinstance(s, Soon)), None)
    if soon is None:
        return Issue(refusal, (text,))
    kind = WishKind.ANYTIME if soon is Soon.ANYTIME else WishKind.ASAP
    return Wish(kind, (), sure, why_none(text, call, soon.value), said=said)


def _timed(
    text: str, found: list[tuple[Said, Met]], call: datetime, now: datetime, ground: Ground, *, sure: bool
) -> Wish:
    if all(_any_weekday(said) for said, _ in found) or all(_any_day(said) for said, _ in found):
        found.sort(key=lambda each: each[1].start.astimezone(UTC))
    found.sort(key=lambda each: each[1].closed is not None)
    found = _still_possible_first(_apart(found), now)
    first = found[0][1]
    flags = (Code.CLOSED_DAY,) if first.closed else ()
    return Wish(
        WishKind.TIMED,
        tuple(Window(met.start, met.end) for _, met in found),
        sure and not first.doubt,
        why_window(text, call, first, ground),
        flags,
        tuple(said for said, _ in found),
    )


def _any_weekday(said: Said) -> bool:
    """ "Mon or Wed after 3" prefers neither: the sooner one comes first."""
    return isinstance(said, InDay) and isinstance(said.day, Weekday) and said.day.pick is Pick.NEAREST


def _any_day(said: Said) -> bool:
    """ "At 10 or at 3" names no day: at noon, 3 today is sooner than 10 tomorrow."""
    return isinstance(said, InDay) and said.day is None


def _apart(found: list[tuple[Said, Met]]) -> list[tuple[Said, Met]]:
    """Each window once: "Saturday or Monday" at a shop closed on Saturdays is Monday."""
    seen = {(met.start, met.end): (said, met) for said, met in reversed(found)}
    return list(reversed(seen.values()))


def _still_possible_first(found: list[tuple[Said, Met]], now: datetime) -> list[tuple[Said, Met]]:
    """The caller's order, but what is over goes behind; where all are, the last one missed comes first."""
    ahead = [each for each in found if before(now, each[1].end)]
    over = [each for each in found if not before(now, each[1].end)]
    if not ahead:
        over.sort(key=lambda each: each[1].end.astimezone(UTC), reverse=True)
    return ahead + over


def meet_again(wish: Wish, after: datetime, shop: Shop) -> Window | None:
    """R9.7: the time of day of a wish on the first open day it can still be met, at or after a moment."""
    for said in wish.said:
        if isinstance(said, InDay) and said.time is not None:
            day = said.day if isinstance(said.day, (Among, AllBut)) else None
            met = meet(InDay(day, said.time), after.astimezone(shop.zone), shop_ground(shop))
            return None if met is None else Window(met.start, met.end)
    return None


def read_phrase(text: str, reference: datetime, shop: Shop | None = None) -> Phrase:
    """A phrase alone, counted from ``reference`` (local); business hours only where a shop is given."""
    zone = shop.zone if shop else reference.tzinfo if isinstance(reference.tzinfo, ZoneInfo) else _UTC
    call = reference.astimezone(zone) if reference.tzinfo else reference.replace(tzinfo=zone)
    order = shop.date_order if shop else DateOrder.MDY
    reading = read(text, order, order_known=shop is not None, home=shop.language.value if shop else "en")
    ground = shop_ground(shop) if shop else plain_ground(zone)
    if reading is None:
        return Phrase(None, None, sure=False, why=f"no time was found in '{text[:60]}'")
    for said in reading.said:
        met = _soon(said, call, ground)
        if met is not None:
            return _phrase(text, met, call, ground, sure=reading.sure)
    return Phrase(None, None, sure=False, why=why_none(text, call, "no moment"))


def _soon(said: Said, call: datetime, ground: Ground) -> Met | None:
    """As ``meet``; as soon as possible is from the reference on."""
    if said is Soon.ASAP:
        return Met(call, call, open_end=True)
    return meet(said, call, ground)


def _phrase(text: str, met: Met, call: datetime, ground: Ground, *, sure: bool) -> Phrase:
    end = None if met.instant or met.open_end else met.end.replace(tzinfo=None)
    return Phrase(met.start.replace(tzinfo=None), end, sure and not met.doubt, why_window(text, call, met, ground))
