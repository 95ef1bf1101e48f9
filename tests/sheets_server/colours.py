"""Formats as Google gives them back: colours in short floats, each with its modern twin, nothing that is zero."""

from __future__ import annotations

import struct
from typing import Any

Ask = dict[str, Any]


def normal_format(given: Ask) -> Ask:
    """A CellFormat or TextFormat as answered: every `…Color` beside its `…ColorStyle`."""
    after: Ask = {}
    styles: Ask = {}
    for name, part in given.items():
        if part is None:
            continue
        if name.endswith("ColorStyle"):
            styles[name] = normal_style(part)
            if "rgbColor" in part:
                after.setdefault(name.removesuffix("Style"), normal_colour(part["rgbColor"] or {}))
        elif name.endswith("Color"):
            after[name] = normal_colour(part)
            styles.setdefault(f"{name}Style", {"rgbColor": after[name]})
        elif name in {"textFormat", "borders", "top", "bottom", "left", "right"} and isinstance(part, dict):
            after[name] = normal_format(part)
        else:
            after[name] = part
    return {**after, **styles}


def normal_style(style: Ask) -> Ask:
    return {"rgbColor": normal_colour(style["rgbColor"] or {})} if "rgbColor" in style else dict(style)


def normal_colour(colour: Ask) -> Ask:
    """Channels of 0 are left out; the others have the digits of a 32-bit float."""
    return {name: _short(float(part)) for name, part in colour.items() if part}


def _short(number: float) -> float:
    if number.is_integer():
        return int(number)
    (exact,) = struct.unpack("f", struct.pack("f", number))
    for digits in range(6, 10):
        text = float(f"{exact:.{digits}g}")
        if struct.pack("f", text) == struct.pack("f", number):
            return text
    return float(exact)
