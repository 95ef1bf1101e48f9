"""A call written down while others type: the run may write more than once, and tells the caller who was added."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from callbacksheet.core.model import Column
from callbacksheet.runs.intake import Added, add
from tests.google_desk import TAB, GoogleDesk, book_of

DANA = "11:20 | Dana | 415-555-0142 | reschedule"
YAN = {Column.NAME: "Yan", Column.PHONE: "415-555-0400", Column.REASON: "book"}


def added(at: GoogleDesk, **typed: str) -> Added:
    cells = YAN | {Column(name): text for name, text in typed.items()}
    return add(at.sheet, cells, at.run(), at.shop, lambda _: True)


def test_the_caller_is_told_although_another_row_was_merged_meanwhile() -> None:
    at = GoogleDesk(book_of(DANA))
    at.tidy()
    at.type_row(2, "11:50 | Dana | 415-555-0142 | rebook")
    told = added(at)
    assert told.tidied.writes > 1
    assert (told.callback.name, told.joined) == ("Yan", False)
    assert at.column("name").count("Yan") == 1


def test_a_call_that_joins_a_row_which_moves_meanwhile_is_told_so() -> None:
    at = GoogleDesk(book_of(DANA, "9:00 | Oleh | 415-555-0143 | invoice"))
    at.tidy()
    at.type_row(3, "8:50 | Eva | 415-555-0145 | quote")
    told = added(at, name="Dana", phone="415-555-0142", reason="reschedule")
    assert (told.callback.name, told.joined) == ("Dana", True)


def test_a_call_stays_though_a_row_that_is_to_join_the_same_one_is_changed_that_moment() -> None:
    at = GoogleDesk(book_of(DANA))
    at.tidy()
    at.type_row(2, "11:50 | Dana | 415-555-0142 | rebook")
    at.tick()
    row = at.row_of("rebook")
    at.later(1).meanwhile(lambda: at.type_at(row, "notes", "ask for Ann"))
    assert added(at, name="Dana", phone="415-555-0142", reason="reschedule", notes="rings from abroad").joined
    for _ in range(3):
        at.tick()
    assert "rings from abroad" in at.cell("reschedule", "notes")
    assert "ask for Ann" in at.cell("reschedule", "notes")
    assert at.cell("reschedule", "calls") == "3"


@pytest.mark.parametrize(
    "doing",
    [
        lambda at: at.book.staff_insert_columns(TAB, 2),
        lambda at: at.book.staff_move_columns(TAB, 11, 1, 3),
        lambda at: at.book.staff_delete_columns(TAB, at.headers.index("urgency")),
    ],
    ids=["put in", "dragged", "deleted"],
)
def test_a_call_stands_under_its_headers_though_a_column_was_moved_that_moment(
    doing: Callable[[GoogleDesk], None],
) -> None:
    at = GoogleDesk(book_of(DANA))
    at.tidy()
    at.meanwhile(lambda: doing(at))
    added(at, notes="rings from abroad")
    for _ in range(2):
        at.tick()
    assert [at.cell("Yan", name) for name in ("phone", "reason", "notes", "status", "calls")] == [
        "+1 415-555-0400",
        "book",
        "rings from abroad",
        "New",
        "1",
    ]
    assert at.column("name").count("Yan") == 1
    assert sum("Yan" in row for row in at.grid) == sum("rings from abroad" in row for row in at.grid) == 1
    assert at.tick().writes == 0
