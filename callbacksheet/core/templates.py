"""Texts that a team may change, with places for what is told: ``{who}``; ``[ ]`` goes where there is nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from callbacksheet.core.message import Kind


@dataclass(frozen=True, slots=True)
class Template:
    """One message's text: its subject, and its body."""

    subject: str
    body: str


Texts: TypeAlias = Mapping[Kind, Template]
"""The texts of one language."""
