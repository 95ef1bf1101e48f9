"""The server as one thing: started, shared, watched and stopped."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.sheets_server.accounts import DEFAULT_EMAIL, Accounts, ours
from tests.sheets_server.book import Book
from tests.sheets_server.faults import Fault, Faults, Kind
from tests.sheets_server.files import Clock, Drive, File
from tests.sheets_server.hands import rename_tab
from tests.sheets_server.http import Listener
from tests.sheets_server.log import Log
from tests.sheets_server.quota import Quota
from tests.sheets_server.service import Service
from tests.sheets_server.store import Store
from tests.sheets_server.switches import Switches, usual

OWNER = "owner@example.com"
"""Whose spreadsheets they are, when a test makes one: a person, not the tool."""


class NotOursError(Exception):
    """A key file that this server did not write: it is not overwritten."""


class SheetsServer:
    """A Google of our own on this machine, as a test holds it in its hand."""

    def __init__(self, *, port: int = 0, state: Path | None = None, switches: Switches | None = None) -> None:
        self.drive = Drive(Clock(), switches or usual())
        self.accounts = Accounts()
        store = Store(state)
        store.load(self.drive, self.accounts)
        self.service = Service(self.drive, self.accounts, store)
        self._listener = Listener(self.service, port)
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.05,), daemon=True)

    # what is there

    @property
    def url(self) -> str:
        return self._listener.url

    @property
    def log(self) -> Log:
        """What was asked: ``reads``, ``writes``, and each request with its bytes on the wire."""
        return self.service.log

    @property
    def faults(self) -> Faults:
        """What goes wrong: ``before`` and ``after`` hang a deed on a request."""
        return self.service.faults

    @property
    def quota(self) -> Quota:
        return self.service.quota

    @property
    def clock(self) -> Clock:
        """Time for quotas and dates of files."""
        return self.drive.clock

    def book(self, spreadsheet_id: str) -> Book:
        """The spreadsheet itself, to look at; change it by `edit`."""
        return self.drive.files[spreadsheet_id].book

    # what a test does

    def spreadsheet(
        self, title: str = "Callbacks", *, shared_with: str = DEFAULT_EMAIL, spreadsheet_id: str = "", tab: str = ""
    ) -> File:
        """A new spreadsheet of a person's, shared with the tool's account; its one tab named if asked."""
        file = self.drive.create(title, OWNER, spreadsheet_id)
        if tab:
            rename_tab(file.book, tab="Sheet1", to=tab)
        if shared_with:
            file.share(shared_with)
        self.service.keep()
        return file

    def edit(self, spreadsheet_id: str, deed: Callable[[Book], object]) -> None:
        """Somebody changes the spreadsheet in the browser, now."""
        self.service.edit(spreadsheet_id, deed)

    def fail(self, kind: Kind | str, **how: Any) -> Fault:
        """The next request fails so. ``on``, ``skip``, ``times``, ``retry_after``, ``seconds`` say which and how."""
        return self.service.order(kind, **how)

    def deliver(self) -> int:
        """What was sent and never answered (``late``) is applied now."""
        return self.service.deliver()

    # credentials

    def key(self, email: str = DEFAULT_EMAIL) -> dict[str, str]:
        """A key of that service account, whose token address is this server."""
        key = self.accounts.service_account(email, self.url)
        self.service.keep()
        return key

    def credentials(self, path: Path, email: str = DEFAULT_EMAIL) -> Path:
        """The key in a file. One that an earlier start wrote is used again; a file of anybody else's is refused."""
        key: Mapping[str, Any] = self.key(email)
        if path.exists():
            before = ours(path)
            if before is None:
                raise NotOursError(f"{path} is not a throwaway key that this server wrote; it was left alone")
            self.accounts.adopt(before)
            key = {**before, **{name: value for name, value in key.items() if name.endswith(("_uri", "_url"))}}
        return self._written(path, key)

    def oauth_client(self, path: Path) -> Path:
        """The client file with which a person signs in by the browser; the server agrees at once."""
        return self._written(path, self.accounts.oauth_client(self.url))

    def signed_in(self, path: Path, email: str = OWNER) -> Path:
        """What is on disk after a person signed in."""
        return self._written(path, self.accounts.authorized_user(email, self.url))

    def _written(self, path: Path, content: Mapping[str, Any]) -> Path:
        path.touch(mode=0o600)
        path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        self.service.keep()
        return path

    # its life

    def start(self) -> SheetsServer:
        self._thread.start()
        return self

    def stop(self) -> None:
        """End it: nothing hangs any longer, kept connections end, the port is free."""
        self.faults.over.set()
        self._listener.shutdown()
        self._listener.server_close()
        self._listener.hang_up()
        self._thread.join(5)

    def __enter__(self) -> SheetsServer:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
        if error is None:
            self.service.assert_sound()


@contextmanager
def running(**how: Any) -> Iterator[SheetsServer]:
    """A server for as long as the block lasts; leaving it fails if the server answered what Google would not."""
    with SheetsServer(**how) as server:
        yield server
