"""``doctor``: looks at everything a run will need and says what is in order and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from callbacksheet.cli.command import Context, Result, command
from callbacksheet.cli.envelope import Failure, Json
from callbacksheet.cli.page import Cell, Head, Line, Page, Table, Tone
from callbacksheet.errors import CallbackSheetError

if TYPE_CHECKING:
    from callbacksheet.cli.google_doctor import Asked
    from callbacksheet.config import Settings
    from callbacksheet.core.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``exit_code`` is what a run would end with because of it; 0 lets it run."""

    what: str
    sentence: str
    tone: Tone = Tone.GOOD
    next: str = ""
    exit_code: int = 0
    code: str = ""


@command("Setting up")
def doctor(context: Context) -> Result:
    """Look at the configuration, the sheet, the clock and the people, and say what to mend."""
    findings = tuple(_findings(context))
    worst = next((finding.exit_code for finding in findings if finding.exit_code), 0)
    checks: list[Json] = [
        {"what": f.what, "state": _STATES[f.tone], "sentence": f.sentence, "next": f.next} for f in findings
    ]
    errors = tuple(Failure(f.code, f.sentence, f.next) for f in findings if f.exit_code)
    return Result({"checks": checks}, _page(findings, healthy=not worst), exit_code=worst, errors=errors)


_STATES = {Tone.GOOD: "ok", Tone.WARN: "doubtful", Tone.BAD: "bad"}
_MARKS = {Tone.GOOD: "ok", Tone.WARN: "?", Tone.BAD: "!!"}


def _page(findings: tuple[Finding, ...], *, healthy: bool) -> Page:
    rows = tuple((Cell(_MARKS[f.tone], f.tone), f.what, _told(f)) for f in findings)
    return (Table((Head(""), Head("Looked at"), Head("Found", wrap=True)), rows), _end(findings, healthy=healthy))


def _end(findings: tuple[Finding, ...], *, healthy: bool) -> Line:
    if not healthy:
        return Line("Mend what is marked !! first.", Tone.BAD)
    if any(finding.tone is Tone.WARN for finding in findings):
        return Line("Nothing stands in the way of a run; what is marked ? is worth a look.", Tone.GOOD)
    return Line("All is well.", Tone.GOOD)


def _told(finding: Finding) -> str:
    return f"{finding.sentence} {finding.next}".strip()


def _findings(context: Context) -> Iterator[Finding]:
    from callbacksheet.cli.notify_doctor import notify_findings

    try:
        settings = context.settings
    except CallbackSheetError as error:
        yield stopped("configuration", error)
        return
    yield Finding("configuration", f"{settings.file} can be read.")
    for warning in settings.warnings:
        yield Finding("configuration", f"{warning}.", Tone.WARN)
    yield from _clock(context, settings)
    yield from _people(context, settings)
    yield from notify_findings(context, settings)
    yield from _sheet(context, settings)


def stopped(what: str, error: CallbackSheetError) -> Finding:
    """What a run would end with."""
    return Finding(what, str(error), Tone.BAD, error.next, error.exit_code, error.code)


def _clock(context: Context, settings: Settings) -> Iterator[Finding]:
    from callbacksheet.core.hours import callable_at, is_open

    now, shop = context.now, settings.shop
    opening = "the shop is open" if is_open(now, shop) else f"the shop opens {callable_at(now, shop):%a %d %b %H:%M}"
    yield Finding("clock", f"It is {now:%a %d %b %Y %H:%M} in {shop.zone.key}; {opening}.")
    change = _next_clock_change(now)
    if change:
        yield Finding("clock", f"The clock is changed on {change:%a %d %b %Y}.")


def _next_clock_change(now: datetime) -> datetime | None:
    """The first of these seven days that ends at another offset than it began with."""
    midnight = now.replace(hour=0, minute=0)
    days = (midnight + timedelta(days=ahead) for ahead in range(7))
    return next((day for day in days if day.utcoffset() != (day + timedelta(days=1)).utcoffset()), None)


def _people(context: Context, settings: Settings) -> Iterator[Finding]:
    if settings.people:
        yield Finding("people", f"{len(settings.people)} known: {', '.join(settings.people)}.")
    else:
        yield Finding("people", "Nobody is named.", Tone.WARN, "Add a table [people.INITIALS] for each of the team.")
    if context.operator:
        yield Finding("operator", f"Changes made now are signed {context.operator}.")
    else:
        hint = "Set operator in the configuration, or use --as INITIALS."
        yield Finding("operator", "Nobody is named, so changes cannot be signed.", Tone.WARN, hint)


def _sheet(context: Context, settings: Settings) -> Iterator[Finding]:
    from callbacksheet.config import GooglePlace

    if not isinstance(settings.sheet, GooglePlace):
        yield from _tab(context, settings, None)
        return
    from callbacksheet.cli.google_doctor import ask_google

    asked = ask_google(context, settings, settings.sheet)
    yield from asked.findings
    if not any(finding.exit_code for finding in asked.findings):
        yield from _tab(context, settings, asked)


def _tab(context: Context, settings: Settings, asked: Asked | None) -> Iterator[Finding]:
    from callbacksheet.core.layout import find_layout
    from callbacksheet.core.plan import plan_tidy
    from callbacksheet.wiring import run_of, sheet_of

    try:
        snapshot = sheet_of(settings, pause=context.shell.pause).read()
    except CallbackSheetError as error:
        yield stopped("sheet", error)
        return
    yield Finding("sheet", f'{_place(settings)} can be opened; the tab is "{snapshot.tab.title}".')
    try:
        layout = find_layout(snapshot.tab, settings.shop.language)
    except CallbackSheetError as error:
        yield stopped("header", error)
        return
    if asked:
        from callbacksheet.cli.google_doctor import tab_findings

        yield from tab_findings(asked, settings.sheet.tab, snapshot.tab.title, layout.first_row)
    try:
        plan_tidy(snapshot, run_of(context.now, context.operator, forced=context.options.force), settings.shop)
    except CallbackSheetError as error:
        yield Finding("header", f"It is row {layout.header_row + 1}.")
        yield stopped("next run", error)
        return
    yield Finding("header", f"It is row {layout.header_row + 1}. {_missing(snapshot, len(layout.added))}")


def _place(settings: Settings) -> str:
    from callbacksheet.config import GooglePlace
    from callbacksheet.wiring import name_of

    return name_of(settings) if isinstance(settings.sheet, GooglePlace) else str(settings.sheet.path)


def _missing(snapshot: Snapshot, added: int) -> str:
    if snapshot.state is None:
        return f"The first `callbacksheet tidy` will ask before it adds {added} columns and its hidden tabs."
    return "The sheet is set up."
