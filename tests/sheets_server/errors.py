"""A request Google would refuse, in Google's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

STATUS_CODES = {
    "INVALID_ARGUMENT": 400,
    "UNAUTHENTICATED": 401,
    "PERMISSION_DENIED": 403,
    "NOT_FOUND": 404,
    "RESOURCE_EXHAUSTED": 429,
    "INTERNAL": 500,
    "UNAVAILABLE": 503,
}


class ApiError(Exception):
    """The answer to a refused request: HTTP code, canonical status, sentence and machine-readable details."""

    def __init__(
        self,
        message: str,
        *,
        code: int = 400,
        status: str = "INVALID_ARGUMENT",
        details: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.status = status
        self.message = message
        self.details = tuple(details)

    def within(self, place: str) -> ApiError:
        """The same refusal, said of one part of a larger request: `Invalid requests[0].addSheet: …`."""
        return ApiError(f"Invalid {place}: {self.message}", code=self.code, status=self.status, details=self.details)

    def body(self) -> dict[str, Any]:
        error: dict[str, Any] = {"code": self.code, "message": self.message, "status": self.status}
        if self.details:
            error["details"] = [dict(detail) for detail in self.details]
        return {"error": error}


class DriveError(ApiError):
    """A refusal in the words of Drive, which answers in an older form than Sheets."""

    def __init__(self, code: int, reason: str, message: str, location: str = "") -> None:
        super().__init__(message, code=code, status=reason)
        self.location = location

    def body(self) -> dict[str, Any]:
        place = {"location": self.location, "locationType": "parameter"} if self.location else {}
        error = {"message": self.message, "domain": "global", "reason": self.status, **place}
        return {"error": {"code": self.code, "message": self.message, "errors": [error]}}


def refusal(status: str, message: str) -> ApiError:
    """A refusal with the HTTP code its status always has."""
    return ApiError(message, code=STATUS_CODES[status], status=status)


NOT_FOUND = "Requested entity was not found."
FORBIDDEN = "The caller does not have permission"
