"""The one place where settings become objects: the sheet they name, its backups, and one run of the tool."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from callbacksheet.config import GooglePlace, Settings
from callbacksheet.core.model import Column, Status, Urgency

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from callbacksheet.adapters.google_http import HttpSpreadsheet
    from callbacksheet.adapters.google_tabs import TabOf
    from callbacksheet.adapters.notify import Delivery
    from callbacksheet.core.plan import Run
    from callbacksheet.core.templates import Texts
    from callbacksheet.ports import Backup, Sheet
    from callbacksheet.runs.remind import Desk as ReminderDesk
    from callbacksheet.runs.remind import Post

STATE_VARIABLE = "CALLBACKSHEET_STATE"


def sheet_of(
    settings: Settings,
    *,
    look_only: bool = False,
    tab_id: int | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> Sheet:
    """The team's sheet. ``look_only`` reads what was last saved, also while a workbook is open elsewhere. ``tab_id``:
    the tab of a Google sheet that somebody has just chosen, whichever was set up before.

    ``pause`` waits between the two looks that tell whether somebody is saving a workbook at this moment, and before
    Google is asked again. Raises SetupError where a Google sheet cannot be signed in to.
    """
    if isinstance(settings.sheet, GooglePlace):
        from callbacksheet.adapters.google import GoogleSheet

        spreadsheet = spreadsheet_of(settings.sheet, pause=pause)
        chosen = settings.sheet.tab if tab_id is None else tab_id
        return GoogleSheet(spreadsheet, chosen, choices=choices_of(settings), language=settings.shop.language)
    from callbacksheet.adapters.disk import Disk
    from callbacksheet.adapters.workbook import WorkbookSheet

    path, tab = settings.sheet.path, settings.sheet.tab or None
    choices = {} if look_only else choices_of(settings)
    return WorkbookSheet(path, tab, choices=choices, look_only=look_only, disk=Disk(pause))


def spreadsheet_of(place: GooglePlace, *, pause: Callable[[float], None] = time.sleep) -> HttpSpreadsheet:
    """A way to the Google spreadsheet, signed in. Nothing is asked yet. Raises SetupError."""
    from callbacksheet.adapters.google_auth import own_folder, service_account, signed_in
    from callbacksheet.adapters.google_faults import Account
    from callbacksheet.adapters.google_http import HttpSpreadsheet, SheetsClient, Weather

    identity = service_account(place.credentials) if place.credentials else signed_in(own_folder())
    client = SheetsClient(identity.credentials, base=place.endpoint)
    account = Account(identity.address, place.id, identity.key_file)
    return HttpSpreadsheet(client, account, weather=Weather(sleep=pause))


def make_google_tab(
    settings: Settings, spreadsheet: HttpSpreadsheet, tab: TabOf | None, run: Run, *, alone: bool
) -> None:
    """The team's tab and all that the tool keeps beside it, in one change: an empty ``tab``, or a new one.

    ``alone``: nothing else is in the spreadsheet, so its clock is set to the shop's, by which colours are reckoned.
    """
    from callbacksheet.adapters.google_batch import requests_of
    from callbacksheet.adapters.google_look import look_of
    from callbacksheet.adapters.google_new_tab import NEW_ROWS, as_it_will_stand, clock_of, new_tab
    from callbacksheet.core.headers import header_words
    from callbacksheet.core.plan import plan_tidy

    title, language, choices = settings.sheet.tab, settings.shop.language, choices_of(settings)
    words, sheet_id = header_words(language), tab.id if tab else uuid.uuid4().int % 2**31
    look = look_of(as_it_will_stand(sheet_id, title, words, tab.rows if tab else NEW_ROWS), sheet_id, ())
    batch = plan_tidy(look.snapshot, run, settings.shop, adopt=True).batch
    assert batch is not None, "an adoption always has something to remember"
    made = new_tab(sheet_id, title, words, choices, fresh=tab is None)
    clock = [clock_of(settings.shop.zone.key)] if alone else []
    spreadsheet.change([*clock, *made, *requests_of(batch, look, choices, language)])


def backups_of(settings: Settings) -> Iterator[Backup]:
    """Every kept earlier state of a workbook; of a Google sheet the tool keeps none outside the sheet itself."""
    if isinstance(settings.sheet, GooglePlace):
        return iter(())
    from callbacksheet.adapters.backup import WorkbookBackup
    from callbacksheet.adapters.publish import backups

    path, tab = settings.sheet.path, settings.sheet.tab or None
    return (WorkbookBackup(backup, tab) for backup in backups(path))


def traces_of(
    settings: Settings, number: str, names: Collection[str], *, pause: Callable[[float], None] = time.sleep
) -> tuple[str, ...]:
    """Where these digits or names still stand in the sheet, whichever tab it is."""
    if isinstance(settings.sheet, GooglePlace):
        from callbacksheet.adapters.google_traces import traces_on

        return traces_on(spreadsheet_of(settings.sheet, pause=pause), number, names)
    from callbacksheet.adapters.backup import traces_in

    return traces_in(settings.sheet.path, number, names)


def name_of(settings: Settings) -> str:
    """The sheet as people call it."""
    place = settings.sheet
    if isinstance(place, GooglePlace):
        return f"Google Sheet “{place.tab}”" if place.tab else "Google Sheet"
    return place.path.name


def own_files(settings: Settings) -> tuple[Path, ...]:
    """The files the desk lives on, which no command may replace: the configuration, the workbook, the key."""
    place = settings.sheet
    if isinstance(place, GooglePlace):
        return (settings.file, *([place.credentials] if place.credentials else []))
    return settings.file, place.path


def choices_of(settings: Settings) -> Mapping[Column, tuple[str, ...]]:
    """The words that drop-downs of a column offer; none of them forbids anything else."""
    from callbacksheet.core.words import status_word, urgency_word

    language = settings.shop.language
    people = tuple(settings.people)
    return {
        Column.URGENCY: tuple(word for urgency in Urgency if (word := urgency_word(urgency, language))),
        Column.STATUS: tuple(status_word(status, language) for status in Status),
        Column.OWNER: people,
        Column.BY: people,
    }


def run_of(now: datetime, operator: str, *, forced: bool = False) -> Run:
    """One run under a one-time name, by which the sheet knows later whose write it was."""
    from callbacksheet.core.plan import Run

    return Run(now, operator, owner=uuid.uuid4().hex, forced=forced)


def notifier_of(environ: Mapping[str, str], write: Callable[[str], None]) -> Delivery:
    """Who brings messages to the team. ``write`` puts those for ``console:`` on the screen."""
    from callbacksheet.adapters.notify import Delivery

    return Delivery(environ, write)


def texts_of(settings: Settings) -> Texts:
    """The texts of messages in the shop's language, the team's own first. Raises SetupError naming file and line."""
    from callbacksheet.adapters.texts import read_texts

    return read_texts(settings.shop.language, own_texts(settings))


def own_texts(settings: Settings) -> Path:
    """Where the team's own texts lie, if it has any: beside the configuration."""
    return settings.file.parent / "templates"


def reminding(settings: Settings) -> ReminderDesk:
    """What reminders go by: the shop, when its people are told, who they are and where they are reached."""
    from callbacksheet.core.holding import Rules
    from callbacksheet.core.reminders import Team
    from callbacksheet.runs.remind import Desk

    names = {initials: person.name for initials, person in settings.people.items()}
    addresses = {initials: person.notify for initials, person in settings.people.items()}
    rules = Rules(settings.reminders.quiet, settings.reminders.escalate_after)
    return Desk(settings.shop, rules, Team(names, addresses, settings.operator))


def post_of(
    settings: Settings,
    environ: Mapping[str, str],
    write: Callable[[str], None],
    *,
    pause: Callable[[float], None] = time.sleep,
) -> Post:
    """How this run's messages go out. ``write`` is the screen, for addresses that are one."""
    from callbacksheet.adapters.intents import IntentLog
    from callbacksheet.runs.remind import Post

    began = time.time()
    return Post(
        notifier=notifier_of(environ, write),
        intents=IntentLog(sending_file(settings, environ, "log")),
        texts=lambda: texts_of(settings),
        wait=pause,
        elapsed=lambda: time.time() - began,
    )


def sole_sender(
    settings: Settings, environ: Mapping[str, str], *, patience: float = 0.0
) -> AbstractContextManager[bool]:
    """Whether no other run on this machine sends for this sheet, as long as it is held.

    ``patience`` is for how many seconds another one is waited for.
    """
    from callbacksheet.adapters.intents import sole_run

    return sole_run(sending_file(settings, environ, "lock"), patience)


def sending_file(settings: Settings, environ: Mapping[str, str], ending: str) -> Path:
    """A file of this machine's own about one sheet: in ``$CALLBACKSHEET_STATE``, or where the system keeps such."""
    import hashlib

    place = settings.sheet
    name = place.url if isinstance(place, GooglePlace) else str(place.path.resolve())
    folder = environ.get(STATE_VARIABLE, "").strip()
    if not folder:
        from platformdirs import user_state_path

        folder = str(user_state_path("callbacksheet", appauthor=False))
    digest = hashlib.sha256(f"{name}|{place.tab}".encode()).hexdigest()[:16]
    return Path(folder) / f"{digest}.{ending}"


def walks_of(settings: Settings, environ: Mapping[str, str]) -> Path:
    """The folder where this machine keeps what was done in walks of this sheet until the sheet has it."""
    return sending_file(settings, environ, "walks")


def glance_of(settings: Settings) -> Callable[[], object]:
    """Cheap to ask, and different from before where somebody may have changed the sheet."""
    place = settings.sheet
    if isinstance(place, GooglePlace):
        return lambda: int(time.monotonic() // _GLANCE_SECONDS)

    def glance() -> object:
        try:
            stat = place.path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    return glance


_GLANCE_SECONDS = 30
"""How often a Google sheet is looked at while nothing is done in a walk."""
