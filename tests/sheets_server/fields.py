"""Field masks: `sheets(properties.title,data/rowData)` keeps those parts of an answer and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tests.sheets_server.errors import ApiError

Mask = dict[str, "Mask"]
"""What is kept at this level; an empty mask below a name keeps all of it."""

TOKEN = re.compile(r"[(),]|[./]|[^\s(),./]+")


def masked(answer: dict[str, Any], fields: str | None) -> dict[str, Any]:
    """The answer with only the fields asked for; all of it for no mask or `*`."""
    mask = parsed(fields) if fields else {}
    kept: dict[str, Any] = _kept(answer, mask)
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
        return {name: _kept(part, mask[name]) for name, part in value.items() if name in mask}
    if isinstance(value, list):
        return [_kept(part, mask) for part in value]
    return value


def _unreadable(fields: str) -> ApiError:
    return ApiError(f"Request contains an invalid argument. Invalid field mask: {fields}")
