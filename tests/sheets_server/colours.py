"""Formats as Google gives them back: colours in 256 levels, each with its modern twin, nothing that is zero."""

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
    """Channels are kept as one of 256 levels and answered with the digits of a 32-bit float; 0 is left out."""
    levels = {name: level(part) for name, part in colour.items() if isinstance(part, int | float)}
    return {name: part for name, part in levels.items() if part}


def level(channel: float) -> float:
    """0.5 becomes 127/255, as the recorded answers show; the little added makes up for 0.49803922 being short."""
    number = min(255, int(channel * 255 + 0.001)) / 255
    if number in (0, 1):
        return int(number)
    for digits in range(6, 10):
        text = float(f"{number:.{digits}g}")
        if struct.pack("f", text) == struct.pack("f", number):
            return text
    return number
