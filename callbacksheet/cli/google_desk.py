"""Setting a desk up on a Google Sheet: who signs in, whom to share it with, which tab is made or taken over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from callbacksheet.adapters.google_auth import (
    GUIDE,
    TOKEN_FILE,
    address_in,
    own_folder,
    readable_by_others,
    sign_in,
)
from callbacksheet.adapters.google_door import a1_of
from callbacksheet.cli.adoption import Adoption, adopt, run_in
from callbacksheet.cli.command import Context, Result
from callbacksheet.cli.envelope import Json
from callbacksheet.cli.page import Line, Page, Tone
from callbacksheet.cli.set_up import TAB, Given, SetUp, set_up_result, shop_answers, write_new
from callbacksheet.cli.wizard import Wizard
from callbacksheet.config import GooglePlace, Settings, kinds, read_settings
from callbacksheet.config.starter import render_new
from callbacksheet.core.model import Language
from callbacksheet.errors import RefusedError, SetupError
from callbacksheet.wiring import make_google_tab, spreadsheet_of

if TYPE_CHECKING:
    from callbacksheet.adapters.google_http import HttpSpreadsheet
    from callbacksheet.adapters.google_tabs import TabOf

KEY_FILE = "credentials.json"
OAUTH = "oauth"


@dataclass(frozen=True, slots=True)
class Opened:
    """A spreadsheet that answered. ``address`` is whom it is shared with, "" for a person's own account."""

    spreadsheet: HttpSpreadsheet
    title: str
    locale: str
    zone: str
    tabs: tuple[TabOf, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The tab to work in: one that is there, or (``tab`` None) a new one. ``empty``: it is made ready first."""

    title: str
    tab: TabOf | None
    empty: bool


def sign_in_only(context: Context, client: Path | None) -> Result:
    """Sign in on this machine, and nothing else. Raises SetupError where nobody can be asked."""
    _sign_in(context, client)
    folder = own_folder()
    page = (Line("Signed in to Google on this machine.", Tone.GOOD), Line(f"It is kept in {folder / TOKEN_FILE}."))
    return Result({"signed_in": True, "token": str(folder / TOKEN_FILE)}, page)


def _sign_in(context: Context, client: Path | None) -> None:
    if not context.on_terminal:
        raise SetupError(
            "Signing in to Google needs a person at a terminal and a browser. Nothing was changed.",
            "Run `callbacksheet init --sign-in` on a terminal, or use a service account's key: --credentials FILE.",
        )
    sign_in(context.cwd / client if client else None, own_folder(), context.shell.err)


def set_up_google(context: Context, given: Given, file: Path, client: Path | None, *, rebuild: bool) -> Result:
    """Write the configuration, and make the tab or take it over. All of it or nothing."""
    if given.endpoint:
        Wizard(context).answer("--endpoint", "", kinds.ENDPOINT, given.endpoint, "")
    credentials = _credentials(context, given, file, client)
    key = None if credentials.casefold() == OAUTH else _key_file(credentials, file)
    place = GooglePlace(given.google, given.tab, key, given.endpoint)
    with context.working("Asking Google"):
        opened = _opened(context, place)
    choice = _choice(context, opened, given.tab)
    starter = shop_answers(context, given, zone=_shop_zone(opened.zone), language=_language(opened.locale))
    starter = replace(starter, google=place.url, tab=choice.title, credentials=credentials, endpoint=given.endpoint)
    text = render_new(starter, "Written by `callbacksheet init`.")
    settings = read_settings(text, file, context.today)
    tab_id = choice.tab.id if choice.tab else None
    if context.options.dry_run:
        adoption = Adoption() if choice.empty else adopt(context, settings, rebuild=rebuild, tab_id=tab_id)
        return _result(context, settings, adoption, opened, choice)
    if choice.tab is None and len(opened.tabs) > 0 and not _agreed_to_new_tab(context, opened, choice):
        raise RefusedError("Nobody agreed, so nothing was changed.")
    write_new(file, text)
    try:
        if choice.empty:
            run, alone = run_in(context, settings), choice.tab is not None and len(opened.tabs) == 1
            make_google_tab(settings, opened.spreadsheet, choice.tab, run, alone=alone)
            adoption = Adoption()
        else:
            adoption = adopt(context, settings, rebuild=rebuild, tab_id=tab_id)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return _result(context, settings, adoption, opened, choice)


def _key_file(typed: str, file: Path) -> Path:
    return file.parent / Path(typed).expanduser()


def _credentials(context: Context, given: Given, file: Path, client: Path | None) -> str:
    """A key file that is one, or "oauth" with somebody signed in; on a terminal asked for until it is so."""
    wizard = Wizard(context)
    question = "Which key file of a service account, or oauth to sign in as yourself?"
    while True:
        typed = wizard.answer("--credentials", question, kinds.TEXT, given.credentials, KEY_FILE)
        try:
            _try_credentials(context, typed, file, client)
        except SetupError as error:
            if given.credentials or not wizard.asks:
                raise
            context.say(f"{error} {error.next}")
        else:
            return typed


def _try_credentials(context: Context, typed: str, file: Path, client: Path | None) -> None:
    if typed.casefold() != OAUTH:
        key = _key_file(typed, file)
        address = address_in(key)
        if Wizard(context).asks:
            context.say(f"Share the Google Sheet with {address} as an Editor (in the sheet: Share, top right).")
        if warning := readable_by_others(key):
            context.say(warning)
    elif not (own_folder() / TOKEN_FILE).exists():
        if client is None and context.on_terminal:
            context.say(f"To sign in you need an OAuth client of your own, kind: Desktop app. {GUIDE}.")
            client = Path(context.ask("Which file was downloaded for it?")).expanduser()
        _sign_in(context, client)


def _opened(context: Context, place: GooglePlace) -> Opened:
    """The spreadsheet, its list of tabs read; a person may share it while being asked."""
    from callbacksheet.adapters.google_tabs import TABS, tabs_of

    spreadsheet = spreadsheet_of(place, pause=context.shell.pause)
    while True:
        try:
            answer = spreadsheet.look([], TABS)
        except SetupError as error:
            if not Wizard(context).asks:
                raise
            context.say(f"{error} {error.next}")
            context.ask("Press Enter to try again, Ctrl+C to stop.")
        else:
            about = answer.get("properties", {})
            return Opened(
                spreadsheet,
                str(about.get("title", "")),
                str(about.get("locale", "")),
                str(about.get("timeZone", "")),
                tabs_of(answer),
                spreadsheet.account.address,
            )


def _choice(context: Context, opened: Opened, wanted: str) -> Choice:
    """The tab asked for; else the one set up before, one called Callbacks, the only one, the first in sight."""
    from callbacksheet.core.text import fold

    teams = [tab for tab in opened.tabs if not tab.own and (not tab.hidden or wanted)]
    names = [tab.title for tab in teams]
    if not wanted and len(teams) > 1:
        before = [tab.title for tab in teams if tab.marked]
        wanted = next(iter(before or (tab.title for tab in teams if fold(tab.title) == fold(TAB))), "")
        if Wizard(context).asks:
            wanted = _asked_tab(context, names, wanted or names[0])
    tab = next((tab for tab in teams if not wanted or fold(tab.title) == fold(wanted)), None)
    if tab is None:
        return Choice(wanted, None, empty=True)
    empty = _is_empty(opened.spreadsheet, tab) and not any(own.own for own in opened.tabs)
    return Choice((wanted or TAB) if empty and len(teams) == 1 else tab.title, tab, empty)


def _asked_tab(context: Context, names: list[str], suggested: str) -> str:
    while True:
        typed = context.ask(f"Which tab does the team type in? There are: {', '.join(names)}.", suggested)
        if typed in names:
            return typed
        context.say(f'There is no tab "{typed}".')


def _is_empty(spreadsheet: HttpSpreadsheet, tab: TabOf) -> bool:
    answer = spreadsheet.look([a1_of(tab.title)], "sheets(data(rowData(values(userEnteredValue))))")
    grids = [grid for sheet in answer.get("sheets", ()) for grid in sheet.get("data", ())]
    rows = [row for grid in grids for row in grid.get("rowData", ())]
    return not any(cell.get("userEnteredValue") for row in rows for cell in row.get("values", ()))


def _agreed_to_new_tab(context: Context, opened: Opened, choice: Choice) -> bool:
    others = ", ".join(f"“{tab.title}”" for tab in opened.tabs if not tab.own)
    return context.consent(
        f"The spreadsheet “{opened.title}” has no tab “{choice.title}” (its tabs: {others}). "
        "A new one is made; the others stay as they are."
    )


def _shop_zone(zone: str) -> str:
    """The spreadsheet's zone where it is one of a place; a new spreadsheet may stand at GMT."""
    from callbacksheet.config.guess import region_of

    return zone if region_of(zone) else ""


def _language(locale: str) -> str:
    known = locale.partition("_")[0].casefold()
    return {"in": "id"}.get(known, known if known in set(Language) else "en")


def _result(context: Context, settings: Settings, adoption: Adoption, opened: Opened, choice: Choice) -> Result:
    place = f"“{choice.title}” in the Google Sheet “{opened.title}”"
    made = f"the tab {place}, ready to type in" if choice.empty else ""
    sheet = settings.sheet
    assert isinstance(sheet, GooglePlace)
    about: dict[str, Json] = {"google": sheet.url, "tab": choice.title, "share_with": opened.address or None}
    told: Page = ()
    if opened.address:
        told = (Line(f"The tool works as {opened.address}; keep the sheet shared with it as an Editor."),)
    return set_up_result(context, SetUp(settings, adoption, place, about, made, told=told))
