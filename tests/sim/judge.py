"""The invariants of SAFETY.md that hold after every batch; ``verdict`` has those that hold once all is quiet.

The judge compares the sheet before and after a batch cell by cell: cells are never changed in place, so a cell that
was not there before was written by the batch, and one that is not there any more was replaced by it.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from callbacksheet.adapters.google_history import lines_in
from callbacksheet.adapters.google_names import HISTORY_ID, STATE_ID, UNDO_ID
from callbacksheet.core.history import COVERED, TYPED
from tests.sheets_server.cells import Cell, Formula
from tests.sheets_server.lines import ROWS, Carry, carry_delete, carry_insert, carry_move
from tests.sim.ledger import Edit, Line, Mark, as_shown, columns_of, forms_of, lines_of, marked_in, text_in
from tests.sim.speech import DESK, SHARED, digits_of, folded, tokens_in
from tests.sim.world import TAB, World

Json = dict[str, Any]
Grid = Sequence[tuple[Cell | None, ...]]
INVARIANTS = {
    "I1": "every staff edit not later overwritten or deleted by staff is visible at quiescence on that caller's row or "
    "in the review list (at most 1 in 100,000 only in the history)",
    "I2": "at every instant each value a tool request replaced is in history, undo or state, with row id and run",
    "I3": "after every batch no cell the tool wrote in a desk or shared column holds another record's value; at "
    "quiescence no tool column does",
    "I4": "no desk cell changes unless byte-equal to the planned old value",
    "I5": "at quiescence at most one live complete row per caller, day and reason",
    "I6": "a fixpoint within 5 clean runs, then 1 read and 0 writes, from either machine",
    "I7": "one owner and one application per epoch; duplicate, late or reordered delivery changes nothing",
    "I8": "history is append-only; base plus history replays to now",
    "I9": "the tool never deletes or clears by index, never, after init or adoption, writes header, formulas or "
    "formats of desk columns",
    "I10": "ids unique, never reused",
    "I11": "stamps move only when staff-visible content changed",
    "I12": "at most one acceptance per reminder key; after recovery one, or a visible HOLD; SENT implies accepted",
    "I13": "a refusal makes zero writes and names the remedy",
    "I14": "the call budget above",
    "I15": "sorted at quiescence, moves = n − longest increasing subsequence",
    "I16": "typing displaced by a move of ours is flagged",
}
FORBIDDEN = frozenset(
    [
        "deleteDimension",
        "deleteRange",
        "sortRange",
        "cutPaste",
        "pasteData",
        "autoFill",
        "textToColumns",
        "trimWhitespace",
        "unmergeCells",
    ]
)


STAMP_VOID = ("was not written after all", "the merge was taken back")
"""With these a stamp is gone: it never stood in the sheet, or it told of a merge that people see taken back. The change
for which it was given is stamped anew.
"""


class Broken(NamedTuple):
    """An invariant that did not hold, and where."""

    invariant: str
    what: str
    step: int

    def __str__(self) -> str:
        return f"{self.invariant} ({INVARIANTS[self.invariant]}): {self.what}"


class Looked(NamedTuple):
    """What a batch was planned on: the step of the look, the rows it saw, and what that run took for now."""

    step: int
    grid: Grid
    clock: datetime | None = None


class Remembered(NamedTuple):
    """A row of the tool's state, as the state tab has it."""

    cells: tuple[str, ...]
    updated: str


@dataclass
class Judge:
    """What the judge remembers of a run so far. ``broken`` is what it found."""

    broken: list[Broken] = field(default_factory=list)
    by_effect: bool = False
    """Only what comes of a batch counts, not what requests it holds: for known-bad variants."""
    batches: int = 0
    misplaced: dict[int, Cell] = field(default_factory=dict)
    """Cells of the tool's own making that stood on another's row for a while (shared columns, filled by place)."""
    told_then: dict[int, int] = field(default_factory=dict)
    """How long the history was before the batch that wrote such a cell."""
    told_before: int = 0
    asked: tuple[Sequence[Json], Grid] = ((), ())
    """The requests of the batch at hand, and the rows it had read."""
    hidden: int = 0
    """Desk cells covered for a while by a write by place, since rows or columns moved that instant."""
    covered: dict[tuple[int, str], frozenset[str]] = field(default_factory=dict)
    """Edits that a batch replaced and that only undo is known to hold."""
    computing: set[int] = field(default_factory=set)
    """Those of them that were formulas, and no texts that look like one."""
    lost: dict[int, str] = field(default_factory=dict)
    epochs: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    given: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The records on whose rows the tool's batches left a key that had stood on none."""
    texts: set[str] = field(default_factory=set)
    """Every value that stands in the history."""
    history: list[tuple[Cell | None, ...]] = field(default_factory=list)
    stamps: dict[str, tuple[str, int]] = field(default_factory=dict)
    joined: dict[str, int] = field(default_factory=dict)
    """When a row last took another in."""
    stamped: dict[tuple[str, str], int] = field(default_factory=dict)
    """When each stamp was first given to a key, or a merge's after it planned."""
    base: dict[str, Remembered] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    latest: datetime | None = None
    """The latest clock by which a batch was planned."""

    def say(self, invariant: str, what: str, world: World) -> None:
        self.broken.append(Broken(invariant, what, world.step))
        world.tell(f"!! {invariant}: {what}")

    def begin(self, world: World) -> None:
        """The sheet as it stands before the story begins."""
        self._read_history(world)
        self._read_state(world, world.step)
        world.ledger.look(world.lines())

    def batch(self, world: World, requests: Sequence[Json], looked: Looked, do: Callable[[], Json]) -> Json:
        """Let a batch of the tool's take hold, and see what it did."""
        before = list(world.grid)
        lines = lines_of(before)
        world.ledger.look(lines)
        if HISTORY_ID not in world.book.pages.tabs:
            self.history = []  # people have deleted it
        self.told_before = len(self.history)
        answer = do()
        self.batches += 1
        pull_editors(world, requests, looked.clock)
        self._noticed(world, requests, looked)
        after = world.grid
        if not self.by_effect:
            self._kinds(world, requests)
            self._fence(world, requests)
        self._read_history(world)
        adopted = bool(self.keys)
        self.asked = (requests, looked.grid)
        self._read_state(world, looked.step)
        self._aims(world, requests, looked.grid)
        if before and after:
            self._cells(world, requests, looked.grid, before, after)
            self._moves(world, requests)
        if adopted:
            self._header(world, before, after)
        world.tell(_told(requests))
        return answer

    def _noticed(self, world: World, requests: Sequence[Json], looked: Looked) -> None:
        """I16: when the tool first wrote knowing of a text that its moves had displaced, and on which row that stood.

        A run that hung goes by the moment at which it began. What had changed places is remembered in the sheet until
        ten minutes have passed for any machine, so the time is that of the latest clock so far. A batch that adds
        nothing to the history has read no row: it marks what came of a reminder.
        """
        clocks = [clock for clock in (self.latest, looked.clock) if clock]
        self.latest = max(clocks, default=None)
        waiting = {edit.number: edit for edit in world.ledger.edits if edit.displaced and not edit.seen_at}
        tells = any(ask.get("appendCells", {}).get("sheetId") == HISTORY_ID for ask in requests)
        for line in lines_of(looked.grid) if waiting and tells else ():
            for number in marked_in([line]) & waiting.keys():
                if self._is_news(line, waiting[number]):
                    waiting[number].seen_at = self.latest
                    waiting[number].seen_on = "" if self._is_sorted_away(world, line, waiting[number]) else line.key

    def _is_sorted_away(self, world: World, line: Line, edit: Edit) -> bool:
        """Whether staff took the row away from its key after the text had fallen on it, and before anybody looked:
        which row that was, and so where it had stood, nobody can say any more.
        """
        ledger = world.ledger
        bore_it = {ledger.group(record) for record in self.given.get(line.key, ())}
        return edit.fell_on not in ("", line.key) and not bore_it & ledger.groups_of(edit)

    def _is_news(self, line: Line, edit: Edit) -> bool:
        """Whether the row reads otherwise than it was left: of what stood there already, letter by letter, nobody can
        see that it was typed once more.
        """
        known = self.base.get(line.key)
        return known is None or not known.cells or known.cells[_COLUMNS.index(edit.header)] not in edit.forms

    # requests

    def _kinds(self, world: World, requests: Sequence[Json]) -> None:
        for request in requests:
            kind = next(iter(request))
            if kind in FORBIDDEN:
                self.say("I9", f"the batch holds {kind}", world)
            if kind == "repeatCell" and request[kind].get("fields") != "userEnteredFormat.numberFormat":
                self.say("I9", f"repeatCell of {request[kind].get('fields')}", world)
            if kind == "updateCells" and request[kind].get("fields") != "userEnteredValue":
                self.say("I9", f"updateCells of {request[kind].get('fields')}", world)

    def _aims(self, world: World, requests: Sequence[Json], seen: Grid) -> None:
        """I4: whatever stood in a desk column when the batch was planned is not written without comparing it."""
        names = {place: name for name, place in columns_of(seen[0]).items() if name in DESK} if seen else {}
        for place, column, _ in _by_place(requests):
            cells = seen[place] if place < len(seen) else ()
            held = cells[column] if column < len(cells) else None
            if column in names and held is not None and held.entered is not None:
                what = f"{text_in(held)!r} in {names[column]} was to be replaced without being compared"
                self.say("I4", what, world)

    def _fence(self, world: World, requests: Sequence[Json]) -> None:
        fence = requests[0].get("addNamedRange", {}).get("namedRange", {}).get("namedRangeId", "") if requests else ""
        if not fence:
            self.say("I7", "a batch without a fence took hold", world)
        elif fence in self.epochs:
            self.say("I7", f"the epoch {fence} was used twice", world)
        self.epochs.add(fence)

    def _moves(self, world: World, requests: Sequence[Json]) -> None:
        moved = [request["moveDimension"] for request in requests if "moveDimension" in request]
        if not moved or any("deleteDuplicates" in request for request in requests):
            return
        order = list(range(len(world.grid) + len(moved) + 1))
        for move in moved:
            start, to = move["source"]["startIndex"], move["destinationIndex"]
            if max(start, to) > len(order):
                return
            row = order.pop(start)
            order.insert(to - (to > start), row)
        if not self.by_effect and len(moved) != len(order) - _longest_run(order):
            self.say("I15", f"{len(moved)} moves where {len(order) - _longest_run(order)} were enough", world)

    # cells

    def _cells(self, world: World, requests: Sequence[Json], seen: Grid, before: Grid, after: Grid) -> None:
        old = {id(cell): cell for row in before for cell in row if cell is not None}
        new = {id(cell) for row in after for cell in row if cell is not None}
        same = {(cell.entered, cell.taint) for row in after for cell in row if cell is not None and id(cell) not in old}
        gone = [
            cell
            for name, cell in old.items()
            if name not in new and cell.entered is not None and (cell.entered, cell.taint) not in same
        ]
        self._replaced(world, requests, gone, before, seen)
        self._written(world, old, before, after)

    def _replaced(self, world: World, requests: Sequence[Json], gone: Sequence[Cell], before: Grid, seen: Grid) -> None:
        if gone and world.story is not None:
            world.tell("   it replaced " + ", ".join(repr(as_shown(cell)) for cell in gone))
        for cell in gone:
            if isinstance(cell.entered, Formula) and _stood_there(cell, before, seen):
                self.say("I9", f"the formula {cell.entered} was replaced", world)
            for edit in _edits(cell):
                self.covered[edit, as_shown(cell)] = forms_of("", cell)
                (self.computing.add if isinstance(cell.entered, Formula) else self.computing.discard)(edit)
        self._recoverable(world)
        self._compared(world, requests, gone, before)

    def _recoverable(self, world: World) -> None:
        if not self.covered:
            return
        undo = world.book.pages.tabs.get(UNDO_ID)
        cells = [cell for row in (undo.grid if undo else ()) for cell in row if cell is not None]
        kept = {edit for cell in cells for edit in _edits(cell)}
        formulas = {edit for cell in cells if isinstance(cell.entered, Formula) for edit in _edits(cell)}
        for (edit, text), forms in list(self.covered.items()):
            if forms & self.texts:
                del self.covered[edit, text]
            elif edit not in (formulas if edit in self.computing else kept):  # of values not how they were shown
                del self.covered[edit, text]
                if not self._in_state(world, text, forms):
                    self.lost[edit] = text
                    self.say("I2", f"{text!r} was replaced and is in no history, undo or state", world)

    def _in_state(self, world: World, text: str, forms: Iterable[str]) -> bool:
        """Whether a text stands in the state, as it was typed or as the state writes a true date or time."""
        tab = world.book.pages.tabs.get(STATE_ID)
        ways = {folded(text), *(form for form in forms if len(form) >= len("11:20:00"))}
        wanted = {json.dumps(way, ensure_ascii=False)[1:-1] for way in ways}
        told = [folded(text_in(cell)) for row in (tab.grid if tab else ()) for cell in row]
        return any(way in line for way in wanted for line in told)

    def _compared(self, world: World, requests: Sequence[Json], gone: Sequence[Cell], before: Grid) -> None:
        """What was replaced in a desk column, and not by a swap of exactly that: rows or columns had just moved."""
        planned: dict[int, set[str]] = {}
        for request in requests:
            if swap := request.get("findReplace"):
                planned.setdefault(swap["range"]["startColumnIndex"], set()).add(swap["find"])
        columns = columns_of(before[0])
        desk = {columns[name]: name for name in DESK if name in columns}
        names = {id(cell) for cell in gone}
        for row in before[1:]:
            for column, name in desk.items():
                cell = row[column] if column < len(row) else None
                if cell is not None and id(cell) in names and not _planned(cell, planned.get(column, set())):
                    self.hidden += 1
                    world.tell(f"   {text_in(cell)!r} in {name} is covered by a write by place")

    def _written(self, world: World, old: dict[int, Cell], before: Grid, after: Grid) -> None:
        columns = {place: name for name, place in columns_of(after[0]).items() if name in DESK or name in SHARED}
        lines: dict[int, Line] | None = None
        moved = any("moveDimension" in request for request in self.asked[0])
        for place in range(1, len(after)):
            for column, cell in enumerate(after[place]):
                if cell is None or cell.entered is None or id(cell) in old or column not in columns:
                    continue
                lines = lines or {line.place: line for line in lines_of(after)}
                line = lines.get(place)
                if line and not _held(before, after[place], column, cell, None if moved else place):
                    self._belongs(world, columns[column], cell, line)

    def _belongs(self, world: World, name: str, cell: Cell, line: Line) -> None:
        """I3: what the tool wrote on a row is of that row's record."""
        ledger, text = world.ledger, text_in(cell)
        groups = {ledger.group(mark.record) for mark in line.marks.values()}
        groups |= {ledger.group(record) for record in ledger.keys.get(line.key, ())} | world.put_back(line)
        groups |= ledger.late_on(line.key)
        strangers = [t for t in tokens_in(text) if t in ledger.spoken and not _of(t, groups, cell, world)]
        if name in ("Name", "Phone") and groups:
            wanted = digits_of(text) if name == "Phone" else folded(text)
            told = {said for record in ledger.names if ledger.group(record) in groups for said in ledger.names[record]}
            if wanted and wanted not in told and not any(folded(said) in folded(text) for said in told):
                strangers.append(-1)
        if strangers and not isinstance(cell.taint, Mark):
            self._misplace(cell)  # filled by place on a row that had just moved: put back by the next run
        elif strangers:
            self.say("I3", f"the tool wrote {text!r} in {name} on row {line.place + 1}, another caller's", world)
        elif name in SHARED and not isinstance(cell.taint, Mark):
            known, forms = self.base.get(line.key), forms_of(text, cell)
            meant = known is not None and bool(forms & set(known.cells))
            astray = not meant and (not groups or (known and not self._meant_here(line, forms)))
            back = set() if groups else _covered_on_nobodys(world, name)
            if astray and not forms & (self._meant_there(world, line, name) | back):
                self._misplace(cell)

    def _meant_there(self, world: World, line: Line, name: str) -> set[str]:
        """What the batch was to write in a column of this row, at the place where it had stood when it was read: what
        was meant for another and fell here may be just that. Another caller may have been pasted over it since.
        """
        requests, seen = self.asked
        column = columns_of(seen[0]).get(name, -1) if seen else -1
        owners = {line.owner, world.ledger.pasted_over.get(line.owner or 0)} - {None}
        places = {one.place for one in lines_of(seen) if one.owner in owners}
        return {folded(text) for row, at, text in _texts_written(requests) if row in places and at == column} - {""}

    def _meant_here(self, line: Line, forms: Set[str]) -> bool:
        """Whether the tool means this for the row that reads like this one, whatever key it bears at the moment."""
        said = [folded(line.texts.get(name)) for name in ("Name", "Phone", "Reason")]

        def reads_so(one: Remembered) -> bool:  # people may have typed the rest of it since
            was = one.cells[1:4]
            return any(was) and all(now == then for now, then in zip(said, was, strict=True) if then)

        return any(reads_so(one) and forms & set(one.cells) for one in self.base.values())

    def _misplace(self, cell: Cell) -> None:
        self.misplaced[id(cell)] = cell
        self.told_then[id(cell)] = self.told_before

    def meant_since(self, cell: Cell, keys: set[str], name: str) -> bool:
        """Whether the tool gives this row of its own accord, then or since, just what fell on it by mistake."""
        since = self.history[self.told_then[id(cell)] :]
        return any(
            line.key in keys
            and line.column.replace("_", " ").casefold() == name.casefold()
            and folded(line.after) in forms_of("", cell)
            and line.why not in (TYPED, COVERED)
            for row in since
            for line in lines_in([text_in(cell) for cell in row])
        )

    def _header(self, world: World, before: Grid, after: Grid) -> None:
        if not (before and after) or [text_in(cell) for cell in before[0]] != [text_in(cell) for cell in after[0]]:
            self.say("I9", "the header was written", world)

    # the tool's own tabs

    def _read_history(self, world: World) -> None:
        tab = world.book.pages.tabs.get(HISTORY_ID)
        grid = list(tab.grid) if tab else []
        while grid and not any(cell is not None and cell.entered is not None for cell in grid[-1]):
            grid.pop()
        known = self.history
        if len(grid) < len(known) or not all(map(_unchanged, grid, known)):
            self.say("I8", "a line of the history was changed or taken away", world)
        for line in (line for row in grid[len(known) :] for line in lines_in([text_in(cell) for cell in row])):
            self.texts |= {folded(line.before), folded(line.after)}
            if line.why == STAMP_VOID[1]:
                world.ledger.merged.pop(line.key, None)
            if line.why.startswith(STAMP_VOID) and line.column == "updated":
                self.stamps.pop(line.key, None)
            if line.why.startswith("merged into "):
                into = line.why.removeprefix("merged into ")
                self.joined[into] = world.step
                world.ledger.merged[into].add(line.key)
        self.history = grid

    def _read_state(self, world: World, planned_at: int) -> None:
        tab = world.book.pages.tabs.get(STATE_ID)
        base: dict[str, Remembered] = {}
        for row in tab.grid if tab else ():
            if row and text_in(row[0]) == "row":
                base[text_in(row[1])] = _remembered("".join(map(text_in, row[2:])))
        given = base.keys() - self.base.keys()
        waiting = base.keys() - self.given.keys()  # the first try to write it on its row came to nothing
        waiting |= base.keys() & {text for _, _, text in _texts_written(self.asked[0])}  # or met another row
        for key in given:
            if key in self.keys and self._on_a_stranger(world, key):
                self.say("I10", f"the key {key} was given a second time, to another row", world)
            self.keys.add(key)
        for line in world.lines() if given or waiting else ():
            if line.key in given | waiting:
                self.given[line.key].update(() if line.owner is None else (line.owner,))
        for key, row_now in base.items():
            self._stamped(world, key, row_now, planned_at)
        self.base = base

    def _on_a_stranger(self, world: World, key: str) -> bool:
        """Whether a key that had gone stands on a row now that never had it. (A merge may have been taken back.)

        Staff may have sorted without the hidden column before anybody looked at the row to which it had been given; and
        what was to go on its own row again, as that was read, may have fallen on another, which is no second giving.
        """
        ledger = world.ledger
        groups = {ledger.group(record) for record in (*ledger.keys.get(key, ()), *self.given.get(key, ()))}
        rows = [line for line in world.lines() if line.key == key and line.owner is not None]
        requests, seen = self.asked
        aims = {row for row, _, text in _texts_written(requests) if text == key}
        meant = [line for line in lines_of(seen) if line.place in aims and line.owner is not None]
        return bool(rows) and all(ledger.group(line.owner or 0) not in groups for line in (*rows, *meant))

    def _stamped(self, world: World, key: str, row: Remembered, planned_at: int) -> None:
        updated = row.updated
        before, at = self.stamps.get(key, ("", -1))
        if updated == before or not updated:
            return
        again = (key, updated) in self.stamped
        since = self.stamped.setdefault((key, updated), planned_at)
        self.stamps[key] = (updated, since)
        if again:
            return  # a merge or a misplaced stamp was taken back: what was typed since the first time has none any more
        merged = self.joined.get(key) == world.step  # what the tool joins to a row is content that people see
        if merged and before:
            self.stamped[key, before] = planned_at  # taken back, what the other row was before is no reason here
        stirred = merged or self._told_late(world, key, row) or _stirred_since(world, key, at)
        if before.startswith("20") and not stirred:
            self.say("I11", f"{key} was stamped {updated} though nobody had changed it since {before}", world)

    def _told_late(self, world: World, key: str, row: Remembered) -> bool:
        """Whether a text of staff's reached the row's notes only now: typed on a row merged away, it waited for a
        second look, and the row may have been stamped for something else meanwhile.
        """
        known = self.base.get(key)
        if known is None or len(known.cells) <= _NOTES or len(row.cells) <= _NOTES:
            return False
        was, now = ({part.strip() for part in cells[_NOTES].split(";")} for cells in (known.cells, row.cells))
        return any(edit.forms & (now - was) for edit in world.ledger.edits)


_COLUMNS = (
    *("Received", "Name", "Phone", "Reason", "Best time", "Urgency", "Status", "Next callback", "Owner"),
    *("Attempts", "Outcome", "Notes", "Calls", "Updated", "By", "Check", "ID"),
)
"""In the order in which the state keeps a row's cells."""
_NOTES = _COLUMNS.index("Notes")
"""Where the notes stand among the cells of a remembered row."""


def _stood_there(formula: Cell, before: Grid, seen: Grid) -> bool:
    """Whether a formula stood at its place when the batch was planned, and not only came there that instant."""
    places = ((r, c) for r, row in enumerate(before) for c, cell in enumerate(row) if cell is formula)
    there = (seen[r][c] for r, c in places if r < len(seen) and c < len(seen[r]))
    return any(cell is not None and isinstance(cell.entered, Formula) for cell in there)


def _by_place(requests: Sequence[Json]) -> Iterator[tuple[int, int, Json]]:
    """The cells of the tab, its header left out, that a batch writes by their place: row, column and what."""
    for request in requests:
        ask = request.get("updateCells", {})
        start = ask.get("start", {})
        if not start or start.get("sheetId", 0) != TAB or not start.get("rowIndex"):
            continue
        for down, row in enumerate(ask["rows"]):
            for right, cell in enumerate(row.get("values", ())):
                yield start["rowIndex"] + down, start["columnIndex"] + right, cell


def _texts_written(requests: Sequence[Json]) -> Iterator[tuple[int, int, str]]:
    """Every cell that a batch writes, by its place or by a swap, with the text it is to hold."""
    for row, column, cell in _by_place(requests):
        yield from ((row, column, str(value)) for value in cell.get("userEnteredValue", {}).values())
    for swap in (request["findReplace"] for request in requests if "findReplace" in request):
        yield swap["range"].get("startRowIndex", 0), swap["range"]["startColumnIndex"], swap["replacement"]


def _held(before: Grid, row: tuple[Cell | None, ...], column: int, cell: Cell, place: int | None) -> bool:
    """Whether the row, wherever it stood, held the same there already: then nothing was written to it. Where nothing
    else of it is left it stood at its ``place``, None where rows were moved.
    """
    stayed = {id(one) for one in row if one is not None and one.entered is not None and one is not cell}
    was = max(before, key=lambda cells: sum(one is not None and id(one) in stayed for one in cells))
    if not any(one is not None and id(one) in stayed for one in was):
        was = () if place is None or place >= len(before) else before[place]
    there = was[column] if column < len(was) else None
    return there is not None and text_in(there) == text_in(cell)


def _covered_on_nobodys(world: World, name: str) -> set[str]:
    """What people typed in this column of a row on which nobody was named, and which shows nowhere since a write fell
    on it: put back on such a row it is no other row's.
    """
    shown = marked_in(world.lines())
    typed = (edit for edit in world.ledger.edits if edit.nameless and edit.header == name and not edit.over)
    return {form for edit in typed if edit.number not in shown for form in edit.forms}


def _stirred_since(world: World, key: str, step: int) -> bool:
    """Whether somebody has touched the row since; a key that had missed its row may stand there only now."""
    ledger = world.ledger
    records = ledger.keys.get(key, set()) | {line.owner for line in world.lines() if line.key == key and line.marks}
    groups = {ledger.group(record) for record in records if record is not None}
    return not groups or any(at >= step and ledger.group(record) in groups for record, at in ledger.stirred.items())


def _of(token: int, groups: set[int], cell: Cell, world: World) -> bool:
    edit = world.ledger.edits[world.ledger.spoken[token]]
    return bool(world.ledger.groups_of(edit) & groups) or edit.number in _edits(cell)


def _unchanged(row: tuple[Cell | None, ...], before: tuple[Cell | None, ...]) -> bool:
    return row is before or [text_in(cell) for cell in row] == [text_in(cell) for cell in before]


def _edits(cell: Cell | None) -> tuple[int, ...]:
    if cell is None or cell.entered is None or not isinstance(cell.taint, Mark):
        return ()
    return cell.taint.edits


def _planned(cell: Cell, finds: set[str]) -> bool:
    return text_in(cell) in finds or as_shown(cell) in finds


@lru_cache(maxsize=65_536)
def _remembered(text: str) -> Remembered:
    try:
        cells = json.loads(text)["c"]
    except (ValueError, KeyError, TypeError):
        return Remembered((), "")
    shown = tuple(_shown(cell) for cell in cells)
    return Remembered(tuple(map(folded, shown)), shown[13] if len(shown) > 13 else "")


def _shown(cell: Any) -> str:
    if isinstance(cell, dict):
        text = str(next(iter(cell.values())))[:16]
        return text.removesuffix(":00") if "h" in cell else text  # as a person reads a true time
    return "" if cell is None else str(cell)


def _longest_run(order: Iterable[int]) -> int:
    tails: list[int] = []
    for place in order:
        spot = bisect_left(tails, place)
        tails[spot : spot + 1] = [place]
    return len(tails)


def pull_editors(world: World, requests: Sequence[Json], clock: datetime | None = None) -> None:
    """What the batch's moves do to the cells in which people are typing.

    Where typing does not follow moves, a cell is another row's once all of them are made; a row that one move carried
    away and others brought back is the same.
    """
    if not world.editors:
        return
    switches = world.book.pages.switches
    stands = {id(editor): editor.row for editor in world.editors}
    for request in requests:
        kind, ask = next(iter(request.items()))
        if kind == "moveDimension" and ask["source"].get("sheetId", 0) == TAB:
            source = ask["source"]
            carry = carry_move(source["startIndex"], source["endIndex"], ask["destinationIndex"])
            if switches.typing_follows_moves or source["dimension"] != ROWS:
                world.carry(source["dimension"], carry, "tool")
            if source["dimension"] == ROWS:
                stands = _carried(stands, carry)
        elif kind in ("insertDimension", "deleteDimension") and ask["range"].get("sheetId", 0) == TAB:
            span = ask["range"]
            start, end = span["startIndex"], span["endIndex"]
            carry = carry_insert(start, end - start) if kind == "insertDimension" else carry_delete(start, end)
            world.carry(span["dimension"], carry, "tool")
            if span["dimension"] == ROWS:
                stands = _carried(stands, carry)
        elif kind == "sortRange" and not switches.typing_follows_sorts:
            world.shaken(range(ask["range"].get("startRowIndex", 0), 10_000), "tool")
    for editor in world.editors:
        if stands.get(id(editor), editor.row) != editor.row:
            editor.moved_by, editor.moved_at = "tool", clock


def _carried(stands: dict[int, int], carry: Carry) -> dict[int, int]:
    """Where rows stand by now; what is gone is left out."""
    after = {name: carry(row, row + 1) for name, row in stands.items()}
    return {name: place[0] for name, place in after.items() if place is not None}


def _told(requests: Sequence[Json]) -> str:
    kinds: dict[str, int] = {}
    for request in requests:
        kind = next(iter(request))
        kinds[kind] = kinds.get(kind, 0) + 1
    return "   batch applied: " + ", ".join(f"{kind}×{n}" if n > 1 else kind for kind, n in kinds.items())
