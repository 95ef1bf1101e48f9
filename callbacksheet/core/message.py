"""R18: a message to one of the team, where it goes, and what is known of it afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST_SUBJECT = 60
"""Characters; what a locked phone shows of a message."""

_HOSTED = frozenset({"mailto", "mailtos", "json", "jsons", "xml", "xmls", "form", "forms"})
_VARIABLE = re.compile(r"\$\{[A-Za-z_][A-Za-z0-9_]*\}")
_HOST = re.compile(r"(?:localhost|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?::\d+)?")


class Kind(StrEnum):
    """Why somebody is told something. The values are the names of the texts under ``templates/messages``."""

    DUE = "due"
    BLOCK = "block"
    DIGEST = "digest"
    BACKUP = "backup"
    HEAD = "head"
    ON_CALL = "on-call"
    PROMISE = "promise"
    FINAL_MESSAGE = "final-message"
    HANDED_OVER = "handed-over"
    END_OF_DAY = "end-of-day"
    UNREACHED = "unreached"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is reached, as the configuration has it: ``${NAMES}`` are not filled in, secrets stand in it.

    On a ``private`` one nobody but that person reads: whole numbers may go there.
    """

    text: str
    private: bool = False

    @property
    def scheme(self) -> str:
        """ "mailto", "ntfy", "console"; "" where the environment holds all of it."""
        return self.text.partition(":")[0].casefold() if not self.text.startswith("${") else ""

    @property
    def masked(self) -> str:
        """What may be shown of it: ``mailto://…@example.com``, ``tgram://…``, ``${NAME}``."""
        if _VARIABLE.fullmatch(self.text) or self.scheme == "console":
            return self.text
        if "://" not in self.text:
            return "…"
        host = self.text.partition("://")[2].partition("?")[0].partition("/")[0].rpartition("@")[2]
        if self.scheme not in _HOSTED or not _HOST.fullmatch(host):
            return f"{self.scheme}://…" if self.scheme else "…"
        return f"{self.scheme}://…@{host}" if self.scheme.startswith("mailto") else f"{self.scheme}://{host}/…"


@dataclass(frozen=True, slots=True)
class Message:
    """One message, ready to be sent. The same ``key`` is the same message, whichever machine sends it.

    ``links`` are parts of the body that a channel with links makes into one: ("+1 415-555-0142", "tel:+14155550142").
    """

    key: str
    recipient: str
    address: str
    subject: str
    body: str
    private: bool = False
    urgent: bool = False
    links: tuple[tuple[str, str], ...] = ()


class Verdict(StrEnum):
    """ACCEPTED: the service took it. REFUSED: it was surely not sent. UNKNOWN: handed over, and no answer came."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of one attempt to send. ``why`` is a sentence without secrets; ``provider_id`` "" where none came."""

    verdict: Verdict
    why: str = ""
    provider_id: str = ""
