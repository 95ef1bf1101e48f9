"""``init``: a new desk. Asks on a terminal, takes options from scripts, and never overwrites anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.errors import RefusedError, SetupError, UsageError

if TYPE_CHECKING:
    from callbacksheet.config import Starter
    from callbacksheet.config.kinds import Kind

T = TypeVar("T")

WORKBOOK = "callbacks.xlsx"
TAB = "Callbacks"


@dataclass(frozen=True, slots=True)
class Given:
    """The answers that came as options; an empty one is still to be asked."""

    workbook: str
    tab: str
    timezone: str
    region: str
    date_order: str
    language: str
    operator: str


@command("Setting up")
def init(
    context: Context,
    workbook: Annotated[
        str,
        typer.Option("--workbook", metavar="FILE", help="The workbook to use; a new one if it is not there."),
    ] = "",
    tab: Annotated[
        str, typer.Option("--tab", metavar="TITLE", help="The tab the team types in; else the first one.")
    ] = "",
    timezone: Annotated[
        str, typer.Option("--timezone", metavar="ZONE", help="The shop's time zone, like America/New_York.")
    ] = "",
    region: Annotated[
        str, typer.Option("--region", metavar="CC", help="The country of phone numbers, like US.")
    ] = "",
    date_order: Annotated[
        str, typer.Option("--date-order", metavar="ORDER", help="How 3/6 is read: MDY, DMY or YMD.")
    ] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="LL", help="Of words in the sheet: en, uk, ru, id or es.")
    ] = "",
    operator: Annotated[str, typer.Option("--operator", metavar="INITIALS", help="Who runs the tool.")] = "",
) -> Result:
    """Set up a new desk: write callbacksheet.toml, and a new workbook or your own one taken over as it is.

    Asks on a terminal; in a script give the options. A file that is already there is never overwritten.
    """
    file = _config_place(context)
    starter = _starter(context, Given(workbook, tab, timezone, region, date_order, language, operator), file)
    return _set_up(context, file, starter)


def _config_place(context: Context) -> Path:
    """Where the configuration will stand. Raises RefusedError where something stands already."""
    from callbacksheet.config import FILE_NAME

    place = context.cwd / (context.options.config or FILE_NAME)
    if place.is_dir():
        place = place / FILE_NAME
    if place.exists():
        raise RefusedError(
            f"There is a configuration already: {place}. It was left alone.",
            "Edit it, look at it with `callbacksheet doctor`, or name another file with --config.",
        )
    return place


def _starter(context: Context, given: Given, file: Path) -> Starter:
    from callbacksheet.config import Starter, kinds
    from callbacksheet.config.guess import machine_zone, region_of
    from callbacksheet.config.load import date_order_of

    ask = _Wizard(context).answer
    workbook = ask("--workbook", "Which workbook (.xlsx)?", kinds.WORKBOOK, given.workbook, WORKBOOK)
    zone = ask(
        "--timezone",
        "Which time zone is the shop in?",
        kinds.ZONE,
        given.timezone,
        machine_zone(context.environ),
    )
    region = ask(
        "--region",
        "Which country are phone numbers of (two letters)?",
        kinds.REGION,
        given.region,
        region_of(zone.key),
    )
    order = ask(
        "--date-order",
        "How do you read 3/6?",
        kinds.DATE_ORDER,
        given.date_order,
        date_order_of(region).value,
    )
    language = ask("--language", "Which language is the sheet in?", kinds.LANGUAGE, given.language, "en")
    return Starter(
        zone.key,
        region,
        workbook=workbook,
        tab=given.tab or ("" if (file.parent / workbook).exists() else TAB),
        date_order=order,
        language=language,
        operator=_initials(context, given.operator),
    )


def _initials(context: Context, given: str) -> str:
    """Initials may stay unknown: then changes are signed with none."""
    given = given or context.options.initials
    return given if given or not context.on_terminal else context.ask("Your initials?")


@dataclass(frozen=True, slots=True)
class _Wizard:
    context: Context

    def answer(self, option: str, question: str, kind: Kind[T], given: str, suggested: str) -> T:
        """A sound value: the option's, else a person's, asked until it is one, else the suggested one."""
        from callbacksheet.config.kinds import Wrong

        typed = given or suggested
        if not given and self.context.on_terminal and not self.context.options.yes:
            return self._asked(question, kind.read, suggested)
        if not typed:
            raise UsageError(f"{question} Nobody is there to answer.", f"Give {option}: {kind.words}.")
        value = kind.read(typed)
        if isinstance(value, Wrong):
            raise UsageError(f"{option} {value.sentence}", f"It is {kind.words}. Nothing was written.")
        return value

    def _asked(self, question: str, read: Callable[[object], T | object], suggested: str) -> T:
        from callbacksheet.config.kinds import Wrong

        while True:
            value = read(self.context.ask(question, suggested))
            if not isinstance(value, Wrong):
                return value  # type: ignore[return-value]
            self.context.say(value.sentence)


def _set_up(context: Context, file: Path, starter: Starter) -> Result:
    from callbacksheet.config import read_settings, render_new

    text = render_new(starter, "Written by `callbacksheet init`.")
    settings = read_settings(text, file, context.today)
    place = file.parent / starter.workbook
    fresh = not place.exists()
    added = () if fresh else _columns_to_add(context, place, starter)
    if not context.options.dry_run:
        if fresh:
            _new_workbook(place, starter)
        _write_new(file, text)
    return Result(
        {
            "config": str(settings.file),
            "workbook": str(place),
            "created": fresh,
            "written": not context.options.dry_run,
            "columns_to_add": list(added),
        },
        _page(context, file, place, starter, fresh=fresh),
    )


def _page(context: Context, file: Path, place: Path, starter: Starter, *, fresh: bool) -> Page:
    would = "Would write" if context.options.dry_run else "Wrote"
    book = (
        f"{would} a new workbook {place}." if fresh else f"{place} is as it was; the first tidy adds to it."
    )
    return (
        Line(f"{would} {file}.", Tone.GOOD),
        Line(book, Tone.GOOD),
        Line(f"Numbers without a country code are read as {starter.region}, times are {starter.timezone}'s."),
        Line("Next: `callbacksheet doctor`, then `callbacksheet tidy`."),
    )


def _columns_to_add(context: Context, place: Path, starter: Starter) -> tuple[str, ...]:
    """What the first tidy will add to a team's own tab, once they agreed."""
    from callbacksheet.adapters.workbook import WorkbookSheet
    from callbacksheet.core.headers import header_word
    from callbacksheet.core.layout import find_layout

    snapshot = WorkbookSheet(place, starter.tab or None, look_only=True).read()
    layout = find_layout(snapshot.tab, starter.language)
    names = tuple(header_word(column, starter.language) for column in layout.added)
    if snapshot.state is None and not context.options.dry_run:
        columns = f"the columns {', '.join(names)} at the right end and " if names else ""
        question = (
            f'The tab "{snapshot.tab.title}" of {place.name} will get {columns}hidden tabs of the tool\'s; '
            "nothing in it is moved now. Agreed?"
        )
        if not context.agree(question):
            raise RefusedError("Nobody agreed, so nothing was written.", "Name another one with --workbook.")
    return names


def _new_workbook(place: Path, starter: Starter) -> None:
    from callbacksheet.adapters.new_workbook import new_workbook
    from callbacksheet.core.headers import header_words

    new_workbook(place, header_words(starter.language), tab=starter.tab)


def _write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet; one that appeared meanwhile is left alone."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise RefusedError(
            f"{file} has just appeared. It was left alone.", "Look at it, and run again."
        ) from None
    except OSError as error:
        raise SetupError(
            f"{file} cannot be written ({error.strerror}).", "Give yourself permission to write there."
        ) from None
