"""The global options: each described once, and taken both before and after the command's name."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from callbacksheet.errors import UsageError

NOW_VARIABLE = "CALLBACKSHEET_NOW"
AS_VARIABLE = "CALLBACKSHEET_AS"
PANEL = "Global options"

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Options:
    """What the global options said; empty where they were silent."""

    config: Path | None = None
    initials: str = ""
    json: bool = False
    dry_run: bool = False
    yes: bool = False
    force: bool = False
    verbose: bool = False
    now: str = ""

    def over(self, earlier: Options) -> Options:
        """Both places together: what stands after the command's name wins over what stands before it."""
        return Options(*(getattr(self, f.name) or getattr(earlier, f.name) for f in fields(self)))

    def with_environment(self, environ: Mapping[str, str]) -> Options:
        """Where the options were silent, what the environment says."""
        said = Options(initials=environ.get(AS_VARIABLE, "").strip(), now=environ.get(NOW_VARIABLE, "").strip())
        return self.over(said)


SHARED: Mapping[str, tuple[Any, Any]] = {
    "config": (
        Annotated[
            Path | None,
            typer.Option(
                "--config",
                metavar="FILE",
                help="The configuration to use, else $CALLBACKSHEET_CONFIG, else ./callbacksheet.toml.",
                rich_help_panel=PANEL,
            ),
        ],
        None,
    ),
    "initials": (
        Annotated[
            str,
            typer.Option(
                "--as",
                metavar="INITIALS",
                help="Who is asking, else $CALLBACKSHEET_AS, else the operator of the configuration.",
                show_default=False,
                rich_help_panel=PANEL,
            ),
        ],
        "",
    ),
    "json": (
        Annotated[
            bool,
            typer.Option("--json", help="Print one JSON envelope and nothing else.", rich_help_panel=PANEL),
        ],
        False,
    ),
    "dry_run": (
        Annotated[
            bool,
            typer.Option("--dry-run", help="Show what would change; write nothing.", rich_help_panel=PANEL),
        ],
        False,
    ),
    "yes": (
        Annotated[bool, typer.Option("--yes", help="Agree to what would be asked.", rich_help_panel=PANEL)],
        False,
    ),
    "force": (
        Annotated[
            bool,
            typer.Option("--force", help="Go on past a safety limit whose plan you have read.", rich_help_panel=PANEL),
        ],
        False,
    ),
    "verbose": (
        Annotated[
            bool,
            typer.Option("--verbose", help="Say more, on the error stream.", rich_help_panel=PANEL),
        ],
        False,
    ),
    "now": (
        Annotated[
            str,
            typer.Option("--now", metavar="ISO", help="Pretend it is this moment.", hidden=True),
        ],
        "",
    ),
}
"""Name in ``Options`` → annotation and default, in the order of ``--help``."""


def shared_parameters() -> list[inspect.Parameter]:
    """The global options as parameters that any command's function can carry."""
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in SHARED.items()
    ]


def with_parameters(function: F, parameters: Sequence[inspect.Parameter]) -> F:
    """The function, telling typer that it takes exactly these parameters."""
    function.__dict__["__signature__"] = inspect.Signature(parameters)
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return function


def read_moment(text: str, zone: tzinfo, option: str = "--now") -> datetime:
    """An ISO moment to the minute; without an offset it is on the clock of ``zone``. Raises UsageError."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(
            f"{option} {text!r} is not a moment.",
            'Write it like "2026-05-08 13:30" or "2026-05-08T13:30+02:00".',
        ) from None
    at = at.replace(second=0, microsecond=0)
    return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)


def day_of(text: str, otherwise: date) -> date:
    """The calendar day a ``--now`` names, before any zone is known; ``otherwise`` where it names none."""
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return otherwise
