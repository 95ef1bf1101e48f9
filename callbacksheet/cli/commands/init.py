"""``init``: a new desk. Asks on a terminal, takes options from scripts, and never overwrites anything."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.set_up import TAB, Given, SetUp, set_up_result, shop_answers, write_new
from callbacksheet.cli.wizard import Wizard
from callbacksheet.errors import RefusedError, SetupError, UsageError

if TYPE_CHECKING:
    from callbacksheet.config import Settings
    from callbacksheet.config.starter import Starter

WORKBOOK = "callbacks.xlsx"


@command("Setting up")
def init(
    context: Context,
    workbook: Annotated[
        str,
        typer.Option("--workbook", metavar="FILE", help="The workbook to use; a new one if it is not there."),
    ] = "",
    google: Annotated[
        str, typer.Option("--google", metavar="URL", help="The Google Sheet to use: its address from the browser.")
    ] = "",
    credentials: Annotated[
        str,
        typer.Option(
            "--credentials", metavar="FILE", help="A service account's key file; or oauth, to sign in as yourself."
        ),
    ] = "",
    client: Annotated[
        Path | None,
        typer.Option("--client", metavar="FILE", help="The OAuth client to sign in with; asked for once."),
    ] = None,
    sign_in: Annotated[
        bool, typer.Option("--sign-in", help="Only sign in to Google on this machine, in the browser.")
    ] = False,
    endpoint: Annotated[
        str, typer.Option("--endpoint", metavar="URL", help="Another address that speaks Google's Sheets API.")
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
    script: Annotated[
        bool,
        typer.Option(
            "--script", help="Only print the script that signs edits in a Google Sheet, and how to install it."
        ),
    ] = False,
    adopt: Annotated[
        bool,
        typer.Option(
            "--adopt", help="Build anew what the tool remembers of the tab, when its hidden tabs are gone or damaged."
        ),
    ] = False,
) -> Result:
    """Set up a new desk: write callbacksheet.toml, and a new sheet or your own one taken over as it is.

    The sheet is a workbook on this machine or a Google Sheet; of the latter it says whom to share it with.

    Asks on a terminal; in a script give the options. A file that is already there is never overwritten.
    """
    if script:
        from callbacksheet.cli.script_printed import script_printed

        return script_printed(context)
    if sign_in:
        from callbacksheet.cli.google_desk import sign_in_only

        return sign_in_only(context, client)
    given = Given(workbook, google, credentials, endpoint, tab, timezone, region, date_order, language, operator)
    if adopt and _has_config(context):
        _refuse_answers(given)
        return _rebuild(context)
    file = _config_place(context)
    place = _which_sheet(context, given)
    if place.startswith("https://"):
        from callbacksheet.cli.google_desk import set_up_google

        return set_up_google(context, replace(given, google=place), file, client, rebuild=adopt)
    return _set_up(context, file, _starter(context, given, file, place), rebuild=adopt)


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


def _which_sheet(context: Context, given: Given) -> str:
    """A workbook's file name, or the address of a Google Sheet. Raises UsageError where both are given."""
    from callbacksheet.config import kinds

    if given.workbook and given.google:
        raise UsageError("--workbook and --google cannot go together. Nothing was written.", "Give one of them.")
    if given.google:
        return Wizard(context).answer("--google", "", kinds.GOOGLE_URL, given.google, "")
    if given.credentials or given.endpoint:
        raise UsageError("--credentials and --endpoint go with --google. Nothing was written.", "Give --google URL.")
    question = "Which workbook (.xlsx), or the address of which Google Sheet?"
    return Wizard(context).answer("--workbook", question, kinds.SHEET, given.workbook, WORKBOOK)


def _starter(context: Context, given: Given, file: Path, workbook: str) -> Starter:
    from callbacksheet.config.guess import machine_zone

    starter = shop_answers(context, given, zone=machine_zone(context.environ))
    return replace(starter, workbook=workbook, tab=given.tab or ("" if (file.parent / workbook).exists() else TAB))


def _set_up(context: Context, file: Path, starter: Starter, *, rebuild: bool) -> Result:
    """Write the configuration, make the workbook where there is none, and take the tab over. All of it or nothing."""
    from callbacksheet.cli.adoption import Adoption, adopt
    from callbacksheet.config import read_settings
    from callbacksheet.config.starter import render_new

    text = render_new(starter, "Written by `callbacksheet init`.")
    settings = read_settings(text, file, context.today)
    place = file.parent / starter.workbook
    fresh = not place.exists()
    made = f"a new workbook {place}" if fresh else ""
    if context.options.dry_run:
        adoption = Adoption() if fresh else adopt(context, settings, rebuild=rebuild)
        return set_up_result(context, SetUp(settings, adoption, str(place), {"workbook": str(place)}, made))
    write_new(file, text)
    try:
        if fresh:
            _new_workbook(place, starter, settings)
        adoption = adopt(context, settings, rebuild=rebuild)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return set_up_result(context, SetUp(settings, adoption, str(place), {"workbook": str(place)}, made))


def _rebuild(context: Context) -> Result:
    """Forget what the tool remembers of the configured tab, and remember what stands there now."""
    from callbacksheet.cli.adoption import adopt
    from callbacksheet.config import GooglePlace
    from callbacksheet.wiring import name_of

    settings = context.settings
    adoption = adopt(context, settings, rebuild=True)
    where = settings.sheet
    place = name_of(settings) if isinstance(where, GooglePlace) else str(where.path)
    about: dict[str, Json] = {"google": where.url} if isinstance(where, GooglePlace) else {"workbook": place}
    return set_up_result(context, SetUp(settings, adoption, place, about, config=False))


def _new_workbook(place: Path, starter: Starter, settings: Settings) -> None:
    from callbacksheet.adapters.new_workbook import new_workbook
    from callbacksheet.core.headers import header_words
    from callbacksheet.wiring import choices_of

    new_workbook(place, header_words(starter.language), tab=starter.tab, choices=choices_of(settings))
