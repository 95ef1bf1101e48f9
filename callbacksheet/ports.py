"""What the tool asks of the world: a sheet, a clock. Adapters answer; safety lives above these doors."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from callbacksheet.core.batch import Batch
from callbacksheet.core.snapshot import Snapshot


class Sheet(Protocol):
    """A tab that people type in, with the tool's hidden tabs beside it."""

    def read(self) -> Snapshot:
        """The tab and the tool's own tabs, in one look.

        Raises SetupError (file or permission), LayoutError (no such tab), BusyError (open elsewhere).
        """

    def apply(self, batch: Batch) -> Snapshot:
        """Do all of the batch or nothing, and return the sheet as it then stood.

        Raises BusyError with the sheet untouched where the epoch is taken or the sheet is not
        what was read, SetupError where it cannot be written.
        """


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, cut to the minute."""
