"""Everything that is not mail goes through Apprise: text messages, chats, push services, webhooks, the desktop.

Apprise only says whether it went well. Whether a message that did not go well was surely not sent is read off the
HTTP requests that were made for it: refused, answered, or handed over and never answered.
"""

from __future__ import annotations

import logging
import re
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import apprise
import requests
import urllib3

from callbacksheet.adapters.notify_markup import Links, html_of, markdown_of
from callbacksheet.core.message import Address, Message, Sent, Verdict
from callbacksheet.errors import SetupError

WEBHOOKS = frozenset({"json", "jsons", "xml", "xmls", "form", "forms"})
"""Plain webhooks: by a header theirs can tell a second delivery from a second message. They get plain text unless
the address says ``format=``."""

WITHOUT_TEL = frozenset({"discord"})
"""Chats that know links, but none that ring."""

NO_ANSWER = 0
NOT_CONNECTED = -1
GATEWAY_SILENT = frozenset({502, 504})
"""A gateway's word that whoever stands behind it did not answer: it may have the message."""

_NEVER_SENT = (
    requests.exceptions.ConnectTimeout,
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.MissingSchema,
    requests.exceptions.InvalidHeader,
    requests.exceptions.InvalidProxyURL,
)
_NEVER_CONNECTED = (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError)
_ONE_AT_A_TIME = threading.Lock()

logging.getLogger("apprise").addHandler(logging.NullHandler())
logging.getLogger("apprise").propagate = False  # it logs hosts and answers; what people are told is said here


def send_through(address: str, message: Message, seconds: float) -> Sent:
    """Send it once through the address, its ``${NAMES}`` filled in."""
    plugin = channel(_for_message(address, message), seconds)
    form = _form(plugin, address, linked=bool(message.links))
    with _watched() as fates:
        went_well = _notify(plugin, message, form)
    return Sent(Verdict.ACCEPTED) if went_well else _failed(fates, plugin)


def channel(address: str, seconds: float) -> Any:
    """Apprise's own object for an address. Raises SetupError where it knows none, or lacks what it takes."""
    address = _with_option(address, "rto", f"{seconds:g}")
    asset = apprise.AppriseAsset(app_id="callbacksheet", app_desc="callbacksheet", async_mode=False)
    plugin = apprise.Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    masked = Address(address).masked
    if plugin is None:
        raise SetupError(f"The address {masked} is none that can be sent to.", "Correct it: docs/reminders.md.")
    if not getattr(plugin, "enabled", True):
        raise SetupError(f"The address {masked} needs something that is not installed here.", "See Apprise's pages.")
    return plugin


def _for_message(address: str, message: Message) -> str:
    if _scheme(address) in WEBHOOKS:
        return _with_option(address, "+Idempotency-Key", quote(message.key, safe=""))
    if message.urgent and _scheme(address) in ("ntfy", "ntfys"):
        return _with_option(address, "priority", "high")
    return address


def _with_option(address: str, name: str, value: str) -> str:
    """The address with an option, unless the person who wrote it set that one."""
    return address if _option(address, name) else f"{address}{'&' if '?' in address else '?'}{name}={value}"


def _option(address: str, name: str) -> str:
    found = re.search(rf"[?&]{re.escape(name)}=([^&]*)", address, re.IGNORECASE)
    return found[1] if found else ""


def _scheme(address: str) -> str:
    return address.partition(":")[0].casefold()


def _notify(plugin: Any, message: Message, form: str) -> bool:
    """Whether it went well, asked of the channel itself: Apprise's own way round would use threads of its own."""
    body = _WRITTEN[form](message.body, message.links)
    title = message.subject if plugin.title_maxlen > 0 else _WRITTEN[form](message.subject, ())
    kind = apprise.NotifyType.WARNING if message.urgent else apprise.NotifyType.INFO
    try:
        return bool(plugin.notify(body=body, title=title, notify_type=kind, body_format=form))
    except Exception:  # noqa: BLE001 - a hundred services' code: whatever breaks there, the requests tell its fate
        return False


_WRITTEN: Mapping[str, Callable[[str, Links], str]] = {
    "html": html_of,
    "markdown": markdown_of,
    "text": lambda body, _: body,
}


def _form(plugin: Any, address: str, *, linked: bool) -> str:
    """The form the text is sent in: as the address asks, else plain where that will do, else what knows links."""
    declared = plugin.notify_format
    several = declared if isinstance(declared, tuple | list) else (declared,)
    forms = {str(getattr(form, "value", form)) for form in several}
    asked = _option(address, "format").casefold()
    if asked in forms & set(_WRITTEN):
        return asked
    plain = not linked or _scheme(address) in WEBHOOKS | WITHOUT_TEL
    order = ("text", "html", "markdown") if plain else ("html", "markdown", "text")
    return next((form for form in order if form in forms), "text")


@contextmanager
def _watched() -> Iterator[list[int]]:
    """What becomes of each HTTP request this thread makes: the answer's status, or one of the two above.

    Apprise swallows that, and ``requests`` has no hook for a request without an answer; hence its one sending
    method is stood in for while a message is on its way.
    """
    fates: list[int] = []
    plain, here = requests.Session.send, threading.get_ident()

    def send(session: requests.Session, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        if threading.get_ident() != here:
            return plain(session, request, **options)
        try:
            response = plain(session, request, **options)
        except Exception as error:
            fates.append(NOT_CONNECTED if _never_sent(error) else NO_ANSWER)
            raise
        fates.append(response.status_code)
        return response

    with _ONE_AT_A_TIME:
        requests.Session.send = send  # type: ignore[method-assign,assignment]
        try:
            yield fates
        finally:
            requests.Session.send = plain  # type: ignore[method-assign]


def _never_sent(error: Exception) -> bool:
    if isinstance(error, _NEVER_SENT):
        return True
    cause = error.args[0] if error.args else None
    reason = getattr(cause, "reason", cause)
    inner = reason.args[0] if isinstance(reason, urllib3.exceptions.SSLError) and reason.args else reason
    return isinstance(reason, _NEVER_CONNECTED) or isinstance(inner, ssl.SSLCertVerificationError)


def _failed(fates: list[int], plugin: Any) -> Sent:
    """What is known of a message that did not go well."""
    answered = [fate for fate in fates if fate > 0]
    if NO_ANSWER in fates:
        return Sent(Verdict.UNKNOWN, "The service had the message and never said whether it took it.")
    if GATEWAY_SILENT & set(answered):
        return Sent(
            Verdict.UNKNOWN, f"The service answered {answered[-1]}: nobody behind it said whether it was taken."
        )
    if any(fate < 300 for fate in answered) and len(plugin) > 1:
        return Sent(Verdict.UNKNOWN, "The service took it for some of the people at this address and not for others.")
    if answered:
        said = f"said no: {answered[-1]}" if answered[-1] >= 300 else "answered that it would not take it"
        return Sent(Verdict.REFUSED, f"The service {said}.")
    if fates:
        return Sent(Verdict.REFUSED, "Nothing answers at the service's address.")
    return Sent(Verdict.UNKNOWN, "It did not go well, and this kind of channel does not say how far it came.")
