"""An answer before it goes over the wire, and the forms that Google's have."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from tests.sheets_server.errors import ApiError

JSON = "application/json; charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and body; or no answer at all, which ends the connection."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    silent: bool = False
    """The connection just ends."""
    cut: bool = False
    """The length is announced, half of it is sent, and the connection ends."""

    @classmethod
    def none(cls) -> Answer:
        return cls(0, silent=True)

    def truncated(self) -> Answer:
        return replace(self, cut=True)


def json_answer(said: Any, status: int = 200, *, pretty: bool = True) -> Answer:
    """JSON as Google writes it: two spaces and a line end, unless asked for less."""
    if pretty:
        text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    else:
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Answer(status, text.encode(), {"Content-Type": JSON})


def refused(error: ApiError, retry_after: str = "", *, pretty: bool = True) -> Answer:
    """A refusal; with ``Retry-After`` where one was ordered."""
    answer = json_answer(error.body(), error.code, pretty=pretty)
    return _later(answer, retry_after)


def html(text: str, status: int, retry_after: str = "") -> Answer:
    """A page from in front of the interface."""
    page = PAGE.format(status=status, kind="Server Error" if status >= 500 else "Not Found", text=text)
    return _later(Answer(status, page.encode(), {"Content-Type": "text/html; charset=UTF-8"}), retry_after)


def unread(given: bool) -> Answer:
    """The 401 for no token, or for one that is no longer good."""
    error = ApiError(INVALID if given else MISSING, code=401, status="UNAUTHENTICATED")
    answer = json_answer(error.body(), 401)
    realm = 'Bearer realm="https://accounts.google.com/"' + (', error="invalid_token"' if given else "")
    return replace(answer, headers={**answer.headers, "WWW-Authenticate": realm})


def _later(answer: Answer, retry_after: str) -> Answer:
    return replace(answer, headers={**answer.headers, "Retry-After": retry_after}) if retry_after else answer


_EXPECTED = (
    "Expected OAuth 2 access token, login cookie or other valid authentication credential. "
    "See https://developers.google.com/identity/sign-in/web/devconsole-project."
)
MISSING = "Request is missing required authentication credential. " + _EXPECTED
INVALID = "Request had invalid authentication credentials. " + _EXPECTED
NOT_THERE = "The requested URL was not found on this server."
ANYWHERE = "The server encountered a temporary error and could not complete your request.<p>Please try again."
PAGE = """<!DOCTYPE html>
<html lang=en>
  <meta charset=utf-8>
  <title>Error {status} ({kind})!!1</title>
  <p><b>{status}.</b> <ins>That’s an error.</ins>
  <p>{text}  <ins>That’s all we know.</ins>
"""
