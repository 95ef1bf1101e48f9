"""The part of the contract that a sheet keeps which people type in meanwhile: Google's, over real HTTP.

Left out is what only an exclusive sheet can promise: that a batch is refused because somebody typed since the look
(there it goes on, and each cell is compared and swapped), that kinds of value stay (all but numbers and truths are text
there, times in one form), formulas that follow rows (Google's own doing), and the checks of a batch for bugs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from callbacksheet.core.batch import Absorb, Arrange, Put, Swap
from callbacksheet.core.model import CellValue
from callbacksheet.errors import BusyError
from tests import google_desk
from tests.contract.conftest import MakeDesk
from tests.contract.sheets import GoogleDesk, Rows, batch
from tests.contract.test_sheet_contract import (  # noqa: F401 - collected here, with this module's desk
    DANA,
    HEADER,
    MAYA,
    OLEG,
    TAB,
    rows_after,
    test_a_missed_swap_does_not_stop_the_rest_of_the_batch,
    test_a_row_moves_whole_with_its_extra_columns,
    test_a_row_taken_back_leaves_without_a_survivor,
    test_a_swap_of_anything_else_does_nothing,
    test_a_swap_replaces_what_it_expected,
    test_an_absorbed_row_is_emptied_and_the_rows_close_up,
    test_an_absorbed_row_without_an_arrange_leaves_a_blank,
    test_an_empty_tab_is_an_empty_tab_and_no_error,
    test_any_text_is_read_back_to_the_letter,
    test_appended_rows_are_numbered_on_for_later_requests,
    test_blank_rows_between_sink_below_the_arranged_ones,
    test_blank_rows_in_between_keep_their_place,
    test_cells_are_written_where_they_stood_as_read_and_move_after,
    test_columns_are_added_at_the_right,
    test_forgetting_rewrites_the_history_and_keeps_no_pre_image,
    test_putting_nothing_empties_a_cell,
    test_reading_returns_what_staff_typed,
    test_reading_twice_sees_the_same,
    test_requests_are_done_in_order,
    test_rows_are_appended_below_the_last,
    test_the_history_only_grows,
    test_the_state_is_written_whole_each_time,
    test_two_machines_that_read_the_same_write_once,
)
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.switches import SETTINGS


@pytest.fixture(scope="module", params=["usual", "all-last"])
def server(request: pytest.FixtureRequest) -> Iterator[SheetsServer]:
    """One for all tests here, as Google is likeliest to be, and with every guess of that the other way."""
    with SheetsServer(switches=SETTINGS.get(request.param)) as running:
        yield running


@pytest.fixture
def make_desk(server: SheetsServer, tmp_path: Path) -> Iterator[MakeDesk]:
    made: list[GoogleDesk] = []

    def make(rows: Rows) -> GoogleDesk:
        made.append(GoogleDesk(rows, server, tmp_path))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


def test_what_staff_type_between_look_and_write_stays_and_the_rest_is_written(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    planned = batch(sheet.read(), Swap(1, 1, "415-555-0142", "+1 415-555-0142"), Swap(2, 0, "Олег", "Oleh"))
    desk.type_in(1, 1, "415-555-0143")
    after = sheet.apply(planned).tab.rows
    assert after[1] == ("Dana", "415-555-0143", *DANA[2:])
    assert after[2] == ("Oleh", *OLEG[1:3])


def test_a_row_emptied_by_absorbing_keeps_what_was_typed_that_instant(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    planned = batch(sheet.read(), Absorb(1, into=2))
    desk.type_in(1, 3, "new words")
    assert sheet.apply(planned).tab.rows[1] == (None, None, None, "new words")


def test_a_fence_that_was_passed_is_passed_by_nobody_else(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    one, other = desk.sheet(), desk.sheet()
    first, late = batch(one.read(), Put(1, 3, "one")), batch(other.read(), Put(1, 3, "other"), Arrange(1, (3, 2, 1)))
    answer = one.apply(first)
    with pytest.raises(BusyError) as told:
        other.apply(late)
    assert told.value.exit_code == 9
    assert desk.sheet().read() == answer


@pytest.mark.parametrize("value", [0, 3, 1.5, True, False, datetime(2026, 5, 8, 13, 30), "2-4", "007"], ids=repr)
def test_what_is_put_there_is_read_back_as_the_tool_will_compare_it(make_desk: MakeDesk, value: CellValue) -> None:
    from callbacksheet.core.shared import as_kept

    assert rows_after(make_desk(TAB), Put(1, 3, value))[1][3] in (value, as_kept(value))


def test_nothing_beside_the_tab_is_touched(make_desk: MakeDesk) -> None:
    assert rows_after(make_desk((HEADER, DANA, (), MAYA)), Put(1, 3, "x"))[3] == MAYA


@pytest.mark.parametrize(("rows", "kept"), [(30, True), (1500, True), (1501, False)])
def test_where_a_row_stood_that_was_not_written_to_is_kept_too_but_in_a_very_long_tab(rows: int, kept: bool) -> None:
    book = google_desk.book_of("9:00 | Dana | 4155550142 | book")
    book.resize(google_desk.TAB, rows + 10, 20)
    for row in range(2, rows):
        book.staff_set(google_desk.TAB, row, 1, f"caller {row}")
    sheet = google_desk.GoogleDesk(book).sheet
    before = sheet.apply(batch(sheet.read(), Put(1, 4, "after 5"))).before
    assert before is not None
    assert (len(before) > 20 and "caller 20" in before[20]) is kept
    assert "Dana" in before[1]
