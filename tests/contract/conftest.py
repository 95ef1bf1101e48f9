"""One suite, every sheet: a new adapter adds a line here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contract.sheets import Desk, MemoryDesk, Rows, WorkbookDesk

MakeDesk = Callable[[Rows], Desk]


@pytest.fixture(params=["memory", "workbook"])
def make_desk(request: pytest.FixtureRequest, tmp_path: Path) -> MakeDesk:
    """A desk with these rows on its tab."""
    if request.param == "memory":
        return MemoryDesk
    return lambda rows: WorkbookDesk(rows, tmp_path)
