"""A copy of the tool as an actor: real product code in a thread of its own, and only one thread ever runs.

The baton goes to the tool with ``step`` and comes back where the tool is about to use the network, or is done. So
two copies take turns at every call, in an order that the seed alone decides.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime


class Killed(BaseException):
    """The machine went down. No code of the tool's may catch this."""


class Copy:
    """One installed tool: its name, how wrong its clock is, and the run that is under way."""

    def __init__(self, name: str, minutes_fast: int = 0) -> None:
        self.name = name
        self.minutes_fast = minutes_fast
        self.clock: datetime | None = None
        """What its run under way takes for now."""
        self.failure: BaseException | None = None
        self.runs = 0
        self._killed = False
        self._thread: threading.Thread | None = None
        self._ours = threading.Lock()
        self._theirs = threading.Lock()
        self._ours.acquire()
        self._theirs.acquire()

    @property
    def busy(self) -> bool:
        return self._thread is not None

    def start(self, run: Callable[[], object]) -> None:
        """Begin a run; it stands still until its first ``step``."""
        self.runs += 1
        self.failure = None
        self._killed = False
        self._thread = threading.Thread(target=self._work, args=(run,), daemon=True)
        self._thread.start()

    def _work(self, run: Callable[[], object]) -> None:
        self._ours.acquire()
        try:
            if not self._killed:
                run()
        except BaseException as failure:  # noqa: BLE001 - handed to the scheduler, which judges it
            self.failure = failure
        self._thread = None
        self._theirs.release()

    def step(self) -> bool:
        """Let the tool go on to its next call, or to its end; whether it is still under way."""
        self._ours.release()
        self._theirs.acquire()
        return self.busy

    def finish(self) -> None:
        while self.busy:
            self.step()

    def kill(self) -> None:
        """Switch the machine off, wherever the run is."""
        self._killed = True
        self.step()

    def pause(self) -> None:
        """In the tool's thread: the world goes on until it is this copy's turn again."""
        self._theirs.release()
        self._ours.acquire()
        if self._killed:
            raise Killed
