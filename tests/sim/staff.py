"""What people do to a shared sheet (SAFETY.md, "What people do"), each by its name, with how often it happens.

A deed is a function of the world and who does it; it says what was done, or None where it could not be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.sheets_server.cells import EMPTY, Cell
from tests.sheets_server.lines import COLUMNS, ROWS, carry_delete, carry_insert, carry_move
from tests.sheets_server.on_lines import dressed
from tests.sheets_server.tab import Tab
from tests.sim.ledger import Line, Mark, text_in
from tests.sim.speech import CALLERS, DESK, OTHER_HEADERS, OURS, SHARED, Caller, digits_of, words_for
from tests.sim.world import Editor, World

Deed = Callable[[World, str], str | None]
TYPED = (*DESK, *SHARED)


def _line(world: World) -> Line | None:
    lines = world.people_rows()
    return world.rng.choice(lines) if lines else None


def _caller(world: World, line: Line | None = None) -> Caller:
    """Whose words are typed: for a row, mostly its own caller's again."""
    if line is not None and world.rng.random() < 0.8:
        name = line.texts.get("Name", "")
        return next((caller for caller in CALLERS if caller.name == name), world.rng.choice(CALLERS))
    return world.rng.choice(CALLERS)


def _whose(world: World, line: Line) -> int:
    """Whose row people take it for: of one that was merged away that tells the key, not a date left in it."""
    owner = world.ledger.owner_of(line)
    return owner if owner is not None else next(iter(line.marks.values())).record


def _free_row(world: World) -> int:
    """Where a person begins a new row: the first one below that looks empty to them."""
    lines = [line for line in world.lines() if set(line.texts) - {"ID"}]
    return lines[-1].place + 1 if lines else 1


def add_row(world: World, who: str) -> str | None:
    """A new caller at the bottom, a few cells at once, the rest cell by cell with editors open."""
    row = _free_row(world)
    return _begin(world, who, row, "at the bottom")


def insert_row(world: World, who: str) -> str | None:
    lines = world.people_rows()
    if not lines:
        return None
    row = world.rng.choice(lines).place
    insert_blank(world, row)
    return _begin(world, who, row, "inserted")


def insert_blank(world: World, row: int) -> None:
    """A new row looks as the one below it, mostly; a script of somebody's may have put it in without any look."""
    tab = world.hand()
    like = dressed(tab.row(row)) if world.rng.random() < 0.9 else None
    world.book.pages.insert(tab, ROWS, row, 1, dress=like)
    world.carry(ROWS, carry_insert(row, 1), "staff")


def _begin(world: World, who: str, row: int, where: str) -> str | None:
    columns, record, caller = world.columns(), world.ledger.new_record(), world.rng.choice(CALLERS)
    headers = [name for name in ("Received", "Name", "Phone", "Reason", "Best time", "Notes") if name in columns]
    now = max(2, world.rng.randrange(len(headers) + 1))
    told = []
    for header in headers[:now]:
        text = words_for(world.rng, header, caller, world.token())
        if text:
            world.type_in(row, columns[header], header, text, who, record)
            told.append(f"{header}={text}")
    for header in headers[now:]:
        _open(world, who, record, header, caller, row, columns[header])
    return f"{who} adds row {row + 1} {where}: {', '.join(told)}" + (" …" if now < len(headers) else "")


def _open(world: World, who: str, record: int, header: str, caller: Caller, row: int, column: int) -> None:
    text = words_for(world.rng, header, caller, world.token())
    if text and len(world.editors) < 6:
        world.editors.append(Editor(who, record, header, text, row, column))


def type_a_cell(world: World, who: str) -> str | None:
    line, columns = _line(world), world.columns()
    header = world.rng.choice(("Notes", "Notes", "Outcome", "Phone", *TYPED))
    if line is None or line.owner is None or header not in columns:
        return None
    text = words_for(world.rng, header, _caller(world, line), world.token())
    # What the tool has put there, typed once more, is no edit: the sheet is the same with it and without, so whether
    # the value is to stay (somebody wants it) or to go (it fell there by mistake) no reader of it could tell.
    if text and header not in line.marks and text == line.texts.get(header):
        return None
    world.type_in(line.place, columns[header], header, text, who, _whose(world, line))
    return f"{who} types {text!r} in {header}, row {line.place + 1}"


def open_an_editor(world: World, who: str) -> str | None:
    line, columns = _line(world), world.columns()
    header = world.rng.choice(("Notes", "Notes", "Outcome", *TYPED))
    if line is None or line.owner is None or header not in columns or len(world.editors) >= 6:
        return None
    _open(world, who, _whose(world, line), header, _caller(world, line), line.place, columns[header])
    return f"{who} begins to type in {header}, row {line.place + 1}"


def commit_an_editor(world: World, who: str) -> str | None:
    if not world.editors:
        return None
    world.commit(world.rng.choice(world.editors))
    return ""


def complete_a_row(world: World, who: str) -> str | None:
    """The half-typed row after lunch."""
    columns = world.columns()
    halves = [
        line
        for line in world.people_rows()
        if not line.texts.get("Reason") or not (line.texts.get("Phone") or line.texts.get("Name"))
    ]
    if not halves or "Reason" not in columns:
        return None
    line = world.rng.choice(halves)
    header = "Reason" if not line.texts.get("Reason") else "Name"
    text = words_for(world.rng, header, _caller(world, line), world.token())
    if line.owner is None or header not in columns:
        return None
    world.type_in(line.place, columns[header], header, text, who, _whose(world, line))
    return f"{who} completes row {line.place + 1}: {header}={text}"


def delete_a_row(world: World, who: str) -> str | None:
    line = _line(world)
    if line is None:
        return None
    delete_line(world, line)
    return f"{who} deletes row {line.place + 1} ({line.texts.get('Name', '')} {line.key})"


def delete_line(world: World, line: Line) -> None:
    """Delete a row. A copy of it that bears its key stands for it from now on, and holds what it held when copied."""
    rest = [other for other in world.lines() if other.place != line.place]
    world.ledger.deleted(line, rest)
    copies = (other.owner for other in rest if line.key and other.key == line.key)
    world.ledger.stirred.update((owner, world.step) for owner in copies if owner is not None)
    tab = world.hand()
    world.book.pages.delete(tab, ROWS, line.place, line.place + 1)
    tab.rows = max(tab.rows, 30)
    world.carry(ROWS, carry_delete(line.place, line.place + 1), "staff")


def clear_a_row(world: World, who: str) -> str | None:
    """Select the row's visible cells and press Delete: the row stays, and the hidden key in it."""
    line, columns = _line(world), world.columns()
    if line is None:
        return None
    world.ledger.deleted(line, [other for other in world.lines() if other.place != line.place])
    tab = world.hand()
    for name, column in columns.items():
        if name != "ID" and (cell := tab.cell(line.place, column)):
            tab.put(line.place, column, cell.holding(None))
    return f"{who} clears row {line.place + 1} ({line.texts.get('Name', '')} {line.key})"


def sort_rows(world: World, who: str) -> str | None:
    """Sort by a column, all columns selected, or the hidden one left out."""
    lines, columns = world.lines(), world.columns()
    header = world.rng.choice(("Name", "Received", "Phone", "Status", "Next callback"))
    if header not in columns or len(lines) < 2:
        return None
    without = world.rng.random() < 0.25 and "ID" in columns
    top, bottom = 1, len(world.grid)
    column = columns[header]
    order = sorted(range(top, bottom), key=lambda row: _sort_key(world, row, column))
    _permute(world, top, order, [place for place in _width(world) if not without or place != columns["ID"]])
    return f"{who} sorts by {header}" + (" without the hidden column" if without else "")


def _width(world: World) -> range:
    return range(max(len(row) for row in world.grid))


def _sort_key(world: World, row: int, column: int) -> tuple[bool, str]:
    tab = world.tab
    text = text_in(tab.cell(row, column) if tab else None).casefold()
    return not text, text


def _permute(world: World, top: int, order: list[int], columns: list[int]) -> None:
    """Values change places in these columns; row ``top + n`` gets what stood in ``order[n]``."""
    tab = world.hand()
    before = {row: [tab.cell(row, column) for column in columns] for row in order}
    changed = [(top + n, row) for n, row in enumerate(order) if top + n != row]
    for place, row in changed:
        for column, cell in zip(columns, before[row], strict=True):
            tab.put(place, column, cell)
    if world.book.pages.switches.typing_follows_sorts:
        goes = {row: place for place, row in changed}
        for editor in world.editors:
            editor.row = goes.get(editor.row, editor.row)
    else:
        world.shaken((place for place, _ in changed), "staff")


def drag_a_row(world: World, who: str) -> str | None:
    lines = world.people_rows()
    if len(lines) < 2:
        return None
    line, to = world.rng.choice(lines), world.rng.choice(lines).place
    tab = world.hand()
    world.book.pages.move(tab, ROWS, line.place, line.place + 1, to)
    if not line.place <= to <= line.place + 1:
        world.carry(ROWS, carry_move(line.place, line.place + 1, to), "staff")
    return f"{who} drags row {line.place + 1} above row {to + 1}"


def cut_and_paste(world: World, who: str) -> str | None:
    """A row's cells are cut and pasted into a free row, with the hidden key or without."""
    line, columns = _line(world), world.columns()
    if line is None:
        return None
    to, whole = _free_row(world), world.rng.random() < 0.6
    tab = world.hand()
    for name, column in columns.items():
        if (name != "ID" or whole) and (cell := tab.cell(line.place, column)):
            _place(world, tab, to, column, cell)
            tab.put(line.place, column, EMPTY.looking(cell.format))
    world.cut_away(line.place, "" if whole else line.key)
    return f"{who} cuts row {line.place + 1} and pastes it in row {to + 1}" + ("" if whole else ", key left behind")


def _place(world: World, tab: Tab, row: int, column: int, cell: Cell) -> None:
    """Paste a cell over whatever stands there: a row that looks free may hold something in its hidden column."""
    tab.rows = max(tab.rows, row + 1)
    if (covered := tab.cell(row, column)) and isinstance(covered.taint, Mark):
        world.ledger.over(covered.taint.edits)
    tab.put(row, column, cell)


def copy_as_template(world: World, who: str) -> str | None:
    """A row copied, key and stamps and all, to a free row; then another caller's name typed over."""
    line, columns = _line(world), world.columns()
    if line is None or line.owner is None:
        return None
    to, record = _free_row(world), world.ledger.new_record(like=line.owner)
    tab = world.hand()
    for column in columns.values():
        if cell := tab.cell(line.place, column):
            taint = Mark(record) if isinstance(cell.taint, Mark) else None
            _place(world, tab, to, column, Cell(cell.entered, cell.format, cell.note, cell.rule, cell.runs, taint))
            world.ledger.copied(text_in(cell), record)
    caller = world.rng.choice(CALLERS)
    for header in ("Name", "Phone"):
        text = words_for(world.rng, header, caller, world.token())
        if text and header in columns and world.rng.random() < 0.7:
            world.type_in(to, columns[header], header, text, who, record)
    return f"{who} copies row {line.place + 1} to row {to + 1} as a template for {caller.name}"


def paste_over(world: World, who: str) -> str | None:
    """Another caller's name, number, reason and note pasted over a row; the rest of the row stays.

    Over that caller's own row it is the same call with another reason, or their next one: nobody can tell these apart.
    """
    line, columns = _line(world), world.columns()
    if line is None:
        return None
    world.ledger.deleted(line, [other for other in world.lines() if other.place != line.place], whole=False)
    record, caller = world.ledger.new_record(), world.rng.choice(CALLERS)
    if (line.texts.get("Name"), digits_of(line.texts.get("Phone"))) == (caller.name, caller.digits):
        world.ledger.join(record, _whose(world, line))
    world.ledger.pasted_over[record] = _whose(world, line)
    world.ledger.left_standing(line, record)
    for header in ("Name", "Phone", "Reason", "Notes"):
        if header in columns:
            text = words_for(world.rng, header, caller, world.token())
            world.type_in(line.place, columns[header], header, text, who, record)
    return f"{who} pastes {caller.name} over row {line.place + 1} ({line.texts.get('Name', '')} {line.key})"


def undo_ours(world: World, who: str) -> str | None:
    """Put back what was typed, where the tool has rewritten it."""
    columns = world.columns()
    for line in world.people_rows():
        for header, mark in line.marks.items():
            if mark.edits and header in TYPED and line.owner is not None:
                edit = world.ledger.edits[mark.edits[-1]]
                if edit.text != line.texts.get(header) and edit.header == header and not edit.over:
                    world.type_in(line.place, columns[header], header, edit.text, who, _whose(world, line))
                    return f"{who} puts back {edit.text!r} in {header}, row {line.place + 1}"
    return None


def type_in_ours(world: World, who: str) -> str | None:
    """Type in a column of the tool's."""
    line, columns = _line(world), world.columns()
    header = world.rng.choice(OURS)
    if line is None or line.owner is None or header not in columns:
        return None
    other = world.rng.choice(world.people_rows())
    mine = f"mine ~{world.token()}~"
    text = world.rng.choice((mine, other.key)) if header == "ID" and other.key else mine
    world.type_in(line.place, columns[header], header, text, who, _whose(world, line))
    return f"{who} types {text!r} in {header}, row {line.place + 1}"


def clear_a_cell(world: World, who: str) -> str | None:
    line, columns = _line(world), world.columns()
    if line is None or line.owner is None:
        return None
    header = world.rng.choice(tuple(line.texts))
    if header not in TYPED or header not in columns:
        return None
    world.type_in(line.place, columns[header], header, "", who, _whose(world, line))
    return f"{who} clears {header}, row {line.place + 1}"


def move_a_column(world: World, who: str) -> str | None:
    columns = world.columns()
    tab = world.hand()
    places = sorted(columns.values())
    source, to = world.rng.choice(places), world.rng.choice(places)
    world.book.pages.move(tab, COLUMNS, source, source + 1, to)
    if not source <= to <= source + 1:
        world.carry(COLUMNS, carry_move(source, source + 1, to), "staff")
    return f"{who} drags column {source + 1} before column {to + 1}"


def insert_a_column(world: World, who: str) -> str | None:
    columns = world.columns()
    if len(columns) > 19:
        return None
    at = world.rng.choice(sorted(columns.values()))
    tab = world.hand()
    world.book.pages.insert(tab, COLUMNS, at, 1)
    world.carry(COLUMNS, carry_insert(at, 1), "staff")
    world.write(tab, 0, at, f"Room {len(columns)}", None)
    return f"{who} inserts a column of their own before column {at + 1}"


def rename_a_column(world: World, who: str) -> str | None:
    columns = world.columns()
    name = world.rng.choice(tuple(OTHER_HEADERS))
    tab = world.hand()
    world.write(tab, 0, columns[name], OTHER_HEADERS[name], None)
    return f"{who} renames the column {name} to {OTHER_HEADERS[name]}"


def note_on_a_cell(world: World, who: str) -> str | None:
    line, columns = _line(world), world.columns()
    if line is None or "Notes" not in columns:
        return None
    tab = world.hand()
    cell = tab.cell(line.place, columns["Notes"]) or EMPTY
    tab.put(line.place, columns["Notes"], cell.noting(f"note {world.step}"))
    return f"{who} puts a note on row {line.place + 1}"


def separator_row(world: World, who: str) -> str | None:
    """An empty row in the middle."""
    line = _line(world)
    if line is None:
        return None
    insert_blank(world, line.place)
    return f"{who} leaves row {line.place + 1} empty"


@dataclass(frozen=True, slots=True)
class Habit:
    """A deed and how often it is done among all deeds."""

    deed: Deed
    weight: float


HABITS = (
    Habit(type_a_cell, 30),
    Habit(add_row, 8),
    Habit(insert_row, 3),
    Habit(open_an_editor, 14),
    Habit(commit_an_editor, 20),
    Habit(complete_a_row, 3),
    Habit(delete_a_row, 1.5),
    Habit(clear_a_row, 0.5),
    Habit(sort_rows, 1.5),
    Habit(drag_a_row, 1),
    Habit(cut_and_paste, 1),
    Habit(copy_as_template, 1),
    Habit(paste_over, 1),
    Habit(undo_ours, 1.5),
    Habit(type_in_ours, 1),
    Habit(clear_a_cell, 1.5),
    Habit(move_a_column, 0.4),
    Habit(insert_a_column, 0.2),
    Habit(rename_a_column, 0.3),
    Habit(note_on_a_cell, 0.5),
    Habit(separator_row, 0.3),
)
DEEDS: tuple[Deed, ...] = tuple(habit.deed for habit in HABITS)
WEIGHTS = tuple(habit.weight for habit in HABITS)
PEOPLE = ("Mary", "Jack", "Rita")


def act(world: World) -> None:
    """Somebody does something."""
    who = world.rng.choice(PEOPLE)
    deed = world.rng.choices(DEEDS, WEIGHTS)[0]
    told = deed(world, who)
    if told:
        world.tell(told)
