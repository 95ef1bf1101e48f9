"""The request kinds of Sheets: what of the path, the query and the body goes to the book."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.sheets_server.book import Book
from tests.sheets_server.call import Call
from tests.sheets_server.errors import ApiError
from tests.sheets_server.files import Drive

Said = dict[str, Any]


def _book(drive: Drive, call: Call) -> Book:
    """The spreadsheet asked for; it hears who asks, for what is protected."""
    book = drive.open(call.spreadsheet_id, call.email, write=not call.method.read).book
    book.pages.user = call.email
    return book


def get(drive: Drive, call: Call) -> Said:
    return _book(drive, call).get(call.many("ranges"), call.flag("includeGridData"), call.one("fields") or None)


def create(drive: Drive, call: Call) -> Said:
    """A new spreadsheet as described: its properties, and its tabs in place of Sheet1."""
    properties = dict(call.body.get("properties", {}))
    book = drive.create(properties.pop("title", "Untitled spreadsheet"), call.email).book
    tabs = [{"addSheet": {"properties": tab.get("properties", {})}} for tab in call.body.get("sheets", [])]
    named = {"updateSpreadsheetProperties": {"properties": properties, "fields": ",".join(properties)}}
    requests = [*([named] if properties else []), *([*tabs, {"deleteSheet": {"sheetId": 0}}] if tabs else [])]
    if requests:
        book.batch_update({"requests": requests})
    return book.get(fields=call.one("fields") or None)


def batch_update(drive: Drive, call: Call) -> Said:
    if not call.body.get("requests"):
        raise ApiError("Must specify at least one request.")
    return _book(drive, call).batch_update(call.body, call.one("fields") or None)


def copy_to(drive: Drive, call: Call) -> Said:
    target = drive.open(call.body.get("destinationSpreadsheetId", ""), call.email, write=True)
    if target.id != call.spreadsheet_id:
        drive.changed(target)
    return _book(drive, call).copy_to(int(call.path["sheetId"]), target.book)


def values_get(drive: Drive, call: Call) -> Said:
    return _book(drive, call).values_get(call.path["range"], **_options(call))


def values_batch_get(drive: Drive, call: Call) -> Said:
    return _book(drive, call).values_batch_get(call.many("ranges"), **_options(call))


def values_update(drive: Drive, call: Call) -> Said:
    return _book(drive, call).values_update(call.path["range"], call.body, **_options(call))


def values_append(drive: Drive, call: Call) -> Said:
    return _book(drive, call).values_append(call.path["range"], call.body, **_options(call))


def values_batch_update(drive: Drive, call: Call) -> Said:
    return _book(drive, call).values_batch_update(call.body)


def values_clear(drive: Drive, call: Call) -> Said:
    return _book(drive, call).values_clear(call.path["range"])


def values_batch_clear(drive: Drive, call: Call) -> Said:
    return _book(drive, call).values_batch_clear(call.body)


def _options(call: Call) -> dict[str, Any]:
    """The options of the query as the book names them: ``valueRenderOption`` is ``value_render_option``."""
    options: dict[str, Any] = {}
    if "valueInputOption" in call.method.parameters:
        options["value_input_option"] = None
    for name, described in call.method.parameters.items():
        if name in call.query and name != "ranges":
            snake = re.sub("[A-Z]", lambda capital: "_" + capital[0].lower(), name)
            options[snake] = call.flag(name) if described["type"] == "boolean" else call.one(name)
    return options


CALLS: dict[str, Callable[[Drive, Call], Said]] = {
    "sheets.spreadsheets.get": get,
    "sheets.spreadsheets.create": create,
    "sheets.spreadsheets.batchUpdate": batch_update,
    "sheets.spreadsheets.sheets.copyTo": copy_to,
    "sheets.spreadsheets.values.get": values_get,
    "sheets.spreadsheets.values.batchGet": values_batch_get,
    "sheets.spreadsheets.values.update": values_update,
    "sheets.spreadsheets.values.append": values_append,
    "sheets.spreadsheets.values.batchUpdate": values_batch_update,
    "sheets.spreadsheets.values.clear": values_clear,
    "sheets.spreadsheets.values.batchClear": values_batch_clear,
}
MASKED = {"sheets.spreadsheets.get", "sheets.spreadsheets.create", "sheets.spreadsheets.batchUpdate"}
"""Those whose field mask the book heeds by itself, since it decides whether cells are told at all."""
