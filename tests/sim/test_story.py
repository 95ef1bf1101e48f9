"""A seed is a story: the same whenever and wherever it is told, so that what failed once can be looked at."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.sim.__main__ import kept_seeds, played
from tests.sim.play import play

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", kept_seeds())
def test_a_seed_that_failed_once_holds_for_ever(seed: int) -> None:
    assert not played([seed]).failed


def test_a_seed_tells_the_same_story_twice() -> None:
    stories = [play(11, telling=True)[1].world.story for _ in range(2)]

    assert stories[0] == stories[1]


def test_a_seed_tells_the_same_story_in_another_process() -> None:
    """No set or hash decides anything."""
    command = [sys.executable, "-m", "tests.sim", "--seed", "12"]
    told = [
        subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]

    assert told[0].stdout == told[1].stdout
    assert "starts, by" in told[0].stdout
