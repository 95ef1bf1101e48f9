"""R16 on a sheet that others type in: a stamp tells of what a person changed, never of what the tool put right."""

from __future__ import annotations

from datetime import timedelta

import pytest

from callbacksheet.core.model import Column
from tests.google_desk import TAB, GoogleDesk, book_of
from tests.sheets_server.switches import FindMatches, Switches

DANA = "11:20 | Dana | 4155550142 | reschedule | afternoon"
OLEG = "11:25 | Oleg | 4155550143 | book"
MAYA = "11:28 | Maya | 4155550101 | quote"


def desk(*lines: str, finds_empty: bool = True, finds: FindMatches = FindMatches.FORMATTED) -> GoogleDesk:
    switches = Switches(find_matches_empty_cell=finds_empty, find_matches=finds)
    at = GoogleDesk(book_of(*(lines or (DANA, OLEG, MAYA)), switches=switches))
    at.tidy()
    at.tidy()
    return at


def stamps(at: GoogleDesk) -> dict[str, str]:
    return {name: at.cell(name, "updated") for name in at.column("name") if name}


def settle(at: GoogleDesk) -> None:
    for _ in range(6):
        at.tick()


def without_the_key(at: GoogleDesk) -> None:
    every = [header for header in at.headers if header and header != Column.ID.value]
    at.sort("name", columns=every)


@pytest.mark.parametrize("finds_empty", [True, False])
def test_a_row_sorted_away_from_its_key_that_moment_keeps_its_stamp(finds_empty: bool) -> None:
    at = desk(finds_empty=finds_empty)
    keys = {name: at.cell(name, "id") for name in ("Dana", "Oleg", "Maya")}
    at.type_in("Dana", "phone", "415 555 0199")
    at.type_in("Dana", "status", "lvm")
    at.meanwhile(lambda: without_the_key(at))
    at.tick()
    given = f"{at.now:%Y-%m-%d %H:%M}"
    settle(at)
    assert stamps(at) == {"Dana": given, "Oleg": "", "Maya": ""}
    assert {name: at.cell(name, "id") for name in keys} == keys
    assert (at.cell("Dana", "phone"), at.cell("Dana", "status")) == ("+1 415-555-0199", "Waiting")


def test_nor_does_a_column_inserted_with_it_stamp_the_row_again() -> None:
    at = desk()
    at.type_in("Dana", "status", "lvm")

    def meanwhile() -> None:
        without_the_key(at)
        at.book.staff_insert_columns(TAB, 3)

    at.meanwhile(meanwhile)
    at.tick()
    given = f"{at.now:%Y-%m-%d %H:%M}"
    settle(at)
    assert stamps(at) == {"Dana": given, "Oleg": "", "Maya": ""}


def test_a_true_time_found_by_the_text_it_shows_stamps_nobody() -> None:
    at = desk()
    last = at.row_of("Dana")
    box = {"sheetId": TAB, "startRowIndex": last, "endRowIndex": last + 1}
    at.book.batch_update({"requests": [{"repeatCell": {"range": box, "cell": {}, "fields": "userEnteredFormat"}}]})
    at.type_in("Dana", "received", "11:20")
    settle(at)
    before = stamps(at)["Dana"]
    at.type_row(last + 1, "11:20 | Rosa | 4155550155 | invoice")
    at.tick()
    at.meanwhile(lambda: at.insert(1))
    at.tick()
    assert at.cell("Dana", "received") == f"{at.now:%Y-%m-%d} 11:20"  # the swap meant for Rosa's row
    settle(at)
    assert stamps(at)["Dana"] == before
    assert at.cell("Rosa", "received") == f"{at.now:%Y-%m-%d} 11:20"


def test_a_fill_that_missed_a_row_whose_key_was_healed_is_no_change_of_a_person() -> None:
    at = desk(DANA, OLEG, finds_empty=False)
    at.type_row(3, " | Ana | 4155550177 | cita")
    at.tick()
    without_the_key(at)
    at.tick()  # a row that bears another's key is given its own first
    at.tick()
    given = f"{at.now:%Y-%m-%d %H:%M}"
    settle(at)
    assert at.cell("Ana", "received") == "2026-11-20 11:31"  # by its place, once it is known that nothing fills it
    assert stamps(at) == {"Ana": given, "Dana": "", "Oleg": ""}


def test_a_stamp_that_missed_a_row_deleted_that_moment_leaves_none_of_another_row_in_its_memory() -> None:
    at = desk()
    at.type_in("Maya", "outcome", "rings back")
    at.meanwhile(lambda: at.insert(1))
    at.tick()
    mayas = at.cell("Oleg", "updated")
    assert mayas  # fell there, till the next run
    key = at.cell("Oleg", "id")
    at.type_in("Oleg", "outcome", "wants a letter")
    at.meanwhile(lambda: at.book.staff_delete_rows(TAB, at.row_of("Oleg")))
    at.tick()
    settle(at)
    assert stamps(at) == {"Maya": mayas, "Dana": ""}
    told = [line for line in at.sheet.read().history if line.key == key and line.column == "updated"]
    assert [line.after for line in told] == [f"{at.now - timedelta(minutes=6):%Y-%m-%d %H:%M}", ""]
