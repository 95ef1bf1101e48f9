"""Whatever is typed: nothing raises, nothing hangs, nothing starts before the call."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacksheet.core.hours import before
from callbacksheet.core.model import Issue, Span
from callbacksheet.core.shop import ALWAYS_OPEN, DateOrder, Hours, Shop
from callbacksheet.core.wish import Wish, WishKind, meet_again, parse_next, parse_wish, read_phrase
from callbacksheet.core.wish.lexicon import LANGUAGES
from callbacksheet.core.wish.lexicon.table import lexicon, senses

NEW_YORK = ZoneInfo("America/New_York")
SHOPS = (
    Shop(zone=NEW_YORK),
    Shop(zone=ZoneInfo("Europe/Kyiv"), date_order=DateOrder.DMY, hours=Hours(ALWAYS_OPEN)),
    Shop(zone=ZoneInfo("Asia/Jakarta"), hours=Hours(((), (Span(540, 780), Span(840, 1080)), (), (), (), (), ()))),
)
WORDS = tuple(phrase for language in LANGUAGES for phrase in senses(lexicon(language)))
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        (
            "5",
            "17:30",
            "9-5",
            "31.12",
            "3/6",
            "15",
            "2026-05-08",
            "5pm",
            "0",
            "00",
            "24",
            "24:00",
            "12",
            "1/2",
            "2.5",
            "or",
            ",",
            "-",
            ".",
            "not",
            "'",
            "+",
            "?",
            "#",
            "after",
            "before",
            "next",
            "in",
            "Tue",
            "29 Feb",
            "31",
            "99",
            "2100",
        )
    ),
    st.integers(0, 10_000).map(str),
)
PHRASES = st.lists(PIECES, min_size=1, max_size=12).map(" ".join)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))


def windows_start_at_the_call_or_later(result: Wish | Issue, call: datetime) -> bool:
    if isinstance(result, Issue):
        return True
    return all(not before(w.start, call) and before(w.start, w.end) for w in result.windows)


@settings(max_examples=300, deadline=None)
@given(PHRASES, MOMENTS, st.sampled_from(SHOPS), st.integers(0, 20_000))
def test_no_phrase_of_time_words_raises_or_starts_before_the_call(
    text: str, at: datetime, shop: Shop, minutes_later: int
) -> None:
    call = at.replace(tzinfo=shop.zone).astimezone(ZoneInfo("UTC"))
    result = parse_wish(text, call, call + timedelta(minutes=minutes_later), shop)
    assert windows_start_at_the_call_or_later(result, call)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), MOMENTS, st.sampled_from(SHOPS))
def test_no_text_of_any_alphabet_raises_or_starts_before_the_call(text: str, at: datetime, shop: Shop) -> None:
    call = at.replace(tzinfo=shop.zone)
    assert windows_start_at_the_call_or_later(parse_wish(text, call, call, shop), call)


@pytest.mark.parametrize("text", ["00 1", "00 1-2:30", "after 00 5", "00-5 pm", "0 5"])
def test_noughts_before_a_number_never_raise(text: str) -> None:
    call = datetime(2026, 5, 5, 11, 20, tzinfo=NEW_YORK)
    assert windows_start_at_the_call_or_later(parse_wish(text, call, call, SHOPS[0]), call)


@settings(max_examples=150, deadline=None)
@given(PHRASES, MOMENTS, st.sampled_from(SHOPS))
def test_a_typed_next_time_and_a_bare_phrase_never_raise(text: str, at: datetime, shop: Shop) -> None:
    call = at.replace(tzinfo=shop.zone)
    parse_next(text, call, call, shop)
    phrase = read_phrase(text, at)
    assert phrase.end is None or (phrase.start is not None and phrase.start < phrase.end)
    assert phrase.why


@settings(max_examples=150, deadline=None)
@given(PHRASES, MOMENTS, st.sampled_from(SHOPS), st.integers(0, 60))
def test_a_wish_is_met_again_only_at_or_after_the_moment_asked(text: str, at: datetime, shop: Shop, days: int) -> None:
    call = at.replace(tzinfo=shop.zone)
    wish = parse_wish(text, call, call, shop)
    if isinstance(wish, Wish) and wish.kind is WishKind.TIMED:
        after = call + timedelta(days=days)
        again = meet_again(wish, after, shop)
        assert again is None or not before(again.start, after)


@settings(max_examples=100, deadline=None)
@given(PHRASES, MOMENTS)
def test_reading_twice_gives_the_same_answer(text: str, at: datetime) -> None:
    call = at.replace(tzinfo=NEW_YORK)
    assert parse_wish(text, call, call, SHOPS[0]) == parse_wish(text, call, call, SHOPS[0])


@pytest.mark.parametrize(
    "unit",
    [
        "5 ",
        "a",
        "1-",
        "after 5 or ",
        "(",
        "9" * 50,
        "завтра ",
        "１７",
        "\u0301",
        "tomorrow, ",
        "10:30-",
        "' ",
        "2.",
        "+1 ",
    ],
)
def test_ten_thousand_characters_cost_no_more_than_a_moment(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    call = datetime(2026, 5, 5, 11, 20, tzinfo=NEW_YORK)
    begun = time.perf_counter()
    parse_wish(text, call, call, SHOPS[0])
    assert time.perf_counter() - begun < 0.5
