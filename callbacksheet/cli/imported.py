"""The calls of a file: read, brought into the sheet, and counted."""

from __future__ import annotations

from pathlib import Path

from callbacksheet.adapters.disk import Disk
from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.desk import Desk, open_desk
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.saying import count, listed
from callbacksheet.cli.tidied import exit_code_of, tidied_data, tidied_issues, tidied_page
from callbacksheet.core.snapshot import Tab
from callbacksheet.errors import SetupError, UsageError
from callbacksheet.runs import intake
from callbacksheet.runs.intake import Imported
from callbacksheet.wiring import own_files


def import_calls(context: Context, file: Path, tab: str) -> Result:
    """Raises SetupError for a file that cannot be read, LayoutError for one without a header."""
    place = context.cwd / file
    if not place.exists():
        raise SetupError(f"There is no file {file}. Nothing was imported.", "Check the name.")
    if place.resolve() in [own.resolve() for own in own_files(context.settings)]:
        raise UsageError(f"{file} belongs to the desk itself. Nothing was imported.", "Name the file to bring in.")
    source = _source(place, tab, Disk(context.shell.pause))
    dry = context.options.dry_run
    desk = open_desk(context, look_only=dry)
    with context.working(f"Importing {file.name}"):
        told = desk.tell_progress
        imported = intake.import_rows(desk.sheet, source, desk.run, desk.shop, desk.agree, dry=dry, progress=told)
    data: dict[str, Json] = {
        "file": str(file),
        "new": imported.rows - imported.joined,
        "joined": imported.joined,
        "known": imported.known,
        **tidied_data(imported.tidied, desk),
    }
    issues = tidied_issues(imported.tidied, desk)
    return Result(data, _page(imported, file, desk), issues, exit_code_of(imported.tidied))


def _source(place: Path, tab: str, disk: Disk) -> Tab:
    from callbacksheet.adapters.csv_rows import read_rows

    rows = read_rows(place, tab or None, disk=disk)
    return Tab(f"{place.name}, {tab}" if tab else place.name, rows)


def _page(imported: Imported, file: Path, desk: Desk) -> Page:
    every = imported.rows + imported.known
    new = imported.rows - imported.joined
    parts = [
        f"{new:,} new" if new else "",
        f"{imported.joined:,} joined a row about the same matter" if imported.joined else "",
        f"{imported.known:,} known from an earlier import" if imported.known else "",
    ]
    said = f"{count(every, 'call')} in {file.name}: {listed([part for part in parts if part])}."
    head = Line(said if every else f"{file.name} has a header but no calls.", Tone.GOOD)
    return (head, *tidied_page(imported.tidied, desk))
