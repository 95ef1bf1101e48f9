"""The one place where settings become objects: the sheet they name, its backups, and one run of the tool."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from callbacksheet.config import GooglePlace, Settings
from callbacksheet.core.model import Column, Status, Urgency
from callbacksheet.core.plan import Run
from callbacksheet.core.words import status_word, urgency_word
from callbacksheet.errors import SetupError
from callbacksheet.ports import Backup, Sheet


def sheet_of(settings: Settings, *, look_only: bool = False, pause: Callable[[float], None] = time.sleep) -> Sheet:
    """The team's sheet. ``look_only`` reads what was last saved, also while the workbook is open elsewhere.

    ``pause`` waits between the two looks that tell whether somebody is saving it at this moment.

    Raises SetupError for a Google sheet, which this version cannot open.
    """
    from callbacksheet.adapters.disk import Disk
    from callbacksheet.adapters.workbook import WorkbookSheet

    path, tab = workbook_of(settings)
    return WorkbookSheet(path, tab, choices=choices_of(settings), look_only=look_only, disk=Disk(pause))


def backups_of(settings: Settings) -> Iterator[Backup]:
    """Every kept earlier state of the workbook."""
    from callbacksheet.adapters.backup import WorkbookBackup
    from callbacksheet.adapters.publish import backups

    path, tab = workbook_of(settings)
    return (WorkbookBackup(backup, tab) for backup in backups(path))


def traces_of(settings: Settings, number: str, names: Collection[str]) -> tuple[str, ...]:
    """Where these digits or names still stand in the workbook, whichever tab it is."""
    from callbacksheet.adapters.backup import traces_in

    return traces_in(workbook_of(settings)[0], number, names)


def workbook_of(settings: Settings) -> tuple[Path, str | None]:
    """The workbook on disk and its tab, None for the first one in sight."""
    if isinstance(settings.sheet, GooglePlace):
        raise SetupError(
            "Google Sheets come with the next version. Nothing was read or written.",
            'Use a workbook for now: under [sheet] write workbook = "callbacks.xlsx".',
        )
    return settings.sheet.path, settings.sheet.tab or None


def choices_of(settings: Settings) -> Mapping[Column, tuple[str, ...]]:
    """The words that drop-downs of a column offer; none of them forbids anything else."""
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
    return Run(now, operator, owner=uuid.uuid4().hex, forced=forced)
