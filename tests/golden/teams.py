"""A made-up team: its configuration, its tab as staff type it, and the queue RULES say it should get.

In ``tab`` a line is a row, cells are parted by bars, an empty line is an empty row. "@2026-05-08 13:30", "@13:30" and
"@2026-05-08" are true times and dates, "#4155550142" is a number, TRUE and FALSE are tick boxes, "=A1" is a formula.
In ``expected`` the rows stand in queue order; "3+7" is what the third and the seventh typed row became, the third
surviving. Empty rows are not counted.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from callbacksheet.adapters.memory import MemorySheet
from callbacksheet.config import read_settings
from callbacksheet.core.model import CellValue, Formula
from callbacksheet.core.shop import Shop
from tests.desk import Desk

FOLDER = Path(__file__).parent / "teams"


@dataclass(frozen=True)
class Team:
    name: str
    about: str
    shop: Shop
    now: datetime
    header_row: int
    rows: tuple[tuple[CellValue, ...], ...]
    expected: tuple[dict[str, str], ...]

    def desk(self) -> Desk:
        return Desk(MemorySheet("Callbacks", self.rows), self.shop, self.now)

    @property
    def places(self) -> list[int]:
        """The tab's row of each typed row, in the order in which ``expected`` counts them."""
        below = range(self.header_row, len(self.rows))
        return [place for place in below if any(value is not None for value in self.rows[place])]


def team(name: str) -> Team:
    form = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    now = datetime.fromisoformat(form["now"])
    text = f'{form["config"]}\n[sheet]\nworkbook = "callbacks.xlsx"\n'
    shop = read_settings(text, Path("callbacksheet.toml"), now.date()).shop
    rows = tuple(tuple(map(_cell, line.split("|"))) for line in form["tab"].strip("\n").split("\n"))
    head, *lines = (_texts(line) for line in form["expected"].strip().split("\n"))
    expected = tuple(dict(zip(head, line, strict=True)) for line in lines)
    return Team(name, form["about"], shop, now.replace(tzinfo=shop.zone), form.get("header_row", 1), rows, expected)


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def _texts(line: str) -> list[str]:
    return [text.strip() for text in line.split("|")]


def _cell(typed: str) -> CellValue:
    text = typed.strip()
    if text in ("TRUE", "FALSE"):
        return text == "TRUE"
    match text[:1]:
        case "":
            return None
        case "#":
            return int(text[1:])
        case "=":
            return Formula(text)
        case "@":
            return _moment(text[1:])
    return text


def _moment(text: str) -> CellValue:
    if "-" not in text:
        return time.fromisoformat(text)
    return datetime.fromisoformat(text) if ":" in text else date.fromisoformat(text)
