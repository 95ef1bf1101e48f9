"""R9 as the desk meets it: hours, closed days, now, alternatives, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from callbacksheet.core.model import Code, Issue, Span, Window
from callbacksheet.core.shop import DateOrder, Dayparts, Hours, Shop
from callbacksheet.core.wish import Wish, WishKind, meet_again, parse_next, parse_wish, read_phrase
from tests.core.wish.desk import CALL, SHOP, ZONE, read, windows

LUNCH_GAP = replace(SHOP, hours=Hours((*((Span(540, 720), Span(840, 1080)),) * 5, (), ())))
SIX_DAYS = replace(SHOP, hours=Hours((*(((Span(600, 1200),),) * 6), ())))


def wish(text: str, call: datetime = CALL, now: datetime | None = None, shop: Shop = SHOP) -> Wish:
    made = parse_wish(text, call, now or call, shop)
    assert isinstance(made, Wish)
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow am", "6 May 09:00-12:00"),
        ("afternoon", "5 May 13:30-18:00"),
        ("evening", "5 May 17:00-24:00"),
        ("next week", "11 May 09:00 - 15 May 18:00"),
        ("in an hour", "5 May 12:20"),
        ("next Tuesday", "12 May 09:00-18:00"),
        ("next Wednesday", "13 May 09:00-18:00"),
        ("в следующую среду", "6 May 09:00-18:00"),
        ("31.12", "31 Dec 09:00-18:00"),
        ("17.10", "5 May 17:10"),
        ("17.10 at 9:30", "19 Oct 09:30"),
        ("17.10.2026", "19 Oct 09:00-18:00"),
    ],
)
def test_the_examples_of_the_rule_hold(text: str, expected: str) -> None:
    assert read(text) == expected


def test_relative_words_count_from_the_call_and_not_from_today() -> None:
    assert read("tomorrow am", now=CALL + timedelta(days=4)) == "6 May 09:00-12:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", "15:00"),
        ("9", "09:00"),
        ("12", "12:00"),
        ("5:30", "17:30"),
        ("6", "18:00"),
        ("8", "08:00"),
        ("7", "19:00"),
    ],
)
def test_a_bare_hour_is_the_half_of_the_day_the_desk_is_open(text: str, expected: str) -> None:
    assert read(f"tomorrow at {text}") == f"6 May {expected}"


def test_a_bare_hour_asks_the_hours_of_the_day_it_falls_on() -> None:
    assert read("saturday at 7", shop=SIX_DAYS) == "9 May 19:00"


def test_without_a_day_it_is_the_first_day_whose_hours_it_meets() -> None:
    friday_evening = datetime(2026, 5, 8, 18, 30, tzinfo=ZONE)
    assert read("after 3", call=friday_evening) == "11 May 15:00-24:00"
    assert read("morning", call=friday_evening) == "11 May 09:00-12:00"


def test_a_wish_no_hours_ever_meet_stays_on_the_day_of_the_call() -> None:
    assert read("12:30-13:30", shop=LUNCH_GAP) == "5 May 12:30-13:30"
    assert read("after 20:00") == "5 May 20:00-24:00"


def test_a_named_day_that_is_closed_becomes_the_next_open_one_and_says_so() -> None:
    made = wish("Sunday afternoon")
    assert windows(made) == "11 May 13:30-18:00"
    assert made.flags == (Code.CLOSED_DAY,)


def test_the_shops_own_closed_day_counts() -> None:
    shop = replace(SHOP, hours=replace(SHOP.hours, closed=frozenset({date(2026, 5, 6)})))
    assert read("tomorrow 10:00", shop=shop) == "7 May 10:00"
    assert read("in 2 business days", shop=shop) == "8 May 09:00-18:00"


def test_dayparts_are_the_shops() -> None:
    shop = replace(SHOP, dayparts=Dayparts(afternoon=Span(840, 960)))
    assert read("tomorrow pm", shop=shop) == "6 May 14:00-16:00"


def test_morning_begins_at_a_later_opening() -> None:
    assert read("tomorrow morning", shop=SIX_DAYS) == "6 May 10:00-12:00"


def test_a_date_follows_the_configured_order() -> None:
    assert read("3/6") == "3 Jun 09:00-18:00"
    assert read("3/6", shop=replace(SHOP, date_order=DateOrder.MDY)) == "8 Mar 09:00-18:00"
    assert read("25/12") == read("12/25") == "25 Dec 09:00-18:00"


def test_a_window_that_holds_the_call_begins_with_it() -> None:
    assert read("before 6", call=datetime(2026, 5, 5, 14, 0, tzinfo=ZONE)) == "5 May 14:00-18:00"


def test_today_at_an_hour_already_past_is_read_but_not_surely() -> None:
    assert read("today 9am") == "6 May 09:00 ?"


def test_of_two_ways_the_first_that_can_still_be_met_comes_first() -> None:
    text = "today after 4 or tomorrow before noon"
    late = datetime(2026, 5, 6, 9, 30, tzinfo=ZONE)
    assert windows(wish(text)) == "5 May 16:00-24:00 | 6 May 09:00-12:00"
    assert windows(wish(text, now=late)) == "6 May 09:00-12:00 | 5 May 16:00-24:00"


def test_when_all_ways_are_over_the_last_one_missed_comes_first() -> None:
    text = "today after 4 or tomorrow before noon"
    assert windows(wish(text, now=CALL + timedelta(days=9))).startswith("6 May")


def test_the_reason_is_one_sentence() -> None:
    assert wish("tomorrow am").why == "'tomorrow am' said Tue 5 May → Wed 6 May 09:00–12:00, opening 09:00"
    assert wish("Sunday").why.endswith("closed on Sun 10 May")
    assert "\n" not in wish("tomorrow\nam, please").why


def test_clock_changes_keep_wall_times() -> None:
    before_change = datetime(2026, 3, 28, 10, 0, tzinfo=ZONE)
    shop = replace(SHOP, hours=Hours(tuple((Span(0, 1440),) for _ in range(7))))
    assert read("tomorrow at 3:30am", call=before_change, shop=shop) == "29 Mar 03:30"
    assert read("in 24 hours", call=before_change, shop=shop) == "29 Mar 11:00"


def test_unreadable_words_come_back_as_an_issue_holding_them() -> None:
    assert parse_wish("sometime perhaps", CALL, CALL, SHOP) == Issue(Code.UNPARSED_WISH, ("sometime perhaps",))
    assert parse_next("gibberish", CALL, CALL, SHOP) == Issue(Code.UNPARSED_NEXT, ("gibberish",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow 17:15", "6 May 17:15"),
        ("Sunday 11:00", "10 May 11:00"),
        ("yesterday 10:00", "4 May 10:00"),
        ("2026-05-04 15:00", "4 May 15:00"),
        ("04.05.2026 15:00", "4 May 15:00"),
        ("today 9:00", "5 May 09:00"),
        ("in 2 hours", "5 May 13:20"),
        ("21:30", "5 May 21:30"),
        ("пт 10:00", "8 May 10:00"),
        ("besok jam 3 sore", "6 May 15:00"),
    ],
)
def test_a_typed_next_time_wins_over_hours_and_may_be_past(text: str, expected: str) -> None:
    made = parse_next(text, CALL, CALL, SHOP)
    assert isinstance(made, Wish)
    assert windows(made) == expected
    assert made.flags == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow after 4", "7 May 16:00"),
        ("afternoon", "7 May 13:30"),
        ("weekday mornings", "8 May 09:00"),
        ("Monday at 10", "8 May 10:00"),
    ],
)
def test_the_time_of_day_is_met_again_on_the_next_open_day(text: str, expected: str) -> None:
    after = datetime(2026, 5, 7, 12, 0, tzinfo=ZONE)
    again = meet_again(wish(text), after, SHOP)
    assert isinstance(again, Window)
    assert f"{again.start.day} {again.start:%b %H:%M}" == expected


@pytest.mark.parametrize("text", ["tomorrow", "anytime", "ASAP", "next week", "in an hour"])
def test_a_wish_without_a_time_of_day_is_not_met_again(text: str) -> None:
    assert meet_again(wish(text), CALL + timedelta(days=2), SHOP) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("7", "2026-05-05T19:00", None),
        ("at 3", "2026-05-05T15:00", None),
        ("9", "2026-05-05T21:00", None),
        ("tomorrow", "2026-05-06T00:00", "2026-05-07T00:00"),
        ("after 4pm", "2026-05-05T16:00", None),
        ("2-4", "2026-05-05T14:00", "2026-05-05T16:00"),
        ("Sunday morning", "2026-05-10T09:00", "2026-05-10T12:00"),
    ],
)
def test_a_phrase_alone_knows_no_hours(text: str, start: str, end: str | None) -> None:
    got = read_phrase(text, datetime(2026, 5, 5, 11, 20))
    assert got.start == datetime.fromisoformat(start)
    assert got.end == (datetime.fromisoformat(end) if end else None)


def test_a_phrase_nobody_can_read_has_no_start() -> None:
    got = read_phrase("blah", datetime(2026, 5, 5, 11, 20))
    assert (got.start, got.end, got.sure) == (None, None, False)


def test_a_phrase_with_a_shop_has_its_hours() -> None:
    assert read_phrase("Sunday", datetime(2026, 5, 5, 11, 20), SHOP).start == datetime(2026, 5, 11, 9, 0)


@pytest.mark.parametrize(
    "text",
    [
        "ASAP",
        "urgent",
        "как можно скорее",
        "lo antes posible",
        "secepatnya",
        "now",
        "сейчас",
        "зараз",
        "sekarang",
        "ahora mismo",
    ],
)
def test_as_soon_as_possible_is_no_time(text: str) -> None:
    assert wish(text).kind is WishKind.ASAP
    assert wish(text).windows == ()
