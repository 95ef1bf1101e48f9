"""What the tool remembers is lost and built anew: the new state's first write passes every fence there ever was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from callbacksheet.adapters.google import GoogleSheet
from callbacksheet.adapters.google_names import STATE_ID, STATE_TITLE
from callbacksheet.core.plan import plan_tidy
from callbacksheet.errors import FenceTakenError
from callbacksheet.runs.tidy import Tidied, tidy
from callbacksheet.runs.write import Patience
from tests.google_desk import GoogleDesk, book_of
from tests.sheets_server.hands import delete_tab

DANA = "11:20 | Dana | 415-555-0142 | reschedule"


@pytest.fixture
def desk() -> GoogleDesk:
    made = GoogleDesk(book_of(DANA))
    rebuild(made)
    return made


def rebuild(desk: GoogleDesk) -> Tidied:
    still = Patience(pause=lambda _: None)
    return tidy(desk.sheet, desk.run(), desk.shop, lambda _: True, adopt=True, patience=still)


@pytest.mark.parametrize("writes", [0, 1, 2, 58, 59, 60, 61, 130])
def test_a_state_that_was_deleted_is_made_anew_at_once(desk: GoogleDesk, writes: int) -> None:
    """Its fences are seen no more and cannot be passed again. The writes came one in two seconds."""
    for n in range(writes):
        desk.type_in("Dana", "notes", f"note {n}")
        desk.now += timedelta(seconds=2)
        assert desk.tidy(background=True).written
    delete_tab(desk.book, tab=STATE_TITLE)
    assert rebuild(desk).written
    assert desk.column("name") == ["Dana"]


def test_of_two_rebuilds_at_once_one_is_refused(desk: GoogleDesk) -> None:
    desk.book.staff_set(STATE_ID, 1, 2, "oops")
    other = GoogleSheet(desk.door, "Callbacks")
    one, late = (
        plan_tidy(sheet.read(), run, desk.shop, adopt=True).batch
        for sheet, run in ((desk.sheet, desk.run()), (other, desk.later(30).run()))
    )
    assert one
    assert late
    desk.sheet.apply(one)
    with pytest.raises(FenceTakenError):
        other.apply(late)
