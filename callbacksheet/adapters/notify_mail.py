"""Mail by the standard library, with addresses as Apprise writes them, so that the Message-ID can be the key.

``mailto://user:password@server[:port]/to@example.com?from=…&name=…&smtp=…&mode=ssl|starttls|insecure``
"""

from __future__ import annotations

import re
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime, formataddr, parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

from callbacksheet.adapters.notify_markup import html_of
from callbacksheet.core.message import Address, Message, Sent, Verdict
from callbacksheet.core.templates import cut, one_line
from callbacksheet.errors import SetupError

PORTS = {"insecure": 25, "starttls": 587, "ssl": 465}

SERVERS: dict[str, tuple[str, str]] = {
    "gmail.com": ("smtp.gmail.com", "starttls"),
    "googlemail.com": ("smtp.gmail.com", "starttls"),
    "hotmail.com": ("smtp-mail.outlook.com", "starttls"),
    "live.com": ("smtp-mail.outlook.com", "starttls"),
    "outlook.com": ("smtp-mail.outlook.com", "starttls"),
    "office365.com": ("smtp.office365.com", "starttls"),
    "yahoo.com": ("smtp.mail.yahoo.com", "ssl"),
    "icloud.com": ("smtp.mail.me.com", "starttls"),
    "me.com": ("smtp.mail.me.com", "starttls"),
    "gmx.com": ("mail.gmx.com", "starttls"),
    "gmx.net": ("mail.gmx.net", "starttls"),
    "gmx.de": ("mail.gmx.net", "starttls"),
    "web.de": ("smtp.web.de", "starttls"),
    "fastmail.com": ("smtp.fastmail.com", "ssl"),
    "zoho.com": ("smtp.zoho.com", "starttls"),
    "ukr.net": ("smtp.ukr.net", "ssl"),
    "mail.ru": ("smtp.mail.ru", "ssl"),
    "yandex.ru": ("smtp.yandex.ru", "ssl"),
    "yandex.com": ("smtp.yandex.com", "ssl"),
}
"""Where well-known providers take mail from their users; they log in with their whole address."""

_PERSON = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+")
_QUEUED = re.compile(r"(?:queued as|queued-as|id=)\s*<?([\w.@-]{4,80})", re.IGNORECASE)
_DOT = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail address understood: the server and how it is spoken to, from whom, to whom."""

    host: str
    port: int
    mode: str
    user: str
    password: str
    sender: tuple[str, str]
    to: tuple[str, ...]
    copies: tuple[str, ...] = ()
    hidden_copies: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    plain: bool = False
    verify: bool = True


def parse_mail(address: str) -> Mail:
    """The address, its ``${NAMES}`` filled in, understood. Raises SetupError without repeating it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise _refusal(address, "cannot be read: a special letter in its password must be written like %40") from None
    options = _options(parts.query)
    user = unquote(parts.username or "") or options.get("user", "")
    domain = parts.hostname or user.rpartition("@")[2]
    server, usual = SERVERS.get(domain.casefold(), ("", ""))
    mode = options.get("mode", "").casefold() or usual or ("starttls" if parts.scheme == "mailtos" else "insecure")
    host = options.get("smtp", "") or server or domain
    if mode not in PORTS:
        raise _refusal(address, f"has a mode that is none of {', '.join(PORTS)}")
    if not host:
        raise _refusal(address, "names no mail server")
    to = _people(address, ",".join((*_path(parts), options.get("to", ""))))
    sender = _sender(address, options, user, domain, to)
    return Mail(
        host,
        port or PORTS[mode],
        mode,
        f"{user}@{domain}" if server and user and "@" not in user else user,
        unquote(parts.password or "") or options.get("pass", ""),
        sender,
        to or (sender[1],),
        _people(address, options.get("cc", "")),
        _people(address, options.get("bcc", "")),
        _people(address, options.get("reply", "")),
        plain=options.get("format", "").casefold() == "text",
        verify=options.get("verify", "yes").casefold() not in ("no", "false", "0", "off"),
    )


def _refusal(address: str, what: str) -> SetupError:
    return SetupError(f"The address {Address(address).masked} {what}.", "Correct it under [people]: docs/reminders.md.")


def _options(query: str) -> dict[str, str]:
    """What follows the ``?``. A plus stays a plus: it is part of many addresses."""
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return {unquote(name).casefold(): unquote(value) for name, _, value in pairs}


def _path(parts: SplitResult) -> list[str]:
    return [unquote(step) for step in parts.path.split("/") if step]


def _people(address: str, text: str) -> tuple[str, ...]:
    found = [one for one in re.split(r"[,;\s]+", text) if one]
    if not all(_PERSON.fullmatch(one) for one in found):
        raise _refusal(address, "names somebody whose mail address cannot be one")
    return tuple(dict.fromkeys(found))


def _sender(address: str, options: dict[str, str], user: str, domain: str, to: tuple[str, ...]) -> tuple[str, str]:
    """The name and address it comes from: as written, else the user's own, else one at the server's domain."""
    name, written = parseaddr(options.get("from", ""))
    if "@" not in written:
        name, written = options.get("from", "") or name, ""
    home = (
        domain if "." in domain and not domain.replace(".", "").isdigit() else (to[0].rpartition("@")[2] if to else "")
    )
    own = user if "@" in user else f"{user or 'callbacksheet'}@{home}"
    sender = written or own
    if not _PERSON.fullmatch(sender):
        raise _refusal(address, "does not say from whom or to whom: add from=…&to=…")
    return one_line(options.get("name", "") or name or "callbacksheet"), sender


def send_mail(address: str, message: Message, seconds: float) -> Sent:
    """Send it once. Until the server has all of the message nothing is sent; from then on only its answer counts."""
    mail = parse_mail(address)
    try:
        content = _written(mail, message)
        server = _server(mail, seconds)
    except (OSError, smtplib.SMTPException, MessageError, ValueError) as error:
        return Sent(Verdict.REFUSED, _told(error))
    try:
        return _hand_over(server, mail, content)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.close()


def _server(mail: Mail, seconds: float) -> smtplib.SMTP:
    """The mail server, greeted, encrypted and logged in to."""
    context = ssl.create_default_context()
    if not mail.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if mail.mode == "ssl":
        server: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=seconds, context=context)
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=seconds)
    try:
        if mail.mode == "starttls":
            server.starttls(context=context)
        server.ehlo_or_helo_if_needed()
        if mail.user and mail.password and (mail.mode != "insecure" or server.has_extn("auth")):
            server.login(mail.user, mail.password)
    except BaseException:
        server.close()
        raise
    return server


def _hand_over(server: smtplib.SMTP, mail: Mail, content: bytes) -> Sent:
    people = (*mail.to, *mail.copies, *mail.hidden_copies)
    try:
        _expect(server.mail(mail.sender[1]), 250)
        answers = [server.rcpt(person) for person in people]
        taken = [answer for answer in answers if answer[0] in (250, 251)]
        if not taken:
            _expect(answers[0], 250)
        _expect(server.docmd("DATA"), 354)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        return Sent(Verdict.REFUSED, _told(error))
    try:
        server.send(_DOT.sub(b"..", content) + b".\r\n")
        code, reply = server.getreply()
    except (OSError, smtplib.SMTPException):
        return Sent(Verdict.UNKNOWN, "The mail server had the message and never said whether it took it.")
    answer = reply.decode("utf-8", "replace")
    if code != 250:
        return Sent(Verdict.REFUSED, _answered(code, answer))
    server.putcmd("quit")
    left_out = len(people) - len(taken)
    why = f"The mail server took it for {len(taken)} of {len(people)} people." if left_out else ""
    queued = _QUEUED.search(answer)
    return Sent(Verdict.ACCEPTED, why, queued[1] if queued else "")


def _expect(answer: tuple[int, bytes], code: int) -> None:
    if answer[0] != code:
        raise smtplib.SMTPResponseException(*answer)


def _told(error: Exception) -> str:
    match error:
        case smtplib.SMTPResponseException():
            said = error.smtp_error
            return _answered(error.smtp_code, said.decode("utf-8", "replace") if isinstance(said, bytes) else said)
        case smtplib.SMTPNotSupportedError():
            return "The mail server offers no encryption or no log-in, and the address asks for it."
        case ssl.SSLError():
            return "The mail server could not be spoken to in private: its certificate or port is not the expected one."
        case TimeoutError():
            return "The mail server did not answer in time; nothing was handed over."
        case ConnectionRefusedError():
            return "Nothing answers at the mail server's address and port."
        case OSError() if not isinstance(error, smtplib.SMTPException):
            return f"The mail server cannot be reached: {error.strerror or 'no connection'}."
        case smtplib.SMTPException():
            return "The mail server broke off before the message was handed over."
    return "The message cannot be written as mail: an address in it has letters that mail servers do not take."


def _answered(code: int, text: str) -> str:
    """The server's refusal in its own words, without anybody's address."""
    words = " ".join("…" if "@" in word else word for word in one_line(text).split())
    return f"The mail server said no: {code} {cut(words, 100)}".rstrip()


def _written(mail: Mail, message: Message) -> bytes:
    """The message as it goes over the line."""
    email = EmailMessage(policy=SMTP_POLICY)
    email["Subject"] = message.subject
    email["From"] = formataddr(mail.sender)
    email["To"] = ", ".join(mail.to)
    if mail.copies:
        email["Cc"] = ", ".join(mail.copies)
    if mail.reply_to:
        email["Reply-To"] = ", ".join(mail.reply_to)
    email["Date"] = format_datetime(datetime.now(UTC))
    email["Message-ID"] = f"<{message.key}@{mail.sender[1].rpartition('@')[2]}>"
    email["Auto-Submitted"] = "auto-generated"
    if message.urgent:
        email["Importance"] = "high"
        email["X-Priority"] = "1"
    email.set_content(message.body + "\n", cte="quoted-printable")
    if message.links and not mail.plain:
        email.add_alternative(html_of(message.body, message.links), subtype="html", cte="quoted-printable")
    content = email.as_bytes()
    return content if content.endswith(b"\r\n") else content + b"\r\n"
