"""What stands on a row that was merged away: another call, or words for the row that it went into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from callbacksheet.core.callback import COLUMNS, PLACE, Row
from callbacksheet.core.model import CellValue, Column, Formula
from callbacksheet.core.state import Base, Facts, State
from callbacksheet.core.tombs import Tomb, parted

NOW = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
PHONE = PLACE[Column.PHONE]


def cells(typed: Mapping[Column, CellValue]) -> tuple[CellValue, ...]:
    return tuple(typed.get(column) for column in COLUMNS)


MERGED = Base("CB-D", cells({Column.PHONE: "4155550142"}), "", Facts())


@pytest.mark.parametrize(
    ("phone", "fixed", "row", "begins"),
    [
        ("4155550142", False, MERGED, True),
        (4155550177, True, MERGED, True),
        (4155550142, True, MERGED, False),
        (4155550142, True, None, False),
        (Formula("=B2", "4155550142"), False, MERGED, False),
    ],
    ids=["typed again", "another number", "the number left there", "nothing remembered", "a formula filled down"],
)
def test_a_call_is_begun_where_a_row_was_merged_away_by_what_people_type_and_not_by_what_was_left_or_fills_itself(
    phone: CellValue, fixed: bool, row: Base | None, begins: bool
) -> None:
    home = Row(1, cells({Column.NAME: "Dana", Column.ID: "CB-A"}))
    late = Row(2, cells({Column.PHONE: phone, Column.NOTES: "ask for Ann", Column.ID: "CB-D"}))
    late = replace(late, fixed=frozenset({PHONE}) if fixed else frozenset())
    tomb = Tomb("CB-D", "CB-A", NOW, row=row)
    state = State(epoch=5, base=(Base("CB-A", home.cells, "", Facts()),)).with_memos((tomb.line(),))
    grave = parted([home, late], [(1, "CB-A"), (2, "CB-D")], state, NOW, quiet=False)
    assert (late in grave.rows) == begins
    assert ("CB-D" in grave.typed) != begins
