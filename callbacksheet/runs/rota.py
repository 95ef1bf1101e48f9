"""When a tool that runs by itself tidies: every few minutes, and never in the middle of somebody's typing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

TIDY_EVERY = timedelta(minutes=5)
TIDY_AT_LAST = timedelta(minutes=20)
"""Somebody who types without a pause for so long is tidied around, like a person's own `tidy` would."""


@dataclass(slots=True)
class Rota:
    """What was done when, and how the tab last looked."""

    tidied_at: datetime | None = None
    looked: object = None
    typing: bool = False

    def saw(self, look: object) -> None:
        """Note how the tab looks now; any difference since the last look is somebody's typing."""
        self.typing = self.looked is not None and look != self.looked
        self.looked = look

    def wants_tidy(self, now: datetime) -> bool:
        """Whether a tidy is due. A clock that was set back makes none wait."""
        if self.tidied_at is None:
            return not self.typing
        since = now - self.tidied_at
        if since < timedelta(0):
            return True
        return since >= (TIDY_AT_LAST if self.typing else TIDY_EVERY)

    def tidied(self, now: datetime) -> None:
        self.tidied_at, self.looked, self.typing = now, None, False
