"""What must be true once everybody has gone home and the tool has run in peace (SAFETY.md, the invariants)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from callbacksheet.adapters.google_history import lines_in
from callbacksheet.adapters.google_names import HISTORY_ID
from tests.sim.judge import Broken, Judge, Remembered
from tests.sim.ledger import STANDARD, Edit, Line, marked_in, meaning_of, minute_of, text_in
from tests.sim.speech import OURS, WORDS, digits_of, folded, tokens_in
from tests.sim.world import World

_SUPERSEDED = (
    "Received",
    "Name",
    "Best time",
    "Urgency",
    "Status",
    "Next callback",
    "Owner",
    "Attempts",
    "By",
    "Phone",
)
"""Of these R6 keeps one value of several."""
_SAME_FOR_ALL = ("?", "HD")
"""What the tool writes on any row where nothing better is known: right wherever it fell."""
GUARD = timedelta(minutes=10)
"""Within which, after a move, the tool must see typing for asking about it."""
_ASKED = folded("look whether that was meant for")
_NEVER_TOUCHED = ("Notes", "Outcome", "Best time")
"""Where a formula stands, no other row's words can join it: such rows stay apart, and are told to be compared."""
_TELLING = ("Notes", "Outcome", "Check")
MERGED = "merged into "
_OF_HISTORY = {name.casefold().replace(" ", "_"): name for name in STANDARD.values()}


@dataclass
class Figures:
    """What one run, or many, came to."""

    runs: int = 0
    edits: int = 0
    invisible: int = 0
    unrecoverable: int = 0
    contaminated: int = 0
    duplicates: int = 0
    twice: int = 0
    unfinished: int = 0
    second_writes: int = 0
    misplaced: int = 0
    covered: int = 0
    displaced: int = 0
    unflagged: int = 0
    batches: int = 0
    calls: int = 0
    faults: int = 0
    merges: int = 0
    reminders: int = 0
    reminded_twice: int = 0
    held: int = 0

    def add(self, other: Figures) -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Verdict:
    """What is wrong at the end, and how much there was of everything."""

    figures: Figures = field(default_factory=Figures)
    broken: list[Broken] = field(default_factory=list)


class _Memory:
    """The tool's history as plain lines, for asking what became of a text."""

    def __init__(self, world: World) -> None:
        tab = world.book.pages.tabs.get(HISTORY_ID)
        rows = [[text_in(cell) for cell in row] for row in (tab.grid if tab else ())]
        self.lines = [
            (x.key, _OF_HISTORY.get(x.column, x.column), folded(x.before), folded(x.after), x.why, x.at)
            for row in rows
            for x in lines_in(row)
        ]
        self.every = {text for line in self.lines for text in (line[2], line[3])}

    def leads_to(self, edit: Edit, keys: set[str]) -> set[str]:
        """The texts that this text became, one after the other, in its column."""
        values = set(edit.forms)
        for key, column, before, after, why, _ in self.lines:
            if key in keys and column == edit.header and before in values and why != "typed in the sheet":
                values.add(after)
        return values

    def merged_into(self, keys: set[str]) -> set[str]:
        """The keys of the rows that these went into."""
        merges = (why.removeprefix(MERGED) for key, *_, why, _ in self.lines if key in keys and why.startswith(MERGED))
        return {key.upper() for key in merges}

    def superseded(self, edit: Edit, keys: set[str], values: set[str]) -> bool:
        """Whether a merge took this value in, whole in the history, and R6 keeps another one.

        A row that people sorted without the hidden column may never have been seen under the key that the history
        gives it: then the row it went into is one of this caller's.
        """
        return edit.header in _SUPERSEDED and any(
            column == edit.header and before in values and (MERGED in why or "joined this one" in why)
            for key, column, before, _, why, _ in self.lines
            if key in keys or why.removeprefix(MERGED).upper() in keys
        )


def visible(world: World, judge: Judge, verdict: Verdict) -> None:
    """I1, and what is worse: what is not even in the history."""
    ledger, lines = world.ledger, world.lines()
    memory = _Memory(world)
    where: defaultdict[int, list[tuple[Line, str]]] = defaultdict(list)
    of_group: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        groups = {ledger.group(record) for record in ledger.keys.get(line.key, ())}
        groups |= {ledger.group(mark.record) for mark in line.marks.values()}
        for group in groups | world.put_back(line):
            of_group[group].append(line)
        for name, mark in line.marks.items():
            for number in mark.edits:
                where[number].append((line, name))
    keys_of: defaultdict[int, set[str]] = defaultdict(set)
    for key, records in ledger.keys.items():
        for record in records:
            keys_of[ledger.group(record)].add(key)
    named = {ledger.group(record) for record in ledger.names}
    for edit in ledger.edits:
        if edit.over:
            continue
        groups = ledger.groups_of(edit)
        keys = {key for group in groups for key in keys_of[group]}
        into = memory.merged_into(keys)  # another caller's, where that one had been pasted over the row
        rows = [*(line for group in groups for line in of_group[group]), *(line for line in lines if line.key in into)]
        if not groups & named:  # typed where nobody's name stood: on such a row it must be seen
            nameless = [line for line in lines if not line.texts.keys() & {"Name", "Phone"}]
            rows += nameless
            keys |= {line.key for line in nameless if not line.marks}  # put back there before the row had a key
        if _seen(edit, where[edit.number], rows, keys, memory):
            continue
        verdict.figures.invisible += 1
        kept = "it is in the history" if edit.forms & memory.every else "it is nowhere"
        if not edit.forms & memory.every:
            verdict.figures.unrecoverable += 1
            verdict.broken.append(Broken("I2", f"{edit.who}'s {edit.text!r} in {edit.header} is nowhere", edit.step))
        what = f"{edit.who}'s {edit.text!r} in {edit.header} (step {edit.step}) is on no row of its caller; {kept}"
        verdict.broken.append(Broken("I1", what, world.step))


def _seen(
    edit: Edit, marked: Sequence[tuple[Line, str]], lines: Sequence[Line], keys: set[str], memory: _Memory
) -> bool:
    if edit.header in (*OURS, "By") and (marked or edit.forms & memory.every):
        return True
    words = edit.header in WORDS and not edit.text.startswith("=")
    if marked and not words:
        return True
    for line, _ in marked:
        if any(form in folded(shown) for shown in line.texts.values() for form in edit.forms):
            return True
    digits = digits_of(edit.text) if edit.header == "Phone" else ""
    for line in lines:
        if digits and digits in map(digits_of, line.texts.values()):
            return True
        told = [shown for name, shown in line.texts.items() if words or name in (edit.header, *_TELLING)]
        if any(form in folded(shown) for shown in told for form in edit.forms):
            return True
    values = memory.leads_to(edit, keys)
    stands = {line.texts.get(edit.header, "") for line in lines}
    if not words and values & {folded(text) for one in stands for text in (one, minute_of(one))}:
        return True
    return memory.superseded(edit, keys, values)


def belongs(world: World, judge: Judge, verdict: Verdict) -> None:
    """I3 at the end: nobody else's text in a row, no text of the tool's where nobody's row is."""
    ledger, grid = world.ledger, world.grid
    columns = {place: name for name, place in world.columns().items()}
    keys_of: defaultdict[int, set[str]] = defaultdict(set)
    for key, records in ledger.keys.items():
        for record in records:
            keys_of[ledger.group(record)].add(key)
    for line in world.lines():
        groups = {ledger.group(mark.record) for mark in line.marks.values()}
        groups |= {ledger.group(record) for record in ledger.keys.get(line.key, ())}
        groups |= world.put_back(line) | ledger.late_on(line.key)
        wrong = [
            f"{name} holds {text!r}"
            for name, text in line.texts.items()
            for token in tokens_in(text)
            if token in ledger.spoken and not _belongs(world, token, groups, line, name)
        ]
        known = judge.base.get(line.key)
        if known:
            wrong += [f"{n} holds {t!r}, not what the tool means" for n, t in line.texts.items() if _stray(n, t, known)]
        if not line.marks and not any(name in line.texts for name in WORDS) and not _may_stay(world, line):
            wrong.append(f"nothing but the tool's own cells stand there: {line.texts}")
        keys = {line.key}.union(*(keys_of[group] for group in groups))
        wrong += [
            f"{columns.get(column, column)} still holds {text_in(cell)!r}, which the tool meant for another row"
            for column, cell in enumerate(grid[line.place])
            if cell is not None
            and judge.misplaced.get(id(cell)) is cell
            and cell.entered not in _SAME_FOR_ALL
            and not judge.meant_since(cell, keys, columns.get(column, ""))
        ]
        if wrong:
            verdict.figures.contaminated += 1
            verdict.broken.append(Broken("I3", f"row {line.place + 1}: {wrong[0]}", world.step))


def _may_stay(world: World, line: Line) -> bool:
    """Whether a row without a mark or a word of people's is right all the same.

    A number in Received that a merge left behind: it cannot be compared, and no cell of the desk's is written without
    (SAFETY.md, "Compare-and-swap"). Or a text of a person's that a write had covered and the tool has put back there:
    then its mark stands nowhere else.
    """
    names = set(line.texts) - {"ID"}
    if names <= {"Received"}:
        cell = world.tab_cell(line.place, world.columns().get("Received", 0))
        return not names or (cell is not None and isinstance(cell.entered, float | int))
    marked = marked_in(world.lines())
    asked = names - set(OURS)
    typed = [e for e in world.ledger.edits if not e.over and e.number not in marked and e.header in asked]
    memory = _Memory(world)  # what was put back there may have been read since: “lvm” means Waiting
    stands = [(edit, line.texts[edit.header]) for edit in typed]
    return any(_says(text, edit) or folded(text) in memory.leads_to(edit, {line.key}) for edit, text in stands)


def _says(text: str, edit: Edit) -> bool:
    """Whether it is what was typed, a number in the tool's one form of numbers too."""
    digits = digits_of(text) if edit.header == "Phone" else ""
    return folded(text) in edit.forms or bool(digits and digits in map(digits_of, edit.forms))


def _belongs(world: World, token: int, groups: set[int], line: Line, name: str) -> bool:
    edit = world.ledger.edits[world.ledger.spoken[token]]
    mark = line.marks.get(name)
    return bool(world.ledger.groups_of(edit) & groups) or bool(mark and edit.number in mark.edits)


def _stray(name: str, text: str, known: Remembered) -> bool:
    return name in OURS and name != "ID" and folded(text) not in known.cells


def unique(world: World, verdict: Verdict) -> None:
    """I5 and I10: one row per caller, day and reason, and no key twice."""
    meanings: Counter[tuple[str, str, str]] = Counter()
    for line in world.lines():
        computes = any(line.texts.get(name, "").startswith("=") for name in _NEVER_TOUCHED)
        if not computes and (meaning := meaning_of(line.texts, world.today)):
            meanings[meaning] += 1
    for meaning, count in meanings.items():
        if count > 1:
            verdict.figures.duplicates += 1
            verdict.broken.append(Broken("I5", f"{count} rows of {meaning}", world.step))
    keys = Counter(line.key for line in world.lines() if line.key)
    for key, count in keys.items():
        if count > 1:
            verdict.figures.twice += 1
            verdict.broken.append(Broken("I10", f"the key {key} stands on {count} rows", world.step))


def in_order(world: World, verdict: Verdict) -> None:
    """I15: open rows by their next time, Done rows after them."""
    rows = [line for line in world.lines() if line.texts.get("Status")]
    ranks = [(line.texts.get("Status") == "Done", _next_of(line)) for line in rows]
    for before, after, line in zip(ranks, ranks[1:], rows[1:], strict=False):
        if before[0] > after[0] or (not before[0] and not after[0] and before[1] and after[1] and before[1] > after[1]):
            verdict.broken.append(Broken("I15", f"row {line.place + 1} is out of order", world.step))
            return


def asked_about(world: World, verdict: Verdict) -> None:
    """I16: of a text that a move of ours displaced, the row on which it fell was told, if the tool saw it in time."""
    displaced = [edit for edit in world.ledger.edits if edit.displaced]
    told = (
        {line[0] for line in _Memory(world).lines if line[1] == "Check" and _ASKED in line[3]} if displaced else set()
    )
    for edit in displaced:
        groups = world.ledger.groups_of(edit)
        keys = {key for key, records in world.ledger.keys.items() if groups & set(map(world.ledger.group, records))}
        if told & {*keys, edit.seen_on}:
            continue
        verdict.figures.unflagged += 1
        if edit.seen_on and edit.seen_at and edit.moved_at and edit.seen_at - edit.moved_at <= GUARD:
            what = f"{edit.who}'s {edit.text!r} in {edit.header} (step {edit.step}) fell on {edit.seen_on}, untold"
            verdict.broken.append(Broken("I16", what, world.step))


def _next_of(line: Line) -> str:
    text = line.texts.get("Next callback", "")
    return text if text[:2] == "20" else ""


def replayed(world: World, judge: Judge, verdict: Verdict) -> None:
    """I8: what the history tells, told again, ends in what the tool remembers."""
    memory = _Memory(world)
    last: dict[tuple[str, str], str] = {}
    for key, column, _, after, _, _ in memory.lines:
        last[key, column] = after
    names = ("Received", "Name", "Phone", "Reason", "Best time", "Urgency", "Status", "Next callback", "Owner")
    for key, known in judge.base.items():
        for name, now in zip(names, known.cells, strict=False):
            told = last.get((key, name))
            if told is not None and told[:16] != now[:16]:
                what = f"{key}, {name}: the history ends with {told!r}, the state holds {now!r}"
                verdict.broken.append(Broken("I8", what, world.step))
                return
