"""The door to a Google spreadsheet, straight into one in memory: what the adapter says and hears, without HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from callbacksheet.adapters.google_door import Json, Place
from callbacksheet.adapters.google_faults import Account, complaint_of, fault_of
from callbacksheet.errors import LostError
from tests.sheets_server.book import Book
from tests.sheets_server.errors import ApiError

Meanwhile = Callable[[], None]


class BookDoor:
    """``before_change`` are what people do between our read and our write, one for each write to come;
    ``lose`` is how many of the next answers get lost although the change was applied, ``refuse`` how many changes
    get lost on their way.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self.reads = 0
        self.writes = 0
        self.before_change: list[Meanwhile] = []
        self.lose = 0
        self.refuse = 0
        self.sent: list[list[Json]] = []

    @property
    def id(self) -> str:
        return self.book.spreadsheet_id

    def look(self, places: Sequence[Place], fields: str) -> Json:
        self.reads += 1
        try:
            return over_the_wire(self.book.get([str(place) for place in places], fields=fields))
        except ApiError as refused:
            raise fault_of(complaint_of(refused.code, refused.body()), self._account) from refused

    def change(self, requests: Sequence[Json], ranges: Sequence[str] = (), fields: str = "") -> Json:
        self.writes += 1
        if self.before_change:
            self.before_change.pop(0)()
        body = over_the_wire(
            {"requests": list(requests), "includeSpreadsheetInResponse": True, "responseRanges": list(ranges)}
        )
        self.sent.append(body["requests"])
        if self.refuse:
            self.refuse -= 1
            raise LostError("The answer was lost.", "Run again.")
        try:
            answer = over_the_wire(self.book.batch_update(body, fields))
        except ApiError as refused:
            raise fault_of(complaint_of(refused.code, refused.body()), self._account) from refused
        if self.lose:
            self.lose -= 1
            raise LostError("The answer was lost.", "Run again.")
        return answer

    @property
    def _account(self) -> Account:
        return Account(spreadsheet=self.id, address="")


def over_the_wire(body: Json) -> Json:
    """As JSON and back: the parts of an answer are nobody else's."""
    copy: Json = json.loads(json.dumps(body))
    return copy
