"""One class per way a run can fail. Each knows its exit code and says what happened, what is safe, what next.

Exit codes are a contract (docs/exit-codes.md): 0 done, 1 bug, 2 usage, 3 pending, 4 partly, 5 refused,
6 setup, 7 layout, 8 unavailable, 9 busy, 10 unsent, 130 interrupted.
Bad data in a row is never one of these: it is an ``Issue`` on that row.
"""

from __future__ import annotations

from typing import ClassVar


class CallbackSheetError(Exception):
    """A run stopped; ``str(error)`` is what happened and what is safe, ``error.next`` what to do now.

    ``parts`` are the single things wrong, where one failure has several (a configuration file's lines).
    """

    exit_code: ClassVar[int] = 1
    code: ClassVar[str] = "bug"

    def __init__(self, message: str, next: str = "", parts: tuple[str, ...] = ()) -> None:  # noqa: A002 - the word of the JSON contract
        super().__init__(message)
        self.next = next
        self.parts = parts


class UsageError(CallbackSheetError):
    """The command line could not be understood."""

    exit_code = 2
    code = "usage"


class RefusedError(CallbackSheetError):
    """A safety limit stopped the run before anything was written; a person may read the plan and force it."""

    exit_code = 5
    code = "refused"


class SetupError(CallbackSheetError):
    """Configuration, permission or the file itself is in the way (missing, encrypted, disk full)."""

    exit_code = 6
    code = "setup"


class LayoutError(CallbackSheetError):
    """The tab cannot be understood as a callback tab: tab or header missing or doubled, merged data cells."""

    exit_code = 7
    code = "layout"


class UnavailableError(CallbackSheetError):
    """The service did not answer, or its quota is used up, after bounded retries."""

    exit_code = 8
    code = "unavailable"


class BusyError(CallbackSheetError):
    """Another run, or a person with the workbook open, is at the sheet now."""

    exit_code = 9
    code = "busy"


class UnsentError(CallbackSheetError):
    """A reminder failed, or nobody can say whether it was sent."""

    exit_code = 10
    code = "unsent"


class FenceTakenError(BusyError):
    """Another run took this epoch first, perhaps our own lost request. Nothing of this batch was applied."""


class BadRequestError(SetupError):
    """The service refused the batch, and nothing of it was applied.

    ``index`` is the request that was refused (None where the service does not say), ``kind`` its name, ``words`` its
    reason.
    """

    def __init__(self, words: str, index: int | None = None, kind: str = "") -> None:
        super().__init__(
            f"Google refused the change: {words} Nothing was changed.",
            "Run `callbacksheet doctor`; it looks at the sheet and says what is in the way.",
        )
        self.words = words
        self.index = index
        self.kind = kind


class NotSentError(UnavailableError):
    """The change did not reach the service or was turned away (quota): certainly nothing was applied."""


class LostError(UnavailableError):
    """The answer to a change was lost (time-out, reset, 5xx, cut off): it may have been applied, now or later."""
