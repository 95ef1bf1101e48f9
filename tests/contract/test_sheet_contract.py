"""What every sheet promises, whatever it is kept in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callbacksheet.core.batch import Absorb, AddColumn, AppendRow, Arrange, Put, Request, Swap
from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.core.snapshot import HistoryRow, StateRow
from callbacksheet.errors import BusyError, LayoutError, RefusedError
from tests.contract.conftest import MakeDesk
from tests.contract.sheets import Desk, Rows, batch

HEADER = ("Name", "Phone", "Reason", "Room")
DANA = ("Dana", "415-555-0142", "reschedule", "3a")
OLEG = ("Олег", "+7 916 555-01-23", "перенос", None)
MAYA = ("Maya", 4155550101, "quote", "7")
TAB: Rows = (HEADER, DANA, OLEG, MAYA)

ODD_TEXTS = [
    pytest.param("  spaces kept  ", id="spaces"),
    pytest.param("two\nlines\tand a tab", id="lines"),
    pytest.param("carriage\rreturn", id="carriage return"),
    pytest.param("bell\x07 and \x01", id="control characters"),
    pytest.param("_x0007_ typed", id="looks escaped"),
    pytest.param("_x005F_x0007_", id="looks escaped twice"),
    pytest.param("=HYPERLINK(1)", id="looks like a formula"),
    pytest.param("+1 415-555-0142 (mum)", id="plus"),
    pytest.param("-", id="dash"),
    pytest.param("@home", id="at"),
    pytest.param("'quoted", id="apostrophe"),
    pytest.param("2-4", id="looks like a date"),
    pytest.param("007", id="leading zeros"),
    pytest.param("TRUE", id="looks like a truth"),
    pytest.param("#N/A", id="looks like an error"),
    pytest.param('<b>&amp;"]]>', id="markup"),
    pytest.param("👩‍🦰 перенос يوم", id="beyond the basic plane"),
    pytest.param("\ufffe\uffff", id="no characters"),
    pytest.param("x" * 32_767, id="as long as a cell"),
]
VALUES: list[CellValue] = [
    *(0, 3, -2, 4155550142, 1.5, 0.1, 1e-9, 12345678.9, True, False),
    *(datetime(2026, 5, 8, 13, 30), datetime(2026, 5, 8), datetime(2026, 5, 8, 23, 59, 59)),
    *(
        datetime(1999, 12, 31, 0, 1),
        date(2026, 5, 8),
        date(1900, 3, 1),
        time(13, 30),
        time(0, 0),
        time(23, 59, 59),
    ),
]


def rows_after(desk: Desk, *requests: Request) -> tuple[tuple[CellValue, ...], ...]:
    sheet = desk.sheet()
    answer = sheet.apply(batch(sheet.read(), *requests))
    again = desk.sheet().read()
    assert again == answer, "what apply answered is not what the next reader sees"
    return answer.tab.rows


def test_reading_returns_what_staff_typed(make_desk: MakeDesk) -> None:
    snapshot = make_desk(TAB).sheet().read()
    assert snapshot.tab.title == "Callbacks"
    assert snapshot.tab.rows == (HEADER, DANA, ("Олег", "+7 916 555-01-23", "перенос"), MAYA)
    assert snapshot.state is None
    assert snapshot.history == ()


def test_reading_twice_sees_the_same(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    assert desk.sheet().read() == desk.sheet().read()


def test_an_empty_tab_is_an_empty_tab_and_no_error(make_desk: MakeDesk) -> None:
    assert make_desk(()).sheet().read().tab.rows == ()


def test_blank_rows_in_between_keep_their_place(make_desk: MakeDesk) -> None:
    rows = make_desk((("Callbacks of May",), (), HEADER, (), DANA)).sheet().read().tab.rows
    assert rows == (("Callbacks of May",), (), HEADER, (), DANA)


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_that_was_put_is_read_back_as_itself(make_desk: MakeDesk, value: CellValue) -> None:
    rows = rows_after(make_desk(TAB), Put(1, 3, value))
    assert rows[1][3] == value
    assert type(rows[1][3]) is type(value)


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_any_text_is_read_back_to_the_letter(make_desk: MakeDesk, text: str) -> None:
    assert rows_after(make_desk(TAB), Put(2, 0, text))[2][0] == text


@pytest.mark.parametrize("after", VALUES, ids=repr)
@pytest.mark.parametrize("before", [datetime(2026, 1, 2, 3, 4), date(2026, 1, 2), time(9), "words", 5], ids=repr)
def test_a_value_stands_as_itself_whatever_stood_there(
    make_desk: MakeDesk, before: CellValue, after: CellValue
) -> None:
    rows = rows_after(make_desk((HEADER, (before,))), Swap(1, 0, before, after))
    assert rows[1] == (after,)
    assert type(rows[1][0]) is type(after)


def test_putting_nothing_empties_a_cell(make_desk: MakeDesk) -> None:
    assert rows_after(make_desk(TAB), Put(1, 1, None))[1] == ("Dana", None, "reschedule", "3a")
    assert rows_after(make_desk(TAB), Put(1, 1, ""))[1] == ("Dana", None, "reschedule", "3a")


def test_a_swap_replaces_what_it_expected(make_desk: MakeDesk) -> None:
    rows = rows_after(make_desk(TAB), Swap(1, 1, "415-555-0142", "+1 415-555-0142"))
    assert rows[1] == ("Dana", "+1 415-555-0142", "reschedule", "3a")


@pytest.mark.parametrize(
    ("column", "old"),
    [(1, "415-555-0143"), (1, None), (0, "dana"), (0, "Dana "), (3, 3), (3, "3A")],
)
def test_a_swap_of_anything_else_does_nothing(make_desk: MakeDesk, column: int, old: CellValue) -> None:
    assert rows_after(make_desk(TAB), Swap(1, column, old, "changed"))[1] == DANA


def test_a_swap_tells_a_number_from_its_text_and_a_truth_from_one(make_desk: MakeDesk) -> None:
    rows = rows_after(
        make_desk((("n",), (1,), (True,), ("1",), (1.5,))),
        *(Swap(1, 0, "1", "x"), Swap(2, 0, 1, "x"), Swap(3, 0, 1, "x"), Swap(4, 0, "1.5", "x")),
    )
    assert rows == (("n",), (1,), (True,), ("1",), (1.5,))


def test_an_empty_cell_is_swapped_for_words(make_desk: MakeDesk) -> None:
    assert rows_after(make_desk(TAB), Swap(2, 3, None, "2b"))[2][3] == "2b"


def test_a_missed_swap_does_not_stop_the_rest_of_the_batch(make_desk: MakeDesk) -> None:
    rows = rows_after(make_desk(TAB), Swap(1, 0, "nobody", "x"), Put(1, 3, "5"))
    assert rows[1] == ("Dana", "415-555-0142", "reschedule", "5")


def test_requests_are_done_in_order(make_desk: MakeDesk) -> None:
    rows = rows_after(make_desk(TAB), Swap(1, 3, "3a", "4"), Swap(1, 3, "4", "5"), Swap(1, 3, "3a", "6"))
    assert rows[1][3] == "5"


def test_columns_are_added_at_the_right(make_desk: MakeDesk) -> None:
    rows = rows_after(
        make_desk(TAB),
        AddColumn(0, 4, "Status", Column.STATUS),
        AddColumn(0, 5, "ID", Column.ID, hidden=True),
        *(Put(1, 4, "New"), Put(1, 5, "CB-7F3K")),
    )
    assert rows[0] == (*HEADER, "Status", "ID")
    assert rows[1] == (*DANA, "New", "CB-7F3K")
    assert rows[2] == OLEG[:3]


def test_a_header_is_never_written_over(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    with pytest.raises(ValueError, match="not empty"):
        sheet.apply(batch(sheet.read(), AddColumn(0, 3, "Status", Column.STATUS)))
    assert desk.sheet().read().tab.rows[0] == HEADER


def test_rows_are_appended_below_the_last(make_desk: MakeDesk) -> None:
    moment = datetime(2026, 5, 8, 11, 20)
    rows = rows_after(make_desk(TAB), AppendRow(((0, "Ana"), (2, "cita"))), AppendRow(((1, "2-4"), (3, moment))))
    assert rows[4:] == (("Ana", None, "cita"), (None, "2-4", None, moment))


def test_appended_rows_are_numbered_on_for_later_requests(make_desk: MakeDesk) -> None:
    rows = rows_after(
        make_desk(TAB),
        AppendRow(((0, "Ana"),)),
        AppendRow(((0, "Bo"),)),
        Put(5, 1, "x"),
        Arrange(1, (5, 2, 4, 1, 3)),
    )
    assert [row[0] for row in rows] == ["Name", "Bo", "Олег", "Ana", "Dana", "Maya"]
    assert rows[1] == ("Bo", "x")


def test_a_row_moves_whole_with_its_extra_columns(make_desk: MakeDesk) -> None:
    rows = rows_after(make_desk(TAB), Arrange(1, (3, 1, 2)))
    assert rows == (HEADER, MAYA, DANA, OLEG[:3])


def test_cells_are_written_where_they_stood_as_read_and_move_after(make_desk: MakeDesk) -> None:
    rows = rows_after(make_desk(TAB), Put(1, 3, "new room"), Arrange(1, (2, 3, 1)))
    assert rows[3] == ("Dana", "415-555-0142", "reschedule", "new room")


def test_an_absorbed_row_is_emptied_and_the_rows_close_up(make_desk: MakeDesk) -> None:
    rows = rows_after(make_desk(TAB), Put(3, 3, "7, 3a"), Absorb(1, into=3), Arrange(1, (2, 3)))
    assert rows == (HEADER, OLEG[:3], ("Maya", 4155550101, "quote", "7, 3a"))


def test_a_row_taken_back_leaves_without_a_survivor(make_desk: MakeDesk) -> None:
    assert rows_after(make_desk(TAB), Absorb(2, into=None), Arrange(1, (1, 3))) == (HEADER, DANA, MAYA)


def test_an_absorbed_row_without_an_arrange_leaves_a_blank(make_desk: MakeDesk) -> None:
    assert rows_after(make_desk(TAB), Absorb(1, into=3))[1] == ()


def test_blank_rows_between_sink_below_the_arranged_ones(make_desk: MakeDesk) -> None:
    rows = rows_after(make_desk((HEADER, (), DANA, (), MAYA)), Arrange(1, (4, 2)))
    assert rows == (HEADER, MAYA, DANA)


@pytest.mark.parametrize(
    "order",
    [
        pytest.param((1, 2), id="a row left out"),
        pytest.param((1, 2, 2, 3), id="twice"),
        pytest.param((0, 1, 2, 3), id="header"),
    ],
)
def test_an_arrangement_that_would_lose_or_double_a_row_is_a_bug_and_does_nothing(
    make_desk: MakeDesk, order: tuple[int, ...]
) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    before = sheet.read()
    with pytest.raises(ValueError, match="Arrange"):
        sheet.apply(batch(before, Put(1, 0, "x"), Arrange(1, order)))
    assert desk.sheet().read() == before


def test_a_formula_goes_on_meaning_its_own_row(make_desk: MakeDesk) -> None:
    rows = rows_after(
        make_desk((("a", "b", "c"), (1, Formula("=A2*2"), Formula("=SUM(A$2:A$3)")), (5, Formula("=A3*2")))),
        Arrange(1, (2, 1)),
    )
    assert rows[1][1] == Formula("=A2*2")
    assert rows[2][1:] == (Formula("=A3*2"), Formula("=SUM(A$2:A$3)"))


def test_a_formula_that_looks_at_another_row_follows_it(make_desk: MakeDesk) -> None:
    rows = rows_after(
        make_desk((("a", "b"), (1, None), (2, Formula("=A2+$A$4+A$1")), (3, None))), Arrange(1, (3, 2, 1))
    )
    assert rows[2][1] == Formula("=A4+$A$2+A$1")


def test_a_formula_that_comes_back_with_its_row_stands_as_given(make_desk: MakeDesk) -> None:
    tab = (("a", "b"), (1, Formula("=A2*2")), (2, Formula("=A3*2")))
    rows = rows_after(make_desk(tab), AppendRow(((0, 9), (1, Formula("=A2*2")))), Arrange(1, (3, 1, 2)))
    assert rows[1:] == ((9, Formula("=A2*2")), (1, Formula("=A3*2")), (2, Formula("=A4*2")))


def test_a_formula_nobody_can_read_stops_a_move_but_no_other_change(make_desk: MakeDesk) -> None:
    desk = make_desk((("a", "b"), (1, Formula("=A2)")), (2,)))
    sheet = desk.sheet()
    before = sheet.read()
    with pytest.raises(LayoutError, match="The formula in row 2, column 2 cannot be read"):
        sheet.apply(batch(before, Arrange(1, (2, 1))))
    assert desk.sheet().read() == before
    assert rows_after(desk, Put(2, 0, 5))[2] == (5,)


def test_the_epoch_is_taken_once(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    first = batch(sheet.read(), Put(1, 3, "first"))
    answer = sheet.apply(first)
    for late in (first, replace(first, seen=answer.seen)):
        with pytest.raises(BusyError):
            desk.sheet().apply(late)
    assert desk.sheet().read() == answer


@pytest.mark.parametrize("epoch", [0, 1, 3, 7])
def test_an_epoch_out_of_turn_is_refused(make_desk: MakeDesk, epoch: int) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    before = sheet.apply(batch(sheet.read()))
    with pytest.raises(BusyError):
        desk.sheet().apply(batch(before, Put(1, 0, "x"), epoch=epoch))
    assert desk.sheet().read() == before


def test_a_batch_whose_state_names_another_epoch_is_a_bug(make_desk: MakeDesk) -> None:
    sheet = make_desk(TAB).sheet()
    wrong = replace(batch(sheet.read()), epoch=2)
    with pytest.raises(ValueError, match="epoch"):
        sheet.apply(wrong)


def test_two_machines_that_read_the_same_write_once(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    one, other = desk.sheet(), desk.sheet()
    on_one, on_other = one.read(), other.read()
    answer = one.apply(batch(on_one, Put(1, 3, "one")))
    with pytest.raises(BusyError):
        other.apply(batch(on_other, Put(1, 3, "other")))
    assert desk.sheet().read() == answer


def test_a_change_by_staff_since_reading_stops_the_batch_whole(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    planned = batch(sheet.read(), Put(1, 3, "ours"), state=[StateRow("base", "k", "{}")])
    desk.type_in(2, 3, "theirs")
    with pytest.raises(BusyError) as refusal:
        sheet.apply(planned)
    assert refusal.value.next
    after = desk.sheet().read()
    assert after.tab.rows == (HEADER, DANA, (*OLEG[:3], "theirs"), MAYA)
    assert after.state is None


def test_a_batch_works_again_after_a_fresh_look(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    stale = sheet.read()
    desk.type_in(2, 3, "theirs")
    with pytest.raises(BusyError):
        sheet.apply(batch(stale, Put(1, 3, "ours")))
    rows = sheet.apply(batch(sheet.read(), Put(1, 3, "ours"))).tab.rows
    assert (rows[1][3], rows[2][3]) == ("ours", "theirs")


def test_a_damaged_state_is_refused_and_never_taken_for_a_new_sheet(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    adopted = sheet.apply(batch(sheet.read(), state=[StateRow("base", "k", "{}")]))
    torn = replace(adopted, state=(StateRow("base", "k", "{}"),))
    broken = replace(batch(torn), state=torn.state or ())
    with pytest.raises(RefusedError):
        sheet.apply(broken)
    assert desk.sheet().read() == adopted


def test_the_pre_image_of_each_batch_is_kept(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    first = sheet.apply(batch(sheet.read(), Put(1, 3, "first")))
    sheet.apply(batch(first, Put(1, 3, "second"), Absorb(2, 3), Arrange(1, (3, 1))))
    assert desk.pre_image(1) == (HEADER, DANA, OLEG[:3], MAYA)
    assert desk.pre_image(2) == first.tab.rows
    assert desk.pre_image(3) is None


def test_forgetting_rewrites_the_history_and_keeps_no_pre_image(make_desk: MakeDesk) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    told = HistoryRow("2026-05-08T11:20:00+00:00", "r1", "CB-1", "phone", "415", "+1 415", "R1", "MK")
    adopted = sheet.apply(batch(sheet.read(), history=[told]))
    blanked = replace(told, before="", after="")
    after = sheet.apply(batch(adopted, Put(1, 1, None), history=[blanked], rewrites_history=True))
    assert after.history == (blanked,)
    assert desk.pre_image(2) is None


TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)


def test_the_state_is_written_whole_each_time(make_desk: MakeDesk) -> None:
    sheet = make_desk(TAB).sheet()
    first = sheet.apply(batch(sheet.read(), state=[StateRow("base", "CB-1", "{}"), StateRow("base", "CB-2", "")]))
    assert first.state == (
        StateRow("meta", "epoch", "1"),
        StateRow("base", "CB-1", "{}"),
        StateRow("base", "CB-2", ""),
    )
    second = sheet.apply(batch(first, state=[StateRow("base", "CB-2", "[]")]))
    assert second.state == (StateRow("meta", "epoch", "2"), StateRow("base", "CB-2", "[]"))


def test_an_older_snapshot_keeps_the_history_it_saw(make_desk: MakeDesk) -> None:
    sheet = make_desk(TAB).sheet()
    line = HistoryRow("t", "r", "k", "name", "a", "b", "why", "who")
    older = sheet.apply(batch(sheet.read(), history=[line]))
    newer = sheet.apply(batch(older, history=[line]))
    assert (len(older.history), len(newer.history)) == (1, 2)


def test_the_history_only_grows(make_desk: MakeDesk) -> None:
    sheet = make_desk(TAB).sheet()
    lines = [HistoryRow(f"t{n}", "r", "k", "name", "a", "b", "why", "who", "[]") for n in range(4)]
    seen = sheet.read()
    for upto in range(4):
        seen = sheet.apply(batch(seen, history=[lines[upto]]))
        assert seen.history == tuple(lines[: upto + 1])


@pytest.mark.parametrize(
    "text",
    [*ODD_TEXTS, pytest.param("ж\n" * 50_000, id="long"), pytest.param("👩" * 40_000, id="long emoji")],
)
def test_any_text_comes_through_the_hidden_tabs(make_desk: MakeDesk, text: str) -> None:
    desk = make_desk(TAB)
    sheet = desk.sheet()
    line = HistoryRow("t", "r", "k", "name", text, "after", "", "who", text)
    answer = sheet.apply(batch(sheet.read(), state=[StateRow("base", text[:30_000], text)], history=[line, line]))
    assert desk.sheet().read() == answer
    assert answer.state is not None
    assert answer.state[1] == StateRow("base", text[:30_000], text)
    assert answer.history == (line, line)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=3, max_size=3),
    order=st.permutations([1, 2, 3]),
)
def test_whatever_is_typed_survives_any_arrangement(
    make_desk: MakeDesk, typed: list[list[str]], order: list[int]
) -> None:
    puts = [Put(row, column, text) for row, texts in enumerate(typed, 1) for column, text in enumerate(texts)]
    marks = [Put(row, 4, f"row {row}") for row in (1, 2, 3)]
    rows = rows_after(make_desk(TAB), *puts, *marks, Arrange(1, tuple(order)))
    rooms = [row[3] for row in TAB]
    assert rows[1:] == tuple((*(text or None for text in typed[row - 1]), rooms[row], f"row {row}") for row in order)
