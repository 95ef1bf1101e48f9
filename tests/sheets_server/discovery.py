"""Google's own description of its interfaces: which requests there are, and what each may hold.

The documents come with google-api-python-client and are found without importing it. That package is
pinned exactly, so what Google changes never turns a test red by itself.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.sheets_server.validate import Schemas

REST = {"sheets.v4": "", "drive.v3": "drive/v3/", "drive.v2": "drive/v2/"}

READ_BY_POST = {"getByDataFilter", "batchGetByDataFilter", "search"}


class NoDocumentsError(Exception):
    """The package that brings Google's documents is not installed."""


@dataclass(frozen=True, slots=True)
class Method:
    """One request kind of one interface."""

    id: str
    """As Google names it: ``sheets.spreadsheets.values.get``."""
    verb: str
    path: re.Pattern[str]
    """Of the encoded path: a range may hold an encoded slash or colon."""
    parameters: Mapping[str, Mapping[str, Any]]
    request: str | None
    response: str | None
    scopes: frozenset[str]

    @property
    def read(self) -> bool:
        """Does Google count it as a read? Searching by data filter is a read sent as a POST."""
        return self.verb == "GET" or self.id.rsplit(".", 1)[1] in READ_BY_POST

    def arguments(self, path: str) -> dict[str, str] | None:
        """What stands in the path, decoded after it was split; None for the path of another request."""
        found = self.path.fullmatch(path)
        return {name: unquote(value) for name, value in found.groupdict().items()} if found else None


@dataclass(frozen=True, slots=True)
class Document:
    """One interface: its request kinds, and a checker for every shape it names."""

    name: str
    methods: tuple[Method, ...]
    schemas: Schemas
    parameters: Mapping[str, Mapping[str, Any]]
    """What every request may carry in its query (``fields``, ``prettyPrint``, …)."""

    def find(self, verb: str, path: str) -> tuple[Method, dict[str, str]] | None:
        """The request kind that this verb and encoded path ask for, with what stands in the path."""
        for method in self.methods:
            if method.verb == verb and (arguments := method.arguments(path)) is not None:
                return method, arguments
        return None


@functools.cache
def document(name: str) -> Document:
    """The document of that name, read once."""
    return parsed(name, json.loads(_path(name).read_text(encoding="utf-8")))


def parsed(name: str, description: Mapping[str, Any]) -> Document:
    """The request kinds and shapes of one description."""
    methods: list[Method] = []
    _collect(description, REST[name], methods)
    package = f"google.apps.{name}" if name.startswith("sheets") else name
    schemas = Schemas(description["schemas"], package)
    return Document(name, tuple(methods), schemas, description["parameters"])


def _path(name: str) -> Path:
    found = importlib.util.find_spec("googleapiclient")
    if found is None or not found.submodule_search_locations:
        raise NoDocumentsError("Google's documents come with google-api-python-client: pip install -e '.[dev]'")
    return Path(found.submodule_search_locations[0]) / "discovery_cache" / "documents" / f"{name}.json"


def _collect(resource: Mapping[str, Any], base: str, into: list[Method]) -> None:
    for described in resource.get("methods", {}).values():
        into.append(_method(described, base))
        if upload := described.get("mediaUpload"):
            into.append(_upload(into[-1], upload["protocols"]["simple"]["path"]))
    for below in resource.get("resources", {}).values():
        _collect(below, base, into)


def _method(described: Mapping[str, Any], base: str) -> Method:
    return Method(
        id=described["id"],
        verb=described["httpMethod"],
        path=_pattern("/" + base + described.get("flatPath", described["path"])),
        parameters=described.get("parameters", {}),
        request=described.get("request", {}).get("$ref"),
        response=described.get("response", {}).get("$ref"),
        scopes=frozenset(described.get("scopes", ())),
    )


def _upload(method: Method, path: str) -> Method:
    """The same request with a file for a body, which has an address of its own."""
    return replace(method, id=method.id + ":upload", path=_pattern(path), request=None)


def _pattern(path: str) -> re.Pattern[str]:
    """``…/{spreadsheetId}/values/{range}:append`` as a pattern; only a range may hold a bare colon."""
    parts = re.split(r"\{(\w+)\}", path)
    pattern = re.escape(parts[0])
    for name, literal in zip(parts[1::2], parts[2::2], strict=True):
        inside = "[^/]+" if name == "range" else "[^/:]+"
        pattern += f"(?P<{name}>{inside}){re.escape(literal)}"
    return re.compile(pattern)
