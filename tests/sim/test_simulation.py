"""The simulation as CI plays it: 500 seeds from 0 on, every invariant of SAFETY.md asserted in each."""

from __future__ import annotations

import pytest

from tests.sim.__main__ import PROFILES, played

pytestmark = pytest.mark.slow

CHUNKS = 10
"""Parts that machines with several cores play side by side."""
_OF_A_CHUNK = PROFILES["ci"] // CHUNKS


@pytest.mark.parametrize("first", range(0, PROFILES["ci"], _OF_A_CHUNK))
def test_whatever_people_and_networks_do_every_invariant_holds(first: int) -> None:
    tally = played(range(first, first + _OF_A_CHUNK))

    told = [f"{what[0]}\n  python -m tests.sim --seed {seed}" for seed, what in tally.failed.items()]
    assert not told, "\n".join(told)
    assert tally.figures.runs == _OF_A_CHUNK
