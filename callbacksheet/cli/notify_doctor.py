"""What ``doctor`` says of messages: whether each address can be sent to, and whether the texts can be used."""

from __future__ import annotations

from collections.abc import Iterator

from callbacksheet.cli.command import Context
from callbacksheet.cli.commands.doctor import Finding, stopped
from callbacksheet.cli.page import Tone
from callbacksheet.config import Settings
from callbacksheet.errors import CallbackSheetError, SetupError


def notify_findings(context: Context, settings: Settings) -> Iterator[Finding]:
    """Nothing is sent: that is for ``callbacksheet notify test``."""
    yield from _addresses(context, settings)
    yield from _texts(settings)


def _addresses(context: Context, settings: Settings) -> Iterator[Finding]:
    from callbacksheet.wiring import notifier_of

    notifier = notifier_of(context.environ, lambda _: None)
    addresses = [(initials, address) for initials, one in settings.people.items() for address in one.notify]
    failed = 0
    for initials, address in addresses:
        try:
            notifier.check(address)
        except SetupError as error:
            failed += 1
            told = f"{initials} cannot be reached so: {error}"
            yield Finding("reminders", told, Tone.BAD, error.next, error.exit_code, error.code)
    if not addresses and settings.people:
        yield Finding("reminders", "Nobody has an address to notify, so reminders go to the screen.")
    elif len(addresses) > failed:
        hint = "`callbacksheet notify test` sends one to each."
        yield Finding(
            "reminders", f"{len(addresses) - failed} of {len(addresses)} addresses can be sent to.", next=hint
        )


def _texts(settings: Settings) -> Iterator[Finding]:
    from callbacksheet.adapters.texts import strangers
    from callbacksheet.wiring import own_texts, texts_of

    try:
        texts_of(settings)
    except CallbackSheetError as error:
        yield stopped("texts", error)
    own = own_texts(settings)
    for path in strangers(own):
        hint = "templates/README.md names the files that are read."
        yield Finding("texts", f"No message is made from {path.relative_to(own.parent)}.", Tone.WARN, hint)
