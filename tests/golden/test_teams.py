"""A dozen teams' tabs, row by row against what RULES say they should become, worked out by hand."""

from __future__ import annotations

from datetime import datetime

import pytest

from callbacksheet.core.callback import Callback
from callbacksheet.core.model import Status, Urgency
from tests.core.promises import keeps_its_promises, run, the_second_look_changes_nothing
from tests.golden.teams import Team, names, team


@pytest.fixture(params=names())
def any_team(request: pytest.FixtureRequest) -> Team:
    return team(request.param)


def test_the_queue_is_what_the_rules_say(any_team: Team) -> None:
    """Merges, order, names, statuses, times, urgency, phones, counts, flags: line by line."""
    desk = any_team.desk()
    queue = desk.tidy().plan.queue
    numbers = {place: number for number, place in enumerate(any_team.places, 1)}
    got = [_line(callback, numbers, any_team) for callback in queue]
    assert got == [_line_of(row) for row in any_team.expected]


def test_a_teams_tab_keeps_all_that_was_typed_and_stays_tidy(any_team: Team) -> None:
    desk = any_team.desk()
    keeps_its_promises(run(desk))
    the_second_look_changes_nothing(desk)


def test_undo_gives_a_team_its_tab_back_and_a_new_tidy_is_the_same(any_team: Team) -> None:
    desk = any_team.desk()
    width = max(len(row) for row in any_team.rows)
    desk.tidy()
    tidy = desk.sheet.rows
    desk.undo()
    below = [_padded(row, width) for row in desk.sheet.rows[any_team.header_row :]]
    typed = [_padded(row, width) for row in any_team.rows[any_team.header_row :]]
    assert [row for row in below if any(row)] == [row for row in typed if any(row)]
    assert all(value is None for row in desk.sheet.rows[any_team.header_row :] for value in row[width:])
    desk.tidy()
    assert desk.sheet.rows == tidy


def _padded(row: tuple[object, ...], width: int) -> list[object]:
    return [*row[:width], *(None for _ in range(width - len(row)))]


def _line(callback: Callback, numbers: dict[int, int], team: Team) -> str:
    absorbed = sorted(numbers[row.place] for row in callback.absorbed)
    got = {
        "rows": "+".join(map(str, (numbers[callback.row.place], *absorbed))),
        "name": callback.name,
        "status": callback.status.value,
        "next": "" if callback.status is Status.DONE else _when(callback.next_at),
        "urgency": "" if callback.urgency is Urgency.NORMAL else callback.urgency.name.title(),
        "phone": callback.phone.identity if callback.phone else "",
        "calls": str(callback.facts.calls),
        "owner": callback.owner,
        "promise": _when(callback.promise_at),
        "flags": " ".join(issue.code.value for issue in callback.issues),
    }
    return _line_of({column: got[column] for column in team.expected[0]})


def _line_of(row: dict[str, str]) -> str:
    flags = " ".join(sorted(row["flags"].split()))
    return " | ".join((*(text for column, text in row.items() if column != "flags"), flags))


def _when(at: datetime | None) -> str:
    return at.strftime("%m-%d %H:%M") if at else ""
