"""What a newer version of the tool remembers is not taken for damage: nobody is told to rebuild what is sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from callbacksheet.core.cells import to_json
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import checksum, facts_of, read_state
from callbacksheet.errors import RefusedError
from tests.desk import Desk, tab


def remembered(changed: Callable[[StateRow], StateRow]) -> tuple[StateRow, ...]:
    """The state of a desk with one row, as another version would have written it, checksum and all."""
    desk = Desk(tab("9:30 | Dana | 415-555-0142 | reschedule"))
    desk.tidy()
    rows = tuple(changed(row) for row in desk.sheet.read().state or ())
    seal = to_json(checksum(rows))
    return tuple(replace(row, text=seal) if (row.kind, row.key) == ("meta", "checksum") else row for row in rows)


def with_another_fact(row: StateRow) -> StateRow:
    return replace(row, text=row.text.replace('"f":{', '"f":{"learned_later":1,')) if row.kind == "row" else row


def with_another_schema(row: StateRow) -> StateRow:
    return replace(row, text="2") if (row.kind, row.key) == ("meta", "schema") else row


@pytest.mark.parametrize("changed", [with_another_fact, with_another_schema])
def test_a_state_that_a_newer_version_wrote_asks_for_an_update_not_for_a_backup(
    changed: Callable[[StateRow], StateRow],
) -> None:
    with pytest.raises(RefusedError) as told:
        read_state(remembered(changed))
    assert "written by a newer callbacksheet" in str(told.value)
    assert told.value.next == "Update callbacksheet on this machine, then run again."


def test_the_same_with_a_checksum_that_does_not_fit_is_damage() -> None:
    broken = tuple(with_another_fact(row) for row in remembered(lambda row: row))
    with pytest.raises(RefusedError, match="damaged or was edited"):
        read_state(broken)


def test_facts_in_the_history_that_a_newer_version_wrote_are_no_bug_either() -> None:
    with pytest.raises(RefusedError, match="newer callbacksheet"):
        facts_of('{"learned_later":1}')
