"""The storm of ``benchmarks/storm_reminders.py``, small: real processes, killed, two machines, a real mail server."""

from __future__ import annotations

import pytest

from benchmarks.storm_reminders import storm


@pytest.mark.slow
@pytest.mark.parametrize("google", [False, True])
def test_processes_killed_on_two_machines_send_nothing_twice_and_lose_nothing_silently(google: bool) -> None:
    verdict = storm(callbacks=8, rounds=1, longest=4.0, seed=7, google=google)
    assert (verdict.twice, verdict.silent) == (0, 0), str(verdict)
    assert verdict.arrived + verdict.unknown >= 8, str(verdict)
