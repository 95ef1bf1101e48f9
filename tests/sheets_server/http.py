"""The wire: HTTP/1.1 with connections kept, one packet an answer, gzip for who can read it."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

from tests.sheets_server.answers import NOT_THERE, Answer, html
from tests.sheets_server.control import Desk
from tests.sheets_server.log import Entry
from tests.sheets_server.service import Request, Service

WORTH_PACKING = 200
REASONS = {
    200: "OK", 204: "No Content", 302: "Found", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
    404: "Not Found", 429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented",
    502: "Bad Gateway", 503: "Service Unavailable",
}  # fmt: skip


class Listener(ThreadingHTTPServer):
    """The socket. A client that went away, or a request that hangs, does not keep the server from stopping."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    allow_reuse_address = True

    def __init__(self, service: Service, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.service = service
        self.desk = Desk(service, self.url)
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def opened(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)

    def ended(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.discard(connection)

    def hang_up(self) -> None:
        """End every connection that is kept open, so that nobody goes on talking to a server that is gone."""
        with self._lock:
            kept, self._open = self._open, set()
        for connection in kept:
            _end(connection)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up in the middle is no news."""


class Handler(BaseHTTPRequestHandler):
    """One connection, as many requests as it brings."""

    server: Listener
    raw_requestline: bytes
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize: ClassVar[int] = -1  # headers and body leave together: two writes cost 40 ms a request
    timeout = 120

    def setup(self) -> None:
        super().setup()
        self.server.opened(self.connection)

    def finish(self) -> None:
        self.server.ended(self.connection)
        with contextlib.suppress(OSError):  # the client was gone before the last answer
            super().finish()

    def handle_expect_100(self) -> bool:
        """curl asks before it sends much: the word to go on must not wait in the buffer."""
        going_on = super().handle_expect_100()
        self.wfile.flush()
        return going_on

    def do_GET(self) -> None:  # the name that http.server looks for
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path, _, query = self.path.partition("?")
        head = len(self.raw_requestline) + sum(len(name) + len(value) + 4 for name, value in self.headers.items()) + 2
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, path, query, headers, body, head)
        if not path.startswith("/"):
            self._send(html(NOT_THERE, 404), None)
        elif answer := self.server.desk.answer(request):
            self._send(answer, None)
        else:
            self._send(*self.server.service.answer(request))

    do_POST = do_PUT = do_DELETE = do_PATCH = do_GET  # noqa: N815  # the names that http.server looks for

    def _send(self, answer: Answer, entry: Entry | None) -> None:
        if answer.silent:
            if entry is not None:
                entry.closed(0, 0)
            self._hang_up()
            return
        packed = self._packed(answer)
        if answer.cut:
            packed = packed[: packed.index(b"\r\n\r\n") + 4 + max(len(answer.body) // 2 - 1, 1)]
        if entry is not None:
            entry.closed(answer.status, len(packed))
        self.wfile.write(packed)
        if answer.cut:
            self.wfile.flush()
            self._hang_up()

    def _packed(self, answer: Answer) -> bytes:
        """Status line, headers and body as one piece."""
        body, headers = answer.body, dict(answer.headers)
        if len(body) >= WORTH_PACKING and not answer.cut and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, headers["Content-Encoding"] = gzip.compress(body, 6, mtime=0), "gzip"
        headers |= {
            "Content-Length": str(len(body)),
            "Date": formatdate(self.server.service.accounts.now(), usegmt=True),
            "Vary": "Origin, X-Origin, Referer",
            "Server": "ESF",
            "Cache-Control": "private",
            "X-Content-Type-Options": "nosniff",
        }
        if self.close_connection:
            headers["Connection"] = "close"
        lines = [f"HTTP/1.1 {answer.status} {REASONS.get(answer.status, 'Unknown')}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body

    def _hang_up(self) -> None:
        self.close_connection = True
        _end(self.connection)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as the base class names it
        """Standard output is for the one line that says where the server listens."""


def _end(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it had ended already
        connection.shutdown(socket.SHUT_RDWR)
