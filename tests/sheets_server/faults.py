"""What can go wrong between the tool and Google, on demand.

A `Fault` meets the requests it is meant for (``on``), after letting some pass (``skip``), as often as said
(``times``). A deed is anything run just before or just after a request: a person who types, sorts or renames at the
worst moment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from tests.sheets_server.accounts import PROJECT_NUMBER
from tests.sheets_server.errors import ApiError, refusal
from tests.sheets_server.quota import exceeded

Deed = Callable[[], object]


class Kind(StrEnum):
    """The ways to fail. Those named ``-after`` fail once the request was applied."""

    QUOTA = "quota"  # 429, as if the minute's requests were used up
    ERROR = "500"
    ERROR_AFTER = "500-after"
    BAD_GATEWAY = "502"  # in HTML, from in front of the interface
    UNAVAILABLE = "503"
    DISABLED = "disabled"  # 403: the interface was never switched on in the project
    HANG = "hang"  # no answer for some seconds, then the connection ends; not applied
    HANG_AFTER = "hang-after"
    DROP = "drop"  # the connection ends without an answer; not applied
    DROP_AFTER = "drop-after"
    LATE = "late"  # the connection ends without an answer; applied later, when the courier comes
    TWICE = "twice"  # applied and answered; applied once more when the courier comes
    TRUNCATED = "truncated"  # applied; the answer is cut in the middle
    STALE = "stale"  # a read answered from how things stood when the fault was armed


AFTER = {Kind.ERROR_AFTER, Kind.HANG_AFTER, Kind.DROP_AFTER, Kind.TRUNCATED}
HANGING = {Kind.HANG, Kind.HANG_AFTER}


class Asked(Protocol):
    """What a fault needs to know of a request to tell whether it is meant."""

    @property
    def kind(self) -> str: ...
    @property
    def read(self) -> bool: ...


@dataclass(slots=True)
class Turn:
    """Which requests: ``any``, ``read``, ``write``, ``token``, or part of a kind (``values.batchUpdate``)."""

    on: str = "any"
    skip: int = 0
    times: int = 1

    def met(self, asked: Asked) -> bool:
        """Is it this request's turn? Counts it if it is one of those meant."""
        if not self._meant(asked) or self.times <= 0:
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        self.times -= 1
        return True

    def _meant(self, asked: Asked) -> bool:
        if asked.kind == "token":
            return self.on == "token"
        if self.on in {"read", "write"}:
            return asked.read == (self.on == "read")
        return self.on == "any" or self.on in asked.kind


@dataclass(slots=True)
class Fault:
    """One way to fail, and how to be it."""

    kind: Kind
    turn: Turn
    retry_after: str = ""
    """The header's value: seconds, or a date."""
    seconds: float = 30.0
    """How long a hang lasts."""

    def refusal(self, *, read: bool) -> ApiError | None:
        """The answer in JSON, for the kinds that have one."""
        match self.kind:
            case Kind.QUOTA:
                return exceeded(read=read)
            case Kind.ERROR | Kind.ERROR_AFTER:
                return refusal("INTERNAL", "Internal error encountered.")
            case Kind.UNAVAILABLE:
                return refusal("UNAVAILABLE", "The service is currently unavailable.")
            case Kind.DISABLED:
                return _disabled()
        return None


@dataclass(slots=True)
class Faults:
    """What was ordered, in the order in which it was."""

    ordered: list[Fault] = field(default_factory=list)
    _before: list[tuple[Turn, Deed]] = field(default_factory=list)
    _after: list[tuple[Turn, Deed]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    """Set when the server stops: nothing hangs any longer."""

    def order(
        self,
        kind: Kind | str,
        *,
        on: str = "any",
        skip: int = 0,
        times: int = 1,
        retry_after: object = "",
        seconds: float = 30.0,
    ) -> Fault:
        """The next request of those meant fails so; ``skip`` of them pass first."""
        fault = Fault(Kind(kind), Turn(on, skip, times), str(retry_after), seconds)
        self.ordered.append(fault)
        return fault

    def before(self, deed: Deed, *, on: str = "any", skip: int = 0, times: int = 1) -> None:
        """Do this just before such a request is looked at."""
        self._before.append((Turn(on, skip, times), deed))

    def after(self, deed: Deed, *, on: str = "any", skip: int = 0, times: int = 1) -> None:
        """Do this when such a request was applied, before its answer is sent."""
        self._after.append((Turn(on, skip, times), deed))

    def clear(self) -> None:
        for waiting in (self.ordered, self._before, self._after):
            waiting.clear()

    def next(self, asked: Asked) -> Fault | None:
        """The fault that meets this request; at most one does, and only that one is used up."""
        for fault in self.ordered:
            if fault.turn.met(asked):
                self.ordered = [each for each in self.ordered if each.turn.times > 0]
                return fault
        return None

    def deeds_before(self, asked: Asked) -> list[Deed]:
        return _due(self._before, asked)

    def deeds_after(self, asked: Asked) -> list[Deed]:
        return _due(self._after, asked)


def _due(deeds: list[tuple[Turn, Deed]], asked: Asked) -> list[Deed]:
    due = [deed for turn, deed in deeds if turn.met(asked)]
    deeds[:] = [each for each in deeds if each[0].times > 0]
    return due


def _disabled() -> ApiError:
    message = (
        f"Google Sheets API has not been used in project {PROJECT_NUMBER} before or it is disabled. Enable it by "
        f"visiting https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project="
        f"{PROJECT_NUMBER} then retry. If you enabled this API recently, wait a few minutes for the action to "
        "propagate to our systems and retry."
    )
    details = [
        {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "SERVICE_DISABLED",
            "domain": "googleapis.com",
            "metadata": {"service": "sheets.googleapis.com", "consumer": f"projects/{PROJECT_NUMBER}"},
        }
    ]
    return ApiError(message, code=403, status="PERMISSION_DENIED", details=details)
