from __future__ import annotations

import json
from datetime import date, datetime, time

import pytest

from callbacksheet.core.cells import decode, encode, looks_same, same, shown, text_of, to_json
from callbacksheet.core.model import CellValue, Formula

VALUES: list[CellValue] = [
    None, "text", "=not a formula", 7, 7.5, True, False,
    datetime(2026, 5, 8, 13, 30), datetime(2026, 5, 8, 13, 30, 12), date(2026, 5, 8), time(17, 30), Formula("=A1"),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_comes_back_from_json_as_exactly_what_it_was(value: CellValue) -> None:
    back = decode(json.loads(to_json(encode(value))))
    assert type(back) is type(value)
    assert back == value


@pytest.mark.parametrize("damaged", [[], {"t": 5}, {"x": "y"}, {}, {"t": "yesterday"}], ids=repr)
def test_a_damaged_form_is_refused(damaged: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(damaged)


def test_kinds_are_told_apart_but_a_whole_float_is_its_integer() -> None:
    assert same(1, 1.0)
    assert not same(1, True)
    assert not same("1", 1)
    assert not same(date(2026, 5, 8), datetime(2026, 5, 8))
    assert not same(None, "")


def test_what_looks_the_same_to_people_has_not_changed() -> None:
    assert looks_same("4155550142", 4155550142)
    assert looks_same("11:20", time(11, 20))
    assert looks_same("2026-05-08 13:30", datetime(2026, 5, 8, 13, 30))
    assert not looks_same("11:20", datetime(2026, 5, 8, 11, 20))
    assert not looks_same("11:20", time(11, 20, 5))
    assert not looks_same("0", None)
    assert not looks_same("", None)


def test_the_history_shows_values_as_people_write_them() -> None:
    assert shown(datetime(2026, 5, 8, 13, 30)) == "2026-05-08 13:30"
    assert shown(14155550142.0) == "14155550142"
    assert shown(None) == ""
    assert shown(time(17)) == "17:00"
    assert shown(time(17, 0, 5)) == "17:00:05"


def test_the_desk_sees_what_a_formula_shows() -> None:
    assert text_of(Formula('=HYPERLINK("x","Dana")', "Dana")) == "Dana"
    assert text_of("  Dana ") == "Dana"
