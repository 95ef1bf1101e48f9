"""R18, a person's word: a message whose fate nobody knows, or that could not be delivered, is sent all the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from callbacksheet.core.agenda import Agenda, Claim, Sender, due_again
from callbacksheet.core.keys import PREFIX
from callbacksheet.core.outbox import LEASE, Entry, Fate, place_of
from callbacksheet.core.reminders import Scene
from callbacksheet.errors import RefusedError, UsageError


def agenda_again(wanted: str, outbox: Collection[Entry], scene: Scene, sender: Sender, *, forced: bool) -> Agenda:
    """The messages of this key, or of this row, to send anew; those that were sent only where ``forced``.

    Raises UsageError where there is none, RefusedError where none is needed any more.
    """
    found = _named(wanted.strip(), outbox)
    if not found:
        raise UsageError(
            f"There is no message “{wanted}” to send again.", "See their keys with `callbacksheet remind --unknown`."
        )
    chosen = found if forced else [entry for entry in found if entry.fate is not Fate.SENT]
    if not chosen:
        raise RefusedError(
            f"{found[0].to} was told of it, at {found[0].at.astimezone(scene.shop.zone):%H:%M}. Nothing was sent.",
            "To send it a second time all the same, add --force.",
        )
    claims = tuple(claim for entry in chosen if (claim := _claimed_again(entry, scene, sender)))
    if not claims:
        raise RefusedError(
            "Nobody needs that message any more: the row was worked since, or the address is gone. Nothing was sent.",
            "See how the row stands with `callbacksheet list --all`.",
        )
    return Agenda(claims)


def _named(text: str, outbox: Collection[Entry]) -> list[Entry]:
    by_key = [entry for entry in outbox if text and entry.key.startswith(text.casefold())]
    rows = {text.upper(), f"{PREFIX}{text.upper()}"}
    found = by_key or [entry for entry in outbox if any(about.mark.row in rows for about in entry.about)]
    return [entry for entry in found if entry.fate is not Fate.CANCELLED]


def _claimed_again(entry: Entry, scene: Scene, sender: Sender) -> Claim | None:
    """A new claim under the old key: a service that drops what it has already had drops this too."""
    address = next((one for one in scene.team.at(entry.to) if place_of(one.text) == entry.place), None)
    due = due_again(entry, scene)
    if address is None or due is None:
        return None
    claimed = replace(entry, fate=Fate.CLAIMED, owner=sender.me, lease=scene.utc + LEASE, turn=entry.turn + 1)
    return Claim(replace(claimed, doubt=False, tries=0, why=""), due, address)
