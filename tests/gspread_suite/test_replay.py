"""The replay of Google's recorded answers sees what differs, and forgives only what it says it forgives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.gspread_suite.replay import Names, first_difference, replay

ID = "1-a-made-up-spreadsheet"
HOSTS = "https://www.googleapis.com/drive/v3/files", "https://sheets.googleapis.com/v4/spreadsheets"


def interaction(verb: str, uri: str, body: Any, code: int, said: Any) -> dict[str, Any]:
    request = {"method": verb, "uri": uri, "body": None if body is None else json.dumps(body)}
    return {"request": request, "response": {"status": {"code": code}, "body": {"string": json.dumps(said)}}}


def recording(written: dict[str, Any], copied: dict[str, Any]) -> dict[str, Any]:
    """A made-up recording in the form of gspread's: a file is made, written to, and one of its tabs is copied."""
    file = {"kind": "drive#file", "id": ID, "name": "T", "mimeType": "application/vnd.google-apps.spreadsheet"}
    tab = {"properties": {"sheetId": 77, "title": "Two", "index": 1, "sheetType": "GRID"}}
    tab["properties"]["gridProperties"] = {"rowCount": 1000, "columnCount": 26}
    added = {"spreadsheetId": ID, "replies": [{"addSheet": tab}]}
    add = {"requests": [{"addSheet": {"properties": {"title": "Two"}}}]}
    put = f"{HOSTS[1]}/{ID}/values/%27Sheet1%27%21A1?valueInputOption=RAW"
    return {
        "interactions": [
            interaction("POST", HOSTS[0], {"name": "T", "mimeType": file["mimeType"]}, 200, file),
            interaction("PUT", put, {"values": [["x", 1]]}, 200, written),
            interaction("POST", f"{HOSTS[1]}/{ID}:batchUpdate", add, 200, added),
            interaction("POST", f"{HOSTS[1]}/{ID}/sheets/77:copyTo", {"destinationSpreadsheetId": ID}, 200, copied),
        ]
    }


WRITTEN = {
    "spreadsheetId": ID,
    "updatedRange": "Sheet1!A1:B1",
    "updatedRows": 1,
    "updatedColumns": 2,
    "updatedCells": 2,
}
COPIED = {
    "sheetId": 99,
    "title": "Copy of Two",
    "index": 2,
    "sheetType": "GRID",
    "gridProperties": {"rowCount": 1000, "columnCount": 26},
}


@pytest.mark.parametrize(
    ("written", "copied", "differing"),
    [
        (WRITTEN, COPIED, []),
        (WRITTEN | {"updatedRange": "Sheet1!A1:C1"}, COPIED, [1]),
        (WRITTEN | {"updatedRows": True}, COPIED, [1]),
        (WRITTEN, COPIED | {"index": 1}, [3]),
        (WRITTEN, COPIED | {"sheetId": 77}, [3]),
        (WRITTEN, COPIED | {"hidden": False}, [3]),
    ],
)
def test_a_whole_answer_is_equal_or_is_told_of(
    tmp_path: Path, written: dict[str, Any], copied: dict[str, Any], differing: list[int]
) -> None:
    (tmp_path / "T.json").write_text(json.dumps(recording(written, copied)), encoding="utf-8")
    answers = list(replay(tmp_path))
    assert [answer.number for answer in answers if answer.difference] == differing
    assert [answer.parts for answer in answers] == [(), (), ("addSheet",), ()]


def test_an_id_once_learned_stands_for_one_of_ours_and_no_other() -> None:
    names = Names()
    names.learn({"sheetId": 7}, {"sheetId": 70})
    names.learn({"sheetId": 7}, {"sheetId": 71})
    names.learn({"sheetId": 8}, {"sheetId": 70})
    assert names.ours({"sheetId": 7, "rows": 7, "range": {"sheetId": 8}}) == {
        "sheetId": 70,
        "rows": 7,
        "range": {"sheetId": 8},
    }


@pytest.mark.parametrize(
    ("recorded", "ours"),
    [
        ({"createdTime": "2023-07-20T08:47:44.700Z"}, {"createdTime": "2026-01-01T00:00:00.000Z"}),
        (
            {"users": ["someone@x.iam.gserviceaccount.com"]},
            {"users": ["somebody@example.com"]},
        ),
        ({"n": 1}, {"n": 1.0}),
    ],
)
def test_dates_addresses_and_the_spelling_of_numbers_are_forgiven(recorded: Any, ours: Any) -> None:
    assert first_difference(recorded, ours) == ""


@pytest.mark.parametrize(
    ("recorded", "ours"),
    [
        ({"a": 1}, {}),
        ({}, {"a": None}),
        ({"a": [1]}, {"a": [1, 2]}),
        ({"a": "1"}, {"a": 1}),
        ({"a": 1}, {"a": True}),
        ({"a": "x"}, {"a": "y"}),
        ({"createdTime": "2023-07-20T08:47:44.700Z"}, {"createdTime": ""}),
    ],
)
def test_everything_else_is_a_difference(recorded: Any, ours: Any) -> None:
    assert first_difference(recorded, ours)
