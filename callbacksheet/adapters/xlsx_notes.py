"""Notes, comment threads and links belong to a row: they go where it goes.

Those of an absorbed row go to the row it went into: to the same column, or to the next one to the right that
has none, so that none hides another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from callbacksheet.adapters.xlsx_cells import cell_name, place_of
from callbacksheet.adapters.xlsx_frame import Move
from callbacksheet.adapters.xlsx_package import Package
from callbacksheet.adapters.xlsx_xml import Patch, parse

_NOTE = re.compile(
    rb"""<(?P<p>\w+:)?ClientData\s[^>]*ObjectType\s*=\s*["']Note["'][^>]*>.*?</(?P=p)?ClientData>""",
    re.DOTALL,
)
_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor[^>]*>)([^<]*)(</)")
_ROW = re.compile(rb"(<(?:\w+:)?Row[^>]*>)\s*(\d+)\s*(</)")
_COLUMN = re.compile(rb"(<(?:\w+:)?Column[^>]*>)\s*(\d+)\s*(</)")
_ELEMENTS = {"comments": "comment", "threadedComment": "threadedComment"}


def mover(places: Iterable[tuple[int, int]], targets: Mapping[int, int], emptied: Mapping[int, int | None]) -> Move:
    """Where each of these places' things go. ``targets``: old row → new row; ``emptied``: row → survivor."""
    homes = {place: _home(place[0], emptied) for place in set(places)}
    went = {(row, at): (targets.get(row, row), at) for (row, at), home in homes.items() if home == row}
    taken = set(went.values())
    for (row, column), home in sorted(homes.items()):
        if home != row:
            row_now, free = targets.get(home, home), column
            while (row_now, free) in taken:
                free += 1
            taken.add((row_now, free))
            went[row, column] = (row_now, free)
    return lambda row, column: went.get((row, column), (targets.get(row, row), column))


def _home(row: int, emptied: Mapping[int, int | None]) -> int:
    """The row that a row's things belong to: its survivor, or itself."""
    survivor = emptied.get(row)
    return row if survivor is None else _home(survivor, emptied)


def move_notes(package: Package, sheet: str, targets: Mapping[int, int], emptied: Mapping[int, int | None]) -> None:
    """Move the notes and comment threads of a sheet part, and the little windows they are shown in."""
    relations = package.relations(sheet)
    parts = [(relation.target, _ELEMENTS[relation.kind]) for relation in relations if relation.kind in _ELEMENTS]
    places = [place for part, element in parts for place in _places(package, part, element)]
    move = mover(places, targets, emptied)
    if all(move(*place) == place for place in places):
        return
    for part, element in parts:
        patch = Patch(package.part(part))
        for node in parse(package.part(part)).all(element):
            patch.set(node, ref=cell_name(*move(*place_of(node.get("ref")))))
        package.replace(part, patch.result())
    for relation in relations:
        if relation.kind == "vmlDrawing":
            moved = _NOTE.sub(lambda note: _moved_window(note[0], move), package.raw(relation.target))
            package.replace(relation.target, moved)


def _places(package: Package, part: str, element: str) -> list[tuple[int, int]]:
    return [place_of(node.get("ref")) for node in parse(package.part(part)).all(element)]


def _moved_window(note: bytes, move: Move) -> bytes:
    row_found, column_found = _ROW.search(note), _COLUMN.search(note)
    if row_found is None or column_found is None:
        return note
    row, column = int(row_found[2]), int(column_found[2])
    new_row, new_column = move(row, column)
    note = _ROW.sub(rb"\g<1>%d\g<3>" % new_row, note)
    note = _COLUMN.sub(rb"\g<1>%d\g<3>" % new_column, note)
    return _ANCHOR.sub(lambda found: found[1] + _shifted(found[2], new_row - row, new_column - column) + found[3], note)


def _shifted(anchor: bytes, rows: int, columns: int) -> bytes:
    """Left column, offset, top row, offset, right column, offset, bottom row, offset."""
    try:
        numbers = [int(number) for number in anchor.split(b",")]
    except ValueError:
        return anchor
    if len(numbers) != 8:
        return anchor
    steps = (columns, 0, rows, 0, columns, 0, rows, 0)
    return ", ".join(str(max(n + step, 0)) for n, step in zip(numbers, steps, strict=True)).encode()
