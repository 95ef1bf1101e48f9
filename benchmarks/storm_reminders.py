"""A storm over reminders: ``python -m benchmarks.storm_reminders [--callbacks 2000] [--google] [--rounds 30]``.

Many callbacks fall due at one minute. Two machines (each with a log of its own) run real ``remind`` processes at the
same time against one sheet; most are killed (SIGKILL) at a random moment. Messages are real mails to a real SMTP
server, whose Message-ID is the message's key. Afterwards both machines run on in peace. Printed, and checked:
what came twice (never), and what neither came nor is shown as unknown (never).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

START = datetime(2026, 5, 8, 10, 0)  # noqa: DTZ001 - on the shop's clock, as the sheet has it
PROGRAM = "from callbacksheet.cli.main import main; main()"
CONFIG = """timezone = "America/New_York"
region = "US"
operator = "MK"
[sheet]
{sheet}
[people.MK]
name = "Mary K"
notify = ["mailto://127.0.0.1:{port}/mary@example.com?from=desk@example.com&mode=insecure"]
[reminders]
escalate_after = "never"
"""
HEADERS = ("Received", "Name", "Phone", "Reason", "Best time", "Urgency", "Status", "Next callback", "Owner", "Notes")
FINISH_SECONDS = 240.0


@dataclass
class Postbox:
    """An SMTP server that counts what it took, by Message-ID."""

    keys: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - as aiosmtpd calls it
        lines = envelope.content.decode("utf-8", "replace").splitlines()
        name = next(line.partition(":")[2] for line in lines if line.casefold().startswith("message-id:"))
        with self._lock:
            self.keys[name.strip().strip("<>").partition("@")[0]] += 1
        return "250 taken"


@dataclass
class Storm:
    """One sheet, two machines, and what they did."""

    folder: Path
    post: Postbox
    dice: random.Random
    started: int = 0
    killed: int = 0
    codes: Counter[int] = field(default_factory=Counter)

    def environ(self, machine: int, at: datetime) -> dict[str, str]:
        now = at.isoformat(timespec="minutes")
        return {**os.environ, "CALLBACKSHEET_STATE": str(self.folder / f"machine-{machine}"), "CALLBACKSHEET_NOW": now}

    def start(self, machine: int, at: datetime, *words: str) -> subprocess.Popen[str]:
        self.started += 1
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *words],
            cwd=self.folder,
            env=self.environ(machine, at),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def finish(self, machine: int, at: datetime, *words: str) -> str:
        out, err = self.start(machine, at, *words).communicate(timeout=FINISH_SECONDS)
        return out or err

    def gust(self, at: datetime, longest: float) -> None:
        """Both machines at once; most runs are killed somewhere, some come to their end."""
        running = [self.start(machine, at, "remind") for machine in (0, 1)]
        began = time.monotonic()
        ends = [self.dice.uniform(0.2, longest) if self.dice.random() < 0.8 else FINISH_SECONDS for _ in running]
        for process, end in sorted(zip(running, ends, strict=True), key=lambda pair: pair[1]):
            try:
                process.communicate(timeout=max(0.01, end - (time.monotonic() - began)))
                self.codes[process.returncode] += 1
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                self.killed += 1

    def calm(self, at: datetime) -> None:
        """Everything runs on in peace, minute by minute and in the end past every lease, until nothing changes."""
        quiet = 0
        for turn in range(120):
            at += timedelta(minutes=1 if quiet == 0 else 12)
            said = json.loads(self.finish(turn % 2, at, "remind", "--json"))
            self.codes[said["exit_code"]] += 1
            data = said["data"]
            moved = data.get("sent") or data.get("failed") or data.get("unknown")
            quiet = 0 if moved else quiet + 1
            if quiet == 3:
                return

    def unknown(self) -> set[str]:
        later = START + timedelta(days=1)
        data = json.loads(self.finish(0, later, "remind", "--unknown", "--json"))["data"]
        return {one["key"] for one in data["unknown"]}


@dataclass(frozen=True)
class Verdict:
    """What came of a storm."""

    callbacks: int
    processes: int
    killed: int
    arrived: int
    twice: int
    unknown: int
    silent: int
    codes: dict[int, int]
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.callbacks} callbacks, {self.processes} processes, {self.killed} killed: {self.arrived} arrived, "
            f"{self.twice} twice, {self.unknown} shown as unknown, {self.silent} silently never; "
            f"exit codes {self.codes}; {self.seconds:.0f} s"
        )


def storm(callbacks: int, rounds: int, longest: float, seed: int, *, google: bool = False) -> Verdict:
    """Blow once, and judge."""
    from aiosmtpd.controller import Controller

    began = time.monotonic()
    post = Postbox()
    mail = Controller(post, hostname="127.0.0.1", port=_free_port())
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        mail.start()
        stack.callback(mail.stop)
        folder = Path(name)
        it = Storm(folder, post, random.Random(seed))
        place = stack.enter_context(_google(folder, callbacks)) if google else _workbook(folder, callbacks)
        (folder / "callbacksheet.toml").write_text(CONFIG.format(sheet=place, port=mail.port), encoding="utf-8")
        for _ in range(2):  # on a shared sheet rows are first noted, then taken up
            it.finish(0, START - timedelta(minutes=30), "tidy", "--yes")
        for turn in range(rounds):
            it.gust(START + timedelta(minutes=turn), longest)
        it.calm(START + timedelta(minutes=rounds))
        return _judged(it, callbacks, time.monotonic() - began)


def _judged(it: Storm, callbacks: int, seconds: float) -> Verdict:
    unknown = it.unknown()
    listed = json.loads(it.finish(0, START + timedelta(days=1), "list", "--json"))["data"]["callbacks"]
    assert len(listed) == callbacks, f"{len(listed)} rows stand in the sheet"
    seen = set(it.post.keys) | unknown
    return Verdict(
        callbacks,
        it.started,
        it.killed,
        len(it.post.keys),
        sum(times > 1 for times in it.post.keys.values()),
        len(unknown),
        callbacks - len(seen),
        dict(sorted(it.codes.items())),
        seconds,
    )


def _rows(callbacks: int) -> Iterator[Sequence[str]]:
    for number in range(callbacks):
        phone = f"+1 415 {200 + number // 10_000:03} {number % 10_000:04}"
        due = START.isoformat(sep=" ", timespec="minutes")
        yield ("2026-05-08 09:00", f"Caller {number}", phone, "book", "", "", "", due, "MK", f"note {number}")


def _workbook(folder: Path, callbacks: int) -> str:
    """A workbook with its rows; its place as the configuration names it."""
    from openpyxl import Workbook

    book = Workbook()
    for row in (HEADERS, *_rows(callbacks)):
        book.worksheets[0].append([text or None for text in row])
    book.save(folder / "callbacks.xlsx")
    return 'workbook = "callbacks.xlsx"'


@contextlib.contextmanager
def _google(folder: Path, callbacks: int) -> Iterator[str]:
    """The same on a Sheets server of our own."""
    from tests.sheets_server.book import Book
    from tests.sheets_server.server import SheetsServer

    def typed(book: Book) -> None:
        for row, cells in enumerate((HEADERS, *_rows(callbacks))):
            for column, text in enumerate(cells):
                if text:
                    book.staff_set(0, row, column, text)

    with SheetsServer() as server:
        server.credentials(folder / "key.json")
        file = server.spreadsheet(spreadsheet_id="storm-over-callbacks", tab="Callbacks")
        server.edit(file.id, typed)
        url = f"https://docs.google.com/spreadsheets/d/{file.id}/edit"
        yield f'google = "{url}"\ntab = "Callbacks"\ncredentials = "key.json"\nendpoint = "{server.url}"'


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--callbacks", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--longest", type=float, default=25.0, help="seconds within which a run is killed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--google", action="store_true", help="against the Sheets server of the tests")
    options = parser.parse_args()
    verdict = storm(options.callbacks, options.rounds, options.longest, options.seed, google=options.google)
    print(verdict)
    sys.exit(1 if verdict.twice or verdict.silent else 0)


if __name__ == "__main__":
    main()
