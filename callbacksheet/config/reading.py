"""Takes settings out of a TOML text and gathers everything that is wrong with it, each with its line.

Nothing here stops at the first problem: a refused value is noted and its default goes on in its place,
so that one look at the file shows all there is to mend.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from itertools import pairwise
from typing import TypeVar

from callbacksheet.config.kinds import Wrong, did_you_mean, nearest, shown
from callbacksheet.config.lines import Path, line_numbers
from callbacksheet.config.reference import DAYS, SETTINGS, AnySetting, ListSetting, Setting
from callbacksheet.config.settings import Problem
from callbacksheet.core.model import Span

T = TypeVar("T")

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_MISSING = object()


class Reading:
    """One TOML text being read; ``problems`` and ``warnings`` grow, nothing is raised."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.raw: dict[str, object] = {}
        self.lines: dict[Path, int] = {}
        text = text.replace("\r\n", "\n")
        try:
            self.raw = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self.problems.append(_syntax_problem(str(error), text))
        else:
            self.lines = line_numbers(text)
            self._refuse_unknown_names((), self.raw, tuple(_NAMES))

    def one(self, setting: Setting[T], *at: str | int) -> T:
        """The setting's value; ``at`` fills its ``*``, ``<day>`` and ``[]``, in order."""
        path = _filled(setting.name, at)
        raw = self._raw(path)
        if raw is _MISSING:
            if setting.required:
                self.wrong(path, f"is missing; it is {setting.kind.words}")
            return setting.absent
        value = setting.kind.read(raw)
        if isinstance(value, Wrong):
            self.wrong(path, value.sentence)
            return setting.absent
        return value

    def each(self, setting: ListSetting[T], *at: str | int) -> tuple[tuple[Path, T], ...]:
        """The values of a list with the path of each; elements that are refused are left out."""
        path = _filled(setting.name, at)
        raw = self._raw(path)
        if raw is _MISSING:
            return ()
        if not isinstance(raw, list):
            self.wrong(path, f"must be a list in [ ], not {shown(raw)}")
            return ()
        read = [((*path, place), setting.kind.read(element)) for place, element in enumerate(raw)]
        for element_path, value in read:
            if isinstance(value, Wrong):
                self.wrong(element_path, value.sentence)
        return tuple((element_path, value) for element_path, value in read if not isinstance(value, Wrong))

    def spans(self, setting: ListSetting[Span], *at: str | int) -> tuple[Span, ...]:
        """Spans of one day in order; two that overlap are a problem."""
        found = sorted(self.each(setting, *at), key=lambda item: (item[1].start, item[1].end))
        for (_, earlier), (path, later) in pairwise(found):
            if later.start < earlier.end:
                self.wrong(path, f'"{written(later)}" overlaps "{written(earlier)}"')
        return tuple(span for _, span in found)

    def names(self, *path: str) -> tuple[str, ...]:
        """The names in a table, none where it is missing or no table."""
        table = self._raw(path)
        return tuple(table) if isinstance(table, dict) else ()

    def places(self, *path: str) -> range:
        """The places of a list of tables."""
        tables = self._raw(path)
        sound = isinstance(tables, list) and all(isinstance(table, dict) for table in tables)
        return range(len(tables)) if sound and isinstance(tables, list) else range(0)

    def raw_text(self, path: Path) -> str:
        """A text as it stands in the file, "" for anything else; for looking twice, not for reading."""
        raw = self._raw(path)
        return raw.strip() if isinstance(raw, str) else ""

    def has(self, *path: str | int) -> bool:
        return self._raw(path) is not _MISSING

    def wrong(self, path: Path, sentence: str) -> None:
        self.problems.append(Problem(self.line(path), f"{_name(path)} {sentence}"))

    def doubt(self, path: Path, sentence: str) -> None:
        self.warnings.append(Problem(self.line(path), f"{_name(path)} {sentence}"))

    def line(self, path: Path) -> int:
        """The line of a name, or of the nearest table around it; 0 where the file has neither."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def _raw(self, path: Path) -> object:
        value: object = self.raw
        for step in path:
            match value, step:
                case dict(), str() if step in value:
                    value = value[step]
                case list(), int() if step < len(value):
                    value = value[step]
                case _:
                    return _MISSING
        return value

    def _refuse_unknown_names(self, path: Path, value: object, below: tuple[tuple[str, ...], ...]) -> None:
        """``below`` are the names the settings know from here on, cut into steps."""
        firsts = {steps[0] for steps in below if steps}
        if not firsts:
            return
        if firsts == {"[]"}:
            self._refuse_unknown_in_tables(path, value, _after(below, "[]"))
        elif not isinstance(value, dict):
            self.wrong(path, f"must be a table, like {_table_example(path)}, not {shown(value)}")
        else:
            for name, inner in value.items():
                step = _matching_step(name, firsts)
                if step:
                    self._refuse_unknown_names((*path, name), inner, _after(below, step))
                else:
                    self.wrong((*path, name), f"is not a setting{_suggestion(path, name, firsts)}")

    def _refuse_unknown_in_tables(self, path: Path, value: object, below: tuple[tuple[str, ...], ...]) -> None:
        if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
            self.wrong(path, f"must be a list of tables, like [{{ ... }}], not {shown(value)}")
            return
        for place, table in enumerate(value):
            self._refuse_unknown_names((*path, place), table, below)


def written(span: Span) -> str:
    """A span as the file writes it."""
    return "-".join(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (span.start, span.end))


def filled_names(settings: Iterable[AnySetting] = SETTINGS) -> list[tuple[str, ...]]:
    """Every setting's name cut into steps."""
    return [tuple(setting.name.split(".")) for setting in settings]


_NAMES = filled_names()


def _filled(name: str, at: tuple[str | int, ...]) -> Path:
    given = iter(at)
    return tuple(next(given) if step in ("*", "<day>", "[]") else step for step in name.split("."))


def _name(path: Path) -> str:
    """A path for people: ``shifts.tue[2].owner``, lists counted from one."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _after(names: Iterable[tuple[str, ...]], step: str) -> tuple[tuple[str, ...], ...]:
    return tuple(steps[1:] for steps in names if steps and steps[0] == step)


def _matching_step(name: str, firsts: set[str]) -> str:
    if name in firsts and name not in ("*", "<day>", "[]"):
        return name
    if "<day>" in firsts and name in DAYS:
        return "<day>"
    return "*" if "*" in firsts else ""


def _table_example(path: Path) -> str:
    return f"[{_name(path)}.INITIALS]" if path == ("people",) else f"[{_name(path)}]"


def _suggestion(path: Path, name: str, firsts: set[str]) -> str:
    """What was probably meant: a like name here, or the same name in the table it belongs to."""
    here = [*sorted(firsts - {"<day>", "*"}), *(DAYS if "<day>" in firsts else ())]
    if nearest(name, here):
        return did_you_mean(name, here)
    homes = [steps for steps in _NAMES if steps[-1] == name and len(steps) <= 2]
    if homes:
        return f"; it belongs under [{homes[0][0]}]" if len(homes[0]) == 2 else "; it belongs above all [tables]"
    return f"; known here: {', '.join(here)}" if path else ""


def _syntax_problem(message: str, text: str) -> Problem:
    match = _PLACE.search(message)
    what = message[: match.start()] if match else message
    if match and match[1]:
        return Problem(int(match[1]), f"this is not TOML: {what} (column {match[2]})")
    return Problem(text.rstrip().count("\n") + 1, f"this is not TOML: {what}")
