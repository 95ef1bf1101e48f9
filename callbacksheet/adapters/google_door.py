"""The narrow door to one Google spreadsheet: one look, one change, and every way in which they can fail.

``Spreadsheet`` is spoken to in the JSON of Sheets v4; ``google_http`` keeps its promise over HTTP, and a simulation
may keep it in memory. Nothing behind it knows what a callback is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeAlias

from callbacksheet.errors import BadRequestError as BadRequestError
from callbacksheet.errors import FenceTakenError as FenceTakenError
from callbacksheet.errors import LayoutError
from callbacksheet.errors import LostError as LostError
from callbacksheet.errors import NotSentError as NotSentError

Json: TypeAlias = dict[str, Any]
"""A request or answer of Sheets v4 as it goes over the wire."""

Place: TypeAlias = str
"""What to look at: a tab or a part of it in A1 notation (``a1_of`` quotes a title)."""


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


class NoSuchRangeError(LayoutError):
    """A title or range that the spreadsheet does not have; ``range`` as Google names it."""

    def __init__(self, range: str) -> None:  # noqa: A002 - Google's word
        super().__init__(
            f"The spreadsheet has no tab or range {range}. Nothing was changed.",
            "If the tab was renamed, correct `tab` under [sheet]; if it was deleted, bring it back first.",
        )
        self.range = range


def a1_of(title: str, cells: str = "") -> str:
    """A tab's title, quoted, with a range of its cells behind it: ``'Front desk'!A:C``."""
    quoted = "'" + title.replace("'", "''") + "'"
    return f"{quoted}!{cells}" if cells else quoted
