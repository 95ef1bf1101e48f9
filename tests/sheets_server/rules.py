"""Data validation: what a rule lets in. Only asked when the switch says that the API is held to strict rules."""

from __future__ import annotations

from typing import Any

from tests.sheets_server.a1 import letters_of
from tests.sheets_server.cells import Cell, number_format
from tests.sheets_server.errors import ApiError
from tests.sheets_server.shown import is_moment, shown


def check_rule(cell: Cell, row: int, column: int) -> None:
    """Refuse what a strict rule of the cell does not let in; an empty cell is always let be."""
    rule = cell.rule
    if not rule or not rule.get("strict") or cell.entered is None:
        return
    if not fits(cell, rule.get("condition", {})):
        raise ApiError(
            f"The data you entered in cell {letters_of(column)}{row + 1} "
            "violates the data validation rules set on this cell."
        )


def fits(cell: Cell, condition: dict[str, Any]) -> bool:
    """Whether a cell meets a condition; a kind of condition not known here lets everything in."""
    wanted = [str(value.get("userEnteredValue", "")) for value in condition.get("values", ())]
    text = shown(cell.entered, number_format(cell))
    match condition.get("type"):
        case "ONE_OF_LIST":
            return text in wanted
        case "BOOLEAN":
            return isinstance(cell.entered, bool) or text in wanted
        case "DATE_IS_VALID":
            return is_moment(number_format(cell))
        case "TEXT_EQ":
            return text.casefold() == wanted[0].casefold()
        case "TEXT_CONTAINS":
            return wanted[0].casefold() in text.casefold()
        case "TEXT_NOT_CONTAINS":
            return wanted[0].casefold() not in text.casefold()
        case "TEXT_STARTS_WITH":
            return text.casefold().startswith(wanted[0].casefold())
        case "BLANK":
            return not text
        case "NOT_BLANK":
            return bool(text)
        case _:
            return True
