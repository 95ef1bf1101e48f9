"""Real receivers on this machine: a mail server, an HTTP service, and ones that refuse, hang or hang up midway."""

from __future__ import annotations

import json
import socket
import socketserver
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


@dataclass
class Post:
    """A mail server's post: every mail it took, who may log in, whom it does not know."""

    port: int = 0
    mails: list[tuple[str, list[str], EmailMessage]] = field(default_factory=list)
    unknown: frozenset[str] = frozenset()
    answer: str = "250 2.0.0 Ok: queued as 4XyZ12"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.unknown:
            return f"550 5.1.1 <{address}> no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        if self.answer.startswith("250"):
            self.mails.append((envelope.mail_from or "", envelope.rcpt_tos, mail))
        return self.answer


def own_certificate(folder: Path) -> ssl.SSLContext:
    """What a server encrypts with that nobody vouches for but itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(key.private_bytes(pem, *plain) + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    return context


def free_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def mail_server(
    password: str = "", secret: ssl.SSLContext | None = None, mode: str = "", **traits: Any
) -> Iterator[Post]:
    """A real SMTP server; with a ``password`` it takes mail only from mk, logged in.

    ``secret`` is what it encrypts with, in ``mode`` ssl or starttls.
    """
    post = Post(port=free_port(), **traits)

    def known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        right = data.login == b"mk" and data.password == password.encode()
        return AuthResult(success=right, handled=False)

    login: dict[str, Any] = (
        {"authenticator": known, "auth_required": True, "auth_require_tls": False} if password else {}
    )
    if mode == "starttls":
        login |= {"tls_context": secret, "require_starttls": True}
    at_once = secret if mode == "ssl" else None
    controller = Controller(post, hostname="127.0.0.1", port=post.port, ssl_context=at_once, **login)
    controller.start()
    try:
        yield post
    finally:
        controller.stop()


class _Rude(socketserver.StreamRequestHandler):
    """SMTP up to a word of the conversation, and then what the server is told to do there."""

    server: _RudeServer

    def handle(self) -> None:
        self.say("220 rude.example")
        while line := self.rfile.readline():
            word = line[:4].strip().upper().decode()
            self.server.heard.append(word)
            if word == self.server.stop_at and not self.misbehave():
                return
            if word == "DATA":
                self.say("354 go on")
                while (part := self.rfile.readline()) not in (b".\r\n", b""):
                    self.server.content += part
                self.server.heard.append("END")
                if self.server.stop_at == "END" and not self.misbehave():
                    return
            if word == "QUIT":
                return
            self.say("250 fine")

    def misbehave(self) -> bool:
        """True where the conversation may go on."""
        match self.server.how:
            case "hang":
                self.server.over.wait(20)
            case "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
            case answer:
                self.say(answer)
                return False
        return False

    def say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


class _Receiver(socketserver.ThreadingTCPServer):
    """A server that shrugs when a client goes away."""

    daemon_threads = True

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no news."""


class _RudeServer(_Receiver):
    allow_reuse_address = True

    def __init__(self, stop_at: str, how: str) -> None:
        super().__init__(("127.0.0.1", 0), _Rude)
        self.stop_at, self.how = stop_at, how
        self.heard: list[str] = []
        self.content = b""
        self.over = threading.Event()


@contextmanager
def rude_mail_server(stop_at: str, how: str) -> Iterator[_RudeServer]:
    """A mail server that at ``stop_at`` (EHLO, MAIL, RCPT, DATA, END) hangs, resets, or says ``how`` and leaves."""
    with _RudeServer(stop_at, how) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()


@dataclass(frozen=True)
class Heard:
    """One request that a service got whole."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class _Service(BaseHTTPRequestHandler):
    server: _HttpServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.heard.append(Heard(self.path, dict(self.headers.items()), body))
        match self.server.how:
            case "hang":
                self.server.over.wait(20)
            case "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
            case "cut":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf")
            case how:
                self.send_response(how if isinstance(how, int) else 200 if len(self.server.heard) == 1 else 500)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")
        self.close_connection = True

    do_PUT = do_POST  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Nobody needs to hear of it."""


class _HttpServer(_Receiver, ThreadingHTTPServer):
    def __init__(self, how: int | str) -> None:
        super().__init__(("127.0.0.1", 0), _Service)
        self.how = how
        self.heard: list[Heard] = []
        self.over = threading.Event()


@contextmanager
def http_service(how: int | str = 200) -> Iterator[_HttpServer]:
    """A service that answers with a status, or gets the request and then hangs, resets or cuts its answer.

    One that fails at the second takes the first request and no other.
    """
    with _HttpServer(how) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
