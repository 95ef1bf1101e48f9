"""What a command has to say to people, before anything is drawn: lines, tables, text as it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Tone(StrEnum):
    """How a line or cell is meant; the edge gives each a colour, or none."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Line:
    text: str = ""
    tone: Tone = Tone.PLAIN
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Head:
    """A table's column. The ones that may ``wrap`` share the width that the others leave.

    One marked ``under`` goes below the column before it where the screen is too narrow for all.
    """

    text: str
    wrap: bool = False
    right: bool = False
    under: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text for another program: written as it is, never wrapped or coloured."""

    text: str


Block: TypeAlias = Line | Table | Verbatim
Page: TypeAlias = tuple[Block, ...]


def lines(*texts: str, tone: Tone = Tone.PLAIN) -> Page:
    """A page of plain lines."""
    return tuple(Line(text, tone) for text in texts)
