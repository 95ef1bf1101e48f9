"""The fence: a batch applies once, as its epoch, to exactly what was read, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from callbacksheet.core.snapshot import StateRow
from callbacksheet.errors import BusyError, RefusedError

if TYPE_CHECKING:
    from callbacksheet.core.batch import Batch

_RUN_AGAIN = "Run the command again: it reads the sheet afresh."


def present_epoch(state: tuple[StateRow, ...] | None) -> int:
    """How many batches this sheet has seen; 0 where the tool's hidden tabs do not exist yet."""
    if state is None:
        return 0
    texts = _epochs(state)
    if not _is_sound(texts):
        raise RefusedError(
            "The tool's hidden state tab is damaged: it does not say how often the sheet was changed. "
            "Nothing was written.",
            "Take the newest good backup, or run `callbacksheet init --adopt` to rebuild the hidden tabs.",
        )
    return int(texts[0])


def _epochs(state: tuple[StateRow, ...]) -> list[str]:
    return [row.text for row in state if (row.kind, row.key) == ("meta", "epoch")]


def _is_sound(epochs: list[str]) -> bool:
    return len(epochs) == 1 and epochs[0].strip().isdecimal()


def check_seen(batch: Batch, seen: str) -> None:
    """Refuse a batch that was planned on another state of the sheet."""
    if batch.seen != seen:
        raise BusyError("Somebody saved the sheet meanwhile. Nothing was written over it.", _RUN_AGAIN)


def check_epoch(batch: Batch, state: tuple[StateRow, ...] | None) -> None:
    """Refuse a batch that was applied before, or whose place another took.

    Only one that rebuilds the state may pass a tab that does not say its epoch any more.
    """
    if present_epoch(batch.state) != batch.epoch:
        raise ValueError(f"the batch's state does not carry its epoch {batch.epoch}")
    if batch.rebuilds and state is not None and not _is_sound(_epochs(state)):
        return
    if batch.epoch != present_epoch(state) + 1:
        raise BusyError("Another run of the tool was faster. Nothing was written by this one.", _RUN_AGAIN)
