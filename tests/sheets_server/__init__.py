"""A Google Sheets of our own for tests: the v4 API as its documents and recorded answers say it behaves.

`Book` is the spreadsheet without any network. `running` starts the server around a block, over real HTTP:

    with running() as server:
        file = server.spreadsheet(tab="Callbacks")         # a person's, shared with the tool's account
        key = server.credentials(tmp_path / "key.json")    # for real google-auth
        server.fail("503", on="write", retry_after=2)      # the next write
        server.faults.before(deed, on="write")             # somebody types between the read and the write
        ...                                                # the tool at work, with server.url for endpoint
        assert (server.log.reads, server.log.writes) == (1, 1)

Leaving the block fails when the server itself answered what Google's documents do not allow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.sheets_server.book import Book as Book
    from tests.sheets_server.server import SheetsServer as SheetsServer
    from tests.sheets_server.server import running as running

_WHERE = {"Book": "book", "SheetsServer": "server", "running": "server"}


def __getattr__(name: str) -> Any:
    """Only who starts a server waits for its imports: the simulation needs the book alone."""
    from importlib import import_module

    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
