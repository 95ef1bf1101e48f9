"""The table of decisions about a claim that was found, and what an outbox line says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacksheet.core.message import Kind
from callbacksheet.core.outbox import (
    LEASE,
    MOST_TRIES,
    About,
    Entry,
    Fate,
    Logged,
    Mark,
    Step,
    key_of_message,
    memo_of,
    next_step,
    outdated,
    read_outbox,
)
from callbacksheet.core.state import State

NOW = datetime(2026, 5, 8, 14, 0, tzinfo=UTC)
MARK = Mark("CB-7F3K", NOW, Kind.DUE, "MK")
CLAIM = Entry(
    "k1", Fate.CLAIMED, Kind.DUE, "MK", "p", "mailto://…", (About(MARK, "New|0"),), "laptop", NOW + LEASE, NOW
)


@pytest.mark.parametrize(
    ("owner", "minutes", "logged", "doubt", "dedupes", "step"),
    [
        ("laptop", 0, Logged.NOTHING, False, False, Step.SEND),
        ("laptop", 60, Logged.NOTHING, False, False, Step.SEND),
        ("laptop", 0, Logged.SENT, False, False, Step.WAS_SENT),
        ("laptop", 0, Logged.REFUSED, False, False, Step.WAS_REFUSED),
        ("laptop", 0, Logged.INTENDED, False, False, Step.HOLD),
        ("laptop", 0, Logged.INTENDED, False, True, Step.SEND),
        ("laptop", 0, Logged.NOTHING, True, False, Step.HOLD),
        ("laptop", 0, Logged.NOTHING, True, True, Step.SEND),
        ("laptop", 0, Logged.REFUSED, True, False, Step.HOLD),
        ("server", 0, Logged.NOTHING, False, False, Step.LEAVE),
        ("server", 9, Logged.NOTHING, False, True, Step.LEAVE),
        ("server", 10, Logged.NOTHING, False, False, Step.HOLD),
        ("server", 10, Logged.NOTHING, False, True, Step.TAKE_OVER),
        ("server", 10, Logged.SENT, False, False, Step.WAS_SENT),
        ("server", 0, Logged.INTENDED, False, False, Step.LEAVE),
    ],
)
def test_what_is_done_about_a_claim_that_is_found(
    owner: str, minutes: int, logged: Logged, doubt: bool, dedupes: bool, step: Step
) -> None:
    found = replace(CLAIM, owner=owner, doubt=doubt)
    assert next_step(found, NOW + timedelta(minutes=minutes), "laptop", logged, dedupes=dedupes) is step


@pytest.mark.parametrize("fate", [Fate.SENT, Fate.FAILED, Fate.HOLD, Fate.CANCELLED])
def test_what_is_no_claim_is_left_alone_but_for_what_the_log_knows(fate: Fate) -> None:
    found = replace(CLAIM, fate=fate)
    assert next_step(found, NOW + timedelta(days=1), "server", Logged.NOTHING, dedupes=True) is Step.LEAVE
    known = fate in (Fate.HOLD, Fate.FAILED)
    expected = Step.WAS_SENT if known else Step.LEAVE
    assert next_step(found, NOW, "laptop", Logged.SENT, dedupes=False) is expected


@given(
    st.sampled_from(list(Fate)),
    st.booleans(),
    st.integers(0, 9),
    st.integers(0, 3),
    st.text(max_size=20),
    st.sampled_from(list(Kind)),
)
def test_a_line_of_the_state_reads_back_as_it_was(
    fate: Fate, doubt: bool, tries: int, turn: int, why: str, kind: Kind
) -> None:
    mark = Mark("CB-1", NOW, kind, "MK")
    entry = replace(
        CLAIM, fate=fate, doubt=doubt, tries=tries, turn=turn, why=why, kind=kind, about=(About(mark), About(MARK, "x"))
    )
    state = State().with_memos([memo_of(entry)])
    assert read_outbox(state) == {"k1": entry}


@pytest.mark.parametrize(
    "other",
    [
        ("other", MARK, "mailto://a"),
        ("book", replace(MARK, row="CB-8F3K"), "mailto://a"),
        ("book", replace(MARK, minute=NOW + timedelta(minutes=1)), "mailto://a"),
        ("book", replace(MARK, kind=Kind.BACKUP), "mailto://a"),
        ("book", replace(MARK, to="JL"), "mailto://a"),
        ("book", MARK, "mailto://b"),
    ],
)
def test_a_key_is_of_sheet_row_minute_kind_address_and_recipient(other: tuple[str, Mark, str]) -> None:
    assert key_of_message("book", MARK, "mailto://a") == key_of_message("book", replace(MARK), "mailto://a")
    assert key_of_message(*other) != key_of_message("book", MARK, "mailto://a")


def test_an_entry_is_kept_while_its_row_may_ask_again_and_for_days_after() -> None:
    sent = replace(CLAIM, fate=Fate.SENT)
    held = replace(CLAIM, fate=Fate.HOLD)
    later, much_later = NOW + timedelta(days=4), NOW + timedelta(days=15)
    assert outdated([sent], lambda mark: True, much_later) == []
    assert outdated([sent], lambda mark: False, NOW + timedelta(days=2)) == []
    assert outdated([sent, held], lambda mark: False, later) == [sent]
    assert outdated([held], lambda mark: False, much_later) == [held]


def test_an_address_is_given_up_after_so_many_tries() -> None:
    failed = replace(CLAIM, fate=Fate.FAILED, tries=MOST_TRIES - 1)
    assert not failed.given_up
    assert replace(failed, tries=MOST_TRIES).given_up
    assert not replace(failed, tries=MOST_TRIES, fate=Fate.SENT).given_up
