"""``demo``: a day that shows the whole loop, in files of its own only."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.desk import Said, say


@pytest.fixture
def told(tmp_path: Path) -> Said:
    said = say("demo", cwd=tmp_path)
    assert said.exit_code == 0, said.err
    return said


def test_it_tells_what_changed_and_why_the_queue_who_is_next_and_what_to_try(told: Said) -> None:
    for text in (
        "read as a date and time",
        "Row 9 went into row 6, Maria Lopez",
        "The queue now:",
        "\nNext: Sofia M, +1 415-555-0111",
        "Then try:",
    ):
        assert text in told.out


def test_its_day_shows_a_dozen_kinds_of_trouble(tmp_path: Path) -> None:
    data = say("demo", "--json", cwd=tmp_path).json
    codes = {issue["code"] for issue in data["issues"]}
    expected = "bad_phone no_name no_reason needs_next_time repeat_of_open escalate unparsed_wish outside_hours"
    assert set(expected.split()) <= codes
    assert len(data["data"]["merged"]) == 2
    assert {one["status"] for one in data["data"]["callbacks"]} == {"New", "Scheduled", "Waiting", "Done"}
    assert {one["urgency"] for one in data["data"]["callbacks"]} == {"High", "Normal", "Low"}


@pytest.mark.usefixtures("told")
def test_a_second_tidy_of_it_changes_nothing(tmp_path: Path) -> None:
    said = say("tidy", "--config", "demo", "--now", "2026-05-08T11:20", cwd=tmp_path)
    assert said.out.startswith("Nothing to change: 18 rows are in order; ")


def test_the_commands_to_try_work_when_they_are_copied(told: Said, tmp_path: Path) -> None:
    commands = [line for line in told.out.splitlines() if line.startswith("  callbacksheet ")]
    assert len(commands) == 3
    for command in commands:
        said = say(*shlex.split(command)[1:], cwd=tmp_path)
        assert said.exit_code == 0, said.err


@pytest.mark.usefixtures("told")
def test_run_again_it_starts_afresh_and_keeps_what_was_tried(tmp_path: Path) -> None:
    book = tmp_path / "demo" / "callbacks.xlsx"
    tried = load_workbook(book)
    tried.worksheets[0]["B2"] = "Somebody I typed"
    tried.save(book)
    kept = book.read_bytes()
    assert say("demo", cwd=tmp_path).exit_code == 0
    assert load_workbook(book).worksheets[0]["B2"].value != "Somebody I typed"
    backups = [file.read_bytes() for file in (tmp_path / "demo" / ".callbacksheet-backups").iterdir()]
    assert kept in backups


@pytest.mark.parametrize("name", ["callbacks.xlsx", "callbacksheet.toml"])
def test_a_file_it_did_not_write_is_never_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / "demo").mkdir()
    stranger = tmp_path / "demo" / name
    stranger.write_bytes(b"mine")
    said = say("demo", cwd=tmp_path)
    assert said.exit_code == 5
    assert str(stranger) in said.err
    assert [file.name for file in (tmp_path / "demo").iterdir()] == [name]
    assert stranger.read_bytes() == b"mine"


@pytest.mark.usefixtures("told")
def test_a_workbook_of_the_teams_own_in_its_place_is_refused(tmp_path: Path) -> None:
    book = tmp_path / "demo" / "callbacks.xlsx"
    own = load_workbook(book)
    del own["_callbacksheet"]
    own.save(book)
    before = book.read_bytes()
    assert say("demo", cwd=tmp_path).exit_code == 5
    assert book.read_bytes() == before


@pytest.mark.usefixtures("told")
def test_its_workbook_open_elsewhere_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "demo" / "~$callbacks.xlsx").write_bytes(b"\x02Kim")
    before = (tmp_path / "demo" / "callbacks.xlsx").read_bytes()
    assert say("demo", cwd=tmp_path).exit_code == 9
    assert (tmp_path / "demo" / "callbacks.xlsx").read_bytes() == before


def test_a_file_called_demo_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("mine")
    assert say("demo", cwd=tmp_path).exit_code == 5
    assert (tmp_path / "demo").read_text() == "mine"


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    said = say("demo", "--dry-run", cwd=tmp_path)
    assert said.exit_code == 0
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_given_another_moment(tmp_path: Path) -> None:
    data = say("demo", "--json", "--now", "2026-05-08T16:00", cwd=tmp_path).json["data"]
    nexts = [one["next_callback"] for one in data["callbacks"] if one["next_callback"]]
    assert min(nexts) == "2026-05-08T16:00:00-04:00"


@pytest.mark.usefixtures("told")
class TestItsWorkbook:
    def test_dates_are_dates_and_drop_downs_offer_words(self, tmp_path: Path) -> None:
        sheet = load_workbook(tmp_path / "demo" / "callbacks.xlsx").worksheets[0]
        head = [cell.value for cell in sheet[1]]
        for header in ("Received", "Next callback"):
            cells = [row[head.index(header)] for row in sheet.iter_rows(min_row=2)]
            assert all(cell.is_date for cell in cells if cell.value is not None)
        offered = {rule.formula1 for rule in sheet.data_validations.dataValidation}
        assert '"New,Scheduled,Waiting,Done"' in offered
        assert '"High,Low"' in offered

    def test_no_row_is_higher_than_a_line(self, tmp_path: Path) -> None:
        sheet = load_workbook(tmp_path / "demo" / "callbacks.xlsx").worksheets[0]
        assert not any(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
        assert sheet.column_dimensions["P"].width >= 80
        assert sheet.column_dimensions["Q"].hidden
