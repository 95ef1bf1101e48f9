"""Every scripted scenario, with call n failing in each way, for every n: SQLite's way with input and output."""

from __future__ import annotations

import pytest

from tests.sim.scenarios import SCENARIOS, Scenario, swept
from tests.sim.wire import CHANGE_FAULTS, LOOK_FAULTS, Fault

pytestmark = pytest.mark.slow

DOUBTFUL = (Fault.LATER, Fault.APPLIED, Fault.KILLED_AFTER)
LOOKED_FOR = {
    "delete the state tab",
    "delete the history tab",
    "delete the undo tab",
    "rename the tab",
    "a copy takes the tab's title",
}
"""Where a tab is gone or renamed, finding that out costs up to two looks more than a run may otherwise take."""


def _points() -> list[tuple[int, Fault]]:
    """A person's run makes two calls, a look and a write; a third where it writes again.

    Of ways that are one and the same to the tool and to the sheet, one is played.
    """
    looks = [(1, fault) for fault in LOOK_FAULTS if fault not in (Fault.LOST, Fault.CUT)]  # as Fault.REFUSED
    changes = [(2, fault) for fault in CHANGE_FAULTS if fault not in (Fault.RESET, Fault.CUT)]  # as Fault.APPLIED
    return [*looks, *changes, *((3, fault) for fault in DOUBTFUL)]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_whatever_people_do_while_a_call_fails_nothing_is_lost(scenario: Scenario) -> None:
    broken = []
    for call, fault in _points():
        verdict, _ = swept(scenario, call, fault, seed=1)
        told = [what for what in verdict.broken if what.invariant != "I14" or scenario.name not in LOOKED_FOR]
        broken += [f"call {call} {fault.value}: {what}" for what in told]

    assert not broken, "\n".join(broken[:5])
