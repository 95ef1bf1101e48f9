"""Lines of the state tab written by themselves: a batch that touches no cell of the team's tab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from callbacksheet.core.batch import Batch
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.core.state import read_state, write_state


def jotted(snapshot: Snapshot, memos: Sequence[StateRow], owner: str) -> Batch:
    """The batch that keeps these lines and changes nothing else, for a sheet that is set up."""
    state = read_state(snapshot.state or ())
    after = replace(state, epoch=state.epoch + 1, owner=owner).with_memos(memos)
    return Batch(after.epoch, owner, snapshot.seen, (), write_state(after), ())


def with_lines(batch: Batch, memos: Sequence[StateRow]) -> Batch:
    """A batch that keeps these lines too."""
    return replace(batch, state=write_state(read_state(batch.state).with_memos(memos)))
