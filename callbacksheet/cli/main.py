"""The edge: parses, calls a command, and speaks, for people or as one JSON envelope; then exits."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

import typer

from callbacksheet import __version__
from callbacksheet.cli.command import Registered, Result, Shell, put_on
from callbacksheet.cli.commands import COMMANDS
from callbacksheet.cli.envelope import Failure, envelope, failures_of
from callbacksheet.cli.options import SHARED, Options, shared_parameters, with_parameters
from callbacksheet.errors import CallbackSheetError

PROGRAM = "callbacksheet"
ABOUT = """Keeps a shared callback sheet canonical: a row per caller, day and reason, the next to ring on top.

No sheet yet? `callbacksheet demo` shows a sample day in a workbook of its own; `callbacksheet init`
sets up yours.
"""
INTERRUPTED = 130
_HELP = ("--help", "-h")
WHOLE = "Each write to the sheet is whole or was not made at all."

_USAGE: type[Exception] = typer.BadParameter.__mro__[1]  # typer's own usage error, which it does not export


def main() -> None:
    """The ``callbacksheet`` program."""
    import gc
    import os
    from pathlib import Path

    gc.disable()  # a run lives seconds; collecting among hundreds of thousands of cells would double its time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    on_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    shell = Shell(os.environ, Path.cwd(), sys.stdout, sys.stderr, on_terminal=on_terminal, keyboard=sys.stdin)
    sys.exit(run(sys.argv[1:], shell))


def run(argv: Sequence[str], shell: Shell, commands: Mapping[str, Registered] = COMMANDS) -> int:
    """Run one command line and return its exit code; nothing escapes but what stops the program itself."""
    shell.json = "--json" in _before_double_dash(argv)
    try:
        return _finish(_answer(argv, shell, commands), shell)
    except BrokenPipeError:
        return _reader_left(shell)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # rich would have the program end with 1
            return _reader_left(shell)
        raise
    except KeyboardInterrupt:
        return _interrupted(shell)
    except CallbackSheetError as error:
        return _fail(shell, error.exit_code, failures_of(error), str(error))
    except _USAGE as error:
        return _misunderstood(error, argv, shell, commands)
    except Exception as error:  # noqa: BLE001 - the edge: a bug must still end in one sentence and exit 1
        return _bug(error, argv, shell)


def _answer(argv: Sequence[str], shell: Shell, commands: Mapping[str, Registered]) -> object:
    """What a command line comes to. Only what it can mean is loaded, all where it asks for help or names nothing."""
    words = set(argv)
    meant = {name: commands[name] for name in commands if name.partition(" ")[0] in words}
    if meant and words.isdisjoint(_HELP):
        try:
            return _asked(meant, argv, shell)
        except _USAGE:  # it could not be read and nothing ran; among all commands one is found that is like it
            pass
    return _asked(commands, argv, shell)


def _asked(commands: Mapping[str, Registered], argv: Sequence[str], shell: Shell) -> object:
    return app(commands)(args=list(argv), prog_name=PROGRAM, standalone_mode=False, obj=shell)


def app(commands: Mapping[str, Registered] = COMMANDS) -> typer.Typer:
    """The command line with every command on it."""
    program = typer.Typer(
        help=ABOUT,
        add_completion=False,
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": list(_HELP)},
    )
    program.callback()(_root())
    for registered in commands.values():
        put_on(program, registered)
    return program


def _root() -> Callable[..., None]:
    """The program's own options: the global ones, and ``--version``."""

    def root(typer_context: typer.Context, **given: Any) -> None:
        shell: Shell = typer_context.obj
        shell.options = Options(**{name: given[name] for name in SHARED})
        shell.command = typer_context.invoked_subcommand or ""

    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter("typer_context", keyword, annotation=typer.Context),
        inspect.Parameter("version", keyword, default=False, annotation=_VERSION),
        *shared_parameters(),
    ]
    return with_parameters(root, parameters)


def _tell_version(typer_context: typer.Context, asked: bool) -> None:  # noqa: FBT001 - typer's way
    if asked and not typer_context.resilient_parsing:
        shell: Shell = typer_context.obj
        if shell.json:
            shell.out.write(envelope("", 0, {"version": __version__}) + "\n")
        else:
            shell.out.write(f"{PROGRAM} {__version__}\n")
        raise typer.Exit


_VERSION = Annotated[
    bool,
    typer.Option("--version", help="Tell the version.", callback=_tell_version, is_eager=True),
]


def _before_double_dash(argv: Sequence[str]) -> Sequence[str]:
    return argv[: list(argv).index("--")] if "--" in argv else argv


def _finish(answer: object, shell: Shell) -> int:
    if answer == INTERRUPTED:  # typer turns Ctrl+C into this
        return _interrupted(shell)
    if not isinstance(answer, Result):
        return answer if isinstance(answer, int) else 0
    if shell.json:
        shell.out.write(envelope(shell.command, answer.exit_code, answer.data, answer.issues, answer.errors) + "\n")
    else:
        from callbacksheet.cli.render import show

        show(answer.page, shell.out)
    shell.out.flush()
    return answer.exit_code


def _fail(shell: Shell, exit_code: int, failures: Sequence[Failure], message: str) -> int:
    """Say what happened, what is safe and what next: on the error stream, or in the envelope."""
    if shell.json:
        shell.out.write(envelope(shell.command, exit_code, {}, errors=failures) + "\n")
        shell.out.flush()
        return exit_code
    from callbacksheet.cli.page import Line, Tone
    from callbacksheet.cli.render import show

    page = [Line(text, Tone.BAD) for text in f"{PROGRAM}: {message}".splitlines()]
    if failures[0].next:
        page.append(Line(f"Next: {failures[0].next}"))
    show(tuple(page), shell.err)
    return exit_code


def _misunderstood(error: Exception, argv: Sequence[str], shell: Shell, commands: Mapping[str, Registered]) -> int:
    """A command line that typer could not read; without any command at all, the help is what was wanted."""
    if not shell.json and not [word for word in argv if word != "--verbose"]:
        run(["--help"], shell, commands)
        return 2
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    command = f" {shell.command}" if shell.command else ""
    failure = Failure("usage", " ".join(str(said).split()), f"See `{PROGRAM}{command} --help`.")
    return _fail(shell, 2, (failure,), failure.message)


def _interrupted(shell: Shell) -> int:
    message = f"Interrupted, and nothing was left half done. {WHOLE}"
    return _fail(shell, INTERRUPTED, (Failure("interrupted", message),), message)


def _bug(error: Exception, argv: Sequence[str], shell: Shell) -> int:
    """The kind of error only: its words may hold a caller's name or number."""
    kind = type(error).__name__
    message = f"This is a bug in {PROGRAM} ({kind}). {WHOLE}"
    verbose = "--verbose" in _before_double_dash(argv)
    if verbose:
        import traceback

        traceback.print_exception(error, file=shell.err)
    hint = "Report it, please, with the lines above." if verbose else "Run again with --verbose and report it."
    return _fail(shell, 1, (Failure("bug", message, hint),), message)


def _reader_left(shell: Shell) -> int:
    """Whoever read our output (``| head``) has seen enough; that is no failure."""
    import os

    if shell.out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
