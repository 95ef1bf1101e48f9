"""What a command gets and gives: a ``Context`` in, a ``Result`` out, and the way onto the command line.

A command is a plain function, ``def tidy(context: Context, check: Annotated[bool, ...]) -> Result``. It
never prints and never exits; the edge (``main``) renders the result for people or as JSON.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeAlias, get_type_hints

import typer

from callbacksheet.cli.envelope import Failure, Json, RowIssue
from callbacksheet.cli.options import (
    NOW_VARIABLE,
    SHARED,
    Options,
    day_of,
    read_moment,
    shared_parameters,
    with_parameters,
)
from callbacksheet.cli.page import Page
from callbacksheet.errors import RefusedError, SetupError

if TYPE_CHECKING:
    from callbacksheet.config import Settings
    from callbacksheet.core.shop import Shop

SLOW_SECONDS = 1.0

_YES = frozenset({"y", "yes", "т", "так", "д", "да", "s", "sí", "si", "ya"})


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a command: ``data`` for programs, ``page`` for people, what rows are told.

    ``errors`` are what failed while the rest could still be told; the exit code is then theirs.
    """

    data: Mapping[str, Json]
    page: Page = ()
    issues: tuple[RowIssue, ...] = ()
    exit_code: int = 0
    errors: tuple[Failure, ...] = ()


@dataclass(slots=True)
class Shell:
    """The world around one invocation, given to it once so that a test can give another."""

    environ: Mapping[str, str]
    cwd: Path
    out: TextIO
    err: TextIO
    read_line: Callable[[str], str] = input
    on_terminal: bool = False
    json: bool = False
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    pause: Callable[[float], None] = time.sleep
    command: str = ""
    options: Options = field(default_factory=Options)
    keyboard: TextIO | None = None
    """Where single keys can be read, if anywhere."""
    hush: Callable[[], None] = lambda: None
    """Stops the remark on progress that is about to be made: a person who is asked something is not waiting."""


class Context:
    """One command being run: its options, the configuration when asked for, the person at the terminal."""

    def __init__(self, shell: Shell, options: Options) -> None:
        self.shell = shell
        self.options = options.with_environment(shell.environ)
        self.environ = shell.environ
        self.cwd = shell.cwd

    @cached_property
    def config_file(self) -> Path:
        """The configuration this run uses. Raises SetupError when there is none."""
        from callbacksheet.config import find

        return find(self.options.config, self.environ, self.cwd)

    @cached_property
    def settings(self) -> Settings:
        """The configuration, read once. Raises SetupError with everything that is wrong in it."""
        from callbacksheet.config import load

        settings = load(self.config_file, self.today)
        if self.options.verbose:
            for warning in settings.warnings:
                self.say(f"{settings.file}: {warning}")
        return settings

    @cached_property
    def today(self) -> date:
        """The day of this run as far as it can be known before the configuration names a zone."""
        return day_of(self.options.now, self.shell.clock().date())

    @cached_property
    def now(self) -> datetime:
        """The moment of this run, read once, on the shop's clock and cut to the minute."""
        return self.now_in(self.settings.shop.zone)

    def now_in(self, zone: tzinfo) -> datetime:
        """The same on a given clock, for a command that can do without a configuration. Raises UsageError."""
        if not self.options.now:
            return self.shell.clock().astimezone(zone).replace(second=0, microsecond=0)
        by_variable = self.environ.get(NOW_VARIABLE, "").strip() == self.options.now
        return read_moment(self.options.now, zone, f"${NOW_VARIABLE}" if by_variable else "--now")

    @property
    def shop_or_plain(self) -> Shop:
        """The configured shop; where no configuration is to be found at all, one without peculiarities."""
        from callbacksheet.core.shop import Shop

        try:
            _ = self.config_file
        except SetupError:
            if self.options.config is not None or "CALLBACKSHEET_CONFIG" in self.environ:
                raise
            return Shop()
        return self.settings.shop

    @property
    def operator(self) -> str:
        """Initials of who is asking: ``--as``, the environment, the configuration; "" when nobody says."""
        return self.options.initials or self.settings.operator

    @property
    def on_terminal(self) -> bool:
        """Whether there is a person who can be asked."""
        return self.shell.on_terminal and not self.shell.json

    def ask(self, question: str, default: str = "") -> str:
        """A person's answer, ``default`` for a bare Enter. RefusedError when nobody answers."""
        if not self.on_terminal:
            raise RefusedError(f"{question} Nobody is there to answer.", "Give the answer as an option.")
        self.shell.hush()
        prompt = f"{question} [{default}] " if default else f"{question} "
        try:
            return self.shell.read_line(prompt).strip() or default
        except EOFError:
            raise RefusedError(f"{question} There was no answer. Nothing was changed.") from None

    def agree(self, question: str) -> bool:
        """Whether the person agrees: ``--yes`` does. RefusedError (exit 5) where nobody can be asked."""
        if self.options.yes:
            return True
        if not self.on_terminal:
            raise RefusedError(
                f"{question} Nobody is there to answer, so nothing was changed.",
                "Run it again with --yes to agree, or on a terminal to be asked.",
            )
        return self.ask(f"{question} [y/N]").casefold() in _YES

    def consent(self, told: str) -> bool:
        """Tell what would be done, then ask. RefusedError with the same words where nobody can be asked."""
        if self.options.yes or not self.on_terminal:
            return self.agree(f"{told} Agreed?")
        self.say(told)
        return self.agree("Agreed?")

    def say(self, text: str) -> None:
        """A remark beside the result, on the error stream."""
        from callbacksheet.cli.page import Line
        from callbacksheet.cli.render import show

        show((Line(text),), self.shell.err)
        self.shell.err.flush()

    @contextmanager
    def working(self, what: str) -> Iterator[None]:
        """Tell a person what is going on when it takes more than a second."""
        if not self.shell.err.isatty() or self.shell.json:
            yield
            return
        from threading import Timer

        timer = Timer(SLOW_SECONDS, lambda: self.say(f"{what} …"))
        timer.daemon = True
        self.shell.hush = timer.cancel
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


Command: TypeAlias = Callable[..., Result]


GROUPS: Mapping[str, str] = {"notify": "Messages to the team."}
"""The first word of commands that are two, and its help."""


@dataclass(frozen=True, slots=True)
class Registered:
    """A command as it stands on the command line; ``name`` may be two words."""

    name: str
    function: Command
    panel: str


def command(panel: str, name: str = "") -> Callable[[Command], Registered]:
    """Make a function a command, listed under ``panel`` in ``--help``; its docstring is its help."""

    def mark(function: Command) -> Registered:
        return Registered(name or function.__name__.replace("_", "-"), function, panel)

    return mark


def put_on(app: typer.Typer, registered: Registered) -> None:
    """Give an app the command, with the global options beside its own."""
    group, _, name = registered.name.rpartition(" ")
    home = _group(app, group, registered.panel) if group else app
    home.command(name, rich_help_panel=registered.panel)(_runnable(registered.function))


def _group(app: typer.Typer, name: str, panel: str) -> typer.Typer:
    """The first word of two, made when it is first needed; the global options stand after it, too."""
    for known in app.registered_groups:
        if known.name == name and known.typer_instance is not None:
            return known.typer_instance

    def enter(typer_context: typer.Context, **given: Any) -> None:
        shell: Shell = typer_context.obj
        shell.options = Options(**{option: given[option] for option in SHARED}).over(shell.options)
        shell.command = f"{name} {typer_context.invoked_subcommand or ''}".strip()

    first = inspect.Parameter("typer_context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    group = typer.Typer(help=GROUPS[name])
    group.callback()(with_parameters(enter, [first, *shared_parameters()]))
    app.add_typer(group, name=name, rich_help_panel=panel)
    return group


def _runnable(function: Command) -> Callable[..., Result]:
    """The function as typer wants to see it: our context taken away, typer's and the global options added."""

    def run(typer_context: typer.Context, **given: Any) -> Result:
        shell: Shell = typer_context.obj
        options = Options(**{name: given.pop(name) for name in SHARED})
        context = Context(shell, options.over(shell.options))
        if not context.options.verbose:
            return function(context, **given)
        from callbacksheet.cli.verbose import telling

        with telling(shell.err):
            return function(context, **given)

    hints = get_type_hints(function, include_extras=True)
    own = [
        parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(function).parameters.items()
        if name != "context"
    ]
    first = inspect.Parameter("typer_context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    parameters = [first, *own, *shared_parameters()]
    run.__doc__ = function.__doc__
    return with_parameters(run, parameters)
