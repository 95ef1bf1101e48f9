"""The oracle's book-keeping: every edit of every person, whose row it was about, and what has become of it.

It knows the sheet by the marks on its cells, which the product never sees, and by what stands in them; it shares no
code with the product. Its leniencies, the same for every way of changing a sheet that it judges:

- An edit counts as seen where its mark stands in the tab; in columns of words the words must stand there too,
  anywhere on a row of its group. Without its mark, where its text, or what the history says the tool made of it,
  stands on a row of its group.
- An edit that staff overwrote, cleared or deleted on that record is over, wherever the tool had put it by then.
- Two records are one group once they carried the same caller, day and reason at a look, or one was copied from the
  other.
- In a merge, what R6 keeps of several values (first name, latest wish, highest urgency, …) stands for them all, if
  the absorbed row's cell is whole in the history. Notes, outcomes, other wordings and other names must be seen.
- Text that staff left standing on another caller's row (pasted over in part, displaced) is at home there too.
- What is typed in a tool column must be in the history, no more; so must initials in By, which sign one change only.
- What a merge had brought into a row is over with what staff type over it, and with the row.
- Text that its own writer's colleagues displaced (an editor open while staff sort) belongs to the row where it landed;
  where nothing moved, but a merge emptied the row under it and another call was begun there, to that one too for which
  it was begun.
- Words typed where neither name nor number stood, since their own staff had cleared or cut away the row, are at home
  where neither stands; and where the row had been merged away before, in that into which it was.
- Text that lands on a blank row, whose call its own staff had cleared and whose key is gone by then, is nobody's. Words
  of nobody's are at home on a row that tells nobody also beside what was typed there since for a caller; initials and
  other shared values of nobody's that a write had covered are no stranger's when they come back on such a row.
- What staff paste over in the hidden column of a row that looks free is overwritten like any other text.
- What is typed on a row merged away is for the caller whom that told last, though a former one's time is left there.
- What the tool writes over the very same text of a person's is that person's still.
- A row that staff took from its key after a displaced text had fallen on it, and before anybody looked, need not be
  asked about: nobody can say any more where it had stood.
- A value in a shared column that fell on another row is no stranger's where the batch meant the same for that row too,
  or for the caller whom it told when it was read: staff pasted another over, and leave standing what else a row holds.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from tests.sheets_server.cells import Cell, number_format
from tests.sheets_server.shown import shown
from tests.sim.speech import DESK, OTHER_HEADERS, OURS, SHARED, day_of, digits_of, folded, reason_of, tokens_in


class Mark(NamedTuple):
    """On a cell: whose record, and the edits that made it."""

    record: int
    edits: tuple[int, ...] = ()


@dataclass(slots=True)
class Edit:
    """One text that somebody committed. ``over``: a person overwrote or deleted it since."""

    number: int
    record: int
    header: str
    text: str
    who: str
    step: int
    over: bool = False
    displaced: bool = False
    """Our move put it on another caller's row: at ``moved_at``, and first seen by the tool at ``seen_at`` on the row
    with the key ``seen_on``, all by the tool's clocks. ``fell_on`` is the key that this one bore at first."""
    moved_at: datetime | None = None
    seen_at: datetime | None = None
    seen_on: str = ""
    fell_on: str = ""
    forms: frozenset[str] = frozenset()
    """The ways to write it: as typed, and what the browser made of it."""
    nameless: bool = False
    """Neither a name nor a number stood in its row by then: their own staff had cleared it."""


class Line(NamedTuple):
    """A data row as a person sees it: place, texts by column, marks by column, the key in it."""

    place: int
    texts: dict[str, str]
    marks: dict[str, Mark]
    key: str
    owner: int | None


STANDARD = {name.casefold(): name for name in (*DESK, *SHARED, *OURS)} | {
    other.casefold(): name for name, other in OTHER_HEADERS.items()
}
_WHOSE = ("Phone", "Name", "Reason", "Notes", "Outcome", "Best time", "Received")


def columns_of(header: Sequence[Cell | None]) -> dict[str, int]:
    """Where the columns stand, by their standard names; the team's own by what is written there."""
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        if cell is not None and isinstance(cell.entered, str):
            found.setdefault(STANDARD.get(cell.entered.strip().casefold(), cell.entered), place)
    return found


def text_in(cell: Cell | None) -> str:
    entered = None if cell is None else cell.entered
    if isinstance(entered, float) and entered.is_integer():
        return str(int(entered))
    return "" if entered is None else str(entered)


def as_shown(cell: Cell | None) -> str:
    """A cell as people see it: numbers, dates and times as the sheet shows them."""
    if cell is None or isinstance(cell.entered, str) or cell.entered is None:
        return text_in(cell)
    return shown(cell.entered, number_format(cell))


_EPOCH = datetime(1899, 12, 30)
_TODAY, _TOMORROW = "2026-11-20", "2026-11-21"
"""On which the stories are told, and the day after."""


def forms_of(text: str, cell: Cell | None) -> frozenset[str]:
    """A text as typed, as the sheet shows it, and in the one form of times that needs no format."""
    forms = {text, text_in(cell), as_shown(cell), _in_full(text)}
    if cell is not None and isinstance(cell.entered, float | int) and (moment := _moment(cell.entered)):
        forms |= {f"{moment:%Y-%m-%d %H:%M}", f"{moment:%Y-%m-%d}", f"{moment:%H:%M:%S}", f"{moment:%H:%M}"}
    return frozenset(map(folded, forms)) - {""}


def _in_full(text: str) -> str:
    """A time typed without its day, or a day without its year, in the one form of times: "11:20", "11/20 10:05",
    "tomorrow 9:15".
    """
    if said := re.fullmatch(r"tomorrow (\d{1,2}:\d\d)", text):
        return f"{_TOMORROW} {said[1]:0>5}"
    found = re.fullmatch(r"(?:(\d\d)/(\d\d) )?(\d\d:\d\d)", text)
    if not found:
        return text
    return f"{_TODAY[:4]}-{found[1]}-{found[2]} {found[3]}" if found[1] else f"{_TODAY} {found[3]}"


def _moment(days: float) -> datetime | None:
    return _EPOCH + timedelta(seconds=round(days * 86_400)) if 0 <= days < 100_000 else None


def minute_of(text: str) -> str:
    """A text of a line, a true date written as text is: a sheet may have taken the tool's for one, and shows the same.

    46346.6875 is 2026-11-20 16:30.
    """
    moment = _moment(float(text)) if re.fullmatch(r"4\d{4}(\.\d+)?", text) else None
    return f"{moment:%Y-%m-%d %H:%M}" if moment else text


def lines_of(grid: Sequence[tuple[Cell | None, ...]]) -> list[Line]:
    """The rows below the header that hold anything."""
    if not grid:
        return []
    columns = columns_of(grid[0])
    named = list(columns.items())
    lines = []
    for place in range(1, len(grid)):
        row = grid[place]
        width = len(row)
        texts: dict[str, str] = {}
        marks: dict[str, Mark] = {}
        for name, column in named:
            if column < width and (cell := row[column]) is not None and cell.entered is not None:
                texts[name] = cell.entered if type(cell.entered) is str else text_in(cell)
                if isinstance(cell.taint, Mark):
                    marks[name] = cell.taint
        if texts:
            owner = next((marks[name].record for name in _WHOSE if name in marks), None)
            if owner is None and marks:
                owner = next(iter(marks.values())).record
            lines.append(Line(place, texts, marks, texts.get("ID", "").upper(), owner))
    return lines


def marked_in(lines: Iterable[Line]) -> set[int]:
    """The edits whose marks stand on these rows."""
    return {number for line in lines for mark in line.marks.values() for number in mark.edits}


def meaning_of(texts: dict[str, str], today: str) -> tuple[str, str, str] | None:
    """Caller, day and reason of a complete row; None for one that is not."""
    caller = digits_of(texts.get("Phone"))
    if not caller:
        if any(map(str.isdigit, texts.get("Phone", ""))):
            return None
        caller = folded(texts.get("Name")).replace(" ", "")
    reason = reason_of(texts.get("Reason", ""))
    if not caller or not reason:
        return None
    return caller, day_of(texts.get("Received", ""), today), reason


@dataclass(slots=True)
class Ledger:
    today: str
    edits: list[Edit] = field(default_factory=list)
    records: int = 0
    spoken: dict[int, int] = field(default_factory=dict)
    """Which edit brought a token."""
    stirred: dict[int, int] = field(default_factory=dict)
    """When a person last touched a record, in steps."""
    names: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Names and numbers typed for a record."""
    keys: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Which records were ever seen under a key of the tool's."""
    bearer: dict[str, int] = field(default_factory=dict)
    """Whose row it was that last bore a key; for a moment it may have stood on another's, sorted without it."""
    merged: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The keys of the rows that the tool has merged into each, by what its history says."""
    pasted_over: dict[int, int] = field(default_factory=dict)
    """Over whose row staff pasted a caller, and left standing what else it held."""
    also: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """On whose row an edit stands by the doing of staff, beside its own record's: pasted over in part, displaced."""
    _latest: dict[tuple[int, str], int] = field(default_factory=dict)
    _parent: dict[int, int] = field(default_factory=dict)
    _meanings: dict[tuple[str, str, str], int] = field(default_factory=dict)

    # records

    def new_record(self, like: int | None = None) -> int:
        self.records += 1
        if like is not None:
            self.join(self.records, like)
        return self.records

    def group(self, record: int) -> int:
        parent = self._parent
        while (up := parent.get(record, record)) != record:
            record = up
        return record

    def join(self, one: int, other: int) -> None:
        one, other = self.group(one), self.group(other)
        if one != other:
            self._parent[max(one, other)] = min(one, other)

    def groups_of(self, edit: Edit) -> set[int]:
        """On the rows of which groups this text is at home."""
        return {self.group(record) for record in (edit.record, *self.also.get(edit.number, ()))}

    def look(self, lines: Sequence[Line]) -> None:
        """Somebody looks at the tab: rows that mean the same are one group, and keys stand on records.

        A key that stands twice, copied or typed by a person, is still its first row's.
        """
        standing = Counter(line.key for line in lines)
        for line in lines:
            owner = self.owner_of(line)  # where the tool put all of it back, the key tells whose it is
            if owner is None:
                continue
            for name, mark in line.marks.items():
                if mark.record != owner:
                    self.copied(line.texts.get(name, ""), owner)
                    for number in mark.edits:
                        self.also[number].add(owner)
            if line.key:
                self.keys[line.key].update(mark.record for mark in line.marks.values())
                if standing[line.key] == 1 or line.key not in self.bearer:
                    self.bearer[line.key] = owner
            if line.owner is None and self._names_another(line, owner):
                continue  # what came back there was another's, and goes again
            if meaning := meaning_of(line.texts, self.today):
                known = self._meanings.setdefault(meaning, owner)
                if known != owner:
                    self.join(known, owner)

    def late_on(self, key: str) -> set[int]:
        """Whose words may be told on a row beside its own: typed, under nobody's name, on a row merged into it."""
        records = {record for one in self.merged.get(key, ()) for record in self.keys.get(one, ())}
        named = {self.group(record) for record in self.names}
        return {self.group(record) for record in records} - named

    def owner_of(self, line: Line) -> int | None:
        """Whose row it is; of a row that was merged away, which only bears its key by now and perhaps a number in
        Received, whose it was: that number may be left of one over whom another caller had been pasted. So also where
        something was typed there for that one since.
        """
        bearer = self.bearer.get(line.key, line.owner)
        typed = {mark.record for header, mark in line.marks.items() if header != "Received"}
        told = line.texts.keys() <= {"Received", "ID"} or (bearer is not None and typed == {bearer})
        emptied = told and line.owner in self.keys.get(line.key, ())
        return bearer if line.owner is None or emptied else line.owner

    def _names_another(self, line: Line, record: int) -> bool:
        """Whether the name and number on a row are none that were ever typed for this caller."""
        said = {digits_of(line.texts.get("Phone")), folded(line.texts.get("Name"))} - {""}
        group = self.group(record)
        known = {name for one, names in self.names.items() if self.group(one) == group for name in names}
        return bool(said and known) and not said & known

    def naming(self, said: set[str]) -> Iterator[Edit]:
        """What was typed of these names and numbers, and not typed over since."""
        for edit in self.edits:
            if not edit.over and edit.header in ("Name", "Phone") and said & {*edit.forms, digits_of(edit.text)}:
                yield edit

    def copied(self, text: str, record: int) -> None:
        """A person has put this text on this row too."""
        for token in tokens_in(text):
            if token in self.spoken:
                self.also[self.spoken[token]].add(record)

    def left_standing(self, line: Line, record: int) -> None:
        """Staff pasted another caller over a row and left standing what was told of the former: the tool cannot know
        better, be it that it had put the words there. Of what was never the former's this says nothing.
        """
        former = {self.group(mark.record) for mark in line.marks.values()}
        former |= {self.group(one) for one in self.keys.get(line.key, ())}
        for token in (token for text in line.texts.values() for token in tokens_in(text) if token in self.spoken):
            if self.groups_of(self.edits[self.spoken[token]]) & former:
                self.also[self.spoken[token]].add(record)

    # edits

    def commit(self, record: int, header: str, text: str, who: str, step: int, covered: Mark | None) -> Mark:
        """Somebody's text lands in a cell; what stood there, and what the same record had there, is over."""
        edit = Edit(len(self.edits), record, header, text, who, step, over=not text)
        self.edits.append(edit)
        self.stirred[record] = step
        self.spoken.update(dict.fromkeys(tokens_in(text), edit.number))
        if header in ("Name", "Phone"):
            self.names[record].add(digits_of(text) or folded(text))
        if covered:
            self.over(covered.edits)
        if (before := self._latest.get((record, header))) is not None:
            self.edits[before].over = True
        self._latest[record, header] = edit.number
        return Mark(record, (edit.number,))

    def over(self, edits: Iterable[int]) -> None:
        for number in edits:
            self.edits[number].over = True

    def is_cleared(self, record: int) -> bool:
        """Whether people have taken out all that was ever typed for it."""
        group = self.group(record)
        return all(edit.over for edit in self.edits if group in self.groups_of(edit))

    def deleted(self, line: Line, rest: Iterable[Line], *, whole: bool = True) -> None:
        """Staff deleted a row, or pasted another caller over it (not ``whole``: what stays in it stays to be seen).

        What had been merged into it stands nowhere else any more, and is gone with it.
        """
        here = marked_in([line])
        if whole:
            self.over(here)
        standing = here | marked_in(rest)
        groups = {self.group(mark.record) for mark in line.marks.values()}
        groups |= {self.group(record) for record in self.keys.get(line.key, ())}
        for edit in self.edits:
            if not edit.over and edit.number not in standing and self.group(edit.record) in groups:
                edit.over = True
