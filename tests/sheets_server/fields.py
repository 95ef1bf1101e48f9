"""Field masks: `sheets(properties.title,data/rowData)` keeps those parts of an answer and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from tests.sheets_server.errors import ApiError

Mask = dict[str, "Mask"]
"""What is kept at this level; an empty mask below a name keeps all of it."""

TOKEN = re.compile(r"[(),]|[./]|[^\s(),./]+")


def masked(answer: dict[str, Any], fields: str | None, *, made: str | None = None) -> dict[str, Any]:
    """The answer with only the fields asked for; all of it for no mask or `*`.

    `made` says where in the answer a spreadsheet lies whose cells were made with what is `wanted`: they are not gone
    through again.
    """
    if not fields:
        return answer
    kept: dict[str, Any] = _kept(answer, parsed(fields) if made is None else _without_cells(fields, made))
    return kept


def wants(fields: str | None, path: str) -> bool:
    """Whether a mask asks for (a part of) the field at a dotted path; no mask wants everything."""
    mask = parsed(fields) if fields else {}
    for name in path.split("."):
        if not mask or "*" in mask:
            return True
        if name not in mask:
            return False
        mask = mask[name]
    return True


CELLS = "sheets.data.rowData.values"


class Wanted(NamedTuple):
    """What a mask needs of the grid, so that nothing else is made: cells of 10,000 rows are not free."""

    grid: bool
    cells: frozenset[str] | None  # the parts of a cell; None for all of them
    lines: bool  # the properties of rows and columns


EVERYTHING = Wanted(grid=True, cells=None, lines=True)


@lru_cache(maxsize=256)
def wanted(fields: str | None, under: str = "") -> Wanted:
    """What of a spreadsheet a mask wants, the spreadsheet being at `under` in the answer."""
    if not fields:
        return EVERYTHING
    parts = _below(parsed(fields), f"{under}{CELLS}")
    return Wanted(
        grid=wants(fields, f"{under}sheets.data"),
        cells=frozenset(parts) if parts and "*" not in parts else None,
        lines=wants(fields, f"{under}sheets.data.rowMetadata") or wants(fields, f"{under}sheets.data.columnMetadata"),
    )


@lru_cache(maxsize=256)
def _without_cells(fields: str, under: str) -> Mask:
    """The mask, less what it says of cells when that is only which of their parts to keep."""
    mask = _copied(parsed(fields))
    cells = _below(mask, f"{under}{CELLS}")
    if cells and not any(cells.values()):
        cells.clear()
    return mask


def _copied(mask: Mask) -> Mask:
    return {name: _copied(below) for name, below in mask.items()}


def _below(mask: Mask, path: str) -> Mask | None:
    """The mask at a path; empty when something above it is wanted whole, None when nothing of it is wanted."""
    for name in path.split("."):
        if not mask or "*" in mask:
            return {}
        if name not in mask:
            return None
        mask = mask[name]
    return mask


@lru_cache(maxsize=256)
def parsed(fields: str) -> Mask:
    """The tree of a mask. `.` and `/` both lead one level down; parentheses hold several names."""
    tokens = TOKEN.findall(fields)
    mask, rest = _several(tokens, 0, fields)
    if rest != len(tokens):
        raise _unreadable(fields)
    return mask


def _several(tokens: list[str], at: int, fields: str) -> tuple[Mask, int]:
    mask: Mask = {}
    while True:
        at = _one(tokens, at, mask, fields)
        if at >= len(tokens) or tokens[at] != ",":
            return mask, at
        at += 1


def _one(tokens: list[str], at: int, mask: Mask, fields: str) -> int:
    """Read `a/b(c,d)` at this place into the mask, and say where it ends."""
    if at >= len(tokens) or tokens[at] in "(),./":
        raise _unreadable(fields)
    name = tokens[at]
    fresh = name not in mask
    below = mask.setdefault(name, {})
    at += 1
    if at < len(tokens) and tokens[at] in "./":
        deeper: Mask = {}
        at = _one(tokens, at + 1, deeper, fields)
    elif at < len(tokens) and tokens[at] == "(":
        deeper, at = _several(tokens, at + 1, fields)
        if at >= len(tokens) or tokens[at] != ")":
            raise _unreadable(fields)
        at += 1
    else:
        below.clear()  # the whole field, whatever parts of it were named before
        return at
    if fresh or below:
        _join(below, deeper)
    return at


def _join(mask: Mask, other: Mask) -> None:
    for name, deeper in other.items():
        if name not in mask:
            mask[name] = deeper
        elif mask[name] and deeper:
            _join(mask[name], deeper)
        else:
            mask[name] = {}


def _kept(value: Any, mask: Mask) -> Any:
    if not mask or "*" in mask:
        return value
    if isinstance(value, dict):
        return {name: _kept(part, mask[name]) if mask[name] else part for name, part in value.items() if name in mask}
    if isinstance(value, list):
        return [_kept(part, mask) for part in value]
    return value


def _unreadable(fields: str) -> ApiError:
    return ApiError(f"Request contains an invalid argument. Invalid field mask: {fields}")
