"""The sliver of Drive that gspread needs: files, who may see them, comments, a table out and a table in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.sheets_server.answers import Answer
from tests.sheets_server.book import Book
from tests.sheets_server.call import Call
from tests.sheets_server.errors import DriveError
from tests.sheets_server.files import ANYONE, MIME, ROLES, Drive, File, new_id, permission_id, stamp

Said = dict[str, Any]

DEFAULT_FIELDS = {
    **dict.fromkeys(("drive.files.get", "drive.files.create", "drive.files.copy"), "kind,id,name,mimeType"),
    "drive.files.list": "kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)",
    "drive.permissions.list": "kind,nextPageToken,permissions(kind,id,type,role)",
    **dict.fromkeys(("drive.permissions.create", "drive.permissions.update"), "kind,id,type,role"),
}
"""What comes when no fields are asked for."""
GONE = Answer(204, headers={"Content-Type": "text/html"})


def opened(drive: Drive, call: Call, role: str = "reader") -> File:
    """The file asked for. One that is not shared is not found: Drive does not tell that it exists."""
    file = drive.files.get(call.spreadsheet_id)
    if file is None or file.role(call.email) < 0:
        raise DriveError(404, "notFound", f"File not found: {call.spreadsheet_id}.", "fileId")
    if file.role(call.email) < ROLES.index(role):
        message = "The user does not have sufficient permissions for this file."
        raise DriveError(403, "insufficientFilePermissions", message)
    return file


# files


def create(drive: Drive, call: Call) -> Said:
    kind = call.body.get("mimeType", MIME)
    if kind != MIME:
        raise DriveError(400, "badRequest", f"This drive holds spreadsheets, not {kind}.")
    file = drive.create(call.body.get("name", "Untitled"), call.email)
    file.parents = list(call.body.get("parents", []))
    return resource(file, call.email)


def get(drive: Drive, call: Call) -> Said:
    return resource(opened(drive, call), call.email)


def listed(drive: Drive, call: Call) -> Said:
    wanted = _wanted(call.one("q"))
    files = [resource(file, call.email) for file in drive.visible(call.email) if wanted(file)]
    size, start = int(call.one("pageSize") or 100), int(call.one("pageToken") or 0)
    more = {"nextPageToken": str(start + size)} if len(files) > start + size else {}
    return {"kind": "drive#fileList", "incompleteSearch": False, "files": files[start : start + size], **more}


def copy(drive: Drive, call: Call) -> Said:
    file = opened(drive, call)
    made = drive.copy(file, call.body.get("name") or f"Copy of {file.name}", call.email)
    made.parents = list(call.body.get("parents", []))
    return resource(made, call.email)


def update(drive: Drive, call: Call) -> Said:
    """Rename a file; nothing else of it can be changed here."""
    file = opened(drive, call, "writer")
    if "name" in call.body:
        retitle(file.book, call.body["name"])
    return resource(file, call.email)


def retitle(book: Book, title: str) -> None:
    named = {"properties": {"title": title}, "fields": "title"}
    book.batch_update({"requests": [{"updateSpreadsheetProperties": named}]})


def delete(drive: Drive, call: Call) -> Answer:
    del drive.files[opened(drive, call, "owner").id]
    return GONE


def resource(file: File, email: str) -> Said:
    """Everything that is told about a file."""
    rank = file.role(email)
    return {
        "kind": "drive#file",
        "id": file.id,
        "name": file.name,
        "mimeType": MIME,
        "trashed": False,
        "parents": file.parents,
        "version": str(file.version),
        "webViewLink": f"https://docs.google.com/spreadsheets/d/{file.id}/edit?usp=drivesdk",
        "createdTime": stamp(file.created),
        "modifiedTime": stamp(file.modified),
        "owners": [_person(file.owner, email)],
        "ownedByMe": file.owner == email,
        "shared": len(file.shares) > 1,
        "capabilities": {
            "canEdit": rank >= ROLES.index("writer"),
            "canComment": rank >= ROLES.index("commenter"),
            "canCopy": True,
            "canDelete": rank == ROLES.index("owner"),
            "canShare": rank >= ROLES.index("writer"),
        },
        "permissions": [permission(file, who) for who in file.shares],
    }


def _person(email: str, asking: str) -> Said:
    return {
        "kind": "drive#user",
        "displayName": email,
        "me": email == asking,
        "permissionId": permission_id(email),
        "emailAddress": email,
    }


def _wanted(query: str) -> Callable[[File], bool]:
    """The few questions that gspread asks: kind of file, name, folder."""
    terms = [_term(text) for text in re.split(r"\s+and\s+(?=mimeType|name|parents|trashed|['\"])", query) if text]

    def wanted(file: File) -> bool:
        return all(term(file) for term in terms)

    return wanted


def _term(text: str) -> Callable[[File], bool]:
    for pattern, asks in TERMS:
        if found := pattern.fullmatch(text):
            return partial(asks, found["value"])
    raise DriveError(400, "invalid", "Invalid Value", "q")


QUOTED = r"""\s*(["'])(?P<value>.*)\1"""
TERMS: tuple[tuple[re.Pattern[str], Callable[[str, File], bool]], ...] = (
    (re.compile(r"mimeType\s*=" + QUOTED), lambda value, file: value == MIME),
    (re.compile(r"name\s*=" + QUOTED), lambda value, file: file.name == value),
    (re.compile(r"name\s+contains" + QUOTED), lambda value, file: value.lower() in file.name.lower()),
    (re.compile(r"parents\s+in" + QUOTED), lambda value, file: value in file.parents),
    (re.compile(QUOTED + r"\s+in\s+parents"), lambda value, file: value in file.parents),
    (re.compile(r"trashed\s*=\s*(?P<value>true|false)"), lambda value, file: value == "false"),
)


# sharing


def share(drive: Drive, call: Call) -> Said:
    file, body = opened(drive, call, "writer"), call.body
    kind = body.get("type", "user")
    who = ANYONE if kind == ANYONE else body.get("emailAddress") or body.get("domain", "")
    if not who or body.get("role") not in ROLES:
        raise DriveError(400, "invalid", "The permission type and role fields are required.")
    file.share(who, body["role"], kind)
    return permission(file, who)


def shares(drive: Drive, call: Call) -> Said:
    file = opened(drive, call)
    return {"kind": "drive#permissionList", "permissions": [permission(file, who) for who in file.shares]}


def change_share(drive: Drive, call: Call) -> Said:
    """Another role. A new owner takes the place of the old one, who may go on writing."""
    file = opened(drive, call, "writer")
    who, role = _who(file, call), call.body.get("role", "writer")
    if role == "owner":
        file.share(file.owner, "writer")
        file.owner = who
    file.share(who, role, file.shares[who]["type"])
    return permission(file, who)


def unshare(drive: Drive, call: Call) -> Answer:
    file = opened(drive, call, "writer")
    file.unshare(_who(file, call))
    return GONE


def permission(file: File, who: str) -> Said:
    held = file.shares[who]
    told: Said = {"kind": "drive#permission", "id": permission_id(who), **held}
    if held["type"] == ANYONE:
        return told | {"allowFileDiscovery": False}
    if held["type"] == "domain":
        return told | {"domain": who, "displayName": who, "allowFileDiscovery": False}
    return told | {"emailAddress": who, "displayName": who, "deleted": False, "pendingOwner": False}


def _who(file: File, call: Call) -> str:
    wanted = call.path["permissionId"]
    for who in file.shares:
        if permission_id(who) == wanted:
            return who
    raise DriveError(404, "notFound", f"Permission not found: {wanted}.", "permissionId")


# comments


def comments(drive: Drive, call: Call) -> Said:
    return {"kind": "drive#commentList", "comments": opened(drive, call).comments}


def comment(drive: Drive, call: Call) -> Said:
    file, now = opened(drive, call, "commenter"), stamp(drive.clock.now())
    made = {
        "kind": "drive#comment",
        "id": new_id()[:12],
        "createdTime": now,
        "modifiedTime": now,
        "author": {"kind": "drive#user", "displayName": call.email, "me": True},
        "deleted": False,
        **call.body,
    }
    file.comments.append(made)
    return made


# tables


def export(drive: Drive, call: Call) -> Answer:
    """The first tab as text. Other formats are not made here."""
    kind = call.one("mimeType")
    marks = {"text/csv": ",", "text/tab-separated-values": "\t"}
    file = opened(drive, call)
    if kind not in marks:
        raise DriveError(400, "badRequest", "The requested conversion is not supported.")
    title = _titles(file.book)[0].replace("'", "''")
    rows = file.book.values_get(f"'{title}'").get("values", [])
    width = max((len(row) for row in rows), default=0)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=marks[kind], lineterminator="\r\n")
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    body = text.getvalue().removesuffix("\r\n").encode()
    return Answer(200, body, {"Content-Type": kind, "Content-Disposition": "attachment"})


def import_table(drive: Drive, call: Call) -> Said:
    """Instead of all tabs there is one, named as the file, with what the table held."""
    file = opened(drive, call, "writer")
    rows = [list(row) for row in csv.reader(io.StringIO(call.raw.decode()))]
    replace_by(file.book, rows)
    return {
        "kind": "drive#file",
        "id": file.id,
        "title": file.name,
        "mimeType": MIME,
        "createdDate": stamp(file.created),
        "modifiedDate": stamp(drive.clock.now()),
        "version": str(file.version + 1),
        "editable": True,
        "ownerNames": [file.owner],
        "labels": {"viewed": True, "restricted": False, "starred": False, "hidden": False, "trashed": False},
        "alternateLink": f"https://docs.google.com/spreadsheets/d/{file.id}/edit?usp=drivesdk",
        "capabilities": {"canEdit": True, "canCopy": True},
    }


def replace_by(book: Book, rows: list[list[str]]) -> None:
    """One tab with these rows, read as if typed."""
    old = [sheet["properties"]["sheetId"] for sheet in book.get()["sheets"]]
    size = {"rowCount": max(len(rows), 1000), "columnCount": max([26, *map(len, rows)])}
    draft = new_id()
    added = book.batch_update({"requests": [{"addSheet": {"properties": {"title": draft, "gridProperties": size}}}]})
    sheet_id = added["replies"][0]["addSheet"]["properties"]["sheetId"]
    named = {"properties": {"sheetId": sheet_id, "title": book.title}, "fields": "title"}
    zone = {"properties": {"timeZone": "America/Los_Angeles"}, "fields": "timeZone"}
    gone = [{"deleteSheet": {"sheetId": each}} for each in old]
    changes = [*gone, {"updateSheetProperties": named}, {"updateSpreadsheetProperties": zone}]
    if rows:
        book.values_update(f"'{draft}'!A1", {"values": rows}, value_input_option="USER_ENTERED")
    book.batch_update({"requests": changes})


def _titles(book: Book) -> list[str]:
    return [sheet["properties"]["title"] for sheet in book.get()["sheets"]]


CALLS: dict[str, Callable[[Drive, Call], Said | Answer]] = {
    "drive.files.create": create,
    "drive.files.get": get,
    "drive.files.list": listed,
    "drive.files.copy": copy,
    "drive.files.update": update,
    "drive.files.delete": delete,
    "drive.files.export": export,
    "drive.files.update:upload": import_table,
    "drive.permissions.create": share,
    "drive.permissions.list": shares,
    "drive.permissions.update": change_share,
    "drive.permissions.delete": unshare,
    "drive.comments.list": comments,
    "drive.comments.create": comment,
}
