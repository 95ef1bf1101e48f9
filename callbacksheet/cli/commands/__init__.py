"""The commands, a module for each room, loaded when it is asked for: cron's one each minute needs no other."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from callbacksheet.cli.command import Registered

_PLACES = {
    **{name: (name, name) for name in ("add", "triage", "tidy")},
    "next": ("next", "next_row"),
    "list": ("list", "list_rows"),
    **{name: (name, name) for name in ("remind", "run", "eod", "when")},
    "import": ("import_", "import_file"),
    **{name: (name, name) for name in ("attempt", "done", "schedule", "assign", "claim", "block", "offer", "script")},
    **{name: (name, name) for name in ("blocks", "who", "history", "undo", "rollback", "forget", "export")},
    **{name: (name, name) for name in ("demo", "init", "doctor")},
    "notify test": ("notify", "notify_test"),
    "cron": ("cron", "cron"),
}
"""Every command's module and its name there, in the order of ``--help``."""


class _Commands(Mapping[str, Registered]):
    """Each command by its name; its module is loaded the first time it is looked at."""

    def __getitem__(self, name: str) -> Registered:
        module, word = _PLACES[name]
        found = getattr(import_module(f"{__name__}.{module}"), word)
        assert isinstance(found, Registered)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


COMMANDS: Mapping[str, Registered] = _Commands()
