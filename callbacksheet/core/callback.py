"""A row of the tab, understood: what the cells held, what they mean, and what the tool would write, each with why.

Rules are functions from a Callback to a Callback. They change cells only through ``write``, which keeps the
reason beside the change and never touches a formula.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from callbacksheet.core.cells import same, shown, text_of
from callbacksheet.core.model import (
    TOOL_COLUMNS,
    CellValue,
    Code,
    Column,
    Formula,
    Issue,
    NextSource,
    Phone,
    Status,
    Urgency,
    Window,
)
from callbacksheet.core.state import Base, Facts

if TYPE_CHECKING:
    from callbacksheet.core.wish import Wish

COLUMNS = tuple(Column)
PLACE = {column: place for place, column in enumerate(COLUMNS)}
_UNTOLD = TOOL_COLUMNS | {Column.BY}
NO_CELLS: tuple[CellValue, ...] = (None,) * len(COLUMNS)


@dataclass(frozen=True, slots=True)
class Row:
    """A data row as read. ``place`` is its zero-based row in the tab, past the end for an incoming one.

    ``cells`` is in Column order; ``extras`` a digest of the team's own columns. ``base`` is what the last run
    left, None for a row never seen; ``changed`` says that a person has typed in it since (new rows of an
    adopted sheet included); ``retyped``, that it was seen at this very look. ``incoming`` marks a row that is not in
    the tab yet, ``by_hand`` the initials of who adds it. ``own`` is what stands in the team's own columns, as
    (header, value). ``fixed`` and ``parsed`` are the places in ``cells`` that a shared sheet holds so
    (``snapshot.Tab``). ``standing`` is what really stands in places where ``cells`` are as they should have stood
    (``journal``).
    """

    place: int
    cells: tuple[CellValue, ...]
    extras: str = ""
    key: str = ""
    base: Base | None = None
    changed: bool = False
    retyped: bool = False
    incoming: bool = False
    by_hand: str = ""
    own: tuple[tuple[str, CellValue], ...] = ()
    fixed: frozenset[int] = frozenset()
    parsed: frozenset[int] = frozenset()
    standing: tuple[tuple[int, CellValue], ...] = ()

    def cell(self, column: Column) -> CellValue:
        return self.cells[PLACE[column]]

    def text(self, column: Column) -> str:
        return text_of(self.cell(column))


@dataclass(frozen=True)  # without slots, so that ``but`` can copy at the speed of a dictionary
class Callback:
    """One promise to ring somebody. ``cells`` is what the row should hold, ``whys`` the reason of each change."""

    row: Row
    key: str
    facts: Facts
    cells: tuple[CellValue, ...]
    received_at: datetime
    name: str
    phone: Phone | None
    phone_text: str
    reason: str
    reason_key: str
    wish_text: str
    urgency: Urgency
    status: Status
    owner: str
    attempts: int
    outcome: str
    notes: str
    wish: Wish | Issue | None = None
    typed_next_at: datetime | None = None
    next_at: datetime | None = None
    next_source: NextSource | None = None
    window: Window | None = None
    promise_at: datetime | None = None
    issues: tuple[Issue, ...] = ()
    whys: tuple[tuple[Column, str], ...] = ()
    absorbed: tuple[Row, ...] = ()

    @property
    def open(self) -> bool:
        return self.status is not Status.DONE

    @property
    def last_call(self) -> datetime:
        """The latest of the calls this row stands for."""
        return max(self.received_at, self.facts.last_call or self.received_at)

    def cell(self, column: Column) -> CellValue:
        return self.cells[PLACE[column]]

    def write(self, column: Column, value: CellValue, why: str, **known: Any) -> Callback:
        """The callback with this cell changed for this reason, and the fields of ``known`` with it.

        A cell that holds a formula stays as it is; the row is told so where a person is to type a value there.
        """
        now = self.cell(column)
        if isinstance(now, Formula):
            kept = self.but(**known)
            untold = column in _UNTOLD or text_of(now) == shown(value)
            return kept if untold else kept.tell(Code.FORMULA, column.value)
        if same(now, value):
            return self.but(**known) if known else self
        place = PLACE[column]
        cells = (*self.cells[:place], value, *self.cells[place + 1 :])
        return self.but(cells=cells, whys=(*self.whys, (column, why)), **known)

    def tell(self, code: Code, *details: str) -> Callback:
        """The callback with one more issue; the same one twice is told once."""
        issue = Issue(code, details)
        return self if issue in self.issues else self.but(issues=(*self.issues, issue))

    def remember(self, **facts: Any) -> Callback:
        return self.but(facts=self.facts.but(**facts))

    def settled(self, *codes: Code) -> Callback:
        """The callback without the issues of these kinds, for what is put right or matters no more."""
        return self.but(issues=tuple(issue for issue in self.issues if issue.code not in codes))

    def told(self, code: Code) -> bool:
        return any(issue.code is code for issue in self.issues)

    def but(self, **known: Any) -> Callback:
        """The same with some fields another: ``dataclasses.replace``, several times as fast on the hottest road."""
        copy = object.__new__(Callback)
        copy.__dict__.update(self.__dict__)
        copy.__dict__.update(known)
        return copy


def joined(text: str, more: str) -> str:
    """Two texts in one cell, parted by semicolons, no part said twice."""
    said = {part.casefold() for part in _parts(text)}
    parts = _parts(more)
    new = [part for part in parts if part.casefold() not in said]
    if not (text and new):
        return text or more
    return f"{text}; {more if len(new) == len(parts) else '; '.join(new)}"


def _parts(text: str) -> list[str]:
    return [part for part in map(str.strip, text.split(";")) if part]
