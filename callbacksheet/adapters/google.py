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
    computes,
    look_of,
    rows_in,
    texts_of,
)
from callbacksheet.adapters.google_names import (
    HISTORY_ID,
    HISTORY_TITLE,
    MARK,
    STATE_ID,
    STATE_TITLE,
    UNDO_ID,
    UNDO_TITLE,
)
from callbacksheet.core.batch import Absorb, Batch, Swap
from callbacksheet.core.model import Column, Language
from callbacksheet.core.snapshot import Snapshot
from callbacksheet.errors import LayoutError

_OWN = {STATE_ID: STATE_TITLE, UNDO_ID: UNDO_TITLE, HISTORY_ID: HISTORY_TITLE}
_MOST_READS = 3


class GoogleSheet:
    """A tab of a spreadsheet, named by its title or by its sheet id; "" is the first one in sight.

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
        self._tab_id: int | None = None
        self._dressed = False
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
        try:
            return self._seen(self._read_by_title())
        except NoSuchRangeError:
            self._find_tabs()
            return self._seen(self._ask())

    def apply(self, batch: Batch) -> Snapshot:
        look = self._look
        if look is None or look.snapshot.seen != batch.seen:
            raise ValueError("the batch was planned on another look")
        look = self._knowing_what_is_shown(batch, look)
        requests = requests_of(batch, look, self._choices, self._language, dressed=self._dressed)
        titles = {**self._titles, **_OWN, **{grid.id: grid.title for grid in look.own.values()}}
        ranges = [a1_of(look.tab.title), *(_range(sheet_id, titles[sheet_id]) for sheet_id in _OWN)]
        answer = self.spreadsheet.change(requests, ranges, f"updatedSpreadsheet({self._fields})")
        self._titles = titles
        return self._seen(answer["updatedSpreadsheet"])

    def _read_by_title(self) -> Json:
        """One request, where the tabs are called as they were or as they are set up to be."""
        if not self._titles:
            if not isinstance(self._tab, str) or not self._tab:
                raise NoSuchRangeError("")
            answer = self.spreadsheet.look(
                [a1_of(self._tab), *(_range(i, title) for i, title in _OWN.items())], self._fields
            )
            self._tab_id = _id_of(answer, self._tab)
            self._titles = dict(_OWN) | {self._tab_id: self._tab}
            return answer
        if not self._titles.keys() >= _OWN.keys():  # a first write whose answer was lost may have made them
            raise NoSuchRangeError("")
        return self._ask()

    def _ask(self) -> Json:
        places: list[Place] = [_range(sheet_id, title) for sheet_id, title in self._titles.items()]
        return self.spreadsheet.look(places, self._fields)

    def _find_tabs(self) -> None:
        """The tab and the tool's own tabs by what they are, whatever they are called by now; was it set up before?"""
        sheets = self.spreadsheet.look((), SHAPE).get("sheets", [])
        properties = [sheet["properties"] for sheet in sheets]
        titles = {p.get("sheetId", 0): p.get("title", "") for p in properties}
        self._tab_id = self._found(sheets)
        self._dressed = any(
            _bears_mark(s, self._tab_id) for s in sheets if s["properties"].get("sheetId", 0) == self._tab_id
        )
        self._titles = {i: titles[i] for i in (self._tab_id, *_OWN) if i in titles}

    def _found(self, sheets: list[Json]) -> int:
        """Which tab is the team's: the one named so, else the one that bears the tool's mark, else the first."""
        properties = [sheet["properties"] for sheet in sheets]
        ids = [p.get("sheetId", 0) for p in properties]
        named = [p.get("sheetId", 0) for p in properties if self._tab in (p.get("title"), p.get("sheetId", 0))]
        marked = [i for i, sheet in zip(ids, sheets, strict=True) if _bears_mark(sheet, i)]
        in_sight = [p.get("sheetId", 0) for p in properties if not p.get("hidden") and p.get("sheetId", 0) not in _OWN]
        known = [i for i in (self._tab_id,) if i in ids]
        found = named or known or marked or ([] if self._tab != "" else in_sight)
        if found and found[0] is not None:
            return int(found[0])
        there = ", ".join(str(p.get("title")) for p in properties if p.get("sheetId", 0) not in _OWN)
        raise LayoutError(
            f"The spreadsheet has no tab “{self._tab}”; it has: {there}. Nothing was changed.",
            "If the tab was renamed, correct `tab` under [sheet]; if it was deleted, bring it back first "
            "(File, Version history in the sheet).",
        )

    def _seen(self, answer: Json) -> Snapshot:
        assert self._tab_id is not None
        partly = self._fields == FIELDS and computes(answer, self._tab_id)
        shown = self._ask_shown() if partly else None
        self._answer, self._look = answer, look_of(answer, self._tab_id, LateHistory(self._history), shown)
        return self._look.snapshot

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
        again = look_of(self._answer, self._tab_id, look.snapshot.history, self._ask_shown())
        return replace(look, formatted=again.formatted) if again.snapshot.tab == tab else look

    def _history(self) -> list[list[str]]:
        title = self._titles.get(HISTORY_ID, HISTORY_TITLE)
        answer = self.spreadsheet.look([a1_of(title)], FIELDS)
        return [texts_of(cells) for sheet in answer.get("sheets", [])[:1] for cells in rows_in(sheet)]


def _range(sheet_id: int, title: str) -> str:
    """What to read of a tab: all of it, but of the history only that it is there."""
    return a1_of(title, "A1") if sheet_id == HISTORY_ID else a1_of(title)


def _id_of(answer: Json, title: str) -> int:
    properties = (sheet["properties"] for sheet in answer["sheets"])
    return int(next(p.get("sheetId", 0) for p in properties if p.get("title") == title))


def _bears_mark(sheet: Json, sheet_id: int) -> bool:
    marks = sheet.get("developerMetadata", [])
    return any(m.get("metadataKey") == MARK and m.get("metadataValue") == str(sheet_id) for m in marks)
