"""Each thing that people do (SAFETY.md), scripted, for a sweep: done before call n of a run while call n fails.

Some break the tab in a way that the tool must refuse; somebody then presses Ctrl+Z, and all must be as if nothing
had been.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from callbacksheet.adapters.google_names import HISTORY_ID, STATE_ID, UNDO_ID
from tests.sheets_server.a1 import Area
from tests.sheets_server.cells import EMPTY, Cell
from tests.sheets_server.lines import ROWS
from tests.sheets_server.tab import Overlay
from tests.sim import staff
from tests.sim.ledger import lines_of, text_in
from tests.sim.play import HOSTILE, Stage, judged, ours, quiet, set_up
from tests.sim.verdict import Verdict
from tests.sim.wire import CHANGE_FAULTS, LOOK_FAULTS, Fault
from tests.sim.world import TAB, World

OTHER_TAB = 77

Act = Callable[[World], "Mend | None"]
Mend = Callable[[World], None]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that people do. ``act`` may hand back what takes it back (Ctrl+Z)."""

    name: str
    act: Act


def _deed(deed: staff.Deed) -> Scenario:
    def act(world: World) -> None:
        for _ in range(20):
            if (told := deed(world, "Mary")) is not None:
                world.tell(told)
                return

    return Scenario(deed.__name__.replace("_", " "), act)


def _restoring(change: Callable[[World], None]) -> Act:
    """A change of cells, and Ctrl+Z: those that were changed hold again what they held."""

    def act(world: World) -> Mend:
        before = list(world.grid)
        change(world)
        held = {
            (row, column): cells[column] if column < len(cells) else None
            for row, cells in enumerate(before)
            for column in range(max(len(cells), len(world.grid[row]) if row < len(world.grid) else 0))
            if (cells[column] if column < len(cells) else None) is not world.tab_cell(row, column)
        }

        keys = {line.place: line.key for line in lines_of(before)}

        def mend(world: World) -> None:
            tab = world.hand()
            moved = {line.key: line.place for line in world.lines() if line.key}
            for (row, column), cell in held.items():
                tab.put(moved.get(keys.get(row, ""), row), column, cell)
            world.tell("Ctrl+Z")

        return mend

    return act


def _clear_all(world: World) -> None:
    tab = world.hand()
    for row in range(1, len(tab.grid)):
        for column, cell in enumerate(tab.row(row)):
            if cell is not None:
                tab.put(row, column, cell.holding(None))
    world.tell("Mary clears the whole tab")


def _paste_over_header(world: World) -> None:
    tab = world.hand()
    for column, text in enumerate(("Dana", "4155550131", "book", "asap", "prefers Rita", "x", "y", "z")):
        tab.put(0, column, Cell(text))
    world.tell("Mary pastes a row over the header")


def _two_headers_alike(world: World) -> None:
    columns = world.columns()
    world.write(world.hand(), 0, columns["Owner"], "Phone", None)
    world.tell("Mary calls a second column Phone")


def _one_column_sorted(world: World) -> None:
    """The names sorted without the rest."""
    columns = world.columns()
    tab = world.hand()
    column = columns["Name"]
    cells = [tab.cell(row, column) for row in range(1, len(tab.grid))]
    for row, cell in enumerate(sorted(cells, key=lambda c: (text_in(c) == "", text_in(c))), 1):
        tab.put(row, column, cell)
    world.tell("Mary sorts the names alone")


def _own_tab_gone(tab_id: int) -> Act:
    def act(world: World) -> Mend:
        world.hand()
        gone = world.book.pages.tabs.get(tab_id)
        named = dict(world.book.pages.named)
        if gone is not None:
            world.book.pages.drop_tab(tab_id)
        world.tell("Mary deletes a hidden tab")

        def mend(world: World) -> None:
            world.hand()
            if gone is not None and tab_id not in world.book.pages.tabs:
                world.book.pages.add_tab(gone.copy())
                world.book.pages.named |= named
            world.tell("Mary brings the tab back")

        return mend

    return act


def _state_edited(world: World) -> Mend:
    world.hand()
    tab = world.book.pages.edit(STATE_ID)
    row = next(n for n, cells in enumerate(tab.grid) if cells and text_in(cells[0]) == "row")
    before = tab.cell(row, 2)
    tab.put(row, 2, (before or EMPTY).holding('{"c":[]}'))
    edited = tab.cell(row, 2)
    world.tell("Mary edits the hidden state tab")

    def mend(world: World) -> None:
        world.hand()
        tab = world.book.pages.edit(STATE_ID)
        if tab.cell(row, 2) is edited:
            tab.put(row, 2, before)
        world.tell("Ctrl+Z")

    return mend


def _overlay(kind: str, area: Area, body: dict[str, object], told: str) -> Act:
    def act(world: World) -> Mend:
        tab = world.hand()
        tab.overlays[kind] = (*tab.over(kind), Overlay((area,), dict(body)))
        world.tell(told)

        def mend(world: World) -> None:
            tab = world.hand()
            tab.overlays[kind] = tab.over(kind)[:-1]
            world.tell("Ctrl+Z")

        return mend

    return act


def _many_deleted(world: World) -> None:
    for line in world.people_rows()[::2]:
        still = [other for other in world.people_rows() if other.key == line.key]
        if still:
            staff.delete_line(world, still[0])
    world.tell("Mary deletes every second row")


def _banner(world: World) -> None:
    staff.insert_blank(world, 3)
    world.type_in(3, world.columns()["Name"], "Name", "--- after lunch ---", "Mary", world.ledger.new_record())
    world.tell("Mary puts a banner row in the middle")


def _hide_rows(world: World) -> None:
    tab = world.hand()
    lines = tab.lines[ROWS]
    while len(lines) < 5:
        lines.append(tab.line(ROWS, len(lines)))
    lines[3] = lines[3]._replace(hidden=True)
    world.tell("Mary hides a row")


def _formula(world: World) -> None:
    line = world.people_rows()[0]
    world.type_in(line.place, world.columns()["Name"], "Name", "=1+1", "Mary", line.owner or 0)
    world.tell("Mary types a formula in Name")


def _rename_tab(world: World) -> Mend:
    world.hand().title = "Front desk 2"
    world.tell("Mary renames the tab")

    def mend(world: World) -> None:
        world.hand().title = "Callbacks"

    return mend


def _title_taken(world: World) -> Mend:
    """The tab renamed, and its rows' copy, as a duplicate has it, called as it was."""
    tab = world.hand()
    title, other = tab.title, tab.copy()
    tab.title, other.id = "Front desk 2", OTHER_TAB
    world.book.pages.add_tab(other)
    world.tell("Mary renames the tab and calls a copy of it as it was")

    def mend(world: World) -> None:
        world.hand().title = title
        world.book.pages.drop_tab(OTHER_TAB)

    return mend


def _nothing(world: World) -> None:
    world.tell("nobody does anything")


def _plain(act: Callable[[World], None]) -> Act:
    def done(world: World) -> None:
        act(world)

    return done


SCENARIOS = (
    Scenario("nothing", _plain(_nothing)),
    *(_deed(deed) for deed in staff.DEEDS if deed is not staff.commit_an_editor),
    Scenario("clear the whole tab", _restoring(_clear_all)),
    Scenario("paste over the header", _restoring(_paste_over_header)),
    Scenario("two headers alike", _restoring(_two_headers_alike)),
    Scenario("sort one column alone", _restoring(_one_column_sorted)),
    Scenario("delete the state tab", _own_tab_gone(STATE_ID)),
    Scenario("delete the history tab", _own_tab_gone(HISTORY_ID)),
    Scenario("delete the undo tab", _own_tab_gone(UNDO_ID)),
    Scenario("edit the state tab", _state_edited),
    Scenario("merge cells", _overlay("merges", Area(TAB, 3, 5, 1, 2), {}, "Mary merges two cells")),
    Scenario("filter", _overlay("basicFilter", Area(TAB, 0, 30, 0, 17), {}, "Mary switches the filter on")),
    Scenario("table", _overlay("tables", Area(TAB, 0, 30, 0, 17), {"tableId": "t"}, "Mary makes a table of it")),
    Scenario("delete every second row", _plain(_many_deleted)),
    Scenario("banner row", _plain(_banner)),
    Scenario("hide rows", _plain(_hide_rows)),
    Scenario("formula in a desk cell", _plain(_formula)),
    Scenario("rename the tab", _rename_tab),
    Scenario("a copy takes the tab's title", _title_taken),
)
ENDS = tuple(dict.fromkeys((*LOOK_FAULTS, *CHANGE_FAULTS, Fault.NONE)))


def swept(scenario: Scenario, call: int, fault: Fault, seed: int, *, telling: bool = False) -> tuple[Verdict, Stage]:
    """One person's run, the deed right before its call ``call``, which ends so; cron's run after it; then quiet."""
    stage = set_up(seed, ours, HOSTILE, telling=telling)
    world = stage.world
    calls = 0

    def forecast(_copy: str, kind: str) -> Fault:
        nonlocal calls
        calls += 1
        fits = fault in (LOOK_FAULTS if kind == "look" else CHANGE_FAULTS)
        return fault if calls == call and fits else Fault.NONE

    stage.network.forecast = forecast
    laptop, cron = stage.copies
    staff.add_row(world, "Jack")
    while world.editors:
        world.commit(world.editors[0])
    mend: Mend | None = None
    stage.begin(laptop, person=True)
    done = False
    while laptop.busy:
        world.step += 1
        if not done and calls == call - 1:
            done, mend = True, scenario.act(world)
        laptop.step()
    judged(laptop)
    if not done:
        mend = scenario.act(world)
    stage.begin(cron, person=False)
    cron.finish()
    judged(cron)
    if mend:
        world.step += 1
        mend(world)
    return quiet(stage), stage
