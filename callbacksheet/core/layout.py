"""Which column is which: found by the names in the header row, never by place (DESIGN, "The tab").

The header row is the one of the first thirty that names most columns. What cannot be told apart is refused
with the cells named: two columns with one meaning, no Reason, nobody to ring, merged cells among the rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from callbacksheet.core.cells import text_of
from callbacksheet.core.headers import COLUMNS, Heading, header_word, is_column_name, read_heading
from callbacksheet.core.keys import PREFIX
from callbacksheet.core.model import CellValue, Column, Language
from callbacksheet.core.snapshot import Area, Tab
from callbacksheet.core.text import plain
from callbacksheet.errors import LayoutError

HEADER_SEARCH = 30
"""Rows looked through for the header; banners and blank rows above it are left alone."""

_PLACE = {column: place for place, column in enumerate(COLUMNS)}
_CLEAR_HEADER = 3
_LONGEST_WORD = 40
_NUMBER = re.compile(r"\d\D{0,2}\d\D{0,2}\d")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands in the tab, zero-based. Every column has one, the missing ones at the right.

    ``added`` are the columns the tab does not have yet, in the order they are written (ID last);
    ``extras`` the team's own columns, each under a name of its own, carried and never written.
    ``width`` counts the columns in use before any is added.
    """

    header_row: int
    places: tuple[int, ...]
    extras: tuple[tuple[int, str], ...]
    added: tuple[Column, ...]
    width: int

    def index(self, column: Column) -> int:
        """The place of a column; of an added one, where it will be."""
        return self.places[_PLACE[column]]

    @property
    def columns(self) -> tuple[tuple[Column, int], ...]:
        """(column, place) of all seventeen."""
        return tuple(zip(COLUMNS, self.places, strict=True))

    @property
    def first_row(self) -> int:
        """The first row below the header."""
        return self.header_row + 1


@dataclass(frozen=True, slots=True)
class _Header:
    """One header cell that may name a column."""

    place: int
    text: str
    heading: Heading


def find_layout(tab: Tab, language: Language, *, keyed: bool = False) -> Layout:
    """Read the tab's header. ``language`` is that of the words in messages and of the columns to add.

    ``keyed``: the one column that is headed so holds the tool's keys, whatever people have typed over them.
    Raises LayoutError, with the cells to look at and what to do there.
    """
    row = _header_row(tab, language)
    found = _claims(tab, row, language, keyed=keyed)
    _require(tab, row, found, language)
    _refuse_merged(tab, row)
    _refuse_second_header(tab, row, found)
    width = _width(tab)
    added = tuple(column for column in COLUMNS if column not in found)
    places = {**found, **{column: width + n for n, column in enumerate(added)}}
    extras = tuple(_extras(tab, row, frozenset(found.values()), width))
    return Layout(row, tuple(places[column] for column in COLUMNS), extras, added, width)


def address(row: int, column: int) -> str:
    """A cell as people call it: (6, 1) is "B7"."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _header_row(tab: Tab, language: Language) -> int:
    """The row that names most columns, the first of equals."""
    if all(_empty(value) for cells in tab.rows for value in cells):
        raise LayoutError(
            f'The tab "{tab.title}" is empty: there is no header row to read. Nothing was written.',
            "Type the headers in its first row (Received, Name, Phone, Reason, Best time, Notes) or name another tab, "
            "and run again; `callbacksheet init --workbook NEW.xlsx` makes a workbook that has them.",
        )
    rows = range(min(HEADER_SEARCH, len(tab.rows)))
    best = max((*_score(_headers(tab, row)), -row) for row in rows)
    if not best[1]:
        raise LayoutError(
            f'No header row was found in the first {HEADER_SEARCH} rows of the tab "{tab.title}". Nothing was written.',
            f"Name the columns in one row, at least {_needed(language)}; or run `callbacksheet init`.",
        )
    return -best[-1]


def _score(headers: Sequence[_Header]) -> tuple[bool, int, int]:
    """Whether the row can be a header at all, then how many columns it may name, then how many surely."""
    any_column = {column for header in headers for column in header.heading.columns[:1]}
    surely = {header.heading.columns[0] for header in headers if header.heading.weakness == 0}
    return _enough(any_column), len(any_column), len(surely)


def _enough(columns: set[Column]) -> bool:
    return Column.REASON in columns and bool(columns & {Column.NAME, Column.PHONE})


def _headers(tab: Tab, row: int) -> list[_Header]:
    """The cells of a row whose text may name a column."""
    cells = ((place, text_of(value)) for place, value in enumerate(tab.rows[row]))
    read = ((place, text, read_heading(text)) for place, text in cells if text)
    return [_Header(place, text, heading) for place, text, heading in read if heading]


def _claims(tab: Tab, row: int, language: Language, *, keyed: bool) -> dict[Column, int]:
    """Which column each header means: the sure ones first, the weak ones where a meaning is still free."""
    headers = [h for h in _headers(tab, row) if (keyed and _is_of_keys(h)) or not _belies(tab, row, h)]
    claimed: dict[Column, _Header] = {}
    for header in (h for h in headers if h.heading.weakness == 0):
        column = header.heading.columns[0]
        if column in claimed:
            raise _clash(row, column, claimed[column], header, language)
        claimed[column] = header
    weak = sorted((h for h in headers if h.heading.weakness), key=lambda h: (h.heading.weakness, h.place))
    for choice in range(max((len(h.heading.columns) for h in weak), default=0)):
        weak = _settle_weak(weak, choice, claimed, row, language)
    return {column: header.place for column, header in claimed.items()}


def _settle_weak(
    weak: list[_Header], choice: int, claimed: dict[Column, _Header], row: int, language: Language
) -> list[_Header]:
    """Give weak headers their first (second, …) meaning where nobody has it; the rest remain."""
    left = []
    for header in weak:
        column = header.heading.columns[min(choice, len(header.heading.columns) - 1)]
        holder = claimed.get(column)
        if holder and holder.heading.weakness and plain(holder.text) == plain(header.text):
            raise _clash(row, column, holder, header, language)
        if holder or header in claimed.values():
            left.append(header)
        else:
            claimed[column] = header
    return left


def _is_of_keys(header: _Header) -> bool:
    return Column.ID in header.heading.columns


def headed_for_keys(tab: Tab, row: int) -> list[int]:
    """The columns that are headed as the tool's own keys are, whatever stands in them."""
    return [header.place for header in _headers(tab, row) if _is_of_keys(header)]


def _belies(tab: Tab, row: int, header: _Header) -> bool:
    """Whether the cells below show a column of the team's own: their own ids, their own tick boxes."""
    below = (tab.cell(r, header.place) for r in range(row + 1, len(tab.rows)))
    if _is_of_keys(header):
        texts = [text_of(value) for value in below if not _empty(value)]
        return bool(texts) and not any(text.upper().startswith(PREFIX) for text in texts)
    if Column.CHECK in header.heading.columns:
        return any(isinstance(value, bool) for value in below)
    return False


def _clash(row: int, column: Column, one: _Header, other: _Header, language: Language) -> LayoutError:
    word = header_word(column, language)
    cells = " and ".join(f'{address(row, h.place)} "{h.text}"' for h in sorted((one, other), key=lambda h: h.place))
    return LayoutError(
        f"{cells} both say {word}, and nobody can tell which one to use. Nothing was written.",
        f'Rename one of them, for example to "{word} 2"; it is then carried as a column of your own.',
    )


def _require(tab: Tab, row: int, found: dict[Column, int], language: Language) -> None:
    """Refuse a header without Reason, or with neither Name nor Phone."""
    reason, name, phone = (header_word(c, language) for c in (Column.REASON, Column.NAME, Column.PHONE))
    missing = []
    if Column.REASON not in found:
        missing.append(reason)
    if Column.NAME not in found and Column.PHONE not in found:
        missing.append(f"{name} or {phone}")
    if missing:
        there = ", ".join(f"{address(row, p)} {header_word(c, language)}" for p, c in _in_order(found))
        raise LayoutError(
            f'Row {row + 1} of the tab "{tab.title}" looks like the header, but has no column for '
            f"{' and none for '.join(missing)}; found: {there or 'none'}. Nothing was written.",
            f"Add a header for {' and '.join(missing)} in row {row + 1}, or rename the column that holds it.",
        )


def _in_order(found: dict[Column, int]) -> list[tuple[int, Column]]:
    return sorted((place, column) for column, place in found.items())


def _needed(language: Language) -> str:
    reason, name, phone = (header_word(c, language) for c in (Column.REASON, Column.NAME, Column.PHONE))
    return f"{reason} and one of {name}, {phone}"


def _refuse_merged(tab: Tab, row: int) -> None:
    """Refuse merged cells at or below the header: a merged cell belongs to no one row."""
    touching = sorted((a for a in tab.merged if a.bottom >= row), key=lambda a: (a.top, a.left))
    if touching:
        named = ", ".join(_range(area) for area in touching[:3]) + (" and others" if len(touching) > 3 else "")
        raise LayoutError(
            f"Cells are merged among the rows of callbacks: {named}. Nothing was written.",
            f"Unmerge {named}, so that every callback has cells of its own, and run again.",
        )


def _range(area: Area) -> str:
    return f"{address(area.top, area.left)}:{address(area.bottom, area.right)}"


def _refuse_second_header(tab: Tab, row: int, found: dict[Column, int]) -> None:
    """Refuse a header said again among the rows: another list begins there, or two were pasted together."""
    reason = found[Column.REASON]
    for later in range(row + 1, len(tab.rows)):
        if _names_a_column(tab.cell(later, reason)) and _is_header(tab, row, later, found):
            raise LayoutError(
                f"Row {later + 1} repeats the header of row {row + 1}. Nothing was written.",
                f"Delete row {later + 1} if two lists were put together, or move the second list to a tab of its own.",
            )


def _names_a_column(value: CellValue) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_WORD and is_column_name(value)


def _is_header(tab: Tab, row: int, later: int, found: dict[Column, int]) -> bool:
    """Whether a row says the header's own words again, or surely names a caller, a reason and more.

    A row with a number in it is a callback, even if somebody typed "client", "question" and "urgent".
    """
    texts = [text_of(value) for value in tab.rows[later]]
    if any(_NUMBER.search(text) for text in texts):
        return False
    again = [p for p in found.values() if p < len(texts) and plain(texts[p]) == plain(text_of(tab.cell(row, p)))]
    surely = {h.heading.columns[0] for h in _headers(tab, later) if h.heading.weakness == 0}
    return len(again) >= min(_CLEAR_HEADER, len(found)) or (_enough(surely) and len(surely) > _CLEAR_HEADER)


def _width(tab: Tab) -> int:
    """Columns up to the last one in which anything stands."""
    return max((place + 1 for row in tab.rows for place in _last_filled(row)), default=0)


def _last_filled(row: tuple[CellValue, ...]) -> Iterator[int]:
    for place in range(len(row) - 1, -1, -1):
        if not _empty(row[place]):
            yield place
            return


def _empty(value: CellValue) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _extras(tab: Tab, row: int, taken: frozenset[int], width: int) -> Iterator[tuple[int, str]]:
    """The team's own columns. One without a header, or with another's, is told apart by its letters."""
    own = [place for place in range(width) if place not in taken]
    texts = {place: text_of(tab.cell(row, place)) for place in own}
    often = Counter(texts.values())
    for place in own:
        text = texts[place]
        if text and often[text] == 1:
            yield place, text
        elif text or _filled(tab, row, place):
            yield place, f"{text} ({column_letters(place)})".strip()


def _filled(tab: Tab, row: int, place: int) -> bool:
    return any(not _empty(tab.cell(r, place)) for r in range(row + 1, len(tab.rows)))
