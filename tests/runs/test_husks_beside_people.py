"""Rows that people have emptied, or never filled: what the tool wrote there goes too, and no callback is made of it."""

from __future__ import annotations

import pytest

from callbacksheet.core.tombs import tombs_in
from tests.google_desk import TAB, GoogleDesk, book_of
from tests.sheets_server.switches import FindMatches, Switches

DANA = "11:20 | Dana | 4155550142 | reschedule | afternoon"
OLEG = "11:25 | Oleg | 4155550143 | book"


def desk(*, finds_empty: bool = True, finds: FindMatches = FindMatches.TEXT_ONLY) -> GoogleDesk:
    switches = Switches(find_matches_empty_cell=finds_empty, find_matches=finds)
    at = GoogleDesk(book_of(DANA, OLEG, switches=switches))
    at.tidy()
    at.tidy()
    return at


def settle(at: GoogleDesk) -> None:
    for _ in range(6):
        at.tick()


def unformatted(at: GoogleDesk, row: int) -> None:
    """What is typed in this row is read as numbers and dates."""
    box = {"sheetId": TAB, "startRowIndex": row, "endRowIndex": row + 1}
    at.book.batch_update({"requests": [{"repeatCell": {"range": box, "cell": {}, "fields": "userEnteredFormat"}}]})


def names_and_keys(at: GoogleDesk) -> list[tuple[str, bool]]:
    name, key = at.headers.index("name"), at.headers.index("id")
    return sorted((row[name], row[key].startswith("CB-")) for row in at.grid[1:] if any(row))


@pytest.mark.parametrize("finds_empty", [True, False])
def test_what_fell_on_a_blank_row_that_moment_is_no_callback(finds_empty: bool) -> None:
    at = desk(finds_empty=finds_empty, finds=FindMatches.FORMATTED)
    at.type_row(3, " | Ana | 4155550177 | cita")
    at.tick()
    at.meanwhile(lambda: at.insert(at.row_of("Ana")))
    at.tick()
    settle(at)
    assert names_and_keys(at) == [("Ana", True), ("Dana", True), ("Oleg", True)]
    assert at.cell("Ana", "status") == "New"


def test_the_tools_cells_go_from_an_emptied_row_though_a_column_was_dragged_that_moment() -> None:
    at = desk()
    at.type_row(3, " | Ana | 4155550177 | cita")
    at.tick()
    ana = at.row_of("Ana")

    def emptied() -> None:
        for header in ("name", "phone", "reason"):
            at.type_at(ana, header, "")

    at.meanwhile(emptied, lambda: at.book.staff_move_columns(TAB, at.headers.index("status"), 1, 2))
    settle(at)
    assert names_and_keys(at) == [("Dana", True), ("Oleg", True)]


def test_a_true_time_alone_is_no_callback_until_somebody_says_more() -> None:
    at = desk()
    unformatted(at, 4)
    at.type_at(4, "received", "11:40")
    settle(at)
    assert names_and_keys(at) == [("", False), ("Dana", True), ("Oleg", True)]
    alone = next(row for row, cells in enumerate(at.grid[1:], 1) if any(cells) and not cells[at.headers.index("name")])
    at.type_at(alone, "name", "Zoe")
    settle(at)
    assert names_and_keys(at) == [("Dana", True), ("Oleg", True), ("Zoe", True)]


@pytest.mark.parametrize("finds_empty", [True, False])
@pytest.mark.parametrize("writes", [1, 2])
def test_words_typed_late_on_a_row_merged_away_and_those_typed_that_moment_where_they_go_are_all_there(
    writes: int, finds_empty: bool
) -> None:
    dana, again = "11:20 | Dana | 4155550142 | reschedule", "11:50 | Dana | 4155550142 | reschedule | afternoon"
    at = GoogleDesk(book_of(dana, again, switches=Switches(find_matches_empty_cell=finds_empty)))
    at.tidy(background=True)
    key = at.cell("11:50", "id")
    settle(at)
    at.type_at(at.row_of(key), "notes", "left a message")
    for _ in range(writes - 1):
        at.tick()
    at.meanwhile(lambda: at.type_in("Dana", "notes", "ring twice"))
    settle(at)
    assert at.column("name").count("Dana") == 1
    assert "ring twice" in at.cell("Dana", "notes")
    assert "left a message" in at.cell("Dana", "notes")


def test_a_row_out_of_which_people_took_their_call_is_emptied_beside_them_and_typing_there_begins_another() -> None:
    at = desk()
    at.type_row(3, " | Ana")
    at.tick()
    at.tick()
    ana = at.row_of("Ana")
    assert at.cell("Ana", "status") == "New"
    at.type_at(ana, "name", "")
    at.type_at(ana, "received", "")
    at.meanwhile(lambda: at.type_at(ana, "name", "Eva"))
    at.tick()
    settle(at)
    assert names_and_keys(at) == [("Dana", True), ("Eva", True), ("Oleg", True)]
    assert (at.cell("Eva", "status"), at.cell("Eva", "owner")) == ("New", "")
    assert not at.tick().written


def taken_out(at: GoogleDesk) -> int:
    at.type_row(3, " | Ana")
    at.tick()
    at.tick()
    ana = at.row_of("Ana")
    at.type_at(ana, "name", "")
    at.type_at(ana, "received", "")
    return ana


def test_a_row_out_of_which_people_took_their_call_waits_for_a_second_look() -> None:
    """They may be about to type the name anew."""
    at = desk()
    ana = taken_out(at)
    key = at.grid[ana][at.headers.index("id")]
    at.tick()
    at.type_at(ana, "name", "Anna")
    settle(at)
    assert at.cell("Anna", "id") == key


def test_it_goes_though_its_key_was_taken_out_too_between_the_looks() -> None:
    at = desk()
    ana = taken_out(at)
    at.tick()
    at.type_at(ana, "id", "")
    settle(at)
    assert names_and_keys(at) == [("Dana", True), ("Oleg", True)]


def test_it_goes_though_people_sorted_without_the_hidden_column_between_the_looks() -> None:
    at = desk()
    ana, dana, key = taken_out(at), at.row_of("Dana"), at.headers.index("id")
    at.tick()
    anas, danas = at.grid[ana][key], at.grid[dana][key]
    at.type_at(ana, "id", danas)
    at.type_at(dana, "id", anas)
    settle(at)
    assert names_and_keys(at) == [("Dana", True), ("Oleg", True)]


@pytest.mark.parametrize(("column", "typed"), [("next_callback", "16:00"), ("owner", "RT"), ("status", "lvm")])
def test_it_stays_where_somebody_types_in_it_meanwhile(column: str, typed: str) -> None:
    at = desk()
    ana = taken_out(at)
    at.type_at(ana, column, typed)
    settle(at)
    assert at.grid[ana][at.headers.index("id")].startswith("CB-")
    assert at.grid[ana][at.headers.index(column)] in ("2026-11-20 16:00", "RT", "Waiting")


AGAIN = "11:50 | Dana | 4155550142 | rebook"


@pytest.mark.parametrize("header", ["phone", "received"])
def test_a_number_or_true_time_typed_where_a_row_was_merged_away_begins_a_call(header: str) -> None:
    at = GoogleDesk(book_of(DANA, AGAIN, switches=Switches(find_matches_empty_cell=True)))
    at.tidy()
    row = at.row_of(next(iter(tombs_in(at.state))))
    unformatted(at, row)
    at.type_at(row, header, {"phone": "4155550177", "received": "11:10"}[header])
    at.type_at(row, "reason", "cita")
    settle(at.later(1))
    assert "cita" not in at.cell("Dana", "notes")
    assert at.cell("cita", "status") == "New"
    assert at.cell("cita", "id").startswith("CB-")


def test_but_the_number_that_could_not_be_taken_off_a_row_merged_away_begins_none() -> None:
    switches = Switches(find_matches_empty_cell=True, find_matches=FindMatches.TEXT_ONLY)
    at = GoogleDesk(book_of(DANA, switches=switches))
    at.tidy()
    unformatted(at, 2)
    at.type_row(2, AGAIN)
    settle(at)
    row = at.row_of(next(iter(tombs_in(at.state))))
    assert at.grid[row][at.headers.index("phone")] == "4155550142"
    at.type_at(row, "notes", "ask for Ann")
    at.tick()
    at.later(1).tick()
    assert "ask for Ann" in at.cell("Dana", "notes")
    assert [name for name, key in names_and_keys(at) if name] == ["Dana"]
