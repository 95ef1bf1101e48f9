"""One request as it is understood: which kind, with what in its path, query and body, and from whom."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from tests.sheets_server.discovery import REST, Document, Method, document
from tests.sheets_server.errors import ApiError, DriveError
from tests.sheets_server.fields import parsed
from tests.sheets_server.validate import sentences, without_nulls

BODY_FIELD = {
    "sheets.spreadsheets.values.update": "data",
    "sheets.spreadsheets.values.append": "data",
    "sheets.spreadsheets.create": "spreadsheet",
}
"""Where Google's parser hangs the body, which shows in what it says of a fault in it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request of a known kind."""

    document: Document
    method: Method
    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]
    raw: bytes
    """The body as it came."""
    email: str = ""
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def sheets(self) -> bool:
        return self.document.name == "sheets.v4"

    @property
    def spreadsheet_id(self) -> str:
        """Which spreadsheet it is about; empty when it is about none or all."""
        return self.path.get("spreadsheetId") or self.path.get("fileId", "")

    def one(self, name: str, default: str = "") -> str:
        """The last value of a query parameter."""
        return (self.query.get(name) or [default])[-1]

    def many(self, name: str) -> list[str]:
        return list(self.query.get(name, ()))

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A Boolean of the query, in any case: gspread sends ``False``."""
        return self.one(name, str(default)).lower() in {"true", "1"}

    def options(self) -> dict[str, str]:
        """The query without what every request may carry."""
        return {name: values[-1] for name, values in self.query.items() if name in self.method.parameters}


def found(verb: str, path: str) -> tuple[Document, Method, dict[str, str]] | None:
    """The request kind behind a verb and an encoded path, in any of the interfaces served."""
    for name in REST:
        described = document(name)
        if match := described.find(verb, path):
            return described, *match
    return None


def parsed_query(text: str) -> dict[str, list[str]]:
    return parse_qs(text, keep_blank_values=True)


def checked(call: Call) -> dict[str, Any]:
    """The body of a sound request; a request that is not sound is a 400 with everything that is wrong."""
    _check_query(call)
    _check_mask(call)
    if call.method.request is None or not call.raw.strip():
        return {}
    body = without_nulls(_json(call.raw))
    faults = call.document.schemas.faults(call.method.request, body, "request")
    if not call.sheets:  # Drive overlooks what it does not know: gspread still sends it a `withLink` of version 2
        faults = [fault for fault in faults if fault.kind != "name"]
    if faults:
        raise bad_request(sentences(faults, BODY_FIELD.get(call.method.id, "")))
    assert isinstance(body, dict)
    return body


def bad_request(violations: Sequence[tuple[str, str]]) -> ApiError:
    """The 400 that lists them all, in the sentence and again one by one."""
    listed = [{"field": field, "description": text} if field else {"description": text} for field, text in violations]
    details = [{"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": listed}]
    return ApiError("\n".join(text for _, text in violations), details=details)


UNKNOWN_PARAMETER = (
    'Invalid JSON payload received. Unknown name "{name}": Cannot bind query parameter. '
    "Field '{name}' could not be found in request message."
)


def _check_query(call: Call) -> None:
    """Every parameter of its type; one that nobody knows is refused by Sheets and overlooked by Drive."""
    known = {**call.document.parameters, **call.method.parameters}
    unknown = [name for name in call.query if call.sheets and name not in known]
    faults = [
        fault
        for name in call.query.keys() & known.keys()
        for value in call.query[name]
        for fault in call.document.schemas.parameter_faults(name, known[name], value)
    ]
    if faults or unknown:
        raise bad_request([*sentences(faults), *(("", UNKNOWN_PARAMETER.format(name=name)) for name in unknown)])


def _check_mask(call: Call) -> None:
    """Everything that the field mask of the query names must be there to be shown."""
    fields, shape = call.one("fields"), call.method.response
    path = call.document.schemas.unknown_in_mask(shape, parsed(fields)) if fields and shape else ""
    if path and call.sheets:
        text = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'."
        raise ApiError("Request contains an invalid argument.", details=bad_request([(path, text)]).details)
    if path:
        raise DriveError(400, "invalidParameter", f"Invalid field selection {path}", "fields")


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        first = raw[:40].decode("utf-8", "replace")
        raise ApiError(f"Invalid JSON payload received. Unexpected token.\n{first}\n^") from None
