"""What a batch did to a sheet that people sorted, cut and typed in at that very instant, and what is put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from callbacksheet.core.batch import Put, Request, Swap
from callbacksheet.core.callback import COLUMNS
from callbacksheet.core.journal import journal_of
from callbacksheet.core.layout import find_layout
from callbacksheet.core.lesson import Learned, learn
from callbacksheet.core.likeness import Likest
from callbacksheet.core.model import CellValue, Column, Formula, Language
from callbacksheet.core.snapshot import Snapshot, Tab
from callbacksheet.core.state import FILLS, Base, Facts, State

Grid = list[list[CellValue]]
HEAD = "Name | Phone | Reason | Status | Next callback | Notes | Updated | ID"
NAME, PHONE, REASON, STATUS, NEXT, NOTES, UPDATED, ID = range(8)
DANA = "Dana | 0101 | color | New | 10:00 | first | 09:00 | CB-A"
OLEH = "Oleh | 0102 | invoice | Waiting | 11:00 | door | 09:05 | CB-B"
EVA = "Eva | 0103 | quote | | | bell | 09:10 | CB-C"


def grid(*lines: str) -> Grid:
    return [[text.strip() or None for text in line.split("|")] for line in (HEAD, *lines)]


def done(rows: Grid, requests: Sequence[Request]) -> Grid:
    """The batch as Google does it: by place, or only where the cell still holds what was read."""
    after = [list(row) for row in rows]
    for request in requests:
        if isinstance(request, Put) or (
            isinstance(request, Swap) and after[request.row][request.column] == request.old
        ):
            after[request.row][request.column] = request.new
    return after


def without_the_hidden_column(rows: Grid, *order: int) -> Grid:
    """Sorted by a person who selected everything but the column that they do not see."""
    return [rows[0], *([*rows[of][:-1], rows[place][-1]] for place, of in enumerate(order, 1))]


@dataclass
class Scene:
    """What was read, what was to be written, and what people did before and after it landed."""

    read: Grid
    requests: Sequence[Request]
    before: Callable[[Grid], Grid] = list
    since: Callable[[Grid], Grid] = list
    kept: Sequence[int] = ()
    """The rows in the pre-image, where it does not hold all."""
    pairs: Sequence[tuple[str, str]] = ()
    """The rows merged away, and into which."""
    bases: Mapping[int, Base] | None = None
    """What was remembered of the rows that were read, where that is another thing than what stood there."""
    fills: bool = False
    """Whether empty cells were found to be filled before."""

    def learned(self) -> Learned:
        tab = Tab("Callbacks", tuple(map(tuple, self.read)))
        layout = find_layout(tab, Language.EN)
        planned = done(self.read, self.requests)
        places = {column: layout.index(column) for column in COLUMNS if column not in layout.added}
        base = tuple(
            Base(str(row[ID]), tuple(row[places[c]] if c in places else None for c in COLUMNS), "", Facts())
            for row in planned[1:]
            if row[ID] and row[ID] not in dict(self.pairs)
        )
        journal = journal_of(self.requests, tab, layout, 5, self.pairs, self.bases)
        state = State(epoch=5, base=base).with_memos((journal, *([FILLS] if self.fills else [])))
        before = self.before(self.read)
        now = self.since(done(before, self.requests))
        kept = tuple(tuple(row) if not self.kept or n in (0, *self.kept) else () for n, row in enumerate(before))
        return learn(Snapshot(Tab("Callbacks", tuple(map(tuple, now))), None, (), "", shared=True, before=kept), state)


def moved(learned: Learned) -> dict[tuple[int, int], CellValue]:
    """What is to stand where, of all that is put right."""
    return {place: learned.tab.cell(*place) for place in learned.standing}


def test_a_batch_that_met_what_was_read_leaves_nothing_to_put_right() -> None:
    assert moved(Scene(grid(DANA, OLEH), [Swap(1, STATUS, "New", "Waiting"), Put(2, UPDATED, "12:00")]).learned()) == {}


def test_a_value_that_fell_on_a_row_inserted_that_instant_goes_to_its_own() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(2, STATUS, "Waiting")],
        before=lambda rows: [*rows[:2], ["Ines", None, None, None, None, None, None, None], *rows[2:]],
    )
    assert moved(scene.learned()) == {(2, STATUS): None, (3, STATUS): "Waiting"}
    assert scene.learned().strangers == {(2, STATUS)}


def test_what_a_value_covered_comes_back_to_its_row_though_people_sorted_without_the_hidden_column_since() -> None:
    scene = Scene(
        grid(OLEH, EVA),
        [Put(2, STATUS, "New")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: without_the_hidden_column(rows, 2, 1),
    )
    learned = scene.learned()
    assert learned.tab.rows[1][:4] == ("Oleh", "0102", "invoice", "Waiting")
    assert learned.tab.rows[2][:4] == ("Eva", "0103", "quote", "New")


def test_what_missed_a_row_is_owed_to_the_row_as_it_was_read_and_not_to_the_key_on_another() -> None:
    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1, 3),
    )
    assert moved(scene.learned()) == {(1, STATUS): "Done"}


def test_the_row_is_found_in_the_tab_where_the_pre_image_does_not_hold_it() -> None:
    scene = Scene(
        grid(DANA, OLEH, EVA),
        [Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 3, 1),
        kept=(2,),
    )
    assert moved(scene.learned()) == {(1, STATUS): "Done"}


def test_of_two_rows_that_are_equally_like_it_none_is_guessed() -> None:
    twin = OLEH.replace("CB-B", "CB-D")
    scene = Scene(
        grid(OLEH, EVA, twin),
        [Swap(1, STATUS, "Waiting", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1, 3),
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [(key, column) for key, column, _ in learned.unwritten] == [("CB-B", Column.STATUS)]


def test_a_row_without_a_key_in_which_somebody_typed_that_instant_is_the_row_that_was_meant() -> None:
    scene = Scene(
        grid(DANA, "Rosa | 0105 | | | | | |"),
        [Put(2, ID, "CB-Y"), Swap(2, REASON, None, "invoice")],
        before=lambda rows: [*rows[:2], ["Rosa", "0105", None, None, None, "rings again", None, None]],
    )
    learned = scene.learned()
    assert learned.tab.rows[2][:6] == ("Rosa", "0105", "invoice", None, None, "rings again")
    assert not learned.standing
    assert not learned.spent


def test_cells_emptied_on_a_row_without_a_key_are_filled_again() -> None:
    ines = "Ines | 0104 | color | Waiting | 11:00 | mobile | |"
    scene = Scene(
        grid(OLEH, EVA, ines),
        [Swap(1, STATUS, "Waiting", None), Swap(1, NEXT, "11:00", None)],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
        since=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
    )
    learned = scene.learned()
    assert learned.tab.rows[2][NAME : NEXT + 1] == ("Ines", "0104", "color", "Waiting", "11:00")
    assert learned.tab.rows[3][NAME : NEXT + 1] == ("Oleh", "0102", "invoice", None, None)


def test_what_came_to_nothing_is_told_of_the_key_that_the_row_was_to_get() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Swap(1, ID, "CB-A", "CB-D"), Swap(1, STATUS, "New", "Done")],
        before=lambda rows: [rows[0], rows[2]],
    )
    assert [(key, column) for key, column, _ in scene.learned().unwritten] == [
        ("CB-D", Column.ID),
        ("CB-D", Column.STATUS),
    ]


def test_a_row_that_people_emptied_is_owed_nothing() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: [rows[0], rows[1], [*[None] * ID, "CB-B"]],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [key for key, *_ in learned.unwritten] == ["CB-B"]


def test_the_tools_own_leavings_on_a_row_without_a_key_stay_owed_when_a_column_moved_under_them() -> None:
    leavings = " | | | New | 10:00 | | 09:00 | "
    scene = Scene(
        grid(DANA, leavings),
        [Swap(2, column, value, None) for column, value in ((STATUS, "New"), (NEXT, "10:00"), (UPDATED, "09:00"))],
        before=lambda rows: [[*row[:2], None, *row[2:]] for row in rows],
    )
    assert moved(scene.learned()) == {(2, STATUS + 1): None, (2, NEXT + 1): None, (2, UPDATED + 1): None}


def test_typing_that_instant_wins_over_a_value_filled_by_place() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(2, STATUS, "Waiting")],
        before=lambda rows: [*rows[:2], ["Eva", "0103", "quote", "Done", *rows[2][4:]]],
    )
    assert moved(scene.learned()) == {(2, STATUS): "Done"}


def test_typing_in_a_column_of_the_tools_is_told_and_not_put_back() -> None:
    scene = Scene(
        grid(DANA),
        [Put(1, UPDATED, "12:00")],
        before=lambda rows: [rows[0], [*rows[1][:UPDATED], "mine", "CB-A"]],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert learned.covered == (("CB-A", Column.UPDATED, "mine", "12:00"),)


def test_typing_in_a_column_of_the_tools_is_told_although_people_have_deleted_the_row_since() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Put(1, UPDATED, "12:00"), Put(2, UPDATED, "12:00")],
        before=lambda rows: [rows[0], [*rows[1][:UPDATED], "mine", "CB-A"], rows[2]],
        since=lambda rows: [rows[0], rows[2]],
    )
    assert scene.learned().covered == (("CB-A", Column.UPDATED, "mine", "12:00"),)


def test_the_likest_row_holds_more_than_half_and_more_than_any_other() -> None:
    rows = [["a", "b", "c"], ["a", "b", "x"], ["a", "y", "z"]]
    likest = Likest(rows)
    assert likest.to([(0, "a"), (1, "b"), (2, "c")]) == 0
    assert likest.to([(0, "a"), (1, "b")]) is None
    assert likest.to([(0, "a"), (1, "q")]) is None
    assert likest.to([]) is None


def test_the_only_row_with_some_texts_holds_least_else_whatever_kind_of_cell_holds_them() -> None:
    when = datetime(2026, 11, 20, 9, 30)
    rows: Grid = [[when, "a", Formula("=B2+1")], [None, "b", Formula("=B3+1")], ["x", "a", "y"], ["x", "a", "y", "z"]]
    likest = Likest(rows)
    assert likest.only_with([(0, (when - datetime(1899, 12, 30)) / timedelta(days=1)), (1, "a")]) == 0
    assert likest.only_with([(0, when), (1, "a"), (2, Formula("=B9+1"))]) == 0
    assert likest.only_with([(0, "x"), (1, "a"), (2, "y")]) == 2
    assert likest.only_with([(1, "a")]) is None
    assert likest.only_with([]) is None


class Looked(list[list[CellValue]]):
    """Rows that count how often anybody looks at one."""

    times = 0

    def __getitem__(self, place: Any) -> Any:
        self.times += 1
        return super().__getitem__(place)


def test_the_only_row_with_some_texts_is_found_without_a_look_at_every_row() -> None:
    rows = Looked([f"Dana {n}", "book", "New"] for n in range(300))
    likest = Likest(rows)
    assert [likest.only_with(list(enumerate(row))) for row in rows] == list(range(300))
    assert rows.times < 3000


def test_the_tools_own_leavings_that_people_sorted_away_are_found_where_they_went() -> None:
    leavings = " | | | New | 10:00 | | 09:00 | "
    scene = Scene(
        grid(OLEH, EVA, leavings),
        [Swap(3, column, value, None) for column, value in ((STATUS, "New"), (NEXT, "10:00"), (UPDATED, "09:00"))],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
        kept=(3,),
    )
    assert moved(scene.learned()) == {(1, STATUS): None, (1, NEXT): None, (1, UPDATED): None}


def test_of_a_row_and_its_copy_the_one_that_was_read_is_owed_what_missed_it() -> None:
    copied = DANA.replace("09:00", "")
    scene = Scene(
        grid(OLEH, DANA, copied),
        [Swap(2, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
    )
    assert moved(scene.learned()) == {(3, STATUS): "Waiting"}


def test_what_missed_a_row_is_owed_to_it_and_not_to_another_of_the_same_caller_that_alone_is_in_the_pre_image() -> None:
    another = OLEH.replace("0102", "0109").replace("CB-B", "CB-D")
    scene = Scene(
        grid(another, OLEH),
        [Swap(2, PHONE, "0102", "+0102"), Put(2, UPDATED, "12:00")],
        before=lambda rows: [*rows[:2], ["Ines", None, None, None, None, None, None, None], *rows[2:]],
        kept=(1, 2),
    )
    assert moved(scene.learned()) == {(2, UPDATED): None, (3, PHONE): "+0102", (3, UPDATED): "12:00"}


def test_words_that_a_write_covered_and_somebody_typed_over_unseen_are_kept_in_the_notes() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(1, UPDATED, "12:00")],
        before=lambda rows: [[*row[:NOTES], row[UPDATED], row[NOTES], row[ID]] for row in rows],
        since=lambda rows: [rows[0], [*rows[1][:UPDATED], "second", "CB-A"], rows[2]],
    )
    learned = scene.learned()
    assert learned.tab.cell(1, UPDATED) == "second; first"
    assert learned.covered == (("CB-A", Column.NOTES, "first", "12:00"),)


def test_a_row_that_a_merge_emptied_is_filled_again_though_another_row_bore_its_key_that_instant() -> None:
    """Somebody typed another row's key on it: of the two the emptied one is the row, which holds nothing else."""
    dana = "Dana | 0101 | color | New | 10:00 | first | 09:00 | CB-A"
    twin = "Dana | 0101 | color | New | 11:00 | second | 09:05 | CB-D"
    emptied = [Swap(3, column, value, None) for column, value in enumerate(grid(twin)[1][:ID]) if value]
    scene = Scene(
        grid(OLEH, dana, twin),
        [Swap(2, NOTES, "first", "first; second"), *emptied],
        before=lambda rows: [*rows[:3], [*rows[3][:ID], "CB-B"]],
        pairs=[("CB-D", "CB-A")],
    )
    assert scene.learned().tab.rows[3][:UPDATED] == ("Dana", "0101", "color", "New", "11:00", "second")


def test_what_somebody_typed_that_instant_comes_back_on_a_row_that_people_sorted_away_from_its_key() -> None:
    ines = "Ines | 0104 | color | | | mobile | | CB-D"
    scene = Scene(
        grid(DANA, ines),
        [Put(2, STATUS, "New")],
        before=lambda rows: [rows[0], [*rows[1][:ID], "CB-D"], [*rows[2][:STATUS], "Done", *rows[2][NEXT:ID], None]],
    )
    assert moved(scene.learned()) == {(2, STATUS): "Done"}


def test_notes_that_missed_their_row_stand_before_those_that_somebody_typed_there_since() -> None:
    oleh = OLEH.replace("door", "")
    scene = Scene(
        grid(DANA, oleh),
        [Swap(2, NOTES, None, "door"), Swap(2, NEXT, "11:00", "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
    )
    assert moved(scene.learned()) == {(1, NOTES): "door; rings again", (1, NEXT): "12:00"}


def test_of_a_row_and_its_copy_that_are_in_no_pre_image_the_one_that_bears_the_key_is_owed_what_missed_it() -> None:
    scene = Scene(
        grid(OLEH, DANA),
        [Swap(2, STATUS, "New", "Waiting")],
        before=lambda rows: [rows[0], rows[1], [*[None] * ID, "CB-A"], [*rows[2][:ID], None], rows[2]],
        kept=(2,),
    )
    assert moved(scene.learned()) == {(4, STATUS): "Waiting"}


def test_what_is_put_right_on_a_row_without_a_key_stays_owed_though_a_row_was_inserted_above_it() -> None:
    """The key that it was to get is given up: it fell on a row that had one."""
    scene = Scene(
        grid(OLEH, EVA, "Noor | 0104 | invoice | | | | |"),
        [Swap(3, REASON, "invoice", "change appt"), Put(3, ID, "CB-D")],
        before=lambda rows: [*rows[:2], grid("Ines | 0107 | refund | | | | |")[1], *rows[2:]],
        kept=(3,),
    )
    learned = scene.learned()
    assert moved(learned) == {(3, ID): "CB-C", (4, REASON): "change appt"}
    assert learned.spent == {"CB-D"}


def test_covered_words_do_not_go_to_a_caller_pasted_over_the_row() -> None:
    scene = Scene(
        grid(DANA, EVA),
        [Put(1, UPDATED, "12:00")],
        before=lambda rows: [[*row[:NOTES], row[UPDATED], row[NOTES], row[ID]] for row in rows],
        since=lambda rows: [rows[0], ["Ines", "0199", "book", *rows[1][STATUS:UPDATED], None, "CB-A"], rows[2]],
    )
    assert scene.learned().tab.cell(1, UPDATED) is None


def test_what_missed_a_row_that_is_gone_is_owed_to_no_other_of_the_same_caller() -> None:
    another = OLEH.replace("0102", "0109").replace("CB-B", "CB-D")
    scene = Scene(
        grid(another, EVA, OLEH),
        [Swap(3, STATUS, "Waiting", "Done")],
        before=lambda rows: [*rows[:3], [None] * 8],
        kept=(3,),
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [(key, column) for key, column, _ in learned.unwritten] == [("CB-B", Column.STATUS)]


def test_a_column_renamed_while_another_was_put_in_before_it_is_known_by_its_neighbours() -> None:
    def inserted_and_renamed(rows: Grid) -> Grid:
        header, *body = ([None, *row] for row in rows)
        return [["Room 17", *header[1 : STATUS + 1], "Stage", *header[STATUS + 2 :]], *body]

    scene = Scene(grid(DANA), [Put(1, STATUS, "Waiting"), Put(1, NEXT, "12:00")], before=inserted_and_renamed)
    assert scene.learned().tab.rows[1][STATUS : NEXT + 2] == ("color", "Waiting", "12:00")


def test_what_the_tool_had_left_on_a_row_that_is_gone_is_not_taken_from_the_row_that_it_was_meant_for() -> None:
    leavings = "Ines | 0104 | color | Waiting | 11:00 | | 09:05 | "
    scene = Scene(
        grid(OLEH, leavings),
        [Swap(2, STATUS, "Waiting", "Done"), Swap(2, NEXT, "11:00", None), Swap(2, UPDATED, "09:05", None)],
        before=lambda rows: [*rows[:2], [None] * 8],
        kept=(2,),
    )
    assert moved(scene.learned()) == {}


def test_what_missed_a_row_leaves_the_tools_columns_as_they_were_remembered_and_not_as_another_rows_value() -> None:
    cells = dict.fromkeys(COLUMNS) | {Column.UPDATED: "09:05", Column.STATUS: "New"}
    scene = Scene(
        grid(DANA, "Oleh | 0102 | invoice | Waiting | 11:00 | door | 09:00 | CB-B"),
        [Put(2, UPDATED, "12:00"), Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: [*rows[:2], [None] * 8],
        bases={2: Base("CB-B", tuple(cells.values()), "", Facts())},
    )
    assert [(column, write.known) for _, column, write in scene.learned().unwritten] == [
        (Column.UPDATED, "09:05"),
        (Column.STATUS, "Waiting"),
    ]


def test_a_row_that_was_to_come_back_where_another_caller_stands_by_then_comes_back_at_the_end() -> None:
    blank: list[CellValue] = [*[None] * ID, "CB-C"]
    comes_back = [Put(2, column, value) for column, value in enumerate(grid(EVA)[1]) if value and column != ID]
    scene = Scene(
        [*grid(DANA), blank],
        comes_back,
        before=lambda rows: [rows[0], [*rows[2][:ID], "CB-A"], [*rows[1][:ID], "CB-C"]],
    )
    learned = scene.learned()
    assert learned.homeless == {"CB-C"}
    assert learned.tab.rows[2][:4] == ("Dana", "0101", "color", "New")


def test_so_does_one_of_whose_blank_row_nothing_is_left() -> None:
    blank: list[CellValue] = [*[None] * ID, "CB-C"]
    scene = Scene(
        [*grid(DANA, OLEH), blank],
        [Put(3, NAME, "Eva"), Put(3, PHONE, "0103"), Put(3, REASON, "quote")],
        before=lambda rows: [*rows[:3], grid("Ines | 0107 | refund | | | | |")[1]],
    )
    assert scene.learned().homeless == {"CB-C"}


def test_what_was_to_be_taken_off_a_row_without_a_key_is_owed_to_a_copy_of_it_though_both_bear_keys_of_others() -> None:
    noor = "Noor | 0104 | invoice | | | ? | | "

    def copied(rows: Grid) -> Grid:
        return [*rows[:2], [*rows[2][:ID], "CB-C"], [*rows[2][:ID], "CB-A"], [*rows[1][:ID], None]]

    scene = Scene(grid(DANA, noor), [Put(2, ID, "CB-D"), Swap(2, NOTES, "?", "door")], before=copied)
    assert moved(scene.learned())[2, NOTES] == "door"


def test_what_missed_a_row_without_a_key_is_owed_to_its_caller_though_that_bears_the_key_of_another_since() -> None:
    noor = "Noor | 0104 | invoice | New | | ? | | "

    def typed_and_sorted(rows: Grid) -> Grid:
        return without_the_hidden_column([*rows[:2], [*rows[2][:STATUS], "Done", *rows[2][NEXT:]]], 2, 1)

    scene = Scene(grid(DANA, noor), [Put(2, ID, "CB-D"), Swap(2, NOTES, "?", "door")], before=typed_and_sorted)
    assert moved(scene.learned())[1, NOTES] == "door"


def test_words_of_the_tool_on_a_row_without_a_key_tell_that_row_though_it_holds_little_else() -> None:
    alone: list[CellValue] = [None, None, None, None, None, "also: change appt; asked for a quote", None, None]
    scene = Scene(
        [*grid(DANA), alone, *grid(OLEH)[1:]],
        [Swap(2, NOTES, alone[NOTES], None)],
        before=lambda rows: [rows[0], rows[3], rows[1], rows[2]],
    )
    assert moved(scene.learned()) == {(3, NOTES): None}


def test_a_key_that_fell_in_a_column_people_put_in_is_taken_away_again() -> None:
    scene = Scene(
        grid(DANA, " | | | | | | |"),
        [Put(2, ID, "CB-D")],
        before=lambda rows: [[*row[:ID], "Room" if place == 0 else None, row[ID]] for place, row in enumerate(rows)],
    )
    assert moved(scene.learned()) == {(2, ID): None}


def test_a_text_that_did_not_fill_an_empty_cell_is_still_to_be_written() -> None:
    """No sheet says whether its search finds empty cells, until one was tried."""
    scene = Scene(
        grid(DANA.replace("color", "")),
        [Swap(1, REASON, None, "color")],
        since=lambda rows: [rows[0], [*rows[1][:REASON], None, *rows[1][STATUS:]]],
    )
    learned = scene.learned()
    assert learned.finds_empty is False
    assert moved(learned) == {(1, REASON): "color"}
    assert not learned.unwritten


def test_but_not_where_somebody_has_typed_since_nor_one_of_the_tools_own_making() -> None:
    scene = Scene(
        grid("Dana | 0101 | | | | first | 09:00 | CB-A"),
        [Swap(1, REASON, None, "color"), Swap(1, STATUS, None, "New")],
        since=lambda rows: [rows[0], ["Dana", "0101", "refund", None, *rows[1][NEXT:]]],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [column for _, column, _ in learned.unwritten] == [Column.REASON, Column.STATUS]


def test_of_several_rows_merged_into_one_all_are_taken_back_when_one_of_them_did_not_hold() -> None:
    again, third = DANA.replace("CB-A", "CB-D"), DANA.replace("first", "third").replace("CB-A", "CB-E")
    scene = Scene(
        grid(DANA, again, third),
        [Swap(1, NOTES, "first", "first; third"), Swap(2, NOTES, "first", None), Swap(3, NOTES, "third", None)],
        before=lambda rows: [*rows[:3], [*rows[3][:NOTES], "third, too", *rows[3][UPDATED:]]],
        pairs=(("CB-D", "CB-A"), ("CB-E", "CB-A")),
    )
    learned = scene.learned()
    assert learned.broken == (("CB-D", "CB-A"), ("CB-E", "CB-A"))
    assert [learned.tab.cell(row, NOTES) for row in (1, 2, 3)] == ["first", "first", "third, too"]


def test_words_that_were_to_join_others_join_what_somebody_typed_over_those_that_instant() -> None:
    scene = Scene(
        grid(DANA),
        [Swap(1, NOTES, "first", "first; asked for a quote")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]]],
    )
    assert moved(scene.learned()) == {(1, NOTES): "rings again; asked for a quote"}


def test_other_words_that_somebody_typed_over_that_instant_are_left_to_them() -> None:
    scene = Scene(
        grid(DANA),
        [Swap(1, NOTES, "first", "First")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]]],
    )
    assert moved(scene.learned()) == {}


def test_a_formula_that_was_covered_comes_back_as_its_text() -> None:
    scene = Scene(
        grid(DANA),
        [Put(1, UPDATED, "12:00")],
        before=lambda rows: [
            [*rows[0][:NOTES], "Updated", "Notes", "ID"],
            [*rows[1][:NOTES], "09:00", Formula("=B2*2", 202), "CB-A"],
        ],
    )
    assert moved(scene.learned())[1, UPDATED] == "=B2*2"


def test_a_row_that_bears_the_key_and_holds_only_the_same_status_and_time_is_another_callers() -> None:
    dana, oleh = (
        "Dana | 0101 | color | New | 10:00 | bell | 09:00 | CB-A",
        "Oleh | 0102 | refund | New | 11:00 | bell | 09:00 | CB-B",
    )
    scene = Scene(
        grid(EVA, dana, oleh),
        [Put(1, NEXT, "11:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [rows[0], rows[2], [*rows[3][:ID], "CB-A"], [*rows[1][:ID], "CB-B"]],
    )
    learned = scene.learned()
    assert learned.tab.rows[3][:5] == ("Dana", "0101", "color", "New", "10:00")
    assert learned.tab.rows[2][:5] == ("Oleh", "0102", "refund", "New", "11:00")


def test_a_column_renamed_and_dragged_away_is_known_by_being_the_only_one_that_is() -> None:
    def dragged(rows: Grid) -> Grid:
        return [
            [*row[:REASON], "Stage" if n == 0 else row[NEXT], row[REASON], row[STATUS], *row[NOTES:]]
            for n, row in enumerate(rows)
        ]

    scene = Scene(grid(DANA), [Put(1, STATUS, "Waiting"), Put(1, NEXT, "12:00")], before=dragged)
    assert scene.learned().tab.rows[1][:NOTES] == ("Dana", "0101", "12:00", "color", "Waiting")


def test_of_two_blank_rows_that_bear_one_key_each_is_known_by_its_place() -> None:
    blank: list[CellValue] = [*[None] * ID, "CB-A"]
    scene = Scene([*grid(DANA), blank, blank], [Swap(2, ID, "CB-A", None), Swap(3, ID, "CB-A", None)], kept=(2, 3))
    learned = scene.learned()
    assert moved(learned) == {}
    assert not learned.spent


def test_what_the_tool_had_left_on_a_blank_row_is_owed_to_that_though_its_key_stands_on_a_callers_row() -> None:
    husk: list[CellValue] = [None, None, None, "New", "12:28", None, "12:28", "CB-B"]
    cleared = [Swap(2, column, value, None) for column, value in enumerate(husk) if value]
    scene = Scene([*grid(DANA), husk], cleared, before=lambda r: without_the_hidden_column(r, 2, 1))
    assert [scene.learned().tab.cell(1, column) for column in (STATUS, NEXT, UPDATED)] == [None, None, None]


def test_a_merge_into_a_row_that_was_also_copied_is_taken_back_where_the_row_itself_was_changed() -> None:
    copy = DANA.replace("Dana", "Ines")
    scene = Scene(
        grid(DANA, DANA.replace("first", "again").replace("CB-A", "CB-D"), copy),
        [Put(1, NOTES, "first; again"), Swap(2, NOTES, "again", None), Swap(3, ID, "CB-A", "CB-E")],
        before=lambda rows: [rows[0], [*rows[1][:STATUS], "Waiting", *rows[1][NEXT:]], *rows[2:]],
        pairs=(("CB-D", "CB-A"),),
    )
    assert scene.learned().broken == (("CB-D", "CB-A"),)


def test_anothers_notes_are_taken_off_a_row_that_also_keeps_words_of_its_own_there() -> None:
    dana = "Dana | 0101 | resched | New | 10:00 | | 09:00 | CB-A"
    oleh = "Oleh | 0102 | resched | Waiting | 11:00 | | 09:05 | CB-B"
    scene = Scene(
        grid(dana, oleh),
        [Swap(1, REASON, "resched", "reschedule"), Swap(1, NOTES, None, "also: Ann")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*rows[1][:REASON], "invoice", *rows[1][STATUS:]], rows[2]],
    )
    learned = scene.learned()
    assert learned.tab.cell(1, NOTES) == "resched"
    assert learned.tab.cell(2, NOTES) == "also: Ann"


@pytest.mark.parametrize("kept", [(1, 2, 3), (1,)])
@pytest.mark.parametrize(("notes", "wanted"), [("first", "rings again; asked"), ("", "asked; rings again")])
def test_words_join_what_somebody_typed_over_others_also_on_a_row_that_moved(
    notes: str, wanted: str, kept: Sequence[int]
) -> None:
    scene = Scene(
        grid(DANA.replace("first", notes), OLEH, EVA),
        [Swap(1, NOTES, notes or None, f"{notes}; asked" if notes else "asked")],
        before=lambda rows: [rows[0], rows[2], rows[3], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]]],
        kept=kept,
    )
    assert moved(scene.learned()) == {(3, NOTES): wanted}


@pytest.mark.parametrize("left", [Formula("=LEN(A2)", 0), False])
@pytest.mark.parametrize("away", [True, False])
def test_a_row_of_which_people_left_only_a_formula_or_a_box_is_emptied(left: CellValue, away: bool) -> None:
    rows = [[*row, "Helper" if n == 0 else left] for n, row in enumerate(grid(DANA.replace("first", ""), OLEH))]
    scene = Scene(
        rows,
        [Swap(1, NOTES, None, "asked")],
        before=lambda rows: [rows[0], rows[2], rows[1]] if away else rows,
        since=lambda rows: [[*[None] * ID, "CB-A", left] if row[ID] == "CB-A" else row for row in rows],
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert [key for key, *_ in learned.unwritten] == ["CB-A"]


def test_what_people_deleted_where_the_tool_filled_an_empty_cell_is_not_written_again() -> None:
    scene = Scene(
        grid(DANA.replace("first", "")),
        [Swap(1, NOTES, None, "asked")],
        since=lambda rows: [rows[0], [*rows[1][:NOTES], None, *rows[1][UPDATED:]]],
        fills=True,
    )
    learned = scene.learned()
    assert moved(learned) == {}
    assert not learned.unwritten


INES: list[CellValue] = ["Ines", "0199", "book", "New", "10:00", None, None, "CB-A"]


def pasted_over(rows: Grid) -> Grid:
    return [INES if row[ID] == "CB-A" else row for row in rows]


@pytest.mark.parametrize("kept", [(1, 2), (1,)])
def test_what_missed_a_row_is_not_owed_to_a_caller_pasted_over_it(kept: Sequence[int]) -> None:
    scene = Scene(
        grid(DANA.replace("first", "").replace("color", "book"), OLEH),
        [Put(1, STATUS, "Waiting"), Swap(1, NOTES, None, "asked")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=pasted_over,
        kept=kept,
    )
    assert scene.learned().tab.rows[2] == tuple(INES)


def test_nor_is_what_was_not_filled_there() -> None:
    scene = Scene(grid(DANA.replace("first", ""), OLEH), [Swap(1, NOTES, None, "asked")], since=pasted_over)
    assert scene.learned().tab.rows[1] == tuple(INES)


def test_nor_do_words_join_what_stands_there() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NOTES, "first", "first; asked")],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
        since=pasted_over,
    )
    assert scene.learned().tab.rows[1] == tuple(INES)


def test_digits_without_end_typed_where_a_time_was_read_are_no_time() -> None:
    """Python takes no text of so many digits for a number."""
    scene = Scene(
        [grid(DANA)[0], ["Dana", "0101", "color", "New", datetime(2026, 5, 8, 13, 30), "first", "09:00", "CB-A"]],
        [Swap(1, NEXT, datetime(2026, 5, 8, 13, 30), None)],
        before=lambda rows: [rows[0], [*rows[1][:NEXT], "1" * 5000, *rows[1][NOTES:]]],
    )
    assert moved(scene.learned()) == {}


def test_few_and_short_leavings_are_owed_only_to_a_row_that_holds_nothing_else() -> None:
    husk: list[CellValue] = [None, None, None, "New", None, None, "12:08", None]
    cleared = [Swap(2, STATUS, "New", None), Swap(2, UPDATED, "12:08", None)]
    scene = Scene(
        [*grid(DANA), husk, *grid(EVA)[1:]], cleared, before=lambda rows: [rows[0], rows[3], rows[1], rows[2]]
    )
    assert moved(scene.learned()) == {(3, STATUS): None, (3, UPDATED): None, (2, STATUS): "New"}


def test_what_was_taken_off_a_row_comes_back_to_it_and_to_no_row_that_is_alike_but_known_to_be_another() -> None:
    """Its name fell off by mistake, and its reason was typed anew since: nothing of these tells it any more."""
    mine, other = "Dana | | color | New | 10:00 | first | | CB-A", "Eva | 0103 | color | New | 10:00 | first | | CB-E"
    scene = Scene(
        grid(mine, "Dana | | quote | | | | | CB-D", other),
        [Swap(2, NAME, "Dana", None)],
        before=lambda rows: [rows[0], ["Ines", *[None] * 7], *rows[1:]],
        since=lambda rows: [*rows[:2], [None, "0104", "book", "lvm", *rows[2][NEXT:]], *rows[3:]],
    )
    put_right = moved(scene.learned())
    assert put_right[2, NAME] == "Dana"
    assert (4, NAME) not in put_right


def test_what_the_same_write_covered_on_a_row_that_is_gone_since_comes_back_to_no_other() -> None:
    first, second = "Ines | 0104 | quote | | | | | CB-C", "Rosa | 0105 | quote | | | | | CB-D"
    scene = Scene(
        grid(first, second, DANA, OLEH),
        [Put(1, STATUS, "Done"), Put(2, STATUS, "Done")],
        before=lambda rows: [rows[0], rows[3], rows[4], rows[1], rows[2]],
        since=lambda rows: [rows[0], *rows[2:]],
    )
    learned = scene.learned()
    assert moved(learned) == {(1, STATUS): "Waiting", (2, STATUS): "Done", (3, STATUS): "Done"}
    assert learned.covered == (("CB-A", Column.STATUS, "New", "Done"),)


def test_words_go_to_the_row_whose_caller_was_read_and_not_to_another_that_bears_its_key_since() -> None:
    """People sorted without the hidden column that instant; the reason and the time were the same on both rows."""
    scene = Scene(
        grid("Dana | | color | | 10:00 | | | CB-A", "Eva | | color | | 10:00 | bell | | CB-C"),
        [Put(1, NOTES, "no answer")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1),
    )
    assert moved(scene.learned()) == {(1, NOTES): "bell", (2, NOTES): "no answer"}


def test_leavings_are_owed_to_the_blank_row_though_somebody_began_to_type_there_and_not_to_a_caller_as_like() -> None:
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", None]
    scene = Scene(
        [*grid(OLEH), husk],
        [Swap(2, column, value, None) for column, value in enumerate(husk) if value],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*rows[1][:STATUS], "booked!", "11:00", "asks", *rows[1][UPDATED:]], rows[2]],
    )
    assert moved(scene.learned()) == {
        (1, NEXT): None,
        (1, UPDATED): None,
        **{(2, column): value for column, value in enumerate(husk) if value},
    }


def test_what_missed_a_row_is_not_written_over_another_of_its_callers_that_somebody_typed_in() -> None:
    another = OLEH.replace("CB-B", "CB-D").replace("invoice", "quote").replace("door", "asks")
    scene = Scene(
        grid(OLEH, another),
        [Swap(1, NEXT, "11:00", "12:00")],
        before=lambda rows: [rows[0], [*rows[2][:REASON], None, *rows[2][STATUS:]], rows[1]],
        kept=(1,),
    )
    assert moved(scene.learned()) == {(1, NEXT): "11:00", (2, NEXT): "12:00"}


def one_row_further_down(rows: Grid) -> Grid:
    """Somebody began a row above all others."""
    return [rows[0], ["Ines", *[None] * ID], *rows[1:]]


FEW = "Oleh | | invoice | | | key | | CB-D"
FILLED = [Put(1, UPDATED, "12:00"), Put(2, STATUS, "New"), Put(2, UPDATED, "12:00")]


@pytest.mark.parametrize("reason", ["invoice", "invoice 2207"])
def test_what_missed_a_row_of_few_texts_is_not_owed_to_anothers_that_holds_these_among_others(reason: str) -> None:
    """Somebody typed there that instant, so that it was not as it had been read."""
    full = OLEH.replace("door", "key")
    scene = Scene(
        grid(full, FEW),
        FILLED,
        before=lambda rows: one_row_further_down([rows[0], [*rows[1][:NEXT], "13:00", *rows[1][NOTES:]], rows[2]]),
        since=lambda rows: [*rows[:3], [*rows[3][:REASON], reason, *rows[3][STATUS:]]],
        kept=(1, 2),
    )
    rows = scene.learned().tab.rows
    assert (rows[2][STATUS], rows[2][UPDATED]) == ("Waiting", "12:00")
    assert (rows[3][STATUS], rows[3][UPDATED]) == ("New", "12:00")


def test_nor_to_a_row_without_a_key_that_is_only_like_it() -> None:
    begun = "Oleh | 0109 | invoice | | | bell | |"
    scene = Scene(grid(begun, FEW), FILLED[1:], before=one_row_further_down, kept=(1, 2))
    rows = scene.learned().tab.rows
    assert (rows[2][STATUS], rows[2][UPDATED]) == (None, None)
    assert (rows[3][STATUS], rows[3][UPDATED]) == ("New", "12:00")


def test_the_row_that_holds_all_that_was_read_is_owed_it_though_one_of_the_same_caller_bears_the_key() -> None:
    """Sorted without the hidden column: two calls of one caller have much in common."""
    another = "Oleh | 0102 | quote | Waiting | 11:00 | bell | 09:05 | CB-D"
    scene = Scene(
        grid(another, OLEH),
        [Swap(2, STATUS, "Waiting", "Done")],
        before=lambda rows: without_the_hidden_column(rows, 2, 1),
    )
    assert moved(scene.learned()) == {(1, STATUS): "Done", (2, STATUS): "Waiting"}


def test_what_came_off_a_row_comes_back_to_its_caller_and_not_to_another_that_bears_its_key_since() -> None:
    """The same, with the sorting done after the write."""
    dana, eva = "Dana | | color | New | 10:00 | first | | CB-A", "Eva | | color | New | 10:00 | | | CB-C"
    scene = Scene(
        grid(dana, eva, OLEH.replace("door", "first")),
        [Swap(3, NOTES, "first", None)],
        before=lambda rows: [rows[0], rows[3], rows[2], rows[1]],
        since=lambda rows: without_the_hidden_column(rows, 1, 3, 2),
    )
    assert moved(scene.learned()) == {(1, NOTES): None, (2, NOTES): "first"}


def test_what_was_typed_on_a_row_emptied_for_a_merge_joins_the_words_that_come_back_there() -> None:
    """Nobody could see them while the row was blank, nor on the other row, where they never came to stand."""
    emptied = [Swap(2, c, v, None) for c, v in ((NAME, "Dana"), (PHONE, "0101"), (REASON, "again"), (NOTES, "first"))]
    scene = Scene(
        grid(DANA, "Dana | 0101 | again | | | first | | CB-D"),
        [Swap(1, NOTES, "first", "first; also: again"), *emptied],
        before=lambda rows: [rows[0], [*rows[1][:NOTES], "rings again", *rows[1][UPDATED:]], rows[2]],
        since=lambda rows: [*rows[:2], [*rows[2][:NOTES], "in a hurry", *rows[2][UPDATED:]]],
        pairs=(("CB-D", "CB-A"),),
    )
    learned = scene.learned()
    assert learned.broken == (("CB-D", "CB-A"),)
    assert learned.tab.rows[2] == ("Dana", "0101", "again", None, None, "in a hurry; first", None, "CB-D")


def test_what_missed_a_row_is_owed_to_it_though_its_copy_that_bears_its_key_still_is_alone_in_the_pre_image() -> None:
    copied = DANA.replace("Dana", "Eva").replace("0101", "0103")
    scene = Scene(
        grid(copied, DANA),
        [Swap(1, ID, "CB-A", "CB-E"), Put(2, UPDATED, "12:00"), Swap(2, NEXT, "10:00", "10:30")],
        before=one_row_further_down,
        kept=(1, 2),
    )
    rows = scene.learned().tab.rows
    assert (rows[2][NEXT], rows[2][UPDATED], rows[2][ID]) == ("10:00", "09:00", "CB-E")
    assert (rows[3][NEXT], rows[3][UPDATED], rows[3][ID]) == ("10:30", "12:00", "CB-A")


def test_a_reason_that_was_to_fill_an_empty_cell_joins_the_notes_where_somebody_typed_another_there() -> None:
    scene = Scene(
        grid(DANA.replace("color", ""), OLEH),
        [Put(1, REASON, "color")],
        before=lambda rows: [rows[0], rows[2], [*rows[1][:REASON], "invoice", *rows[1][STATUS:]]],
    )
    assert moved(scene.learned()) == {(1, REASON): "invoice", (2, NOTES): "first; color"}


def test_of_two_rows_as_like_it_the_row_without_a_key_is_the_one_that_is_not_its_own_callers() -> None:
    inserted: list[CellValue] = ["Rosa", None, None, None, None, None, None, None]
    scene = Scene(
        grid("Eva | 0103 | color | New | 10:00 | first | 09:00 | CB-C", DANA),
        [Put(2, column, value) for column, value in enumerate(grid(EVA.replace("bell", ""))[1][:NEXT]) if value],
        before=lambda rows: [*rows[:2], inserted, rows[2]],
        since=lambda rows: [*rows[:2], [*rows[2][:REASON], "invoice", *rows[2][STATUS:]], rows[3]],
        kept=(2,),
    )
    assert scene.learned().tab.rows[2][NAME] == "Rosa"


def test_leavings_that_another_row_holds_as_its_own_are_not_taken_off_that_row() -> None:
    husk: list[CellValue] = [None, None, None, "Waiting", "11:00", None, "09:05", None]
    scene = Scene(
        [*grid(DANA), husk, *grid(OLEH)[1:]],
        [Swap(2, column, value, None) for column, value in enumerate(husk) if value],
        before=lambda rows: [rows[0], rows[1], ["Ines", *[None] * 7], rows[3], rows[2]],
        kept=(1, 2, 3),
    )
    assert moved(scene.learned()) == {(4, column): None for column, value in enumerate(husk) if value}


def test_what_fell_on_a_row_sorted_from_its_key_is_taken_off_that_and_not_off_a_namesake_that_bears_it_by_then() -> (
    None
):
    namesake: list[CellValue] = ["Oleh", "0109", "quote", "New", "12:00", None, "09:10", "CB-C"]
    scene = Scene(
        [*grid(DANA, OLEH), namesake],
        [Put(1, STATUS, "New"), Put(1, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: without_the_hidden_column(rows, 3, 2, 1),
    )
    learned = scene.learned()
    assert [learned.tab.cell(3, column) for column in (STATUS, NEXT)] == ["Waiting", "11:00"]
    assert [learned.tab.cell(1, column) for column in (STATUS, NEXT)] == ["New", "12:00"]


def test_a_row_that_nothing_but_its_words_told_is_known_by_all_of_them_though_it_bears_anothers_key_since() -> None:
    nameless: list[CellValue] = [None, None, "quote", None, None, "rings at noon", None, None]
    scene = Scene(
        [*grid(DANA, OLEH), nameless],
        [Swap(3, NAME, None, "Ines"), Put(3, ID, "CB-C")],
        before=lambda rows: [
            rows[0],
            rows[1],
            [*nameless[:STATUS], "asap", *nameless[NEXT:ID], "CB-B"],
            [*rows[2][:ID], None],
        ],
    )
    assert scene.learned().tab.cell(2, NAME) == "Ines"


def test_what_fell_on_a_row_is_taken_off_a_copy_of_it_too() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Put(1, STATUS, "Waiting"), Put(1, NEXT, "12:00")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [*rows, [*rows[1][:REASON], "quote", *rows[1][STATUS:]]],
    )
    rows = scene.learned().tab.rows
    assert [row[NEXT] for row in rows[1:]] == ["11:00", "12:00", "11:00"]


def test_but_of_two_copies_on_which_the_same_fell_each_gets_back_its_own() -> None:
    twice = [EVA.replace("quote | ", "quote | Scheduled"), EVA.replace("quote | ", "quote | Done")]
    scene = Scene(
        grid(DANA, OLEH, twice[0]),
        [Put(1, STATUS, "Waiting"), Put(2, STATUS, "Waiting")],
        before=lambda rows: [rows[0], *grid(*twice)[1:], rows[1], rows[2]],
    )
    assert [row[STATUS] for row in scene.learned().tab.rows[1:3]] == ["Scheduled", "Done"]


def test_and_what_people_emptied_on_a_copy_for_the_next_call_stays_empty() -> None:
    scene = Scene(
        grid(DANA, OLEH),
        [Swap(1, NOTES, "first", None), Put(1, NEXT, None)],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [*rows, [*rows[1][:STATUS], None, None, None, *rows[1][UPDATED:]]],
    )
    rows = scene.learned().tab.rows
    assert [row[NEXT] for row in rows[1:]] == ["11:00", None, None]


def test_what_fell_on_a_row_that_is_gone_is_not_taken_off_another_callers_that_holds_the_same_by_right() -> None:
    told = {STATUS: "Waiting", NEXT: "12:00", NOTES: "second"}
    scene = Scene(
        grid(
            DANA,
            "Oleh | | invoice | | | | 09:05 | CB-B",
            "Eva | 0103 | quote | Waiting | 12:00 | second | 09:10 | CB-C",
        ),
        [Put(1, column, value) for column, value in told.items()],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [rows[0], [*[None] * ID, "CB-B"], rows[2], rows[3]],
        bases={3: Base("CB-X", (None,) * len(COLUMNS), "", Facts())},
        pairs=(("CB-C", "CB-X"),),
    )
    assert [scene.learned().tab.cell(3, column) for column in told] == list(told.values())


@pytest.mark.parametrize(
    ("notes", "told"), [("Tamara rang", "Tamara rang; am"), ("door; AM", "door; AM"), (None, "am")]
)
def test_words_that_nobody_saw_are_told_in_the_notes_unless_these_say_just_that(notes: str | None, told: str) -> None:
    """A few letters are found within many a word."""
    scene = Scene(
        grid(DANA, f"Oleh | 0102 | am | Waiting | 11:00 | {notes or ''} | 09:05 | CB-B"),
        [Put(1, REASON, "book")],
        before=lambda rows: [rows[0], rows[2], rows[1]],
        since=lambda rows: [rows[0], [*rows[1][:REASON], "invoice", *rows[1][STATUS:]], rows[2]],
    )
    assert scene.learned().tab.cell(1, NOTES) == told


def test_what_fell_on_a_row_that_is_gone_with_its_key_is_not_taken_off_another_of_that_caller() -> None:
    """Somebody closed that one with the same word: it bears its own key, and what else stands there is its own."""
    scene = Scene(
        grid(DANA, "Maria | | quote | New | 11:00 | first | 09:05 | CB-B", "Maria | | quote | New | 11:00 | | | CB-C"),
        [Put(1, STATUS, "Done")],
        before=lambda rows: [rows[0], rows[2], rows[1], rows[3]],
        since=lambda rows: [rows[0], rows[2], [*rows[3][:STATUS], "Done", "11:00", "first", *rows[3][UPDATED:]]],
    )
    assert scene.learned().tab.cell(2, STATUS) == "Done"


def test_a_name_that_was_not_filled_is_still_owed_to_a_row_without_a_key_in_which_somebody_typed_that_instant() -> None:
    nameless: list[CellValue] = [None, None, None, None, None, "first", None, None]
    scene = Scene(
        [*grid(DANA), nameless],
        [Swap(2, NAME, None, "Ines"), Put(2, ID, "CB-D")],
        before=lambda rows: [*rows[:2], [*nameless[:REASON], "quote", *nameless[STATUS:]]],
        since=lambda rows: [*rows[:2], [None, *rows[2][PHONE:]]],
    )
    assert scene.learned().tab.rows[2][:STATUS] == ("Ines", None, "quote")
