"""A started server with one spreadsheet, and a visitor with a token, for the server's own tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sheets_server.files import File
from tests.sheets_server.server import SheetsServer, running
from tests.sheets_server.visitor import Visitor, visiting


@pytest.fixture
def server() -> Iterator[SheetsServer]:
    """Leaving it fails the test if the server answered what Google would not."""
    with running() as started:
        yield started


@pytest.fixture
def file(server: SheetsServer) -> File:
    """The spreadsheet ``calls`` of a person's, its tab ``Callbacks`` shared with the tool's account."""
    return server.spreadsheet(spreadsheet_id="calls", tab="Callbacks")


@pytest.fixture
def visitor(server: SheetsServer, file: File) -> Iterator[Visitor]:
    with visiting(server) as somebody:
        yield somebody
