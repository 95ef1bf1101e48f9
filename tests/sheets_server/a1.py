"""A1 notation, as Google reads it and as Google writes it back.

Google quotes a title only where it must: `Sheet1!A1`, but `'D3'!A1` (looks like a cell) and `'My tab'!A1`.
A range in an answer is the one asked for, cut to the grid.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from tests.sheets_server.errors import ApiError

MOST_COLUMNS = 18_278
CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,7})\Z")
CORNER = re.compile(r"\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?\Z")
QUOTED = re.compile(r"'((?:[^']|'')+)'(?:!(.*))?\Z", re.DOTALL)
PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*\Z")
ROW_COLUMN_STYLE = re.compile(r"[Rr]\d*(?:[Cc]\d*)?\Z|[Cc]\d*\Z")


class Box(NamedTuple):
    """A rectangle of cells, half-open, counted from 0."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def empty(self) -> bool:
        return self.top >= self.bottom or self.left >= self.right

    def overlaps(self, other: Box) -> bool:
        return (
            self.top < other.bottom and other.top < self.bottom and self.left < other.right and other.left < self.right
        )

    def holds(self, other: Box) -> bool:
        return (
            self.top <= other.top
            and other.bottom <= self.bottom
            and self.left <= other.left
            and other.right <= self.right
        )


class Area(NamedTuple):
    """A rectangle on a tab; an absent edge reaches as far as the grid does, also when the grid grows."""

    tab_id: int
    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None

    def box(self, rows: int, columns: int) -> Box:
        """The cells covered in a grid of this size. May reach past it: whoever writes there must refuse."""
        return Box(
            self.top or 0,
            rows if self.bottom is None else self.bottom,
            self.left or 0,
            columns if self.right is None else self.right,
        )


AREA_EDGES = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")


def area_of(grid_range: dict[str, Any]) -> Area:
    """A GridRange of a request. A backward one is refused, an empty one covers nothing."""
    get = grid_range.get
    area = Area(
        get("sheetId") or 0,
        get("startRowIndex"),
        get("endRowIndex"),
        get("startColumnIndex"),
        get("endColumnIndex"),
    )
    if area.bottom is not None and area.bottom < (area.top or 0):
        raise ApiError(f"endRowIndex ({area.bottom}) cannot be before startRowIndex ({area.top or 0}).")
    if area.right is not None and area.right < (area.left or 0):
        raise ApiError(f"endColumnIndex ({area.right}) cannot be before startColumnIndex ({area.left or 0}).")
    if (area.top or 0) < 0 or (area.left or 0) < 0:
        raise ApiError("Range indexes must be non-negative.")
    return area


def grid_range_of(area: Area) -> dict[str, Any]:
    """A GridRange of an answer: sheetId 0 and absent edges are left out."""
    answer: dict[str, Any] = {"sheetId": area.tab_id} if area.tab_id else {}
    answer.update((name, edge) for name, edge in zip(AREA_EDGES, area[1:], strict=True) if edge is not None)
    return answer


class Reference(NamedTuple):
    """A range as written: a title (or none), and corners (or none, for the whole of it)."""

    title: str | None
    corners: str | None


def split(text: str) -> Reference:
    """Part a reference into title and corners. A bare word is left as corners: it may be a tab, a name or a cell."""
    quoted = QUOTED.match(text)
    if quoted:
        return Reference(quoted[1].replace("''", "'"), quoted[2])
    title, mark, corners = text.rpartition("!")
    return Reference(title, corners) if mark else Reference(None, text)


def corners_of(text: str) -> tuple[int | None, int | None, int | None, int | None] | None:
    """`A1:B2`, `A:C`, `2:5`, `A1:C`, `A1:1` as half-open (top, bottom, left, right), or None when it is no range."""
    first, colon, last = text.partition(":")
    start, end = CORNER.match(first), CORNER.match(last if colon else first)
    if start is None or end is None or not first or (colon and not last):
        return None
    if not colon and not CELL.match(first):
        return None
    top, bottom = _side(start[2] and int(start[2]) - 1, end[2] and int(end[2]) - 1)
    left, right = _side(start[1] and column_of(start[1]), end[1] and column_of(end[1]))
    return top, bottom, left, right


def _side(first: int | str | None, last: int | str | None) -> tuple[int | None, int | None]:
    """Two ends in either order; one end alone is the start of an unbounded side."""
    ends = sorted(end for end in (first, last) if isinstance(end, int))
    if not ends:
        return None, None
    return ends[0], ends[-1] + 1 if len(ends) == 2 else None


def column_of(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters_of(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def quoted(title: str) -> str:
    """A title as Google writes it before the exclamation mark."""
    if PLAIN_TITLE.match(title) and not CELL.match(title) and not ROW_COLUMN_STYLE.match(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def written_open(title: str, area: Area) -> str:
    """A range with its open sides left open, as refusals quote it: `T!A1001:B`, `T!AA1:2`."""
    first = f"{letters_of(area.left or 0)}{(area.top or 0) + 1}"
    last = ("" if area.right is None else letters_of(area.right - 1)) + str(area.bottom or "")
    return f"{quoted(title)}!{first}" if last in {"", first} else f"{quoted(title)}!{first}:{last}"


def written(title: str, box: Box) -> str:
    """`Sheet1!A1:B2`; one cell is written once."""
    first = f"{letters_of(box.left)}{box.top + 1}"
    last = f"{letters_of(box.right - 1)}{box.bottom}"
    return f"{quoted(title)}!{first}" if first == last else f"{quoted(title)}!{first}:{last}"
