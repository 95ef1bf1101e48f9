"""What the tool remembers between runs, in the hidden state tab: each row's base (the planned cells) and facts.

The base is what the last run meant to leave behind, so that whatever differs now is a person's doing.
The tab is checksummed; a damaged one is refused, never guessed at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from callbacksheet.core.cells import decode, encode, to_json
from callbacksheet.core.keys import number_of
from callbacksheet.core.model import CellValue
from callbacksheet.core.snapshot import Snapshot, StateRow
from callbacksheet.errors import RefusedError

SCHEMA = 1


@dataclass(frozen=True)  # without slots, as Callback
class Facts:
    """What the tool knows of a row beside its cells. Times are aware; None is "not so far"."""

    first_seen: datetime | None = None
    touched_at: datetime | None = None  # when a person last changed the row
    last_call: datetime | None = None  # the latest of the calls merged into this row
    wish_call: datetime | None = None  # the call that gave the wish, when it is not the first
    next_at: datetime | None = None  # the next time the tool wrote or made readable
    next_source: str = ""
    next_basis: str = ""  # what a tool-given next time was reckoned from
    next_codes: tuple[str, ...] = ()  # what was told of it then
    window_end: datetime | None = None
    moved: bool = False  # already moved once past a missed window
    moved_from: datetime | None = None  # the time it had before that
    calls: int = 1
    reopened: bool = False
    attempts_before: int = 0  # attempts of the calls before it was reopened
    finals_before: int = 0  # final messages recorded before it was opened again
    conflict: tuple[str, ...] = ()  # (the row's name, the other name), while a name conflict stands
    tries: tuple[str, ...] = ()  # recorded through the tool, oldest first; ``deeds.Try`` reads one
    unstamped: bool = False  # changed by a person, only noted so far (``settling``): its stamp is owed
    by_before: str = ""  # then, the initials that stood there before the change
    redone: tuple[str, ...] = ()  # cells made readable again after somebody changed them back; ``left_alone`` reads one
    left: tuple[str, ...] = ()  # columns in which a text is left as it is, having been changed back too often
    handed_at: datetime | None = None  # when somebody else gave the row to its present owner
    emptied: bool = False  # people have taken out what told the call

    def but(self, **known: Any) -> Facts:
        """The same with some facts another, quicker than ``dataclasses.replace``."""
        copy = object.__new__(Facts)
        copy.__dict__.update(self.__dict__)
        copy.__dict__.update(known)
        return copy


_FACTS = tuple(f.name for f in fields(Facts))


@dataclass(frozen=True, slots=True)
class Base:
    """One row as the last run meant to leave it: cells in Column order, a digest of the team's own columns, facts."""

    key: str
    cells: tuple[CellValue, ...]
    extras: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class State:
    """The state tab, read.

    ``runs`` counts the runs that wrote, ``counter`` the keys ever given; ``imported`` marks rows already imported,
    ``undone`` names runs taken back. ``memos`` are lines that other rooms keep here (claims, reminders …), each
    room reading its own kind; they are carried along unread, in order of kind and key.
    """

    epoch: int = 0
    runs: int = 0
    owner: str = ""
    book: str = ""
    counter: int = 0
    base: tuple[Base, ...] = ()
    imported: frozenset[str] = frozenset()
    undone: frozenset[str] = field(default_factory=frozenset)
    memos: tuple[StateRow, ...] = ()

    def with_memos(self, changed: Iterable[StateRow]) -> State:
        """The state with these lines in place of their namesakes; one without text is dropped."""
        kept = {(memo.kind, memo.key): memo for memo in (*self.memos, *changed)}
        memos = tuple(kept[name] for name in sorted(kept) if kept[name].text)
        return replace(self, memos=memos)

    @property
    def adopting(self) -> bool:
        """Whether the sheet is being taken over, in several writes, and rows that are not known yet are no news."""
        return ADOPTING in self.memos

    def memos_of(self, kind: str) -> dict[str, str]:
        """The texts of one kind of line, by key."""
        return {memo.key: memo.text for memo in self.memos if memo.kind == kind}


ADOPTING = StateRow("adopting", "rows", "not all are known yet")
FILLS = StateRow("google", "fills empty cells", "yes")
FILLS_NOT = StateRow("google", "fills empty cells", "no")
"""Whether an empty cell can be compared and swapped, once that was tried."""


def read_state(rows: tuple[StateRow, ...], *, shared: bool = False) -> State:
    """The state tab as values. Raises RefusedError where somebody has edited it or part of it is gone.

    ``shared``: it is a Google sheet's, which has versions and no backups.
    """
    with _damage_told(shared=shared):
        frame = _read(rows)
        return replace(frame, base=tuple([base_of(row.key, row.text) for row in rows if row.kind == "row"]))


def state_of(snapshot: Snapshot) -> State:
    """What is remembered of a sheet, nothing of one that was never tidied. Raises RefusedError as ``read_state``."""
    return State() if snapshot.state is None else read_state(snapshot.state, shared=snapshot.shared)


def read_frame(rows: tuple[StateRow, ...], *, shared: bool = False) -> State:
    """The same without the rows' own lines, which take longest to read; they too are sound."""
    with _damage_told(shared=shared):
        return _read(rows)


@contextmanager
def _damage_told(*, shared: bool) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as damage:
        raise RefusedError(
            "The tool's hidden state tab is damaged or was edited. Nothing was changed.",
            rebuild_or_go_back(shared=shared),
        ) from damage


def rebuild_or_go_back(*, shared: bool) -> str:
    """What to do where the state is no good. A version of a Google sheet is one of all that was typed, too."""
    version = "go back to a version of the whole sheet (File > Version history)"
    earlier = version if shared else "restore the workbook's last backup"
    return f"Rebuild it from the tab with `callbacksheet init --adopt`, or {earlier}."


def _newer() -> RefusedError:
    """Machines of a team are not all updated on the same day; a state that is sound is no reason to rebuild it."""
    return RefusedError(
        "What the tool remembers of this sheet was written by a newer callbacksheet than the one on this machine. "
        "Nothing was changed.",
        "Update callbacksheet on this machine, then run again.",
    )


def epoch_of(rows: tuple[StateRow, ...] | None) -> int:
    """The epoch alone, also from a state tab that is otherwise damaged; 0 where there is none."""
    texts = [row.text for row in rows or () if (row.kind, row.key) == ("meta", "epoch")]
    return int(texts[0]) if texts and texts[0].isdecimal() else 0


def owner_of(rows: tuple[StateRow, ...] | None) -> str:
    """The one-time name of the run that wrote last; "" where it is not to be read."""
    texts = [row.text for row in rows or () if (row.kind, row.key) == ("meta", "owner")]
    try:
        return str(json.loads(texts[0])) if texts else ""
    except ValueError:
        return ""


def salvaged(rows: tuple[StateRow, ...] | None, keys: Iterable[str]) -> State:
    """What holds good of a state tab that is damaged or gone: how often the sheet was changed and by how many
    runs, the keys once given (those of ``keys`` among them), the files once imported.
    """
    rows = rows or ()
    runs = [row.text for row in rows if (row.kind, row.key) == ("meta", "runs")]
    given = (*keys, *(row.key for row in rows if row.kind == "row"))
    return State(
        epoch=epoch_of(rows),
        runs=int(runs[0]) if runs and runs[0].isdecimal() else 0,
        counter=max(map(number_of, given), default=0),
        imported=frozenset(row.key for row in rows if row.kind == "import"),
        undone=frozenset(row.key for row in rows if row.kind == "undone"),
    )


def _read(rows: tuple[StateRow, ...]) -> State:
    meta = {row.key: json.loads(row.text) for row in rows if row.kind == "meta"}
    if meta["checksum"] == checksum(rows) and meta["schema"] > SCHEMA:
        raise _newer()
    if meta["schema"] != SCHEMA or meta["checksum"] != checksum(rows):
        raise ValueError("checksum")
    return State(
        epoch=int(meta["epoch"]),
        runs=int(meta["runs"]),
        owner=str(meta["owner"]),
        book=str(meta["book"]),
        counter=int(meta["counter"]),
        imported=frozenset(row.key for row in rows if row.kind == "import"),
        undone=frozenset(row.key for row in rows if row.kind == "undone"),
        memos=tuple(row for row in rows if row.kind not in _OWN_KINDS),
    )


_OWN_KINDS = frozenset({"meta", "row", "import", "undone"})


def base_of(key: str, text: str) -> Base:
    """The row that ``base_text`` wrote down."""
    form = json.loads(text)
    cells = tuple([cell if cell is None or cell.__class__ is str else decode(cell) for cell in form["c"]])
    return Base(key, cells, form["x"], _read_facts(form["f"]))


def _read_facts(form: dict[str, Any]) -> Facts:
    values = dict(form)
    if not values.keys() <= _DEFAULTS.keys():
        raise _newer()
    for name in values:
        if name in _MOMENTS:
            values[name] = datetime.fromisoformat(values[name])
        elif name in _LISTS:
            values[name] = tuple(values[name])
    return _NONE.but(**values)


_MOMENTS = {"first_seen", "touched_at", "last_call", "wish_call", "next_at", "moved_from", "window_end", "handed_at"}
_LISTS = frozenset({"next_codes", "conflict", "tries", "redone", "left"})
_NONE = Facts()
_DEFAULTS = {name: getattr(_NONE, name) for name in _FACTS}


def write_state(state: State) -> tuple[StateRow, ...]:
    """The state tab's new content; ``read_state`` of it gives the same state."""
    body = [
        *(StateRow("row", base.key, base_text(base)) for base in state.base),
        *(StateRow("import", mark, "1") for mark in sorted(state.imported)),
        *(StateRow("undone", run, "1") for run in sorted(state.undone)),
        *state.memos,
    ]
    meta = [
        StateRow("meta", name, to_json(value))
        for name, value in (
            ("schema", SCHEMA),
            ("book", state.book),
            ("epoch", state.epoch),
            ("runs", state.runs),
            ("owner", state.owner),
            ("counter", state.counter),
        )
    ]
    rows = (*meta, *body)
    return (*meta, StateRow("meta", "checksum", to_json(checksum(rows))), *body)


def in_order(rows: Iterable[StateRow]) -> tuple[StateRow, ...]:
    """Lines of the state tab, found in any order, as ``write_state`` writes them."""
    return tuple(sorted(rows, key=_rank))


def _rank(row: StateRow) -> tuple[int, str, str]:
    if row.kind == "meta":
        return (_META.index(row.key) if row.key in _META else len(_META), "", row.key)
    kinds = ("row", "import", "undone")
    return (20 + (kinds.index(row.kind) if row.kind in kinds else len(kinds)), row.kind, row.key)


_META = ("schema", "book", "epoch", "runs", "owner", "counter", "checksum")


def base_text(base: Base) -> str:
    """A row as one line of text, for the state."""
    return base_head(base.cells, base.extras) + to_json(_facts_form(base.facts)) + "}"


def base_head(cells: Iterable[CellValue], extras: str) -> str:
    """How the line of a row begins that was left with these cells; its facts follow."""
    forms = [cell if cell is None or cell.__class__ is str else encode(cell) for cell in cells]
    return f'{{"c":{to_json(forms)},"x":{to_json(extras)},"f":'


def _facts_form(facts: Facts) -> dict[str, Any]:
    known = facts.__dict__
    return {name: _plain(known[name]) for name, default in _DEFAULTS.items() if known[name] != default}


def facts_text(facts: Facts) -> str:
    """Facts as one line of text, for the history; ``facts_of`` reads it back."""
    return to_json(_facts_form(facts))


def facts_of(text: str) -> Facts:
    return _read_facts(json.loads(text))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def checksum(rows: tuple[StateRow, ...]) -> str:
    """A digest of the whole state tab, in order, its own line left out."""
    digest = hashlib.sha256()
    for row in rows:
        if (row.kind, row.key) != ("meta", "checksum"):
            digest.update(f"{row.kind}\x1f{row.key}\x1f{row.text}\x1e".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]
