"""One cell: what was entered, how it looks, what hangs on it.

Cells are shared between tabs, copies and past states, so none is ever changed: a change puts a new one in its place.
(They are not frozen dataclasses because the simulation makes millions of them.)
"""

from __future__ import annotations

from typing import Any


class Formula(str):
    """A formula as typed, with its equals sign."""

    __slots__ = ()


Entered = str | float | bool | Formula | None
"""What stands in a cell: text, a number (dates are serial numbers), a tick box, a formula, or nothing."""


class Cell:
    """`taint` is the test's own mark on what stands here: it travels with the value and is in no answer."""

    __slots__ = ("entered", "format", "known", "note", "rule", "runs", "taint")

    def __init__(
        self,
        entered: Entered = None,
        format: dict[str, Any] | None = None,  # noqa: A002  # Google's word
        note: str = "",
        rule: dict[str, Any] | None = None,
        runs: dict[str, Any] | None = None,
        taint: object = None,
    ) -> None:
        self.entered = entered
        self.format = format
        self.note = note
        self.rule = rule
        self.runs = runs  # rich text and smart chips, by their API name
        self.taint = taint
        self.known: tuple[frozenset[str] | None, dict[str, Any]] | None = None  # its CellData as last asked for

    def holding(self, entered: Entered, taint: object = None) -> Cell:
        """Something else typed over this: looks, note and rule stay, smart chips do not."""
        return Cell(entered, self.format, self.note, self.rule, None, taint)

    def looking(self, format: dict[str, Any] | None) -> Cell:  # noqa: A002
        return Cell(self.entered, format, self.note, self.rule, self.runs, self.taint)

    def noting(self, note: str) -> Cell:
        return Cell(self.entered, self.format, note, self.rule, self.runs, self.taint)

    def ruled(self, rule: dict[str, Any] | None) -> Cell:
        return Cell(self.entered, self.format, self.note, rule, self.runs, self.taint)

    @property
    def bare(self) -> bool:
        """Nothing here at all: as good as no cell."""
        return self.entered is None and not (self.format or self.note or self.rule or self.runs)


EMPTY = Cell()


def kept(cell: Cell) -> Cell | None:
    """What the grid stores for a cell: nothing for a bare one."""
    return cell if cell.entered is not None or not cell.bare else None


def number_format(cell: Cell | None) -> dict[str, Any] | None:
    return cell.format.get("numberFormat") if cell is not None and cell.format else None


def is_plain_text(cell: Cell | None) -> bool:
    """Formatted as plain text: whatever is typed here stays as typed."""
    shape = number_format(cell)
    return shape is not None and shape.get("type") == "TEXT"


def entered_from(value: dict[str, Any] | None) -> Entered:
    """An ExtendedValue of a request."""
    if not value:
        return None
    if value.get("stringValue") is not None:
        return str(value["stringValue"]) or None
    if value.get("numberValue") is not None:
        return plain_number(value["numberValue"])
    if value.get("boolValue") is not None:
        return bool(value["boolValue"])
    if value.get("formulaValue") is not None:
        return Formula(value["formulaValue"])
    return None


def extended(entered: object) -> dict[str, Any]:
    """An ExtendedValue of an answer."""
    if isinstance(entered, bool):
        return {"boolValue": entered}
    if isinstance(entered, Formula):
        return {"formulaValue": str(entered)}
    if isinstance(entered, str):
        return {"stringValue": entered}
    return {"numberValue": entered}


def plain_number(number: float) -> float:
    """JSON numbers of answers have no `.0`."""
    return int(number) if abs(number) < 1e15 and number == int(number) else number
