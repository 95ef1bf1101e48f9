"""The team's Google sheet: one read a look, one write a batch, and the answer of a write is the next look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from callbacksheet.adapters.google_batch import requests_of
from callbacksheet.adapters.google_door import Json, NoSuchRangeError, Place, Spreadsheet, a1_of
from callbacksheet.adapters.google_history import LateHistory
from callbacksheet.adapters.google_look import (
    FIELDS,
    FULL_FIELDS,
    SHAPE,
    SHOWN,
    Look,
    bears_mark,
    computes,
    id_of,
    look_of,
    rows_in,
    texts_of,
)
from callbacksheet.adapters.google_names import (
    HISTORY_ID,
    HISTORY_TITLE,
    STATE_ID,
    STATE_TITLE,
    UNDO_ID,
    UNDO_TITLE,
)
from callbacksheet.core.batch import Absorb, Batch, Swap
from callbacksheet.core.model import Column, Language
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.errors import LayoutError, LostError

_OWN = {STATE_ID: STATE_TITLE, UNDO_ID: UNDO_TITLE, HISTORY_ID: HISTORY_TITLE}
_MOST_READS = 3


class GoogleSheet:
    """A tab of a spreadsheet, named by its title or chosen by its sheet id; "" is the first one in sight.

    Once the tool has marked a tab, that is the one, whatever it is called and whichever other bears its title.

    A batch must be planned on what this very object read last.
    """

    def __init__(
        self,
        spreadsheet: Spreadsheet,
        tab: str | int = "",
        *,
        choices: Mapping[Column, tuple[str, ...]] | None = None,
        language: Language = Language.EN,
    ) -> None:
        self.spreadsheet = spreadsheet
        self._tab = tab
        self._choices = choices or {}
        self._language = language
        self._titles: dict[int, str] = {}
        self._marked = False
        self._others: tuple[int, ...] = ()
        self._tab_id: int | None = None
        self._look: Look | None = None
        self._answer: Json = {}
        self._fields = FIELDS

    @property
    def reads(self) -> int:
        return self.spreadsheet.reads

    @property
    def writes(self) -> int:
        return self.spreadsheet.writes

    def read(self) -> Snapshot:
        answer = self._asked_by_titles()
        if answer is None:
            self._find_tabs()
            answer = self._ask()
        return self._seen(answer)

    def apply(self, batch: Batch) -> Snapshot:
        look = self._look
        if look is None or look.snapshot.seen != batch.seen:
            raise ValueError("the batch was planned on another look")
        look = self._knowing_what_is_shown(batch, look)
        requests = requests_of(batch, look, self._choices, self._language)
        titles = {**self._titles, **_OWN, **{grid.id: grid.title for grid in look.own.values()}}
        ranges = [a1_of(look.tab.title), *(_range(sheet_id, titles[sheet_id]) for sheet_id in _OWN)]
        answer = self.spreadsheet.change(requests, ranges, f"updatedSpreadsheet({self._fields})")
        self._titles, self._marked, self._others = titles, True, ()
        if not _ids_in(answer["updatedSpreadsheet"]) >= {look.tab.id, *_OWN}:
            raise LostError(
                "Somebody renamed tabs while the tool wrote, so nobody can tell yet what was written.",
                "Run again: it looks at the sheet first.",
            )
        return self._seen(answer["updatedSpreadsheet"])

    def _asked_by_titles(self) -> Json | None:
        """One request, by what the tabs were called last, or are set up to be called; None where they must be looked
        for. A title tells nothing of what bears it now: at first the tab must bear the tool's mark, later its id.
        """
        try:
            if not self._titles:
                return self._asked_at_first()
            if self._titles.keys() >= _OWN.keys():  # a first write whose answer was lost may have made them
                return self._ask()
        except NoSuchRangeError:
            pass
        return None

    def _asked_at_first(self) -> Json | None:
        if not isinstance(self._tab, str) or not self._tab:
            return None
        places = [a1_of(self._tab), *(_range(sheet_id, title) for sheet_id, title in _OWN.items())]
        answer = self.spreadsheet.look(places, self._fields)
        marked = [sheet["properties"] for sheet in answer["sheets"] if bears_mark(sheet)]
        if not marked or not _ids_in(answer) >= _OWN.keys():
            return None
        self._tab_id = id_of(marked[0])
        self._titles = {**_OWN, self._tab_id: marked[0]["title"]}
        return answer

    def _ask(self) -> Json:
        places: list[Place] = [_range(sheet_id, title) for sheet_id, title in self._titles.items()]
        answer = self.spreadsheet.look(places, self._fields)
        if gone := self._titles.keys() - _ids_in(answer):
            raise NoSuchRangeError(", ".join(self._titles[sheet_id] for sheet_id in gone))
        return answer

    def _find_tabs(self) -> None:
        """The tab and the tool's own tabs by what they are, whatever they are called by now."""
        sheets = self.spreadsheet.look((), SHAPE).get("sheets", [])
        titles = {id_of(sheet["properties"]): sheet["properties"].get("title", "") for sheet in sheets}
        marks = [id_of(sheet["properties"]) for sheet in sheets if bears_mark(sheet)]
        self._tab_id = self._found([sheet["properties"] for sheet in sheets], marks)
        self._titles = {i: titles[i] for i in (self._tab_id, *_OWN) if i in titles}
        self._marked = self._tab_id in marks
        self._others = tuple(i for i in marks if i != self._tab_id)

    def _found(self, sheets: list[Json], marks: list[int]) -> int:
        """Which tab is the team's: the one chosen by its id, else the one that bears the tool's mark, else the one
        looked at before, the one called so, the first in sight.
        """
        teams = [p for p in sheets if id_of(p) not in _OWN]
        chosen = [id_of(p) for p in teams if id_of(p) == self._tab]
        known = [id_of(p) for p in teams if id_of(p) == self._tab_id]
        named = [id_of(p) for p in teams if p.get("title") == self._tab]
        in_sight = [id_of(p) for p in teams if self._tab == "" and not p.get("hidden")]
        for found in (chosen, marks, known, named, in_sight):
            if found:
                return found[0]
        raise LayoutError(
            f"The spreadsheet has no tab “{self._tab}”; it has: {', '.join(str(p.get('title')) for p in teams)}. "
            "Nothing was changed.",
            "If the tab was renamed, correct `tab` under [sheet]; if it was deleted, bring it back first "
            "(File, Version history in the sheet).",
        )

    def _seen(self, answer: Json) -> Snapshot:
        assert self._tab_id is not None
        partly = self._fields == FIELDS and computes(answer, self._tab_id)
        shown = self._ask_shown() if partly else None
        look = look_of(answer, self._tab_id, LateHistory(self._history), shown, marked=self._marked)
        self._answer, self._look = answer, replace(look, others=self._others)
        return look.snapshot

    def _ask_shown(self) -> Json:
        """What cells show, once; what is read after this brings it along."""
        assert self._tab_id is not None
        self._fields = FULL_FIELDS
        return self.spreadsheet.look([a1_of(self._titles[self._tab_id])], SHOWN)

    def _knowing_what_is_shown(self, batch: Batch, look: Look) -> Look:
        """The look with what a number or date shows, where one is to be compared and swapped by that."""
        fixed, tab = look.snapshot.tab.fixed, look.snapshot.tab
        rows = {request.row for request in batch.requests if isinstance(request, Swap | Absorb)}
        if self._fields == FULL_FIELDS or self.reads >= _MOST_READS or not any(row in rows for row, _ in fixed):
            return look
        assert self._tab_id is not None
        again = look_of(self._answer, self._tab_id, look.snapshot.history, self._ask_shown(), marked=look.marked)
        return replace(look, formatted=again.formatted) if again.snapshot.tab == tab else look

    def _history(self) -> list[list[str]]:
        title = self._titles.get(HISTORY_ID, HISTORY_TITLE)
        answer = self.spreadsheet.look([a1_of(title)], FIELDS)
        return [texts_of(cells) for sheet in answer.get("sheets", [])[:1] for cells in rows_in(sheet)]


def _range(sheet_id: int, title: str) -> str:
    """What to read of a tab: all of it, but of the history only that it is there."""
    return a1_of(title, "A1") if sheet_id == HISTORY_ID else a1_of(title)


def _ids_in(answer: Json) -> set[int]:
    return {id_of(sheet["properties"]) for sheet in answer.get("sheets", [])}
