"""One spreadsheet, the people at it, a clock, and the story of what happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tests.sheets_server.book import Book
from tests.sheets_server.cells import EMPTY, Cell, Formula
from tests.sheets_server.lines import ROWS, Carry
from tests.sheets_server.pages import Pages
from tests.sheets_server.tab import Tab
from tests.sheets_server.typed import read_typed, shaped
from tests.sim.ledger import Ledger, Line, Mark, as_shown, columns_of, forms_of, lines_of, marked_in
from tests.sim.speech import digits_of, folded, tokens_in

ZONE = ZoneInfo("America/New_York")
START = datetime(2026, 11, 20, 11, 30, tzinfo=ZONE)  # a Friday
TAB = 0
"""The sheet id of the team's tab."""


@dataclass(slots=True)
class Editor:
    """A cell somebody is typing in; nobody but the writer sees it until it is committed."""

    who: str
    record: int
    header: str
    text: str
    row: int
    column: int
    moved_by: str = ""
    """Who pulled the row away from under it: "staff", "tool", or nobody."""
    moved_at: datetime | None = None
    """When the tool did, by its own clock."""
    cut: bool = False
    """Colleagues cut the row away from under it, and pasted it elsewhere."""


@dataclass
class World:
    """Everything that one run of the simulation is about."""

    book: Book
    rng: Random
    ledger: Ledger
    now: datetime = START
    step: int = 0
    editors: list[Editor] = field(default_factory=list)
    story: list[tuple[int, str]] | None = None
    past: list[Pages] = field(default_factory=list)
    typed_at: datetime = START
    tokens: int = 0
    left_behind: set[str] = field(default_factory=set)
    """Keys that stayed where they were when their row was cut and pasted elsewhere."""

    def tell(self, what: str) -> None:
        if self.story is not None:
            self.story.append((self.step, what))

    def token(self) -> int:
        """A number that tells one text from every other."""
        self.tokens += 1
        return self.tokens

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    @property
    def today(self) -> str:
        return f"{self.now:%Y-%m-%d}"

    # looking

    @property
    def tab(self) -> Tab | None:
        return self.book.pages.tabs.get(TAB)

    @property
    def grid(self) -> Sequence[tuple[Cell | None, ...]]:
        tab = self.tab
        return tab.grid if tab else ()

    def tab_cell(self, row: int, column: int) -> Cell | None:
        tab = self.tab
        return tab.cell(row, column) if tab else None

    def columns(self) -> dict[str, int]:
        grid = self.grid
        return columns_of(grid[0]) if grid else {}

    def lines(self) -> list[Line]:
        return lines_of(self.grid)

    def people_rows(self) -> list[Line]:
        """Rows in which a person has something to look at."""
        return [line for line in self.lines() if line.owner is not None]

    def put_back(self, line: Line) -> set[int]:
        """Whose row it may be where the tool put all of it back: that caller stands nowhere else by now, but for a
        number that was left in Received, or a name or number typed for them does; or a text of theirs that tells it
        from every other stands there beside their name or number.

        The key tells nothing then: it may have fallen on another's row for a moment. Where somebody has typed beside
        their name since, it is theirs whose name, or number, is seen nowhere else. What was typed where neither stood
        is at home where neither does, beside others' words too.
        """
        if not line.marks.keys().isdisjoint(("Name", "Phone")):
            return set()
        ledger, said = self.ledger, {digits_of(line.texts.get("Phone")), folded(line.texts.get("Name"))} - {""}
        named = {ledger.group(record) for record, names in ledger.names.items() if names & said}
        tokens = [token for text in line.texts.values() for token in tokens_in(text)]
        spoken = [ledger.edits[ledger.spoken[token]] for token in tokens if token in ledger.spoken]
        theirs = {group for edit in spoken for group in ledger.groups_of(edit)}
        told = [other for other in self.lines() if not other.texts.keys() <= {"Received", "ID"}]
        elsewhere = {ledger.group(mark.record) for other in told for mark in other.marks.values()}
        seen = marked_in(told)
        unseen = {ledger.group(edit.record) for edit in ledger.naming(said) if edit.number not in seen}
        of_callers = {ledger.group(record) for record in ledger.names}
        if line.marks and said:
            return named & unseen
        if of_callers & {ledger.group(mark.record) for mark in line.marks.values()}:  # typed since, beside what was
            back = (edit for edit in spoken if edit.nameless and edit.number not in seen)
            return {group for edit in back for group in ledger.groups_of(edit)}
        nameless = theirs - of_callers
        nameless |= {group for edit in spoken if edit.nameless for group in ledger.groups_of(edit)}
        if line.marks:  # beside others' words of that kind: where it stands on no other row
            nameless -= elsewhere
        return (named - (elsewhere - unseen)) | (named & theirs) | (set() if said else nameless)

    # changing

    def hand(self) -> Tab:
        """The tab for a person to change; what was read before stays as it was."""
        self.past = [*self.past[-2:], self.book.pages]
        self.book.pages = self.book.pages.fork()
        self.typed_at = self.now
        return self.book.pages.edit(TAB)

    def write(self, tab: Tab, row: int, column: int, text: str, mark: Mark | None) -> None:
        """A cell as the browser takes it: numbers and dates become such, unless the column is plain text."""
        cell = tab.cell(row, column) or EMPTY
        typed = read_typed(text, cell, self.now.date())
        if isinstance(typed.entered, Formula):
            self.book.pages.formulas = True
        tab.rows = max(tab.rows, row + 1)
        tab.put(row, column, cell.holding(typed.entered, mark if text else None).looking(shaped(cell, typed)))

    def type_in(self, row: int, column: int, header: str, text: str, who: str, record: int) -> int:
        """Somebody commits a text; the number of the edit."""
        tab = self.hand()
        covered = tab.cell(row, column)
        mark = covered.taint if covered and covered.entered is not None and isinstance(covered.taint, Mark) else None
        if covered and covered.entered is not None:
            self._over_with(as_shown(covered), record)
        self._over_at_home(record, header)
        after = self.ledger.commit(record, header, text, who, self.step, mark)
        self.write(tab, row, column, text, after)
        self.ledger.edits[after.edits[0]].forms = forms_of(text, tab.cell(row, column))
        return after.edits[0]

    def _over_with(self, text: str, record: int) -> None:
        """What a merge had brought into a cell goes with it when the cell is typed over."""
        ledger = self.ledger
        ledger.over(ledger.spoken[t] for t in tokens_in(text) if t in ledger.spoken)
        group, whole = ledger.group(record), folded(text)
        parts = {whole, *(folded(part.strip().removeprefix("also: ")) for part in text.split(";"))}
        same = [e for e in ledger.edits if not e.over and parts & e.forms and ledger.group(e.record) == group]
        if same:
            standing = marked_in(self.lines())
            ledger.over(e.number for e in same if e.number not in standing)

    def _over_at_home(self, record: int, header: str) -> None:
        """What staff had left standing in this column of the row is typed over too, though a write of the tool's had
        covered it that instant: as the record's own latest is. Not what was typed where nobody was named, of which
        this row is only one of two homes: it may stand on a row of its own.
        """
        also = self.ledger.also
        named = (e for e in self.ledger.edits if e.header == header and not e.over and not e.nameless)
        left = [e for e in named if record in also.get(e.number, ())]
        if left:
            standing = marked_in(self.lines())
            self.ledger.over(e.number for e in left if e.number not in standing)

    def commit(self, editor: Editor) -> None:
        """The open editor's text lands where its cell is now."""
        self.editors.remove(editor)
        columns = self.columns()
        header = next((name for name, place in columns.items() if place == editor.column), None)
        if header is None:
            return
        landed = next((line for line in self.lines() if line.place == editor.row), None)
        if landed and header not in landed.marks and landed.texts.get(header) == editor.text:
            return  # just what the tool has put there: the sheet is the same with it and without
        record, displaced = editor.record, False
        owner = None if landed is None else self.ledger.owner_of(landed)
        if owner is not None and not self.same(owner, editor.record):
            record, displaced = owner, True
        elif self._is_nobodys(landed, editor):
            record = self.ledger.new_record()  # a row of its own: nobody can know what stood there before
        number = self.type_in(editor.row, editor.column, header, editor.text, editor.who, record)
        edit = self.ledger.edits[number]
        into = [key for key, keys in self.ledger.merged.items() if landed and landed.key in keys]
        if displaced and into and not editor.moved_by:  # by a merge, and another call was begun there since
            self.ledger.also[number].add(editor.record)
        edit.displaced = displaced and editor.moved_by == "tool"
        edit.nameless = landed is not None and landed.texts.keys().isdisjoint(("Name", "Phone"))
        if edit.nameless:  # on a row merged away: a call that was begun and cleared there meanwhile nobody has seen
            self.ledger.also[number].update(self.ledger.bearer[key] for key in into if key in self.ledger.bearer)
        edit.moved_at, edit.fell_on = editor.moved_at, landed.key if landed else ""
        where = f"row {editor.row + 1}" + (f", displaced by {editor.moved_by or 'somebody'}" if displaced else "")
        self.tell(f"{editor.who} commits {editor.text!r} in {header}, {where}")

    def _is_nobodys(self, landed: Line | None, editor: Editor) -> bool:
        """Whether the text lands where colleagues have left nothing of the row for which it was begun, or the key
        alone: cut away from it, sorted without the hidden column, or cleared, and by now the key is gone too.
        """
        if landed and landed.owner is not None:
            return False
        left = landed.key in self.left_behind if landed else self.ledger.is_cleared(editor.record)
        return left or editor.cut or editor.moved_by == "staff"

    def same(self, one: int, other: int) -> bool:
        return self.ledger.group(one) == self.ledger.group(other)

    def carry(self, dimension: str, carry: Carry, by: str) -> None:
        """Rows or columns change places, and open editors with them; who types in one that goes loses the text."""
        stay = []
        for editor in self.editors:
            at = editor.row if dimension == ROWS else editor.column
            after = carry(at, at + 1)
            if after is None:
                continue
            if dimension == ROWS:
                editor.row = after[0]
            else:
                editor.column = after[0]
            stay.append(editor)
        self.editors = stay

    def cut_away(self, row: int, key: str) -> None:
        """What stood in this row stands in another one by now, but no open editor, nor the key given."""
        self.left_behind |= {key} - {""}
        for editor in self.editors:
            editor.cut = editor.cut or editor.row == row

    def shaken(self, rows: Iterable[int], by: str) -> None:
        """Values changed places under open editors, which stay at their coordinates."""
        touched = set(rows)
        for editor in self.editors:
            if editor.row in touched:
                editor.moved_by = by
