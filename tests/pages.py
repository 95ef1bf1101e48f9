"""The pages of docs/ that come from the code: ``python -m tests.pages`` writes them, a test compares them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from callbacksheet.cli.commands import COMMANDS
from callbacksheet.cli.main import app
from callbacksheet.cli.options import SHARED
from callbacksheet.config.page import settings_page

DOCS = Path(__file__).parent.parent / "docs"

COMMANDS_HEAD = """# Commands

`callbacksheet COMMAND --help` says the same on screen. What each exit code means stands in
[exit-codes.md](exit-codes.md), what each flag of a row means in [flags.md](flags.md).

<!-- Written by `python -m tests.pages` from the commands themselves; a test compares the two. -->

## Global options

Every command takes these, before its name or after it; after it wins.

"""


def pages() -> dict[str, str]:
    """Each generated page by its name."""
    return {"settings.md": settings_page(), "commands.md": commands_page()}


def commands_page() -> str:
    """Every command with its help, its arguments and its own options."""
    program: Any = typer.main.get_command(app())
    shared = _table(parameter for parameter in program.params if parameter.name in SHARED)
    return COMMANDS_HEAD + shared + "".join(_command(name, _found(program, name)) for name in COMMANDS)


def _found(program: Any, name: str) -> Any:
    """A command by its name, which may be two words."""
    for word in name.split():
        program = program.commands[word]
    return program


def _command(name: str, command: Any) -> str:
    own = [parameter for parameter in command.params if parameter.name not in {*SHARED, "help"}]
    table = f"\n{_table(iter(own))}" if own else ""
    usage = f"callbacksheet {name}{_usage(own)}"
    return f"\n## {name}\n\n    {usage}\n\n{command.help.strip()}\n{table}"


def _usage(parameters: list[Any]) -> str:
    words = []
    for parameter in parameters:
        if parameter.param_type_name == "argument":
            word = _metavar(parameter) + ("..." if parameter.nargs == -1 else "")
            words.append(f" {word}" if parameter.required else f" [{word}]")
    options = any(parameter.param_type_name == "option" for parameter in parameters)
    return "".join(words) + (" [OPTIONS]" if options else "")


def _table(parameters: Iterator[Any]) -> str:
    rows = [
        f"| {_names(parameter)} | {' '.join(parameter.help.split())} |\n"
        for parameter in parameters
        if not parameter.hidden
    ]
    return "| | |\n|---|---|\n" + "".join(rows)


def _names(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{_metavar(parameter)}`"
    taken = "" if getattr(parameter, "is_flag", False) else f" {_metavar(parameter)}"
    return ", ".join(f"`{name}{taken}`" for name in parameter.opts)


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def write() -> None:
    """Bring the generated pages up to date."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
