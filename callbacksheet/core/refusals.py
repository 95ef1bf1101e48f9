"""When to stop before anything is written: too many rows gone, a column sorted alone, the memory lost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from callbacksheet.core.callback import COLUMNS, Callback, Row
from callbacksheet.core.cells import shown, shown_anywhere, text_of
from callbacksheet.core.headers import header_word
from callbacksheet.core.history import Change
from callbacksheet.core.identity import Identified
from callbacksheet.core.journal import Journal, read_journal
from callbacksheet.core.keys import is_key
from callbacksheet.core.layout import Layout
from callbacksheet.core.likeness import alike
from callbacksheet.core.model import DESK_COLUMNS, Column, Formula, Language
from callbacksheet.core.shared import MOST_IN_A_CELL, length_of
from callbacksheet.core.snapshot import OwnTab, Snapshot, Tab
from callbacksheet.core.state import Base, State, rebuild_or_go_back
from callbacksheet.errors import LayoutError, RefusedError

_BRING_BACK = "Bring it back with Ctrl+Z, or go back to a version of the whole sheet (File > Version history)."
MANY_GONE = 20
SHARE_GONE = 0.3
_FEW_ENOUGH = 3  # rows of a small tab that may always go
SHIFTED = 3
_FOLLOWED = DESK_COLUMNS | {Column.NEXT_CALLBACK, Column.OUTCOME}
"""Columns whose values tell rows apart, so that one of them standing askew gives a partial sort away."""


def refuse_lost_memory(snapshot: Snapshot, rows: Sequence[Row]) -> None:
    """Rows carry keys or there is a history, yet the state tab is gone: somebody deleted what the tool remembers."""
    if snapshot.state is not None:
        return
    if any(is_key(row.text(Column.ID)) for row in rows) or snapshot.history:
        raise RefusedError(
            "The tool's hidden state tab is gone, so nobody can tell what people typed since the last run. "
            "Nothing was changed.",
            rebuild_or_go_back(shared=snapshot.shared),
        )


def refuse_lost_history(snapshot: Snapshot) -> None:
    """Without its history a sheet can tell nobody who changed what, and nothing can be taken back."""
    if OwnTab.HISTORY in snapshot.lost:
        raise RefusedError(
            "The tool's hidden history tab is gone, so what was done so far can neither be shown nor taken back. "
            "Nothing was changed.",
            f"{_BRING_BACK} If the history is to begin anew, run 'callbacksheet tidy --force'; "
            "all else is remembered still.",
        )


def refuse_lost_pre_image(snapshot: Snapshot, state: State, layout: Layout) -> None:
    """The undo tab holds the last batch's pre-image alone, and is made anew where nothing is owed from it: where each
    cell of that batch stands as it was meant, on the row that it was meant for.
    """
    journal = read_journal(state) if OwnTab.PRE_IMAGE in snapshot.lost else None
    if journal is None or _stands_as_meant(journal, snapshot.tab, layout):
        return
    raise RefusedError(
        "The tool's hidden undo tab is gone, and not every cell stands as the last run wrote it: without that tab "
        "nobody can tell whether people changed it since, or it fell on another row. Nothing was changed.",
        f"{_BRING_BACK} If the sheet is right as it stands, run 'callbacksheet tidy --force'.",
    )


def _stands_as_meant(journal: Journal, tab: Tab, layout: Layout) -> bool:
    ids = layout.index(Column.ID)
    place_of = {text_of(tab.cell(row, ids)): row for row in range(layout.first_row, len(tab.rows))}
    columns = {column: layout.index(meaning) for column, meaning in journal.meanings.items()}
    for group in journal.groups:
        given = (text_of(write.new) for write in group.writes if write.column == journal.id_column)
        place = place_of.get(next(given, group.key))
        if place is None or not all(
            alike(tab.cell(place, columns.get(write.column, write.column)), write.new) for write in group.writes
        ):
            return False
    return all(row.key in place_of for row in journal.added)


def refuse_another_tab(snapshot: Snapshot, keys: Iterable[str], base: Sequence[Base]) -> None:
    """A tab without the tool's mark is still the one that is remembered if one of its rows stands there (a copy of the
    tab, say, the first one deleted); else it only bears the title.
    """
    if snapshot.marked or not base or not {one.key for one in base}.isdisjoint(keys):
        return
    raise LayoutError(
        f"“{snapshot.tab.title}” is not the tab that the tool was set up in: of the {len(base)} rows that it remembers "
        "none stands there. Nothing was changed.",
        "If that tab was deleted, bring it back (Ctrl+Z, or File > Version history). To leave it and work "
        f"in “{snapshot.tab.title}” from now on, use 'callbacksheet init --adopt'.",
    )


def refuse_many_gone(known: int, gone: Sequence[Base], *, shared: bool) -> None:
    """More than 20 rows or 30 % of the tab vanished since the last run: perhaps a slip, so a person decides."""
    if len(gone) <= _FEW_ENOUGH or not (len(gone) > MANY_GONE or len(gone) > known * SHARE_GONE):
        return
    earlier = "File > Version history" if shared else "a backup"
    raise RefusedError(
        f"{len(gone)} of {known} rows are gone from the tab since the last run. Nothing was changed.",
        "If they were deleted on purpose, run again with --force. "
        f"If not, bring them back first (Ctrl+Z, or {earlier}).",
    )


Moved: TypeAlias = Sequence[tuple[Row, Base]]
"""Rows that hold another caller's value in a column, with what is remembered of them."""


def shifted_columns(claims: Moved) -> Iterator[tuple[Column, Moved]]:
    """Columns that somebody sorted without the others, with the rows that hold another caller's value there.

    A formula is what it was whatever rows it points at: it follows its row when the whole tab is sorted.
    """
    for place, column in enumerate(COLUMNS):
        if column not in _FOLLOWED:
            continue
        typed = ((row, base) for row, base in claims if row.cells[place] != base.cells[place])
        moved = [(row, base) for row, base in typed if _text(row, place) != _text(base, place)]
        if _shifted(Counter(_text(row, place) for row, _ in moved), Counter(_text(base, place) for _, base in moved)):
            yield column, moved


def _text(of: Row | Base, place: int) -> str:
    return shown_anywhere(of.cells[place])


def holds_formulas(column: Column, moved: Moved) -> bool:
    """Whether formulas are among the values of a shifted column: nobody can put those back but the desk."""
    place = COLUMNS.index(column)
    return any(isinstance(cell, Formula) for row, base in moved for cell in (row.cells[place], base.cells[place]))


def refuse_shifted_column(known: Identified, language: Language) -> None:
    """A column's values are all there, each on another caller's row: nobody meant that."""
    for column, moved in shifted_columns(known.claims):
        _refuse(header_word(column, language), len(moved), _FORMULAS if holds_formulas(column, moved) else _REPAIR)
    for column, values in _alone(known.rows).items():
        place = COLUMNS.index(column)
        emptied = Counter(shown(base.cells[place]) for row, base in known.claims if row.cells[place] is None)
        if _shifted(Counter(values), emptied - Counter({"": emptied[""]})):
            _refuse(header_word(column, language), len(values), _BY_HAND)


def _alone(rows: Sequence[Row]) -> dict[Column, list[str]]:
    """What stands alone on rows that nobody knew: a sort may have carried a column's values past all rows."""
    alone: defaultdict[Column, list[str]] = defaultdict(list)
    for row in rows:
        filled = [column for column, value in zip(COLUMNS, row.cells, strict=True) if value is not None]
        if row.base is None and len(filled) == 1 and filled[0] in _FOLLOWED:
            alone[filled[0]].append(row.text(filled[0]))
    return alone


def _shifted(now: Counter[str], before: Counter[str]) -> bool:
    """Whether the same values stand elsewhere; one in five may be typed since."""
    common = now & before
    if now == before:
        return len(now) >= SHIFTED
    return len(common) > SHIFTED and common.total() * 5 >= before.total() * 4


_REPAIR = ", or have each value put back with 'callbacksheet tidy --repair'. If they are right"
_FORMULAS = "; --repair writes no formulas, and these values hold some. If they are right"
_BY_HAND = ", or put each value back into its row by hand. If they are right"
"""What to do about it beside Ctrl+Z: a repair, where there can be one."""


def _refuse(column: str, count: int, way: str) -> None:
    raise RefusedError(
        f"The column “{column}” was shifted against the others: {count} rows hold each other's values, "
        "as after sorting one column alone. Nothing was changed.",
        f"Undo that sort in the sheet (Ctrl+Z){way} as they stand, run again with --force.",
    )


def refuse_too_long(changes: Iterable[Change], queue: Sequence[Callback], headed: Callable[[Column], str]) -> None:
    """A cell of a Google sheet that would hold more than it can: it is named, so that somebody can shorten it."""
    for change in changes:
        length = length_of(shown(change.after))
        if length > MOST_IN_A_CELL:
            who = {callback.key: callback.name or callback.phone_text for callback in queue}.get(change.key)
            where = f"Row {change.row}" if change.row else "A new row"
            raise RefusedError(
                f"{where} ({who or change.key}), column “{headed(Column(change.column))}”, would hold {length:,} "
                f"characters, and Google allows {MOST_IN_A_CELL:,} in a cell. Nothing was changed.",
                "Shorten that text (a very long note is better kept in a document of its own), and run again.",
            )


def refuse(identified: Identified, known: int, language: Language, *, shared: bool) -> None:
    """A column sorted alone is told first: of names and numbers both sorted so, every row looks gone."""
    refuse_shifted_column(identified, language)
    refuse_many_gone(known, identified.gone, shared=shared)
