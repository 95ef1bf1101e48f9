"""One Google spreadsheet over HTTP: gspread's client with an address, time limits and patience of our own.

A look is tried again while Google is unwell, with full jitter, no sooner than Google asks for and never past a
deadline. A change is sent once: nobody can tell whether a lost one was applied, so only another look may decide.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from google.auth.exceptions import RefreshError, TransportError
from gspread.exceptions import APIError
from gspread.http_client import HTTPClient
from gspread.urls import SPREADSHEET_BATCH_UPDATE_URL, SPREADSHEET_URL
from requests import exceptions as wire

from callbacksheet import __version__
from callbacksheet.adapters.google_auth import is_loopback, safe_for_secrets
from callbacksheet.adapters.google_door import Json, LostError, NotSentError, Place
from callbacksheet.adapters.google_faults import (
    LATER,
    RETRIED,
    Account,
    clock_wrong,
    complaint_of,
    fault_of,
    garbled,
    no_answer,
    offline,
    sign_in_fault,
    sign_in_unwell,
    tells_wrong_clock,
)
from callbacksheet.errors import CallbackSheetError, SetupError, UnavailableError

if TYPE_CHECKING:
    from google.auth.credentials import Credentials
    from requests import Response

HOST = "https://sheets.googleapis.com"
CONNECT_SECONDS = 5.0

_COMPACT = (",", ":")
_log = logging.getLogger("callbacksheet.google")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one answer is waited for, and how long and often a look is tried again; all in seconds.

    ``unreachable`` is how often where no connection comes about at all. The n-th wait is a random part of ``first``
    (of ``first_quota`` once the quota is used up) doubled n times.
    """

    look: float = 60.0
    change: float = 180.0  # what Google itself allows a request
    deadline: float = 90.0
    tries: int = 6
    unreachable: int = 3
    first: float = 1.0
    first_quota: float = 4.0
    longest: float = 32.0


@dataclass(frozen=True, slots=True)
class Weather:
    """The clock, the sleep and the chance that patience is made of, so that a test can bring its own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


class SheetsClient(HTTPClient):
    """gspread's client: at another address if asked, compact answers, never without a time limit.

    ``base`` is https or this machine, for a bearer token goes there. Every request is sent as it is, once.
    """

    def __init__(self, auth: Credentials, *, base: str = "") -> None:
        super().__init__(auth)
        self.skew: float | None = None  # by how many seconds Google's clock was ahead of ours at its last answer
        self._base = _checked(base)
        self.session.headers["User-Agent"] = f"callbacksheet/{__version__} (gzip)"
        if _is_here(self._base):
            self.session.trust_env = False  # a proxy of the environment cannot reach this machine
            tokens: Any = self.session
            tokens._auth_request_session.trust_env = False  # noqa: SLF001 - google-auth offers no other way to it
        self.set_timeout((CONNECT_SECONDS, Patience().look))

    def request(
        self,
        method: str,
        endpoint: str,
        params: Mapping[str, Any] | None = None,
        data: bytes | None = None,
        json: Mapping[str, Any] | None = None,
        files: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        address = self._base + endpoint.removeprefix(HOST) if self._base else endpoint
        asked = {**(params or {}), "prettyPrint": "false"}
        started = time.monotonic()
        told = "no answer"
        try:
            response = super().request(method, address, asked, data, json, files, dict(headers or {}))
            told = f"answered {response.status_code} with {len(response.content) / 1000:.1f} kB"
            self.skew = _skew(response)
            return response
        except APIError as error:
            told = f"answered {error.response.status_code}"
            raise
        finally:
            _log.debug("%s %s: %s in %.2f s", method.upper(), _path(address), told, time.monotonic() - started)


def _skew(response: Response) -> float | None:
    try:
        return parsedate_to_datetime(response.headers["Date"]).timestamp() - time.time()
    except (KeyError, ValueError, TypeError):
        return None


def _checked(base: str) -> str:
    if base and not safe_for_secrets(base):
        raise SetupError("The endpoint must be https, or http on this machine.", "Correct `endpoint` under [sheet].")
    return base.rstrip("/")


def _is_here(base: str) -> bool:
    return bool(base) and is_loopback(urlsplit(base).hostname or "")


def _path(address: str) -> str:
    """Where a request went, for the log: the spreadsheet only by the end of its id."""
    path = urlsplit(address).path
    name, _, what = path.rpartition("/")[2].partition(":")
    return f"…{name[-4:]}{':' if what else ''}{what}"


class HttpSpreadsheet:
    """``Spreadsheet`` (google_door) over HTTP. Kept for one run: it counts its requests."""

    def __init__(
        self,
        client: SheetsClient,
        account: Account,
        *,
        patience: Patience | None = None,
        weather: Weather | None = None,
    ) -> None:
        self.account = account
        self.reads = 0
        self.writes = 0
        self._client = client
        self._patience = patience or Patience()
        self._weather = weather or Weather()

    @property
    def id(self) -> str:
        return self.account.spreadsheet

    @property
    def skew(self) -> float | None:
        """By how many seconds Google's clock was ahead of this machine's, None where it was not told."""
        return self._client.skew

    def look(self, places: Sequence[Place], fields: str) -> Json:
        return self._patiently(lambda: self._get(places, fields))

    def change(self, requests: Sequence[Json], ranges: Sequence[str] = (), fields: str = "") -> Json:
        body: Json = {"requests": list(requests)}
        if fields:
            body["includeSpreadsheetInResponse"] = True
            if ranges:
                body["responseRanges"] = list(ranges)
        self.writes += 1
        self._client.set_timeout((CONNECT_SECONDS, self._patience.change))
        try:
            return _json_of(self._post(body, fields or "replies"))
        except _FAILURES as error:
            raise self._change_fault(error) from error

    def _get(self, places: Sequence[Place], fields: str) -> Response:
        asked: dict[str, Any] = {"fields": fields}
        if places:
            asked["ranges"] = list(places)
        return self._client.request("get", SPREADSHEET_URL % self.id, params=asked)

    def _post(self, body: Json, fields: str) -> Response:
        return self._client.request(
            "post",
            SPREADSHEET_BATCH_UPDATE_URL % self.id,
            params={"fields": fields},
            data=json.dumps(body, ensure_ascii=False, allow_nan=False, separators=_COMPACT).encode("utf-8", "replace"),
            headers={"Content-Type": "application/json; charset=UTF-8"},
        )

    def _patiently(self, ask: Callable[[], Response]) -> Json:
        """Ask until there is an answer, patience is at its end, or asking again would not help."""
        started = self._weather.now()
        for attempt in range(self._patience.tries):
            left = self._patience.deadline - (self._weather.now() - started)
            self._client.set_timeout((CONNECT_SECONDS, max(1.0, min(self._patience.look, left))))
            self.reads += 1
            try:
                return _json_of(ask())
            except _FAILURES as error:
                wait = self._wait_after(error, attempt)
                left = self._patience.deadline - (self._weather.now() - started)
                if wait is None or attempt + 1 == self._patience.tries or wait >= left:
                    raise self._look_fault(error) from error
            self._weather.sleep(wait)
        raise AssertionError("a patience of no tries")

    def _wait_after(self, error: Exception, attempt: int) -> float | None:
        """Seconds until the next try, None where another would end the same."""
        status = _status(error)
        if status is not None and status not in RETRIED:
            return None
        if isinstance(error, RefreshError):  # google-auth itself asks for a token three times
            return None
        if _never_sent(error) and attempt + 1 >= self._patience.unreachable:
            return None
        first = self._patience.first_quota if status == 429 else self._patience.first
        jittered = self._weather.chance() * min(self._patience.longest, first * float(2**attempt))
        return max(jittered, _asked_to_wait(error))

    def _look_fault(self, error: Exception) -> CallbackSheetError:
        return self._common_fault(error) or (no_answer() if isinstance(error, wire.Timeout) else garbled())

    def _change_fault(self, error: Exception) -> CallbackSheetError:
        """A change that failed: not applied, refused with reasons, or lost."""
        if not _turned_away(error):
            return _lost()
        fault = self._common_fault(error) or _lost()
        return NotSentError(str(fault), fault.next) if isinstance(fault, UnavailableError) else fault

    def _common_fault(self, error: Exception) -> CallbackSheetError | None:
        match error:
            case APIError():
                return fault_of(complaint_of(error.response.status_code, _body(error.response)), self.account)
            case RefreshError():
                return sign_in_fault(_words(error), self.account) if _is_refusal(error) else sign_in_unwell()
            case wire.SSLError() if tells_wrong_clock(str(error)):
                return clock_wrong()
        return offline() if _never_sent(error) else None


_FAILURES = (APIError, RefreshError, TransportError, wire.RequestException, ValueError)
"""All that a request can end in; a ValueError is an answer that is no JSON."""


def _json_of(response: Response) -> Json:
    answer = response.json()
    if not isinstance(answer, dict):
        raise ValueError("the answer is no JSON object")
    return answer


def _body(response: Response) -> object:
    try:
        return response.json()
    except ValueError:
        return None


def _status(error: Exception) -> int | None:
    return error.response.status_code if isinstance(error, APIError) else None


def _never_sent(error: Exception) -> bool:
    """Whether no connection came about, so that Google cannot have heard of it."""
    if isinstance(error, TransportError | wire.ConnectTimeout | wire.SSLError | wire.ProxyError):
        return True
    if not isinstance(error, wire.ConnectionError) or not error.args:
        return False
    reason = getattr(error.args[0], "reason", error.args[0])
    return type(reason).__name__ in ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError")


def _turned_away(error: Exception) -> bool:
    """Whether a request was certainly not carried out: it never left, or was refused."""
    status = _status(error)
    return status < 500 if status is not None else isinstance(error, RefreshError) or _never_sent(error)


def _is_refusal(error: RefreshError) -> bool:
    """Whether a token was refused in the words of OAuth, and not only because Google's sign-in is unwell."""
    answer = error.args[1] if len(error.args) > 1 else None
    return not error.retryable and isinstance(answer, Mapping) and isinstance(answer.get("error"), str)


def _asked_to_wait(error: Exception) -> float:
    """Seconds of a Retry-After header; a date there is rare, and passed over."""
    text = error.response.headers.get("Retry-After", "") if isinstance(error, APIError) else ""
    return float(text) if text.isdecimal() else 0.0


def _words(error: RefreshError) -> str:
    """All that google-auth tells, in one line: "invalid_grant: Invalid JWT Signature."."""
    return " ".join(arg if isinstance(arg, str) else json.dumps(arg, default=str) for arg in error.args)


def _lost() -> LostError:
    return LostError(
        "Google's answer to the change was lost, so nobody can tell yet whether it was written. "
        "It is written whole or not at all.",
        f"{LATER} The next run looks at the sheet and goes on from what stands there.",
    )
