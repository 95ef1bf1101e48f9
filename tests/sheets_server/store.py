"""The state of the server in one file, written whole after each change, so that a restart finds everything."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from tests.sheets_server.accounts import Accounts
from tests.sheets_server.files import Drive, File

VERSION = 1


class UnreadableError(Exception):
    """The state file is not one of this server's; it is left alone."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where the state is kept; nowhere without a path."""

    path: Path | None = None

    def load(self, drive: Drive, accounts: Accounts) -> None:
        """Fill drive and accounts from the file, where it exists."""
        if self.path is None or not self.path.exists():
            return
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            if kept["version"] != VERSION:
                raise UnreadableError(f"{self.path} was written by another version of this server")
            files = [File.from_json(each, drive.switches) for each in kept["files"]]
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableError(f"{self.path} does not hold the state of this server; it was left alone") from error
        drive.files.update((file.id, file) for file in files)
        accounts.keys.update(kept["keys"])
        accounts.consents.update(kept["consents"])

    def keep(self, drive: Drive, accounts: Accounts) -> None:
        """Write everything beside the file and put it in its place, so that there is never half a state."""
        if self.path is None:
            return
        kept = {
            "version": VERSION,
            "keys": accounts.keys,
            "consents": accounts.consents,
            "files": [file.to_json() for file in drive.files.values()],
        }
        beside = self.path.with_name(self.path.name + ".new")
        with beside.open("w", encoding="utf-8") as written:
            written.write(json.dumps(kept, ensure_ascii=False))  # json.dump is several times slower
            written.flush()
            os.fsync(written.fileno())
        beside.replace(self.path)
