"""The narrow door to one Google spreadsheet: one look, one change, and every way in which they can fail.

``Spreadsheet`` is spoken to in the JSON of Sheets v4; ``google_http`` keeps its promise over HTTP, and a simulation
may keep it in memory. Nothing behind it knows what a callback is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeAlias

from callbacksheet.errors import BusyError, LayoutError, SetupError, UnavailableError

Json: TypeAlias = dict[str, Any]
"""A request or answer of Sheets v4 as it goes over the wire."""

Place: TypeAlias = int | str
"""What to look at: a whole tab by its sheet id, or a range in A1 notation (``a1_of`` quotes a title)."""


class Spreadsheet(Protocol):
    """One spreadsheet of Google's."""

    reads: int
    writes: int
    """How many requests were sent, those that failed among them."""

    @property
    def id(self) -> str:
        """The spreadsheet's own name, as in its address."""

    def look(self, places: Sequence[Place], fields: str) -> Json:
        """One read request: a ``Spreadsheet`` of these places, or of all tabs where none is named.

        A tab that no place touches is not in the answer. ``fields`` is the field mask and must be given: with a mask
        that asks for ``sheets.data`` grid data comes along. Only reads are tried again, within the deadline.

        Raises NoSuchRangeError, SetupError, UnavailableError.
        """

    def change(self, requests: Sequence[Json], ranges: Sequence[str] = (), fields: str = "") -> Json:
        """One ``batchUpdate``, sent once and never again. With ``fields`` (a mask of the whole answer, such as
        ``replies,updatedSpreadsheet(...)``) the spreadsheet as it then stood comes back, ``ranges`` of it (all tabs
        where none is named).

        Raises FenceTakenError and BadRequestError with nothing applied, NotSentError with nothing applied,
        LostError where nobody can tell, SetupError.
        """


class FenceTakenError(BusyError):
    """400 on request 0: another run holds the epoch, perhaps our own lost request. Nothing was applied."""


class BadRequestError(SetupError):
    """400: Google refused the batch, and nothing of it was applied.

    ``index`` is the request that was refused (None where Google does not say), ``kind`` its name, ``words`` Google's.
    """

    def __init__(self, words: str, index: int | None = None, kind: str = "") -> None:
        super().__init__(
            f"Google refused the change: {words} Nothing was changed.",
            "Run `callbacksheet doctor`; it looks at the sheet and says what is in the way.",
        )
        self.words = words
        self.index = index
        self.kind = kind


class NoSuchRangeError(LayoutError):
    """A title or range that the spreadsheet does not have; ``range`` as Google names it."""

    def __init__(self, range: str) -> None:  # noqa: A002 - Google's word
        super().__init__(
            f"The spreadsheet has no tab or range {range}. Nothing was changed.",
            "If the tab was renamed, correct `tab` under [sheet]; if it was deleted, bring it back first.",
        )
        self.range = range


class NotSentError(UnavailableError):
    """The change did not reach Google or was turned away (quota): certainly nothing was applied."""


class LostError(UnavailableError):
    """The answer to a change was lost (time-out, reset, 5xx, cut off): it may have been applied, now or later."""


def a1_of(title: str, cells: str = "") -> str:
    """A tab's title, quoted, with a range of its cells behind it: ``'Front desk'!A:C``."""
    quoted = "'" + title.replace("'", "''") + "'"
    return f"{quoted}!{cells}" if cells else quoted
