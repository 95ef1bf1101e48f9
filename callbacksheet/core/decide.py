"""Everything decided about the rows at one moment, in one place to read: rows in, the queue out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from callbacksheet.core.attempts import with_final_message, with_outcome_asked
from callbacksheet.core.callback import Callback, Row
from callbacksheet.core.cells import text_of
from callbacksheet.core.checks import asks_escalation, sensitive_kind, sentence
from callbacksheet.core.deeds import Deed, with_deeds
from callbacksheet.core.displaced import Displaced, after_merges, displacements, names_of, with_displaced_told
from callbacksheet.core.due import with_time_told
from callbacksheet.core.hints import with_likeness, with_repeats
from callbacksheet.core.history import FORGOTTEN, Change
from callbacksheet.core.husks import with_emptied
from callbacksheet.core.identity import identify
from callbacksheet.core.left_alone import with_cells_left
from callbacksheet.core.merge import Merge, merge_rows
from callbacksheet.core.model import Code, Column
from callbacksheet.core.nextcall import with_next, with_status_from_time, with_typed_next, with_wish
from callbacksheet.core.owners import with_blacklist, with_owner, with_promise
from callbacksheet.core.parse import read_callback
from callbacksheet.core.rank import queue_order
from callbacksheet.core.refusals import refuse
from callbacksheet.core.repair import identify_repaired
from callbacksheet.core.settling import begun, is_known, only_noted, settled, taken_up
from callbacksheet.core.shared import is_too_long, takes_words, with_shared_cells
from callbacksheet.core.shop import Shop
from callbacksheet.core.stamp import with_hand_over, with_stamp, with_touch
from callbacksheet.core.state import Base, State
from callbacksheet.core.tombs import Graveyard
from callbacksheet.core.unsent import Doubts, doubts_in, with_reminders_told

_CODE_ORDER = {code: place for place, code in enumerate(Code)}


@dataclass(frozen=True, slots=True)
class Decision:
    """The queue as it should stand, the merges made, the rows people deleted, and the key counter.

    ``overtaken`` are deeds not done, because their row is gone or no longer as it was when they were chosen.
    ``newcomers`` are rows of a shared sheet that are only noted so far. ``repaired`` are cells of a column that was
    sorted without the others.
    """

    queue: tuple[Callback, ...]
    merges: tuple[Merge, ...]
    gone: tuple[Base, ...]
    counter: int
    overtaken: tuple[Deed, ...] = ()
    newcomers: frozenset[str] = frozenset()
    repaired: tuple[Change, ...] = ()
    displaced: Mapping[str, Displaced] = field(default_factory=dict)


def decide(
    rows: Sequence[Row],
    state: State | None,
    now: datetime,
    shop: Shop,
    *,
    grave: Graveyard,
    forced: bool = False,
    repairs: bool = False,
    merging: bool = True,
    spent: int = 0,
    deeds: Sequence[Deed] = (),
    shared: bool = False,
    fills: bool = True,
    emptied: Collection[str] = (),
) -> Decision:
    """Apply the rules of the queue to these rows. ``state`` is None for a sheet that is not adopted yet.

    ``shared``: others type in the sheet meanwhile, so what somebody may still be at is left alone (``settling``);
    ``fills``: there an empty cell of the desk's can be filled only while it is empty. ``repairs``: a column that was
    sorted without the others is put back. ``grave`` has the rows merged away, ``emptied`` the keys of rows out of
    which people have taken the call.
    """
    if repairs:
        known, repaired = identify_repaired(rows, state, spent, emptied)
    else:
        known, repaired = identify(rows, state, spent, emptied), ()
    if state and not forced:
        refuse(known, len(state.base), shop.language, shared=shared)
    new = frozenset(row.key for row in known.rows if shared and begun(row))
    early = tuple(deed for deed in deeds if deed.key in new)
    fit = [deed for deed in deeds if deed.key not in new]
    read, overtaken = with_deeds([read_callback(row, now, shop) for row in known.rows], fit, now, shop)
    read = [with_touch(callback, now, shop) for callback in read]
    apart = new | {deed.key for deed in deeds}  # a merge that is taken back would take what was done along
    mergeable = [c for c in read if not shared or (settled(c) and c.key not in apart)] if merging else []
    kept, merges = merge_rows(read, mergeable, now, shop)
    if shared and (later := _beside_incoming(merges)):
        mergeable = [callback for callback in mergeable if callback.key not in later]
        kept, merges = merge_rows(read, mergeable, now, shop)
    too_long: dict[str, str] = {}
    while shared and (full := [merge for merge in merges if not takes_words(merge.survivor)]):
        long = [merge for merge in full if is_too_long(merge.survivor)]
        too_long |= {one.key: merge.survivor.key for merge in long for one in merge.absorbed}
        left_out = {merge.survivor.key for merge in full}
        mergeable = [callback for callback in mergeable if callback.key not in left_out]
        kept, merges = merge_rows(read, mergeable, now, shop)
    ruled = [_ruled(callback, now, shop) for callback in kept]
    hinted = with_likeness(with_repeats(ruled, too_long))
    displaced = after_merges(displacements(known.rows, grave, new, state, now), merges)
    names = names_of(read, state, displaced) if displaced else {}
    hinted = [with_displaced_told(callback, displaced, names) for callback in hinted] if displaced else hinted
    doubts = doubts_in(state)
    finished = [_finished(callback, now, shop, doubts) for callback in hinted]
    if shared:
        finished = [_noted(c, shop) if c.key in new else with_shared_cells(taken_up(c), fills=fills) for c in finished]
    queue = tuple(queue_order([with_emptied(callback) for callback in finished]))
    return Decision(queue, tuple(merges), known.gone, known.counter, (*early, *overtaken), new, repaired, displaced)


def _beside_incoming(merges: Sequence[Merge]) -> frozenset[str]:
    """Rows of the sheet that would go into one row together with a call that the tool brings: they do so in the next
    write. Were their merge taken back, the call would go with it, which stands in no row of its own.
    """
    mixed = (merge.absorbed for merge in merges if any(one.row.incoming for one in merge.absorbed))
    return frozenset(one.key for absorbed in mixed for one in absorbed if not one.row.incoming)


def _ruled(callback: Callback, now: datetime, shop: Shop) -> Callback:
    """The rules that look at one row alone, in the order in which they lean on each other."""
    callback = with_blacklist(callback, shop)
    callback = with_wish(callback, now, shop)
    if callback.open:
        callback = with_typed_next(callback, now, shop)
        callback = with_status_from_time(callback, shop)
    callback = with_final_message(callback, shop)
    callback = with_outcome_asked(callback)
    callback = with_next(callback, now, shop)
    callback = with_owner(callback, shop)
    callback = with_promise(callback, shop)
    callback = _with_words_told(callback)
    return with_time_told(callback, now)


def _noted(callback: Callback, shop: Shop) -> Callback:
    """A row that is only noted so far. Whether what was typed there was meant for another is asked at once, before
    anybody goes on from it; a row that does not bear its key yet cannot be told anything.
    """
    noted = only_noted(callback)
    asked = " ".join(sentence(issue, shop.language) for issue in callback.issues if issue.code is Code.DISPLACED)
    check = text_of(noted.cell(Column.CHECK))
    if not is_known(callback.row) or asked in check:
        return noted
    return noted.write(Column.CHECK, f"{check} {asked}".strip(), "what this row lacks")


def _with_words_told(callback: Callback) -> Callback:
    """R15 and what merging has left to tell."""
    texts = (callback.reason, callback.wish_text, callback.outcome, callback.notes)
    if callback.open and (word := next(filter(None, map(asks_escalation, texts)), None)):
        callback = callback.tell(Code.ESCALATE, word)
    if kind := next(filter(None, map(sensitive_kind, (callback.name, *texts))), None):
        callback = callback.tell(Code.SENSITIVE, kind)
    conflict = callback.facts.conflict
    if conflict and callback.name == conflict[0]:
        callback = callback.tell(Code.NAME_CONFLICT, conflict[1])
    if callback.open and callback.facts.reopened:
        callback = callback.tell(Code.REOPENED)
    return callback


def _finished(callback: Callback, now: datetime, shop: Shop, doubts: Doubts) -> Callback:
    """Stamps and the tool's own columns, last, since they tell of all the rest."""
    callback = with_hand_over(with_stamp(callback, now), now)
    callback = with_reminders_told(with_cells_left(callback, now), doubts)
    if callback.outcome == FORGOTTEN and not callback.open:
        callback = callback.but(issues=())  # nobody is to look for the name and number of a forgotten caller
    issues = tuple(sorted(callback.issues, key=lambda issue: _CODE_ORDER[issue.code]))
    callback = callback.but(issues=issues)
    check = " ".join(sentence(issue, shop.language) for issue in issues)
    callback = callback.write(Column.CALLS, callback.facts.calls, "calls counted")
    callback = callback.write(Column.ID, callback.key, "the row's key")
    if check != text_of(callback.cell(Column.CHECK)):
        callback = callback.write(
            Column.CHECK, check or None, "what this row lacks" if check else "nothing lacks any more"
        )
    return callback
