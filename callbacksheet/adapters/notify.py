"""Brings a message to one address: mail by the standard library, the screen, everything else by Apprise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from callbacksheet.core.message import Address, Message, Sent, Verdict
from callbacksheet.errors import SetupError

MAIL = frozenset({"mailto", "mailtos"})
SECONDS = 10.0
"""How long an answer is waited for."""

_VARIABLE = re.compile(r"\$\{([^{}]*)\}")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ONLY_APPRISE = re.compile(r"[?&](?:pgp\w*|wkd)=", re.IGNORECASE)
_UNSAFE = re.compile(r"[@/:?#\[\]&+\s]|%(?![0-9A-Fa-f]{2})")


class Delivery:
    """A ``Notifier`` for every kind of address. ``write`` puts text on the screen."""

    def __init__(self, environ: Mapping[str, str], write: Callable[[str], None], seconds: float = SECONDS) -> None:
        self._environ = environ
        self._write = write
        self._seconds = seconds

    def send(self, message: Message) -> Sent:
        """Try once. What the address itself makes impossible is REFUSED: nothing can have been sent."""
        try:
            return self._send(message)
        except SetupError as error:
            return Sent(Verdict.REFUSED, str(error))

    def check(self, address: Address) -> None:
        """Look at an address without sending anything. Raises SetupError saying what is wrong with it."""
        text = filled(address.text, self._environ)
        if _is_mail(text):
            from callbacksheet.adapters.notify_mail import parse_mail

            parse_mail(text)
        elif scheme_of(text) != "console":
            from callbacksheet.adapters.notify_apprise import channel

            channel(text, self._seconds)

    def _send(self, message: Message) -> Sent:
        address = filled(message.address, self._environ)
        if scheme_of(address) == "console":
            return self._show(message)
        if _is_mail(address):
            from callbacksheet.adapters.notify_mail import send_mail

            return send_mail(address, message, self._seconds)
        from callbacksheet.adapters.notify_apprise import send_through

        return send_through(address, message, self._seconds)

    def _show(self, message: Message) -> Sent:
        body = "".join(f"\n  {line}" if line else "\n" for line in message.body.splitlines())
        self._write(f"{message.recipient}: {message.subject}{body}\n")
        return Sent(Verdict.ACCEPTED)


def scheme_of(address: str) -> str:
    return address.partition(":")[0].casefold()


def filled(address: str, environ: Mapping[str, str]) -> str:
    """The address with each ``${NAME}`` from the environment.

    Within a user, a password or an option the value is encoded as addresses need it; what is encoded already stays.
    Raises SetupError naming what is missing, never what was found.
    """
    names = _VARIABLE.findall(address)
    missing = [name for name in names if not _NAME.fullmatch(name) or not environ.get(name, "").strip()]
    if missing:
        told = " and ".join(f"${{{name}}}" for name in dict.fromkeys(missing))
        masked = Address(address).masked
        needs = "An address is to come from" if masked == told else f"The address {masked} needs"
        raise SetupError(
            f"{needs} {told}, which the environment does not have.",
            "Set it where callbacksheet runs: in the crontab, the service's file or your shell.",
        )
    return _VARIABLE.sub(lambda variable: _value(variable, environ), address)


def _value(variable: re.Match[str], environ: Mapping[str, str]) -> str:
    value = environ[variable[1]].strip()
    address, place = variable.string, variable.start()
    authority = address.find("://") + 3
    end = min((at for at in (address.find(c, authority) for c in "/?#") if at >= 0), default=len(address))
    in_user = authority <= place < address.rfind("@", authority, end)
    if in_user or "?" in address[:place]:
        return _UNSAFE.sub(lambda c: f"%{ord(c[0]):02X}", value)
    return value


def _is_mail(address: str) -> bool:
    """Whether the standard library can send it; encryption to a person's key is Apprise's."""
    return scheme_of(address) in MAIL and not _ONLY_APPRISE.search(address)
