"""Draws pages on a terminal. The only module that knows rich."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, TextIO

from callbacksheet.cli.page import Cell, Line, Page, Table, Tone, Verbatim

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.GOOD: "green",
    Tone.WARN: "yellow",
    Tone.BAD: "bold red",
}
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PIPED_WIDTH = 110
_ROOM = 26
"""What a column that wraps needs at least, to be read with ease."""
_BETWEEN = 3


def visible(text: str) -> str:
    """Text without control characters: what a caller typed must not be able to steer the terminal."""
    return _STEERING.sub("\ufffd", text)


def show(page: Page, out: TextIO) -> None:
    """Write a page. Only a terminal gets colours and wrapped lines, and ``NO_COLOR`` is obeyed.

    Rich is loaded for a terminal or a table only, so that scripts and cron start quickly.
    """
    console: Console | None = None
    for block in page:
        if isinstance(block, Verbatim):
            out.write(block.text)
        elif isinstance(block, Line) and not out.isatty():
            out.write(" " * block.indent + visible(block.text) + "\n")
        else:
            console = console or _console(out)
            _draw(block, console)


def drawn(page: Page, width: int, *, colour: bool) -> list[str]:
    """A page as lines for a screen of this width, with the terminal's own codes where it has ``colour``."""
    import io

    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, highlight=False, markup=False, emoji=False)
    for block in page:
        if isinstance(block, Verbatim):
            console.print(_text(block.text, Tone.PLAIN), end="")
        else:
            _draw(block, console)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def picture(page: Page, title: str, width: int = 100) -> str:
    """A page as an SVG drawing of a terminal."""
    import io

    from rich.console import Console

    console = Console(file=io.StringIO(), record=True, width=width, force_terminal=True, highlight=False, markup=False)
    for block in page:
        if isinstance(block, Verbatim):
            console.print(_text(block.text, Tone.PLAIN), end="")
        else:
            _draw(block, console)
    return console.export_svg(title=title, unique_id="callbacksheet")


def _console(out: TextIO) -> Console:
    from rich.console import Console

    width = None if out.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    return Console(file=out, width=width, highlight=False, markup=False, emoji=False)


def _draw(block: Line | Table, console: Console) -> None:
    if isinstance(block, Table):
        console.print(_drawn(block, stacked=_too_wide(block, console)))
        return
    if not block.text:
        console.print()
        return
    from rich.padding import Padding

    console.print(Padding(_text(block.text, block.tone), (0, 0, 0, block.indent), expand=False))


def _drawn(table: Table, *, stacked: bool = False) -> RichTable:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable

    drawn = RichTable(box=SIMPLE_HEAD, title=table.title or None, title_justify="left", show_edge=False)
    groups = _groups(table, stacked=stacked)
    for group in groups:
        heads = table.heads[group]
        drawn.add_column(
            heads[0].text,
            justify="right" if heads[0].right else "left",
            no_wrap=not any(head.wrap for head in heads),
            overflow="fold",
        )
    for row in table.rows:
        drawn.add_row(*(_cells(row[group]) for group in groups))
    return drawn


def _groups(table: Table, *, stacked: bool) -> list[slice]:
    """Which columns share one on the screen: each its own, or with those that go ``under`` it."""
    starts = [place for place, head in enumerate(table.heads) if not (stacked and head.under)]
    return [slice(*ends) for ends in zip(starts, [*starts[1:], len(table.heads)], strict=True)]


def _too_wide(table: Table, console: Console) -> bool:
    """Whether the columns that wrap would be left with too little room to be read."""
    columns = zip(table.heads, zip(*table.rows, strict=True), strict=False)
    widths = [(head, max(_width(cell) for cell in (head.text, *cells))) for head, cells in columns]
    needed = sum(min(width, _ROOM) if head.wrap else width for head, width in widths)
    return needed + _BETWEEN * len(widths) > console.width


def _width(cell: Cell | str) -> int:
    from rich.cells import cell_len

    return cell_len(cell if isinstance(cell, str) else cell.text)


def _cells(cells: tuple[Cell | str, ...]) -> Text:
    """One cell, or several below each other, empty ones left out."""
    from rich.text import Text

    drawn = [_text(c, Tone.PLAIN) if isinstance(c, str) else _text(c.text, c.tone) for c in cells]
    return Text("\n").join(text for text in drawn if text.plain)


def _text(text: str, tone: Tone) -> Text:
    from rich.text import Text

    return Text(visible(text), style=_STYLES[tone])
