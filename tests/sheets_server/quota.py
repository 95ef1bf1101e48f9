"""Quotas as Google counts them: whole requests, reads and writes apart, a minute at a time.

60 reads and 60 writes a minute for each user, 300 and 300 for the project. A batch is one request however much is
in it. A refused request is counted too. Drive has quotas of its own, too high to meet here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.sheets_server.accounts import PROJECT_NUMBER
from tests.sheets_server.errors import ApiError

PER_USER = 60
PER_PROJECT = 300


@dataclass(slots=True)
class Quota:
    """What was used in the running minute. Off, it only refuses when told to."""

    now: Callable[[], float]
    on: bool = False
    minute: int = -1
    used: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def take(self, user: str, *, read: bool) -> None:
        """Count one request; the first one too many is a 429."""
        minute = int(self.now() // 60)
        if minute != self.minute:
            self.minute, self.used = minute, Counter()
        for who, limit in ((user, PER_USER), ("", PER_PROJECT)):
            self.used[who, read] += 1
            if self.on and self.used[who, read] > limit:
                raise exceeded(read=read, user=bool(who))

    def left(self, user: str, *, read: bool) -> int:
        """How many more there may be in this minute."""
        if int(self.now() // 60) != self.minute:
            return PER_USER
        return max(min(PER_USER - self.used[user, read], PER_PROJECT - self.used["", read]), 0)


def exceeded(*, read: bool, user: bool = True) -> ApiError:
    """The 429, word for word as people report it."""
    kind = "Read" if read else "Write"
    span, limit = ("PerMinutePerUser", PER_USER) if user else ("PerMinutePerProject", PER_PROJECT)
    words = "per minute per user" if user else "per minute"
    message = (
        f"Quota exceeded for quota metric '{kind} requests' and limit '{kind} requests {words}' of service "
        f"'sheets.googleapis.com' for consumer 'project_number:{PROJECT_NUMBER}'."
    )
    details: list[dict[str, Any]] = [
        {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "RATE_LIMIT_EXCEEDED",
            "domain": "googleapis.com",
            "metadata": {
                "service": "sheets.googleapis.com",
                "consumer": f"projects/{PROJECT_NUMBER}",
                "quota_metric": f"sheets.googleapis.com/{kind.lower()}_requests",
                "quota_limit": f"{kind}Requests{span}",
                "quota_limit_value": str(limit),
                "quota_location": "global",
                "quota_unit": "1/min/{project}/{user}" if user else "1/min/{project}",
            },
        },
        {
            "@type": "type.googleapis.com/google.rpc.Help",
            "links": [
                {
                    "description": "Request a higher quota limit.",
                    "url": "https://cloud.google.com/docs/quotas/help/request_increase",
                }
            ],
        },
    ]
    return ApiError(message, code=429, status="RESOURCE_EXHAUSTED", details=details)
