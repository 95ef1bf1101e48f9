"""The server by hand: ``python -m tests.sheets_server --port 8765``."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from tests.sheets_server.accounts import DEFAULT_EMAIL
from tests.sheets_server.discovery import NoDocumentsError, document
from tests.sheets_server.server import NotOursError, SheetsServer
from tests.sheets_server.store import UnreadableError
from tests.sheets_server.switches import Switches

MORE = """
A spreadsheet to begin with
  --spreadsheet ID makes an empty one under that id, shared with the account of the key file, unless it is there
  already; any https://docs.google.com/spreadsheets/d/ID/edit address then means it. Real gspread makes one too,
  through Drive v3, once its addresses lead here:

    import functools, gspread
    class Here(gspread.HTTPClient):
        def request(self, method, endpoint, *args, **more):
            for host in ("https://sheets.googleapis.com", "https://www.googleapis.com"):
                endpoint = endpoint.replace(host, "http://127.0.0.1:8765")
            return super().request(method, endpoint, *args, **more)
    gc = gspread.service_account("KEY.json", http_client=Here)
    print(gc.create("Callbacks").url)

  or without any client:  curl -X POST localhost:8765/control/spreadsheets -d '{"title": "Callbacks"}'

With callbacksheet, in callbacksheet.toml:
    [sheet]
    google = "https://docs.google.com/spreadsheets/d/ID/edit"
    credentials = "KEY.json"
    endpoint = "http://127.0.0.1:8765"

What goes wrong, and what people do meanwhile
  curl localhost:8765/control                                         what there is, and every door of this desk
  curl -X POST localhost:8765/control/faults -d '{"kind": "503", "on": "write", "times": 2, "retry_after": 3}'
  curl -X POST localhost:8765/control/edit -d '{"spreadsheetId": "ID", "do": "rename_tab", "tab": "Sheet1",
                                                "to": "Calls", "before": "write"}'
  curl localhost:8765/control/log                                     what was asked, and its bytes on the wire
"""


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        document("sheets.v4")  # else it would listen, and then answer nobody
        server = SheetsServer(port=options.port, state=options.state, switches=_switched(options.switch))
        server.quota.on = options.quota
        if options.credentials_out:
            server.credentials(options.credentials_out, options.email)
        if options.spreadsheet and options.spreadsheet not in server.drive.files:
            server.spreadsheet(options.title, shared_with=options.email, spreadsheet_id=options.spreadsheet)
    except (OSError, NoDocumentsError, NotOursError, UnreadableError, UnknownSwitchError) as error:
        print(f"The test server did not start: {error}", file=sys.stderr)
        return 1
    _serve(server)
    return 0


def _switched(settings: list[str]) -> Switches:
    """The switches as set, each read as the kind of value that it has now."""
    changed: dict[str, Any] = {}
    for setting in settings:
        name, _, text = setting.partition("=")
        usual = getattr(Switches(), name, None)
        if isinstance(usual, bool) and text in {"true", "false"}:
            changed[name] = text == "true"
        elif usual is not None and not isinstance(usual, bool):
            changed[name] = _value(usual, text)
        else:
            raise UnknownSwitchError(f"there is no switch {setting!r}; there are {', '.join(_listed())}")
    return replace(Switches(), **changed)


def _value(usual: Any, text: str) -> Any:
    try:
        return type(usual)(text)
    except ValueError as error:
        raise UnknownSwitchError(str(error)) from error


def _listed() -> list[str]:
    return [f"{each.name}={str(each.default).lower()}" for each in fields(Switches)]


class UnknownSwitchError(ValueError):
    """A switch that is not there, or a value that it cannot have."""


def _serve(server: SheetsServer) -> None:
    """Until somebody ends it: Ctrl+C, or a kind kill."""
    over = threading.Event()
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: over.set())
    server.start()
    print(f"listening on {server.url}", flush=True)
    over.wait()
    server.stop()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.sheets_server",
        description="Google Sheets v4, and as much of Drive v3 as gspread needs, on this machine. For tests only.",
        epilog=MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, default=8765, help="0 takes a free one and says which (default 8765)")
    parser.add_argument("--state", type=Path, metavar="FILE", help="keep everything in this file; without: in memory")
    parser.add_argument(
        "--credentials-out", type=Path, metavar="KEY.json", help="write a throwaway service-account key for this server"
    )
    parser.add_argument("--email", default=DEFAULT_EMAIL, help="address of that account (default %(default)s)")
    parser.add_argument("--spreadsheet", metavar="ID", help="make an empty spreadsheet with this id")
    parser.add_argument("--title", default="Callbacks", help="and this title (default %(default)s)")
    parser.add_argument("--quota", action="store_true", help="refuse what is over 60 reads or writes a minute a user")
    parser.add_argument(
        "--switch", action="append", default=[], metavar="NAME=VALUE", help="set what nobody outside Google can know"
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
