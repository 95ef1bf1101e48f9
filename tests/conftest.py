"""The tests' own Google, for whoever asks for a ``server``; and Hypothesis profiles: ``dev`` as you go, ``ci`` for the
one test command, ``deep`` overnight (HYPOTHESIS_PROFILE).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    from tests.sheets_server.server import SheetsServer

os.environ.pop("COLUMNS", None)  # xdist tells its workers the width of the terminal; what is piped has one of its own

_SLOW_DRAWS = [HealthCheck.too_slow, HealthCheck.data_too_large]
_QUICK = (Phase.explicit, Phase.reuse, Phase.generate)

settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=_SLOW_DRAWS)
settings.register_profile("ci", max_examples=150, deadline=None, suppress_health_check=_SLOW_DRAWS, print_blob=True)
settings.register_profile("quick", max_examples=100, deadline=None, suppress_health_check=_SLOW_DRAWS, phases=_QUICK)
settings.register_profile("deep", max_examples=2_000, deadline=None, suppress_health_check=_SLOW_DRAWS)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


@pytest.fixture
def server() -> Iterator[SheetsServer]:
    """Leaving it fails the test if the server answered what Google would not."""
    from tests.sheets_server.server import running

    with running() as started:
        yield started
