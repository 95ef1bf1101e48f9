"""What a batch was meant to do on a sheet that others type in, row by row, kept in the state (``lesson`` reads it)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from callbacksheet.core.batch import AppendRow, Put, Request, Swap
from callbacksheet.core.callback import COLUMNS
from callbacksheet.core.cells import decode, encode, same, text_of, to_json
from callbacksheet.core.layout import Layout
from callbacksheet.core.likeness import cells_of, digest
from callbacksheet.core.model import TOOL_COLUMNS, CellValue, Column
from callbacksheet.core.snapshot import StateRow, Tab
from callbacksheet.core.state import Base, State

KIND = "journal"
LEFT_BEHIND = TOOL_COLUMNS | {Column.BY}
"""Columns in which people's content of a row does not stand."""
_OWN = TOOL_COLUMNS - {Column.ID}
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Write:
    """One cell the batch wrote: by its place, or only where it still held ``old``; None there is an empty cell.

    ``known`` is what is remembered of the cell again, should that come to nothing. ``amends``: another row's value had
    fallen there, which is to go whoever stands there by then.
    """

    column: int
    old: CellValue
    new: CellValue
    by_place: bool
    known: CellValue
    amends: bool = False

    @property
    def into_empty(self) -> bool:
        """Whether it relies on Google finding empty cells, which nobody can know."""
        return self.old is None and not self.by_place


@dataclass(frozen=True, slots=True)
class Group:
    """The writes meant for one row: where it stood, the key it bore ("" for none), and a digest of the row.

    ``skip`` are its columns that hold no text: how these are shown, the pre-image does not tell.
    """

    row: int
    key: str
    digest: str
    skip: frozenset[int]
    writes: tuple[Write, ...]


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that a batch put in below the others: its key, under which its cells are remembered, and what it holds in
    the team's own columns.
    """

    key: str
    own: tuple[tuple[int, CellValue], ...] = ()


@dataclass(frozen=True, slots=True)
class Journal:
    """One batch as it was meant. ``heads`` are the header's texts by column; ``pairs`` the rows whose texts went
    into another row, and which: both must have been as they were read, or that is taken back. ``added`` are rows that
    were put in.
    """

    epoch: int
    header_row: int
    id_column: int
    heads: Mapping[int, str]
    meanings: Mapping[int, Column]
    groups: tuple[Group, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    added: tuple[NewRow, ...] = ()

    def columns(self, meanings: Collection[Column]) -> list[int]:
        """The columns, as they were meant, of these meanings."""
        return [column for column, meaning in self.meanings.items() if meaning in meanings]


def journal_of(
    requests: Sequence[Request],
    tab: Tab,
    layout: Layout,
    epoch: int,
    pairs: Sequence[tuple[str, str]] = (),
    bases: Mapping[int, Base] | None = None,
    strangers: Collection[tuple[int, int]] = (),
) -> StateRow:
    """The journal of a batch onto this tab, as a line of the state. ``bases`` is what is remembered of its rows: in the
    tool's own columns that counts, and another row's value may stand there. ``strangers`` are the places where such a
    value does.
    """
    id_column = layout.index(Column.ID)
    meanings = {place: column for column, place in layout.columns}
    paired = {key for pair in pairs for key in pair}
    writes: defaultdict[int, dict[int, Write]] = defaultdict(dict)
    for row in range(len(tab.rows) if paired else 0):
        if text_of(tab.cell(row, id_column)) in paired:
            writes[row] = {}
    for request in requests:
        if isinstance(request, Put | Swap) and request.row < len(tab.rows):
            old = request.old if isinstance(request, Swap) else tab.cell(request.row, request.column)
            by_place = isinstance(request, Put)
            meaning = meanings.get(request.column)
            known = _known(bases.get(request.row), meaning) if bases is not None and meaning in _OWN else old
            amends = (request.row, request.column) in strangers
            writes[request.row][request.column] = Write(request.column, old, request.new, by_place, known, amends)
    added = [dict(request.cells) for request in requests if isinstance(request, AppendRow)]
    columns = sorted(set(layout.places).union(*writes.values(), *added))
    heads = {column: text_of(tab.cell(layout.header_row, column)) for column in columns}
    groups = [
        [
            row,
            text_of(tab.cell(row, id_column)),
            digest(cells_of(tab.rows, row), skip := _textless(tab, row)),
            sorted(skip),
            [[w.column, encode(w.old), encode(w.new), int(w.by_place)] for w in of_row.values()],
        ]
        for row, of_row in sorted(writes.items())
    ]
    form = {
        "e": epoch,
        "h": layout.header_row,
        "i": id_column,
        "c": [[column, heads.get(column, ""), meanings.get(column, "")] for column in sorted({*heads, *meanings})],
        "g": groups,
        "p": [list(pair) for pair in pairs],
        "n": [_added(cells, id_column, meanings) for cells in added],
        "k": [
            [row, write.column, encode(write.known)]
            for row, of_row in sorted(writes.items())
            for write in of_row.values()
            if not same(write.old, write.known)
        ],
        "a": [[row, w.column] for row, of_row in sorted(writes.items()) for w in of_row.values() if w.amends],
    }
    return StateRow(KIND, "last", to_json(form))


def read_journal(state: State) -> Journal | None:
    """The journal of the last batch that wrote to cells, whose pre-image is kept; None where there was none."""
    text = state.memos_of(KIND).get("last", "")
    if not text:
        return None
    form: dict[str, Any] = json.loads(text)
    known = {(row, column): decode(value) for row, column, value in form.get("k", ())}
    amended = {(row, column) for row, column in form.get("a", ())}
    return Journal(
        epoch=form["e"],
        header_row=form["h"],
        id_column=form["i"],
        heads={column: head for column, head, _ in form["c"] if head},
        meanings={column: Column(meaning) for column, _, meaning in form["c"] if meaning},
        groups=tuple(_group(known, amended, *group) for group in form["g"]),
        pairs=tuple((loser, into) for loser, into in form["p"]),
        added=tuple(NewRow(key, tuple((c, decode(v)) for c, v in own)) for key, own in form.get("n", ())),
    )


def _added(cells: Mapping[int, CellValue], id_column: int, meanings: Mapping[int, Column]) -> list[Any]:
    own = [[column, encode(value)] for column, value in cells.items() if column not in meanings]
    return [text_of(cells.get(id_column)), own]


def _known(base: Base | None, meaning: Column) -> CellValue:
    return None if base is None else base.cells[COLUMNS.index(meaning)]


def _textless(tab: Tab, row: int) -> frozenset[int]:
    return frozenset(c for c in range(len(cells_of(tab.rows, row))) if (row, c) in tab.fixed) if tab.fixed else _NONE


def _group(
    known: Mapping[tuple[int, int], CellValue],
    amended: Set[tuple[int, int]],
    row: int,
    key: str,
    digest: str,
    skip: list[int],
    writes: list[Any],
) -> Group:
    read = ((c, decode(old), decode(new), bool(b)) for c, old, new, b in writes)
    made = tuple(Write(c, old, new, b, known.get((row, c), old), (row, c) in amended) for c, old, new, b in read)
    return Group(row, key, digest, frozenset(skip), made)
