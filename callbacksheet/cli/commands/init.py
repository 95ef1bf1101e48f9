"""``init``: a new desk. Asks on a terminal, takes options from scripts, and never overwrites anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Tone
from callbacksheet.errors import RefusedError, SetupError, UsageError

if TYPE_CHECKING:
    from callbacksheet.cli.adoption import Adoption
    from callbacksheet.config import Settings, Starter
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
    region: Annotated[str, typer.Option("--region", metavar="CC", help="The country of phone numbers, like US.")] = "",
    date_order: Annotated[
        str, typer.Option("--date-order", metavar="ORDER", help="How 3/6 is read: MDY, DMY or YMD.")
    ] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="LL", help="Of words in the sheet: en, uk, ru, id or es.")
    ] = "",
    operator: Annotated[str, typer.Option("--operator", metavar="INITIALS", help="Who runs the tool.")] = "",
    adopt: Annotated[
        bool,
        typer.Option(
            "--adopt", help="Build anew what the tool remembers of the tab, when its hidden tabs are gone or damaged."
        ),
    ] = False,
) -> Result:
    """Set up a new desk: write callbacksheet.toml, and a new workbook or your own one taken over as it is.

    Asks on a terminal; in a script give the options. A file that is already there is never overwritten.
    """
    given = Given(workbook, tab, timezone, region, date_order, language, operator)
    if adopt and _has_config(context):
        _refuse_answers(given)
        return _rebuild(context)
    file = _config_place(context)
    return _set_up(context, file, _starter(context, given, file), rebuild=adopt)


def _has_config(context: Context) -> bool:
    try:
        return context.config_file.exists()
    except SetupError:
        if context.options.config is not None:
            raise
        return False


def _refuse_answers(given: Given) -> None:
    """A desk that is set up has its answers in its configuration."""
    named = [f"--{field.name.replace('_', '-')}" for field in fields(given) if getattr(given, field.name)]
    if named:
        raise UsageError(
            f"{' and '.join(named)} cannot go with --adopt: there is a configuration already. Nothing was changed.",
            "Leave it out, or change the configuration first.",
        )


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


def _set_up(context: Context, file: Path, starter: Starter, *, rebuild: bool) -> Result:
    """Write the configuration, make the workbook where there is none, and take the tab over. All of it or nothing."""
    from callbacksheet.cli.adoption import Adoption, adopt
    from callbacksheet.config import read_settings, render_new

    text = render_new(starter, "Written by `callbacksheet init`.")
    settings = read_settings(text, file, context.today)
    place = file.parent / starter.workbook
    fresh = not place.exists()
    if context.options.dry_run:
        adoption = Adoption() if fresh else adopt(context, settings, rebuild=rebuild)
        return _result(context, settings, adoption, fresh=fresh)
    _write_new(file, text)
    try:
        if fresh:
            _new_workbook(place, starter, settings)
        adoption = adopt(context, settings, rebuild=rebuild)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return _result(context, settings, adoption, fresh=fresh)


def _rebuild(context: Context) -> Result:
    """Forget what the tool remembers of the configured tab, and remember what stands there now."""
    from callbacksheet.cli.adoption import adopt

    return _result(context, context.settings, adopt(context, context.settings, rebuild=True), config=False)


def _result(
    context: Context, settings: Settings, adoption: Adoption, *, fresh: bool = False, config: bool = True
) -> Result:
    from callbacksheet.wiring import workbook_of

    place, dry = workbook_of(settings)[0], context.options.dry_run
    data: dict[str, Json] = {
        "config": str(settings.file),
        "workbook": str(place),
        "created": fresh,
        "written": not dry,
        "adopted": not (dry or adoption.standing),
        "added_columns": list(adoption.columns),
        "changes": adoption.changes,
        "moved": adoption.moved,
    }
    wrote, book = ("Would write", "Would take over") if dry else ("Wrote", "Took over")
    told = f"{wrote} a new workbook {place}." if fresh else f"{book} {place}: {_effect(adoption)}."
    if adoption.standing:
        told = f"{place} is set up already; it was left as it is."
    page = [Line(told, Tone.GOOD)]
    if config:
        shop = settings.shop
        page.insert(0, Line(f"{wrote} {settings.file}.", Tone.GOOD))
        page.append(Line(f"Numbers without a country code are read as {shop.region}, times are {shop.zone.key}'s."))
    return Result(data, (*page, Line("Next: `callbacksheet doctor`, then `callbacksheet tidy`.")))


def _effect(adoption: Adoption) -> str:
    from callbacksheet.cli.saying import count

    columns = [f"{count(len(adoption.columns), 'column')} added"] if adoption.columns else []
    filled = f"{count(adoption.changes, 'cell')} of {count(adoption.rows, 'row')} filled or made readable"
    return ", ".join([*columns, filled, f"{count(adoption.moved, 'row')} moved, none merged"])


def _new_workbook(place: Path, starter: Starter, settings: Settings) -> None:
    from callbacksheet.adapters.new_workbook import new_workbook
    from callbacksheet.core.headers import header_words
    from callbacksheet.wiring import choices_of

    new_workbook(place, header_words(starter.language), tab=starter.tab, choices=choices_of(settings))


def _write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet; one that appeared meanwhile is left alone."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise RefusedError(f"{file} has just appeared. It was left alone.", "Look at it, and run again.") from None
    except OSError as error:
        raise SetupError(
            f"{file} cannot be written ({error.strerror}).", "Give yourself permission to write there."
        ) from None
