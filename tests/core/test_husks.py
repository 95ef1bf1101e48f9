"""A row out of which people have taken their call is no callback: what the tool had filled in goes too."""

from __future__ import annotations

import pytest

from callbacksheet.core.history import DELETED
from callbacksheet.core.model import CellValue, Column, Formula, Span
from callbacksheet.core.shop import Shift, Shop
from tests.desk import HEADERS, NEW_YORK, Desk, tab

CALL = ("received", "name", "phone", "reason", "best time", "urgency")
DANA = "11/20 9:30 | Dana | 415-555-0142 | reschedule"
NOOR = " | Noor"
WISHES = " | Noor | 415-555-0177 | book | after 15:00 | !"


def desk_of(line: str, headers: str = HEADERS, **settings: object) -> Desk:
    desk = Desk(tab(DANA, line, headers=headers), Shop(zone=NEW_YORK, head="HD")).with_shop(**settings)
    desk.tidy()
    assert len(desk.queue()) == 2
    return desk


def row_of(desk: Desk) -> int:
    return desk.column("name").index("Noor") + 2


def taken_out(desk: Desk, *columns: str) -> Desk:
    row = row_of(desk)
    for column in columns or CALL:
        desk.type_in(row, column, None)
    desk.at("11:40").tidy()
    return desk


@pytest.mark.parametrize("line", [NOOR, WISHES, " | Noor | | | | | | | HD", f"{NOOR} | | | | | | | | | | | MK"])
def test_a_row_out_of_which_people_took_their_call_is_gone(line: str) -> None:
    desk = taken_out(desk_of(line))
    assert [c.name for c in desk.queue()] == ["Dana"]
    assert all(not any(row) for row in desk.sheet.rows[2:])
    assert not desk.tidy().written


def test_it_is_told_as_deleted_in_the_history() -> None:
    desk = taken_out(desk_of(NOOR))
    told = [(line.column, line.before) for line in desk.sheet.read().history if line.why == DELETED]
    assert ("name", "Noor") in told


@pytest.mark.parametrize("repairs", [False, True])
def test_its_key_goes_to_no_other_row_that_people_took_the_key_from(repairs: bool) -> None:
    """Without what people had typed the two are much alike, but that one still has a status of its own."""
    desk = Desk(tab("Fiat", " | | | | 1", headers="Car | Name | Phone | Reason | Attempts"), Shop(zone=NEW_YORK))
    desk.tidy()
    tried, other = (desk.column("status").index(status) for status in ("Waiting", "New"))
    keys = desk.column("id")
    desk.type_in(tried + 2, "attempts", None)
    desk.type_in(tried + 2, "id", None)
    desk.type_in(other + 2, "car", None)
    desk.at("11:40").tidy(repairs=repairs)
    assert [(c.key, c.row.text(Column.STATUS)) for c in desk.queue()] == [(keys[tried], "Waiting")]


def test_a_call_cut_to_another_row_keeps_its_key_though_what_the_tool_had_given_is_left_behind() -> None:
    desk = Desk(tab("11:20 | Dana | 4155550142 | resched", "11:25 | Oleg | 4155550107 | invoice"), Shop(zone=NEW_YORK))
    desk.tidy()
    row = desk.column("name").index("Oleg") + 2
    key = desk.column("id")[row - 2]
    for column in ("received", "name", "phone", "reason"):
        headers = [str(cell).casefold() for cell in desk.sheet.rows[0]]
        desk.type_in(5, column, desk.sheet.rows[row - 1][headers.index(column)])
        desk.type_in(row, column, None)
    desk.at("11:40").tidy()
    assert {c.name: c.key for c in desk.queue()}["Oleg"] == key


def test_an_owner_by_the_shift_is_the_tools_too() -> None:
    shift = Shift(Span(9 * 60, 18 * 60), "RT")
    desk = taken_out(desk_of(NOOR, shifts=((shift,),) * 7))
    assert [c.name for c in desk.queue()] == ["Dana"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("status", "Waiting"),
        ("next callback", "tomorrow 9:15"),
        ("owner", "MK"),
        ("attempts", "1"),
        ("outcome", "no answer"),
        ("notes", "ask for Olga"),
        ("received", "11:05"),
        ("best time", "evening"),
    ],
)
def test_it_stays_where_anything_that_somebody_typed_is_left(column: str, value: CellValue) -> None:
    desk = desk_of(NOOR)
    desk.type_in(row_of(desk), column, value)
    desk.at("11:35").tidy()
    taken_out(desk, *(one for one in CALL if one != column))
    assert len(desk.queue()) == 2


@pytest.mark.parametrize("typed", ["next callback", "owner", "status"])
def test_it_stays_where_somebody_types_while_the_call_is_taken_out(typed: str) -> None:
    desk = desk_of(NOOR)
    desk.type_in(row_of(desk), typed, {"next callback": "16:00", "owner": "MK", "status": "lvm"}[typed])
    taken_out(desk)
    assert len(desk.queue()) == 2


def test_it_stays_for_what_the_teams_own_columns_hold() -> None:
    desk = desk_of(f"{NOOR} | | | | | | | | | | | | Volvo", headers=f"{HEADERS} | Car")
    assert taken_out(desk).column("status") == ["New", "New"]
    assert len(set(desk.column("id")) - {""}) == 2


@pytest.mark.parametrize("column", ["owner", "status", "received", "by", "check", "calls"])
@pytest.mark.parametrize("before", [True, False], ids=["typed before", "typed just then"])
def test_it_stays_for_a_formula(column: str, before: bool) -> None:
    desk, formula = desk_of(NOOR), Formula('="HD"', "HD")
    desk.type_in(row_of(desk), column, formula)
    if before:
        desk.at("11:35").tidy()
    taken_out(desk, "name", "phone", "reason")
    assert len(desk.queue()) == 2
    place = [str(cell).casefold() for cell in desk.sheet.rows[0]].index(column)
    assert formula in [cells[place] for cells in desk.sheet.rows[1:]]


@pytest.mark.parametrize("last", ["received", "name", "outcome"])
def test_it_is_gone_though_people_emptied_it_cell_by_cell_over_some_runs(last: str) -> None:
    desk = desk_of("11:05 | Noor | 415-555-0177 | book")
    row = row_of(desk)
    desk.type_in(row, "outcome", "no answer")
    desk.at("11:31").tidy()
    for minute, column in enumerate(dict.fromkeys((*CALL, "outcome", last)), 32):
        if column != last:
            desk.type_in(row, column, None)
            desk.at(f"11:{minute}").tidy()
    assert len(desk.queue()) == 2
    desk.type_in(row, last, None)
    desk.at("11:50").tidy()
    assert [c.name for c in desk.queue()] == ["Dana"]


def test_it_stays_where_its_key_was_taken_out_too_and_the_run_after_that_writes_nothing() -> None:
    desk = Desk(tab(" | | Volvo", headers="Name | Reason | Car"), Shop(zone=NEW_YORK))
    desk.tidy()
    for column in ("car", "id"):
        desk.type_in(2, column, None)
    desk.tidy()
    assert len(desk.queue()) == 1
    assert not desk.tidy().written


def test_it_stays_where_somebody_typed_the_status_that_the_tool_gives_and_the_run_after_that_writes_nothing() -> None:
    desk = desk_of(" | Noor | 415-555-0177 | book | after 15:00")
    desk.type_in(row_of(desk), "status", "New")
    desk = taken_out(desk)
    assert len(desk.queue()) == 2
    assert not desk.tidy().written
    desk.type_in(3, "status", None)
    assert desk.tidy().written
    assert [c.name for c in desk.queue()] == ["Dana"]


def test_a_row_that_never_told_a_call_stays_as_it_is() -> None:
    desk = Desk(tab(DANA, " | | | | | | New | | HD"), Shop(zone=NEW_YORK, head="HD"))
    desk.tidy()
    desk.at("11:40").tidy()
    assert len(desk.queue()) == 2


def test_it_is_a_call_again_when_the_name_is_put_back_before_the_next_run() -> None:
    desk = desk_of(NOOR)
    row = row_of(desk)
    desk.type_in(row, "name", None)
    desk.type_in(row, "name", "Noor")
    desk.at("11:40").tidy()
    assert len(desk.queue()) == 2
