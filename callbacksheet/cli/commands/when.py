"""``when``: how a caller's wish is read, and why. One wish for a person, a file of them for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.cli.envelope import Json, RowIssue
from callbacksheet.cli.options import read_moment
from callbacksheet.cli.page import Line, Tone, Verbatim
from callbacksheet.errors import SetupError, UsageError

if TYPE_CHECKING:
    from callbacksheet.core.model import Issue, Window
    from callbacksheet.core.shop import Shop
    from callbacksheet.core.wish import Phrase, Wish


@command("Every day")
def when(
    context: Context,
    text: Annotated[
        str, typer.Argument(metavar="WISH", help='The caller\'s words, like "tmrw am".', show_default=False)
    ] = "",
    received: Annotated[str, typer.Option("--received", metavar="ISO", help="When the call came in; else now.")] = "",
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch",
            metavar="FILE",
            help="Read JSON lines with id, text and received; write ones with id, start, end, sure and why.",
        ),
    ] = None,
    hours: Annotated[
        bool, typer.Option("--hours", help="Meet the wishes of a batch with the shop's business hours.")
    ] = False,
) -> Result:
    """Show how a wish is read: the window it means, whether that is sure, and why.

    Without a configuration the hours are Monday to Friday, 09:00-18:00, and the clock is UTC.
    """
    if batch is not None:
        if text:
            raise UsageError("Both a wish and --batch were given.", "Give one of them.")
        return _batch(context, batch, hours=hours)
    if not text.strip():
        raise UsageError("There is no wish to read.", 'Give the caller\'s words: callbacksheet when "tmrw am"')
    return _single(context, text, received)


def _single(context: Context, text: str, received: str) -> Result:
    from callbacksheet.core.model import Issue
    from callbacksheet.core.wish import parse_wish

    shop = context.shop_or_plain
    now = context.now_in(shop.zone)
    call = read_moment(received, shop.zone, "--received") if received else now
    wish = parse_wish(text, call, max(now, call), shop)
    if isinstance(wish, Issue):
        return _unread(text, call, wish)
    return _read(text, call, wish)


def _unread(text: str, call: datetime, issue: Issue) -> Result:
    told = "Nobody can read this as a time; such a row is due at the next open moment and is flagged."
    data: dict[str, Json] = {
        "text": text,
        "received": call.isoformat(),
        "kind": "unreadable",
        "windows": [],
        "sure": False,
        "why": told,
        "flags": [issue.code.value],
    }
    return Result(data, (Line(told, Tone.WARN),), (RowIssue(None, issue.code.value, told),))


def _read(text: str, call: datetime, wish: Wish) -> Result:
    data: dict[str, Json] = {
        "text": text,
        "received": call.isoformat(),
        "kind": wish.kind.value,
        "windows": [{"start": window.start.isoformat(), "end": window.end.isoformat()} for window in wish.windows],
        "sure": wish.sure,
        "why": wish.why,
        "flags": [flag.value for flag in wish.flags],
    }
    first = [Line(span(window), Tone.STRONG) for window in wish.windows[:1]]
    others = [Line(f"or {span(window)}", indent=2) for window in wish.windows[1:]]
    doubt = [] if wish.sure else [Line("This reading is not sure.", Tone.WARN)]
    return Result(data, (*first, *others, Line(wish.why), *doubt))


def span(window: Window) -> str:
    """A window for people: "Wed 6 May 09:00-12:00", with the second day where it is another."""
    start, end = window.start, window.end
    text = f"{start:%a} {start.day} {start:%b %H:%M}"
    if start == end:
        return text
    if start.date() == end.date():
        return f"{text}-{end:%H:%M}"
    if (end.hour, end.minute) == (0, 0) and (end.date() - start.date()).days == 1:
        return f"{text}-24:00"
    return f"{text} to {end:%a} {end.day} {end:%b %H:%M}"


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a batch."""

    id: str | int
    text: str
    reference: datetime


def _batch(context: Context, path: Path, *, hours: bool) -> Result:
    """Local times without an offset in, the same out; nothing is printed unless every line could be read."""
    from callbacksheet.core.wish import read_phrase

    shop: Shop | None = context.settings.shop if hours else None
    zone = shop.zone if shop else UTC
    now = context.now_in(zone).replace(tzinfo=None)
    read = [(asked.id, read_phrase(asked.text, asked.reference, shop)) for asked in _asked(_lines(path), zone, now)]
    readings = [_answer(key, phrase) for key, phrase in read]
    text = "".join(json.dumps(reading, ensure_ascii=False) + "\n" for reading in readings)
    return Result({"readings": readings}, (Verbatim(text),))


def _answer(key: str | int, phrase: Phrase) -> dict[str, Json]:
    return {
        "id": key,
        "start": phrase.start.isoformat() if phrase.start else None,
        "end": phrase.end.isoformat() if phrase.end else None,
        "sure": phrase.sure,
        "why": phrase.why,
    }


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise SetupError(f"{path} cannot be read ({error.strerror}).", "Check the name and its permissions.") from None
    except UnicodeDecodeError:
        raise SetupError(f"{path} is not UTF-8 text.", "Save it as UTF-8 and run again.") from None


def _asked(lines: list[str], zone: tzinfo, now: datetime) -> Iterator[Asked]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _one_asked(line, f"Line {number} of the batch", zone, now)


def _one_asked(line: str, where: str, zone: tzinfo, now: datetime) -> Asked:
    try:
        raw = json.loads(line)
    except ValueError:
        raw = None
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
        raise UsageError(
            f"{where} is not an object with a text. Nothing was printed.",
            'Write each line like {"id": "1", "text": "tmrw am", "received": "2026-05-08T11:20"}',
        )
    key = raw.get("id")
    received = raw.get("received")
    at = now if received is None else _local(str(received), where, zone)
    return Asked(key if isinstance(key, str | int) else number_or_blank(key), raw["text"], at)


def number_or_blank(key: object) -> str:
    """An id of a kind nobody expects, as text, so that the answer can still be told apart."""
    return "" if key is None else json.dumps(key)


def _local(text: str, where: str, zone: tzinfo) -> datetime:
    """A moment as local time; one with an offset is put on the shop's clock where that is known."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{where}: received {text!r} is not a moment. Nothing was printed.",
            'Write it like "2026-05-08T11:20".',
        ) from None
    return at.astimezone(zone).replace(tzinfo=None) if at.tzinfo and zone is not UTC else at.replace(tzinfo=None)
