"""A text that comes back again and again, typed by a person or by another script, is left as it is and told."""

from __future__ import annotations

from callbacksheet.core.callback import PLACE
from callbacksheet.core.model import Column
from tests.desk import Desk, tab

LINE = "11/20 9:30 | Dana | {} | reschedule | after 4"
TYPED, CLEAN = "415-555-0142", "+1 415-555-0142"


def desk() -> Desk:
    desk = Desk(tab(LINE.format(TYPED)))
    desk.tidy()
    assert desk.column("Phone") == [CLEAN]
    return desk


def typed_back(desk: Desk, at: str, text: str = TYPED) -> list[str]:
    """Somebody types a number again, and the tool tidies at that time."""
    desk.at(at)
    desk.type_in(2, Column.PHONE, text)
    desk.tidy()
    return desk.column("Phone")


def test_a_number_changed_back_twice_within_ten_minutes_is_left_and_told() -> None:
    here = desk()
    assert typed_back(here, "11:33") == [CLEAN]
    assert typed_back(here, "11:36") == [TYPED]
    assert "left_alone" in here.codes("Dana")
    assert "Phone: put right twice" in here.column("Check")[0]


def test_what_is_left_stays_so_and_is_no_reason_to_write() -> None:
    here = desk()
    typed_back(here, "11:33")
    typed_back(here, "11:36")
    assert not here.tidy().written
    assert not here.at("14:00").tidy().written
    assert here.column("Phone") == [TYPED]
    assert not here.tidy().written


def test_another_text_there_is_made_readable_again() -> None:
    here = desk()
    typed_back(here, "11:33")
    typed_back(here, "11:36")
    assert typed_back(here, "11:50", "(415) 555 0143") == ["+1 415-555-0143"]
    assert "left_alone" not in here.codes("Dana")


def test_changed_back_once_in_a_while_it_is_made_readable_each_time() -> None:
    here = desk()
    for at in ("11:45", "12:10", "13:00"):
        assert typed_back(here, at) == [CLEAN]
    assert "left_alone" not in here.codes("Dana")


def test_what_was_made_readable_long_before_counts_from_the_first_time_it_is_changed_back() -> None:
    here = desk()
    assert typed_back(here, "13:00") == [CLEAN]
    assert typed_back(here, "13:03") == [CLEAN]
    assert typed_back(here, "13:06") == [TYPED]
    assert "left_alone" in here.codes("Dana")


def test_the_number_is_understood_all_the_same() -> None:
    here = desk()
    typed_back(here, "11:33")
    typed_back(here, "11:36")
    phone = here.callback("Dana").phone
    assert phone is not None
    assert phone.e164 == "+14155550142"
    assert here.callback("Dana").cells[PLACE[Column.PHONE]] == TYPED
