"""The control desk: faults, people's edits, sharing and the clock, by hand over HTTP.

It lies beside Google's addresses, wants no token, and counts against no quota. ``GET /control`` says what there is.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from tests.sheets_server.accounts import DEFAULT_EMAIL
from tests.sheets_server.answers import Answer, json_answer
from tests.sheets_server.book import Book
from tests.sheets_server.errors import ApiError, refusal
from tests.sheets_server.faults import Kind
from tests.sheets_server.files import ANYONE, stamp
from tests.sheets_server.hands import DEEDS
from tests.sheets_server.service import Request, Service

Form = dict[str, Any]


class Desk:
    """What a person with curl, or a test in another process, can do to the server."""

    def __init__(self, service: Service, base: str) -> None:
        self.service = service
        self.base = base
        self._doors: dict[tuple[str, str], Callable[[Form], Any]] = {
            ("GET", ""): self.about,
            ("POST", "/spreadsheets"): self.create,
            ("POST", "/share"): self.share,
            ("POST", "/unshare"): self.unshare,
            ("POST", "/key"): self.key,
            ("POST", "/client"): self.client,
            ("POST", "/token"): self.token,
            ("POST", "/revoke"): self.revoke,
            ("POST", "/faults"): self.order,
            ("DELETE", "/faults"): self.clear,
            ("POST", "/deliver"): self.deliver,
            ("POST", "/edit"): self.edit,
            ("POST", "/quota"): self.quota,
            ("POST", "/clock"): self.clock,
            ("GET", "/log"): self.log,
            ("DELETE", "/log"): self.forget,
        }

    def answer(self, request: Request) -> Answer | None:
        """The answer, or None when this is a request to Google."""
        if request.path == "/o/oauth2/auth":
            where = self.service.accounts.agree(dict(parse_qsl(request.query)))
            self.service.keep()
            return Answer(302, headers={"Location": where, "Content-Type": "text/html"})
        if request.path != "/control" and not request.path.startswith("/control/"):
            return None
        door = self._doors.get((request.verb, request.path.removeprefix("/control").rstrip("/")))
        if door is None:
            return json_answer({"error": "no such door", "doors": self._listed()}, 404)
        try:
            return json_answer(door(_form(request.body)))
        except ApiError as error:
            return json_answer(error.body(), error.code)
        except (KeyError, TypeError, ValueError) as error:
            return json_answer({"error": f"{type(error).__name__}: {error}"}, 400)

    def about(self, form: Form) -> Form:
        """The spreadsheets there are, the faults waiting, and the doors of this desk."""
        service = self.service
        return {
            "spreadsheets": [
                {
                    "spreadsheetId": file.id,
                    "title": file.name,
                    "url": f"https://docs.google.com/spreadsheets/d/{file.id}/edit",
                    "shared_with": {who: share["role"] for who, share in file.shares.items()},
                    "version": file.version,
                    "modified": stamp(file.modified),
                }
                for file in service.drive.files.values()
            ],
            "accounts": sorted(service.accounts.keys),
            "faults": [_shown(fault) for fault in service.faults.ordered],
            "requests": {"read": service.log.reads, "write": service.log.writes},
            "quota": service.quota.on,
            "own_faults": service.failures,
            "doors": self._listed(),
            "kinds_of_fault": [str(kind) for kind in Kind],
            "deeds": sorted(DEEDS),
        }

    def create(self, form: Form) -> Form:
        """``{"title"?, "spreadsheetId"?, "owner"?}``: an empty spreadsheet; everybody's if nobody owns it."""
        owner = form.get("owner", DEFAULT_EMAIL)
        with self.service.lock:
            file = self.service.drive.create(form.get("title", "Callbacks"), owner, form.get("spreadsheetId", ""))
            for email in self.service.accounts.keys if "owner" not in form else ():
                file.share(email, "owner")
            self.service.keep()
        return {"spreadsheetId": file.id, "url": f"https://docs.google.com/spreadsheets/d/{file.id}/edit"}

    def share(self, form: Form) -> Form:
        """``{"spreadsheetId", "email", "role"?}``; the address ``anyone`` is everybody with the link."""
        email = form["email"]
        self._file(form).share(email, form.get("role", "writer"), ANYONE if email == ANYONE else "user")
        self.service.keep()
        return {}

    def unshare(self, form: Form) -> Form:
        """``{"spreadsheetId", "email"}``."""
        self._file(form).unshare(form["email"])
        self.service.keep()
        return {}

    def key(self, form: Form) -> Form:
        """``{"email"?}``: the key file of a service account, made if there is none."""
        key = self.service.accounts.service_account(form.get("email", DEFAULT_EMAIL), self.base)
        self.service.keep()
        return dict(key)

    def client(self, form: Form) -> Form:
        """The OAuth client's file, for signing in by the browser; mary@example.com agrees at once."""
        return self.service.accounts.oauth_client(self.base)

    def token(self, form: Form) -> Form:
        """``{"email"?}``: a bearer token, for curl."""
        scopes = ("https://www.googleapis.com/auth/spreadsheets", "https://www.googleapis.com/auth/drive")
        return {"access_token": self.service.accounts.token(form.get("email", DEFAULT_EMAIL), scopes)}

    def revoke(self, form: Form) -> Form:
        """``{"email"}``: its key and its consents are good no more."""
        self.service.accounts.revoke(form["email"])
        self.service.keep()
        return {}

    def order(self, form: Form) -> Form:
        """``{"kind", "on"?, "skip"?, "times"?, "retry_after"?, "seconds"?}``."""
        return _shown(self.service.order(form.pop("kind"), **form))

    def clear(self, form: Form) -> Form:
        """Nothing that was ordered happens any more."""
        self.service.faults.clear()
        return {}

    def deliver(self, form: Form) -> Form:
        """Apply what was sent and never answered (fault ``late``)."""
        return {"applied": self.service.deliver()}

    def edit(self, form: Form) -> Form:
        """``{"spreadsheetId", "requests": […]}``, or ``{"spreadsheetId", "do": NAME, …}`` for a deed by name.

        ``"before"`` or ``"after"`` (``any``, ``read``, ``write``, part of a kind) with ``"skip"`` keeps it until then.
        """
        file, service = self._file(form), self.service
        turn = {name: form.pop(name) for name in ("skip", "times") if name in form}
        before, after = form.pop("before", None), form.pop("after", None)
        deed = _deed(form)

        def act() -> None:
            service.edit(file.id, deed)

        if before:
            service.faults.before(act, on=before, **turn)
        elif after:
            service.faults.after(act, on=after, **turn)
        else:
            act()
        return {}

    def quota(self, form: Form) -> Form:
        """``{"on": true}``: count, and refuse what is too much; ``false``: only count."""
        self.service.quota.on = bool(form["on"])
        return {}

    def clock(self, form: Form) -> Form:
        """``{"forward": SECONDS}`` for quotas and dates; ``{"skew": SECONDS}`` for the age of grants and tokens."""
        self.service.drive.clock.forward(float(form.get("forward", 0)))
        self.service.accounts.skew = float(form.get("skew", self.service.accounts.skew))
        return {"now": stamp(self.service.drive.clock.now()), "skew": self.service.accounts.skew}

    def log(self, form: Form) -> Form:
        """Every request so far, and what they cost."""
        log = self.service.log
        return {
            "read": log.reads,
            "write": log.writes,
            "requests": [
                {
                    "number": entry.number,
                    "kind": entry.kind,
                    "verb": entry.verb,
                    "target": entry.target,
                    "email": entry.email,
                    "status": entry.status,
                    "fault": entry.fault,
                    "sent_bytes": entry.sent_bytes,
                    "answer_bytes": entry.answer_bytes,
                    "milliseconds": round(entry.seconds * 1000, 1),
                }
                for entry in log.entries
            ],
        }

    def forget(self, form: Form) -> Form:
        """Count from here."""
        self.service.log.clear()
        return {}

    def _file(self, form: Form) -> Any:
        file = self.service.drive.files.get(form["spreadsheetId"])
        if file is None:
            raise refusal("NOT_FOUND", f"there is no spreadsheet {form['spreadsheetId']!r} here")
        return file

    def _listed(self) -> dict[str, str]:
        return {
            f"{verb} /control{path}": " ".join((door.__doc__ or "").split())
            for (verb, path), door in self._doors.items()
        }


def _form(body: bytes) -> Form:
    form = json.loads(body or b"{}")
    if not isinstance(form, dict):
        raise ValueError("the body must be an object")
    return form


def _deed(form: Form) -> Callable[[Book], object]:
    """What the form asks to be done to the spreadsheet: a deed by name, or requests as they stand."""
    if "requests" in form:
        return lambda book: book.batch_update({"requests": form["requests"]})
    if (name := form.get("do")) not in DEEDS:
        raise ValueError(f"{name!r} is nothing that people do here; there are {', '.join(sorted(DEEDS))}")
    deed = DEEDS[name]
    how = {name: value for name, value in form.items() if name not in {"do", "spreadsheetId"}}
    return lambda book: deed(book, **how)


def _shown(fault: Any) -> Form:
    return {"kind": str(fault.kind), **dataclasses.asdict(fault.turn), "retry_after": fault.retry_after}
