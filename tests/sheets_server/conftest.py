"""One spreadsheet on the started server, and a visitor with a token, for the server's own tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sheets_server.files import File
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.visitor import Visitor, visiting


@pytest.fixture
def file(server: SheetsServer) -> File:
    """The spreadsheet ``calls`` of a person's, its tab ``Callbacks`` shared with the tool's account."""
    return server.spreadsheet(spreadsheet_id="calls", tab="Callbacks")


@pytest.fixture
def visitor(server: SheetsServer, file: File) -> Iterator[Visitor]:
    with visiting(server) as somebody:
        yield somebody
