"""The JSON envelope: one object for every command and every way it can end."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from callbacksheet.errors import CallbackSheetError

SCHEMA = "callbacksheet/1"

PENDING, PARTLY = 3, 4

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True)
class RowIssue:
    """What a row is told: its number in the tab or its key (None: no row), a flag's code, a sentence."""

    row: str | int | None
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that went wrong, as the envelope has it."""

    code: str
    message: str
    next: str = ""


def failures_of(error: CallbackSheetError) -> tuple[Failure, ...]:
    """An error as envelope entries: one for each single thing wrong, where it has several."""
    messages = error.parts or (str(error),)
    return tuple(Failure(error.code, message, error.next) for message in messages)


def status_of(exit_code: int) -> str:
    """Pending (3) is an answer, not a failure; partly (4) left rows for the next run."""
    if exit_code in (0, PENDING):
        return "ok"
    return "partly" if exit_code == PARTLY else "error"


def envelope(
    command: str,
    exit_code: int,
    data: Mapping[str, Json],
    issues: Sequence[RowIssue] = (),
    errors: Sequence[Failure] = (),
) -> str:
    """The envelope as one line of JSON."""
    return json.dumps(
        {
            "schema": SCHEMA,
            "command": command,
            "status": status_of(exit_code),
            "exit_code": exit_code,
            "data": data,
            "issues": [{"row": i.row, "code": i.code, "sentence": i.sentence} for i in issues],
            "errors": [{"code": e.code, "message": e.message, "next": e.next} for e in errors],
        },
        ensure_ascii=False,
        allow_nan=False,
    )
