"""``import``: the calls of a file, brought in once."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.folder import Folder, folder

CALLS = """Name;Phone;Reason;Best time;Room;Source
Zoe;415 555 0166;quote;after 5;7;web
Dana;(415) 555-0142;reschedule;;;phone
Zoe;415 555 0166;Quote;;;web
"""


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    desk = folder(tmp_path)
    desk.say("tidy", "--yes")
    (tmp_path / "calls.csv").write_text(CALLS, encoding="utf-8")
    return desk


def test_new_calls_come_in_and_known_ones_join_their_row(desk: Folder) -> None:
    rows = len(desk.column("ID"))
    data = desk.json("import", "calls.csv")
    assert (data["new"], data["joined"], data["known"]) == (1, 2, 0)
    assert len([key for key in desk.column("ID") if key]) == rows + 1
    zoe = next(callback for callback in desk.json("list")["callbacks"] if callback["name"] == "Zoe")
    assert (zoe["phone"], zoe["calls"], zoe["wish"], zoe["extra"]["Room"]) == ("+14155550166", 2, "after 5", "7")


def test_a_column_the_sheet_lacks_goes_into_the_notes(desk: Folder) -> None:
    desk.say("import", "calls.csv")
    zoe = next(callback for callback in desk.json("list")["callbacks"] if callback["name"] == "Zoe")
    assert "Source: web" in zoe["notes"]


def test_a_second_import_of_the_same_file_changes_nothing(desk: Folder) -> None:
    desk.say("import", "calls.csv")
    before = desk.file
    again = desk.say("import", "calls.csv")
    assert again.exit_code == 0
    assert again.out.startswith("3 calls in calls.csv: 3 known from an earlier import.")
    assert desk.file == before
    desk.say("import", "calls.csv", at="15:00")
    assert desk.json("import", "calls.csv", at="15:00")["known"] == 3


def test_of_a_longer_file_only_the_new_calls_come_in(desk: Folder) -> None:
    desk.say("import", "calls.csv")
    (desk.path / "calls.csv").write_text(CALLS + "Yan;415 555 0167;refund;;;web\n", encoding="utf-8")
    data = desk.json("import", "calls.csv")
    assert (data["new"], data["joined"], data["known"]) == (1, 0, 3)


def test_people_are_told_how_many(desk: Folder) -> None:
    out = desk.say("import", "calls.csv").out
    assert out.startswith("3 calls in calls.csv: 1 new and 2 joined a row about the same matter.")


def test_a_dry_run_counts_and_writes_nothing(desk: Folder) -> None:
    before = desk.file
    dry = desk.json("import", "calls.csv", "--dry-run")
    assert desk.file == before
    done = desk.json("import", "calls.csv")
    assert [dry[count] for count in ("new", "joined", "known")] == [done[count] for count in ("new", "joined", "known")]


def test_a_workbook_is_imported_from_the_tab_that_is_named(desk: Folder) -> None:
    book = Workbook()
    book.worksheets[0].append(["nothing"])
    sheet = book.create_sheet("March")
    for row in (["Ім'я", "Телефон", "Причина"], ["Олег", "415 555 0170", "рахунок"]):
        sheet.append(row)
    book.save(desk.path / "old.xlsx")
    assert desk.json("import", "old.xlsx", "--tab", "March")["new"] == 1
    assert desk.say("import", "old.xlsx").exit_code == 7
    assert desk.say("import", "old.xlsx", "--tab", "April").exit_code == 7


def test_the_first_contact_is_asked_for_here_too(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    (tmp_path / "calls.csv").write_text(CALLS, encoding="utf-8")
    before = desk.file
    assert desk.say("import", "calls.csv").exit_code == 5
    assert desk.file == before
    assert desk.say("import", "calls.csv", "--yes").exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "exit_code", "told"),
    [
        ("gone.csv", None, 6, "There is no file gone.csv."),
        ("calls.csv", b"Item;Price\nPen;5\n", 7, "No header row was found"),
        ("calls.csv", b"", 7, "is empty"),
        ("calls.xlsx", b"PK\x03\x04", 6, "cannot be read as a workbook"),
        ("calls.pdf", b"%PDF", 6, "is not an .xlsx workbook"),
        ("callbacks.xlsx", None, 2, "belongs to the desk itself"),
    ],
)
def test_a_file_that_is_no_list_of_calls_changes_nothing(
    desk: Folder, name: str, content: bytes | None, exit_code: int, told: str
) -> None:
    if content is not None:
        (desk.path / name).write_bytes(content)
    before = desk.file
    said = desk.say("import", name)
    assert said.exit_code == exit_code
    assert told in said.err
    assert "Next: " in said.err
    assert desk.file == before


def test_a_file_without_calls_is_told(desk: Folder) -> None:
    (desk.path / "calls.csv").write_text("Name,Phone,Reason\n")
    said = desk.say("import", "calls.csv")
    assert said.exit_code == 0
    assert said.out.startswith("calls.csv has a header but no calls.")
