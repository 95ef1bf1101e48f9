"""Typing that a move of ours may have put on another caller's row (SAFETY.md, I16): told there, for people to look.

Rows change places under a cell that somebody has open, and nobody outside Google can say whether what is typed there
goes along. So it is remembered for ten minutes which row stood where another one stands now; what is typed on that
one meanwhile may have been meant for the former. It is told until somebody touches the row again, or for a day.

Moves go by places as they were read, and people may have put in or taken out a row that instant. So the order of the
places is kept too: the next look takes it back from the rows as they stand by then, and where that is another story
than the one that was meant, both are believed.

A row that gets a key of its own in the place of one that moved (another caller pasted over it, a text where it was cut
away) stands where that one stood: all on it was typed since, or may go on being typed. So does one that is begun on a
place below all others, where a batch has left nothing.

What is typed on a row merged away goes into another one (``tombs``), and is told there, from the first look on.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, TypeAlias

from callbacksheet.core.callback import PLACE, Callback, Row
from callbacksheet.core.cells import text_of, to_json
from callbacksheet.core.identity import changed_columns
from callbacksheet.core.keys import is_key
from callbacksheet.core.merge import Merge
from callbacksheet.core.model import TOOL_COLUMNS, Code, Column
from callbacksheet.core.sentences import ANOTHER_ROW
from callbacksheet.core.snapshot import StateRow
from callbacksheet.core.state import State
from callbacksheet.core.tombs import Graveyard, tombs_in

MOVED = "moved"
"""The kind of line in the state that tells which row stood where another one stands since a batch."""
KIND = "displaced"
"""The kind of line that tells of a row on which something fell that was perhaps meant for others."""
GUARD = timedelta(minutes=10)
TOLD_FOR = timedelta(days=1)
_NOBODY = "-"
"""In place of a key: a row that is no callback. Somebody may have had it open all the same."""
Was: TypeAlias = Mapping[str, str]
"""By each row's key, in whose place it stands."""


@dataclass(frozen=True, slots=True)
class Displaced:
    """Since when it is told, and for which rows it was perhaps meant, the likeliest first.

    ``called`` are the names of those of them that have left the sheet since. ``waits``: it is to be told still,
    or again, since the row is only noted so far, or what was typed on one merged into it is still to come.
    """

    at: datetime
    of: tuple[str, ...]
    called: Mapping[str, str] = field(default_factory=dict)
    waits: bool = False

    def line(self, key: str) -> StateRow:
        form: dict[str, Any] = {"at": self.at.isoformat(), "of": list(self.of)}
        form |= {"called": dict(self.called)} if self.called else {}
        form |= {"waits": True} if self.waits else {}
        return StateRow(KIND, key, to_json(form))


def displaced_in(state: State | None) -> dict[str, Displaced]:
    """The rows of which it is told, by key."""
    forms = {key: json.loads(text) for key, text in (state.memos_of(KIND) if state else {}).items()}
    return {
        key: Displaced(datetime.fromisoformat(form["at"]), tuple(form["of"]), form.get("called", {}), "waits" in form)
        for key, form in forms.items()
    }


def names_any(line: StateRow, keys: frozenset[str]) -> bool:
    """Whether a line of the state keeps the name of one of these rows' callers."""
    return line.kind == KIND and not keys.isdisjoint(json.loads(line.text).get("called", ()))


def displacements(
    rows: Sequence[Row], grave: Graveyard, new: frozenset[str], state: State | None, now: datetime
) -> dict[str, Displaced]:
    """The rows to tell of now. A row in ``new`` is only noted so far: it is told again once it is whole."""
    known, stands = displaced_in(state), _stands(rows, grave)
    moves = list(_moves(state, now, stands))
    if not known and not moves:
        return {}
    told: dict[str, Displaced] = {}
    takes = _taken_places(rows, stands, {key for meant, *_ in moves for key in meant})
    typed_late = _typed_late(grave)
    for row in rows:
        late = typed_late.get(row.key, ())
        touched, before = row.key in takes or _is_touched(row), known.get(row.key)
        keys = (*late, *((row.key, takes.get(row.key, row.key)) if touched else ()))
        waits = row.key in new or bool(late)
        if meant := _meant_for(keys, moves):
            told[row.key] = Displaced(now, meant, waits=waits)
        elif before and now - before.at < TOLD_FOR and (not touched or before.waits):
            told[row.key] = replace(before, waits=waits and before.waits)
    return _with_names_kept(told, {row.key for row in rows}, state)


def _stands(rows: Iterable[Row], grave: Graveyard) -> dict[int, str]:
    """The keys of the rows that stand in the tab, those merged away too, by their places."""
    return {**grave.keys, **{row.place: row.key for row in rows if not row.incoming}}


def _typed_late(grave: Graveyard) -> Mapping[str, list[str]]:
    """The rows merged away on which a text stands, by the row into which they went."""
    late: defaultdict[str, list[str]] = defaultdict(list)
    for tomb in grave.tombs.values():
        if tomb.key in grave.typed:
            late[tomb.into].append(tomb.key)
    return late


def _taken_places(rows: Iterable[Row], stands: Mapping[int, str], left: Collection[str]) -> dict[str, str]:
    """By the key of a row that is new the key of another that it bears, which is on no other row: of a row and its copy
    it is that one's own. Else what its place is called, if that is one of those ``left`` by a batch.
    """
    rows = [row for row in rows if not row.incoming]
    bearing = Counter(row.text(Column.ID).upper() for row in rows)
    fresh = [row for row in rows if row.base is None]
    taken = _called(stands, left)
    borne = ((row, row.text(Column.ID).upper()) for row in fresh)
    taken |= {row.place: bears for row, bears in borne if bears and bears != row.key and bearing[bears] == 1}
    return {row.key: taken[row.place] for row in fresh if row.place in taken}


def _called(stands: Mapping[int, str], left: Collection[str]) -> dict[int, str]:
    """What places without a key of their own are called, of those ``left``: how far below a key that stands there."""
    places = {key: place for place, key in stands.items()}
    parts = ((name, name.rpartition("+")) for name in left)
    return {places[key] + int(far): name for name, (key, _, far) in parts if key in places}


def _below(key: str, far: int) -> str:
    return f"{key}+{far}"


def _is_touched(row: Row) -> bool:
    typed = any(column not in TOOL_COLUMNS for column in changed_columns(row))
    return typed or (row.base is not None and row.extras != row.base.extras)


def _with_names_kept(told: Mapping[str, Displaced], here: set[str], state: State | None) -> dict[str, Displaced]:
    """What is told, with the names of callers whose rows are gone as they were last remembered."""
    went = {one.key: text_of(one.cells[PLACE[Column.NAME]]) for one in (state.base if state else ())}
    return {
        key: replace(one, called={**one.called, **{k: went[k] for k in one.of if k not in here and went.get(k)}})
        for key, one in told.items()
    }


def _moves(state: State | None, now: datetime, stands: Mapping[int, str]) -> Iterator[tuple[Was, ...]]:
    """What the batches of the last minutes moved, the latest first, each as it was meant and as it may have been."""
    lines = state.memos_of(MOVED) if state else {}
    for _, text in sorted(lines.items(), reverse=True):
        form = json.loads(text)
        if now - datetime.fromisoformat(form["at"]) <= GUARD:
            yield _stories(form, stands)


def _stories(form: Mapping[str, Any], stands: Mapping[int, str]) -> tuple[Was, ...]:
    """In whose place the rows of one batch stand, as it was meant; then, where that differs, as it looks."""
    meant = _links(form["was"])
    seen = _taken_back(form["from"], _places(form["order"]), stands) if "order" in form else _links(form.get("or", ()))
    return (meant, seen) if seen and seen != meant else (meant,)


def _taken_back(first: int, order: Sequence[int], stands: Mapping[int, str]) -> Was:
    """In whose place the rows stand, if nobody has moved any since they were put in this order from ``first`` on."""
    by_now = [stands.get(place, _NOBODY) for place in range(max((*stands, *order)) + 1)]
    before = list(by_now)
    for now, place in enumerate(order, first):
        before[place] = by_now[now]
    return {key: was for key, was in zip(by_now, before, strict=True) if key not in (was, _NOBODY)}


def _stretches(order: Sequence[int]) -> str:
    """Places in few letters, those that follow each other as one: 7 2-6."""
    told: list[list[int]] = []
    for place in order:
        if told and told[-1][1] + 1 == place:
            told[-1][1] = place
        else:
            told.append([place, place])
    return " ".join(f"{start}-{end}" if end > start else str(start) for start, end in told)


def _places(stretches: str) -> list[int]:
    ends = [stretch.split("-") for stretch in stretches.split()]
    return [place for end in ends for place in range(int(end[0]), int(end[-1]) + 1)]


def _chains(was: Was) -> Iterator[str]:
    """Who stands in whose place, as chains of keys: a row moved up puts many rows each in its neighbour's place."""
    left, seconds = dict(was), set(was.values())
    for start in (*(key for key in was if key not in seconds), *was):
        chain = [start]
        while chain[-1] in left:
            chain.append(left.pop(chain[-1]))
        if len(chain) > 1:
            yield " ".join(chain)


def _links(chains: Iterable[str]) -> Was:
    return dict(pair for chain in chains for pair in pairwise(chain.split()))


def _meant_for(keys: Sequence[str], moves: Sequence[tuple[Was, ...]]) -> tuple[str, ...]:
    """The rows that stood, before each of these moves, where the one with these keys stands."""
    found: dict[str, None] = {}
    places = dict.fromkeys(keys)
    for stories in moves:
        places = {was.get(place, place): None for was in stories for place in places}
        found |= places
    others = [one for one in found if one not in keys]
    return tuple(one for one in others if is_key(one)) or tuple(others)


def names_of(callbacks: Iterable[Callback], state: State | None, told: Mapping[str, Displaced]) -> dict[str, str]:
    """What to call the rows of which it is told, by key: the caller's name; of one merged away the name that its row
    went to; of one that is gone the name that it had.
    """
    names = {key: name for one in told.values() for key, name in one.called.items()}
    names |= {callback.key: callback.name or callback.key for callback in callbacks}
    return names | {key: names[tomb.into] for key, tomb in tombs_in(state).items() if tomb.into in names}


def after_merges(told: Mapping[str, Displaced], merges: Sequence[Merge]) -> dict[str, Displaced]:
    """What is told once rows are merged: on the rows that stay, and of these; what fell on the same row after all is
    told no more.
    """
    into = {one.key: merge.survivor.key for merge in merges for one in merge.absorbed}
    kept: dict[str, Displaced] = {}
    for key, one in told.items():
        home = into.get(key, key)
        before = kept.get(home, Displaced(one.at, ()))
        others = dict.fromkeys(into.get(other, other) for other in (*before.of, *one.of))
        if of := tuple(other for other in others if other != home):
            waits = before.waits or one.waits
            kept[home] = Displaced(max(before.at, one.at), of, {**before.called, **one.called}, waits)
    return kept


def with_displaced_told(callback: Callback, told: Mapping[str, Displaced], names: Mapping[str, str]) -> Callback:
    """The row, told whom its last change was perhaps meant for."""
    if callback.key not in told:
        return callback
    called = dict.fromkeys(names[one] for one in told[callback.key].of if one in names)
    return callback.tell(Code.DISPLACED, *(called or (ANOTHER_ROW,)))


def displaced_lines(state: State, told: Mapping[str, Displaced]) -> Iterator[StateRow]:
    """The lines to keep and to drop."""
    yield from (StateRow(KIND, key, "") for key in state.memos_of(KIND) if key not in told)
    yield from (one.line(key) for key, one in told.items())


def moved_lines(
    state: State,
    now: datetime,
    rows: Sequence[Row],
    grave: Graveyard,
    order: tuple[int, ...] | None,
    first: int,
    end: int,
) -> Iterator[StateRow]:
    """The line to keep of a batch that puts rows in this order from the row ``first`` on, up to the row ``end``.

    Lines that count no more are dropped; of the last batch's own it is settled what it moved, as far as can be seen.
    """
    stands, forms = _stands(rows, grave), {name: json.loads(text) for name, text in state.memos_of(MOVED).items()}
    over = {name for name, form in forms.items() if now - datetime.fromisoformat(form["at"]) > GUARD}
    yield from (StateRow(MOVED, name, "") for name in over)
    stories = {name: _stories(form, stands) for name, form in forms.items() if name not in over}
    left = {key for meant, *_ in stories.values() for key in meant}
    takes = _taken_places(rows, stands, left)
    for name, told in stories.items():
        if "order" in forms[name] or takes:
            meant, *seen = (_with_new_keys(story, takes) for story in told)
            yield _line(name, forms[name]["at"], meant, {"or": list(_chains(seen[0]))} if seen else {})
    if order is None:
        return
    called = _called(stands, left)
    stands, end = {**called, **stands}, max((end, *(place + 1 for place in called)))
    whole = [*order, *sorted({*range(first, end)} - {*order})]
    if was := _meant_moves(stands, whole, first, len(order)):
        yield _line(f"{state.epoch + 1:09d}", now.isoformat(), was, {"from": first, "order": _stretches(whole)})


def _meant_moves(stands: Mapping[int, str], whole: Sequence[int], first: int, living: int) -> Was:
    """In whose place each row comes that moves; below the ``living`` ones a place too, whatever is left there."""
    was: dict[str, str] = {}
    last = stands.get(whole[living - 1], "") if living else ""
    last = last if is_key(last) else ""  # a row that is not known yet is no anchor
    for n, place in enumerate(whole):
        key, before = stands.get(place, ""), stands.get(first + n, _NOBODY)
        if key != before and is_key(key):
            was[key] = before
        if n >= living and last and before not in (_NOBODY, _below(last, n + 1 - living)):
            was[_below(last, n + 1 - living)] = before
    return was


def _with_new_keys(was: Was, takes: Mapping[str, str]) -> Was:
    """In whose place the rows stand, those too that have taken the place of one with a key of their own."""
    return {**was, **{key: was[before] for key, before in takes.items() if before in was and key not in was}}


def _line(name: str, at: str, meant: Was, more: Mapping[str, Any]) -> StateRow:
    """A line of what one batch moved, as it was meant."""
    return StateRow(MOVED, name, to_json({"at": at, "was": list(_chains(meant)), **more}))
