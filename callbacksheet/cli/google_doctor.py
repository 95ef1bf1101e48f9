"""What ``doctor`` looks at when the sheet is on Google: who the tool is there, what it may do, clocks, zone, room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from callbacksheet.adapters.google_auth import readable_by_others
from callbacksheet.adapters.google_door import Json
from callbacksheet.adapters.google_faults import Account, may_not_write
from callbacksheet.adapters.google_tabs import TABS, TabOf, tabs_of
from callbacksheet.cli.command import Context
from callbacksheet.cli.commands.doctor import Finding, stopped
from callbacksheet.cli.page import Tone
from callbacksheet.config import GooglePlace, Settings
from callbacksheet.config.load import date_order_of
from callbacksheet.core.layout import address
from callbacksheet.errors import BadRequestError, CallbackSheetError
from callbacksheet.wiring import spreadsheet_of

if TYPE_CHECKING:
    from callbacksheet.adapters.google_http import HttpSpreadsheet

MOST_CELLS = 10_000_000
CROWDED = 0.8
SKEW_SECONDS = 60
_NOBODY = "cbs_nobody"


@dataclass(frozen=True, slots=True)
class Asked:
    """What Google answered for: the findings so far, who asked, and the spreadsheet's tabs."""

    findings: tuple[Finding, ...]
    account: Account
    tabs: tuple[TabOf, ...] = ()


def ask_google(context: Context, settings: Settings, place: GooglePlace) -> Asked:
    """Everything but the tab itself; the last finding has an exit code where a run could not even begin."""
    account = Account("", place.id)
    key: tuple[Finding, ...] = ()
    if place.credentials and (warning := readable_by_others(place.credentials)):
        sentence, _, mend = warning.partition(". ")
        key = (Finding("key", f"{sentence}.", Tone.WARN, mend),)
    try:
        spreadsheet = spreadsheet_of(place, pause=context.shell.pause)
        with context.working("Asking Google"):
            answer = spreadsheet.look([], TABS)
        account = spreadsheet.account
        who = account.address or "the person who signed in here"
        known = Finding("sign-in", f"Google knows the tool as {who}.")
        findings = (*key, known, _writing(spreadsheet))
    except CallbackSheetError as error:
        return Asked((*key, stopped("Google", error)), account)
    return Asked((*findings, *_about(spreadsheet, answer, settings, context)), account, tabs_of(answer))


def _about(spreadsheet: HttpSpreadsheet, answer: Json, settings: Settings, context: Context) -> Iterator[Finding]:
    about = answer.get("properties", {})
    yield _skew(spreadsheet)
    yield _zone(str(about.get("timeZone", "")), settings, context.now)
    yield _locale(str(about.get("locale", "")), settings)
    yield _room(tabs_of(answer))
    yield Finding(
        "quota",
        "Google allows 60 reads and 60 writes a minute for one account; a run takes one read, and one write if there "
        f"is something to change. This look took {spreadsheet.reads}; what other programs take nobody is told.",
    )


def tab_findings(asked: Asked, wanted: str, title: str, first_row: int) -> Iterator[Finding]:
    """Of the tab that runs work in, called ``title``: whether it is called otherwise than wanted, and what is closed to
    the tool, in it and in the tool's own.
    """
    if wanted not in ("", title):
        other = f" Another tab is called “{wanted}” now; the tool leaves it alone."
        yield Finding(
            "tab",
            f'"{wanted}" was renamed to "{title}".{other if any(tab.title == wanted for tab in asked.tabs) else ""}',
            Tone.WARN,
            f'Write tab = "{title}" under [sheet]; until then each run takes two reads more.',
        )
    for tab in asked.tabs:
        closed = tab.closed_from(0 if tab.own else first_row) if tab.own or tab.title == title else None
        if closed:
            cells = f"{address(closed.top, closed.left)}:{address(closed.bottom, closed.right)}"
            yield stopped("protection", may_not_write(f"{cells} of the tab “{tab.title}”", asked.account))


def _writing(spreadsheet: HttpSpreadsheet) -> Finding:
    """Whether the sheet is shared for editing: asked with a change that changes nothing, since no such name exists."""
    with suppress(BadRequestError):
        spreadsheet.change([{"deleteNamedRange": {"namedRangeId": _NOBODY}}])
    return Finding("sharing", "The sheet is shared with it for reading and writing.")


def _skew(spreadsheet: HttpSpreadsheet) -> Finding:
    seconds = spreadsheet.skew
    if seconds is None:
        return Finding("Google's clock", "Google did not say what time it is.", Tone.WARN)
    if abs(seconds) < SKEW_SECONDS:
        return Finding("Google's clock", "This machine's clock agrees with Google's.")
    behind = "behind" if seconds > 0 else "ahead of"
    return Finding(
        "Google's clock",
        f"This machine's clock is {_told(abs(seconds))} {behind} Google's: times are stamped wrong, and from five "
        "minutes on Google refuses the sign-in.",
        Tone.WARN,
        "Switch on automatic date and time.",
    )


def _told(seconds: float) -> str:
    return f"{round(seconds / 60)} minutes" if seconds >= 120 else f"{round(seconds)} seconds"


def _zone(name: str, settings: Settings, now: datetime) -> Finding:
    """Colours and the view "Due now" are reckoned by Google, on the spreadsheet's clock."""
    shop = settings.shop.zone
    if _same_clock(name, shop, now):
        return Finding("zone", f"The spreadsheet's time zone is {name}, as the shop's.")
    return Finding(
        "zone",
        f"The spreadsheet's time zone is {name or 'not set'}, the shop's is {shop.key}: the colours and the view "
        "“Due now” are off by that.",
        Tone.WARN,
        f"In the sheet open File, Settings, and set the time zone of {shop.key}.",
    )


def _same_clock(name: str, shop: tzinfo, now: datetime) -> bool:
    """Whether both zones show the same time in every month of this year."""
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    months = [now.replace(month=month, day=1) for month in range(1, 13)]
    return all(month.astimezone(shop).utcoffset() == month.astimezone(zone).utcoffset() for month in months)


def _locale(locale: str, settings: Settings) -> Finding:
    """A date typed into a cell that is not plain text is read by the spreadsheet first, its own way."""
    country = locale.partition("_")[2]
    wanted = settings.shop.date_order
    if not country or date_order_of(country) is wanted:
        return Finding("locale", f"The spreadsheet's locale is {locale or 'not set'}, which reads dates as you do.")
    return Finding(
        "locale",
        f"The spreadsheet's locale is {locale}, which reads 3/6 as {date_order_of(country).value}; the configuration "
        f"says {wanted.value}. Where a column is not plain text, Google turns what is typed into its own date.",
        Tone.WARN,
        "In the sheet open File, Settings, and choose your country; or correct date_order.",
    )


def _room(tabs: tuple[TabOf, ...]) -> Finding:
    cells = sum(tab.rows * tab.columns for tab in tabs)
    sentence = f"The spreadsheet has {cells:,} of the 10 million cells that Google allows."
    if cells < MOST_CELLS * CROWDED:
        return Finding("room", sentence)
    return Finding("room", sentence, Tone.WARN, "Delete tabs, columns or empty rows that nobody needs.")
