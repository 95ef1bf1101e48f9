"""Who visits the server in its own tests: plain HTTP, and real gspread led here."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import gspread
from google.auth.transport.requests import AuthorizedSession, Request
from google.oauth2.service_account import Credentials
from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as NoWayError

from tests.sheets_server.accounts import ALL_SCOPES, DEFAULT_EMAIL
from tests.sheets_server.server import SheetsServer

HOSTS = ("https://sheets.googleapis.com", "https://www.googleapis.com")


@dataclass(frozen=True, slots=True)
class Got:
    """An answer, read."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def message(self) -> str:
        """What a refusal says."""
        return str(self.json["error"]["message"])


class Visitor:
    """One connection, with a token of the account."""

    def __init__(self, url: str, token: str = "") -> None:
        self.connection = HTTPConnection(urlsplit(url).netloc, timeout=20)
        self.token = token

    def send(self, verb: str, target: str, body: Any = None, **headers: str) -> HTTPResponse:
        """Send and wait for the first line of the answer."""
        text = body if isinstance(body, (bytes, str)) or body is None else json.dumps(body)
        bearer = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        self.connection.request(verb, target, text, bearer | headers)
        return self.connection.getresponse()

    def ask(self, verb: str, target: str, body: Any = None, **headers: str) -> Got:
        answer = self.send(verb, target, body, **headers)
        return Got(answer.status, dict(answer.headers), answer.read())

    def get(self, target: str) -> Got:
        return self.ask("GET", target)

    def post(self, target: str, body: Any) -> Got:
        return self.ask("POST", target, body)


@contextmanager
def visiting(server: SheetsServer, email: str = DEFAULT_EMAIL, scopes: str = ALL_SCOPES) -> Iterator[Visitor]:
    """A visitor with a good token."""
    visitor = Visitor(server.url, server.accounts.token(email, scopes.split()))
    yield visitor
    visitor.connection.close()


class OnlyHere(HTTPAdapter):
    """No way out of this machine: google-auth asks Google where an account may be used, behind everybody's back."""

    def send(self, request: PreparedRequest, *_: Any, **__: Any) -> Response:
        raise NoWayError(f"a test may not go to {request.url}")


def session_here(credentials: Any) -> AuthorizedSession:
    """google-auth's session, for tokens and requests on this machine alone."""
    tokens = Session()
    tokens.mount("https://", OnlyHere())
    session = AuthorizedSession(credentials, auth_request=Request(tokens))  # type: ignore[no-untyped-call]  # google-auth has no types here
    session.mount("https://", OnlyHere())
    return session


class Led(gspread.HTTPClient):
    """gspread's own client with Google's hosts replaced."""

    def __init__(self, auth: Any, session: Any = None, *, url: str) -> None:
        super().__init__(auth, session or session_here(auth))
        self.url = url

    def request(self, method: str, endpoint: str, *args: Any, **more: Any) -> Any:
        for host in HOSTS:
            endpoint = endpoint.replace(host, self.url)
        return super().request(method, endpoint, *args, **more)


@contextmanager
def gspread_at(url: str, key: Path) -> Iterator[gspread.Client]:
    """Real gspread and real google-auth, with the key of a file."""
    credentials = Credentials.from_service_account_file(  # type: ignore[no-untyped-call]  # google-auth has no types here
        str(key), scopes=ALL_SCOPES.split()
    )
    client = gspread.authorize(credentials, http_client=functools.partial(Led, url=url))  # type: ignore[arg-type]  # anything that makes a client will do
    yield client
    client.http_client.session.close()
