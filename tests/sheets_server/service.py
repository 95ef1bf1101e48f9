"""What the server does with one request, without a socket: who asks, may they, is it sound, what is the answer."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl

from tests.sheets_server import calls, drive
from tests.sheets_server.accounts import PROJECT_NUMBER, Accounts, Caller, GrantError, allows
from tests.sheets_server.answers import ANYWHERE, NOT_THERE, Answer, html, json_answer, refused, unread
from tests.sheets_server.book import Book
from tests.sheets_server.call import Call, checked, found, parsed_query
from tests.sheets_server.errors import ApiError
from tests.sheets_server.faults import AFTER, HANGING, Deed, Fault, Faults, Kind
from tests.sheets_server.fields import masked
from tests.sheets_server.files import Drive, File
from tests.sheets_server.log import Entry, Log
from tests.sheets_server.quota import Quota
from tests.sheets_server.store import Store


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came over the wire."""

    verb: str
    path: str
    """Still encoded: it is taken apart first."""
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    """By lower-case name."""
    body: bytes = b""
    head_bytes: int = 0


class OwnFaultError(AssertionError):
    """The server answered what Google never would: its own bug, never the tool's."""


class Service:
    """All that is behind the address: drive, accounts, quota, faults, and the log of what was asked."""

    def __init__(self, drive_: Drive, accounts: Accounts, store: Store) -> None:
        self.drive = drive_
        self.accounts = accounts
        self.store = store
        self.quota = Quota(drive_.clock.now)
        self.faults = Faults()
        self.log = Log()
        self.failures: list[str] = []
        """What was the server's own bug; a test that leaves some behind has failed."""
        self.lock = threading.RLock()
        self._late: list[Call] = []
        self._stale: dict[int, dict[str, File]] = {}

    def answer(self, request: Request) -> tuple[Answer, Entry | None]:
        """The answer to any request but those of the control desk, and its line in the log."""
        if request.path == "/token":
            entry = self.log.opened("token", request, read=True, counted=False)
            return self._token(request, entry), entry
        match = found(request.verb, request.path)
        if match is None:
            return html(NOT_THERE, 404), None
        call = Call(*match, query=parsed_query(request.query), raw=request.body)
        entry = self.log.opened(call.method.id, request, read=call.method.read, counted=call.sheets)
        return self._met(call, request, entry), entry

    def order(self, kind: Kind | str, **how: Any) -> Fault:
        """Order a fault; see `Faults.order`. A stale read will be answered from how all stands now."""
        fault = self.faults.order(kind, **how)
        if fault.kind is Kind.STALE:
            with self.lock:
                files = self.drive.files.values()
                self._stale[id(fault)] = {file.id: replace(file, book=file.book.fork()) for file in files}
        return fault

    def edit(self, spreadsheet_id: str, deed: Callable[[Book], object]) -> None:
        """Its owner changes the spreadsheet, in the browser: no request, no quota."""
        with self.lock:
            file = self.drive.files[spreadsheet_id]
            file.book.pages.user = file.owner
            deed(file.book)
            self._keep(file)

    def deliver(self) -> int:
        """The courier comes: what is still on its way is applied now. Says how many requests took hold."""
        late, self._late = self._late, []
        return sum(self._applied(call).status < 300 for call in late)

    def keep(self) -> None:
        """Write the state file, where there is one."""
        with self.lock:
            self.store.keep(self.drive, self.accounts)

    def _token(self, request: Request, entry: Entry) -> Answer:
        fault = self.faults.next(entry)
        if fault:
            entry.fault = fault.kind
            error = fault.refusal(read=True)
            if fault.kind is Kind.BAD_GATEWAY:
                return html(ANYWHERE, 502, fault.retry_after)
            return refused(error, fault.retry_after) if error else self._cut(fault)
        try:
            form = dict(parse_qsl(request.body.decode("utf-8", "replace")))
            granted = self.accounts.grant(form, request.headers.get("authorization", ""))
        except GrantError as refusal_:
            return json_answer(refusal_.body, refusal_.code)
        self.keep()
        return json_answer(granted)

    def _met(self, call: Call, request: Request, entry: Entry) -> Answer:
        caller = self.accounts.caller(request.headers.get("authorization"))
        if caller is None:
            return unread("authorization" in request.headers)
        entry.email = caller.email
        for deed in self._due(self.faults.deeds_before, entry):
            deed()
        with self.lock:
            fault = self.faults.next(entry)
        entry.fault = fault.kind if fault else ""
        answer = self._failed(call, caller, fault) if fault else self._sound(call, caller)
        for deed in self._due(self.faults.deeds_after, entry):
            deed()
        return answer

    def _due(self, deeds: Callable[[Entry], list[Deed]], entry: Entry) -> list[Deed]:
        """The deeds whose turn it is, counted by one request at a time and done outside the lock."""
        with self.lock:
            return deeds(entry)

    def _failed(self, call: Call, caller: Caller, fault: Fault) -> Answer:
        """The answer when a fault is in the way."""
        if fault.kind in AFTER:
            answer = self._sound(call, caller)
            if fault.kind is Kind.TRUNCATED:
                return answer.truncated()
            error = fault.refusal(read=call.method.read)
            return refused(error, fault.retry_after) if error else self._cut(fault)
        if fault.kind is Kind.STALE:
            return self._sound(call, caller, self._stale.get(id(fault)))
        if fault.kind is Kind.BAD_GATEWAY:
            return html(ANYWHERE, 502, fault.retry_after)
        if fault.kind in {Kind.LATE, Kind.TWICE}:
            self._late.append(_by(call, caller))
        if fault.kind is Kind.TWICE:
            return self._sound(call, caller)
        error = fault.refusal(read=call.method.read)
        return refused(error, fault.retry_after) if error else self._cut(fault)

    def _cut(self, fault: Fault) -> Answer:
        """No answer, at once or after a while."""
        if fault.kind in HANGING:
            self.faults.over.wait(fault.seconds)
        return Answer.none()

    def _sound(self, call: Call, caller: Caller, files: dict[str, File] | None = None) -> Answer:
        """The answer when nothing is in the way but the request itself."""
        try:
            if not allows(caller, call.method.scopes):
                raise _scopes(call)
            if call.sheets:
                with self.lock:
                    self.quota.take(call.one("quotaUser") or caller.email, read=call.method.read)
        except ApiError as error:
            return refused(error, pretty=_pretty(call))
        return self._applied(_by(call, caller), files)

    def _applied(self, call: Call, files: dict[str, File] | None = None) -> Answer:
        pretty = _pretty(call)
        try:
            sound = Call(call.document, call.method, call.path, call.query, call.raw, call.email, checked(call))
            with self.lock:
                return self._carried_out(sound, files, pretty=pretty)
        except ApiError as error:
            return refused(error, pretty=pretty)
        except Exception:  # noqa: BLE001  # whatever it is, it is a bug of this server, and the test must hear of it
            return self._own_fault(call, traceback.format_exc())

    def _carried_out(self, call: Call, files: dict[str, File] | None, *, pretty: bool) -> Answer:
        stand = Drive(self.drive.clock, self.drive.switches, files) if files is not None else self.drive
        carry_out = calls.CALLS.get(call.method.id) or drive.CALLS.get(call.method.id)
        if carry_out is None:
            raise ApiError(f"Method {call.method.id} is not served here.", code=501, status="UNIMPLEMENTED")
        said = carry_out(stand, call)
        if files is None and not call.method.read:
            self._keep(self.drive.files.get(call.spreadsheet_id))
        if isinstance(said, Answer):
            return said
        if call.method.id not in calls.MASKED:
            said = masked(said, call.one("fields") or drive.DEFAULT_FIELDS.get(call.method.id))
        if wrong := self._wrong(call, said):
            return self._own_fault(call, wrong)
        return json_answer(said, pretty=pretty)

    def _wrong(self, call: Call, said: dict[str, Any]) -> str:
        """What in the answer Google's document does not know."""
        shape = call.method.response
        faults = call.document.schemas.faults(shape, said, "answer") if shape else []
        return "; ".join(fault.sentence() for fault in faults[:5])

    def _own_fault(self, call: Call, what: str) -> Answer:
        self.failures.append(f"{call.method.id} {dict(call.path)}: {what}")
        return refused(ApiError(f"The test server's own fault: {what}", code=500, status="INTERNAL"))

    def _keep(self, file: File | None) -> None:
        if file is not None:
            self.drive.changed(file)
        self.store.keep(self.drive, self.accounts)

    def assert_sound(self) -> None:
        """Fail if the server ever answered what Google would not."""
        if self.failures:
            raise OwnFaultError("\n".join(self.failures))


def _by(call: Call, caller: Caller) -> Call:
    return Call(call.document, call.method, call.path, call.query, call.raw, caller.email)


def _pretty(call: Call) -> bool:
    return call.flag("prettyPrint", default=True)


def _scopes(call: Call) -> ApiError:
    service = "sheets.googleapis.com" if call.sheets else "drive.googleapis.com"
    details: Iterable[dict[str, Any]] = [
        {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "domain": "googleapis.com",
            "metadata": {"method": call.method.id, "service": service, "consumer": f"projects/{PROJECT_NUMBER}"},
        }
    ]
    message = "Request had insufficient authentication scopes."
    return ApiError(message, code=403, status="PERMISSION_DENIED", details=list(details))
