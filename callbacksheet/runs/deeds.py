"""What people do about rows through the tool: one look, and one write that tidies and does the deeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from callbacksheet.core.callback import Callback
from callbacksheet.core.deeds import Deed
from callbacksheet.core.plan import Plan, Run, plan_tidy
from callbacksheet.core.shop import Shop
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import State, state_of
from callbacksheet.ports import Sheet
from callbacksheet.runs.tidy import Agree, Tidied, write_rows


@dataclass(frozen=True, slots=True)
class Chosen:
    """Deeds to do, and lines to keep in the state with them."""

    deeds: Sequence[Deed] = ()
    memos: Sequence[StateRow] = ()


Choose = Callable[[Plan, State], Chosen]
"""Picks the deeds from the queue as it should stand now, and from what is remembered."""


@dataclass(frozen=True, slots=True)
class Acted:
    """What was done, and the run that wrote it."""

    chosen: Chosen
    tidied: Tidied

    @property
    def callbacks(self) -> tuple[Callback, ...]:
        """The rows of the deeds as they stand now, in queue order."""
        keys = {deed.key for deed in self.chosen.deeds} | {memo.key for memo in self.chosen.memos}
        return tuple(callback for callback in self.tidied.plan.queue if callback.key in keys)


def act(sheet: Sheet, choose: Choose, run: Run, shop: Shop, agree: Agree, *, dry: bool = False) -> Acted:
    """Look, let ``choose`` pick the deeds for what stands there now, and write once."""
    snapshot = sheet.read()
    state = state_of(snapshot)
    chosen = choose(plan_tidy(snapshot, replace(run, forced=True), shop), state)
    tidied = write_rows(
        sheet,
        snapshot,
        (),
        (),
        run,
        shop,
        agree,
        dry=dry,
        deeds=chosen.deeds,
        memos=chosen.memos,
    )
    return Acted(chosen, tidied)
