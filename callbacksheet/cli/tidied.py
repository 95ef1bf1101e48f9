"""What a run of ``tidy`` did, or would do: as data for programs and as a page for people."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from callbacksheet.cli.desk import Desk, additions, columns_said, would_add
from callbacksheet.cli.entries import change_entries, issues_of, merge_entries, why_merged
from callbacksheet.cli.envelope import PARTLY, PENDING, Json, RowIssue
from callbacksheet.cli.page import Cell, Head, Line, Page, Table, Tone
from callbacksheet.cli.queue_page import MOST_LINES, more, next_line, told_table
from callbacksheet.cli.saying import count, listed, value_said, who
from callbacksheet.core.callback import Callback
from callbacksheet.core.cells import text_of
from callbacksheet.core.headers import header_word
from callbacksheet.core.history import Change
from callbacksheet.core.layout import address
from callbacksheet.core.merge import Merge
from callbacksheet.core.model import Column
from callbacksheet.core.plan import Plan
from callbacksheet.core.state import Base
from callbacksheet.runs.tidy import Tidied

_OWN = (Column.STATUS, Column.CALLS, Column.UPDATED, Column.BY, Column.CHECK, Column.ID)
"""Columns whose plain filling is summed up in a line."""
_SEEN_ONCE = (
    " Others type in this sheet, so rows that are new to the tool are first given a key and then looked at again: "
    "a run of yours may change more than stands here."
)
_NAME, _PHONE = tuple(Column).index(Column.NAME), tuple(Column).index(Column.PHONE)


def exit_code_of(tidied: Tidied, *, check: bool = False) -> int:
    """Partly where somebody's typing was left alone; pending where ``check`` found something to do."""
    if tidied.left_out or (tidied.written and tidied.plan.waiting):
        return PARTLY
    return PENDING if check and not tidied.plan.empty else 0


def tidied_issues(tidied: Tidied, desk: Desk) -> tuple[RowIssue, ...]:
    """Every flag of every row, by the row's number once this plan stands in the sheet."""
    return issues_of(tidied.plan, desk.shop, written=True)


def tidied_data(tidied: Tidied, desk: Desk) -> dict[str, Json]:
    """The run for programs. Row numbers are those of the sheet as read."""
    plan = tidied.plan
    return {
        "changes": change_entries(plan.changes),
        "merged": list(merge_entries(plan.merges)),
        "moved": plan.moved,
        "gone": [{"key": gone.key, "name": text_of(gone.cells[_NAME])} for gone in plan.gone],
        "written": tidied.written,
        "left_out": change_entries(tidied.left_out),
        "waiting": len(plan.waiting),
        "requests": {"read": tidied.reads, "write": tidied.writes},
        "run": None if plan.empty else plan.run,
        "adopts": plan.adopts,
        "added_columns": _added_columns(plan, desk),
        "rows": len(plan.queue),
    }


def _added_columns(plan: Plan, desk: Desk) -> list[Json]:
    row = plan.layout.header_row
    return [
        {
            "column": column.value,
            "header": header_word(column, desk.shop.language),
            "cell": address(row, plan.layout.index(column)),
        }
        for column in plan.layout.added
    ]


def tidied_page(tidied: Tidied, desk: Desk) -> Page:
    """What changed and why, what rows are told, and who is next; one line where nothing changed."""
    if tidied.plan.empty:
        return done_page(tidied, desk)
    return (
        *done_page(tidied, desk),
        Line(),
        next_line(tidied.plan.queue, desk.now, desk.shop),
        _way_back(tidied),
    )


def renamed_page(tidied: Tidied, desk: Desk) -> Page:
    """The tab goes by another title than in the configuration, which may be another tab's by now."""
    wanted = desk.context.settings.sheet.tab
    if not desk.on_google or wanted in ("", tidied.tab):
        return ()
    told = f"The tool's tab is called “{tidied.tab}” now, no longer “{wanted}”: that is where it works."
    return (Line(f'{told} Write tab = "{tidied.tab}" under [sheet].', Tone.WARN),)


def done_page(tidied: Tidied, desk: Desk, *, most: int = MOST_LINES) -> Page:
    """What changed and why, and what rows are told; ``most`` lines of each unless --verbose."""
    plan = tidied.plan
    if plan.empty:
        return (_in_order(plan),)
    most = sys.maxsize if desk.context.options.verbose else most
    told = told_table(plan.queue, desk.shop, most)
    return (
        Line(_heading(tidied), Tone.STRONG),
        *_adoption(tidied, desk),
        *_changes(tidied, desk, most),
        *(Line(_merged(merge)) for merge in plan.merges),
        *_gone(plan.gone),
        *_left_out(tidied),
        *_waiting(tidied),
        *((Line(), *told) if told else ()),
    )


def _in_order(plan: Plan) -> Line:
    rows = len(plan.queue)
    if not rows:
        return Line("Nothing to change: the tab has no rows yet.", Tone.GOOD)
    are = "row is" if rows == 1 else "rows are"
    return Line(f"Nothing to change: {rows:,} {are} in order{_to_check(plan)}.", Tone.GOOD)


def _to_check(plan: Plan) -> str:
    """How many rows are told something, and the command that shows what."""
    told = [callback for callback in plan.queue if callback.issues]
    if not told:
        return ""
    them, have = ("it", "has") if len(told) == 1 else ("them", "have")
    shows = "callbacksheet list" if all(callback.open for callback in told) else "callbacksheet list --all"
    return f"; {len(told):,} {have} something to check (`{shows}` shows {them})"


def _heading(tidied: Tidied) -> str:
    """The run in one line: how much was changed, merged and moved."""
    plan, done = tidied.plan, tidied.written
    absorbed = sum(len(merge.absorbed) for merge in plan.merges)
    cells, rows = len(plan.changes), len({change.key for change in plan.changes})
    parts = [
        f"{'changed' if done else 'change'} {count(cells, 'cell')} in {count(rows, 'row')}" if cells else "",
        f"{'merged' if done else 'merge'} {count(absorbed, 'row')} into others" if absorbed else "",
        f"{'moved' if done else 'move'} {count(plan.moved, 'row')} into calling order" if plan.moved else "",
    ]
    said = listed([part for part in parts if part]) or _little(plan, done=done)
    return f"{said[:1].upper()}{said[1:]}." if done else f"Would {said}."


def _little(plan: Plan, *, done: bool) -> str:
    """A run that changes no row: the first one on a tab without rows, or one that only saw rows leave."""
    if plan.gone:
        return f"{'noted' if done else 'note'} what was deleted"
    if plan.renews:
        return f"{'made' if done else 'make'} the hidden tab that was gone anew"
    return "set the tab up" if plan.adopts else f"{'noted' if done else 'note'} what people changed"


def _adoption(tidied: Tidied, desk: Desk) -> Page:
    """First contact: the columns that came, in one line; before it, all that would come."""
    if not tidied.written:
        return would_add(additions(tidied.plan, desk), "Would add:")
    columns = columns_said(tidied.plan, desk.shop)
    if not columns:
        return ()
    return (Line(f"Added columns at the right end: {listed(columns)}."),)


def _changes(tidied: Tidied, desk: Desk, most: int) -> Page:
    """The changes that tell something, in the order of the rows as read; the plain ones summed up."""
    plan, verbose = tidied.plan, desk.context.options.verbose
    telling = [change for change in plan.changes if verbose or not _plain(change)]
    telling.sort(key=lambda change: (change.row is None, change.row or 0))
    shown = telling[:most]
    page: Page = (_table(shown, plan, desk),) if shown else ()
    return (*page, *more(len(telling) - len(shown)), *_summed_up(tidied, desk, verbose=verbose))


def _plain(change: Change) -> bool:
    """Nothing to look at: the tool's own columns, and a first status."""
    return change.column in _OWN and (change.column != Column.STATUS or change.before is None)


def _table(changes: Sequence[Change], plan: Plan, desk: Desk) -> Table:
    merged = (one for merge in plan.merges for one in merge.absorbed)
    callers = {callback.key: callback for callback in (*merged, *plan.queue)}
    moved = bool(plan.moved or plan.merges)
    heads = (
        Head("Was row" if moved else "Row", right=True),
        Head("Who", wrap=True),
        Head("Column"),
        Head("Change", wrap=True),
        Head("Why", wrap=True, under=True),
    )
    rows: list[tuple[Cell | str, ...]] = []
    last = ""
    for change in changes:
        first = change.key != last
        last = change.key
        rows.append(
            (
                (str(change.row) if change.row else "new") if first else "",
                _who(change, callers) if first else "",
                header_word(Column(change.column), desk.shop.language),
                _change(change, desk.now),
                Cell(_why(change), Tone.QUIET),
            )
        )
    return Table(heads, tuple(rows))


def _who(change: Change, callers: Mapping[str, Callback]) -> str:
    """Whose cell it is: of a row merged away since, the one who stood there; one deleted meanwhile has its key left."""
    return who(callers[change.key]) if change.key in callers else change.key


def _change(change: Change, now: datetime) -> str:
    after = value_said(change.after, now)
    return after if change.before is None else f"{value_said(change.before, now)} → {after}"


def _why(change: Change) -> str:
    """The reason, without the old value said once more."""
    return change.why.removeprefix(f"“{text_of(change.before)}” ")


def _summed_up(tidied: Tidied, desk: Desk, *, verbose: bool) -> Page:
    """The filling of the tool's own columns: "Also written: Status 11, Calls 14, Check 9, ID 14." """
    if verbose:
        return ()
    counts = Counter(Column(change.column) for change in tidied.plan.changes if _plain(change))
    if not counts:
        return ()
    language = desk.shop.language
    said = ", ".join(f"{header_word(column, language)} {counts[column]:,}" for column in _OWN if counts[column])
    return (Line(f"{'Also written' if tidied.written else 'Also to write'}: {said}.", Tone.QUIET),)


def _merged(merge: Merge) -> str:
    """One merge as a sentence, with the row numbers as read."""
    rows = [str(one.row.place + 1) for one in merge.absorbed if not one.row.incoming]
    if not rows:
        return f"{who(merge.survivor)}: a call joined the row that was there ({why_merged(merge)})."
    went = f"Row {rows[0]} went" if len(rows) == 1 else f"Rows {listed(rows)} went"
    return f"{went} into row {merge.survivor.row.place + 1}, {who(merge.survivor)}: {why_merged(merge)}."


def _gone(gone: Sequence[Base]) -> Page:
    if not gone:
        return ()
    names = [text_of(base.cells[_NAME]) or text_of(base.cells[_PHONE]) or base.key for base in gone]
    said = listed(names[:5] + ([f"{len(names) - 5:,} more"] if len(names) > 5 else []))
    were = f"{count(len(gone), 'row')} {'was' if len(gone) == 1 else 'were'}"
    return (Line(f"{were} deleted in the sheet, and what stood there is in the history: {said}."),)


def _left_out(tidied: Tidied) -> Page:
    if not tidied.left_out:
        return ()
    left, every = len(tidied.left_out), len(tidied.plan.changes)
    return (
        Line(
            f"{left} of {every} changes {'was' if left == 1 else 'were'} left out: those rows were edited while we "
            "worked. Nothing was overwritten. Run again to pick them up.",
            Tone.WARN,
        ),
    )


def _waiting(tidied: Tidied) -> Page:
    """A change in several writes that did not come to its end."""
    left, every = len(tidied.plan.waiting), len(tidied.plan.queue)
    if not left or not tidied.written:
        return ()
    return (
        Line(
            f"{left:,} of {every:,} rows wait for their turn: so much cannot be written at once, and something came in "
            "between. What is written is whole, the other rows are as they were. Run again to go on.",
            Tone.WARN,
        ),
    )


def _way_back(tidied: Tidied) -> Line:
    if not tidied.written:
        return Line(f"Nothing was written.{_SEEN_ONCE if tidied.plan.newcomers else ''}", Tone.QUIET)
    plan = tidied.plan
    back = "; `callbacksheet undo` takes it back" if plan.changes or plan.merges or plan.moved else ""
    return Line(f"This was run {plan.run}{back}.", Tone.QUIET)
