"""``notify test``: whether messages reach the people they are meant for."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.cli.envelope import Failure, Json
from callbacksheet.cli.page import Cell, Head, Line, Page, Table, Tone, Verbatim
from callbacksheet.errors import CallbackSheetError, SetupError, UnsentError, UsageError

if TYPE_CHECKING:
    from callbacksheet.config import Person, Settings
    from callbacksheet.core.message import Address, Message, Sent


@dataclass(frozen=True, slots=True)
class Tried:
    """One message to one address: ``sent`` is what came of it, None where it was not tried; ``error`` why not."""

    message: Message
    address: Address
    sent: Sent | None = None
    error: CallbackSheetError | None = None


@command("Setting up", "notify test")
def notify_test(
    context: Context,
    to: Annotated[str, typer.Option("--to", metavar="INITIALS", help="Only to this person, else to everybody.")] = "",
) -> Result:
    """Send a test to each person's addresses and say of each whether it was taken. Nothing is written."""
    settings = context.settings
    people = _people(settings, to)
    shown: list[str] = []
    with context.working("Sending"):
        tried = tuple(_tried(context, settings, people, shown))
    wrong = [error for error in map(_error, tried) if error]
    without = [initials for initials, person in people.items() if not person.notify]
    return Result(
        {"messages": [_told(one) for one in tried], "without_address": without},
        _page(tried, without, shown),
        exit_code=max((error.exit_code for error in wrong), default=0),
        errors=tuple(Failure(error.code, str(error), error.next) for error in wrong),
    )


def _people(settings: Settings, to: str) -> Mapping[str, Person]:
    from callbacksheet.config.kinds import did_you_mean

    if not settings.people:
        raise SetupError("Nobody is named.", "Add a table [people.INITIALS] for each of the team.")
    found = {one: who for one, who in settings.people.items() if to.casefold() in ("", one.casefold())}
    if not found:
        hint = did_you_mean(to, settings.people) or f"; known are {', '.join(settings.people)}"
        raise UsageError(f'"{to}" is not in [people]{hint}')
    if not any(person.notify for person in found.values()):
        raise SetupError(
            f"There is no address for {' or '.join(found)}; nothing was sent.",
            'Add notify = ["mailto://..."] under [people.INITIALS]: docs/reminders.md.',
        )
    return found


def _tried(context: Context, settings: Settings, people: Mapping[str, Person], shown: list[str]) -> Iterator[Tried]:
    from callbacksheet.wiring import notifier_of

    notifier = notifier_of(context.environ, shown.append)
    for message, address in _messages(context, settings, people):
        try:
            notifier.check(address)
        except SetupError as error:
            yield Tried(message, address, error=error)
            continue
        yield Tried(message, address, None if context.options.dry_run else notifier.send(message))


def _messages(context: Context, settings: Settings, people: Mapping[str, Person]) -> Iterator[tuple[Message, Address]]:
    from callbacksheet.core.message import Kind
    from callbacksheet.core.telling import Occasion, message_of
    from callbacksheet.wiring import texts_of

    texts, shop, now = texts_of(settings), settings.shop, context.now
    names = {initials: person.name for initials, person in settings.people.items()}
    for initials, person in people.items():
        for address in person.notify:
            key = f"test-{uuid.uuid4().hex}"
            yield message_of(Occasion(Kind.TEST), key, initials, address, names, shop, now, texts), address


def _error(tried: Tried) -> CallbackSheetError | None:
    """Why it did not arrive, if it did not."""
    from callbacksheet.core.message import Verdict

    if tried.sent is None or tried.sent.verdict is Verdict.ACCEPTED:
        return tried.error
    to = f"{tried.message.recipient} at {tried.address.masked}"
    if tried.sent.verdict is Verdict.UNKNOWN:
        return UnsentError(f"{to}: {tried.sent.why}", "Ask them whether it arrived.")
    return UnsentError(f"{to}: {tried.sent.why}", "Correct the address under [people], then try again.")


def _told(tried: Tried) -> Json:
    return {
        "to": tried.message.recipient,
        "address": tried.address.masked,
        "private": tried.address.private,
        "verdict": "not set up" if tried.error else str(tried.sent.verdict) if tried.sent else None,
        "why": str(tried.error) if tried.error else tried.sent.why if tried.sent else "",
        "provider_id": tried.sent.provider_id if tried.sent else "",
        "subject": tried.message.subject,
        "body": tried.message.body,
    }


_TONES = {"accepted": Tone.GOOD, "not sent": Tone.QUIET}


def _page(tried: tuple[Tried, ...], without: list[str], shown: list[str]) -> Page:
    rows = []
    for one in tried:
        verdict = "not set up" if one.error else str(one.sent.verdict) if one.sent else "not sent"
        why = str(one.error) if one.error else one.sent.why if one.sent else f'It would say "{one.message.subject}".'
        rows.append((one.message.recipient, one.address.masked, Cell(verdict, _TONES.get(verdict, Tone.BAD)), why))
    rows += [(one, "", Cell("no address", Tone.WARN), "What is for them goes to the next person.") for one in without]
    heads = (Head("To"), Head("At"), Head("Result"), Head("Why", wrap=True))
    return (*(Verbatim(text) for text in shown), Table(heads, tuple(rows)), _end(tried))


def _end(tried: tuple[Tried, ...]) -> Line:
    failed = sum(_error(one) is not None for one in tried)
    if failed:
        rest = " The rest was sent." if any(one.sent for one in tried if not _error(one)) else ""
        return Line(f"{failed} of {len(tried)} did not arrive, or nobody knows.{rest}", Tone.BAD)
    if any(one.sent is None for one in tried):
        return Line("Nothing was sent.", Tone.GOOD)
    return Line("Everything was taken. Ask them whether it arrived.", Tone.GOOD)
