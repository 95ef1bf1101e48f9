"""Google's recorded answers, replayed request by request: each whole answer of ours must be equal.

What is made equal before comparing, and nothing else:

* ids that Google draws at random (files, tabs, named and protected ranges, permissions): the recorded one stands for
  ours from its first appearance in an answer on, and must go on doing so;
* dates and times of files, which are checked to be there;
* e-mail addresses: every account is one account;
* the list of files: what the recording account had besides is not in it, and its order is by date of change;
* the answer to the upload of a table, of which only name, kind and id are compared: it is Drive v2, which only
  gspread's import uses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.sheets_server.accounts import ALL_SCOPES, DEFAULT_EMAIL, Accounts
from tests.sheets_server.call import found
from tests.sheets_server.files import Drive
from tests.sheets_server.service import Request, Service
from tests.sheets_server.store import Store

DRAWN = {"id", "spreadsheetId", "sheetId", "namedRangeId", "protectedRangeId", "permissionId"}
DATES = {"createdTime", "modifiedTime"}
EMAIL = re.compile(r"[\w.+-]+@[\w.-]+\.\w+")
UPLOADED = ("kind", "id", "title", "mimeType")
PRIVATE_STATUS = 403
Json = Any


@dataclass(frozen=True, slots=True)
class Compared:
    """One recorded answer beside ours."""

    cassette: str
    number: int
    kind: str
    parts: tuple[str, ...]
    """The kinds of request inside a batch."""
    difference: str
    """Where the two first differ; empty when they are equal."""


@dataclass(slots=True)
class Names:
    """Which of our ids stands for which recorded one, within one recording."""

    text: dict[str, str] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)

    def learn(self, recorded: Json, ours: Json, key: str = "") -> None:
        """Ids that appear here for the first time, at the same place in both answers."""
        if isinstance(recorded, dict) and isinstance(ours, dict):
            for name in recorded.keys() & ours.keys():
                self.learn(recorded[name], ours[name], name)
        elif isinstance(recorded, list) and isinstance(ours, list):
            for one, other in zip(recorded, ours, strict=False):
                self.learn(one, other, key)
        elif key in DRAWN and type(recorded) is type(ours):
            known: dict[Any, Any] = self.text if isinstance(recorded, str) else self.numbers
            if recorded and ours and recorded not in known and ours not in known.values():
                known[recorded] = ours

    def ours(self, recorded: Json, key: str = "") -> Json:
        """The recorded request or answer with our ids in it."""
        if isinstance(recorded, dict):
            return {name: self.ours(value, name) for name, value in recorded.items()}
        if isinstance(recorded, list):
            return [self.ours(value, key) for value in recorded]
        if isinstance(recorded, str):
            return self.in_text(recorded)
        if (key.endswith("Id") and type(recorded) is int) or key == "sheetId":
            return self.numbers.get(recorded, recorded)
        return recorded

    def in_text(self, text: str) -> str:
        for recorded, ours in self.text.items():
            text = text.replace(recorded, ours)
        return text

    def in_path(self, path: str) -> str:
        """A tab's number stands in a path too (``sheets/123:copyTo``)."""
        return re.sub(r"(?<=/sheets/)\d+", lambda number: str(self.numbers.get(int(number[0]), number[0])), path)


def replay(cassettes: Path) -> Iterator[Compared]:
    """Every answer of every recording, the state carried through each."""
    for path in sorted(cassettes.glob("*.json")):
        recorded = json.loads(path.read_text(encoding="utf-8"))["interactions"]
        yield from Recording(path.stem, recorded).compared()


class Recording:
    """One cassette, played against a server of its own."""

    def __init__(self, name: str, interactions: list[Mapping[str, Any]]) -> None:
        self.name = name
        self.interactions = interactions
        self.service = Service(Drive(), Accounts(), Store())
        self.names = Names()
        self.token = self.service.accounts.token(DEFAULT_EMAIL, ALL_SCOPES.split())

    def compared(self) -> Iterator[Compared]:
        self._prepare()
        for number, interaction in enumerate(self.interactions):
            request, response = interaction["request"], interaction["response"]
            yield self._one(number, request, response["status"]["code"], response["body"]["string"])

    def _prepare(self) -> None:
        """Files that the recording account had from before, and those of others."""
        made = [_said(each).get("id") for each in self.interactions if each["request"]["method"] == "POST"]
        for interaction in self.interactions:
            parts = urlsplit(interaction["request"]["uri"]).path.split("/")
            if interaction["response"]["status"]["code"] == PRIVATE_STATUS:
                self.service.drive.create("Private", "somebody@example.com", parts[-1])
            for file in reversed(_said(interaction).get("files", [])):
                if file["id"] not in made and file["id"] not in self.service.drive.files:
                    self.service.drive.create(file["name"], DEFAULT_EMAIL, file["id"])

    def _one(self, number: int, request: Mapping[str, Any], code: int, said: str) -> Compared:
        uri = urlsplit(self.names.in_text(request["uri"]))
        match = found(request["method"], uri.path)
        kind = match[1].id if match else uri.path
        body = _json(request["body"])
        parts = tuple(next(iter(each)) for each in body.get("requests", [])) if isinstance(body, dict) else ()
        sent = json.dumps(self.names.ours(body)) if isinstance(body, (dict, list)) else request["body"] or ""
        headers = {"authorization": f"Bearer {self.token}"}
        path = self.names.in_path(uri.path)
        answer, _ = self.service.answer(Request(request["method"], path, uri.query, headers, sent.encode()))
        recorded, ours = _json(said), _json(answer.body.decode())
        if kind == "drive.files.list":
            mine = set(self.names.text.values())
            ours, recorded = _listed(ours, mine), _listed(self.names.ours(recorded), mine)
        if kind.endswith(":upload"):
            ours, recorded = ({name: each.get(name) for name in UPLOADED} for each in (ours, recorded))
        self.names.learn(recorded, ours)
        difference = first_difference(self.names.ours(recorded), ours)
        if answer.status != code:
            difference = f"{code} is recorded, {answer.status} is ours: {answer.body.decode()[:300]}"
        return Compared(self.name, number, kind, parts, difference)


def first_difference(recorded: Json, ours: Json, at: str = "") -> str:
    """Where the recorded answer and ours part, or nothing."""
    if isinstance(recorded, dict) and isinstance(ours, dict):
        for name in [*recorded, *(name for name in ours if name not in recorded)]:
            if name not in ours or name not in recorded:
                side = "recorded" if name in recorded else "ours"
                return f"{at}.{name} only in the {side} answer: {json.dumps((recorded | ours)[name])[:120]}"
            if name in DATES and ours[name]:
                continue
            if found_ := first_difference(recorded[name], ours[name], f"{at}.{name}"):
                return found_
        return ""
    if isinstance(recorded, list) and isinstance(ours, list):
        for position, (one, other) in enumerate(zip(recorded, ours, strict=False)):
            if found_ := first_difference(one, other, f"{at}[{position}]"):
                return found_
        return "" if len(recorded) == len(ours) else f"{at}: {len(recorded)} recorded, {len(ours)} ours"
    if isinstance(recorded, str) and isinstance(ours, str):
        recorded, ours = EMAIL.sub("somebody", recorded), EMAIL.sub("somebody", ours)
    same = recorded == ours and isinstance(recorded, bool) == isinstance(ours, bool)
    return "" if same else f"{at}: {json.dumps(recorded)[:120]} recorded, {json.dumps(ours)[:120]} ours"


def _listed(answer: Json, mine: set[str]) -> Json:
    """The list with only the files made in this recording, in a fixed order."""
    files = [file for file in answer.get("files", []) if file["id"] in mine]
    return {**answer, "files": sorted(files, key=lambda file: str(file["id"]))}


def _said(interaction: Mapping[str, Any]) -> dict[str, Any]:
    said = _json(interaction["response"]["body"]["string"])
    return said if isinstance(said, dict) else {}


def _json(text: str | None) -> Json:
    """What the text says, or the text itself where it is none."""
    try:
        return json.loads(text) if text else {}
    except ValueError:
        return text
