"""The quick look never says that nobody is to be told anything where the rules would tell somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacksheet.core.holding import Rules
from callbacksheet.core.model import Span
from callbacksheet.core.quiet import nothing_now
from callbacksheet.core.shop import Shift, Shop
from tests.desk import NEW_YORK, Desk, tab
from tests.runs.reminding import REFUSED, UNKNOWN, Office, office

DANA = "11:20 | Dana | 415-555-0142 | book | at 13:30"
SHOP = Shop(
    zone=NEW_YORK,
    head="OL",
    on_call="RT",
    promise_by=time(10, 0),
    blocks=(Span(690, 720), Span(900, 930)),
    shifts=((Shift(Span(0, 1440), "MK", "JL"),),) * 7,
)
ROWS = st.lists(
    st.sampled_from(
        (
            "11:20 | Dana | 415-555-0142 | book | at 13:30",
            "11:21 | Bob | 415-555-0188 | quote | after 5",
            "11:22 | Eve | 415-555-0177 | quote | Monday at 10 | !!",
            "11:23 | Fay | 415-555-0166 | refund | | | lvm",
            "11:24 | Gus | 415-555-0155 | refund | | | Done: paid",
            "2026-11-19 22:00 | Ivy | 415-555-0144 | book",
            "11:25 | Jon | 415-555-0133 | book | | | | 2026-11-20 15:10",
            "11:26 | Kay | 415-555-0122 | book | | ! | | 2026-11-20 19:30 | MK",
            "11:27 | Lea | 415-555-0111 | book | 2-4",
        )
    ),
    unique=True,
    max_size=5,
)
DEEDS = st.sampled_from((None, None, ("owner", "JL"), ("status", "Done: booked"), ("next callback", "16:00")))


@given(
    ROWS,
    st.lists(st.tuples(st.integers(0, 36 * 60), st.booleans(), DEEDS), max_size=4),
    st.integers(0, 60 * 60),
    st.sampled_from(((), (Span(0, 480), Span(1200, 1440)))),
)
def test_where_it_says_nobody_the_rules_say_nobody(
    rows: list[str],
    past: list[tuple[int, bool, tuple[str, str] | None]],
    minutes: int,
    quiet: tuple[Span, ...],
) -> None:
    desk = Desk(tab(*rows), SHOP)
    it = Office(desk, Rules(quiet=quiet)).tidy()
    start = desk.now
    for after, reminds, deed in sorted(past, key=lambda one: one[0]):
        desk.now = start + timedelta(minutes=after)
        if deed and rows:
            desk.type_in(2, *deed)
            desk.type_in(2, "by", "MK")
            desk.tidy()
        if reminds:
            it.remind()
    desk.now = start + timedelta(minutes=max([minutes, *(after for after, _, _ in past)]))
    snapshot = desk.sheet.read()
    if nothing_now(snapshot, desk.now, SHOP) is None:
        return
    done = it.remind()
    assert [(told.entry.kind, told.entry.to) for told in done.told] == []
    assert done.writes == 0


def quick(it: Office, at: str = "12:15") -> bool:
    it.at(at)
    return nothing_now(it.desk.sheet.read(), it.desk.now, it.desk.shop) is not None


def test_it_knows_a_quiet_minute_when_it_sees_one() -> None:
    assert quick(office(DANA))
    assert quick(office())


def test_it_names_who_is_next() -> None:
    it = office("11:20 | Eve | 415-555-0177 | book | at 16:00", DANA, "11:21 | Gus | 415-555-0155 | x | | | Done: paid")
    ahead = nothing_now(it.at("12:15").desk.sheet.read(), it.desk.now, it.desk.shop)
    assert ahead is not None
    assert ahead.next_at is not None
    assert (ahead.name, ahead.next_at) == ("Dana", datetime(2026, 11, 20, 13, 30, tzinfo=NEW_YORK))


@pytest.mark.parametrize(
    ("column", "value"), [("name", "Diana"), ("notes", "rang again"), ("status", "Done: x"), ("next callback", "16:00")]
)
def test_typing_anywhere_wants_the_rules(column: str, value: str) -> None:
    it = office(DANA)
    it.desk.type_in(2, column, value)
    assert not quick(it)


def test_a_row_more_or_less_wants_the_rules() -> None:
    it = office(DANA, "11:21 | Bob | 415-555-0188 | quote | after 5")
    it.desk.sheet.replace_rows(it.desk.sheet.rows[:2])
    assert not quick(it)
    it = office(DANA)
    it.desk.sheet.replace_rows([*it.desk.sheet.rows, it.desk.sheet.rows[1]])
    assert not quick(it)


def test_due_blocks_closing_and_unfinished_messages_want_the_rules() -> None:
    assert not quick(office(DANA), "13:30")
    assert not quick(office(DANA), "18:00")
    it = office("11:20 | Dana | 415-555-0142 | book | at 15:10")
    it.desk.with_shop(blocks=(Span(900, 930),))
    assert quick(it, "14:59")
    assert not quick(it, "15:00")
    it.remind()
    assert quick(it, "15:01")
    failing = office(DANA)
    failing.phones.answers = lambda message: REFUSED
    failing.at("13:30").remind()
    failing.desk.type_in(2, "next callback", "16:00")
    failing.desk.tidy()
    assert not quick(failing, "13:31")


def test_a_message_that_is_held_disturbs_no_quiet_minute() -> None:
    it = office(DANA)
    it.phones.answers = lambda message: UNKNOWN
    it.at("13:30").remind()
    it.desk.type_in(2, "next callback", "16:00")
    it.desk.tidy()
    assert quick(it, "13:31")


def test_an_urgent_row_out_of_hours_and_a_new_row_before_its_promise_want_the_rules() -> None:
    it = office("11:20 | Dana | 415-555-0142 | book | Monday at 10 | !!")
    it.desk.shop = replace(it.desk.shop, on_call="RT")
    assert quick(it, "17:00")
    assert not quick(it, "2026-11-22 12:00")
    new = Office(Desk(tab("2026-11-19 22:00 | Ivy | 415-555-0144 | book"), SHOP))
    new.at("2026-11-19 22:05").tidy()
    assert not quick(new, "2026-11-20 08:00")
