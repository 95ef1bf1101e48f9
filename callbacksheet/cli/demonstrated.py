"""The demo's own files: recognised before they are written anew, kept as a backup, tidied and told about."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from callbacksheet.adapters.disk import Disk
from callbacksheet.adapters.new_workbook import new_workbook
from callbacksheet.adapters.publish import backups, keep_backup
from callbacksheet.adapters.workbook import WorkbookSheet
from callbacksheet.cli import story
from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk
from callbacksheet.cli.entries import entries
from callbacksheet.cli.page import Line, Page, Tone, Verbatim
from callbacksheet.cli.queue_page import next_line, queue_table
from callbacksheet.cli.saying import count
from callbacksheet.cli.tidied import done_page, tidied_data, tidied_issues
from callbacksheet.config import FILE_NAME, Settings, read_settings
from callbacksheet.config.starter import Starter, render_new
from callbacksheet.core.headers import header_words
from callbacksheet.core.model import CellValue, Column
from callbacksheet.core.plan import Run
from callbacksheet.core.state import read_state
from callbacksheet.errors import CallbackSheetError, RefusedError, SetupError
from callbacksheet.runs.tidy import Tidied, tidy
from callbacksheet.wiring import choices_of, sheet_of

FOLDER, WORKBOOK = "demo", "callbacks.xlsx"
HEAD = "Written by `callbacksheet demo`, and written anew each time it runs."
BOOK = "demo-"
"""How the sheet's own name begins, in its hidden state tab; by it the demo knows its workbook."""

_MOST_CHANGES = 14


def demonstrate(context: Context) -> Result:
    """Write the day, tidy it, tell. RefusedError where a file of that name is somebody else's."""
    options = replace(context.options, now=context.options.now or story.NOW, yes=True)
    folder = context.cwd / FOLDER
    text = render_new(_starter(), HEAD)
    place = Context(context.shell, options)
    settings = place.settings = read_settings(text, folder / FILE_NAME, place.today)
    _refuse_strangers(folder, Disk(context.shell.pause))
    if options.dry_run:
        return _would(folder)
    with context.working("Writing a sample day"):
        _write(folder, text, settings)
        desk = _desk(place, settings)
        tidied = tidy(desk.sheet, desk.run, desk.shop, desk.agree)
    data = {
        "folder": str(folder),
        "workbook": str(folder / WORKBOOK),
        "config": str(folder / FILE_NAME),
        "as_typed": str(backups(folder / WORKBOOK)[-1]),
        **tidied_data(tidied, desk),
        "callbacks": entries(tidied.plan, desk.now, desk.shop, written=True),
    }
    return Result(data, _page(tidied, desk), tidied_issues(tidied, desk))


def _starter() -> Starter:
    return Starter(
        story.ZONE,
        story.REGION,
        workbook=WORKBOOK,
        operator=story.OPERATOR,
        people=story.PEOPLE,
        week=story.WEEK,
        blocks=story.BLOCKS,
    )


def _desk(place: Context, settings: Settings) -> Desk:
    run = Run(place.now, place.operator, owner=f"{BOOK}{uuid.uuid4().hex}")
    return Desk(place, sheet_of(settings, pause=place.shell.pause), settings.shop, run)


def _refuse_strangers(folder: Path, disk: Disk) -> None:
    """Whatever stands there already must be the demo's own. Raises RefusedError naming what is not."""
    for file, ours in ((folder / FILE_NAME, _our_config), (folder / WORKBOOK, partial(_our_workbook, disk=disk))):
        if file.exists() and not ours(file):
            raise RefusedError(
                f"{file} was not written by the demo. It was left alone, and nothing else was written.",
                "Move it away, or run the demo in another folder.",
            )
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is a file. It was left alone.", "Run the demo in another folder.")


def _our_config(file: Path) -> bool:
    try:
        return file.read_text(encoding="utf-8").startswith(f"# {HEAD}\n")
    except (OSError, ValueError):
        return False


def _our_workbook(file: Path, disk: Disk) -> bool:
    """Told by the hidden state tab. BusyError where the demo's workbook is open."""
    try:
        state = WorkbookSheet(file, look_only=True, disk=disk).read().state
        ours = state is not None and read_state(state).book.startswith(BOOK)
    except CallbackSheetError:
        return False
    if ours:
        WorkbookSheet(file, disk=disk).read()
    return ours


def _write(folder: Path, text: str, settings: Settings) -> None:
    """Both files anew; a workbook that was there is kept as a backup, whatever somebody tried in it."""
    book, disk = folder / WORKBOOK, Disk()
    try:
        folder.mkdir(exist_ok=True)
        if book.exists():
            keep_backup(disk, book, disk.read(book), 0)
            book.unlink()
        (folder / FILE_NAME).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SetupError(
            f"{folder} cannot be written ({error.strerror}).", "Run the demo in a folder of your own."
        ) from None
    headers = header_words(settings.shop.language)
    new_workbook(book, headers, _rows(), tab="Callbacks", choices=choices_of(settings))


def _rows() -> list[list[CellValue]]:
    """The typed rows in the order of a new tab."""
    rows = [dict(zip(story.COLUMNS, cells, strict=True)) for cells in story.typed_rows()]
    return [[row.get(column) for column in Column] for row in rows]


def _would(folder: Path) -> Result:
    files = [str(folder / name) for name in (WORKBOOK, FILE_NAME)]
    return Result({"folder": str(folder), "written": False}, (Line(f"Would write {files[0]} and {files[1]}."),))


def _page(tidied: Tidied, desk: Desk) -> Page:
    plan, now = tidied.plan, desk.now
    opened = [(n, callback) for n, callback in enumerate(plan.queue, 1) if callback.open]
    rows = count(len(story.typed_rows()), "row")
    return (
        Line(f"{FOLDER}/{WORKBOOK} is a salon's day as its desk typed it: {rows}, {_date(now)}. Tidied:", Tone.QUIET),
        Line(),
        *done_page(tidied, desk, most=_MOST_CHANGES),
        Line(),
        Line("The queue now:", Tone.STRONG),
        queue_table(opened, now, desk.shop),
        Line(),
        next_line(plan.queue, now, desk.shop),
        Line(),
        Line(f"Open {FOLDER}/{WORKBOOK} and look; type in it, save, close. Then try:"),
        Verbatim("".join(f"  {command}\n" for command in _to_try(now))),
    )


def _date(now: datetime) -> str:
    return f"{now:%A} {now.day} {now:%B %Y %H:%M}"


def _to_try(now: datetime) -> list[str]:
    """Commands that work when they are copied: in the demo's folder, at the story's moment."""
    there = f"--config {FOLDER} --now {now:%Y-%m-%dT%H:%M}"
    return [
        f'callbacksheet add "Dana" 415-555-0142 reschedule --best afternoon {there}',
        f"callbacksheet next {there}",
        f"callbacksheet undo {there}",
    ]
